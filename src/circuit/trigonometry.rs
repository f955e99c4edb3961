//! Sine, cosine and the arc sine of a root, as exactly as a distance in metres needs. Those of the standard library
//! weigh 3 kB on a phone.

use std::f64::consts::FRAC_PI_2;

/// So many terms of a series that what is left is below the last digit of an `f64`, for arguments up to 3/2 pi.
const TERMS: u32 = 20;

/// The sine of an angle in radians, from -3/2 pi to 3/2 pi.
pub fn sine(angle: f64) -> f64 {
    let mut term = angle;
    let mut sum = angle;
    for index in 1..TERMS {
        let next = f64::from(2 * index);
        term *= -angle * angle / (next * (next + 1.0));
        sum += term;
    }
    sum
}

/// The cosine of an angle in radians, from -pi to pi.
pub fn cosine(angle: f64) -> f64 {
    sine(FRAC_PI_2 - angle)
}

/// The angle, from 0 to pi/2, whose sine is the square root of `square`; below 0 and above 1 that of the nearer end.
pub fn arc_sine_of_root(square: f64) -> f64 {
    let square = square.clamp(0.0, 1.0);
    // The tangent of half the angle, then of a quarter and so on: a small one is soon summed up.
    let mut tangent = square.sqrt() / (1.0 + (1.0 - square).sqrt());
    let mut times = 2.0;
    for _ in 0..3 {
        tangent /= 1.0 + (tangent * tangent + 1.0).sqrt();
        times *= 2.0;
    }
    let (mut power, mut sum) = (tangent, tangent);
    for index in 1..TERMS {
        power *= -tangent * tangent;
        sum += power / f64::from(2 * index + 1);
    }
    times * sum
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::f64::consts::PI;

    #[test]
    fn they_are_those_of_the_standard_library() {
        for step in -1000..=1000_i32 {
            let angle = PI * f64::from(step) / 1000.0;
            assert!((sine(angle) - angle.sin()).abs() < 1e-12, "sine of {angle}");
            assert!((cosine(angle) - angle.cos()).abs() < 1e-10, "cosine of {angle}");
            let root = f64::from(step.abs()) / 1000.0;
            assert!((arc_sine_of_root(root * root) - root.asin()).abs() < 1e-7, "arc sine of {root}");
        }
    }
}
