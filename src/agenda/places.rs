//! How somebody finds a place: on maps, by address of the web.

use crate::plan::Venue;

/// Addresses that show a venue on a map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MapLinks {
    /// On OpenStreetMap, in any browser.
    pub web: String,
    /// In the telephone's own map (`geo:`, RFC 5870).
    pub app: String,
}

/// Where a venue is on a map; none without coordinates.
#[must_use]
pub fn map_links(venue: &Venue) -> Option<MapLinks> {
    let (latitude, longitude) = venue.position?.degrees();
    let web = format!("https://www.openstreetmap.org/?mlat={latitude}&mlon={longitude}#map=15/{latitude}/{longitude}");
    Some(MapLinks { web, app: format!("geo:{latitude},{longitude}") })
}
