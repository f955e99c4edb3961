//! What a check found, as data: the rule, how bad it is, what it is about, the figures, and a way out. Words are in
//! `super::words`.

use crate::plan::{
    DelegateId, DelegationId, Edit, EntryId, HostId, Key, Party, RoomId, SessionId, Slot, StopId, TopicId, VenueId,
    VisitId,
};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

/// Something about the plan that an organiser should know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Which rule found it.
    pub rule: Rule,
    /// How bad it is.
    pub severity: Severity,
    /// When it bites, in the meeting's time zone; none when it has no time of its own.
    pub at: Option<NaiveDateTime>,
    /// Where it is: the entries first, in the order of time, then records.
    pub about: Vec<About>,
    /// The figures.
    pub detail: Detail,
    /// A way out that was tried: it removes this finding and brings no new blocker.
    pub fix: Option<Fix>,
}

impl Finding {
    /// What stays the same while a finding stays: to tell what an edit mended, and to key a list.
    #[must_use]
    pub fn identity(&self) -> Identity {
        Identity { rule: self.rule, about: self.about.clone(), field: self.field() }
    }

    fn field(&self) -> Option<&'static str> {
        match &self.detail {
            Detail::Dangling { field, .. } => Some(*field),
            _ => None,
        }
    }

    /// Whether it is the finding of this identity.
    #[must_use]
    pub fn is(&self, identity: &Identity) -> bool {
        self.rule == identity.rule && self.about == identity.about && self.field() == identity.field
    }

    /// Whether it is to be shown on this entry of the agenda.
    #[must_use]
    pub fn is_on(&self, entry: EntryId) -> bool {
        self.about.contains(&About::Entry(entry))
    }

    /// Whether it is about this record, or about an entry that comes from it.
    #[must_use]
    pub fn concerns(&self, key: Key) -> bool {
        self.about.iter().any(|about| about.key() == key)
    }
}

/// What makes two findings the same one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Identity {
    /// The rule.
    pub rule: Rule,
    /// Where it is.
    pub about: Vec<About>,
    /// The field of the record, for a dangling reference.
    pub field: Option<&'static str>,
}

/// How bad a finding is, the worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The day does not work as planned.
    Blocker,
    /// The day may go wrong.
    Warning,
    /// Something to know or still to do.
    Note,
}

impl Severity {
    /// Every severity, the worst first.
    pub const ALL: [Self; 3] = [Self::Blocker, Self::Warning, Self::Note];

    /// The name in `data-severity`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Blocker => "blocker",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

macro_rules! rules {
    ($($(#[$meta:meta])* $rule:ident = $name:literal,)*) => {
        /// A rule of the checks.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Rule {
            $($(#[$meta])* $rule,)*
        }

        impl Rule {
            /// Every rule.
            pub const ALL: &[Self] = &[$(Self::$rule,)*];

            /// The name in `data-finding`.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$rule => $name,)*
                }
            }
        }
    };
}

rules! {
    /// Two sessions at once in a room.
    RoomClash = "room-clash",
    /// A person with roles in two places at once.
    PersonClash = "person-clash",
    /// A delegation that is asked to be in two places at once.
    DelegationClash = "delegation-clash",
    /// Less time between two places than the drive takes.
    TransferTooShort = "transfer-too-short",
    /// A stop that ends after its host closes.
    OutsideWindow = "outside-window",
    /// A study visit that is back later than it may be.
    BackLate = "back-late",
    /// More heads than a room, a coach or a host takes.
    TooManyHeads = "too-many-heads",
    /// A session or a visit on a date that is not a day of the meeting.
    OutsideDays = "outside-days",
    /// A host that should have had the list of identity documents.
    IdListLate = "id-list-late",
    /// A session without a place.
    NoPlace = "no-place",
    /// A drive whose length cannot be known.
    DriveUnknown = "drive-unknown",
    /// A record that names something that is not there.
    DanglingReference = "dangling-reference",
    /// A topic that nothing covers.
    TopicUncovered = "topic-uncovered",
    /// A delegate who arrives after something to attend has started.
    ArrivalLate = "arrival-late",
    /// A delegate who leaves before something to attend has ended.
    DepartureEarly = "departure-early",
    /// A delegation of which nobody knows how many come.
    NoHeads = "no-heads",
    /// A host that waits for the list of identity documents.
    IdListDue = "id-list-due",
    /// A long wait for a host to open.
    LongWait = "long-wait",
    /// Something still to confirm.
    ToConfirm = "to-confirm",
}

/// Where a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum About {
    /// An entry of the agenda.
    Entry(EntryId),
    /// A record of the plan.
    Record(Key),
}

impl About {
    /// The record that it is, or that the entry comes from.
    #[must_use]
    pub const fn key(self) -> Key {
        match self {
            Self::Record(key) => key,
            Self::Entry(EntryId::Session(session)) => Key::Session(session),
            Self::Entry(EntryId::Stop(stop) | EntryId::LegTo(stop)) => Key::Stop(stop),
            Self::Entry(EntryId::LegBack(visit)) => Key::Visit(visit),
        }
    }

    /// The entry of the agenda, when it is one.
    #[must_use]
    pub const fn entry(self) -> Option<EntryId> {
        match self {
            Self::Entry(entry) => Some(entry),
            Self::Record(_) => None,
        }
    }
}

/// What takes people's time: a session, or a study visit as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Item {
    Session(SessionId),
    Visit(VisitId),
}

/// What is missing, so that a drive cannot be known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lack {
    /// A visit has no place to start from.
    Start(VisitId),
    /// A visit has no place to return to.
    Return(VisitId),
    /// A host has no venue.
    HostVenue(HostId),
    /// A venue has no coordinates.
    Coordinates(VenueId),
}

/// What is too small for the heads that come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Limit {
    /// The room of a session.
    Room(SessionId, RoomId),
    /// The coach of a visit.
    Coach(VisitId),
    /// The host of a stop.
    Host(StopId),
}

/// The figures of a finding. Times are in the meeting's time zone, lengths in minutes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Detail {
    /// For [`Rule::RoomClash`].
    RoomClash {
        /// The room.
        room: RoomId,
        /// The session that starts first.
        first: SessionId,
        /// The other one.
        second: SessionId,
        /// The time that they share.
        shared: Slot,
    },
    /// For [`Rule::PersonClash`].
    PersonClash {
        /// The people: delegates of the plan, or somebody by name.
        people: Vec<Party>,
        /// What starts first.
        first: Item,
        /// The other one.
        second: Item,
        /// The time that they share.
        shared: Slot,
    },
    /// For [`Rule::DelegationClash`].
    DelegationClash {
        /// The delegations that are asked for twice.
        delegations: Vec<DelegationId>,
        /// What starts first.
        first: Item,
        /// The other one.
        second: Item,
        /// The time that they share.
        shared: Slot,
    },
    /// For [`Rule::TransferTooShort`].
    TransferTooShort {
        /// The delegations that have to make the way.
        delegations: Vec<DelegationId>,
        /// What ends before the drive.
        first: Item,
        /// What starts after it.
        second: Item,
        /// When that starts.
        starts: NaiveDateTime,
        /// Where the drive starts.
        from: VenueId,
        /// Where it ends.
        to: VenueId,
        /// What the drive takes.
        needs: u16,
        /// The time there is.
        has: u16,
        /// Whether what it takes is an estimate.
        estimate: bool,
    },
    /// For [`Rule::OutsideWindow`].
    OutsideWindow {
        /// The stop.
        stop: StopId,
        /// When the stay ends.
        ends: NaiveDateTime,
        /// When the host closes.
        closes: NaiveTime,
        /// By how much the stay is late.
        late: u16,
    },
    /// For [`Rule::LongWait`].
    LongWait {
        /// The stop.
        stop: StopId,
        /// When the coach arrives.
        arrives: NaiveDateTime,
        /// When the host opens.
        opens: NaiveTime,
        /// The wait.
        minutes: u16,
    },
    /// For [`Rule::BackLate`].
    BackLate {
        /// The visit.
        visit: VisitId,
        /// When it is back.
        back: NaiveDateTime,
        /// By how much that is late.
        late: u16,
        /// By when it should be back.
        by: NaiveDateTime,
        /// The session of the same people that has started by then, and when.
        next: Option<(SessionId, NaiveDateTime)>,
    },
    /// For [`Rule::TooManyHeads`].
    TooManyHeads {
        /// What is too small.
        limit: Limit,
        /// How many it takes.
        takes: u16,
        /// How many come.
        heads: usize,
    },
    /// For [`Rule::NoPlace`].
    NoPlace {
        /// The session.
        session: SessionId,
    },
    /// For [`Rule::OutsideDays`].
    OutsideDays {
        /// What is outside.
        item: Item,
        /// The date that is not a day of the meeting.
        date: NaiveDate,
    },
    /// For [`Rule::DanglingReference`].
    Dangling {
        /// The record that names something.
        record: Key,
        /// The field in which it does, as in the record's type.
        field: &'static str,
        /// What is not there.
        missing: Vec<Key>,
    },
    /// For [`Rule::TopicUncovered`].
    TopicUncovered {
        /// The topic.
        topic: TopicId,
    },
    /// For [`Rule::ArrivalLate`].
    ArrivalLate {
        /// The person.
        delegate: DelegateId,
        /// When the person arrives.
        arrives: NaiveDateTime,
        /// The first thing to attend that has started by then.
        item: Item,
        /// When it starts.
        starts: NaiveDateTime,
    },
    /// For [`Rule::DepartureEarly`].
    DepartureEarly {
        /// The person.
        delegate: DelegateId,
        /// When the person leaves.
        leaves: NaiveDateTime,
        /// The first thing to attend that has not ended by then.
        item: Item,
        /// When it ends.
        ends: NaiveDateTime,
    },
    /// For [`Rule::NoHeads`].
    NoHeads {
        /// The delegation.
        delegation: DelegationId,
    },
    /// For [`Rule::IdListDue`] and [`Rule::IdListLate`].
    IdList {
        /// The host.
        host: HostId,
        /// The day by which it wants the list.
        due: NaiveDate,
        /// Days from today until then, negative when it is past; none when today is not known.
        days: Option<i64>,
    },
    /// For [`Rule::DriveUnknown`].
    DriveUnknown {
        /// What is missing.
        lack: Lack,
    },
    /// For [`Rule::ToConfirm`].
    ToConfirm {
        /// What is to be confirmed.
        record: Key,
    },
}

/// A way out of a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// The edit that mends it.
    pub edit: Edit,
    /// What that does, for words.
    pub remedy: Remedy,
}

/// What a [`Fix`] does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Remedy {
    MoveToRoom { session: SessionId, room: RoomId },
    StartAt { item: Item, at: NaiveDateTime },
    EndAt { session: SessionId, at: NaiveDateTime },
    MoveToDay { item: Item, date: NaiveDate },
    VisitFirst { stop: StopId },
    VisitAfter { stop: StopId, after: StopId },
    RemoveMention,
    Remove { record: Key },
    MarkListSent,
    Confirm,
}
