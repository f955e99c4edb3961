//! What comes in from other programs, and goes out to them.

pub mod drives;
mod guests;
pub mod incoming;
pub mod paste;

pub use guests::{guest_list, guests};
