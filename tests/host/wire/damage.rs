//! A valid file that is cut or damaged on its way.

use super::full::full;
use itinera::i18n::{Language, Words};
use itinera::wire::{DecodeError, decode, encode};

fn said(bytes: &[u8]) -> String {
    decode(bytes).unwrap_err().words(Words::new(Language::English))
}

#[test]
fn a_file_cut_at_every_97th_byte() {
    let text = encode(&full());
    for end in (97..text.len()).step_by(97) {
        let cut = if text.is_char_boundary(end) {
            format!(
                "The file stops in the middle, at line 1, character {end}: it was probably not copied whole. Ask for a new copy."
            )
        } else {
            "The file is not text, so it is not a plan. Choose a plan that was exported from Itinera; its name ends in .json.".to_string()
        };
        assert_eq!(said(&text.as_bytes()[..end]), cut);
    }
}

/// JSON has no checksum (the seal of browser storage has), so a changed letter inside a text passes; what does not pass
/// is told.
#[test]
fn a_file_with_one_damaged_byte() {
    let bytes = encode(&full()).into_bytes();
    let (mut refused, mut read) = (0, 0);
    for at in (0..bytes.len()).step_by(5) {
        for byte in [b'"', b'}', b'7', 0, 0xff] {
            let mut damaged = bytes.clone();
            damaged[at] = byte;
            match decode(&damaged) {
                Ok(file) => {
                    read += 1;
                    assert!(file == full() || encode(&file).as_bytes() != bytes);
                }
                Err(error) => {
                    refused += 1;
                    assert!(!matches!(error, DecodeError::Empty | DecodeError::TooLarge { .. }), "{error}");
                }
            }
        }
    }
    assert!(refused > read, "{refused} refused, {read} read");
}
