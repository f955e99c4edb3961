//! What a host asks of those who come: what to bring, wear and leave alone.

use super::{Entry, Event, entries::host_of};
use crate::plan::{Allowance, Host, Plan, Text};

/// One thing that a host asks of delegates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Bring {
    /// An identity document, because the host checks names at the gate.
    Identity,
    /// Something to bring or wear.
    Equipment(Text),
    /// A signature under a non-disclosure agreement.
    Agreement,
    /// No photographs.
    NoPhotos,
    /// No telephones.
    NoPhones,
}

/// What a host asks of delegates, in the order in which it matters on the way.
#[must_use]
pub fn bring(host: &Host) -> Vec<Bring> {
    let asked = [
        (host.id_list_due.is_some(), Bring::Identity),
        (!host.equipment.is_empty(), Bring::Equipment(host.equipment.clone())),
        (host.nda, Bring::Agreement),
        (host.photos == Allowance::Forbidden, Bring::NoPhotos),
        (host.phones == Allowance::Forbidden, Bring::NoPhones),
    ];
    asked.into_iter().filter_map(|(asks, what)| asks.then_some(what)).collect()
}

/// What an entry asks of delegates: what the host asks, already on the way there, because the coach does not turn back
/// for a passport.
#[must_use]
pub fn asked(plan: &Plan, entry: &Entry) -> Vec<Bring> {
    let host = match &entry.event {
        Event::Session(_) => None,
        Event::Stop { host, .. } => host.as_ref(),
        Event::Leg { leg, .. } => host_of(plan, leg.id),
    };
    host.map(|host| bring(host)).unwrap_or_default()
}
