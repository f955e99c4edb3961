//! The board: an axis of hours and a column a day.

use super::{Desk, card::Card, drag, keys};
use crate::app::dom::{View, view};
use crate::app::signal::Memo;
use crate::{
    app::effects::intl::{self, DateStyle},
    plan::{Slot, minute_of_day},
};
use chrono::{NaiveDate, NaiveTime, TimeDelta};
use leptos::{ev::MouseEvent, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::Element;

#[component(transparent)]
pub fn Grid() -> View {
    let desk = Desk::here();
    let words = desk.store.words();
    let dates = Memo::new(move |_| desk.board.with(|board| board.dates.clone()));
    let hours = Memo::new(move |_| desk.board.with(|board| (board.from, board.to)));
    let empty = Memo::new(move |_| desk.board.with(|board| board.placed.is_empty()));
    view! {
        <div
            class="board"
            style=("--minutes", move || { let (from, to) = hours.get(); (to - from).to_string() })
            style=("--days", move || dates.with(Vec::len).max(1).to_string())
            on:keydown=keys::on_board(desk)
        >
            <For each=move || dates.get() key=|date| *date let:date>
                <Column date=date />
            </For>
            {move || empty.get().then(|| view! { <p class="board__empty">{words.agenda_empty()}</p> })}
        </div>
    }
}

/// A day.
#[component(transparent)]
fn Column(date: NaiveDate) -> View {
    let desk = Desk::here();
    let words = desk.store.words();
    let language = words.language();
    let title = Memo::new(move |_| {
        let title = |plan: &std::sync::Arc<crate::plan::Plan>| {
            plan.days.get(date).map(|day| day.title.in_language(language).to_string())
        };
        desk.store.plan.with(title)
    });
    let about = move || title.get().unwrap_or_else(|| words.agenda_outside().to_string());
    let ids =
        Memo::new(move |_| desk.board.with(|board| board.on(date).map(|placed| placed.entry.id).collect::<Vec<_>>()));
    let from = Memo::new(move |_| desk.board.with(|board| board.from));
    let to = Memo::new(move |_| desk.board.with(|board| board.to));
    let now = move || {
        let now = desk.store.clock.get();
        let minute = minute_of_day(now.time());
        let shown = now.date() == date && (from.get()..to.get()).contains(&minute);
        shown.then(|| {
            let at = (minute - from.get()).to_string();
            view! { <div class="now-line" style=("--at", at) role="img" aria-label=words.agenda_now()></div> }
        })
    };
    let add = move |event: MouseEvent| {
        // On an entry a double click means the entry.
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if target.is_some_and(|target| target.closest(".entry").ok().flatten().is_some()) {
            return;
        }
        if let Some(minute) = drag::minute_under(&event, from.get_untracked(), to.get_untracked()) {
            let start = date.and_time(NaiveTime::MIN).checked_add_signed(TimeDelta::minutes(i64::from(minute)));
            desk.add(Slot::lasting(start.unwrap_or_default(), 30));
        }
    };
    let axis = move || {
        let (from, to) = (from.get(), to.get());
        let marks = (from / 60..=to / 60).map(|hour| {
            let time = NaiveTime::from_hms_opt(u32::from(hour % 24), 0, 0).unwrap_or_default();
            let words = intl::time(language, date.and_time(time));
            view! { <span class="axis__hour" style=("--at", (hour * 60 - from).to_string())>{words}</span> }
        });
        marks.collect::<Vec<_>>()
    };
    let id = format!("day-{date}");
    view! {
        <section class="day" aria-labelledby=id.clone()>
            <h2 class="day__title" id=id.clone()>
                {intl::date(language, date, DateStyle::Long)} " " <span class="day__about">{about}</span>
            </h2>
            <div class="day__hours" on:dblclick=add>
                <div class="axis" aria-hidden="true">{axis}</div>
                <ol class="day__entries">
                    <For each=move || ids.get() key=|id| *id let:id>
                        <Card id=id from=from />
                    </For>
                </ol>
                {now}
            </div>
        </section>
    }
}
