//! What a drive between two venues takes: the organiser's own figure, or an estimate from coordinates.

use crate::plan::{Plan, Position, TransferId, VenueId};

/// How much longer the road is than the great circle, in per cent: urban and suburban networks measure 120 to 140.
pub const DETOUR_PERCENT: u32 = 135;

/// The mean speed of a coach between two addresses of one metropolitan area, in kilometres per hour.
pub const SPEED: u32 = 40;

/// Mean radius of the Earth in metres (IUGG R1).
const EARTH_RADIUS: f64 = 6_371_009.0;

/// What a drive takes, and how that is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Drive {
    /// Minutes of driving, without boarding; nought when it is not known.
    pub minutes: u16,
    /// Where the figure comes from.
    pub source: Source,
}

/// Where the length of a drive comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// The organiser's own figure, for this direction or the opposite one.
    Own,
    /// Estimated from coordinates; to be shown as an estimate.
    Estimate,
    /// Both ends are the same venue: nobody drives.
    Same,
    /// A place or its coordinates are missing.
    Unknown,
}

/// The drive from one venue to another.
///
/// The organiser's own figure counts first, for this direction, then for the opposite one; else the estimate is the
/// great-circle distance, lengthened by [`DETOUR_PERCENT`], at [`SPEED`], rounded up to 5 minutes.
#[must_use]
pub fn drive(plan: &Plan, from: Option<VenueId>, to: Option<VenueId>) -> Drive {
    let unknown = Drive { minutes: 0, source: Source::Unknown };
    let (Some(from), Some(to)) = (from, to) else { return unknown };
    if from == to {
        return Drive { minutes: 0, source: Source::Same };
    }
    let own = |from, to| plan.transfers.get(TransferId { from, to });
    if let Some(transfer) = own(from, to).or_else(|| own(to, from)) {
        return Drive { minutes: transfer.minutes, source: Source::Own };
    }
    let position = |id| plan.venues.get(id).and_then(|venue| venue.position);
    match (position(from), position(to)) {
        (Some(from), Some(to)) => Drive { minutes: estimate(great_circle(from, to)), source: Source::Estimate },
        _ => unknown,
    }
}

/// Minutes for a distance in metres, rounded up to 5; a day at the most.
fn estimate(metres: u32) -> u16 {
    let road = u64::from(metres) * u64::from(DETOUR_PERCENT) / 100;
    let minutes = (road * 60).div_ceil(u64::from(SPEED) * 1000);
    u16::try_from(minutes.next_multiple_of(5)).unwrap_or(24 * 60).clamp(5, 24 * 60)
}

/// The great-circle distance between two points in metres, by the haversine formula.
#[must_use]
pub fn great_circle(from: Position, to: Position) -> u32 {
    let radians = |microdegrees: i32| (f64::from(microdegrees) / 1_000_000.0).to_radians();
    let (south, north) = (radians(from.latitude()), radians(to.latitude()));
    let half_north = ((north - south) / 2.0).sin();
    let half_east = ((radians(to.longitude()) - radians(from.longitude())) / 2.0).sin();
    let haversine = half_north * half_north + south.cos() * north.cos() * half_east * half_east;
    let metres = 2.0 * EARTH_RADIUS * haversine.clamp(0.0, 1.0).sqrt().asin();
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most half the Earth's girth")]
    let whole = metres.round() as u32;
    whole
}
