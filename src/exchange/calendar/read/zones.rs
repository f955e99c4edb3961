//! The time zones that a calendar file describes (RFC 5545 3.6.5).

use super::moments::{Value, number};
use super::repeats::weekday;
use super::{ReadError, each_line};
use crate::exchange::{
    calendar::zone::{DayRule, Observance, Yearly, Zone, later},
    content_line::ContentLine,
};
use chrono::{Datelike, NaiveDateTime};

/// The most zones, and the most changes of clocks of one, that are read.
const MOST: usize = 500;

/// The zones of a file that are understood. One that is not is left to those who know it by its name.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Zone>, ReadError> {
    let mut zones: Vec<Zone> = Vec::new();
    let (mut zone, mut change): (Option<Draft>, Option<Change>) = (None, None);
    each_line(bytes, |_, line| {
        let Some(line) = line else { return };
        let part = line.value.trim().to_ascii_uppercase();
        match (line.name.to_ascii_uppercase().as_str(), part.as_str()) {
            ("BEGIN", "VTIMEZONE") => zone = Some(Draft::default()),
            ("BEGIN", "STANDARD" | "DAYLIGHT") => change = Some(Change::default()),
            ("END", "STANDARD" | "DAYLIGHT") => {
                if let Some((zone, change)) = zone.as_mut().zip(change.take()) {
                    zone.add(&change, part == "DAYLIGHT");
                }
            }
            ("END", "VTIMEZONE") => {
                let known = zones.len() < MOST;
                zones.extend(zone.take().and_then(Draft::end).filter(|_| known));
            }
            _ => match (&mut zone, &mut change) {
                (Some(_), Some(change)) => change.take(&line),
                (Some(zone), None) if line.is("TZID") => zone.name = line.words().trim().to_string(),
                _ => {}
            },
        }
    })?;
    Ok(zones)
}

/// A zone being read.
#[derive(Default)]
struct Draft {
    name: String,
    observances: Vec<Observance>,
    /// Whether something of it was not understood, so that its times cannot be trusted.
    broken: bool,
}

impl Draft {
    fn add(&mut self, change: &Change, daylight: bool) {
        match change.observances(daylight) {
            Some(observances) if self.observances.len() + observances.len() <= MOST => {
                self.observances.extend(observances);
            }
            _ => self.broken = true,
        }
    }

    fn end(self) -> Option<Zone> {
        let sound = !self.broken && !self.name.is_empty() && !self.observances.is_empty();
        sound.then_some(Zone { name: self.name, observances: self.observances })
    }
}

/// A change of clocks being read.
#[derive(Default)]
struct Change {
    name: String,
    start: Option<NaiveDateTime>,
    from: Option<i32>,
    to: Option<i32>,
    rule: Option<String>,
    also: Vec<NaiveDateTime>,
    broken: bool,
}

impl Change {
    fn take(&mut self, line: &ContentLine<'_>) {
        let local = |text: &str| match Value::read(text) {
            Some(Value::Local(moment) | Value::Utc(moment)) => Some(moment),
            Some(Value::Date(date)) => Some(date.into()),
            None => None,
        };
        match line.name.to_ascii_uppercase().as_str() {
            "DTSTART" => self.start = local(line.value),
            "TZOFFSETFROM" => self.from = read_offset(line.value),
            "TZOFFSETTO" => self.to = read_offset(line.value),
            "TZNAME" => self.name = line.words().trim().chars().take(20).collect(),
            "RRULE" if self.rule.is_none() => self.rule = Some(line.value.trim().to_ascii_uppercase()),
            "RRULE" | "EXDATE" | "EXRULE" => self.broken = true,
            "RDATE" if self.also.len() < MOST => match line.value.split(',').map(local).collect::<Option<Vec<_>>>() {
                Some(also) => self.also.extend(also),
                None => self.broken = true,
            },
            _ => {}
        }
    }

    /// What it comes to; nothing where it is not understood.
    fn observances(&self, daylight: bool) -> Option<Vec<Observance>> {
        let (start, from, to) = (self.start?, self.from?, self.to?);
        if self.broken {
            return None;
        }
        let yearly = match &self.rule {
            Some(rule) => Some(read_rule(rule, start, from)?),
            None => None,
        };
        let name = self.name.clone();
        let first = Observance { daylight, name, start, from, to, yearly };
        let once = |at: &NaiveDateTime| Observance { start: *at, yearly: None, ..first.clone() };
        let also: Vec<_> = self.also.iter().map(once).collect();
        Some(std::iter::once(first).chain(also).collect())
    }
}

/// Reads `FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU` and its like.
fn read_rule(rule: &str, start: NaiveDateTime, from: i32) -> Option<Yearly> {
    let (mut month, mut by_day, mut by_number, mut until, mut is_yearly) = (start.month(), None, None, None, false);
    for part in rule.split(';').filter(|part| !part.trim().is_empty()) {
        let (name, value) = part.split_once('=')?;
        let value = value.trim();
        match name.trim() {
            "FREQ" if value == "YEARLY" => is_yearly = true,
            "INTERVAL" if value == "1" => {}
            "WKST" => {}
            "BYMONTH" => month = number(value).filter(|month| (1..=12).contains(month))?,
            "BYDAY" => by_day = Some(value),
            "BYMONTHDAY" => by_number = Some(value),
            "UNTIL" => {
                until = Some(match Value::read(value)? {
                    Value::Utc(utc) => later(utc, from),
                    Value::Local(local) => local,
                    Value::Date(date) => date.and_hms_opt(23, 59, 59)?,
                });
            }
            _ => return None,
        }
    }
    let day = match (by_day, by_number) {
        (None, None) => DayRule::Day(start.day()),
        (None, Some(day)) => DayRule::Day(day_number(day)?),
        (Some(day), None) => {
            let (nth, day) = day.split_at_checked(day.len().checked_sub(2)?)?;
            let (sign, nth) = match nth.strip_prefix(['+', '-']) {
                Some(rest) => (if nth.starts_with('-') { -1 } else { 1 }, rest),
                None => (1, nth),
            };
            let nth = number(nth).filter(|nth| (1..=5).contains(nth))?.cast_signed();
            DayRule::Nth(sign * nth, weekday(day)?)
        }
        // The second Sunday is the one between the 8th and the 14th.
        (Some(day), Some(days)) => {
            let days: Vec<u32> = days.split(',').map(day_number).collect::<Option<_>>()?;
            let first = *days.iter().min()?;
            let week = days.len() == 7 && days.iter().all(|day| (first..first + 7).contains(day));
            if week { DayRule::From(first, weekday(day)?) } else { return None }
        }
    };
    is_yearly.then_some(Yearly { month, day, until })
}

fn day_number(text: &str) -> Option<u32> {
    number(text.trim()).filter(|day| (1..=31).contains(day))
}

/// Reads `+0100` or `-033000`, in minutes.
fn read_offset(text: &str) -> Option<i32> {
    let text = text.trim();
    let (sign, digits) = match (text.strip_prefix('-'), text.strip_prefix('+')) {
        (Some(digits), _) => (-1, digits),
        (_, Some(digits)) => (1, digits),
        _ => (1, text),
    };
    let (hours, minutes) = digits.get(..4).filter(|_| matches!(digits.len(), 4 | 6))?.split_at_checked(2)?;
    let (hours, minutes) = (number(hours)?, number(minutes)?);
    (hours < 24 && minutes < 60).then_some(sign * (hours * 60 + minutes).cast_signed())
}
