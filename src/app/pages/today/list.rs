//! The day as a list: what is still to come, then what is over; or a whole day, when its tab was chosen.

use super::{
    agenda,
    card::LateOf,
    detail::{About, Asks, PlaceLinks, Steps, ToConfirm},
    entry,
    heads::CountHeads,
    look::Look,
};
use crate::app::dom::{View, view};
use crate::app::pages::late::was;
use crate::app::signal::Memo;
use crate::{
    agenda::{Audience, Entry, asked, spot},
    app::{
        Store,
        effects::intl::{self, DateStyle},
    },
    plan::{EntryId, Plan},
};
use leptos::prelude::*;
use std::sync::Arc;

/// The entries of the day that are not on a card.
#[component(transparent)]
pub fn DayList(look: Look) -> View {
    let store = Store::here();
    let words = store.words();
    let language = words.language();
    // On the day of the moment what is now and next stands on the cards.
    let on_cards = Memo::new(move |_| {
        let cards = |moment: &crate::agenda::Moment| {
            moment.now.iter().chain(&moment.next).map(|entry| entry.id).collect::<Vec<EntryId>>()
        };
        if look.live.get() { look.moment.with(cards) } else { Vec::new() }
    });
    let over = Memo::new(move |_| look.moment.with(|moment| moment.after));
    let split = Memo::new(move |_| {
        let (day, at, listed) = (look.day.get(), look.at.get(), on_cards.get());
        let splits = look.live.get() && !over.get();
        let of_day = |entry: &&Entry| Some(entry.slot.date()) == day && !listed.contains(&entry.id);
        look.entries.with(|entries| {
            let of_day = entries.iter().filter(of_day).cloned();
            of_day.partition::<Vec<_>, _>(|entry| !splits || entry.slot.end() > at)
        })
    });
    let title = move || {
        let date = look.day.get().map(|date| intl::date(language, date, DateStyle::Long)).unwrap_or_default();
        if look.live.get() && !over.get() { words.today_rest(&date) } else { date }
    };
    let about = move || {
        let day = look.day.get()?;
        store.plan.with(|plan| plan.days.get(day).map(|day| day.title.in_language(language).to_string()))
    };
    let rows = move |earlier: bool| {
        let plan = store.plan.get();
        split.with(|(coming, past)| {
            let rows = if earlier { past } else { coming };
            rows.iter()
                .map(|entry| view! { <Row look=look plan=plan.clone() entry=entry.clone() past=earlier /> })
                .collect::<Vec<_>>()
        })
    };
    let is_bare =
        move || split.with(|(coming, past)| coming.is_empty() && past.is_empty()) && on_cards.with(Vec::is_empty);
    let bare = move || {
        let everyone = look.audience.get() == Audience::Everyone;
        is_bare().then(|| {
            let text = if everyone { words.today_nothing() } else { words.today_nothing_for_them() };
            view! { <p class="today__nothing">{text} " " <a href=agenda()>{words.today_to_agenda()}</a></p> }
        })
    };
    view! {
        <section class="today__list" hidden=move || split.with(|(coming, _)| coming.is_empty()) && !is_bare()>
            <h2>{title}</h2>
            <p class="today__theme">{about}</p>
            {bare}
            <ol>{move || rows(false)}</ol>
        </section>
        <section class="today__list" hidden=move || split.with(|(_, past)| past.is_empty())>
            <h2>{words.today_earlier()}</h2>
            <ol>{move || rows(true)}</ol>
        </section>
    }
}

/// One entry: when, what and where; the rest opens.
#[component(transparent)]
fn Row(look: Look, plan: Arc<Plan>, entry: Entry, past: bool) -> View {
    let words = Store::here().words();
    let language = words.language();
    let spot_now = spot(&plan, &entry);
    let length = entry::length(words, i64::from(entry.slot.minutes()));
    let times = format!("{} ({length})", entry::span(words, &entry));
    let only_for = look.only_for(words, &plan, &entry);
    let was = was(words, &plan, &entry);
    let (id, kind, confirm, light) = (entry.id.to_string(), entry.kind().name(), entry.to_confirm(), !entry.is_work());
    view! {
        <li
            class="today__row"
            class:today__row--past=past
            class:today__row--light=light
            class:today__row--confirm=confirm
            data-entry=id
            data-kind=kind
        >
            <details>
                <summary class="today__summary">
                    <span class="today__at"><time>{intl::time(language, entry.slot.start())}</time> {was}</span>
                    <span class="today__entry">
                        <span class="today__name">{entry::title(words, &entry)}</span>
                        <span class="today__small">{entry::place_or_open(words, &entry, &spot_now)}</span>
                        <span class="today__small">{only_for}</span>
                        {confirm.then(|| view! { <span class="visually-hidden">{words.to_confirm()}</span> })}
                    </span>
                </summary>
                <div class="today__more">
                    <p class="today__about">{times} " " <ToConfirm entry=entry.clone() /></p>
                    <Steps plan=plan.clone() entry=entry.clone() />
                    <Asks asked=asked(&plan, &entry) />
                    <CountHeads look=look plan=plan.clone() entry=entry.clone() />
                    <About plan=plan entry=entry.clone() />
                    <PlaceLinks spot=spot_now entry=entry.clone() />
                    <p class="today__links"><LateOf look=look entry=entry /></p>
                </div>
            </details>
        </li>
    }
}
