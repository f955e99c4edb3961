//! A fault on its way out of the saved form: what is wrong, and the path to it, gathered step by step.

use super::{DecodeError, Expected, Found, Problem, Spot};
use crate::plan::Text;
use serde::de;
use serde_json::Value;
use std::fmt::{self, Display, Write as _};

/// What is wrong, and where, from the inside out.
#[derive(Debug)]
pub(super) struct Fault {
    path: Vec<Step>,
    what: What,
}

#[derive(Debug)]
enum What {
    Wrong(Problem),
    /// The same identity as the record at this place of the table.
    Twice(usize),
}

/// A step into a value.
#[derive(Debug)]
pub(super) enum Step {
    Field(String),
    Item(usize),
}

/// How much of a stranger's text an error repeats, in characters.
const EXCERPT: usize = 60;

impl Fault {
    pub(super) fn new(problem: Problem) -> Self {
        Self { path: Vec::new(), what: What::Wrong(problem) }
    }

    /// This record of a table has the identity of an earlier one.
    pub(super) fn twice(first: usize, second: usize) -> Self {
        Self { path: vec![Step::Item(second)], what: What::Twice(first) }
    }

    /// Something else stands here; what it is, is looked up in the end.
    pub(super) fn expecting(expected: Expected) -> Self {
        Self::new(Problem::Other { expected, found: Found::Nothing })
    }

    /// The version of the form is missing or makes no sense.
    pub(super) fn version(file: &Value) -> Self {
        match file.get("version") {
            None => Self::new(Problem::Missing { field: "version".to_string() }),
            Some(_) => Self::expecting(Expected::Number { least: 1, most: i64::MAX }).in_field("version"),
        }
    }

    /// The same fault, seen from outside a field.
    pub(super) fn in_field(mut self, name: &str) -> Self {
        self.path.push(Step::Field(name.to_string()));
        self
    }

    /// The same fault, seen from outside a list.
    pub(super) fn in_item(mut self, place: usize) -> Self {
        self.path.push(Step::Item(place));
        self
    }

    /// The error that a reader of `file` is told.
    pub(super) fn in_file(mut self, file: &Value) -> DecodeError {
        self.path.reverse();
        let spot = spot(file, &self.path);
        match self.what {
            What::Twice(first) => {
                let second = spot;
                if let Some(Step::Item(place)) = self.path.last_mut() {
                    *place = first;
                }
                let record = at(file, &self.path);
                let names = ["id", "date", "from", "to"];
                let id: Vec<&str> = names.iter().filter_map(|name| record?.get(name)?.as_str()).collect();
                DecodeError::Twice { first: self::spot(file, &self.path), second, id: id.join(" ") }
            }
            What::Wrong(Problem::Other { expected, .. }) => {
                let found = at(file, &self.path).map_or(Found::Nothing, found);
                DecodeError::Wrong { spot, problem: Problem::Other { expected, found } }
            }
            What::Wrong(problem) => DecodeError::Wrong { spot, problem },
        }
    }
}

/// The value that a path leads to.
fn at<'a>(file: &'a Value, path: &[Step]) -> Option<&'a Value> {
    path.iter().try_fold(file, |value, step| match step {
        Step::Field(name) => value.get(name),
        Step::Item(place) => value.get(place),
    })
}

fn spot(file: &Value, path: &[Step]) -> Box<Spot> {
    let mut spot = Spot { path: text(path), ..Spot::default() };
    match path {
        [Step::Field(plan), Step::Field(table), Step::Item(place), rest @ ..] if plan == "plan" => {
            spot.table.clone_from(table);
            spot.number = place + 1;
            spot.field = text(rest);
            if let Some(record) = at(file, &path[..3]) {
                spot.title = title(record);
            }
        }
        [Step::Field(plan), rest @ ..] if plan == "plan" && !rest.is_empty() => spot.field = text(rest),
        _ => spot.field.clone_from(&spot.path),
    }
    Box::new(spot)
}

fn text(path: &[Step]) -> String {
    let mut text = String::new();
    for step in path {
        match step {
            Step::Field(name) => {
                if !text.is_empty() {
                    text.push('.');
                }
                text.push_str(&excerpt(name));
            }
            Step::Item(place) => {
                let _ = write!(text, "[{place}]");
            }
        }
    }
    text
}

fn title(record: &Value) -> Text {
    let words = |value: Option<&Value>| value.and_then(Value::as_str).map(excerpt).unwrap_or_default();
    match record.get("title").or_else(|| record.get("name")) {
        Some(Value::Object(both)) => Text { english: words(both.get("en")), italian: words(both.get("it")) },
        other => Text { english: words(other), italian: String::new() },
    }
}

fn found(value: &Value) -> Found {
    match value {
        Value::Null => Found::Nothing,
        Value::Bool(truth) => Found::Truth(*truth),
        Value::Number(number) => match (number.as_u64(), number.as_i64()) {
            (Some(whole), _) => Found::Whole(whole.to_string()),
            (_, Some(whole)) => Found::Whole(whole.to_string()),
            _ => Found::Decimal,
        },
        Value::String(text) => Found::Text(excerpt(text)),
        Value::Array(_) => Found::List,
        Value::Object(_) => Found::Fields,
    }
}

/// The beginning of a text that a stranger wrote, fit to be repeated in a sentence.
fn excerpt(text: &str) -> String {
    let mut characters = text.chars().map(|character| if character.is_control() { ' ' } else { character });
    let mut excerpt: String = characters.by_ref().take(EXCERPT).collect();
    if characters.next().is_some() {
        excerpt.push('…');
    }
    excerpt
}

impl Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:?}", self.what)
    }
}

impl std::error::Error for Fault {}

/// What serde says of a value, told without ever printing a float.
impl de::Error for Fault {
    fn custom<T: Display>(_: T) -> Self {
        Self::expecting(Expected::Fields)
    }

    fn invalid_type(_: de::Unexpected<'_>, expected: &dyn de::Expected) -> Self {
        Self::expecting(named(&expected.to_string()))
    }

    fn invalid_value(unexpected: de::Unexpected<'_>, expected: &dyn de::Expected) -> Self {
        Self::invalid_type(unexpected, expected)
    }

    fn invalid_length(_: usize, expected: &dyn de::Expected) -> Self {
        Self::expecting(named(&expected.to_string()))
    }

    fn unknown_variant(_: &str, expected: &'static [&'static str]) -> Self {
        Self::expecting(Expected::OneOf(expected))
    }

    fn unknown_field(field: &str, _: &'static [&'static str]) -> Self {
        Self::new(Problem::Unknown { field: excerpt(field) })
    }

    fn missing_field(field: &'static str) -> Self {
        Self::new(Problem::Missing { field: field.to_string() })
    }
}

/// The names by which serde, and the forms of `super::v1`, say what they expect.
fn named(name: &str) -> Expected {
    match name {
        "a string" => Expected::Text,
        "words" => Expected::Words,
        "u16" => Expected::Number { least: 0, most: i64::from(u16::MAX) },
        "i32" => Expected::Number { least: i64::from(i32::MIN), most: i64::from(i32::MAX) },
        "u64" => Expected::Number { least: 1, most: i64::MAX },
        "a boolean" => Expected::Truth,
        "a sequence" => Expected::List,
        "date" => Expected::Date,
        "moment" => Expected::Moment,
        "time" => Expected::Time,
        "id" => Expected::Id,
        "stamp" => Expected::Stamp,
        "hash" => Expected::Hash,
        _ => Expected::Fields,
    }
}
