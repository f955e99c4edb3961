//! What a host wants to know of its guests, ticked field by field.

use crate::app::dom::{View, view};
use crate::app::signal::Signal;
use crate::{
    app::{Store, ui::ChecksField},
    exchange::tables::header,
    plan::GuestField,
};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// The fields.
#[component(transparent)]
pub fn GuestFields(
    /// The columns of the host's list.
    value: Signal<Vec<GuestField>>,
    /// Takes what it wants.
    commit: Callback<BTreeSet<GuestField>>,
) -> View {
    let words = Store::here().words();
    let options = GuestField::ALL.iter().enumerate();
    let options: Vec<_> = options
        .map(|(key, field)| {
            let label = match field {
                GuestField::Document => words.files_document().to_string(),
                field => header(words, *field).to_string(),
            };
            (key.to_string(), label)
        })
        .collect();
    let key = |field: &GuestField| GuestField::ALL.iter().position(|known| known == field).map(|key| key.to_string());
    let ticked = Signal::derive(move || value.with(|fields| fields.iter().filter_map(key).collect::<BTreeSet<_>>()));
    let take = Callback::new(move |keys: BTreeSet<String>| {
        let fields = keys.iter().filter_map(|key| key.parse().ok().and_then(|key: usize| GuestField::ALL.get(key)));
        commit.run(fields.copied().collect());
    });
    view! {
        <div class="guest-fields">
            <ChecksField label=words.files_fields() options=Signal::stored(options) value=ticked commit=take />
        </div>
    }
}
