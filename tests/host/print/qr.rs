//! The code of an address: what the standard puts into every one of them, and that the path draws it.

use itinera::print::{QUIET, qr};

/// The modules that a path draws, as rows of dark ones.
fn drawn(path: &str, side: usize) -> Vec<Vec<bool>> {
    let mut rows = vec![vec![false; side]; side];
    for run in path.split('M').skip(1) {
        let (x, rest) = run.split_once(' ').unwrap();
        let (y, rest) = rest.split_once('h').unwrap();
        let (length, _) = rest.split_once('v').unwrap();
        let [x, y, length]: [usize; 3] = [x, y, length].map(|figure| figure.parse().unwrap());
        for module in &mut rows[y][x..x + length] {
            assert!(!*module, "drawn twice");
            *module = true;
        }
    }
    rows
}

#[test]
fn a_code_has_its_three_corners_and_white_around() {
    let code = qr("https://example.org/meetings/itinera/#/papers?paper=programme").unwrap();
    let side = code.side as usize;
    let rows = drawn(&code.path, side);
    let quiet = QUIET as usize;
    for (y, row) in rows.iter().enumerate() {
        for (x, dark) in row.iter().enumerate() {
            let outside = x.min(y) < quiet || x.max(y) >= side - quiet;
            assert!(!(outside && *dark), "the white around is not white at {x}, {y}");
        }
    }
    // ISO/IEC 18004, 6.3.3: a finder pattern is a ring of seven around a square of three.
    for (left, top) in [(quiet, quiet), (side - quiet - 7, quiet), (quiet, side - quiet - 7)] {
        for y in 0..7 {
            for x in 0..7_usize {
                let ring = x.abs_diff(3).max(usize::abs_diff(y, 3)) != 2;
                assert_eq!(rows[top + y][left + x], ring, "finder pattern at {left}, {top}");
            }
        }
    }
}

#[test]
fn an_address_of_the_usual_length_makes_a_code_that_scans_well() {
    let id = "01900000-0000-7000-8000-000000000001";
    let address =
        format!("https://www.example.org/meetings/itinera/#/papers?paper=itinerary:delegation:{id}&lang=en+it");
    // Version 8 at most: 49 modules, 0.32 mm each on 18 mm.
    assert!(qr(&address).unwrap().side <= 49 + 2 * QUIET);
    assert_eq!(qr("A").unwrap().side, 21 + 2 * QUIET);
}

#[test]
fn the_same_text_gives_the_same_code_and_one_too_long_gives_none() {
    assert_eq!(qr("itinera"), qr("itinera"));
    assert_ne!(qr("itinera"), qr("Itinera"));
    assert!(qr(&"a".repeat(2_331)).is_some());
    assert!(qr(&"a".repeat(2_332)).is_none());
}
