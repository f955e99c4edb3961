//! Who comes to a host, and the list of them that it asks for, to be put into a mail or a spreadsheet.

use crate::{
    agenda::{Audience, Crew, Entry, Event, attending_any, entries},
    i18n::Words,
    plan::{HostId, Plan},
};

/// Who comes to a host, by delegation: everybody who makes a stop there, once.
#[must_use]
pub fn guests(plan: &Plan, host: HostId) -> Vec<Crew> {
    let mut stops = entries(plan, Audience::Everyone);
    stops.retain(|entry| is_at(entry, host));
    attending_any(plan, &stops)
}

fn is_at(entry: &Entry, host: HostId) -> bool {
    matches!(&entry.event, Event::Stop { stop, .. } if stop.host == host)
}

/// Who comes to a host: a line a person with name, organisation and delegation, separated by tabs, below a line of
/// headings; of a delegation that is not all named, how many are missing. Nothing else about anybody leaves the plan.
///
/// A cell that a spreadsheet would take for a formula begins with an apostrophe.
#[must_use]
pub fn guest_list(plan: &Plan, host: HostId, words: Words) -> String {
    let language = words.language();
    let mut list = line([words.people_name(), words.field_organisation(), words.people_delegation()]);
    for crew in guests(plan, host) {
        let name = plan.delegations.get(crew.delegation).map(|delegation| delegation.name.in_language(language));
        let name = name.unwrap_or_default();
        for delegate in crew.named.iter().filter_map(|id| plan.delegates.get(*id)) {
            list.push_str(&line([&delegate.name, &delegate.organisation, name]));
        }
        if crew.unnamed > 0 {
            list.push_str(&line([&words.guests_unnamed(crew.unnamed), "", name]));
        }
    }
    list
}

fn line(cells: [&str; 3]) -> String {
    cells.map(cell).join("\t") + "\n"
}

fn cell(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.starts_with(['=', '+', '-', '@']) { format!("'{text}") } else { text }
}
