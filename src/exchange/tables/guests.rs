//! Who comes to a host, with what it wants to know of them and nothing else: what its host sheet says too.

use super::Table;
use crate::{
    agenda::Crew,
    exchange::{
        guests::{guests, told},
        saying,
    },
    i18n::Words,
    plan::{Delegate, DelegationId, GuestField, HostId, Plan},
};

pub(super) fn table(plan: &Plan, host: HostId, words: Words) -> Table {
    let known = plan.hosts.get(host);
    if known.is_none_or(|host| host.told().is_empty()) {
        return heads(plan, host, words);
    }
    let columns = known.map(|host| host.columns()).unwrap_or_default();
    let headers = columns.iter().map(|field| header(words, *field).to_string()).collect();
    let mut table = Table { headers, rows: Vec::new() };
    for crew in guests(plan, host) {
        for delegate in crew.named.iter().filter_map(|id| plan.delegates.get(*id)) {
            let cell = |field: &GuestField| of_delegate(plan, words, delegate, *field);
            table.rows.push(columns.iter().map(cell).collect());
        }
        if crew.unnamed > 0 {
            // Somebody is expected: whatever the columns, the first one says so.
            let cell = |(index, field): (usize, &GuestField)| match index {
                0 => words.guests_unnamed(crew.unnamed),
                _ => of_delegation(plan, words, crew.delegation, *field),
            };
            table.rows.push(columns.iter().enumerate().map(cell).collect());
        }
    }
    table
}

/// How many come, for a host that asked to know nothing of them.
fn heads(plan: &Plan, host: HostId, words: Words) -> Table {
    let mut table = Table::of([words.people_delegation(), words.people_heads()]);
    let row = |crew: &Crew| vec![saying::delegation(words, plan, crew.delegation), crew.heads().to_string()];
    table.rows = guests(plan, host).iter().map(row).collect();
    table
}

/// What a host is told of visitors, as the head of a column.
#[must_use]
pub fn header(words: Words, field: GuestField) -> &'static str {
    match field {
        GuestField::Name => words.people_name(),
        GuestField::Organisation => words.field_organisation(),
        GuestField::Delegation => words.people_delegation(),
        GuestField::Country => words.people_country(),
        GuestField::Role => words.people_role(),
        GuestField::Email => words.field_email(),
        GuestField::Phone => words.field_phone(),
        GuestField::Languages => words.people_languages(),
        GuestField::Needs => words.people_needs_field(),
        GuestField::Diet => words.people_diet(),
        GuestField::Document => words.entry_identity(),
    }
}

fn of_delegate(plan: &Plan, words: Words, delegate: &Delegate, field: GuestField) -> String {
    match field {
        GuestField::Delegation => of_delegation(plan, words, delegate.delegation, field),
        field => told(plan, delegate, field),
    }
}

fn of_delegation(plan: &Plan, words: Words, id: DelegationId, field: GuestField) -> String {
    match field {
        GuestField::Delegation => saying::delegation(words, plan, id),
        GuestField::Country => plan.delegations.get(id).map(|known| known.country.clone()).unwrap_or_default(),
        _ => String::new(),
    }
}
