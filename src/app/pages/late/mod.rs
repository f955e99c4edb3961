//! "We are 20 minutes late": the way in from a card or a panel, and the planned time beside the new one. What says how
//! late, and what follows, is a part of the program that arrives when it is first asked for.

mod message;
mod preview;
mod sheet;
mod split;
mod tell;
mod text;

use super::entry;
use crate::app::dom::{Child, View, view};
use crate::app::signal::RwSignal;
use crate::{
    agenda::{Audience, Entry, entries, late::planned_slot},
    app::{
        Store,
        effects::{intl, page},
        parts,
    },
    i18n::Words,
    plan::{EntryId, Plan},
    workspace::{Route, Screen},
};
use leptos::prelude::*;

/// Draws what [`sheet::Sheet`] is, once the part that holds it is here. What closes it is told by which identity the entry
/// is known then: a visit can have got groups.
pub type Draw = fn(EntryId, Callback<EntryId>) -> View;

/// What draws the sheet. Only the part of the program that holds it may call this.
pub fn draw() -> Draw {
    |entry, close| view! { <sheet::Sheet entry=entry close=close /> }
}

/// The way in: opens the sheet of an entry.
#[component(transparent)]
pub fn LateButton(
    /// What it is called.
    title: String,
    /// Opens the sheet.
    open: Callback<()>,
) -> View {
    let words = Store::here().words();
    view! {
        <button type="button" class="button late-button" on:click=move |_| open.run(())>
            {words.late_button()}
            <span class="visually-hidden">" " {words.late_button_about(&title)}</span>
        </button>
    }
}

/// The way in and the sheet in its place, for a panel.
#[component(transparent)]
pub fn LateHere(entry: EntryId, title: String) -> View {
    let opened = RwSignal::new(false);
    let open = Callback::new(move |()| opened.set(true));
    let close = Callback::new(move |now: EntryId| {
        opened.set(false);
        if now == entry {
            page::focus_soon(".late-button".to_string());
        } else {
            page::go(&Route::at_place(Screen::Agenda, now));
        }
    });
    let store = Store::here();
    let words = store.words();
    let planned = move || {
        let slot = store.plan.with(|plan| planned_slot(plan, &find(plan, entry)?))?;
        let times = intl::span(words.language(), slot.start(), slot.end());
        Some(view! { <p class="late__planned">{words.late_planned(&times)}</p> })
    };
    view! {
        {planned}
        {move || {
            let title = title.clone();
            if opened.get() {
                view! { <Late entry=entry close=close /> }
            } else {
                view! { <p class="panel__actions"><LateButton title=title open=open /></p> }
            }
        }}
    }
}

/// The sheet of an entry, as soon as it has arrived.
#[component(transparent)]
pub fn Late(entry: EntryId, close: Callback<EntryId>) -> View {
    parts::once_here(parts::fetch_late, move |draw| draw(entry, close))
}

/// When something was planned, struck through, where it is at another time.
#[must_use]
pub fn was(words: Words, plan: &Plan, entry: &Entry) -> impl Child + use<> {
    let planned = planned_slot(plan, entry).filter(|planned| planned.start() != entry.slot.start());
    planned.map(|planned| struck(words, intl::time(words.language(), planned.start())))
}

/// From when to when something was planned, where it is at another time.
#[must_use]
pub fn was_span(words: Words, plan: &Plan, entry: &Entry) -> impl Child + use<> {
    let planned = planned_slot(plan, entry);
    planned.map(|planned| struck(words, intl::span(words.language(), planned.start(), planned.end())))
}

/// A time that holds no more.
fn struck(words: Words, time: String) -> View {
    let said = words.late_was(&time);
    view! { <span class="was">" " <span class="visually-hidden">{said}</span><s aria-hidden="true">{time}</s></span> }
}

/// What the entry is called for somebody who stands in front of it: a leg by where it leads.
fn title(words: Words, plan: &Plan, id: EntryId) -> String {
    find(plan, id).map_or_else(String::new, |found| entry::title(words, &found))
}

/// The entry with this identity, as the plan stands.
fn find(plan: &Plan, id: EntryId) -> Option<Entry> {
    entries(plan, Audience::Everyone).into_iter().find(|entry| entry.id == id)
}
