//! The forms of the meeting, its days, topics, documents, venues and rooms.

use super::form::{Form, form, published};
use super::values::{Date, Id, Position, Text, Zone};
use crate::plan;
use crate::wire::read::{Given, Reading};
use crate::wire::write::Writer;

form! {
    /// The frame of the whole meeting.
    Meeting of plan::Meeting {
        /// Identity of the plan: two files with the same one are copies of the same meeting.
        id: Id,
        /// IANA name of the time zone in which all dates and times of the plan are meant, such as `Europe/Rome`.
        zone: Zone,
    } or {
        /// What the meeting is called.
        title: Text,
        /// The funding programme and project that it belongs to.
        programme: Text,
        /// The subject that it is about.
        theme: Text,
        /// Who receives the meeting, and in which town.
        host: Text,
        /// The line of publicity that the funds ask for on every paper; words only.
        publicity: Text,
        /// The number of the project or grant, as papers for the funds name it; left out while it is not known.
        number: String,
    }
}

published! {
    /// A day of the meeting, known by its date.
    Day {
        /// The date, in the meeting's time zone.
        date: Date,
    } or {
        /// What the day is about.
        title: Text,
    }
}

impl Form<plan::Day> for Day {
    fn read<'a>(value: Given<'a>, reading: &mut Reading<'a>) -> plan::Day {
        let mut fields = reading.fields(value, &Self::SHAPE);
        plan::Day { id: fields.read::<Date, _>(), title: fields.read::<Text, _>() }
    }

    fn write(value: &plan::Day, writer: &mut Writer) {
        let mut fields = writer.fields(&Self::SHAPE);
        fields.write::<Date, _>(&value.id);
        fields.write::<Text, _>(&value.title);
        fields.end();
    }
}

form! {
    /// A subject that the meeting must cover.
    Topic of plan::Topic {
        /// Identity of the topic.
        id: Id,
    } or {
        /// What it is called.
        name: Text,
    }
}

form! {
    /// A document that goes with the plan and is kept elsewhere.
    Document of plan::Document {
        /// Identity of the document.
        id: Id,
    } or {
        /// What it is called.
        title: Text,
        /// Its address on the web; left out while it is not published.
        url: String,
    }
}

form! {
    /// A place with an address.
    Venue of plan::Venue {
        /// Identity of the venue.
        id: Id,
    } or {
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

form! {
    /// A room in a venue.
    Room of plan::Room {
        /// Identity of the room.
        id: Id,
        /// Identity of the venue that it is in.
        venue: Id,
    } or {
        /// What the door says.
        name: Text,
        /// How many people may be in it, when known.
        capacity: Option<u16>,
    }
}
