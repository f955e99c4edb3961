//! Delegates who arrive after, or leave before, something that they should attend: one finding for each way.
//!
//! What they miss on the day of travel, or have a role in, may be an oversight and is a warning; so is that nothing is
//! left for them. Whole days before or after may be meant, and are a note.

use super::finding::{About, Detail, Finding, Missed, Rule, Severity};
use super::scene::{Happening, Scene, roles};
use crate::plan::{Delegate, Key, Party, Travel};
use chrono::{NaiveDate, NaiveDateTime};

pub(super) fn find(scene: &Scene, findings: &mut Vec<Finding>) {
    let at = |travel: &Option<Travel>| travel.as_ref().map(|travel| travel.at);
    for delegate in &scene.plan.delegates {
        let (arrives, leaves) = (at(&delegate.arrival), at(&delegate.departure));
        if arrives.is_none() && leaves.is_none() {
            continue;
        }
        let own = own(scene, delegate);
        let about = |entry: Option<About>, missed: Missed| {
            let entry = entry.filter(|_| matches!(missed, Missed::Part { .. }));
            entry.into_iter().chain([About::Record(Key::Delegate(delegate.id))]).collect()
        };
        if let Some(arrives) = arrives {
            let (day, start) = (arrives.date(), |one: &Happening| one.slot.start());
            let lost = lost(&own, |one| start(one) < arrives, |one| one.end <= arrives, |date| date < day, start);
            if let Some((one, missed, days)) = lost {
                let detail = Detail::ArrivalLate { delegate: delegate.id, arrives, missed, days };
                findings.push(found(Rule::ArrivalLate, start(one), about(one.starts_as(), missed), missed, detail));
            }
        }
        if let Some(leaves) = leaves {
            let (day, end) = (leaves.date(), |one: &Happening| one.end);
            let lost = lost(&own, |one| one.end > leaves, |one| one.slot.start() >= leaves, |date| date > day, end);
            if let Some((one, missed, days)) = lost {
                let detail = Detail::DepartureEarly { delegate: delegate.id, leaves, missed, days };
                findings.push(found(Rule::DepartureEarly, leaves, about(one.ends_as(), missed), missed, detail));
            }
        }
    }
}

fn found(rule: Rule, at: NaiveDateTime, about: Vec<About>, missed: Missed, detail: Detail) -> Finding {
    let severity = if missed == Missed::Days { Severity::Note } else { Severity::Warning };
    Finding { rule, severity, at: Some(at), about, detail, fix: None }
}

/// What a delegate should attend, by start, each with whether there is a role in it.
fn own<'scene, 'plan>(scene: &'scene Scene<'plan>, delegate: &Delegate) -> Vec<(&'scene Happening<'plan>, bool)> {
    let party = Party::Delegate(delegate.id);
    let with_role = scene.happenings.iter().map(|happening| {
        let has_role = happening.session.is_some_and(|session| roles(session).any(|one| *one == party));
        (happening, has_role)
    });
    let attends = |happening: &Happening| happening.matters() && happening.expects(scene.plan, delegate);
    with_role.filter(|(happening, has_role)| *has_role || attends(happening)).collect()
}

/// The first thing that a journey makes a delegate miss, what that comes to, and the whole days; none where nothing is
/// missed. `moment` is when a thing starts or ends.
fn lost<'scene, 'plan>(
    own: &[(&'scene Happening<'plan>, bool)],
    is_missed: impl Fn(&Happening) -> bool,
    is_all_missed: impl Fn(&Happening) -> bool,
    is_other_day: impl Fn(NaiveDate) -> bool,
    moment: impl Fn(&Happening) -> NaiveDateTime,
) -> Option<(&'scene Happening<'plan>, Missed, Vec<NaiveDate>)> {
    let missed = || own.iter().filter(|(one, _)| is_missed(one));
    let (first, _) = missed().next()?;
    let mut days: Vec<_> = missed().map(|(one, _)| one.slot.date()).filter(|date| is_other_day(*date)).collect();
    days.dedup();
    if !days.is_empty() && own.iter().all(|(one, _)| is_all_missed(one)) {
        return Some((*first, Missed::Everything, days));
    }
    Some(match missed().find(|(one, has_role)| *has_role || !is_other_day(one.slot.date())) {
        Some((one, _)) => (*one, Missed::Part { item: one.item, at: moment(one) }, days),
        None => (*first, Missed::Days, days),
    })
}
