//! What is still to be confirmed.

use super::finding::{About, Detail, Finding, Rule, Severity};
use super::scene::Scene;
use crate::plan::{EntryId, Key};
use chrono::NaiveDateTime;

pub(super) fn find(scene: &Scene, findings: &mut Vec<Finding>) {
    let plan = scene.plan;
    let mut push = |at: Option<NaiveDateTime>, about: About| {
        findings.push(Finding {
            rule: Rule::ToConfirm,
            severity: Severity::Note,
            at,
            about: vec![about],
            detail: Detail::ToConfirm { record: about.key() },
            fix: None,
        });
    };
    for session in plan.sessions.iter().filter(|session| session.to_confirm) {
        push(Some(session.slot.start()), About::Entry(EntryId::Session(session.id)));
    }
    for outing in &scene.outings {
        if outing.visit.to_confirm {
            push(Some(outing.visit.start), About::Record(Key::Visit(outing.visit.id)));
        }
    }
    for stop in plan.stops.iter().filter(|stop| stop.to_confirm) {
        let mut stays = scene.outings.iter().flat_map(|outing| &outing.itinerary.stays);
        let stay = stays.find(|stay| stay.stop == stop.id);
        push(stay.map(|stay| stay.arrives), About::Entry(EntryId::Stop(stop.id)));
    }
    for venue in plan.venues.iter().filter(|venue| venue.to_confirm) {
        push(None, About::Record(Key::Venue(venue.id)));
    }
    for delegation in plan.delegations.iter().filter(|delegation| delegation.to_confirm) {
        push(None, About::Record(Key::Delegation(delegation.id)));
    }
    for host in plan.hosts.iter().filter(|host| host.to_confirm) {
        push(None, About::Record(Key::Host(host.id)));
    }
}
