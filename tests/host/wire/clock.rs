//! Dates and times as text, with chrono's own formatter as the oracle.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime};
use itinera::wire::clock::{date_text, is_stamp, moment_text, read_date, read_moment, read_time, time_text};
use proptest::prelude::*;

const MOMENT: &str = "%Y-%m-%dT%H:%M";

fn moments() -> impl Strategy<Value = NaiveDateTime> {
    let years = prop_oneof![1_900..2_100, -262_142..262_142];
    (years, 1..367_u32, 0..24_u32, 0..60_u32).prop_filter_map("no such day", |(year, day, hour, minute)| {
        NaiveDate::from_yo_opt(year, day)?.and_hms_opt(hour, minute, 0)
    })
}

#[test]
fn dates_and_times_have_one_form() {
    let check = |text: &str, read: [bool; 4]| {
        let found = [read_date(text).is_some(), read_moment(text).is_some(), read_time(text).is_some(), is_stamp(text)];
        assert_eq!(found, read, "{text}");
    };
    check("2017-11-21", [true, false, false, false]);
    check("+12017-11-21", [true, false, false, false]);
    check("-0044-03-15", [true, false, false, false]);
    check("2017-11-21T09:00", [false, true, false, false]);
    check("-0044-03-15T09:00", [false, true, false, false]);
    check("14:30", [false, false, true, false]);
    check("2017-11-20T08:15:00Z", [false, false, false, true]);
    check("2017-11-20T08:15:60Z", [false, false, false, true]);
    check("2017-11-20T08:15:00.123Z", [false, false, false, true]);
    for text in ["", "2017-02-30", "2017-1-21", "17-11-21", "2017-11-21T9:00", "2017-11-21 09:00", "+1234567-11-21"] {
        check(text, [false; 4]);
    }
    for text in ["24:00", "14:60", "1430", "+1:30", "14:30:00", "2017-11-20T08:15Z", "2017-11-20T08:15:00+01:00"] {
        check(text, [false; 4]);
    }
    for text in ["2017-11-2\u{e9}", "\u{e9}\u{e9}\u{e9}\u{e9}-11-21", "2017-11-21T09:00:00", "+217-11-21", "1\u{e9}:30"]
    {
        check(text, [false; 4]);
    }
    for text in
        ["2017-11-20T08:15:00.Z", "2017-11-20T08:15:00.1234567890Z", "2017-11-20T08:15:61Z", "2017-11-20T08:15:0Z"]
    {
        check(text, [false; 4]);
    }
    for text in ["2017-11-20T08:15:000Z", "2017-11-20T08:15:00z", "+2017-11-20T08:15:00Z", "2017-11-20T08:15;00Z"] {
        check(text, [false; 4]);
    }
}

proptest! {
    #[test]
    fn what_is_written_is_what_chrono_writes_and_is_read_again(moment in moments()) {
        prop_assert_eq!(date_text(moment.date()), moment.date().to_string());
        prop_assert_eq!(time_text(moment.time()), moment.time().format("%H:%M").to_string());
        let text = moment_text(moment);
        prop_assert_eq!(&text, &moment.format(MOMENT).to_string());
        // Longer years than these are refused; chrono has them for what is a million years away.
        prop_assert!(moment.year().unsigned_abs() < 1_000_000);
        prop_assert_eq!(read_moment(&text), Some(moment));
        prop_assert_eq!(read_date(&date_text(moment.date())), Some(moment.date()));
        prop_assert_eq!(read_time(&time_text(moment.time())), Some(moment.time()));
    }

    #[test]
    fn what_chrono_refuses_is_refused(text in "[+-]?[0-9]{3,7}-[01][0-9]-[0-3][0-9](T[0-2][0-9]:[0-6][0-9])?|[0-9 +-]{1,2}:[0-9 +-]{1,2}|.{0,20}") {
        if let Some(moment) = read_moment(&text) {
            prop_assert_eq!(NaiveDateTime::parse_from_str(&text, MOMENT), Ok(moment));
        }
        if let Some(date) = read_date(&text) {
            prop_assert_eq!(NaiveDate::parse_from_str(&text, "%Y-%m-%d"), Ok(date));
        }
        if let Some(time) = read_time(&text) {
            prop_assert_eq!(NaiveTime::parse_from_str(&text, "%H:%M"), Ok(time));
        }
    }

    #[test]
    fn a_stamp_is_what_chrono_reads_as_one(moment in moments(), second in 0..62_u32, fraction in "(\\.[0-9]{0,10})?") {
        let stamp = format!("{}:{second:02}{fraction}Z", moment_text(moment));
        if is_stamp(&stamp) {
            prop_assert!(chrono::DateTime::parse_from_rfc3339(&stamp).is_ok(), "{}", stamp);
        }
    }
}
