//! What is now and next, at every sort of moment.

use super::{add_outing, during, names, with_sessions};
use crate::plan::build::{at, date, day};
use chrono::{Days, NaiveDateTime};
use itinera::agenda::{Audience, dates, day_at, entries, moment};
use itinera::plan::{Plan, Session, Slot};

/// Two sessions in a row, a break of half an hour, two in parallel, an outing at 13:00, a late dinner over midnight, and
/// a session on the second day.
fn meeting() -> Plan {
    let tomorrow = date() + Days::new(1);
    let mut plan = with_sessions([
        during(1, (9, 0), (10, 0)),
        during(2, (10, 0), (10, 30)),
        during(3, (11, 0), (12, 0)),
        during(4, (11, 0), (12, 30)),
        Session { slot: Slot::lasting(at(22, 0), 150), ..during(5, (22, 0), (23, 0)) },
        Session { slot: Slot::lasting(tomorrow.and_hms_opt(9, 0, 0).unwrap(), 60), ..during(6, (9, 0), (10, 0)) },
    ]);
    plan.days.put(day(0));
    plan.days.put(day(1));
    add_outing(&mut plan);
    plan
}

fn on(days: u64, hour: u32, minute: u32) -> NaiveDateTime {
    at(hour, minute) + Days::new(days)
}

#[test]
fn every_moment_has_a_now_and_a_next() {
    let entries = entries(&meeting(), Audience::Everyone);
    let cases: [(&str, NaiveDateTime, &[&str], &[&str]); 14] = [
        ("the minute it starts", at(9, 0), &["1"], &["2"]),
        ("inside", at(9, 59), &["1"], &["2"]),
        ("the minute it ends the next one is on", at(10, 0), &["2"], &["4", "3"]),
        ("between", at(10, 30), &[], &["4", "3"]),
        ("in parallel", at(11, 30), &["4", "3"], &["to 1"]),
        ("one of them is over", at(12, 0), &["4"], &["to 1"]),
        ("boarding", at(13, 0), &["to 1"], &["stop 1"]),
        ("at a host", at(13, 30), &["stop 1"], &["to 2"]),
        ("on the way back", at(14, 39), &["back"], &["5"]),
        ("a free evening", at(18, 0), &[], &["5"]),
        ("before midnight", at(23, 59), &["5"], &["6"]),
        ("after midnight", on(1, 0, 15), &["5"], &["6"]),
        ("in the night", on(1, 3, 0), &[], &["6"]),
        ("in the last one", on(1, 9, 30), &["6"], &[]),
    ];
    for (what, when, now, next) in cases {
        let moment = moment(&entries, when);
        assert_eq!((names(&moment.now), names(&moment.next)), (strings(now), strings(next)), "{what}");
        assert!(!moment.before && !moment.after, "{what}");
    }
}

fn strings(texts: &[&str]) -> Vec<String> {
    texts.iter().map(ToString::to_string).collect()
}

#[test]
fn before_and_after_the_meeting_are_told_apart() {
    let plan = meeting();
    let entries = entries(&plan, Audience::Everyone);
    for (what, when, before, after, next) in [
        ("a year before", at(9, 0) - Days::new(365), true, false, &["1"][..]),
        ("a minute before", at(8, 59), true, false, &["1"]),
        ("the minute it ends", on(1, 10, 0), false, true, &[]),
        ("a year after", on(365, 9, 0), false, true, &[]),
    ] {
        let moment = moment(&entries, when);
        assert_eq!((moment.before, moment.after), (before, after), "{what}");
        assert_eq!((moment.now.len(), names(&moment.next)), (0, strings(next)), "{what}");
    }
    let nothing = moment(&[], at(9, 0));
    assert!(!nothing.before && !nothing.after && nothing.now.is_empty() && nothing.next.is_empty());
}

#[test]
fn the_day_shown_is_today_or_the_nearest_to_come() {
    let days = dates(&meeting());
    for (what, when, expect) in [
        ("long before", at(9, 0) - Days::new(30), Some(0)),
        ("on the first day", at(9, 0), Some(0)),
        ("at the end of it", at(23, 59), Some(0)),
        ("after midnight", on(1, 0, 0), Some(1)),
        ("long after", on(30, 9, 0), Some(1)),
    ] {
        assert_eq!(day_at(&days, when), expect.map(|offset| date() + Days::new(offset)), "{what}");
    }
    assert_eq!(day_at(&[], at(9, 0)), None);
    // Between two days that do not follow each other it is the one to come.
    assert_eq!(day_at(&[date(), date() + Days::new(3)], on(1, 9, 0)), Some(date() + Days::new(3)));
}
