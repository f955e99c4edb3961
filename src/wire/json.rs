//! JSON (RFC 8259) as far as a plan needs it: parsed into values in which no field is given twice, and printed.
//!
//! `serde_json` keeps the last of two fields with the same name; RFC 8259 4 leaves that open, but here it would drop
//! half of a plan that was put together by hand, unseen. It also brings the text of floats, which is heavy in WASM and
//! which no plan has: here a number with decimals is read as some number with decimals, to be refused.

use super::DecodeError;
use super::encode::laid_out;
use super::write::Writer;
use serde_json::{Map, Value};

/// How deep values may nest.
const DEEPEST: usize = 127;

/// Parses JSON in which no field is given twice. A number that is not whole is not kept: it becomes a half.
///
/// # Errors
/// Says why it is not such JSON, and where.
pub fn parse(text: &str) -> Result<Value, DecodeError> {
    let mut parser = Parser { text, at: 0 };
    let parsed = parser.value(0).and_then(|value| match parser.next() {
        None => Ok(value),
        Some(_) => Err(Stop::Wrong),
    });
    parsed.map_err(|stop| {
        let (line, column) = parser.position(&stop);
        match stop {
            Stop::Cut => DecodeError::CutShort { line, column },
            Stop::Wrong => DecodeError::NotJson { line, column },
            Stop::Deep => DecodeError::TooDeep { line, column },
            Stop::Twice => DecodeError::FieldTwice { line, column },
        }
    })
}

/// The compact text of a value.
#[must_use]
pub fn print(value: &Value) -> String {
    let mut writer = Writer::default();
    write(value, &mut writer);
    writer.end()
}

/// The text of a value for people: one value a line, two spaces a level.
#[must_use]
pub fn print_pretty(value: &Value) -> String {
    laid_out(&print(value))
}

fn write(value: &Value, writer: &mut Writer) {
    match value {
        Value::Null => writer.plain("null"),
        Value::Bool(truth) => writer.plain(if *truth { "true" } else { "false" }),
        Value::Number(number) => match (number.as_u64(), number.as_i64()) {
            (Some(whole), _) => writer.plain(&whole.to_string()),
            (_, Some(whole)) => writer.whole(whole),
            _ => writer.plain("0.5"),
        },
        Value::String(text) => writer.text(text),
        Value::Array(items) => {
            writer.plain("[");
            for item in items {
                writer.comma();
                write(item, writer);
            }
            writer.plain("]");
        }
        Value::Object(fields) => {
            writer.plain("{");
            for (name, field) in fields {
                writer.comma();
                writer.text(name);
                writer.plain(":");
                write(field, writer);
            }
            writer.close();
        }
    }
}

/// Why parsing stopped.
enum Stop {
    Cut,
    Wrong,
    Deep,
    Twice,
}

/// A text, and the place of the byte that comes next.
struct Parser<'t> {
    text: &'t str,
    at: usize,
}

impl Parser<'_> {
    /// The line and the column, both from 1, of the byte that made no sense.
    fn position(&self, stop: &Stop) -> (usize, usize) {
        let end = if matches!(stop, Stop::Twice) { self.at } else { self.at + 1 };
        let read = self.text.as_bytes();
        let read = read.get(..end).unwrap_or(read);
        let column = read.iter().rev().take_while(|byte| **byte != b'\n').count();
        (1 + read.iter().filter(|byte| **byte == b'\n').count(), column)
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// The next byte that is not blank, not yet taken.
    fn next(&mut self) -> Option<u8> {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.peek() {
            self.at += 1;
        }
        self.peek()
    }

    /// What is wrong here: the text ends, or goes on otherwise.
    fn stop<T>(&self) -> Result<T, Stop> {
        Err(if self.at < self.text.len() { Stop::Wrong } else { Stop::Cut })
    }

    /// Takes just these bytes.
    fn take(&mut self, bytes: &str) -> Result<(), Stop> {
        for byte in bytes.bytes() {
            if self.peek() != Some(byte) {
                return self.stop();
            }
            self.at += 1;
        }
        Ok(())
    }

    fn value(&mut self, depth: usize) -> Result<Value, Stop> {
        let first = self.next();
        if depth == DEEPEST && matches!(first, Some(b'[' | b'{')) {
            return Err(Stop::Deep);
        }
        match first {
            Some(b'n') => self.take("null").map(|()| Value::Null),
            Some(b't') => self.take("true").map(|()| Value::Bool(true)),
            Some(b'f') => self.take("false").map(|()| Value::Bool(false)),
            Some(b'"') => self.string().map(Value::String),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(b'[') => {
                let mut items = Vec::new();
                while self.another(b']', items.is_empty())? {
                    items.push(self.value(depth + 1)?);
                }
                Ok(Value::Array(items))
            }
            Some(b'{') => {
                let mut fields = Map::new();
                while self.another(b'}', fields.is_empty())? {
                    self.next();
                    let name = self.string()?;
                    if fields.contains_key(&name) {
                        return Err(Stop::Twice);
                    }
                    self.next();
                    self.take(":")?;
                    fields.insert(name, self.value(depth + 1)?);
                }
                Ok(Value::Object(fields))
            }
            _ => self.stop(),
        }
    }

    /// Whether another item follows in brackets that end with `close`; takes what stands before it.
    fn another(&mut self, close: u8, first: bool) -> Result<bool, Stop> {
        if first {
            self.at += 1;
        }
        match self.next() {
            Some(byte) if byte == close => {
                self.at += 1;
                Ok(false)
            }
            Some(_) if first => Ok(true),
            Some(b',') => {
                self.at += 1;
                Ok(true)
            }
            _ => self.stop(),
        }
    }

    fn number(&mut self) -> Result<Value, Stop> {
        let negative = self.peek() == Some(b'-');
        if negative {
            self.at += 1;
        }
        let start = self.at;
        let whole = self.digits()?;
        if self.text.as_bytes().get(start) == Some(&b'0') && self.at > start + 1 {
            self.at = start + 1;
            return Err(Stop::Wrong);
        }
        let mut decimals = false;
        if self.peek() == Some(b'.') {
            decimals = true;
            self.at += 1;
            self.digits()?;
        }
        if let Some(b'e' | b'E') = self.peek() {
            decimals = true;
            self.at += 1;
            if let Some(b'+' | b'-') = self.peek() {
                self.at += 1;
            }
            self.digits()?;
        }
        let whole = whole.filter(|_| !decimals);
        Ok(match (whole, negative) {
            (Some(whole), false) => Value::from(whole),
            (Some(whole), true) => match 0_i64.checked_sub_unsigned(whole) {
                Some(whole) if whole < 0 => Value::from(whole),
                _ => Value::from(0.5),
            },
            (None, _) => Value::from(0.5),
        })
    }

    /// One digit or more, and the number that they stand for, if it is not too large.
    fn digits(&mut self) -> Result<Option<u64>, Stop> {
        let start = self.at;
        let mut number = Some(0_u64);
        while let Some(byte @ b'0'..=b'9') = self.peek() {
            number = number.and_then(|number| number.checked_mul(10)?.checked_add(u64::from(byte - b'0')));
            self.at += 1;
        }
        if self.at == start { self.stop() } else { Ok(number) }
    }

    fn string(&mut self) -> Result<String, Stop> {
        self.take("\"")?;
        let mut string = String::new();
        loop {
            let start = self.at;
            while self.peek().is_some_and(|byte| byte >= b' ' && byte != b'"' && byte != b'\\') {
                self.at += 1;
            }
            string.push_str(self.text.get(start..self.at).unwrap_or_default());
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(string);
                }
                Some(b'\\') => {
                    self.at += 1;
                    string.push(self.escaped()?);
                }
                _ => return self.stop(),
            }
        }
    }

    fn escaped(&mut self) -> Result<char, Stop> {
        let character = match self.peek() {
            Some(byte @ (b'"' | b'\\' | b'/')) => char::from(byte),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => {
                self.at += 1;
                let mut code = self.hexadecimal()?;
                // Beyond the basic plane a character is two escapes, a high and a low half (RFC 8259 7).
                if matches!(code, 0xd800..0xdc00) {
                    self.take("\\u")?;
                    let low = self.hexadecimal()?;
                    let half = low.checked_sub(0xdc00).filter(|half| *half < 0x400);
                    // A half alone is no character.
                    code = half.map_or(code, |half| 0x1_0000 + ((code - 0xd800) << 10) + half);
                }
                self.at -= 1;
                char::from_u32(code).ok_or(Stop::Wrong)?
            }
            _ => return self.stop(),
        };
        self.at += 1;
        Ok(character)
    }

    /// Four hexadecimal digits.
    fn hexadecimal(&mut self) -> Result<u32, Stop> {
        let Some(digits) = self.text.as_bytes().get(self.at..self.at + 4) else {
            self.at = self.text.len();
            return self.stop();
        };
        let number = digits.iter().try_fold(0, |number, byte| Some(number * 16 + char::from(*byte).to_digit(16)?));
        self.at += if number.is_some() { 4 } else { 3 };
        number.ok_or(Stop::Wrong)
    }
}
