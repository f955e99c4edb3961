//! The forms of sessions.

use super::form::{Form, choice, form};
use super::people::Party;
use super::values::{Id, Slot, Text};
use crate::plan;
use crate::wire::read::{Given, Reading};
use crate::wire::write::Writer;

form! {
    /// An item of the agenda.
    Session of plan::Session {
        /// Identity of the session.
        id: Id,
        /// When it is, on the clocks of the meeting's time zone.
        slot: Slot,
    } or {
        /// What sort of session it is; a plenary when left out.
        kind: SessionKind,
        /// What it is called.
        title: Text,
        /// Where it is; left out while that is open.
        place: Place,
        /// Who leads it.
        chair: Vec<Party>,
        /// Who speaks.
        speakers: Vec<Party>,
        /// Who writes down what was said.
        rapporteur: Vec<Party>,
        /// Identities of the delegations that attend; everyone when left out.
        audience: Option<Vec<Id>>,
        /// Identities of the topics that it covers.
        topics: Vec<Id>,
        /// What else delegates should know.
        notes: Text,
        /// Addresses of the web that go with it.
        links: Vec<Link>,
        /// Whether it still has to be confirmed.
        to_confirm: bool,
        /// Whether it must not move unasked.
        fixed: bool,
        /// When it was planned, where a delay or an early end has moved it since.
        planned: Option<Slot>,
        /// Whether it is left out, to make up for a delay, though it was planned.
        dropped: bool,
    }
}

choice! {
    /// What sort of session it is.
    SessionKind of plan::SessionKind {
        Plenary, Workshop, SteeringGroup, Registration, Break, Lunch, Dinner, FreeTime, Departure,
    }
}

form! {
    /// An address of the web with a name.
    Link of plan::Link {
        /// The address.
        url: String,
    } or {
        /// What is there.
        title: String,
    }
}

/// Where a session is; nothing while that is open.
#[cfg_attr(test, derive(Default, schemars::JsonSchema))]
#[cfg_attr(test, schemars(inline))]
#[allow(dead_code, reason = "only its schema is made")]
pub(in crate::wire) struct Place(Option<At>);

/// A room, or a venue as a whole.
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(rename_all = "camelCase", rename = "Place"))]
#[allow(dead_code, reason = "only its schema is made")]
enum At {
    /// Identity of a venue, for something that takes place at the venue as a whole, such as a restaurant.
    Venue(Id),
    /// Identity of a room.
    Room(Id),
}

impl Form<plan::Place> for Place {
    fn read<'a>(value: Given<'a>, reading: &mut Reading<'a>) -> plan::Place {
        match reading.single(value.filter(|value| !value.is_null()), &["venue", "room"]) {
            Some(("venue", content)) => plan::Place::Venue(Id::read(content, reading)),
            Some((_, content)) => plan::Place::Room(Id::read(content, reading)),
            None => plan::Place::Open,
        }
    }

    fn write(value: &plan::Place, writer: &mut Writer) {
        match value {
            plan::Place::Open => return writer.plain("null"),
            plan::Place::Venue(id) => {
                writer.open("venue");
                Id::write(id, writer);
            }
            plan::Place::Room(id) => {
                writer.open("room");
                Id::write(id, writer);
            }
        }
        writer.close();
    }

    fn usual(value: &plan::Place) -> bool {
        *value == plan::Place::Open
    }
}
