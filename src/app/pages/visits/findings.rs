//! What the checks found about what is shown here: a mark in the line, sentences in the panel.

use super::{Page, chosen::Chosen};
use crate::app::dom::{Child, view};
use crate::app::signal::Memo;
use crate::{
    app::pages::finding::{FindingList, severity_word},
    checks::{About, Finding, Rule, Severity},
    plan::{Key, Plan},
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
fn is_of(finding: &Finding, key: Key) -> bool {
    finding.about.contains(&About::Record(key))
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
        let worst = worst.get()?;
        let class = match worst {
            Severity::Blocker => "flag flag--blocker",
            Severity::Warning => "flag flag--warning",
            Severity::Note => return None,
        };
        let word = severity_word(words, worst);
        Some(
            view! { <span class=class title=word><span aria-hidden="true">"!"</span><span class="visually-hidden">{word}</span></span> },
        )
    }
}

/// Every finding about something, with its way out. What is only to be confirmed waits in a fold: the form's ticks say
/// it too.
#[component(transparent)]
pub(super) fn Findings(page: Page, on: Chosen) -> impl Child {
    let store = page.store;
    let words = store.words();
    let found = move |to_confirm: bool| {
        Memo::new(move |_| {
            let mut found = store.findings.with(|findings| store.plan.with_untracked(|plan| about(findings, plan, on)));
            found.retain(|finding| (finding.rule == Rule::ToConfirm) == to_confirm);
            found
        })
    };
    let (pressing, open) = (found(false), found(true));
    let count = Memo::new(move |_| open.with(Vec::len));
    view! {
        <FindingList findings=pressing />
        <details class="panel__section" hidden=move || count.get() == 0>
            <summary>{words.to_confirm()} " (" {count} ")"</summary>
            <FindingList findings=open />
        </details>
    }
}
