//! The agenda as a calendar file. The same plan, stamp and options give the same bytes.

use super::describe::{description, location, summary};
use super::zone::{DayRule, Observance, Zone};
use crate::{
    agenda::{Audience, Cancelled, Entry, EntryKind, Event, Told, entries, is_safe_link, spot, wording},
    exchange::content_line::{Lines, parameter},
    i18n::Words,
    plan::{EntryId, Hue, Plan, Slot, Stamp},
};
use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike, Weekday};
use std::collections::BTreeSet;

/// What a calendar file shall hold.
#[derive(Debug, Clone)]
pub struct Options<'a> {
    /// Whose calendar it is.
    pub audience: Audience,
    /// In which language.
    pub words: Words,
    /// The meeting's time zone in the [`years`] of the plan; without one its times are those of whoever reads them.
    pub zone: Option<&'a Zone>,
    /// When the plan was last changed.
    pub stamp: Stamp,
    /// How many minutes before each entry the calendar reminds of it, if it does.
    pub alarm: Option<u16>,
}

/// A calendar file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// Its text.
    pub text: String,
    /// How many entries it has, without those that were cancelled.
    pub entries: usize,
    /// How many entries it says were cancelled.
    pub cancelled: usize,
    /// What a calendar cannot hold: entries in years that have not four digits.
    pub left_out: Vec<EntryId>,
}

/// The years in which something happens or was to happen, to ask for the time zone.
#[must_use]
pub fn years(plan: &Plan) -> BTreeSet<i32> {
    let now = entries(plan, Audience::Everyone).into_iter().map(|entry| entry.slot);
    let before = plan.versions.iter().flat_map(|version| version.lines.iter().map(|line| line.slot));
    now.chain(before).filter(|slot| fits(*slot)).flat_map(|slot| [slot.start().year(), slot.end().year()]).collect()
}

/// The calendar of an audience.
#[must_use]
pub fn write(plan: &Plan, options: &Options<'_>) -> Written {
    let told = Told::of(plan);
    let mut calendar =
        Calendar { plan, options, lines: Lines::default(), zone: options.zone.map(zone_name).unwrap_or_default() };
    let (entries, too_far): (Vec<_>, Vec<_>) =
        entries(plan, options.audience).into_iter().partition(|entry| fits(entry.slot));
    let mut cancelled = told.cancelled(plan, options.audience);
    cancelled.retain(|gone| fits(gone.line.slot));
    calendar.begin();
    for entry in &entries {
        calendar.entry(entry, told.sequence(plan, entry.id, options.audience));
    }
    for gone in &cancelled {
        calendar.cancelled(gone);
    }
    calendar.lines.plain("END", "VCALENDAR");
    Written {
        text: calendar.lines.end(),
        entries: entries.len(),
        cancelled: cancelled.len(),
        left_out: too_far.into_iter().map(|entry| entry.id).collect(),
    }
}

/// Whether a calendar can hold a slot: a year has four digits there (RFC 5545 3.3.4).
fn fits(slot: Slot) -> bool {
    slot.start().year() >= 0 && slot.end().year() <= 9999
}

/// The name of a zone as it may stand in a parameter.
fn zone_name(zone: &Zone) -> String {
    parameter(zone.name.trim()).trim_matches('"').trim().to_string()
}

struct Calendar<'a> {
    plan: &'a Plan,
    options: &'a Options<'a>,
    lines: Lines,
    zone: String,
}

impl Calendar<'_> {
    /// Everything before the entries.
    fn begin(&mut self) {
        let Options { words, audience, stamp, .. } = *self.options;
        let (plan, meeting) = (self.plan, &self.plan.meeting);
        let whose = match audience {
            Audience::Everyone => String::new(),
            Audience::Delegation(id) => wording::delegation(words, plan, id),
            Audience::Delegate(id) => plan.delegates.get(id).map(|delegate| delegate.name.clone()).unwrap_or_default(),
        };
        let title = meeting.title.in_language(words.language()).trim();
        let parts = [if title.is_empty() { words.untitled() } else { title }, whose.trim()];
        let name = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(wording::DOT);
        let id = match audience {
            Audience::Everyone => plan.id().to_string(),
            Audience::Delegation(id) => format!("{id}@{}", plan.id()),
            Audience::Delegate(id) => format!("{id}@{}", plan.id()),
        };
        let lines = &mut self.lines;
        lines.plain("BEGIN", "VCALENDAR");
        lines.plain("VERSION", "2.0");
        lines.plain("PRODID", "-//Itinera//Itinera//EN");
        lines.plain("CALSCALE", "GREGORIAN");
        lines.plain("UID", &id);
        lines.plain("LAST-MODIFIED", &utc_text(stamp));
        lines.words("NAME", &name);
        lines.words("X-WR-CALNAME", &name);
        lines.words("DESCRIPTION", meeting.publicity.in_language(words.language()));
        if let Audience::Delegation(id) = audience
            && let Some(delegation) = plan.delegations.get(id)
        {
            lines.plain("COLOR", color(delegation.hue));
        }
        if let Some(zone) = self.options.zone.filter(|_| !self.zone.is_empty()) {
            lines.words("X-WR-TIMEZONE", &self.zone);
            self.zone(zone);
        }
    }

    fn zone(&mut self, zone: &Zone) {
        let lines = &mut self.lines;
        lines.plain("BEGIN", "VTIMEZONE");
        lines.words("TZID", &self.zone);
        for change in &zone.observances {
            observance(lines, change);
        }
        lines.plain("END", "VTIMEZONE");
    }

    fn entry(&mut self, entry: &Entry, sequence: u32) {
        let Options { words, audience, alarm, .. } = *self.options;
        let (plan, spot) = (self.plan, spot(self.plan, entry));
        let summary = summary(words, plan, entry.id, &entry.title(), audience);
        self.head(entry.id, entry.slot, sequence, &summary);
        let lines = &mut self.lines;
        lines.words("DESCRIPTION", &description(words, plan, entry, audience));
        lines.words("LOCATION", &location(words, &spot));
        if let Some(position) = spot.venue.and_then(|venue| venue.position) {
            let (latitude, longitude) = position.degrees();
            lines.plain("GEO", &format!("{latitude};{longitude}"));
        }
        let category = match (&entry.event, entry.kind()) {
            (Event::Session(session), _) => wording::kind(words, session.kind),
            (_, EntryKind::Leg) => words.calendar_transfer(),
            _ => words.calendar_visit(),
        };
        lines.words("CATEGORIES", category);
        lines.plain("STATUS", if entry.to_confirm() { "TENTATIVE" } else { "CONFIRMED" });
        if let Event::Session(session) = &entry.event
            && let Some(link) = session.links.iter().find(|link| is_safe_link(&link.url))
        {
            lines.address("URL", &link.url);
        }
        if let Some(minutes) = alarm {
            lines.plain("BEGIN", "VALARM");
            lines.plain("ACTION", "DISPLAY");
            lines.words("DESCRIPTION", &summary);
            lines.plain("TRIGGER", &format!("-PT{minutes}M"));
            lines.plain("END", "VALARM");
        }
        lines.plain("END", "VEVENT");
    }

    fn cancelled(&mut self, gone: &Cancelled) {
        let Options { words, audience, .. } = *self.options;
        let line = &gone.line;
        let summary = summary(words, self.plan, line.entry, &line.title, audience);
        self.head(line.entry, line.slot, gone.sequence, &summary);
        self.lines.words("LOCATION", line.place.in_language(words.language()));
        self.lines.plain("STATUS", "CANCELLED");
        self.lines.plain("TRANSP", "TRANSPARENT");
        self.lines.plain("END", "VEVENT");
    }

    /// What every entry begins with.
    fn head(&mut self, entry: EntryId, slot: Slot, sequence: u32, summary: &str) {
        let stamp = utc_text(self.options.stamp);
        let zone = if self.zone.is_empty() { String::new() } else { format!(";TZID={}", parameter(&self.zone)) };
        let lines = &mut self.lines;
        lines.plain("BEGIN", "VEVENT");
        lines.plain("UID", &format!("{entry}@{}", self.plan.id()));
        lines.plain("DTSTAMP", &stamp);
        lines.plain("LAST-MODIFIED", &stamp);
        lines.plain("SEQUENCE", &sequence.to_string());
        lines.plain(&format!("DTSTART{zone}"), &moment_text(slot.start()));
        lines.plain(&format!("DTEND{zone}"), &moment_text(slot.end()));
        lines.words("SUMMARY", summary);
    }
}

fn observance(lines: &mut Lines, change: &Observance) {
    // The days before the year nought belong to a time that no entry has.
    let start = change.start.max(NaiveDate::from_ymd_opt(0, 1, 1).unwrap_or_default().and_time(NaiveTime::MIN));
    if start.year() > 9999 {
        return;
    }
    let name = if change.daylight { "DAYLIGHT" } else { "STANDARD" };
    lines.plain("BEGIN", name);
    lines.plain("DTSTART", &moment_text(start));
    lines.plain("TZOFFSETFROM", &offset_text(change.from));
    lines.plain("TZOFFSETTO", &offset_text(change.to));
    lines.words("TZNAME", &change.name);
    if let Some(yearly) = change.yearly {
        let day = match yearly.day {
            DayRule::Day(day) => format!("BYMONTHDAY={day}"),
            DayRule::Nth(number, weekday) => format!("BYDAY={number}{}", weekday_text(weekday)),
            DayRule::From(from, weekday) => {
                let days: Vec<_> = (from..from + 7).map(|day| day.to_string()).collect();
                format!("BYDAY={};BYMONTHDAY={}", weekday_text(weekday), days.join(","))
            }
        };
        let until = yearly.until.map(|until| super::zone::earlier(until, change.from));
        let until = until.map(|until| format!(";UNTIL={}Z", moment_text(until))).unwrap_or_default();
        lines.plain("RRULE", &format!("FREQ=YEARLY;BYMONTH={};{day}{until}", yearly.month));
    }
    lines.plain("END", name);
}

fn weekday_text(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Mon => "MO",
        Weekday::Tue => "TU",
        Weekday::Wed => "WE",
        Weekday::Thu => "TH",
        Weekday::Fri => "FR",
        Weekday::Sat => "SA",
        Weekday::Sun => "SU",
    }
}

/// A name of CSS for a hue (RFC 7986 5.9).
const fn color(hue: Hue) -> &'static str {
    match hue {
        Hue::Teal => "teal",
        Hue::Orange => "darkorange",
        Hue::Purple => "purple",
        Hue::Blue => "royalblue",
        Hue::Grey => "gray",
        Hue::Rose => "mediumvioletred",
        Hue::Olive => "olive",
        Hue::Brown => "saddlebrown",
    }
}

/// A date-time without zone, such as `20171121T090000` (RFC 5545 3.3.5).
pub(super) fn moment_text(moment: NaiveDateTime) -> String {
    let date: NaiveDate = moment.date();
    let mut text = String::with_capacity(16);
    digits(&mut text, date.year().unsigned_abs(), 4);
    digits(&mut text, date.month(), 2);
    digits(&mut text, date.day(), 2);
    text.push('T');
    for part in [moment.hour(), moment.minute(), moment.second()] {
        digits(&mut text, part, 2);
    }
    text
}

/// A moment in UTC, such as `20171121T080000Z`.
fn utc_text(stamp: Stamp) -> String {
    moment_text(stamp.utc()) + "Z"
}

/// By how much clocks are ahead of UTC, such as `+0100` (RFC 5545 3.3.14).
fn offset_text(minutes: i32) -> String {
    let mut text = String::from(if minutes < 0 { "-" } else { "+" });
    digits(&mut text, minutes.unsigned_abs() / 60, 2);
    digits(&mut text, minutes.unsigned_abs() % 60, 2);
    text
}

/// Writes a number with at least `width` digits.
fn digits(text: &mut String, number: u32, width: u32) {
    if number >= 10 || width > 1 {
        digits(text, number / 10, width.saturating_sub(1));
    }
    text.push(char::from(b'0' + (number % 10) as u8));
}
