//! Arbitrary plans for property tests: small, with few identities, so that references meet and copies collide.
//!
//! A plan is drawn from a list of bytes; nought is always the plainest choice, and an exhausted list goes on with
//! noughts. So shrinking the bytes makes the plan smaller and plainer.
#![allow(dead_code, reason = "each test takes what it needs")]

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use itinera::plan::{
    Allowance, AnyRecord, Attendance, Coach, CoachId, Consent, Contact, Day, Delegate, Delegation, DelegationId,
    Deviation, Document, EntryId, Group, GroupId, Host, Hue, Key, Line, Link, Longer, Meeting, Parted, Party, Phase,
    Place, Plan, PlanId, Position, Room, Rush, Session, SessionKind, Slot, Stop, Text, Topic, Transfer, TransferId,
    Travel, Turn, TurnId, Venue, Version, VersionId, Visit, Window,
};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// How many different identities a table's records have.
const IDENTITIES: usize = 3;

/// Any plan: up to three records a table, any of which may mention records that are not there.
pub fn plans() -> impl Strategy<Value = Plan> {
    proptest::collection::vec(any::<u8>(), 0..700).prop_map(|bytes| Draw::new(&bytes).plan())
}

/// Any record of any kind.
pub fn records() -> impl Strategy<Value = AnyRecord> {
    proptest::collection::vec(any::<u8>(), 0..80).prop_map(|bytes| Draw::new(&bytes).record())
}

/// A plan and two states that became of it apart from each other.
pub fn branches() -> impl Strategy<Value = (Plan, Plan, Plan)> {
    let changes = || proptest::collection::vec(any::<u8>(), 0..200);
    (plans(), changes(), changes()).prop_map(|(base, ours, theirs)| {
        let (ours, theirs) = (changed(&base, &ours), changed(&base, &theirs));
        (base, ours, theirs)
    })
}

/// The plan after up to four changes drawn from the bytes: records added, removed, replaced, or changed in one field.
pub fn changed(plan: &Plan, bytes: &[u8]) -> Plan {
    let mut draw = Draw::new(bytes);
    let mut changed = plan.clone();
    for _ in 0..draw.below(5) {
        let record = draw.record();
        match (draw.below(3), changed.record(record.key())) {
            (0, Some(present)) => {
                let fields = present.changed(&record);
                let field = fields.get(draw.below(fields.len().max(1))).copied().unwrap_or_default();
                changed.put(present.taking(&record, field));
            }
            (1, Some(_)) if !matches!(record.key(), Key::Meeting(_)) => changed.remove(record.key()),
            _ => changed.put(record),
        }
    }
    changed
}

/// Draws values from bytes.
pub struct Draw<'a>(std::slice::Iter<'a, u8>);

impl<'a> Draw<'a> {
    pub fn new(bytes: &'a [u8]) -> Self {
        Self(bytes.iter())
    }

    /// A number from nought to below `limit`, which is at most 256.
    pub fn below(&mut self, limit: usize) -> usize {
        usize::from(self.0.next().copied().unwrap_or_default()) % limit
    }

    fn flag(&mut self) -> bool {
        self.below(2) == 1
    }

    fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }

    fn maybe<T>(&mut self, draw: impl FnOnce(&mut Self) -> T) -> Option<T> {
        self.flag().then(|| draw(self))
    }

    fn several<T, C: FromIterator<T>>(&mut self, draw: impl Fn(&mut Self) -> T) -> C {
        (0..self.below(4)).map(|_| draw(self)).collect()
    }

    fn number(&mut self) -> u16 {
        self.one(&[0, 5, 10, 45, 1440, u16::MAX])
    }

    fn string(&mut self) -> String {
        self.one(&["", "a", "b", " ", "Torino – città", "\"q\" \\ \u{1} \n\t/", "日本 🚌", "{\"en\": 1}"]).to_string()
    }

    fn text(&mut self) -> Text {
        Text { english: self.string(), italian: self.string() }
    }

    fn id<T>(&mut self, make: impl Fn(u128) -> T) -> T {
        make(1 + self.below(IDENTITIES) as u128)
    }

    fn date(&mut self) -> NaiveDate {
        let year = self.one(&[2017, 2017, 2017, 2017, 1, 9999, 20170, -1]);
        NaiveDate::from_ymd_opt(year, 11, 20 + self.below(4) as u32).unwrap()
    }

    fn time(&mut self) -> NaiveTime {
        NaiveTime::from_hms_opt(self.below(24) as u32, self.below(12) as u32 * 5, 0).unwrap()
    }

    fn moment(&mut self) -> NaiveDateTime {
        self.date().and_time(self.time())
    }

    fn slot(&mut self) -> Slot {
        let minutes = self.one(&[30, 1, 45, 90, 1440]);
        let start = self.moment();
        Slot::new(start, start + TimeDelta::minutes(minutes)).unwrap()
    }

    fn window(&mut self) -> Window {
        let (one, two) = (self.time(), self.time());
        let whole = Window::new(NaiveTime::MIN, NaiveTime::from_hms_opt(23, 59, 0).unwrap()).unwrap();
        Window::new(one.min(two), one.max(two)).unwrap_or(whole)
    }

    fn position(&mut self) -> Position {
        let latitude = self.one(&[45_070_339, 0, -90_000_000, 90_000_000, -1]);
        Position::new(latitude, self.one(&[7_686_864, 0, -180_000_000, 180_000_000, -1])).unwrap()
    }

    fn attendance(&mut self) -> Attendance {
        let only =
            |draw: &mut Self| -> BTreeSet<DelegationId> { draw.several(|draw| draw.id(DelegationId::from_number)) };
        self.maybe(only).map_or(Attendance::Everyone, Attendance::Only)
    }

    fn party(&mut self) -> Party {
        match self.below(3) {
            0 => Party::Named(self.string()),
            1 => Party::Delegation(self.id(DelegationId::from_number)),
            _ => Party::Delegate(self.id(itinera::plan::DelegateId::from_number)),
        }
    }

    fn place(&mut self) -> Place {
        match self.below(3) {
            0 => Place::Open,
            1 => Place::Venue(self.venue_id()),
            _ => Place::Room(self.id(itinera::plan::RoomId::from_number)),
        }
    }

    fn venue_id(&mut self) -> itinera::plan::VenueId {
        self.id(itinera::plan::VenueId::from_number)
    }

    fn topics(&mut self) -> BTreeSet<itinera::plan::TopicId> {
        self.several(|draw| draw.id(itinera::plan::TopicId::from_number))
    }

    /// The frame of a meeting; always with the same identity.
    pub fn meeting(&mut self) -> Meeting {
        Meeting {
            id: PlanId::from_number(1),
            title: self.text(),
            programme: self.text(),
            theme: self.text(),
            host: self.text(),
            zone: self.one(&["Europe/Rome", "Europe/Vilnius", "UTC"]).to_string(),
            publicity: self.text(),
            number: self.string(),
        }
    }

    /// A record of any kind.
    pub fn record(&mut self) -> AnyRecord {
        match self.below(17) {
            0 => self.session().into(),
            1 => self.meeting().into(),
            2 => Day { id: self.date(), title: self.text() }.into(),
            3 => Topic { id: self.id(itinera::plan::TopicId::from_number), name: self.text() }.into(),
            4 => {
                let id = self.id(itinera::plan::DocumentId::from_number);
                Document { id, title: self.text(), url: self.string() }.into()
            }
            5 => self.venue().into(),
            6 => {
                let id = self.id(itinera::plan::RoomId::from_number);
                let venue = self.venue_id();
                Room { id, venue, name: self.text(), capacity: self.maybe(Self::number) }.into()
            }
            7 => self.delegation().into(),
            8 => self.delegate().into(),
            9 => self.host().into(),
            10 => self.visit().into(),
            11 => self.stop().into(),
            12 => self.coach().into(),
            13 => self.group().into(),
            14 => self.turn().into(),
            15 => self.version().into(),
            _ => {
                let id = TransferId { from: self.venue_id(), to: self.venue_id() };
                Transfer { id, minutes: self.number(), to_confirm: self.flag() }.into()
            }
        }
    }

    /// A plan with up to 24 records.
    pub fn plan(&mut self) -> Plan {
        let mut plan = Plan::empty(self.meeting());
        for _ in 0..self.below(25) {
            plan.put(self.record());
        }
        plan
    }

    fn venue(&mut self) -> Venue {
        Venue {
            id: self.venue_id(),
            name: self.text(),
            address: self.string(),
            position: self.maybe(Self::position),
            to_confirm: self.flag(),
        }
    }

    fn delegation(&mut self) -> Delegation {
        Delegation {
            id: self.id(DelegationId::from_number),
            name: self.text(),
            region: self.text(),
            country: self.string(),
            organisations: self.several(Self::string),
            hue: self.one(&Hue::ALL),
            letter: self.string(),
            expected: self.maybe(Self::number),
            to_confirm: self.flag(),
        }
    }

    fn delegate(&mut self) -> Delegate {
        let travel = |draw: &mut Self| Travel { at: draw.moment(), place: draw.string() };
        Delegate {
            id: self.id(itinera::plan::DelegateId::from_number),
            delegation: self.id(DelegationId::from_number),
            name: self.string(),
            organisation: self.string(),
            role: self.string(),
            email: self.string(),
            phone: self.string(),
            diet: self.string(),
            needs: self.string(),
            languages: self.several(Self::string),
            arrival: self.maybe(travel),
            departure: self.maybe(travel),
            photo_consent: self.one(&[Consent::Unknown, Consent::Given, Consent::Refused]),
            emergency: self.string(),
        }
    }

    fn session(&mut self) -> Session {
        Session {
            id: self.id(itinera::plan::SessionId::from_number),
            kind: self.one(&SessionKind::ALL),
            title: self.text(),
            slot: self.slot(),
            place: self.place(),
            chair: self.several(Self::party),
            speakers: self.several(Self::party),
            rapporteur: self.several(Self::party),
            audience: self.attendance(),
            topics: self.topics(),
            notes: self.text(),
            links: self.several(|draw| Link { title: draw.string(), url: draw.string() }),
            to_confirm: self.flag(),
            fixed: self.flag(),
            planned: self.maybe(Self::slot),
            dropped: self.flag(),
        }
    }

    fn host(&mut self) -> Host {
        let allowances = [Allowance::Unknown, Allowance::Allowed, Allowance::Forbidden];
        Host {
            id: self.id(itinera::plan::HostId::from_number),
            name: self.string(),
            about: self.text(),
            venue: self.maybe(Self::venue_id),
            capacity: self.maybe(Self::number),
            groups_at_once: self.one(&[1, 0, 2]),
            gap: self.number(),
            contact: Contact { name: self.string(), phone: self.string(), email: self.string() },
            id_list_due: self.maybe(Self::date),
            id_list_sent: self.flag(),
            guest_fields: self.maybe(|draw| draw.several(|draw| draw.one(&itinera::plan::GuestField::ALL))),
            equipment: self.text(),
            photos: self.one(&allowances),
            phones: self.one(&allowances),
            announced: self.flag(),
            nda: self.flag(),
            nda_returned: self.flag(),
            to_confirm: self.flag(),
        }
    }

    fn visit(&mut self) -> Visit {
        Visit {
            id: self.id(itinera::plan::VisitId::from_number),
            title: self.text(),
            organiser: self.text(),
            start_place: self.maybe(Self::venue_id),
            gathering: self.number(),
            start: self.moment(),
            return_place: self.maybe(Self::venue_id),
            return_by: self.maybe(Self::moment),
            return_boarding: self.number(),
            order: self.several(|draw| draw.id(itinera::plan::StopId::from_number)),
            audience: self.attendance(),
            coach_seats: self.maybe(Self::number),
            rush: self.maybe(|draw| Rush { window: draw.window(), percent: draw.number() }),
            deviation: self.deviation(),
            to_confirm: self.flag(),
        }
    }

    fn contact(&mut self) -> Contact {
        Contact { name: self.string(), phone: self.string(), email: self.string() }
    }

    fn coach(&mut self) -> Coach {
        Coach {
            id: self.id(CoachId::from_number),
            visit: self.id(itinera::plan::VisitId::from_number),
            name: self.string(),
            seats: self.maybe(Self::number),
            driver: self.contact(),
            plate: self.string(),
            to_confirm: self.flag(),
        }
    }

    fn group(&mut self) -> Group {
        Group {
            id: self.id(GroupId::from_number),
            visit: self.id(itinera::plan::VisitId::from_number),
            name: self.text(),
            letter: self.string(),
            hue: self.one(&Hue::ALL),
            delegations: self.several(|draw| draw.id(DelegationId::from_number)),
            delegates: self.several(|draw| draw.id(itinera::plan::DelegateId::from_number)),
            language: self.string(),
            guide: self.contact(),
            coach: self.maybe(|draw| draw.id(CoachId::from_number)),
            start: self.maybe(Self::time),
            start_fixed: self.flag(),
            order: self.several(|draw| draw.id(itinera::plan::StopId::from_number)),
            skips: self.several(|draw| draw.id(itinera::plan::StopId::from_number)),
            deviation: self.deviation(),
        }
    }

    fn deviation(&mut self) -> Deviation {
        let stop = |draw: &mut Self| draw.id(itinera::plan::StopId::from_number);
        let phases = [Phase::Drive, Phase::Tour, Phase::Questions, Phase::Hold];
        let longer = |draw: &mut Self| Longer {
            stop: draw.maybe(stop),
            phase: draw.one(&phases),
            minutes: draw.one(&[20, -5, i32::MAX, i32::MIN]),
        };
        Deviation {
            starts: self.one(&[0, 10, -10, i32::MAX]),
            lengths: self.several(longer),
            order: self.several(stop),
            skips: self.several(stop),
            parted: self.maybe(|draw| Parted {
                from: draw.maybe(|draw| draw.id(GroupId::from_number)),
                together: draw.several(stop),
            }),
        }
    }

    fn turn(&mut self) -> Turn {
        let group = self.id(GroupId::from_number);
        let id = TurnId { group, stop: self.id(itinera::plan::StopId::from_number) };
        Turn { id, received: self.maybe(Self::time), hold: self.number(), pinned: self.flag() }
    }

    fn version(&mut self) -> Version {
        let at = ["2017-10-02T07:00:00Z", "2017-11-20T08:15:09Z", "0000-01-01T00:00:00Z", "9999-12-31T23:59:59Z"];
        Version {
            id: self.id(VersionId::from_number),
            name: self.text(),
            at: self.one(&at).parse().unwrap(),
            lines: self.several(Self::line),
            state: self.maybe(|draw| draw.below(9) as u64),
        }
    }

    fn line(&mut self) -> Line {
        let group = |draw: &mut Self| draw.maybe(|draw| draw.id(GroupId::from_number));
        let entry = match self.below(4) {
            0 => EntryId::Session(self.id(itinera::plan::SessionId::from_number)),
            1 => EntryId::Stop(self.id(itinera::plan::StopId::from_number), group(self)),
            2 => EntryId::LegTo(self.id(itinera::plan::StopId::from_number), group(self)),
            _ => EntryId::LegBack(self.id(itinera::plan::VisitId::from_number), group(self)),
        };
        Line {
            entry,
            slot: self.slot(),
            title: self.text(),
            place: self.text(),
            audience: self.attendance(),
            exceptions: self.several(|draw| draw.id(itinera::plan::DelegateId::from_number)),
            to_confirm: self.flag(),
        }
    }

    fn stop(&mut self) -> Stop {
        Stop {
            id: self.id(itinera::plan::StopId::from_number),
            visit: self.id(itinera::plan::VisitId::from_number),
            host: self.id(itinera::plan::HostId::from_number),
            boarding: self.number(),
            window: self.maybe(Self::window),
            gate: self.number(),
            safety: self.number(),
            tour: self.number(),
            questions: self.number(),
            count_back: self.number(),
            hold: self.number(),
            briefing: self.text(),
            topics: self.topics(),
            to_confirm: self.flag(),
        }
    }
}
