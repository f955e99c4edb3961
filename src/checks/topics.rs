//! Topics that the meeting must cover and does not.

use super::finding::{About, Detail, Finding, Rule, Severity};
use super::scene::Scene;
use crate::plan::{Key, TopicId};

pub(super) fn find(scene: &Scene, findings: &mut Vec<Finding>) {
    let plan = scene.plan;
    let covered = |id: TopicId| {
        plan.sessions.iter().any(|session| session.topics.contains(&id))
            || plan.stops.iter().any(|stop| stop.topics.contains(&id) && plan.visits.has(stop.visit))
    };
    for topic in plan.topics.iter().filter(|topic| !covered(topic.id)) {
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
