//! Files for readers that are not written in Rust: `tests/readers/ical.mjs` reads them with ical.js, and finds in them what
//! stands beside them as JSON. Written anew when `ITINERA_UPDATE` is set.

use super::{ENGLISH, ahead, calendar_for, stamp};
use crate::exchange::vcard;
use crate::plan::build::{at, delegation, empty, session};
use chrono::{NaiveDateTime, TimeDelta};
use itinera::agenda::{Audience, Told, entries};
use itinera::exchange::vcard::{Format, cards, write};
use itinera::plan::{EntryId, Meeting, Plan, Session, Slot, Text, Version, VersionId};
use serde_json::{Value, json};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/readers/");

/// What a file should be, to the byte.
fn check(name: &str, text: &str) {
    let path = format!("{FOLDER}{name}");
    if std::env::var_os("ITINERA_UPDATE").is_some() {
        std::fs::write(&path, text).unwrap();
    }
    let agreed = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(agreed == text, "{path} is another file: run the tests with ITINERA_UPDATE=1 and look at what changed");
}

/// A meeting in November and July, in several scripts, with a visit by coach and a session that was cancelled.
fn plan() -> Plan {
    let mut plan = empty();
    crate::agenda::add_outing(&mut plan);
    plan.meeting = Meeting { title: Text::same("Meeting of the readers"), ..(*plan.meeting).clone() }.into();
    plan.delegations.put(delegation(1));
    let titles = [
        "Šiaulių žvejys, ąžuolas; ė",
        "Eñaut Ibañez \\ Gasteiz",
        "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch ŵŷ",
        "👩🏽‍🔬 🚌 🇱🇹",
        "ביקור במפעל — زيارة",
        "ATTENDEE:mailto:a@example.org\r\nEND:VEVENT",
    ];
    for (id, title) in (1..).zip(titles) {
        let start = at(0, 30) + TimeDelta::minutes(i64::try_from(id).unwrap() * 90);
        // Half a year before, clocks in Turin are two hours ahead.
        let start = if id % 2 == 0 { start - TimeDelta::days(120) } else { start };
        let notes = Text::same(format!("{title}\n{title}"));
        plan.sessions.put(Session { title: title.into(), slot: Slot::lasting(start, 75), notes, ..session(id) });
    }
    plan.versions.put(Version::of(&plan, VersionId::from_number(1), "First", "2017-10-02T07:00:00Z".parse().unwrap()));
    plan.sessions.change(session(1).id, |session| session.slot = session.slot.moved(15));
    plan.sessions.remove(session(6).id);
    plan
}

/// A moment on the clocks of Turin as one of UTC, by the tz database.
fn utc(local: NaiveDateTime) -> String {
    let offset = ahead("Europe/Rome", local - TimeDelta::hours(1)).unwrap();
    (local - TimeDelta::minutes(i64::from(offset))).format("%Y-%m-%dT%H:%M:%SZ").to_string()
}

fn told(plan: &Plan, id: EntryId, slot: Slot, sequence: u32) -> Value {
    json!({
        "uid": format!("{id}@{}", plan.id()),
        "start": slot.start().format("%Y-%m-%dT%H:%M:%S").to_string(),
        "end": slot.end().format("%Y-%m-%dT%H:%M:%S").to_string(),
        "utc": [utc(slot.start()), utc(slot.end())],
        "sequence": sequence,
    })
}

#[test]
fn the_calendar_for_other_readers_is_the_agreed_one() {
    let plan = plan();
    check("calendar.ics", &calendar_for(&plan, Audience::Everyone, ENGLISH).text);
    let mut expect = Vec::new();
    for entry in entries(&plan, Audience::Everyone) {
        let moved = entry.id == EntryId::Session(session(1).id);
        let mut told = told(&plan, entry.id, entry.slot, u32::from(moved));
        told["status"] = "TENTATIVE".into();
        if let itinera::agenda::Event::Session(session) = &entry.event {
            let words = |text: &Text| text.english.replace("\r\n", "\n");
            // A title is on one line of the screen, but a calendar may break it.
            told["summary"] = words(&session.title).into();
            told["description"] = format!("To confirm\n{}", words(&session.notes)).into();
        }
        expect.push(told);
    }
    let gone = Told::of(&plan).cancelled(&plan, Audience::Everyone).remove(0);
    let mut cancelled = told(&plan, gone.line.entry, gone.line.slot, 1);
    cancelled["status"] = "CANCELLED".into();
    cancelled["summary"] = gone.line.title.english.replace("\r\n", "\n").into();
    expect.push(cancelled);
    assert_eq!(expect.len(), 5 + 5 + 1);
    check("calendar.json", &(serde_json::to_string_pretty(&expect).unwrap() + "\n"));
}

#[test]
fn the_cards_for_other_readers_are_the_agreed_ones() {
    let cards = cards(&vcard::crowd(), ENGLISH);
    // What ends a line for anybody ends one in a card.
    let words = |text: &str| text.replace("\r\n", "\n").replace('\u{2028}', "\n");
    for (name, format) in [("contacts3.vcf", Format::V3), ("contacts4.vcf", Format::V4)] {
        check(name, &write(&cards, format, ENGLISH, stamp()));
    }
    let expect: Vec<_> = cards
        .iter()
        .map(|card| {
            json!({
                "uid": format!("urn:uuid:{}", card.uuid),
                "fn": words(&card.name),
                "title": words(&card.title),
                "org": words(&card.organisation),
                "tel": words(&card.phone),
                "email": words(&card.email),
            })
        })
        .collect();
    check("contacts.json", &(serde_json::to_string_pretty(&expect).unwrap() + "\n"));
}
