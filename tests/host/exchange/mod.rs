//! Tests of what comes in from other programs.

mod drives;
mod guests;
mod linked;
mod markup;
mod offset;
mod paste;
mod schedule;
mod webpage;
