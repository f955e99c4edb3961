//! The forms of delegations and delegates.

use super::form::{choice, form};
use super::values::{Id, Moment, Text};
use crate::plan;
use crate::wire::fault::Fault;
use serde::{Deserialize, Serialize};
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
impl super::Form<plan::Attendance> for Option<Vec<Id>> {
    fn of(value: &plan::Attendance) -> Self {
        match value {
            plan::Attendance::Everyone => None,
            plan::Attendance::Only(delegations) => Some(super::Form::of(delegations)),
        }
    }

    fn read(self) -> Result<plan::Attendance, Fault> {
        let Some(delegations) = self else { return Ok(plan::Attendance::Everyone) };
        let only: BTreeSet<plan::DelegationId> = super::Form::read(delegations)?;
        Ok(plan::Attendance::Only(only))
    }
}

/// Somebody who has a role in a session.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(in crate::wire) enum Party {
    /// Identity of a delegate of this plan.
    Delegate(Id),
    /// Identity of a delegation that has not said yet who.
    Delegation(Id),
    /// Somebody else, by name.
    Name(String),
}

impl super::Form<plan::Party> for Party {
    fn of(value: &plan::Party) -> Self {
        match value {
            plan::Party::Delegate(id) => Self::Delegate(Id::of(id)),
            plan::Party::Delegation(id) => Self::Delegation(Id::of(id)),
            plan::Party::Named(name) => Self::Name(name.clone()),
        }
    }

    fn read(self) -> Result<plan::Party, Fault> {
        Ok(match self {
            Self::Delegate(id) => plan::Party::Delegate(id.read()?),
            Self::Delegation(id) => plan::Party::Delegation(id.read()?),
            Self::Name(name) => plan::Party::Named(name),
        })
    }
}
