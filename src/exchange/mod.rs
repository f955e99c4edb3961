//! What comes in from other programs, and goes out to them.

pub mod clipboard;
pub mod csv;
pub mod drives;
pub mod formula;
mod guests;
pub mod impersonal;
pub mod incoming;
pub mod paste;
pub mod proposals;
mod saying;
pub mod tables;

pub use guests::guests;
