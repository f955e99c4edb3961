//! What a graph shows, in minutes from the midnight before the visit: the places, and where every group is when.

use super::clash::{self, Clash};
use crate::circuit::{Itinerary, Leg, Phase, Stay, drive, itineraries};
use crate::plan::{EntryId, GroupId, Plan, StopId, VenueId, Visit, VisitId, minute_of_day};
use chrono::{NaiveDate, NaiveDateTime};

/// A visit as its graph shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Afternoon {
    /// The visit.
    pub visit: VisitId,
    /// The midnight from which minutes are counted.
    pub day: NaiveDate,
    /// The places: where the visit starts, the stops in the order of the first group, where it ends.
    pub places: Vec<Place>,
    /// The groups by letter, or all together.
    pub runs: Vec<Run>,
    /// What does not go.
    pub clashes: Vec<Clash>,
    /// By when everybody must be back.
    pub return_by: Option<i32>,
}

/// A place beside the graph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// What it is on the visit.
    pub is: Where,
    /// The venue, when known.
    pub venue: Option<VenueId>,
    /// When the host receives there.
    pub window: Option<(i32, i32)>,
    /// Minutes of driving from the place before it in the list, when known.
    pub drive: u16,
}

/// What a place is on a visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Where {
    /// Where it starts, and where it ends if that is the same.
    Start,
    /// A stop.
    Stop(StopId),
    /// Where it ends, if that is elsewhere.
    Return,
}

/// The way of one group, or of all together.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Run {
    /// The group.
    pub group: Option<GroupId>,
    /// Everything from gathering to the return: each part starts when the one before it ends.
    pub parts: Vec<Part>,
    /// The places that it calls at, in order: the start first, the return last; none where it makes no stop.
    pub calls: Vec<Call>,
}

/// A stretch of a group's time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// What it does.
    pub phase: Phase,
    /// From when.
    pub from: i32,
    /// Until when.
    pub to: i32,
    /// Where, by the number of the place; for a drive where it starts.
    pub place: usize,
    /// Where it is at the end.
    pub next: usize,
}

/// A group's time at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Call {
    /// The place, by its number.
    pub place: usize,
    /// The stop; none at the start and at the return.
    pub stop: Option<StopId>,
    /// When the coach arrives; when people gather at the start.
    pub arrives: i32,
    /// When the host receives.
    pub received: i32,
    /// When the host is done.
    pub done: i32,
    /// When the coach leaves; none at the return.
    pub leaves: Option<i32>,
    /// Minutes of waiting, before the host receives and after the count-back.
    pub waits: u16,
    /// Minutes that the group is held after the count-back.
    pub hold: u16,
    /// Minutes after the host has closed, or after the time by which everybody must be back.
    pub late: u16,
}

impl Afternoon {
    /// What the graph of a visit shows.
    #[must_use]
    pub fn of(plan: &Plan, visit: &Visit) -> Self {
        let day = visit.start.date();
        let itineraries = itineraries(plan, visit);
        let places = places(plan, visit, &itineraries);
        let last = places.iter().position(|place| place.is == Where::Return).unwrap_or(0);
        let return_by = visit.return_by.map(|by| minutes(day, by));
        let numbers = Numbers { places: &places, day, last };
        let runs = itineraries.iter().map(|itinerary| numbers.run(itinerary, visit)).collect();
        let mut afternoon = Self { visit: visit.id, day, places, runs, clashes: Vec::new(), return_by };
        afternoon.clashes = clash::clashes(plan, visit, &afternoon);
        afternoon
    }

    /// Whether nobody goes anywhere.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.runs.iter().all(|run| run.calls.is_empty())
    }

    /// The number of the place where everybody is brought at the end.
    #[must_use]
    pub fn last(&self) -> usize {
        self.places.iter().position(|place| place.is == Where::Return).unwrap_or(0)
    }

    /// From the earliest gathering to the latest return.
    #[must_use]
    pub fn span(&self) -> (i32, i32) {
        let parts = || self.runs.iter().flat_map(|run| &run.parts);
        let from = parts().map(|part| part.from).min().unwrap_or(0);
        (from, parts().map(|part| part.to).max().unwrap_or(from))
    }

    /// A moment of the graph as a moment of the meeting.
    #[must_use]
    pub fn moment(&self, minute: i32) -> NaiveDateTime {
        let midnight = self.day.and_time(chrono::NaiveTime::MIN);
        midnight.checked_add_signed(chrono::TimeDelta::minutes(i64::from(minute))).unwrap_or(midnight)
    }
}

impl Run {
    /// What the group does at a moment; none before it gathers and when it is back.
    #[must_use]
    pub fn at(&self, minute: i32) -> Option<&Part> {
        self.parts.iter().find(|part| part.from <= minute && minute < part.to)
    }
}

/// Start, stops, end. A stop that the first group leaves out stands after its others.
fn places(plan: &Plan, visit: &Visit, itineraries: &[Itinerary]) -> Vec<Place> {
    let mut places = vec![Place { is: Where::Start, venue: visit.start_place, window: None, drive: 0 }];
    for stay in itineraries.iter().flat_map(|itinerary| &itinerary.stays) {
        let is = Where::Stop(stay.stop);
        if places.iter().any(|place| place.is == is) {
            continue;
        }
        let window = plan.stops.get(stay.stop).and_then(|stop| stop.window);
        let hours = |time| i32::from(minute_of_day(time));
        let window = window.map(|window| (hours(window.from()), hours(window.to())));
        places.push(Place { is, venue: stay.venue, window, drive: 0 });
    }
    if visit.return_place != visit.start_place {
        places.push(Place { is: Where::Return, venue: visit.return_place, window: None, drive: 0 });
    }
    for number in 1..places.len() {
        places[number].drive = drive(plan, places[number - 1].venue, places[number].venue).minutes;
    }
    places
}

fn minutes(day: NaiveDate, moment: NaiveDateTime) -> i32 {
    i32::try_from((moment - day.and_time(chrono::NaiveTime::MIN)).num_minutes()).unwrap_or(0)
}

/// What turns times and places into numbers.
struct Numbers<'a> {
    places: &'a [Place],
    day: NaiveDate,
    last: usize,
}

impl Numbers<'_> {
    fn at(&self, moment: NaiveDateTime) -> i32 {
        minutes(self.day, moment)
    }

    fn place(&self, stop: StopId) -> usize {
        self.places.iter().position(|place| place.is == Where::Stop(stop)).unwrap_or(0)
    }

    fn run(&self, itinerary: &Itinerary, visit: &Visit) -> Run {
        let mut run = Run { group: itinerary.group, ..Run::default() };
        let mut here = 0;
        for (index, leg) in itinerary.legs.iter().enumerate() {
            let stay = itinerary.stays.get(index);
            let next = stay.map_or(self.last, |stay| self.place(stay.stop));
            let before = index.checked_sub(1).and_then(|before| itinerary.stays.get(before));
            run.calls.push(self.call(here, before, leg));
            for part in leg.phases() {
                let next = if part.phase == Phase::Drive { next } else { here };
                run.parts.push(self.part(part, here, next));
            }
            // A drive of no length still leads somewhere.
            if leg.drive.minutes == 0 {
                let moment = self.at(leg.departs);
                run.parts.push(Part { phase: Phase::Drive, from: moment, to: moment, place: here, next });
            }
            for part in stay.iter().flat_map(|stay| &stay.phases) {
                run.parts.push(self.part(*part, next, next));
            }
            if matches!(leg.id, EntryId::LegBack(..)) {
                let back = self.at(itinerary.back);
                let late = itinerary.back_late(visit.return_by);
                let call = Call { place: next, stop: None, arrives: back, received: back, done: back, ..EMPTY };
                run.calls.push(Call { late, ..call });
            }
            here = next;
        }
        run
    }

    fn part(&self, part: crate::circuit::PhaseTime, place: usize, next: usize) -> Part {
        let from = self.at(part.start);
        Part { phase: part.phase, from, to: from + i32::from(part.minutes), place, next }
    }

    /// The time at the place where a leg starts, after the stay there.
    fn call(&self, place: usize, stay: Option<&Stay>, leg: &Leg) -> Call {
        let leaves = Some(self.at(leg.departs));
        let Some(stay) = stay else {
            let (gathers, start) = (self.at(leg.gathers), self.at(leg.start));
            return Call { place, arrives: gathers, received: gathers, done: start, leaves, ..EMPTY };
        };
        let of = |phase: Phase| stay.phases.iter().filter(move |part| part.phase == phase).map(|part| part.minutes);
        let hold = of(Phase::Hold).sum();
        Call {
            place,
            stop: Some(stay.stop),
            arrives: self.at(stay.arrives),
            received: self.at(stay.received),
            done: self.at(stay.leaves),
            leaves,
            waits: of(Phase::Wait).sum::<u16>().saturating_add(hold),
            hold,
            late: stay.late,
        }
    }
}

const EMPTY: Call =
    Call { place: 0, stop: None, arrives: 0, received: 0, done: 0, leaves: None, waits: 0, hold: 0, late: 0 };
