//! The times of one study visit, every minute from boarding at the start to the arrival back accounted for.

use super::{Drive, drive};
use crate::plan::{EntryId, Plan, Slot, Stop, StopId, VenueId, Visit, VisitId};
use chrono::{NaiveDate, NaiveDateTime, TimeDelta};

/// When everything on a visit happens, in the meeting's time zone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Itinerary {
    /// The visit.
    pub visit: VisitId,
    /// The transfers: one to each stop, then the one back.
    pub legs: Vec<Leg>,
    /// The stays, in order.
    pub stays: Vec<Stay>,
    /// When boarding starts.
    pub start: NaiveDateTime,
    /// When everybody is at the place of return.
    pub back: NaiveDateTime,
}

/// A transfer between two places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leg {
    /// Its identity on the agenda.
    pub id: EntryId,
    /// Where it starts, when known.
    pub from: Option<VenueId>,
    /// Where it ends, when known.
    pub to: Option<VenueId>,
    /// When boarding starts.
    pub start: NaiveDateTime,
    /// When the coach leaves.
    pub departs: NaiveDateTime,
    /// When it arrives.
    pub arrives: NaiveDateTime,
    /// The drive, and how its length is known.
    pub drive: Drive,
}

/// A stay at a host.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stay {
    /// The stop.
    pub stop: StopId,
    /// Where it is, when known.
    pub venue: Option<VenueId>,
    /// When the coach arrives.
    pub arrives: NaiveDateTime,
    /// What happens when; without phases of no length. Waiting for the host's window to open comes first.
    pub phases: Vec<PhaseTime>,
    /// When heads are counted and boarding can start.
    pub ends: NaiveDateTime,
    /// By how many minutes it ends after the host's window closes.
    pub late: u16,
}

/// A stretch of a stay.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PhaseTime {
    /// Which one.
    pub phase: Phase,
    /// When it starts.
    pub start: NaiveDateTime,
    /// How long it is, in minutes.
    pub minutes: u16,
}

/// What people do during a stay.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "the field's own terms, see PRODUCT.md")]
pub enum Phase {
    Wait,
    Gate,
    Safety,
    Tour,
    Questions,
    CountBack,
}

impl Itinerary {
    /// Minutes of driving altogether.
    #[must_use]
    pub fn driving(&self) -> u32 {
        self.legs.iter().map(|leg| u32::from(leg.drive.minutes)).sum()
    }

    /// By how many minutes the arrival back is later than it may be.
    #[must_use]
    pub fn back_late(&self, by: Option<NaiveDateTime>) -> u16 {
        by.map_or(0, |by| minutes_after(self.back, by))
    }
}

impl Leg {
    /// From boarding to arrival, drawn at least a minute and at most a day long.
    #[must_use]
    pub fn slot(&self) -> Slot {
        slot(self.start, self.arrives)
    }

    /// Minutes of boarding.
    #[must_use]
    pub fn boarding(&self) -> u16 {
        minutes_after(self.departs, self.start)
    }
}

impl Stay {
    /// From arrival to the end of the count-back, drawn at least a minute and at most a day long.
    #[must_use]
    pub fn slot(&self) -> Slot {
        slot(self.arrives, self.ends)
    }
}

fn slot(start: NaiveDateTime, end: NaiveDateTime) -> Slot {
    Slot::lasting(start, minutes_after(end, start))
}

/// The times of a visit as the plan stands.
#[must_use]
pub fn itinerary(plan: &Plan, visit: &Visit) -> Itinerary {
    let (mut legs, mut stays) = (Vec::new(), Vec::new());
    let (mut now, mut place) = (visit.start, visit.start_place);
    for stop in plan.stops_of(visit.id) {
        let venue = plan.venue_of_stop(stop);
        let leg = leg(EntryId::LegTo(stop.id), place, venue, now, stop.boarding, drive(plan, place, venue));
        let stay = stay(stop, venue, visit.start.date(), leg.arrives);
        (now, place) = (stay.ends, venue);
        legs.push(leg);
        stays.push(stay);
    }
    if !stays.is_empty() {
        let drive = drive(plan, place, visit.return_place);
        let leg = leg(EntryId::LegBack(visit.id), place, visit.return_place, now, visit.return_boarding, drive);
        now = leg.arrives;
        legs.push(leg);
    }
    Itinerary { visit: visit.id, legs, stays, start: visit.start, back: now }
}

fn leg(
    id: EntryId,
    from: Option<VenueId>,
    to: Option<VenueId>,
    start: NaiveDateTime,
    boarding: u16,
    drive: Drive,
) -> Leg {
    let departs = after(start, boarding);
    Leg { id, from, to, start, departs, arrives: after(departs, drive.minutes), drive }
}

/// A stay that begins at `arrives`; the host's window is one of `day`, even where the visit runs past midnight.
fn stay(stop: &Stop, venue: Option<VenueId>, day: NaiveDate, arrives: NaiveDateTime) -> Stay {
    let opens = stop.window.map(|window| day.and_time(window.from()));
    let wait = opens.map_or(0, |opens| minutes_after(opens, arrives));
    let lengths = [
        (Phase::Wait, wait),
        (Phase::Gate, stop.gate),
        (Phase::Safety, stop.safety),
        (Phase::Tour, stop.tour),
        (Phase::Questions, stop.questions),
        (Phase::CountBack, stop.count_back),
    ];
    let mut now = arrives;
    let mut phases = Vec::new();
    for (phase, minutes) in lengths.into_iter().filter(|(_, minutes)| *minutes > 0) {
        phases.push(PhaseTime { phase, start: now, minutes });
        now = after(now, minutes);
    }
    let closes = stop.window.map(|window| day.and_time(window.to()));
    let late = closes.map_or(0, |closes| minutes_after(now, closes));
    Stay { stop: stop.id, venue, arrives, phases, ends: now, late }
}

/// The moment `minutes` later.
fn after(moment: NaiveDateTime, minutes: u16) -> NaiveDateTime {
    moment.checked_add_signed(TimeDelta::minutes(i64::from(minutes))).unwrap_or(moment)
}

/// How many minutes `moment` is after `other`; nought when it is not.
fn minutes_after(moment: NaiveDateTime, other: NaiveDateTime) -> u16 {
    u16::try_from((moment - other).num_minutes().max(0)).unwrap_or(u16::MAX)
}
