//! What a drive between two venues takes: the organiser's own figure, or an estimate from coordinates.

use super::trigonometry::{arc_sine_of_root, cosine, sine};
use crate::plan::{Plan, Position, Transfer, TransferId, VenueId};

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
    if let Some(transfer) = own_drive(plan, from, to) {
        return Drive { minutes: transfer.minutes, source: Source::Own };
    }
    match estimate(plan, from, to) {
        Some(estimate) => Drive { minutes: estimate.minutes, source: Source::Estimate },
        None => unknown,
    }
}

/// The organiser's own figure for a drive: the one for this direction, else that for the opposite one.
#[must_use]
pub fn own_drive(plan: &Plan, from: VenueId, to: VenueId) -> Option<&Transfer> {
    let own = |from, to| plan.transfers.get(TransferId { from, to });
    own(from, to).or_else(|| own(to, from)).map(|transfer| &**transfer)
}

/// How an estimate is made, so that it can be shown beside the figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Estimate {
    /// The great-circle distance in metres.
    pub direct: u32,
    /// That distance, lengthened by [`DETOUR_PERCENT`], in metres.
    pub road: u32,
    /// Minutes at [`SPEED`], rounded up to 5; a day at the most.
    pub minutes: u16,
}

/// The estimate for a drive, whether or not the organiser has a figure of their own; none where coordinates are missing.
#[must_use]
pub fn estimate(plan: &Plan, from: VenueId, to: VenueId) -> Option<Estimate> {
    let position = |id| plan.venues.get(id).and_then(|venue| venue.position);
    let direct = great_circle(position(from)?, position(to)?);
    let road = u64::from(direct) * u64::from(DETOUR_PERCENT) / 100;
    let minutes = (road * 60).div_ceil(u64::from(SPEED) * 1000);
    let minutes = u16::try_from(minutes.next_multiple_of(5)).unwrap_or(24 * 60).clamp(5, 24 * 60);
    Some(Estimate { direct, road: u32::try_from(road).unwrap_or(u32::MAX), minutes })
}

/// The great-circle distance between two points in metres, by the haversine formula.
#[must_use]
pub fn great_circle(from: Position, to: Position) -> u32 {
    let radians = |microdegrees: i32| (f64::from(microdegrees) / 1_000_000.0).to_radians();
    let (south, north) = (radians(from.latitude()), radians(to.latitude()));
    let half_north = sine((north - south) / 2.0);
    let half_east = sine((radians(to.longitude()) - radians(from.longitude())) / 2.0);
    let haversine = half_north * half_north + cosine(south) * cosine(north) * half_east * half_east;
    let metres = 2.0 * EARTH_RADIUS * arc_sine_of_root(haversine);
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most half the Earth's girth")]
    let whole = metres.round() as u32;
    whole
}
