//! Content lines: folded, escaped, and taken apart again.

use itinera::exchange::content_line::{ContentLine, Lines, Unfolded, parameter};
use proptest::prelude::*;

fn words(words: &str) -> String {
    let mut lines = Lines::default();
    lines.words("SUMMARY", words);
    lines.end()
}

#[test]
fn words_are_escaped() {
    let check = |said: &str, expect: &str| assert_eq!(words(said), expect, "{said:?}");
    check("Welcome", "SUMMARY:Welcome\r\n");
    check("", "");
    check(" \n ", "");
    check("a, b; c\\d", "SUMMARY:a\\, b\\; c\\\\d\r\n");
    check("one\ntwo\r\nthree\rfour", "SUMMARY:one\\ntwo\\nthree\\nfour\r\n");
    check("\u{b}a\u{85}b\u{2028}c\u{2029}d\u{c}e", "SUMMARY:a\\nb\\nc\\nd\\ne\r\n");
    check("tab\tbell\u{7}nought\0delete\u{7f}", "SUMMARY:tab bellnoughtdelete\r\n");
    check("\\n is no new line", "SUMMARY:\\\\n is no new line\r\n");
    check("colon: \"quoted\"", "SUMMARY:colon: \"quoted\"\r\n");
}

#[test]
fn nothing_begins_a_line_of_its_own() {
    let evil = "x\r\nATTACH:file\nBEGIN:VALARM\u{2028}END:VEVENT\rX:1";
    let mut lines = Lines::default();
    lines.words("SUMMARY", evil);
    lines.plain("STATUS", evil);
    lines.plain(&format!("DTSTART;TZID={}", parameter(evil)), "20171121T090000");
    lines.list("N", &[evil, "", evil], ";");
    lines.address("URL", evil);
    assert_eq!(lines.end().matches("\r\n").count(), 6, "five lines, of which one is folded");
}

#[test]
fn an_address_has_no_blanks() {
    let address = |address: &str| {
        let mut lines = Lines::default();
        lines.address("URL", address);
        lines.end()
    };
    assert_eq!(address(" https://example.org/a b?c=d;e,f "), "URL:https://example.org/a%20b?c=d;e,f\r\n");
    assert_eq!(address("  "), "");
}

#[test]
fn a_list_keeps_its_empty_places() {
    let list = |several: &[&str]| {
        let mut lines = Lines::default();
        lines.list("N", several, ";");
        lines.end()
    };
    assert_eq!(list(&["Šarūnė; Jr", "", " "]), "N:Šarūnė\\; Jr;;\r\n");
    assert_eq!(list(&["", ""]), "");
}

#[test]
fn a_parameter_is_quoted_where_it_must_be() {
    for (value, expect) in [
        ("Europe/Rome", "Europe/Rome"),
        ("Rome, Italy", "\"Rome, Italy\""),
        ("a;b:c", "\"a;b:c\""),
        ("\"Q\"\r\nX:1", "\"QX:1\""),
    ] {
        assert_eq!(parameter(value), expect);
    }
}

fn line(text: &str) -> Option<ContentLine<'_>> {
    ContentLine::of(7, text)
}

#[test]
fn a_line_is_taken_apart() {
    let read = line("DTSTART;VALUE=DATE-TIME;TZID=\"Rome; or: so\":20171121T090000").unwrap();
    assert!(read.is("dtstart") && read.number == 7);
    assert_eq!(read.parameter("tzid"), Some("Rome; or: so"));
    assert_eq!(read.parameter("VALUE"), Some("DATE-TIME"));
    assert_eq!(read.parameter("X"), None);
    assert_eq!(read.value, "20171121T090000");
    assert_eq!(line("SUMMARY:").map(|read| read.value), Some(""));
    assert_eq!(line("item1.EMAIL:a@b.c:d").map(|read| (read.name, read.value)), Some(("item1.EMAIL", "a@b.c:d")));
    for none in ["", ":", ":value", "NAME", "NAME;P=1", "NAME P:1", "NAME;P=\"1:2", " NAME:1", "<html>", "é:1"] {
        assert_eq!(line(none), None, "{none}");
    }
}

#[test]
fn escapes_are_read_as_people_write_them() {
    let read = |value: &str| line(&format!("X:{value}")).unwrap().words();
    for (value, expect) in [
        ("a\\, b\\; c\\\\d", "a, b; c\\d"),
        ("one\\ntwo\\Nthree", "one\ntwo\nthree"),
        ("a, b; c", "a, b; c"),
        ("odd \\q end\\", "odd q end\\"),
        ("bell\u{7}", "bell"),
    ] {
        assert_eq!(read(value), expect);
    }
}

fn unfolded(bytes: &[u8]) -> Vec<(usize, String)> {
    Unfolded::of(bytes).map(|(number, line)| (number, String::from_utf8_lossy(&line).into_owned())).collect()
}

#[test]
fn lines_are_put_together_again() {
    let check = |bytes: &[u8], expect: &[(usize, &str)]| {
        let expect: Vec<_> = expect.iter().map(|(number, line)| (*number, (*line).to_string())).collect();
        assert_eq!(unfolded(bytes), expect, "{:?}", String::from_utf8_lossy(bytes));
    };
    check(b"", &[]);
    check(b"A:1\r\nB:2\r\n", &[(1, "A:1"), (2, "B:2")]);
    check(b"A:1\nB:2\rC:3", &[(1, "A:1"), (2, "B:2"), (3, "C:3")]);
    check(b"A:one\r\n  two\r\n\tthree\r\nB:2", &[(1, "A:one twothree"), (4, "B:2")]);
    check(b"\xef\xbb\xbfA:1\r\n\r\n\r\nB:2\r\n", &[(1, "A:1"), (4, "B:2")]);
    // Folded inside of a letter.
    check(b"A:caf\xc3\r\n \xa9\r\n", &[(1, "A:caf\u{e9}")]);
    check(b" A:1\r\n", &[(1, " A:1")]);
}

proptest! {
    #[test]
    fn what_is_written_is_read_again(said in "\\PC{0,200}|[a-zà-ž日🚌👩‍🔬א;,:\\\\\" \n]{0,120}") {
        let text = words(&said);
        prop_assert!(text.split("\r\n").all(|line| line.len() <= 75));
        prop_assert!(!text.replace("\r\n", "").contains(['\r', '\n']));
        let read = unfolded(text.as_bytes());
        if said.trim().is_empty() {
            prop_assert!(read.is_empty());
        } else {
            prop_assert_eq!(read.len(), 1);
            let read = line(&read[0].1).unwrap().words();
            let expect: String = said.trim().replace(['\u{85}', '\u{2028}', '\u{2029}'], "\n");
            prop_assert_eq!(read, expect);
        }
    }

    #[test]
    fn a_fold_is_never_inside_a_letter(said in "[a-z日🚌é]{60,300}") {
        let text = words(&said);
        let widest = text.split("\r\n").map(str::len).max().unwrap();
        // As full as letters of up to four bytes allow.
        prop_assert!((72..=75).contains(&widest) || said.len() < 64);
        prop_assert_eq!(text.replace("\r\n ", ""), format!("SUMMARY:{said}\r\n"));
    }

    #[test]
    fn any_bytes_are_lines_of_some_sort(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        for (number, line) in Unfolded::of(&bytes) {
            prop_assert!(number > 0 && !line.is_empty());
            if let Ok(text) = std::str::from_utf8(&line) && let Some(read) = ContentLine::of(number, text) {
                prop_assert!(read.words().len() <= text.len());
                let _ = read.parameter("TZID");
            }
        }
    }
}
