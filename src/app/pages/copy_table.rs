//! "Copy table": a table of the screen for a spreadsheet or a mail, wherever there is one.

use crate::app::dom::{View, view};
use crate::app::signal::RwSignal;
use crate::{
    app::{Store, effects::clipboard, parts},
    exchange::tables::{Subject, Table, table},
    i18n::Words,
};
use leptos::prelude::*;

/// What is copied.
#[derive(Debug, Clone, Copy)]
pub enum Copied {
    /// A table that the plan makes.
    Of(Subject),
    /// A table as it stands on the page, by the selector that finds it.
    OnPage(&'static str),
}

/// Makes the table to copy.
pub type Tabulate = fn(Store, Copied, Words) -> Option<Table>;

/// The table of a source, in the language of the words.
pub fn tabulate(store: Store, source: Copied, words: Words) -> Option<Table> {
    match source {
        Copied::Of(subject) => {
            let findings = store.findings.get_untracked();
            Some(store.plan.with_untracked(|plan| table(plan, &findings, subject, words)))
        }
        Copied::OnPage(selector) => clipboard::on_page(selector),
    }
}

/// How it went with the last copy.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Went {
    Not,
    Well,
    Wrong,
}

/// The button. It says that the table is copied until one goes on to something else.
#[component(transparent)]
pub fn CopyTable(
    /// What is copied, asked for when it is.
    source: impl Fn() -> Copied + 'static,
    /// What the button says.
    #[prop(optional)]
    label: Option<&'static str>,
    /// The language of the table, where that is not the interface's.
    #[prop(optional)]
    words: Option<Words>,
    /// How the button looks.
    #[prop(default = "button button--plain")]
    class: &'static str,
    /// What the table is about, where a screen has several.
    #[prop(optional)]
    about: Option<String>,
) -> View {
    let store = Store::here();
    let said = store.words();
    let went = RwSignal::new(Went::Not);
    let label = label.unwrap_or(said.copy_table());
    let copy = move |_| {
        let source = source();
        wasm_bindgen_futures::spawn_local(async move {
            let table = match parts::fetch_tabulate().await {
                Some(tabulate) => tabulate(store, source, words.unwrap_or(said)),
                None => None,
            };
            let copied = match &table {
                Some(table) => clipboard::copy_table(table).await,
                None => false,
            };
            went.set(if copied { Went::Well } else { Went::Wrong });
            store.say(match table.filter(|_| copied) {
                Some(table) => said.copy_said(table.rows.len(), &table.headers.join(", ")),
                None => said.copy_failed().to_string(),
            });
        });
    };
    let forget = move || went.set(Went::Not);
    view! {
        <button
            type="button"
            class=class
            aria-label=about.map(|about| said.copy_table_of(&about))
            data-copied=move || (went.get() == Went::Well).then_some("")
            on:click=copy
            on:blur=move |_| forget()
            on:pointerleave=move |_| forget()
        >
            {move || match went.get() {
                Went::Not => label,
                Went::Well => said.copy_done(),
                Went::Wrong => said.copy_not_done(),
            }}
        </button>
    }
}
