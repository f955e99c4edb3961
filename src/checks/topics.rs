//! Topics that the meeting must cover and does not.

use super::finding::{About, Detail, Finding, Rule, Severity};
use super::scene::Scene;
use crate::plan::{Key, TopicId};
use std::collections::BTreeSet;

pub(super) fn find(scene: &Scene, findings: &mut Vec<Finding>) {
    let plan = scene.plan;
    let stops = plan.stops.iter().filter(|stop| plan.visits.has(stop.visit));
    let covered = plan.sessions.iter().flat_map(|session| &session.topics);
    let covered: BTreeSet<TopicId> = covered.chain(stops.flat_map(|stop| &stop.topics)).copied().collect();
    for topic in plan.topics.iter().filter(|topic| !covered.contains(&topic.id)) {
        findings.push(Finding {
            rule: Rule::TopicUncovered,
            severity: Severity::Warning,
            at: None,
            about: vec![About::Record(Key::Topic(topic.id))],
            detail: Detail::TopicUncovered { topic: topic.id },
            fix: None,
        });
    }
}
