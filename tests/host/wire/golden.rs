//! What is written, to the byte.

use super::full::full;
use itinera::wire::{LONGEST_LINEAGE, PlanFile, decode, decode_text, encode, encode_pretty, hash_of};
use serde_json::{Value, json};
use std::{collections::BTreeSet, sync::LazyLock};

/// The agreed text; written anew when `ITINERA_UPDATE` is set.
static GOLDEN: LazyLock<String> = LazyLock::new(|| {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/host/wire/full.json");
    if std::env::var_os("ITINERA_UPDATE").is_some() {
        std::fs::write(path, encode_pretty(&full())).unwrap();
    }
    std::fs::read_to_string(path).unwrap_or_default()
});

#[test]
fn a_full_plan_is_written_as_agreed() {
    assert_eq!(encode_pretty(&full()), *GOLDEN);
}

#[test]
fn what_was_agreed_is_read_whole() {
    assert_eq!(decode(GOLDEN.as_bytes()).unwrap(), full());
}

#[test]
fn the_laid_out_text_says_the_same_as_the_compact_one() {
    let parse = |text: &str| serde_json::from_str::<Value>(text).unwrap();
    assert_eq!(parse(&encode_pretty(&full())), parse(&encode(&full())));
}

#[test]
fn a_state_keeps_its_name() {
    assert_eq!(hash_of(&full().plan).to_string(), "4d63d7cd86b34d1d");
}

/// Every field that the schema gives a record stands in the golden file, so none escapes the tests that start from it.
#[test]
fn the_full_plan_uses_every_field() {
    let file: Value = serde_json::from_str(&GOLDEN).unwrap();
    let schema = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/public/plan.schema.json")).unwrap();
    let schema: Value = serde_json::from_str(&schema).unwrap();
    let keys = |value: &Value| -> BTreeSet<String> { value.as_object().unwrap().keys().cloned().collect() };
    assert_eq!(keys(&file), keys(&schema["properties"]));
    let tables = &schema["$defs"]["Plan"]["properties"];
    assert_eq!(keys(&file["plan"]), keys(tables));
    for (table, form) in tables.as_object().unwrap() {
        let name = form.get("items").unwrap_or(form)["$ref"].as_str().unwrap().rsplit('/').next().unwrap();
        let record = file["plan"][table].get(0).unwrap_or(&file["plan"][table]);
        assert_eq!(keys(record), keys(&schema["$defs"][name]["properties"]), "{table}");
    }
}

#[test]
fn what_is_usual_is_left_out() {
    let bare = json!({
        "format": "itinera-plan", "version": 1,
        "plan": { "meeting": { "id": "00000000-0000-0000-0000-000000000001", "zone": "UTC" } },
    });
    let file = decode_text(&bare.to_string()).unwrap();
    assert_eq!(serde_json::from_str::<Value>(&encode(&file)).unwrap(), bare);
}

#[test]
fn a_byte_order_mark_is_no_harm() {
    let marked = format!("\u{feff}{}", *GOLDEN);
    assert_eq!(decode(marked.as_bytes()).unwrap(), full());
    assert_eq!(decode_text(&marked).unwrap(), full());
}

#[test]
fn what_could_not_be_read_again_is_not_written() {
    let lineage: Vec<_> = (0..100).map(itinera::wire::Hash).collect();
    let file = PlanFile { saved: Some("yesterday".to_string()), lineage: lineage.clone(), ..full() };
    let again = decode_text(&encode(&file)).unwrap();
    assert_eq!((again.saved, again.lineage.as_slice()), (None, &lineage[..LONGEST_LINEAGE]));
}

#[test]
fn the_shipped_plan_is_read_as_it_was_written() {
    let file = PlanFile { plan: itinera::example::manumix(), saved: None, lineage: Vec::new() };
    assert_eq!(decode_text(&encode(&file)).unwrap(), file);
}

/// A plan that was saved before visits had groups opens as it did, and is written again as it was.
#[test]
fn a_plan_without_groups_reads_as_before() {
    let before = include_str!("before_groups.json");
    let file = decode_text(before).unwrap();
    let plan = &file.plan;
    assert!(plan.groups.is_empty() && plan.coaches.is_empty() && plan.turns.is_empty());
    assert!(plan.versions.is_empty());
    assert!(plan.hosts.iter().all(|host| (host.groups_at_once, host.gap) == (1, 0)));
    assert!(plan.visits.iter().all(|visit| visit.rush.is_none() && visit.gathering == 0));
    assert_eq!(encode_pretty(&file), before);
    assert_eq!(hash_of(plan).to_string(), "4153e385eb063e20");
}
