//! The list of guests that a host asks for, to be put into a mail or a spreadsheet.

use crate::{
    i18n::Words,
    plan::{Delegate, Delegation, Group, HostId, Plan, Stop, StopId, Visit},
};

/// Who comes to a host: a line a person with name, organisation and delegation, separated by tabs, below a line of
/// headings; of a delegation that is not all named, how many are missing. Nothing else about anybody leaves the plan.
///
/// A cell that a spreadsheet would take for a formula begins with an apostrophe.
#[must_use]
pub fn guest_list(plan: &Plan, host: HostId, words: Words) -> String {
    let language = words.language();
    let mut list = line([words.people_name(), words.field_organisation(), words.people_delegation()]);
    let stops: Vec<&Stop> = plan.stops.iter().filter(|stop| stop.host == host).map(|stop| &**stop).collect();
    for delegation in &plan.delegations {
        let name = delegation.name.in_language(language).to_string();
        for delegate in plan.delegates_of(delegation.id) {
            if comes(plan, &stops, |visit, stop| person_makes(plan, visit, stop, delegate)) {
                list.push_str(&line([&delegate.name, &delegate.organisation, &name]));
            }
        }
        let unnamed = plan.heads_of(delegation.id).saturating_sub(plan.delegates_of(delegation.id).count());
        if unnamed > 0 && comes(plan, &stops, |visit, stop| delegation_makes(plan, visit, stop, delegation)) {
            list.push_str(&line([&words.guests_unnamed(unnamed), "", &name]));
        }
    }
    list
}

fn comes(plan: &Plan, stops: &[&Stop], makes: impl Fn(&Visit, StopId) -> bool) -> bool {
    stops.iter().any(|stop| plan.visits.get(stop.visit).is_some_and(|visit| makes(visit, stop.id)))
}

fn person_makes(plan: &Plan, visit: &Visit, stop: StopId, delegate: &Delegate) -> bool {
    match plan.group_of(visit.id, delegate) {
        Some(group) => makes(plan, group, stop),
        None => plan.groups_of(visit.id).is_empty() && visit.audience.includes(delegate.delegation),
    }
}

fn delegation_makes(plan: &Plan, visit: &Visit, stop: StopId, delegation: &Delegation) -> bool {
    match plan.group_with(visit.id, delegation.id) {
        Some(group) => makes(plan, group, stop),
        None => plan.groups_of(visit.id).is_empty() && visit.audience.includes(delegation.id),
    }
}

fn makes(plan: &Plan, group: &Group, stop: StopId) -> bool {
    plan.stops.get(stop).is_some_and(|stop| group.makes(stop))
}

fn line(cells: [&str; 3]) -> String {
    cells.map(cell).join("\t") + "\n"
}

fn cell(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.starts_with(['=', '+', '-', '@']) { format!("'{text}") } else { text }
}
