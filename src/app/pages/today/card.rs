//! The two cards: what is on now, with the time left, and what is next, with how to get there and what to bring.

use super::{
    detail::{Asks, Fold, PlaceLinks, Steps, ToConfirm},
    entry,
    heads::CountHeads,
    look::Look,
};
use crate::app::dom::{View, view};
use crate::app::pages::late::{LateButton, was, was_span};
use crate::app::signal::Memo;
use crate::{
    agenda::{Doing, Entry, Step, asked, map_links, percent_over, spot, spot_after, step_at, steps, stretches},
    app::{
        Store,
        effects::intl::{self, DateStyle},
    },
    i18n::Words,
    plan::Plan,
};
use chrono::{NaiveDateTime, TimeDelta};
use leptos::prelude::*;
use std::sync::Arc;

/// What is on.
#[component(transparent)]
pub fn NowCard(look: Look, plan: Arc<Plan>, entry: Entry) -> View {
    let words = Store::here().words();
    let only_for = look.only_for(words, &plan, &entry);
    let was = was_span(words, &plan, &entry);
    let (id, kind, end) = (entry.id.to_string(), entry.kind().name(), entry.slot.end());
    let left = move || words.today_left(&length_until(words, look.at.get(), end));
    // On the way it matters where the coach arrives, else where one is.
    let spot = spot_after(&plan, &entry);
    let place = entry::place_or_open(words, &entry, &spot);
    let place = match spot.venue.as_ref().and_then(|venue| map_links(venue)) {
        Some(links) => view! { <a href=links.web target="_blank" rel="noopener noreferrer">{place}</a> },
        None => View::of(place),
    };
    let steps = steps(&entry);
    let doing = Memo::new(move |_| doing_now(words, &steps, look.at.get(), end));
    view! {
        <article class="today__now" data-entry=id data-kind=kind data-moment="now">
            <p class="today__when">
                <span>{words.today_now()} {was}</span>
                <span>{left}</span>
            </p>
            <h2 class="today__what">{entry::title(words, &entry)}</h2>
            <p class="today__doing">{doing}</p>
            <p class="today__where"><span>{place}</span><ToConfirm entry=entry.clone() /></p>
            <p class="today__for">{only_for}</p>
            <Bar look=look entry=entry.clone() />
            <CountHeads look=look plan=plan.clone() entry=entry.clone() />
            <div class="today__foot">
                <Fold plan=plan entry=entry.clone() />
                <LateOf look=look entry=entry />
            </div>
        </article>
    }
}

/// The way to say that an entry is late.
#[component(transparent)]
pub fn LateOf(look: Look, entry: Entry) -> View {
    let words = Store::here().words();
    let id = entry.id;
    let open = Callback::new(move |()| look.late.set(Some(id)));
    view! { <LateButton title=entry::title(words, &entry) open=open /> }
}

/// How much of an entry is over, in the stretches that it consists of. Its time left stands in words above.
#[component(transparent)]
fn Bar(look: Look, entry: Entry) -> View {
    let part = move |(start, minutes)| {
        let over = Memo::new(move |_| percent_over(start, minutes, look.at.get()));
        view! {
            <span class="today__part" style:flex-grow=minutes.to_string()>
                <span class="today__over" style:width=move || format!("{}%", over.get())></span>
            </span>
        }
    };
    let parts: Vec<_> = stretches(&entry).into_iter().map(part).collect();
    view! { <div class="today__bar" aria-hidden="true">{parts}</div> }
}

/// What is next.
#[component(transparent)]
pub fn NextCard(look: Look, plan: Arc<Plan>, entry: Entry) -> View {
    let words = Store::here().words();
    let language = words.language();
    let only_for = look.only_for(words, &plan, &entry);
    let (id, kind, start) = (entry.id.to_string(), entry.kind().name(), entry.slot.start());
    let today = Memo::new(move |_| look.at.get().date());
    let when = move || {
        let time = intl::time(language, start);
        if today.get() == start.date() {
            words.today_next(&time)
        } else {
            words.today_next_day(&intl::date(language, start.date(), DateStyle::Short), &time)
        }
    };
    let until = move || words.today_in(&length_until(words, look.at.get(), start));
    let here = spot(&plan, &entry);
    let was = was(words, &plan, &entry);
    view! {
        <article class="today__next" data-entry=id data-kind=kind data-moment="next">
            <p class="today__when">
                <span>{when} {was}</span>
                <span>{until}</span>
            </p>
            <h2 class="today__what">{entry::title(words, &entry)}</h2>
            <p class="today__where"><span>{entry::place_or_open(words, &entry, &here)}</span><ToConfirm entry=entry.clone() /></p>
            <p class="today__for">{only_for}</p>
            <Steps plan=plan.clone() entry=entry.clone() />
            <Asks asked=asked(&plan, &entry) />
            <PlaceLinks spot=here entry=entry.clone() />
            <CountHeads look=look plan=plan.clone() entry=entry.clone() />
            <div class="today__foot">
                <Fold plan=plan entry=entry.clone() />
                <LateOf look=look entry=entry />
            </div>
        </article>
    }
}

/// What people do at a moment inside an entry, until when, and what then; nothing in a session.
fn doing_now(words: Words, steps: &[Step], at: NaiveDateTime, end: NaiveDateTime) -> String {
    let Some(index) = step_at(steps, at) else { return String::new() };
    let next = steps.get(index + 1);
    let until = entry::time(words, next.map_or(end, |step| step.at));
    let name = |doing| entry::doing(words, doing, "", "");
    match (steps[index].doing, next) {
        (Doing::Board, _) => words.today_boarding(&until),
        (Doing::Drive | Doing::Arrive, _) => words.today_driving(&until),
        (doing, Some(next)) => words.today_until_then(&name(doing), &until, &name(next.doing)),
        (doing, None) => words.today_until(&name(doing), &until),
    }
}

/// The time between two moments in words; from a day on in days of the calendar.
fn length_until(words: Words, from: NaiveDateTime, to: NaiveDateTime) -> String {
    let time = to - from;
    if time < TimeDelta::days(1) {
        return entry::length(words, time.num_minutes().max(0));
    }
    words.today_length_days(usize::try_from((to.date() - from.date()).num_days()).unwrap_or_default())
}
