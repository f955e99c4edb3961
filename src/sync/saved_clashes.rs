//! Differences that nobody has chosen between yet, as they survive a reload: JSON, of each the field and the records of
//! both sides.

use super::Clash;
use crate::{plan::AnyRecord, wire};
use serde_json::Value;

/// The differences as text; nothing where there are none.
#[must_use]
pub fn encode(clashes: &[Clash]) -> String {
    if clashes.is_empty() {
        return String::new();
    }
    let record = |record: &Option<AnyRecord>| record.as_ref().map(wire::encode_record).unwrap_or_default();
    let sides = |clash: &Clash| Value::from(vec![clash.field.into(), record(&clash.ours), record(&clash.theirs)]);
    wire::json::print(&clashes.iter().map(sides).collect())
}

/// The differences from text. What cannot be read is left out.
#[must_use]
pub fn decode(text: &str) -> Vec<Clash> {
    let saved = wire::json::parse(text).unwrap_or_default();
    saved.as_array().into_iter().flatten().filter_map(restore).collect()
}

fn restore(saved: &Value) -> Option<Clash> {
    let [field, ours, theirs] = &saved.as_array()?[..] else { return None };
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
    Some(Clash { key, field, ours, theirs })
}
