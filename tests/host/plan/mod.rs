//! Tests of the domain.

pub mod build;
mod edit;
mod id;
mod label;
mod law;
mod position;
mod proposal;
mod refused;
mod sample;
mod text;
mod time;
