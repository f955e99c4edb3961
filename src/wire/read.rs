//! Reads the saved form out of parsed JSON, and remembers the path to what is wrong.
//!
//! Reading goes on after a fault, with usual values in the place of what cannot be read, and only the first fault
//! counts. So no record needs code of its own for leaving half-way, which was most of what a derived deserializer
//! weighed.

use super::fault::{Fault, Step};
use super::v1::{Form, Shape};
use super::{DecodeError, Expected, Problem};
use serde_json::{Map, Value};
use std::slice;

/// A place in a value that may not be there.
pub(super) type Given<'a> = Option<&'a Value>;

/// The state of reading a value: where it is, and what was wrong first.
#[derive(Default)]
pub(super) struct Reading<'a> {
    path: Vec<Step<'a>>,
    fault: Option<Fault<'a>>,
}

impl<'a> Reading<'a> {
    /// The first fault, told of the value that was read.
    pub(super) fn end(self, file: &'a Value) -> Result<(), DecodeError> {
        self.fault.map_or(Ok(()), |fault| Err(fault.in_file(file)))
    }

    /// Something is wrong here.
    pub(super) fn wrong(&mut self, problem: Problem) {
        if self.fault.is_none() {
            self.fault = Some(Fault::wrong(self.path.clone(), problem));
        }
    }

    /// Something is wrong with a field of the record here.
    pub(super) fn wrong_in(&mut self, field: &'static str, problem: Problem) {
        self.path.push(Step::Field(field));
        self.wrong(problem);
        self.path.pop();
    }

    /// Something else should stand here.
    pub(super) fn expecting(&mut self, expected: Expected) {
        self.wrong(Problem::expecting(expected));
    }

    /// The record at this place of a list has the identity of an earlier one.
    fn twice(&mut self, first: usize) {
        if self.fault.is_none() {
            self.fault = Some(Fault::twice(self.path.clone(), first));
        }
    }

    /// A text; empty where there is none.
    pub(super) fn text(&mut self, value: Given<'a>) -> &'a str {
        match value {
            Some(Value::String(text)) => text,
            Some(_) => {
                self.expecting(Expected::Text);
                ""
            }
            None => "",
        }
    }

    /// What a text of a certain form stands for.
    pub(super) fn parsed<T>(&mut self, value: Given<'a>, form: Expected, parse: fn(&str) -> Option<T>) -> Option<T> {
        let read = value?.as_str().and_then(parse);
        if read.is_none() {
            self.expecting(form);
        }
        read
    }

    /// A whole number between two bounds; nought where there is none.
    pub(super) fn whole(&mut self, value: Given<'a>, least: i64, most: i64) -> i64 {
        let Some(value) = value else { return 0 };
        let read = value.as_i64().filter(|number| (least..=most).contains(number));
        if read.is_none() {
            self.expecting(Expected::Number { least, most });
        }
        read.unwrap_or_default()
    }

    /// A truth; false where there is none.
    pub(super) fn truth(&mut self, value: Given<'a>) -> bool {
        let Some(value) = value else { return false };
        if !value.is_boolean() {
            self.expecting(Expected::Truth);
        }
        value.as_bool().unwrap_or_default()
    }

    /// The place of a name among some choices; nought where there is none.
    pub(super) fn one_of(&mut self, value: Given<'a>, choices: &'static [&'static str]) -> usize {
        let Some(value) = value else { return 0 };
        let place = choices.iter().position(|choice| value.as_str() == Some(*choice));
        if place.is_none() {
            self.expecting(Expected::OneOf(choices));
        }
        place.unwrap_or_default()
    }

    /// A record with a single field, whose name is one of some choices: the name, and what stands there.
    pub(super) fn single(
        &mut self,
        value: Given<'a>,
        choices: &'static [&'static str],
    ) -> Option<(&'static str, Given<'a>)> {
        let (name, content) = match value? {
            Value::String(name) => (name, None),
            Value::Object(fields) if fields.len() == 1 => {
                let (name, content) = fields.iter().next()?;
                (name, Some(content))
            }
            _ => {
                self.expecting(Expected::OneOf(choices));
                return None;
            }
        };
        let known = choices.iter().find(|choice| **choice == name);
        match (known, content) {
            (None, _) => self.expecting(Expected::OneOf(choices)),
            (_, None) => self.expecting(Expected::Fields),
            (Some(name), _) => self.path.push(Step::Field(name)),
        }
        known.map(|name| (*name, content))
    }

    /// A list.
    pub(super) fn list(&mut self, value: Given<'a>) -> &'a [Value] {
        match value {
            Some(Value::Array(items)) => items,
            Some(_) => {
                self.expecting(Expected::List);
                &[]
            }
            None => &[],
        }
    }

    /// The items of a list, one after the other, up to the first fault.
    pub(super) fn items<D, F: Form<D>>(&mut self, value: Given<'a>, mut take: impl FnMut(D)) {
        let items = self.list(value);
        for place in 0..items.len() {
            take(self.item::<D, F>(items, place));
            if self.fault.is_some() {
                break;
            }
        }
    }

    /// One item of a list.
    pub(super) fn item<D, F: Form<D>>(&mut self, items: &'a [Value], place: usize) -> D {
        let depth = self.path.len();
        self.path.push(Step::Item(place));
        let read = F::read(items.get(place), self);
        self.path.truncate(depth);
        read
    }

    /// The item at `place` turned out to be one that stands at another place too, which `is_first` finds.
    pub(super) fn repeated<D, F: Form<D>>(&mut self, items: &'a [Value], place: usize, is_first: impl Fn(D) -> bool) {
        let first = (0..place).find(|earlier| is_first(self.item::<D, F>(items, *earlier)));
        self.path.push(Step::Item(place));
        self.twice(first.unwrap_or_default());
        self.path.pop();
    }

    /// Whether something was wrong already.
    pub(super) const fn failed(&self) -> bool {
        self.fault.is_some()
    }

    /// The fields of a record, which are read one after the other, in the order of their shape.
    pub(super) fn fields(&mut self, value: Given<'a>, shape: &'static Shape) -> Fields<'_, 'a> {
        let given = match value {
            Some(Value::Object(given)) => {
                if let Some(name) = given.keys().find(|name| !shape.names.contains(&name.as_str())) {
                    self.wrong(Problem::unknown(name));
                }
                Some(given)
            }
            Some(_) => {
                self.expecting(Expected::Fields);
                None
            }
            None => None,
        };
        let depth = self.path.len();
        Fields { reading: self, given, names: shape.names.iter(), required: shape.required, depth }
    }

    /// Checks the bounds that hold everywhere: the length of lists and of texts.
    pub(super) fn within_bounds(&mut self, value: &'a Value) {
        let depth = self.path.len();
        match value {
            Value::String(text) => {
                let limit = super::LONGEST_TEXT;
                // Bytes are never fewer than characters, so most texts need no counting.
                let characters = if text.len() > limit { text.chars().count() } else { 0 };
                if characters > limit {
                    self.wrong(Problem::LongText { characters, limit });
                }
            }
            Value::Array(items) => {
                let (count, limit) = (items.len(), super::MOST_RECORDS);
                if count > limit {
                    return self.wrong(Problem::TooMany { count, limit });
                }
                for (place, item) in items.iter().enumerate() {
                    self.path.push(Step::Item(place));
                    self.within_bounds(item);
                    self.path.truncate(depth);
                }
            }
            Value::Object(fields) => {
                for (name, field) in fields {
                    self.path.push(Step::Field(name));
                    self.within_bounds(field);
                    self.path.truncate(depth);
                }
            }
            _ => {}
        }
    }
}

/// The fields of a record being read.
pub(super) struct Fields<'r, 'a> {
    reading: &'r mut Reading<'a>,
    given: Option<&'a Map<String, Value>>,
    names: slice::Iter<'static, &'static str>,
    required: usize,
    depth: usize,
}

impl<'a> Fields<'_, 'a> {
    /// The next field; its usual value where it is not given.
    pub(super) fn read<F: Form<D>, D>(&mut self) -> D {
        let value = self.next();
        F::read(value, self.reading)
    }

    /// Leaves the record: what follows is said of the record as a whole.
    pub(super) fn end(self) {
        self.reading.path.truncate(self.depth);
    }

    fn next(&mut self) -> Given<'a> {
        self.reading.path.truncate(self.depth);
        let name = *self.names.next()?;
        let must = self.required > 0;
        self.required = self.required.saturating_sub(1);
        let given = self.given?;
        let value = given.get(name);
        if value.is_some() {
            self.reading.path.push(Step::Field(name));
        } else if must {
            self.reading.wrong(Problem::Missing { field: name.to_string() });
        }
        value
    }
}
