//! Slots and windows: never backwards, never longer than a day, always to the minute.

use crate::plan::build::{at, date, slot, time};
use chrono::{Days, NaiveDateTime, TimeDelta};
use itinera::plan::{Slot, SlotError, Window, minute_of_day, to_the_minute};
use proptest::prelude::*;

#[test]
fn a_slot_ends_after_it_starts() {
    let seconds = |moment: NaiveDateTime, seconds| moment + TimeDelta::seconds(seconds);
    let tomorrow = |moment: NaiveDateTime| moment + Days::new(1);
    let backwards = |start, end| Err(SlotError::Backwards { start, end });
    let cases = [
        (at(9, 0), at(9, 1), Ok(1)),
        (at(9, 0), at(10, 30), Ok(90)),
        (at(9, 0), at(9, 0), backwards(at(9, 0), at(9, 0))),
        (at(9, 0), at(8, 59), backwards(at(9, 0), at(8, 59))),
        (seconds(at(9, 0), 10), seconds(at(9, 1), 59), Ok(1)),
        (seconds(at(9, 0), 10), seconds(at(9, 0), 59), backwards(at(9, 0), at(9, 0))),
        (at(23, 30), tomorrow(at(0, 30)), Ok(60)),
        (at(9, 0), tomorrow(at(9, 0)), Ok(Slot::LONGEST)),
        (at(9, 0), tomorrow(at(9, 1)), Err(SlotError::TooLong { minutes: 1441 })),
    ];
    for (start, end, expect) in cases {
        assert_eq!(Slot::new(start, end).map(Slot::minutes), expect, "{start} {end}");
    }
    assert!(matches!(Slot::new(NaiveDateTime::MIN, NaiveDateTime::MAX), Err(SlotError::TooLong { .. })));
}

#[test]
fn touching_slots_do_not_overlap() {
    let nine = slot((9, 0), (10, 0));
    for (other, overlap) in [
        (slot((8, 0), (9, 0)), false),
        (slot((8, 0), (9, 1)), true),
        (slot((9, 15), (9, 30)), true),
        (slot((8, 0), (11, 0)), true),
        (slot((9, 59), (11, 0)), true),
        (slot((10, 0), (11, 0)), false),
        (nine, true),
    ] {
        assert_eq!(nine.overlaps(other), overlap, "{other:?}");
        assert_eq!(other.overlaps(nine), overlap, "{other:?}");
    }
}

#[test]
fn a_slot_contains_its_start_but_not_its_end() {
    let nine = slot((9, 0), (10, 0));
    let inside = [at(8, 59), at(9, 0), at(9, 59), at(10, 0)].map(|moment| nine.contains(moment));
    assert_eq!(inside, [false, true, true, false]);
}

#[test]
fn moving_keeps_the_length_and_stretching_the_start() {
    let nine = slot((9, 0), (10, 0));
    assert_eq!(nine.moved(-30), slot((8, 30), (9, 30)));
    assert_eq!(nine.moved(24 * 60).date(), date() + Days::new(1));
    for (minutes, shortest, length) in
        [(15, 5, 75), (-15, 5, 45), (-60, 5, 5), (-60, 0, 1), (5000, 5, 1440), (i64::MAX, 5, 1440), (0, 2000, 1440)]
    {
        let stretched = nine.stretched(minutes, shortest);
        assert_eq!((stretched.start(), stretched.minutes()), (nine.start(), length), "{minutes} {shortest}");
    }
}

#[test]
fn beyond_the_calendar_a_slot_stays_where_it_is() {
    let nine = slot((9, 0), (10, 0));
    assert_eq!(nine.moved(i64::MAX), nine);
    assert_eq!(nine.moved(i64::MIN), nine);
}

#[test]
fn a_window_opens_before_it_closes() {
    assert!(Window::new(time(9, 0), time(9, 0)).is_none());
    assert!(Window::new(time(9, 1), time(9, 0)).is_none());
    let window = Window::new(time(9, 0), time(17, 30)).unwrap();
    assert_eq!((window.from(), window.to()), (time(9, 0), time(17, 30)));
}

#[test]
fn minutes_are_counted_from_midnight_and_seconds_dropped() {
    for (hour, minute, expect) in [(0, 0, 0), (0, 59, 59), (9, 5, 545), (23, 59, 1439)] {
        assert_eq!(minute_of_day(time(hour, minute)), expect);
        assert_eq!(to_the_minute(at(hour, minute) + TimeDelta::milliseconds(59_999)), at(hour, minute));
    }
}

proptest! {
    #[test]
    fn no_way_of_making_a_slot_breaks_it(start in 0u16..1440, minutes: u16, moved: i32, stretched: i64, shortest: u16) {
        let start = at(0, 0) + TimeDelta::minutes(i64::from(start));
        let lasting = Slot::lasting(start, minutes);
        for slot in [lasting, lasting.moved(i64::from(moved)), lasting.stretched(stretched, shortest)] {
            prop_assert!((1..=Slot::LONGEST).contains(&slot.minutes()));
            prop_assert!(slot.start() < slot.end());
            prop_assert_eq!(Slot::new(slot.start(), slot.end()), Ok(slot));
        }
    }
}

#[test]
fn times_are_read_as_people_type_them() {
    let read = |text: &str| itinera::plan::parse_time(text).map(itinera::plan::time_text);
    for (text, expect) in [
        ("9:05", "09:05"),
        ("09:05", "09:05"),
        (" 14:30 ", "14:30"),
        ("14:30:59", "14:30"),
        ("9.05", "09:05"),
        ("9h05", "09:05"),
        ("9h", "09:00"),
        ("905", "09:05"),
        ("1430", "14:30"),
        ("9", "09:00"),
        ("0:00", "00:00"),
        ("23:59", "23:59"),
    ] {
        assert_eq!(read(text).as_deref(), Some(expect), "{text:?}");
    }
    for text in ["", "24:00", "9:60", "9:5", "half past nine", "-1:00", "+9:00", "99999", "9:05pm", "²:00"] {
        assert_eq!(read(text), None, "{text:?}");
    }
}
