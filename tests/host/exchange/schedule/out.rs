//! What goes out, read by other readers than our own.

use super::{crowded, edition, json, xml};
use crate::plan::build;
use itinera::{
    agenda::{Audience, EntryKind, entries},
    example::manumix,
    exchange::schedule::{Edition, restricted, to_json, to_xml},
    i18n::Language,
    plan::{
        Attendance, Delegate, DelegateId, DelegationId, EntryId, Link, Party, Place, Plan, RoomId, Session, SessionId,
        SessionKind, Text, VenueId,
    },
};
use roxmltree::Document;
use serde_json::Value;

/// Start, length and title of all sessions of a schedule.xml.
fn sessions_of(document: &Document<'_>) -> Vec<(String, String, String)> {
    let events = document.descendants().filter(|node| node.has_tag_name("event"));
    let said = |event: roxmltree::Node<'_, '_>, name: &str| {
        let node = event.children().find(|node| node.has_tag_name(name)).unwrap();
        node.text().unwrap_or_default().to_string()
    };
    let mut all: Vec<_> = events
        .map(|event| {
            assert!(said(event, "date").contains(&format!("T{}:00", said(event, "start"))));
            (said(event, "date"), said(event, "duration"), said(event, "title"))
        })
        .collect();
    all.sort();
    all
}

fn sessions_of_json(text: &str) -> Vec<(String, String, String)> {
    let file: Value = serde_json::from_str(text).unwrap();
    let days = file["schedule"]["conference"]["days"].as_array().unwrap();
    let events = days.iter().flat_map(|day| day["rooms"].as_object().unwrap().values());
    let said = |event: &Value, name: &str| event[name].as_str().unwrap().to_string();
    let mut all: Vec<_> = events
        .flat_map(|room| room.as_array().unwrap())
        .map(|event| (said(event, "date"), said(event, "duration"), said(event, "title")))
        .collect();
    all.sort();
    all
}

#[test]
fn the_shipped_plan_goes_out_with_every_session_and_stop_at_its_time() {
    let plan = manumix();
    for language in Language::ALL {
        let mut expected: Vec<_> = entries(&plan, Audience::Everyone)
            .iter()
            .filter(|entry| entry.kind() != EntryKind::Leg)
            .map(|entry| {
                let length = format!("{:02}:{:02}", entry.slot.minutes() / 60, entry.slot.minutes() % 60);
                let start = entry.slot.start().format("%Y-%m-%dT%H:%M:00+01:00").to_string();
                (start, length, entry.title().in_language(language).to_string())
            })
            .collect();
        expected.sort();
        assert_eq!(expected.len(), 23);
        let text = to_xml(&plan, &edition(language));
        assert_eq!(sessions_of(&Document::parse(&text).unwrap()), expected);
        assert_eq!(sessions_of_json(&to_json(&plan, &edition(language))), expected);
    }
}

#[test]
fn the_head_says_what_it_is() {
    let text = xml(&manumix());
    let document = Document::parse(&text).unwrap();
    let said = |name: &str| document.descendants().find(|node| node.has_tag_name(name)).and_then(|node| node.text());
    assert_eq!(said("acronym"), Some("manumix_2017"));
    assert_eq!(said("version"), Some("2017-11-20T08:15:00Z"));
    assert_eq!((said("start"), said("end"), said("days")), (Some("2017-11-21"), Some("2017-11-22"), Some("2")));
    assert_eq!(said("time_zone_name"), Some("Europe/Rome"));
    let days: Vec<_> = document.descendants().filter(|node| node.has_tag_name("day")).collect();
    assert_eq!(days[0].attribute("start"), Some("2017-11-21T08:30:00+01:00"));
    assert_eq!(days[0].attribute("end"), Some("2017-11-21T22:00:00+01:00"));
    let rooms: Vec<_> = days[0].children().filter_map(|room| room.attribute("name")).collect();
    assert!(rooms.contains(&"Main room, Finpiemonte") && rooms.contains(&"Prima Industrie, Via Pianezza 36, Collegno"));
}

#[test]
fn what_is_for_some_delegations_only_can_be_left_out() {
    let mut plan = crowded();
    assert_eq!(restricted(&plan), 0);
    let shared = Edition { shared: true, ..edition(Language::English) };
    let count = |plan: &Plan, edition: &Edition<'_>| {
        let both = [to_xml(plan, edition), to_json(plan, edition)].map(|text| super::read_text(&text).unwrap().len());
        assert_eq!(both[0], both[1]);
        both[0]
    };
    // What groups do is for everyone where their visit is.
    assert_eq!(count(&plan, &shared), 2002);
    let some = || Attendance::Only([DelegationId::from_number(1)].into());
    plan.sessions.change(SessionId::from_number(7), |session| session.audience = some());
    plan.visits.change(build::visit(1).id, |visit| visit.audience = some());
    assert_eq!(restricted(&plan), 3);
    assert_eq!((count(&plan, &edition(Language::English)), count(&plan, &shared)), (2002, 1999));
    assert!(!to_xml(&plan, &shared).contains("שלום 7 ") && !to_json(&plan, &shared).contains("Host 1"));
}

#[test]
fn a_version_without_a_name_is_that_of_the_day() {
    let unnamed = itinera::exchange::schedule::Edition { version: " ", ..edition(Language::English) };
    assert!(to_xml(&manumix(), &unnamed).contains("<version>2017-11-21</version>"));
}

#[test]
fn the_words_are_those_of_the_language() {
    let (english, italian) = (xml(&manumix()), to_xml(&manumix(), &edition(Language::Italian)));
    assert!(english.contains("<title>Registration</title>") && english.contains("<language>en</language>"));
    assert!(italian.contains("<title>Registrazione</title>") && italian.contains("<language>it</language>"));
    assert!(italian.contains("name=\"Sala principale, Finpiemonte\""));
}

#[test]
fn the_same_plan_gives_the_same_bytes() {
    assert_eq!(xml(&manumix()), xml(&manumix()));
    assert_eq!(json(&manumix()), json(&manumix()));
}

/// A session in a room of a venue, with somebody of every sort who speaks, and people with data of their own.
fn peopled() -> Plan {
    let mut plan = build::empty();
    plan.delegations.put(build::delegation(1));
    let secret = |number, organisation: &str| Delegate {
        name: format!("Hidden{number}"),
        organisation: organisation.to_string(),
        phone: "+39 000".into(),
        email: "hidden@example.org".into(),
        diet: "hidden diet".into(),
        needs: "hidden need".into(),
        emergency: "hidden emergency".into(),
        ..build::delegate(number, 1)
    };
    plan.delegates.put(secret(1, "Office"));
    plan.delegates.put(secret(2, ""));
    plan.venues.put(build::venue(1, None));
    plan.rooms.put(build::room(1, 1));
    plan.sessions.put(Session {
        place: Place::Room(RoomId::from_number(1)),
        chair: vec![Party::Delegate(DelegateId::from_number(1))],
        speakers: vec![
            Party::Named("Hidden minister".into()),
            Party::Delegate(DelegateId::from_number(1)),
            Party::Delegate(DelegateId::from_number(2)),
            Party::Delegation(DelegationId::from_number(1)),
            Party::Delegate(DelegateId::from_number(9)),
        ],
        rapporteur: vec![Party::Delegate(DelegateId::from_number(2))],
        links: vec![
            Link { title: "Script".into(), url: "javascript:alert(1)".into() },
            Link { title: "Page".into(), url: "https://example.org/a b?ä=<1>#x#y".into() },
        ],
        ..build::session(1)
    });
    let mut host = build::host(1, None);
    host.contact.name = "Hidden contact".into();
    host.contact.email = "hidden@host.example".into();
    plan.hosts.put(host);
    plan.visits.put(build::visit(1));
    plan.stops.put(itinera::plan::Stop { tour: 30, ..build::stop(1, 1, 1) });
    plan
}

#[test]
fn nobodys_data_leaves_the_plan() {
    for text in [xml(&peopled()), json(&peopled())] {
        assert!(!text.to_lowercase().contains("hidden") && !text.contains("+39"), "{text}");
        let sessions = super::read_text(&text).unwrap();
        let session = sessions.iter().find(|session| session.title == "Session 1").unwrap();
        assert_eq!(session.speakers, ["Office", "Delegation 1"]);
        assert_eq!(session.link, "https://example.org/a%20b?%C3%A4=%3C1%3E#x%23y");
        assert!(!text.contains("javascript"));
    }
}

#[test]
fn breaks_go_out_and_what_was_dropped_does_not() {
    let mut plan = build::empty();
    plan.sessions.put(Session { kind: SessionKind::Break, title: Text::same("Coffee"), ..build::session(1) });
    plan.sessions.put(Session { dropped: true, title: Text::same("Dropped"), ..build::session(2) });
    let text = xml(&plan);
    assert!(text.contains("<type>break</type>") && text.contains("Coffee") && !text.contains("Dropped"));
    assert!(text.contains("<room name=\"Place to be decided\">"));
}

#[test]
fn an_identity_is_the_sessions_own_and_a_stop_has_one_that_stays() {
    let plan = manumix();
    let known = |plan: &Plan| -> Vec<String> {
        super::read_text(&xml(plan)).unwrap().into_iter().map(|session| session.key).collect()
    };
    let before = known(&plan);
    for entry in entries(&plan, Audience::Everyone) {
        if let EntryId::Session(id) = entry.id {
            assert!(before.contains(&id.to_string()));
        }
    }
    // Whatever else changes, the numbers stay.
    let numbers = |text: &str| -> Vec<(String, String)> {
        let document = Document::parse(text).unwrap();
        let events = document.descendants().filter(|node| node.has_tag_name("event"));
        events
            .map(|event| (event.attribute("guid").unwrap().to_string(), event.attribute("id").unwrap().to_string()))
            .collect()
    };
    let mut changed = plan.clone();
    let first = plan.sessions.iter().next().unwrap().id;
    changed.sessions.remove(first);
    let (all, fewer) = (numbers(&xml(&plan)), numbers(&xml(&changed)));
    assert_eq!(fewer.len(), all.len() - 1);
    assert!(fewer.iter().all(|pair| all.contains(pair)));
    assert!(all.iter().all(|(_, id)| (1000..=2_147_483_647).contains(&id.parse::<u32>().unwrap())));
}

#[test]
fn a_plan_without_days_has_the_day_on_which_it_is_written() {
    let text = xml(&build::empty());
    assert!(text.contains("<day index=\"1\" date=\"2017-11-21\" start=\"2017-11-21T00:00:00+01:00\""), "{text}");
    assert_eq!(super::read_text(&text), Ok(Vec::new()));
    assert_eq!(super::read_text(&json(&build::empty())), Ok(Vec::new()));
}

#[test]
fn names_are_made_of_what_an_address_may_hold() {
    for (title, acronym) in [
        ("", "meeting_2017"),
        ("日本: x", "meeting_2017"),
        ("Città & Łódź, 3rd", "citta_lodz_3rd_2017"),
        ("A very long name of a meeting about nothing at all", "a_very_long_name_of_a_me_2017"),
    ] {
        let mut plan = build::empty();
        plan.days.put(build::day(0));
        plan.meeting = std::sync::Arc::new(itinera::plan::Meeting { title: Text::same(title), ..build::meeting(0) });
        assert!(xml(&plan).contains(&format!("<acronym>{acronym}</acronym>")), "{title}: {}", xml(&plan));
    }
}

#[test]
fn two_rooms_of_one_name_are_one_for_readers_who_know_rooms_by_name() {
    let mut plan = build::empty();
    for number in [1, 2] {
        plan.venues.put(itinera::plan::Venue { name: Text::same("Hall"), ..build::venue(number, None) });
        let place = Place::Venue(VenueId::from_number(number));
        plan.sessions.put(Session { id: SessionId::from_number(number), place, ..build::session(number) });
    }
    assert_eq!(xml(&plan).matches("<room name=\"Hall\"").count(), 1);
    let file: Value = serde_json::from_str(&json(&plan)).unwrap();
    assert_eq!(file["schedule"]["conference"]["days"][0]["rooms"]["Hall"].as_array().unwrap().len(), 2);
    assert_eq!(file["schedule"]["conference"]["rooms"].as_array().unwrap().len(), 1);
}
