//! The parser, with `serde_json`'s as the oracle: what it takes, what it makes of it, and where it stops.

use super::full::full;
use itinera::wire::json::{parse, print};
use itinera::wire::{DecodeError, encode};
use proptest::prelude::*;
use serde_json::{Value, error::Category, json};

/// The same value without its decimals, which are not kept.
fn whole(value: Value) -> Value {
    match value {
        Value::Number(number) if !number.is_u64() && !number.is_i64() => json!(0.5),
        Value::Array(items) => items.into_iter().map(whole).collect(),
        Value::Object(fields) => fields.into_iter().map(|(name, field)| (name, whole(field))).collect(),
        other => other,
    }
}

/// Both parsers say the same of a text, except that `serde_json` takes a field twice and no number beyond all floats.
fn same(text: &str) {
    let ours = parse(text);
    match (serde_json::from_str::<Value>(text), &ours) {
        (_, Err(DecodeError::FieldTwice { .. })) => {}
        (Ok(theirs), Ok(ours)) => assert_eq!(*ours, whole(theirs), "{text}"),
        (Ok(_), Err(error)) => panic!("{text}: {error}"),
        (Err(theirs), _) if theirs.to_string().starts_with("number out of range") => {}
        (Err(theirs), ours) => {
            let (line, column) = (theirs.line(), theirs.column());
            let deep = theirs.to_string().starts_with("recursion limit");
            let expected = match theirs.classify() {
                Category::Eof => DecodeError::CutShort { line, column },
                _ if deep => DecodeError::TooDeep { line, column },
                _ => DecodeError::NotJson { line, column },
            };
            assert_eq!(*ours, Err(expected), "{text}");
        }
    }
}

#[test]
fn texts_of_every_sort() {
    for text in [
        "",
        " ",
        "null",
        "nul",
        "nulx",
        "nullx",
        "true",
        "false",
        "fals",
        "tru e",
        "[]",
        "[ ]",
        "[",
        "]",
        "[1",
        "[1,",
        "[1,]",
        "[,]",
        "[1 2]",
        "{",
        "{}",
        "{ }",
        "{\"a\"",
        "{\"a\":",
        "{\"a\":1",
        "{\"a\":1,",
        "{\"a\":1,}",
        "{,}",
        "{a:1}",
        "{\"a\" 1}",
        "{\"a\":}",
        "0",
        "-0",
        "-",
        "01",
        "-01",
        "1.",
        "1.x",
        ".5",
        "1.5",
        "1e",
        "1e5",
        "1E+5",
        "1e-",
        "1e400",
        "-1.5e-3",
        "+1",
        "--1",
        "0x1",
        "1 2",
        "18446744073709551615",
        "18446744073709551616",
        "-9223372036854775808",
        "-9223372036854775809",
        "99999999999999999999999",
        "\"",
        "\"a",
        "\"a\"",
        "\"\\",
        "\"\\\"",
        "\"\\x\"",
        "\"\\n\\t\\r\\b\\f\\/\\\\\"",
        "\"\\u00e9\"",
        "\"\\u00E9\"",
        "\"\\u12\"",
        "\"\\ud83d\\ude00\"",
        "\"\\ud83d\"",
        "\"\\ud83dx\"",
        "\"\\ud83d\\n\"",
        "\"\\ud83d\\u0041\"",
        "\"\\ude00\"",
        "\"\u{1}\"",
        "\"\n\"",
        "\"\u{7f}\u{e9}\u{1f600}\"",
        "\u{a0}1",
        "{\n\"a\":\n\n [1,\n x]}",
        "\n\n",
        "[\n]\n]",
    ] {
        same(text);
    }
    for depth in 120..135 {
        same(&"[".repeat(depth));
        same(&("[".repeat(depth) + &"]".repeat(depth)));
        same(&("{\"a\":".repeat(depth) + "1" + &"}".repeat(depth)));
    }
    assert_eq!(parse("{\"a\": {\"b\": 1, \"b\": 1}}"), Err(DecodeError::FieldTwice { line: 1, column: 18 }));
}

#[test]
fn a_plan_and_every_piece_of_it() {
    let text = encode(&full());
    same(&text);
    for end in (0..text.len()).filter(|end| text.is_char_boundary(*end)) {
        same(&text[..end]);
    }
    assert_eq!(serde_json::from_str::<Value>(&print(&parse(&text).unwrap())).unwrap(), parse(&text).unwrap());
}

proptest! {
    #[test]
    fn any_text(text in "[\\[\\]{}:,\"\\\\a-fnrtu0-9eE+. \n-]{0,24}|.{0,12}") {
        same(&text);
    }

    #[test]
    fn what_is_printed_is_what_serde_json_prints(words in any::<String>(), number in any::<i64>(), other in any::<u64>()) {
        let value = json!({ "words": words, words.clone(): [number, other, true, null, {}, []] });
        prop_assert_eq!(print(&value), value.to_string());
        prop_assert_eq!(parse(&print(&value)).unwrap(), value);
    }
}
