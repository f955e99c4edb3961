//! What stands in tables about entries and people, in plain words.

use crate::{
    agenda::{Entry, Event, spot, wording},
    i18n::Words,
    plan::{Attendance, DelegationId, Party, Plan, Text},
};

/// The sort of an entry: a session's kind, a visit, or a coach.
pub(super) fn sort(words: Words, entry: &Entry) -> &'static str {
    match &entry.event {
        Event::Session(session) => wording::kind(words, session.kind),
        Event::Stop { .. } => words.table_stop(),
        Event::Leg { .. } => words.table_leg(),
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
        return wording::group(words, plan, group, true);
    }
    match entry.attendance() {
        Attendance::Everyone => words.agenda_everyone().to_string(),
        Attendance::Only(delegations) => {
            delegations.iter().map(|id| delegation(words, plan, *id)).collect::<Vec<_>>().join(", ")
        }
    }
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
