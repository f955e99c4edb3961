//! What is known of a place: its form, and the way to real maps.

use super::fields::{form_of, line, texts, tick};
use crate::app::dom::{Child, View, view};
use crate::{
    agenda::map_links,
    app::{Store, ui::TextField, wording::titled},
    i18n::Words,
    plan::{Position, Venue, VenueId},
};
use leptos::prelude::*;

/// The form of a place.
#[component(transparent)]
pub(super) fn PlaceForm(store: Store, venue: VenueId) -> impl Child {
    let words = store.words();
    let form = form_of(store, |plan| &plan.venues, venue)?;
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

/// Links that open a venue in a map service and in the telephone's own map; none where nothing is known of where it is.
pub(super) fn open_links(words: Words, venue: &Venue) -> Option<View> {
    let links = map_links(venue)?;
    let name = titled(words, &venue.name);
    let about = move || view! { <span class="visually-hidden">" " {name.clone()}</span> };
    Some(view! {
        <p class="map-links">
            <a href=links.web target="_blank" rel="noopener noreferrer">{words.visits_open_map()} {about()}</a>
            <a href=links.app>{words.visits_open_app()} {about()}</a>
        </p>
    })
}
