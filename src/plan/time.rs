//! Time as a planner means it: the clock on the wall of the meeting's time zone, to the minute.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike};
use thiserror::Error;

/// A stretch of time with an end after its start, in the meeting's time zone, to the minute.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slot {
    start: NaiveDateTime,
    minutes: u16,
}

/// Why two times do not make a [`Slot`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SlotError {
    /// The end is not after the start.
    #[error("the end {end} is not after the start {start}")]
    Backwards {
        /// The start that was asked for.
        start: NaiveDateTime,
        /// The end that was asked for.
        end: NaiveDateTime,
    },
    /// Longer than [`Slot::LONGEST`] minutes.
    #[error("{minutes} minutes are longer than a day")]
    TooLong {
        /// The length that was asked for.
        minutes: i64,
    },
}

impl Slot {
    /// The longest slot: a day, in minutes.
    pub const LONGEST: u16 = 24 * 60;

    /// The slot from `start` to `end`; seconds are dropped.
    ///
    /// # Errors
    /// When the end is not after the start, or more than a day after it.
    pub fn new(start: NaiveDateTime, end: NaiveDateTime) -> Result<Self, SlotError> {
        let (start, end) = (to_the_minute(start), to_the_minute(end));
        match (end - start).num_minutes() {
            ..=0 => Err(SlotError::Backwards { start, end }),
            minutes => {
                let fits = u16::try_from(minutes).ok().filter(|minutes| *minutes <= Self::LONGEST);
                fits.map(|minutes| Self { start, minutes }).ok_or(SlotError::TooLong { minutes })
            }
        }
    }

    /// The slot that starts at `start` and lasts `minutes`, kept between one minute and a day.
    #[must_use]
    pub fn lasting(start: NaiveDateTime, minutes: u16) -> Self {
        Self { start: to_the_minute(start), minutes: minutes.clamp(1, Self::LONGEST) }
    }

    /// When it starts.
    #[must_use]
    pub const fn start(self) -> NaiveDateTime {
        self.start
    }

    /// When it ends.
    #[must_use]
    pub fn end(self) -> NaiveDateTime {
        self.start.checked_add_signed(self.length()).unwrap_or(self.start)
    }

    /// The day on which it starts.
    #[must_use]
    pub const fn date(self) -> NaiveDate {
        self.start.date()
    }

    /// How long it is, in minutes.
    #[must_use]
    pub const fn minutes(self) -> u16 {
        self.minutes
    }

    /// How long it is.
    #[must_use]
    pub fn length(self) -> TimeDelta {
        TimeDelta::minutes(i64::from(self.minutes))
    }

    /// Whether the two share at least a minute; touching ends do not.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end() && other.start < self.end()
    }

    /// Whether `moment` is inside it; the end is not.
    #[must_use]
    pub fn contains(self, moment: NaiveDateTime) -> bool {
        self.start <= moment && moment < self.end()
    }

    /// The same length, `minutes` later (or earlier, when negative); unmoved where the calendar ends.
    #[must_use]
    pub fn moved(self, minutes: i64) -> Self {
        let start = TimeDelta::try_minutes(minutes).and_then(|by| self.start.checked_add_signed(by));
        Self { start: start.unwrap_or(self.start), ..self }
    }

    /// The same start, `minutes` longer (or shorter), but never shorter than `shortest` minutes, nor than one.
    #[must_use]
    pub fn stretched(self, minutes: i64, shortest: u16) -> Self {
        let shortest = shortest.clamp(1, Self::LONGEST);
        let length = i64::from(self.minutes).saturating_add(minutes);
        let length = length.clamp(i64::from(shortest), i64::from(Self::LONGEST));
        Self { minutes: u16::try_from(length).unwrap_or(self.minutes), ..self }
    }
}

/// A daily window, such as the hours in which a company receives, in the meeting's time zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Window {
    from: NaiveTime,
    to: NaiveTime,
}

impl Window {
    /// The window from `from` to `to`, or nothing when it would end before it starts.
    #[must_use]
    pub fn new(from: NaiveTime, to: NaiveTime) -> Option<Self> {
        (from < to).then_some(Self { from, to })
    }

    /// When it opens.
    #[must_use]
    pub const fn from(self) -> NaiveTime {
        self.from
    }

    /// When it closes.
    #[must_use]
    pub const fn to(self) -> NaiveTime {
        self.to
    }
}

/// Drops seconds: a plan is made in minutes.
#[must_use]
pub fn to_the_minute(moment: NaiveDateTime) -> NaiveDateTime {
    moment.with_second(0).and_then(|moment| moment.with_nanosecond(0)).unwrap_or(moment)
}

/// Minutes since midnight.
#[must_use]
pub fn minute_of_day(time: NaiveTime) -> u16 {
    u16::try_from(time.hour() * 60 + time.minute()).unwrap_or(0)
}

/// Reads a time of day as people type it: `9:05`, `09.05`, `9h05`, `905`, or `9` for the full hour; of seconds it takes
/// no notice.
#[must_use]
pub fn parse_time(text: &str) -> Option<NaiveTime> {
    let text = text.trim();
    let number = |digits: &str| -> Option<u32> {
        let plain = (1..=2).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
        if plain { digits.parse().ok() } else { None }
    };
    let mut parts = text.split([':', '.', 'h', 'H']);
    let (first, second) = (parts.next()?, parts.next());
    let (hour, minute) = match second {
        Some("") => (first, "0"),
        Some(minute) if minute.len() == 2 => (first, minute),
        Some(_) => return None,
        None if first.len() > 2 => first.split_at_checked(first.len() - 2)?,
        None => (first, "0"),
    };
    NaiveTime::from_hms_opt(number(hour)?, number(minute)?, 0)
}

/// A time of day as `09:05`, the form of ISO 8601 that fields of a page take.
#[must_use]
pub fn time_text(time: NaiveTime) -> String {
    let two = |number: u32| if number < 10 { format!("0{number}") } else { number.to_string() };
    two(time.hour()) + ":" + &two(time.minute())
}
