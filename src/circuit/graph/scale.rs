//! From minutes and places to units of the drawing.

use super::{Afternoon, Texts, label};
use crate::circuit::{Frame, Label, Point};
use crate::plan::time_text;
use chrono::{NaiveTime, TimeDelta};

/// The room that a graph is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Space {
    /// Its width; the height follows from what there is to draw.
    pub width: i32,
    /// Whether time runs down, as on a phone.
    pub down: bool,
}

/// A moment on the axis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tick {
    /// Where, along the axis.
    pub along: i32,
    /// Whether it is a main one, with a line across the graph.
    pub main: bool,
    /// The time of day, at the main ones.
    pub text: Option<String>,
}

/// Between the lines of two groups on one level.
const LANE: i32 = 12;

/// The least length of a minute, in twelfths of a unit.
const LEAST: i32 = 12;
const LEAST_DOWN: i32 = 20;

/// An axis is not longer, whatever an unfinished plan holds.
const LONGEST: i32 = 4_000;

/// From how far an hour of opening, or the time to be back, stretches the axis.
const REACH: i32 = 60;

/// Where everything is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Scale {
    pub down: bool,
    /// The first and the last minute.
    pub from: i32,
    pub to: i32,
    /// Where the first minute is, along the axis.
    pub start: i32,
    /// What the letters of the groups take before it.
    pub letters: i32,
    /// How long the axis is.
    pub length: i32,
    /// The places, across the axis.
    pub levels: Vec<i32>,
    /// From a level to its outermost lines.
    pub half: i32,
    /// From a level to the edge of its band.
    pub band: i32,
    pub lanes: i32,
    pub frame: Frame,
}

impl Scale {
    /// Room for everything, and the names of the places.
    pub fn new(afternoon: &Afternoon, texts: &Texts, space: Space) -> (Self, Vec<Label>) {
        let lanes = i32::try_from(afternoon.runs.len()).unwrap_or(i32::MAX).clamp(1, 26);
        let half = LANE * (lanes - 1) / 2;
        // Time runs across: a text fits between a line and the edge of its band. Down: it stands beside the band.
        let band = half + if space.down { 7 } else { label::HEIGHT + 10 };
        let (from, to) = range(afternoon);
        // The letters of groups that gather together stand one before the other.
        let letters = 24 + 32 * (lanes - 1).min(2);
        let levels = levels(afternoon, space, band);
        let (names, head) = label::heads(texts, space.down, &levels);
        let start = head + letters;
        let after = match (space.down, afternoon.return_by) {
            (true, _) => 44,
            (false, None) => 70,
            (false, Some(_)) => 104,
        };
        let twelfths = if space.down { LEAST_DOWN } else { LEAST };
        let least = ((to - from).saturating_mul(twelfths) / 12).clamp(60, LONGEST);
        let length = if space.down { least } else { least.max((space.width - start - after).min(LONGEST)) };
        let named = names.iter().map(|name| name.room.x + name.room.width).max().unwrap_or(0);
        let aside = levels.last().copied().unwrap_or(0) + band + if space.down { label::TIME + 4 } else { 8 };
        let frame = if space.down {
            Frame { width: aside.max(space.width).max(named), height: start + length + after }
        } else {
            Frame { width: start + length + after, height: aside }
        };
        (Self { down: space.down, from, to, start, letters, length, levels, half, band, lanes, frame }, names)
    }

    /// Where a minute is along the axis.
    pub fn along(&self, minute: i32) -> i32 {
        let (minutes, length) = (i64::from(minute) - i64::from(self.from), i64::from(self.length));
        let all = i64::from(self.to - self.from).max(1);
        self.start + i32::try_from((minutes * length).div_euclid(all)).unwrap_or(0)
    }

    /// How far the line of a group is from the middle of a level.
    pub fn lane(&self, run: usize) -> i32 {
        let run = i32::try_from(run).unwrap_or(0).min(self.lanes - 1);
        LANE * run - self.half
    }

    /// A point along and across the axis.
    pub const fn spot(&self, along: i32, aside: i32) -> Point {
        if self.down { Point { x: aside, y: along } } else { Point { x: along, y: aside } }
    }

    /// Where a group is that is at a place.
    pub fn point(&self, minute: i32, place: usize, run: usize) -> Point {
        let level = self.levels.get(place).copied().unwrap_or(0);
        self.spot(self.along(minute), level + self.lane(run))
    }

    /// From before the first level to after the last.
    pub fn across(&self) -> (i32, i32) {
        let (first, last) = (self.levels.first().copied(), self.levels.last().copied());
        (first.unwrap_or(0) - self.band, last.unwrap_or(0) + self.band)
    }

    /// The ends of the axis.
    pub const fn ends(&self) -> (i32, i32) {
        (self.start, self.start + self.length)
    }

    /// The moments on the axis: quarters of an hour, and hours with their time where these fit, else fewer.
    pub fn ticks(&self) -> Vec<Tick> {
        let fits = |minutes: i32, units: i32| self.along(self.from + minutes) - self.start >= units;
        let step = [15, 30, 60, 180, 720].into_iter().find(|step| fits(*step, 10)).unwrap_or(1440);
        let main = [60, 120, 240, 720].into_iter().find(|main| fits(*main, 52)).unwrap_or(1440);
        let first = self.from + (-self.from).rem_euclid(step);
        let mut ticks = Vec::new();
        let mut minute = first;
        while minute <= self.to && ticks.len() < 500 {
            let is_main = minute % main == 0;
            let text = is_main.then(|| time_of_day(minute));
            ticks.push(Tick { along: self.along(minute), main: is_main, text });
            minute += step;
        }
        ticks
    }
}

/// From the first gathering to the last return in whole quarters of an hour, and to what is near these.
fn range(afternoon: &Afternoon) -> (i32, i32) {
    let (first, last) = afternoon.span();
    let windows = || afternoon.places.iter().filter_map(|place| place.window);
    let before = windows().map(|window| window.0).filter(|open| (first - REACH..first).contains(open)).min();
    let ends = windows().map(|window| window.1).chain(afternoon.return_by);
    let after = ends.filter(|end| (last..=last + REACH).contains(end)).max();
    let from = before.unwrap_or(first).div_euclid(15) * 15;
    let to = -(-after.unwrap_or(last)).div_euclid(15) * 15;
    (from, to.max(from + 15))
}

/// The places across the axis. Across time they stand the farther apart, the longer the drive from one to the next.
fn levels(afternoon: &Afternoon, space: Space, band: i32) -> Vec<i32> {
    let places = i32::try_from(afternoon.places.len()).unwrap_or(1);
    if space.down {
        let (first, beside) = (label::TIME + 4 + band, label::TIME + 4);
        let least = 2 * band + label::TIME + 6;
        let room = space.width - first - band - beside;
        let step = (room / (places - 1).max(1)).clamp(least, 3 * least);
        return (0..places).map(|place| first + place * step).collect();
    }
    let mut at = AXIS + band;
    let mut levels = Vec::new();
    for (number, place) in afternoon.places.iter().enumerate() {
        if number > 0 {
            at += 2 * band + 20 + i32::from(place.drive.min(90)) / 2;
        }
        levels.push(at);
    }
    levels
}

/// The strip of the axis, where time runs across.
pub(super) const AXIS: i32 = 30;

/// A minute as a time of day.
pub(super) fn time_of_day(minute: i32) -> String {
    let midnight = NaiveTime::MIN;
    time_text(midnight.overflowing_add_signed(TimeDelta::minutes(i64::from(minute))).0)
}
