//! Points on the Earth, in whole numbers: text of floats is heavy in WASM, and a place on a map needs none.

use std::{fmt, str::FromStr};
use thiserror::Error;

/// A point on the Earth (WGS 84) in millionths of a degree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    latitude: i32,
    longitude: i32,
}

/// Why a text is not a [`Position`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum PositionError {
    /// It is not a pair of decimal numbers.
    #[error("not a pair of decimal degrees")]
    NotAPair,
    /// The first number is not between -90 and 90, or the second not between -180 and 180.
    #[error("outside the Earth's latitudes and longitudes")]
    Outside,
}

impl Position {
    /// The point at `latitude` (-90 to 90 degrees) and `longitude` (-180 to 180), both in millionths of a degree, or
    /// nothing outside these bounds.
    #[must_use]
    pub fn new(latitude: i32, longitude: i32) -> Option<Self> {
        let fits = latitude.unsigned_abs() <= 90_000_000 && longitude.unsigned_abs() <= 180_000_000;
        fits.then_some(Self { latitude, longitude })
    }

    /// Degrees north of the equator, in millionths.
    #[must_use]
    pub const fn latitude(self) -> i32 {
        self.latitude
    }

    /// Degrees east of Greenwich, in millionths.
    #[must_use]
    pub const fn longitude(self) -> i32 {
        self.longitude
    }

    /// Latitude and longitude as decimal degrees, such as `45.0703` and `7.6869`.
    #[must_use]
    pub fn degrees(self) -> (String, String) {
        (degrees(self.latitude), degrees(self.longitude))
    }
}

/// `45.0703, 7.6869`
impl fmt::Display for Position {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (latitude, longitude) = self.degrees();
        formatter.write_str(&latitude)?;
        formatter.write_str(", ")?;
        formatter.write_str(&longitude)
    }
}

/// Reads latitude and longitude in decimal degrees as map services copy them: `45.0703, 7.6869`, with or without the
/// comma, the sign of degrees, or a decimal comma. Digits past the sixth are dropped.
impl FromStr for Position {
    type Err = PositionError;

    fn from_str(text: &str) -> Result<Self, PositionError> {
        let text = text.trim().trim_start_matches("geo:");
        // Without a point, more than one comma means that they are decimal ones: "45,0703 7,6869".
        let decimal_commas = !text.contains('.') && text.matches(',').count() > 1;
        let separates = |letter: char| letter.is_whitespace() || letter == ';' || (letter == ',' && !decimal_commas);
        let mut numbers = text.split(separates).filter(|number| !number.is_empty());
        match (numbers.next(), numbers.next(), numbers.next()) {
            (Some(latitude), Some(longitude), None) => {
                let (latitude, longitude) = (millionths(latitude)?, millionths(longitude)?);
                Self::new(latitude, longitude).ok_or(PositionError::Outside)
            }
            _ => Err(PositionError::NotAPair),
        }
    }
}

/// Millionths of a degree from decimal degrees.
fn millionths(text: &str) -> Result<i32, PositionError> {
    let text = text.trim_end_matches([',', '\u{b0}']);
    let (negative, text) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (whole, part) = text.split_once(['.', ',']).unwrap_or((text, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !digits(whole) || !digits(part) {
        return Err(PositionError::NotAPair);
    }
    let mut value = whole.bytes().fold(0_i32, append);
    for place in 0..6 {
        value = append(value, part.as_bytes().get(place).copied().unwrap_or(b'0'));
    }
    Ok(if negative { -value } else { value })
}

/// A number with another digit; too large a one stays too large to be a degree.
fn append(value: i32, digit: u8) -> i32 {
    value.saturating_mul(10).saturating_add(i32::from(digit - b'0'))
}

/// Decimal degrees without the noughts that say nothing.
fn degrees(millionths: i32) -> String {
    let size = millionths.unsigned_abs();
    let mut text = String::from(if millionths < 0 { "-" } else { "" });
    text.push_str(&(size / 1_000_000).to_string());
    let part = (1_000_000 + size % 1_000_000).to_string();
    let part = part[1..].trim_end_matches('0');
    if !part.is_empty() {
        text.push('.');
        text.push_str(part);
    }
    text
}
