//! Sessions out of a `schedule.xml`.

use super::{
    MOST_SESSIONS, Zone,
    error::{ScheduleError, Spot},
    raw::{Day, Frame, GENERATOR, Raw},
    tree::{Node, parse},
};
use crate::exchange::{
    incoming::Incoming,
    offset::{read_clock, read_moment},
};

/// Reads a document.
pub(super) fn read(text: &str, zone: Zone<'_>) -> Result<Vec<Incoming>, ScheduleError> {
    let root = parse(text)?;
    let conference = root.child("conference");
    let said = |name: &str| conference.and_then(|node| node.child(name)).map(Node::words).unwrap_or_default();
    let frame = Frame {
        zone,
        same_zone: said("time_zone_name").trim() == zone.name,
        own: root.child("generator").and_then(|node| node.attribute("name")) == Some(GENERATOR),
    };
    let mut sessions = Vec::new();
    for node in root.children("day") {
        let day = day(node, &said("day_change"));
        for (room, event) in events(node) {
            if sessions.len() == MOST_SESSIONS {
                return Err(ScheduleError::TooMany { limit: MOST_SESSIONS });
            }
            sessions.push(raw(event, room).read(&frame, day)?);
        }
    }
    // Timetables of schools and trains are called schedules too.
    let known = root.name == "schedule" && (conference.is_some() || !sessions.is_empty());
    if known { Ok(sessions) } else { Err(ScheduleError::NotASchedule) }
}

fn day(node: &Node, change: &str) -> Day {
    let start = node.attribute("start").and_then(read_moment);
    let date = node.attribute("date").and_then(read_moment).or(start).map(|written| written.date);
    Day { date, begins: start.and_then(|written| written.time).or_else(|| read_clock(change)) }
}

/// The sessions of a day, each with the name of its room. Some files have no rooms around them.
fn events(day: &Node) -> impl Iterator<Item = (&str, &Node)> {
    let rooms = day.children("room").flat_map(|room| {
        let name = room.attribute("name").unwrap_or_default();
        room.children("event").map(move |event| (name, event))
    });
    rooms.chain(day.children("event").map(|event| ("", event)))
}

fn raw(event: &Node, room: &str) -> Raw {
    let said = |name: &str| event.child(name).map(Node::words).unwrap_or_default();
    let named = |name: &str| event.attribute(name).unwrap_or_default().trim();
    let inside = |around: &str, name: &'static str| -> Vec<&Node> {
        event.child(around).map(|node| node.children(name).collect()).unwrap_or_default()
    };
    let own_room = said("room");
    let links = inside("links", "link").into_iter();
    let links = links.map(|link| link.attribute("href").map_or_else(|| link.words(), str::to_string));
    Raw {
        key: if named("guid").is_empty() { named("id") } else { named("guid") }.to_string(),
        title: said("title"),
        subtitle: said("subtitle"),
        summary: said("abstract"),
        description: said("description"),
        date: said("date"),
        start: said("start"),
        end: said("end"),
        duration: said("duration"),
        room: if own_room.trim().is_empty() { room.to_string() } else { own_room },
        speakers: inside("persons", "person").into_iter().map(Node::words).collect(),
        links: std::iter::once(said("url")).chain(links).collect(),
        spot: Spot { line: event.line, ..Spot::default() },
    }
}
