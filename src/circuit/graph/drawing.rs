//! The drawing of a graph: everything with its place, in whole units.

use super::{Afternoon, Space, Tick, free::Taken, label, scale::Scale, trace};
use crate::circuit::{Frame, Label, Phase, Point, Rect};

/// What is written into the drawing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Texts {
    /// The names of the places, as many as there are.
    pub names: Vec<String>,
    /// The time by which everybody must be back, in words.
    pub by: Option<String>,
}

/// The drawing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawing {
    /// Its size; wider than the space where that is too narrow for its places.
    pub frame: Frame,
    /// Whether time runs down.
    pub down: bool,
    /// The moments on the axis.
    pub ticks: Vec<Tick>,
    /// The times of day on the axis.
    pub hours: Vec<Label>,
    /// The places.
    pub levels: Vec<Level>,
    /// The lines of the groups.
    pub traces: Vec<Trace>,
    /// The clashes, in their order.
    pub warnings: Vec<Warning>,
    /// The time by which everybody must be back.
    pub by: Option<By>,
    pub(super) scale: Scale,
}

/// A place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Level {
    /// Its name.
    pub name: Label,
    /// Where its line starts.
    pub from: Point,
    /// Where its line ends.
    pub to: Point,
    /// When the host receives.
    pub band: Option<Rect>,
}

/// The line of a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trace {
    /// Its pieces, one for each part of the group's time.
    pub pieces: Vec<Piece>,
    /// The points where it bends, an arrival and a departure for each call; no departure for the last.
    pub knots: Vec<Knot>,
    /// The group's letter: before the line, and again along it.
    pub badges: Vec<Badge>,
    /// The times at its points.
    pub times: Vec<Label>,
}

/// A straight piece of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// What the group does.
    pub phase: Phase,
    /// Where it starts.
    pub from: Point,
    /// Where it ends.
    pub to: Point,
}

/// A point where a line bends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Knot {
    /// Where it is.
    pub at: Point,
    /// When that is.
    pub minute: i32,
    /// Whether the coach leaves, or arrives.
    pub leaves: bool,
}

/// A group's letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Badge {
    /// Its middle.
    pub at: Point,
    /// Where the line starts, when that is not right beside it.
    pub lead: Option<Point>,
}

/// A stretch of a line that does not go, and its sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// The points of the stretch.
    pub stretch: Vec<Point>,
    /// The middle of the sign.
    pub sign: Point,
}

/// The bar of the time by which everybody must be back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct By {
    /// One end.
    pub from: Point,
    /// The other.
    pub to: Point,
    /// The words, where there is room.
    pub label: Option<Label>,
}

/// Draws the graph into a space.
///
/// Texts touch no line of a group or place, no mark, no edge of a band and no other text. A time that finds no room is
/// left out; every group's letter stands before its line, and names of places stand outside.
#[must_use]
pub fn draw(afternoon: &Afternoon, texts: &Texts, space: Space) -> Drawing {
    let (scale, names) = Scale::new(afternoon, texts, space);
    let mut taken = Taken::new(scale.frame);
    let levels = label::levels(afternoon, names, &scale, &mut taken);
    let ticks = scale.ticks();
    let hours: Vec<Label> =
        ticks.iter().filter_map(|tick| Some(label::axis(&scale, tick.text.clone()?, tick.along))).collect();
    let (near, far) = scale.across();
    for tick in ticks.iter().filter(|tick| tick.main) {
        taken.quiet(scale.spot(tick.along, near), scale.spot(tick.along, far));
    }
    for hour in &hours {
        taken.room(hour.room);
    }
    let mut traces = trace::lines(afternoon, &scale, &mut taken);
    trace::first_badges(&scale, &mut traces, &mut taken);
    let warnings = trace::warnings(afternoon, &scale, &mut taken);
    let level = scale.levels.get(afternoon.last()).copied().unwrap_or(0);
    let by = afternoon.return_by.zip(texts.by.as_ref());
    let by = by.and_then(|(minute, text)| Some((label::by(&scale, level, minute, &mut taken)?, text)));
    trace::more_badges(&scale, &mut traces, &mut taken);
    // The strip of the axis is for its own times.
    if !space.down {
        taken.room(Rect { x: 0, y: 0, width: scale.frame.width, height: label::STRIP });
    }
    label::times(&scale, &mut traces, &mut taken);
    let by = by.map(|((from, to), text)| {
        // Where the words do not fit, the time may.
        let alone = label::time_of(afternoon.return_by);
        let texts = [text.as_str(), alone.as_str()];
        let label = texts.into_iter().find_map(|text| label::by_text(&scale, (from, to), text, &mut taken));
        By { from, to, label }
    });
    Drawing { frame: scale.frame, down: space.down, ticks, hours, levels, traces, warnings, by, scale }
}

impl Drawing {
    /// Where a moment is along the axis.
    #[must_use]
    pub fn along(&self, minute: i32) -> i32 {
        self.scale.along(minute)
    }

    /// How many minutes a length of the axis is, to the nearest.
    #[must_use]
    pub fn minutes(&self, units: i32) -> i32 {
        let (all, length) = (self.scale.to - self.scale.from, self.scale.length.max(1));
        let twice = i64::from(units) * i64::from(all) * 2 + i64::from(length);
        i32::try_from(twice.div_euclid(2 * i64::from(length))).unwrap_or(0)
    }

    /// From where to where the graph is, across the axis.
    #[must_use]
    pub fn across(&self) -> (i32, i32) {
        self.scale.across()
    }
}
