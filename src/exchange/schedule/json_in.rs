//! Sessions out of a `schedule.json`, in its usual form (days, rooms, events) or in the second one (a list of events).
//!
//! Fields that the format does not know are passed over; one that it knows has to be of the sort that it asks for.

use super::{
    MOST_SESSIONS, Zone,
    error::{ScheduleError, Spot},
    raw::{Day, Frame, GENERATOR, Raw},
    text::excerpt,
};
use crate::{
    exchange::{incoming::Incoming, offset::read_moment},
    i18n::Language,
    wire::{Expected, Found, Problem, json},
};
use serde_json::{Map, Value};

/// Reads a document.
pub(super) fn read(text: &str, zone: Zone<'_>) -> Result<Vec<Incoming>, ScheduleError> {
    let file = json::parse(text)?;
    let file = At { value: &file, path: String::new(), title: "" };
    let schedule = file.field("schedule");
    let conference = schedule.field("conference");
    let generator = [&file, &schedule].map(|at| at.field("generator").field("name").value.as_str());
    let frame = Frame {
        zone,
        same_zone: conference.field("time_zone_name").value.as_str() == Some(zone.name),
        own: generator.contains(&Some(GENERATOR)),
    };
    let mut sessions = Vec::new();
    let mut add = |event: &At<'_>, room: &str, day: Day| {
        if sessions.len() == MOST_SESSIONS {
            return Err(ScheduleError::TooMany { limit: MOST_SESSIONS });
        }
        sessions.push(raw(event, room)?.read(&frame, day)?);
        Ok(())
    };
    let (days, events) = (conference.field("days"), schedule.field("events"));
    if days.is_nothing() && events.is_nothing() {
        return Err(ScheduleError::NotASchedule);
    }
    for day in days.items()? {
        let start = day.field("day_start").text()?;
        let start = read_moment(&start);
        let date = read_moment(&day.field("date").text()?).or(start).map(|written| written.date);
        let of_day = Day { date, begins: start.and_then(|written| written.time) };
        for (room, events) in day.field("rooms").fields()? {
            for event in events.items()? {
                add(&event, room, of_day)?;
            }
        }
    }
    for event in events.items()? {
        add(&event, "", Day::default())?;
    }
    Ok(sessions)
}

fn raw(event: &At<'_>, room: &str) -> Result<Raw, ScheduleError> {
    let title = event.field("title").text()?;
    let event = &At { value: event.value, path: event.path.clone(), title: &title };
    if !event.value.is_object() {
        return Err(event.wrong(Expected::Fields));
    }
    event.field("id").whole()?;
    let text = |name: &str| event.field(name).text();
    let key = text("guid")?;
    let own_room = text("room")?;
    let mut speakers = Vec::new();
    for list in ["persons", "participants"] {
        for person in event.field(list).items()? {
            person.field("id").whole()?;
            speakers.push(person.called(&["public_name", "name", "full_public_name"])?);
        }
    }
    let mut links = vec![text("url")?];
    for link in event.field("links").items()? {
        links.push(link.called(&["url"])?);
    }
    Ok(Raw {
        key: if key.is_empty() { event.field("id").digits() } else { key },
        subtitle: text("subtitle")?,
        summary: text("abstract")?,
        description: text("description")?,
        date: text("date")?,
        start: text("start")?,
        end: text("end")?,
        duration: match event.field("duration") {
            length if length.value.is_number() => length.digits(),
            length => length.text()?,
        },
        room: if own_room.is_empty() { room.to_string() } else { own_room },
        speakers,
        links,
        spot: Spot { path: event.path.clone(), ..Spot::default() },
        title,
    })
}

/// A value, and where it stands.
struct At<'a> {
    value: &'a Value,
    path: String,
    /// The title of the session that it is in.
    title: &'a str,
}

impl<'a> At<'a> {
    /// What stands in a field; nothing where there is no such field, or these are no fields.
    fn field(&self, name: &str) -> At<'a> {
        let path = if self.path.is_empty() { name.to_string() } else { [&self.path, ".", name].concat() };
        At { value: self.value.get(name).unwrap_or(&Value::Null), path, title: self.title }
    }

    fn is_nothing(&self) -> bool {
        self.value.is_null()
    }

    /// The items of a list; none where there is nothing.
    fn items(&self) -> Result<Vec<At<'a>>, ScheduleError> {
        let items = match self.value {
            Value::Null => return Ok(Vec::new()),
            Value::Array(items) => items,
            _ => return Err(self.wrong(Expected::List)),
        };
        let at = |(place, value): (usize, &'a Value)| At {
            value,
            path: format!("{}[{place}]", self.path),
            title: self.title,
        };
        Ok(items.iter().enumerate().map(at).collect())
    }

    /// The fields by name; none where there is nothing.
    fn fields(&self) -> Result<Vec<(&'a str, At<'a>)>, ScheduleError> {
        let fields: &Map<String, Value> = match self.value {
            Value::Null => return Ok(Vec::new()),
            Value::Object(fields) => fields,
            _ => return Err(self.wrong(Expected::Fields)),
        };
        let at = |(name, value): (&'a String, &'a Value)| {
            (name.as_str(), At { value, path: [&self.path, ".", &excerpt(name)].concat(), title: self.title })
        };
        Ok(fields.iter().map(at).collect())
    }

    /// A text, or the one that suits a reader best where there is one for each language; empty where there is nothing.
    fn text(&self) -> Result<String, ScheduleError> {
        match self.value {
            Value::Null => Ok(String::new()),
            Value::String(text) => Ok(text.clone()),
            Value::Object(fields) => {
                let names = Language::ALL.iter().map(|language| language.tag()).chain(["name"]);
                let known = names.filter_map(|name| fields.get(name)).chain(fields.values());
                Ok(known.filter_map(Value::as_str).find(|text| !text.is_empty()).unwrap_or_default().to_string())
            }
            _ => Err(self.wrong(Expected::Text)),
        }
    }

    /// A text, or what one of these fields calls it.
    fn called(&self, names: &[&str]) -> Result<String, ScheduleError> {
        for name in names {
            let text = self.field(name).text()?;
            if !text.is_empty() {
                return Ok(text);
            }
        }
        if self.value.is_object() { Ok(String::new()) } else { self.text() }
    }

    /// Refuses what is not a whole number, nor nothing.
    fn whole(&self) -> Result<(), ScheduleError> {
        let whole = self.value.is_null() || self.value.is_u64() || self.value.is_i64();
        if whole { Ok(()) } else { Err(self.wrong(Expected::Number { least: 1, most: i64::MAX })) }
    }

    /// A number as text; empty where there is none.
    fn digits(&self) -> String {
        if self.value.is_number() { json::print(self.value) } else { String::new() }
    }

    fn wrong(&self, expected: Expected) -> ScheduleError {
        let spot = Spot { title: excerpt(self.title), path: self.path.clone(), line: 0 };
        let problem = Problem::Other { expected, found: Found::of(self.value) };
        ScheduleError::Wrong { spot: Box::new(spot), problem }
    }
}
