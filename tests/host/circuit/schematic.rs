//! The schematic map: true to the places where there is room, readable where there is none.

use itinera::circuit::{Frame, Journey, Point, RADIUS, Rect, Schematic, Spot, great_circle, schematic};
use itinera::plan::Position;
use proptest::prelude::*;

const FRAME: Frame = Frame { width: 360, height: 300 };
const TURIN: (i32, i32) = (45_070_300, 7_686_900);
const COLLEGNO: (i32, i32) = (45_077_600, 7_571_200);
const VOLPIANO: (i32, i32) = (45_200_600, 7_778_900);

fn spot((latitude, longitude): (i32, i32), name: &str) -> Spot {
    Spot { position: Position::new(latitude, longitude).unwrap(), name: name.into() }
}

fn journey(from: usize, to: usize) -> Journey {
    Journey { from, to, note: "20 min".into() }
}

/// A round trip through all places.
fn round(spots: &[Spot]) -> Schematic {
    let journeys: Vec<_> = (0..spots.len()).map(|from| journey(from, (from + 1) % spots.len())).collect();
    schematic(spots, &journeys, FRAME)
}

fn between(one: Point, two: Point) -> i32 {
    let (x, y) = (one.x - two.x, one.y - two.y);
    (x * x + y * y).isqrt()
}

fn texts(map: &Schematic) -> Vec<Rect> {
    let names = map.marks.iter().filter_map(|mark| mark.label.as_ref());
    let notes = map.ways.iter().flatten().filter_map(|way| way.note.as_ref());
    names.chain(notes).map(|label| label.room).collect()
}

/// What holds for every drawing.
fn assert_readable(map: &Schematic) {
    let marks: Vec<Rect> = map.marks.iter().map(itinera::circuit::Mark::room).collect();
    let texts = texts(map);
    for (index, text) in texts.iter().enumerate() {
        assert!(text.is_in(FRAME), "{text:?} leaves the frame");
        assert!(!texts[..index].iter().any(|other| other.overlaps(*text)), "{text:?} on another text");
        assert!(!marks.iter().any(|mark| mark.overlaps(*text)), "{text:?} on a mark");
        for way in map.ways.iter().flatten() {
            assert!(!way.points().chain(way.arrow).any(|point| text.is_near(point, 0)), "{text:?} on a line");
        }
    }
    for (index, mark) in map.marks.iter().enumerate() {
        assert!(mark.room().is_in(FRAME), "{mark:?} leaves the frame");
        for other in &map.marks[..index] {
            assert!(between(mark.at, other.at) >= 2 * RADIUS, "{mark:?} on {other:?}");
        }
    }
}

#[test]
fn distances_keep_their_proportions_and_north_is_up() {
    let places = [TURIN, COLLEGNO, VOLPIANO];
    let map = round(&[spot(TURIN, "Turin"), spot(COLLEGNO, "Collegno"), spot(VOLPIANO, "Volpiano")]);
    assert!(!map.apart);
    let bar = map.bar.unwrap();
    assert_eq!(bar.metres, 5_000);
    for (from, to) in [(0, 1), (1, 2), (2, 0)] {
        let place = |index: usize| Position::new(places[index].0, places[index].1).unwrap();
        let metres = i64::from(great_circle(place(from), place(to)));
        let drawn = i64::from(between(map.marks[from].at, map.marks[to].at));
        let expected = metres * i64::from(bar.length) / i64::from(bar.metres);
        assert!((drawn - expected).abs() <= expected / 50 + 3, "{from} to {to}: {drawn}, not {expected}");
    }
    let [turin, collegno, volpiano] = [0, 1, 2].map(|index| map.marks[index].at);
    assert!(volpiano.y < turin.y, "Volpiano is north of Turin");
    assert!(collegno.x < turin.x, "Collegno is west of Turin");
    assert_readable(&map);
}

#[test]
fn every_place_and_drive_of_a_usual_visit_is_named() {
    let map = round(&[
        spot(TURIN, "Finpiemonte"),
        spot(TURIN, "IRIS"),
        spot(COLLEGNO, "Prima Industrie"),
        spot(VOLPIANO, "SPEA"),
    ]);
    assert_readable(&map);
    assert_eq!(texts(&map).len(), 8);
    assert!(map.apart, "two places at the centre of Turin stand apart");
    assert!(between(map.marks[0].at, map.marks[1].at) >= 44);
}

#[test]
fn there_and_back_are_two_lines_to_the_right_of_the_way() {
    let spots = [spot(TURIN, "Turin"), spot(VOLPIANO, "Volpiano")];
    let map = round(&spots);
    let [Some(there), Some(back)] = &map.ways[..] else { panic!("two ways") };
    for way in [there, back] {
        // Seen along the way the bend is on the right: the cross product grows to the right as y grows to the south.
        let (x, y) = (way.to.x - way.from.x, way.to.y - way.from.y);
        assert!(x * (way.bend.y - way.from.y) - y * (way.bend.x - way.from.x) > 0);
        // The arrow points ahead.
        let [tip, left, right] = way.arrow;
        assert!((tip.x - left.x) * x + (tip.y - left.y) * y > 0);
        assert!((tip.x - right.x) * x + (tip.y - right.y) * y > 0);
    }
    assert!(between(there.bend, back.bend) > 2 * RADIUS);
    assert_readable(&map);
}

#[test]
fn the_same_way_twice_is_two_lines() {
    let spots = [spot(TURIN, "Turin"), spot(VOLPIANO, "Volpiano")];
    let map = schematic(&spots, &[journey(0, 1), journey(1, 0), journey(0, 1)], FRAME);
    assert_ne!(map.ways[0], map.ways[2]);
    assert_readable(&map);
}

#[test]
fn a_way_that_goes_nowhere_is_no_line() {
    let spots = [spot(TURIN, "Turin"), spot(VOLPIANO, "Volpiano")];
    let map = schematic(&spots, &[journey(0, 0), journey(0, 7), journey(0, 1)], FRAME);
    assert!(map.ways[0].is_none() && map.ways[1].is_none() && map.ways[2].is_some());
}

#[test]
fn one_place_or_none_needs_no_scale() {
    assert_eq!(schematic(&[], &[], FRAME).marks, []);
    let map = round(&[spot(TURIN, "Turin")]);
    assert_eq!((map.marks[0].at, map.bar), (Point { x: 180, y: 150 }, None));
    let map = round(&[spot(TURIN, "One"), spot(TURIN, "Two"), spot(TURIN, "Three")]);
    assert_eq!(map.bar, None);
    assert_readable(&map);
}

#[test]
fn the_scale_is_a_round_distance() {
    // Two places so many millionths of a degree of latitude apart, over the 220 units between the paddings.
    for (north, metres) in [(4_000, 100), (20_000, 500), (100_000, 2_000), (1_000_000, 20_000), (10_000_000, 200_000)] {
        let bar = round(&[spot(TURIN, "A"), spot((TURIN.0 + north, TURIN.1), "B")]).bar.unwrap();
        assert_eq!(bar.metres, metres, "{north}");
        assert!((30..=96).contains(&bar.length), "{bar:?}");
    }
}

#[test]
fn the_date_line_is_no_obstacle() {
    let map = round(&[spot((0, 179_900_000), "Fiji side"), spot((0, -179_900_000), "Samoa side")]);
    let [west, east] = [0, 1].map(|index| map.marks[index].at);
    assert!(west.x < east.x);
    assert_eq!(map.bar.unwrap().metres, 5_000);
}

#[test]
fn a_long_name_is_cut() {
    let long = "Società per l'innovazione industriale del Piemonte";
    let map = round(&[spot(TURIN, long), spot(VOLPIANO, "SPEA")]);
    assert_eq!(map.marks[0].label.as_ref().unwrap().text, "Società per l'innovaz\u{2026}");
}

fn places() -> impl Strategy<Value = Vec<Spot>> {
    // Some in one city, some in one street, some anywhere.
    let near = |breadth: i32| (-breadth..=breadth, -breadth..=breadth);
    let position = prop_oneof![
        near(0).prop_map(|_| TURIN),
        near(300).prop_map(|(north, east)| (TURIN.0 + north, TURIN.1 + east)),
        near(200_000).prop_map(|(north, east)| (TURIN.0 + north, TURIN.1 + east)),
        (-90_000_000..=90_000_000, -180_000_000..=180_000_000),
    ];
    let name = prop_oneof!["[A-Z][a-z]{1,30}", Just(String::new())];
    prop::collection::vec((position, name).prop_map(|(position, name)| spot(position, &name)), 1..14)
}

proptest! {
    #[test]
    fn every_drawing_is_readable(spots in places()) {
        assert_readable(&round(&spots));
    }
}
