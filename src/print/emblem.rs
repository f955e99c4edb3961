//! The emblem of the European Union, to the official geometry (Interinstitutional style guide, annex A1).
//!
//! A blue rectangle, one and a half times as long as it is high. Twelve golden stars with five points, upright, stand like
//! the hours of a clock on a circle around its middle. The circle's radius is a third of the height; each star is in a
//! circle of an eighteenth of it.

use std::fmt::Write as _;

/// How high the emblem is, in the units of this file: eighteen of a star's radius.
pub const HEIGHT: i32 = 18_000;

/// How long it is.
pub const LENGTH: i32 = 27_000;

/// Pantone Reflex Blue, as the style guide gives it for screens.
pub const BLUE: &str = "#003399";

/// Pantone Yellow.
pub const YELLOW: &str = "#FFCC00";

/// From the middle of the emblem to the middle of each star, beginning at twelve o'clock, clockwise.
const HOURS: [(i32, i32); 12] = [
    (0, -6000),
    (3000, -5196),
    (5196, -3000),
    (6000, 0),
    (5196, 3000),
    (3000, 5196),
    (0, 6000),
    (-3000, 5196),
    (-5196, 3000),
    (-6000, 0),
    (-5196, -3000),
    (-3000, -5196),
];

/// From the middle of a star to its five points and the five corners between them, beginning at the upper point,
/// clockwise.
const STAR: [(i32, i32); 10] = [
    (0, -1000),
    (225, -309),
    (951, -309),
    (363, 118),
    (588, 809),
    (0, 382),
    (-588, 809),
    (-363, 118),
    (-951, -309),
    (-225, -309),
];

/// The corners of the twelve stars, each beginning at its upper point.
#[must_use]
pub fn stars() -> [[(i32, i32); 10]; 12] {
    HOURS.map(|(across, down)| STAR.map(|(x, y)| (LENGTH / 2 + across + x, HEIGHT / 2 + down + y)))
}

/// The stars as one path of SVG, in a view box of [`LENGTH`] and [`HEIGHT`].
#[must_use]
pub fn path() -> String {
    let mut path = String::new();
    for star in stars() {
        let mut verb = 'M';
        for (x, y) in star {
            // Writing to a string cannot fail.
            let _ = write!(path, "{verb}{x} {y}");
            verb = 'L';
        }
        path.push('Z');
    }
    path
}
