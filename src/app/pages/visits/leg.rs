//! A leg of the line: a thin hatched strip with its minutes.

use super::{Page, address, chosen::Chosen, findings::Flag, in_place::missing};
use crate::app::dom::{View, view};
use crate::app::signal::Memo;
use crate::{
    app::effects::intl,
    circuit::{Leg, Phase, Source, own_drive},
    i18n::Words,
    plan::{EntryId, Plan},
};
use leptos::prelude::*;

/// The row of a leg.
#[component(transparent)]
pub(super) fn LegRow(page: Page, leg: EntryId) -> View {
    let words = page.store.words();
    let times = Memo::new(move |_| {
        page.outing.with(|outing| {
            outing.iter().flat_map(|outing| &outing.itinerary.legs).find(|known| known.id == leg).cloned()
        })
    });
    let text = move || times.get().map(|leg| text(words, &leg));
    // A figure of one's own that nobody has tried yet.
    let to_confirm = Memo::new(move |_| {
        let ends = times.with(|leg| leg.as_ref().and_then(|leg| leg.from.zip(leg.to)));
        let own = |plan: &Plan, (from, to)| own_drive(plan, from, to).is_some_and(|drive| drive.to_confirm);
        ends.is_some_and(|ends| page.store.plan.with(|plan| own(plan, ends)))
    });
    let unknown = move || times.with(|leg| leg.as_ref().is_some_and(|leg| leg.drive.source == Source::Unknown));
    view! {
        <div
            class="line__row leg"
            class:line__row--chosen=move || page.chosen.get() == Some(Chosen::Leg(leg))
            data-entry=leg.to_string()
            data-kind="leg"
        >
            <div class="line__times"></div>
            <div class="line__rail line__rail--leg"></div>
            <div class="line__body">
                <p class="leg__strip" class:leg__strip--unknown=unknown>
                    <a class="leg__text" id=link_id(leg) href=address(leg)>{text}</a>
                    {move || to_confirm.get().then(|| view! { <span class="mark">{words.to_confirm()}</span> })}
                    <Flag page=page on=Chosen::Leg(leg) />
                </p>
                {move || {
                    let open = page.chosen.get() == Some(Chosen::Leg(leg));
                    times.get().filter(|_| open).map(|known| missing(page, leg, before_drive(page, leg), &known.phases()))
                }}
            </div>
        </div>
    }
}

/// What there can be before a drive: only the first has people gather.
fn before_drive(page: Page, leg: EntryId) -> &'static [Phase] {
    let first = page
        .outing
        .with(|outing| outing.as_ref().and_then(|outing| outing.itinerary.legs.first()).map(|first| first.id));
    if first == Some(leg) { &[Phase::Gather, Phase::Board] } else { &[Phase::Board] }
}

/// The element that opens the panel of an entry.
pub(super) fn link_id(entry: EntryId) -> String {
    let mut id = String::from("visits-open-");
    id.push_str(&entry.to_string());
    id
}

/// "13:10 board 10 · 13:20 drive 20 (estimate)"
fn text(words: Words, leg: &Leg) -> String {
    let language = words.language();
    let mut text = String::new();
    if leg.gathering() > 0 {
        text.push_str(&words.visits_gathering(&intl::time(language, leg.gathers), &leg.gathering().to_string()));
        text.push_str(" \u{b7} ");
    }
    if leg.boarding() > 0 {
        text.push_str(&words.visits_board(&intl::time(language, leg.start), &leg.boarding().to_string()));
        text.push_str(" \u{b7} ");
    }
    let departs = intl::time(language, leg.departs);
    let minutes = leg.drive.minutes.to_string();
    text.push_str(&match leg.drive.source {
        Source::Own => words.visits_drive_own(&departs, &minutes),
        Source::Estimate => words.visits_drive_estimate(&departs, &minutes),
        Source::Same => words.visits_drive_same(&departs),
        Source::Unknown => words.visits_drive_unknown(&departs),
    });
    text
}
