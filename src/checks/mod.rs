//! Checks: what does not work in a plan, or is still to do, and a way out where there is one.
//!
//! A rule family is a file: it looks at the `Scene`, worked out once, and says what it finds as data. A fix that moves
//! things is offered only after it was tried on a copy of the plan: the finding is gone and nothing worse has come.

mod capacity;
mod clashes;
mod confirm;
mod detail;
mod finding;
mod fixes;
mod groups;
mod hosts;
mod phrases;
mod places;
mod references;
mod retime;
mod rule;
mod scene;
mod topics;
mod transfers;
mod travel;
mod words;

pub(crate) use phrases::Speech;

pub use finding::{
    About, Detail, Finding, Fix, Identity, Item, Lack, Limit, Missed, Remedy, Rule, Severity, Unprepared,
};

use crate::order::sort_by_key;
use crate::plan::{Plan, apply};
use chrono::NaiveDate;
use scene::Scene;

/// How much looking for fixes may cost altogether: trials times the size of the plan. In a plan with very many
/// problems the first get their fixes first.
const EFFORT: usize = 3_000;

/// So many fixes are tried, however large or small the plan.
const TRIALS: std::ops::RangeInclusive<usize> = 4..=64;

/// What was found before a trial, sorted, and how bad it was.
type Known<'findings> = Vec<((Rule, &'findings [About], Option<&'static str>), Severity)>;

/// Everything that the rules find, the worst first, then by time, each with a fix where there is one.
///
/// `today` is the date in the meeting's time zone, for what is due by a day; none when it is not known.
#[must_use]
pub fn check(plan: &Plan, today: Option<NaiveDate>) -> Vec<Finding> {
    mend(plan, today, find(plan, today))
}

/// What [`check`] finds, without fixes.
#[must_use]
pub fn find(plan: &Plan, today: Option<NaiveDate>) -> Vec<Finding> {
    let scene = Scene::new(plan, today);
    let mut findings = Vec::new();
    find_in_schedule(&scene, &mut findings);
    find_in_records(&scene, &mut findings);
    sort_by_key(&mut findings, |finding| {
        let about = (finding.about.first().copied(), finding.about.get(1).copied());
        (finding.severity, finding.at.is_none(), finding.at, finding.rule, about, finding.field())
    });
    findings
}

/// What [`find`] found in the same plan on the same day, with fixes.
#[must_use]
pub fn mend(plan: &Plan, today: Option<NaiveDate>, mut findings: Vec<Finding>) -> Vec<Finding> {
    let scene = Scene::new(plan, today);
    let known = findings.iter().map(|finding| (finding.borrowed_identity(), finding.severity));
    let mut known: Known = known.collect();
    sort_by_key(&mut known, |known| *known);
    let mut trials = (EFFORT / (scene.happenings.len() + 1)).clamp(*TRIALS.start(), *TRIALS.end());
    let fixes: Vec<_> = findings.iter().map(|finding| fix_for(&scene, finding, &known, &mut trials)).collect();
    for (finding, fix) in findings.iter_mut().zip(fixes) {
        finding.fix = fix;
    }
    findings
}

/// Runs the rules of what happens when, where and for whom.
fn find_in_schedule(scene: &Scene, findings: &mut Vec<Finding>) {
    clashes::find(scene, findings);
    transfers::find(scene, findings);
    hosts::find(scene, findings);
    groups::find(scene, findings);
    capacity::find(scene, findings);
    places::find(scene, findings);
    travel::find(scene, findings);
}

/// Runs the rules of what records say, whenever it happens.
fn find_in_records(scene: &Scene, findings: &mut Vec<Finding>) {
    references::find(scene, findings);
    topics::find(scene, findings);
    confirm::find(scene, findings);
}

/// The first fix that brings neither a blocker nor a warning; for what must not stay as it is, the first that brings
/// no blocker.
fn fix_for(scene: &Scene, finding: &Finding, known: &Known, trials: &mut usize) -> Option<Fix> {
    if let Some(fix) = fixes::certain(scene, finding) {
        return Some(fix);
    }
    if *trials == 0 {
        return None;
    }
    let pressing = finding.severity == Severity::Blocker || finding.rule == Rule::DanglingReference;
    let mut second_best = None;
    for fix in fixes::proposals(scene, finding) {
        if *trials == 0 {
            break;
        }
        *trials -= 1;
        match outcome(scene, finding, known, &fix) {
            Some(Severity::Blocker) => {}
            Some(Severity::Warning) if pressing => second_best = second_best.or(Some(fix)),
            Some(Severity::Warning) => {}
            Some(Severity::Note) => return Some(fix),
            None => {}
        }
    }
    second_best
}

/// The worst that a fix would bring, a note at the best; none when it cannot be made or does not help.
fn outcome(scene: &Scene, finding: &Finding, known: &Known, fix: &Fix) -> Option<Severity> {
    let mended = apply(scene.plan, &fix.edit).ok()?;
    let identity = finding.borrowed_identity();
    let mut worst = Severity::Note;
    let mut findings = Vec::new();
    match fix.touches(scene.plan) {
        Some(item) => find_in_schedule(&Scene::around(&mended, scene.today, item), &mut findings),
        None => {
            let after = Scene::new(&mended, scene.today);
            find_in_schedule(&after, &mut findings);
            find_in_records(&after, &mut findings);
        }
    }
    for other in findings {
        let other_identity = other.borrowed_identity();
        if other_identity == identity {
            return None;
        }
        let before = known.binary_search_by(|(identity, _)| identity.cmp(&other_identity));
        if before.ok().and_then(|place| known.get(place)).is_none_or(|(_, severity)| other.severity < *severity) {
            worst = worst.min(other.severity);
        }
    }
    Some(worst)
}
