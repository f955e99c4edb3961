//! Who comes to a host.

use crate::{
    agenda::{Audience, Crew, Entry, Event, attending, entries},
    order::sort_by_key,
    plan::{DelegateId, HostId, Plan, fold},
};

/// Who comes to a host, by delegation: everybody who makes a stop there, once.
#[must_use]
pub fn guests(plan: &Plan, host: HostId) -> Vec<Crew> {
    let entries = entries(plan, Audience::Everyone);
    together(plan, entries.iter().filter(|entry| is_at(entry, host)))
}

/// Who should be at any of some entries, by delegation; everybody once, by name.
pub(super) fn together<'a>(plan: &Plan, entries: impl Iterator<Item = &'a Entry>) -> Vec<Crew> {
    let mut together: Vec<Crew> = Vec::new();
    for crew in entries.flat_map(|entry| attending(plan, entry)) {
        match together.iter_mut().find(|known| known.delegation == crew.delegation) {
            Some(known) => {
                let more = crew.named.into_iter().filter(|id| !known.named.contains(id)).collect::<Vec<_>>();
                known.named.extend(more);
                known.unnamed = known.unnamed.max(crew.unnamed);
            }
            None => together.push(crew),
        }
    }
    sort_by_key(&mut together, |crew| (!plan.delegations.has(crew.delegation), crew.delegation));
    for crew in &mut together {
        let name = |id: &DelegateId| plan.delegates.get(*id).map(|delegate| fold(&delegate.name));
        sort_by_key(&mut crew.named, |id| (name(id), *id));
    }
    together
}

fn is_at(entry: &Entry, host: HostId) -> bool {
    matches!(&entry.event, Event::Stop { stop, .. } if stop.host == host)
}
