//! Copies of plans that arrive: from storage when a plan is opened, from another tab, from a file.

use super::{
    Basis, Effect, Notice, Saving, Stored, Workspace, bounds,
    leave::{self, Next, example, replace_shown},
    update, working,
};
use crate::{
    example::{MANUMIX, manumix},
    plan::{Label, Plan, PlanId, Text, Verb},
    sync::{Clash, Lineage, merge, saved_clashes, saved_steps},
    wire::{self, DecodeError, Hash, PlanFile},
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
    workspace.basis = Basis { plan: workspace.plan.clone(), states: vec![state] };
}

/// Shows the example under a new identity, without keeping it yet.
pub(super) fn show_example(workspace: &mut Workspace, fresh: PlanId) {
    replace_shown(workspace, |workspace| show(workspace, example(fresh).file.plan));
}

/// A plan as it was kept, and the choices that were open in it.
fn read(id: PlanId, text: &str) -> Result<(PlanFile, Vec<Clash>), Option<DecodeError>> {
    let (text, choices) = working::parts_of(text).map_err(|_| None)?;
    let file = wire::decode_text(text).map_err(Some)?;
    // Under the name of another plan it is not what this program wrote there.
    if file.plan.id() == id { Ok((file, saved_clashes::decode(choices))) } else { Err(None) }
}

/// What is stored of a plan, when somebody opens it.
pub(super) fn from_storage(workspace: &mut Workspace, id: PlanId, stored: Stored, fresh: PlanId) -> Vec<Effect> {
    let arriving = workspace.arriving.take().filter(|arriving| arriving.file.plan.id() == id);
    let Stored { working, good, undo, refused } = stored;
    let good = good.and_then(|text| read(id, &text).ok());
    let damaged = match working.as_deref().map(|text| read(id, text)) {
        Some(Ok((file, choices))) => {
            replace_shown(workspace, |workspace| adopt(workspace, file));
            workspace.clashes = still_open(choices, &workspace.plan);
            workspace.asked.clone_from(&workspace.clashes);
            if let Some((good, _)) = good {
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
        (Some((file, choices)), arriving) => {
            replace_shown(workspace, |workspace| adopt(workspace, file));
            workspace.clashes = still_open(choices, &workspace.plan);
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
pub(super) fn from_tab(workspace: &mut Workspace, plan: PlanId, text: String) -> Vec<Effect> {
    if plan != workspace.id() {
        return Vec::new();
    }
    workspace.in_flight = None;
    match read(plan, &text) {
        Ok((file, asked)) => take_over(workspace, file, Source::Tab(asked)),
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
    /// Another tab, with the choices that are open there.
    Tab(Vec<Clash>),
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
        Source::Tab(asked) => (None, Some(asked).filter(|_| !known || workspace.lineage.is_newest(state))),
        Source::Here => (None, None),
        Source::File(name) => (Some(name), None),
    };
    let (chosen_there, chosen_here) = asked.as_deref().map(|asked| chosen(workspace, &file, asked)).unwrap_or_default();
    let base = workspace.lineage.base_for(&file.lineage).map(|mut base| {
        for clash in chosen_there.iter().chain(&chosen_here) {
            clash.leave_to_the_other(Arc::make_mut(&mut base));
        }
        base
    });
    // What nobody has changed yet is what every copy of it began with.
    let base = base.or_else(|| workspace.changed.is_none().then(|| ours.clone()));
    let (merged, mut clashes) =
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
    let unkept = !Arc::ptr_eq(&ours, &workspace.basis.plan);
    // One that is known is older than what is on screen: it does not become its newest state.
    if !known {
        workspace.basis.states.push(state);
        for clash in clashes.iter_mut().filter(|clash| stands_in(&workspace.basis.plan, clash)) {
            clash.of.clone_from(&workspace.basis.states);
        }
        if unkept {
            workspace.basis.plan = Arc::new(merge(base.as_deref(), &workspace.basis.plan, &theirs).0);
        }
        if follows {
            workspace.basis.states = vec![state];
            workspace.lineage.follow(state, Arc::new(theirs), &lineage);
        } else {
            workspace.lineage.join(state, Arc::new(theirs), &lineage);
        }
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
    if !known && !unkept {
        workspace.basis.plan = workspace.plan.clone();
    }
    if let Some(asked) = asked {
        let is_in = |chosen: &[Clash], clash: &Clash| chosen.iter().any(|other| other.is_about(clash));
        workspace.asked = still_open(asked, &workspace.plan);
        workspace.clashes.retain(|clash| !is_in(&chosen_there, clash));
        let theirs: Vec<_> = workspace.asked.iter().filter(|clash| !is_in(&chosen_here, clash)).cloned().collect();
        remember(&mut workspace.clashes, theirs);
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

/// The choices that are still open in a plan.
fn still_open(choices: Vec<Clash>, plan: &Plan) -> Vec<Clash> {
    choices.into_iter().filter(|clash| clash.is_open(plan)).collect()
}

/// The choices open here that were made in another tab, and those open there that were made here: what one side knows of
/// and has open no more.
fn chosen(workspace: &Workspace, file: &PlanFile, asked: &[Clash]) -> (Vec<Clash>, Vec<Clash>) {
    let lineage = &workspace.lineage;
    let state = file.state();
    let made = |open: &[Clash], by: &[Clash], contains: &dyn Fn(Hash) -> bool| -> Vec<Clash> {
        let is_made = |clash: &&Clash| clash.is_known(contains) && !by.iter().any(|other| other.is_about(clash));
        open.iter().filter(is_made).cloned().collect()
    };
    let there = made(&workspace.clashes, asked, &|hash| hash == state || file.lineage.contains(&hash));
    let here = made(asked, &workspace.clashes, &|hash| lineage.contains(hash));
    (there, here)
}

/// Whether what stands on our side of a choice is in a plan as well.
fn stands_in(plan: &Plan, clash: &Clash) -> bool {
    match (plan.record(clash.key), &clash.ours, clash.field) {
        (Some(there), Some(ours), Some(field)) => !there.changed(ours).contains(&field),
        (there, ours, _) => there == *ours,
    }
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
