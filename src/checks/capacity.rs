//! More heads than a room, a coach or a host takes, and delegations that cannot be counted.

use super::finding::{About, Detail, Finding, Limit, Rule, Severity};
use super::scene::{Outing, Scene};
use crate::circuit::Leg;
use crate::plan::{CoachId, EntryId, Key, Place};
use chrono::NaiveDateTime;

pub(super) fn find(scene: &Scene, findings: &mut Vec<Finding>) {
    let plan = scene.plan;
    for session in &plan.sessions {
        let Place::Room(id) = session.place else { continue };
        let Some(takes) = plan.rooms.get(id).and_then(|room| room.capacity) else { continue };
        let about = vec![About::Entry(EntryId::Session(session.id))];
        let heads = scene.heads(&session.audience);
        let found = too_many(Severity::Warning, session.slot.start(), about, Limit::Room(session.id, id), takes, heads);
        findings.extend(found);
    }
    for outing in &scene.outings {
        let (group, heads) = (outing.itinerary.group, outing.heads(scene));
        findings.extend(in_one_coach(scene, outing));
        for stay in &outing.itinerary.stays {
            let host = plan.stops.get(stay.stop).and_then(|stop| plan.hosts.get(stop.host));
            if let Some(takes) = host.and_then(|host| host.capacity) {
                let about = vec![About::Entry(EntryId::Stop(stay.stop, group))];
                let found = too_many(Severity::Warning, stay.arrives, about, Limit::Host(stay.stop), takes, heads);
                findings.extend(found.map(|found| of_groups(found, group.into_iter().collect())));
            }
        }
    }
    for coach in &plan.coaches {
        findings.extend(coach.seats.and_then(|seats| in_coach(scene, coach.id, seats)));
    }
    for (delegation, _) in scene.heads.iter().filter(|(_, heads)| *heads == 0) {
        findings.push(Finding {
            rule: Rule::NoHeads,
            severity: Severity::Warning,
            at: None,
            about: vec![About::Record(Key::Delegation(*delegation))],
            detail: Detail::NoHeads { delegation: *delegation },
            fix: None,
        });
    }
}

/// More heads than the visit's coach seats, on the way of a group without a coach of its own. Those who part from it
/// later are with it at first.
fn in_one_coach(scene: &Scene, outing: &Outing) -> Option<Finding> {
    let (plan, group) = (scene.plan, outing.itinerary.group);
    let first = outing.itinerary.legs.first().and_then(Leg::stop);
    let own = group.and_then(|group| plan.coach_to(group, first)).filter(|coach| plan.coaches.has(*coach));
    let seats = outing.visit.coach_seats.filter(|_| own.is_none())?;
    let party = |other: &Outing| other.itinerary.group.and_then(|group| plan.party_to(group, first));
    let with = scene.outings.iter().filter(|other| other.visit.id == outing.visit.id && party(other) == party(outing));
    let with: Vec<&Outing> = with.collect();
    if with.first().is_some_and(|first| first.item() != outing.item()) {
        return None;
    }
    let heads = with.iter().map(|other| other.heads(scene)).sum();
    let limit = Limit::Coach(outing.visit.id);
    let found = too_many(Severity::Blocker, outing.itinerary.start, outing.about(), limit, seats, heads);
    found.map(|found| of_groups(found, group.into_iter().collect()))
}

/// More heads than a coach seats, on the leg on which it is fullest.
fn in_coach(scene: &Scene, coach: CoachId, seats: u16) -> Option<Finding> {
    let riders = scene.outings.iter().map(|outing| (outing, outing.legs_in(scene.plan, coach)));
    let riders: Vec<(&Outing, Vec<&Leg>)> = riders.filter(|(_, legs)| !legs.is_empty()).collect();
    let mut fullest: Option<(usize, Vec<(&Outing, &Leg)>)> = None;
    for leg in riders.iter().flat_map(|(_, legs)| legs) {
        let on = riders.iter().filter_map(|(outing, legs)| {
            let same = legs.iter().find(|other| other.is_same_ride(leg))?;
            Some((*outing, *same))
        });
        let on: Vec<(&Outing, &Leg)> = on.collect();
        let heads = on.iter().map(|(outing, _)| outing.heads(scene)).sum();
        if fullest.as_ref().is_none_or(|(most, _)| heads > *most) {
            fullest = Some((heads, on));
        }
    }
    let (heads, on) = fullest?;
    let at = on.iter().map(|(_, leg)| leg.start).min()?;
    let legs = on.iter().map(|(_, leg)| About::Entry(leg.id));
    let about = legs.chain([About::Record(Key::Coach(coach))]).collect();
    let found = too_many(Severity::Blocker, at, about, Limit::GroupCoach(coach), seats, heads);
    let groups = on.iter().filter_map(|(outing, _)| outing.itinerary.group).collect();
    found.map(|found| of_groups(found, groups))
}

/// The finding that more come than something takes, if they do.
fn too_many(
    severity: Severity,
    at: NaiveDateTime,
    about: Vec<About>,
    limit: Limit,
    takes: u16,
    heads: usize,
) -> Option<Finding> {
    let detail = Detail::TooManyHeads { limit, groups: Vec::new(), takes, heads };
    let (rule, at, fix) = (Rule::TooManyHeads, Some(at), None);
    (heads > usize::from(takes)).then_some(Finding { rule, severity, at, about, detail, fix })
}

/// The same finding, said of groups.
fn of_groups(mut finding: Finding, those: Vec<crate::plan::GroupId>) -> Finding {
    if let Detail::TooManyHeads { groups, .. } = &mut finding.detail {
        *groups = those;
    }
    finding
}
