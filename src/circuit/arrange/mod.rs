//! "Arrange the visit": a study visit of a plan as a problem of the search, and what the search found as an edit.
//!
//! The search knows minutes and numbers, the plan knows days and records; only this module knows both. Moments are
//! minutes from the midnight with which the day of the visit begins. A host of the problem is a stop of the visit; a
//! group of the problem is a *unit*: the groups that one coach carries, or a group by itself, or everybody.

mod offer;
mod relax;
mod ways;

pub use offer::{Change, Offer, Reception, is_best, offers};
pub use relax::Attempt;
pub use ways::{WayOut, ways_out};

use super::search::{Call, Group as Unit, Host, Problem, Route, Stopover, Window};
use super::{Itinerary, Source, drive, itinerary, rush::Rush};
use crate::order::sort_by_key;
use crate::plan::{Group, GroupId, HostId, Plan, Stop, StopId, Turn, TurnId, VenueId, Visit, VisitId, minute_of_day};
use chrono::{NaiveDateTime, NaiveTime, TimeDelta};
use std::sync::Arc;

/// The minutes of a day.
const DAY: u16 = 24 * 60;

/// A visit as a problem, with what its numbers mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The visit.
    pub visit: VisitId,
    /// What the search is asked.
    pub problem: Problem,
    /// The groups of the plan behind each group of the problem; none where all go together.
    pub units: Vec<Vec<GroupId>>,
    /// The stop behind each host of the problem.
    pub stops: Vec<StopId>,
    /// The midnight from which minutes count.
    pub midnight: NaiveDateTime,
    /// How it stands now, unit by unit.
    pub present: Vec<Route>,
}

/// Why a visit cannot be arranged yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unasked {
    /// The day is off its plan: what is planned and what has happened since cannot both be arranged.
    OffPlan {
        /// The groups whose way differs from the plan; none where all go together.
        groups: Vec<GroupId>,
    },
    /// It has no stops that somebody makes.
    NoStops,
    /// Drives are not known, because these places are missing or have no coordinates.
    NoDrives {
        /// The places.
        spots: Vec<Spot>,
    },
    /// One company is visited at two stops, so that nobody can say which of them receives whom.
    Twice {
        /// The company.
        host: HostId,
    },
    /// Groups share a coach and do not make the same stops.
    Apart {
        /// The groups.
        groups: Vec<GroupId>,
    },
    /// Groups share a coach, and a host does not receive so many at once.
    TooMany {
        /// The groups.
        groups: Vec<GroupId>,
        /// The stop at the host.
        stop: StopId,
    },
}

/// A place of a visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Spot {
    /// Where it starts.
    Start,
    /// Where it returns.
    Return,
    /// Where the host of a stop receives.
    Stop(StopId),
}

/// A visit as a problem for the search. With `few_changes` as little as possible is to change.
///
/// # Errors
/// When something is missing that the search has to know; see [`Unasked`].
pub fn ask(plan: &Plan, visit: &Visit, few_changes: bool) -> Result<Asked, Unasked> {
    if let Some(groups) = off_plan(plan, visit) {
        return Err(Unasked::OffPlan { groups });
    }
    let units = units(plan, visit);
    let made = |stop: &Stop| units.iter().flatten().any(|group| group.is_none_or(|group| group.makes(stop)));
    let mut stops: Vec<&Arc<Stop>> = plan.stops_of(visit.id).into_iter().filter(|stop| made(stop)).collect();
    // The same numbers whatever the order of the visit is now.
    sort_by_key(&mut stops, |stop| stop.id);
    if stops.is_empty() {
        return Err(Unasked::NoStops);
    }
    for (place, stop) in stops.iter().enumerate() {
        if stops[..place].iter().any(|other| other.host == stop.host) {
            return Err(Unasked::Twice { host: stop.host });
        }
    }
    together(plan, visit, &units, &stops)?;
    let drives = drives(plan, visit, &stops)?;
    let mut asked = Asked {
        visit: visit.id,
        problem: Problem {
            places: stops.len() + 2,
            drives,
            rush: visit.rush.map(|rush| Rush {
                from: minute_of_day(rush.window.from()),
                to: minute_of_day(rush.window.to()),
                percent: rush.percent,
            }),
            hosts: Vec::new(),
            groups: Vec::new(),
            former: Vec::new(),
            few_changes,
        },
        units: units.iter().map(|unit| unit.iter().flatten().map(|group| group.id).collect()).collect(),
        stops: stops.iter().map(|stop| stop.id).collect(),
        midnight: visit.start.date().and_time(NaiveTime::MIN),
        present: Vec::new(),
    };
    let largest = units.iter().map(Vec::len).max().unwrap_or(1);
    for (place, stop) in (2..).zip(&stops) {
        asked.problem.hosts.push(host(plan, stop, place, u16::try_from(largest).unwrap_or(u16::MAX)));
    }
    asked.present = asked.routes(plan);
    for (unit, present) in units.iter().zip(&asked.present) {
        asked.problem.groups.push(asked.unit(plan, visit, unit, &stops, present));
    }
    if few_changes {
        asked.problem.former.clone_from(&asked.present);
    }
    Ok(asked)
}

/// Whose way differs from the plan since a delay or an early end.
fn off_plan(plan: &Plan, visit: &Visit) -> Option<Vec<GroupId>> {
    let groups = plan.groups_of(visit.id);
    let off: Vec<GroupId> = groups.iter().filter(|group| !group.deviation.is_none()).map(|group| group.id).collect();
    let all_together = groups.is_empty() && !visit.deviation.is_none();
    (all_together || !off.is_empty()).then_some(off)
}

/// The groups that travel together; a none where all do.
fn units<'plan>(plan: &'plan Plan, visit: &Visit) -> Vec<Vec<Option<&'plan Group>>> {
    let mut units: Vec<Vec<Option<&Group>>> = Vec::new();
    for group in plan.groups_of(visit.id) {
        let coach = group.coach.filter(|coach| plan.coaches.has(*coach));
        let rides = |unit: &&mut Vec<Option<&Group>>| {
            coach.is_some() && unit.iter().flatten().any(|first| first.coach == coach)
        };
        match units.iter_mut().find(rides) {
            Some(unit) => unit.push(Some(group)),
            None => units.push(vec![Some(group)]),
        }
    }
    if units.is_empty() {
        units.push(vec![None]);
    }
    units
}

/// Who shares a coach makes the same stops, at hosts that receive all of them.
fn together(plan: &Plan, visit: &Visit, units: &[Vec<Option<&Group>>], stops: &[&Arc<Stop>]) -> Result<(), Unasked> {
    for unit in units.iter().filter(|unit| unit.len() > 1) {
        let groups = || unit.iter().flatten().map(|group| group.id).collect();
        for stop in stops.iter().filter(|stop| stop.visit == visit.id) {
            let makes = unit.iter().flatten().filter(|group| group.makes(stop)).count();
            if makes > 0 && makes < unit.len() {
                return Err(Unasked::Apart { groups: groups() });
            }
            if makes > usize::from(at_once(plan, stop)) {
                return Err(Unasked::TooMany { groups: groups(), stop: stop.id });
            }
        }
    }
    Ok(())
}

fn at_once(plan: &Plan, stop: &Stop) -> u16 {
    plan.hosts.get(stop.host).map_or(1, |host| host.groups_at_once.max(1))
}

/// What drives take: place nought is the start, one is the return, then come the stops.
fn drives(plan: &Plan, visit: &Visit, stops: &[&Arc<Stop>]) -> Result<Vec<u16>, Unasked> {
    let mut spots = vec![(Spot::Start, visit.start_place), (Spot::Return, visit.return_place)];
    spots.extend(stops.iter().map(|stop| (Spot::Stop(stop.id), plan.venue_of_stop(stop))));
    let lost = |venue: Option<VenueId>| venue.and_then(|id| plan.venues.get(id)).is_none_or(|it| it.position.is_none());
    let mut missing: Vec<Spot> = Vec::new();
    let mut drives = Vec::new();
    for &(from_spot, from) in &spots {
        for &(to_spot, to) in &spots {
            let drive = drive(plan, from, to);
            drives.push(drive.minutes.min(DAY));
            // Nobody drives to the start, from the return, or from a stop to itself.
            let driven = from_spot != Spot::Return && to_spot != Spot::Start && from_spot != to_spot;
            if driven && (from_spot, to_spot) != (Spot::Start, Spot::Return) && drive.source == Source::Unknown {
                // A place that is not known at all is to blame before one without coordinates.
                let nowhere = from.is_none() || to.is_none();
                for (spot, venue) in [(from_spot, from), (to_spot, to)] {
                    let blamed = if nowhere { venue.is_none() } else { lost(venue) };
                    if blamed && !missing.contains(&spot) {
                        missing.push(spot);
                    }
                }
            }
        }
    }
    if missing.is_empty() { Ok(drives) } else { Err(Unasked::NoDrives { spots: missing }) }
}

/// A stop as a host of the problem. Units count as so many groups as the largest of them has.
fn host(plan: &Plan, stop: &Stop, place: usize, largest: u16) -> Host {
    let record = plan.hosts.get(stop.host);
    let window =
        |window: crate::plan::Window| Window { from: minute_of_day(window.from()), to: minute_of_day(window.to()) };
    Host {
        place,
        windows: stop.window.map(window).into_iter().collect(),
        capacity: record.and_then(|host| host.capacity),
        at_once: (at_once(plan, stop) / largest).max(1),
        gap: record.map_or(0, |host| host.gap),
    }
}

/// Minutes from the gate to the end of the count-back.
fn stay(stop: &Stop) -> u16 {
    let phases = [stop.gate, stop.safety, stop.tour, stop.questions, stop.count_back];
    phases.into_iter().fold(0, u16::saturating_add).min(DAY)
}

impl Asked {
    fn unit(&self, plan: &Plan, visit: &Visit, unit: &[Option<&Group>], stops: &[&Arc<Stop>], present: &Route) -> Unit {
        let first = unit[0];
        let coach = first.and_then(|group| group.coach).and_then(|coach| plan.coaches.get(coach));
        let heads: usize = match first {
            None => plan.heads(&visit.audience),
            Some(_) => unit.iter().flatten().map(|group| plan.heads_in(group)).sum(),
        };
        let day = visit.start.date();
        let gathers = |start: NaiveDateTime| self.minute(start).saturating_sub(visit.gathering);
        let fixed = unit.iter().flatten().filter(|group| group.start_fixed);
        let fixed = fixed.map(|group| gathers(group.start.map_or(visit.start, |start| day.and_time(start))));
        let calls = stops.iter().enumerate().filter(|(_, stop)| first.is_none_or(|group| group.makes(stop)));
        Unit {
            heads: u16::try_from(heads).unwrap_or(u16::MAX),
            seats: coach.map_or(visit.coach_seats, |coach| coach.seats),
            // Who shares a coach and is to start at different times cannot: that is for the search to say.
            start: fixed.clone().max().unwrap_or_else(|| gathers(visit.start)),
            start_by: fixed.min(),
            from: 0,
            to: 1,
            back_by: visit.return_by.map_or(DAY, |by| self.minute(by)),
            gathering: visit.gathering,
            boarding_back: visit.return_boarding,
            calls: calls
                .map(|(host, stop)| {
                    let pin = unit.iter().flatten().find_map(|group| pinned(plan, group, stop));
                    let place = present.stops.iter().position(|stop| stop.host == host);
                    Call {
                        host,
                        boarding: stop.boarding,
                        stay: stay(stop),
                        position: place.filter(|_| pin.is_some()).and_then(|place| u8::try_from(place).ok()),
                        received: pin
                            .and_then(|turn| turn.received.map(minute_of_day).or_else(|| present.received(host))),
                    }
                })
                .collect(),
        }
    }

    /// The itineraries of the units as routes, as the plan stands.
    fn routes(&self, plan: &Plan) -> Vec<Route> {
        let Some(visit) = plan.visits.get(self.visit) else { return Vec::new() };
        let route = |unit: &Vec<GroupId>| {
            let group = unit.first().and_then(|group| plan.groups.get(*group));
            self.route(&itinerary(plan, visit, group.map(|group| &**group)))
        };
        self.units.iter().map(route).collect()
    }

    fn route(&self, itinerary: &Itinerary) -> Route {
        let stop = |(leg, stay): (&super::Leg, &super::Stay)| {
            let host = self.stops.iter().position(|stop| *stop == stay.stop)?;
            let [departs, arrives, received, leaves] =
                [leg.departs, leg.arrives, stay.received, stay.leaves].map(|moment| self.minute(moment));
            Some(Stopover { host, departs, arrives, received, leaves })
        };
        Route {
            start: self.minute(itinerary.gathers),
            stops: itinerary.legs.iter().zip(&itinerary.stays).filter_map(stop).collect(),
            departs_back: self.minute(itinerary.legs.last().map_or(itinerary.start, |leg| leg.departs)),
            back: self.minute(itinerary.back),
        }
    }

    fn minute(&self, moment: NaiveDateTime) -> u16 {
        u16::try_from((moment - self.midnight).num_minutes().max(0)).unwrap_or(u16::MAX)
    }

    /// The moment of a minute of the problem.
    #[must_use]
    pub fn moment(&self, minute: u16) -> NaiveDateTime {
        self.midnight.checked_add_signed(TimeDelta::minutes(i64::from(minute))).unwrap_or(self.midnight)
    }
}

/// What is agreed for a group at a stop, where the search must keep it.
fn pinned<'plan>(plan: &'plan Plan, group: &Group, stop: &Stop) -> Option<&'plan Turn> {
    let turn = plan.turns.get(TurnId { group: group.id, stop: stop.id })?;
    turn.pinned.then_some(turn)
}
