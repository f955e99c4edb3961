//! Calendar files (iCalendar, RFC 5545 and 7986): the agenda of a meeting out, and sessions of any calendar in.
//!
//! Both ways are our own code: what writes iCalendar elsewhere takes the clock and random identities itself and gives no
//! time zones along, and weighs more.

mod describe;
mod read;
mod write;
mod zone;

pub use read::{
    Calendar, Fault, LARGEST, LONGEST_TEXT, MOST_PROBLEMS, MOST_REPEATS, MOST_SESSIONS, Problem, ReadError,
    USUAL_LENGTH, read,
};
pub use write::{Options, Written, write, years};
pub use zone::{AheadIn, DayRule, Observance, Yearly, Zone};
