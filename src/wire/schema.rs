//! The published JSON Schema of the saved form, generated from the forms themselves.

use super::v1::File;
use super::{LONGEST_TEXT, MOST_RECORDS};
use schemars::{Schema, generate::SchemaSettings, transform};

/// Where the schema is published, from the root of the repository.
const PUBLISHED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/public/plan.schema.json");

/// `cargo xtask schema` writes it anew.
#[test]
fn the_published_schema_is_the_one_of_the_forms() {
    let settings = SchemaSettings::draft2020_12().with_transform(transform::RecursiveTransform(finish));
    let schema = settings.into_generator().into_root_schema_for::<File>();
    let text = format!("{}\n", serde_json::to_string_pretty(&schema).unwrap());
    if std::env::var_os("ITINERA_UPDATE").is_some() {
        std::fs::write(PUBLISHED, &text).unwrap();
    }
    let published = std::fs::read_to_string(PUBLISHED).unwrap_or_default();
    assert!(published == text, "public/plan.schema.json is stale: run `cargo xtask schema`");
}

/// Adds the bounds that hold for every list and text, and lets a description be one line.
fn finish(schema: &mut Schema) {
    let Some(object) = schema.as_object_mut() else { return };
    if let Some(serde_json::Value::String(words)) = object.get_mut("description") {
        *words = words.replace('\n', " ");
    }
    let is = |name: &str| {
        let one = |kind: &serde_json::Value| kind == name;
        object.get("type").is_some_and(|kind| one(kind) || kind.as_array().is_some_and(|kinds| kinds.iter().any(one)))
    };
    let (list, text) = (is("array"), is("string") && !object.contains_key("const") && !object.contains_key("pattern"));
    if list {
        object.entry("maxItems").or_insert(MOST_RECORDS.into());
    }
    if text {
        object.entry("maxLength").or_insert(LONGEST_TEXT.into());
    }
}
