//! The one way round: a message comes in, the workspace changes, effects go out.

use super::{
    Effect, Msg, Notice, Said, Saving, Trouble, Workspace,
    arrive::{self, Arriving},
    leave::{self, Next},
    library,
};
use crate::{
    plan::{AnyRecord, Edit, Key, Label, Plan, Slot, Verb, apply},
    sync::{Clash, Delta, Step, saved_steps},
    wire,
};
use std::sync::Arc;

/// What a message makes of the workspace, and what the face has to do about it.
pub fn update(workspace: &mut Workspace, msg: Msg) -> Vec<Effect> {
    match msg {
        Msg::Edit { edit, at, typing } => edited(workspace, &edit, at, typing),
        Msg::Undo => {
            let plan = workspace.plan.clone();
            let undone = workspace.history.undo(&plan);
            stepped(workspace, undone, Said::Undone)
        }
        Msg::Redo => {
            let plan = workspace.plan.clone();
            let redone = workspace.history.redo(&plan);
            stepped(workspace, redone, Said::Redone)
        }
        Msg::Settle { clash, side } => settled(workspace, clash, side),
        Msg::Dismiss(index) => {
            if index < workspace.notices.len() {
                workspace.notices.remove(index);
            }
            Vec::new()
        }
        Msg::SaveDue => save(workspace),
        Msg::Saved => {
            if let Some((state, plan)) = workspace.in_flight.take() {
                let all = Arc::ptr_eq(&plan, &workspace.plan);
                workspace.lineage.add(state, plan);
                workspace.saving = if all { Saving::Saved } else { Saving::Pending };
            }
            leave::go_on(workspace, Vec::new())
        }
        Msg::NotSaved(trouble) => {
            workspace.in_flight = None;
            workspace.saving = match trouble {
                Trouble::Full => Saving::Full,
                Trouble::Refused => Saving::Refused,
            };
            leave::go_on(workspace, Vec::new())
        }
        Msg::Arrived { plan, text } => {
            let effects = arrive::from_tab(workspace, plan, text);
            leave::go_on(workspace, effects)
        }
        Msg::Loaded { plan, stored, fresh } => arrive::from_storage(workspace, plan, stored, fresh),
        Msg::Import { name, bytes } => arrive::from_file(workspace, name, &bytes),
        Msg::Open(plan) => leave::once_kept(workspace, Next::Open(plan)),
        Msg::Meant { mark, kept } => leave::meant(workspace, &mark, kept),
        Msg::Start(plan) => leave::once_kept(workspace, Next::Take(Box::new(Arriving::new(*plan)))),
        Msg::Export(_)
        | Msg::List
        | Msg::Listed { .. }
        | Msg::Duplicate { .. }
        | Msg::Rename { .. }
        | Msg::Fetched { .. }
        | Msg::NotPut
        | Msg::Delete { .. }
        | Msg::Restore(_)
        | Msg::Purge(..) => library::update(workspace, msg),
    }
}

fn edited(workspace: &mut Workspace, edit: &Edit, at: String, typing: bool) -> Vec<Effect> {
    let before = std::mem::take(&mut workspace.typing);
    let label = edit.label(&workspace.plan);
    match apply(&workspace.plan, edit) {
        Ok(next) if next == *workspace.plan => Vec::new(),
        Ok(next) => {
            workspace.clashes.extend(overtaken(&workspace.plan, edit));
            let moved = match edit {
                Edit::Reschedule { slot, .. } => Some(*slot),
                _ => None,
            };
            workspace.changed = Some(at);
            let field = filled_in(edit);
            let effects = if field.is_some() && field == before && workspace.history.to_undo().is_some() {
                workspace.history.extend(&workspace.plan, &next);
                replace(workspace, next);
                vec![Effect::SaveSoon]
            } else {
                done(workspace, next, label, moved)
            };
            workspace.typing = field.filter(|_| typing);
            effects
        }
        Err(error) => {
            workspace.notices.push(Notice::Refused(error.clone()));
            vec![Effect::Say(Said::Refused(error))]
        }
    }
}

/// Which fields of which record an edit fills in.
fn filled_in(edit: &Edit) -> Option<(Key, Vec<&'static str>)> {
    let Edit::Revise { before, after } = edit else { return None };
    Some((before.key(), before.changed(after)))
}

/// The fields that a form changes although somebody else changed them since the form was opened.
fn overtaken(plan: &Plan, edit: &Edit) -> Vec<Clash> {
    let Edit::Revise { before, after } = edit else { return Vec::new() };
    let Some(now) = plan.record(before.key()) else { return Vec::new() };
    let others: Vec<_> = now.changed(before);
    let mine = before.changed(after).into_iter().filter(|field| others.contains(field));
    let differing = mine.filter(|field| now.changed(after).contains(field));
    let ours = |field| Some(now.taking(after, field));
    differing
        .map(|field| Clash { key: before.key(), field: Some(field), ours: ours(field), theirs: Some(now.clone()) })
        .collect()
}

/// Puts the plan after an undoable step on screen.
pub(super) fn done(workspace: &mut Workspace, next: Plan, label: Label, moved: Option<Slot>) -> Vec<Effect> {
    let delta = Delta::between(&workspace.plan, &next);
    workspace.history.push(Step { label: label.clone(), delta });
    replace(workspace, next);
    vec![Effect::SaveSoon, Effect::Say(Said::Done(label, moved))]
}

/// Puts another state of the plan on screen and marks it for saving.
pub(super) fn replace(workspace: &mut Workspace, next: Plan) {
    workspace.typing = None;
    workspace.plan = Arc::new(next);
    workspace.clashes.retain(|clash| clash.is_open(&workspace.plan));
    // Where there was no room, that is said until there is.
    if workspace.saving == Saving::Saved {
        workspace.saving = Saving::Pending;
    }
}

fn stepped(workspace: &mut Workspace, step: Option<(Plan, Label)>, said: fn(Label) -> Said) -> Vec<Effect> {
    let Some((plan, label)) = step else { return Vec::new() };
    replace(workspace, plan);
    vec![Effect::SaveSoon, Effect::Say(said(label))]
}

fn settled(workspace: &mut Workspace, index: usize, side: crate::sync::Side) -> Vec<Effect> {
    if index >= workspace.clashes.len() {
        return Vec::new();
    }
    let clash = workspace.clashes.remove(index);
    let subject = clash.ours.as_ref().or(clash.theirs.as_ref()).map(AnyRecord::title).unwrap_or_default();
    let label = Label::new(Verb::Settle, subject);
    let chosen = clash.choose(side, &workspace.plan).and_then(|edit| apply(&workspace.plan, &edit).ok());
    match chosen {
        Some(next) => done(workspace, next, label, None),
        // Ours stands already. It is saved again, so that other tabs learn that the choice was made.
        None => {
            replace(workspace, (*workspace.plan).clone());
            vec![Effect::SaveSoon, Effect::Say(Said::Done(label, None))]
        }
    }
}

/// Asks for the plan to be kept, when something is not kept yet.
pub(super) fn save(workspace: &mut Workspace) -> Vec<Effect> {
    if matches!(workspace.saving, Saving::Saved | Saving::Refused) {
        return Vec::new();
    }
    let file = workspace.file();
    workspace.in_flight = Some((file.state(), workspace.plan.clone()));
    vec![Effect::Save {
        plan: workspace.id(),
        text: wire::seal(&wire::encode(&file)),
        undo: wire::seal(&saved_steps::encode(&workspace.history)),
    }]
}

impl Workspace {
    /// The title of a record of the plan on screen, for words about it.
    #[must_use]
    pub fn title_of(&self, key: Key) -> crate::plan::Text {
        self.plan.record(key).map(|record| record.title()).unwrap_or_default()
    }
}
