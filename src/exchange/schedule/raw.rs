//! A session as a schedule has it, whether in XML or in JSON, and what becomes of it.

use super::{
    Zone,
    error::{ScheduleError, Spot},
    text::{block, excerpt, fitting, one_line, words_of, written_address},
};
use crate::{
    exchange::{
        incoming::Incoming,
        offset::{Written, read_clock, read_moment},
    },
    i18n::{Language, Words},
    plan::Slot,
    wire::{Expected, Found, Problem},
};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

/// The name by which this program knows the files that it wrote itself.
pub(super) const GENERATOR: &str = "Itinera";

/// What a file says of all its sessions.
pub(super) struct Frame<'a> {
    /// The zone of the plan.
    pub zone: Zone<'a>,
    /// Whether the file's zone is the plan's.
    pub same_zone: bool,
    /// Whether this program wrote the file: then texts are plain, and not HTML.
    pub own: bool,
}

/// What a file says of a day.
#[derive(Clone, Copy, Default)]
pub(super) struct Day {
    /// Its date.
    pub date: Option<NaiveDate>,
    /// When it begins: what is earlier on the clock is after midnight.
    pub begins: Option<NaiveTime>,
}

/// A session in a file's own words; empty where the file says nothing.
#[derive(Default)]
pub(super) struct Raw {
    pub key: String,
    pub title: String,
    pub subtitle: String,
    pub summary: String,
    pub description: String,
    pub date: String,
    pub start: String,
    pub end: String,
    pub duration: String,
    pub room: String,
    pub speakers: Vec<String>,
    pub links: Vec<String>,
    /// Where it stands.
    pub spot: Spot,
}

impl Raw {
    /// The session that it stands for.
    pub(super) fn read(self, frame: &Frame<'_>, day: Day) -> Result<Incoming, ScheduleError> {
        let start = self.starts(frame, day)?;
        let slot = Slot::lasting(start, self.minutes(frame, start)?);
        let text = |text: &str| if frame.own { block(text) } else { block(&words_of(text)) };
        let mut parts = [&self.subtitle, &self.summary, &self.description].map(|part| text(part)).to_vec();
        parts.dedup();
        // Many write the beginning of a description a second time, as its summary.
        if parts.len() > 1 && parts[parts.len() - 1].starts_with(&parts[parts.len() - 2]) {
            parts.remove(parts.len() - 2);
        }
        parts.retain(|part| !part.is_empty());
        let place = one_line(&self.room);
        let open = Language::ALL.iter().any(|language| Words::new(*language).entry_place_open() == place);
        let mut speakers: Vec<String> = Vec::new();
        for name in self.speakers.iter().map(|name| fitting(one_line(name))) {
            if !name.is_empty() && !speakers.contains(&name) {
                speakers.push(name);
            }
        }
        Ok(Incoming {
            key: excerpt(&self.key),
            title: fitting(one_line(&self.title)),
            slot,
            place: if open { String::new() } else { fitting(place) },
            notes: fitting(parts.join("\n\n")),
            speakers,
            link: self.links.iter().find_map(|link| written_address(link)).map(fitting).unwrap_or_default(),
        })
    }

    /// When it starts, on the plan's clock.
    fn starts(&self, frame: &Frame<'_>, day: Day) -> Result<NaiveDateTime, ScheduleError> {
        let date = self.moment("date", &self.date)?;
        let clock = read_clock(&self.start);
        let moment = match (date, clock) {
            // The clock beside a moment is the file's own; in its own zone a moment is meant as the clock shows it.
            (Some(Written { date, time: Some(time), offset: Some(_) }), Some(clock))
                if frame.same_zone && clock == time =>
            {
                Some(date.and_time(time))
            }
            (Some(written @ Written { time: Some(_), .. }), _) => written.on_the_wall(frame.zone.ahead),
            (date, Some(clock)) => {
                let date = date.map(|written| written.date);
                let early = day.begins.is_some_and(|begins| clock < begins) && (date.is_none() || date == day.date);
                let after = TimeDelta::days(i64::from(early));
                date.or(day.date).and_then(|date| date.and_time(clock).checked_add_signed(after))
            }
            (_, None) => self.moment("start", &self.start)?.and_then(|written| written.on_the_wall(frame.zone.ahead)),
        };
        let field = if self.date.is_empty() { "start" } else { "date" };
        moment.ok_or_else(|| self.no_moment(field))
    }

    /// A moment in one of its fields; nothing where the field is empty.
    fn moment(&self, field: &str, text: &str) -> Result<Option<Written>, ScheduleError> {
        if text.trim().is_empty() {
            return Ok(None);
        }
        read_moment(text).map(Some).ok_or_else(|| self.no_moment(field))
    }

    /// How many minutes it lasts. A plan has nothing longer than a day.
    fn minutes(&self, frame: &Frame<'_>, start: NaiveDateTime) -> Result<u16, ScheduleError> {
        let ends = || read_moment(&self.end)?.on_the_wall(frame.zone.ahead);
        let until = || u32::try_from(ends()?.signed_duration_since(start).num_minutes()).ok();
        match length(&self.duration).or_else(until) {
            Some(minutes) => Ok(u16::try_from(minutes).unwrap_or(Slot::LONGEST)),
            None => {
                let found = if self.duration.is_empty() { &self.end } else { &self.duration };
                Err(ScheduleError::NoLength { spot: Box::new(self.spot_of("duration")), found: excerpt(found) })
            }
        }
    }

    fn no_moment(&self, field: &str) -> ScheduleError {
        let text = if field == "date" { &self.date } else { &self.start };
        let found = if text.is_empty() { Found::Nothing } else { Found::Text(excerpt(text)) };
        let problem = Problem::Other { expected: Expected::Moment, found };
        ScheduleError::Wrong { spot: Box::new(self.spot_of(field)), problem }
    }

    fn spot_of(&self, field: &str) -> Spot {
        let path = if self.spot.line > 0 { field.to_string() } else { [&self.spot.path, ".", field].concat() };
        Spot { title: excerpt(&self.title), path, ..self.spot }
    }
}

/// The minutes of a length: `00:45`, `0:45`, `1:30:00` (hours, minutes, seconds), or `45`.
fn length(text: &str) -> Option<u32> {
    let number = |text: &str| -> Option<u32> {
        let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        if digits { text.parse().ok() } else { None }
    };
    let parts: Option<Vec<u32>> = text.trim().split(':').map(number).collect();
    match parts?.as_slice() {
        [minutes] => Some(*minutes),
        [hours, minutes] | [hours, minutes, _] if *minutes < 60 => hours.checked_mul(60)?.checked_add(*minutes),
        _ => None,
    }
}
