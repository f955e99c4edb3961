//! Plans with a wrong value: what is said of it, and where, to the word.

use super::full::full;
use itinera::i18n::{Language, Words};
use itinera::wire::{DecodeError, LONGEST_TEXT, MOST_RECORDS, Problem, decode, encode};
use serde_json::{Value, json};

const ENGLISH: Words = Words::new(Language::English);
const ITALIAN: Words = Words::new(Language::Italian);

/// The full plan with another value at a place, which may be new.
fn with(place: &str, value: Value) -> Vec<u8> {
    let mut file: Value = serde_json::from_str(&encode(&full())).unwrap();
    let (parent, name) = place.rsplit_once('/').unwrap();
    match file.pointer_mut(parent).unwrap() {
        Value::Array(items) => items[name.parse::<usize>().unwrap()] = value,
        parent => parent[name] = value,
    }
    file.to_string().into_bytes()
}

fn check_value(place: &str, value: Value, path: &str, english: &str) {
    let error = decode(&with(place, value)).unwrap_err();
    let DecodeError::Wrong { spot, .. } = &error else { panic!("{place}: {error}") };
    assert_eq!(spot.path, path);
    assert_eq!(error.words(ENGLISH), format!("{english}. Correct it in the file, or ask for a new copy."));
}

#[test]
fn values_of_the_wrong_sort() {
    let check = check_value;
    let session = "/plan/sessions/0";
    let at = |field: &str| format!("{session}/{field}");
    for (field, value, said) in [
        (
            "id",
            json!("1"),
            "the text “1” stands where an identity such as 018f3c1e-7b2a-7000-8000-000000000001 should be",
        ),
        ("title", json!(7), "the number 7 stands where a text, or one each in English and Italian, should be"),
        (
            "kind",
            json!("party"),
            "the text “party” stands where one of plenary, workshop, steeringGroup, registration, break, lunch, dinner, freeTime, departure should be",
        ),
        ("slot", json!([]), "a list stands where a group of fields should be"),
        ("place", json!("Main room"), "the text “Main room” stands where one of venue, room should be"),
        ("place", json!({}), "a group of fields stands where one of venue, room should be"),
        ("chair", json!("Ann"), "the text “Ann” stands where a list should be"),
        ("audience", json!(true), "true stands where a list should be"),
        ("fixed", json!("yes"), "the text “yes” stands where true or false should be"),
        ("fixed", Value::Null, "nothing stands where true or false should be"),
    ] {
        check(
            &at(field),
            value,
            &format!("plan.sessions[0].{field}"),
            &format!("Session 1{}, “{field}”: {said}", if field == "title" { "" } else { " “Welcome”" }),
        );
    }
    for (field, path, value, said) in [
        (
            "slot/start",
            "slot.start",
            json!("9 o'clock"),
            "the text “9 o'clock” stands where a day and time such as 2017-11-21T09:00 should be",
        ),
        (
            "slot/start",
            "slot.start",
            json!("2017-11-21T25:00"),
            "the text “2017-11-21T25:00” stands where a day and time such as 2017-11-21T09:00 should be",
        ),
        (
            "slot/start",
            "slot.start",
            json!(1_511_251_200),
            "the number 1511251200 stands where a day and time such as 2017-11-21T09:00 should be",
        ),
        ("title/it", "title.it", json!(1.5), "a number with decimals stands where a text should be"),
        (
            "topics/0",
            "topics[0]",
            json!(-1),
            "the number -1 stands where an identity such as 018f3c1e-7b2a-7000-8000-000000000001 should be",
        ),
        (
            "chair/0",
            "chair[0]",
            json!({"person": "x"}),
            "a group of fields stands where one of delegate, delegation, name should be",
        ),
        (
            "chair/0/delegation",
            "chair[0].delegation",
            json!(1e300),
            "a number with decimals stands where an identity such as 018f3c1e-7b2a-7000-8000-000000000001 should be",
        ),
    ] {
        check(
            &at(field),
            value,
            &format!("plan.sessions[0].{path}"),
            &format!("Session 1 “Welcome”, “{path}”: {said}"),
        );
    }
}

#[test]
fn values_elsewhere() {
    let check = check_value;
    check(
        "/plan/sessions/0",
        json!(3),
        "plan.sessions[0]",
        "Session 1: the number 3 stands where a group of fields should be",
    );
    check("/plan/sessions", json!({}), "plan.sessions", "“sessions”: a group of fields stands where a list should be");
    check("/plan", json!([]), "plan", "“plan”: a list stands where a group of fields should be");
    check(
        "/lineage/1",
        json!("12"),
        "lineage[1]",
        "“lineage[1]”: the text “12” stands where a state of 16 digits and letters such as 00c0ffee00c0ffee should be",
    );
    check(
        "/saved",
        json!("yesterday"),
        "saved",
        "“saved”: the text “yesterday” stands where a moment such as 2017-11-20T08:15:00Z should be",
    );
    check("/version", json!("1"), "version", "“version”: the text “1” stands where a whole number from 1 up should be");
    check("/version", json!(0), "version", "“version”: the number 0 stands where a whole number from 1 up should be");
    check(
        "/plan/days/0/date",
        json!("21/11/2017"),
        "plan.days[0].date",
        "Day 1 “Day of visits”, “date”: the text “21/11/2017” stands where a date such as 2017-11-21 should be",
    );
    check(
        "/plan/stops/0/tour",
        json!(70_000),
        "plan.stops[0].tour",
        "Stop 1, “tour”: the number 70000 stands where a whole number from 0 to 65535 should be",
    );
    check(
        "/plan/stops/0/tour",
        json!(-5),
        "plan.stops[0].tour",
        "Stop 1, “tour”: the number -5 stands where a whole number from 0 to 65535 should be",
    );
    check(
        "/plan/venues/0/position/latitude",
        json!(45.07),
        "plan.venues[0].position.latitude",
        "Venue 1 “Finpiemonte”, “position.latitude”: a number with decimals stands where a whole number from -2147483648 to 2147483647 should be",
    );
    check(
        "/plan/hosts/0/photos",
        json!("maybe"),
        "plan.hosts[0].photos",
        "Host 1 “SPEA”, “photos”: the text “maybe” stands where one of unknown, allowed, forbidden should be",
    );
    let long = "An unending story ".repeat(9);
    check(
        "/plan/transfers/0/minutes",
        json!(long),
        "plan.transfers[0].minutes",
        "Driving time 1, “minutes”: the text “An unending story An unending story An unending story An une…” stands where a whole number from 0 to 65535 should be",
    );
}

#[test]
fn values_that_break_a_rule() {
    let check = check_value;
    let slot = |start: &str, end: &str| json!({"start": start, "end": end});
    check(
        "/plan/sessions/0/slot",
        slot("2017-11-21T10:00", "2017-11-21T09:30"),
        "plan.sessions[0].slot",
        "Session 1 “Welcome”, “slot”: the end, 2017-11-21 09:30, is not after the start, 2017-11-21 10:00",
    );
    check(
        "/plan/sessions/0/slot",
        slot("2017-11-21T10:00", "2017-11-21T10:00"),
        "plan.sessions[0].slot",
        "Session 1 “Welcome”, “slot”: the end, 2017-11-21 10:00, is not after the start, 2017-11-21 10:00",
    );
    check(
        "/plan/sessions/0/slot",
        slot("2017-11-21T10:00", "2017-11-22T10:01"),
        "plan.sessions[0].slot",
        "Session 1 “Welcome”, “slot”: 1441 minutes are longer than a day",
    );
    check(
        "/plan/visits/0/rush",
        json!({"from": "18:30", "to": "16:30", "percent": 40}),
        "plan.visits[0].rush",
        "Study visit 1 “Study visit”, “rush”: the closing time, 16:30, is not after the opening time, 18:30",
    );
    check(
        "/plan/groups/0/start",
        json!("2017-11-21T13:45"),
        "plan.groups[0].start",
        "Group 1 “Lasers”, “start”: the text “2017-11-21T13:45” stands where a time such as 14:30 should be",
    );
    check(
        "/plan/stops/0/window",
        json!({"from": "17:30", "to": "14:00"}),
        "plan.stops[0].window",
        "Stop 1, “window”: the closing time, 14:00, is not after the opening time, 17:30",
    );
    check(
        "/plan/venues/0/position",
        json!({"latitude": 90_000_001, "longitude": 0}),
        "plan.venues[0].position",
        "Venue 1 “Finpiemonte”, “position”: latitude 90000001 and longitude 0, in millionths of a degree, are nowhere on Earth",
    );
    check("/plan/meeting/zone", json!("  "), "plan.meeting.zone", "“meeting.zone”: the meeting has no time zone");
    check(
        "/plan/sessions/0/room",
        json!("x"),
        "plan.sessions[0]",
        "Session 1 “Welcome”: “room” is not something that a plan has",
    );
    check(
        "/plan/sessions/0/title/de",
        json!("x"),
        "plan.sessions[0].title",
        "Session 1 “Welcome”, “title”: “de” is not something that a plan has",
    );
    check("/author", json!("x"), "", "The file: “author” is not something that a plan has");
    check(
        "/plan/sessions/0/slot",
        json!({"start": "2017-11-21T10:00"}),
        "plan.sessions[0].slot",
        "Session 1 “Welcome”, “slot”: “end” is missing",
    );
    check(
        "/plan/stops/0",
        json!({"id": "00000000-0000-0000-0000-000000000001"}),
        "plan.stops[0]",
        "Stop 1: “visit” is missing",
    );
    check("/plan/meeting", json!({}), "plan.meeting", "“meeting”: “id” is missing");
    let mut bare: Value = json!({"format": "itinera-plan", "plan": {}});
    let said = |file: &Value| decode(file.to_string().as_bytes()).unwrap_err().words(ENGLISH);
    assert_eq!(said(&bare), "The file: “version” is missing. Correct it in the file, or ask for a new copy.");
    bare["version"] = json!(1);
    assert_eq!(said(&bare), "“plan”: “meeting” is missing. Correct it in the file, or ask for a new copy.");
    bare.as_object_mut().unwrap().remove("plan");
    assert_eq!(said(&bare), "The file: “plan” is missing. Correct it in the file, or ask for a new copy.");
}

#[test]
fn too_much_of_something() {
    let check = check_value;
    check(
        "/plan/topics",
        json!(vec![0; MOST_RECORDS + 1]),
        "plan.topics",
        "“topics”: there are 5001, and 5000 is the most",
    );
    check("/lineage", json!(vec!["0123456789abcdef"; 33]), "lineage", "“lineage”: there are 33, and 32 is the most");
    let notes = "è".repeat(LONGEST_TEXT + 1);
    check(
        "/plan/sessions/0/notes",
        json!(notes),
        "plan.sessions[0].notes",
        "Session 1 “Welcome”, “notes”: the text has 20001 characters, and 20000 is the most",
    );
    assert!(decode(&with("/plan/sessions/0/notes", json!("è".repeat(LONGEST_TEXT)))).is_ok());
    let many: Vec<_> = (0..MOST_RECORDS).map(|n| json!({"id": format!("00000000-0000-0000-0000-{n:012}")})).collect();
    assert!(decode(&with("/plan/topics", json!(many))).is_ok());
}

#[test]
fn identities_twice() {
    let check = |table: &str, first: usize, english: &str| {
        let mut file: Value = serde_json::from_str(&encode(&full())).unwrap();
        let records = file["plan"][table].as_array_mut().unwrap();
        records.push(records[first].clone());
        let last = records.len() - 1;
        let error = decode(file.to_string().as_bytes()).unwrap_err();
        let DecodeError::Twice { first: one, second: two, .. } = &error else { panic!("{error}") };
        assert_eq!(one.path, format!("plan.{table}[{first}]"));
        assert_eq!(two.path, format!("plan.{table}[{last}]"));
        assert_eq!(
            error.words(ENGLISH),
            format!("{english}. Remove one of them from the file, or ask for a new copy.")
        );
    };
    let id = |number: u32| format!("00000000-0000-0000-0000-{number:012x}");
    check("sessions", 1, &format!("Session 2 “Dinner” and Session 3 “Dinner” have the same identity, {}", id(62)));
    check(
        "delegates",
        0,
        &format!(
            "Delegate 1 “Head of delegation” and Delegate 2 “Head of delegation” have the same identity, {}",
            id(55)
        ),
    );
    check(
        "topics",
        0,
        &format!(
            "Topic 1 “Fabbrica Intelligente” and Topic 2 “Fabbrica Intelligente” have the same identity, {}",
            id(11)
        ),
    );
    check("days", 0, "Day 1 “Day of visits” and Day 2 “Day of visits” have the same identity, 2017-11-21");
    check("transfers", 0, &format!("Driving time 1 and Driving time 2 have the same identity, {} {}", id(31), id(32)));
}

#[test]
fn faults_in_italian() {
    let check = |place: &str, value: Value, italian: &str| {
        let error = decode(&with(place, value)).unwrap_err();
        assert_eq!(error.words(ITALIAN), format!("{italian}. Correggere il file o chiedere una nuova copia."));
    };
    check(
        "/plan/sessions/0/slot/start",
        json!(9),
        "Sessione 1 «Benvenuto», «slot.start»: c’è il numero 9 dove ci vuole un giorno con l’ora come 2017-11-21T09:00",
    );
    check(
        "/plan/sessions/0/slot/end",
        json!("2017-11-21T08:00"),
        "Sessione 1 «Benvenuto», «slot»: la fine, 2017-11-21 08:00, non viene dopo l’inizio, 2017-11-21 09:00",
    );
    check(
        "/plan/stops/0/host",
        Value::Null,
        "Tappa 1, «host»: c’è un vuoto dove ci vuole un’identità come 018f3c1e-7b2a-7000-8000-000000000001",
    );
    check("/plan/visits/0/coach", json!(1), "Visita di studio 1 «Visita di studio»: «coach» non fa parte di un piano");
}

/// A reference to nothing is a finding of the checks, not a fault of the file.
#[test]
fn dangling_references_are_read() {
    let nobody = json!("00000000-0000-0000-0000-0000000fffff");
    for place in ["/plan/stops/0/visit", "/plan/stops/0/host", "/plan/rooms/0/venue", "/plan/delegates/0/delegation"] {
        assert!(decode(&with(place, nobody.clone())).is_ok(), "{place}");
    }
}

/// Every place of a full plan takes only what belongs there; what else is put there is refused at that place.
#[test]
fn every_place_refuses_the_wrong_sort() {
    let file: Value = serde_json::from_str(&encode(&full())).unwrap();
    let mut places = Vec::new();
    leaves(&file["plan"], "/plan", "plan", &mut places);
    assert!(places.len() > 130, "{}", places.len());
    for (place, path, leaf) in places {
        for wrong in [json!([[]]), json!({"x": 1}), json!(-1), json!(1.5), json!(true), json!("\u{7f}")] {
            let fits = match (&leaf, &wrong) {
                (Value::Bool(_), Value::Bool(_)) => true,
                // Free texts take any; those with a form of their own do not.
                (Value::String(_), Value::String(_)) => decode(&with(&place, wrong.clone())).is_ok(),
                (Value::Number(_), Value::Number(number)) => {
                    (path.contains("position") || path.contains("deviation")) && number.is_i64()
                }
                _ => false,
            };
            let result = decode(&with(&place, wrong.clone()));
            if fits {
                assert!(result.is_ok(), "{place} {wrong}");
                continue;
            }
            let Err(DecodeError::Wrong { spot, problem }) = result else { panic!("{place} took {wrong}") };
            assert!(path.starts_with(&spot.path) || spot.path == path, "{path}: {}", spot.path);
            assert!(matches!(problem, Problem::Other { .. } | Problem::Unknown { .. }), "{place}: {problem:?}");
        }
    }
}

fn leaves(value: &Value, at: &str, path: &str, places: &mut Vec<(String, String, Value)>) {
    match value {
        Value::Array(items) => items
            .iter()
            .enumerate()
            .for_each(|(place, item)| leaves(item, &format!("{at}/{place}"), &format!("{path}[{place}]"), places)),
        Value::Object(fields) => fields
            .iter()
            .for_each(|(name, field)| leaves(field, &format!("{at}/{name}"), &format!("{path}.{name}"), places)),
        leaf => places.push((at.to_string(), path.to_string(), leaf.clone())),
    }
}
