//! The today screen: where a delegate has to be now, what is next, and the rest of the day.

mod bars;
mod card;
mod detail;
mod heads;
mod list;
mod look;

use super::{entry, late::Late};
use crate::app::dom::{View, view};
use crate::app::signal::{Effect, Memo};
use crate::{
    app::{
        Store,
        effects::{
            intl::{self, DateStyle},
            page,
        },
        parts,
    },
    plan::EntryId,
    workspace::{Route, Screen},
};
use bars::{Days, Rehearsal, Rehearse, With};
use card::{NextCard, NowCard};
use heads::counted;
pub use heads::{Draw as DrawRollCall, draw as draw_roll_call};
use leptos::prelude::*;
use list::DayList;
use look::Look;

/// The screen.
#[component(transparent)]
pub fn Today() -> View {
    let store = Store::here();
    let words = store.words();
    let look = Look::new(store);
    let counted = counted(store);
    // On the day everything that a car park needs is here before anybody asks for it: there may be no network then.
    Effect::new(move || {
        let on_the_day = look.dates.with(|dates| dates.contains(&look.at.get().date()));
        if on_the_day && !look.rehearsal.get() {
            wasm_bindgen_futures::spawn_local(async {
                parts::fetch_roll_call().await;
                parts::fetch_late().await;
            });
        }
    });
    let last = StoredValue::new(None::<EntryId>);
    let inside = move || match counted.get() {
        Some((leg, _)) => {
            last.set_value(Some(leg));
            parts::once_here(parts::fetch_roll_call, move |draw| draw(look, leg))
        }
        None => {
            if let Some(leg) = last.try_update_value(Option::take).flatten() {
                let leg = leg.to_string();
                page::focus_soon(format!("[data-entry='{leg}'] summary, [data-entry='{leg}'] .heads__open button"));
            }
            view! { <Day look=look /> }
        }
    };
    // What is said to be late has the whole screen: it is said in a hurry, with one hand.
    let close = Callback::new(move |entry: EntryId| {
        look.late.set(None);
        page::focus_soon(format!("article[data-entry=\"{entry}\"] .late-button, li[data-entry=\"{entry}\"] summary"));
    });
    let sheet = move || look.late.get().map(|entry| view! { <Late entry=entry close=close /> });
    view! {
        <div class="page today">
            <h1 class="page__title today__title">{words.screen_today()}</h1>
            <Rehearsal look=look />
            {sheet}
            <div hidden=move || look.late.with(Option::is_some)>{inside}</div>
        </div>
    }
}

/// The day as it goes: what is now and next, and the rest.
#[component(transparent)]
fn Day(look: Look) -> View {
    let store = Store::here();
    let words = store.words();
    let own_zone = intl::own_zone();
    let zone = Memo::new(move |_| store.plan.with(|plan| plan.meeting.zone.clone()));
    let zone_line = move || zone.with(|zone| (own_zone != *zone).then(|| words.today_zone(zone)));
    view! {
        <With look=look />
        <Days look=look />
        <div class="today__columns">
            <div class="today__cards">{move || look.live.get().then(|| view! { <Cards look=look /> })}</div>
            <div><DayList look=look /></div>
        </div>
        <p class="today__zone">{zone_line}</p>
        <Rehearse look=look />
    }
}

/// What is now and next, or why nothing is.
#[component(transparent)]
fn Cards(look: Look) -> View {
    let store = Store::here();
    let words = store.words();
    let state = Memo::new(move |_| look.state());
    let now = move || {
        let plan = store.plan.get();
        look.moment.with(|moment| {
            moment
                .now
                .iter()
                .map(|entry| view! { <NowCard look=look plan=plan.clone() entry=entry.clone() /> })
                .collect::<Vec<_>>()
        })
    };
    let next = move || {
        let plan = store.plan.get();
        look.moment.with(|moment| {
            let cards = moment.next.iter().map(|entry| {
                view! { <NextCard look=look plan=plan.clone() entry=entry.clone() /> }
            });
            cards.collect::<Vec<_>>()
        })
    };
    view! {
        {move || state.get().map(|text| view! { <p class="today__state" data-state=text.name()>{text.words(words)}</p> })}
        {now}
        {next}
    }
}

/// How the present stands to the meeting where nothing is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    Empty,
    Before,
    Between(chrono::NaiveDateTime),
    Over(chrono::NaiveDate),
    After,
}

impl State {
    const fn name(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Before => "before",
            Self::Between(_) | Self::Over(_) => "between",
            Self::After => "after",
        }
    }

    fn words(self, words: crate::i18n::Words) -> String {
        match self {
            Self::Empty => words.today_empty().to_string(),
            Self::Before => words.today_before().to_string(),
            Self::Between(until) => words.today_between(&entry::time(words, until)),
            Self::Over(date) => words.today_over(&intl::date(words.language(), date, DateStyle::Long)),
            Self::After => words.today_after().to_string(),
        }
    }
}

/// The address of the agenda, where somebody plans.
fn agenda() -> String {
    Route::to(Screen::Agenda).href()
}
