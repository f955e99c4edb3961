//! Sessions without a place, and what lies outside the meeting's days.

use super::finding::{About, Detail, Finding, Item, Rule, Severity};
use super::scene::{Outing, Scene};
use crate::plan::{EntryId, Key};
use chrono::NaiveDateTime;

pub(super) fn find(scene: &Scene, findings: &mut Vec<Finding>) {
    for session in &scene.plan.sessions {
        let about = vec![About::Entry(EntryId::Session(session.id))];
        if session.lacks_place() {
            findings.push(Finding {
                rule: Rule::NoPlace,
                severity: Severity::Warning,
                at: Some(session.slot.start()),
                about: about.clone(),
                detail: Detail::NoPlace { session: session.id },
                fix: None,
            });
        }
        outside(scene, Item::Session(session.id), session.slot.start(), about, findings);
    }
    for visit in &scene.plan.visits {
        let first = scene.outings.iter().find(|outing| outing.visit.id == visit.id).and_then(Outing::first_leg);
        let about = first.into_iter().chain([About::Record(Key::Visit(visit.id))]).collect();
        outside(scene, Item::Visit(visit.id, None), visit.start, about, findings);
    }
}

fn outside(scene: &Scene, item: Item, start: NaiveDateTime, about: Vec<About>, findings: &mut Vec<Finding>) {
    let date = start.date();
    if !scene.plan.days.has(date) {
        let (rule, severity) = (Rule::OutsideDays, Severity::Blocker);
        let detail = Detail::OutsideDays { item, date };
        findings.push(Finding { rule, severity, at: Some(start), about, detail, fix: None });
    }
}
