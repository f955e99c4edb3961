//! The published schema, tried by a validator that knows nothing of the forms.

use super::full::full;
use crate::support::arbitrary::plans;
use itinera::example::manumix;
use itinera::wire::{PlanFile, decode, encode};
use jsonschema::Validator;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::sync::LazyLock;

static SCHEMA: LazyLock<Validator> = LazyLock::new(|| {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/public/plan.schema.json")).unwrap();
    let schema: Value = serde_json::from_str(&text).unwrap();
    assert!(jsonschema::draft202012::meta::is_valid(&schema));
    jsonschema::draft202012::new(&schema).unwrap()
});

fn written(file: &PlanFile) -> Value {
    serde_json::from_str(&encode(file)).unwrap()
}

#[test]
fn the_schema_holds_for_what_is_written() {
    let shipped = PlanFile { plan: manumix(), saved: None, lineage: Vec::new() };
    for file in [full(), shipped] {
        let value = written(&file);
        let faults: Vec<String> = SCHEMA.iter_errors(&value).map(|fault| fault.to_string()).collect();
        assert_eq!(faults, Vec::<String>::new());
    }
}

#[test]
fn the_schema_refuses_wrong_files() {
    for value in [json!(null), json!([]), json!({}), json!({"format": "itinera-plan", "version": 1})] {
        assert!(!SCHEMA.is_valid(&value), "{value}");
    }
    for (place, value) in [
        ("/format", json!("geojson")),
        ("/version", json!(2)),
        ("/saved", json!("yesterday")),
        ("/lineage/0", json!("0123456789ABCDEF")),
        ("/lineage", json!(vec!["0123456789abcdef"; 33])),
        ("/plan/meeting", json!({})),
        ("/plan/meeting/zone", json!("")),
        ("/plan/days/0/date", json!("21 November")),
        ("/plan/topics", json!(vec![json!({"id": "00000000-0000-0000-0000-000000000001"}); 5001])),
        ("/plan/venues/0/position/latitude", json!(45.07)),
        ("/plan/venues/0/position/latitude", json!(90_000_001)),
        ("/plan/sessions/0/id", json!(1)),
        ("/plan/sessions/0/slot/start", json!("9:00")),
        ("/plan/sessions/0/kind", json!("party")),
        ("/plan/sessions/0/place", json!({"room": "x", "venue": "y"})),
        ("/plan/sessions/0/chair/0", json!({})),
        ("/plan/sessions/0/notes", json!("x".repeat(20_001))),
        ("/plan/sessions/0/title", json!({"de": "Begrüßung"})),
        ("/plan/stops/0/tour", json!(70_000)),
        ("/plan/stops/0", json!({"id": "00000000-0000-0000-0000-000000000001"})),
        ("/plan/stops/0/window", json!({"from": "14:00"})),
    ] {
        let mut file = written(&full());
        *file.pointer_mut(place).unwrap() = value;
        assert!(!SCHEMA.is_valid(&file), "{place}");
    }
}

/// Puts a value in one place after another; whatever the gate lets in, the schema must allow.
#[test]
fn the_schema_allows_what_the_gate_lets_in() {
    let whole = written(&full());
    let mut places = Vec::new();
    inner(&whole, String::new(), &mut places);
    let mut read = 0;
    for place in places {
        for value in [json!(null), json!("x"), json!(5), json!(-5), json!(true), json!([]), json!({}), json!("12:05")] {
            let mut file = whole.clone();
            *file.pointer_mut(&place).unwrap() = value.clone();
            if decode(file.to_string().as_bytes()).is_ok() {
                read += 1;
                assert!(SCHEMA.is_valid(&file), "{place} {value}");
            }
        }
    }
    assert!(read > 200, "{read}");
}

fn inner(value: &Value, at: String, places: &mut Vec<String>) {
    match value {
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(place, item)| inner(item, format!("{at}/{place}"), places));
        }
        Value::Object(fields) => {
            fields.iter().for_each(|(name, field)| inner(field, format!("{at}/{name}"), places));
        }
        _ => {}
    }
    places.push(at);
}

proptest! {
    #[test]
    fn the_schema_holds_for_every_plan(plan in plans()) {
        let value = written(&PlanFile { plan, saved: None, lineage: Vec::new() });
        prop_assert!(SCHEMA.is_valid(&value), "{:?}", SCHEMA.iter_errors(&value).map(|fault| fault.to_string()).collect::<Vec<_>>());
    }
}
