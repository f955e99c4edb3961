//! The forms of delegations and delegates.

use super::form::{Form, choice, form};
use super::values::{Id, Moment, Text};
use crate::plan;
use crate::wire::read::{Given, Reading};
use crate::wire::write::Writer;
use std::collections::BTreeSet;

form! {
    /// A region's or an organisation's group.
    Delegation of plan::Delegation {
        /// Identity of the delegation.
        id: Id,
    } or {
        /// What it is called.
        name: Text,
        /// The region that it comes from.
        region: Text,
        /// The country's ISO 3166-1 alpha-2 code, such as `ES`.
        country: String,
        /// The organisations in it, by their official names.
        organisations: Vec<String>,
        /// Its colour on screen; teal when left out.
        hue: Hue,
        /// The letter that tells it apart where colours do not; one or two characters.
        letter: String,
        /// How many people are expected before all are named, counted in heads.
        expected: Option<u16>,
        /// Whether the head-count still has to be confirmed.
        to_confirm: bool,
    }
}

form! {
    /// A person in a delegation. What is left out is not known yet.
    Delegate of plan::Delegate {
        /// Identity of the delegate.
        id: Id,
        /// Identity of the delegation that the person belongs to.
        delegation: Id,
    } or {
        /// Given name and family name, as on the badge.
        name: String,
        /// The person's organisation.
        organisation: String,
        /// What the person is in the meeting or at home, such as "head of delegation".
        role: String,
        /// E-mail address.
        email: String,
        /// Telephone number with country code.
        phone: String,
        /// Diet, in the person's words.
        diet: String,
        /// Accessibility needs, in the person's words.
        needs: String,
        /// Languages spoken.
        languages: Vec<String>,
        /// When and where the person arrives.
        arrival: Option<Travel>,
        /// When and from where the person leaves.
        departure: Option<Travel>,
        /// Whether the person may be photographed.
        photo_consent: Consent,
        /// Whom to call in an emergency.
        emergency: String,
    }
}

form! {
    /// A delegate's arrival or departure.
    Travel of plan::Travel {
        /// When, on the clocks of the meeting's time zone.
        at: Moment,
    } or {
        /// Station, airport, and flight or train.
        place: String,
    }
}

choice! {
    /// A yes or no that has to be asked for.
    Consent of plan::Consent {
        /// Nobody asked yet, or nobody answered.
        Unknown,
        /// Yes.
        Given,
        /// No.
        Refused,
    }
}

choice! {
    /// A colour that tells a delegation apart; always shown together with its letter.
    Hue of plan::Hue { Teal, Orange, Purple, Blue, Grey, Rose, Olive, Brown, }
}

/// Which delegations take part: nothing for all of them.
impl Form<plan::Attendance> for Option<Vec<Id>> {
    fn read<'a>(value: Given<'a>, reading: &mut Reading<'a>) -> plan::Attendance {
        let only: Option<BTreeSet<plan::DelegationId>> = Self::read(value, reading);
        only.map_or(plan::Attendance::Everyone, plan::Attendance::Only)
    }

    fn write(value: &plan::Attendance, writer: &mut Writer) {
        match value {
            plan::Attendance::Everyone => writer.plain("null"),
            plan::Attendance::Only(delegations) => <Vec<Id>>::write(delegations, writer),
        }
    }

    fn usual(value: &plan::Attendance) -> bool {
        *value == plan::Attendance::Everyone
    }
}

/// Somebody who has a role in a session.
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(rename_all = "camelCase"))]
#[allow(dead_code, reason = "only its schema is made")]
pub(in crate::wire) enum Party {
    /// Identity of a delegate of this plan.
    Delegate(Id),
    /// Identity of a delegation that has not said yet who.
    Delegation(Id),
    /// Somebody else, by name.
    Name(String),
}

impl Form<plan::Party> for Party {
    fn read<'a>(value: Given<'a>, reading: &mut Reading<'a>) -> plan::Party {
        match reading.single(value, &["delegate", "delegation", "name"]) {
            Some(("delegate", content)) => plan::Party::Delegate(Id::read(content, reading)),
            Some(("delegation", content)) => plan::Party::Delegation(Id::read(content, reading)),
            Some((_, content)) => plan::Party::Named(String::read(content, reading)),
            None => plan::Party::Named(String::new()),
        }
    }

    fn write(value: &plan::Party, writer: &mut Writer) {
        match value {
            plan::Party::Delegate(id) => {
                writer.open("delegate");
                Id::write(id, writer);
            }
            plan::Party::Delegation(id) => {
                writer.open("delegation");
                Id::write(id, writer);
            }
            plan::Party::Named(name) => {
                writer.open("name");
                writer.text(name);
            }
        }
        writer.close();
    }
}
