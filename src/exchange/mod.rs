//! What comes in from other programs, and goes out to them.

pub mod drives;
mod guests;
pub mod incoming;
pub mod markup;
pub mod offset;
pub mod paste;
pub mod schedule;

pub use guests::guest_list;
