//! The programme as linked data: an Event of schema.org in JSON-LD, which search engines and calendars read out of a web
//! page.
//!
//! It says what stands on the programme for an audience, and nothing of people. Notes are not said again: they stand in the
//! rows of the page, which must stay small.

use super::{
    offset::{Ahead, day_text, moment_text},
    record::{fields, record, text},
};
use crate::{
    agenda::{Audience, Entry, Event, Spot, entries, spot},
    i18n::{Language, Words},
    order::sort_by_key,
    plan::{Plan, Venue, VenueId},
    wire::json,
};
use serde_json::{Map, Value};
use std::sync::Arc;

/// The meeting as an Event, with what an audience attends as its sub-events; drives are none. Fit to stand in a `script`
/// element: it holds no `<`.
#[must_use]
pub fn event(plan: &Plan, audience: Audience, language: Language, ahead: Ahead<'_>) -> String {
    let context = Context { plan, language, ahead };
    let entries: Vec<Entry> = entries(plan, audience).into_iter().filter(is_event).collect();
    let meeting = &plan.meeting;
    let mut fields = context.common(meeting.title.in_language(language), meeting.theme.in_language(language));
    fields.insert("@context".into(), text("https://schema.org"));
    fields.insert("inLanguage".into(), text(language.tag()));
    let (start, end) = context.whole(&entries);
    for (name, moment) in [("startDate", start), ("endDate", end)] {
        fields.extend(moment.map(|moment| (name.to_string(), text(&moment))));
    }
    let spots: Vec<Spot> = entries.iter().map(|entry| spot(plan, entry)).collect();
    if let Some(venue) = main_venue(&spots) {
        fields.insert("location".into(), context.place(&Spot { room: None, venue: Some(venue.clone()) }));
    }
    let host = meeting.host.in_language(language).trim();
    if !host.is_empty() {
        fields.insert("organizer".into(), record([("@type", text("Organization")), ("name", text(host))]));
    }
    let events = entries.iter().zip(&spots).map(|(entry, spot)| context.sub_event(entry, spot));
    fields.insert("subEvent".into(), events.collect());
    // JSON may write any character as its number, so that nothing ends the element that it stands in.
    json::print(&Value::Object(fields)).replace('<', "\\u003c")
}

fn is_event(entry: &Entry) -> bool {
    !matches!(entry.event, Event::Leg { .. })
}

/// The venue at which most happens; of several the one that comes first.
fn main_venue(spots: &[Spot]) -> Option<&Arc<Venue>> {
    let mut known: Vec<(usize, VenueId, &Arc<Venue>)> = Vec::new();
    for venue in spots.iter().filter_map(|spot| spot.venue.as_ref()) {
        match known.iter_mut().find(|(_, id, _)| *id == venue.id) {
            Some((count, ..)) => *count += 1,
            None => known.push((1, venue.id, venue)),
        }
    }
    let most = known.iter().map(|(count, ..)| *count).max()?;
    known.into_iter().find(|(count, ..)| *count == most).map(|(_, _, venue)| venue)
}

struct Context<'a> {
    plan: &'a Plan,
    language: Language,
    ahead: Ahead<'a>,
}

impl Context<'_> {
    /// What the meeting and its sessions have alike.
    fn common(&self, name: &str, about: &str) -> Map<String, Value> {
        let (name, about) = (name.trim(), about.trim());
        let name = if name.is_empty() { Words::new(self.language).untitled() } else { name };
        let mut fields = fields([
            ("@type", text("Event")),
            ("name", text(name)),
            ("eventStatus", text("https://schema.org/EventScheduled")),
            ("eventAttendanceMode", text("https://schema.org/OfflineEventAttendanceMode")),
        ]);
        if !about.is_empty() {
            fields.insert("description".into(), text(about));
        }
        fields
    }

    fn sub_event(&self, entry: &Entry, spot: &Spot) -> Value {
        let mut fields = self.common(entry.title().in_language(self.language), "");
        for (name, moment) in [("startDate", entry.slot.start()), ("endDate", entry.slot.end())] {
            fields.insert(name.into(), text(&moment_text(moment, self.ahead)));
        }
        if spot.venue.is_some() || spot.room.is_some() {
            fields.insert("location".into(), self.place(spot));
        }
        Value::Object(fields)
    }

    /// A place with its address and, where that is known, its position in degrees.
    fn place(&self, spot: &Spot) -> Value {
        let names: Vec<&str> = spot.names().map(|name| name.in_language(self.language).trim()).collect();
        let names: Vec<&str> = names.into_iter().filter(|name| !name.is_empty()).collect();
        let mut fields = fields([("@type", text("Place")), ("name", text(&names.join(", ")))]);
        let address = spot.venue.as_ref().map_or("", |venue| venue.address.trim());
        if !address.is_empty() {
            fields.insert("address".into(), text(address));
        }
        if let Some(position) = spot.venue.as_ref().and_then(|venue| venue.position) {
            let (latitude, longitude) = position.degrees();
            let geo = [("latitude", text(&latitude)), ("longitude", text(&longitude))];
            let mut geo = self::fields(geo);
            geo.insert("@type".into(), text("GeoCoordinates"));
            fields.insert("geo".into(), Value::Object(geo));
        }
        Value::Object(fields)
    }

    /// From when to when it is as a whole; of a meeting in which nothing is planned yet only the days.
    fn whole(&self, entries: &[Entry]) -> (Option<String>, Option<String>) {
        let mut ends: Vec<_> = entries.iter().map(|entry| entry.slot.end()).collect();
        sort_by_key(&mut ends, |end| *end);
        match (entries.first(), ends.last()) {
            (Some(first), Some(last)) => {
                (Some(moment_text(first.slot.start(), self.ahead)), Some(moment_text(*last, self.ahead)))
            }
            _ => {
                let mut days = self.plan.days.iter().map(|day| day_text(day.id));
                let first = days.next();
                (first.clone(), days.next_back().or(first))
            }
        }
    }
}
