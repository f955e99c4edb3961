//! Content lines, of which calendar files and contact cards are made (RFC 5545 3.1, RFC 6350 3.2): folded, escaped, and
//! taken apart again.

use std::{borrow::Cow, fmt::Write as _};

/// How many octets a line has at most, without its end (RFC 5545 3.1).
const WIDEST: usize = 75;

/// Content lines on their way out. No text that comes in can begin a line of its own.
#[derive(Debug, Default)]
pub struct Lines {
    text: String,
}

impl Lines {
    /// What was written.
    #[must_use]
    pub fn end(self) -> String {
        self.text
    }

    /// A line whose value is of the program's own making: a keyword, a number, a moment. Control characters are dropped.
    pub fn plain(&mut self, name: &str, value: &str) {
        let mut line = String::with_capacity(name.len() + value.len() + 1);
        let pieces = [name, ":", value];
        line.extend(pieces.iter().flat_map(|piece| piece.chars()).filter(|letter| !letter.is_control()));
        self.fold(&line);
    }

    /// A line with words; none where there are no words.
    pub fn words(&mut self, name: &str, words: &str) {
        let words = words.trim();
        if !words.is_empty() {
            self.plain(name, &escaped(words));
        }
    }

    /// A line with words in which a semicolon stands for itself, as in vCard 4.0 where a value has no parts (RFC 6350 4).
    pub fn loose_words(&mut self, name: &str, words: &str) {
        let words = words.trim();
        if !words.is_empty() {
            self.plain(name, &escaped(words).replace("\\;", ";"));
        }
    }

    /// A line with several words, each in its own right; none where there are none.
    pub fn list(&mut self, name: &str, several: &[&str], between: &str) {
        if several.iter().any(|words| !words.trim().is_empty()) {
            let several: Vec<_> = several.iter().map(|words| escaped(words.trim())).collect();
            self.plain(name, &several.join(between));
        }
    }

    /// A line with an address of the web (RFC 3986), blanks encoded; none where there is none.
    pub fn address(&mut self, name: &str, address: &str) {
        let address = address.trim();
        if !address.is_empty() {
            let mut encoded = String::with_capacity(address.len());
            for letter in address.chars() {
                if letter.is_whitespace() {
                    letter.encode_utf8(&mut [0; 4]).bytes().for_each(|byte| {
                        // Writing to a string cannot fail.
                        let _ = write!(encoded, "%{byte:02X}");
                    });
                } else {
                    encoded.push(letter);
                }
            }
            self.plain(name, &encoded);
        }
    }

    /// Breaks a line into pieces of at most [`WIDEST`] octets, never inside a character.
    fn fold(&mut self, line: &str) {
        let mut room = WIDEST;
        for letter in line.chars() {
            if letter.len_utf8() > room {
                self.text.push_str("\r\n ");
                room = WIDEST - 1;
            }
            self.text.push(letter);
            room -= letter.len_utf8();
        }
        self.text.push_str("\r\n");
    }
}

/// Words as they stand in a value (RFC 5545 3.3.11, RFC 6350 3.4). What ends a line for some program or other is a new
/// line; other control characters but the tab say nothing and go.
fn escaped(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len() + 8);
    let mut letters = words.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' | ';' | ',' => escaped.extend(['\\', letter]),
            '\r' if letters.peek() == Some(&'\n') => {}
            '\r' | '\n' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => escaped.push_str("\\n"),
            '\t' => escaped.push(' '),
            other if other.is_control() => {}
            other => escaped.push(other),
        }
    }
    escaped
}

/// The value of a parameter, such as the name of a time zone (RFC 5545 3.2): quoted where it must be.
#[must_use]
pub fn parameter(value: &str) -> String {
    let plain: String = value.chars().filter(|letter| !letter.is_control() && *letter != '"').collect();
    if plain.contains([':', ';', ',']) { format!("\"{plain}\"") } else { plain }
}

/// A content line of somebody else's file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContentLine<'a> {
    /// The number of its first line in the file, counted from 1.
    pub number: usize,
    /// The name of the property.
    pub name: &'a str,
    /// Its parameters, as they are written.
    parameters: &'a str,
    /// Its value, as it is written.
    pub value: &'a str,
}

impl<'a> ContentLine<'a> {
    /// Takes a line apart; nothing where it is none.
    #[must_use]
    pub fn of(number: usize, line: &'a str) -> Option<Self> {
        let is_name = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_' | '.');
        let (name, rest) = line.split_at(line.find(|letter| !is_name(letter))?);
        // A value begins behind the first colon that is not inside quotes.
        let mut quoted = false;
        let colon = rest.find(|letter| {
            quoted ^= letter == '"';
            letter == ':' && !quoted
        });
        let (parameters, value) = rest.split_at(colon?);
        let fits = !name.is_empty() && (parameters.is_empty() || parameters.starts_with(';'));
        fits.then_some(Self { number, name, parameters, value: value.get(1..)? })
    }

    /// Whether it is the property of this name, in small letters or capitals.
    #[must_use]
    pub fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    /// The value of a parameter, without its quotes.
    #[must_use]
    pub fn parameter(&self, name: &str) -> Option<&'a str> {
        let mut quoted = false;
        let mut parts = self.parameters.split(move |letter| {
            quoted ^= letter == '"';
            letter == ';' && !quoted
        });
        let value = parts.find_map(|part| {
            let (known, value) = part.split_once('=')?;
            known.trim().eq_ignore_ascii_case(name).then_some(value)
        })?;
        Some(value.trim().trim_matches('"'))
    }

    /// The value as words: without escapes.
    #[must_use]
    pub fn words(&self) -> String {
        let mut words = String::with_capacity(self.value.len());
        let mut letters = self.value.chars();
        while let Some(letter) = letters.next() {
            match letter {
                '\\' => match letters.next() {
                    Some('n' | 'N') => words.push('\n'),
                    Some(other) => words.push(other),
                    None => words.push('\\'),
                },
                other if other.is_control() && other != '\t' => {}
                other => words.push(other),
            }
        }
        words
    }
}

/// The lines of a file, with those that were folded put together again, each with the number of its first. A line may be
/// folded inside a character, so it is put together before it is read as text; lines may end as on any system.
#[derive(Debug, Clone)]
pub struct Unfolded<'a> {
    rest: &'a [u8],
    number: usize,
}

impl<'a> Unfolded<'a> {
    /// The lines of a file.
    #[must_use]
    pub fn of(bytes: &'a [u8]) -> Self {
        Self { rest: bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes), number: 0 }
    }

    /// The next line as it stands in the file, without its end.
    fn physical(&mut self) -> &'a [u8] {
        self.number += 1;
        let end = self.rest.iter().position(|byte| matches!(byte, b'\r' | b'\n')).unwrap_or(self.rest.len());
        let (line, after) = self.rest.split_at(end);
        let ending = if after.starts_with(b"\r\n") { 2 } else { after.len().min(1) };
        self.rest = after.get(ending..).unwrap_or_default();
        line
    }
}

impl<'a> Iterator for Unfolded<'a> {
    type Item = (usize, Cow<'a, [u8]>);

    fn next(&mut self) -> Option<Self::Item> {
        while !self.rest.is_empty() {
            let mut whole = Cow::Borrowed(self.physical());
            let number = self.number;
            while !whole.is_empty() && matches!(self.rest, [b' ' | b'\t', ..]) {
                let more = self.physical();
                whole.to_mut().extend_from_slice(more.get(1..).unwrap_or_default());
            }
            if !whole.is_empty() {
                return Some((number, whole));
            }
        }
        None
    }
}
