//! What sort of file somebody brought.

use crate::wire::full::full;
use itinera::{
    example::manumix,
    exchange::{
        schedule::{Edition, to_json, to_xml},
        sort::{Sort, sort_of},
    },
    i18n::Language,
    wire::{encode, encode_pretty},
};

#[test]
fn content_decides_and_the_name_where_it_says_nothing() {
    let cases: &[(&str, &str, Option<Sort>)] = &[
        ("anything", "BEGIN:VCALENDAR\r\n", Some(Sort::Calendar)),
        ("x.txt", "\u{feff}\n begin:vcalendar", Some(Sort::Calendar)),
        ("x.ics", "nonsense", Some(Sort::Calendar)),
        ("x.ICS", "", Some(Sort::Calendar)),
        ("x", "<?xml version=\"1.0\"?>\n<!-- long --><schedule>", Some(Sort::Schedule)),
        ("x.xml", "<?xml version=\"1.0\"?><other/>", Some(Sort::Schedule)),
        ("x.html", "<!doctype html><html>", None),
        ("x.json", "{\"schedule\": {}}", Some(Sort::Schedule)),
        ("x.json", "{\"$schema\": \"x\", \"events\": []}", Some(Sort::Schedule)),
        ("x.json", "{\"format\": \"itinera-plan\", \"plan\": {\"schedule\": 1}}", Some(Sort::Plan)),
        // A reader says what is wrong with it.
        ("x.json", "{}", Some(Sort::Plan)),
        ("x.json", "[1]", Some(Sort::Plan)),
        ("x.json", "", Some(Sort::Plan)),
        ("x.json", "\0\u{1}", Some(Sort::Plan)),
        ("guests.csv", "Name,Org\n", Some(Sort::Table)),
        ("guests.TSV", "Name\tOrg\n", Some(Sort::Table)),
        ("guests.txt", "Name;Org\n", Some(Sort::Table)),
        ("guests.xlsx", "PK\u{3}\u{4}", Some(Sort::Table)),
        ("photo.png", "\u{89}PNG", None),
        (".csv", "", None),
        ("", "", None),
    ];
    for (name, text, expected) in cases {
        assert_eq!(sort_of(name, text.as_bytes()), *expected, "{name}: {text:?}");
    }
}

#[test]
fn a_plan_is_known_however_it_is_called() {
    for text in [encode(&full()), encode_pretty(&full())] {
        assert_eq!(sort_of("notes.txt", text.as_bytes()), Some(Sort::Plan));
    }
}

#[test]
fn schedules_that_this_program_writes_are_known() {
    let utc = |_| 0;
    let today = crate::plan::build::date();
    let edition = Edition { language: Language::English, version: "", today, shared: false, ahead: &utc };
    for text in [to_xml(&manumix(), &edition), to_json(&manumix(), &edition)] {
        assert_eq!(sort_of("notes.txt", text.as_bytes()), Some(Sort::Schedule));
    }
}
