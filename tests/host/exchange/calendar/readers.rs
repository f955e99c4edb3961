//! Calendar files as the `icalendar` crate reads them, which knows nothing of ours.

use super::{ENGLISH, ITALIAN, ahead, calendar_for};
use crate::support::arbitrary::plans;
use icalendar::{CalendarComponent, CalendarDateTime, Component, DatePerhapsTime, EventLike};
use itinera::agenda::{Audience, EntryKind, entries, wording};
use itinera::example::manumix;
use itinera::exchange::calendar::{Calendar, read};
use itinera::i18n::Words;
use itinera::plan::{EntryId, Plan, Slot, Version, VersionId};
use proptest::prelude::*;

/// The events of a calendar file as the other reader has them.
fn events(text: &str) -> Vec<icalendar::Event> {
    let calendar: icalendar::Calendar = text.parse().unwrap_or_else(|error| panic!("{error}\n{text}"));
    let events = calendar.components.into_iter();
    events
        .filter_map(|component| if let CalendarComponent::Event(event) = component { Some(event) } else { None })
        .collect()
}

fn moment(value: Option<DatePerhapsTime>, zone: &str) -> chrono::NaiveDateTime {
    match value {
        Some(DatePerhapsTime::DateTime(CalendarDateTime::WithTimezone { date_time, tzid })) if tzid == zone => {
            date_time
        }
        other => panic!("{other:?}"),
    }
}

fn slot(event: &icalendar::Event, zone: &str) -> Slot {
    Slot::new(moment(event.get_start(), zone), moment(event.get_end(), zone)).unwrap()
}

fn check(plan: &Plan, audience: Audience, words: Words) {
    let events = events(&calendar_for(plan, audience, words).text);
    let agenda = entries(plan, audience);
    assert_eq!(events.len(), agenda.len());
    for (event, entry) in events.iter().zip(agenda) {
        assert_eq!(event.get_uid(), Some(&*format!("{}@{}", entry.id, plan.id())));
        assert_eq!(slot(event, &plan.meeting.zone), entry.slot);
        assert!(event.get_summary().unwrap().starts_with(&wording::title(words, &entry)));
        assert_eq!(event.get_status() == Some(icalendar::EventStatus::Tentative), entry.to_confirm());
        assert_eq!(event.get_sequence(), Some(0));
        if entry.kind() == EntryKind::Stop {
            let about = match &entry.event {
                itinera::agenda::Event::Stop { host: Some(host), .. } => host.about.in_language(words.language()),
                _ => "",
            };
            assert!(event.get_description().unwrap().contains(about));
        }
    }
}

#[test]
fn the_shipped_meeting_is_read_by_others_as_it_is_on_screen() {
    let plan = manumix();
    for words in [ENGLISH, ITALIAN] {
        check(&plan, Audience::Everyone, words);
        for delegation in &plan.delegations {
            check(&plan, Audience::Delegation(delegation.id), words);
        }
    }
}

#[test]
fn letters_of_all_scripts_arrive() {
    let titles = [
        "Šiaulių žvejys ėjo į ąžuolyną",
        "Eñaut Ibañez, Ürün; Gasteiz",
        "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch ŵŷ Ŵ",
        "👩🏽‍🔬🚌🇱🇹 lasers",
        "ביקור במפעל — زيارة",
        "quote \" back\\slash, comma; semicolon: colon",
    ];
    let long = titles.join(" / ");
    let mut plan = crate::plan::build::empty();
    for (id, title) in (0..).zip(titles.into_iter().chain([&*long])) {
        plan.sessions.put(itinera::plan::Session {
            title: title.into(),
            notes: long.as_str().into(),
            ..crate::plan::build::session(id)
        });
    }
    let text = calendar_for(&plan, Audience::Everyone, ENGLISH).text;
    let read: Vec<_> = events(&text).iter().map(|event| event.get_summary().unwrap().to_string()).collect();
    assert_eq!(read, titles.into_iter().chain([&*long]).collect::<Vec<_>>());
    assert!(events(&text).iter().all(|event| event.get_description() == Some(&*format!("To confirm\n{long}"))));
}

#[test]
fn what_was_cancelled_is_read_as_such() {
    let mut plan = manumix();
    plan.versions.put(Version::of(&plan, VersionId::from_number(1), "First", "2017-11-06T09:00:00Z".parse().unwrap()));
    let session = plan.sessions.iter().next().unwrap().clone();
    plan.sessions.remove(session.id);
    let events = events(&calendar_for(&plan, Audience::Everyone, ENGLISH).text);
    let gone: Vec<_> =
        events.iter().filter(|event| event.get_status() == Some(icalendar::EventStatus::Cancelled)).collect();
    assert_eq!(gone.len(), 1);
    assert_eq!(gone[0].get_uid(), Some(&*format!("{}@{}", EntryId::Session(session.id), plan.id())));
    assert_eq!((slot(gone[0], "Europe/Rome"), gone[0].get_sequence()), (session.slot, Some(1)));
}

/// What the other program writes, ours reads.
#[test]
fn we_read_what_others_write() {
    let start = crate::plan::build::at(9, 0);
    let mut calendar = icalendar::Calendar::new();
    for number in 0..20_u32 {
        let start = start + chrono::TimeDelta::minutes(i64::from(number) * 60);
        let event = icalendar::Event::new()
            .uid(&format!("event-{number}"))
            .summary(&format!("Žvejys; no, {number}\\"))
            .description("one\ntwo, and three")
            .location("Room, Venue")
            .starts(start.and_utc())
            .ends((start + chrono::TimeDelta::minutes(45)).and_utc())
            .done();
        calendar.push(event);
    }
    let Calendar { sessions, problems, .. } = read(calendar.to_string().as_bytes(), "Europe/Rome", &ahead).unwrap();
    assert_eq!((sessions.len(), problems), (20, vec![]));
    for (number, session) in (0..).zip(sessions) {
        assert_eq!(session.key, format!("event-{number}"));
        assert_eq!(session.title, format!("Žvejys; no, {number}\\"));
        assert_eq!((&*session.notes, &*session.place), ("one\ntwo, and three", "Room, Venue"));
        // Turin is an hour ahead in November.
        let start = start + chrono::TimeDelta::minutes(i64::from(number) * 60 + 60);
        assert_eq!((session.slot.start(), session.slot.minutes()), (start, 45));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_plan_is_read_by_others(plan in plans(), delegation in 1..4_u128) {
        for audience in [Audience::Everyone, Audience::Delegation(itinera::plan::DelegationId::from_number(delegation))] {
            let written = calendar_for(&plan, audience, ENGLISH);
            let read = events(&written.text);
            prop_assert_eq!(read.len(), written.entries + written.cancelled);
            let agenda = entries(&plan, audience).into_iter().filter(|entry| !written.left_out.contains(&entry.id));
            for (event, entry) in read.iter().zip(agenda) {
                prop_assert_eq!(event.get_uid(), Some(&*format!("{}@{}", entry.id, plan.id())));
                prop_assert_eq!(slot(event, &plan.meeting.zone), entry.slot);
            }
        }
    }
}
