//! Where a session is: a choice of rooms and venues.

use crate::app::dom::{View, view};
use crate::app::signal::{Memo, Signal};
use crate::{
    app::{Store, ui::SelectField},
    plan::Place,
};
use leptos::prelude::*;

/// The choice of a place.
#[component(transparent)]
pub fn PlaceField(
    /// Where it is.
    value: Signal<Place>,
    /// Takes the choice.
    commit: Callback<Place>,
) -> View {
    let store = Store::here();
    let words = store.words();
    let language = words.language();
    let options = Memo::new(move |_| {
        let mut options = vec![(String::new(), words.place_open().to_string())];
        store.plan.with(|plan| {
            for venue in &plan.venues {
                let name = venue.name.in_language(language).to_string();
                options.push((format!("v{}", venue.id), name.clone()));
                for room in plan.rooms.iter().filter(|room| room.venue == venue.id) {
                    options.push((format!("r{}", room.id), format!("\u{2003}{}", room.name.in_language(language))));
                }
            }
        });
        options
    });
    let key = Signal::derive(move || match value.get() {
        Place::Open => String::new(),
        Place::Venue(id) => format!("v{id}"),
        Place::Room(id) => format!("r{id}"),
    });
    let choose = Callback::new(move |key: String| {
        let place = match key.split_at_checked(1) {
            Some(("v", id)) => id.parse().ok().map(Place::Venue),
            Some(("r", id)) => id.parse().ok().map(Place::Room),
            _ => Some(Place::Open),
        };
        commit.run(place.unwrap_or_default());
    });
    view! { <SelectField label=words.field_place() options=options value=key commit=choose /> }
}
