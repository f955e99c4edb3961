//! The one way round: a message comes in, the workspace changes, effects go out.

use super::{
    Basis, Effect, Msg, Notice, Refusal, Said, Saving, Trouble, Workspace,
    arrive::{self, Arriving},
    bounds,
    leave::{self, Next},
    library, working,
};
use crate::{
    agenda::new_time,
    plan::{AnyRecord, Edit, Key, Label, Plan, Slot, Verb, apply},
    sync::{Clash, Delta, History, Side, Step, saved_steps},
    wire::{self, Hash},
};
use std::sync::Arc;

/// What a message makes of the workspace, and what the face has to do about it.
pub fn update(workspace: &mut Workspace, msg: Msg) -> Vec<Effect> {
    match msg {
        Msg::Edit { edit, at, typing } => edited(workspace, &edit, at, typing),
        Msg::Undo => stepped(workspace, History::undo, Said::Undone),
        Msg::Redo => stepped(workspace, History::redo, Said::Redone),
        Msg::Settle { clash, side, at } => settled(workspace, clash, side, at),
        Msg::Dismiss(index) => {
            if index < workspace.notices.len() {
                workspace.notices.remove(index);
            }
            Vec::new()
        }
        Msg::SaveDue => save(workspace),
        Msg::Saved => {
            if let Some((state, plan, asked)) = workspace.in_flight.take() {
                name_states(&mut workspace.clashes, state, |clash| asked.iter().any(|kept| kept.is_about(clash)));
                let all = Arc::ptr_eq(&plan, &workspace.plan) && asked == workspace.clashes;
                workspace.basis = Basis { plan: plan.clone(), states: vec![state] };
                workspace.lineage.add(state, plan);
                workspace.asked = asked;
                workspace.settled &= !all;
                workspace.saving = if all { Saving::Saved } else { Saving::Pending };
            }
            leave::go_on(workspace, Vec::new())
        }
        Msg::NotSaved(trouble) => {
            workspace.in_flight = None;
            workspace.saving = match trouble {
                // Who must not write does not begin to because a copy of what was written is missing.
                Trouble::Full if workspace.saving != Saving::Refused => Saving::Full,
                Trouble::Full | Trouble::Refused => Saving::Refused,
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
        Msg::Start(plan) => match bounds::whole(&plan) {
            Ok(()) => leave::once_kept(workspace, Next::Take(Box::new(Arriving::new(*plan)))),
            Err(why) => refuse(workspace, why),
        },
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
    match applied(&workspace.plan, edit) {
        Ok(next) if next == *workspace.plan => Vec::new(),
        Ok(next) => {
            workspace.clashes.extend(overtaken(&workspace.plan, edit));
            let moved = new_time(&next, edit);
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
        Err(why) => refuse(workspace, why),
    }
}

/// The plan after an edit, which can be read again.
fn applied(plan: &Plan, edit: &Edit) -> Result<Plan, Refusal> {
    let next = apply(plan, edit)?;
    bounds::step(plan, &next)?;
    Ok(next)
}

/// Says that a change was refused, in one notice: the newest.
pub(super) fn refuse(workspace: &mut Workspace, why: Refusal) -> Vec<Effect> {
    workspace.notices.retain(|notice| !matches!(notice, Notice::Refused(_)));
    workspace.notices.push(Notice::Refused(why.clone()));
    vec![Effect::Say(Said::Refused(why))]
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
        .map(|field| Clash {
            key: before.key(),
            field: Some(field),
            ours: ours(field),
            theirs: Some(now.clone()),
            of: Vec::new(),
        })
        .collect()
}

/// Puts the plan after a step on screen that can be undone. That something was handed out is a fact, and no part of a step.
pub(super) fn done(workspace: &mut Workspace, next: Plan, label: Label, moved: Option<Slot>) -> Vec<Effect> {
    let mut delta = Delta::between(&workspace.plan, &next);
    let changed = delta.0.len();
    delta.0.retain(|change| !matches!(change.key, Key::Version(_)));
    workspace.handed_out |= delta.0.len() < changed;
    if !delta.is_empty() {
        workspace.history.push(Step { label: label.clone(), delta });
    }
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

fn stepped(
    workspace: &mut Workspace,
    go: fn(&mut History, &Plan) -> Option<(Plan, Label)>,
    said: fn(Label) -> Said,
) -> Vec<Effect> {
    let mut history = workspace.history.clone();
    let Some((mut plan, label)) = go(&mut history, &workspace.plan) else { return Vec::new() };
    plan.versions.clone_from(&workspace.plan.versions);
    // What others added meanwhile may leave no room for what a step brings back.
    if let Err(why) = bounds::step(&workspace.plan, &plan) {
        return refuse(workspace, why);
    }
    workspace.history = history;
    replace(workspace, plan);
    vec![Effect::SaveSoon, Effect::Say(said(label))]
}

fn settled(workspace: &mut Workspace, index: usize, side: Side, at: String) -> Vec<Effect> {
    let Some(clash) = workspace.clashes.get(index) else { return Vec::new() };
    let chosen = match clash.choose(side, &workspace.plan).map(|edit| applied(&workspace.plan, &edit)).transpose() {
        Ok(chosen) => chosen,
        Err(why) => return refuse(workspace, why),
    };
    let clash = workspace.clashes.remove(index);
    workspace.changed = Some(at);
    let subject = clash.ours.as_ref().or(clash.theirs.as_ref()).map(AnyRecord::title).unwrap_or_default();
    let label = Label::new(Verb::Settle, subject);
    match chosen {
        Some(next) => done(workspace, next, label, None),
        // Ours stands already. It is saved again, with the time of the choice, so that other tabs learn of it.
        None => {
            replace(workspace, (*workspace.plan).clone());
            workspace.settled = true;
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
    let (state, mut asked) = (file.state(), workspace.clashes.clone());
    name_states(&mut asked, state, |_| true);
    let text = working::text_of(&file, &asked);
    workspace.in_flight = Some((state, workspace.plan.clone(), asked));
    vec![Effect::Save { plan: workspace.id(), text, undo: wire::seal(&saved_steps::encode(&workspace.history)) }]
}

/// Says of choices whose side here was not kept that it is in a state now.
fn name_states(clashes: &mut [Clash], state: Hash, kept: impl Fn(&Clash) -> bool) {
    for clash in clashes.iter_mut().filter(|clash| clash.of.is_empty() && kept(clash)) {
        clash.of.push(state);
    }
}

impl Workspace {
    /// The title of a record of the plan on screen, for words about it.
    #[must_use]
    pub fn title_of(&self, key: Key) -> crate::plan::Text {
        self.plan.record(key).map(|record| record.title()).unwrap_or_default()
    }
}
