//! Who comes to a host, and what it is told of them.

use crate::{
    agenda::{Audience, Crew, Entry, Event, attending_any, entries},
    plan::{Delegate, GuestField, HostId, Plan},
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

/// What a host is told of somebody, as the plan has it; nothing for what is no text of the person's own.
#[must_use]
pub fn told(plan: &Plan, delegate: &Delegate, field: GuestField) -> String {
    match field {
        GuestField::Name => delegate.name.trim().to_string(),
        GuestField::Organisation => delegate.organisation.trim().to_string(),
        GuestField::Country => {
            plan.delegations.get(delegate.delegation).map(|known| known.country.clone()).unwrap_or_default()
        }
        GuestField::Role => delegate.role.clone(),
        GuestField::Email => delegate.email.clone(),
        GuestField::Phone => delegate.phone.clone(),
        GuestField::Languages => delegate.languages.join(", "),
        GuestField::Needs => delegate.needs.clone(),
        GuestField::Diet => delegate.diet.clone(),
        GuestField::Delegation | GuestField::Document => String::new(),
    }
}
