//! Writes the saved form as compact JSON. One writer for all records: nothing here is made anew for each of them.

use super::v1::{Form, Shape};
use std::{fmt::Write as _, slice};

/// JSON on its way out.
#[derive(Default)]
pub(super) struct Writer {
    text: String,
}

impl Writer {
    /// What was written.
    pub(super) fn end(self) -> String {
        self.text
    }

    /// A value that needs no escapes: a number, a truth, a bracket.
    pub(super) fn plain(&mut self, json: &str) {
        self.text.push_str(json);
    }

    /// A whole number.
    pub(super) fn whole(&mut self, number: i64) {
        let _ = write!(self.text, "{number}");
    }

    /// A text.
    pub(super) fn text(&mut self, words: &str) {
        self.text.push('"');
        for character in words.chars() {
            let short = match character {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                '\u{8}' => "\\b",
                '\u{c}' => "\\f",
                '\0'..'\u{20}' => {
                    let _ = write!(self.text, "\\u{:04x}", u32::from(character));
                    continue;
                }
                other => {
                    self.text.push(other);
                    continue;
                }
            };
            self.text.push_str(short);
        }
        self.text.push('"');
    }

    /// A list.
    pub(super) fn list<'v, D: 'v, F: Form<D>>(&mut self, items: impl Iterator<Item = &'v D>) {
        self.text.push('[');
        for item in items {
            self.comma();
            F::write(item, self);
        }
        self.text.push(']');
    }

    /// A record with one named field, to be followed by its value and [`Writer::close`].
    pub(super) fn open(&mut self, name: &str) {
        self.text.push('{');
        self.name(name);
    }

    /// The end of a record.
    pub(super) fn close(&mut self) {
        self.text.push('}');
    }

    /// A record whose fields are written one after the other, in the order of their shape.
    pub(super) fn fields(&mut self, shape: &'static Shape) -> Fields<'_> {
        self.text.push('{');
        Fields { writer: self, names: shape.names.iter(), required: shape.required }
    }

    fn name(&mut self, name: &str) {
        self.comma();
        self.text.push('"');
        self.text.push_str(name);
        self.text.push_str("\":");
    }

    /// Parts what comes next from what stands before it in the same brackets.
    pub(super) fn comma(&mut self) {
        if !matches!(self.text.as_bytes().last(), Some(b'[' | b'{')) {
            self.text.push(',');
        }
    }
}

/// The fields of a record being written.
pub(super) struct Fields<'w> {
    writer: &'w mut Writer,
    names: slice::Iter<'static, &'static str>,
    required: usize,
}

impl Fields<'_> {
    /// The next field; left out where it has its usual value and need not be given.
    pub(super) fn write<F: Form<D>, D>(&mut self, value: &D) {
        if self.next(F::usual(value)) {
            F::write(value, self.writer);
        }
    }

    /// The end of the record.
    pub(super) fn end(self) {
        self.writer.close();
    }

    fn next(&mut self, usual: bool) -> bool {
        let Some(name) = self.names.next() else { return false };
        let must = self.required > 0;
        self.required = self.required.saturating_sub(1);
        if must || !usual {
            self.writer.name(name);
        }
        must || !usual
    }
}
