//! One event of a calendar file, and the sessions that come of it.

use super::moments::{Clocks, Value, Written, read_length};
use super::repeats::Repeats;
use super::{Fault, LONGEST_TEXT, MOST_REPEATS, Problems, Time, USUAL_LENGTH};
use crate::agenda::is_safe_link;
use crate::exchange::calendar::write::moment_text;
use crate::exchange::{content_line::ContentLine, incoming::Incoming};
use crate::plan::{Slot, SlotError, to_the_minute};
use chrono::{NaiveDateTime, TimeDelta};

/// How many exceptions of one event are looked at.
const MOST_EXCEPTIONS: usize = 1_000;

/// How much of a stranger's text a problem repeats, in characters.
const EXCERPT: usize = 60;

/// What stands in an event.
#[derive(Debug, Default)]
pub(super) struct Event {
    /// The line on which it begins.
    pub(super) line: usize,
    /// How deep in the file it is.
    pub(super) depth: usize,
    uid: String,
    summary: String,
    description: String,
    location: String,
    url: String,
    cancelled: bool,
    start: Option<Written>,
    end: Option<Written>,
    /// The length, in minutes.
    length: Option<i64>,
    rule: Option<String>,
    /// More times.
    also: Vec<Written>,
    /// Whether there are more of them than are taken.
    also_more: bool,
    /// Times at which it does not happen.
    except: Vec<Written>,
    /// Which time of an event that repeats this is about.
    instead_of: Option<Written>,
    /// A moment that cannot be read, and its line.
    unread: Option<(usize, String)>,
    /// Whether it repeats in a way that is not understood.
    repeats_otherwise: bool,
}

impl Event {
    /// An event that begins on a line.
    pub(super) fn at(line: usize, depth: usize) -> Self {
        Self { line, depth, ..Self::default() }
    }

    /// What it is called; may be empty.
    pub(super) fn title(&self) -> &str {
        &self.summary
    }

    /// Takes in one line.
    pub(super) fn take(&mut self, line: &ContentLine<'_>) {
        match line.name.to_ascii_uppercase().as_str() {
            "UID" => self.uid = clipped(line.value.trim()),
            "SUMMARY" if self.summary.is_empty() => self.summary = one_line(&line.words()),
            "DESCRIPTION" if self.description.is_empty() => self.description = clipped(line.words().trim()),
            "LOCATION" if self.location.is_empty() => self.location = one_line(&line.words()),
            "URL" if self.url.is_empty() => self.url = clipped(line.value.trim()),
            "STATUS" => self.cancelled = line.value.trim().eq_ignore_ascii_case("CANCELLED"),
            "DTSTART" => self.start = self.moments(line).into_iter().next(),
            "DTEND" => self.end = self.moments(line).into_iter().next(),
            "RECURRENCE-ID" => self.instead_of = self.moments(line).into_iter().next(),
            "EXDATE" => {
                let except = self.moments(line);
                self.except.extend(except.into_iter().take(MOST_EXCEPTIONS.saturating_sub(self.except.len())));
            }
            "RDATE" => match Written::of(line) {
                Ok(also) => {
                    self.also_more |= self.also.len() + also.len() >= MOST_REPEATS;
                    self.also.extend(also.into_iter().take((MOST_REPEATS - 1).saturating_sub(self.also.len())));
                }
                Err(_) => self.repeats_otherwise = true,
            },
            "RRULE" if self.rule.is_none() => self.rule = Some(line.value.trim().to_string()),
            "RRULE" | "EXRULE" => self.repeats_otherwise = true,
            "DURATION" => match read_length(line.value) {
                Some(length) => self.length = Some(length),
                None => self.unread = Some((line.number, excerpt(line.value))),
            },
            _ => {}
        }
    }

    fn moments(&mut self, line: &ContentLine<'_>) -> Vec<Written> {
        Written::of(line).unwrap_or_else(|text| {
            self.unread.get_or_insert((line.number, text));
            Vec::new()
        })
    }

    /// The times at which it happens; what cannot be taken over is told to `problems`.
    pub(super) fn times(&self, clocks: &Clocks<'_>, problems: &mut Problems) -> Vec<Time> {
        let mut blame = |fault| problems.blame(self.line, &self.summary, fault);
        if let Some((line, text)) = &self.unread {
            problems.blame(*line, &self.summary, Fault::NotAMoment { text: text.clone() });
            return Vec::new();
        }
        let Some(start) = &self.start else {
            blame(Fault::NoStart);
            return Vec::new();
        };
        let mut unknown = None;
        let mut show = |written: &Written, value: Value| {
            clocks.show(value, &written.zone).unwrap_or_else(|| {
                let utc = matches!(value, Value::Utc(_));
                unknown = Some(if utc { clocks.zone.to_string() } else { excerpt(&written.zone) });
                match value {
                    Value::Date(_) => value.date().into(),
                    Value::Local(moment) | Value::Utc(moment) => moment,
                }
            })
        };
        let instead_of = self.instead_of.as_ref().map(|written| show(written, written.value));
        if self.cancelled {
            blame(Fault::Cancelled);
            // What the event itself says of this time does not hold any more.
            let gone = |at| Time { uid: self.uid.clone(), at, anew: true, session: None };
            return instead_of.map(gone).into_iter().collect();
        }
        if matches!(start.value, Value::Date(_)) {
            blame(Fault::AllDay);
            return Vec::new();
        }
        let first = to_the_minute(show(start, start.value));
        let end = self.end.as_ref().filter(|end| !matches!(end.value, Value::Date(_)));
        let end = end.map(|end| to_the_minute(show(end, end.value)));
        let minutes = match (end, self.length) {
            (Some(end), _) => Some((end - first).num_minutes()),
            (None, length) => length,
        };
        let minutes = minutes.filter(|minutes| *minutes != 0);
        if minutes.is_none() {
            blame(Fault::NoEnd);
        }
        let slot = |at: NaiveDateTime| {
            let length = TimeDelta::try_minutes(minutes.unwrap_or(i64::from(USUAL_LENGTH)));
            Slot::new(at, length.and_then(|length| at.checked_add_signed(length)).unwrap_or(at))
        };
        match slot(first) {
            Ok(_) => {}
            Err(SlotError::Backwards { .. }) if minutes.is_some_and(|minutes| minutes < 0) => {
                blame(Fault::Backwards);
                return Vec::new();
            }
            Err(_) => {
                blame(Fault::TooLong);
                return Vec::new();
            }
        }
        let mut at = vec![first];
        let repeats = self.rule.as_deref().map(Repeats::read);
        match repeats {
            _ if self.repeats_otherwise => blame(Fault::NotRepeated),
            Some(None) => blame(Fault::NotRepeated),
            Some(Some(repeats)) => {
                let (times, more) = repeats.times(start, &mut show);
                at = times;
                if more {
                    blame(Fault::RepeatsOn);
                }
            }
            None => {}
        }
        if !self.repeats_otherwise {
            if self.also_more {
                blame(Fault::RepeatsOn);
            }
            at.extend(self.also.iter().map(|written| to_the_minute(show(written, written.value))));
        }
        for except in &self.except {
            let gone = to_the_minute(show(except, except.value));
            let whole_day = matches!(except.value, Value::Date(_));
            at.retain(|time| if whole_day { time.date() != gone.date() } else { *time != gone });
        }
        if let Some(zone) = unknown {
            blame(Fault::UnknownZone { zone });
        }
        let several = self.rule.is_some() || !self.also.is_empty() || instead_of.is_some();
        let time = |at: NaiveDateTime| {
            let which = instead_of.map_or(at, to_the_minute);
            let key = if several { [&self.uid, "/", &moment_text(which)].concat() } else { self.uid.clone() };
            let session = slot(at).ok().map(|slot| self.session(key, slot));
            Time { uid: self.uid.clone(), at: which, anew: instead_of.is_some(), session }
        };
        at.into_iter().map(time).collect()
    }

    fn session(&self, key: String, slot: Slot) -> Incoming {
        Incoming {
            key,
            title: self.summary.clone(),
            slot,
            place: self.location.clone(),
            notes: self.description.clone(),
            speakers: Vec::new(),
            link: if is_safe_link(&self.url) { self.url.clone() } else { String::new() },
        }
    }
}

/// Words on one line.
pub(super) fn one_line(words: &str) -> String {
    clipped(&words.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// As much of a text as a plan may hold.
fn clipped(text: &str) -> String {
    text.chars().take(LONGEST_TEXT).collect()
}

/// The beginning of a text that a stranger wrote, fit to be repeated in a sentence.
pub(super) fn excerpt(text: &str) -> String {
    let mut letters = text.trim().chars().filter(|letter| !letter.is_control());
    let mut excerpt: String = letters.by_ref().take(EXCERPT).collect();
    if letters.next().is_some() {
        excerpt.push('\u{2026}');
    }
    excerpt
}
