//! The values that records are made of: ids, dates and times as text, words in two languages, slots and windows.

use super::Form;
use crate::plan;
use crate::wire::fault::Fault;
use crate::wire::{Hash, Problem};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime, Timelike};
use serde::de::{self, Deserialize, Deserializer, Visitor};
use serde::ser::{Serialize, SerializeStruct, Serializer};
use std::fmt;
use uuid::Uuid;

/// Reads a text by a function; the name is how `fault` knows what was expected.
struct Reader<T>(fn(&str) -> Option<T>, &'static str);

impl<T> Visitor<'_> for Reader<T> {
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.1)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        (self.0)(text).ok_or_else(|| E::invalid_value(de::Unexpected::Str(text), &self))
    }
}

macro_rules! texts {
    ($($(#[$meta:meta])* $name:ident($type:ty) $expected:literal $pattern:literal $parse:expr, $print:expr;)*) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq)]
        #[cfg_attr(test, derive(schemars::JsonSchema))]
        pub(in crate::wire) struct $name(
            #[cfg_attr(test, schemars(with = "String", regex(pattern = $pattern)))] pub(in crate::wire) $type,
        );

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let print: fn($type) -> String = $print;
                serializer.serialize_str(&print(self.0))
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str(Reader($parse, $expected)).map(Self)
            }
        }
    )*};
}

texts! {
    /// An identity: a UUID with hyphens (RFC 9562).
    Id(Uuid) "id" "^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$" id, |id| id.hyphenated().to_string();
    /// A date, such as `2017-11-21`, in the meeting's time zone (RFC 3339 full-date).
    Date(NaiveDate) "date" "^([0-9]{4}|[+-][0-9]{4,6})-[0-9]{2}-[0-9]{2}$" date, |date| date.to_string();
    /// A day and time to the minute, such as `2017-11-21T09:00`, on the clocks of the meeting's time zone.
    Moment(NaiveDateTime) "moment" "^([0-9]{4}|[+-][0-9]{4,6})-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}$" moment, |moment| format!("{}T{}", moment.date(), clock(moment.time()));
    /// A time of day to the minute, such as `14:30`, on the clocks of the meeting's time zone.
    Time(NaiveTime) "time" "^[0-9]{2}:[0-9]{2}$" time, clock;
    /// The hash of a state of a plan: FNV-1a, 64 bits, of its compact saved form, as 16 lowercase hexadecimal digits.
    State(Hash) "hash" "^[0-9a-f]{16}$" |text| text.parse().ok(), |hash| hash.to_string();
}

/// A moment in UTC, such as `2017-11-20T08:15:00Z` (RFC 3339 date-time with `Z`).
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(in crate::wire) struct Stamp(
    #[cfg_attr(
        test,
        schemars(regex(pattern = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,9})?Z$"))
    )]
    pub(in crate::wire) String,
);

impl Serialize for Stamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Stamp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Reader(Stamp::parse, "stamp"))
    }
}

impl Stamp {
    /// The stamp, if the text is one.
    pub(in crate::wire) fn parse(text: &str) -> Option<Self> {
        let (day, rest) = text.strip_suffix('Z')?.split_once('T')?;
        let (time, fraction) = rest.split_once('.').unwrap_or((rest, "0"));
        let plain = day.len() == 10 && time.len() == 8 && (1..=9).contains(&fraction.len());
        date(day)?;
        self::time(time.get(..5)?)?;
        number(time.get(5..)?.strip_prefix(':')?).filter(|second| *second <= 60)?;
        number(fraction)?;
        plain.then(|| Self(text.to_string()))
    }
}

/// The number that a text of digits, and nothing else, stands for.
fn number(digits: &str) -> Option<u32> {
    let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    if plain { digits.parse().ok() } else { None }
}

fn id(text: &str) -> Option<Uuid> {
    if text.len() == 36 { Uuid::try_parse(text).ok() } else { None }
}

/// Years beyond four digits carry a sign (ISO 8601 expanded form), as somebody may type one into a date field.
fn date(text: &str) -> Option<NaiveDate> {
    let (year, rest) = text.split_at_checked(text.len().checked_sub(6)?)?;
    let (digits, sign) = match (year.strip_prefix('-'), year.strip_prefix('+')) {
        (Some(digits), _) => (digits, -1),
        (_, Some(digits)) => (digits, 1),
        _ => (year, 1),
    };
    let signed = digits.len() != year.len();
    let long = if signed { (4..=6).contains(&digits.len()) } else { digits.len() == 4 };
    let (month, day) = rest.strip_prefix('-')?.split_once('-')?;
    if !long || month.len() != 2 || day.len() != 2 {
        return None;
    }
    NaiveDate::from_ymd_opt(sign * i32::try_from(number(digits)?).ok()?, number(month)?, number(day)?)
}

fn time(text: &str) -> Option<NaiveTime> {
    let (hour, minute) = text.split_once(':')?;
    if hour.len() != 2 || minute.len() != 2 {
        return None;
    }
    NaiveTime::from_hms_opt(number(hour)?, number(minute)?, 0)
}

fn moment(text: &str) -> Option<NaiveDateTime> {
    let (day, clock) = text.split_once('T')?;
    Some(date(day)?.and_time(time(clock)?))
}

fn clock(time: NaiveTime) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

macro_rules! wrapped {
    ($($name:ident: $type:ty)*) => {$(
        impl Form<$type> for $name {
            fn of(value: &$type) -> Self {
                Self(*value)
            }

            fn read(self) -> Result<$type, Fault> {
                Ok(self.0)
            }
        }
    )*};
}

wrapped! { Date: NaiveDate Moment: NaiveDateTime Time: NaiveTime State: Hash }

macro_rules! ids {
    ($($name:ident)*) => {$(
        impl Form<plan::$name> for Id {
            fn of(value: &plan::$name) -> Self {
                Self(value.uuid())
            }

            fn read(self) -> Result<plan::$name, Fault> {
                Ok(plan::$name::from_uuid(self.0))
            }
        }
    )*};
}

ids! { PlanId TopicId DocumentId VenueId RoomId SessionId DelegationId DelegateId HostId VisitId StopId }

/// Words of the plan. A plain text is in English, or the same in every language; with Italian words it is an object
/// with `en` and `it`.
#[derive(Debug, Clone, PartialEq, Default)]
pub(in crate::wire) struct Text(plan::Text);

/// Words in both languages.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(inline))]
struct Both {
    /// The words in English.
    #[serde(default)]
    en: String,
    /// The words in Italian.
    #[serde(default)]
    it: String,
}

impl Form<plan::Text> for Text {
    fn of(value: &plan::Text) -> Self {
        Self(value.clone())
    }

    fn read(self) -> Result<plan::Text, Fault> {
        Ok(self.0)
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let plan::Text { english, italian } = &self.0;
        if italian.is_empty() {
            return serializer.serialize_str(english);
        }
        let english = Some(english).filter(|words| !words.is_empty());
        let mut both = serializer.serialize_struct("Text", 1 + usize::from(english.is_some()))?;
        if let Some(english) = english {
            both.serialize_field("en", english)?;
        }
        both.serialize_field("it", italian)?;
        both.end()
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(WordsReader)
    }
}

struct WordsReader;

impl<'de> Visitor<'de> for WordsReader {
    type Value = Text;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("words")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Text, E> {
        Ok(Text(plan::Text::same(text)))
    }

    fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<Text, A::Error> {
        let Both { en, it } = Both::deserialize(de::value::MapAccessDeserializer::new(map))?;
        Ok(Text(plan::Text { english: en, italian: it }))
    }
}

#[cfg(test)]
impl schemars::JsonSchema for Text {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Text".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let plain = generator.subschema_for::<String>();
        let both = generator.subschema_for::<Both>();
        schemars::json_schema!({
            "description": "Words of the plan: a plain text, in English or the same in every language, or one text each in English (en) and Italian (it).",
            "anyOf": [plain, both],
        })
    }
}

/// IANA name of the time zone in which all dates and times of the plan are meant, such as `Europe/Rome`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(in crate::wire) struct Zone(#[cfg_attr(test, schemars(length(min = 1)))] String);

impl Form<String> for Zone {
    fn of(value: &String) -> Self {
        Self(value.clone())
    }

    fn read(self) -> Result<String, Fault> {
        if self.0.trim().is_empty() { Err(Fault::new(Problem::NoZone)) } else { Ok(self.0) }
    }
}

/// A stretch of time, at most a day long, on the clocks of the meeting's time zone.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(in crate::wire) struct Slot {
    /// When it starts, to the minute.
    start: Moment,
    /// When it ends, to the minute; after the start.
    end: Moment,
}

impl Form<plan::Slot> for Slot {
    fn of(value: &plan::Slot) -> Self {
        Self { start: Moment(value.start()), end: Moment(value.end()) }
    }

    fn read(self) -> Result<plan::Slot, Fault> {
        plan::Slot::new(self.start.0, self.end.0).map_err(|error| {
            Fault::new(match error {
                plan::SlotError::Backwards { start, end } => Problem::Backwards { start, end },
                plan::SlotError::TooLong { minutes } => Problem::TooLong { minutes },
            })
        })
    }
}

/// Opening hours within a day, on the clocks of the meeting's time zone.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(in crate::wire) struct Window {
    /// When it opens.
    from: Time,
    /// When it closes; after it opens.
    to: Time,
}

impl Form<plan::Window> for Window {
    fn of(value: &plan::Window) -> Self {
        Self { from: Time(value.from()), to: Time(value.to()) }
    }

    fn read(self) -> Result<plan::Window, Fault> {
        let (from, to) = (self.from.0, self.to.0);
        plan::Window::new(from, to).ok_or_else(|| Fault::new(Problem::WindowBackwards { from, to }))
    }
}

/// A point on the Earth (WGS 84) in whole millionths of a degree: 45.070339 degrees are 45070339.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(in crate::wire) struct Position {
    /// Millionths of a degree north of the equator; south is negative.
    #[cfg_attr(test, schemars(range(min = -90_000_000, max = 90_000_000)))]
    latitude: i32,
    /// Millionths of a degree east of Greenwich; west is negative.
    #[cfg_attr(test, schemars(range(min = -180_000_000, max = 180_000_000)))]
    longitude: i32,
}

impl Form<plan::Position> for Position {
    fn of(value: &plan::Position) -> Self {
        Self { latitude: value.latitude(), longitude: value.longitude() }
    }

    fn read(self) -> Result<plan::Position, Fault> {
        let Self { latitude, longitude } = self;
        let position = plan::Position::new(latitude, longitude);
        position.ok_or_else(|| Fault::new(Problem::OffTheEarth { latitude, longitude }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, read: [bool; 4]) {
        let found = [date(text).is_some(), moment(text).is_some(), time(text).is_some(), Stamp::parse(text).is_some()];
        assert_eq!(found, read, "{text}");
    }

    #[test]
    fn dates_and_times_have_one_form() {
        check("2017-11-21", [true, false, false, false]);
        check("+12017-11-21", [true, false, false, false]);
        check("-0044-03-15", [true, false, false, false]);
        check("2017-11-21T09:00", [false, true, false, false]);
        check("14:30", [false, false, true, false]);
        check("2017-11-20T08:15:00Z", [false, false, false, true]);
        check("2017-11-20T08:15:00.123Z", [false, false, false, true]);
        for text in ["", "2017-02-30", "2017-1-21", "17-11-21", "2017-11-21T9:00", "2017-11-21 09:00"] {
            check(text, [false; 4]);
        }
        for text in ["24:00", "14:60", "1430", "+1:30", "14:30:00", "2017-11-20T08:15Z", "2017-11-20T08:15:00+01:00"] {
            check(text, [false; 4]);
        }
        for text in ["2017-11-2\u{e9}", "\u{e9}\u{e9}\u{e9}\u{e9}-11-21", "2017-11-21T09:00:00", "+217-11-21"] {
            check(text, [false; 4]);
        }
    }
}
