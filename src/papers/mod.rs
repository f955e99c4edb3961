//! Papers: what an organiser hands over, as data without words. One file a paper, each with `of(plan, ...)`.
//!
//! Who comes, when and where is decided elsewhere (`crate::agenda`, `crate::circuit`); here it is only put together for a
//! reader. The words are made at the edge, but for those of [`Lack`].

mod attendance;
mod badges;
mod catering;
mod coach;
mod door;
mod evidence;
mod host;
mod itinerary;
mod lacks;
mod list;
mod paper;
mod people;

pub use attendance::{AttendanceSheet, BLANK_ROWS, Signer, Signers, Speaker};
pub use badges::{Badge, badges};
pub use catering::CateringSheet;
pub use coach::{Aboard, Carriage, CoachList, CoachRoute, Waypoint};
pub use door::DoorSign;
pub use evidence::{Annex, EvidencePack, Held, HeldDay, Part};
pub use host::{Guests, HostSheet, Reception};
pub use itinerary::{Asked, ItineraryDay, ItinerarySheet, Line, Outing};
pub use lacks::{Lack, What, lacks};
pub use list::papers;
pub use paper::{Paper, Site};
pub use people::{Contingent, Duty, Reached, Role};
