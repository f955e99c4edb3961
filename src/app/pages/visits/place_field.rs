//! Which place.

use super::{Page, titled};
use crate::app::dom::{View, view};
use crate::app::signal::Signal;
use crate::{
    app::{effects::ids, ui::SelectField},
    plan::{Edit, Text, Venue, VenueId},
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
