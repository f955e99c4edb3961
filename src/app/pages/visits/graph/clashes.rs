//! What does not go, in words: the signs of the picture, one after the other.

use super::{Show, svg};
use crate::app::dom::{View, view};
use crate::circuit::Point;
use crate::circuit::graph::{Afternoon, Clash, Trouble};
use leptos::prelude::*;

/// The list; nothing where all goes well.
#[component(transparent)]
pub(super) fn Clashes(show: Show) -> View {
    let words = show.page.store.words();
    let rows = move || {
        show.afternoon.with(|afternoon| {
            let afternoon = afternoon.as_ref()?;
            let row = |clash: &Clash| {
                let sign = svg::sign(Point { x: 10, y: 10 });
                view! {
                    <li class="graph__clash">
                        <svg class="graph__sign-box" viewBox="0 0 20 20" aria-hidden="true">{sign}</svg>
                        {sentence(show, afternoon, clash)}
                    </li>
                }
            };
            let rows: Vec<_> = afternoon.clashes.iter().map(row).collect();
            (!rows.is_empty())
                .then(|| view! { <ul class="graph__clashes" aria-label=words.graph_clashes()>{rows}</ul> })
        })
    };
    view! { {rows} }
}

fn sentence(show: Show, afternoon: &Afternoon, clash: &Clash) -> String {
    let words = show.page.store.words();
    let who = show.riders.with(|riders| riders.get(clash.run).map(|rider| rider.title.clone())).unwrap_or_default();
    let place = show.name(clash.place);
    let (from, to) = (show.time(clash.from), show.time(clash.to));
    let minutes = (clash.to - clash.from).to_string();
    match clash.trouble {
        Trouble::Closed => {
            let window = afternoon.places.get(clash.place).and_then(|place| place.window).unwrap_or_default();
            words.graph_closed(&who, &place, &from, &to, &show.time(window.0), &show.time(window.1))
        }
        Trouble::Crowd => words.graph_crowd(&who, &place, &from, &to),
        Trouble::Heads => words.graph_heads(&who, &place, &from, &to),
        Trouble::Gap => words.graph_gap(&who, &place, &from, &minutes),
        Trouble::Late => words.graph_late(&who, &to, &show.time(afternoon.return_by.unwrap_or(clash.from))),
    }
}
