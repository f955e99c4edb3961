//! What several papers say about people: who comes of a delegation, who does what, and whom to call.

use crate::{
    agenda::{Audience, Crew, is_one_of},
    plan::{Coach, Contact, Delegate, Delegation, DelegationId, Group, Host, Key, Party, Plan, Session, Text, Visit},
};
use chrono::NaiveDate;
use std::sync::Arc;

/// Those of one delegation who are on a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contingent {
    /// The identity of the delegation.
    pub id: DelegationId,
    /// The delegation, unless it was removed.
    pub delegation: Option<Arc<Delegation>>,
    /// Those who are named, by name.
    pub named: Vec<Arc<Delegate>>,
    /// How many are expected besides.
    pub unnamed: usize,
}

impl Contingent {
    /// How many heads it is.
    #[must_use]
    pub const fn heads(&self) -> usize {
        self.named.len() + self.unnamed
    }

    pub(super) fn of(plan: &Plan, crew: &Crew) -> Self {
        Self {
            id: crew.delegation,
            delegation: plan.delegations.get(crew.delegation).cloned(),
            named: crew.named.iter().filter_map(|id| plan.delegates.get(*id)).cloned().collect(),
            unnamed: crew.unnamed,
        }
    }
}

/// A role in a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "the field's own terms")]
pub enum Role {
    Chair,
    Speaker,
    Rapporteur,
}

/// Somebody's role in a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duty {
    /// Which role.
    pub role: Role,
    /// Whose it is.
    pub party: Party,
    /// In which session.
    pub session: Arc<Session>,
}

/// The roles that people of an audience have in a session.
pub(super) fn duties(plan: &Plan, session: &Arc<Session>, audience: Audience) -> Vec<Duty> {
    let roles =
        [(Role::Chair, &session.chair), (Role::Speaker, &session.speakers), (Role::Rapporteur, &session.rapporteur)];
    let all = roles.into_iter().flat_map(|(role, parties)| parties.iter().map(move |party| (role, party)));
    let theirs = all.filter(|(_, party)| is_one_of(plan, party, audience));
    theirs.map(|(role, party)| Duty { role, party: party.clone(), session: session.clone() }).collect()
}

/// Somebody to call on the day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reached {
    /// Who guides a group.
    Guide(Arc<Group>),
    /// Who drives a coach.
    Driver(Arc<Coach>),
    /// The reception of a host.
    Host(Arc<Host>),
}

impl Reached {
    /// Name, telephone and e-mail, as far as they are known.
    #[must_use]
    pub fn contact(&self) -> &Contact {
        match self {
            Self::Guide(group) => &group.guide,
            Self::Driver(coach) => &coach.driver,
            Self::Host(host) => &host.contact,
        }
    }

    /// The record in which they stand.
    #[must_use]
    pub fn key(&self) -> Key {
        match self {
            Self::Guide(group) => Key::Group(group.id),
            Self::Driver(coach) => Key::Coach(coach.id),
            Self::Host(host) => Key::Host(host.id),
        }
    }
}

/// The coaches that carry a group: its own; where a visit has no groups, all of the visit.
pub(super) fn coaches_for(plan: &Plan, visit: &Visit, group: Option<&Group>) -> Vec<Arc<Coach>> {
    match group {
        Some(group) => coach_of(plan, group).cloned().into_iter().collect(),
        None => plan.coaches_of(visit.id).cloned().collect(),
    }
}

/// The coach that carries a group, if it is one of the group's visit.
pub(super) fn coach_of<'plan>(plan: &'plan Plan, group: &Group) -> Option<&'plan Arc<Coach>> {
    group.coach.and_then(|coach| plan.coaches.get(coach)).filter(|coach| coach.visit == group.visit)
}

/// Who is on the coach with a group and can be called: its guide, then the drivers.
pub(super) fn on_the_coach(plan: &Plan, visit: &Visit, group: Option<&Arc<Group>>) -> Vec<Reached> {
    let drivers = coaches_for(plan, visit, group.map(|group| &**group)).into_iter().map(Reached::Driver);
    group.cloned().map(Reached::Guide).into_iter().chain(drivers).collect()
}

/// What a day is about; empty where nobody said.
pub(super) fn day_title(plan: &Plan, date: NaiveDate) -> Text {
    plan.days.get(date).map(|day| day.title.clone()).unwrap_or_default()
}

/// Adds what is not there yet.
pub(super) fn push_new<T: PartialEq>(list: &mut Vec<T>, more: impl IntoIterator<Item = T>) {
    for item in more {
        if !list.contains(&item) {
            list.push(item);
        }
    }
}
