//! Study visits: hosts, stops at them, and the transfers between.
//!
//! Times of stops and legs are never stored: `crate::circuit` computes them.

use super::{Attendance, Deviation, HostId, Rush, StopId, Text, TopicId, TransferId, VenueId, VisitId, Window, record};
use chrono::{NaiveDate, NaiveDateTime};
use std::collections::BTreeSet;

record! {
    /// A company that can be visited, and what it asks of visitors.
    Host(HostId) {
        /// The company's name.
        name: String,
        /// What it does, in a sentence.
        about: Text,
        /// Where it receives.
        venue: Option<VenueId>,
        /// How many people it takes at once.
        capacity: Option<u16>,
        /// How many groups it takes at once; nought means one.
        groups_at_once: u16,
        /// Minutes that it needs between two groups.
        gap: u16,
        /// Whom to ask for.
        contact: Contact,
        /// The day by which it wants the list of visitors' identity documents, if it wants one.
        id_list_due: Option<NaiveDate>,
        /// Whether that list was sent.
        id_list_sent: bool,
        /// What it wants to know of every visitor; none where it has not said.
        guest_fields: Option<BTreeSet<GuestField>>,
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

record! {
    /// An outing by coach to one host or several.
    Visit(VisitId) {
        /// What it is called.
        title: Text,
        /// Who organises it with the meeting's host; may be empty.
        organiser: Text,
        /// Where people gather.
        start_place: Option<VenueId>,
        /// Minutes of gathering before boarding starts.
        gathering: u16,
        /// When boarding starts, in the meeting's time zone.
        start: NaiveDateTime,
        /// Where the coach brings people at the end.
        return_place: Option<VenueId>,
        /// By when everybody must be there, in the meeting's time zone.
        return_by: Option<NaiveDateTime>,
        /// Minutes of boarding before the drive back.
        return_boarding: u16,
        /// The order of the stops; a stop that it does not name comes last.
        order: Vec<StopId>,
        /// Which delegations take part.
        audience: Attendance,
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

record! {
    /// A stay at one host during a visit. All lengths are in minutes.
    Stop(StopId) {
        /// The visit that it belongs to.
        visit: VisitId,
        /// The company visited.
        host: HostId,
        /// Boarding before the drive that leads here.
        boarding: u16,
        /// When the host receives, on the day of the visit.
        window: Option<Window>,
        /// The check of identities at the gate.
        gate: u16,
        /// Safety briefing and equipment.
        safety: u16,
        /// The tour.
        tour: u16,
        /// Questions after it.
        questions: u16,
        /// Counting heads before boarding.
        count_back: u16,
        /// How long people are held before boarding, where all go together; of a group its [`super::Turn`] says it.
        hold: u16,
        /// What delegates should know and ask.
        briefing: Text,
        /// The topics that it covers.
        topics: BTreeSet<TopicId>,
        /// Whether it still has to be confirmed.
        to_confirm: bool,
    }
}

record! {
    /// The organiser's own figure for a drive, in the place of the estimate.
    Transfer(TransferId) {
        /// Minutes of driving, without boarding.
        minutes: u16,
        /// Whether the figure still has to be confirmed.
        to_confirm: bool,
    }
}

/// Something that a host wants to know of its visitors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[allow(missing_docs, reason = "the names say it")]
pub enum GuestField {
    #[default]
    Name,
    Organisation,
    Delegation,
    Country,
    Role,
    Email,
    Phone,
    Languages,
    Needs,
    Diet,
    /// The number of an identity document: no plan holds it, so the column is empty.
    Document,
}

impl GuestField {
    /// Every field, in the order of the columns.
    pub const ALL: [Self; 11] = [
        Self::Name,
        Self::Organisation,
        Self::Delegation,
        Self::Country,
        Self::Role,
        Self::Email,
        Self::Phone,
        Self::Languages,
        Self::Needs,
        Self::Diet,
        Self::Document,
    ];

    /// What is usual on a list: who comes, and from where.
    pub const USUAL: [Self; 3] = [Self::Name, Self::Organisation, Self::Delegation];
}

impl Host {
    /// What this host is told of each of its guests, in the order of the columns: what it asked for. A host that wants a
    /// list by a day, but has not said what on it, gets what is usual; any other nothing, which is heads alone.
    #[must_use]
    pub fn columns(&self) -> Vec<GuestField> {
        match &self.guest_fields {
            Some(fields) => GuestField::ALL.into_iter().filter(|field| fields.contains(field)).collect(),
            None if self.id_list_due.is_some() => GuestField::USUAL.to_vec(),
            None => Vec::new(),
        }
    }

    /// What it is told of each of its guests beside the delegation, as [`Host::columns`]; nothing where it is told how many
    /// of a delegation come, and of nobody who.
    #[must_use]
    pub fn told(&self) -> Vec<GuestField> {
        self.columns().into_iter().filter(|field| *field != GuestField::Delegation).collect()
    }
}

/// How to reach somebody. Empty fields are not known yet.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Contact {
    /// Name or desk.
    pub name: String,
    /// Telephone number with country code.
    pub phone: String,
    /// E-mail address.
    pub email: String,
}

/// Whether a host allows something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Allowance {
    /// The host has not said.
    #[default]
    Unknown,
    /// Allowed.
    Allowed,
    /// Forbidden.
    Forbidden,
}
