//! What comes in from other programs, and goes out to them.

pub mod calendar;
pub mod content_line;
pub mod drives;
mod guests;
pub mod incoming;
pub mod paste;
pub mod vcard;

pub use guests::guest_list;
