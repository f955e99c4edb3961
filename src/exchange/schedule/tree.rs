//! XML as a tree of elements. What could make a small file large in memory is refused: document types, and with them
//! texts that contain each other; too many elements; too deep ones.

use super::error::ScheduleError;
use quick_xml::{
    Error, Reader, XmlVersion,
    escape::{EscapeError, resolve_predefined_entity},
    events::{BytesRef, BytesStart, Event},
};

/// How deep elements may nest.
const DEEPEST: usize = 64;

/// How many elements a file may have.
const MOST: usize = 500_000;

/// An element. Names are without the prefix of their namespace.
#[derive(Debug, Default)]
pub(super) struct Node {
    /// Its name.
    pub name: String,
    /// Its attributes.
    pub attributes: Vec<(String, String)>,
    /// What it contains, in order.
    pub pieces: Vec<Piece>,
    /// The line on which its first tag ends, counted from 1.
    pub line: usize,
}

/// What an element contains.
#[derive(Debug)]
pub(super) enum Piece {
    /// Text.
    Text(String),
    /// An element.
    Element(Node),
}

impl Node {
    /// The elements in it that have a name.
    pub(super) fn children<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Self> {
        self.pieces.iter().filter_map(move |piece| match piece {
            Piece::Element(node) if node.name == name => Some(node),
            _ => None,
        })
    }

    /// The first element in it that has a name.
    pub(super) fn child(&self, name: &str) -> Option<&Self> {
        self.pieces.iter().find_map(|piece| match piece {
            Piece::Element(node) if node.name == name => Some(node),
            _ => None,
        })
    }

    /// An attribute.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Its text, with that of the elements in it; those that are paragraphs of their own end their line.
    pub(super) fn words(&self) -> String {
        let mut words = String::new();
        self.add_words(&mut words);
        words
    }

    fn add_words(&self, words: &mut String) {
        for piece in &self.pieces {
            match piece {
                Piece::Text(text) => words.push_str(text),
                Piece::Element(node) => {
                    node.add_words(words);
                    if matches!(node.name.as_str(), "p" | "br" | "li" | "div") {
                        words.push('\n');
                    }
                }
            }
        }
    }
}

/// The outermost element of a document.
pub(super) fn parse(text: &str) -> Result<Node, ScheduleError> {
    let mut growing = Growing { text, read: 0, line: 1, open: Vec::new(), root: None, count: 0 };
    let mut reader = Reader::from_str(text);
    loop {
        let event = reader.read_event();
        growing.see(usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX));
        match event {
            Ok(Event::Eof) => break,
            Ok(event) => growing.take(event)?,
            Err(error) => {
                growing.see(usize::try_from(reader.error_position()).unwrap_or(usize::MAX));
                return Err(growing.broken(&error));
            }
        }
    }
    match growing.root {
        Some(root) if growing.open.is_empty() => Ok(root),
        _ if growing.open.is_empty() => Err(ScheduleError::NotASchedule),
        _ => Err(ScheduleError::CutShort { line: growing.line }),
    }
}

/// A tree while it is read.
struct Growing<'t> {
    text: &'t str,
    read: usize,
    line: usize,
    open: Vec<Node>,
    root: Option<Node>,
    count: usize,
}

impl Growing<'_> {
    /// Counts the lines up to a byte of the text.
    fn see(&mut self, end: usize) {
        if let Some(passed) = self.text.as_bytes().get(self.read..end.min(self.text.len())) {
            self.line += passed.iter().filter(|byte| **byte == b'\n').count();
            self.read += passed.len();
        }
    }

    fn take(&mut self, event: Event<'_>) -> Result<(), ScheduleError> {
        match event {
            Event::Start(start) => {
                let node = self.element(&start)?;
                self.open.push(node);
                Ok(())
            }
            Event::Empty(start) => {
                let node = self.element(&start)?;
                self.close(node)
            }
            Event::End(_) => {
                let line = self.line;
                let node = self.open.pop().ok_or(ScheduleError::Broken { line })?;
                self.close(node)
            }
            Event::Text(text) => self.words(&text.xml10_content()),
            Event::CData(text) => self.words(&text.xml10_content()),
            Event::GeneralRef(reference) => {
                let letter = self.character(&reference)?;
                self.words(&letter)
            }
            Event::DocType(_) => Err(ScheduleError::DocumentType { line: self.line }),
            Event::Decl(_) | Event::PI(_) | Event::Comment(_) | Event::Eof => Ok(()),
        }
    }

    fn element(&mut self, start: &BytesStart<'_>) -> Result<Node, ScheduleError> {
        self.count += 1;
        if self.count > MOST {
            return Err(ScheduleError::TooMany { limit: MOST });
        }
        if self.open.len() == DEEPEST {
            return Err(ScheduleError::TooDeep { line: self.line });
        }
        if self.open.is_empty() && self.root.is_some() {
            return Err(ScheduleError::Broken { line: self.line });
        }
        let mut attributes = Vec::new();
        for attribute in start.attributes() {
            let attribute = attribute.map_err(|_| ScheduleError::Broken { line: self.line })?;
            let value = attribute.normalized_value(XmlVersion::Implicit1_0);
            let value = value.map_err(|error| self.broken(&error))?;
            attributes.push((attribute.key.local_name().as_ref().to_string(), value.into_owned()));
        }
        let name = start.local_name().as_ref().to_string();
        Ok(Node { name, attributes, pieces: Vec::new(), line: self.line })
    }

    fn close(&mut self, node: Node) -> Result<(), ScheduleError> {
        match self.open.last_mut() {
            Some(around) => around.pieces.push(Piece::Element(node)),
            None => self.root = Some(node),
        }
        Ok(())
    }

    fn words(&mut self, words: &str) -> Result<(), ScheduleError> {
        match self.open.last_mut() {
            Some(around) => match around.pieces.last_mut() {
                Some(Piece::Text(text)) => text.push_str(words),
                _ if words.is_empty() => {}
                _ => around.pieces.push(Piece::Text(words.to_string())),
            },
            None if words.trim().is_empty() => {}
            None => return Err(ScheduleError::Broken { line: self.line }),
        }
        Ok(())
    }

    /// The character that a reference stands for.
    fn character(&self, reference: &BytesRef<'_>) -> Result<String, ScheduleError> {
        let known = resolve_predefined_entity(reference).map(str::to_string);
        let numbered = || reference.resolve_char_ref().ok().flatten().map(String::from);
        known.or_else(numbered).ok_or_else(|| self.unknown(reference))
    }

    fn unknown(&self, name: &str) -> ScheduleError {
        ScheduleError::UnknownCharacter { name: super::text::excerpt(name), line: self.line }
    }

    /// What an error of the parser means.
    fn broken(&self, error: &Error) -> ScheduleError {
        match error {
            Error::Escape(EscapeError::UnrecognizedEntity(_, name)) => self.unknown(name),
            Error::Syntax(_) => ScheduleError::CutShort { line: self.line },
            _ => ScheduleError::Broken { line: self.line },
        }
    }
}
