//! The plans kept in this browser: listed, copied, renamed, handed out, deleted and restored.

use super::{Effect, Msg, Notice, Purpose, Workspace, arrive::renumbered, update as one_way};
use crate::{
    order::sort_by_key,
    plan::{Edit, Meeting, Plan, PlanId, Text, manumix},
    wire::{self, PlanFile},
};
use chrono::NaiveDate;
use std::{cmp::Reverse, sync::Arc};

/// A plan kept in this browser, as the list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The plan.
    pub id: PlanId,
    /// Its title; empty when it cannot be read.
    pub title: Text,
    /// Its first and last day.
    pub days: Option<(NaiveDate, NaiveDate)>,
    /// When it was last changed, as an RFC 3339 stamp in UTC.
    pub changed: Option<String>,
    /// Whether this program can open it.
    pub readable: bool,
    /// Whether it is in the bin.
    pub deleted: bool,
}

/// The messages about kept plans.
pub(super) fn update(workspace: &mut Workspace, msg: Msg) -> Vec<Effect> {
    match msg {
        Msg::List => {
            let mut effects = one_way::save(workspace);
            effects.push(Effect::List);
            effects
        }
        Msg::Listed { kept, deleted } => {
            let list = |texts: Vec<(PlanId, String)>, deleted| {
                texts.into_iter().map(move |(id, text)| listed(id, &text, deleted))
            };
            workspace.kept = list(kept, false).chain(list(deleted, true)).collect();
            // The newest first, those in the bin last.
            sort_by_key(&mut workspace.kept, |kept| (kept.deleted, Reverse(kept.changed.clone()), kept.id));
            Vec::new()
        }
        Msg::Export(plan) if plan == workspace.id() => vec![download(&workspace.file())],
        Msg::Export(plan) => vec![Effect::Fetch(plan, Purpose::Export)],
        Msg::Duplicate { plan, copy, mark } => {
            let mut effects = one_way::save(workspace);
            effects.push(Effect::Fetch(plan, Purpose::Duplicate(copy, mark)));
            effects
        }
        Msg::Rename { plan, title, at } if plan == workspace.id() => {
            let meeting = Meeting { title, ..(*workspace.plan.meeting).clone() };
            let edit = Edit::revise((*workspace.plan.meeting).clone(), meeting);
            let mut effects = one_way::update(workspace, Msg::Edit { edit, at, typing: false });
            effects.extend(one_way::save(workspace));
            effects.push(Effect::List);
            effects
        }
        Msg::Rename { plan, title, at } => vec![Effect::Fetch(plan, Purpose::Rename(title, at))],
        Msg::Fetched { plan, purpose, text } => fetched(workspace, plan, purpose, text),
        Msg::Delete { plan, fresh } => {
            let mut effects = one_way::save(workspace);
            effects.push(Effect::Discard(plan));
            workspace.notices.push(Notice::Deleted(plan));
            if plan == workspace.id() {
                match workspace.kept.iter().find(|kept| kept.id != plan && kept.readable && !kept.deleted) {
                    Some(next) => effects.push(Effect::Load(next.id)),
                    // There is always something to see: without another plan, the example.
                    None => effects.extend(one_way::start(workspace, renumbered(&manumix(), fresh))),
                }
            }
            effects.push(Effect::List);
            effects
        }
        Msg::Restore(plan) => {
            workspace.notices.retain(|notice| *notice != Notice::Deleted(plan));
            vec![Effect::Restore(plan), Effect::List]
        }
        _ => Vec::new(),
    }
}

fn fetched(workspace: &mut Workspace, plan: PlanId, purpose: Purpose, text: Option<String>) -> Vec<Effect> {
    let file =
        text.as_deref().and_then(|text| wire::unseal(text).ok()).and_then(|text| wire::decode(text.as_bytes()).ok());
    match (file, purpose) {
        (Some(file), Purpose::Duplicate(copy, mark)) => {
            let mut plan = renumbered(&file.plan, copy);
            plan.meeting = Arc::new(Meeting { title: marked(&plan, &mark), ..(*plan.meeting).clone() });
            put(copy, &PlanFile { plan, lineage: Vec::new(), ..file })
        }
        (Some(file), Purpose::Rename(title, at)) => {
            let mut changed = file.plan.clone();
            changed.meeting = Arc::new(Meeting { title, ..(*changed.meeting).clone() });
            let mut lineage = vec![file.state()];
            lineage.extend(file.lineage);
            put(plan, &PlanFile { plan: changed, saved: Some(at), lineage })
        }
        (Some(file), Purpose::Export) => vec![download(&file)],
        // Even what this program cannot read can be handed out, as it is.
        (None, Purpose::Export) => {
            text.map(|text| Effect::Download { name: "plan.txt".into(), text }).into_iter().collect()
        }
        (None, _) => {
            workspace.notices.push(Notice::Missing);
            Vec::new()
        }
    }
}

fn put(plan: PlanId, file: &PlanFile) -> Vec<Effect> {
    vec![Effect::Put { plan, text: wire::seal(&wire::encode(file)) }, Effect::List]
}

/// The title with a mark in brackets, in every language that it is given in.
fn marked(plan: &Plan, mark: &Text) -> Text {
    let with = |title: &str, mark: &str| if title.is_empty() { String::new() } else { format!("{title} ({mark})") };
    let title = &plan.meeting.title;
    Text::new(with(&title.english, &mark.english), with(&title.italian, &mark.italian))
}

/// The plan as a file that the reader can keep.
pub(super) fn download(file: &PlanFile) -> Effect {
    Effect::Download { name: file_name(&file.plan), text: wire::encode_pretty(file) }
}

/// A file name that every system takes: the title's letters and digits, the first day, `.itinera.json`.
fn file_name(plan: &Plan) -> String {
    let title = plan.meeting.title.in_language(crate::i18n::Language::English);
    let mut name = String::new();
    for letter in title.chars().take(60) {
        if letter.is_ascii_alphanumeric() {
            name.push(letter.to_ascii_lowercase());
        } else if !name.is_empty() && !name.ends_with('-') {
            name.push('-');
        }
    }
    let name = name.trim_end_matches('-');
    let name = if name.is_empty() { "plan" } else { name };
    match plan.days.iter().next() {
        Some(day) => format!("{name}-{}.itinera.json", day.id),
        None => format!("{name}.itinera.json"),
    }
}

fn listed(id: PlanId, text: &str, deleted: bool) -> Kept {
    let file = wire::unseal(text).ok().and_then(|text| wire::decode(text.as_bytes()).ok());
    match file {
        Some(PlanFile { plan, saved, .. }) => {
            let days = plan.days.iter().next().zip(plan.days.iter().next_back());
            let days = days.map(|(first, last)| (first.id, last.id));
            Kept { id, title: plan.meeting.title.clone(), days, changed: saved, readable: true, deleted }
        }
        None => Kept { id, title: Text::default(), days: None, changed: None, readable: false, deleted },
    }
}
