//! What the checks found about what is shown here: a mark in the line, sentences in the panel.

use super::{Page, chosen::Chosen};
use crate::app::dom::{Child, View, view};
use crate::app::signal::Memo;
use crate::{
    checks::{Finding, Rule, Severity},
    plan::Plan,
};
use leptos::prelude::*;

fn about(findings: &[Finding], plan: &Plan, chosen: Chosen) -> Vec<Finding> {
    let records = chosen.records(plan);
    let concerns = |finding: &&Finding| {
        chosen.entry().is_some_and(|entry| finding.is_on(entry)) || records.iter().any(|key| is_of(finding, *key))
    };
    findings.iter().filter(concerns).cloned().collect()
}

/// Whether a finding is about a record itself; what is about an entry stands on the entry.
fn is_of(finding: &Finding, key: crate::plan::Key) -> bool {
    finding.about.contains(&crate::checks::About::Record(key))
}

/// The worst that was found about something, as a small mark; what is only noted or to confirm says so elsewhere.
#[component(transparent)]
pub(super) fn Flag(page: Page, on: Chosen) -> impl Child {
    let store = page.store;
    let words = store.words();
    let worst = Memo::new(move |_| {
        store.findings.with(|findings| {
            store.plan.with(|plan| about(findings, plan, on).iter().map(|finding| finding.severity).min())
        })
    });
    move || {
        let (class, word) = match worst.get()? {
            Severity::Blocker => ("flag flag--blocker", words.visits_blocker()),
            Severity::Warning => ("flag flag--warning", words.visits_warning()),
            Severity::Note => return None,
        };
        Some(
            view! { <span class=class title=word><span aria-hidden="true">"!"</span><span class="visually-hidden">{word}</span></span> },
        )
    }
}

/// Every finding about something, with its way out.
#[component(transparent)]
pub(super) fn Findings(page: Page, on: Chosen) -> impl Child {
    let store = page.store;
    let words = store.words();
    let found =
        Memo::new(move |_| store.findings.with(|findings| store.plan.with_untracked(|plan| about(findings, plan, on))));
    let one = move |finding: Finding| {
        let severity = finding.severity;
        let (class, word) = match severity {
            Severity::Blocker => ("finding finding--blocker", words.visits_blocker()),
            Severity::Warning => ("finding finding--warning", words.visits_warning()),
            Severity::Note => ("finding", words.visits_note()),
        };
        let (sentence, fix) = store.plan.with_untracked(|plan| {
            let fix = finding.fix.as_ref().map(|fix| (fix.words(plan, words), fix.edit.clone()));
            (finding.sentence(plan, words), fix)
        });
        let fix = fix.map(|(label, edit)| {
            view! {
                <p class="finding__actions">
                    <button type="button" class="button" on:click=move |_| { store.edit(edit.clone()); super::panel::focus_title(); }>{label}</button>
                </p>
            }
        });
        // "To confirm" is a note that a tick in the form answers too: it stays short.
        let word =
            (finding.rule != Rule::ToConfirm).then(|| view! { <span class="finding__severity">{word} ": "</span> });
        view! {
            <li class=class data-finding=finding.rule.name() data-severity=severity.name()>
                <p>{word} {sentence}</p>
                {fix}
            </li>
        }
    };
    move || {
        let found = found.get();
        (!found.is_empty()).then(|| {
            view! { <ul class="visits__findings" aria-label=words.visits_findings()>{found.into_iter().map(one).collect::<Vec<_>>()}</ul> }
        })
    }
}
