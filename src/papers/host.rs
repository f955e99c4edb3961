//! Host sheets: who comes to a company, when, and by which rules.

use super::people::{Reached, on_the_coach};
use crate::{
    agenda::{Audience, Bring, Crew, Entry, Event, attending, bring, entries},
    circuit::PhaseTime,
    exchange::{guests, told},
    plan::{Delegation, DelegationId, Group, GuestField, Host, HostId, Plan, Stop, Venue, Visit},
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
    /// What it asked to know of each who comes, beside the delegation; nothing where only heads are told.
    pub fields: Vec<GuestField>,
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
    /// What is told of each who is named, by name: a text for each of [`HostSheet::fields`]. Nobody where it asked for none.
    pub named: Vec<Vec<String>>,
    /// How many are not named yet.
    pub unnamed: usize,
}

impl HostSheet {
    /// The sheet of a host; none where there is no such host.
    #[must_use]
    pub fn of(plan: &Plan, host: HostId) -> Option<Self> {
        let host = plan.hosts.get(host)?.clone();
        let fields = host.told();
        let receptions: Vec<_> = entries(plan, Audience::Everyone)
            .into_iter()
            .filter_map(|entry| reception(plan, &entry, host.id, &fields))
            .collect();
        let guests: Vec<_> = guests(plan, host.id).iter().map(|crew| Guests::of(plan, crew, &fields)).collect();
        Some(Self {
            venue: host.venue.and_then(|venue| plan.venues.get(venue)).cloned(),
            heads: guests.iter().map(|guests| guests.heads).sum(),
            guests,
            receptions,
            asked: bring(&host),
            fields,
            host,
        })
    }
}

fn reception(plan: &Plan, entry: &Entry, at: HostId, fields: &[GuestField]) -> Option<Reception> {
    let Event::Stop { stop, stay, visit, group, .. } = &entry.event else { return None };
    if stop.host != at {
        return None;
    }
    let guests: Vec<_> = attending(plan, entry).iter().map(|crew| Guests::of(plan, crew, fields)).collect();
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
    fn of(plan: &Plan, crew: &Crew, fields: &[GuestField]) -> Self {
        let named = crew.named.iter().filter(|_| !fields.is_empty()).filter_map(|id| plan.delegates.get(*id));
        let told = |field: &GuestField, delegate| told(plan, delegate, *field);
        Self {
            id: crew.delegation,
            delegation: plan.delegations.get(crew.delegation).cloned(),
            heads: crew.heads(),
            named: named.map(|delegate| fields.iter().map(|field| told(field, delegate)).collect()).collect(),
            unnamed: crew.unnamed,
        }
    }
}
