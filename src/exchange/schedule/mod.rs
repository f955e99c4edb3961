//! The public agenda as `schedule.xml` and `schedule.json` (the format of frab, pretalx and c3voc,
//! <https://c3voc.de/wiki/schedule>), out and in.
//!
//! Out goes what an audience may know: sessions, breaks among them, and the stops of study visits as sessions at their
//! host. Nobody's data leaves the plan: a delegate who speaks is given as the organisation, and who is only named is left
//! out. What goes out is gathered once (`public`) and written in two ways.
//!
//! In comes whatever conferences publish, and they publish the format rather freely: elements are missing, lengths are
//! written in three ways, dates with offsets of other zones. Both forms are read into the same raw sessions (`raw`), which
//! become sessions by the same rules. What no rule explains is refused, with its place in the file.

mod error;
mod json_in;
mod json_out;
mod public;
mod raw;
mod text;
mod tree;
mod words;
mod xml_in;
mod xml_out;

pub use error::{ScheduleError, Spot};
pub use json_out::to_json;
pub use public::restricted;
pub use xml_out::to_xml;

use super::{incoming::Incoming, offset::Ahead};
use crate::{i18n::Language, wire};
use chrono::NaiveDate;

/// The largest file that is read, in bytes: the largest known ones have half of it.
pub const LARGEST: usize = wire::LARGEST;

/// The most sessions that are read from a file.
pub const MOST_SESSIONS: usize = wire::MOST_RECORDS;

/// What a plan does not say of a schedule that is made of it.
#[derive(Clone, Copy)]
pub struct Edition<'a> {
    /// The language of the plan's words.
    pub language: Language,
    /// What this version is called, such as a stamp; where it has no name, it is that of the day on which it is written.
    pub version: &'a str,
    /// The day on which it is written. A schedule has a day, though a plan may have none: then it is this one.
    pub today: NaiveDate,
    /// Whether only what is for everyone is in it, and nothing that is for some delegations.
    pub shared: bool,
    /// The clocks of the meeting's time zone.
    pub ahead: Ahead<'a>,
}

/// The zone into whose time a file is read.
#[derive(Clone, Copy)]
pub struct Zone<'a> {
    /// Its IANA name.
    pub name: &'a str,
    /// Its clocks.
    pub ahead: Ahead<'a>,
}

/// Reads the sessions of a schedule, XML or JSON, in the order of the file.
///
/// # Errors
/// Says what is wrong and where.
pub fn read(bytes: &[u8], zone: Zone<'_>) -> Result<Vec<Incoming>, ScheduleError> {
    if bytes.len() > LARGEST {
        return Err(ScheduleError::TooLarge { bytes: bytes.len(), limit: LARGEST });
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if matches!(bytes, [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [0, b'{' | b'<', ..] | [b'{' | b'<', 0, ..]) {
        return Err(ScheduleError::Utf16);
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.trim(),
        Err(error) => return Err(ScheduleError::NotText { offset: error.valid_up_to() }),
    };
    match text.as_bytes().first() {
        None => Err(ScheduleError::Empty),
        Some(b'<') => xml_in::read(text, zone),
        Some(b'{') => json_in::read(text, zone),
        Some(_) => Err(ScheduleError::NotASchedule),
    }
}
