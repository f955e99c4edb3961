//! The programme as linked data.

use super::schedule::rome;
use crate::plan::build;
use itinera::{
    agenda::{Audience, EntryKind, entries},
    example::manumix,
    exchange::linked,
    i18n::Language,
    plan::{Attendance, DelegationId, Party, Place, Plan, RoomId, Session, Text, VenueId},
};
use proptest::prelude::*;
use serde_json::{Value, json};

fn event(plan: &Plan, audience: Audience, language: Language) -> Value {
    serde_json::from_str(&linked::event(plan, audience, language, &rome)).unwrap()
}

fn english(plan: &Plan) -> Value {
    event(plan, Audience::Everyone, Language::English)
}

#[test]
fn the_meeting_is_an_event_with_time_place_and_host() {
    let event = event(&manumix(), Audience::Everyone, Language::Italian);
    assert_eq!(event["@context"], "https://schema.org");
    assert_eq!(event["@type"], "Event");
    assert_eq!(event["name"], "MANUMIX: Innovation policy-mix learning for advanced manufacturing in European regions");
    assert_eq!(event["startDate"], "2017-11-21T08:30:00+01:00");
    assert_eq!(event["endDate"], "2017-11-22T15:00:00+01:00");
    assert_eq!(event["eventStatus"], "https://schema.org/EventScheduled");
    assert_eq!(event["eventAttendanceMode"], "https://schema.org/OfflineEventAttendanceMode");
    assert_eq!(event["inLanguage"], "it");
    assert_eq!(event["organizer"], json!({"@type": "Organization", "name": "Finpiemonte, Torino"}));
    let place = json!({"@type": "Place", "name": "Finpiemonte", "address": "Turin",
        "geo": {"@type": "GeoCoordinates", "latitude": "45.0703", "longitude": "7.6869"}});
    assert_eq!(event["location"], place);
}

#[test]
fn every_session_and_stop_is_a_sub_event_at_its_time() {
    let plan = manumix();
    for audience in [Audience::Everyone, Audience::Delegation(plan.delegations.iter().nth(2).unwrap().id)] {
        let expected: Vec<_> = entries(&plan, audience)
            .iter()
            .filter(|entry| entry.kind() != EntryKind::Leg)
            .map(|entry| {
                let at = |moment: chrono::NaiveDateTime| moment.format("%Y-%m-%dT%H:%M:00+01:00").to_string();
                (entry.title().english, at(entry.slot.start()), at(entry.slot.end()))
            })
            .collect();
        let event = event(&plan, audience, Language::English);
        let said = |event: &Value, name: &str| event[name].as_str().unwrap().to_string();
        let told: Vec<_> = event["subEvent"].as_array().unwrap().iter().collect();
        let told: Vec<_> =
            told.iter().map(|one| (said(one, "name"), said(one, "startDate"), said(one, "endDate"))).collect();
        assert_eq!(told, expected);
    }
}

#[test]
fn a_session_says_where_it_is_as_far_as_that_is_known() {
    let mut plan = build::empty();
    plan.venues.put(build::venue(1, None));
    plan.rooms.put(build::room(1, 1));
    let places = [Place::Open, Place::Room(RoomId::from_number(1)), Place::Venue(VenueId::from_number(1))];
    for (number, place) in (1..).zip(places) {
        plan.sessions.put(Session { place, ..build::session(number) });
    }
    let event = english(&plan);
    assert_eq!(event["subEvent"][0].get("location"), None);
    assert_eq!(event["subEvent"][1]["location"], json!({"@type": "Place", "name": "Room 1, Venue 1"}));
    assert_eq!(event["subEvent"][2]["location"], json!({"@type": "Place", "name": "Venue 1"}));
    assert_eq!(event["location"], json!({"@type": "Place", "name": "Venue 1"}));
}

#[test]
fn nobody_is_named() {
    let mut plan = build::empty();
    plan.delegations.put(build::delegation(1));
    plan.delegates.put(build::delegate(1, 1));
    let speakers = vec![Party::Named("Hidden".into()), Party::Delegate(itinera::plan::DelegateId::from_number(1))];
    plan.sessions.put(Session {
        speakers,
        audience: Attendance::Only([DelegationId::from_number(1)].into()),
        ..build::session(1)
    });
    let text = linked::event(&plan, Audience::Everyone, Language::English, &rome);
    assert!(!text.contains("Hidden") && !text.contains("Delegate 1"));
}

#[test]
fn of_a_meeting_without_sessions_the_days_are_told_and_of_an_empty_one_nothing() {
    let mut plan = build::empty();
    assert_eq!(english(&plan).get("startDate"), None);
    plan.days.put(build::day(0));
    assert_eq!(
        (&english(&plan)["startDate"], &english(&plan)["endDate"]),
        (&json!("2017-11-21"), &json!("2017-11-21"))
    );
    plan.days.put(build::day(3));
    assert_eq!(
        (&english(&plan)["startDate"], &english(&plan)["endDate"]),
        (&json!("2017-11-21"), &json!("2017-11-24"))
    );
}

proptest! {
    #[test]
    fn any_words_stay_inside_the_script_element(title in any::<String>(), notes in "[<>/!script\\-&\"\\\\ ]{0,40}") {
        let mut plan = build::empty();
        plan.sessions.put(Session { title: Text::same(&title), notes: Text::same(&notes), ..build::session(1) });
        let text = linked::event(&plan, Audience::Everyone, Language::English, &rome);
        prop_assert!(!text.contains('<'));
        let event: Value = serde_json::from_str(&text).unwrap();
        let expected = if title.trim().is_empty() { "Untitled" } else { title.trim() };
        prop_assert_eq!(&event["subEvent"][0]["name"], expected);
        prop_assert_eq!(event["subEvent"][0].get("description"), None);
    }
}
