//! Texts of the graph, where they touch nothing.

use super::{
    Afternoon, Knot, Level, Texts, Trace,
    free::{Line, Taken},
    scale::{AXIS, Scale, time_of_day},
};
use crate::circuit::schematic::{short, width};
use crate::circuit::{Label, Point, Rect};

/// How high a line of text is.
pub(super) const HEIGHT: i32 = 16;

/// How wide a time of day is.
pub(super) const TIME: i32 = 38;

/// The strip of the axis, where time runs across, without its ticks.
pub(super) const STRIP: i32 = AXIS - 8;

/// Half the width of a letter's badge.
pub const BADGE: i32 = 8;

/// Half the width of a point of a line.
pub const KNOT: i32 = 5;

/// Half the width of the sign of a clash.
pub(super) const MARK: i32 = 8;

/// A text goes so many rooms farther to be off a line of the axis.
const QUIET: usize = 6;

/// A text is not farther from its own line than right beside it by so much: it would seem to be another line's.
const FAR: i32 = 24;

/// Between a text and the line that it belongs to.
const AWAY: i32 = 6;

/// The names of the places, and what they take before the axis starts: beside the levels; or, where time runs down,
/// above them in up to three rows, so that a long name stands over its neighbours.
pub(super) fn heads(texts: &Texts, down: bool, levels: &[i32]) -> (Vec<Label>, i32) {
    let text = |number: usize| texts.names.get(number).map(|name| short(name.trim())).unwrap_or_default();
    let names: Vec<(i32, String)> = levels.iter().copied().zip((0..levels.len()).map(text)).collect();
    if !down {
        let beside = |(level, text): (i32, String)| {
            let room = Rect { x: 0, y: level - HEIGHT / 2, width: width(&text), height: HEIGHT };
            Label { text, room }
        };
        let names: Vec<Label> = names.into_iter().map(beside).collect();
        let widest = names.iter().map(|name| name.room.width).max().unwrap_or(0);
        return (names, widest + 8);
    }
    let rooms = (1..=3).find_map(|rows| above(&names, rows)).unwrap_or_else(|| staircase(&names));
    let bottom = rooms.iter().map(|room| room.y + HEIGHT).max().unwrap_or(0);
    let label = |((_, text), room): ((i32, String), Rect)| Label { text, room };
    (names.into_iter().zip(rooms).map(label).collect(), bottom + 4)
}

/// Names above the middle of their lines, each in the lowest of so many rows in which it is on no other name and on no
/// line that leads down from one; none where that does not work out.
fn above(names: &[(i32, String)], rows: i32) -> Option<Vec<Rect>> {
    let on_line =
        |room: &Rect, level: i32, from: &Rect| from.y < room.y && room.x - 4 < level && level < room.x + room.width + 4;
    let mut rooms: Vec<Rect> = Vec::new();
    for (level, text) in names {
        let wide = width(text);
        let in_row = |row: i32| Rect { x: (level - wide / 2).max(0), y: row * HEIGHT, width: wide, height: HEIGHT };
        let free = |room: &Rect| {
            let mut others = rooms.iter().zip(names);
            others.all(|(other, (at, _))| {
                !other.overlaps(*room) && !on_line(room, *at, other) && !on_line(other, *level, room)
            })
        };
        rooms.push((0..rows).rev().map(in_row).find(free)?);
    }
    Some(rooms)
}

/// Names to the right of their lines, each a row below the one before: there is always room for that.
fn staircase(names: &[(i32, String)]) -> Vec<Rect> {
    let step = |((level, text), row): (&(i32, String), i32)| Rect {
        x: (level - 4).max(0),
        y: row * HEIGHT,
        width: width(text),
        height: HEIGHT,
    };
    names.iter().zip(0..).map(step).collect()
}

/// The places with their names, lines and bands.
pub(super) fn levels(afternoon: &Afternoon, names: Vec<Label>, scale: &Scale, taken: &mut Taken) -> Vec<Level> {
    let (start, end) = scale.ends();
    let mut levels = Vec::new();
    for (number, name) in names.into_iter().enumerate() {
        let aside = scale.levels.get(number).copied().unwrap_or(0);
        let head = if scale.down { name.room.y + HEIGHT + 2 } else { start - scale.letters };
        let (from, to) = (scale.spot(head, aside), scale.spot(end, aside));
        let window = afternoon.places.get(number).and_then(|place| place.window);
        let band = window.and_then(|window| band(scale, aside, window));
        taken.level(from, to);
        if let Some(band) = band {
            taken.edges(band);
        }
        taken.room(name.room);
        levels.push(Level { name, from, to, band });
    }
    levels
}

/// When a host receives, as far as the axis goes.
fn band(scale: &Scale, aside: i32, window: (i32, i32)) -> Option<Rect> {
    let (from, to) = (window.0.max(scale.from), window.1.min(scale.to));
    let (from, to) = (from < to).then(|| (scale.along(from), scale.along(to)))?;
    let (near, breadth) = (aside - scale.band, 2 * scale.band);
    Some(if scale.down {
        Rect { x: near, y: from, width: breadth, height: to - from }
    } else {
        Rect { x: from, y: near, width: to - from, height: breadth }
    })
}

/// The times of day on the axis.
pub(super) fn axis(scale: &Scale, text: String, along: i32) -> Label {
    let room = if scale.down {
        Rect { x: 0, y: along - HEIGHT / 2, width: TIME, height: HEIGHT }
    } else {
        Rect { x: along - TIME / 2, y: AXIS - HEIGHT - 12, width: TIME, height: HEIGHT }
    };
    Label { text, room }
}

/// The times at the points of the lines. Those of departures and of the return choose first, then those of arrivals,
/// then that of the gathering; one that finds no room that is free is left out, the table below the graph has it.
pub(super) fn times(scale: &Scale, traces: &mut [Trace], taken: &mut Taken) {
    let rank = |trace: &Trace, index: usize| match (index, trace.knots[index].leaves) {
        (0, _) => 2,
        (_, true) => 0,
        (index, false) => i32::from(index + 1 < trace.knots.len()),
    };
    for round in 0..3 {
        for (number, trace) in traces.iter_mut().enumerate() {
            let lane = scale.lane(number);
            for index in 0..trace.knots.len() {
                if rank(trace, index) != round {
                    continue;
                }
                let Knot { at, minute, leaves } = trace.knots[index];
                // Gathering of no length is the departure.
                if index == 0 && trace.knots.get(1).is_some_and(|next| next.minute == minute) {
                    continue;
                }
                let side = match index {
                    0 => Beside::Gather,
                    1 => Beside::First,
                    index if index + 1 == trace.knots.len() => Beside::Last,
                    _ if leaves => Beside::End,
                    _ => Beside::Begin,
                };
                let rooms = rooms(scale, at, lane, side);
                let free = rooms.into_iter().enumerate().filter(|(_, room)| taken.is_free(*room));
                let worse = |place: usize, room: Rect| place + if taken.is_quiet(room) { 0 } else { QUIET };
                if let Some((_, room)) = free.min_by_key(|(place, room)| worse(*place, *room)) {
                    taken.room(room);
                    trace.times.push(Label { text: time_of_day(minute), room });
                }
            }
        }
    }
}

/// Which point of a line a time is written at.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Beside {
    /// Where people gather.
    Gather,
    /// Where a stay begins.
    Begin,
    /// Where one ends.
    End,
    /// The departure from the start.
    First,
    /// The arrival back.
    Last,
}

/// Rooms for a time beside a point, the best to read first: beside the stay that it begins or ends, on the outer side
/// of its line.
fn rooms(scale: &Scale, at: Point, lane: i32, beside: Beside) -> Vec<Rect> {
    let (long, thick) = if scale.down { (HEIGHT, TIME) } else { (TIME, HEIGHT) };
    let (along, aside) = if scale.down { (at.y, at.x) } else { (at.x, at.y) };
    let level = aside - lane;
    // A stay that ends here lies before the point, one that begins here after it.
    let inward = if matches!(beside, Beside::End | Beside::First | Beside::Last) { -1 } else { 1 };
    // Over the stay first, on either side of the line, then anywhere near.
    let (over, near) = ([long / 2 - KNOT, long / 2 + 3], [0, KNOT - long / 2, -long / 2 - 3, long / 2 + 10]);
    let outside = if beside == Beside::First { -inward } else { inward };
    let room = |middle: Point| Rect { x: middle.x - TIME / 2, y: middle.y - HEIGHT / 2, width: TIME, height: HEIGHT };
    let outer = if lane > 0 { 1 } else { -1 };
    let aways = |side: i32, far: i32| match far {
        0 => aside + side * (AWAY + thick / 2),
        1 => level + side * (scale.half + AWAY + thick / 2),
        2 => level + side * (scale.band + 3 + thick / 2),
        _ => aside + side * (AWAY + 10 + thick / 2),
    };
    // When people gather is said where there is room for it right there.
    let fars = if beside == Beside::Gather { 1 } else { 4 };
    let mut rooms = Vec::new();
    for far in 0..fars {
        for shifts in [&over[..], &near[..]] {
            for side in [outer, -outer] {
                let away = aways(side, far);
                if (away - aside).abs() > AWAY + thick / 2 + FAR {
                    continue;
                }
                let along = |shift: &i32| along + shift * outside;
                rooms.extend(shifts.iter().map(|shift| room(scale.spot(along(shift), away))));
            }
        }
    }
    if beside == Beside::Last {
        // After the line's end, and after the letter there.
        for by in [long / 2 + KNOT + 4, long / 2 + KNOT + 2 * BADGE + 8] {
            rooms.insert(0, room(scale.spot(along + by, aside)));
        }
    }
    rooms
}

/// The time by which everybody must be back: a bar across the level.
pub(super) fn by(scale: &Scale, level: i32, minute: i32, taken: &mut Taken) -> Option<(Point, Point)> {
    if minute < scale.from || minute > scale.to {
        return None;
    }
    let along = scale.along(minute);
    let (from, to) = (scale.spot(along, level - scale.band), scale.spot(along, level + scale.band));
    taken.line(Line { from, to, margin: 2, run: None });
    Some((from, to))
}

/// A minute as a time of day; nothing for none.
pub(super) fn time_of(minute: Option<i32>) -> String {
    minute.map(time_of_day).unwrap_or_default()
}

/// What the bar says, beside it.
pub(super) fn by_text(scale: &Scale, (from, to): (Point, Point), text: &str, taken: &mut Taken) -> Option<Label> {
    let (wide, middle) = (width(text), Point { x: i32::midpoint(from.x, to.x), y: i32::midpoint(from.y, to.y) });
    let thick = if scale.down { wide } else { HEIGHT };
    let asides = [scale.half + AWAY + thick / 2, scale.band + 4 + thick / 2];
    let afters = if scale.down { HEIGHT / 2 + 4 } else { wide / 2 + 5 };
    let rooms = asides.into_iter().flat_map(|aside| {
        [(1, -1), (1, 1), (-1, -1), (-1, 1), (0, 1), (0, -1)].map(|(after, side)| {
            let (along, across) = (after * afters, side * aside);
            let (x, y) = if scale.down { (across, along) } else { (along, across) };
            let (x, y) = (middle.x + x - wide / 2, middle.y + y - HEIGHT / 2);
            Rect { x, y, width: wide, height: HEIGHT }
        })
    });
    let rooms: Vec<Rect> = rooms.collect();
    let room = rooms.into_iter().find(|room| taken.is_free(*room))?;
    taken.room(room);
    Some(Label { text: text.to_string(), room })
}
