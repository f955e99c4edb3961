//! What comes in from other programs, and goes out to them.

pub mod drives;
mod guests;
pub mod incoming;
pub mod linked;
pub mod markup;
pub mod offset;
pub mod paste;
mod record;
pub mod schedule;
pub mod webpage;

pub use guests::guest_list;
