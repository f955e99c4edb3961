//! Who goes with which group, counted in heads.

use super::{
    Coach, CoachId, Delegate, DelegateId, DelegationId, Group, GroupId, Hue, Parted, Plan, Stop, StopId, Text, VisitId,
};
use crate::order::sort_by_key;
use std::sync::Arc;

impl Plan {
    /// The groups of a visit by letter; none where all go together.
    #[must_use]
    pub fn groups_of(&self, visit: VisitId) -> Vec<&Arc<Group>> {
        let mut groups: Vec<_> = self.groups.iter().filter(|group| group.visit == visit).collect();
        sort_by_key(&mut groups, |group| (group.letter.clone(), group.id));
        groups
    }

    /// The coaches of a visit in the order of their making.
    pub fn coaches_of(&self, visit: VisitId) -> impl Iterator<Item = &Arc<Coach>> {
        self.coaches.iter().filter(move |coach| coach.visit == visit)
    }

    /// The stops that a group makes, in its order: those that it names, then the others in the order of the visit.
    /// Without a group, all stops of the visit.
    #[must_use]
    pub fn stops_for(&self, visit: VisitId, group: Option<&Group>) -> Vec<&Arc<Stop>> {
        let mut stops = self.stops_of(visit);
        let Some(group) = group else { return stops };
        let place = |id: StopId| group.order.iter().position(|known| *known == id);
        let mut ranked: Vec<_> = stops.drain(..).filter(|stop| group.makes(stop)).enumerate().collect();
        sort_by_key(&mut ranked, |(rank, stop)| (place(stop.id).unwrap_or(usize::MAX), *rank));
        ranked.into_iter().map(|(_, stop)| stop).collect()
    }

    /// The group of a visit in which a delegate goes: the one that names the person, else the one that names the
    /// person's delegation.
    #[must_use]
    pub fn group_of(&self, visit: VisitId, delegate: &Delegate) -> Option<&Arc<Group>> {
        self.group_naming(visit, delegate.id).or_else(|| self.group_with(visit, delegate.delegation))
    }

    /// The group of a visit that names a delegate.
    #[must_use]
    pub fn group_naming(&self, visit: VisitId, delegate: DelegateId) -> Option<&Arc<Group>> {
        self.groups_of(visit).into_iter().find(|group| group.delegates.contains(&delegate))
    }

    /// The group of a visit that names a delegation.
    #[must_use]
    pub fn group_with(&self, visit: VisitId, delegation: DelegationId) -> Option<&Arc<Group>> {
        self.groups_of(visit).into_iter().find(|group| group.delegations.contains(&delegation))
    }

    /// How many heads of a delegation go with those of it whom no group of the visit names: the larger of those named
    /// and those expected, without those singled out.
    #[must_use]
    pub fn heads_together(&self, visit: VisitId, delegation: DelegationId) -> usize {
        let groups = self.groups_of(visit);
        let alone = self.delegates_of(delegation).filter(|delegate| {
            let mut groups = groups.iter();
            groups.any(|group| group.delegates.contains(&delegate.id))
        });
        self.heads_of(delegation).saturating_sub(alone.count())
    }

    /// How many heads to count on in a group.
    #[must_use]
    pub fn heads_in(&self, group: &Group) -> usize {
        let together: usize =
            group.delegations.iter().map(|delegation| self.heads_together(group.visit, *delegation)).sum();
        together + group.delegates.iter().filter(|delegate| self.delegates.has(**delegate)).count()
    }

    /// Whether somebody of a delegation goes with a group.
    #[must_use]
    pub fn is_in(&self, group: &Group, delegation: DelegationId) -> bool {
        let alone = |id: &DelegateId| self.delegates.get(*id).is_some_and(|known| known.delegation == delegation);
        group.delegations.contains(&delegation) || group.delegates.iter().any(alone)
    }

    /// The group as a part of which a group goes to a stop, or back for none: the one from which it parts later, else
    /// itself. Nothing where all of the visit went there together.
    #[must_use]
    pub fn party_to(&self, group: GroupId, stop: Option<StopId>) -> Option<GroupId> {
        let together = |parted: &Parted| stop.is_some_and(|stop| parted.together.contains(&stop));
        let party = self.origin(group, together);
        let parted = self.groups.get(party).and_then(|group| group.deviation.parted.as_ref());
        let with_all = parted.is_some_and(|parted| parted.from.is_none() && together(parted));
        (!with_all).then_some(party)
    }

    /// The group that a group was a part of as the visit was planned: itself unless it came off another on the way.
    #[must_use]
    pub fn party_of(&self, group: GroupId) -> GroupId {
        self.origin(group, |_| true)
    }

    /// Goes back over the groups from which one parted, as far as `counts` says.
    fn origin(&self, group: GroupId, counts: impl Fn(&Parted) -> bool) -> GroupId {
        let mut at = group;
        // A merge can leave groups that came off each other.
        for _ in 0..self.groups.len() {
            let parted = self.groups.get(at).and_then(|group| group.deviation.parted.as_ref());
            let from = parted.filter(|parted| counts(parted)).and_then(|parted| parted.from);
            let Some(from) = from.filter(|from| self.groups.has(*from)) else { break };
            at = from;
        }
        at
    }

    /// The coach in which a group goes to a stop, or back for none, where that is known.
    #[must_use]
    pub fn coach_to(&self, group: GroupId, stop: Option<StopId>) -> Option<CoachId> {
        self.party_to(group, stop).and_then(|party| self.groups.get(party)).and_then(|party| party.coach)
    }

    /// A group to fill in, told apart from the others of its visit.
    #[must_use]
    pub fn new_group(&self, id: GroupId, visit: VisitId) -> Group {
        let groups = self.groups_of(visit);
        let users = |hue: &Hue| groups.iter().filter(|group| group.hue == *hue).count();
        let mut letters = ('A'..='Z').map(String::from);
        let letter = letters.find(|letter| groups.iter().all(|group| group.letter != *letter));
        Group {
            letter: letter.unwrap_or_else(|| String::from("?")),
            hue: Hue::ALL.into_iter().min_by_key(users).unwrap_or_default(),
            ..Group::empty(id, visit)
        }
    }

    /// A coach to fill in.
    #[must_use]
    pub fn new_coach(&self, id: CoachId, visit: VisitId, name: impl Into<String>) -> Coach {
        Coach {
            id,
            visit,
            name: name.into(),
            seats: None,
            driver: super::Contact::default(),
            plate: String::new(),
            to_confirm: false,
        }
    }

    /// What people call a group: its letter, and its name where it has one.
    #[must_use]
    pub fn group_title(&self, id: GroupId) -> Text {
        let Some(group) = self.groups.get(id) else { return Text::default() };
        if group.name.is_empty() { Text::same(&group.letter) } else { group.name.clone() }
    }
}
