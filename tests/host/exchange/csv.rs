//! Tables as comma-separated values: what is written is read by a reader that others wrote, and by our own.

use itinera::exchange::{
    csv::{Delimiter, LONGEST, Letters, MOST_ROWS, ReadError, read, write},
    formula::guarded,
    tables::Table,
};
use proptest::prelude::*;

fn table(headers: &[&str], rows: &[&[&str]]) -> Table {
    let cells = |row: &&[&str]| row.iter().map(|cell| (*cell).to_string()).collect();
    Table { headers: cells(&headers), rows: rows.iter().map(cells).collect() }
}

/// The cells of a text, as the `csv` crate reads them.
fn others(text: &str, delimiter: Delimiter) -> Vec<Vec<String>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut builder = csv::ReaderBuilder::new();
    let mut reader = builder.has_headers(false).delimiter(delimiter.letter() as u8).from_reader(text.as_bytes());
    reader.records().map(|record| record.unwrap().iter().map(str::to_string).collect()).collect()
}

fn all(table: &Table) -> Vec<Vec<String>> {
    std::iter::once(&table.headers).chain(&table.rows).cloned().collect()
}

fn cells(text: &str) -> Vec<Vec<String>> {
    read(text.as_bytes()).unwrap().rows.into_iter().map(|(_, row)| row).collect()
}

/// Cells with everything that is hard on somebody.
fn hard() -> Table {
    table(
        &["Name", "What they said"],
        &[
            &["Žydrūnas Ąžuolas", "Iñaki, Nerea; Llŷr\tŴyn"],
            &["👩🏽‍🏭 📐", "a \"quoted\" word"],
            &["שלום עולם", "مرحبا بالعالم\u{202e}"],
            &["=HYPERLINK(\"http://example.net\";\"x\")", "+39 011 000"],
            &["-1", "@home\r\nand away"],
            &["'=1", "\u{feff}marked"],
            &["  blanks around  ", "\r"],
            &["", ""],
            &["sep=;", "\"\""],
        ],
    )
}

#[test]
fn what_is_written_is_rfc_4180() {
    let table = table(&["Name", "Tel."], &[&["Uno, Ada", "+39 1"], &["\"Bea\"", "a\r\nb"], &["Cia", ""]]);
    let expected = "Name,Tel.\r\n\"Uno, Ada\",'+39 1\r\n\"\"\"Bea\"\"\",\"a\r\nb\"\r\nCia,\r\n";
    assert_eq!(write(&table, Delimiter::Comma, false), expected);
    assert_eq!(write(&table, Delimiter::Comma, true), format!("\u{feff}{expected}"));
    assert!(write(&table, Delimiter::Semicolon, false).starts_with("Name;Tel.\r\n\"Uno, Ada\";'+39 1\r\n"));
    assert!(write(&table, Delimiter::Tab, false).starts_with("Name\tTel.\r\n\"Uno, Ada\"\t'+39 1\r\n"));
}

#[test]
fn others_read_what_is_written_and_so_do_we() {
    let table = hard();
    let marked: Vec<Vec<String>> =
        all(&table).iter().map(|row| row.iter().map(|cell| guarded(cell).to_string()).collect()).collect();
    for delimiter in Delimiter::ALL {
        for mark in [false, true] {
            let text = write(&table, delimiter, mark);
            assert_eq!(others(&text, delimiter), marked, "{delimiter:?}");
            let sheet = read(text.as_bytes()).unwrap();
            assert_eq!((sheet.delimiter, sheet.letters), (delimiter, Letters::Utf8));
            assert_eq!(cells(&text), all(&table), "{delimiter:?}");
        }
    }
}

#[test]
fn no_cell_begins_like_a_formula_for_any_reader() {
    for row in others(&write(&hard(), Delimiter::Comma, false), Delimiter::Comma) {
        for cell in row {
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell:?}");
        }
    }
}

#[test]
fn rows_are_as_wide_as_the_headers() {
    let ragged = table(&["A", "B", "C"], &[&["1"], &["1", "2", "3", "4"]]);
    assert_eq!(write(&ragged, Delimiter::Comma, false), "A,B,C\r\n1,,\r\n1,2,3\r\n");
}

#[test]
fn a_table_of_one_empty_cell_is_not_an_empty_file() {
    let narrow = table(&["A"], &[&[""], &["x"]]);
    let text = write(&narrow, Delimiter::Comma, false);
    assert_eq!(text, "A\r\n\"\"\r\nx\r\n");
    assert_eq!(cells(&text), all(&narrow));
}

#[test]
fn what_separates_is_found_out() {
    let cases: &[(&str, Delimiter, usize)] = &[
        ("Name,Org\nAda,Office\n", Delimiter::Comma, 2),
        ("Name;Org\nAda;Office\n", Delimiter::Semicolon, 2),
        ("Name\tOrg\nAda\tOffice\n", Delimiter::Tab, 2),
        // Decimals and lists inside of cells.
        ("Name;Heads;Note\nAda;1,5;a, b\nBea;2,5;c, d\n", Delimiter::Semicolon, 3),
        ("Name,Languages\nAda,en;it\nBea,en;es\n", Delimiter::Comma, 2),
        ("Name;Languages\nAda;\"en,it\"\nBea;\"en,es\"\n", Delimiter::Semicolon, 2),
        // As Excel says it.
        ("sep=;\nName;a,b,c\nAda;x,y,z\n", Delimiter::Semicolon, 2),
        ("sep=\t\r\nName\ta,b\r\n", Delimiter::Tab, 2),
        // Ragged rows are the fewer ones.
        ("A;B;C\n1;2;3\n4;5\n6;7;8\n", Delimiter::Semicolon, 3),
        ("Name\nAda\nUno, Bea\n", Delimiter::Comma, 1),
    ];
    for (text, delimiter, width) in cases {
        let sheet = read(text.as_bytes()).unwrap();
        assert_eq!((sheet.delimiter, sheet.rows[0].1.len()), (*delimiter, *width), "{text:?}");
    }
}

#[test]
fn rows_keep_their_numbers_and_their_widths() {
    let text = "\r\nName,Org\r\n\r\n\r\nAda,Office,more\nBea\n\n\"Cia\r\n\r\nTre\",x\rDea,\"\"";
    let sheet = read(text.as_bytes()).unwrap();
    let rows: Vec<(usize, Vec<&str>)> =
        sheet.rows.iter().map(|(number, row)| (*number, row.iter().map(String::as_str).collect())).collect();
    let expected: Vec<(usize, Vec<&str>)> = vec![
        (2, vec!["Name", "Org"]),
        (5, vec!["Ada", "Office", "more"]),
        (6, vec!["Bea"]),
        (8, vec!["Cia\r\n\r\nTre", "x"]),
        (9, vec!["Dea", ""]),
    ];
    assert_eq!(rows, expected);
}

#[test]
fn letters_are_read_as_programs_write_them() {
    let expected = vec![vec!["Nome".to_string(), "Città".into()], vec!["Zoë".into(), "Łódź €".into()]];
    let text = "Nome;Città\r\nZoë;Łódź €\r\n";
    let utf16 = |unit: fn(u16) -> [u8; 2]| {
        std::iter::once('\u{feff}').chain(text.chars()).flat_map(|letter| unit(letter as u16)).collect::<Vec<u8>>()
    };
    for (bytes, letters) in [
        (text.as_bytes().to_vec(), Letters::Utf8),
        ([b"\xef\xbb\xbf".as_slice(), text.as_bytes()].concat(), Letters::Utf8),
        (utf16(u16::to_le_bytes), Letters::Utf16),
        (utf16(u16::to_be_bytes), Letters::Utf16),
    ] {
        let sheet = read(&bytes).unwrap();
        assert_eq!(sheet.letters, letters);
        assert_eq!(sheet.rows.into_iter().map(|(_, row)| row).collect::<Vec<_>>(), expected, "{letters:?}");
    }
    let sheet = read(b"Nome;Citt\xe0\r\nZo\xeb;\x80 \x96 \x8a\x81\r\n").unwrap();
    assert_eq!(sheet.letters, Letters::Windows1252);
    assert_eq!(sheet.rows[1].1, ["Zoë", "€ – Š\u{81}"]);
}

#[test]
fn what_is_no_table_says_why_and_where() {
    let cases: &[(&[u8], ReadError)] = &[
        (b"", ReadError::Empty),
        (b"\xef\xbb\xbf\r\n\n\r", ReadError::Empty),
        (b"PK\x03\x04rest of a workbook", ReadError::Workbook),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ReadError::Workbook),
        (b"\x89PNG\r\n\x1a\n\0\0", ReadError::NotText),
        (b"Name,Org\r\nAda,\"Office\r\nBea,x\r\n", ReadError::Unclosed { row: 2, column: 2 }),
        (b"\"Name", ReadError::Unclosed { row: 1, column: 1 }),
        (b"\n\nA,B\n1,2\n\"", ReadError::Unclosed { row: 5, column: 1 }),
    ];
    for (bytes, expected) in cases {
        assert_eq!(read(bytes).as_ref(), Err(expected), "{:?}", String::from_utf8_lossy(bytes));
    }
    assert_eq!(read(&vec![b'a'; LONGEST + 1]), Err(ReadError::TooLong));
    assert!(read(&vec![b'a'; LONGEST]).is_ok());
    let rows = |count: usize| "a,b\n".repeat(count);
    assert_eq!(read(rows(MOST_ROWS + 1).as_bytes()), Err(ReadError::TooManyRows));
    assert_eq!(read(rows(MOST_ROWS).as_bytes()).unwrap().rows.len(), MOST_ROWS);
}

#[test]
fn a_wide_row_and_a_long_cell_are_read_whole() {
    let long = "é".repeat(50_000);
    let wide = vec!["x"; 1000].join(";");
    let rows = cells(&format!("{wide}\n{long};y\n"));
    assert_eq!((rows[0].len(), rows[1][0] == long), (1000, true));
}

/// Cells of letters that mean something to somebody.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof!["[a-zà ]{0,6}", "[,;\t\"'=+@\\-\r\na]{0,6}", any::<String>().prop_map(|text| text.replace('\0', ""))]
}

fn tables() -> impl Strategy<Value = Table> {
    (1..5usize).prop_flat_map(|width| {
        let row = || proptest::collection::vec(cell(), width);
        (row(), proptest::collection::vec(row(), 0..6)).prop_map(|(headers, rows)| Table { headers, rows })
    })
}

proptest! {
    #[test]
    fn out_and_in_again_is_the_same_table(table in tables(), delimiter in 0..3usize, mark: bool) {
        let delimiter = Delimiter::ALL[delimiter];
        let text = write(&table, delimiter, mark);
        let sheet = read(text.as_bytes()).unwrap();
        prop_assert_eq!(sheet.rows.into_iter().map(|(_, row)| row).collect::<Vec<_>>(), all(&table));
        prop_assert!(table.headers.len() == 1 || sheet.delimiter == delimiter);
        let marked: Vec<Vec<String>> =
            all(&table).iter().map(|row| row.iter().map(|cell| guarded(cell).to_string()).collect()).collect();
        prop_assert_eq!(others(&text, delimiter), marked);
    }

    #[test]
    fn any_bytes_are_read_somehow(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = read(&bytes);
    }

    #[test]
    fn any_text_is_read_as_others_read_it(text in "[ab,\"\r\n ]{0,40}") {
        if let Ok(sheet) = read(text.as_bytes()) {
            let ours: Vec<Vec<String>> = sheet.rows.into_iter().map(|(_, row)| row).collect();
            let mut builder = csv::ReaderBuilder::new();
            let mut reader = builder.has_headers(false).flexible(true).from_reader(text.as_bytes());
            let theirs: Vec<Vec<String>> =
                reader.records().map(|record| record.unwrap().iter().map(str::to_string).collect()).collect();
            prop_assert_eq!(ours, theirs);
        }
    }
}
