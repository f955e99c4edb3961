//! Events that happen several times (RFC 5545 3.3.10), as far as a meeting has them: every so many days or weeks.

use super::MOST_REPEATS;
use super::moments::{Value, Written, number};
use crate::plan::to_the_minute;
use chrono::{Datelike, Days, NaiveDateTime, Weekday};

/// How many days are looked at for one event.
const LONGEST: u32 = 10_000;

/// How an event repeats.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Repeats {
    weekly: bool,
    /// Every how many days or weeks.
    every: u32,
    /// How many times altogether.
    count: Option<u32>,
    /// Until when.
    until: Option<Value>,
    /// On which days of the week; empty for that of the first time, or for all.
    days: Vec<Weekday>,
    /// On which day a week starts.
    week_starts: Weekday,
}

impl Repeats {
    /// Reads a rule; nothing where it is one of months, years or positions in them.
    pub(super) fn read(rule: &str) -> Option<Self> {
        let mut repeats =
            Self { weekly: false, every: 1, count: None, until: None, days: Vec::new(), week_starts: Weekday::Mon };
        let mut known = false;
        for part in rule.split(';').filter(|part| !part.trim().is_empty()) {
            let (name, value) = part.split_once('=')?;
            let value = value.trim().to_ascii_uppercase();
            match name.trim().to_ascii_uppercase().as_str() {
                "FREQ" => {
                    known = true;
                    repeats.weekly = match value.as_str() {
                        "DAILY" => false,
                        "WEEKLY" => true,
                        _ => return None,
                    };
                }
                "INTERVAL" => repeats.every = number(&value).filter(|every| (1..=1000).contains(every))?,
                "COUNT" => repeats.count = Some(number(&value).filter(|count| *count > 0)?),
                "UNTIL" => repeats.until = Some(Value::read(&value)?),
                "BYDAY" => repeats.days = value.split(',').map(weekday).collect::<Option<_>>()?,
                "WKST" => repeats.week_starts = weekday(&value)?,
                _ => return None,
            }
        }
        known.then_some(repeats)
    }

    /// The times from the first on, on the meeting's clocks, and whether there are more than are taken.
    pub(super) fn times(
        &self,
        start: &Written,
        show: &mut impl FnMut(&Written, Value) -> NaiveDateTime,
    ) -> (Vec<NaiveDateTime>, bool) {
        let moment = |local| if matches!(start.value, Value::Utc(_)) { Value::Utc(local) } else { Value::Local(local) };
        let (Value::Local(first) | Value::Utc(first)) = start.value else { return (Vec::new(), false) };
        let until = self.until.map(|until| (until, show(start, until)));
        let mut times = Vec::new();
        for day in 0..LONGEST {
            if self.count.is_some_and(|count| times.len() >= count as usize) {
                return (times, false);
            }
            let Some(local) = first.checked_add_days(Days::new(u64::from(day))) else { break };
            // The event itself is always the first time, whatever the rule says (RFC 5545 3.8.5.3).
            if day > 0 && !self.falls_on(first, local, day) {
                continue;
            }
            let at = show(start, moment(local));
            let over = match until {
                Some((Value::Date(date), _)) => local.date() > date,
                Some((_, until)) => at > until,
                None => false,
            };
            if over && day > 0 {
                return (times, false);
            }
            if times.len() == MOST_REPEATS {
                return (times, true);
            }
            times.push(to_the_minute(at));
        }
        (times, self.count.is_some() || self.until.is_none())
    }

    fn falls_on(&self, first: NaiveDateTime, local: NaiveDateTime, day: u32) -> bool {
        let weekday = local.weekday();
        if !self.weekly {
            return day.is_multiple_of(self.every) && (self.days.is_empty() || self.days.contains(&weekday));
        }
        let weeks = (first.weekday().days_since(self.week_starts) + day) / 7;
        let on = if self.days.is_empty() { weekday == first.weekday() } else { self.days.contains(&weekday) };
        on && weeks.is_multiple_of(self.every)
    }
}

/// A day of the week; nothing for "the second Tuesday".
pub(super) fn weekday(text: &str) -> Option<Weekday> {
    Some(match text.trim() {
        "MO" => Weekday::Mon,
        "TU" => Weekday::Tue,
        "WE" => Weekday::Wed,
        "TH" => Weekday::Thu,
        "FR" => Weekday::Fri,
        "SA" => Weekday::Sat,
        "SU" => Weekday::Sun,
        _ => return None,
    })
}
