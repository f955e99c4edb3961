//! What a drive takes, against figures worked out by hand and a second formula.

use crate::plan::build::{between, empty, transfer, venue};
use itinera::circuit::{DETOUR_PERCENT, Drive, SPEED, Source, drive, great_circle};
use itinera::example::manumix;
use itinera::plan::{Plan, Position, VenueId};
use proptest::prelude::*;

const TURIN: (i32, i32) = (45_070_300, 7_686_900);

fn position((latitude, longitude): (i32, i32)) -> Position {
    Position::new(latitude, longitude).unwrap()
}

/// Turin (1), Collegno (2) and Volpiano (3), a second place in Turin (4), and one nobody has located yet (5).
fn places() -> Plan {
    let mut plan = empty();
    for (id, position) in [
        (1, Some(TURIN)),
        (2, Some((45_077_600, 7_571_200))),
        (3, Some((45_200_600, 7_778_900))),
        (4, Some(TURIN)),
        (5, None),
    ] {
        plan.venues.put(venue(id, position));
    }
    plan
}

fn between_numbers(plan: &Plan, from: u128, to: u128) -> Drive {
    drive(plan, Some(VenueId::from_number(from)), Some(VenueId::from_number(to)))
}

#[test]
fn estimates_are_those_worked_out_by_hand() {
    assert_eq!((DETOUR_PERCENT, SPEED), (135, 40));
    // Great circle, road (times 1.35), minutes at 40 km/h, rounded up to 5.
    for (from, to, minutes) in [
        (1, 2, 20), // 9.12 km, 12.3 km, 18.5 min
        (2, 3, 45), // 21.27 km, 28.7 km, 43.1 min
        (3, 1, 35), // 16.18 km, 21.8 km, 32.8 min
        (1, 4, 5),  // two places, the same centre: nobody drives in no time
    ] {
        let expect = Drive { minutes, source: Source::Estimate };
        assert_eq!(between_numbers(&places(), from, to), expect, "{from} to {to}");
        assert_eq!(between_numbers(&places(), to, from), expect, "{to} to {from}");
    }
}

#[test]
fn minutes_are_rounded_up_to_five() {
    // One degree of a meridian is 111.195 km: 1.35 road kilometres each, 1.5 minutes a kilometre.
    for (north, minutes) in [
        (1, 5),           // 0.1 m
        (22_200, 5),      // 2.469 km: 4.999 min
        (22_210, 10),     // 2.470 km: 5.001 min
        (44_410, 10),     // 4.938 km: 9.999 min
        (44_420, 15),     // 4.939 km: 10.002 min
        (1_000_000, 230), // 111.195 km: 225.2 min
    ] {
        let mut plan = places();
        plan.venues.put(venue(6, Some((TURIN.0 + north, TURIN.1))));
        assert_eq!(between_numbers(&plan, 1, 6).minutes, minutes, "{north} millionths north");
    }
}

#[test]
fn no_estimate_is_longer_than_a_day() {
    let mut plan = places();
    plan.venues.put(venue(6, Some((-TURIN.0, TURIN.1 - 180_000_000))));
    assert_eq!(between_numbers(&plan, 1, 6), Drive { minutes: 24 * 60, source: Source::Estimate });
}

#[test]
fn what_is_known_decides_where_the_figure_comes_from() {
    let mut plan = places();
    plan.transfers.put(transfer(1, 2, 17));
    plan.transfers.put(transfer(2, 3, 50));
    plan.transfers.put(transfer(3, 2, 40));
    plan.transfers.put(transfer(1, 5, 0));
    plan.transfers.put(transfer(4, 4, 30));
    for (from, to, minutes, source) in [
        (1, 2, 17, Source::Own), // wins over the estimate of 20
        (2, 1, 17, Source::Own), // the opposite direction stands in
        (2, 3, 50, Source::Own), // each direction has its own
        (3, 2, 40, Source::Own), //
        (1, 5, 0, Source::Own),  // needs no coordinates, and nought is a figure
        (3, 1, 35, Source::Estimate),
        (4, 4, 0, Source::Same), // the same venue, whatever somebody typed
        (5, 5, 0, Source::Same),
        (2, 5, 0, Source::Unknown), // no coordinates
        (5, 2, 0, Source::Unknown),
        (2, 9, 0, Source::Unknown), // no such venue
    ] {
        assert_eq!(between_numbers(&plan, from, to), Drive { minutes, source }, "{from} to {to}");
    }
    let unknown = Drive { minutes: 0, source: Source::Unknown };
    let turin = Some(VenueId::from_number(1));
    assert_eq!([drive(&plan, None, turin), drive(&plan, turin, None), drive(&plan, None, None)], [unknown; 3]);
    plan.transfers.remove(between(1, 2));
    assert_eq!(between_numbers(&plan, 1, 2).source, Source::Estimate);
}

#[test]
fn the_shipped_plan_knows_every_drive_it_needs() {
    let plan = manumix();
    for from in &plan.venues {
        for to in &plan.venues {
            let drive = drive(&plan, Some(from.id), Some(to.id));
            assert_ne!(drive.source, Source::Unknown);
            assert_eq!(drive.minutes == 0, from.id == to.id);
        }
    }
}

#[test]
fn great_circles_are_those_of_the_atlas() {
    for (from, to, metres) in [
        ((0, 0), (0, 0), 0),
        ((0, 0), (0, 180_000_000), 20_015_115), // half the girth of a sphere of 6 371 009 m
        ((90_000_000, 0), (-90_000_000, 77_000_000), 20_015_115),
        ((0, 0), (1_000_000, 0), 111_195),
        ((0, 0), (0, 1_000_000), 111_195),
        ((60_000_000, 0), (60_000_000, 1_000_000), 55_597), // cos 60 is a half; the great circle cuts a metre
        ((0, 179_500_000), (0, -179_500_000), 111_195),     // across the antimeridian
    ] {
        let found = great_circle(position(from), position(to));
        assert!(found.abs_diff(metres) <= 1, "{from:?} {to:?}: {found}, not {metres}");
    }
}

/// The spherical law of cosines, which shares nothing with the haversine formula but the radius.
fn law_of_cosines(from: Position, to: Position) -> f64 {
    let radians = |microdegrees: i32| f64::from(microdegrees) / 1e6 * std::f64::consts::PI / 180.0;
    let (south, north) = (radians(from.latitude()), radians(to.latitude()));
    let east = radians(to.longitude()) - radians(from.longitude());
    let cosine = south.sin() * north.sin() + south.cos() * north.cos() * east.cos();
    6_371_009.0 * cosine.clamp(-1.0, 1.0).acos()
}

fn anywhere() -> impl Strategy<Value = Position> {
    (-90_000_000..=90_000_000, -180_000_000..=180_000_000).prop_map(position)
}

proptest! {
    #[test]
    fn two_formulas_agree_within_a_thousandth_or_a_metre(from in anywhere(), to in anywhere()) {
        let (ours, theirs) = (f64::from(great_circle(from, to)), law_of_cosines(from, to));
        prop_assert!((ours - theirs).abs() <= (theirs / 1000.0).max(1.0), "{ours} {theirs}");
    }

    #[test]
    fn they_agree_in_one_metropolitan_area_too(north in -500_000..500_000, east in -500_000..500_000) {
        let (from, to) = (position(TURIN), position((TURIN.0 + north, TURIN.1 + east)));
        let (ours, theirs) = (f64::from(great_circle(from, to)), law_of_cosines(from, to));
        prop_assert!((ours - theirs).abs() <= (theirs / 1000.0).max(1.0), "{ours} {theirs}");
    }

    #[test]
    fn there_is_as_far_as_back_and_an_estimate_covers_the_road(from in anywhere(), to in anywhere()) {
        let metres = great_circle(from, to);
        prop_assert_eq!(metres, great_circle(to, from));
        let mut plan = empty();
        plan.venues.put(venue(1, Some((from.latitude(), from.longitude()))));
        plan.venues.put(venue(2, Some((to.latitude(), to.longitude()))));
        let minutes = between_numbers(&plan, 1, 2).minutes;
        prop_assert!(minutes >= 5 && minutes.is_multiple_of(5));
        let exact = f64::from(metres) * 1.35 / 40_000.0 * 60.0;
        if minutes < 24 * 60 {
            prop_assert!((exact - 0.01..exact + 5.01).contains(&f64::from(minutes)), "{minutes} for {exact}");
        }
    }
}
