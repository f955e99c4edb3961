//! From coordinates to the drawing: an equirectangular projection, exact enough for the breadth of a country.

use super::{super::trigonometry::cosine, Frame, Point, RADIUS, ScaleBar};
use crate::plan::Position;

/// Room around the places for names and bent lines.
const PADDING: i32 = 40;

/// Places within so many millionths of a degree (about 200 m) do not fill the frame.
const LEAST_SPAN: i64 = 2_000;

/// How far apart the middles of two marks stand where there is room.
const GAP: i32 = 60;

/// Millimetres in a millionth of a degree of latitude.
const MILLIMETRES: i64 = 111;

/// The longest scale bar.
const LONGEST_BAR: i64 = 96;

/// The points of the drawing in proportion to the places, and the scale.
pub(super) fn project(positions: &[Position], frame: Frame) -> (Vec<Point>, Option<ScaleBar>) {
    let Some(first) = positions.first() else { return (Vec::new(), None) };
    let north = |position: &Position| i64::from(position.latitude());
    // Longitudes are counted from the first place, the short way round.
    let turn = 360_000_000;
    let east = |position: &Position| {
        let east = i64::from(position.longitude()) - i64::from(first.longitude());
        (east + turn / 2).rem_euclid(turn) - turn / 2
    };
    let (south_end, north_end) = ends(positions.iter().map(north));
    let narrow = narrowing((south_end + north_end) / 2);
    let east = |position: &Position| east(position) * narrow / 1_000;
    let (west_end, east_end) = ends(positions.iter().map(east));
    let (wide, high) = (i64::from(frame.width - 2 * PADDING), i64::from(frame.height - 2 * PADDING));
    let (span_east, span_north) = (east_end - west_end, north_end - south_end);
    // What fills the frame first decides the scale: `room` units stand for `span` millionths of a degree.
    let (room, span) = if span_east * high > span_north * wide { (wide, span_east) } else { (high, span_north) };
    let span = span.max(LEAST_SPAN);
    let place = |position: &Position| Point {
        x: frame.width / 2 + small((2 * east(position) - east_end - west_end) * room / (2 * span)),
        y: frame.height / 2 - small((2 * north(position) - north_end - south_end) * room / (2 * span)),
    };
    let several = span_east.max(span_north) > 0;
    (positions.iter().map(place).collect(), several.then(|| bar(room, span)).flatten())
}

fn ends(values: impl Iterator<Item = i64>) -> (i64, i64) {
    values.fold((i64::MAX, i64::MIN), |(least, most), value| (least.min(value), most.max(value)))
}

/// How much a degree of longitude is of one of latitude, in thousandths.
fn narrowing(latitude: i64) -> i64 {
    #[allow(clippy::cast_precision_loss, reason = "a latitude is small")]
    let cosine = cosine((latitude as f64 / 1_000_000.0).to_radians());
    #[allow(clippy::cast_possible_truncation, reason = "a cosine is small")]
    let thousandths = (cosine * 1_000.0).round() as i64;
    thousandths.max(1)
}

/// The longest bar of a round distance: 1, 2 or 5 with noughts.
fn bar(room: i64, span: i64) -> Option<ScaleBar> {
    let length = |metres: i64| metres * 1_000 * room / (MILLIMETRES * span);
    let tens = (1..8).map(|noughts| 10_i64.pow(noughts));
    let metres = tens.flat_map(|ten| [ten, 2 * ten, 5 * ten]).take_while(|metres| length(*metres) <= LONGEST_BAR);
    let metres = metres.last()?;
    Some(ScaleBar { metres: u32::try_from(metres).ok()?, length: small(length(metres)) })
}

fn small(value: i64) -> i32 {
    i32::try_from(value).unwrap_or(0)
}

/// How many times finer than the drawing places are moved.
const FINE: i32 = 16;

/// Moves places that coincide, or nearly do, until their marks stand apart.
pub(super) fn spread(points: &[Point], frame: Frame) -> Vec<Point> {
    let count = i32::try_from(points.len()).unwrap_or(i32::MAX).max(1);
    // In a crowd everybody gets a fair share of the frame.
    let share = (frame.width * frame.height / count / 2).isqrt();
    let gap = GAP.min(share) * FINE + FINE;
    let mut points: Vec<Point> = points.iter().map(|point| Point { x: point.x * FINE, y: point.y * FINE }).collect();
    for _ in 0..256 {
        let mut still = true;
        for second in 1..points.len() {
            for first in 0..second {
                let Some(by) = push(points[first], points[second], gap, first + second) else { continue };
                still = false;
                points[first] = inside(Point { x: points[first].x - by.x, y: points[first].y - by.y }, frame);
                points[second] = inside(Point { x: points[second].x + by.x, y: points[second].y + by.y }, frame);
            }
        }
        if still {
            break;
        }
    }
    points.iter().map(|point| Point { x: point.x / FINE, y: point.y / FINE }).collect()
}

/// By how much each of two places has to move for the gap between them; none where it is there.
fn push(first: Point, second: Point, gap: i32, turn: usize) -> Option<Point> {
    let (mut x, mut y) = (second.x - first.x, second.y - first.y);
    let distance = (x * x + y * y).isqrt();
    if distance >= gap {
        return None;
    }
    if distance < FINE {
        // Nothing tells which way: one after the other they go apart in all directions.
        (x, y) = [(1, 2), (2, -1), (2, 2), (-1, 2)][turn % 4];
    }
    let length = (x * x + y * y).isqrt().max(1);
    let half = (gap - distance) / 2 + 1;
    Some(Point { x: x * half / length, y: y * half / length })
}

fn inside(point: Point, frame: Frame) -> Point {
    // A name has room below and above.
    let (aside, above) = ((RADIUS + 5) * FINE, (RADIUS + 20) * FINE);
    Point {
        x: point.x.clamp(aside, (frame.width * FINE - aside).max(aside)),
        y: point.y.clamp(above, (frame.height * FINE - above).max(above)),
    }
}
