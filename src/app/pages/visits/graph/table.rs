//! The graph as a table: when every group arrives, leaves, waits, and how late it is.

use super::{super::length, Show};
use crate::app::dom::{View, view};
use crate::app::pages::copy_table::{Copied, CopyTable};
use crate::circuit::graph::{Afternoon, Call, Run};
use leptos::prelude::*;

/// The table, folded away: who sees the picture has it all.
#[component(transparent)]
pub(super) fn Twin(show: Show) -> View {
    let words = show.page.store.words();
    let table = move || show.afternoon.with(|afternoon| afternoon.as_ref().map(|afternoon| table(show, afternoon)));
    view! {
        <details class="graph__twin">
            <summary class="graph__summary">{words.graph_table()}</summary>
            <div class="table-frame" tabindex="0" role="group" aria-label=words.graph_table()>{table}</div>
            <CopyTable source=|| Copied::OnPage(".graph__table") about=words.graph_table().to_string() />
        </details>
    }
}

fn table(show: Show, afternoon: &Afternoon) -> View {
    let words = show.page.store.words();
    let heads = show.riders.with(|riders| {
        let head = |rider: &super::Rider| view! { <th scope="col">{rider.title.clone()}</th> };
        riders.iter().map(head).collect::<Vec<_>>()
    });
    let row = |name: String, is_here: &dyn Fn(&Run, &Call) -> bool| {
        let cell = |run: &Run| {
            let call = run.calls.iter().find(|call| is_here(run, call));
            view! { <td>{call.map(|call| cell(show, call))}</td> }
        };
        let cells: Vec<_> = afternoon.runs.iter().map(cell).collect();
        view! { <tr><th scope="row">{name}</th> {cells}</tr> }
    };
    let stops = (1..afternoon.places.len()).filter(|place| *place != afternoon.last());
    let mut rows = vec![row(show.name(0), &|_, call| call.stop.is_none() && call.leaves.is_some())];
    rows.extend(stops.map(|place| row(show.name(place), &|_, call| call.stop.is_some() && call.place == place)));
    let back = words.graph_back_at(&show.name(afternoon.last()));
    rows.push(row(back, &|_, call| call.leaves.is_none()));
    view! {
        <table class="table graph__table">
            <caption class="visually-hidden">{words.graph_table()}</caption>
            <thead><tr><th scope="col">{words.graph_place()}</th> {heads}</tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

/// Arrives, leaves, waits, is late.
fn cell(show: Show, call: &Call) -> View {
    let words = show.page.store.words();
    let arrives = view! { <time>{show.time(call.arrives)}</time> };
    let leaves = call.leaves.map(|leaves| view! { "\u{2013}" <time>{show.time(leaves)}</time> });
    let waits = (call.waits > 0).then(|| {
        view! { <span class="graph__note">{words.graph_waits(&length(words, u32::from(call.waits)))}</span> }
    });
    let late = (call.late > 0).then(|| {
        view! { <strong class="graph__late">{words.visits_late_short(&length(words, u32::from(call.late)))}</strong> }
    });
    view! { {arrives} {leaves} {waits} {late} }
}
