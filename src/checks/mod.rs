//! Checks: what does not work in a plan, or is still to do, and a way out where there is one.
//!
//! A rule family is a file: it looks at the `Scene`, worked out once, and says what it finds as data. A fix that moves
//! things is offered only after it was tried on a copy of the plan: the finding is gone and nothing worse has come.

mod capacity;
mod clashes;
mod confirm;
mod finding;
mod fixes;
mod hosts;
mod phrases;
mod places;
mod references;
mod retime;
mod scene;
mod topics;
mod transfers;
mod travel;
mod words;

pub use finding::{About, Detail, Finding, Fix, Identity, Item, Lack, Limit, Remedy, Rule, Severity};

use crate::plan::{Plan, apply};
use chrono::NaiveDate;
use scene::Scene;
use std::collections::BTreeMap;

/// How much looking for fixes may cost altogether: trials times the size of the plan. In a plan with very many
/// problems the first get their fixes first.
const EFFORT: usize = 16_000;

/// Everything that the rules find, the worst first, then by time.
///
/// `today` is the date in the meeting's time zone, for what is due by a day; none when it is not known.
#[must_use]
pub fn check(plan: &Plan, today: Option<NaiveDate>) -> Vec<Finding> {
    let scene = Scene::new(plan, today);
    let mut findings = find(&scene);
    let known: BTreeMap<Identity, Severity> =
        findings.iter().map(|finding| (finding.identity(), finding.severity)).collect();
    let mut trials = (EFFORT / (scene.happenings.len() + findings.len() + 1)).clamp(4, 64);
    let fixes: Vec<_> = findings.iter().map(|finding| mend(&scene, finding, &known, &mut trials)).collect();
    for (finding, fix) in findings.iter_mut().zip(fixes) {
        finding.fix = fix;
    }
    findings
}

/// Runs every rule.
fn find(scene: &Scene) -> Vec<Finding> {
    let mut findings = Vec::new();
    clashes::find(scene, &mut findings);
    transfers::find(scene, &mut findings);
    hosts::find(scene, &mut findings);
    capacity::find(scene, &mut findings);
    places::find(scene, &mut findings);
    references::find(scene, &mut findings);
    topics::find(scene, &mut findings);
    travel::find(scene, &mut findings);
    confirm::find(scene, &mut findings);
    findings.sort_by_key(|finding| (finding.severity, finding.at.is_none(), finding.at, finding.rule));
    findings
}

/// The first fix that brings neither a blocker nor a warning; for what must not stay as it is, the first that brings
/// no blocker.
fn mend(scene: &Scene, finding: &Finding, known: &BTreeMap<Identity, Severity>, trials: &mut usize) -> Option<Fix> {
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
fn outcome(scene: &Scene, finding: &Finding, known: &BTreeMap<Identity, Severity>, fix: &Fix) -> Option<Severity> {
    let mended = apply(scene.plan, &fix.edit).ok()?;
    let identity = finding.identity();
    let mut worst = Severity::Note;
    for other in find(&Scene::new(&mended, scene.today)) {
        let other_identity = other.identity();
        if other_identity == identity {
            return None;
        }
        if known.get(&other_identity).is_none_or(|severity| other.severity < *severity) {
            worst = worst.min(other.severity);
        }
    }
    Some(worst)
}
