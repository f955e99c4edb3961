//! What is still to be confirmed.

use super::finding::{About, Detail, Finding, Rule, Severity};
use super::hosts::URGENT_DAYS;
use super::scene::Scene;
use crate::plan::{EntryId, Key};
use chrono::NaiveDateTime;

pub(super) fn find(scene: &Scene, findings: &mut Vec<Finding>) {
    let plan = scene.plan;
    // A visit that nobody confirmed is no small thing any more in the last week.
    let severity_of = |record: Key, at: Option<NaiveDateTime>| match (record, at, scene.today) {
        (Key::Visit(_) | Key::Stop(_), Some(at), Some(today))
            if (0..=URGENT_DAYS).contains(&(at.date() - today).num_days()) =>
        {
            Severity::Warning
        }
        _ => Severity::Note,
    };
    let mut push_all = |at: Option<NaiveDateTime>, record: Key, about: Vec<About>| {
        let (rule, severity, detail) = (Rule::ToConfirm, severity_of(record, at), Detail::ToConfirm { record });
        findings.push(Finding { rule, severity, at, about, detail, fix: None });
    };
    // The coaches of a visit are asked for in one call, and drives are tried on one day: one finding each.
    for visit in &plan.visits {
        let coaches = plan.coaches_of(visit.id).filter(|coach| coach.to_confirm).map(|coach| Key::Coach(coach.id));
        let coaches: Vec<Key> = coaches.collect();
        if let Some(first) = coaches.first() {
            push_all(None, *first, coaches.iter().copied().map(About::Record).collect());
        }
    }
    let drives = plan.transfers.iter().filter(|drive| drive.to_confirm).map(|drive| Key::Transfer(drive.id));
    let drives: Vec<Key> = drives.collect();
    if let Some(first) = drives.first() {
        push_all(None, *first, drives.iter().copied().map(About::Record).collect());
    }
    for stop in plan.stops.iter().filter(|stop| stop.to_confirm) {
        let stays = scene.outings.iter().flat_map(|outing| &outing.itinerary.stays);
        let first = stays.filter(|stay| stay.stop == stop.id).map(|stay| stay.arrives).min();
        push_all(first, Key::Stop(stop.id), scene.entries_of(stop.id));
    }
    let mut push = |at: Option<NaiveDateTime>, about: About| push_all(at, about.key(), vec![about]);
    for session in plan.sessions.iter().filter(|session| session.to_confirm) {
        push(Some(session.slot.start()), About::Entry(EntryId::Session(session.id)));
    }
    for visit in plan.visits.iter().filter(|visit| visit.to_confirm) {
        push(Some(visit.start), About::Record(Key::Visit(visit.id)));
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
