//! What a host asks of those who come: what to bring, wear and leave alone.

use crate::plan::{Allowance, Host, Text};

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
