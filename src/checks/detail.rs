//! The figures of findings: what each rule has to say, without words.

use crate::plan::{
    CoachId, DelegateId, DelegationId, GroupId, HostId, Key, Member, Party, RoomId, SessionId, Slot, StopId, TopicId,
    VenueId, VisitId,
};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

/// What takes people's time: a session, or a study visit as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Item {
    Session(SessionId),
    /// A visit, or what one group does on it.
    Visit(VisitId, Option<GroupId>),
}

impl Item {
    /// Whether the other one is the same, or what a group does on this visit.
    pub(super) fn covers(self, other: Self) -> bool {
        match (self, other) {
            (Self::Visit(one, None), Self::Visit(two, _)) => one == two,
            _ => self == other,
        }
    }

    /// Whether both are what groups do on one visit.
    pub(super) fn is_beside(self, other: Self) -> bool {
        matches!((self, other), (Self::Visit(one, Some(_)), Self::Visit(two, Some(_))) if one == two)
    }
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
    /// A coach that carries groups of a visit.
    GroupCoach(CoachId),
    /// The host of a stop.
    Host(StopId),
}

/// What is not done before a host can be visited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unprepared {
    /// Telling guests what to bring, and what is forbidden.
    Announcement,
    /// Returning the signed agreements.
    Agreements,
    /// Finding out whom to call.
    Contact,
}

/// What a journey makes somebody miss.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missed {
    /// A part of something or all of it, on the day of travel, or with a role in it.
    Part {
        /// The first such thing.
        item: Item,
        /// When it starts, or for who leaves, when it ends.
        at: NaiveDateTime,
    },
    /// Whole days only.
    Days,
    /// All that there was to attend.
    Everything,
}

/// The figures of a finding. Times are in the meeting's time zone, lengths in minutes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Detail {
    /// For [`super::Rule::RoomClash`].
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
    /// For [`super::Rule::PersonClash`].
    PersonClash {
        /// The people: delegates of the plan, or somebody by name.
        people: Vec<Party>,
        /// Where they have a role while they are expected at the other; none where they have one in both.
        role: Option<Item>,
        /// What starts first.
        first: Item,
        /// The other one.
        second: Item,
        /// The time that they share.
        shared: Slot,
    },
    /// For [`super::Rule::DelegationClash`].
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
    /// For [`super::Rule::TransferTooShort`].
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
    /// For [`super::Rule::OutsideWindow`].
    OutsideWindow {
        /// The stop.
        stop: StopId,
        /// The group, where the visit has some.
        group: Option<GroupId>,
        /// When the host is done.
        ends: NaiveDateTime,
        /// When the host closes.
        closes: NaiveTime,
        /// By how much the stay is late.
        late: u16,
    },
    /// For [`super::Rule::LongWait`].
    LongWait {
        /// The stop.
        stop: StopId,
        /// The group, where the visit has some.
        group: Option<GroupId>,
        /// When the coach arrives.
        arrives: NaiveDateTime,
        /// When the host opens.
        opens: NaiveTime,
        /// The wait.
        minutes: u16,
    },
    /// For [`super::Rule::BackLate`].
    BackLate {
        /// The visit.
        visit: VisitId,
        /// The group, where the visit has some.
        group: Option<GroupId>,
        /// When it is back.
        back: NaiveDateTime,
        /// By how much that is late.
        late: u16,
        /// By when it should be back.
        by: NaiveDateTime,
        /// The session of the same people that has started by then, and when.
        next: Option<(SessionId, NaiveDateTime)>,
    },
    /// For [`super::Rule::TooManyHeads`].
    TooManyHeads {
        /// What is too small.
        limit: Limit,
        /// The groups that come, where a visit has some.
        groups: Vec<GroupId>,
        /// How many it takes.
        takes: u16,
        /// How many come.
        heads: usize,
    },
    /// For [`super::Rule::GroupsAtHost`].
    GroupsAtHost {
        /// The stop of the group that comes last.
        stop: StopId,
        /// The groups, by the time at which they come.
        groups: Vec<GroupId>,
        /// How many the host takes.
        takes: u16,
        /// The time that they share.
        shared: Slot,
    },
    /// For [`super::Rule::HostGap`].
    HostGap {
        /// The stop of the second group.
        stop: StopId,
        /// The group that leaves.
        first: GroupId,
        /// When it does.
        leaves: NaiveDateTime,
        /// The group that comes.
        second: GroupId,
        /// Minutes that the host needs between the two.
        needs: u16,
        /// Minutes that it has.
        has: u16,
    },
    /// For [`super::Rule::InTwoGroups`].
    InTwoGroups {
        /// The visit.
        visit: VisitId,
        /// Who is.
        member: Member,
        /// In which ones, by letter.
        groups: Vec<GroupId>,
    },
    /// For [`super::Rule::InNoGroup`].
    InNoGroup {
        /// The visit.
        visit: VisitId,
        /// The delegation.
        delegation: DelegationId,
        /// How many of it; nought where nobody knows.
        heads: usize,
    },
    /// For [`super::Rule::NoCoach`].
    NoCoach {
        /// The visit.
        visit: VisitId,
        /// The group.
        group: GroupId,
    },
    /// For [`super::Rule::NoCoach`], where a visit has none by name.
    OneCoach {
        /// The visit.
        visit: VisitId,
        /// The groups that go separate ways, by letter.
        groups: Vec<GroupId>,
        /// From when on.
        at: NaiveDateTime,
    },
    /// For [`super::Rule::CoachClash`].
    CoachClash {
        /// The coach.
        coach: CoachId,
        /// The group that it leaves with first.
        first: GroupId,
        /// The other one.
        second: GroupId,
        /// From when on they are not together.
        at: NaiveDateTime,
    },
    /// For [`super::Rule::NoPlace`].
    NoPlace {
        /// The session.
        session: SessionId,
    },
    /// For [`super::Rule::OutsideDays`].
    OutsideDays {
        /// What is outside.
        item: Item,
        /// The date that is not a day of the meeting.
        date: NaiveDate,
    },
    /// For [`super::Rule::DanglingReference`].
    Dangling {
        /// The record that names something.
        record: Key,
        /// The field in which it does, as in the record's type.
        field: &'static str,
        /// What is not there.
        missing: Vec<Key>,
    },
    /// For [`super::Rule::TopicUncovered`].
    TopicUncovered {
        /// The topic.
        topic: TopicId,
    },
    /// For [`super::Rule::ArrivalLate`].
    ArrivalLate {
        /// The person.
        delegate: DelegateId,
        /// When the person arrives.
        arrives: NaiveDateTime,
        /// What is missed.
        missed: Missed,
        /// The whole days on which something is missed.
        days: Vec<NaiveDate>,
    },
    /// For [`super::Rule::DepartureEarly`].
    DepartureEarly {
        /// The person.
        delegate: DelegateId,
        /// When the person leaves.
        leaves: NaiveDateTime,
        /// What is missed.
        missed: Missed,
        /// The whole days on which something is missed.
        days: Vec<NaiveDate>,
    },
    /// For [`super::Rule::NoHeads`].
    NoHeads {
        /// The delegation.
        delegation: DelegationId,
    },
    /// For [`super::Rule::IdListDue`] and [`super::Rule::IdListLate`].
    IdList {
        /// The host.
        host: HostId,
        /// The day by which it wants the list.
        due: NaiveDate,
        /// Days from today until then, negative when it is past; none when today is not known.
        days: Option<i64>,
    },
    /// For [`super::Rule::NotAnnounced`], [`super::Rule::NdaNotReturned`] and [`super::Rule::NoContact`].
    Unprepared {
        /// The host.
        host: HostId,
        /// What is not done.
        what: Unprepared,
        /// The day of the first visit that is still to come.
        date: NaiveDate,
    },
    /// For [`super::Rule::DriveUnknown`].
    DriveUnknown {
        /// What is missing.
        lack: Lack,
    },
    /// For [`super::Rule::ToConfirm`].
    ToConfirm {
        /// What is to be confirmed.
        record: Key,
    },
}
