//! The plan as somebody sees it: the entries of the agenda for an audience, in lanes, what is now and next, who
//! comes, and who is in the coach.

mod blocks;
mod board;
mod bring;
mod entries;
mod heads;
mod lanes;
pub mod late;
mod moment;
mod places;
mod roll;
mod shift;
mod steps;
mod versions;
pub mod wording;

pub use blocks::{Block, BlockSort, blocks};
pub use board::{Board, Direction, Filter, Placed, Sort};
pub use bring::{Bring, asked, bring};
pub use entries::{Audience, Entry, EntryKind, Event, dates, entries, is_for, is_one_of};
pub use heads::{
    Count, Crew, Expected, Heads, Lack, Left, MOST, Missing, Pass, Sum, attending, attending_any, carried_with,
    counted_as, counted_with, crews,
};
pub use lanes::{Lane, lanes};
pub use moment::{Moment, day_at, moment};
pub use places::{MapLinks, Spot, is_safe_link, map_links, spot, spot_after, tel_link};
pub use roll::{Roll, Tally, roll, says_nothing, tallies};
pub use shift::{STEP, free_slot, moved, new_time, started_later, stretched, visit_of};
pub use steps::{Doing, Step, percent_over, step_at, steps, stretches};
pub use versions::{Cancelled, Change, Told, What, cancelled, changes, sequence};
