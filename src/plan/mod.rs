//! The domain: what a plan is made of, and the edits that change it. Pure data; nothing here knows a browser.

mod badge;
mod deviation;
mod edit;
mod fold;
mod group;
mod id;
mod label;
mod meeting;
mod party;
mod people;
mod position;
mod proposal;
mod record;
mod reference;
mod regroup;
mod removal;
mod session;
mod stamp;
mod text;
mod time;
mod version;
mod visit;

pub use badge::letter;
pub use deviation::{Deviated, Deviation, Longer, Parted, Phase, Restored, WayId};
pub use edit::{Edit, EditError, apply};
pub use fold::fold;
pub use group::{Coach, Group, Member, Rush, Turn};
pub use id::{
    CoachId, DelegateId, DelegationId, DocumentId, EntryId, GroupId, HostId, PlanId, RoomId, SessionId, StopId,
    TopicId, TransferId, TurnId, VenueId, VersionId, VisitId,
};
pub use label::{Label, Verb};
pub use meeting::{Day, Document, Meeting, Room, Topic, Venue};
pub use people::{Attendance, Consent, Delegate, Delegation, Hue, Party, Travel};
pub use position::{Position, PositionError};
pub(crate) use record::record;
pub use record::{Record, Table};
pub use regroup::Arranged;
pub use session::{Link, Place, Session, SessionKind};
pub use stamp::{NotAStamp, Stamp};
pub use text::Text;
pub use time::{Slot, SlotError, Window, minute_of_day, parse_time, time_text, to_the_minute};
pub use version::{Line, Version};
pub use visit::{Allowance, Contact, GuestField, Host, Stop, Transfer, Visit};

use crate::order::sort_by_key;
use chrono::NaiveDate;
use std::sync::Arc;

/// Declares the plan's tables once, and everything that has to treat all of them alike.
macro_rules! plan {
    ($($(#[$meta:meta])* $table:ident: $record:ident($id:ty),)*) => {
        /// A meeting's plan. Copying it is cheap: copies share the records that they have in common.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct Plan {
            /// The frame of the meeting; its id is the plan's.
            pub meeting: Arc<Meeting>,
            $($(#[$meta])* pub $table: Table<$record>,)*
        }

        /// Names one record of a plan.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Key {
            /// The meeting itself.
            Meeting(PlanId),
            $(#[doc = concat!("A record of `Plan::", stringify!($table), "`.")] $record($id),)*
        }

        /// One record of a plan, of any kind.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum AnyRecord {
            /// The meeting itself.
            Meeting(Arc<Meeting>),
            $(#[doc = concat!("A record of `Plan::", stringify!($table), "`.")] $record(Arc<$record>),)*
        }

        impl Plan {
            /// A plan with nothing in it but its frame.
            #[must_use]
            pub fn empty(meeting: Meeting) -> Self {
                Self { meeting: Arc::new(meeting), $($table: Table::default(),)* }
            }

            /// The record that `key` names.
            #[must_use]
            pub fn record(&self, key: Key) -> Option<AnyRecord> {
                match key {
                    Key::Meeting(id) => (self.meeting.id == id).then(|| AnyRecord::Meeting(self.meeting.clone())),
                    $(Key::$record(id) => self.$table.get(id).cloned().map(AnyRecord::$record),)*
                }
            }

            /// Adds a record, or puts it in the place of the one with its identity.
            pub fn put(&mut self, record: AnyRecord) {
                match record {
                    AnyRecord::Meeting(meeting) => self.meeting = meeting,
                    $(AnyRecord::$record(record) => self.$table.put(record),)*
                }
            }

            /// Takes a record out. The meeting itself stays.
            pub fn remove(&mut self, key: Key) {
                match key {
                    Key::Meeting(_) => {}
                    $(Key::$record(id) => { self.$table.remove(id); })*
                }
            }

            /// The most records that a table may have: a file with more is refused.
            pub const MOST_RECORDS: usize = 5_000;

            /// How many records the largest table has.
            #[must_use]
            pub fn largest_table(&self) -> usize {
                [$(self.$table.len()),*].into_iter().max().unwrap_or(0)
            }

            /// Every record, the meeting first.
            pub fn records(&self) -> impl Iterator<Item = AnyRecord> {
                self.keys().into_iter().filter_map(|key| self.record(key))
            }

            /// The key of every record, the meeting's first.
            #[must_use]
            pub fn keys(&self) -> Vec<Key> {
                let nothing = Self::empty(Meeting::clone(&self.meeting));
                let mut keys = vec![Key::Meeting(self.meeting.id)];
                keys.extend(self.differing(&nothing));
                keys
            }

            /// The keys of the records that differ between two plans, in the order of the tables.
            #[must_use]
            pub fn differing(&self, other: &Self) -> Vec<Key> {
                let mut keys = Vec::new();
                if self.meeting != other.meeting {
                    keys.push(Key::Meeting(self.meeting.id));
                }
                $(
                    for record in &self.$table {
                        if other.$table.get(record.id).is_none_or(|theirs| !Arc::ptr_eq(record, theirs) && record != theirs) {
                            keys.push(Key::$record(record.id));
                        }
                    }
                    for record in &other.$table {
                        if !self.$table.has(record.id) {
                            keys.push(Key::$record(record.id));
                        }
                    }
                )*
                keys
            }
        }

        impl AnyRecord {
            /// The key that names this record.
            #[must_use]
            pub fn key(&self) -> Key {
                match self {
                    Self::Meeting(record) => Key::Meeting(record.id),
                    $(Self::$record(record) => Key::$record(record.id),)*
                }
            }

            /// The names of the fields in which the two differ; none for records of two kinds.
            #[must_use]
            pub fn changed(&self, other: &Self) -> Vec<&'static str> {
                match (self, other) {
                    (Self::Meeting(one), Self::Meeting(two)) => one.changed(two),
                    $((Self::$record(one), Self::$record(two)) => one.changed(two),)*
                    _ => Vec::new(),
                }
            }

            /// The same record with the named field of `other`.
            #[must_use]
            pub fn taking(&self, other: &Self, field: &str) -> Self {
                let mut taken = self.clone();
                match (&mut taken, other) {
                    (Self::Meeting(one), Self::Meeting(two)) => Arc::make_mut(one).take(two, field),
                    $((Self::$record(one), Self::$record(two)) => Arc::make_mut(one).take(two, field),)*
                    _ => {}
                }
                taken
            }

            /// [`Record::merged`] for records of any kind; ours where the kinds differ.
            #[must_use]
            pub fn merged(base: Option<&Self>, ours: &Self, theirs: &Self, clashes: &mut Vec<&'static str>) -> Self {
                match (ours, theirs) {
                    (Self::Meeting(ours), Self::Meeting(theirs)) => {
                        let base = match base { Some(Self::Meeting(base)) => Some(&**base), _ => None };
                        Self::Meeting(Arc::new(Meeting::merged(base, ours, theirs, clashes)))
                    }
                    $((Self::$record(ours), Self::$record(theirs)) => {
                        let base = match base { Some(Self::$record(base)) => Some(&**base), _ => None };
                        Self::$record(Arc::new($record::merged(base, ours, theirs, clashes)))
                    })*
                    _ => ours.clone(),
                }
            }
        }

        $(impl From<$record> for AnyRecord {
            fn from(record: $record) -> Self {
                Self::$record(Arc::new(record))
            }
        })*
    };
}

plan! {
    /// The days, by date.
    days: Day(NaiveDate),
    /// The topics to cover.
    topics: Topic(TopicId),
    /// The documents that go with the plan.
    documents: Document(DocumentId),
    /// The places.
    venues: Venue(VenueId),
    /// The rooms in them.
    rooms: Room(RoomId),
    /// The delegations.
    delegations: Delegation(DelegationId),
    /// The delegates in them.
    delegates: Delegate(DelegateId),
    /// The sessions of the agenda.
    sessions: Session(SessionId),
    /// The companies that can be visited.
    hosts: Host(HostId),
    /// The study visits.
    visits: Visit(VisitId),
    /// The stops on them.
    stops: Stop(StopId),
    /// The organiser's own driving times.
    transfers: Transfer(TransferId),
    /// The coaches of the study visits.
    coaches: Coach(CoachId),
    /// The groups that go on them.
    groups: Group(GroupId),
    /// What was agreed for a group at a stop.
    turns: Turn(TurnId),
    /// What was handed out so far.
    versions: Version(VersionId),
}

impl From<Meeting> for AnyRecord {
    fn from(meeting: Meeting) -> Self {
        Self::Meeting(Arc::new(meeting))
    }
}

impl AnyRecord {
    /// What people call this record: a title, a name, or nothing for a stop, a transfer or a turn.
    #[must_use]
    pub fn title(&self) -> Text {
        match self {
            Self::Meeting(record) => record.title.clone(),
            Self::Day(record) => record.title.clone(),
            Self::Topic(record) => record.name.clone(),
            Self::Document(record) => record.title.clone(),
            Self::Venue(record) => record.name.clone(),
            Self::Room(record) => record.name.clone(),
            Self::Delegation(record) => record.name.clone(),
            Self::Delegate(record) => Text::same(&record.name),
            Self::Session(record) => record.title.clone(),
            Self::Host(record) => Text::same(&record.name),
            Self::Visit(record) => record.title.clone(),
            Self::Coach(record) => Text::same(&record.name),
            Self::Group(record) if record.name.is_empty() => Text::same(&record.letter),
            Self::Group(record) => record.name.clone(),
            Self::Version(record) => record.name.clone(),
            Self::Stop(_) | Self::Transfer(_) | Self::Turn(_) => Text::default(),
        }
    }
}

impl Plan {
    /// Identity of the plan.
    #[must_use]
    pub fn id(&self) -> PlanId {
        self.meeting.id
    }

    /// The same plan under another identity, to go a way of its own.
    #[must_use]
    pub fn copied_as(&self, id: PlanId) -> Self {
        let mut copy = self.clone();
        copy.meeting = Arc::new(Meeting { id, ..(*self.meeting).clone() });
        copy
    }

    /// The stops of a visit in their order: those that the visit names, then the others by identity.
    #[must_use]
    pub fn stops_of(&self, visit: VisitId) -> Vec<&Arc<Stop>> {
        let Some(record) = self.visits.get(visit) else { return Vec::new() };
        let place = |id: StopId| record.order.iter().position(|known| *known == id).unwrap_or(usize::MAX);
        let mut stops: Vec<_> = self.stops.iter().filter(|stop| stop.visit == visit).collect();
        sort_by_key(&mut stops, |stop| (place(stop.id), stop.id));
        stops
    }

    /// The delegates of a delegation.
    pub fn delegates_of(&self, delegation: DelegationId) -> impl Iterator<Item = &Arc<Delegate>> {
        self.delegates.iter().filter(move |delegate| delegate.delegation == delegation)
    }

    /// How many heads to count on from a delegation: the larger of those named and those expected.
    #[must_use]
    pub fn heads_of(&self, delegation: DelegationId) -> usize {
        let expected = self.delegations.get(delegation).and_then(|delegation| delegation.expected);
        self.delegates_of(delegation).count().max(usize::from(expected.unwrap_or(0)))
    }

    /// How many heads to count on from those meant.
    #[must_use]
    pub fn heads(&self, attendance: &Attendance) -> usize {
        let meant = self.delegations.iter().filter(|delegation| attendance.includes(delegation.id));
        meant.map(|delegation| self.heads_of(delegation.id)).sum()
    }

    /// The entry that a text names as `data-entry` and addresses do, if it is in the plan.
    #[must_use]
    pub fn entry(&self, text: &str) -> Option<EntryId> {
        let (text, group) = match text.split_once('_') {
            Some((text, group)) => (text, Some(group.parse().ok().filter(|id| self.groups.has(*id))?)),
            None => (text, None),
        };
        let stop = |text: &str| text.parse().ok().filter(|id| self.stops.has(*id));
        if let Some(text) = text.strip_prefix("to-") {
            return stop(text).map(|id| EntryId::LegTo(id, group));
        }
        if let Some(text) = text.strip_prefix("back-") {
            let visit = text.parse().ok().filter(|id| self.visits.has(*id));
            return visit.map(|id| EntryId::LegBack(id, group));
        }
        let session = text.parse().ok().filter(|id| group.is_none() && self.sessions.has(*id));
        session.map(EntryId::Session).or_else(|| stop(text).map(|id| EntryId::Stop(id, group)))
    }

    /// The venue that a place belongs to.
    #[must_use]
    pub fn venue_of(&self, place: Place) -> Option<&Arc<Venue>> {
        match place {
            Place::Open => None,
            Place::Venue(id) => self.venues.get(id),
            Place::Room(id) => self.rooms.get(id).and_then(|room| self.venues.get(room.venue)),
        }
    }

    /// The venue at which a stop is made.
    #[must_use]
    pub fn venue_of_stop(&self, stop: &Stop) -> Option<VenueId> {
        self.hosts.get(stop.host).and_then(|host| host.venue)
    }
}
