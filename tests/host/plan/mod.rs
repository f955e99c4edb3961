//! Tests of the domain.

pub mod build;

mod id;

mod sample;
mod text;
mod time;
