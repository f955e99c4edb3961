//! Pieces of the interface that know layout and no meaning: no message, no plan.

pub mod badge;
pub mod emblem;
pub mod field;
pub mod galley;
pub mod icon;
mod rows;

pub use badge::Badge;
pub use field::{CheckField, ChecksField, NumberField, SelectField, TextField, TextsField};
pub use rows::RowsField;

use std::sync::atomic::{AtomicU32, Ordering};

/// An id for an element, unique in the document.
#[must_use]
pub fn unique(prefix: &str) -> String {
    static NEXT: AtomicU32 = AtomicU32::new(1);
    format!("{prefix}-{}", NEXT.fetch_add(1, Ordering::Relaxed))
}
