//! The forms of sessions.

use super::form::{choice, form};
use super::people::Party;
use super::values::{Id, Slot, Text};
use crate::plan;
use crate::wire::fault::Fault;
use serde::{Deserialize, Serialize};

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
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(inline))]
pub(in crate::wire) struct Place(Option<At>);

/// A room, or a venue as a whole.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(rename = "Place"))]
enum At {
    /// Identity of a venue, for something that takes place at the venue as a whole, such as a restaurant.
    Venue(Id),
    /// Identity of a room.
    Room(Id),
}

impl super::Form<plan::Place> for Place {
    fn of(value: &plan::Place) -> Self {
        Self(match value {
            plan::Place::Open => None,
            plan::Place::Venue(id) => Some(At::Venue(Id::of(id))),
            plan::Place::Room(id) => Some(At::Room(Id::of(id))),
        })
    }

    fn read(self) -> Result<plan::Place, Fault> {
        Ok(match self.0 {
            None => plan::Place::Open,
            Some(At::Venue(id)) => plan::Place::Venue(id.read()?),
            Some(At::Room(id)) => plan::Place::Room(id.read()?),
        })
    }
}
