//! The lines of the groups: their pieces, the points where they bend, and the letters on them.

use super::{
    Afternoon, Badge, Clash, Drawing, Knot, Part, Piece, Trace, Warning,
    free::{Line, Taken},
    label::{BADGE, KNOT, MARK},
    scale::Scale,
};
use crate::circuit::{Phase, Point, Rect};

/// A letter is written on a drive that is at least so long.
const LONG: i32 = 72;

/// The lines without their letters.
pub(super) fn lines(afternoon: &Afternoon, scale: &Scale, taken: &mut Taken) -> Vec<Trace> {
    let mut traces = Vec::with_capacity(afternoon.runs.len());
    for (number, run) in afternoon.runs.iter().enumerate() {
        let piece = |part: &Part| {
            let (from, to) = (scale.point(part.from, part.place, number), scale.point(part.to, part.next, number));
            Piece { phase: part.phase, from, to }
        };
        let pieces: Vec<Piece> = run.parts.iter().map(piece).collect();
        for piece in &pieces {
            let margin = if piece.phase == Phase::Tour { 4 } else { 3 };
            taken.line(Line { from: piece.from, to: piece.to, margin, run: Some(number) });
        }
        let mut knots = Vec::new();
        for call in &run.calls {
            let knot = |minute, leaves| Knot { at: scale.point(minute, call.place, number), minute, leaves };
            knots.push(knot(call.arrives, false));
            knots.extend(call.leaves.map(|leaves| knot(leaves, true)));
        }
        for knot in &knots {
            taken.room(around(knot.at, KNOT));
        }
        traces.push(Trace { pieces, knots, badges: Vec::new(), times: Vec::new() });
    }
    traces
}

/// The letter of every group before its line.
pub(super) fn first_badges(scale: &Scale, traces: &mut [Trace], taken: &mut Taken) {
    for (number, trace) in traces.iter_mut().enumerate() {
        let Some(first) = trace.knots.first().map(|knot| knot.at) else { continue };
        let back = |steps: i32| {
            let by = BADGE + KNOT + 3 + 4 * steps;
            if scale.down { Point { y: first.y - by, ..first } } else { Point { x: first.x - by, ..first } }
        };
        let free = |steps: &i32| taken.is_free_but(around(back(*steps), BADGE), Some(number));
        let steps = (0..600).find(free).unwrap_or(0);
        let at = back(steps);
        let lead = (steps > 0).then_some(first);
        if let Some(lead) = lead {
            taken.line(Line { from: at, to: lead, margin: 2, run: Some(number) });
        }
        taken.room(around(at, BADGE));
        trace.badges.push(Badge { at, lead });
    }
}

/// The letters along the lines, and after their ends, where there is room.
pub(super) fn more_badges(scale: &Scale, traces: &mut [Trace], taken: &mut Taken) {
    for (number, trace) in traces.iter_mut().enumerate() {
        let after = trace.knots.last().map(|knot| {
            let by = BADGE + KNOT + 3;
            let Point { x, y } = knot.at;
            if scale.down { Point { x, y: y + by } } else { Point { x: x + by, y } }
        });
        let drives = trace.pieces.iter().filter(|piece| piece.phase == Phase::Drive && length(piece) >= LONG);
        let parts = [6, 5, 7, 4, 8, 3, 9];
        let along = drives.map(|drive| parts.map(|part| on(drive.from, drive.to, part, 12)).to_vec());
        let mut badges = Vec::new();
        for places in after.into_iter().map(|at| vec![at]).chain(along) {
            let free = |at: &&Point| taken.is_free_but(around(**at, BADGE + 1), Some(number));
            if let Some(at) = places.iter().find(free) {
                taken.room(around(*at, BADGE));
                badges.push(Badge { at: *at, lead: None });
            }
        }
        trace.badges.append(&mut badges);
    }
}

/// The stretches that do not go, each with a sign where it is best seen.
pub(super) fn warnings(afternoon: &Afternoon, scale: &Scale, taken: &mut Taken) -> Vec<Warning> {
    let mut warnings: Vec<Warning> = Vec::new();
    for clash in &afternoon.clashes {
        let stretch = stretch(afternoon, scale, clash);
        let ends = (stretch.first().copied(), stretch.last().copied());
        let (Some(from), Some(to)) = ends else { continue };
        let on_line = [6, 4, 8, 3, 9, 2, 10].map(|part| on(from, to, part, 12));
        let aside = [16, -16, 28, -28].into_iter().flat_map(|by| {
            let middle = on(from, to, 6, 12);
            [(0, by), (by, 0)].map(|(x, y)| Point { x: middle.x + x, y: middle.y + y })
        });
        let places: Vec<Point> = on_line.into_iter().chain(aside).collect();
        let free = |at: &&Point| taken.is_free_but(around(**at, MARK), Some(clash.run));
        let sign = places.iter().find(free).or(places.first()).copied().unwrap_or(from);
        taken.room(around(sign, MARK));
        for pair in stretch.windows(2) {
            taken.line(Line { from: pair[0], to: pair[1], margin: 5, run: Some(clash.run) });
        }
        warnings.push(Warning { stretch, sign });
    }
    warnings
}

/// The points of a group's line between two moments.
fn stretch(afternoon: &Afternoon, scale: &Scale, clash: &Clash) -> Vec<Point> {
    let Some(run) = afternoon.runs.get(clash.run) else { return Vec::new() };
    let mut points: Vec<Point> = Vec::new();
    let parts = run.parts.iter().filter(|part| part.from < clash.to && clash.from < part.to);
    for part in parts {
        for minute in [part.from.max(clash.from), part.to.min(clash.to)] {
            let point = within(scale, part, clash.run, minute);
            if points.last() != Some(&point) {
                points.push(point);
            }
        }
    }
    if points.is_empty() {
        points.push(scale.point(clash.from, clash.place, clash.run));
    }
    points
}

/// Where a group is during a part.
pub(super) fn within(scale: &Scale, part: &Part, run: usize, minute: i32) -> Point {
    let (from, to) = (scale.point(part.from, part.place, run), scale.point(part.to, part.next, run));
    on(from, to, minute - part.from, part.to - part.from)
}

/// The point at `part` of `of` between two others.
fn on(from: Point, to: Point, part: i32, of: i32) -> Point {
    let mix = |from: i32, to: i32| {
        let way = i64::from(to - from) * i64::from(part) / i64::from(of.max(1));
        from + i32::try_from(way).unwrap_or(0)
    };
    Point { x: mix(from.x, to.x), y: mix(from.y, to.y) }
}

fn length(piece: &Piece) -> i32 {
    let (x, y) = (i64::from(piece.to.x - piece.from.x), i64::from(piece.to.y - piece.from.y));
    i32::try_from((x * x + y * y).isqrt()).unwrap_or(i32::MAX)
}

/// The square around a point.
pub(super) const fn around(at: Point, half: i32) -> Rect {
    Rect { x: at.x - half, y: at.y - half, width: 2 * half, height: 2 * half }
}

impl Drawing {
    /// Where a group is at a moment: before it gathers at the start of its line, after its return at the end.
    #[must_use]
    pub fn place_of(&self, afternoon: &Afternoon, run: usize, minute: i32) -> Option<Point> {
        let way = afternoon.runs.get(run)?;
        if let Some(part) = way.at(minute) {
            return Some(within(&self.scale, part, run, minute));
        }
        let knots = &self.traces.get(run)?.knots;
        let end = if way.parts.first().is_some_and(|part| minute < part.from) { knots.first() } else { knots.last() };
        end.map(|knot| knot.at)
    }

    /// The line of a group as it is in another state of the same visit, on this drawing.
    #[must_use]
    pub fn way(&self, afternoon: &Afternoon, run: usize) -> Vec<Point> {
        let parts = afternoon.runs.get(run).map(|run| run.parts.as_slice()).unwrap_or_default();
        let start = parts.first().map(|part| self.scale.point(part.from, part.place, run));
        start.into_iter().chain(parts.iter().map(|part| self.scale.point(part.to, part.next, run))).collect()
    }
}
