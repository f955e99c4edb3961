//! Groups: people who travel together on a study visit, each with its own order of stops and its own clock, and the
//! coaches that carry them.
//!
//! Times of day are those of the day of the visit, as a host's window is: a visit that moves to another day takes its
//! groups along.

use super::{
    CoachId, Contact, DelegateId, DelegationId, Deviation, GroupId, Hue, Key, Stop, StopId, Text, TurnId, VisitId,
    Window, record,
};
use chrono::NaiveTime;
use std::collections::BTreeSet;

record! {
    /// A coach on a study visit.
    Coach(CoachId) {
        /// The visit that it is hired for.
        visit: VisitId,
        /// What it is called, such as "Coach 1".
        name: String,
        /// How many people it seats, when known.
        seats: Option<u16>,
        /// How to reach the driver.
        driver: Contact,
        /// What its plate says; may be empty.
        plate: String,
        /// Whether it still has to be confirmed.
        to_confirm: bool,
    }
}

record! {
    /// People who travel together on a study visit.
    Group(GroupId) {
        /// The visit.
        visit: VisitId,
        /// What it is called; may be empty, the letter says it too.
        name: Text,
        /// The letter that tells it apart where colours do not; one or two characters.
        letter: String,
        /// Its colour on screen.
        hue: Hue,
        /// The delegations in it, without those of their delegates whom another group of the visit names.
        delegations: BTreeSet<DelegationId>,
        /// Delegates who are in it by themselves.
        delegates: BTreeSet<DelegateId>,
        /// The language that it is guided in, as a tag of BCP 47 such as `en`; may be empty.
        language: String,
        /// Who guides it.
        guide: Contact,
        /// The coach that carries it.
        coach: Option<CoachId>,
        /// When its boarding starts, where that is not when the visit's does.
        start: Option<NaiveTime>,
        /// Whether the search must keep that start, its own or the visit's.
        start_fixed: bool,
        /// The order of its stops; a stop that it does not name comes last, in the order of the visit.
        order: Vec<StopId>,
        /// The stops that it leaves out.
        skips: BTreeSet<StopId>,
        /// How its way differs from its plan, since a delay or an early end.
        deviation: Deviation,
    }
}

record! {
    /// What was agreed for one group at one stop. Without one, nothing was.
    Turn(TurnId) {
        /// The host does not receive it before then: the group waits at the gate.
        received: Option<NaiveTime>,
        /// Minutes that it waits after the count-back, before boarding.
        hold: u16,
        /// Whether the search must keep its time and its place in the order.
        pinned: bool,
    }
}

impl Turn {
    /// A turn for which nothing was agreed.
    #[must_use]
    pub const fn free(id: TurnId) -> Self {
        Self { id, received: None, hold: 0, pinned: false }
    }

    /// Whether nothing was agreed.
    #[must_use]
    pub const fn is_free(&self) -> bool {
        self.received.is_none() && self.hold == 0 && !self.pinned
    }
}

impl Group {
    /// A group of nobody yet, which makes all stops.
    #[must_use]
    pub fn empty(id: GroupId, visit: VisitId) -> Self {
        Self {
            id,
            visit,
            name: Text::default(),
            letter: String::new(),
            hue: Hue::default(),
            delegations: BTreeSet::new(),
            delegates: BTreeSet::new(),
            language: String::new(),
            guide: Contact::default(),
            coach: None,
            start: None,
            start_fixed: false,
            order: Vec::new(),
            skips: BTreeSet::new(),
            deviation: Deviation::default(),
        }
    }

    /// Whether it makes a stop of its visit.
    #[must_use]
    pub fn makes(&self, stop: &Stop) -> bool {
        self.visit == stop.visit && !self.skips.contains(&stop.id)
    }
}

/// The hours of the day in which a drive takes longer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rush {
    /// From when to when.
    pub window: Window,
    /// By how many per cent a drive is longer that is all inside.
    pub percent: u16,
}

/// Somebody who is put into a group: a delegation, or a delegate alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Member {
    Delegation(DelegationId),
    Delegate(DelegateId),
}

impl Member {
    /// The key of the record.
    #[must_use]
    pub const fn key(self) -> Key {
        match self {
            Self::Delegation(id) => Key::Delegation(id),
            Self::Delegate(id) => Key::Delegate(id),
        }
    }
}
