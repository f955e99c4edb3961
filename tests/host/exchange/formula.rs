//! The mark that keeps cells from being formulas.

use itinera::exchange::formula::{guarded, unguarded};
use proptest::prelude::*;

#[test]
fn what_begins_like_a_formula_is_marked_and_nothing_else() {
    let cases = [
        ("", ""),
        ("Ada Uno", "Ada Uno"),
        ("=1+1", "'=1+1"),
        ("+39 011 000", "'+39 011 000"),
        ("-5", "'-5"),
        ("@home", "'@home"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("1+1", "1+1"),
        ("ada@example.net", "ada@example.net"),
        ("'s-Hertogenbosch", "'s-Hertogenbosch"),
        // What looks marked already gets one more, so that the mark taken off is never somebody's own.
        ("'=1", "''=1"),
        ("''+", "'''+"),
        ("'", "'"),
    ];
    for (cell, expected) in cases {
        assert_eq!(guarded(cell), expected, "{cell:?}");
        assert_eq!(unguarded(expected), cell, "{expected:?}");
    }
}

#[test]
fn the_mark_of_others_is_taken_off_once() {
    for (cell, expected) in [("'+39", "+39"), ("''=1", "'=1"), ("=1", "=1"), ("'Ndrangheta", "'Ndrangheta")] {
        assert_eq!(unguarded(cell), expected, "{cell:?}");
    }
}

proptest! {
    #[test]
    fn a_cell_survives_and_never_begins_like_a_formula(cell in "['=+@\\-\t\r\na ]{0,6}") {
        let marked = guarded(&cell);
        prop_assert_eq!(unguarded(&marked), &cell);
        prop_assert!(!marked.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']), "{:?}", marked);
    }
}
