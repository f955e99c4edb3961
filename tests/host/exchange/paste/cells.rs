//! Rows and cells.

use super::read;

/// The cells of a text: cells between bars, a row an item, the header among them.
fn cells(text: &str) -> Vec<String> {
    let understood = read(text);
    let header = understood.has_header.then(|| understood.headers.join("|"));
    header.into_iter().chain(understood.rows.iter().map(|row| row.cells.join("|"))).collect()
}

#[test]
fn spreadsheets_copy_in_many_ways() {
    let cases: &[(&str, &[&str])] = &[
        ("", &[]),
        ("\n \t \r\n\n", &[]),
        ("Ada Uno\tFinpiemonte", &["Ada Uno|Finpiemonte"]),
        ("Ada Uno\tx\nBea Due\ty\n\n\n", &["Ada Uno|x", "Bea Due|y"]),
        ("Ada Uno\tx\r\nBea Due\ty\r\n", &["Ada Uno|x", "Bea Due|y"]),
        ("Ada Uno\tx\rBea Due\ty", &["Ada Uno|x", "Bea Due|y"]),
        ("\u{feff}Ada Uno\tx", &["Ada Uno|x"]),
        // No-break spaces, and spaces that only fill.
        (" Ada\u{a0}\u{202f} Uno \t\u{a0}\tx ", &["Ada Uno||x"]),
        // Excel: a cell with a line break, a tab or quotation marks.
        ("\"Ada\nUno\"\t\"a\tb\"\t\"say \"\"hi\"\"\"\nBea Due\ty", &["Ada\nUno|a b|say \"hi\"", "Bea Due|y"]),
        ("\"Ada\r\n\r\n Uno\"\tx", &["Ada\nUno|x"]),
        // Marks that do not quote a cell are marks.
        ("\"Ada\" Uno\tx\nBea \"B\" Due\t\"", &["\"Ada\" Uno|x", "Bea \"B\" Due|\""]),
        ("\"\"\tx", &["|x"]),
        // Rows of different lengths.
        ("Ada Uno\tx\ty\nBea Due", &["Ada Uno|x|y", "Bea Due"]),
        // Text files without a tab.
        ("Ada Uno;x;y\nBea Due;;z", &["Ada Uno|x|y", "Bea Due||z"]),
        ("Ada Uno,x,y\nBea Due,\"a, b\",z", &["Ada Uno|x|y", "Bea Due|a, b|z"]),
        ("Ada Uno,ada@example.org\nBea Due,bea@example.org", &["Ada Uno|ada@example.org", "Bea Due|bea@example.org"]),
        ("Name,Role\nAda Uno,Chair", &["Name|Role", "Ada Uno|Chair"]),
        // "Family name, given name" is one cell.
        ("Uno, Ada\nDue, Bea", &["Uno, Ada", "Due, Bea"]),
        ("Ada Uno\nBea, Cia; and others", &["Ada Uno", "Bea, Cia; and others"]),
    ];
    for (text, expected) in cases {
        assert_eq!(cells(text), *expected, "{text:?}");
    }
}

#[test]
fn rows_know_their_numbers() {
    let understood = read("Name\tRole\n\n\"Ada\nUno\"\tx\n\t\nBea Due\ty");
    let numbers: Vec<_> = understood.rows.iter().map(|row| (row.number, &*row.delegate.name)).collect();
    assert_eq!(numbers, [(3, "Ada Uno"), (5, "Bea Due")]);
}

#[test]
fn a_mark_that_never_closes_swallows_nothing() {
    let mut text = String::from("\"Ada Uno\tx\n");
    for row in 0..5_000 {
        text.push_str(&format!("\"Delegate {row}\ty\n"));
    }
    assert_eq!(read(&text).rows.len(), 5_001);
}
