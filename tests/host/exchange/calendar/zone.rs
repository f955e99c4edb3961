//! Time zones in calendar files, with the tz database as the oracle.

use super::ahead;
use chrono::{Datelike, MappedLocalTime, NaiveDate, NaiveDateTime, Offset, TimeDelta, TimeZone, Weekday};
use chrono_tz::{TZ_VARIANTS, Tz};
use itinera::exchange::calendar::{DayRule, Observance, Yearly, Zone};
use itinera::exchange::offset::offset_at;

fn day(year: i32, month: u32, day: u32) -> NaiveDateTime {
    NaiveDate::from_ymd_opt(year, month, day).unwrap().into()
}

/// By how many minutes clocks that show `local` are ahead of UTC, as RFC 5545 3.3.5 has it.
fn oracle(zone: Tz, local: NaiveDateTime) -> i32 {
    let offset = match zone.offset_from_local_datetime(&local) {
        MappedLocalTime::Single(offset) | MappedLocalTime::Ambiguous(offset, _) => offset.fix(),
        MappedLocalTime::None => {
            zone.offset_from_local_datetime(&(local - TimeDelta::hours(3))).earliest().unwrap().fix()
        }
    };
    offset.local_minus_utc().div_euclid(60)
}

/// Every so many minutes from the start of a year to the end of another.
fn moments(first: i32, last: i32, minutes: i64) -> impl Iterator<Item = NaiveDateTime> {
    let end = day(last + 1, 1, 1);
    std::iter::successors(Some(day(first, 1, 1)), move |at| Some(*at + TimeDelta::minutes(minutes)))
        .take_while(move |at| *at < end)
}

#[test]
fn the_rule_of_rome_is_that_of_the_tz_database() {
    let rome = Zone::rome();
    let check = |at: NaiveDateTime| {
        assert_eq!(Some(rome.ahead(at)), ahead("Europe/Rome", at), "{at} UTC");
        assert_eq!(rome.ahead_on(at), oracle(Tz::Europe__Rome, at), "{at} in Rome");
    };
    moments(Zone::FIRST_YEAR, 2037, 11 * 60 + 30).for_each(check);
    // All that may be the last Sunday.
    for (year, month) in (Zone::FIRST_YEAR..2038).flat_map(|year| [(year, 3), (year, 10)]) {
        let hours = |last: u32| (0..24).map(move |hour| day(year, month, last) + TimeDelta::minutes(hour * 60 + 30));
        (25..32).flat_map(hours).for_each(check);
    }
}

#[test]
fn a_zone_that_is_asked_is_that_of_the_tz_database() {
    for zone in TZ_VARIANTS {
        let years = [2016, 2017, 2024].into();
        let asked = Zone::asked(zone.name(), &years, &|utc| ahead(zone.name(), utc).unwrap());
        let check = |at: NaiveDateTime| {
            assert_eq!(Some(asked.ahead(at)), ahead(zone.name(), at), "{at} UTC, {zone}");
            assert_eq!(asked.ahead_on(at), oracle(zone, at), "{at} in {zone}");
            assert_eq!(offset_at(at, &|utc| ahead(zone.name(), utc).unwrap()), oracle(zone, at), "{at} in {zone}");
        };
        for year in years {
            moments(year, year, 5 * 24 * 60 + 7 * 60 + 30).for_each(check);
        }
        for change in asked.observances.iter().filter(|change| change.from != change.to) {
            (-8..8).for_each(|half_hours| check(change.start + TimeDelta::minutes(half_hours * 30)));
        }
    }
}

#[test]
fn changes_of_clocks_are_found_to_the_minute() {
    for zone in [
        Tz::Europe__Vilnius,
        Tz::Europe__London,
        Tz::America__New_York,
        Tz::Australia__Lord_Howe,
        Tz::Africa__Casablanca,
    ] {
        let asked = Zone::asked(zone.name(), &[2017].into(), &|utc| ahead(zone.name(), utc).unwrap());
        for change in asked.observances.iter().filter(|change| change.from != change.to) {
            let utc = change.start - TimeDelta::minutes(i64::from(change.from));
            let before = utc - TimeDelta::minutes(1);
            assert_eq!(
                [ahead(zone.name(), before), ahead(zone.name(), utc)],
                [Some(change.from), Some(change.to)],
                "{zone}"
            );
            assert_eq!(change.daylight, change.to > change.from);
        }
        let year = asked.observances.iter().filter(|change| change.start.year() == 2017);
        assert_eq!(year.count(), if zone == Tz::Africa__Casablanca { 4 } else { 2 }, "{zone}");
    }
}

#[test]
fn rome_is_asked_only_about_years_before_its_rule() {
    let never = |_: &str, _| panic!("the rule is known");
    assert_eq!(Zone::of("Europe/Rome", &[1997, 2017].into(), &never), Some(Zone::rome()));
    assert_eq!(Zone::of("Europe/Rome", &[].into(), &never), Some(Zone::rome()));
    let early = Zone::of("Europe/Rome", &[1995].into(), &ahead).unwrap();
    // Until 1995 summer ended in September.
    assert_eq!((early.ahead(day(1995, 9, 20)), early.ahead(day(1995, 10, 10))), (120, 60));
    assert_ne!(early, Zone::rome());
    let utc = Zone::of("UTC", &[].into(), &ahead).unwrap();
    assert_eq!(Zone::of("Moon/Crater", &[2017].into(), &ahead), None);
    assert_eq!((utc.observances.len(), utc.ahead(day(2017, 7, 1)), utc.ahead_on(day(2017, 7, 1))), (1, 0, 0));
}

#[test]
fn years_far_apart_are_asked_and_those_between_are_not() {
    let asked = std::cell::RefCell::new(Vec::new());
    let zone = Zone::asked("Europe/Rome", &[0, 2017, 2018, 9999].into(), &|utc: NaiveDateTime| {
        asked.borrow_mut().push(utc.year());
        ahead("Europe/Rome", utc).unwrap()
    });
    let mut years = asked.into_inner();
    years.sort_unstable();
    years.dedup();
    assert_eq!(years, [-1, 0, 1, 2016, 2017, 2018, 2019, 9998, 9999, 10_000]);
    assert_eq!((zone.ahead(day(2018, 7, 1)), zone.ahead(day(2018, 11, 1)), zone.ahead(day(0, 7, 1))), (120, 60, 49));
}

#[test]
fn a_rule_has_its_day_in_every_year() {
    let changes_on = |rule: DayRule, until: Option<NaiveDateTime>, year: i32| {
        let yearly = Some(Yearly { month: 3, day: rule, until });
        let zone = Zone {
            name: "Somewhere".into(),
            observances: vec![
                Observance::once(day(2000, 1, 1), 0, 0),
                Observance { yearly, ..Observance::once(day(2005, 3, 1), 0, 60) },
                Observance {
                    yearly: Some(Yearly { month: 6, day: DayRule::Day(1), until: None }),
                    ..Observance::once(day(2005, 6, 1), 60, 0)
                },
            ],
        };
        moments(year, year, 24 * 60).find(|at| zone.ahead(*at) == 60).map(|at| at.day())
    };
    // The 1st of March 2017 is a Wednesday.
    for (rule, expect) in [
        (DayRule::Day(9), 9),
        (DayRule::Nth(1, Weekday::Wed), 1),
        (DayRule::Nth(1, Weekday::Tue), 7),
        (DayRule::Nth(2, Weekday::Sun), 12),
        (DayRule::Nth(5, Weekday::Fri), 31),
        (DayRule::Nth(-1, Weekday::Sun), 26),
        (DayRule::Nth(-1, Weekday::Fri), 31),
        (DayRule::Nth(-2, Weekday::Sun), 19),
        (DayRule::From(8, Weekday::Sun), 12),
        (DayRule::From(25, Weekday::Sun), 26),
        (DayRule::From(1, Weekday::Wed), 1),
    ] {
        assert_eq!(changes_on(rule, None, 2017), Some(expect), "{rule:?}");
    }
    assert_eq!(changes_on(DayRule::Day(9), None, 2004), None, "before its first time");
    let until = Some(day(2016, 12, 31));
    assert_eq!((changes_on(DayRule::Day(9), until, 2016), changes_on(DayRule::Day(9), until, 2017)), (Some(9), None));
}
