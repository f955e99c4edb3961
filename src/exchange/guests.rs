//! Who comes to a host.

use crate::{
    agenda::{Audience, Crew, Entry, Event, attending_any, entries},
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
