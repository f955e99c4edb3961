//! Where an entry is, and how a delegate's telephone finds it: maps by address of the web, calls by number.

use super::{Entry, Event};
use crate::plan::{Plan, Room, Text, Venue, VenueId};
use std::{fmt::Write as _, sync::Arc};

/// Where something is; what is not known is left out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Spot {
    /// The room.
    pub room: Option<Arc<Room>>,
    /// The venue.
    pub venue: Option<Arc<Venue>>,
}

/// Where people have to be for an entry; for a transfer that is where they board.
#[must_use]
pub fn spot(plan: &Plan, entry: &Entry) -> Spot {
    match &entry.event {
        Event::Session(session) => {
            let room = match session.place {
                crate::plan::Place::Room(room) => plan.rooms.get(room).cloned(),
                _ => None,
            };
            Spot { room, venue: plan.venue_of(session.place).cloned() }
        }
        Event::Stop { venue, .. } => Spot { room: None, venue: venue.clone() },
        Event::Leg { leg, .. } => venue_spot(plan, leg.from),
    }
}

/// Where an entry leaves people: for a transfer where it ends, for everything else where it is.
#[must_use]
pub fn spot_after(plan: &Plan, entry: &Entry) -> Spot {
    match &entry.event {
        Event::Leg { leg, .. } => venue_spot(plan, leg.to),
        _ => spot(plan, entry),
    }
}

fn venue_spot(plan: &Plan, venue: Option<VenueId>) -> Spot {
    Spot { room: None, venue: venue.and_then(|venue| plan.venues.get(venue)).cloned() }
}

/// Addresses that show a venue on a map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MapLinks {
    /// On OpenStreetMap, in any browser.
    pub web: String,
    /// In the telephone's own map (`geo:`, RFC 5870; a search by address is how Android extends it).
    pub app: String,
}

/// Where a venue is on a map: at its coordinates, else at its address, else nowhere.
#[must_use]
pub fn map_links(venue: &Venue) -> Option<MapLinks> {
    if let Some(position) = venue.position {
        let (latitude, longitude) = position.degrees();
        return Some(MapLinks {
            web: format!(
                "https://www.openstreetmap.org/?mlat={latitude}&mlon={longitude}#map=17/{latitude}/{longitude}"
            ),
            app: format!("geo:{latitude},{longitude}"),
        });
    }
    let address = venue.address.trim();
    (!address.is_empty()).then(|| {
        let query = percent_encoded(address);
        MapLinks {
            web: format!("https://www.openstreetmap.org/search?query={query}"),
            app: format!("geo:0,0?q={query}"),
        }
    })
}

/// A text as it may stand in a query (RFC 3986: everything but unreserved characters is encoded).
pub(super) fn percent_encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len() * 3 / 2);
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}

/// The address that calls a number as people write it (`tel:`, RFC 3966); none where it holds no number. An extension
/// in words is left to the caller.
#[must_use]
pub fn tel_link(phone: &str) -> Option<String> {
    let is_digit = |letter: char| letter.is_ascii_digit();
    let mut parts = phone.split(char::is_alphabetic);
    let number = parts.find(|part| part.chars().filter(|letter| is_digit(*letter)).count() >= 3)?;
    let number = number.trim_start_matches(|letter| !is_digit(letter) && letter != '+');
    let digits: String = number.chars().filter(|letter| is_digit(*letter)).collect();
    let plus = if number.starts_with('+') { "+" } else { "" };
    Some(format!("tel:{plus}{digits}"))
}

/// Whether an address of a plan may become a link: of the web, or of a mail box.
#[must_use]
pub fn is_safe_link(url: &str) -> bool {
    ["https://", "http://", "mailto:"]
        .iter()
        .any(|scheme| url.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)))
}

impl Spot {
    /// The names of room and venue, the nearest first.
    pub fn names(&self) -> impl Iterator<Item = &Text> {
        let room = self.room.as_ref().map(|room| &room.name);
        room.into_iter().chain(self.venue.as_ref().map(|venue| &venue.name))
    }
}
