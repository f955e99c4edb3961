//! Calendars of other programs, and what becomes of them.

use super::{ENGLISH, ITALIAN, ahead};
use crate::plan::build::at;
use itinera::exchange::calendar::{
    Calendar, Fault, LARGEST, LONGEST_TEXT, MOST_PROBLEMS, MOST_REPEATS, MOST_SESSIONS, ReadError, USUAL_LENGTH, read,
};

fn in_rome(text: &str) -> Calendar {
    read(text.as_bytes(), "Europe/Rome", &ahead).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

/// A calendar with these lines in it.
fn around(lines: &str) -> String {
    format!("BEGIN:VCALENDAR\nVERSION:2.0\n{lines}\nEND:VCALENDAR\n")
}

/// An event with these lines, parted by blanks.
fn event(lines: &str) -> String {
    around(&format!("BEGIN:VEVENT\n{}\nEND:VEVENT", lines.replace(' ', "\n")))
}

/// When the sessions of a calendar are, as `21 09:00 45`: day, start and minutes.
fn times(calendar: &Calendar) -> Vec<String> {
    let sessions = calendar.sessions.iter();
    sessions.map(|session| format!("{} {}", session.slot.start().format("%d %H:%M"), session.slot.minutes())).collect()
}

fn faults(calendar: &Calendar) -> Vec<Fault> {
    calendar.problems.iter().map(|problem| problem.fault.clone()).collect()
}

#[test]
fn a_session_has_all_that_stands_there() {
    let calendar = in_rome(&around(
        "NAME:Partner\n  meeting\nBEGIN:VEVENT\nUID:1@example.org\nDTSTAMP:20171101T000000Z\nDTSTART:20171121T090000\n\
         DTEND:20171121T094500\nSUMMARY;LANGUAGE=en:Welcome\\, and\\nwhy\nDESCRIPTION:Badges\\; at\\nthe door\n\
         LOCATION:Room 1\\, Venue\nURL:https://example.org/a,b;c\nBEGIN:VALARM\nACTION:DISPLAY\nDESCRIPTION:Reminder\n\
         SUMMARY:Alarm\nTRIGGER:-PT15M\nEND:VALARM\nCATEGORIES:A,B\nEND:VEVENT",
    ));
    assert_eq!((&*calendar.name, &*calendar.problems, calendar.unlisted), ("Partner meeting", [].as_slice(), 0));
    let [session] = &*calendar.sessions else { panic!("{calendar:?}") };
    assert_eq!((&*session.key, &*session.title), ("1@example.org", "Welcome, and why"));
    assert_eq!((session.slot.start(), session.slot.minutes()), (at(9, 0), 45));
    assert_eq!((&*session.place, &*session.notes), ("Room 1, Venue", "Badges; at\nthe door"));
    assert_eq!((&*session.link, &*session.speakers), ("https://example.org/a,b;c", [].as_slice()));
}

#[test]
fn a_time_is_told_on_the_clocks_of_the_meeting() {
    let check = |start: &str, expect: &str| {
        let calendar = in_rome(&event(&format!("UID:1 DTSTART{start} DURATION:PT30M")));
        assert_eq!((times(&calendar), faults(&calendar)), (vec![format!("{expect} 30")], vec![]), "{start}");
    };
    // Nobody's zone is the reader's.
    check(":20171121T090000", "21 09:00");
    check(";TZID=Europe/Rome:20171121T090000", "21 09:00");
    check(";TZID=europe/rome:20171121T090000", "21 09:00");
    check(":20171121T090000Z", "21 10:00");
    check(":20170721T090000Z", "21 11:00");
    check(":20171121t233000z", "22 00:30");
    check(";VALUE=DATE-TIME;TZID=Europe/Vilnius:20171121T090000", "21 08:00");
    check(";TZID=\"Europe/London\":20171121T090000", "21 10:00");
    check(";TZID=America/New_York:20171121T200000", "22 02:00");
    // Some programs put their name before that of the zone.
    check(";TZID=/citadel.org/20250101_1/Europe/Vilnius:20171121T090000", "21 08:00");
    check(";TZID=/example.org/Europe/Rome:20171121T090000", "21 09:00");
    // Twice an hour, the first is meant; an hour that is jumped over is an hour later.
    check(";TZID=Europe/Vilnius:20171029T033000", "29 02:30");
    check(";TZID=America/New_York:20170312T023000", "12 08:30");
}

/// What Outlook writes for Turin.
const OUTLOOK: &str = "BEGIN:VTIMEZONE\nTZID:W. Europe Standard Time\nBEGIN:STANDARD\nDTSTART:16010101T030000\n\
    TZOFFSETFROM:+0200\nTZOFFSETTO:+0100\nRRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10\nEND:STANDARD\n\
    BEGIN:DAYLIGHT\nDTSTART:16010101T020000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\n\
    RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3\nEND:DAYLIGHT\nEND:VTIMEZONE";

/// Times of one event, at a zone that the file describes.
fn with_zone(zone: &str, tzid: &str, start: &str) -> Calendar {
    let event = format!("BEGIN:VEVENT\nUID:1\nDTSTART;TZID={tzid}:{start}\nDURATION:PT30M\nEND:VEVENT");
    in_rome(&around(&format!("{zone}\n{event}")))
}

#[test]
fn a_zone_that_the_file_describes_is_understood() {
    let check = |zone: &str, tzid: &str, start: &str, expect: &str| {
        let calendar = with_zone(zone, tzid, start);
        assert_eq!((times(&calendar), faults(&calendar)), (vec![format!("{expect} 30")], vec![]), "{start}");
        // It does not matter where in the file it stands.
        let event = format!("BEGIN:VEVENT\nUID:1\nDTSTART;TZID={tzid}:{start}\nDURATION:PT30M\nEND:VEVENT");
        assert_eq!(times(&in_rome(&around(&format!("{event}\n{zone}")))), times(&calendar));
    };
    check(OUTLOOK, "W. Europe Standard Time", "20171121T090000", "21 09:00");
    check(OUTLOOK, "\"W. Europe Standard Time\"", "20170721T090000", "21 09:00");
    // New York by the rule of the second and the first Sunday, once by position and once by days.
    for (second, first) in
        [("BYDAY=2SU", "BYDAY=1SU"), ("BYDAY=SU;BYMONTHDAY=8,9,10,11,12,13,14", "BYDAY=SU;BYMONTHDAY=1,2,3,4,5,6,7")]
    {
        let zone = format!(
            "BEGIN:VTIMEZONE\nTZID:Somewhere\nBEGIN:DAYLIGHT\nDTSTART:20070311T020000\nTZOFFSETFROM:-0500\nTZOFFSETTO:-0400\n\
             RRULE:FREQ=YEARLY;BYMONTH=3;{second}\nEND:DAYLIGHT\nBEGIN:STANDARD\nDTSTART:20071104T020000\nTZOFFSETFROM:-0400\n\
             TZOFFSETTO:-0500\nRRULE:FREQ=YEARLY;BYMONTH=11;{first}\nEND:STANDARD\nEND:VTIMEZONE"
        );
        check(&zone, "Somewhere", "20170312T015900", "12 07:59");
        check(&zone, "Somewhere", "20170312T030000", "12 08:00");
        check(&zone, "Somewhere", "20171105T000000", "05 05:00");
        check(&zone, "Somewhere", "20171105T020000", "05 08:00");
    }
    // Changes of clocks one by one, as lists of dates have them.
    let listed = "BEGIN:VTIMEZONE\nTZID:Listed\nBEGIN:STANDARD\nDTSTART:20161030T030000\nRDATE:20171029T030000,20181028T030000\n\
        TZOFFSETFROM:+0300\nTZOFFSETTO:+0200\nTZNAME:EET\nEND:STANDARD\nBEGIN:DAYLIGHT\nDTSTART:20170326T030000\n\
        TZOFFSETFROM:+0200\nTZOFFSETTO:+0300\nEND:DAYLIGHT\nEND:VTIMEZONE";
    check(listed, "Listed", "20171121T090000", "21 08:00");
    check(listed, "Listed", "20171028T090000", "28 08:00");
    // A rule that ended.
    let ended = "BEGIN:VTIMEZONE\nTZID:Ended\nBEGIN:STANDARD\nDTSTART:20001029T030000\nTZOFFSETFROM:+0400\nTZOFFSETTO:+0300\n\
        RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU;UNTIL=20101030T230000Z\nEND:STANDARD\nBEGIN:DAYLIGHT\nDTSTART:20000326T020000\n\
        TZOFFSETFROM:+0300\nTZOFFSETTO:+0400\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU;UNTIL=20110326T230000Z\nEND:DAYLIGHT\nEND:VTIMEZONE";
    check(ended, "Ended", "20171121T110000", "21 08:00");
}

#[test]
fn a_zone_that_nobody_knows_is_said() {
    let check = |calendar: &Calendar, zone: &str| {
        assert_eq!(times(calendar), ["21 09:00 30"]);
        assert_eq!(faults(calendar), [Fault::UnknownZone { zone: zone.into() }]);
    };
    check(&in_rome(&event("UID:1 DTSTART;TZID=Moon/Crater:20171121T090000 DURATION:PT30M")), "Moon/Crater");
    // Described, but in a way that is not understood.
    for broken in [
        "RRULE:FREQ=MONTHLY",
        "RRULE:FREQ=YEARLY;BYDAY=6SU",
        "TZOFFSETTO:1 hour",
        "RDATE:soon",
        "EXDATE:20171121T090000",
    ] {
        let zone = OUTLOOK.replace("END:DAYLIGHT", &format!("{broken}\nEND:DAYLIGHT"));
        check(&with_zone(&zone, "W. Europe Standard Time", "20171121T090000"), "W. Europe Standard Time");
    }
    // A meeting in a zone that the reader's browser does not know.
    let text = event("UID:1 DTSTART:20171121T090000Z DURATION:PT30M");
    check(&read(text.as_bytes(), "Moon/Crater", &ahead).unwrap(), "Moon/Crater");
}

#[test]
fn a_length_is_read_in_all_its_forms() {
    let check = |end: &str, minutes: u16| {
        let calendar = in_rome(&event(&format!("UID:1 DTSTART:20171121T090000 {end}")));
        assert_eq!((times(&calendar), faults(&calendar)), (vec![format!("21 09:00 {minutes}")], vec![]), "{end}");
    };
    check("DTEND:20171121T091500", 15);
    check("DTEND:20171121T081500Z", 15);
    check("DTEND;TZID=Europe/Vilnius:20171121T101500", 15);
    check("DTEND:20171121T091500 DURATION:PT5H", 15);
    check("DURATION:PT1H30M", 90);
    check("DURATION:P1D", 1440);
    check("DURATION:P0DT0H45M0S", 45);
    check("DURATION:+PT90S", 1);
    check("DURATION:PT3600S", 60);
}

#[test]
fn what_cannot_be_taken_over_is_said() {
    let check = |lines: &str, fault: Fault| {
        let calendar = in_rome(&event(&format!("UID:1 SUMMARY:Welcome {lines}")));
        assert_eq!((calendar.sessions.len(), faults(&calendar)), (0, vec![fault.clone()]), "{lines}");
        assert_eq!(calendar.problems[0].title, "Welcome");
        // Said in both languages, and with what comes of it.
        let said = calendar.problems[0].words(ENGLISH);
        assert!(said.contains("“Welcome”") && said.contains("it is left out"), "{said}");
        assert!(calendar.problems[0].words(ITALIAN).contains("viene tralasciato"));
    };
    let not_a_moment = |text: &str| Fault::NotAMoment { text: text.into() };
    check("DTSTART;VALUE=DATE:20171121", Fault::AllDay);
    check("DTSTART:20171121 DTEND:20171122", Fault::AllDay);
    check("DTEND:20171121T090000", Fault::NoStart);
    check("DTSTART:20171121T090000 DTEND:20171121T085900", Fault::Backwards);
    check("DTSTART:20171121T090000 DURATION:-PT5M", Fault::Backwards);
    check("DTSTART:20171121T090000 DTEND:20171122T090100", Fault::TooLong);
    check("DTSTART:20171121T090000 DURATION:P9999999999W", not_a_moment("P9999999999W"));
    check("DTSTART:20171121T090000 DURATION:P99999W", Fault::TooLong);
    check("DTSTART:20171121T090000 DURATION:P1", not_a_moment("P1"));
    check("DTSTART:20171121T090000 DTEND:20171121T100000 STATUS:CANCELLED", Fault::Cancelled);
    for text in
        ["20171131T090000", "20171121T250000", "2017-11-21T09:00:00", "20171121T0900", "today", "", "+0171121T090000"]
    {
        check(&format!("DTSTART:{text}"), not_a_moment(text));
        check(&format!("DTSTART:20171121T090000 DTEND:{text}"), not_a_moment(text));
    }
}

#[test]
fn a_session_without_an_end_is_taken_at_a_guess_that_is_said() {
    for lines in ["", "DTEND:20171121T090000", "DTEND;VALUE=DATE:20171122", "DURATION:PT0S"] {
        let calendar = in_rome(&event(&format!("UID:1 DTSTART:20171121T090000 {lines}")));
        assert_eq!(
            (times(&calendar), faults(&calendar)),
            (vec![format!("21 09:00 {USUAL_LENGTH}")], vec![Fault::NoEnd]),
            "{lines}"
        );
    }
}

#[test]
fn a_problem_is_found_on_its_line() {
    let text = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:One\r\nDESCRIPTION:long\r\n er\r\nDTSTART:yesterday\r\nEND:VEVENT\r\n\
        <p>not a line</p>\r\nBEGIN:VEVENT\r\nSUMMARY:Two\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:Three\r\nDTSTART:20171121T090000\r\n";
    let said: Vec<_> = in_rome(text).problems.iter().map(|problem| problem.words(ENGLISH)).collect();
    assert_eq!(
        said,
        [
            "Line 6, “One”: “yesterday” is not a date or time; it is left out.",
            "Line 8: this is no line of a calendar; it is passed over.",
            "Line 9, “Two”: it does not say when it starts; it is left out.",
            "Line 12, “Three”: the file stops in the middle of it; it is left out. Export the calendar again.",
        ]
    );
}

#[test]
fn simple_repeats_are_told_one_by_one() {
    let check = |rule: &str, expect: &[&str], fault: &[Fault]| {
        let calendar = in_rome(&event(&format!("UID:1 DTSTART:20171121T090000 DURATION:PT30M {rule}")));
        let expect: Vec<_> = expect.iter().map(|day| format!("{day} 09:00 30")).collect();
        assert_eq!((times(&calendar), faults(&calendar)), (expect, fault.to_vec()), "{rule}");
    };
    // The 21st is a Tuesday.
    check("RRULE:FREQ=DAILY;COUNT=3", &["21", "22", "23"], &[]);
    check("RRULE:FREQ=DAILY;INTERVAL=2;UNTIL=20171125", &["21", "23", "25"], &[]);
    check("RRULE:FREQ=DAILY;UNTIL=20171123T080000Z", &["21", "22", "23"], &[]);
    check("RRULE:FREQ=DAILY;UNTIL=20171123T075959Z", &["21", "22"], &[]);
    check("RRULE:FREQ=DAILY;UNTIL=20171120", &["21"], &[]);
    check("RRULE:FREQ=DAILY;BYDAY=MO,WE;COUNT=3", &["21", "22", "27"], &[]);
    check("RRULE:FREQ=WEEKLY;COUNT=2", &["21", "28"], &[]);
    check("RRULE:FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20171130", &["21", "23", "28", "30"], &[]);
    check("RRULE:FREQ=WEEKLY;BYDAY=TH;COUNT=2", &["21", "23"], &[]);
    // Every second week, which starts on a Monday or on a Sunday (RFC 5545 3.8.5.3).
    check("RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", &["21", "26", "05", "10"], &[]);
    check("RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", &["21", "03", "05", "17"], &[]);
    check("RRULE:FREQ=DAILY;COUNT=4 EXDATE:20171122T090000,20171124T080000Z", &["21", "23"], &[]);
    check("RRULE:FREQ=DAILY;COUNT=3 EXDATE;VALUE=DATE:20171121", &["22", "23"], &[]);
    check("RDATE:20171123T090000", &["21", "23"], &[]);
    for rule in [
        "FREQ=MONTHLY;COUNT=2",
        "FREQ=YEARLY",
        "FREQ=WEEKLY;BYDAY=2TU",
        "FREQ=DAILY;BYHOUR=9",
        "COUNT=3",
        "FREQ=DAILY;COUNT=0",
        "nonsense",
    ] {
        check(&format!("RRULE:{rule}"), &["21"], &[Fault::NotRepeated]);
    }
    check("RDATE;VALUE=PERIOD:20171123T090000/PT1H", &["21"], &[Fault::NotRepeated]);
    check("RRULE:FREQ=DAILY;COUNT=2 RRULE:FREQ=WEEKLY;COUNT=2", &["21"], &[Fault::NotRepeated]);
}

#[test]
fn repeats_without_an_end_are_cut_and_that_is_said() {
    for rule in ["FREQ=DAILY", "FREQ=DAILY;COUNT=101", "FREQ=DAILY;UNTIL=20200101"] {
        let calendar = in_rome(&event(&format!("UID:1 DTSTART:20171121T090000 DURATION:PT30M RRULE:{rule}")));
        assert_eq!((calendar.sessions.len(), faults(&calendar)), (MOST_REPEATS, vec![Fault::RepeatsOn]), "{rule}");
    }
    // Written down one by one, as thousands of times and of exceptions from them.
    let times: Vec<_> =
        (0..20_000).map(|day| (at(9, 0) + chrono::TimeDelta::days(day)).format("%Y%m%dT%H%M%S").to_string()).collect();
    let list = |count: usize| times[1..count].join(",");
    for (count, faults_expected) in [(100, vec![]), (101, vec![Fault::RepeatsOn]), (20_000, vec![Fault::RepeatsOn])] {
        let calendar = in_rome(&event(&format!("UID:1 DTSTART:20171121T090000 DURATION:PT30M RDATE:{}", list(count))));
        assert_eq!((calendar.sessions.len(), faults(&calendar)), (MOST_REPEATS, faults_expected), "{count}");
    }
    let both = format!("RDATE:{0} EXDATE:{0} RDATE:{0} EXDATE:{0}", list(20_000));
    let calendar = in_rome(&event(&format!("UID:1 DTSTART:20171121T090000 DURATION:PT30M {both}")));
    assert_eq!((calendar.sessions.len(), faults(&calendar)), (1, vec![Fault::RepeatsOn]));
    let whole = in_rome(&event("UID:1 DTSTART:20171121T090000 DURATION:PT30M RRULE:FREQ=DAILY;COUNT=100"));
    assert_eq!((whole.sessions.len(), faults(&whole)), (MOST_REPEATS, vec![]));
}

#[test]
fn repeats_keep_the_clock_of_their_own_zone() {
    // 9:00 in New York is 15:00 in Turin, but 14:00 in the week in which only New York still has summer time.
    let calendar =
        in_rome(&event("UID:1 DTSTART;TZID=America/New_York:20171025T090000 DURATION:PT30M RRULE:FREQ=WEEKLY;COUNT=3"));
    assert_eq!(times(&calendar), ["25 15:00 30", "01 14:00 30", "08 15:00 30"]);
}

#[test]
fn one_time_of_several_may_be_told_anew() {
    let event = |lines: &str| format!("BEGIN:VEVENT\n{}\nEND:VEVENT\n", lines.replace(' ', "\n"));
    let series = event("UID:1 SUMMARY:Series DTSTART:20171121T090000 DURATION:PT30M RRULE:FREQ=DAILY;COUNT=3");
    let anew = event("UID:1 SUMMARY:Anew RECURRENCE-ID:20171122T080000Z DTSTART:20171122T110000 DURATION:PT15M");
    let gone = event("UID:1 SUMMARY:Gone RECURRENCE-ID:20171123T090000 DTSTART:20171123T090000 STATUS:CANCELLED");
    let expect = [("1/20171121T090000", "Series"), ("1/20171122T090000", "Anew")];
    for text in [[&*series, &anew, &gone].concat(), [&*gone, &anew, &series].concat()] {
        let calendar = in_rome(&around(&text));
        let said: Vec<_> = calendar.sessions.iter().map(|session| (&*session.key, &*session.title)).collect();
        assert_eq!((said, times(&calendar)), (expect.to_vec(), vec!["21 09:00 30".into(), "22 11:00 15".into()]));
        assert_eq!(faults(&calendar), [Fault::Cancelled]);
    }
    // Of an event that is not in the file.
    let alone = in_rome(&around(&anew));
    assert_eq!(times(&alone), ["22 11:00 15"]);
}

#[test]
fn only_events_are_sessions() {
    let other = |name: &str| {
        format!("BEGIN:{name}\nUID:1\nSUMMARY:Other\nDTSTART:20171121T090000\nDUE:20171121T100000\nEND:{name}\n")
    };
    let text = ["VTODO", "VJOURNAL", "VFREEBUSY", "X-STRANGE"].map(other).concat();
    let calendar = in_rome(&around(&text));
    assert_eq!((calendar.sessions.len(), calendar.problems.len()), (0, 0));
    // Two calendars in one file, names in small letters.
    let one = event("UID:1 DTSTART:20171121T090000 DURATION:PT30M");
    let two = event("uid:2 dtstart:20171121T100000 duration:pt30m").replace("BEGIN:VEVENT", "begin:vevent");
    assert_eq!(times(&in_rome(&format!("{one}{two}"))), ["21 09:00 30", "21 10:00 30"]);
}

#[test]
fn parts_that_are_not_ended_do_no_harm() {
    let lost = around(
        "BEGIN:VEVENT\nUID:1\nSUMMARY:Lost\nBEGIN:VALARM\nDTSTART:20171121T080000\nBEGIN:VEVENT\nUID:2\nSUMMARY:Found\n\
         BEGIN:VALARM\nEND:VEVENT\nBEGIN:VEVENT\nUID:3\nDTSTART:20171121T090000\nDURATION:PT30M\nEND:VEVENT\nEND:VEVENT\nEND:X",
    );
    let calendar = in_rome(&lost);
    assert_eq!(faults(&calendar), [Fault::CutShort, Fault::NoStart]);
    assert_eq!(times(&calendar), ["21 09:00 30"]);
}

#[test]
fn a_dangerous_address_is_no_link() {
    for (url, expect) in
        [("javascript:alert(1)", ""), ("data:text/html,x", ""), ("HTTPS://example.org", "HTTPS://example.org")]
    {
        let calendar = in_rome(&event(&format!("UID:1 DTSTART:20171121T090000 DURATION:PT30M URL:{url}")));
        assert_eq!(calendar.sessions[0].link, expect);
    }
}

#[test]
fn what_is_no_calendar_is_refused() {
    let refused = |bytes: &[u8]| read(bytes, "Europe/Rome", &ahead).unwrap_err();
    assert_eq!(refused(b""), ReadError::Empty);
    assert_eq!(refused(b" \r\n\t"), ReadError::Empty);
    assert_eq!(refused(b"BEGIN:VCARD\nEND:VCARD\n"), ReadError::NotACalendar);
    assert_eq!(refused(b"<html><body>404</body></html>"), ReadError::NotACalendar);
    assert_eq!(refused(b"{\"format\": \"itinera-plan\"}"), ReadError::NotACalendar);
    assert_eq!(refused(b"\x89PNG\r\n\x1a\n\0\0"), ReadError::NotText { line: 1 });
    assert_eq!(refused(b"BEGIN:VCALENDAR\nSUMMARY:caf\xe9\n"), ReadError::NotText { line: 2 });
    assert_eq!(
        refused("BEGIN:VCALENDAR".encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>().as_slice()),
        ReadError::NotACalendar
    );
    let huge = vec![b'x'; LARGEST + 1];
    assert_eq!(refused(&huge), ReadError::TooLarge { bytes: LARGEST + 1, limit: LARGEST });
    assert_eq!(refused(&huge[..LARGEST]), ReadError::NotACalendar);
    for error in [ReadError::Empty, ReadError::NotACalendar, refused(&huge), ReadError::NotText { line: 2 }] {
        for words in [ENGLISH, ITALIAN] {
            assert!(error.words(words).len() > 40, "{error}");
        }
    }
    assert!(refused(&huge).words(ENGLISH).starts_with("The file has 9 MB"));
}

#[test]
fn limits_are_kept_and_said() {
    let many = "BEGIN:VEVENT\nUID:1\nSUMMARY:One\nDTSTART:20171121T090000\nDURATION:PT5M\nEND:VEVENT\n"
        .repeat(MOST_SESSIONS + 7);
    let calendar = in_rome(&around(&many));
    assert_eq!((calendar.sessions.len(), faults(&calendar)), (MOST_SESSIONS, vec![Fault::TooMany]));
    assert_eq!(calendar.problems[0].line, 2 + 6 * MOST_SESSIONS + 1);
    let titled = around(&format!("BEGIN:VEVENT\nSUMMARY:{}\nEND:VEVENT", "x".repeat(500)));
    assert_eq!(in_rome(&titled).problems[0].title, "x".repeat(60) + "\u{2026}");
    let wrong = in_rome(&around(&"nothing\n".repeat(MOST_PROBLEMS + 5)));
    assert_eq!((wrong.problems.len(), wrong.unlisted), (MOST_PROBLEMS, 5));
    let long = "é".repeat(LONGEST_TEXT + 5);
    let text = around(&format!(
        "BEGIN:VEVENT\nDTSTART:20171121T090000\nDURATION:PT5M\nSUMMARY:{long}\nDESCRIPTION:{long}\nEND:VEVENT"
    ));
    let session = in_rome(&text).sessions.remove(0);
    assert_eq!([session.title, session.notes].map(|text| text.chars().count()), [LONGEST_TEXT; 2]);
    // What is taken over has to fit into a plan.
    assert_eq!(
        (LARGEST, MOST_SESSIONS, LONGEST_TEXT),
        (itinera::wire::LARGEST, itinera::wire::MOST_RECORDS, itinera::wire::LONGEST_TEXT)
    );
}
