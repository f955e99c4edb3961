//! Laws: reading is the inverse of writing, and nothing makes the gate panic.

use super::full::full;
use crate::support::arbitrary::{plans, records};
use itinera::i18n::{Language, Words};
use itinera::wire::{
    DecodeError, Hash, PlanFile, decode, decode_record, decode_text, encode, encode_pretty, encode_record, hash_of,
    seal, unseal,
};
use proptest::prelude::*;
use serde_json::Value;

/// Reads anything; what is wrong is told in both languages, what is right is read again as written.
fn survive(result: Result<PlanFile, DecodeError>) {
    match result {
        Ok(file) => assert_eq!(decode_text(&encode(&file)).unwrap(), file),
        Err(error) => {
            for language in Language::ALL {
                assert!(error.words(Words::new(language)).len() > 20, "{error}");
            }
        }
    }
}

/// JSON of any sort, in the vocabulary of a plan.
fn values() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "[a-z0-9:T-]{0,20}".prop_map(Value::from),
        Just(Value::from("00000000-0000-0000-0000-000000000001")),
        Just(Value::from("2017-11-21T09:00")),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        let names = prop_oneof![
            Just("id"),
            Just("title"),
            Just("slot"),
            Just("start"),
            Just("en"),
            Just("room"),
            Just("date"),
            Just("x")
        ];
        let named = proptest::collection::btree_map(names.prop_map(str::to_string), inner.clone(), 0..4);
        prop_oneof![
            proptest::collection::vec(inner, 0..4).prop_map(Value::from),
            named.prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

/// Every place in a value.
fn places(value: &Value) -> Vec<String> {
    fn walk(value: &Value, at: &str, places: &mut Vec<String>) {
        places.push(at.to_string());
        match value {
            Value::Array(items) => {
                items.iter().enumerate().for_each(|(place, item)| walk(item, &format!("{at}/{place}"), places));
            }
            Value::Object(fields) => {
                fields.iter().for_each(|(name, field)| walk(field, &format!("{at}/{name}"), places));
            }
            _ => {}
        }
    }
    let mut places = Vec::new();
    walk(value, "", &mut places);
    places
}

proptest! {
    #[test]
    fn a_plan_is_read_as_it_was_written(
        plan in plans(), hashes in proptest::collection::vec(any::<u64>(), 0..33), saved in any::<bool>(),
    ) {
        let saved = saved.then(|| "2017-11-20T08:15:00.123Z".to_string());
        let file = PlanFile { plan, saved, lineage: hashes.into_iter().map(Hash).collect() };
        let text = encode(&file);
        prop_assert_eq!(&decode(text.as_bytes()).unwrap(), &file);
        prop_assert_eq!(&decode_text(&encode_pretty(&file)).unwrap(), &file);
        // The same plan, grown from nothing in the other order, gives the same bytes.
        let mut again = file.clone();
        for record in file.plan.records() {
            again.plan.remove(record.key());
        }
        file.plan.records().collect::<Vec<_>>().into_iter().rev().for_each(|record| again.plan.put(record));
        prop_assert_eq!(encode(&again), text);
    }

    #[test]
    fn plans_have_the_same_name_only_when_they_are_the_same(one in plans(), other in plans()) {
        prop_assert_eq!(hash_of(&one) == hash_of(&other), one == other);
    }

    #[test]
    fn a_record_is_read_as_it_was_written(record in records()) {
        prop_assert_eq!(decode_record(encode_record(&record)).unwrap(), record);
    }

    #[test]
    fn a_sealed_text_is_unsealed(text in any::<String>()) {
        let sealed = seal(&text);
        prop_assert_eq!(unseal(&sealed), Ok(text.as_str()));
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300), text in any::<String>()) {
        survive(decode(&bytes));
        survive(decode_text(&text));
        let _ = unseal(&text);
    }

    #[test]
    fn no_value_in_any_place_makes_it_panic(place in any::<prop::sample::Index>(), value in values()) {
        let mut file: Value = serde_json::from_str(&encode(&full())).unwrap();
        let place = place.get(&places(&file)).clone();
        *file.pointer_mut(&place).unwrap() = value.clone();
        survive(decode_text(&file.to_string()));
        let _ = decode_record(value);
    }

    #[test]
    fn no_damage_makes_it_panic(
        damage in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>(), any::<bool>()), 1..6),
    ) {
        let mut bytes = encode(&full()).into_bytes();
        for (at, byte, cut) in damage {
            let at = at.index(bytes.len());
            if cut { drop(bytes.drain(at..(at + usize::from(byte)).min(bytes.len() - 1).max(at))); } else { bytes[at] = byte; }
        }
        survive(decode(&bytes));
    }
}
