//! Time zones as calendar files describe them (RFC 5545 3.6.5), and the clocks that they show.
//!
//! No data of time zones is shipped: what a zone's clocks show is asked of the caller (the face asks `Intl`), for the
//! years that matter. Italy's rule is known by heart.

use crate::exchange::offset::Ahead;
use chrono::{Datelike, Months, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Weekday};
use std::collections::BTreeSet;

/// What [`Ahead`] says, for a zone by its name; nothing for a zone that nobody knows.
pub type AheadIn<'a> = &'a dyn Fn(&str, NaiveDateTime) -> Option<i32>;

/// A time zone, as far as a file needs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Zone {
    /// Its name, such as `Europe/Rome`.
    pub name: String,
    /// When its clocks were set to what; at least one.
    pub observances: Vec<Observance>,
}

/// A change of a zone's clocks, once or every year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Observance {
    /// Whether clocks go forward: daylight saving time, in most zones.
    pub daylight: bool,
    /// What people call the time, such as `CET`; may be empty.
    pub name: String,
    /// When it happened first, on the clocks as they were before.
    pub start: NaiveDateTime,
    /// By how many minutes clocks were ahead of UTC before.
    pub from: i32,
    /// By how many minutes they are after.
    pub to: i32,
    /// On which day it happens again every year.
    pub yearly: Option<Yearly>,
}

/// A day that every year has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Yearly {
    /// The month, from 1 to 12.
    pub month: u32,
    /// Which day in it.
    pub day: DayRule,
    /// The last moment at which it may be, on the clocks as they were before.
    pub until: Option<NaiveDateTime>,
}

/// Which day of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayRule {
    /// The day of this number.
    Day(u32),
    /// The first weekday of a sort, the second and so on; from the end when negative.
    Nth(i32, Weekday),
    /// The first weekday of a sort that is not before the day of this number.
    From(u32, Weekday),
}

impl Zone {
    /// The first year in which the whole European Union changed its clocks by the rule of today (Directive 2000/84/EC and
    /// those before it).
    pub const FIRST_YEAR: i32 = 1997;

    /// Italy: an hour ahead, two from the last Sunday of March at 2:00 to the last Sunday of October at 3:00.
    #[must_use]
    pub fn rome() -> Self {
        let sunday = |month| Yearly { month, day: DayRule::Nth(-1, Weekday::Sun), until: None };
        // The two changes of 1996, after which all were by the rule.
        let start =
            |month, day, hour| NaiveDate::from_ymd_opt(1996, month, day).unwrap_or_default().and_time(hour_of(hour));
        let summer = Observance {
            daylight: true,
            name: String::from("CEST"),
            start: start(3, 31, 2),
            from: 60,
            to: 120,
            yearly: Some(sunday(3)),
        };
        let winter = Observance {
            daylight: false,
            name: String::from("CET"),
            start: start(10, 27, 3),
            from: 120,
            to: 60,
            yearly: Some(sunday(10)),
        };
        Self { name: String::from("Europe/Rome"), observances: vec![winter, summer] }
    }

    /// A zone in some years: by its rule where that is known, else as `ahead` says; nothing where nobody knows it.
    #[must_use]
    pub fn of(name: &str, years: &BTreeSet<i32>, ahead: AheadIn<'_>) -> Option<Self> {
        let rome = Self::rome();
        if name == rome.name && years.first().is_none_or(|year| *year >= Self::FIRST_YEAR) {
            return Some(rome);
        }
        ahead(name, NaiveDateTime::default())?;
        Some(Self::asked(name, years, &|utc| ahead(name, utc).unwrap_or_default()))
    }

    /// A zone in some years, asked week by week: nowhere are clocks changed and changed back within one.
    #[must_use]
    pub fn asked(name: &str, years: &BTreeSet<i32>, ahead: Ahead<'_>) -> Self {
        let mut observances = Vec::new();
        let (mut asked_until, mut offset) = (NaiveDateTime::MIN, 0);
        // Some year, where no year matters: a zone says at least how far ahead it is.
        let years = if years.is_empty() { &BTreeSet::from([2017]) } else { years };
        for year in years {
            // From the days before the year to those after it, as some clocks are a day ahead.
            let day =
                |year, month, day| NaiveDate::from_ymd_opt(year, month, day).map(|day| day.and_time(NaiveTime::MIN));
            let (Some(start), Some(end)) = (day(*year - 1, 12, 25), day(*year + 1, 1, 8)) else { continue };
            let mut now = start.max(asked_until);
            if start > asked_until {
                offset = ahead(start);
                let start = later(start, offset);
                observances.push(Observance::once(start, offset, offset));
            }
            while now < end {
                let next = later(now, 7 * 24 * 60);
                let then = ahead(next);
                if then != offset {
                    let at = change_between(now, next, ahead);
                    observances.push(Observance::once(later(at, offset), offset, then));
                    offset = then;
                }
                now = next;
            }
            asked_until = now;
        }
        if observances.is_empty() {
            observances.push(Observance::once(NaiveDateTime::default(), 0, 0));
        }
        Self { name: name.to_string(), observances }
    }

    /// By how many minutes clocks that show `local` are ahead of UTC. A time that clocks show twice is the first of the two;
    /// one that they jump over is as far ahead as before the jump (RFC 5545 3.3.5).
    #[must_use]
    pub fn ahead_on(&self, local: NaiveDateTime) -> i32 {
        // What clocks jump over is before the jump.
        self.ahead_at(|change| earlier(local, (change.to - change.from).max(0)))
    }

    /// By how many minutes clocks are ahead of UTC at a moment of UTC.
    #[must_use]
    pub fn ahead(&self, utc: NaiveDateTime) -> i32 {
        self.ahead_at(|change| later(utc, change.from))
    }

    /// What the last change has set clocks to that was not after `now`, on the clocks before it.
    fn ahead_at(&self, now: impl Fn(&Observance) -> NaiveDateTime) -> i32 {
        let last = self.observances.iter().filter_map(|change| {
            let at = change.last(now(change))?;
            Some((earlier(at, change.from), change.to))
        });
        let first = || self.observances.iter().min_by_key(|change| change.start).map_or(0, |change| change.from);
        last.max_by_key(|(at, _)| *at).map_or_else(first, |(_, to)| to)
    }
}

impl Observance {
    /// A change of clocks that happens once.
    #[must_use]
    pub const fn once(start: NaiveDateTime, from: i32, to: i32) -> Self {
        Self { daylight: to > from, name: String::new(), start, from, to, yearly: None }
    }

    /// When it happened last by a moment, both on the clocks as they were before.
    fn last(&self, by: NaiveDateTime) -> Option<NaiveDateTime> {
        if by < self.start {
            return None;
        }
        let Some(yearly) = self.yearly else { return Some(self.start) };
        let by = yearly.until.map_or(by, |until| by.min(until));
        let in_year = |year| yearly.date(year).map(|date| date.and_time(self.start.time()));
        let candidates = [in_year(by.year()), in_year(by.year() - 1), Some(self.start)];
        candidates.into_iter().flatten().find(|at| *at <= by && *at >= self.start).or(Some(self.start))
    }
}

impl Yearly {
    fn date(self, year: i32) -> Option<NaiveDate> {
        let first = NaiveDate::from_ymd_opt(year, self.month, 1)?;
        let after = |from: NaiveDate, weekday: Weekday| {
            let days = (7 + weekday.num_days_from_monday() - from.weekday().num_days_from_monday()) % 7;
            from.checked_add_signed(TimeDelta::days(i64::from(days)))
        };
        match self.day {
            DayRule::Day(day) => first.with_day(day),
            DayRule::From(day, weekday) => after(first.with_day(day)?, weekday),
            DayRule::Nth(number, weekday) => {
                let (from, weeks) =
                    if number < 0 { (first.checked_add_months(Months::new(1))?, number) } else { (first, number - 1) };
                after(from, weekday)?.checked_add_signed(TimeDelta::weeks(i64::from(weeks)))
            }
        }
    }
}

/// The first minute between two moments from which on clocks are set as at the second; they are changed once.
fn change_between(before: NaiveDateTime, after: NaiveDateTime, ahead: Ahead<'_>) -> NaiveDateTime {
    let then = ahead(after);
    let (mut same, mut other) = (i32::try_from((after - before).num_minutes()).unwrap_or(0), 0);
    while same - other > 1 {
        let middle = other + (same - other) / 2;
        if ahead(later(before, middle)) == then { same = middle } else { other = middle }
    }
    later(before, same)
}

fn hour_of(hour: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default()
}

/// The moment some minutes later; itself where the calendar ends.
pub(super) fn later(moment: NaiveDateTime, minutes: i32) -> NaiveDateTime {
    moment.checked_add_signed(TimeDelta::minutes(i64::from(minutes))).unwrap_or(moment)
}

/// The moment some minutes earlier; itself where the calendar ends.
pub(super) fn earlier(moment: NaiveDateTime, minutes: i32) -> NaiveDateTime {
    later(moment, minutes.saturating_neg())
}
