//! What comes in from other programs, and goes out to them.

pub mod calendar;
pub mod clipboard;
pub mod content_line;
pub mod csv;
pub mod drives;
pub mod formula;
mod guests;
pub mod impersonal;
pub mod incoming;
pub mod linked;
pub mod markup;
pub mod names;
pub mod offset;
pub mod paste;
pub mod proposals;
mod record;
mod saying;
pub mod schedule;
pub mod sort;
pub mod tables;
pub mod vcard;
pub mod webpage;

pub use guests::{guests, told};
