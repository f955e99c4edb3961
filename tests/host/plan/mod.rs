//! Tests of the domain.

mod badge;
pub mod build;
mod deviation;
mod edit;
mod fold;
mod groups;
mod id;
mod label;
mod law;
mod position;
mod proposal;
mod refused;
mod stamp;
mod text;
mod time;
