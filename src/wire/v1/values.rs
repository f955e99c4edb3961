//! The values that records are made of: ids, dates and times as text, words in two languages, slots and windows.

use super::form::{Form, Shape, published};
use crate::plan::{self, SlotError};
use crate::wire::read::{Given, Reading};
use crate::wire::write::Writer;
use crate::wire::{Expected, Hash, Problem, clock};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use serde_json::Value;
use uuid::Uuid;

macro_rules! texts {
    ($($(#[$meta:meta])* $name:ident($type:ty) $pattern:literal $parse:expr, $print:expr;)*) => {$(
        $(#[$meta])*
        #[cfg_attr(test, derive(schemars::JsonSchema))]
        #[allow(dead_code, reason = "only its schema is made")]
        pub(in crate::wire) struct $name(#[cfg_attr(test, schemars(regex(pattern = $pattern)))] String);

        impl Form<$type> for $name {
            fn read<'a>(value: Given<'a>, reading: &mut Reading<'a>) -> $type {
                reading.parsed(value, Expected::$name, $parse).unwrap_or_default()
            }

            fn write(value: &$type, writer: &mut Writer) {
                let print: fn($type) -> String = $print;
                writer.text(&print(value.clone()));
            }
        }
    )*};
}

texts! {
    /// An identity: a UUID with hyphens (RFC 9562).
    Id(Uuid) "^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$" id, |id| id.to_string();
    /// A date, such as `2017-11-21`, in the meeting's time zone (RFC 3339 full-date).
    Date(NaiveDate) "^([0-9]{4}|[+-][0-9]{4,6})-[0-9]{2}-[0-9]{2}$" clock::read_date, clock::date_text;
    /// A day and time to the minute, such as `2017-11-21T09:00`, on the clocks of the meeting's time zone.
    Moment(NaiveDateTime) "^([0-9]{4}|[+-][0-9]{4,6})-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}$" clock::read_moment, clock::moment_text;
    /// A time of day to the minute, such as `14:30`, on the clocks of the meeting's time zone.
    Time(NaiveTime) "^[0-9]{2}:[0-9]{2}$" clock::read_time, clock::time_text;
    /// A moment in UTC, such as `2017-11-20T08:15:00Z` (RFC 3339 date-time with `Z`).
    Stamp(String) r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,9})?Z$" |text| clock::is_stamp(text).then(|| text.to_string()), |stamp| stamp;
}

impl Form<plan::Stamp> for Stamp {
    fn read<'a>(value: Given<'a>, reading: &mut Reading<'a>) -> plan::Stamp {
        reading.parsed(value, Expected::Stamp, |text| text.parse().ok()).unwrap_or_default()
    }

    fn write(value: &plan::Stamp, writer: &mut Writer) {
        writer.text(&value.to_string());
    }
}

/// The hash of a state of a plan: FNV-1a, 64 bits, of its compact saved form, as 16 lowercase hexadecimal digits.
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[allow(dead_code, reason = "only its schema is made")]
pub(in crate::wire) struct State(#[cfg_attr(test, schemars(regex(pattern = "^[0-9a-f]{16}$")))] String);

impl Form<Hash> for State {
    fn read<'a>(value: Given<'a>, reading: &mut Reading<'a>) -> Hash {
        reading.parsed(value, Expected::Hash, |text| text.parse().ok()).unwrap_or(Hash(0))
    }

    fn write(value: &Hash, writer: &mut Writer) {
        writer.text(&value.to_string());
    }
}

impl Form<u64> for State {
    fn read<'a>(value: Given<'a>, reading: &mut Reading<'a>) -> u64 {
        let Hash(state) = Self::read(value, reading);
        state
    }

    fn write(value: &u64, writer: &mut Writer) {
        Self::write(&Hash(*value), writer);
    }
}

fn id(text: &str) -> Option<Uuid> {
    if text.len() == 36 { Uuid::try_parse(text).ok() } else { None }
}

macro_rules! ids {
    ($($name:ident)*) => {$(
        impl Form<plan::$name> for Id {
            fn read<'a>(value: Given<'a>, reading: &mut Reading<'a>) -> plan::$name {
                plan::$name::from_uuid(Id::read(value, reading))
            }

            fn write(value: &plan::$name, writer: &mut Writer) {
                Id::write(&value.uuid(), writer);
            }
        }
    )*};
}

ids! { PlanId TopicId DocumentId VenueId RoomId SessionId DelegationId DelegateId HostId VisitId StopId CoachId GroupId VersionId }

/// Words of the plan. A plain text is in English, or the same in every language; with Italian words it is an object
/// with `en` and `it`.
#[cfg_attr(test, derive(Default))]
pub(in crate::wire) struct Text;

/// Words in both languages.
#[cfg(test)]
#[derive(schemars::JsonSchema)]
#[schemars(deny_unknown_fields, inline)]
#[allow(dead_code, reason = "only its schema is made")]
struct Both {
    /// The words in English.
    #[schemars(default)]
    en: String,
    /// The words in Italian.
    #[schemars(default)]
    it: String,
}

const BOTH: Shape = Shape { names: &["en", "it"], required: 0 };

impl Form<plan::Text> for Text {
    fn read<'a>(value: Given<'a>, reading: &mut Reading<'a>) -> plan::Text {
        match value {
            Some(Value::String(text)) => plan::Text::same(text.as_str()),
            Some(Value::Object(_)) | None => {
                let mut fields = reading.fields(value, &BOTH);
                plan::Text { english: fields.read::<String, _>(), italian: fields.read::<String, _>() }
            }
            Some(_) => {
                reading.expecting(Expected::Words);
                plan::Text::default()
            }
        }
    }

    fn write(value: &plan::Text, writer: &mut Writer) {
        if value.italian.is_empty() {
            return writer.text(&value.english);
        }
        let mut fields = writer.fields(&BOTH);
        fields.write::<String, _>(&value.english);
        fields.write::<String, _>(&value.italian);
        fields.end();
    }

    fn usual(value: &plan::Text) -> bool {
        value.english.is_empty() && value.italian.is_empty()
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
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[allow(dead_code, reason = "only its schema is made")]
pub(in crate::wire) struct Zone(#[cfg_attr(test, schemars(length(min = 1)))] String);

impl Form<String> for Zone {
    fn read<'a>(value: Given<'a>, reading: &mut Reading<'a>) -> String {
        let zone = reading.text(value);
        if value.is_some() && zone.trim().is_empty() {
            reading.wrong(Problem::NoZone);
        }
        zone.to_string()
    }

    fn write(value: &String, writer: &mut Writer) {
        writer.text(value);
    }
}

published! {
    /// A stretch of time, at most a day long, on the clocks of the meeting's time zone.
    Slot {
        /// When it starts, to the minute.
        start: Moment,
        /// When it ends, to the minute; after the start.
        end: Moment,
    } or {}
}

impl Form<plan::Slot> for Slot {
    fn read<'a>(value: Given<'a>, reading: &mut Reading<'a>) -> plan::Slot {
        let mut fields = reading.fields(value, &Self::SHAPE);
        let (start, end) = (fields.read::<Moment, _>(), fields.read::<Moment, _>());
        fields.end();
        plan::Slot::new(start, end).unwrap_or_else(|error| {
            reading.wrong(match error {
                SlotError::Backwards { start, end } => Problem::Backwards { start, end },
                SlotError::TooLong { minutes } => Problem::TooLong { minutes },
            });
            plan::Slot::lasting(start, 1)
        })
    }

    fn write(value: &plan::Slot, writer: &mut Writer) {
        let mut fields = writer.fields(&Self::SHAPE);
        fields.write::<Moment, _>(&value.start());
        fields.write::<Moment, _>(&value.end());
        fields.end();
    }
}

published! {
    /// Opening hours within a day, on the clocks of the meeting's time zone.
    Window {
        /// When it opens.
        from: Time,
        /// When it closes; after it opens.
        to: Time,
    } or {}
}

impl Form<Option<plan::Window>> for Option<Window> {
    fn read<'a>(value: Given<'a>, reading: &mut Reading<'a>) -> Option<plan::Window> {
        let value = value.filter(|value| !value.is_null())?;
        let mut fields = reading.fields(Some(value), &Window::SHAPE);
        let (from, to) = (fields.read::<Time, _>(), fields.read::<Time, _>());
        fields.end();
        let window = plan::Window::new(from, to);
        if window.is_none() {
            reading.wrong(Problem::WindowBackwards { from, to });
        }
        window
    }

    fn write(value: &Option<plan::Window>, writer: &mut Writer) {
        let Some(value) = value else { return writer.plain("null") };
        let mut fields = writer.fields(&Window::SHAPE);
        fields.write::<Time, _>(&value.from());
        fields.write::<Time, _>(&value.to());
        fields.end();
    }

    fn usual(value: &Option<plan::Window>) -> bool {
        value.is_none()
    }
}

published! {
    /// A point on the Earth (WGS 84) in whole millionths of a degree: 45.070339 degrees are 45070339.
    Position {
        /// Millionths of a degree north of the equator; south is negative.
        #[cfg_attr(test, schemars(range(min = -90_000_000, max = 90_000_000)))]
        latitude: i32,
        /// Millionths of a degree east of Greenwich; west is negative.
        #[cfg_attr(test, schemars(range(min = -180_000_000, max = 180_000_000)))]
        longitude: i32,
    } or {}
}

impl Form<Option<plan::Position>> for Option<Position> {
    fn read<'a>(value: Given<'a>, reading: &mut Reading<'a>) -> Option<plan::Position> {
        let value = value.filter(|value| !value.is_null())?;
        let mut fields = reading.fields(Some(value), &Position::SHAPE);
        let (latitude, longitude) = (fields.read::<i32, _>(), fields.read::<i32, _>());
        fields.end();
        let position = plan::Position::new(latitude, longitude);
        if position.is_none() {
            reading.wrong(Problem::OffTheEarth { latitude, longitude });
        }
        position
    }

    fn write(value: &Option<plan::Position>, writer: &mut Writer) {
        let Some(value) = value else { return writer.plain("null") };
        let mut fields = writer.fields(&Position::SHAPE);
        fields.write::<i32, _>(&value.latitude());
        fields.write::<i32, _>(&value.longitude());
        fields.end();
    }

    fn usual(value: &Option<plan::Position>) -> bool {
        value.is_none()
    }
}
