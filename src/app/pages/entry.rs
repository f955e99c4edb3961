//! An entry of the agenda in words, for those who read it on a telephone or on paper. The words may be in another
//! language than the interface's.

pub use crate::agenda::wording::{
    DOT, asks, delegation, doing, drive, funding, group, length, only_for, place_or_open, roles, title, titled, topics,
};

use crate::{agenda::Entry, app::effects::intl, i18n::Words};
use chrono::NaiveDateTime;

/// A time of day in the language of the words.
pub fn time(words: Words, moment: NaiveDateTime) -> String {
    intl::time(words.language(), moment)
}

/// From when to when.
pub fn span(words: Words, entry: &Entry) -> String {
    intl::span(words.language(), entry.slot.start(), entry.slot.end())
}
