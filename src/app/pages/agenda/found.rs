//! What the checks found about the thing in the panel.

use crate::app::dom::{View, view};
use crate::app::signal::Memo;
use crate::{
    app::{Store, pages::finding::FindingList},
    checks::Severity,
    plan::{EntryId, Key},
};
use leptos::prelude::*;

/// The findings about an entry or its record. Notes come last, and "to confirm" not at all: its box is on the panel.
#[component(transparent)]
pub fn Found(
    /// The record.
    about: Key,
    /// The entry, where the record is one of the agenda.
    #[prop(optional)]
    entry: Option<EntryId>,
) -> View {
    let store = Store::here();
    let mine = Memo::new(move |_| {
        store.findings.with(|findings| {
            let mine = findings.iter().filter(|finding| {
                let on_it = entry.is_some_and(|entry| finding.is_on(entry)) || finding.concerns(about);
                on_it && (finding.severity != Severity::Note || finding.rule != crate::checks::Rule::ToConfirm)
            });
            mine.cloned().collect::<Vec<_>>()
        })
    });
    view! { <div data-findings="" tabindex="-1"><FindingList findings=mine /></div> }
}
