//! Why a file could not be read, as data; the words are made at the edge, in [`super::words`].

use crate::plan::Text;
use chrono::{NaiveDateTime, NaiveTime};
use thiserror::Error;

/// Why a file, or another text from outside, is not a plan that can be opened.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum DecodeError {
    /// There is nothing in it, or only blanks.
    #[error("empty")]
    Empty,
    /// It is larger than any plan.
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
    /// It is not UTF-8 text: a picture, a PDF, or damaged.
    #[error("not UTF-8 from byte {offset} on")]
    NotText {
        /// The first byte that cannot be read, counted from nought.
        offset: usize,
    },
    /// It is text, but not JSON (RFC 8259).
    #[error("not JSON at line {line}, column {column}")]
    NotJson {
        /// Where reading stopped: the line, counted from 1.
        line: usize,
        /// The place in the line, in bytes, counted from 1.
        column: usize,
    },
    /// It stops in the middle of the JSON, as after a broken download.
    #[error("ends too early, at line {line}, column {column}")]
    CutShort {
        /// The last line, counted from 1.
        line: usize,
        /// The place in the line, in bytes, counted from 1.
        column: usize,
    },
    /// It nests lists and records deeper than any plan does.
    #[error("nested too deeply at line {line}, column {column}")]
    TooDeep {
        /// Where it became too deep: the line, counted from 1.
        line: usize,
        /// The place in the line, in bytes, counted from 1.
        column: usize,
    },
    /// It gives a field of the same record twice (RFC 8259 4 leaves open which counts).
    #[error("a field twice at line {line}, column {column}")]
    FieldTwice {
        /// Where the second one stands: the line, counted from 1.
        line: usize,
        /// The end of its name in the line, in bytes, counted from 1.
        column: usize,
    },
    /// It is JSON, but does not say that it is a plan.
    #[error("not an Itinera plan")]
    NotAPlan,
    /// It was written by a newer version of the program.
    #[error("version {found} is newer than {known}")]
    Newer {
        /// The version of the form that the file has.
        found: u64,
        /// The newest version of the form that this program knows.
        known: u64,
    },
    /// Two records of a table have the same identity.
    #[error("{id} is both {} and {}", first.path, second.path)]
    Twice {
        /// The first of them.
        first: Box<Spot>,
        /// The second.
        second: Box<Spot>,
        /// The identity, as it stands in the file.
        id: String,
    },
    /// A value is not what the saved form asks for.
    #[error("{}: {problem:?}", spot.path)]
    Wrong {
        /// Where.
        spot: Box<Spot>,
        /// What is wrong with it.
        problem: Problem,
    },
}

/// Where in a file something is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Spot {
    /// The whole path, counted from nought, such as `plan.sessions[3].slot.start`; empty for the file as a whole.
    pub path: String,
    /// The table that the record is in, such as `sessions`; empty when it is in none.
    pub table: String,
    /// Which record of the table it is, counted from 1; nought when it is in none.
    pub number: usize,
    /// The path inside the record, such as `slot.start`, or inside the plan, such as `meeting.zone`; may be empty.
    pub field: String,
    /// What the record is called, when it says so.
    pub title: Text,
}

/// What is wrong with a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// Something that must be given is not.
    Missing {
        /// The name of the field.
        field: String,
    },
    /// Something is given that the form does not know.
    Unknown {
        /// The name of the field.
        field: String,
    },
    /// The value is of another sort, or out of bounds.
    Other {
        /// What should be there.
        expected: Expected,
        /// What is there.
        found: Found,
    },
    /// A session does not end after it starts; times are in the meeting's time zone.
    Backwards {
        /// The start.
        start: NaiveDateTime,
        /// The end.
        end: NaiveDateTime,
    },
    /// A session is longer than a day.
    TooLong {
        /// Its length, in minutes.
        minutes: i64,
    },
    /// A window closes before it opens; times are in the meeting's time zone.
    WindowBackwards {
        /// When it opens.
        from: NaiveTime,
        /// When it closes.
        to: NaiveTime,
    },
    /// A position is not on the Earth; both in millionths of a degree (WGS 84).
    OffTheEarth {
        /// Degrees north, in millionths.
        latitude: i32,
        /// Degrees east, in millionths.
        longitude: i32,
    },
    /// The meeting has no time zone.
    NoZone,
    /// A list is too long.
    TooMany {
        /// How many there are.
        count: usize,
        /// How many there may be.
        limit: usize,
    },
    /// A text is too long.
    LongText {
        /// How many characters it has.
        characters: usize,
        /// How many it may have.
        limit: usize,
    },
}

/// What the saved form asks for at some place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// A text.
    Text,
    /// A text, or one each in English and Italian.
    Words,
    /// A whole number between these bounds.
    Number {
        /// The smallest.
        least: i64,
        /// The largest.
        most: i64,
    },
    /// `true` or `false`.
    Truth,
    /// A list.
    List,
    /// Named fields in braces.
    Fields,
    /// A date such as `2017-11-21`.
    Date,
    /// A day and time such as `2017-11-21T09:00`, in the meeting's time zone.
    Moment,
    /// A time of day such as `14:30`, in the meeting's time zone.
    Time,
    /// An identity: a UUID (RFC 9562) with hyphens.
    Id,
    /// A stamp in UTC such as `2017-11-20T08:15:00Z` (RFC 3339).
    Stamp,
    /// A hash: 16 lowercase hexadecimal digits.
    Hash,
    /// One of these.
    OneOf(&'static [&'static str]),
}

/// What stands at some place of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// `null`.
    Nothing,
    /// `true` or `false`.
    Truth(bool),
    /// A whole number, as text.
    Whole(String),
    /// A number with decimals, or beyond all bounds.
    Decimal,
    /// A text; its first characters.
    Text(String),
    /// A list.
    List,
    /// Named fields in braces.
    Fields,
}
