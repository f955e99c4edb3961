//! Moments that are the same everywhere: UTC, to the second.

use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike};
use std::{fmt, str::FromStr};
use thiserror::Error;

/// A moment in UTC, to the second, in the years 0 to 9999.
///
/// Everything else in a plan is the clock on the wall of its meeting; a stamp says when somebody did something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Stamp(NaiveDateTime);

/// Why a text is not a [`Stamp`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("not a moment in UTC such as 2017-11-20T08:15:00Z")]
pub struct NotAStamp;

impl Stamp {
    /// The moment on the clocks of UTC.
    #[must_use]
    pub const fn utc(self) -> NaiveDateTime {
        self.0
    }
}

/// Reads RFC 3339 with `Z`, such as `2017-11-20T08:15:00Z`; fractions of a second are dropped.
impl FromStr for Stamp {
    type Err = NotAStamp;

    fn from_str(text: &str) -> Result<Self, NotAStamp> {
        read(text).map(Self).ok_or(NotAStamp)
    }
}

fn read(text: &str) -> Option<NaiveDateTime> {
    let (stamp, rest) = text.strip_suffix('Z')?.split_at_checked(19)?;
    let &[_, _, _, _, b'-', _, _, b'-', _, _, b'T', _, _, b':', _, _, b':', _, _] = stamp.as_bytes() else {
        return None;
    };
    let fraction = if rest.is_empty() { "0" } else { rest.strip_prefix('.')? };
    number(fraction).filter(|_| fraction.len() <= 9)?;
    let part = |from: usize, to: usize| number(stamp.get(from..to)?);
    let date = NaiveDate::from_ymd_opt(part(0, 4)?.cast_signed(), part(5, 7)?, part(8, 10)?)?;
    // A leap second (RFC 3339 5.6) is the end of the one before it.
    let second = part(17, 19).filter(|second| *second <= 60)?.min(59);
    date.and_hms_opt(part(11, 13)?, part(14, 16)?, second)
}

/// The number that a text of digits, and nothing else, stands for.
fn number(digits: &str) -> Option<u32> {
    let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    if plain { digits.parse().ok() } else { None }
}

/// `2017-11-20T08:15:00Z`
impl fmt::Display for Stamp {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (day, time) = (self.0.date(), self.0.time());
        write!(formatter, "{:04}-{:02}-{:02}T", day.year(), day.month(), day.day())?;
        write!(formatter, "{:02}:{:02}:{:02}Z", time.hour(), time.minute(), time.second())
    }
}
