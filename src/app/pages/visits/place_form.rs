//! Places: which one, and what is known of it.

use super::{
    Page,
    fields::{form_of, line, texts, tick},
    places::open_links,
    titled,
};
use crate::app::dom::{Child, View, view};
use crate::app::signal::Signal;
use crate::{
    app::{
        effects::ids,
        ui::{SelectField, TextField},
    },
    plan::{Edit, Position, Text, Venue, VenueId},
};
use leptos::prelude::*;
use std::sync::Arc;

/// The choice that makes a new place.
const NEW: &str = "new";

/// A place of the plan, a new one, or none yet.
#[component(transparent)]
pub(super) fn PlaceField(
    page: Page,
    label: &'static str,
    value: Signal<Option<VenueId>>,
    /// What a new place is called.
    name: Signal<Text>,
    commit: Callback<Option<VenueId>>,
) -> View {
    let store = page.store;
    let words = store.words();
    let options = Signal::derive(move || {
        let mut options = vec![(String::new(), words.visits_place_open().to_string())];
        store.plan.with(|plan| {
            let option = |venue: &Arc<Venue>| (venue.id.to_string(), titled(words, &venue.name));
            options.extend(plan.venues.iter().map(option));
        });
        options.push((NEW.to_string(), words.visits_place_new().to_string()));
        options
    });
    let chosen = Signal::derive(move || value.get().map(|venue| venue.to_string()).unwrap_or_default());
    let choose = Callback::new(move |key: String| {
        if key == NEW {
            let venue = Venue { name: name.get_untracked(), ..Venue::named(ids::venue(), "", "") };
            let id = venue.id;
            store.edit(Edit::Add(venue.into()));
            commit.run(Some(id));
        } else {
            commit.run(key.parse().ok());
        }
    });
    view! { <SelectField label=label options=options value=chosen commit=choose /> }
}

/// The form of a place.
#[component(transparent)]
pub(super) fn PlaceForm(page: Page, venue: VenueId) -> impl Child {
    let words = page.store.words();
    let form = form_of(page.store, |plan| &plan.venues, venue)?;
    let position = form.get(|venue| venue.position.map(|position| position.to_string()).unwrap_or_default());
    let locate = Callback::new(move |text: String| {
        let text = text.trim();
        let position = match text.parse::<Position>() {
            Ok(position) => Some(position),
            Err(_) if text.is_empty() => None,
            Err(_) => return Err(words.visits_coordinates_error().to_string()),
        };
        form.set(|venue| venue.position = position);
        Ok(())
    });
    let links = move || open_links(words, &form.record.get());
    Some(view! {
        <div on:focusin=move |_| form.open()>
            {texts(form, words.visits_place_name(), 1, |venue| &venue.name, |venue| &mut venue.name)}
            {line(form, words.visits_place_address(), "text", |venue| &venue.address, |venue| &mut venue.address)}
            <TextField
                label=words.visits_coordinates()
                hint=words.visits_coordinates_hint()
                value=position
                commit=locate
                name="coordinates"
                whole=true
            />
            {tick(form, words.visits_place_to_confirm(), |venue| venue.to_confirm, |venue| &mut venue.to_confirm)}
            {links}
        </div>
    })
}
