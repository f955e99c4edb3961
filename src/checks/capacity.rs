//! More heads than a room, a coach or a host takes, and delegations that cannot be counted.

use super::finding::{About, Detail, Finding, Limit, Rule, Severity};
use super::scene::Scene;
use crate::plan::{EntryId, Key, Place};

pub(super) fn find(scene: &Scene, findings: &mut Vec<Finding>) {
    let plan = scene.plan;
    let mut push = |severity, at, about, limit, takes: u16, heads: usize| {
        if heads > usize::from(takes) {
            let detail = Detail::TooManyHeads { limit, takes, heads };
            findings.push(Finding { rule: Rule::TooManyHeads, severity, at, about, detail, fix: None });
        }
    };
    for session in &plan.sessions {
        let Place::Room(id) = session.place else { continue };
        let Some(takes) = plan.rooms.get(id).and_then(|room| room.capacity) else { continue };
        let about = vec![About::Entry(EntryId::Session(session.id))];
        let limit = Limit::Room(session.id, id);
        let heads = scene.heads(&session.audience);
        push(Severity::Warning, Some(session.slot.start()), about, limit, takes, heads);
    }
    for outing in &scene.outings {
        let heads = scene.heads(&outing.visit.audience);
        if let Some(seats) = outing.visit.coach_seats {
            let limit = Limit::Coach(outing.visit.id);
            push(Severity::Blocker, Some(outing.visit.start), outing.about(), limit, seats, heads);
        }
        for stay in &outing.itinerary.stays {
            let host = plan.stops.get(stay.stop).and_then(|stop| plan.hosts.get(stop.host));
            if let Some(takes) = host.and_then(|host| host.capacity) {
                let about = vec![About::Entry(EntryId::Stop(stay.stop))];
                push(Severity::Warning, Some(stay.arrives), about, Limit::Host(stay.stop), takes, heads);
            }
        }
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
