//! Rows and cells of a text as spreadsheets put it on the clipboard.
//!
//! Cells are separated by tabs, rows by line ends. A cell that holds a tab, a line end or a quotation mark may stand in
//! quotation marks, with those inside it doubled (as in RFC 4180). Text files separate by semicolons or commas, which
//! are tried where there is no tab. An apostrophe that keeps a cell from being a formula is taken off.

use crate::exchange::formula::unguarded;

/// The most that a cell of a spreadsheet holds: a quotation mark with no end within it is just a mark.
const LONGEST: usize = 32_767;

/// The rows of a text, each with its number counted from one; rows without a word are left out.
pub(in crate::exchange) fn read(text: &str) -> Vec<(usize, Vec<String>)> {
    let text = text.trim_start_matches('\u{feff}');
    if text.contains('\t') {
        return split(text, '\t');
    }
    let semicolons = split(text, ';');
    if width(&semicolons).is_some_and(|width| width > 1) {
        return semicolons;
    }
    // "Rossi, Mario" is one cell: commas separate only where there are several, or where something speaks for columns.
    let commas = split(text, ',');
    match width(&commas) {
        Some(3..) => commas,
        Some(2) if text.contains('@') || commas.first().is_some_and(|(_, row)| super::columns::is_header(row)) => {
            commas
        }
        _ => split(text, '\t'),
    }
}

/// How many cells every row has; none where rows differ.
fn width(rows: &[(usize, Vec<String>)]) -> Option<usize> {
    let width = rows.first()?.1.len();
    rows.iter().all(|(_, row)| row.len() == width).then_some(width)
}

fn split(text: &str, separator: char) -> Vec<(usize, Vec<String>)> {
    let mut rows = Vec::new();
    let mut row = Vec::new();
    let (mut number, mut rest) = (1, text);
    loop {
        let (cell, after) = match rest.strip_prefix('"').and_then(|inner| quoted(inner, separator)) {
            Some(found) => found,
            None => {
                let end = rest.find([separator, '\n', '\r']).unwrap_or(rest.len());
                (rest[..end].to_string(), &rest[end..])
            }
        };
        row.push(unguarded(&tidy(&cell)).to_string());
        if let Some(next) = after.strip_prefix(separator) {
            rest = next;
            continue;
        }
        let cells = std::mem::take(&mut row);
        if cells.iter().any(|cell| !cell.is_empty()) {
            rows.push((number, cells));
        }
        let Some(next) = after.strip_prefix("\r\n").or_else(|| after.strip_prefix(['\n', '\r'])) else {
            return rows;
        };
        (number, rest) = (number + 1, next);
    }
}

/// The content of a cell in quotation marks and what follows; none when it does not end like one.
fn quoted(inner: &str, separator: char) -> Option<(String, &str)> {
    let mut cell = String::new();
    let mut rest = inner;
    loop {
        let end = rest.find('"')?;
        cell.push_str(&rest[..end]);
        rest = &rest[end + 1..];
        if cell.len() > LONGEST {
            return None;
        }
        if let Some(after) = rest.strip_prefix('"') {
            cell.push('"');
            rest = after;
        } else {
            let ends = rest.is_empty() || rest.starts_with([separator, '\n', '\r']);
            return ends.then_some((cell, rest));
        }
    }
}

/// A cell with single plain spaces, and without those that only fill; its line ends stay.
fn tidy(cell: &str) -> String {
    let mut tidy = String::with_capacity(cell.len());
    for line in cell.lines() {
        let before = tidy.len();
        for word in line.split_whitespace() {
            if tidy.len() > before {
                tidy.push(' ');
            } else if before > 0 {
                tidy.push('\n');
            }
            tidy.push_str(word);
        }
    }
    tidy
}
