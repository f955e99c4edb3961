//! The venues, at the centre of their municipality until somebody knows better, and Finpiemonte's rooms.

use super::{alike, number};
use crate::plan::{Position, Room, RoomId, Text, Transfer, TransferId, Venue, VenueId};

pub(super) const FINPIEMONTE: VenueId = VenueId::from_number(number(3, 1));
pub(super) const IRIS: VenueId = VenueId::from_number(number(3, 2));
pub(super) const PRIMA_INDUSTRIE: VenueId = VenueId::from_number(number(3, 3));
pub(super) const SPEA: VenueId = VenueId::from_number(number(3, 4));
pub(super) const RESTAURANT: VenueId = VenueId::from_number(number(3, 5));

pub(super) const FOYER: RoomId = RoomId::from_number(number(4, 1));
pub(super) const MAIN_ROOM: RoomId = RoomId::from_number(number(4, 2));
pub(super) const ROOM_A: RoomId = RoomId::from_number(number(4, 3));
pub(super) const ROOM_B: RoomId = RoomId::from_number(number(4, 4));

/// Latitude and longitude of a municipality's centre, in millionths of a degree.
type Centre = (i32, i32);

const TURIN: Centre = (45_070_300, 7_686_900);
const COLLEGNO: Centre = (45_077_600, 7_571_200);
const VOLPIANO: Centre = (45_200_600, 7_778_900);

pub(super) fn venues() -> [Venue; 5] {
    [
        venue(FINPIEMONTE, alike("Finpiemonte"), "Turin", TURIN),
        venue(IRIS, alike("IRIS"), "Turin", TURIN),
        venue(PRIMA_INDUSTRIE, alike("Prima Industrie"), "Via Pianezza 36, Collegno", COLLEGNO),
        venue(SPEA, alike("SPEA"), "Volpiano", VOLPIANO),
        venue(RESTAURANT, Text::new("Restaurant in the centre", "Ristorante in centro"), "Turin", TURIN),
    ]
}

fn venue(id: VenueId, name: Text, address: &str, (latitude, longitude): Centre) -> Venue {
    Venue { id, name, address: address.into(), position: Position::new(latitude, longitude), to_confirm: true }
}

pub(super) fn rooms() -> [Room; 4] {
    let room = |id, name, capacity| Room { id, venue: FINPIEMONTE, name, capacity: Some(capacity) };
    [
        room(FOYER, alike("Foyer"), 50),
        room(MAIN_ROOM, Text::new("Main room", "Sala principale"), 40),
        room(ROOM_A, Text::new("Room A", "Sala A"), 16),
        room(ROOM_B, Text::new("Room B", "Sala B"), 16),
    ]
}

/// Drives within Turin: until the addresses are known, their ends share the city's centre and give no estimate.
pub(super) fn transfers() -> [Transfer; 2] {
    let transfer = |from, to, minutes| Transfer { id: TransferId { from, to }, minutes };
    [transfer(FINPIEMONTE, IRIS, 20), transfer(FINPIEMONTE, RESTAURANT, 10)]
}
