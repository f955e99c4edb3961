//! Tables as text: comma-separated values (RFC 4180), with a choice of what separates.

mod letters;
mod read;

pub use letters::Letters;
pub use read::{LONGEST, MOST_ROWS, ReadError, Sheet, read};

use super::{formula::guarded, tables::Table};

/// What separates the cells of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Delimiter {
    /// As RFC 4180 has it.
    #[default]
    Comma,
    /// As spreadsheets expect it where decimals have a comma.
    Semicolon,
    /// As spreadsheets put it on the clipboard.
    Tab,
}

impl Delimiter {
    /// Every delimiter, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Comma, Self::Semicolon, Self::Tab];

    /// The character.
    #[must_use]
    pub const fn letter(self) -> char {
        match self {
            Self::Comma => ',',
            Self::Semicolon => ';',
            Self::Tab => '\t',
        }
    }

    /// How the name of such a file ends.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Comma | Self::Semicolon => "csv",
            Self::Tab => "tsv",
        }
    }
}

/// The mark at the beginning of a file by which Excel knows UTF-8 (U+FEFF).
const MARK: char = '\u{feff}';

/// A table as the text of a file. With `marked` it begins with the mark by which Excel knows the letters.
///
/// Rows end with CRLF, the headers are the first one (RFC 4180, 2.1 and 2.3); no cell begins like a formula.
#[must_use]
pub fn write(table: &Table, delimiter: Delimiter, marked: bool) -> String {
    let mut text = String::new();
    if marked {
        text.push(MARK);
    }
    for row in std::iter::once(&table.headers).chain(&table.rows) {
        write_row(&mut text, row, table.headers.len(), delimiter);
    }
    text
}

fn write_row(text: &mut String, row: &[String], width: usize, delimiter: Delimiter) {
    for index in 0..width {
        if index > 0 {
            text.push(delimiter.letter());
        }
        let cell = guarded(row.get(index).map_or("", String::as_str));
        if must_be_quoted(&cell, width) {
            text.push('"');
            text.push_str(&cell.replace('"', "\"\""));
            text.push('"');
        } else {
            text.push_str(&cell);
        }
    }
    text.push_str("\r\n");
}

/// Whether a cell could be read as something else without quotation marks (RFC 4180, 2.6): as several, whatever the reader
/// takes for what separates; as the end of the row, without its blanks, or not at all where it is the only one.
fn must_be_quoted(cell: &str, width: usize) -> bool {
    cell.contains([',', ';', '\t', '"', '\r', '\n', MARK])
        || cell.starts_with("sep=")
        || cell.starts_with(char::is_whitespace)
        || cell.ends_with(char::is_whitespace)
        || (width == 1 && cell.is_empty())
}
