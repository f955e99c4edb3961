//! The delegations: organisations as announced, head-counts to confirm, and no names.

use super::number;
use crate::plan::{Attendance, Delegation, DelegationId, Hue, Party, Text};

pub(super) const PIEDMONT: DelegationId = DelegationId::from_number(number(5, 1));
pub(super) const BASQUE_COUNTRY: DelegationId = DelegationId::from_number(number(5, 2));
pub(super) const WALES: DelegationId = DelegationId::from_number(number(5, 3));
pub(super) const LITHUANIA: DelegationId = DelegationId::from_number(number(5, 4));
pub(super) const ADVISORY: DelegationId = DelegationId::from_number(number(5, 5));

pub(super) fn delegations() -> [Delegation; 5] {
    let piedmont = Text::new("Piedmont", "Piemonte");
    let basque_country = Text::new("Basque Country", "Paesi Baschi");
    let wales = Text::new("Wales", "Galles");
    let lithuania = Text::new("Lithuania", "Lituania");
    [
        Delegation {
            organisations: vec!["Finpiemonte".into()],
            ..delegation(PIEDMONT, "P", Hue::Teal, piedmont, "IT", 8)
        },
        Delegation {
            organisations: vec!["Innobasque".into(), "Basque Government".into()],
            ..delegation(BASQUE_COUNTRY, "B", Hue::Orange, basque_country, "ES", 5)
        },
        Delegation {
            organisations: vec!["Welsh Government".into()],
            ..delegation(WALES, "W", Hue::Purple, wales, "GB", 4)
        },
        Delegation {
            organisations: vec![
                "MOSTA, the Research and Higher Education Monitoring and Analysis Centre (Lithuania)".into(),
            ],
            ..delegation(LITHUANIA, "L", Hue::Blue, lithuania, "LT", 5)
        },
        Delegation {
            name: Text::new("Advisory partner", "Partner consultivo"),
            organisations: vec!["Deusto Foundation - Orkestra".into()],
            ..delegation(ADVISORY, "A", Hue::Olive, Text::default(), "ES", 2)
        },
    ]
}

/// A delegation that is called like its region.
fn delegation(id: DelegationId, letter: &str, hue: Hue, region: Text, country: &str, expected: u16) -> Delegation {
    Delegation {
        id,
        name: region.clone(),
        region,
        country: country.into(),
        organisations: Vec::new(),
        hue,
        letter: letter.into(),
        expected: Some(expected),
        to_confirm: true,
    }
}

/// Roles go to delegations, which say later who takes them.
pub(super) fn of<const N: usize>(delegations: [DelegationId; N]) -> Vec<Party> {
    delegations.into_iter().map(Party::Delegation).collect()
}

pub(super) fn only<const N: usize>(delegations: [DelegationId; N]) -> Attendance {
    Attendance::Only(delegations.into_iter().collect())
}
