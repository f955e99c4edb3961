//! Dates, times and lengths of a calendar file (RFC 5545 3.3.4 to 3.3.6), and what the meeting's clocks show then.

use crate::exchange::{
    calendar::zone::{AheadIn, Zone, earlier, later},
    content_line::ContentLine,
    offset::offset_at,
};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

/// A date or a time as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Value {
    /// A day as a whole.
    Date(NaiveDate),
    /// On the clocks of some zone.
    Local(NaiveDateTime),
    /// In UTC.
    Utc(NaiveDateTime),
}

impl Value {
    /// Reads `20171121`, `20171121T090000` or `20171121T080000Z`.
    pub(super) fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        let (day, time) = text.split_once(['T', 't']).map_or((text, None), |(day, time)| (day, Some(time)));
        let date = match day.len() {
            8 => NaiveDate::from_ymd_opt(
                number(day.get(..4)?)?.cast_signed(),
                number(day.get(4..6)?)?,
                number(day.get(6..)?)?,
            )?,
            _ => return None,
        };
        let Some(time) = time else { return Some(Self::Date(date)) };
        let (time, utc) = match time.strip_suffix(['Z', 'z']) {
            Some(time) => (time, true),
            None => (time, false),
        };
        if time.len() != 6 {
            return None;
        }
        // A leap second is the end of the one before it.
        let second = number(time.get(4..)?).filter(|second| *second <= 60)?.min(59);
        let time = NaiveTime::from_hms_opt(number(time.get(..2)?)?, number(time.get(2..4)?)?, second)?;
        let moment = date.and_time(time);
        Some(if utc { Self::Utc(moment) } else { Self::Local(moment) })
    }

    /// The date, in whatever zone it is meant.
    pub(super) const fn date(self) -> NaiveDate {
        match self {
            Self::Date(date) => date,
            Self::Local(moment) | Self::Utc(moment) => moment.date(),
        }
    }
}

/// A date or a time, and the zone that is named with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Written {
    pub(super) value: Value,
    /// The zone; empty where none is named.
    pub(super) zone: String,
}

impl Written {
    /// The moments of a line, which may have several.
    ///
    /// # Errors
    /// The text that is none.
    pub(super) fn of(line: &ContentLine<'_>) -> Result<Vec<Self>, String> {
        let zone = line.parameter("TZID").unwrap_or_default().trim();
        let one = |text: &str| match Value::read(text) {
            Some(value) => Ok(Self { value, zone: zone.to_string() }),
            None => Err(super::event::excerpt(text)),
        };
        line.value.split(',').map(one).collect()
    }
}

/// The clocks of the meeting, and of all zones that a file speaks of.
pub(super) struct Clocks<'a> {
    /// The name of the meeting's zone.
    pub(super) zone: &'a str,
    /// What the caller knows of zones.
    pub(super) ahead: AheadIn<'a>,
    /// What the file says of zones.
    pub(super) zones: Vec<Zone>,
}

impl Clocks<'_> {
    /// What the meeting's clocks show at a moment; of a day its beginning. Nothing where the zone is not known.
    pub(super) fn show(&self, value: Value, zone: &str) -> Option<NaiveDateTime> {
        match value {
            Value::Date(date) => Some(date.and_time(NaiveTime::MIN)),
            Value::Utc(utc) => self.at_home(utc),
            // Without a zone a time is meant where the reader is.
            Value::Local(local) if zone.is_empty() || self.is_home(zone) => Some(local),
            Value::Local(local) => self.at_home(earlier(local, self.ahead_on(local, zone)?)),
        }
    }

    fn at_home(&self, utc: NaiveDateTime) -> Option<NaiveDateTime> {
        (self.ahead)(self.zone, utc).map(|ahead| later(utc, ahead))
    }

    fn is_home(&self, zone: &str) -> bool {
        endings(zone).any(|name| name.eq_ignore_ascii_case(self.zone))
    }

    /// By how many minutes clocks of a zone that show `local` are ahead of UTC: as the file says, else as the caller knows.
    fn ahead_on(&self, local: NaiveDateTime, zone: &str) -> Option<i32> {
        if let Some(zone) = self.zones.iter().find(|known| known.name == zone) {
            return Some(zone.ahead_on(local));
        }
        let known = endings(zone).find(|name| (self.ahead)(name, local).is_some())?;
        Some(offset_at(local, &|utc| (self.ahead)(known, utc).unwrap_or_default()))
    }
}

/// A zone's name, and what it ends with: some programs put their own name before that of the zone.
fn endings(zone: &str) -> impl Iterator<Item = &str> {
    let after = zone.match_indices('/').filter_map(|(at, _)| zone.get(at + 1..));
    std::iter::once(zone).chain(after).filter(|name| !name.is_empty())
}

/// Reads a length such as `PT1H30M`, `P1D` or `P2W`, in minutes (RFC 5545 3.3.6).
pub(super) fn read_length(text: &str) -> Option<i64> {
    let text = text.trim();
    let (sign, text) = match text.strip_prefix(['+', '-']) {
        Some(rest) => (if text.starts_with('-') { -1 } else { 1 }, rest),
        None => (1, text),
    };
    let (mut seconds, mut digits, mut parts) = (0_i64, String::new(), 0);
    let mut in_time = false;
    for letter in text.strip_prefix(['P', 'p'])?.chars() {
        if letter.is_ascii_digit() {
            digits.push(letter);
            continue;
        }
        if matches!(letter, 'T' | 't') && digits.is_empty() && !in_time {
            in_time = true;
            continue;
        }
        let unit = match (letter.to_ascii_uppercase(), in_time) {
            ('W', false) => 7 * 24 * 60 * 60,
            ('D', false) => 24 * 60 * 60,
            ('H', true) => 60 * 60,
            ('M', true) => 60,
            ('S', true) => 1,
            _ => return None,
        };
        let many = i64::from(number(&digits)?);
        seconds = seconds.saturating_add(many.saturating_mul(unit));
        parts += 1;
        digits.clear();
    }
    (digits.is_empty() && parts > 0).then_some(sign * (seconds / 60))
}

/// The number that a text of digits, and nothing else, stands for.
pub(super) fn number(digits: &str) -> Option<u32> {
    let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    if plain { digits.parse().ok() } else { None }
}
