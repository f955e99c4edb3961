//! The seal of browser storage.

use super::full::full;
use itinera::wire::{Hash, SealError, encode, seal, unseal};

fn check(stored: &str, expect: Result<&str, SealError>) {
    assert_eq!(unseal(stored), expect, "{stored:?}");
}

#[test]
fn a_seal_is_one_line_before_the_text() {
    assert_eq!(seal("a plan"), "itinera1 a875afee69aef6b7\na plan");
    assert_eq!(seal(""), "itinera1 cbf29ce484222325\n");
}

/// The test vectors of the FNV draft (draft-eastlake-fnv, FNV-1a, 64 bits).
#[test]
fn the_hash_is_the_one_that_others_compute() {
    for (text, hash) in [("", 0xcbf2_9ce4_8422_2325), ("a", 0xaf63_dc4c_8601_ec8c), ("foobar", 0x8594_4171_f739_67e8)] {
        assert_eq!(Hash::of(text.as_bytes()), Hash(hash), "{text}");
    }
}

#[test]
fn what_was_not_sealed_has_no_seal() {
    for stored in ["", "a plan", "{}", "itinera1 ", "itinera1 cbf29ce484222325", "itinera2 cbf29ce484222325\n"] {
        check(stored, Err(SealError::NoSeal));
    }
    for stored in ["itinera1 CBF29CE484222325\n", "itinera1 cbf29ce48422232\n", " itinera1 cbf29ce484222325\n"] {
        check(stored, Err(SealError::NoSeal));
    }
    check("itinera1 cbf29ce484222325\n", Ok(""));
}

#[test]
fn any_changed_byte_and_any_cut_breaks_the_seal() {
    let sealed = seal(&encode(&full()));
    for at in 0..sealed.len() {
        if sealed.is_char_boundary(at) {
            assert!(unseal(&sealed[..at]).is_err(), "cut at {at}");
        }
        let mut bytes = sealed.clone().into_bytes();
        bytes[at] ^= 1;
        if let Ok(text) = std::str::from_utf8(&bytes) {
            assert!(unseal(text).is_err(), "byte {at}");
        }
    }
}
