//! The plan as somebody sees it: the entries of the agenda for an audience, in lanes, and what is now and next.

mod bring;
mod entries;
mod lanes;
mod moment;
mod places;

pub use bring::{Bring, bring};
pub use entries::{Audience, Entry, EntryKind, Event, dates, entries, is_for};
pub use lanes::{Lane, lanes};
pub use moment::{Moment, moment};
pub use places::{MapLinks, map_links};
