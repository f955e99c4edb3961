//! Groups of a study visit: who is in them, what carries them, and when two of them meet at a host.

use super::finding::{About, Detail, Finding, Fix, Limit, Remedy, Rule, Severity};
use super::scene::{Outing, Scene};
use crate::circuit::{
    Leg, Stay,
    reception::{self, Conflict},
};
use crate::order::sort_by_key;
use crate::plan::{CoachId, Edit, EntryId, Group, GroupId, Host, Key, Member, Plan, Slot, Turn, TurnId, Visit};
use chrono::{NaiveDateTime, TimeDelta, Timelike};

pub(super) fn find(scene: &Scene, findings: &mut Vec<Finding>) {
    for visit in &scene.plan.visits {
        let groups = scene.plan.groups_of(visit.id);
        if !groups.is_empty() {
            in_two(scene, visit, findings);
            in_none(scene, visit, findings);
            without_coach(scene, visit, findings);
            one_coach(scene, visit, findings);
        }
    }
    coaches(scene, findings);
    for host in &scene.plan.hosts {
        at_host(scene, host, findings);
    }
}

/// Where a finding about a group as a whole is.
fn about(scene: &Scene, groups: &[GroupId]) -> Vec<About> {
    let outings = scene.outings.iter().filter(|outing| outing.itinerary.group.is_some_and(|id| groups.contains(&id)));
    let mut about: Vec<_> = outings.filter_map(Outing::first_leg).collect();
    about.extend(groups.iter().map(|id| About::Record(Key::Group(*id))));
    about
}

fn start(scene: &Scene, groups: &[GroupId]) -> Option<NaiveDateTime> {
    let outings = scene.outings.iter().filter(|outing| outing.itinerary.group.is_some_and(|id| groups.contains(&id)));
    outings.map(|outing| outing.itinerary.gathers).min()
}

fn in_two(scene: &Scene, visit: &Visit, findings: &mut Vec<Finding>) {
    let groups = scene.plan.groups_of(visit.id);
    let mut members: Vec<Member> = Vec::new();
    for group in &groups {
        members.extend(group.delegations.iter().copied().map(Member::Delegation));
        members.extend(group.delegates.iter().copied().map(Member::Delegate));
    }
    sort_by_key(&mut members, |member| *member);
    members.dedup();
    for member in members {
        let theirs = groups.iter().filter(|group| names(group, member)).map(|group| group.id);
        let theirs: Vec<GroupId> = theirs.collect();
        if theirs.len() < 2 || scene.plan.record(member.key()).is_none() {
            continue;
        }
        let mut about = about(scene, &theirs);
        about.push(About::Record(member.key()));
        findings.push(Finding {
            rule: Rule::InTwoGroups,
            severity: Severity::Blocker,
            at: start(scene, &theirs),
            about,
            detail: Detail::InTwoGroups { visit: visit.id, member, groups: theirs },
            fix: None,
        });
    }
}

fn names(group: &Group, member: Member) -> bool {
    match member {
        Member::Delegation(id) => group.delegations.contains(&id),
        Member::Delegate(id) => group.delegates.contains(&id),
    }
}

/// Delegations that go on a visit, whole or in part, without a group.
fn in_none(scene: &Scene, visit: &Visit, findings: &mut Vec<Finding>) {
    let plan = scene.plan;
    for (delegation, all) in &scene.heads {
        if !visit.audience.includes(*delegation) || plan.group_with(visit.id, *delegation).is_some() {
            continue;
        }
        let heads = plan.heads_together(visit.id, *delegation);
        if heads == 0 && *all > 0 {
            continue;
        }
        findings.push(Finding {
            rule: Rule::InNoGroup,
            severity: Severity::Warning,
            at: Some(visit.start),
            about: vec![About::Record(Key::Visit(visit.id)), About::Record(Key::Delegation(*delegation))],
            detail: Detail::InNoGroup { visit: visit.id, delegation: *delegation, heads },
            fix: None,
        });
    }
}

fn without_coach(scene: &Scene, visit: &Visit, findings: &mut Vec<Finding>) {
    let plan = scene.plan;
    let has_coaches = plan.coaches_of(visit.id).next().is_some();
    for group in plan.groups_of(visit.id).into_iter().filter(|group| group.coach.is_none()) {
        // Whoever came off another group left its coach, wherever that is written down.
        let parted = group.deviation.parted_from().is_some();
        let stays = scene
            .outings
            .iter()
            .any(|outing| outing.itinerary.group == Some(group.id) && outing.itinerary.legs.is_empty());
        if !has_coaches && !parted || parted && stays {
            continue;
        }
        findings.push(Finding {
            rule: Rule::NoCoach,
            severity: Severity::Warning,
            at: start(scene, &[group.id]),
            about: about(scene, &[group.id]),
            detail: Detail::NoCoach { visit: visit.id, group: group.id },
            fix: None,
        });
    }
}

/// Groups that go separate ways at the same time, where a visit has no coach by name but the seats of one.
fn one_coach(scene: &Scene, visit: &Visit, findings: &mut Vec<Finding>) {
    let plan = scene.plan;
    if visit.coach_seats.is_none() || plan.coaches_of(visit.id).next().is_some() {
        return;
    }
    let mut riders: Vec<(GroupId, Vec<&Leg>)> = Vec::new();
    for outing in scene.outings.iter().filter(|outing| outing.visit.id == visit.id) {
        let group = outing.itinerary.group.and_then(|group| plan.groups.get(group));
        // Whoever came off another group has a finding of their own.
        if let Some(group) = group.filter(|group| group.deviation.parted_from().is_none()) {
            riders.push((group.id, outing.itinerary.legs.iter().collect()));
        }
    }
    let (mut groups, mut first): (Vec<GroupId>, Option<NaiveDateTime>) = (Vec::new(), None);
    for (group, legs) in &riders {
        let others = riders.iter().filter(|(other, _)| other != group);
        if let Some(at) = others.filter_map(|(_, theirs)| part(legs, theirs)).min() {
            groups.push(*group);
            first = Some(first.map_or(at, |first| first.min(at)));
        }
    }
    let Some(at) = first else { return };
    let mut about = vec![About::Record(Key::Visit(visit.id))];
    about.extend(groups.iter().map(|id| About::Record(Key::Group(*id))));
    findings.push(Finding {
        rule: Rule::NoCoach,
        severity: Severity::Warning,
        at: Some(at),
        about,
        detail: Detail::OneCoach { visit: visit.id, groups, at },
        fix: None,
    });
}

/// Groups that share a coach travel together, or one after the other.
fn coaches(scene: &Scene, findings: &mut Vec<Finding>) {
    for coach in &scene.plan.coaches {
        let riders = scene.outings.iter().map(|outing| (outing, outing.legs_in(scene.plan, coach.id)));
        let mut riders: Vec<(&Outing, Vec<&Leg>)> = riders.filter(|(_, legs)| !legs.is_empty()).collect();
        sort_by_key(&mut riders, |(outing, _)| (outing.itinerary.gathers, outing.itinerary.group));
        for (place, (first, legs)) in riders.iter().enumerate() {
            for (second, theirs) in &riders[place + 1..] {
                let Some(at) = part(legs, theirs) else { continue };
                let (Some(one), Some(two)) = (first.itinerary.group, second.itinerary.group) else { continue };
                let mut about = about(scene, &[one, two]);
                about.push(About::Record(Key::Coach(coach.id)));
                findings.push(Finding {
                    rule: Rule::CoachClash,
                    severity: Severity::Blocker,
                    at: Some(at),
                    about,
                    detail: Detail::CoachClash { coach: coach.id, first: one, second: two, at },
                    fix: None,
                });
            }
        }
    }
}

/// When the coach leaves with one group and not with the other, while it carries both. Whoever gets in or out on the way
/// is carried from then on, or until then.
fn part(one: &[&Leg], two: &[&Leg]) -> Option<NaiveDateTime> {
    let (start, end) = (one.first()?.start.max(two.first()?.start), one.last()?.arrives.min(two.last()?.arrives));
    if end <= start {
        return None;
    }
    let carried = |legs: &[&Leg]| -> usize { legs.iter().take_while(|leg| leg.arrives <= start).count() };
    let (one, two) = (&one[carried(one)..], &two[carried(two)..]);
    let same = one.iter().zip(two).take_while(|(one, two)| one.is_same_ride(two)).count();
    Some(one.get(same)?.departs.min(two.get(same)?.departs))
}

/// A group's time at a host.
struct Guest<'scene, 'plan> {
    outing: &'scene Outing<'plan>,
    stay: &'scene Stay,
    group: GroupId,
}

impl Guest<'_, '_> {
    fn about(&self) -> About {
        About::Entry(EntryId::Stop(self.stay.stop, Some(self.group)))
    }

    fn seen(&self, scene: &Scene) -> reception::Guest {
        let minute = |moment: NaiveDateTime| moment.and_utc().timestamp() / 60;
        let (received, leaves) = (minute(self.stay.received), minute(self.stay.leaves));
        let party = Some(scene.plan.party_of(self.group));
        reception::Guest { group: Some(self.group), party, received, leaves, heads: self.outing.heads(scene) }
    }
}

/// What a host sees: too many groups or heads at once, or two groups too soon one after the other.
fn at_host(scene: &Scene, host: &Host, findings: &mut Vec<Finding>) {
    let mut guests: Vec<Guest> = Vec::new();
    for outing in &scene.outings {
        let Some(group) = outing.itinerary.group else { continue };
        for stay in &outing.itinerary.stays {
            if scene.plan.stops.get(stay.stop).is_some_and(|stop| stop.host == host.id) {
                guests.push(Guest { outing, stay, group });
            }
        }
    }
    sort_by_key(&mut guests, |guest| (guest.stay.received, guest.stay.leaves, guest.group, guest.stay.stop));
    let seen: Vec<reception::Guest> = guests.iter().map(|guest| guest.seen(scene)).collect();
    for (place, guest) in guests.iter().enumerate() {
        // Of those who come as one party, the last stands for all.
        if seen[place + 1..].iter().any(|other| reception::is_one_party(&seen[place], other)) {
            continue;
        }
        let there: Vec<&Guest> = reception::together(&seen, place).into_iter().map(|other| &guests[other]).collect();
        for conflict in reception::conflicts(host, &seen, place) {
            match conflict {
                Conflict::Crowd => findings.push(crowd(host, &there)),
                // One group that is too many by itself is another rule's.
                Conflict::Heads(heads) if there.len() > 1 => findings.extend(too_many(host, &there, heads)),
                Conflict::Heads(_) => {}
                Conflict::Gap(before, has) => findings.push(too_soon(host, &guests[before], guest, has)),
            }
        }
    }
}

/// A group that comes so soon after another that the host has no place ready.
fn too_soon(host: &Host, before: &Guest, guest: &Guest, has: u16) -> Finding {
    let (stop, leaves, needs) = (guest.stay.stop, before.stay.leaves, host.gap);
    Finding {
        rule: Rule::HostGap,
        severity: Severity::Warning,
        at: Some(guest.stay.received),
        about: vec![before.about(), guest.about()],
        detail: Detail::HostGap { stop, first: before.group, leaves, second: guest.group, needs, has },
        fix: None,
    }
}

/// More groups at a host than it takes, of which the last has just come.
fn crowd(host: &Host, there: &[&Guest]) -> Finding {
    let last = there[there.len() - 1].stay;
    let ends = there.iter().map(|guest| guest.stay.leaves).min().unwrap_or(last.received);
    let shared = Slot::new(last.received, ends).unwrap_or_else(|_| Slot::lasting(last.received, Slot::LONGEST));
    let groups = there.iter().map(|guest| guest.group).collect();
    let detail = Detail::GroupsAtHost { stop: last.stop, groups, takes: host.groups_at_once.max(1), shared };
    at_once(Rule::GroupsAtHost, Severity::Blocker, there, detail)
}

/// More heads at a host than it takes.
fn too_many(host: &Host, there: &[&Guest], heads: usize) -> Option<Finding> {
    let groups = there.iter().map(|guest| guest.group).collect();
    let limit = Limit::Host(there[there.len() - 1].stay.stop);
    let detail = Detail::TooManyHeads { limit, groups, takes: host.capacity?, heads };
    Some(at_once(Rule::TooManyHeads, Severity::Warning, there, detail))
}

fn at_once(rule: Rule, severity: Severity, there: &[&Guest], detail: Detail) -> Finding {
    let at = there.last().map(|guest| guest.stay.received);
    let about = there.iter().map(|guest| guest.about()).collect();
    Finding { rule, severity, at, about, detail, fix: None }
}

/// What may help: the group that comes waits at the gate, somebody joins a group or stays in one, a coach is taken.
pub(super) fn ways_out(scene: &Scene, finding: &Finding) -> Vec<Fix> {
    let plan = scene.plan;
    match &finding.detail {
        Detail::GroupsAtHost { stop, groups, shared, .. } => {
            let host = plan.stops.get(*stop).and_then(|stop| plan.hosts.get(stop.host));
            let gap = host.map_or(0, |host| host.gap);
            groups.last().and_then(|group| receive(plan, *group, *stop, shared.end(), gap)).into_iter().collect()
        }
        Detail::HostGap { stop, leaves, second, needs, .. } => {
            receive(plan, *second, *stop, *leaves, *needs).into_iter().collect()
        }
        Detail::InTwoGroups { visit, member, groups } => {
            let join = |group: &GroupId| Fix {
                edit: Edit::Assign { visit: *visit, member: *member, group: Some(*group) },
                remedy: Remedy::JoinGroup { group: *group },
            };
            groups.iter().map(join).collect()
        }
        Detail::InNoGroup { visit, delegation, .. } => {
            let mut groups = plan.groups_of(*visit);
            sort_by_key(&mut groups, |group| (plan.heads_in(group), group.letter.clone(), group.id));
            let member = Member::Delegation(*delegation);
            let join = |group: &std::sync::Arc<Group>| Fix {
                edit: Edit::Assign { visit: *visit, member, group: Some(group.id) },
                remedy: Remedy::JoinGroup { group: group.id },
            };
            groups.into_iter().map(join).collect()
        }
        Detail::NoCoach { visit, group } => {
            let Some(group) = plan.groups.get(*group) else { return Vec::new() };
            let taken = |coach: CoachId| plan.groups.iter().any(|other| other.coach == Some(coach));
            let free = plan.coaches_of(*visit).filter(|coach| !taken(coach.id));
            let take = |coach: &std::sync::Arc<crate::plan::Coach>| {
                let after = Group { coach: Some(coach.id), ..Group::clone(group) };
                Fix { edit: Edit::revise(Group::clone(group), after), remedy: Remedy::TakeCoach { coach: coach.id } }
            };
            free.map(take).collect()
        }
        _ => Vec::new(),
    }
}

/// The host receives a group so many minutes after another has left, to 5 minutes, on the day of the visit.
fn receive(plan: &Plan, group: GroupId, stop: crate::plan::StopId, leaves: NaiveDateTime, gap: u16) -> Option<Fix> {
    let visit = plan.groups.get(group).and_then(|group| plan.visits.get(group.visit))?;
    let odd = i64::from((leaves.minute() + u32::from(gap)) % 5);
    let at = leaves.checked_add_signed(TimeDelta::minutes(i64::from(gap) + (5 - odd) % 5))?;
    let id = TurnId { group, stop };
    let before = plan.turns.get(id).map_or_else(|| Turn::free(id), |turn| Turn::clone(turn));
    (at.date() == visit.start.date() && !before.pinned).then(|| Fix {
        edit: Edit::SetTurn(Turn { received: Some(at.time()), ..before }),
        remedy: Remedy::ReceiveAt { group, stop, at },
    })
}
