//! schedule.xml and schedule.json, out and in.

mod files;
mod laws;
mod odd;
mod out;
mod refused;

pub use files::crowded;

use crate::plan::build;
use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use itinera::{
    exchange::{
        incoming::Incoming,
        schedule::{Edition, ScheduleError, Zone, read, to_json, to_xml},
    },
    i18n::Language,
    plan::Plan,
};

/// Minutes by which clocks in Rome (Berlin, Paris) are ahead of UTC: summer time is from the last Sunday of March to that
/// of October, at one o'clock UTC.
pub fn rome(utc: NaiveDateTime) -> i32 {
    let change = |month| {
        let last = NaiveDate::from_ymd_opt(utc.year(), month, 31).unwrap();
        let sunday = last - TimeDelta::days(i64::from(last.weekday().num_days_from_sunday()));
        sunday.and_time(NaiveTime::from_hms_opt(1, 0, 0).unwrap())
    };
    if utc >= change(3) && utc < change(10) { 120 } else { 60 }
}

/// The zone of the plans of these tests.
pub const ROME: Zone<'static> = Zone { name: "Europe/Rome", ahead: &rome };

fn edition(language: Language) -> Edition<'static> {
    Edition { language, version: "2017-11-20T08:15:00Z", today: build::date(), shared: false, ahead: &rome }
}

fn xml(plan: &Plan) -> String {
    to_xml(plan, &edition(Language::English))
}

fn json(plan: &Plan) -> String {
    to_json(plan, &edition(Language::English))
}

fn read_text(text: &str) -> Result<Vec<Incoming>, ScheduleError> {
    read(text.as_bytes(), ROME)
}

/// A schedule.xml with these elements in its only event, which is in the room "Hall" of a day.
fn event(elements: &str) -> String {
    format!(
        "<schedule><version>1</version><conference><title>C</title></conference>\n\
         <day index='1' date='2017-11-21' start='2017-11-21T06:00:00+01:00' end='2017-11-22T04:00:00+01:00'>\n\
         <room name='Hall'><event guid='9a1f' id='7'>{elements}</event></room></day></schedule>"
    )
}

/// The only session of a file.
fn only(text: &str) -> Incoming {
    let sessions = read_text(text).unwrap();
    assert_eq!(sessions.len(), 1);
    sessions.into_iter().next().unwrap()
}

fn at(text: &str) -> NaiveDateTime {
    itinera::wire::clock::read_moment(text).unwrap()
}
