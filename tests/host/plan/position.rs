//! Coordinates as people paste them, without floats.

use itinera::plan::{Position, PositionError};
use proptest::prelude::*;

fn at(latitude: i32, longitude: i32) -> Position {
    Position::new(latitude, longitude).unwrap()
}

#[test]
fn coordinates_are_read_as_map_services_copy_them() {
    let turin = at(45_070_300, 7_686_900);
    for text in [
        "45.0703, 7.6869",
        "45.0703,7.6869",
        "45.0703 7.6869",
        "  45.070300 ,\t7.686900 ",
        "45.0703; 7.6869",
        "45.0703\u{b0}, 7.6869\u{b0}",
        "+45.0703, +7.6869",
        "geo:45.0703,7.6869",
        "45,0703 7,6869",
        "45,0703; 7,6869",
        "45,0703, 7,6869",
    ] {
        assert_eq!(text.parse(), Ok(turin), "{text}");
    }
    for (text, position) in [
        ("45, 7", at(45_000_000, 7_000_000)),
        ("45,7", at(45_000_000, 7_000_000)),
        ("-33.8688, 151.2093", at(-33_868_800, 151_209_300)),
        ("\u{2212}0.5, -0.000001", at(-500_000, -1)),
        ("90, -180", at(90_000_000, -180_000_000)),
        // A browser gives fifteen digits; the sixth is a tenth of a metre.
        ("45.07030049999999, 7.6869", turin),
        ("45., 7.", at(45_000_000, 7_000_000)),
    ] {
        assert_eq!(text.parse(), Ok(position), "{text}");
    }
}

#[test]
fn what_is_no_pair_of_degrees_says_why() {
    for text in
        ["", "45.0703", "45.0703, 7.6869, 300", "Turin", "45.07.03, 7", "4 5, 7, 1", "4e1, 7", "--4, 7", "., 7", "-, 7"]
    {
        assert_eq!(text.parse::<Position>(), Err(PositionError::NotAPair), "{text}");
    }
    for text in ["90.000001, 0", "0, 180.000001", "-91, 0", "0, 1000", "99999999999999999999, 0"] {
        assert_eq!(text.parse::<Position>(), Err(PositionError::Outside), "{text}");
    }
}

#[test]
fn coordinates_are_written_without_noughts_that_say_nothing() {
    for (position, text) in [
        (at(45_070_300, 7_686_900), "45.0703, 7.6869"),
        (at(45_000_000, 0), "45, 0"),
        (at(-1, 100_010), "-0.000001, 0.10001"),
        (at(-90_000_000, -180_000_000), "-90, -180"),
    ] {
        assert_eq!(position.to_string(), text);
    }
}

proptest! {
    #[test]
    fn what_is_written_is_read_again(latitude in -90_000_000..=90_000_000_i32, longitude in -180_000_000..=180_000_000_i32) {
        let position = at(latitude, longitude);
        prop_assert_eq!(position.to_string().parse(), Ok(position));
    }

    #[test]
    fn no_text_breaks_the_reader(text in any::<String>()) {
        let _ = text.parse::<Position>();
    }
}
