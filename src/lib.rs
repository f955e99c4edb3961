//! Itinera plans study visits and partner meetings: agenda, delegations, company visits by coach.
//!
//! The pure core (everything but [`app`]) decides; the face in `app` shows and asks. See `ARCHITECTURE.md`.

pub mod agenda;
pub mod checks;
pub mod circuit;
pub mod example;
pub mod exchange;
pub mod i18n;
pub mod order;
pub mod papers;
pub mod plan;
pub mod print;
pub mod sync;
pub mod wire;
pub mod workspace;

#[cfg(feature = "app")]
pub mod app;
