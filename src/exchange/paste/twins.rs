//! The same person twice: in the plan and in the rows, or in two rows.

use super::{Destination, Group, Twin, Understood, key};
use crate::plan::{Consent, Delegate, Plan, fold};
use std::collections::{BTreeMap, BTreeSet};

/// Marks the rows whose people are in the plan already, or in a row above.
pub(super) fn find(plan: &Plan, understood: &mut Understood) {
    let in_plan: BTreeSet<String> =
        plan.delegates.iter().flat_map(|known| marks(known, &known.delegation.to_string())).collect();
    let (mut named, mut addressed) = (BTreeMap::<String, Vec<usize>>::new(), BTreeMap::<String, usize>::new());
    for index in 0..understood.rows.len() {
        let row = &understood.rows[index];
        if !row.is_somebody() {
            continue;
        }
        let (delegate, group) = (&row.delegate, &understood.groups[row.group]);
        let delegation = match group {
            Group { destination: Destination::Delegation(id), .. } => id.to_string(),
            group => key(&group.said),
        };
        let (name, address) = (by_name(delegate, &delegation), by_address(delegate));
        let above = |index: usize| &understood.rows[index];
        let twin =
            if marks(delegate, &delegation).any(|mark| in_plan.contains(&mark)) || is_there(plan, delegate, group) {
                Some(Twin::InPlan)
            } else if let Some(same) = address.as_ref().and_then(|mark| addressed.get(mark)) {
                Some(Twin::InRows(above(*same).number))
            } else if let Some(alike) = name.as_ref().and_then(|mark| named.get(mark)) {
                let same = alike.iter().find(|index| !contradict(&above(**index).delegate, delegate));
                match (same, alike.first()) {
                    (Some(same), _) => Some(Twin::InRows(above(*same).number)),
                    (None, first) => first.map(|first| Twin::Namesake(above(*first).number)),
                }
            } else {
                None
            };
        understood.rows[index].twin = twin;
        if let Some(mark) = address {
            addressed.entry(mark).or_insert(index);
        }
        if let Some(mark) = name {
            named.entry(mark).or_default().push(index);
        }
    }
}

/// By what somebody is known again.
fn marks(delegate: &Delegate, delegation: &str) -> impl Iterator<Item = String> + use<> {
    by_name(delegate, delegation).into_iter().chain(by_address(delegate))
}

/// Name and delegation; nothing where there is no name: two of a delegation who eat no meat are two.
fn by_name(delegate: &Delegate, delegation: &str) -> Option<String> {
    (!delegate.name.is_empty()).then(|| [&fold(&delegate.name), "\n", delegation].concat())
}

fn by_address(delegate: &Delegate) -> Option<String> {
    (!delegate.email.is_empty()).then(|| delegate.email.to_ascii_lowercase())
}

/// Whether somebody without a name is in the plan, of whom the very same is known.
fn is_there(plan: &Plan, delegate: &Delegate, group: &Group) -> bool {
    let Destination::Delegation(delegation) = group.destination else { return false };
    let same = |known: &Delegate| *known == Delegate { id: known.id, delegation, ..delegate.clone() };
    delegate.name.is_empty() && plan.delegates_of(delegation).any(|known| same(known))
}

/// Whether what is known of two contradicts that they are one: something is given of both, and differs.
fn contradict(one: &Delegate, two: &Delegate) -> bool {
    let texts = |of: &Delegate| {
        let texts = [&of.organisation, &of.role, &of.email, &of.phone, &of.diet, &of.needs, &of.emergency];
        texts.map(|text| fold(text)).into_iter().chain([fold(&of.languages.join(" "))])
    };
    let differ = |(one, two): (String, String)| !one.is_empty() && !two.is_empty() && one != two;
    let travels = [(&one.arrival, &two.arrival), (&one.departure, &two.departure)];
    let consents = [one.photo_consent, two.photo_consent];
    texts(one).zip(texts(two)).any(differ)
        || travels.into_iter().any(|pair| matches!(pair, (Some(one), Some(two)) if one != two))
        || consents.iter().all(|consent| *consent != Consent::Unknown) && consents[0] != consents[1]
}
