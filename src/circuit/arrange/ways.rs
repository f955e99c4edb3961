//! What helps where groups share a coach and a host does not receive so many at once, as edits of one step.

use super::{Unasked, at_once};
use crate::plan::{Coach, Edit, Group, GroupId, Host, Plan, StopId, Visit};

/// A way out of [`Unasked::TooMany`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WayOut {
    /// These groups ride in another coach.
    OtherCoach {
        /// The groups.
        groups: Vec<GroupId>,
    },
    /// The hosts of these stops receive so many groups at once.
    MoreAtOnce {
        /// The stops.
        stops: Vec<StopId>,
        /// How many groups.
        groups: u16,
    },
}

/// The ways out of groups that share a coach, each as one edit. `fresh` is a coach that is not in the plan yet; a coach of
/// the visit in which nobody rides is taken before it.
#[must_use]
pub fn ways_out(plan: &Plan, visit: &Visit, why: &Unasked, fresh: Coach) -> Vec<(WayOut, Edit)> {
    let Unasked::TooMany { groups, stop } = why else { return Vec::new() };
    let groups: Vec<&Group> = groups.iter().filter_map(|id| plan.groups.get(*id)).map(|group| &**group).collect();
    let takes = plan.stops.get(*stop).map_or(1, |stop| usize::from(at_once(plan, stop)));
    let mut ways = Vec::new();
    ways.extend(other_coach(plan, visit, groups.get(takes..).unwrap_or_default(), fresh));
    ways.extend(more_at_once(plan, visit, &groups));
    ways
}

/// Those for whom the host has no place ride in a coach of their own.
fn other_coach(plan: &Plan, visit: &Visit, groups: &[&Group], fresh: Coach) -> Option<(WayOut, Edit)> {
    let taken = |coach: &&std::sync::Arc<Coach>| plan.groups.iter().any(|group| group.coach == Some(coach.id));
    let free = plan.coaches_of(visit.id).find(|coach| !taken(coach)).map(|coach| coach.id);
    let coach = free.unwrap_or(fresh.id);
    let mut edits: Vec<Edit> = free.is_none().then(|| Edit::Add(fresh.into())).into_iter().collect();
    for group in groups {
        edits.push(Edit::revise(Group::clone(group), Group { coach: Some(coach), ..Group::clone(group) }));
    }
    let way = WayOut::OtherCoach { groups: groups.iter().map(|group| group.id).collect() };
    (!groups.is_empty()).then_some((way, Edit::Together(edits)))
}

/// Every host of theirs receives all of them at once, if its capacity allows that.
fn more_at_once(plan: &Plan, visit: &Visit, groups: &[&Group]) -> Option<(WayOut, Edit)> {
    let count = u16::try_from(groups.len()).ok()?;
    let heads: usize = groups.iter().map(|group| plan.heads_in(group)).sum();
    let (mut stops, mut edits) = (Vec::new(), Vec::new());
    for stop in plan.stops_of(visit.id) {
        let meets = groups.iter().all(|group| group.makes(stop));
        let host = plan.hosts.get(stop.host).filter(|_| meets && at_once(plan, stop) < count);
        let Some(host) = host else { continue };
        if host.capacity.is_some_and(|takes| usize::from(takes) < heads) {
            return None;
        }
        stops.push(stop.id);
        let after = Host { groups_at_once: count, ..Host::clone(host) };
        edits.push(Edit::revise(Host::clone(host), after));
    }
    (!edits.is_empty()).then_some((WayOut::MoreAtOnce { stops, groups: count }, Edit::Together(edits)))
}
