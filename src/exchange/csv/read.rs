//! Reading: what separates, rows, cells, and what is wrong with them. The cells themselves are found by `csv-core`.

use super::{Delimiter, Letters, letters};
use crate::exchange::formula::unguarded;
use csv_core::{ReadRecordResult, Reader, ReaderBuilder};
use std::cmp::Reverse;
use thiserror::Error;

/// The largest file that is read, in bytes: more is no list that somebody made.
pub const LONGEST: usize = crate::wire::LARGEST;

/// The most rows that are read.
pub const MOST_ROWS: usize = 10_000;

/// How much of a text is looked at to find out what separates, in bytes.
const TRIED: usize = 64 * 1024;

/// What a file holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// What separates the cells.
    pub delimiter: Delimiter,
    /// How the letters are written.
    pub letters: Letters,
    /// The rows as they are, wide or narrow, each with its number counted from one, empty rows among them. Empty rows are
    /// left out.
    pub rows: Vec<(usize, Vec<String>)>,
}

/// Why a file cannot be read as a table.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ReadError {
    /// There is nothing in it.
    #[error("the file is empty")]
    Empty,
    /// It is larger than [`LONGEST`].
    #[error("the file is larger than {LONGEST} bytes")]
    TooLong,
    /// It has more rows than [`MOST_ROWS`].
    #[error("the file has more than {MOST_ROWS} rows")]
    TooManyRows,
    /// It is the file of a spreadsheet program itself, not a table as text.
    #[error("the file is a workbook")]
    Workbook,
    /// It is no text.
    #[error("the file is no text")]
    NotText,
    /// A cell begins with a quotation mark and never ends.
    #[error("row {row}, column {column}: the quotation mark at the beginning has no end")]
    Unclosed {
        /// Its row, counted from one.
        row: usize,
        /// Its column, counted from one.
        column: usize,
    },
}

/// Reads the bytes of a file. What separates is found out, or said by a first line such as `sep=;`, as Excel has it.
///
/// # Errors
/// When they are not a table; see [`ReadError`].
pub fn read(bytes: &[u8]) -> Result<Sheet, ReadError> {
    if bytes.len() > LONGEST {
        return Err(ReadError::TooLong);
    }
    // ZIP, as in .xlsx and .ods, and the container of .xls.
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return Err(ReadError::Workbook);
    }
    let (text, letters) = letters::decode(bytes).ok_or(ReadError::NotText)?;
    let (text, first, said) = match declared(&text) {
        Some((delimiter, rest)) => (rest, 2, Some(delimiter)),
        None => (&*text, 1, None),
    };
    let delimiter = said.unwrap_or_else(|| found(text));
    let rows = rows(text, first, delimiter)?;
    if rows.is_empty() { Err(ReadError::Empty) } else { Ok(Sheet { delimiter, letters, rows }) }
}

/// What a first line such as `sep=;` says, and the text below it.
fn declared(text: &str) -> Option<(Delimiter, &str)> {
    let rest = text.strip_prefix("sep=")?;
    let delimiter = Delimiter::ALL.into_iter().find(|delimiter| rest.starts_with(delimiter.letter()))?;
    let below = &rest[1..];
    let below = below.strip_prefix("\r\n").or_else(|| below.strip_prefix(['\n', '\r']))?;
    Some((delimiter, below))
}

/// What separates, of those that make several cells of the first row: that with which every quotation mark has its second
/// one; then that which leaves the fewest inside of cells, for read with another one those around a cell are left in it;
/// then that with which most rows are as wide as the first.
fn found(text: &str) -> Delimiter {
    let (whole, text) = (text.len() <= TRIED, &text[..text.floor_char_boundary(TRIED)]);
    let mut best = None;
    for delimiter in Delimiter::ALL {
        let (rows, sound) = first_rows(text, delimiter);
        let width = rows.first().map_or(0, Vec::len);
        let alike = rows.iter().filter(|row| row.len() == width).count();
        let marks: usize = rows.iter().flatten().map(|cell| cell.matches('"').count()).sum();
        let score = (sound || !whole, Reverse(marks), alike, width);
        if width > 1 && best.is_none_or(|(known, _)| score > known) {
            best = Some((score, delimiter));
        }
    }
    best.map_or(Delimiter::Comma, |(_, delimiter)| delimiter)
}

/// The rows of a text up to one in which something is wrong, and whether none is.
fn first_rows(text: &str, delimiter: Delimiter) -> (Vec<Vec<String>>, bool) {
    let mut walk = Walk::new(text, 1, delimiter);
    let mut rows = Vec::new();
    loop {
        match walk.next() {
            Ok(Some((_, cells))) => rows.push(cells),
            Ok(None) => return (rows, true),
            Err(_) => return (rows, false),
        }
    }
}

fn rows(text: &str, first: usize, delimiter: Delimiter) -> Result<Vec<(usize, Vec<String>)>, ReadError> {
    let mut walk = Walk::new(text, first, delimiter);
    let mut rows = Vec::new();
    while let Some(row) = walk.next()? {
        if rows.len() == MOST_ROWS {
            return Err(ReadError::TooManyRows);
        }
        rows.push(row);
    }
    Ok(rows)
}

/// A walk through the rows of a text.
struct Walk<'a> {
    reader: Reader,
    rest: &'a [u8],
    number: usize,
    cells: Vec<u8>,
    ends: Vec<usize>,
}

impl<'a> Walk<'a> {
    fn new(text: &'a str, first: usize, delimiter: Delimiter) -> Self {
        // All delimiters are ASCII, so the cells of a text are texts.
        let reader = ReaderBuilder::new().delimiter(delimiter.letter() as u8).build();
        Self { reader, rest: text.as_bytes(), number: first, cells: vec![0; 4096], ends: vec![0; 64] }
    }

    /// The next row that is not empty, and its number.
    fn next(&mut self) -> Result<Option<(usize, Vec<String>)>, ReadError> {
        while let Some(rest) = after_line_end(self.rest) {
            self.rest = rest;
            self.number += 1;
        }
        if self.rest.is_empty() {
            return Ok(None);
        }
        let (mut written, mut ended, mut last, mut returned) = (0, 0, false, false);
        loop {
            // A line end at the end of everything ends the row, unless that is inside of quotation marks.
            let input = if last { b"\n".as_slice() } else { self.rest };
            let (result, read, wrote, ends) =
                self.reader.read_record(input, &mut self.cells[written..], &mut self.ends[ended..]);
            (written, ended) = (written + wrote, ended + ends);
            if !last {
                returned = self.rest[..read].ends_with(b"\r");
                self.rest = &self.rest[read..];
            }
            match result {
                ReadRecordResult::OutputFull => self.cells.resize(self.cells.len() * 2, 0),
                ReadRecordResult::OutputEndsFull => self.ends.resize(self.ends.len() * 2, 0),
                ReadRecordResult::InputEmpty if last => {
                    return Err(ReadError::Unclosed { row: self.number, column: ended + 1 });
                }
                ReadRecordResult::InputEmpty => last = true,
                ReadRecordResult::Record | ReadRecordResult::End => break,
            }
        }
        let row = (self.number, self.row(ended));
        // Of CRLF only the first character was taken.
        if returned {
            self.rest = self.rest.strip_prefix(b"\n").unwrap_or(self.rest);
        }
        self.number += 1;
        Ok(Some(row))
    }

    fn row(&self, ended: usize) -> Vec<String> {
        let mut start = 0;
        let ends = self.ends[..ended].iter();
        ends.map(|end| {
            let cell = String::from_utf8_lossy(&self.cells[start..*end]);
            start = *end;
            unguarded(&cell).to_string()
        })
        .collect()
    }
}

/// What follows a line end, where a text begins with one.
fn after_line_end(text: &[u8]) -> Option<&[u8]> {
    text.strip_prefix(b"\r\n").or_else(|| text.strip_prefix(b"\n")).or_else(|| text.strip_prefix(b"\r"))
}
