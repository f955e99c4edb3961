//! Cells that a spreadsheet would take for formulas, and the mark that keeps it from doing so.
//!
//! One rule for every table that leaves: what begins like a formula gets an apostrophe in front, which spreadsheets know
//! as "this is text". What begins with apostrophes and then like a formula gets one more, so that taking one off always
//! gives back what was there.

use std::borrow::Cow;

/// What a cell begins with that a spreadsheet may calculate.
const BEGINNINGS: [char; 7] = ['=', '+', '-', '@', '\t', '\r', '\n'];

fn begins_like_one(cell: &str) -> bool {
    cell.trim_start_matches('\'').starts_with(BEGINNINGS)
}

/// The cell as no spreadsheet calculates it.
#[must_use]
pub fn guarded(cell: &str) -> Cow<'_, str> {
    if begins_like_one(cell) { Cow::Owned(["'", cell].concat()) } else { Cow::Borrowed(cell) }
}

/// The cell as it was before it was [`guarded`]; others as they are.
#[must_use]
pub fn unguarded(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|_| begins_like_one(cell)).unwrap_or(cell)
}
