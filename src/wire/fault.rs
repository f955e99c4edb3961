//! A fault on its way out of the saved form: what is wrong, and the path to it, step by step.

use super::{DecodeError, Expected, Found, Problem, Spot};
use crate::plan::Text;
use serde_json::Value;
use std::fmt::Write as _;

/// What is wrong, and where.
pub(super) struct Fault<'a> {
    path: Vec<Step<'a>>,
    what: What,
}

enum What {
    Wrong(Problem),
    /// The same identity as the record at this place of the table.
    Twice(usize),
}

/// A step into a value.
#[derive(Clone, Copy)]
pub(super) enum Step<'a> {
    Field(&'a str),
    Item(usize),
}

/// How much of a stranger's text an error repeats, in characters.
const EXCERPT: usize = 60;

impl Problem {
    /// Something else stands here; what it is, is looked up in the end.
    pub(super) const fn expecting(expected: Expected) -> Self {
        Self::Other { expected, found: Found::Nothing }
    }

    /// Something that no plan has.
    pub(super) fn unknown(field: &str) -> Self {
        Self::Unknown { field: excerpt(field) }
    }
}

impl<'a> Fault<'a> {
    /// Something is wrong with the value at the end of a path.
    pub(super) const fn wrong(path: Vec<Step<'a>>, problem: Problem) -> Self {
        Self { path, what: What::Wrong(problem) }
    }

    /// The record at the end of a path has the identity of an earlier one of its table.
    pub(super) const fn twice(path: Vec<Step<'a>>, first: usize) -> Self {
        Self { path, what: What::Twice(first) }
    }

    /// The version of the form is missing or makes no sense.
    pub(super) fn version(file: &Value) -> Self {
        match file.get("version") {
            None => Self::wrong(Vec::new(), Problem::Missing { field: "version".to_string() }),
            Some(_) => {
                let expected = Expected::Number { least: 1, most: i64::MAX };
                Self::wrong(vec![Step::Field("version")], Problem::expecting(expected))
            }
        }
    }

    /// The error that a reader of `file` is told.
    pub(super) fn in_file(mut self, file: &Value) -> DecodeError {
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
                let found = at(file, &self.path).map_or(Found::Nothing, Found::of);
                DecodeError::Wrong { spot, problem: Problem::Other { expected, found } }
            }
            What::Wrong(problem) => DecodeError::Wrong { spot, problem },
        }
    }
}

/// The value that a path leads to.
fn at<'a>(file: &'a Value, path: &[Step<'_>]) -> Option<&'a Value> {
    path.iter().try_fold(file, |value, step| match step {
        Step::Field(name) => value.get(*name),
        Step::Item(place) => value.get(place),
    })
}

fn spot(file: &Value, path: &[Step<'_>]) -> Box<Spot> {
    let mut spot = Spot { path: text(path), ..Spot::default() };
    match path {
        [Step::Field("plan"), Step::Field(table), Step::Item(place), rest @ ..] => {
            spot.table = (*table).to_string();
            spot.number = place + 1;
            spot.field = text(rest);
            if let Some(record) = at(file, &path[..3]) {
                spot.title = title(record);
            }
        }
        [Step::Field("plan"), rest @ ..] if !rest.is_empty() => spot.field = text(rest),
        _ => spot.field.clone_from(&spot.path),
    }
    Box::new(spot)
}

fn text(path: &[Step<'_>]) -> String {
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

impl Found {
    /// What a value is.
    #[must_use]
    pub fn of(value: &Value) -> Self {
        match value {
            Value::Null => Self::Nothing,
            Value::Bool(truth) => Self::Truth(*truth),
            Value::Number(number) => match (number.as_u64(), number.as_i64()) {
                (Some(whole), _) => Self::Whole(whole.to_string()),
                (_, Some(whole)) => Self::Whole(whole.to_string()),
                _ => Self::Decimal,
            },
            Value::String(text) => Self::Text(excerpt(text)),
            Value::Array(_) => Self::List,
            Value::Object(_) => Self::Fields,
        }
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
