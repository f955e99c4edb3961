//! The forms of coaches, groups and turns.

use super::deviation::Deviation;
use super::form::{Form, form, published};
use super::people::Hue;
use super::values::{Id, Text, Time};
use super::visit::Contact;
use crate::plan;
use crate::wire::Problem;
use crate::wire::read::{Given, Reading};
use crate::wire::write::Writer;
use chrono::NaiveTime;

form! {
    /// A coach on a study visit.
    Coach of plan::Coach {
        /// Identity of the coach.
        id: Id,
        /// Identity of the visit that it is hired for.
        visit: Id,
    } or {
        /// What it is called, such as "Coach 1".
        name: String,
        /// How many people it seats, when known.
        seats: Option<u16>,
        /// How to reach the driver.
        driver: Contact,
        /// What its plate says.
        plate: String,
        /// Whether it still has to be confirmed.
        to_confirm: bool,
    }
}

form! {
    /// People who travel together on a study visit. Its clock times are those of the day of the visit.
    Group of plan::Group {
        /// Identity of the group.
        id: Id,
        /// Identity of the visit.
        visit: Id,
    } or {
        /// What it is called.
        name: Text,
        /// The letter that tells it apart where colours do not; one or two characters.
        letter: String,
        /// Its colour on screen; teal when left out.
        hue: Hue,
        /// Identities of the delegations in it, without those of their delegates whom another group of the visit names.
        delegations: Vec<Id>,
        /// Identities of delegates who are in it by themselves.
        delegates: Vec<Id>,
        /// The language that it is guided in, as a tag of BCP 47 such as `en`.
        language: String,
        /// Who guides it.
        guide: Contact,
        /// Identity of the coach that carries it.
        coach: Option<Id>,
        /// When its boarding starts, where that is not when the visit's does.
        start: Option<Time>,
        /// Whether that start, its own or the visit's, must be kept when the visit is arranged anew.
        start_fixed: bool,
        /// Identities of its stops in their order; a stop that is not named comes last.
        order: Vec<Id>,
        /// Identities of the stops that it leaves out.
        skips: Vec<Id>,
        /// How its way differs from its plan, since a delay or an early end.
        deviation: Deviation,
    }
}

published! {
    /// What was agreed for one group at one stop.
    Turn {
        /// Identity of the group.
        group: Id,
        /// Identity of the stop.
        stop: Id,
    } or {
        /// The host does not receive it before then: the group waits at the gate.
        received: Option<Time>,
        /// Minutes that it waits after the count-back, before boarding.
        hold: u16,
        /// Whether its time and its place in the order must be kept when the visit is arranged anew.
        pinned: bool,
    }
}

impl Form<plan::Turn> for Turn {
    fn read<'a>(value: Given<'a>, reading: &mut Reading<'a>) -> plan::Turn {
        let mut fields = reading.fields(value, &Self::SHAPE);
        let id = plan::TurnId { group: fields.read::<Id, _>(), stop: fields.read::<Id, _>() };
        let received: Option<NaiveTime> = fields.read::<Option<Time>, _>();
        plan::Turn { id, received, hold: fields.read::<u16, _>(), pinned: fields.read::<bool, _>() }
    }

    fn write(value: &plan::Turn, writer: &mut Writer) {
        let mut fields = writer.fields(&Self::SHAPE);
        fields.write::<Id, _>(&value.id.group);
        fields.write::<Id, _>(&value.id.stop);
        fields.write::<Option<Time>, _>(&value.received);
        fields.write::<u16, _>(&value.hold);
        fields.write::<bool, _>(&value.pinned);
        fields.end();
    }
}

published! {
    /// The hours of the day in which a drive takes longer, on the clocks of the meeting's time zone.
    Rush {
        /// When they start.
        from: Time,
        /// When they end; after the start.
        to: Time,
        /// By how many per cent a drive is longer that is all inside.
        percent: u16,
    } or {}
}

impl Form<Option<plan::Rush>> for Option<Rush> {
    fn read<'a>(value: Given<'a>, reading: &mut Reading<'a>) -> Option<plan::Rush> {
        let value = value.filter(|value| !value.is_null())?;
        let mut fields = reading.fields(Some(value), &Rush::SHAPE);
        let (from, to) = (fields.read::<Time, _>(), fields.read::<Time, _>());
        let percent = fields.read::<u16, _>();
        fields.end();
        let window = plan::Window::new(from, to);
        if window.is_none() {
            reading.wrong(Problem::WindowBackwards { from, to });
        }
        window.map(|window| plan::Rush { window, percent })
    }

    fn write(value: &Option<plan::Rush>, writer: &mut Writer) {
        let Some(value) = value else { return writer.plain("null") };
        let mut fields = writer.fields(&Rush::SHAPE);
        fields.write::<Time, _>(&value.window.from());
        fields.write::<Time, _>(&value.window.to());
        fields.write::<u16, _>(&value.percent);
        fields.end();
    }

    fn usual(value: &Option<plan::Rush>) -> bool {
        value.is_none()
    }
}

/// How many groups a host takes at once: one, unless it says otherwise.
#[cfg_attr(test, derive(Default, schemars::JsonSchema))]
#[allow(dead_code, reason = "only its schema is made")]
pub(in crate::wire) struct AtOnce(u16);

impl Form<u16> for AtOnce {
    fn read<'a>(value: Given<'a>, reading: &mut Reading<'a>) -> u16 {
        if value.is_none() { 1 } else { u16::read(value, reading) }
    }

    fn write(value: &u16, writer: &mut Writer) {
        u16::write(value, writer);
    }

    fn usual(value: &u16) -> bool {
        *value == 1
    }
}
