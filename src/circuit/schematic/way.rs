//! Lines between places: bent to the right of the journey, so that there and back are two lines.

use super::{Journey, Label, Mark, Point, RADIUS};

/// A journey of the drawing: a quadratic Bézier curve with an arrow halfway.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    /// Where it starts.
    pub from: Point,
    /// The control point of the curve.
    pub bend: Point,
    /// Where it ends.
    pub to: Point,
    /// The corners of the arrow, its point first.
    pub arrow: [Point; 3],
    /// What is written beside it; none where there is no room that is free.
    pub note: Option<Label>,
}

/// The room between a line and the mark of another place.
const CLEARANCE: i32 = 5;

impl Way {
    /// The point at `part` of `of` of the way.
    pub(super) fn at(&self, part: i32, of: i32) -> Point {
        let (early, late) = (of - part, part);
        let mix = |from: i32, bend: i32, to: i32| {
            (early * early * from + 2 * early * late * bend + late * late * to) / (of * of)
        };
        Point { x: mix(self.from.x, self.bend.x, self.to.x), y: mix(self.from.y, self.bend.y, self.to.y) }
    }

    /// Points along the line, close enough that nothing slips between them.
    pub fn points(&self) -> impl Iterator<Item = Point> {
        let steps = (distance(self.from, self.to) / 3).clamp(8, 200);
        (0..=steps).map(move |step| self.at(step, steps))
    }

    fn new(from: Point, to: Point, bow: i32) -> Self {
        let (x, y) = (to.x - from.x, to.y - from.y);
        let length = distance(from, to).max(1);
        let right = Point { x: -y * bow / length, y: x * bow / length };
        let bend = Point { x: i32::midpoint(from.x, to.x) + right.x, y: i32::midpoint(from.y, to.y) + right.y };
        let mut way = Self { from, bend, to, arrow: [Point::default(); 3], note: None };
        // Halfway the curve runs parallel to the straight line.
        let middle = way.at(1, 2);
        let ahead = |by: i32, aside: i32| Point {
            x: middle.x + (x * by - y * aside) / length,
            y: middle.y + (y * by + x * aside) / length,
        };
        way.arrow = [ahead(6, 0), ahead(-5, 5), ahead(-5, -5)];
        way
    }
}

/// The lines of the journeys; none for one that ends where it starts.
pub(super) fn ways(points: &[Point], journeys: &[Journey]) -> Vec<Option<Way>> {
    let mut ways = Vec::with_capacity(journeys.len());
    for (index, journey) in journeys.iter().enumerate() {
        let way = match (points.get(journey.from), points.get(journey.to)) {
            (Some(from), Some(to)) if journey.from != journey.to => {
                let same = |other: &&Journey| (other.from, other.to) == (journey.from, journey.to);
                let before = journeys[..index].iter().filter(same).count();
                Some(clear(*from, *to, points, before))
            }
            _ => None,
        };
        ways.push(way);
    }
    ways
}

/// The line that bends least without running into another place; `before` lines of the same journey bend less.
fn clear(from: Point, to: Point, points: &[Point], before: usize) -> Way {
    let bow = distance(from, to) / 10 + 8;
    let bows = [2, 3, 4, 5, 6].map(|halves| bow * halves / 2);
    let free = |way: &Way| {
        let others = points.iter().filter(|point| **point != from && **point != to);
        others.into_iter().all(|other| way.points().all(|point| distance(point, *other) > RADIUS + CLEARANCE))
    };
    let mut ways = bows.into_iter().map(|bow| Way::new(from, to, bow)).filter(free);
    ways.nth(before).unwrap_or_else(|| Way::new(from, to, bow * (2 + i32::try_from(before).unwrap_or(0)) / 2))
}

pub(super) fn distance(one: Point, two: Point) -> i32 {
    let (x, y) = (two.x - one.x, two.y - one.y);
    (x * x + y * y).isqrt()
}

/// Whether a line or its arrow comes nearer than `margin` to a rectangle.
pub(super) fn touches(way: &Way, room: super::Rect, margin: i32) -> bool {
    way.points().chain(way.arrow).any(|point| room.is_near(point, margin))
}

/// Whether a rectangle covers any part of a mark.
pub(super) fn covers(marks: &[Mark], room: super::Rect) -> bool {
    marks.iter().any(|mark| mark.room().overlaps(room))
}
