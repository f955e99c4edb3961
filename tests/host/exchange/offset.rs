//! Moments with an offset.

use super::schedule::rome;
use chrono::NaiveDateTime;
use itinera::{
    exchange::offset::{Written, moment_text, offset_at, read_clock, read_moment},
    wire::clock,
};
use proptest::prelude::*;

fn at(text: &str) -> NaiveDateTime {
    clock::read_moment(text).unwrap()
}

#[test]
fn a_moment_carries_the_offset_of_its_season() {
    assert_eq!(moment_text(at("2017-11-21T09:05"), &rome), "2017-11-21T09:05:00+01:00");
    assert_eq!(moment_text(at("2017-07-21T09:05"), &rome), "2017-07-21T09:05:00+02:00");
    assert_eq!(moment_text(at("2017-07-21T09:05"), &|_| 0), "2017-07-21T09:05:00+00:00");
    assert_eq!(moment_text(at("2017-07-21T09:05"), &|_| -210), "2017-07-21T09:05:00-03:30");
}

#[test]
fn when_clocks_change_an_hour_is_missing_or_there_twice() {
    // 26 March 2017: from 2 to 3; 29 October 2017: from 3 back to 2.
    for (moment, offset) in [
        ("2017-03-26T01:59", 60),
        ("2017-03-26T02:30", 60),
        ("2017-03-26T03:00", 120),
        ("2017-10-29T01:59", 120),
        ("2017-10-29T02:30", 120),
        ("2017-10-29T03:00", 60),
    ] {
        assert_eq!(offset_at(at(moment), &rome), offset, "{moment}");
    }
}

#[test]
fn other_things_are_no_moments() {
    for text in [
        "",
        "2017",
        "2017-13-01",
        "2017-11-21T",
        "2017-11-21T25:00",
        "2017-11-21T09:00+1:2:3",
        "2017-11-21T09:00+99:00",
        "éé",
    ] {
        assert_eq!(read_moment(text), None, "{text}");
    }
    for text in ["", "9", "9:5:", "09:60", "09:00:61", "09:00:00.", "09:00:00:00", "aa:bb"] {
        assert_eq!(read_clock(text), None, "{text}");
    }
    assert_eq!(read_clock("9:5"), read_clock("09:05:59.9"));
}

proptest! {
    #[test]
    fn what_is_written_is_read_as_the_same_time(minutes in -100_000_000..100_000_000_i64) {
        let local = at("2017-11-21T09:00") + chrono::TimeDelta::minutes(minutes);
        let written = read_moment(&moment_text(local, &rome)).unwrap();
        prop_assert_eq!(written.date.and_time(written.time.unwrap()), local);
        let utc = local - chrono::TimeDelta::minutes(i64::from(written.offset.unwrap()));
        // But for the hour that clocks jump over.
        if rome(utc) == written.offset.unwrap() {
            prop_assert_eq!(written.on_the_wall(&rome), Some(local));
        }
    }

    #[test]
    fn nothing_breaks_the_reader(text in "[0-9TtZz:+\\- .]{0,30}") {
        if let Some(written @ Written { .. }) = read_moment(&text) {
            let _ = written.on_the_wall(&rome);
        }
    }
}
