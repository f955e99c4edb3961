//! The forms of hosts, study visits, stops and transfers.

use super::deviation::Deviation;
use super::form::{Form, choice, form, published};
use super::group::{AtOnce, Rush};
use super::values::{Date, Id, Moment, Text, Window};
use crate::plan;
use crate::wire::read::{Given, Reading};
use crate::wire::write::Writer;

form! {
    /// A company that can be visited, and what it asks of visitors.
    Host of plan::Host {
        /// Identity of the host.
        id: Id,
    } or {
        /// The company's name.
        name: String,
        /// What it does, in a sentence.
        about: Text,
        /// Identity of the venue where it receives.
        venue: Option<Id>,
        /// How many people it takes at once.
        capacity: Option<u16>,
        /// How many groups it takes at once; one when left out.
        groups_at_once: AtOnce,
        /// Minutes that it needs between two groups.
        gap: u16,
        /// Whom to ask for.
        contact: Contact,
        /// The day by which it wants the list of visitors' identity documents, if it wants one.
        id_list_due: Option<Date>,
        /// Whether that list was sent.
        id_list_sent: bool,
        /// What it wants to know of every visitor. When left out it has not said: names, organisations and delegations where
        /// it wants a list, nothing where it wants none.
        guest_fields: Option<Vec<GuestField>>,
        /// What visitors must bring or wear.
        equipment: Text,
        /// Whether photographs are allowed.
        photos: Allowance,
        /// Whether telephones are allowed.
        phones: Allowance,
        /// Whether those who come were told what to bring, and what is forbidden.
        announced: bool,
        /// Whether visitors sign a non-disclosure agreement.
        nda: bool,
        /// Whether the signed agreements are back at the host.
        nda_returned: bool,
        /// Whether any of this still has to be confirmed.
        to_confirm: bool,
    }
}

form! {
    #[cfg_attr(test, derive(Default))]
    /// How to reach somebody. What is left out is not known yet.
    Contact of plan::Contact {} or {
        /// Name or desk.
        name: String,
        /// Telephone number with country code.
        phone: String,
        /// E-mail address.
        email: String,
    }
}

choice! {
    /// Something that a host wants to know of its visitors.
    GuestField of plan::GuestField {
        /// Given name and family name.
        Name,
        /// The person's organisation.
        Organisation,
        /// What the person's delegation is called.
        Delegation,
        /// The country of the person's delegation.
        Country,
        /// What the person is at home or in the meeting.
        Role,
        /// E-mail address.
        Email,
        /// Telephone number.
        Phone,
        /// Languages spoken.
        Languages,
        /// Accessibility needs.
        Needs,
        /// Diet and allergies.
        Diet,
        /// The number of an identity document, which no plan holds: an empty column.
        Document,
    }
}

choice! {
    /// Whether a host allows something.
    Allowance of plan::Allowance {
        /// The host has not said.
        Unknown,
        /// Allowed.
        Allowed,
        /// Forbidden.
        Forbidden,
    }
}

form! {
    /// An outing by coach to one host or several. The times of its stops are computed, never saved.
    Visit of plan::Visit {
        /// Identity of the visit.
        id: Id,
        /// When boarding starts, on the clocks of the meeting's time zone.
        start: Moment,
    } or {
        /// What it is called.
        title: Text,
        /// Who organises it with the meeting's host.
        organiser: Text,
        /// Identity of the venue where people gather.
        start_place: Option<Id>,
        /// Minutes of gathering before boarding starts.
        gathering: u16,
        /// Identity of the venue where the coach brings people at the end.
        return_place: Option<Id>,
        /// By when everybody must be there, on the clocks of the meeting's time zone.
        return_by: Option<Moment>,
        /// Minutes of boarding before the drive back.
        return_boarding: u16,
        /// Identities of the stops in their order; a stop that is not named comes last.
        order: Vec<Id>,
        /// Identities of the delegations that take part; everyone when left out.
        audience: Option<Vec<Id>>,
        /// Seats in the coach; where a group has none of its own, in the one that carries it.
        coach_seats: Option<u16>,
        /// When drives take longer.
        rush: Option<Rush>,
        /// Where it has no groups, how its way differs from its plan, since a delay or an early end.
        deviation: Deviation,
        /// Whether it still has to be confirmed.
        to_confirm: bool,
    }
}

form! {
    /// A stay at one host during a visit. All lengths are in minutes.
    Stop of plan::Stop {
        /// Identity of the stop.
        id: Id,
        /// Identity of the visit that it belongs to.
        visit: Id,
        /// Identity of the host visited.
        host: Id,
    } or {
        /// Minutes of boarding before the drive that leads here.
        boarding: u16,
        /// When the host receives, on the day of the visit.
        window: Option<Window>,
        /// Minutes for the check of identities at the gate.
        gate: u16,
        /// Minutes for the safety briefing and equipment.
        safety: u16,
        /// Minutes for the tour.
        tour: u16,
        /// Minutes for questions after it.
        questions: u16,
        /// Minutes for counting heads before boarding.
        count_back: u16,
        /// Minutes that people are held before boarding, on a visit without groups.
        hold: u16,
        /// What delegates should know and ask.
        briefing: Text,
        /// Identities of the topics that it covers.
        topics: Vec<Id>,
        /// Whether it still has to be confirmed.
        to_confirm: bool,
    }
}

published! {
    /// The organiser's own figure for a drive, in the place of the estimate. One for each direction.
    Transfer {
        /// Identity of the venue where the drive starts.
        from: Id,
        /// Identity of the venue where it ends.
        to: Id,
        /// Minutes of driving, without boarding.
        minutes: u16,
    } or {
        /// Whether the figure still has to be confirmed.
        to_confirm: bool,
    }
}

impl Form<plan::Transfer> for Transfer {
    fn read<'a>(value: Given<'a>, reading: &mut Reading<'a>) -> plan::Transfer {
        let mut fields = reading.fields(value, &Self::SHAPE);
        let id = plan::TransferId { from: fields.read::<Id, _>(), to: fields.read::<Id, _>() };
        plan::Transfer { id, minutes: fields.read::<u16, _>(), to_confirm: fields.read::<bool, _>() }
    }

    fn write(value: &plan::Transfer, writer: &mut Writer) {
        let mut fields = writer.fields(&Self::SHAPE);
        fields.write::<Id, _>(&value.id.from);
        fields.write::<Id, _>(&value.id.to);
        fields.write::<u16, _>(&value.minutes);
        fields.write::<bool, _>(&value.to_confirm);
        fields.end();
    }
}
