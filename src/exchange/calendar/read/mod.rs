//! Sessions of any calendar file, and what of it cannot be taken over, line by line.
//!
//! A calendar that cannot be read is refused as a whole only where nothing of it makes sense. Else every event is looked
//! at by itself: it comes in, or it is said why not.

mod event;
mod moments;
mod repeats;
mod words;
mod zones;

use crate::exchange::{
    calendar::zone::AheadIn,
    content_line::{ContentLine, Unfolded},
    incoming::Incoming,
};
use crate::order::sort_by_key;
use chrono::NaiveDateTime;
use event::Event;
use moments::Clocks;
use thiserror::Error;

/// The largest file that is read, in bytes: 8 MiB, as for plans.
pub const LARGEST: usize = crate::wire::LARGEST;

/// The most sessions that are taken from a file: as many as a plan may have.
pub const MOST_SESSIONS: usize = 5_000;

/// The most problems that are listed; the others are counted.
pub const MOST_PROBLEMS: usize = 200;

/// The most characters that a text may have, as in a plan; what is longer is cut.
pub const LONGEST_TEXT: usize = 20_000;

/// How many times of an event that repeats are taken.
pub const MOST_REPEATS: usize = 100;

/// How long a session is taken to be that has no end, in minutes.
pub const USUAL_LENGTH: u16 = 30;

/// What was understood of a calendar file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Calendar {
    /// What the calendar is called; may be empty.
    pub name: String,
    /// Its sessions, by time.
    pub sessions: Vec<Incoming>,
    /// What was not taken over, or not as it stands there, in the order of the file.
    pub problems: Vec<Problem>,
    /// How many problems there are besides.
    pub unlisted: usize,
}

/// Something in a calendar file that is not taken over as it stands there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The line, counted from 1.
    pub line: usize,
    /// What the event is called, or how its name begins; may be empty.
    pub title: String,
    /// What is wrong.
    pub fault: Fault,
}

/// What is wrong with an event, or a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The line is none of a calendar; it is passed over.
    NotALine,
    /// The event has no beginning; it is left out.
    NoStart,
    /// It has a date or a time that cannot be read; it is left out.
    NotAMoment {
        /// What stands there.
        text: String,
    },
    /// It lasts all day and has no times; it is left out.
    AllDay,
    /// It was cancelled; it is left out.
    Cancelled,
    /// It ends before it begins; it is left out.
    Backwards,
    /// It is longer than a day; it is left out.
    TooLong,
    /// It has no end; it is taken to be [`USUAL_LENGTH`] minutes long.
    NoEnd,
    /// Nobody knows its time zone; its times are taken as those of the meeting's zone.
    UnknownZone {
        /// What the zone is called.
        zone: String,
    },
    /// It repeats in a way that is not understood; only the first time is taken.
    NotRepeated,
    /// It repeats more often than [`MOST_REPEATS`] times, or without end; the first times are taken.
    RepeatsOn,
    /// The file stops inside of it; it is left out.
    CutShort,
    /// There are more than [`MOST_SESSIONS`]; from this one on they are left out.
    TooMany,
}

/// Why a file is not a calendar that can be read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ReadError {
    /// There is nothing in it.
    #[error("empty")]
    Empty,
    /// It is larger than any calendar of a meeting.
    #[error("{bytes} bytes, more than {limit}")]
    TooLarge {
        /// How large it is, in bytes.
        bytes: usize,
        /// How large it may be, in bytes.
        limit: usize,
    },
    /// It is not UTF-8 text: something else altogether, or a calendar of an old program.
    #[error("not UTF-8 at line {line}")]
    NotText {
        /// The line, counted from 1.
        line: usize,
    },
    /// It is text, but not a calendar.
    #[error("not a calendar")]
    NotACalendar,
}

/// Reads a calendar file. Times become those on the clocks of `zone`, of which, as of other zones, `ahead` tells.
///
/// # Errors
/// When it is not a calendar at all; what is wrong with single events is in [`Calendar::problems`].
pub fn read(bytes: &[u8], zone: &str, ahead: AheadIn<'_>) -> Result<Calendar, ReadError> {
    if bytes.len() > LARGEST {
        return Err(ReadError::TooLarge { bytes: bytes.len(), limit: LARGEST });
    }
    if bytes.trim_ascii().is_empty() {
        return Err(ReadError::Empty);
    }
    let clocks = Clocks { zone, ahead, zones: zones::read(bytes)? };
    let mut reading = Reading::default();
    each_line(bytes, |number, line| match line {
        Some(line) => reading.line(&line, &clocks),
        None => reading.problems.blame(number, "", Fault::NotALine),
    })?;
    if reading.is_calendar { Ok(reading.end()) } else { Err(ReadError::NotACalendar) }
}

/// Walks over the lines of a file; one that is none comes as nothing.
fn each_line(bytes: &[u8], mut take: impl FnMut(usize, Option<ContentLine<'_>>)) -> Result<(), ReadError> {
    for (number, line) in Unfolded::of(bytes) {
        let line = std::str::from_utf8(&line).map_err(|_| ReadError::NotText { line: number })?;
        if !line.trim().is_empty() {
            take(number, ContentLine::of(number, line));
        }
    }
    Ok(())
}

/// The problems that were met.
#[derive(Default)]
struct Problems {
    listed: Vec<Problem>,
    unlisted: usize,
}

impl Problems {
    fn blame(&mut self, line: usize, title: &str, fault: Fault) {
        if self.listed.len() < MOST_PROBLEMS {
            self.listed.push(Problem { line, title: event::excerpt(title), fault });
        } else {
            self.unlisted += 1;
        }
    }
}

/// The state of reading a file.
#[derive(Default)]
struct Reading {
    is_calendar: bool,
    name: String,
    /// How many parts of the file were begun and not ended.
    depth: usize,
    /// The event that is being read.
    event: Option<Event>,
    times: Vec<Time>,
    full: bool,
    problems: Problems,
}

impl Reading {
    fn line(&mut self, line: &ContentLine<'_>, clocks: &Clocks<'_>) {
        let part = line.value.trim();
        if line.is("BEGIN") {
            self.is_calendar |= part.eq_ignore_ascii_case("VCALENDAR");
            self.depth += 1;
            if part.eq_ignore_ascii_case("VEVENT") {
                self.cut_short();
                self.event = Some(Event::at(line.number, self.depth));
            }
        } else if line.is("END") {
            if part.eq_ignore_ascii_case("VEVENT")
                && let Some(event) = self.event.take()
            {
                self.depth = event.depth;
                self.finish(event, clocks);
            }
            self.depth = self.depth.saturating_sub(1);
        } else if let Some(event) = &mut self.event {
            // Alarms inside of an event have a description, too.
            if event.depth == self.depth {
                event.take(line);
            }
        } else if self.depth == 1 && self.name.is_empty() && (line.is("NAME") || line.is("X-WR-CALNAME")) {
            self.name = event::one_line(&line.words());
        }
    }

    fn finish(&mut self, event: Event, clocks: &Clocks<'_>) {
        if self.full {
            return;
        }
        let room = MOST_SESSIONS - self.times.len();
        let mut times = event.times(clocks, &mut self.problems);
        if times.len() > room {
            self.full = true;
            times.truncate(room);
            self.problems.blame(event.line, event.title(), Fault::TooMany);
        }
        self.times.extend(times);
    }

    fn cut_short(&mut self) {
        if let Some(event) = self.event.take() {
            self.problems.blame(event.line, event.title(), Fault::CutShort);
        }
    }

    fn end(mut self) -> Calendar {
        self.cut_short();
        // A time of an event that repeats may be told anew; then the first word on it does not count.
        let mut anew: Vec<_> = self.times.iter().filter(|time| time.anew).map(Time::which).collect();
        anew.sort_unstable();
        self.times.retain(|time| time.anew || anew.binary_search(&time.which()).is_err());
        let mut sessions: Vec<Incoming> = self.times.into_iter().filter_map(|time| time.session).collect();
        sort_by_key(&mut sessions, |session| (session.slot, session.title.clone(), session.key.clone()));
        let Problems { listed, unlisted } = self.problems;
        Calendar { name: self.name, sessions, problems: listed, unlisted }
    }
}

/// One time of an event.
struct Time {
    /// The event.
    uid: String,
    /// When it was to be at first, which tells it from the event's other times.
    at: NaiveDateTime,
    /// Whether it replaces what the event itself says of this time.
    anew: bool,
    /// The session; none where this time was cancelled.
    session: Option<Incoming>,
}

impl Time {
    fn which(&self) -> (String, NaiveDateTime) {
        (self.uid.clone(), self.at)
    }
}
