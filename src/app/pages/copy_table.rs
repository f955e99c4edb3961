//! "Copy table": a table of the screen for a spreadsheet or a mail, wherever there is one.

use crate::app::dom::{View, view};
use crate::app::signal::RwSignal;
use crate::{
    app::{Store, effects::clipboard, parts},
    exchange::tables::{Subject, table},
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

/// Copies a table, in the language of the words, and tells how it went.
pub type CopyNow = fn(Store, Copied, Words, RwSignal<Went>);

/// Makes the table and puts it on the clipboard.
pub fn copy(store: Store, what: Copied, words: Words, went: RwSignal<Went>) {
    let table = match what {
        Copied::Of(subject) => {
            let findings = store.findings.get_untracked();
            Some(store.plan.with_untracked(|plan| table(plan, &findings, subject, words)))
        }
        Copied::OnPage(selector) => clipboard::on_page(selector),
    };
    wasm_bindgen_futures::spawn_local(async move {
        let words = store.words();
        match table {
            Some(table) if clipboard::copy_table(&table).await => {
                went.set(Went::Well);
                store.say(words.copy_said(table.rows.len(), &table.headers.join(", ")));
            }
            _ => {
                went.set(Went::Wrong);
                store.say(words.copy_failed().to_string());
            }
        }
    });
}

/// How it went with the last copy.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Went {
    /// Nothing was copied yet.
    Not,
    /// It is on the clipboard.
    Well,
    /// It is not.
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
            match parts::fetch_copy().await {
                Some(copy) => copy(store, source, words.unwrap_or(said), went),
                None => went.set(Went::Wrong),
            }
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
