//! Sessions: what happens in rooms.

use super::{Attendance, Party, RoomId, SessionId, Slot, Text, TopicId, VenueId, record};
use std::collections::BTreeSet;

record! {
    /// An item of the agenda.
    Session(SessionId) {
        /// What sort of session it is.
        kind: SessionKind,
        /// What it is called.
        title: Text,
        /// When it is, in the meeting's time zone.
        slot: Slot,
        /// Where it is.
        place: Place,
        /// Who leads it.
        chair: Vec<Party>,
        /// Who speaks.
        speakers: Vec<Party>,
        /// Who writes down what was said.
        rapporteur: Vec<Party>,
        /// Which delegations attend.
        audience: Attendance,
        /// The topics that it covers.
        topics: BTreeSet<TopicId>,
        /// What else delegates should know.
        notes: Text,
        /// Addresses of the web that go with it.
        links: Vec<Link>,
        /// Whether it still has to be confirmed.
        to_confirm: bool,
        /// Whether it must not move unasked.
        fixed: bool,
        /// When it was planned, where a delay or an early end has moved it since.
        planned: Option<Slot>,
        /// Whether it is left out, to make up for a delay, though it was planned.
        dropped: bool,
    }
}

impl Session {
    /// Whether it needs a place and has none yet.
    #[must_use]
    pub fn lacks_place(&self) -> bool {
        self.place == Place::Open && !self.kind.needs_no_place()
    }
}

/// What sort of session it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[allow(missing_docs, reason = "the field's own terms")]
pub enum SessionKind {
    #[default]
    Plenary,
    Workshop,
    SteeringGroup,
    Registration,
    Break,
    Lunch,
    Dinner,
    FreeTime,
    Departure,
}

impl SessionKind {
    /// Every kind, in the order in which they are offered.
    pub const ALL: [Self; 9] = [
        Self::Plenary,
        Self::Workshop,
        Self::SteeringGroup,
        Self::Registration,
        Self::Break,
        Self::Lunch,
        Self::Dinner,
        Self::FreeTime,
        Self::Departure,
    ];

    /// Whether people work in it; the others are drawn lighter.
    #[must_use]
    pub const fn is_work(self) -> bool {
        matches!(self, Self::Plenary | Self::Workshop | Self::SteeringGroup)
    }

    /// Whether people eat or drink at it.
    #[must_use]
    pub const fn is_meal(self) -> bool {
        matches!(self, Self::Break | Self::Lunch | Self::Dinner)
    }

    /// Whether it happens without a place of its own.
    #[must_use]
    pub const fn needs_no_place(self) -> bool {
        matches!(self, Self::FreeTime | Self::Departure)
    }
}

/// Where a session is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Place {
    /// Not decided yet.
    #[default]
    Open,
    /// At a venue as a whole, such as a restaurant.
    Venue(VenueId),
    /// In a room.
    Room(RoomId),
}

/// An address of the web with a name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Link {
    /// What is there.
    pub title: String,
    /// The address.
    pub url: String,
}
