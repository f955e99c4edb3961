//! Why a schedule could not be read, as data; the words are made at the edge, in `words`.

use crate::wire::{DecodeError, Problem};
use thiserror::Error;

/// Why a file is not a schedule that sessions can be taken from.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ScheduleError {
    /// There is nothing in it.
    #[error("empty")]
    Empty,
    /// It is larger than any schedule.
    #[error("{bytes} bytes, more than {limit}")]
    TooLarge {
        /// How large it is, in bytes.
        bytes: usize,
        /// How large it may be, in bytes.
        limit: usize,
    },
    /// It is text, but in UTF-16 and not in UTF-8.
    #[error("UTF-16")]
    Utf16,
    /// It is not UTF-8 text.
    #[error("not UTF-8 from byte {offset} on")]
    NotText {
        /// The first byte that cannot be read, counted from nought.
        offset: usize,
    },
    /// It is something else than a schedule.
    #[error("not a schedule")]
    NotASchedule,
    /// It is not well-formed XML or JSON.
    #[error("makes no sense from line {line} on")]
    Broken {
        /// The line, counted from 1.
        line: usize,
    },
    /// It stops in the middle, as after a broken download.
    #[error("ends too early, at line {line}")]
    CutShort {
        /// The last line, counted from 1.
        line: usize,
    },
    /// It nests deeper than any schedule.
    #[error("nested too deeply at line {line}")]
    TooDeep {
        /// The line, counted from 1.
        line: usize,
    },
    /// It gives the same field twice.
    #[error("a field twice at line {line}")]
    FieldTwice {
        /// The line of the second one, counted from 1.
        line: usize,
    },
    /// It defines a document type, and with it could define texts that grow without end. No schedule does.
    #[error("a document type at line {line}")]
    DocumentType {
        /// The line, counted from 1.
        line: usize,
    },
    /// It uses a character by a name that XML does not know, such as `&nbsp;`.
    #[error("the unknown character &{name}; at line {line}")]
    UnknownCharacter {
        /// The name.
        name: String,
        /// The line, counted from 1.
        line: usize,
    },
    /// There are too many sessions, or too many elements of any kind.
    #[error("more than {limit}")]
    TooMany {
        /// How many there may be.
        limit: usize,
    },
    /// A value is not what the format asks for.
    #[error("{spot:?}: {problem:?}")]
    Wrong {
        /// Where.
        spot: Box<Spot>,
        /// What is wrong with it.
        problem: Problem,
    },
    /// How long a session lasts is written in no way that the format has, or not at all.
    #[error("{spot:?}: no length in {found:?}")]
    NoLength {
        /// Where.
        spot: Box<Spot>,
        /// What stands there; may be empty.
        found: String,
    },
}

/// Where in a schedule something is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Spot {
    /// The title of the session, if it is in one that has a title.
    pub title: String,
    /// In JSON the path, such as `schedule.conference.days[0].rooms.Main hall[3].duration`; in XML the name of the element.
    pub path: String,
    /// The line, counted from 1; nought in JSON.
    pub line: usize,
}

impl From<DecodeError> for ScheduleError {
    fn from(error: DecodeError) -> Self {
        match error {
            DecodeError::CutShort { line, .. } => Self::CutShort { line },
            DecodeError::TooDeep { line, .. } => Self::TooDeep { line },
            DecodeError::FieldTwice { line, .. } => Self::FieldTwice { line },
            DecodeError::NotJson { line, .. } => Self::Broken { line },
            // Only what parses JSON is asked, and it says nothing else.
            _ => Self::NotASchedule,
        }
    }
}
