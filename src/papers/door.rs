//! Door signs: what is in a room on a day.

use super::people::day_title;
use crate::{
    agenda::{Audience, Event, entries},
    plan::{Place, Plan, Room, RoomId, Session, Text, Venue},
};
use chrono::NaiveDate;
use std::sync::Arc;

/// What the door says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DoorSign {
    /// The room.
    pub room: Arc<Room>,
    /// The venue that it is in, unless it was removed.
    pub venue: Option<Arc<Venue>>,
    /// The day.
    pub date: NaiveDate,
    /// What the day is about; may be empty.
    pub day: Text,
    /// The sessions, by start.
    pub sessions: Vec<Arc<Session>>,
}

impl DoorSign {
    /// The sign of a room on a day; none where there is no such room.
    #[must_use]
    pub fn of(plan: &Plan, room: RoomId, date: NaiveDate) -> Option<Self> {
        let room = plan.rooms.get(room)?.clone();
        let sessions = entries(plan, Audience::Everyone).into_iter().filter_map(|entry| match entry.event {
            Event::Session(session) if session.place == Place::Room(room.id) => Some(session),
            _ => None,
        });
        Some(Self {
            venue: plan.venues.get(room.venue).cloned(),
            date,
            day: day_title(plan, date),
            sessions: sessions.filter(|session| session.slot.date() == date).collect(),
            room,
        })
    }
}
