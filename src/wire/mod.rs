//! The saved form of a plan, version 1: one gate in ([`decode`]), one way out ([`encode`]), and the seal of browser
//! storage.
//!
//! The form (the private module `v1`) is kept apart from the domain types, so that these can change while old files
//! stay readable. It is published as a JSON Schema in `public/plan.schema.json`. No number of the form has decimals:
//! text of floats is heavy in WASM.

pub mod clock;
mod decode;
mod encode;
mod error;
mod fault;
mod hash;
pub mod json;
mod read;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod schema;
mod sealed;
mod v1;
mod words;
mod write;

pub use decode::{decode, decode_record, decode_text};
pub use encode::{encode, encode_pretty, encode_record, field_value};
pub use error::{DecodeError, Expected, Found, Problem, Spot};
pub use hash::{Hash, content_of, hash_of};
pub use sealed::{SealError, seal, unseal};

use crate::plan::Plan;

/// What the `format` of every plan's file says.
pub const FORMAT: &str = "itinera-plan";

/// The version of the saved form that this program writes, and the newest that it reads.
pub const VERSION: u64 = 1;

/// Bytes in a megabyte as sizes are told: 1,048,576.
pub const MEGABYTE: usize = 1024 * 1024;

/// The largest file that is read, in bytes: 8 MiB.
pub const LARGEST: usize = 8 * MEGABYTE;

/// The most records that a table, and entries that any list, may have.
pub const MOST_RECORDS: usize = Plan::MOST_RECORDS;

/// The most characters that one text may have. Forms take no more, and no edit leaves more: the plan could not be read
/// again.
pub const LONGEST_TEXT: usize = 20_000;

/// The most earlier states that a file names in its lineage.
pub const LONGEST_LINEAGE: usize = 32;

/// A plan as it stands in a file, with what a merge needs to know of its past.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanFile {
    /// The plan.
    pub plan: Plan,
    /// When it was saved: an RFC 3339 stamp in UTC, such as `2017-11-20T08:15:00Z`, given from outside.
    pub saved: Option<String>,
    /// The hashes of earlier states that this one contains, newest first, at most [`LONGEST_LINEAGE`]: a merge finds
    /// the common ancestor by them.
    pub lineage: Vec<Hash>,
}
