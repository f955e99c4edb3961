//! The emblem against the construction of the style guide, computed anew.

use itinera::print::emblem::{HEIGHT, LENGTH, path, stars};
use std::f64::consts::{PI, TAU};

/// Half a unit of rounding in each direction.
const NEAR: f64 = 0.75;

fn points(star: &[(i32, i32); 10]) -> Vec<(f64, f64)> {
    star.iter().map(|(x, y)| (f64::from(*x), f64::from(*y))).collect()
}

fn middle(star: &[(i32, i32); 10]) -> (f64, f64) {
    let points = points(star);
    let outer = points.iter().step_by(2);
    (outer.clone().map(|(x, _)| x).sum::<f64>() / 5.0, outer.map(|(_, y)| y).sum::<f64>() / 5.0)
}

fn distance(one: (f64, f64), other: (f64, f64)) -> f64 {
    (one.0 - other.0).hypot(one.1 - other.1)
}

#[test]
fn the_rectangle_is_half_as_long_again_as_it_is_high() {
    assert_eq!(LENGTH * 2, HEIGHT * 3);
}

#[test]
fn twelve_stars_stand_like_the_hours_of_a_clock() {
    let height = f64::from(HEIGHT);
    let centre = (f64::from(LENGTH) / 2.0, height / 2.0);
    for (hour, star) in stars().iter().enumerate() {
        #[allow(clippy::cast_precision_loss, reason = "twelve hours")]
        let angle = TAU * hour as f64 / 12.0;
        let wanted = (centre.0 + height / 3.0 * angle.sin(), centre.1 - height / 3.0 * angle.cos());
        assert!(distance(middle(star), wanted) < NEAR, "{hour} o'clock: {:?}, not {wanted:?}", middle(star));
    }
}

#[test]
fn every_star_is_upright_and_regular_in_a_circle_of_an_eighteenth_of_the_height() {
    let radius = f64::from(HEIGHT) / 18.0;
    for star in stars() {
        let (corners, middle) = (points(&star), middle(&star));
        for (corner, point) in corners.iter().enumerate() {
            // A pentagram: its sides are straight, so the inner corners are where they cross.
            let from_middle = if corner % 2 == 0 { radius } else { radius * (PI / 10.0).sin() / (PI * 0.3).sin() };
            #[allow(clippy::cast_precision_loss, reason = "ten corners")]
            let angle = TAU * corner as f64 / 10.0;
            let wanted = (middle.0 + from_middle * angle.sin(), middle.1 - from_middle * angle.cos());
            assert!(distance(*point, wanted) < 1.5, "corner {corner}: {point:?}, not {wanted:?}");
        }
    }
}

#[test]
fn the_stars_are_one_path() {
    let path = path();
    assert_eq!(path.matches('M').count(), 12);
    assert_eq!(path.matches('L').count(), 12 * 9);
    assert_eq!(path.matches('Z').count(), 12);
    assert!(path.starts_with("M13500 2000L13725 2691L14451 2691L"), "{path}");
}
