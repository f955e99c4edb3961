//! Copies of plans that arrive: from storage when a plan is opened, from another tab, from a file.

use super::{
    Effect, Notice, Saving, Stored, Workspace, bounds,
    leave::{self, Next, example, replace_shown},
    update,
};
use crate::{
    example::{MANUMIX, manumix},
    plan::{Label, Plan, PlanId, Text, Verb},
    sync::{Clash, Lineage, merge, saved_clashes, saved_steps},
    wire::{self, DecodeError, PlanFile},
};
use std::sync::Arc;

/// A plan on its way in, while what is kept of it is looked for.
#[derive(Debug, Clone)]
pub(super) struct Arriving {
    /// The plan.
    pub file: PlanFile,
    /// The name of the file that it was in; none for a plan that starts here.
    pub name: Option<String>,
}

impl Arriving {
    /// A plan that starts here.
    pub(super) const fn new(plan: Plan) -> Self {
        Self { file: PlanFile { plan, saved: None, lineage: Vec::new() }, name: None }
    }
}

/// Puts a plan on screen that nothing is known of yet.
fn show(workspace: &mut Workspace, plan: Plan) {
    let mut next = Workspace::showing(plan);
    next.notices = std::mem::take(&mut workspace.notices);
    next.kept = std::mem::take(&mut workspace.kept);
    next.stand_in = workspace.stand_in;
    *workspace = next;
}

/// Puts a plan from a file or from storage on screen.
fn adopt(workspace: &mut Workspace, file: PlanFile) {
    let state = file.state();
    let PlanFile { plan, saved, lineage } = file;
    show(workspace, plan);
    workspace.changed = saved;
    workspace.lineage = Lineage::from_hashes(&lineage);
    workspace.lineage.add(state, workspace.plan.clone());
}

/// Shows the example under a new identity, without keeping it yet.
pub(super) fn show_example(workspace: &mut Workspace, fresh: PlanId) {
    replace_shown(workspace, |workspace| show(workspace, example(fresh).file.plan));
}

fn read(id: PlanId, text: &str) -> Result<PlanFile, Option<DecodeError>> {
    let text = wire::unseal(text).map_err(|_| None)?;
    let file = wire::decode_text(text).map_err(Some)?;
    // Under the name of another plan it is not what this program wrote there.
    if file.plan.id() == id { Ok(file) } else { Err(None) }
}

/// What is stored of a plan, when somebody opens it.
pub(super) fn from_storage(workspace: &mut Workspace, id: PlanId, stored: Stored, fresh: PlanId) -> Vec<Effect> {
    let arriving = workspace.arriving.take().filter(|arriving| arriving.file.plan.id() == id);
    let Stored { working, good, clashes, undo, refused } = stored;
    let good = good.and_then(|text| read(id, &text).ok());
    let damaged = match working.as_deref().map(|text| read(id, text)) {
        Some(Ok(file)) => {
            replace_shown(workspace, |workspace| adopt(workspace, file));
            workspace.clashes = open_choices(clashes.as_deref(), &workspace.plan);
            workspace.asked.clone_from(&workspace.clashes);
            if let Some(good) = good {
                workspace.lineage.know(good.state(), good.plan, good.lineage);
            }
            if let Some(steps) = undo.as_deref().and_then(|text| wire::unseal(text).ok()) {
                workspace.history = saved_steps::decode(steps);
            }
            return opened(workspace, arriving);
        }
        Some(Err(Some(why @ DecodeError::Newer { .. }))) => {
            return newer(workspace, id, working.unwrap_or_default(), arriving, why, fresh);
        }
        Some(Err(_)) => working,
        None => None,
    };
    let mut effects = Vec::new();
    if let Some(text) = damaged {
        effects.push(Effect::KeepDamaged { plan: id, text: text.clone() });
        workspace.notices.push(Notice::Damaged { plan: id, text, good: good.is_some() });
    } else if good.is_none() {
        return newly(workspace, id, arriving, refused);
    }
    match (good, arriving) {
        (Some(file), arriving) => {
            replace_shown(workspace, |workspace| adopt(workspace, file));
            workspace.clashes = open_choices(clashes.as_deref(), &workspace.plan);
            effects.extend(opened(workspace, arriving));
        }
        (None, Some(arriving)) => {
            replace_shown(workspace, |workspace| adopt(workspace, arriving.file));
            effects.push(Effect::RememberOpen(id));
        }
        (None, None) => {
            show_example(workspace, fresh);
            effects.push(Effect::RememberOpen(fresh));
        }
    }
    workspace.saving = Saving::Pending;
    effects.push(Effect::SaveSoon);
    effects
}

/// A kept plan is on screen; a file of it that was picked is merged into it.
fn opened(workspace: &mut Workspace, arriving: Option<Arriving>) -> Vec<Effect> {
    let mut effects = vec![Effect::RememberOpen(workspace.id())];
    if let Some(Arriving { file, name }) = arriving {
        effects.extend(take_over(workspace, file, name.map_or(Source::Here, Source::File)));
    }
    effects
}

/// What is kept was saved by a newer version of the program. It is left untouched.
fn newer(
    workspace: &mut Workspace,
    id: PlanId,
    text: String,
    arriving: Option<Arriving>,
    why: DecodeError,
    fresh: PlanId,
) -> Vec<Effect> {
    if let Some(name) = arriving.and_then(|arriving| arriving.name) {
        workspace.notices.push(Notice::NotImported { name, why });
    } else {
        workspace.notices.push(Notice::Newer { plan: id, text });
        show_example(workspace, fresh);
    }
    Vec::new()
}

/// A plan of which nothing is stored: what was waiting for it, or the example on the first visit.
fn newly(workspace: &mut Workspace, id: PlanId, arriving: Option<Arriving>, refused: bool) -> Vec<Effect> {
    match arriving {
        Some(arriving) => replace_shown(workspace, |workspace| adopt(workspace, arriving.file)),
        None if id == MANUMIX => replace_shown(workspace, |workspace| show(workspace, manumix())),
        None => {
            workspace.notices.push(Notice::Missing);
            // Nothing was opened before: the example may be kept with changes.
            let first = workspace.lineage.is_empty();
            return if first { vec![Effect::Load(MANUMIX)] } else { Vec::new() };
        }
    }
    workspace.saving = if refused { Saving::Refused } else { Saving::Pending };
    let mut effects = vec![Effect::RememberOpen(workspace.id())];
    effects.extend(update::save(workspace));
    effects
}

/// A copy written by another tab, or found when saving.
pub(super) fn from_tab(workspace: &mut Workspace, plan: PlanId, text: String, clashes: Option<String>) -> Vec<Effect> {
    if plan != workspace.id() {
        return Vec::new();
    }
    workspace.in_flight = None;
    match read(plan, &text) {
        Ok(file) => take_over(workspace, file, Source::Tab(clashes)),
        Err(Some(DecodeError::Newer { .. })) => {
            workspace.notices.push(Notice::Newer { plan, text });
            // From now on the newer program keeps it.
            workspace.saving = Saving::Refused;
            Vec::new()
        }
        // Not something that a tab of this program wrote: what is on screen goes on, and what was found is put aside.
        Err(_) => {
            workspace.notices.push(Notice::Damaged { plan, text: text.clone(), good: true });
            if workspace.saving == Saving::Saved {
                workspace.saving = Saving::Pending;
            }
            vec![Effect::KeepDamaged { plan, text }, Effect::SaveSoon]
        }
    }
}

/// A file that somebody picked.
pub(super) fn from_file(workspace: &mut Workspace, name: String, bytes: &[u8]) -> Vec<Effect> {
    match wire::decode(bytes) {
        Err(why) => {
            workspace.notices.push(Notice::NotImported { name, why });
            Vec::new()
        }
        Ok(file) if file.plan.id() == workspace.id() => take_over(workspace, file, Source::File(name)),
        Ok(file) => {
            let arriving = Arriving { file, name: Some(name) };
            leave::once_kept(workspace, Next::Take(Box::new(arriving)))
        }
    }
}

/// Where a copy of the plan on screen comes from.
enum Source {
    /// Another tab, with the choices that are open there, as stored.
    Tab(Option<String>),
    /// Nowhere: it starts here.
    Here,
    /// A file, by name: to take that over is a step that can be undone.
    File(String),
}

/// Merges a copy of the plan on screen into it.
fn take_over(workspace: &mut Workspace, file: PlanFile, source: Source) -> Vec<Effect> {
    let state = file.state();
    let ours = workspace.plan.clone();
    let known = workspace.lineage.contains(state);
    let (name, asked) = match source {
        Source::Tab(clashes) => (None, Some(clashes).filter(|_| !known || workspace.lineage.is_newest(state))),
        Source::Here => (None, None),
        Source::File(name) => (Some(name), None),
    };
    // Who has all that is kept here knows of every choice that was open in it.
    let informed = known || workspace.lineage.is_within(&file.lineage);
    let base = workspace.lineage.base_for(&file.lineage);
    // What nobody has changed yet is what every copy of it began with.
    let base = base.or_else(|| workspace.changed.is_none().then(|| ours.clone()));
    let (merged, clashes) =
        if known { ((*ours).clone(), Vec::new()) } else { merge(base.as_deref(), &ours, &file.plan) };
    if let Err(why) = bounds::step(&ours, &merged) {
        if name.is_none() {
            // Both cannot be kept in one place: the other tab keeps its own there.
            workspace.saving = Saving::Refused;
        }
        return update::refuse(workspace, why);
    }
    let PlanFile { plan: theirs, saved, lineage } = file;
    // What is kept here is in theirs, and there is nothing beside it.
    let follows = !known && merged == theirs && base.as_ref() == Some(&ours) && workspace.lineage.is_within(&lineage);
    // It is what is kept here, or the same plan come by another way: then one of the two tabs says so, or both would
    // without an end.
    let agrees = theirs == *ours && workspace.lineage.at(&ours).is_some_and(|ours| ours >= state);
    if known {
        // Older than what is on screen: it does not become its newest state.
    } else if follows {
        workspace.lineage.follow(state, Arc::new(theirs), &lineage);
    } else {
        workspace.lineage.join(state, Arc::new(theirs), &lineage);
    }
    workspace.changed = later(workspace.changed.take(), saved);
    let changes = merged != *ours;
    let clashing = clashes.len();
    let mut effects = Vec::new();
    if changes && name.is_some() {
        effects.extend(update::done(workspace, merged, Label::new(Verb::Merge, Text::default()), None));
    } else if changes {
        update::replace(workspace, merged);
    }
    if let Some(asked) = asked {
        let theirs = open_choices(asked.as_deref(), &workspace.plan);
        workspace.clashes = joined(&workspace.clashes, &workspace.asked, &theirs, informed);
        workspace.asked = theirs;
    }
    remember(&mut workspace.clashes, clashes);
    let all_asked = workspace.asked == workspace.clashes;
    match name {
        Some(name) if !changes && clashing == 0 => workspace.notices.push(Notice::NothingNew { name }),
        Some(name) => workspace.notices.push(Notice::Merged { name, clashes: clashing }),
        None if workspace.saving == Saving::Refused => {}
        None if follows && all_asked => workspace.saving = Saving::Saved,
        None if agrees && workspace.saving == Saving::Saved => {}
        // Also after word of something older: it may be late, or it may have been written over what was kept.
        None => {
            workspace.saving = Saving::Pending;
            effects.push(Effect::SaveSoon);
        }
    }
    effects
}

/// The stored choices that are still open in a plan. What is damaged is no choice.
fn open_choices(stored: Option<&str>, plan: &Plan) -> Vec<Clash> {
    let sound = stored.and_then(|text| wire::unseal(text).ok()).unwrap_or_default();
    saved_clashes::decode(sound).into_iter().filter(|clash| clash.is_open(plan)).collect()
}

/// The choices that are open here and in another tab. Of those that were kept, what is open here no more was chosen here,
/// and what somebody who is `informed` of them has no more was chosen there.
fn joined(ours: &[Clash], kept: &[Clash], theirs: &[Clash], informed: bool) -> Vec<Clash> {
    let chosen_here = |clash: &Clash| kept.contains(clash) && !ours.contains(clash);
    let known_there = |clash: &Clash| theirs.contains(clash) || (informed && kept.contains(clash));
    let theirs_alone = theirs.iter().filter(|clash| !chosen_here(clash));
    theirs_alone.chain(ours.iter().filter(|clash| !known_there(clash))).cloned().collect()
}

/// Adds clashes, a newer one in the place of an older one about the same field.
fn remember(known: &mut Vec<Clash>, new: Vec<Clash>) {
    for clash in new {
        known.retain(|other| (other.key, other.field) != (clash.key, clash.field));
        known.push(clash);
    }
}

/// The later of two RFC 3339 stamps in UTC, which sort as text.
fn later(one: Option<String>, other: Option<String>) -> Option<String> {
    one.max(other)
}
