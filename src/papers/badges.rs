//! Badges: one for every delegate, and blank ones for those who are not named yet.

use crate::{
    agenda::Audience,
    order::sort_by_key,
    plan::{Consent, Delegate, Delegation, Group, Plan, Text, Visit, fold},
};
use std::sync::Arc;

/// A badge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Badge {
    /// Whose it is; none for a blank one.
    pub delegate: Option<Arc<Delegate>>,
    /// The delegation, unless it was removed.
    pub delegation: Option<Arc<Delegation>>,
    /// The name; empty on a blank one.
    pub name: String,
    /// The organisation; that of the delegation where it has only one and the person gives none. May be empty.
    pub organisation: String,
    /// The region; may be empty.
    pub region: Text,
    /// The group on the first study visit on which the person is in one.
    pub group: Option<Arc<Group>>,
    /// Whether the person may be photographed.
    pub consent: Consent,
    /// Whose day the badge leads to.
    pub day: Audience,
}

/// The badges by delegation, then by name; with `blank`, also one for each head that is expected and not named.
#[must_use]
pub fn badges(plan: &Plan, blank: bool) -> Vec<Badge> {
    let mut visits: Vec<_> = plan.visits.iter().collect();
    sort_by_key(&mut visits, |visit| (visit.start, visit.id));
    let mut badges = Vec::new();
    for delegation in &plan.delegations {
        let mut people: Vec<_> = plan.delegates_of(delegation.id).collect();
        sort_by_key(&mut people, |person| (fold(&person.name), person.id));
        let unnamed = plan.heads_of(delegation.id).saturating_sub(people.len());
        badges.extend(people.into_iter().map(|person| of_delegate(plan, &visits, Some(delegation), person)));
        if blank {
            badges.extend(std::iter::repeat_n(of_nobody(plan, &visits, delegation), unnamed));
        }
    }
    let mut lost: Vec<_> = plan.delegates.iter().filter(|person| !plan.delegations.has(person.delegation)).collect();
    sort_by_key(&mut lost, |person| (fold(&person.name), person.id));
    badges.extend(lost.into_iter().map(|person| of_delegate(plan, &visits, None, person)));
    badges
}

fn of_delegate(
    plan: &Plan,
    visits: &[&Arc<Visit>],
    delegation: Option<&Arc<Delegation>>,
    person: &Arc<Delegate>,
) -> Badge {
    let own = person.organisation.trim();
    Badge {
        delegate: Some(person.clone()),
        delegation: delegation.cloned(),
        name: person.name.trim().to_string(),
        organisation: if own.is_empty() { only_organisation(delegation) } else { own.to_string() },
        region: delegation.map(|delegation| delegation.region.clone()).unwrap_or_default(),
        group: visits.iter().find_map(|visit| plan.group_of(visit.id, person)).cloned(),
        consent: person.photo_consent,
        day: Audience::Delegate(person.id),
    }
}

fn of_nobody(plan: &Plan, visits: &[&Arc<Visit>], delegation: &Arc<Delegation>) -> Badge {
    Badge {
        delegate: None,
        delegation: Some(delegation.clone()),
        name: String::new(),
        organisation: only_organisation(Some(delegation)),
        region: delegation.region.clone(),
        group: visits.iter().find_map(|visit| plan.group_with(visit.id, delegation.id)).cloned(),
        consent: Consent::Unknown,
        day: Audience::Delegation(delegation.id),
    }
}

fn only_organisation(delegation: Option<&Arc<Delegation>>) -> String {
    match delegation.map(|delegation| &*delegation.organisations) {
        Some([only]) => only.trim().to_string(),
        _ => String::new(),
    }
}
