//! The host tests: the pure core, in milliseconds; folders mirror `src`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on should stop")]

mod agenda;
mod checks;
mod circuit;
mod example;
mod exchange;
mod house;
mod papers;
mod plan;
mod print;
mod support;
mod sync;
mod wire;
mod workspace;
