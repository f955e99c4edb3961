//! What sessions from another program's file would become here: shown, picked, and then added in one step.

use super::incoming::Incoming;
use crate::wire::LONGEST_TEXT;
use crate::{
    agenda::{Audience, entries, is_safe_link, wording},
    i18n::{Language, Words},
    plan::{
        Attendance, Edit, EntryId, Link, Party, Place, Plan, Room, RoomId, Session, SessionId, SessionKind, Slot, Text,
        Venue, VenueId, fold,
    },
};
use chrono::NaiveDateTime;
use std::collections::{BTreeMap, BTreeSet};

/// What a session from a file would become.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// The session as the file has it.
    pub incoming: Incoming,
    /// The kind that its title speaks of.
    pub kind: SessionKind,
    /// Where it would be.
    pub place: Becomes,
    /// The same session elsewhere.
    pub twin: Option<Twin>,
    /// Whether it is on none of the meeting's days.
    pub outside: bool,
}

/// What the place of a session becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Becomes {
    /// The file names none.
    Open,
    /// One that the plan knows.
    Known(Place),
    /// One that the plan does not know yet.
    New,
}

/// Where the same session is found again: by its identity, or by title and start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Twin {
    /// In the plan, where it is then.
    InPlan(EntryId, Slot),
    /// Further up in the file.
    InFile,
}

/// What becomes of places that the plan does not know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NewPlaces {
    /// Rooms of this venue.
    Rooms(VenueId),
    /// Venues of their own.
    Venues,
    /// Nothing: the place stays open, and its name goes to the notes.
    Notes,
}

/// Makes the identities of what is added.
#[derive(Debug, Clone, Copy)]
pub struct Ids {
    /// Of a session.
    pub session: fn() -> SessionId,
    /// Of a venue.
    pub venue: fn() -> VenueId,
    /// Of a room.
    pub room: fn() -> RoomId,
}

impl Proposal {
    /// Whether it is added unless somebody says otherwise: what is there already, and what is on no day of the meeting, is
    /// not.
    #[must_use]
    pub const fn is_usual(&self) -> bool {
        self.twin.is_none() && !self.outside
    }
}

/// What each session of a file would become, in its order.
#[must_use]
pub fn propose(plan: &Plan, incoming: Vec<Incoming>) -> Vec<Proposal> {
    let (mut known, mut slots) = (BTreeMap::new(), BTreeMap::new());
    for entry in entries(plan, Audience::Everyone) {
        slots.insert(entry.id, entry.slot);
        for language in Language::ALL {
            known.insert(mark(entry.slot.start(), &wording::title(Words::new(language), &entry)), entry.id);
        }
    }
    let (mut keys, mut marks) = (BTreeSet::new(), BTreeSet::new());
    let propose = |incoming: Incoming| {
        let mark = mark(incoming.slot.start(), &incoming.title);
        let by_key = || plan.entry(incoming.key.split('@').next().unwrap_or_default());
        let in_plan = by_key().or_else(|| known.get(&mark).copied());
        let in_plan = in_plan.and_then(|entry| slots.get(&entry).map(|slot| Twin::InPlan(entry, *slot)));
        let again = (!incoming.key.is_empty() && !keys.insert(incoming.key.clone())) | !marks.insert(mark);
        Proposal {
            kind: kind(&incoming.title),
            place: place(plan, &incoming.place),
            twin: in_plan.or(again.then_some(Twin::InFile)),
            outside: !plan.days.is_empty() && !plan.days.has(incoming.slot.date()),
            incoming,
        }
    };
    incoming.into_iter().map(propose).collect()
}

/// By what a session is known again.
fn mark(start: NaiveDateTime, title: &str) -> (NaiveDateTime, String) {
    (start, fold(title))
}

/// The room or the venue of this name, in any language.
fn place(plan: &Plan, name: &str) -> Becomes {
    let wanted = fold(name);
    if wanted.is_empty() {
        return Becomes::Open;
    }
    let is_it = |text: &Text| fold(&text.english) == wanted || fold(&text.italian) == wanted;
    let room = plan.rooms.iter().find(|room| is_it(&room.name)).map(|room| Place::Room(room.id));
    let venue = || plan.venues.iter().find(|venue| is_it(&venue.name)).map(|venue| Place::Venue(venue.id));
    // "Main room, Finpiemonte", as this program writes it.
    let both = || {
        let (room, venue) = name.split_once(',')?;
        let (room, venue) = (fold(room), fold(venue));
        let named = |text: &Text, name: &str| fold(&text.english) == name || fold(&text.italian) == name;
        let is_both = |one: &&std::sync::Arc<Room>| {
            let of = plan.venues.get(one.venue);
            named(&one.name, &room)
                && of.is_some_and(|of| venue.starts_with(&fold(&of.name.english)) || named(&of.name, &venue))
        };
        plan.rooms.iter().find(is_both).map(|room| Place::Room(room.id))
    };
    room.or_else(venue).or_else(both).map_or(Becomes::New, Becomes::Known)
}

/// Words of titles, and the kind of session that they speak of; the first that a title has decides. A word that ends with
/// a stop is a whole one, the others are beginnings.
const KINDS: &[(&str, SessionKind)] = &[
    ("lunch pranzo.", SessionKind::Lunch),
    ("dinner cena.", SessionKind::Dinner),
    ("registration registrazion accredit", SessionKind::Registration),
    ("coffee caffe break. breaks. pausa.", SessionKind::Break),
    ("steering pilotaggio. regia.", SessionKind::SteeringGroup),
    ("workshop laborator", SessionKind::Workshop),
    ("departure. departures. partenza. partenze.", SessionKind::Departure),
];

fn kind(title: &str) -> SessionKind {
    let folded = fold(title);
    if folded == "free time" || folded == "tempo libero" {
        return SessionKind::FreeTime;
    }
    let has = |known: &str| {
        folded.split(' ').any(|word| {
            known.split(' ').any(|known| match known.strip_suffix('.') {
                Some(whole) => word == whole,
                None => word.starts_with(known),
            })
        })
    };
    KINDS.iter().find(|(words, _)| has(words)).map_or(SessionKind::Plenary, |(_, kind)| *kind)
}

/// The one edit that adds those that `takes` picks by their place in the list, new places included; none when there is
/// nothing to add.
#[must_use]
pub fn add(
    plan: &Plan,
    proposals: &[Proposal],
    takes: &dyn Fn(usize) -> bool,
    places: NewPlaces,
    ids: Ids,
) -> Option<Edit> {
    let (mut venues, mut rooms, mut sessions) = (Vec::<Venue>::new(), Vec::<Room>::new(), Vec::new());
    let mut named: Vec<(String, Place)> = Vec::new();
    for (_, proposal) in proposals.iter().enumerate().filter(|(place, _)| takes(*place)) {
        let said = within(proposal.incoming.place.trim());
        let place = match proposal.place {
            Becomes::Open => Place::Open,
            Becomes::Known(place) => place,
            Becomes::New => {
                let wanted = fold(&said);
                let known = named.iter().find(|(name, _)| *name == wanted).map(|(_, place)| *place);
                let place = known.unwrap_or_else(|| match places {
                    NewPlaces::Rooms(venue) => {
                        let id = (ids.room)();
                        rooms.push(Room { id, venue, name: Text::same(&said), capacity: None });
                        Place::Room(id)
                    }
                    NewPlaces::Venues => {
                        let id = (ids.venue)();
                        venues.push(Venue::named(id, &said, ""));
                        Place::Venue(id)
                    }
                    NewPlaces::Notes => Place::Open,
                });
                named.push((wanted, place));
                place
            }
        };
        let unplaced = (place == Place::Open).then_some(&*said).filter(|said| !said.is_empty());
        sessions.push(session(plan, (ids.session)(), proposal, place, unplaced));
    }
    (!sessions.is_empty()).then_some(Edit::AddSessions { venues, rooms, sessions })
}

fn session(plan: &Plan, id: SessionId, proposal: &Proposal, place: Place, unplaced: Option<&str>) -> Session {
    let Incoming { title, slot, notes, speakers, link, .. } = &proposal.incoming;
    let notes: Vec<&str> = unplaced.into_iter().chain([notes.trim()]).filter(|text| !text.is_empty()).collect();
    let speakers = speakers.iter().map(|name| name.trim()).filter(|name| !name.is_empty());
    let link = link.trim();
    let links = is_safe_link(link).then(|| Link { title: String::new(), url: within(link) });
    Session {
        id,
        kind: proposal.kind,
        title: Text::same(within(title.trim())),
        slot: *slot,
        place,
        chair: Vec::new(),
        speakers: speakers.map(|name| party(plan, name)).collect(),
        rapporteur: Vec::new(),
        audience: Attendance::Everyone,
        topics: BTreeSet::new(),
        notes: Text::same(within(&notes.join("\n"))),
        links: links.into_iter().collect(),
        to_confirm: false,
        fixed: false,
        planned: None,
        dropped: false,
    }
}

/// A delegate of this name, where there is exactly one; else somebody by name.
fn party(plan: &Plan, name: &str) -> Party {
    let wanted = fold(name);
    let mut same = plan.delegates.iter().filter(|delegate| !wanted.is_empty() && fold(&delegate.name) == wanted);
    match (same.next(), same.next()) {
        (Some(only), None) => Party::Delegate(only.id),
        _ => Party::Named(within(name)),
    }
}

/// As much of a text as the saved form takes.
fn within(text: &str) -> String {
    text.chars().take(LONGEST_TEXT).collect()
}
