//! Where entries are, and the addresses that lead there.

use super::{add_outing, during, with_sessions};
use crate::plan::build::{room, venue};
use itinera::agenda::{Audience, MapLinks, Spot, entries, is_safe_link, map_links, spot, spot_after, tel_link};
use itinera::plan::{Place, RoomId, Session, Venue, VenueId};

fn told(spot: &Spot) -> Vec<&str> {
    spot.names().map(|name| name.english.as_str()).collect()
}

#[test]
fn a_session_is_in_its_room_its_venue_or_nowhere_yet() {
    let mut plan = with_sessions([]);
    plan.venues.put(venue(1, None));
    plan.rooms.put(room(1, 1));
    plan.rooms.put(room(2, 9));
    for (place, expect) in [
        (Place::Open, &[][..]),
        (Place::Venue(VenueId::from_number(1)), &["Venue 1"]),
        (Place::Venue(VenueId::from_number(9)), &[]),
        (Place::Room(RoomId::from_number(1)), &["Room 1", "Venue 1"]),
        (Place::Room(RoomId::from_number(2)), &["Room 2"]), // its venue is gone
        (Place::Room(RoomId::from_number(9)), &[]),
    ] {
        plan.sessions.put(Session { place, ..during(1, (9, 0), (10, 0)) });
        let entries = entries(&plan, Audience::Everyone);
        assert_eq!(told(&spot(&plan, &entries[0])), expect, "{place:?}");
        assert_eq!(spot(&plan, &entries[0]), spot_after(&plan, &entries[0]));
    }
}

#[test]
fn a_leg_starts_where_people_board_and_ends_where_it_leads() {
    let mut plan = with_sessions([]);
    add_outing(&mut plan);
    let entries = entries(&plan, Audience::Everyone);
    let told: Vec<_> = entries.iter().map(|entry| (spot(&plan, entry), spot_after(&plan, entry))).collect();
    let told: Vec<_> = told.iter().map(|(from, to)| (self::told(from), self::told(to))).collect();
    let expect = [
        ("Venue 0", "Venue 1"),
        ("Venue 1", "Venue 1"),
        ("Venue 1", "Venue 2"),
        ("Venue 2", "Venue 2"),
        ("Venue 2", "Venue 0"),
    ];
    assert_eq!(told, expect.map(|(from, to)| (vec![from], vec![to])));
}

#[test]
fn a_map_shows_the_point_else_the_address_else_nothing() {
    let links = |position, address: &str| map_links(&Venue { address: address.into(), ..venue(1, position) });
    let point = |latitude: &str, longitude: &str| {
        Some(MapLinks {
            web: format!(
                "https://www.openstreetmap.org/?mlat={latitude}&mlon={longitude}#map=17/{latitude}/{longitude}"
            ),
            app: format!("geo:{latitude},{longitude}"),
        })
    };
    for (position, expect) in [
        ((45_070_300, 7_686_900), point("45.0703", "7.6869")),
        ((-1, 0), point("-0.000001", "0")),
        ((-33_856_784, 151_215_297), point("-33.856784", "151.215297")),
        ((90_000_000, -180_000_000), point("90", "-180")),
    ] {
        assert_eq!(links(Some(position), "Somewhere else"), expect);
    }
    let address = MapLinks {
        web: "https://www.openstreetmap.org/search?query=Via%20Pianezza%2036%2C%20Citt%C3%A0".into(),
        app: "geo:0,0?q=Via%20Pianezza%2036%2C%20Citt%C3%A0".into(),
    };
    assert_eq!(links(None, " Via Pianezza 36, Città "), Some(address));
    assert_eq!((links(None, ""), links(None, "  ")), (None, None));
}

#[test]
fn a_number_is_called_however_it_is_written() {
    for (phone, expect) in [
        ("+39 011 123 4567", Some("tel:+390111234567")),
        ("+39 (011) 123-4567", Some("tel:+390111234567")),
        ("011/1234567", Some("tel:0111234567")),
        ("112", Some("tel:112")),
        ("Reception: +39 011 1234567, ext. 12", Some("tel:+390111234567")),
        ("", None),
        ("to be told", None),
        ("12", None),
        ("javascript:alert(1)", None),
    ] {
        assert_eq!(tel_link(phone).as_deref(), expect, "{phone}");
    }
}

#[test]
fn only_addresses_of_web_and_mail_become_links() {
    for (url, expect) in [
        ("https://example.org/a", true),
        ("HTTP://example.org", true),
        ("mailto:somebody@example.org", true),
        ("javascript:alert(1)", false),
        (" javascript:alert(1)", false),
        ("data:text/html,x", false),
        ("example.org", false),
        ("//example.org", false),
        ("", false),
        ("héé", false),
    ] {
        assert_eq!(is_safe_link(url), expect, "{url}");
    }
}
