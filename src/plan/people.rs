//! Delegations and the delegates in them.

use super::{DelegateId, DelegationId, Slot, Text, record};
use chrono::NaiveDateTime;
use std::collections::BTreeSet;

record! {
    /// A region's or an organisation's group.
    Delegation(DelegationId) {
        /// What it is called.
        name: Text,
        /// The region that it comes from; may be empty.
        region: Text,
        /// The country's ISO 3166-1 alpha-2 code, such as `ES`; may be empty.
        country: String,
        /// The organisations in it, by their official names.
        organisations: Vec<String>,
        /// Its colour on screen.
        hue: Hue,
        /// The letter that tells it apart where colours do not; one or two characters.
        letter: String,
        /// How many people are expected, counted in heads, before all are named.
        expected: Option<u16>,
        /// Whether the head-count still has to be confirmed.
        to_confirm: bool,
    }
}

record! {
    /// A person in a delegation. Empty fields are not known yet.
    Delegate(DelegateId) {
        /// The delegation that the person belongs to.
        delegation: DelegationId,
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

impl Delegate {
    /// Somebody of whom nothing is known yet.
    #[must_use]
    pub const fn unknown(id: DelegateId, delegation: DelegationId) -> Self {
        Self {
            id,
            delegation,
            name: String::new(),
            organisation: String::new(),
            role: String::new(),
            email: String::new(),
            phone: String::new(),
            diet: String::new(),
            needs: String::new(),
            languages: Vec::new(),
            arrival: None,
            departure: None,
            photo_consent: Consent::Unknown,
            emergency: String::new(),
        }
    }

    /// Whether the person can be there at some time of a slot: arrives before its end, and has not left by its start.
    #[must_use]
    pub fn can_be_there(&self, slot: Slot) -> bool {
        let arrived = self.arrival.as_ref().is_none_or(|travel| travel.at < slot.end());
        arrived && self.departure.as_ref().is_none_or(|travel| travel.at > slot.start())
    }
}

/// A delegate's arrival or departure.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Travel {
    /// When, in the meeting's time zone.
    pub at: NaiveDateTime,
    /// Station, airport and flight or train.
    pub place: String,
}

/// A yes or no that has to be asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Consent {
    /// Nobody asked yet, or nobody answered.
    #[default]
    Unknown,
    /// Yes.
    Given,
    /// No.
    Refused,
}

/// A colour that tells a delegation apart; always shown together with its letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Hue {
    #[default]
    Teal,
    Orange,
    Purple,
    Blue,
    Grey,
    Rose,
    Olive,
    Brown,
}

impl Hue {
    /// Every hue, in the order in which new delegations get them.
    pub const ALL: [Self; 8] =
        [Self::Teal, Self::Orange, Self::Purple, Self::Blue, Self::Grey, Self::Rose, Self::Olive, Self::Brown];
}

/// For whom a session or a visit is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Attendance {
    /// All delegations.
    #[default]
    Everyone,
    /// These delegations only.
    Only(BTreeSet<DelegationId>),
}

impl Attendance {
    /// Whether the delegation is meant.
    #[must_use]
    pub fn includes(&self, delegation: DelegationId) -> bool {
        match self {
            Self::Everyone => true,
            Self::Only(delegations) => delegations.contains(&delegation),
        }
    }
}

/// Somebody who has a role in a session.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Party {
    /// A delegate of this plan.
    Delegate(DelegateId),
    /// A delegation that has not said yet who.
    Delegation(DelegationId),
    /// Somebody else, by name.
    Named(String),
}
