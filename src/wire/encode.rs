//! The way out: the same plan gives the same bytes.

use super::PlanFile;
use super::json;
use super::v1::{self, Form, camel};
use super::write::Writer;
use crate::plan::{AnyRecord, Plan};
use serde_json::Value;

/// The compact text of a file. Only the newest [`LONGEST_LINEAGE`](super::LONGEST_LINEAGE) hashes are written, and
/// `saved` only when it is a stamp, so that what is written can always be read again.
#[must_use]
pub fn encode(file: &PlanFile) -> String {
    let mut writer = Writer::default();
    v1::write_file(file, &mut writer);
    writer.end()
}

/// The text of a file for people: one value a line, two spaces a level.
#[must_use]
pub fn encode_pretty(file: &PlanFile) -> String {
    laid_out(&encode(file))
}

/// One record for the history: an object whose only field is named by the record's kind, such as `session`.
#[must_use]
pub fn encode_record(record: &AnyRecord) -> Value {
    let mut writer = Writer::default();
    v1::write_record(record, &mut writer);
    json::parse(&writer.end()).unwrap_or_default()
}

/// The saved form of one field of a record, to be shown to a person; `field` is the domain's name for it, as
/// [`AnyRecord::changed`] gives it. Null stands for the field's usual value: empty, no, nought, everyone, not known.
#[must_use]
pub fn field_value(record: &AnyRecord, field: &str) -> Value {
    let Value::Object(mut kinds) = encode_record(record) else { return Value::Null };
    let Some(Value::Object(fields)) = kinds.values_mut().next() else { return Value::Null };
    fields.remove(&camel(field)).unwrap_or_default()
}

/// The compact text of the plan alone, which is what its hash is of.
pub(super) fn plan_text(plan: &Plan) -> String {
    let mut writer = Writer::default();
    v1::Plan::write(plan, &mut writer);
    writer.end()
}

/// Lays out compact JSON: cheaper than a second serializer, and the fields stay in their order.
pub(super) fn laid_out(compact: &str) -> String {
    let mut text = String::with_capacity(compact.len() * 2);
    let (mut depth, mut quoted, mut escaped) = (0_usize, false, false);
    let mut characters = compact.chars().peekable();
    while let Some(character) = characters.next() {
        if quoted {
            text.push(character);
            quoted = escaped || character != '"';
            escaped = !escaped && character == '\\';
            continue;
        }
        match character {
            '{' | '[' => {
                text.push(character);
                if matches!(characters.peek(), Some('}' | ']')) {
                    text.extend(characters.next());
                } else {
                    depth += 1;
                    line(&mut text, depth);
                }
            }
            '}' | ']' => {
                depth = depth.saturating_sub(1);
                line(&mut text, depth);
                text.push(character);
            }
            ',' => {
                text.push(character);
                line(&mut text, depth);
            }
            ':' => text.push_str(": "),
            other => {
                quoted = other == '"';
                text.push(other);
            }
        }
    }
    text.push('\n');
    text
}

fn line(text: &mut String, depth: usize) {
    text.push('\n');
    text.extend(std::iter::repeat_n("  ", depth));
}
