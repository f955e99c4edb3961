//! The places of a visit in words: what the map shows, for those who read, and the way to real maps.

use super::{Page, address, titled};
use crate::app::dom::{View, view};
use crate::app::signal::Memo;
use crate::{
    app::pages::place_form::open_links,
    i18n::Words,
    plan::{HostId, Plan, StopId, Venue, VenueId, VisitId},
};
use leptos::prelude::*;
use std::sync::Arc;

/// A place on the way.
#[derive(Clone, PartialEq)]
pub(super) struct Place {
    /// The number of the stop; none for where the visit starts or ends.
    pub number: Option<usize>,
    /// What it is called.
    pub name: String,
    /// Where it is, unless nothing is known of it.
    pub venue: Option<Arc<Venue>>,
    /// What is to be opened where something is missing.
    pub owner: Owner,
}

/// Whose place it is.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Owner {
    Visit(VisitId),
    Host(HostId),
}

impl Place {
    /// The place of a stop.
    pub(super) fn of_stop(words: Words, plan: &Plan, number: usize, stop: StopId) -> Option<Self> {
        let stop = plan.stops.get(stop)?;
        let name = plan.hosts.get(stop.host).map(|host| host.name.clone()).filter(|name| !name.is_empty());
        Some(Self {
            number: Some(number),
            name: name.unwrap_or_else(|| words.untitled().to_string()),
            venue: plan.venue_of_stop(stop).and_then(|venue| plan.venues.get(venue)).cloned(),
            owner: Owner::Host(stop.host),
        })
    }

    /// The place where a visit starts or ends; none where it is not decided.
    pub(super) fn of_visit(words: Words, plan: &Plan, visit: VisitId, venue: Option<VenueId>) -> Option<Self> {
        let venue = plan.venues.get(venue?)?.clone();
        Some(Self { number: None, name: titled(words, &venue.name), venue: Some(venue), owner: Owner::Visit(visit) })
    }
}

/// The places in their order.
#[component(transparent)]
pub(super) fn Places(page: Page, places: Memo<Vec<Place>>) -> View {
    let words = page.store.words();
    let row = move |place: Place| {
        let (class, number) = match place.number {
            Some(number) => ("line__dot", number.to_string()),
            None => ("line__end", String::new()),
        };
        let where_to = match place.owner {
            Owner::Visit(visit) => address(visit),
            Owner::Host(host) => address(host),
        };
        let street = place.venue.as_ref().map(|venue| venue.address.clone()).unwrap_or_default();
        let links = place.venue.as_ref().and_then(|venue| open_links(words, venue));
        let is_drawn = place.venue.as_ref().is_some_and(|venue| venue.position.is_some());
        let missing = (!is_drawn).then(|| {
            view! {
                <p class="map-links">
                    <a href=where_to>{words.visits_not_on_map()} <span class="visually-hidden">" " {place.name.clone()}</span></a>
                </p>
            }
        });
        view! {
            <li class="place">
                <span class=class>{number}</span>
                <div>
                    <p><b>{place.name.clone()}</b> " " <span class="line__quiet">{street}</span></p>
                    {links}
                    {missing}
                </div>
            </li>
        }
    };
    view! { <ol class="places">{move || places.get().into_iter().map(row).collect::<Vec<_>>()}</ol> }
}
