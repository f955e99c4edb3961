//! Delegates who arrive after, or leave before, something that they should attend that day; on any day where they have
//! a role.

use super::finding::{About, Detail, Finding, Rule, Severity};
use super::scene::{Happening, Scene, roles};
use crate::plan::{Delegate, DelegateId, Key, Party};
use chrono::NaiveDateTime;

pub(super) fn find(scene: &Scene, findings: &mut Vec<Finding>) {
    let mut tasks = Vec::<(DelegateId, &Happening)>::new();
    for happening in &scene.happenings {
        for party in happening.session.into_iter().flat_map(roles) {
            if let Party::Delegate(id) = party {
                tasks.push((*id, happening));
            }
        }
    }
    for delegate in &scene.plan.delegates {
        if let Some(arrives) = delegate.arrival.as_ref().map(|travel| travel.at) {
            let missed = |happening: &Happening| happening.slot.start() < arrives;
            if let Some(happening) = first(scene, delegate, &tasks, arrives, missed) {
                let (item, starts) = (happening.item, happening.slot.start());
                let detail = Detail::ArrivalLate { delegate: delegate.id, arrives, item, starts };
                push(findings, Rule::ArrivalLate, delegate, starts, happening.starts_as(), detail);
            }
        }
        if let Some(leaves) = delegate.departure.as_ref().map(|travel| travel.at) {
            let missed = |happening: &Happening| happening.end > leaves;
            if let Some(happening) = first(scene, delegate, &tasks, leaves, missed) {
                let (item, ends) = (happening.item, happening.end);
                let detail = Detail::DepartureEarly { delegate: delegate.id, leaves, item, ends };
                push(findings, Rule::DepartureEarly, delegate, leaves, happening.ends_as(), detail);
            }
        }
    }
}

fn push(
    findings: &mut Vec<Finding>,
    rule: Rule,
    delegate: &Delegate,
    at: NaiveDateTime,
    entry: Option<About>,
    detail: Detail,
) {
    let about = entry.into_iter().chain([About::Record(Key::Delegate(delegate.id))]).collect();
    findings.push(Finding { rule, severity: Severity::Warning, at: Some(at), about, detail, fix: None });
}

/// The first thing that the delegate should attend on the day of travel, or has a role in on any day, and misses.
fn first<'scene, 'plan>(
    scene: &'scene Scene<'plan>,
    delegate: &Delegate,
    tasks: &[(DelegateId, &'scene Happening<'plan>)],
    travels: NaiveDateTime,
    missed: impl Fn(&Happening) -> bool,
) -> Option<&'scene Happening<'plan>> {
    let attends = |happening: &&Happening| happening.expects(scene.plan, delegate) && happening.matters();
    let that_day = scene.on(travels.date()).iter().filter(attends);
    let own = tasks.iter().filter(|(id, _)| *id == delegate.id).map(|(_, happening)| *happening);
    let found = that_day.chain(own).filter(|happening| missed(happening));
    found.min_by_key(|happening| (happening.slot, happening.item))
}
