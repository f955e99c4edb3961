//! What is now and what is next, for somebody who looks at a phone.

use super::Entry;
use chrono::{NaiveDate, NaiveDateTime};

/// How a moment stands to the entries.
#[derive(Debug, Clone, PartialEq)]
pub struct Moment {
    /// What is on; several when sessions are parallel.
    pub now: Vec<Entry>,
    /// What starts next, the same day or later; several when they start together.
    pub next: Vec<Entry>,
    /// Whether nothing has started yet.
    pub before: bool,
    /// Whether everything is over.
    pub after: bool,
}

/// What is now and next at a moment, in the meeting's time zone; `entries` are in the order of their start.
#[must_use]
pub fn moment(entries: &[Entry], at: NaiveDateTime) -> Moment {
    let now: Vec<_> = entries.iter().filter(|entry| entry.slot.contains(at)).cloned().collect();
    let start = entries.iter().map(|entry| entry.slot.start()).find(|start| *start > at);
    let next: Vec<_> = entries.iter().filter(|entry| Some(entry.slot.start()) == start).cloned().collect();
    let before = entries.iter().all(|entry| entry.slot.start() > at);
    let after = !entries.is_empty() && now.is_empty() && next.is_empty();
    Moment { now, next, before: before && !entries.is_empty(), after }
}

/// The day that somebody looks at by default: today, else the next day of the meeting, else the last one; `dates` are in
/// their order.
#[must_use]
pub fn day_at(dates: &[NaiveDate], at: NaiveDateTime) -> Option<NaiveDate> {
    dates.iter().find(|date| **date >= at.date()).or(dates.last()).copied()
}
