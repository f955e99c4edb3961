//! Host sheets: who comes to a company, when, and by which rules.

use super::people::{Reached, on_the_coach};
use crate::{
    agenda::{Audience, Bring, Crew, Entry, Event, attending, bring, entries},
    circuit::PhaseTime,
    exchange::guests,
    plan::{Delegate, Delegation, DelegationId, Group, Host, HostId, Plan, Stop, Venue, Visit},
};
use chrono::NaiveDateTime;
use std::sync::Arc;

/// What a company's reception has to know.
#[derive(Debug, Clone, PartialEq)]
pub struct HostSheet {
    /// The company, with the rules that were agreed.
    pub host: Arc<Host>,
    /// Where it receives, when known.
    pub venue: Option<Arc<Venue>>,
    /// Whether it asked for the names of those who come. Without that only heads are told.
    pub names: bool,
    /// How many come altogether.
    pub heads: usize,
    /// Who comes altogether, by delegation, each once.
    pub guests: Vec<Guests>,
    /// The groups that come, by the time at which they do.
    pub receptions: Vec<Reception>,
    /// What visitors are asked to bring, wear and leave alone.
    pub asked: Vec<Bring>,
}

/// One group at the company, or all together.
#[derive(Debug, Clone, PartialEq)]
pub struct Reception {
    /// The visit.
    pub visit: Arc<Visit>,
    /// The stop.
    pub stop: Arc<Stop>,
    /// The group; none where all come together.
    pub group: Option<Arc<Group>>,
    /// When the coach arrives.
    pub arrives: NaiveDateTime,
    /// When it is received at the gate.
    pub received: NaiveDateTime,
    /// When heads are counted and the host is done.
    pub leaves: NaiveDateTime,
    /// What happens when.
    pub phases: Vec<PhaseTime>,
    /// How many come.
    pub heads: usize,
    /// Who comes, by delegation.
    pub guests: Vec<Guests>,
    /// Whom to call in the coach.
    pub contacts: Vec<Reached>,
}

/// Those of one delegation who come to a company.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guests {
    /// The identity of the delegation.
    pub id: DelegationId,
    /// The delegation, unless it was removed.
    pub delegation: Option<Arc<Delegation>>,
    /// How many come.
    pub heads: usize,
    /// Those who are named, by name; nobody where the host did not ask for names.
    pub named: Vec<Guest>,
    /// How many are not named yet.
    pub unnamed: usize,
}

/// What a company learns about somebody, and no more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guest {
    /// The name.
    pub name: String,
    /// The organisation.
    pub organisation: String,
}

impl HostSheet {
    /// The sheet of a host; none where there is no such host.
    #[must_use]
    pub fn of(plan: &Plan, host: HostId) -> Option<Self> {
        let host = plan.hosts.get(host)?.clone();
        let names = host.id_list_due.is_some();
        let receptions: Vec<_> = entries(plan, Audience::Everyone)
            .into_iter()
            .filter_map(|entry| reception(plan, &entry, host.id, names))
            .collect();
        let guests: Vec<_> = guests(plan, host.id).iter().map(|crew| Guests::of(plan, crew, names)).collect();
        Some(Self {
            venue: host.venue.and_then(|venue| plan.venues.get(venue)).cloned(),
            names,
            heads: guests.iter().map(|guests| guests.heads).sum(),
            guests,
            receptions,
            asked: bring(&host),
            host,
        })
    }
}

fn reception(plan: &Plan, entry: &Entry, at: HostId, names: bool) -> Option<Reception> {
    let Event::Stop { stop, stay, visit, group, .. } = &entry.event else { return None };
    if stop.host != at {
        return None;
    }
    let guests: Vec<_> = attending(plan, entry).iter().map(|crew| Guests::of(plan, crew, names)).collect();
    Some(Reception {
        visit: visit.clone(),
        stop: stop.clone(),
        group: group.clone(),
        arrives: stay.arrives,
        received: stay.received,
        leaves: stay.leaves,
        phases: stay.phases.clone(),
        heads: guests.iter().map(|guests| guests.heads).sum(),
        guests,
        contacts: on_the_coach(plan, visit, group.as_ref()),
    })
}

impl Guests {
    fn of(plan: &Plan, crew: &Crew, names: bool) -> Self {
        let named = crew.named.iter().filter(|_| names).filter_map(|id| plan.delegates.get(*id));
        Self {
            id: crew.delegation,
            delegation: plan.delegations.get(crew.delegation).cloned(),
            heads: crew.heads(),
            named: named.map(|delegate| Guest::of(delegate)).collect(),
            unnamed: crew.unnamed,
        }
    }
}

impl Guest {
    fn of(delegate: &Delegate) -> Self {
        Self { name: delegate.name.trim().to_string(), organisation: delegate.organisation.trim().to_string() }
    }
}
