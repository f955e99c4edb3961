//! The plan without personal data: what that takes, and what it cannot take.

use super::{Here, out::Choices};
use crate::app::dom::{Child, View, view};
use crate::app::signal::Memo;
use crate::{
    app::{ui::CheckField, wording},
    exchange::impersonal::impersonal,
};
use leptos::prelude::*;
use std::sync::Arc;

/// The most records that are named.
const NAMED: usize = 8;

/// The choice, and what it comes to.
#[component(transparent)]
pub fn Bare(choices: Choices) -> View {
    let words = expect_context::<Here>().store.words();
    view! {
        <div class="files__more">
            <CheckField
                label=words.files_bare()
                value=choices.bare
                commit=Callback::new(move |bare| choices.bare.set(bare))
            />
            {move || choices.bare.get().then(|| view! { <Taken /> })}
        </div>
    }
}

/// What it takes.
#[component(transparent)]
fn Taken() -> impl Child {
    let store = expect_context::<Here>().store;
    let words = store.words();
    let bare = Memo::new(move |_| {
        let bare = store.plan.with(|plan| impersonal(plan));
        Arc::new((bare.emptied.len(), bare.mentions))
    });
    let mentions = move || {
        let plan = store.plan.get();
        bare.with(|bare| {
            let (_, mentions) = &**bare;
            let named = mentions.iter().take(NAMED).map(|key| wording::title(words, &plan, *key));
            let named = named.collect::<Vec<_>>().join(", ");
            (!mentions.is_empty()).then(|| words.files_mentions(mentions.len(), &named))
        })
    };
    view! {
        <p class="files__lead">{move || words.files_bare_about(bare.with(|bare| bare.0))}</p>
        {move || mentions().map(|text| view! { <p class="files__warning">{text}</p> })}
    }
}
