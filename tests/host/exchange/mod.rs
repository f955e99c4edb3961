//! Tests of what comes in from other programs.

mod drives;
mod guests;
mod markup;
mod offset;
mod paste;
mod schedule;
