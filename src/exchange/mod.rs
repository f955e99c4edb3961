//! What comes in from other programs, and goes out to them.

pub mod drives;
pub mod paste;
