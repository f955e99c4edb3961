//! What of a plan goes into a schedule, whichever form it is written in.

use super::{
    Edition,
    text::{block, one_line, slug, web_address},
};
use crate::{
    agenda::{Audience, Entry, EntryKind, Event as Happening, dates, entries, spot},
    exchange::offset::{day_text, moment_text},
    i18n::{Language, Words},
    plan::{Attendance, EntryId, Party, Plan, Session, SessionKind, Slot},
    wire::Hash,
};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use std::collections::BTreeSet;
use uuid::Uuid;

/// A schedule.
pub(super) struct Schedule {
    pub title: String,
    pub acronym: String,
    pub version: String,
    pub language: Language,
    pub zone: String,
    pub days: Vec<Day>,
    pub rooms: Vec<Room>,
}

/// A day. Times are moments with their offset.
pub(super) struct Day {
    pub date: NaiveDate,
    pub start: String,
    pub end: String,
    /// Places of rooms in the schedule, each with what happens there by start.
    pub rooms: Vec<(usize, Vec<Event>)>,
}

/// A place where something happens.
pub(super) struct Room {
    pub name: String,
    /// Identity of the room or the venue; none while the place is open.
    pub guid: Option<Uuid>,
}

/// A session.
pub(super) struct Event {
    pub guid: Uuid,
    pub id: u32,
    pub title: String,
    pub slug: String,
    pub kind: &'static str,
    pub track: String,
    pub slot: Slot,
    /// The moment at which it starts, with its offset.
    pub date: String,
    pub about: String,
    pub speakers: Vec<String>,
    /// What is there, and the address.
    pub links: Vec<(String, String)>,
}

impl Event {
    /// How long it lasts: hours and minutes, such as `01:30`.
    pub(super) fn length(&self) -> String {
        let (hours, minutes) = (self.slot.minutes() / 60, self.slot.minutes() % 60);
        format!("{hours:02}:{minutes:02}")
    }
}

/// Gathers the public agenda of a plan.
pub(super) fn publish(plan: &Plan, edition: &Edition<'_>) -> Schedule {
    let title = plan.meeting.title.in_language(edition.language);
    let mut entries: Vec<Entry> = entries(plan, Audience::Everyone);
    entries.retain(|entry| !edition.shared || is_for_everyone(entry));
    let version = one_line(edition.version);
    let mut known = dates(plan);
    if known.is_empty() {
        known.push(edition.today);
    }
    let mut gathering = Gathering {
        plan,
        edition: *edition,
        words: Words::new(edition.language),
        acronym: acronym(title, known[0]),
        rooms: Vec::new(),
        ids: BTreeSet::new(),
    };
    let days = known.iter().map(|date| gathering.day(*date, &entries)).collect();
    Schedule {
        title: or_untitled(gathering.words, title),
        acronym: gathering.acronym,
        version: if version.is_empty() { day_text(edition.today) } else { version },
        language: edition.language,
        zone: plan.meeting.zone.clone(),
        days,
        rooms: gathering.rooms,
    }
}

/// How many entries of the public agenda are for some delegations only.
#[must_use]
pub fn restricted(plan: &Plan) -> usize {
    let sessions = entries(plan, Audience::Everyone).into_iter().filter(|entry| entry.kind() != EntryKind::Leg);
    sessions.filter(|entry| !is_for_everyone(entry)).count()
}

/// Whether an entry is for everyone; what a group does is where its visit is.
fn is_for_everyone(entry: &Entry) -> bool {
    let audience = match &entry.event {
        Happening::Session(session) => &session.audience,
        Happening::Stop { visit, .. } | Happening::Leg { visit, .. } => &visit.audience,
    };
    *audience == Attendance::Everyone
}

struct Gathering<'a> {
    plan: &'a Plan,
    edition: Edition<'a>,
    words: Words,
    acronym: String,
    rooms: Vec<Room>,
    ids: BTreeSet<u32>,
}

impl Gathering<'_> {
    fn day(&mut self, date: NaiveDate, entries: &[Entry]) -> Day {
        let mut rooms: Vec<(usize, Vec<Event>)> = Vec::new();
        let mut whole: Option<(NaiveDateTime, NaiveDateTime)> = None;
        for entry in entries.iter().filter(|entry| entry.slot.date() == date) {
            let Some(event) = self.event(entry) else { continue };
            let (start, end) = (entry.slot.start(), entry.slot.end());
            whole = Some(whole.map_or((start, end), |(first, last)| (first.min(start), last.max(end))));
            let room = self.room(entry);
            match rooms.iter_mut().find(|(known, _)| *known == room) {
                Some((_, events)) => events.push(event),
                None => rooms.push((room, vec![event])),
            }
        }
        let midnight = date.and_time(NaiveTime::MIN);
        let (start, end) = whole.unwrap_or((midnight, midnight + TimeDelta::minutes(24 * 60 - 1)));
        let moment = |local| moment_text(local, self.edition.ahead);
        Day { date, start: moment(start), end: moment(end), rooms }
    }

    /// The session that an entry is; a drive is none.
    fn event(&mut self, entry: &Entry) -> Option<Event> {
        let language = self.edition.language;
        let (kind, track, about, speakers, links) = match &entry.event {
            Happening::Leg { .. } => return None,
            Happening::Session(session) => (
                kind(session.kind),
                self.topic(session),
                session.notes.in_language(language),
                self.speakers(session),
                session
                    .links
                    .iter()
                    .filter_map(|link| Some((one_line(&link.title), web_address(&link.url)?)))
                    .collect(),
            ),
            Happening::Stop { host, visit, .. } => {
                let about = host.as_ref().map_or("", |host| host.about.in_language(language));
                ("visit", one_line(visit.title.in_language(language)), about, Vec::new(), Vec::new())
            }
        };
        let guid = guid(entry.id);
        let id = self.id(guid);
        let title = or_untitled(self.words, entry.title().in_language(language));
        let name = format!("{}-{id}-{}", self.acronym, slug(&title, '-', 40));
        Some(Event {
            guid,
            id,
            slug: name.trim_end_matches('-').to_string(),
            title,
            kind,
            track,
            slot: entry.slot,
            date: moment_text(entry.slot.start(), self.edition.ahead),
            about: block(about),
            speakers,
            links,
        })
    }

    /// The topic of a session that has one. Of several none is the one under which a reader should look for it.
    fn topic(&self, session: &Session) -> String {
        let mut topics = session.topics.iter().filter_map(|id| self.plan.topics.get(*id));
        match (topics.next(), topics.next()) {
            (Some(topic), None) => one_line(topic.name.in_language(self.edition.language)),
            _ => String::new(),
        }
    }

    /// Who speaks, as far as that is nobody's personal datum: delegations, and of a delegate the organisation. Whoever is
    /// named in a session stays at home, as in `exchange::impersonal`.
    fn speakers(&self, session: &Session) -> Vec<String> {
        let delegation = |id| self.plan.delegations.get(id).map(|known| known.name.in_language(self.edition.language));
        let mut speakers: Vec<String> = Vec::new();
        for party in &session.speakers {
            let name = match party {
                Party::Named(_) => None,
                Party::Delegation(id) => delegation(*id),
                Party::Delegate(id) => self.plan.delegates.get(*id).and_then(|person| {
                    let organisation = person.organisation.trim();
                    if organisation.is_empty() { delegation(person.delegation) } else { Some(organisation) }
                }),
            };
            let name = one_line(name.unwrap_or_default());
            if !name.is_empty() && !speakers.contains(&name) {
                speakers.push(name);
            }
        }
        speakers
    }

    /// The room of an entry: one name is one room, as readers of the format have it.
    fn room(&mut self, entry: &Entry) -> usize {
        let spot = spot(self.plan, entry);
        let mut parts: Vec<String> =
            spot.names().map(|name| one_line(name.in_language(self.edition.language))).collect();
        if let (None, Some(venue)) = (&spot.room, &spot.venue) {
            parts.push(one_line(&venue.address));
        }
        parts.retain(|part| !part.is_empty());
        let guid = spot.room.map(|room| room.id.uuid()).or_else(|| spot.venue.map(|venue| venue.id.uuid()));
        let guid = guid.filter(|_| !parts.is_empty());
        let name = if parts.is_empty() { self.words.entry_place_open().to_string() } else { parts.join(", ") };
        self.rooms.iter().position(|room| room.name == name).unwrap_or_else(|| {
            self.rooms.push(Room { name, guid });
            self.rooms.len() - 1
        })
    }

    /// A number of its own for an identity, which fits 31 bits and has four figures at least. The same identity has the
    /// same one, unless another of the schedule took it first, which among 2,000 happens to one schedule in a thousand.
    fn id(&mut self, guid: Uuid) -> u32 {
        const LEAST: u32 = 1000;
        const MOST: u32 = 0x7fff_ffff;
        let hash = u32::try_from(Hash::of(guid.as_bytes()).0 & u64::from(MOST)).unwrap_or(MOST);
        let mut id = hash.max(LEAST);
        while !self.ids.insert(id) {
            id = if id == MOST { LEAST } else { id + 1 };
        }
        id
    }
}

/// The identity of an entry: a session's is its own; of a stop, which groups make at several times, it follows from the
/// identities of both (RFC 9562 5.8, UUID version 8).
fn guid(entry: EntryId) -> Uuid {
    if let EntryId::Session(id) = entry {
        return id.uuid();
    }
    let name = entry.to_string();
    let halves = ["stop ", "group "].map(|half| Hash::of([half, &name].concat().as_bytes()).0);
    let value = (u128::from(halves[0]) << 64) | u128::from(halves[1]);
    let fields = !(0xf_u128 << 76) & !(0x3_u128 << 62);
    Uuid::from_u128((value & fields) | (0x8 << 76) | (0x2 << 62))
}

/// The sort of a session, by the names that readers of the format know, as far as it has any.
const fn kind(kind: SessionKind) -> &'static str {
    match kind {
        SessionKind::Plenary => "plenary",
        SessionKind::Workshop => "workshop",
        SessionKind::SteeringGroup => "meeting",
        SessionKind::Registration => "registration",
        SessionKind::Break => "break",
        SessionKind::Lunch => "lunch",
        SessionKind::Dinner => "dinner",
        SessionKind::FreeTime => "free time",
        SessionKind::Departure => "departure",
    }
}

/// A short name of the meeting: what stands before a colon in its title, and the year.
fn acronym(title: &str, first: NaiveDate) -> String {
    let name = slug(title.split(':').next().unwrap_or_default(), '_', 24);
    let year: String = day_text(first).chars().filter(char::is_ascii_digit).collect();
    let year = year.get(..year.len().saturating_sub(4)).unwrap_or_default();
    if name.is_empty() { ["meeting_", year].concat() } else { [&name, "_", year].concat() }
}

fn or_untitled(words: Words, title: &str) -> String {
    let title = one_line(title);
    if title.is_empty() { words.untitled().to_string() } else { title }
}
