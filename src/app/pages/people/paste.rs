//! Pasting rows of a spreadsheet: the text, what was understood of it, and then the one step that adds it.

use super::{Chosen, Here};
use crate::app::dom::{View, view};
use crate::app::signal::Memo;
use crate::{
    app::{
        Store,
        effects::page,
        pages::enrol::{Add, Outcome, Pasting, Rows},
        ui::RowsField,
    },
    plan::DelegateId,
};
use leptos::prelude::*;

/// The panel, which takes the place of the list.
#[component(transparent)]
pub fn Paste() -> View {
    let store = Store::here();
    let words = store.words();
    let here = expect_context::<Here>();
    let pasting = Pasting::of(move || Rows::Pasted(here.pasting.get().unwrap_or_default()));
    let first = here.pasting.get_untracked().unwrap_or_default();
    page::focus_soon(if first.is_empty() { "#paste-rows".to_string() } else { "#paste-title".to_string() });
    let typed = Callback::new(move |text| {
        pasting.forget();
        here.pasting.set(Some(text));
    });
    let close = move || {
        here.pasting.set(None);
        page::focus_soon("[data-action=paste]".to_string());
    };
    let added = Callback::new(move |(first, _): (DelegateId, usize)| {
        here.pasting.set(None);
        page::focus_soon(Chosen::Delegate(first).link());
    });
    let nothing = Memo::new(move |_| pasting.is_empty());
    let blank = Memo::new(move |_| here.pasting.with(|text| text.as_deref().unwrap_or_default().trim().is_empty()));
    view! {
        <section class="paste" aria-labelledby="paste-title">
            <h2 class="paste__title" id="paste-title" tabindex="-1">{words.paste_title()}</h2>
            <p class="paste__about">{words.paste_about()}</p>
            <RowsField id="paste-rows" label=words.paste_rows() first=first typed=typed />
            {move || if !nothing.get() {
                view! { <Outcome pasting=pasting /> }
            } else {
                View::of((!blank.get()).then(|| view! { <p class="paste__nothing">{words.paste_nothing()}</p> }))
            }}
            <div class="panel__actions">
                <Add pasting=pasting added=added />
                <button type="button" class="button" on:click=move |_| close()>{words.paste_cancel()}</button>
            </div>
        </section>
    }
}
