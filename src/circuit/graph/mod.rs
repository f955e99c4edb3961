//! The afternoon as a graph, the train planners' diagram (after Marey, 1885): time runs one way, places stand on the
//! side, each group is a line. A level line is a stay, a slope is a drive, a band is when a host receives.
//!
//! [`Afternoon`] is what there is to draw, in minutes; [`draw`] gives it places in a frame, in whole units.

mod afternoon;
mod clash;
mod drawing;
mod free;
mod label;
mod scale;
mod trace;

pub use afternoon::{Afternoon, Call, Part, Place, Run, Where};
pub use clash::{Clash, Trouble};
pub use drawing::{Badge, Drawing, Knot, Level, Piece, Texts, Trace, Warning, draw};
pub use label::{BADGE, KNOT};
pub use scale::{Space, Tick};
