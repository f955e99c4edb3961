//! What is refused, and what is said of it.

use super::{event, read_text};
use itinera::{
    exchange::schedule::{LARGEST, ScheduleError},
    i18n::{Language, Words},
};

fn error(text: &str) -> ScheduleError {
    read_text(text).unwrap_err()
}

fn said(text: &str) -> String {
    let error = error(text);
    assert!(!error.words(Words::new(Language::Italian)).is_empty());
    error.words(Words::new(Language::English))
}

#[test]
fn what_is_no_schedule_is_told_apart() {
    assert_eq!(error(""), ScheduleError::Empty);
    assert_eq!(error(" \n "), ScheduleError::Empty);
    for text in [
        "hello",
        "[]",
        "{}",
        r#"{"schedule": {"2024-11-02": {"510": {}}}}"#,
        r#"{"format": "itinera-plan", "version": 1, "plan": {}}"#,
        "<html><body>x</body></html>",
        "<schedule><day date='2017-11-21'><entry/></day></schedule>",
        "<timetable><conference/></timetable>",
        "<!-- nothing -->",
        "BEGIN:VCALENDAR",
    ] {
        assert_eq!(error(text), ScheduleError::NotASchedule, "{text}");
    }
    let read = |bytes: &[u8]| itinera::exchange::schedule::read(bytes, super::ROME).unwrap_err();
    assert_eq!(read(b"\xff\xfe<\0s\0"), ScheduleError::Utf16);
    assert_eq!(read(b"<\0s\0"), ScheduleError::Utf16);
    assert_eq!(read(b"<schedule>\xe9</schedule>"), ScheduleError::NotText { offset: 10 });
    let large = vec![b' '; LARGEST + 1];
    assert_eq!(read(&large), ScheduleError::TooLarge { bytes: LARGEST + 1, limit: LARGEST });
}

#[test]
fn what_could_grow_without_end_is_refused() {
    let bomb = "<?xml version='1.0'?>\n<!DOCTYPE schedule [\n<!ENTITY a 'aaaaaaaaaa'>\n<!ENTITY b '&a;&a;&a;&a;&a;&a;'>\n]>\n\
                <schedule><conference><title>&b;</title></conference></schedule>";
    assert_eq!(error(bomb), ScheduleError::DocumentType { line: 5 });
    let outside = "<!DOCTYPE schedule SYSTEM 'file:///etc/passwd'><schedule><conference/></schedule>";
    assert_eq!(error(outside), ScheduleError::DocumentType { line: 1 });
    let deep = format!("<schedule>{}", "<a>".repeat(100_000));
    assert_eq!(error(&deep), ScheduleError::TooDeep { line: 1 });
    let deep = format!("{{\"schedule\": {}", "[".repeat(100_000));
    assert_eq!(error(&deep), ScheduleError::TooDeep { line: 1 });
    let many = format!("<schedule>{}</schedule>", "<a/>".repeat(600_000));
    assert_eq!(error(&many), ScheduleError::TooMany { limit: 500_000 });
}

#[test]
fn broken_files_are_told_with_the_line() {
    for (text, expected) in [
        ("<schedule>\n<conference>\n", ScheduleError::CutShort { line: 2 }),
        ("<schedule>\n<conference", ScheduleError::CutShort { line: 2 }),
        ("<schedule>\n</conference></schedule>", ScheduleError::Broken { line: 2 }),
        ("<schedule><conference/></schedule>\n<schedule/>", ScheduleError::Broken { line: 2 }),
        ("<schedule><conference/></schedule>\n\nmore", ScheduleError::Broken { line: 3 }),
        ("<schedule>\n<a b='1' b='2'/></schedule>", ScheduleError::Broken { line: 2 }),
        ("<schedule>\n<a>R & D</a></schedule>", ScheduleError::Broken { line: 2 }),
        ("{\"schedule\": {\n\"a\" 1}}", ScheduleError::Broken { line: 2 }),
        ("{\"schedule\": {\n", ScheduleError::CutShort { line: 1 }),
        ("{\"schedule\":\n {\"a\": 1, \"a\": 2}}", ScheduleError::FieldTwice { line: 2 }),
    ] {
        assert_eq!(error(text), expected, "{text}");
    }
    for text in ["<schedule>\n<a>R&nbsp;D</a></schedule>", "<schedule>\n<a b='&nbsp;'/></schedule>"] {
        assert_eq!(error(text), ScheduleError::UnknownCharacter { name: "nbsp".into(), line: 2 });
    }
    assert_eq!(
        said("<schedule>\n<a>R&nbsp;D</a></schedule>"),
        "The file writes a character as “&nbsp;”, up to line 2, which XML does not know. Replace it in the file, or ask for \
         a new copy."
    );
}

#[test]
fn a_session_that_cannot_be_placed_is_told_by_title_line_and_field() {
    assert_eq!(
        said(&event("<title>Lunch</title><start>12:00</start><duration>long</duration>")),
        "Session “Lunch” at line 3, “duration”: “long” stands where a length such as 01:30 should be. Correct it in the file, \
         or ask for a new copy."
    );
    assert_eq!(
        said(&event("<start>12:00</start>")),
        "Session at line 3, “duration”: the session does not say how long it is. Add a length such as 01:30 to the file, or \
         ask for a new copy."
    );
    assert_eq!(
        said(&event("<title>Lunch</title><date>tomorrow</date><duration>1:00</duration>")),
        "Session “Lunch” at line 3, “date”: the text “tomorrow” stands where a day and time such as 2017-11-21T09:00 should \
         be. Correct it in the file, or ask for a new copy."
    );
    assert_eq!(
        said(&event("<title>Lunch</title><duration>1:00</duration>")),
        "Session “Lunch” at line 3, “start”: nothing stands where a day and time such as 2017-11-21T09:00 should be. Correct \
         it in the file, or ask for a new copy."
    );
    assert_eq!(
        said(&event("<title>Lunch</title><date>2017-11-21</date><start>25:00</start><duration>1:00</duration>")),
        "Session “Lunch” at line 3, “start”: the text “25:00” stands where a day and time such as 2017-11-21T09:00 should \
         be. Correct it in the file, or ask for a new copy."
    );
}

#[test]
fn json_of_the_wrong_sort_is_told_by_path() {
    let day = |rooms: &str| {
        format!(r#"{{"schedule": {{"conference": {{"days": [{{"date": "2017-11-21", "rooms": {rooms}}}]}}}}}}"#)
    };
    for (text, place) in [
        (day("[]"), "“schedule.conference.days[0].rooms”: a list stands where a group of fields should be"),
        (day(r#"{"A": 5}"#), "“schedule.conference.days[0].rooms.A”: the number 5 stands where a list should be"),
        (
            day(r#"{"A": [5]}"#),
            "“schedule.conference.days[0].rooms.A[0]”: the number 5 stands where a group of fields should be",
        ),
        (
            day(r#"{"A": [{"title": 5}]}"#),
            "“schedule.conference.days[0].rooms.A[0].title”: the number 5 stands where a text should be",
        ),
        (
            day(r#"{"A": [{"title": "T", "persons": [{"id": "x"}]}]}"#),
            "Session “T”, “schedule.conference.days[0].rooms.A[0].persons[0].id”: the text “x” stands where a whole number from 1 up should be",
        ),
        (
            day(r#"{"A": [{"title": "T", "start": "9:00", "duration": true}]}"#),
            "Session “T”, “schedule.conference.days[0].rooms.A[0].duration”: true stands where a text should be",
        ),
        (
            day(r#"{"A": [{"title": "T", "start": "9:00", "duration": 1.5}]}"#),
            "Session “T”, “schedule.conference.days[0].rooms.A[0].duration”: “0.5” stands where a length such as 01:30 should be",
        ),
        (
            r#"{"schedule": {"conference": {"days": {}}}}"#.to_string(),
            "“schedule.conference.days”: a group of fields stands where a list should be",
        ),
    ] {
        assert_eq!(said(&text), format!("{place}. Correct it in the file, or ask for a new copy."));
    }
}
