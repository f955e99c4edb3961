//! The programme as a web page: with notes or without, how large it is, and what to do where that is too much.

use super::{Here, out::Choices};
use crate::app::dom::{Child, View, view};
use crate::app::signal::{Effect, RwSignal};
use crate::{
    agenda::Audience,
    app::{effects::page, pages::webpage, ui::CheckField},
    exchange::webpage::{MOST, weight},
    i18n::Words,
};
use leptos::prelude::*;

/// Bytes in a kilobyte, as sizes of pages are told.
const KILOBYTE: usize = 1000;

/// The choice, and the size of what was chosen.
#[component(transparent)]
pub fn WebPage(choices: Choices) -> View {
    let store = expect_context::<Here>().store;
    let words = store.words();
    let size = RwSignal::new(None::<usize>);
    Effect::new(move || {
        store.plan.track();
        let (audience, language, notes) = (choices.audience.get(), choices.language.get(), choices.notes.get());
        page::soon(move || size.set(Some(webpage(store, audience, language, notes).len())));
    });
    view! {
        <div class="files__more">
            <CheckField
                label=words.files_page_notes()
                value=choices.notes
                commit=Callback::new(move |notes| choices.notes.set(notes))
            />
            {move || size.get().map(|size| told(choices, words, size))}
        </div>
    }
}

/// The size; and where it is too much, why, and what would be less.
fn told(choices: Choices, words: Words, size: usize) -> impl Child {
    let store = expect_context::<Here>().store;
    let (size_words, most) = ((size / KILOBYTE).to_string(), (MOST / KILOBYTE).to_string());
    if size < MOST {
        return view! { <p class="files__lead" role="status">{words.files_page_size(&size_words, &most)}</p> };
    }
    let (audience, notes) = (choices.audience.get_untracked(), choices.notes.get_untracked());
    let (weight, audience) = store.plan.with_untracked(|plan| {
        let audience = audience.known_to(plan);
        (weight(plan, audience, choices.language.get_untracked()), audience)
    });
    let mut said = vec![words.files_page_large(&size_words, &most)];
    let heavy = (weight.notes / KILOBYTE).to_string();
    said.push(match notes && weight.notes >= KILOBYTE {
        true => words.files_page_entries_notes(weight.entries, &heavy),
        false => words.files_page_entries(weight.entries),
    });
    if notes && weight.notes > 0 {
        said.push(words.files_page_less_notes().to_string());
    }
    if audience == Audience::Everyone {
        said.push(words.files_page_less_audience().to_string());
    }
    view! { <p class="files__warning" role="status">{said.join(" ")}</p> }
}
