//! Dates and times as fixed forms of text, read and written without chrono's general formatter, which is heavy in WASM.
//!
//! One form each: a date is `2017-11-21`, a moment `2017-11-21T09:00`, a time of day `14:30`. Years beyond four digits
//! carry a sign (ISO 8601 expanded form), as somebody may type one into a date field.

use crate::plan::Stamp;
use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike};

/// The date that a text such as `2017-11-21` stands for.
#[must_use]
pub fn read_date(text: &str) -> Option<NaiveDate> {
    let (year, rest) = text.split_at_checked(text.len().checked_sub(6)?)?;
    let (digits, sign) = match year.as_bytes().first() {
        Some(b'-') => (year.get(1..)?, -1),
        Some(b'+') => (year.get(1..)?, 1),
        _ => (year, 1),
    };
    let signed = digits.len() != year.len();
    let long = if signed { (4..=6).contains(&digits.len()) } else { digits.len() == 4 };
    let &[b'-', _, _, b'-', _, _] = rest.as_bytes() else { return None };
    if !long {
        return None;
    }
    NaiveDate::from_ymd_opt(sign * number(digits)?.cast_signed(), number(rest.get(1..3)?)?, number(rest.get(4..)?)?)
}

/// The time of day that a text such as `14:30` stands for.
#[must_use]
pub fn read_time(text: &str) -> Option<NaiveTime> {
    let &[_, _, b':', _, _] = text.as_bytes() else { return None };
    NaiveTime::from_hms_opt(number(text.get(..2)?)?, number(text.get(3..)?)?, 0)
}

/// The day and time that a text such as `2017-11-21T09:00` stands for.
#[must_use]
pub fn read_moment(text: &str) -> Option<NaiveDateTime> {
    let (day, clock) = text.split_at_checked(text.len().checked_sub(6)?)?;
    let time = clock.strip_prefix('T')?;
    Some(read_date(day)?.and_time(read_time(time)?))
}

/// Whether a text is a moment in UTC such as `2017-11-20T08:15:00Z`, with or without fractions of a second.
#[must_use]
pub fn is_stamp(text: &str) -> bool {
    text.parse::<Stamp>().is_ok()
}

/// The date as text, such as `2017-11-21`.
#[must_use]
pub fn date_text(date: NaiveDate) -> String {
    let year = date.year();
    let mut text = String::new();
    if !(0..=9999).contains(&year) {
        text.push(if year < 0 { '-' } else { '+' });
    }
    digits(&mut text, year.unsigned_abs(), 4);
    text.push('-');
    digits(&mut text, date.month(), 2);
    text.push('-');
    digits(&mut text, date.day(), 2);
    text
}

/// The time of day as text, to the minute, such as `14:30`.
#[must_use]
pub fn time_text(time: NaiveTime) -> String {
    let mut text = String::new();
    digits(&mut text, time.hour(), 2);
    text.push(':');
    digits(&mut text, time.minute(), 2);
    text
}

/// The day and time as text, to the minute, such as `2017-11-21T09:00`.
#[must_use]
pub fn moment_text(moment: NaiveDateTime) -> String {
    date_text(moment.date()) + "T" + &time_text(moment.time())
}

/// The number that a text of digits, and nothing else, stands for.
fn number(digits: &str) -> Option<u32> {
    if digits.is_empty() {
        return None;
    }
    digits.bytes().try_fold(0_u32, |number, byte| {
        let digit = byte.wrapping_sub(b'0');
        if digit < 10 { number.checked_mul(10)?.checked_add(u32::from(digit)) } else { None }
    })
}

/// Writes a number with at least `width` digits.
fn digits(text: &mut String, number: u32, width: u32) {
    if number >= 10 || width > 1 {
        digits(text, number / 10, width.saturating_sub(1));
    }
    text.push(char::from(b'0' + (number % 10) as u8));
}
