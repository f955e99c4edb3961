//! A field for rows that are pasted from a spreadsheet.

use crate::app::dom::{View, view};
use leptos::prelude::*;

/// A field of several lines in which tabs stay what they are.
#[component(transparent)]
pub fn RowsField(
    /// The element's id, unique in the document.
    id: &'static str,
    /// What it is for.
    label: &'static str,
    /// What stands in it at first.
    first: String,
    /// Told what stands in it, whenever that changes.
    typed: Callback<String>,
) -> View {
    view! {
        <div class="field">
            <label class="field__label" for=id>{label}</label>
            <textarea
                id=id
                class="field__control field__rows"
                rows="5"
                spellcheck="false"
                autocomplete="off"
                wrap="off"
                on:input=move |event: web_sys::Event| typed.run(event_target_value(&event))
            >
                {first}
            </textarea>
        </div>
    }
}
