//! The edits of groups: who goes with which, in which order, and what is agreed with a host for one of them.

use super::{
    AnyRecord, EditError, Group, GroupId, Key, Member, Plan, StopId, Turn, TurnId, VisitId, edit::must_be_there,
    removal::remove,
};
use chrono::NaiveTime;

/// What [`super::Edit::Arrange`] gives to a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arranged {
    /// The group; none for a visit on which all go together.
    pub group: Option<GroupId>,
    /// When its boarding starts; none leaves that to the visit.
    pub start: Option<NaiveTime>,
    /// The order of its stops.
    pub order: Vec<StopId>,
    /// What is agreed for it at its stops, in the place of all that was. A visit on which all go together has none, and
    /// nobody is held any more.
    pub turns: Vec<Turn>,
}

/// Moves a stop to another place in the order of its visit, or of one group of it.
pub(super) fn move_stop(plan: &mut Plan, stop: StopId, group: Option<GroupId>, to: usize) -> Result<(), EditError> {
    let visit = plan.stops.get(stop).ok_or(EditError::Gone(Key::Stop(stop)))?.visit;
    must_be_there(plan, [Some(Key::Visit(visit)), group.map(Key::Group)].into_iter().flatten())?;
    let of_group = group.and_then(|group| plan.groups.get(group)).map(|group| &**group);
    if let Some(group) = of_group.filter(|group| group.visit != visit) {
        return Err(EditError::Gone(Key::Group(group.id)));
    }
    let mut order: Vec<StopId> = plan.stops_for(visit, of_group).iter().map(|stop| stop.id).collect();
    order.retain(|other| *other != stop);
    order.insert(to.min(order.len()), stop);
    match group {
        Some(group) => plan.groups.change(group, |group| group.order = order),
        None => plan.visits.change(visit, |visit| visit.order = order),
    }
    Ok(())
}

/// Puts somebody into a group and out of the others. Who goes where the delegation goes is not named beside it.
pub(super) fn assign(plan: &mut Plan, visit: VisitId, member: Member, group: Option<GroupId>) -> Result<(), EditError> {
    must_be_there(plan, [Key::Visit(visit), member.key()].into_iter().chain(group.map(Key::Group)))?;
    if let Some(into) = group
        && plan.groups.get(into).is_none_or(|group| group.visit != visit)
    {
        return Err(EditError::Gone(Key::Group(into)));
    }
    let theirs: Vec<_> = match member {
        Member::Delegation(id) => plan.delegates_of(id).map(|delegate| delegate.id).collect(),
        Member::Delegate(_) => Vec::new(),
    };
    let with_delegation = match member {
        Member::Delegate(id) => {
            let delegation = plan.delegates.get(id).map(|delegate| delegate.delegation);
            delegation.and_then(|delegation| plan.group_with(visit, delegation)).map(|group| group.id)
        }
        Member::Delegation(_) => None,
    };
    let ids: Vec<_> = plan.groups_of(visit).iter().map(|group| group.id).collect();
    for id in ids {
        let Some(now) = plan.groups.get(id) else { continue };
        let mut next = Group::clone(now);
        let into = group == Some(id);
        match member {
            Member::Delegation(member) => {
                next.delegations.remove(&member);
                if into {
                    next.delegations.insert(member);
                    next.delegates.retain(|delegate| !theirs.contains(delegate));
                }
            }
            Member::Delegate(member) => {
                next.delegates.remove(&member);
                if into && with_delegation != group {
                    next.delegates.insert(member);
                }
            }
        }
        if next != **now {
            plan.groups.put(next);
        }
    }
    Ok(())
}

/// Gives a visit these groups and no others.
pub(super) fn split(plan: &mut Plan, visit: VisitId, groups: &[Group]) -> Result<(), EditError> {
    must_be_there(plan, [Key::Visit(visit)])?;
    let left = plan.groups_of(visit).into_iter().map(|group| group.id);
    let left: Vec<_> = left.filter(|id| groups.iter().all(|group| group.id != *id)).collect();
    for id in left {
        remove(plan, Key::Group(id));
    }
    if let Some(other) = groups.iter().find(|group| group.visit != visit) {
        return Err(EditError::Mixed(Key::Group(other.id)));
    }
    put_all(plan, groups)
}

/// Adds groups, or puts them in the place of those with their identities.
pub(super) fn put_all(plan: &mut Plan, groups: &[Group]) -> Result<(), EditError> {
    for group in groups {
        let now = plan.groups.get(group.id);
        if now.is_some_and(|now| now.visit != group.visit) {
            return Err(EditError::Mixed(Key::Group(group.id)));
        }
        let known = now.map(|now| AnyRecord::Group(now.clone()).references()).unwrap_or_default();
        let named = AnyRecord::from(group.clone()).references();
        must_be_there(plan, named.into_iter().filter(|key| !known.contains(key)))?;
        plan.groups.put(group.clone());
    }
    Ok(())
}

/// Says what is agreed for a group at a stop.
pub(super) fn set_turn(plan: &mut Plan, turn: &Turn) -> Result<(), EditError> {
    must_be_there(plan, [Key::Group(turn.id.group), Key::Stop(turn.id.stop)])?;
    if turn.is_free() {
        plan.turns.remove(turn.id);
    } else {
        plan.turns.put(turn.clone());
    }
    Ok(())
}

/// Gives groups another order, start and turns.
pub(super) fn arrange(plan: &mut Plan, visit: VisitId, groups: &[Arranged]) -> Result<(), EditError> {
    must_be_there(plan, [Key::Visit(visit)])?;
    for Arranged { group, start, order, turns } in groups {
        must_be_there(plan, order.iter().copied().map(Key::Stop))?;
        let Some(id) = *group else {
            plan.visits.change(visit, |visit| {
                visit.order.clone_from(order);
                if let Some(start) = start {
                    visit.start = visit.start.date().and_time(*start);
                }
            });
            for stop in order {
                plan.stops.change(*stop, |stop| stop.hold = 0);
            }
            continue;
        };
        if plan.groups.get(id).is_none_or(|group| group.visit != visit) {
            return Err(EditError::Gone(Key::Group(id)));
        }
        plan.groups.change(id, |group| {
            group.order.clone_from(order);
            group.start = *start;
        });
        let before: Vec<TurnId> = plan.turns.iter().map(|turn| turn.id).filter(|turn| turn.group == id).collect();
        for turn in before {
            plan.turns.remove(turn);
        }
        for turn in turns.iter().filter(|turn| turn.id.group == id) {
            set_turn(plan, turn)?;
        }
    }
    Ok(())
}
