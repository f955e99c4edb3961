//! The public files of conferences, and the published schemas, which the project holds no copy of.

use super::{ROME, at, edition, json, xml};
use crate::plan::build;
use chrono::TimeDelta;
use itinera::{
    example::manumix,
    exchange::{
        incoming::Incoming,
        schedule::{ScheduleError, Zone, read, to_json},
    },
    i18n::{Language, Words},
    plan::{DelegationId, Group, Plan, Session, SessionId, StopId, Text},
};
use jsonschema::Validator;
use proptest::prelude::*;
use std::{fs, path::Path, sync::LazyLock};

/// A file beside the repository.
fn shared(name: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/schedules").join(name);
    fs::read(&path).unwrap_or_else(|error| {
        panic!("this test needs the published file {name} at {}, beside the repository: {error}", path.display())
    })
}

fn find<'a>(sessions: &'a [Incoming], title: &str) -> &'a Incoming {
    sessions.iter().find(|session| session.title == title).unwrap_or_else(|| panic!("no session {title}"))
}

#[test]
fn a_congress_of_frab_is_read_whole() {
    let sessions = read(&shared("31c3.xml"), ROME).unwrap();
    assert_eq!(sessions.len(), 138);
    let opening = find(&sessions, "31C3 Opening Event");
    assert_eq!(opening.key, "29aecfd7-2e44-4f49-ab86-29b5e0877325");
    assert_eq!((opening.slot.start(), opening.slot.minutes()), (at("2014-12-27T11:00"), 30));
    assert_eq!(opening.place, "Saal 1");
    assert_eq!(opening.speakers, ["erdgeist", "Geraldine de Bastion"]);
    assert_eq!((opening.notes.as_str(), opening.link.as_str()), ("", ""));
    let keynote = find(&sessions, "31C3 Keynote");
    assert_eq!(keynote.notes, "A New Dawn\n\nThe 31C3 Keynote\n\nA New Dawn");
    let agenda = find(&sessions, "„Wir beteiligen uns aktiv an den Diskussionen“");
    assert_eq!(agenda.link, "http://breitband.deutschlandradiokultur.de/brb140823/");
    // Past midnight, on the day after the one that the file puts it under.
    let late = find(&sessions, "Citizenfour");
    assert_eq!((late.slot.start(), late.slot.minutes()), (at("2014-12-28T00:00"), 135));
    let late = find(&sessions, "Googlequiz – 2015er Edition");
    assert_eq!(late.slot.start(), at("2014-12-30T00:15"));
    let lengths: Vec<_> = [30, 40, 60, 90, 120, 135]
        .map(|minutes| sessions.iter().filter(|session| session.slot.minutes() == minutes).count())
        .to_vec();
    assert_eq!(lengths, [36, 1, 92, 2, 1, 6]);
    assert!(sessions.iter().all(|session| !session.title.is_empty() && !session.place.is_empty()));
    // Texts with HTML in them become plain ones.
    assert!(sessions.iter().all(|session| !session.notes.contains("<li>") && !session.notes.contains("</p>")));
}

#[test]
fn a_conference_of_pretalx_is_read_whole() {
    let sessions = read(&shared("pretalx-democon.json"), ROME).unwrap();
    assert_eq!(sessions.len(), 36);
    let first = &find(&sessions, "Focused 5thgeneration hardware");
    assert_eq!(first.key, "8079583e-8321-506c-95af-fd2903a5f075");
    assert_eq!((first.slot.start(), first.slot.minutes()), (at("2020-12-14T09:00"), 30));
    assert_eq!((first.place.as_str(), first.link.as_str()), ("Gray Room", "http://localhost/democon/talk/G9JGWY/"));
    assert_eq!(first.speakers, ["Brian Robinson"]);
    assert!(first.notes.starts_with("Brand back-end models!\n\nStation provide certain mean."));
    // The file says that its zone is UTC, but its clocks are an hour ahead: a plan in UTC takes what the clocks show.
    let utc = Zone { name: "UTC", ahead: &|_| 0 };
    let there = read(&shared("pretalx-democon.json"), utc).unwrap();
    assert_eq!(there, sessions);
}

#[test]
fn a_file_that_the_schema_refuses_is_refused_and_told_where() {
    let error = read(&shared("invalid-example.json"), ROME).unwrap_err();
    assert_eq!(
        error.words(Words::new(Language::English)),
        "Session “Internal Penetration Testing Basics”, “schedule.conference.days[0].rooms.Winterchaos[0].id”: the text \
         “2814” stands where a whole number from 1 up should be. Correct it in the file, or ask for a new copy."
    );
    assert!(matches!(error, ScheduleError::Wrong { .. }));
}

static SCHEMA: LazyLock<Validator> = LazyLock::new(|| {
    let schema = serde_json::from_slice(&shared("schedule.schema.json")).unwrap();
    jsonschema::options().should_validate_formats(true).build(&schema).unwrap()
});

fn assert_valid(text: &str) {
    let file = serde_json::from_str(text).unwrap();
    let faults: Vec<_> = SCHEMA.iter_errors(&file).map(|fault| format!("{}: {fault}", fault.instance_path())).collect();
    assert!(faults.is_empty(), "{faults:#?}\n{text}");
}

#[test]
fn what_is_written_as_json_holds_to_the_published_schema() {
    assert!(!SCHEMA.is_valid(&serde_json::from_slice(&shared("invalid-example.json")).unwrap()));
    for language in Language::ALL {
        assert_valid(&to_json(&manumix(), &edition(language)));
    }
    assert_valid(&json(&build::empty()));
    assert_valid(&json(&crowded()));
}

/// 2,000 sessions on four days, in ten rooms of a venue, and a visit that two groups make.
pub fn crowded() -> Plan {
    let mut plan = build::empty();
    plan.venues.put(build::venue(1, None));
    for number in 1..=10 {
        plan.rooms.put(build::room(number, 1));
    }
    for number in 1..=2000_u128 {
        let start = build::at(8, 0) + TimeDelta::minutes((number as i64 / 10) * 28);
        plan.sessions.put(Session {
            id: SessionId::from_number(number),
            title: Text::same(format!("Torino – Łódź 🚌 שלום {number} ]]> <b>&\u{1}\u{b}")),
            slot: itinera::plan::Slot::lasting(start, 25),
            place: itinera::plan::Place::Room(itinera::plan::RoomId::from_number(1 + number % 10)),
            notes: Text::same("one\r\ntwo\rthree"),
            ..build::session(number)
        });
    }
    plan.hosts.put(build::host(1, Some(1)));
    plan.visits.put(build::visit(1));
    plan.stops.put(itinera::plan::Stop { tour: 30, ..build::stop(1, 1, 1) });
    for number in [1, 2] {
        let delegations = [DelegationId::from_number(number)].into();
        plan.delegations.put(build::delegation(number));
        plan.groups.put(Group { delegations, ..build::group(number, 1) });
    }
    assert!(plan.stops.has(StopId::from_number(1)));
    plan
}

#[test]
fn two_thousand_sessions_come_back() {
    let plan = crowded();
    for text in [xml(&plan), json(&plan)] {
        let sessions = super::read_text(&text).unwrap();
        assert_eq!(sessions.len(), 2002);
        let one = find(&sessions, "Torino – Łódź 🚌 שלום 7 ]]> <b>&");
        assert_eq!((one.notes.as_str(), one.place.as_str()), ("one\ntwo\nthree", "Room 8, Venue 1"));
        let groups: Vec<_> = sessions.iter().filter(|session| session.title == "Host 1").collect();
        assert_eq!(groups.len(), 2);
        assert_ne!(groups[0].key, groups[1].key);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_plan_holds_to_the_published_schema(plan in crate::support::arbitrary::plans()) {
        // The schema's dates have years of four digits.
        prop_assume!(itinera::agenda::dates(&plan).iter().all(|date| (1..=9999).contains(&chrono::Datelike::year(date))));
        assert_valid(&json(&plan));
    }
}
