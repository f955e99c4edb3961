//! The study visit on the clock: what a drive takes, and when each stop and leg starts and ends, door to door.
//!
//! Nothing here is stored. Times follow from the start, the order of the stops, the phases and the drives.

mod itinerary;
mod travel;

pub use itinerary::{Itinerary, Leg, Phase, PhaseTime, Stay, itinerary};
pub use travel::{DETOUR_PERCENT, Drive, SPEED, Source, drive, great_circle};
