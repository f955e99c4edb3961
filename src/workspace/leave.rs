//! Leaving the plan on screen for another one: first it is kept, with what another tab wrote meanwhile; where it cannot
//! be kept, it is handed to the reader.

use super::{Effect, Notice, Saving, Workspace, arrive::Arriving, library, mark_of, update};
use crate::{example::manumix, plan::PlanId, wire};

/// What waits until the plan on screen is kept, or cannot be.
#[derive(Debug, Clone)]
pub(super) enum Next {
    /// Open a kept plan.
    Open(PlanId),
    /// Open a kept plan at the address by which somebody came.
    Follow(PlanId),
    /// Open a kept plan that was deleted, without leaving the screen for it.
    Reopen(PlanId),
    /// Open what arrived.
    Take(Box<Arriving>),
    /// Delete the plan on screen; a new identity for the example that may have to take its place.
    Delete {
        /// The plan.
        plan: PlanId,
        /// The identity.
        fresh: PlanId,
    },
    /// List the kept plans.
    List,
}

/// The plan on screen took the place of one that was deleted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct StandIn {
    /// The deleted plan.
    pub of: PlanId,
    /// Whether it is the example, which nobody asked for.
    pub example: bool,
}

/// Opens the plan of which an address is, where it is another one than that on screen.
pub(super) fn meant(workspace: &mut Workspace, mark: &str, kept: Option<PlanId>) -> Vec<Effect> {
    workspace.notices.retain(|notice| *notice != Notice::OtherMeeting);
    match kept {
        _ if mark_of(workspace.id()) == mark => Vec::new(),
        Some(plan) => once_kept(workspace, Next::Follow(plan)),
        None => {
            workspace.notices.push(Notice::OtherMeeting);
            Vec::new()
        }
    }
}

/// Does something as soon as the plan on screen is kept.
pub(super) fn once_kept(workspace: &mut Workspace, next: Next) -> Vec<Effect> {
    let effects = update::save(workspace);
    if effects.is_empty() {
        return go(workspace, next);
    }
    workspace.waiting.push(next);
    effects
}

/// The storage answered: does what waited for it, unless there is more to keep first.
pub(super) fn go_on(workspace: &mut Workspace, mut effects: Vec<Effect>) -> Vec<Effect> {
    if !workspace.waiting.is_empty() && workspace.saving == Saving::Pending {
        effects.extend(update::save(workspace));
        return effects;
    }
    for next in std::mem::take(&mut workspace.waiting) {
        effects.extend(go(workspace, next));
    }
    effects
}

fn go(workspace: &mut Workspace, next: Next) -> Vec<Effect> {
    match next {
        Next::Open(plan) => {
            workspace.stand_in = None;
            if plan == workspace.id() {
                return vec![Effect::ShowAgenda];
            }
            vec![Effect::Load(plan), Effect::ShowAgenda]
        }
        Next::Follow(plan) => {
            workspace.stand_in = None;
            vec![Effect::Load(plan)]
        }
        Next::Reopen(plan) => {
            let example = workspace.stand_in.take().is_some_and(|stand_in| stand_in.example);
            let mut effects = vec![Effect::Load(plan)];
            if example && workspace.changed.is_none() {
                effects.extend(library::forget(workspace.id()));
            }
            effects.push(Effect::List);
            effects
        }
        Next::Take(arriving) => {
            workspace.stand_in = None;
            let plan = arriving.file.plan.id();
            workspace.arriving = Some(*arriving);
            vec![Effect::Load(plan), Effect::ShowAgenda]
        }
        Next::Delete { plan, fresh } => library::delete_shown(workspace, plan, fresh),
        Next::List => vec![Effect::List],
    }
}

/// Puts the plan on screen that `show` shows in the place of the present one, of which nothing is lost.
pub(super) fn replace_shown(workspace: &mut Workspace, show: impl FnOnce(&mut Workspace)) {
    if workspace.has_unkept() {
        let file = workspace.file();
        let notice = Notice::NotKept { name: library::file_name(&file.plan), text: wire::encode_pretty(&file) };
        workspace.notices.push(notice);
    }
    workspace.saving = Saving::Saved;
    show(workspace);
}

/// The shipped example under a new identity, to be opened.
pub(super) fn example(fresh: PlanId) -> Arriving {
    Arriving::new(manumix().copied_as(fresh))
}
