//! More heads than a room, a coach or a host takes, and delegations that cannot be counted.

use super::finding::{About, Detail, Finding, Limit, Rule, Severity};
use super::scene::{Outing, Scene};
use crate::plan::{EntryId, Key, Place};
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
        let known = outing.group.and_then(|group| group.coach).filter(|coach| plan.coaches.has(*coach));
        if let Some(seats) = outing.visit.coach_seats.filter(|_| known.is_none()) {
            let (limit, at) = (Limit::Coach(outing.visit.id), outing.itinerary.start);
            let found = too_many(Severity::Blocker, at, outing.about(), limit, seats, heads);
            findings.extend(found.map(|found| of_groups(found, group.into_iter().collect())));
        }
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
        let Some(seats) = coach.seats else { continue };
        let carries = |outing: &&Outing| outing.group.is_some_and(|group| group.coach == Some(coach.id));
        let riders: Vec<_> = scene.outings.iter().filter(carries).collect();
        let Some(at) = riders.iter().map(|outing| outing.itinerary.start).min() else { continue };
        let heads = riders.iter().map(|outing| outing.heads(scene)).sum();
        let legs = riders.iter().filter_map(|outing| outing.first_leg());
        let about = legs.chain([About::Record(Key::Coach(coach.id))]).collect();
        let found = too_many(Severity::Blocker, at, about, Limit::GroupCoach(coach.id), seats, heads);
        let groups = riders.iter().filter_map(|outing| outing.itinerary.group).collect();
        findings.extend(found.map(|found| of_groups(found, groups)));
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
