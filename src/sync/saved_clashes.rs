//! Differences that nobody has chosen between yet, as they survive a reload: JSON, of each the field, the records of both
//! sides, and the states that differ in it.

use super::Clash;
use crate::{
    plan::AnyRecord,
    wire::{self, Hash},
};
use serde_json::Value;

/// The differences as text, on one line.
#[must_use]
pub fn encode(clashes: &[Clash]) -> String {
    let record = |record: &Option<AnyRecord>| record.as_ref().map(wire::encode_record).unwrap_or_default();
    let entry = |clash: &Clash| {
        let of = clash.of.iter().map(Hash::to_string).collect();
        Value::from(vec![clash.field.into(), record(&clash.ours), record(&clash.theirs), of])
    };
    wire::json::print(&clashes.iter().map(entry).collect())
}

/// The differences from text. What cannot be read is left out.
#[must_use]
pub fn decode(text: &str) -> Vec<Clash> {
    let saved = wire::json::parse(text).unwrap_or_default();
    saved.as_array().into_iter().flatten().filter_map(restore).collect()
}

fn restore(saved: &Value) -> Option<Clash> {
    let [field, ours, theirs, of] = &saved.as_array()?[..] else { return None };
    let of = of.as_array()?.iter().map(|state| state.as_str()?.parse().ok()).collect::<Option<_>>()?;
    let record = |value: &Value| match value {
        Value::Null => Some(None),
        value => wire::decode_record(value.clone()).ok().map(Some),
    };
    let (ours, theirs): (Option<AnyRecord>, Option<AnyRecord>) = (record(ours)?, record(theirs)?);
    let key = ours.as_ref().or(theirs.as_ref())?.key();
    let field = match (field, &ours, &theirs) {
        (Value::Null, ..) => None,
        (Value::String(name), Some(ours), Some(theirs)) => {
            Some(ours.changed(theirs).into_iter().find(|field| *field == name)?)
        }
        _ => return None,
    };
    Some(Clash { key, field, ours, theirs, of })
}
