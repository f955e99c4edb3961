//! Split: some of those on a way go another way from the next stop on. First the groups are divided as if they had
//! always been two that travel together; then the delay is worked out like any other, with the stops that those who go
//! leave out.

use super::{Cause, WayOut, day::Day, way::Way};
use crate::circuit::Leg;
use crate::order::sort_by_key;
use crate::plan::{
    CoachId, Deviated, Deviation, EntryId, Group, GroupId, Member, Parted, Plan, StopId, Turn, TurnId, Visit, VisitId,
    WayId,
};
use chrono::NaiveDateTime;
use std::collections::BTreeSet;

/// Who goes another way, and where not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Split {
    /// Whose way it is so far.
    pub way: WayId,
    /// The new group of those who go.
    pub group: GroupId,
    /// The new group of those who stay, where all went together so far.
    pub rest: GroupId,
    /// Who goes. Nobody splits up where nobody goes, or nobody stays.
    pub members: Vec<Member>,
    /// The stops to come that they leave out.
    pub skips: BTreeSet<StopId>,
    /// What carries them.
    pub carrier: Carrier,
}

/// What carries those who go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Carrier {
    /// The smallest coach of the visit that seats them and is free then; a vehicle that somebody has to find where there
    /// is none.
    #[default]
    Found,
    /// This coach.
    Coach(CoachId),
    /// A taxi, or a coach that is not in the plan.
    Other,
}

/// Where a group splits up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parting {
    /// The group of those who go.
    pub group: GroupId,
    /// The group of those who stay.
    pub rest: GroupId,
    /// How many go.
    pub heads: usize,
    /// How many stay.
    pub stay: usize,
    /// The last stop that they make together; none where they part before the first.
    pub after: Option<StopId>,
    /// The first leg that those who go make by themselves, and when they get in; nothing where they do not leave at all.
    pub ride: Option<(EntryId, NaiveDateTime)>,
    /// The coach that carries them; nothing where a vehicle has to be found.
    pub coach: Option<CoachId>,
}

/// A plan in which groups have split up and nothing has moved yet.
pub(super) struct Divided {
    pub plan: Plan,
    /// What happened, said of the groups of this plan.
    pub cause: Cause,
    /// Who goes, with those who stay.
    pairs: Vec<(GroupId, GroupId)>,
    /// Those who stay of visits on which all went together.
    rests: Vec<(VisitId, GroupId)>,
}

impl Divided {
    pub fn of(plan: &Plan, cause: &Cause) -> Self {
        let (splits, others): (Vec<_>, Vec<_>) =
            cause.ways_out.iter().cloned().partition(|way_out| matches!(way_out, WayOut::Split(_)));
        let cause = Cause { ways_out: others, ..cause.clone() };
        let mut divided = Self { plan: plan.clone(), cause, pairs: Vec::new(), rests: Vec::new() };
        if splits.is_empty() {
            return divided;
        }
        let bare = Cause { ways_out: Vec::new(), ..divided.cause.clone() };
        let Some(day) = Day::after(plan, &bare) else { return divided };
        let mut carriers = Vec::new();
        for way_out in &splits {
            let WayOut::Split(split) = way_out else { continue };
            let way = day.way(split.way).filter(|way| way.is_changed());
            if way.is_some_and(|way| divided.part(split, way)) {
                carriers.push((split.group, split.carrier));
            }
        }
        divided.rename();
        divided.go_together();
        for (group, carrier) in carriers {
            divided.carry(group, carrier);
        }
        divided
    }

    /// Divides a group; whether there are two of it now.
    fn part(&mut self, split: &Split, way: &Way) -> bool {
        let (visit, coming) = (way.visit, way.coming());
        let skips: Vec<StopId> = coming.iter().copied().filter(|stop| split.skips.contains(stop)).collect();
        // They part where their ways do.
        let next = coming.into_iter().take_while(|stop| !skips.contains(stop));
        let together: BTreeSet<StopId> = way.made().chain(next).collect();
        let rest = self.rests.iter().find(|(known, _)| *known == visit.id && way.group.is_none());
        let known = rest.map(|(_, rest)| *rest).or_else(|| way.group.map(|group| group.id));
        let mut rest = match known.and_then(|id| self.plan.groups.get(id)) {
            Some(group) => Group::clone(group),
            None => everybody(&self.plan, visit, split.rest, together.clone()),
        };
        let mut draft = self.plan.clone();
        draft.groups.put(rest.clone());
        let parted = Some(Parted { from: Some(rest.id), together });
        let mut group = Group {
            language: rest.language.clone(),
            start: rest.start,
            order: rest.order.clone(),
            skips: rest.skips.clone(),
            deviation: Deviation { parted, ..rest.deviation.clone() },
            ..draft.new_group(split.group, visit.id)
        };
        for member in chosen(&draft, &rest, &split.members) {
            match member {
                Member::Delegation(id) => {
                    rest.delegations.remove(&id);
                    group.delegations.insert(id);
                }
                Member::Delegate(id) => {
                    rest.delegates.remove(&id);
                    group.delegates.insert(id);
                }
            }
        }
        let nobody = |group: &Group| group.delegations.is_empty() && group.delegates.is_empty();
        let taken = self.plan.groups.has(group.id) || known.is_none() && self.plan.groups.has(rest.id);
        if nobody(&rest) || nobody(&group) || skips.is_empty() || taken || group.id == rest.id {
            return false;
        }
        let mut held = Vec::new();
        if known.is_none() {
            self.rests.push((visit.id, rest.id));
            // Where all were held, those who stay still are.
            for stop in self.plan.stops_of(visit.id).into_iter().filter(|stop| stop.hold > 0) {
                let id = TurnId { group: rest.id, stop: stop.id };
                held.push(Turn { hold: stop.hold, ..Turn::free(id) });
            }
        }
        let way = (visit.id, Some(group.id));
        self.cause.ways_out.extend(skips.into_iter().map(|stop| WayOut::LeaveOut(way, stop)));
        self.pairs.push((group.id, rest.id));
        for turn in held {
            self.plan.turns.put(turn);
        }
        let turns: Vec<Turn> = turns_of(&self.plan, rest.id).collect();
        for turn in turns {
            let id = TurnId { group: group.id, ..turn.id };
            self.plan.turns.put(Turn { id, ..turn });
        }
        self.plan.groups.put(rest);
        self.plan.groups.put(group);
        true
    }

    /// What was said of all together is said of those who stay.
    fn rename(&mut self) {
        for (visit, rest) in &self.rests {
            let of = match self.cause.entry {
                EntryId::Session(_) => None,
                EntryId::LegBack(of, _) => Some(of),
                EntryId::Stop(stop, _) | EntryId::LegTo(stop, _) => self.plan.stops.get(stop).map(|stop| stop.visit),
            };
            if of == Some(*visit) {
                self.cause.entry = self.cause.entry.of_group(Some(*rest));
            }
            for way_out in &mut self.cause.ways_out {
                if let Some(way) = way_out.way_mut().filter(|way| **way == (*visit, None)) {
                    way.1 = Some(*rest);
                }
            }
        }
    }

    /// They are together as far as their ways are the same, with all that is done about the delay.
    fn go_together(&mut self) {
        let Some(day) = Day::after(&self.plan, &self.cause) else { return };
        let ways = day.ways().filter_map(|way| Some((way.after.group?, way.deviation.parted.clone()?)));
        let found: Vec<(GroupId, Parted)> = ways.collect();
        let mut with_all: Vec<(GroupId, BTreeSet<StopId>)> = Vec::new();
        for (group, rest) in &self.pairs {
            let Some((_, parted)) = found.iter().find(|(known, _)| known == group) else { continue };
            self.plan.groups.change(*group, |group| group.deviation.parted = Some(parted.clone()));
            if self.rests.iter().any(|(_, known)| known == rest) {
                with_all.push((*rest, parted.together.clone()));
            }
        }
        for (rest, _) in &with_all {
            let of_all = with_all.iter().filter(|(known, _)| known == rest).flat_map(|(_, together)| together);
            let together = of_all.copied().collect();
            self.plan.groups.change(*rest, |group| group.deviation.parted = Some(Parted { from: None, together }));
        }
    }

    /// A way out of the groups that have split up, as it is said of the plan in which they have not.
    pub fn as_before(&self, mut way_out: WayOut) -> WayOut {
        if let Some(way) = way_out.way_mut()
            && self.rests.iter().any(|(visit, rest)| *way == (*visit, Some(*rest)))
        {
            way.1 = None;
        }
        way_out
    }

    /// Finds a coach for those who go, and for those who stay where nobody has said which is theirs.
    fn carry(&mut self, group: GroupId, carrier: Carrier) {
        let Some(record) = self.plan.groups.get(group).cloned() else { return };
        let heads = self.plan.heads_in(&record);
        let coach = match carrier {
            Carrier::Other => None,
            Carrier::Coach(coach) => Some(coach).filter(|coach| self.plan.coaches.has(*coach)),
            Carrier::Found => self.free_coaches(group).into_iter().find(|coach| {
                let seats = self.plan.coaches.get(*coach).and_then(|coach| coach.seats);
                seats.is_some_and(|seats| usize::from(seats) >= heads)
            }),
        };
        self.plan.groups.change(group, |group| group.coach = coach);
        let rest = self.pairs.iter().find(|(known, _)| *known == group).map(|(_, rest)| *rest);
        let rest = rest.filter(|rest| self.rests.iter().any(|(_, known)| known == rest));
        if let Some(rest) = rest {
            let left = largest(&self.plan, record.visit).filter(|left| Some(*left) != coach);
            self.plan.groups.change(rest, |rest| rest.coach = rest.coach.or(left));
        }
    }

    /// The coaches of the visit that carry nobody while a group is on its own way, the smallest first. Where nobody has
    /// said who rides in which, the largest is for those who stay.
    pub fn free_coaches(&self, group: GroupId) -> Vec<CoachId> {
        let plan = &self.plan;
        let parting = Day::after(plan, &self.cause).and_then(|day| {
            let parting = self.partings(&day).into_iter().find(|parting| parting.group == group)?;
            Some((day, parting))
        });
        let (Some((day, parting)), Some(record)) = (parting, plan.groups.get(group)) else { return Vec::new() };
        let Some((_, from)) = parting.ride else { return Vec::new() };
        let until = day.way((record.visit, Some(group))).map_or(from, |way| way.after.back);
        // Between two rides of a group a coach waits for it.
        let is_busy = |coach: CoachId| {
            day.ways().filter(|way| way.after.group != Some(group)).any(|way| {
                let carried = |leg: &&Leg| way.after.group.and_then(|of| plan.coach_to(of, leg.stop())) == Some(coach);
                let rides: Vec<&Leg> = way.after.legs.iter().filter(carried).collect();
                let span = rides.first().zip(rides.last());
                span.is_some_and(|(first, last)| first.start < until && from < last.arrives)
            })
        };
        let with_all = self.rests.iter().any(|(_, rest)| *rest == parting.rest);
        let kept = largest(plan, record.visit).filter(|_| with_all);
        let free = plan.coaches_of(record.visit).map(|coach| coach.id);
        let mut free: Vec<CoachId> = free.filter(|coach| Some(*coach) != kept && !is_busy(*coach)).collect();
        sort_by_key(&mut free, |coach| (seats(plan, *coach), *coach));
        free
    }

    /// Where groups split up, with the times of a day of this plan.
    pub fn partings(&self, day: &Day) -> Vec<Parting> {
        let mut partings = Vec::new();
        for (group, rest) in &self.pairs {
            let records = self.plan.groups.get(*group).zip(self.plan.groups.get(*rest));
            let Some((record, staying)) = records else { continue };
            let Some(way) = day.way((record.visit, Some(*group))) else { continue };
            let together = record.deviation.parted.as_ref().map(|parted| &parted.together);
            let is_own = |stop: StopId| together.is_none_or(|together| !together.contains(&stop));
            let leg = way.after.legs.iter().find(|leg| leg.stop().is_none_or(is_own));
            partings.push(Parting {
                group: *group,
                rest: *rest,
                heads: self.plan.heads_in(record),
                stay: self.plan.heads_in(staying),
                after: way.after.stays.iter().map(|stay| stay.stop).take_while(|stop| !is_own(*stop)).last(),
                ride: leg.map(|leg| (leg.id, leg.start)),
                coach: record.coach,
            });
        }
        partings
    }

    /// Adds what divides the groups to an edit.
    pub fn add_to(&self, deviated: &mut Deviated) {
        for id in self.pairs.iter().flat_map(|(group, rest)| [*rest, *group]) {
            let group = self.plan.groups.get(id).filter(|group| deviated.groups.iter().all(|one| one.id != group.id));
            deviated.groups.extend(group.map(|group| Group::clone(group)));
        }
        let made = self.rests.iter().map(|(_, rest)| rest).chain(self.pairs.iter().map(|(group, _)| group));
        for group in made {
            deviated.turns.extend(turns_of(&self.plan, *group));
        }
        // What was said of all together is said of each group now.
        deviated.ways.extend(self.rests.iter().map(|(visit, _)| ((*visit, None), Deviation::default())));
    }
}

fn turns_of(plan: &Plan, group: GroupId) -> impl Iterator<Item = Turn> {
    plan.turns.iter().filter(move |turn| turn.id.group == group).map(|turn| Turn::clone(turn))
}

fn seats(plan: &Plan, coach: CoachId) -> u16 {
    plan.coaches.get(coach).and_then(|coach| coach.seats).unwrap_or(u16::MAX)
}

/// The coach of a visit that seats the most.
fn largest(plan: &Plan, visit: VisitId) -> Option<CoachId> {
    plan.coaches_of(visit).map(|coach| coach.id).max_by_key(|coach| (seats(plan, *coach), *coach))
}

/// All who are on a visit without groups, as a group.
pub(super) fn everybody(plan: &Plan, visit: &Visit, id: GroupId, together: BTreeSet<StopId>) -> Group {
    let meant = plan.delegations.iter().map(|delegation| delegation.id).filter(|id| visit.audience.includes(*id));
    // Somebody whose delegation was removed has to come along all the same.
    let alone = plan
        .delegates
        .iter()
        .filter(|person| !plan.delegations.has(person.delegation) && visit.audience.includes(person.delegation));
    Group {
        delegations: meant.collect(),
        delegates: alone.map(|person| person.id).collect(),
        deviation: Deviation { parted: Some(Parted { from: None, together }), ..visit.deviation.clone() },
        ..plan.new_group(id, visit.id)
    }
}

/// Whether somebody goes with a group.
pub(super) fn belongs(plan: &Plan, group: &Group, member: Member) -> bool {
    match member {
        Member::Delegation(id) => group.delegations.contains(&id),
        Member::Delegate(id) => {
            let person = plan.delegates.get(id);
            person.and_then(|person| plan.group_of(group.visit, person)).is_some_and(|theirs| theirs.id == group.id)
        }
    }
}

/// Those of a group who are chosen, each once: a delegation where all of it are, and nobody beside the own delegation.
pub(super) fn chosen(plan: &Plan, group: &Group, members: &[Member]) -> Vec<Member> {
    let mut chosen: Vec<Member> = Vec::new();
    let goes = |member| members.contains(&member) && belongs(plan, group, member);
    for id in &group.delegations {
        let alone = plan.delegates_of(*id).filter(|person| goes(Member::Delegate(person.id)));
        let alone = alone.filter(|person| !group.delegates.contains(&person.id));
        let alone: Vec<Member> = alone.map(|person| Member::Delegate(person.id)).collect();
        let whole = !alone.is_empty() && alone.len() == plan.heads_together(group.visit, *id);
        if goes(Member::Delegation(*id)) || whole {
            chosen.push(Member::Delegation(*id));
        } else {
            chosen.extend(alone);
        }
    }
    chosen.extend(group.delegates.iter().map(|id| Member::Delegate(*id)).filter(|member| goes(*member)));
    chosen
}
