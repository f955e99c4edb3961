//! New records as somebody starts them: sensible until the organiser knows better, and marked to confirm.

use super::{
    Allowance, Attendance, Contact, DelegationId, Deviation, Edit, Host, HostId, Plan, Stop, StopId, Text, Venue,
    VenueId, Visit, VisitId,
};
use chrono::{NaiveDateTime, NaiveTime};
use std::collections::{BTreeMap, BTreeSet};

impl Visit {
    /// A visit on the first day of the meeting, after lunch, from the place where most of its sessions are and back.
    /// `otherwise` is its date in a plan without days.
    #[must_use]
    pub fn proposed(id: VisitId, title: Text, plan: &Plan, otherwise: NaiveDateTime) -> Self {
        let date = plan.days.iter().next().map_or(otherwise.date(), |day| day.id);
        let home = plan.seat();
        Self {
            id,
            title,
            organiser: Text::default(),
            start_place: home,
            gathering: 0,
            start: date.and_time(NaiveTime::from_hms_opt(14, 0, 0).unwrap_or_default()),
            return_place: home,
            return_by: None,
            return_boarding: 5,
            order: Vec::new(),
            audience: Attendance::Everyone,
            coach_seats: None,
            rush: None,
            deviation: Deviation::default(),
            to_confirm: true,
        }
    }

    /// Starts at another moment. On another date the time of return goes along.
    pub fn start_at(&mut self, start: NaiveDateTime) {
        let days = start.date() - self.start.date();
        self.return_by = self.return_by.and_then(|by| by.checked_add_signed(days));
        self.start = start;
    }

    /// The edit that makes it start at another moment, as [`Visit::start_at`] does.
    #[must_use]
    pub fn starting(&self, start: NaiveDateTime) -> Edit {
        let mut after = self.clone();
        after.start_at(start);
        Edit::revise(self.clone(), after)
    }

    /// Has to be back at a time of day: on the day of the start, or on the day after where it is earlier than the start.
    pub fn return_at(&mut self, time: Option<NaiveTime>) {
        self.return_by = time.and_then(|time| {
            let date = self.start.date();
            let date = if time < self.start.time() { date.succ_opt()? } else { date };
            Some(date.and_time(time))
        });
    }
}

impl Stop {
    /// A stop with the phases of a usual company visit.
    #[must_use]
    pub fn proposed(id: StopId, visit: VisitId, host: HostId) -> Self {
        Self {
            id,
            visit,
            host,
            boarding: 10,
            window: None,
            gate: 5,
            safety: 10,
            tour: 40,
            questions: 10,
            count_back: 5,
            hold: 0,
            briefing: Text::default(),
            topics: BTreeSet::new(),
            to_confirm: true,
        }
    }
}

impl Host {
    /// A host of which only the name is known, and perhaps where it is.
    #[must_use]
    pub fn named(id: HostId, name: impl Into<String>, venue: Option<VenueId>) -> Self {
        Self {
            id,
            name: name.into(),
            about: Text::default(),
            venue,
            capacity: None,
            groups_at_once: 1,
            gap: 0,
            contact: Contact::default(),
            id_list_due: None,
            id_list_sent: false,
            guest_fields: None,
            equipment: Text::default(),
            photos: Allowance::Unknown,
            phones: Allowance::Unknown,
            announced: false,
            nda: false,
            nda_returned: false,
            to_confirm: true,
        }
    }
}

impl Venue {
    /// A place of which only the name is known, and perhaps the address.
    #[must_use]
    pub fn named(id: VenueId, name: impl Into<String>, address: impl Into<String>) -> Self {
        Self { id, name: Text::same(name), address: address.into(), position: None, to_confirm: true }
    }
}

impl Attendance {
    /// These delegations only; all of them, or none, is everyone: nobody can be nobody's guest.
    #[must_use]
    pub fn of(chosen: BTreeSet<DelegationId>, plan: &Plan) -> Self {
        let all = plan.delegations.iter().all(|delegation| chosen.contains(&delegation.id));
        if all || chosen.is_empty() { Self::Everyone } else { Self::Only(chosen) }
    }
}

impl Plan {
    /// The venue where most sessions are, the first made of several; without sessions the first venue at all.
    #[must_use]
    pub fn seat(&self) -> Option<VenueId> {
        let mut sessions = BTreeMap::<VenueId, usize>::new();
        for session in &self.sessions {
            if let Some(venue) = self.venue_of(session.place) {
                *sessions.entry(venue.id).or_default() += 1;
            }
        }
        let most = sessions.into_iter().max_by_key(|(venue, count)| (*count, std::cmp::Reverse(*venue)));
        most.map(|(venue, _)| venue).or_else(|| self.venues.iter().next().map(|venue| venue.id))
    }
}
