//! Single records: for the history, and for showing the two values of a clash.

use super::full::{full, plan};
use itinera::i18n::{Language, Words};
use itinera::plan::AnyRecord;
use itinera::wire::{decode_record, encode_record, field_value};
use serde_json::{Value, json};

fn session() -> AnyRecord {
    plan().records().find(|record| matches!(record, AnyRecord::Session(_))).unwrap()
}

#[test]
fn a_record_is_tagged_by_its_kind() {
    let id = "00000000-0000-0000-0000-00000000000b";
    let topic = json!({"topic": {"id": id, "name": {"it": "Fabbrica Intelligente"}}});
    let record = plan().records().find(|record| matches!(record, AnyRecord::Topic(_))).unwrap();
    assert_eq!(encode_record(&record), topic);
    assert_eq!(decode_record(topic), Ok(record));
}

#[test]
fn every_record_is_read_as_it_was_written() {
    for record in full().plan.records() {
        assert_eq!(decode_record(encode_record(&record)), Ok(record));
    }
}

/// For each record of the full plan, one with only what must be given: every field that differs has a value to show.
#[test]
fn every_field_has_a_value() {
    let required =
        ["id", "zone", "date", "venue", "delegation", "slot", "start", "visit", "host", "from", "to", "minutes", "at"];
    for record in full().plan.records() {
        let Value::Object(kinds) = encode_record(&record) else { panic!() };
        let (kind, Value::Object(fields)) = kinds.into_iter().next().unwrap() else { panic!() };
        let must = |name: &str| {
            let optional = [("host", "venue"), ("meeting", "host"), ("group", "start")].contains(&(&kind, name));
            (required.contains(&name) && !optional) || (kind == "turn" && ["group", "stop"].contains(&name))
        };
        let kept: serde_json::Map<_, _> = fields.clone().into_iter().filter(|(name, _)| must(name)).collect();
        let bare = decode_record(json!({ &kind: kept.clone() })).unwrap();
        let changed = record.changed(&bare);
        assert_eq!(changed.len(), fields.len() - kept.len(), "{kind}");
        for field in changed {
            assert_ne!(field_value(&record, field), Value::Null, "{kind} {field}");
            assert_eq!(field_value(&bare, field), Value::Null, "{kind} {field}");
        }
    }
}

#[test]
fn a_field_is_named_as_in_the_domain() {
    let check = |field: &str, expect: Value| assert_eq!(field_value(&session(), field), expect, "{field}");
    check("to_confirm", json!(true));
    check("slot", json!({"start": "2017-11-21T09:00", "end": "2017-11-21T09:45"}));
    check("place", json!({"room": "00000000-0000-0000-0000-000000000029"}));
    check("rapporteur", json!([{"name": "To be found"}]));
    check("title", json!({"en": "Welcome", "it": "Benvenuto"}));
    check("no_such_field", Value::Null);
}

#[test]
fn what_is_not_a_record_is_refused() {
    let check = |value: Value, path: &str, words: &str| {
        let error = decode_record(value).unwrap_err();
        assert!(error.to_string().starts_with(&format!("{path}: ")), "{error}");
        let said = error.words(Words::new(Language::English));
        assert_eq!(said, format!("{words}. Correct it in the file, or ask for a new copy."));
    };
    let kinds = "one of meeting, day, topic, document, venue, room, delegation, delegate, session, host, visit, stop, transfer, \
         coach, group, turn, version";
    check(json!(null), "", &format!("The file: nothing stands where {kinds} should be"));
    check(json!({"planet": {}}), "", &format!("The file: a group of fields stands where {kinds} should be"));
    check(json!("session"), "", "The file: the text “session” stands where a group of fields should be");
    let mut backwards = encode_record(&session());
    backwards["session"]["slot"]["end"] = json!("2017-11-21T08:00");
    check(
        backwards,
        "session.slot",
        "“session.slot”: the end, 2017-11-21 08:00, is not after the start, 2017-11-21 09:00",
    );
}
