//! Entries of the agenda in words, for those who read them on a telephone, on paper or in their calendar. Times and dates
//! are written at the edge.

use super::{Bring, Doing, Entry, Event, Spot};
use crate::{
    circuit::{Drive, Phase, Source},
    i18n::Words,
    plan::{Attendance, DelegationId, EntryId, Group, Meeting, Party, Plan, Session, SessionKind, Text, fold},
};

/// What stands between two things on one line.
pub const DOT: &str = " \u{b7} ";

/// Who pays, as every paper says it: the programme and the line of publicity, as far as they are known; the programme not
/// where the line names it already.
#[must_use]
pub fn funding(words: Words, meeting: &Meeting) -> String {
    let [programme, line] =
        [&meeting.programme, &meeting.publicity].map(|text| text.in_language(words.language()).trim());
    let named = [" ", &fold(line), " "].concat().contains(&[" ", &fold(programme), " "].concat());
    let parts = [if named { "" } else { programme }, line];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(DOT)
}

/// What an entry is called.
#[must_use]
pub fn title(words: Words, entry: &Entry) -> String {
    titled(words, entry.id, &entry.title())
}

/// What an entry is called that was named so when it was handed out.
#[must_use]
pub fn titled(words: Words, entry: EntryId, name: &Text) -> String {
    match (entry, name.in_language(words.language()).trim()) {
        (EntryId::LegTo(..) | EntryId::LegBack(..), "") => words.entry_coach().to_string(),
        (EntryId::LegTo(..), name) => words.entry_coach_to(name),
        (EntryId::LegBack(..), name) => words.entry_coach_back(name),
        (_, "") => words.untitled().to_string(),
        (_, name) => name.to_string(),
    }
}

/// Room and venue, or venue and address, as far as they are known; without what the entry is called already.
fn place(words: Words, spot: &Spot, title: &str) -> String {
    let mut parts: Vec<&str> = spot.names().map(|name| name.in_language(words.language()).trim()).collect();
    if spot.room.is_none()
        && let Some(venue) = &spot.venue
    {
        parts.push(venue.address.trim());
    }
    parts.retain(|part| !part.is_empty() && *part != title);
    parts.join(", ")
}

/// The place of an entry; words for one that has none yet and needs one.
#[must_use]
pub fn place_or_open(words: Words, entry: &Entry, spot: &Spot) -> String {
    let title = match &entry.event {
        Event::Stop { host: Some(host), .. } if spot.venue.as_ref().is_some_and(|venue| !venue.address.is_empty()) => {
            host.name.trim()
        }
        _ => "",
    };
    let place = place(words, spot, title);
    let needs_none = matches!(&entry.event, Event::Session(session) if session.kind.needs_no_place());
    if place.is_empty() && !needs_none { words.entry_place_open().to_string() } else { place }
}

/// For whom an entry is, unless it is for everyone.
#[must_use]
pub fn only_for(words: Words, plan: &Plan, attendance: &Attendance) -> Option<String> {
    match attendance {
        Attendance::Everyone => None,
        Attendance::Only(delegations) if delegations.is_empty() => Some(words.entry_for_nobody().to_string()),
        Attendance::Only(delegations) => {
            let names: Vec<_> = delegations.iter().map(|id| delegation(words, plan, *id)).collect();
            Some(words.entry_for(&names.join(", ")))
        }
    }
}

/// The group whose an entry is, with those in it where `members` are to be told.
#[must_use]
pub fn group(words: Words, plan: &Plan, group: &Group, members: bool) -> String {
    let title = group_name(words, group);
    let delegations = group.delegations.iter().map(|id| delegation(words, plan, *id));
    let delegates = group.delegates.iter().filter_map(|id| plan.delegates.get(*id)).map(|known| known.name.clone());
    let names: Vec<_> = delegations.chain(delegates).filter(|_| members).collect();
    if names.is_empty() { title } else { title + ": " + &names.join(", ") }
}

/// What a delegation is called.
#[must_use]
pub fn delegation(words: Words, plan: &Plan, id: DelegationId) -> String {
    let name = plan.delegations.get(id).map(|delegation| &delegation.name);
    called(words, name)
}

fn called(words: Words, name: Option<&Text>) -> String {
    let name = name.map_or("", |name| name.in_language(words.language()).trim());
    if name.is_empty() { words.untitled().to_string() } else { name.to_string() }
}

/// Who has a role in a session: "Chair: …", "Speakers: …", "Rapporteur: …".
#[must_use]
pub fn roles(words: Words, plan: &Plan, session: &Session) -> Vec<String> {
    let roles = [
        (words.field_chair(), &session.chair),
        (words.field_speakers(), &session.speakers),
        (words.field_rapporteur(), &session.rapporteur),
    ];
    let taken = roles.into_iter().filter(|(_, parties)| !parties.is_empty());
    taken
        .map(|(role, parties)| {
            let names: Vec<_> = parties.iter().map(|party| party_name(words, plan, party)).collect();
            format!("{role}: {}", names.join(", "))
        })
        .collect()
}

fn party_name(words: Words, plan: &Plan, party: &Party) -> String {
    match party {
        Party::Named(name) => name.clone(),
        Party::Delegation(id) => delegation(words, plan, *id),
        Party::Delegate(id) => {
            let name = plan.delegates.get(*id).map(|delegate| Text::same(&delegate.name));
            called(words, name.as_ref())
        }
    }
}

/// The topics that a session or a stop covers: "Topics: …".
#[must_use]
pub fn topics(words: Words, plan: &Plan, entry: &Entry) -> String {
    let topics = match &entry.event {
        Event::Session(session) => &session.topics,
        Event::Stop { stop, .. } => &stop.topics,
        Event::Leg { .. } => return String::new(),
    };
    // In the order of the plan, which is the order in which the meeting speaks of them.
    let names = plan.topics.iter().filter(|topic| topics.contains(&topic.id));
    let names: Vec<_> = names.map(|topic| topic.name.in_language(words.language())).collect();
    if names.is_empty() {
        return String::new();
    }
    format!("{}: {}", words.field_topics(), names.join(DOT))
}

/// What a host asks, as sentences, and whether something is to be brought.
#[must_use]
pub fn asks(words: Words, asked: &[Bring]) -> (String, bool) {
    let mut sentences = String::new();
    for bring in asked {
        let sentence = match bring {
            Bring::Identity => words.entry_identity(),
            Bring::Equipment(what) => what.in_language(words.language()).trim(),
            Bring::Agreement => words.entry_agreement(),
            Bring::NoPhotos => words.entry_no_photos(),
            Bring::NoPhones => words.entry_no_phones(),
        };
        if sentence.is_empty() {
            continue;
        }
        if !sentences.is_empty() {
            sentences.push(' ');
        }
        sentences.push_str(sentence);
        if !sentence.ends_with(['.', '!', '?']) {
            sentences.push('.');
        }
    }
    let brings = asked.iter().any(|bring| matches!(bring, Bring::Identity | Bring::Equipment(_)));
    (sentences, brings)
}

/// A step inside an entry; lower case, because a time stands before it. `from` and `to` are where a leg starts and ends.
#[must_use]
pub fn doing(words: Words, doing: Doing, from: &str, to: &str) -> String {
    match doing {
        Doing::Gather if from.is_empty() => words.entry_gather().to_string(),
        Doing::Gather => words.entry_gather_at(from),
        Doing::Board if from.is_empty() => words.entry_board().to_string(),
        Doing::Board => words.entry_board_at(from),
        Doing::Drive => words.entry_leaves().to_string(),
        Doing::Arrive if to.is_empty() => words.entry_arrives().to_string(),
        Doing::Arrive => words.entry_arrives_at(to),
        Doing::Phase(Phase::Wait) => words.entry_wait().to_string(),
        Doing::Phase(Phase::Gate) => words.entry_gate().to_string(),
        Doing::Phase(Phase::Safety) => words.entry_safety().to_string(),
        Doing::Phase(Phase::Tour) => words.entry_tour().to_string(),
        Doing::Phase(Phase::Questions) => words.entry_questions().to_string(),
        Doing::Phase(Phase::CountBack) => words.entry_count_back().to_string(),
        Doing::Phase(Phase::Hold) => words.entry_hold().to_string(),
        // Those of a leg are told as what it does.
        Doing::Phase(Phase::Gather | Phase::Board | Phase::Drive) => String::new(),
    }
}

/// How long a drive is, and how well that is known.
#[must_use]
pub fn drive(words: Words, drive: Drive) -> String {
    let minutes = length(words, i64::from(drive.minutes));
    match drive.source {
        Source::Own => words.entry_drive(&minutes),
        Source::Estimate => words.entry_drive_about(&minutes),
        Source::Same => words.entry_drive_same().to_string(),
        Source::Unknown => words.entry_drive_unknown().to_string(),
    }
}

/// A length of time: "20 min", "1 h 20 min".
#[must_use]
pub fn length(words: Words, minutes: i64) -> String {
    let (hours, rest) = ((minutes / 60).to_string(), (minutes % 60).to_string());
    match (minutes / 60, minutes % 60) {
        (0, _) => words.entry_minutes(&rest),
        (_, 0) => words.entry_hours(&hours),
        _ => words.entry_hours_minutes(&hours, &rest),
    }
}

/// What people call a group: "Group A", with its name where it has one.
#[must_use]
pub fn group_name(words: Words, group: &Group) -> String {
    let (letter, name) = (group.letter.trim(), group.name.in_language(words.language()).trim());
    match (letter, name) {
        ("", "") => words.untitled().to_string(),
        (one, "") | ("", one) => words.check_group(one),
        (letter, name) => words.check_group_named(letter, name),
    }
}

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
