//! The saved form: what is written, what is read, and what is said of everything else.

mod clock;
mod damage;
mod faults;
pub mod full;
mod golden;
mod json;
mod laws;
mod records;
mod schema;
mod sealed;
mod values;
