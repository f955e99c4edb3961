//! "We are 20 minutes late": what a delay, or an early end, does to the rest of the day.
//!
//! The rules, in the order in which they are applied:
//!
//! 1. Something ends later or earlier by so many minutes: a session, a stop, or a leg of a group's way. Nothing before it
//!    moves. A session never gets shorter than a minute.
//! 2. On the way of a group everything after it moves along, by the clock of [`crate::circuit`]. A hold is given up before
//!    anybody is late by it, and a wait at a gate gets shorter by itself.
//! 3. A session or a way that comes later the same day moves only if it needs the same people (a delegation in common), or
//!    the same coach. What is for others stays where it is, even in the same room. The night absorbs what is left.
//! 4. Time between two things absorbs first, but for the drive between their places. Then a break gets shorter, down to
//!    [`SHORTEST_BREAK`] minutes, lunch to [`SHORTEST_LUNCH`], free time to [`SHORTEST_FREE`].
//! 5. A fixed session, dinner and departures wait for nobody: they do not move, and coming late to them is said.
//! 6. An early end makes no session start before its planned time: it only brings back what was late. The break that a
//!    delay made shorter gets its minutes back first. On the way of a group everything is earlier, until a gate.
//! 7. Groups that are in one coach at that moment are late together.
//! 8. A group can split up after the stop that it is at, or on the way to: those who go leave out stops that were to come
//!    and need something that carries them. Until then the two are one party, for hosts, coaches and roll-calls alike.
//!    Back to the plan means back together: those who came off rejoin, and a visit that had no groups has none again.
//!
//! Every minute is either passed on, absorbed, or late for something that does not wait. Ways out can be combined; each is
//! worked out against the plan with the others that were chosen.

mod broken;
mod choices;
mod day;
mod hosts;
mod offers;
mod planned;
mod split;
mod strand;
mod told;
mod tongue;
mod way;

pub use choices::{Choices, choices, known_as};
pub use offers::{Offer, ways_out};
pub use planned::{back_to_plan, planned_slot};
pub use split::{Carrier, Parting, Split};
pub use told::{Change, Reach, Told, Who, mail_link};
pub use tongue::language_of;

use crate::plan::{
    DelegateId, Deviated, Edit, EntryId, GroupId, HostId, Party, Plan, RoomId, SessionId, Slot, StopId, VisitId, WayId,
};
use chrono::{NaiveDateTime, NaiveTime};

/// So many minutes are left of a coffee break, unless it is dropped.
pub const SHORTEST_BREAK: u16 = 10;

/// So many minutes are left of lunch.
pub const SHORTEST_LUNCH: u16 = 45;

/// So many minutes are left of free time.
pub const SHORTEST_FREE: u16 = 15;

/// So many minutes are left for questions where they are shortened.
pub const SHORTEST_QUESTIONS: u16 = 5;

/// The longest delay that can be told, in minutes; nor can anything end earlier than by so much.
pub const LONGEST_DELAY: i32 = 240;

/// What happened, and what the organiser does about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cause {
    /// What ends late or early.
    pub entry: EntryId,
    /// By how many minutes late; early when negative.
    pub minutes: i32,
    /// The ways out that are taken.
    pub ways_out: Vec<WayOut>,
}

/// What can be done about a delay.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WayOut {
    /// Questions at the stops to come are cut, as far as a group is late, down to [`SHORTEST_QUESTIONS`] minutes.
    ShortenQuestions,
    /// There is no break.
    DropBreak(SessionId),
    /// The stops to come are made in another order, if one is better.
    Reorder(WayId),
    /// A stop to come is not made.
    LeaveOut(WayId, StopId),
    /// A group leaves on time and does not wait for the others.
    GoOn(WayId),
    /// Some of a group go another way.
    Split(Split),
}

impl WayOut {
    /// The way that it changes, where it is about one.
    fn way_mut(&mut self) -> Option<&mut WayId> {
        match self {
            Self::Reorder(way) | Self::LeaveOut(way, _) | Self::GoOn(way) => Some(way),
            Self::Split(split) => Some(&mut split.way),
            Self::ShortenQuestions | Self::DropBreak(_) => None,
        }
    }
}

/// Everything that follows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ripple {
    /// By how many minutes it really is late, or early when negative: nothing can end before it starts.
    pub minutes: i32,
    /// What moves, by its new start. What ends late or early itself is among it.
    pub moved: Vec<Moved>,
    /// What is left out.
    pub left_out: Vec<EntryId>,
    /// What takes up minutes.
    pub absorbed: Vec<Absorbed>,
    /// What does not work any more.
    pub broken: Vec<Broken>,
    /// Who has to know, those who wait first.
    pub told: Vec<Told>,
    /// Where groups split up.
    pub partings: Vec<Parting>,
    /// The plan in which these groups are there and nothing has moved yet: what is said above is said of its entries.
    pub plan: Plan,
    /// What ended late or early, in that plan.
    pub entry: EntryId,
    /// What makes it so.
    pub edit: Edit,
}

impl Ripple {
    /// A way out said of the groups that there will be: what is about all together is about those who stay.
    #[must_use]
    pub fn said_of_groups(&self, mut way_out: WayOut) -> WayOut {
        if let Some(way) = way_out.way_mut().filter(|way| way.1.is_none()) {
            let of = |parting: &&Parting| self.plan.groups.get(parting.rest).is_some_and(|rest| rest.visit == way.0);
            way.1 = self.partings.iter().find(of).map(|parting| parting.rest);
        }
        way_out
    }
}

/// Something that moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moved {
    /// What.
    pub entry: EntryId,
    /// When it is as the plan stands.
    pub was: Slot,
    /// When it will be.
    pub now: Slot,
    /// By how many minutes it starts later; earlier when negative.
    pub starts: i32,
    /// By how many minutes it ends later; earlier when negative.
    pub ends: i32,
    /// What it waits for; nothing for the cause itself.
    pub after: Option<EntryId>,
}

/// Minutes that are not passed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Absorbed {
    /// Where: inside this entry, or before it.
    pub entry: EntryId,
    /// By what.
    pub by: Absorber,
    /// How many. Negative where minutes are given back, or where the rush hour adds some.
    pub minutes: i32,
}

/// What takes up minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Absorber {
    /// The time before the entry, in which nothing was planned.
    Slack,
    /// The entry is a break and gets shorter.
    Break,
    /// The entry is a break and is dropped.
    Dropped,
    /// Waiting at the gate.
    Wait,
    /// Being held before boarding.
    Hold,
    /// Questions are shortened.
    Questions,
    /// The drive is shorter, or longer, outside or inside the rush hour.
    Drive,
    /// Another order of the stops, or one stop fewer.
    Order,
}

/// What does not work any more after a delay, and did before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Broken {
    /// Something that waits for nobody starts before people are there.
    Missed {
        /// The session.
        session: SessionId,
        /// When it starts.
        starts: NaiveDateTime,
        /// By how many minutes people come late.
        late: i32,
    },
    /// A host's window closes before the group is done.
    Window {
        /// The stop.
        stop: StopId,
        /// The group.
        group: Option<GroupId>,
        /// When the window closes.
        closes: NaiveTime,
        /// By how many minutes the group is done later.
        late: u16,
    },
    /// A group is back later than it may be.
    Return {
        /// The visit.
        visit: VisitId,
        /// The group.
        group: Option<GroupId>,
        /// By when it had to be back.
        by: NaiveDateTime,
        /// By how many minutes it is later.
        late: u16,
    },
    /// Two groups are at one host, which takes fewer at once.
    Hosts {
        /// The host.
        host: HostId,
        /// The group that comes later.
        group: GroupId,
        /// The one that is there.
        other: GroupId,
        /// From when on.
        at: NaiveDateTime,
    },
    /// More heads are at a host than it takes.
    Heads {
        /// The host.
        host: HostId,
        /// The group that comes last.
        group: GroupId,
        /// How many are there then.
        heads: usize,
        /// How many the host takes.
        takes: u16,
        /// From when on.
        at: NaiveDateTime,
    },
    /// A group comes to a host too soon after another.
    Gap {
        /// The host.
        host: HostId,
        /// The group that comes.
        group: GroupId,
        /// The one that was there.
        other: GroupId,
        /// So many minutes the host needs between two.
        needs: u16,
        /// So many it has.
        has: u16,
    },
    /// Somebody's train or flight leaves before it is over.
    Departure {
        /// Who.
        delegate: DelegateId,
        /// When the person leaves.
        at: NaiveDateTime,
        /// What is not over.
        entry: EntryId,
    },
    /// The room is somebody else's by then.
    Room {
        /// The room.
        room: RoomId,
        /// The session that is late.
        session: SessionId,
        /// The session that it meets.
        next: SessionId,
        /// From when on.
        at: NaiveDateTime,
    },
    /// Somebody has a role in something else by then.
    Person {
        /// Who.
        party: Party,
        /// The session that is late.
        session: SessionId,
        /// The session that it meets.
        next: SessionId,
    },
}

/// What follows when an entry ends late or early; nothing where it is not in the plan or nothing changes.
#[must_use]
pub fn ripple(plan: &Plan, cause: &Cause) -> Option<Ripple> {
    let divided = split::Divided::of(plan, cause);
    let day = day::Day::after(&divided.plan, &divided.cause)?;
    let (moved, broken, left_out) = (day.moved(), day.broken(), day.left_out());
    let partings = divided.partings(&day);
    let told = day.told(&moved, &left_out, &partings);
    let (entry, minutes) = (cause.entry, day.minutes);
    let (sessions, ways) = (day.sessions_after(), day.ways_after());
    let mut deviated = Deviated { entry, minutes, sessions, groups: Vec::new(), turns: Vec::new(), ways };
    divided.add_to(&mut deviated);
    let (absorbed, edit) = (day.absorbed, Edit::Deviate(deviated));
    let (plan, entry) = (divided.plan, divided.cause.entry);
    Some(Ripple { minutes, moved, left_out, absorbed, broken, told, partings, plan, entry, edit })
}
