//! The study visit on the clock: what a drive takes, and when each stop and leg starts and ends, door to door.
//!
//! Nothing here is stored. Times follow from the start, the order of the stops, the phases and the drives.

pub mod arrange;
pub mod graph;
mod itinerary;
mod limits;
pub mod reception;
pub mod rush;
mod schematic;
pub mod search;
mod split;
mod travel;
mod trigonometry;

pub use itinerary::{Itinerary, Leg, Phase, PhaseTime, Stay, deviating, itineraries, itinerary};
pub use limits::{Limit, limits};
pub use schematic::{Frame, Journey, Label, Mark, Point, RADIUS, Rect, ScaleBar, Schematic, Spot, Way, schematic};
pub use split::{Bound, Members, Split, Unkept, split};
pub use travel::{DETOUR_PERCENT, Drive, Estimate, SPEED, Source, drive, estimate, great_circle, own_drive};
