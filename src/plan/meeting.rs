//! The meeting itself: its frame, days, topics, documents, and the places where it happens.

use super::{DocumentId, PlanId, Position, RoomId, Text, TopicId, VenueId, record};
use chrono::NaiveDate;

record! {
    /// The frame of the whole meeting.
    Meeting(PlanId) {
        /// What it is called.
        title: Text,
        /// The funding programme and project it belongs to.
        programme: Text,
        /// The subject that it is about.
        theme: Text,
        /// Who receives the meeting, and in which town.
        host: Text,
        /// IANA name of the time zone in which every time of the plan is meant, such as `Europe/Rome`.
        zone: String,
        /// The line of publicity that the funds ask for on every paper; words only, no logo.
        publicity: Text,
        /// The number of the project or grant, as papers for the funds name it; empty while it is not known.
        number: String,
    }
}

record! {
    /// A day of the meeting, known by its date in the meeting's time zone.
    Day(NaiveDate) {
        /// What the day is about; may be empty.
        title: Text,
    }
}

record! {
    /// A subject that the meeting must cover.
    Topic(TopicId) {
        /// What it is called.
        name: Text,
    }
}

record! {
    /// A document that goes with the plan, kept elsewhere.
    Document(DocumentId) {
        /// What it is called.
        title: Text,
        /// Where it is kept: an address of the web, or empty while it is not published.
        url: String,
    }
}

record! {
    /// A place with an address.
    Venue(VenueId) {
        /// What it is called.
        name: Text,
        /// Street, number and town, as one would tell a driver.
        address: String,
        /// Where it is, when known.
        position: Option<Position>,
        /// Whether address or position still have to be confirmed.
        to_confirm: bool,
    }
}

record! {
    /// A room in a venue.
    Room(RoomId) {
        /// The venue that it is in.
        venue: VenueId,
        /// What the door says.
        name: Text,
        /// How many people may be in it, when known.
        capacity: Option<u16>,
    }
}
