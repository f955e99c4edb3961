//! Door to door: the visit as a railway line, stops as places, legs as what lies between.

use super::{Page, drag::Drag, leg::LegRow, stop::StopRow};
use crate::app::dom::{View, view};
use crate::app::signal::Memo;
use crate::{
    app::effects::intl,
    plan::{EntryId, StopId, VenueId},
};
use leptos::prelude::*;

/// The line.
#[component(transparent)]
pub(super) fn Line(page: Page) -> View {
    let words = page.store.words();
    let order = page.order();
    let drag = Drag::new(page, order);
    let some = Memo::new(move |_| order.with(|order| !order.is_empty()));
    let start = page.of_outing(|outing| (outing.itinerary.gathers, outing.visit.start_place));
    let back = page.of_outing(|outing| {
        let late = outing.itinerary.back_late(outing.visit.return_by);
        (outing.itinerary.back, outing.visit.return_place, late)
    });
    let visit = move || page.visit.get_untracked();
    view! {
        <p class="visits__nothing" hidden=some>{words.visits_no_stops()}</p>
        <ol class="line" class:line--empty=move || !some.get() class:line--dragging=move || drag.is_on()>
            <li class="line__row line__row--first">
                {move || start.get().map(|(at, place)| end(page, at, place, words.visits_gather(), 0))}
            </li>
            <For each=move || order.get() key=|stop| *stop children=move |stop| view! { <OneStop page=page drag=drag stop=stop /> } />
            {move || some.get().then(visit).flatten().map(|visit| {
                view! { <li><LegRow page=page leg=EntryId::LegBack(visit, page.group.get_untracked()) /></li> }
            })}
            {move || some.get().then(|| {
                let row = move || back.get().map(|(at, place, late)| end(page, at, place, words.visits_back(), late));
                view! { <li class="line__row line__row--last">{row}</li> }
            })}
        </ol>
        // Said once: the handles point here.
        <p class="visually-hidden" id="visits-how">{words.visits_how_to_move()}</p>
    }
}

/// The leg to a stop and the stop: they move together.
#[component(transparent)]
fn OneStop(page: Page, drag: Drag, stop: StopId) -> View {
    let edge = drag.edge(stop);
    let leg = EntryId::LegTo(stop, page.group.get_untracked());
    view! {
        <li
            id=super::drag::row_id(stop)
            class="line__pair"
            class:line__pair--drop-before=move || edge.get() == Some(false)
            class:line__pair--drop-after=move || edge.get() == Some(true)
            class:line__pair--dragged=move || drag.holds(stop)
        >
            <LegRow page=page leg=leg />
            <StopRow page=page drag=drag stop=stop />
        </li>
    }
}

/// Where the line starts or ends.
fn end(page: Page, at: chrono::NaiveDateTime, place: Option<VenueId>, what: &'static str, late: u16) -> View {
    let words = page.store.words();
    let language = words.language();
    let name = page.store.plan.with(|plan| {
        let venue = place.and_then(|id| plan.venues.get(id));
        venue.map(|venue| venue.name.in_language(language).to_string())
    });
    let late = (late > 0).then(|| {
        view! { <strong class="stop__late">{words.visits_late_short(&super::length(words, u32::from(late)))}</strong> }
    });
    view! {
        <div class="line__times"><time class="line__time">{intl::time(language, at)}</time></div>
        <div class="line__rail"><span class="line__end"></span></div>
        <p class="line__body">
            <b>{name.unwrap_or_else(|| words.visits_place_open().to_string())}</b>
            <span class="line__quiet">{what}</span>
            {late}
        </p>
    }
}
