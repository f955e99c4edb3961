//! `schedule.json`, valid by the schema of c3voc (`schema.json`).

use super::{
    Edition,
    public::{Day, Event, Schedule, publish},
    raw::GENERATOR,
};
use crate::{
    exchange::{
        offset::day_text,
        record::{fields, record, text},
    },
    plan::{Plan, time_text},
    wire::json,
};
use serde_json::Value;

/// The public agenda of a plan as `schedule.json`.
#[must_use]
pub fn to_json(plan: &Plan, edition: &Edition<'_>) -> String {
    let schedule = publish(plan, edition);
    let file = record([
        ("generator", record([("name", text(GENERATOR)), ("version", text(env!("CARGO_PKG_VERSION")))])),
        ("schedule", record([("version", text(&schedule.version)), ("conference", conference(&schedule))])),
    ]);
    json::print_pretty(&file)
}

fn conference(schedule: &Schedule) -> Value {
    let date = |day: Option<&Day>| text(&day.map(|day| day_text(day.date)).unwrap_or_default());
    let rooms = schedule
        .rooms
        .iter()
        .filter_map(|room| Some(record([("name", text(&room.name)), ("guid", text(&room.guid?.to_string()))])));
    let days = schedule.days.iter().enumerate().map(|(index, day)| self::day(schedule, day, index + 1));
    let mut fields = fields([
        ("acronym", text(&schedule.acronym)),
        ("title", text(&schedule.title)),
        ("start", date(schedule.days.first())),
        ("end", date(schedule.days.last())),
        ("daysCount", Value::from(schedule.days.len())),
        ("timeslot_duration", text("00:05")),
        ("rooms", rooms.collect()),
        ("days", days.collect()),
    ]);
    if may_be_named(&schedule.zone) {
        fields.insert("time_zone_name".to_string(), text(&schedule.zone));
    }
    Value::Object(fields)
}

/// Whether the schema has a name for a time zone: it knows `Europe/Rome` and `UTC`, but not `Etc/GMT+1`.
fn may_be_named(zone: &str) -> bool {
    let word = |text: &str| {
        let mut letters = text.chars();
        letters.next().is_some_and(|first| first.is_ascii_uppercase())
            && letters.next().is_some_and(|second| second.is_ascii_lowercase())
    };
    let whole = |text: &str| text.chars().skip(1).all(|letter| letter.is_ascii_lowercase());
    zone == "UTC" || zone.split_once('/').is_some_and(|(area, place)| word(area) && whole(area) && word(place))
}

fn day(schedule: &Schedule, day: &Day, index: usize) -> Value {
    let rooms = day.rooms.iter().filter_map(|(room, events)| {
        let name = &schedule.rooms.get(*room)?.name;
        Some((name.clone(), events.iter().map(|event| self::event(schedule, name, event)).collect()))
    });
    record([
        ("index", Value::from(index)),
        ("date", text(&day_text(day.date))),
        ("day_start", text(&day.start)),
        ("day_end", text(&day.end)),
        ("rooms", Value::Object(rooms.collect())),
    ])
}

fn event(schedule: &Schedule, room: &str, event: &Event) -> Value {
    let persons = event.speakers.iter().map(|name| record([("name", text(name))]));
    let links = event.links.iter().map(|(title, url)| record([("title", text(title)), ("url", text(url))]));
    // The schema asks every session for an address; one without a page has its name (RFC 9562 4, `urn:uuid`).
    let named = || ["urn:uuid:", &event.guid.to_string()].concat();
    record([
        ("guid", text(&event.guid.to_string())),
        ("id", Value::from(event.id)),
        ("date", text(&event.date)),
        ("start", text(&time_text(event.slot.start().time()))),
        ("duration", text(&event.length())),
        ("room", text(room)),
        ("slug", text(&event.slug)),
        ("url", text(&event.links.first().map_or_else(named, |(_, url)| url.clone()))),
        ("title", text(&event.title)),
        ("subtitle", text("")),
        ("track", text(&event.track)),
        ("type", text(event.kind)),
        ("language", text(schedule.language.tag())),
        ("abstract", text(&event.about)),
        ("persons", persons.collect()),
        ("links", links.collect()),
    ])
}
