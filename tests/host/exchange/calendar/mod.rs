//! Tests of calendar files.

mod golden;
mod law;
mod read;
mod readers;
mod write;
mod zone;

use chrono::{NaiveDateTime, Offset, TimeZone};
use chrono_tz::Tz;
use itinera::agenda::Audience;
use itinera::exchange::calendar::{Options, Written, Zone, write, years};
use itinera::i18n::{Language, Words};
use itinera::plan::{Plan, Stamp};

const ENGLISH: Words = Words::new(Language::English);
const ITALIAN: Words = Words::new(Language::Italian);

fn stamp() -> Stamp {
    "2017-11-20T08:15:00Z".parse().unwrap()
}

/// By how many minutes the clocks of a zone are ahead of UTC: what `Intl` tells on the page, from data of our own here.
fn ahead(zone: &str, utc: NaiveDateTime) -> Option<i32> {
    let zone: Tz = zone.parse().ok()?;
    Some(zone.offset_from_utc_datetime(&utc).fix().local_minus_utc().div_euclid(60))
}

/// The zone of a plan in its years.
fn zone_of(plan: &Plan) -> Option<Zone> {
    Zone::of(&plan.meeting.zone, &years(plan), &ahead)
}

fn calendar_for(plan: &Plan, audience: Audience, words: Words) -> Written {
    write(plan, &Options { audience, words, zone: zone_of(plan).as_ref(), stamp: stamp(), alarm: None })
}

/// The calendar of the whole meeting in English.
fn calendar(plan: &Plan) -> String {
    calendar_for(plan, Audience::Everyone, ENGLISH).text
}

/// The lines of a calendar, put together again where they were folded.
fn lines(text: &str) -> Vec<String> {
    text.replace("\r\n ", "").split("\r\n").filter(|line| !line.is_empty()).map(str::to_string).collect()
}

/// The lines of the event of an entry.
fn event(text: &str, uid: &str) -> Vec<String> {
    let lines = lines(text);
    let uid = format!("UID:{uid}");
    let at = lines.iter().position(|line| *line == uid).unwrap_or_else(|| panic!("no {uid} in\n{text}"));
    let start = lines[..at].iter().rposition(|line| line == "BEGIN:VEVENT").unwrap();
    let length = lines[start..].iter().position(|line| line == "END:VEVENT").unwrap();
    lines[start + 1..start + length].to_vec()
}

/// The value of a property, with its parameters before it.
fn value<'a>(event: &'a [String], name: &str) -> Option<&'a str> {
    event
        .iter()
        .find_map(|line| line.strip_prefix(name).filter(|rest| rest.starts_with([':', ';'])).map(|rest| &rest[1..]))
}
