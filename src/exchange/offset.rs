//! Moments with an offset from UTC (RFC 3339), out of a plan's clock on the wall and back.
//!
//! What a zone's clocks show is data from the caller: the face asks `Intl`, a test says what it likes.

use crate::wire::clock::{date_text, read_date, time_text};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

/// By how many minutes the clocks of a time zone are ahead of UTC at a moment of UTC.
pub type Ahead<'a> = &'a dyn Fn(NaiveDateTime) -> i32;

/// By how many minutes the clocks that show `local` are ahead of UTC.
///
/// A time that clocks show twice is the first of the two; one that they jump over is as far ahead as before the jump
/// (as RFC 5545 3.3.5 has it).
#[must_use]
pub fn offset_at(local: NaiveDateTime, ahead: Ahead<'_>) -> i32 {
    // A day off there is no second change of clocks.
    let [before, after] = [-DAY, DAY].map(|by| ahead(later(local, by).unwrap_or(local)));
    let shows = |offset: i32| later(local, -offset).is_some_and(|utc| ahead(utc) == offset);
    if shows(before) || !shows(after) { before } else { after }
}

const DAY: i32 = 24 * 60;

/// A moment with its offset, such as `2017-11-21T09:00:00+01:00`.
#[must_use]
pub fn moment_text(local: NaiveDateTime, ahead: Ahead<'_>) -> String {
    let offset = offset_at(local, ahead).clamp(-14 * 60, 14 * 60);
    let sign = if offset < 0 { '-' } else { '+' };
    let away = NaiveTime::MIN + TimeDelta::minutes(i64::from(offset.abs()));
    let mut text = day_text(local.date());
    text.push('T');
    text.push_str(&time_text(local.time()));
    text.push_str(":00");
    text.push(sign);
    text.push_str(&time_text(away));
    text
}

/// A date such as `2017-11-21`, as XML Schema writes it: with no sign before a long year (XML Schema 2, 3.2.9).
#[must_use]
pub fn day_text(date: NaiveDate) -> String {
    date_text(date).trim_start_matches('+').to_string()
}

/// A moment as a file writes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Written {
    /// The date.
    pub date: NaiveDate,
    /// The time of day, where there is one.
    pub time: Option<NaiveTime>,
    /// By how many minutes it is ahead of UTC, where the file says so.
    pub offset: Option<i32>,
}

/// Reads a date, or a date with a time, with or without an offset: `2017-11-21`, `2017-11-21T09:00:00+01:00`,
/// `2017-11-21 09:00`, `2017-11-21T08:00:00.5Z`. Seconds are dropped.
#[must_use]
pub fn read_moment(text: &str) -> Option<Written> {
    let text = text.trim();
    let (day, clock) = text.split_once(['T', 't', ' ']).map_or((text, None), |(day, clock)| (day, Some(clock.trim())));
    let date = read_day(day)?;
    let Some(clock) = clock else { return Some(Written { date, time: None, offset: None }) };
    let end = clock.find(['+', '-', 'Z', 'z', ' ']).unwrap_or(clock.len());
    let (clock, offset) = clock.split_at_checked(end)?;
    let offset = if offset.is_empty() { None } else { Some(read_offset(offset.trim())?) };
    Some(Written { date, time: Some(read_clock(clock)?), offset })
}

/// Reads a date; a long year may come with a sign or without.
fn read_day(text: &str) -> Option<NaiveDate> {
    let long = text.len() > 10 && text.starts_with(|first: char| first.is_ascii_digit());
    if long { read_date(&["+", text].concat()) } else { read_date(text) }
}

/// Reads a time of day: `9:05`, `09:05`, `09:05:30`, `09:05:30.25`. Seconds are dropped.
#[must_use]
pub fn read_clock(text: &str) -> Option<NaiveTime> {
    let mut parts = text.trim().split(':');
    let (hour, minute) = (number(parts.next()?)?, number(parts.next()?)?);
    if let Some(second) = parts.next() {
        let (second, fraction) = second.split_once('.').unwrap_or((second, "0"));
        let fraction = !fraction.is_empty() && fraction.bytes().all(|byte| byte.is_ascii_digit());
        if !fraction || number(second)? > 60 {
            return None;
        }
    }
    if parts.next().is_some() { None } else { NaiveTime::from_hms_opt(hour, minute, 0) }
}

/// Reads an offset: `Z`, `+01:00`, `+0100`, `+01`.
fn read_offset(text: &str) -> Option<i32> {
    if text.eq_ignore_ascii_case("z") {
        return Some(0);
    }
    let (sign, rest) = match text.split_at_checked(1)? {
        ("+", rest) => (1, rest),
        ("-", rest) => (-1, rest),
        _ => return None,
    };
    let (hours, minutes) = match (rest.split_once(':'), rest.len()) {
        (Some((hours, minutes)), _) => (hours, minutes),
        (None, 4) => rest.split_at_checked(2)?,
        (None, _) => (rest, "0"),
    };
    let minutes = number(hours)? * 60 + number(minutes)?;
    (minutes <= 24 * 60).then_some(sign * i32::try_from(minutes).ok()?)
}

/// The number that one or two digits stand for.
fn number(text: &str) -> Option<u32> {
    let digits = (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if digits { text.parse().ok() } else { None }
}

impl Written {
    /// The clock on the wall of a zone at this moment; nothing for a date alone. A moment without an offset is taken as
    /// it is written.
    #[must_use]
    pub fn on_the_wall(self, ahead: Ahead<'_>) -> Option<NaiveDateTime> {
        let local = self.date.and_time(self.time?);
        let Some(offset) = self.offset else { return Some(local) };
        let utc = later(local, -offset)?;
        later(utc, ahead(utc))
    }
}

/// A moment some minutes later; nothing where the calendar ends.
fn later(moment: NaiveDateTime, minutes: i32) -> Option<NaiveDateTime> {
    moment.checked_add_signed(TimeDelta::minutes(i64::from(minutes)))
}
