//! Copies of plans that arrive: from storage when a plan is opened, from another tab, from a file.

use super::{Effect, Notice, Saving, Stored, Workspace, update};
use crate::{
    plan::{Label, Meeting, Plan, PlanId, Text, Verb, manumix},
    sync::{Clash, Lineage, merge, saved_steps},
    wire::{self, DecodeError, PlanFile},
};
use std::sync::Arc;

/// Puts a plan on screen that nothing is known of yet.
pub(super) fn show(workspace: &mut Workspace, plan: Plan) {
    let (notices, kept, refused) = (
        std::mem::take(&mut workspace.notices),
        std::mem::take(&mut workspace.kept),
        workspace.saving == Saving::Refused,
    );
    *workspace = Workspace { notices, kept, ..Workspace::showing(plan) };
    if refused {
        workspace.saving = Saving::Refused;
    }
}

/// Puts a plan from a file or from storage on screen.
fn adopt(workspace: &mut Workspace, file: PlanFile) {
    let state = file.state();
    let PlanFile { plan, saved, lineage } = file;
    show(workspace, plan);
    workspace.changed = saved;
    workspace.lineage = Lineage::from_hashes(&lineage);
    workspace.lineage.add(state, Some(workspace.plan.clone()));
}

fn read(text: &str) -> Result<PlanFile, Option<DecodeError>> {
    let text = wire::unseal(text).map_err(|_| None)?;
    wire::decode(text.as_bytes()).map_err(Some)
}

/// What is stored of a plan, when somebody opens it.
pub(super) fn from_storage(workspace: &mut Workspace, id: PlanId, stored: Stored, fresh: PlanId) -> Vec<Effect> {
    if stored.refused {
        workspace.saving = Saving::Refused;
    }
    let mut effects = Vec::new();
    let good = stored.good.as_deref().and_then(|text| read(text).ok());
    match stored.working.as_deref().map(read) {
        Some(Ok(file)) => {
            adopt(workspace, file);
            if let Some(steps) = stored.undo.as_deref().and_then(|text| wire::unseal(text).ok()) {
                workspace.history = saved_steps::decode(steps);
            }
        }
        Some(Err(problem)) => {
            let text = stored.working.unwrap_or_default();
            if matches!(problem, Some(DecodeError::Newer { .. })) {
                workspace.notices.push(Notice::Newer { plan: id, text });
                show(workspace, renumbered(&manumix(), fresh));
                return Vec::new();
            }
            effects.push(Effect::KeepDamaged { plan: id, text: text.clone() });
            workspace.notices.push(Notice::Damaged { plan: id, text, good: good.is_some() });
            match good {
                Some(file) => adopt(workspace, file),
                None => show(workspace, renumbered(&manumix(), fresh)),
            }
            if workspace.saving == Saving::Saved {
                workspace.saving = Saving::Pending;
                effects.push(Effect::SaveSoon);
            }
        }
        None if good.is_some() => {
            if let Some(file) = good {
                adopt(workspace, file);
            }
        }
        None => return newly(workspace, id),
    }
    if let Some(file) = workspace.arriving.take() {
        effects.extend(take_over(workspace, file, None));
    }
    effects.push(Effect::RememberOpen(workspace.id()));
    effects
}

/// A plan of which nothing is stored: the file that was waiting for it, or the example on the first visit.
fn newly(workspace: &mut Workspace, id: PlanId) -> Vec<Effect> {
    match workspace.arriving.take() {
        Some(file) => adopt(workspace, file),
        None if id == manumix().id() => show(workspace, manumix()),
        None => {
            workspace.notices.push(Notice::Missing);
            return Vec::new();
        }
    }
    let mut effects = vec![Effect::RememberOpen(workspace.id())];
    if workspace.saving != Saving::Refused {
        workspace.saving = Saving::Pending;
        effects.extend(update::save(workspace));
    }
    effects
}

/// A copy written by another tab, or found when saving.
pub(super) fn from_tab(workspace: &mut Workspace, plan: PlanId, text: String) -> Vec<Effect> {
    if plan != workspace.id() {
        return Vec::new();
    }
    workspace.in_flight = None;
    match read(&text) {
        Ok(file) if file.plan.id() == plan => take_over(workspace, file, None),
        Err(Some(DecodeError::Newer { .. })) => {
            workspace.notices.push(Notice::Newer { plan, text });
            workspace.saving = Saving::Refused;
            Vec::new()
        }
        // Not something that a tab of this program wrote: what is on screen goes on, and what was found is put aside.
        _ => {
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
        Ok(file) if file.plan.id() == workspace.id() => take_over(workspace, file, Some(name)),
        Ok(file) => {
            let mut effects = update::save(workspace);
            effects.extend([Effect::Load(file.plan.id()), Effect::ShowAgenda]);
            workspace.arriving = Some(file);
            effects
        }
    }
}

/// Merges a copy of the plan on screen into it; from a file, by name, that is a step that can be undone.
fn take_over(workspace: &mut Workspace, file: PlanFile, name: Option<String>) -> Vec<Effect> {
    let state = file.state();
    let nothing_new = workspace.lineage.contains(state);
    let base = workspace.lineage.base_for(&file.lineage);
    let ours = workspace.plan.clone();
    let (merged, clashes) =
        if nothing_new { ((*ours).clone(), Vec::new()) } else { merge(base.as_deref(), &ours, &file.plan) };
    let same_as_theirs = merged == file.plan;
    workspace.lineage.absorb(&file.lineage);
    workspace.lineage.add(state, Some(Arc::new(file.plan)));
    workspace.changed = later(workspace.changed.take(), file.saved);
    let mut effects = Vec::new();
    let clashing = clashes.len();
    if merged != *ours {
        if name.is_some() {
            effects.extend(update::done(workspace, merged, Label::new(Verb::Merge, Text::default()), None));
        } else {
            update::replace(workspace, merged);
        }
    }
    remember(&mut workspace.clashes, clashes);
    if let Some(name) = name {
        workspace.notices.push(Notice::Merged { name, clashes: clashing });
    } else if workspace.saving != Saving::Refused {
        workspace.saving = if same_as_theirs { Saving::Saved } else { Saving::Pending };
        if !same_as_theirs {
            effects.push(Effect::SaveSoon);
        }
    }
    effects
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

/// The same plan under another identity.
pub(super) fn renumbered(plan: &Plan, id: PlanId) -> Plan {
    let mut copy = plan.clone();
    copy.meeting = Arc::new(Meeting { id, ..(*plan.meeting).clone() });
    copy
}
