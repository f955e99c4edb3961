//! The plans kept in this browser: listed, copied, renamed, handed out, deleted and restored.

use super::{
    Effect, Msg, Notice, Purpose, Saving, Workspace, arrive, bounds,
    keeper::{Found, Pile},
    leave::{self, Next, StandIn, example},
    update as one_way, working,
};
use crate::{
    exchange::names,
    order::sort_by_key,
    plan::{Edit, Meeting, Plan, PlanId, Table, Text},
    wire::{self, DecodeError, PlanFile},
};
use chrono::NaiveDate;
use std::{cmp::Reverse, sync::Arc};

/// A plan kept in this browser, as the list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The plan.
    pub id: PlanId,
    /// Where it is kept.
    pub pile: Pile,
    /// Whether this program can open it.
    pub condition: Condition,
    /// Its title; empty when it cannot be read.
    pub title: Text,
    /// Its first and last day.
    pub days: Option<(NaiveDate, NaiveDate)>,
    /// When it was last changed, as an RFC 3339 stamp in UTC.
    pub changed: Option<String>,
    /// How long its text is, in bytes.
    pub bytes: usize,
    /// The text itself where it cannot be read, to be handed out: as it was found, or what a newer version saved.
    pub text: Option<String>,
}

/// Whether a kept text can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Condition {
    /// It can.
    Sound,
    /// It was saved by a newer version of the program.
    Newer,
    /// It is not what was written there.
    Damaged,
}

/// The messages about kept plans.
pub(super) fn update(workspace: &mut Workspace, msg: Msg) -> Vec<Effect> {
    match msg {
        Msg::List => leave::once_kept(workspace, Next::List),
        Msg::Listed(found) => {
            let shown = |found: &Found| found.pile == Pile::Kept && found.plan == workspace.id();
            let mut kept: Vec<_> = found.into_iter().filter(|found| !shown(found)).map(listed).collect();
            // The plan on screen is listed first, as it is on screen, also where it could not be kept.
            let file = workspace.file();
            kept.push(sound(Pile::Kept, &file, wire::encode(&file).len()));
            // Then the last changed and the newest first, and what cannot be read last.
            let shown = workspace.id();
            sort_by_key(&mut kept, |kept| {
                let away = kept.id != shown;
                (kept.pile, kept.condition, away, Reverse(kept.changed.clone()), Reverse(kept.id), kept.bytes)
            });
            workspace.kept = kept;
            Vec::new()
        }
        Msg::Export(plan) if plan == workspace.id() => vec![download(&workspace.file())],
        Msg::Export(plan) => vec![Effect::Fetch(plan, Purpose::Export)],
        Msg::Duplicate { plan, copy, mark } if plan == workspace.id() => {
            let file = workspace.file();
            duplicate(workspace, file, copy, &mark)
        }
        Msg::Duplicate { plan, copy, mark } => vec![Effect::Fetch(plan, Purpose::Duplicate(copy, mark))],
        Msg::Rename { plan, title, at } if plan == workspace.id() => {
            let before = (*workspace.plan.meeting).clone();
            let after = Meeting { title, ..before.clone() };
            let edit = Edit::revise(before, after);
            let mut effects = one_way::update(workspace, Msg::Edit { edit, at, typing: false });
            effects.extend(leave::once_kept(workspace, Next::List));
            effects
        }
        Msg::Rename { plan, title, at } => vec![Effect::Fetch(plan, Purpose::Rename(title, at))],
        Msg::Fetched { plan, purpose, text } => fetched(workspace, plan, purpose, text),
        Msg::NotPut => {
            workspace.notices.push(Notice::NotPut);
            Vec::new()
        }
        Msg::Delete { plan, fresh } if plan == workspace.id() => {
            leave::once_kept(workspace, Next::Delete { plan, fresh })
        }
        Msg::Delete { plan, .. } => {
            workspace.notices.push(Notice::Deleted(plan));
            made_room(workspace, vec![Effect::Discard(plan)])
        }
        Msg::Restore(plan) => {
            workspace.notices.retain(|notice| *notice != Notice::Deleted(plan));
            let mut effects = vec![Effect::Restore(plan)];
            if workspace.stand_in.is_some_and(|stand_in| stand_in.of == plan) {
                effects.extend(leave::once_kept(workspace, Next::Reopen(plan)));
            } else {
                effects.push(Effect::List);
            }
            effects
        }
        Msg::Purge(pile, plan) => {
            workspace.notices.retain(|notice| pile != Pile::Deleted || *notice != Notice::Deleted(plan));
            made_room(workspace, vec![Effect::Purge(pile, plan)])
        }
        _ => Vec::new(),
    }
}

/// There is more room than before: what had none is tried again.
fn made_room(workspace: &Workspace, mut effects: Vec<Effect>) -> Vec<Effect> {
    if workspace.saving == Saving::Full {
        effects.push(Effect::SaveSoon);
    }
    effects.push(Effect::List);
    effects
}

/// Deletes the plan on screen, which is kept as well as it can be. The next one takes its place, or the example: there
/// is always something to see.
pub(super) fn delete_shown(workspace: &mut Workspace, plan: PlanId, fresh: PlanId) -> Vec<Effect> {
    workspace.notices.push(Notice::Deleted(plan));
    let sound = |kept: &&Kept| kept.pile == Pile::Kept && kept.condition == Condition::Sound && kept.id != plan;
    let next = workspace.kept.iter().find(sound).map(|kept| kept.id);
    arrive::show_example(workspace, fresh);
    workspace.stand_in = Some(StandIn { of: plan, example: next.is_none() });
    let load = next.unwrap_or_else(|| {
        workspace.arriving = Some(example(fresh));
        fresh
    });
    vec![Effect::Discard(plan), Effect::Load(load), Effect::List]
}

/// Takes a plan out that nobody needs to find again.
pub(super) fn forget(plan: PlanId) -> [Effect; 2] {
    [Effect::Discard(plan), Effect::Purge(Pile::Deleted, plan)]
}

fn fetched(workspace: &mut Workspace, plan: PlanId, purpose: Purpose, text: Option<String>) -> Vec<Effect> {
    let file = text.as_deref().and_then(|text| decoded(text).ok());
    match (file, purpose) {
        (Some(file), Purpose::Duplicate(copy, mark)) => duplicate(workspace, file, copy, &mark),
        (Some(file), Purpose::Rename(title, at)) => {
            let mut changed = file.plan.clone();
            changed.meeting = Arc::new(Meeting { title, ..(*changed.meeting).clone() });
            let mut lineage = vec![file.state()];
            lineage.extend(file.lineage);
            put(workspace, plan, &PlanFile { plan: changed, saved: Some(at), lineage })
        }
        (Some(file), Purpose::Export) => vec![download(&file)],
        // Even what this program cannot read can be handed out, as it is.
        (None, Purpose::Export) if text.is_some() => text
            .map(|text| Effect::Download { name: "plan.txt".into(), text: working::importable(&text).to_string() })
            .into_iter()
            .collect(),
        (None, _) => {
            workspace.notices.push(Notice::Missing);
            vec![Effect::List]
        }
    }
}

/// Keeps a copy of a plan under another identity, its title marked.
fn duplicate(workspace: &mut Workspace, file: PlanFile, copy: PlanId, mark: &Text) -> Vec<Effect> {
    let mut plan = file.plan.copied_as(copy);
    // Of the copy nothing was handed out yet.
    plan.versions = Table::default();
    plan.meeting = Arc::new(Meeting { title: marked(&plan, mark), ..(*plan.meeting).clone() });
    put(workspace, copy, &PlanFile { plan, lineage: Vec::new(), ..file })
}

fn put(workspace: &mut Workspace, plan: PlanId, file: &PlanFile) -> Vec<Effect> {
    if let Err(why) = bounds::whole(&file.plan) {
        return one_way::refuse(workspace, why);
    }
    vec![Effect::Put { plan, text: working::text_of(file, &[]) }, Effect::List]
}

/// The title with a mark in brackets, in every language that it is given in.
fn marked(plan: &Plan, mark: &Text) -> Text {
    let with = |title: &str, mark: &str| if title.is_empty() { String::new() } else { format!("{title} ({mark})") };
    let title = &plan.meeting.title;
    Text::new(with(&title.english, &mark.english), with(&title.italian, &mark.italian))
}

/// The plan as a file that the reader can keep.
fn download(file: &PlanFile) -> Effect {
    Effect::Download { name: file_name(&file.plan), text: wire::encode_pretty(file) }
}

/// The name of a plan's file.
pub(super) fn file_name(plan: &Plan) -> String {
    names::stem(plan) + ".itinera.json"
}

fn decoded(text: &str) -> Result<PlanFile, Condition> {
    let (text, _) = working::parts_of(text).map_err(|_| Condition::Damaged)?;
    wire::decode_text(text).map_err(|error| match error {
        DecodeError::Newer { .. } => Condition::Newer,
        _ => Condition::Damaged,
    })
}

fn listed(found: Found) -> Kept {
    let Found { pile, plan, text } = found;
    let bytes = text.len();
    match decoded(&text) {
        Ok(file) if file.plan.id() == plan => sound(pile, &file, bytes),
        other => {
            let condition = other.err().unwrap_or(Condition::Damaged);
            let text = Some(if condition == Condition::Newer { working::importable(&text).to_string() } else { text });
            Kept { id: plan, pile, condition, title: Text::default(), days: None, changed: None, bytes, text }
        }
    }
}

fn sound(pile: Pile, file: &PlanFile, bytes: usize) -> Kept {
    let plan = &file.plan;
    let days = plan.days.iter().next().zip(plan.days.iter().next_back());
    Kept {
        id: plan.id(),
        pile,
        condition: Condition::Sound,
        title: plan.meeting.title.clone(),
        days: days.map(|(first, last)| (first.id, last.id)),
        changed: file.saved.clone(),
        bytes,
        text: None,
    }
}
