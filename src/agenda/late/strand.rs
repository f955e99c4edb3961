//! What a day is made of: sessions, and the ways of groups on visits, each with when it is and when it will be.

use super::{day::minutes, way::Way};
use crate::circuit::itineraries;
use crate::order::sort_by_key;
use crate::plan::{DelegationId, EntryId, Plan, Session, SessionKind, VenueId};
use chrono::{NaiveDate, NaiveDateTime};

/// A session, or the way of a group.
pub(super) struct Strand<'plan> {
    pub what: What<'plan>,
    /// From when to when, as the plan stands.
    pub was: (NaiveDateTime, NaiveDateTime),
    /// From when to when it will be.
    pub now: (NaiveDateTime, NaiveDateTime),
    /// Whether it is a break that is dropped.
    pub dropped: bool,
    /// The strand that it waits for.
    pub after: Option<usize>,
    /// Whether it is what ended late or early, or was in the same coach.
    pub cause: bool,
}

pub(super) enum What<'plan> {
    Session(&'plan Session),
    Way(Box<Way<'plan>>),
}

impl<'plan> Strand<'plan> {
    pub fn new(what: What<'plan>, was: (NaiveDateTime, NaiveDateTime)) -> Self {
        Self { what, was, now: was, dropped: false, after: None, cause: false }
    }

    pub fn session(&self) -> Option<&'plan Session> {
        if let What::Session(session) = self.what { Some(session) } else { None }
    }

    pub fn way(&self) -> Option<&Way<'plan>> {
        if let What::Way(way) = &self.what { Some(way) } else { None }
    }

    /// Whether a delegation is needed.
    pub fn needs(&self, plan: &Plan, delegation: DelegationId) -> bool {
        match &self.what {
            What::Session(session) => session.audience.includes(delegation),
            What::Way(way) => match way.group {
                Some(group) => plan.is_in(group, delegation),
                None => way.visit.audience.includes(delegation),
            },
        }
    }

    /// Its first and its last entry on the agenda.
    pub fn ends(&self) -> (EntryId, EntryId) {
        match &self.what {
            What::Session(session) => (EntryId::Session(session.id), EntryId::Session(session.id)),
            What::Way(way) => way.ends(),
        }
    }

    /// Where people are at its start and at its end, where that is known.
    pub fn places(&self, plan: &Plan) -> (Option<VenueId>, Option<VenueId>) {
        match &self.what {
            What::Session(session) => {
                let venue = plan.venue_of(session.place).map(|venue| venue.id);
                (venue, venue)
            }
            What::Way(way) => (way.visit.start_place, way.visit.return_place),
        }
    }

    /// By how many minutes it starts and ends later.
    pub fn by(&self) -> (i32, i32) {
        (minutes(self.was.0, self.now.0), minutes(self.was.1, self.now.1))
    }

    /// Whether it starts when it starts, whoever is missing.
    pub fn waits_for_nobody(&self) -> bool {
        self.session().is_some_and(|session| {
            session.fixed || matches!(session.kind, SessionKind::Dinner | SessionKind::Departure)
        })
    }
}

/// What is on the day of an entry, by start.
pub(super) fn strands(plan: &Plan, entry: EntryId) -> Option<Vec<Strand<'_>>> {
    let mut ways = Vec::new();
    for visit in &plan.visits {
        for itinerary in itineraries(plan, visit).into_iter().filter(|itinerary| !itinerary.legs.is_empty()) {
            let group = itinerary.group.and_then(|id| plan.groups.get(id)).map(|group| &**group);
            ways.push(Way::new(visit, group, itinerary));
        }
    }
    let date: NaiveDate = match entry {
        EntryId::Session(id) => plan.sessions.get(id).filter(|session| !session.dropped)?.slot.date(),
        entry => ways.iter().find(|way| way.has(entry))?.before.gathers.date(),
    };
    let sessions = plan.sessions.iter().filter(|session| session.slot.date() == date && !session.dropped);
    let mut strands: Vec<Strand> = sessions
        .map(|session| Strand::new(What::Session(session), (session.slot.start(), session.slot.end())))
        .collect();
    for way in ways.into_iter().filter(|way| way.before.gathers.date() == date) {
        let was = (way.before.gathers, way.before.back);
        strands.push(Strand::new(What::Way(Box::new(way)), was));
    }
    sort_by_key(&mut strands, |strand| (strand.was, strand.ends().0));
    Some(strands)
}
