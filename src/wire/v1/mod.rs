//! The saved form, version 1: what stands in files and in browser storage, apart from the domain types.
//!
//! The notes on the fields become the descriptions of the published JSON Schema. Rules of the form: field names in
//! camelCase; a field that has its usual value (empty, `false`, nought, nothing) is left out; unknown fields are
//! refused; whole numbers only; all clock times are in the meeting's time zone.

mod deviation;
mod form;
mod group;
mod meeting;
mod people;
mod session;
mod table;
mod values;
mod version;
mod visit;

pub(super) use form::{Form, Shape, camel};
#[cfg(all(test, not(target_arch = "wasm32")))]
pub(super) use table::File;
pub(super) use table::{Plan, read_file, read_record, write_file, write_record};
