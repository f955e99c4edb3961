//! Moments in UTC, with chrono as the oracle.

use chrono::{DateTime, SecondsFormat};
use itinera::plan::{NotAStamp, Stamp};
use proptest::prelude::*;

#[test]
fn a_stamp_is_read_to_the_second() {
    let check = |text: &str, expect: &str| {
        assert_eq!(text.parse::<Stamp>().unwrap().to_string(), expect, "{text}");
    };
    check("2017-11-20T08:15:09Z", "2017-11-20T08:15:09Z");
    check("2017-11-20T08:15:09.987Z", "2017-11-20T08:15:09Z");
    check("2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z");
    check("0000-01-01T00:00:00Z", "0000-01-01T00:00:00Z");
    for text in ["", "Z", "2017-11-20", "2017-11-20T08:15Z", "2017-11-20T08:15:09", "2017-11-20T08:15:09+01:00", "é"] {
        assert_eq!(text.parse::<Stamp>(), Err(NotAStamp), "{text}");
    }
}

proptest! {
    #[test]
    fn chrono_reads_and_writes_the_same(seconds in -62_167_219_200_i64..253_402_300_800) {
        let moment = DateTime::from_timestamp(seconds, 0).unwrap();
        let text = moment.to_rfc3339_opts(SecondsFormat::Secs, true);
        let stamp: Stamp = text.parse().unwrap();
        prop_assert_eq!(stamp.utc(), moment.naive_utc());
        prop_assert_eq!(stamp.to_string(), text);
    }

    #[test]
    fn any_text_is_refused_or_one_that_chrono_knows(text in "[0-9]{4}-[01][0-9]-[0-3][0-9][Tt ][0-2][0-9]:[0-6][0-9]:[0-6][0-9](\\.[0-9]{0,10})?[Zz]|\\PC{0,24}") {
        if text.parse::<Stamp>().is_ok() {
            prop_assert!(DateTime::parse_from_rfc3339(&text).is_ok(), "{}", text);
        }
    }
}
