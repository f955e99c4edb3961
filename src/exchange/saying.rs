//! What stands in tables about entries and people, in plain words.

use crate::{
    agenda::{Entry, Event, spot},
    i18n::Words,
    plan::{DelegationId, EntryId, Group, Party, Plan, SessionKind, Text},
};

/// What a kind of session is called.
#[must_use]
pub fn kind(words: Words, kind: SessionKind) -> &'static str {
    match kind {
        SessionKind::Plenary => words.kind_plenary(),
        SessionKind::Workshop => words.kind_workshop(),
        SessionKind::SteeringGroup => words.kind_steering(),
        SessionKind::Registration => words.kind_registration(),
        SessionKind::Break => words.kind_break(),
        SessionKind::Lunch => words.kind_lunch(),
        SessionKind::Dinner => words.kind_dinner(),
        SessionKind::FreeTime => words.kind_free(),
        SessionKind::Departure => words.kind_departure(),
    }
}

/// The sort of an entry: a session's kind, a visit, or a coach.
pub(super) fn sort(words: Words, entry: &Entry) -> &'static str {
    match &entry.event {
        Event::Session(session) => kind(words, session.kind),
        Event::Stop { .. } => words.table_stop(),
        Event::Leg { .. } => words.table_leg(),
    }
}

/// What an entry is called.
pub(super) fn title(words: Words, entry: &Entry) -> String {
    let text = entry.title();
    let name = text.in_language(words.language()).trim();
    match (entry.id, name) {
        (EntryId::LegTo(..) | EntryId::LegBack(..), "") => words.entry_coach().to_string(),
        (EntryId::LegTo(..), name) => words.entry_coach_to(name),
        (EntryId::LegBack(..), name) => words.entry_coach_back(name),
        (_, "") => words.untitled().to_string(),
        (_, name) => name.to_string(),
    }
}

/// Room and venue of an entry, and the address; empty as far as they are not known.
pub(super) fn place(words: Words, plan: &Plan, entry: &Entry) -> [String; 2] {
    let spot = spot(plan, entry);
    let names = spot.names().map(|name| name.in_language(words.language()).trim());
    let names: Vec<_> = names.filter(|name| !name.is_empty()).collect();
    let address = spot.venue.as_ref().map(|venue| venue.address.trim().to_string());
    [names.join(", "), address.unwrap_or_default()]
}

/// For whom an entry is: everyone, the delegations by name, or the group with those in it.
pub(super) fn whom(words: Words, plan: &Plan, entry: &Entry) -> String {
    if let Some(group) = entry.group() {
        return members(words, plan, group);
    }
    match entry.attendance() {
        crate::plan::Attendance::Everyone => words.agenda_everyone().to_string(),
        crate::plan::Attendance::Only(delegations) => {
            delegations.iter().map(|id| delegation(words, plan, *id)).collect::<Vec<_>>().join(", ")
        }
    }
}

/// A group and those in it: "Group A: Wales, Lithuania".
fn members(words: Words, plan: &Plan, group: &Group) -> String {
    let (letter, name) = (group.letter.trim(), group.name.in_language(words.language()).trim());
    let title = match (letter, name) {
        ("", "") => words.untitled().to_string(),
        (one, "") | ("", one) => words.check_group(one),
        (letter, name) => words.check_group_named(letter, name),
    };
    let delegations = group.delegations.iter().map(|id| delegation(words, plan, *id));
    let delegates = group.delegates.iter().filter_map(|id| plan.delegates.get(*id)).map(|known| known.name.clone());
    let names: Vec<_> = delegations.chain(delegates).collect();
    if names.is_empty() { title } else { [&*title, ": ", &names.join(", ")].concat() }
}

/// What a delegation is called; empty where it is gone.
pub(super) fn delegation(words: Words, plan: &Plan, id: DelegationId) -> String {
    plan.delegations.get(id).map_or_else(String::new, |known| said(words, &known.name).to_string())
}

/// The names of those who have a role, separated by commas.
pub(super) fn parties(words: Words, plan: &Plan, parties: &[Party]) -> String {
    let name = |party: &Party| match party {
        Party::Named(name) => name.clone(),
        Party::Delegation(id) => delegation(words, plan, *id),
        Party::Delegate(id) => plan.delegates.get(*id).map(|known| known.name.clone()).unwrap_or_default(),
    };
    let names: Vec<_> = parties.iter().map(name).filter(|name| !name.is_empty()).collect();
    names.join(", ")
}

/// A text of the plan in the language of the words.
pub(super) fn said(words: Words, text: &Text) -> &str {
    text.in_language(words.language())
}

/// Yes or nothing: what does not hold should not fill a column.
pub(super) fn yes(words: Words, holds: bool) -> String {
    if holds { words.yes().to_string() } else { String::new() }
}
