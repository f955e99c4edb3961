//! The one gate in: size, text, JSON, version, form, and the rules that hold inside one field.
//!
//! A reference to a record that is not there passes: it is a finding of `crate::checks`, not a fault of the file.

use super::fault::Fault;
use super::json;
use super::read::Reading;
use super::v1;
use super::{DecodeError, Expected, FORMAT, LARGEST, PlanFile, Problem, VERSION};
use crate::plan::AnyRecord;
use serde_json::Value;

/// Reads a plan's file.
///
/// # Errors
/// Says what is wrong and where; nothing is repaired by guessing.
pub fn decode(bytes: &[u8]) -> Result<PlanFile, DecodeError> {
    within_size(bytes.len())?;
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    // UTF-16 shows by its byte order mark, or by the nought beside the brace that a plan begins with.
    if matches!(bytes, [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [0, b'{', ..] | [b'{', 0, ..]) {
        return Err(DecodeError::Utf16);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => decode_text(text),
        Err(error) => Err(DecodeError::NotText { offset: error.valid_up_to() }),
    }
}

/// Reads a plan's file that is text already, such as what browser storage gives.
///
/// # Errors
/// As [`decode`].
pub fn decode_text(text: &str) -> Result<PlanFile, DecodeError> {
    within_size(text.len())?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(DecodeError::Empty);
    }
    let file = upgrade(json::parse(text)?)?;
    let mut reading = Reading::default();
    reading.within_bounds(&file);
    let read = v1::read_file(&file, &mut reading);
    reading.end(&file)?;
    Ok(read)
}

/// Reads one record that [`super::encode_record`] wrote.
///
/// # Errors
/// Says what is wrong and where.
pub fn decode_record(value: Value) -> Result<AnyRecord, DecodeError> {
    let mut reading = Reading::default();
    reading.within_bounds(&value);
    let record = v1::read_record(&value, &mut reading);
    reading.end(&value)?;
    let nothing = DecodeError::Wrong { spot: Box::default(), problem: Problem::expecting(Expected::Fields) };
    record.ok_or(nothing)
}

fn within_size(bytes: usize) -> Result<(), DecodeError> {
    if bytes > LARGEST { Err(DecodeError::TooLarge { bytes, limit: LARGEST }) } else { Ok(()) }
}

/// The file in the form of [`VERSION`]. A later version adds an arm for each older one, which rewrites the JSON step by
/// step; so only the newest form has types.
fn upgrade(file: Value) -> Result<Value, DecodeError> {
    if file.get("format").and_then(Value::as_str) != Some(FORMAT) {
        return Err(DecodeError::NotAPlan);
    }
    match file.get("version").and_then(Value::as_u64) {
        Some(VERSION) => Ok(file),
        Some(found) if found > VERSION => Err(DecodeError::Newer { found, known: VERSION }),
        _ => Err(Fault::version(&file).in_file(&file)),
    }
}
