//! Which state of the plan the papers show, and the way to keep it as a version.

use super::{edition, tongues::Tongues};
use crate::app::dom::{View, view};
use crate::app::signal::{Memo, RwSignal};
use crate::{
    app::{
        Store,
        effects::{clock, ids, page},
        ui::unique,
    },
    plan::{Edit, Text, Version},
};
use leptos::{ev, html, prelude::*};

/// The state, and a form for the name under which it is kept.
#[component(transparent)]
pub fn Versions() -> View {
    let store = Store::here();
    let words = store.words();
    let keeping = RwSignal::new(false);
    let tongues = Tongues { first: words, beside: None };
    let state = Memo::new(move |_| store.plan.with(|plan| edition::version(store, plan, tongues)).first);
    let open = move |_| {
        keeping.set(true);
        page::focus_soon(".papers__keep input".to_string());
    };
    let close = Callback::new(move |()| {
        keeping.set(false);
        page::focus_soon(".papers__version button".to_string());
    });
    view! {
        <div class="papers__version">
            <p class="papers__about">{state}</p>
            {move || if keeping.get() {
                view! { <Keep close=close /> }
            } else {
                view! { <button type="button" class="button" on:click=open>{words.papers_keep()}</button> }
            }}
        </div>
    }
}

#[component(transparent)]
fn Keep(close: Callback<()>) -> View {
    let store = Store::here();
    let words = store.words();
    let id = unique("version");
    let name = NodeRef::<html::Input>::new();
    let next = store.plan.with_untracked(|plan| plan.versions.len()) + 1;
    let keep = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let written = name.get_untracked().map(|field| field.value()).unwrap_or_default();
        let written = written.trim();
        let Ok(at) = clock::stamp().parse() else { return };
        if written.is_empty() {
            return page::focus_soon(".papers__keep input".to_string());
        }
        let name = Text::same(written);
        let version = store.plan.with_untracked(|plan| Version::of(plan, ids::version(), name, at));
        store.edit(Edit::HandOut(version));
        close.run(());
    };
    view! {
        <form class="papers__keep" on:submit=keep>
            <label class="field__label" for=id.clone()>{words.papers_version_name()}</label>
            <input
                node_ref=name
                id=id
                class="field__control"
                type="text"
                required
                maxlength="100"
                autocomplete="off"
                value=words.papers_version_number(&next.to_string())
            />
            <div class="papers__actions">
                <button type="submit" class="button">{words.papers_keep_now()}</button>
                <button type="button" class="button button--plain" on:click=move |_| close.run(())>{words.meetings_cancel()}</button>
            </div>
        </form>
    }
}
