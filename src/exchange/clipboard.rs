//! A table for the clipboard: as HTML, which spreadsheets and mails paste with its columns, and as text with tabs for
//! everything else.

use super::{formula::guarded, markup::escaped, tables::Table};

/// The table as HTML. No cell begins like a formula: spreadsheets calculate what is pasted too.
#[must_use]
pub fn html(table: &Table) -> String {
    let mut html = String::from("<table><thead>");
    row(&mut html, &table.headers, "th");
    html.push_str("</thead><tbody>");
    for cells in &table.rows {
        row(&mut html, cells, "td");
    }
    html.push_str("</tbody></table>");
    html
}

fn row(html: &mut String, cells: &[String], element: &str) {
    html.push_str("<tr>");
    for cell in cells {
        html.push('<');
        html.push_str(element);
        html.push('>');
        let lines: Vec<_> = guarded(cell).lines().map(escaped).collect();
        html.push_str(&lines.join("<br>"));
        html.push_str("</");
        html.push_str(element);
        html.push('>');
    }
    html.push_str("</tr>");
}

/// The table as text, as spreadsheets put it on the clipboard: cells between tabs, rows between line ends, and quotation
/// marks around a cell that holds either.
#[must_use]
pub fn text(table: &Table) -> String {
    let mut text = String::new();
    for cells in std::iter::once(&table.headers).chain(&table.rows) {
        for (place, cell) in cells.iter().enumerate() {
            if place > 0 {
                text.push('\t');
            }
            let cell = guarded(cell);
            if cell.contains(['\t', '\r', '\n']) || cell.starts_with('"') {
                text.push('"');
                text.push_str(&cell.replace('"', "\"\""));
                text.push('"');
            } else {
                text.push_str(&cell);
            }
        }
        text.push('\n');
    }
    text
}
