//! Values of JSON, put together by hand: serde's derived code is heavy in WASM.

use serde_json::{Map, Value};

/// A text.
pub(super) fn text(text: &str) -> Value {
    Value::String(text.to_string())
}

/// Named fields as a value.
pub(super) fn record<const N: usize>(fields: [(&str, Value); N]) -> Value {
    Value::Object(self::fields(fields))
}

/// Named fields, to which more may be added.
pub(super) fn fields<const N: usize>(fields: [(&str, Value); N]) -> Map<String, Value> {
    fields.into_iter().map(|(name, value)| (name.to_string(), value)).collect()
}
