//! `schedule.xml`, valid by the schema of c3voc (`schedule.xml.xsd`).

use super::{
    Edition,
    public::{Day, Event, Room, Schedule, publish},
    raw::GENERATOR,
};
use crate::{
    exchange::{markup::escaped, offset::day_text},
    plan::{Plan, time_text},
};

/// The public agenda of a plan as `schedule.xml`.
#[must_use]
pub fn to_xml(plan: &Plan, edition: &Edition<'_>) -> String {
    let schedule = publish(plan, edition);
    let mut xml = Xml { text: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_string(), open: Vec::new() };
    xml.open("schedule", &[]);
    xml.empty("generator", &[("name", GENERATOR), ("version", env!("CARGO_PKG_VERSION"))]);
    xml.element("version", &schedule.version);
    conference(&mut xml, &schedule);
    for (index, day) in schedule.days.iter().enumerate() {
        self::day(&mut xml, &schedule, day, index + 1);
    }
    xml.close();
    xml.text
}

fn conference(xml: &mut Xml, schedule: &Schedule) {
    xml.open("conference", &[]);
    xml.element("acronym", &schedule.acronym);
    xml.element("title", &schedule.title);
    if let [first, .., last] | [first @ last] = schedule.days.as_slice() {
        xml.element("start", &day_text(first.date));
        xml.element("end", &day_text(last.date));
    }
    xml.element("days", &schedule.days.len().to_string());
    xml.element("timeslot_duration", "00:05");
    xml.element("time_zone_name", &schedule.zone);
    xml.close();
}

fn day(xml: &mut Xml, schedule: &Schedule, day: &Day, index: usize) {
    let (index, date) = (index.to_string(), day_text(day.date));
    xml.open("day", &[("index", &index), ("date", &date), ("start", &day.start), ("end", &day.end)]);
    for (room, events) in &day.rooms {
        let Some(room) = schedule.rooms.get(*room) else { continue };
        match room.guid.map(|guid| guid.to_string()) {
            Some(guid) => xml.open("room", &[("name", &room.name), ("guid", &guid)]),
            None => xml.open("room", &[("name", &room.name)]),
        }
        for event in events {
            self::event(xml, schedule, room, event);
        }
        xml.close();
    }
    xml.close();
}

fn event(xml: &mut Xml, schedule: &Schedule, room: &Room, event: &Event) {
    xml.open("event", &[("guid", &event.guid.to_string()), ("id", &event.id.to_string())]);
    xml.element("date", &event.date);
    xml.element("start", &time_text(event.slot.start().time()));
    xml.element("duration", &event.length());
    xml.element("room", &room.name);
    xml.element("slug", &event.slug);
    xml.element("title", &event.title);
    xml.element("subtitle", "");
    xml.element("track", &event.track);
    xml.element("type", event.kind);
    xml.element("language", schedule.language.tag());
    xml.element("abstract", &event.about);
    if let Some((_, address)) = event.links.first() {
        xml.element("url", address);
    }
    xml.open("persons", &[]);
    for name in &event.speakers {
        xml.element("person", name);
    }
    xml.close();
    xml.open("links", &[]);
    for (title, address) in &event.links {
        xml.line(&["<link href=\"", &escaped(address), "\">", &escaped(title), "</link>"]);
    }
    xml.close();
    xml.close();
}

/// XML on its way out.
struct Xml {
    text: String,
    open: Vec<&'static str>,
}

impl Xml {
    fn line(&mut self, parts: &[&str]) {
        self.text.extend(self.open.iter().map(|_| "  "));
        self.text.extend(parts.iter().copied());
        self.text.push('\n');
    }

    /// The first tag of an element that contains others.
    fn open(&mut self, name: &'static str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes, ">");
        self.open.push(name);
    }

    /// The last tag of the element that was opened last.
    fn close(&mut self) {
        if let Some(name) = self.open.pop() {
            self.line(&["</", name, ">"]);
        }
    }

    fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes, "/>");
    }

    fn tag(&mut self, name: &str, attributes: &[(&str, &str)], end: &str) {
        let values: String =
            attributes.iter().map(|(name, value)| [" ", name, "=\"", &escaped(value), "\""].concat()).collect();
        self.line(&["<", name, &values, end]);
    }

    /// An element that contains a text.
    fn element(&mut self, name: &str, text: &str) {
        self.line(&["<", name, ">", &escaped(text), "</", name, ">"]);
    }
}
