//! Tests of what comes in from other programs.

mod guests;
mod paste;
