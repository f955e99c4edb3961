//! Tests of what comes in from other programs.

mod drives;
mod guests;
mod paste;
