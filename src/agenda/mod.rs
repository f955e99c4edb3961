//! The plan as somebody sees it: the entries of the agenda for an audience, in lanes, what is now and next, and who
//! comes.

mod board;
mod bring;
mod entries;
mod lanes;
mod moment;
mod places;
mod roll;
mod shift;

pub use board::{Board, Direction, Filter, Placed, Sort};
pub use bring::{Bring, bring};
pub use entries::{Audience, Entry, EntryKind, Event, dates, entries, is_for};
pub use lanes::{Lane, lanes};
pub use moment::{Moment, moment};
pub use places::{MapLinks, map_links};
pub use roll::{Roll, Tally, roll};
pub use shift::{STEP, free_slot, moved, started_later, stretched, visit_of};
