//! What stands above the cards: whether this is a rehearsal, whom the reader is with, and the days.

use super::{entry, look::Look};
use crate::{
    agenda::Audience,
    app::{
        Store,
        effects::{
            intl::{self, DateStyle},
            page,
        },
        ui::{Badge, SelectField},
    },
    workspace::Route,
};
use leptos::prelude::*;

/// Says that the moment shown is not the present one, lets another be chosen, and leads back.
#[component]
pub fn Rehearsal(look: Look) -> impl IntoView {
    let store = Store::here();
    let words = store.words();
    let value = move || look.at.get().format("%Y-%m-%dT%H:%M").to_string();
    let back = move || store.route.with(|route| Route { at: None, ..route.clone() }.href());
    let choose = move |event| {
        // Half a date is none: the address then keeps the moment that it had.
        let at = Route::parse(&format!("today?at={}", event_target_value(&event))).at;
        if at.is_some() {
            look.tab.set(None);
            page::go(&Route { at, ..store.route.get_untracked() });
        }
    };
    let bar = move || {
        view! {
            <div class="today__rehearsal">
                <label class="today__rehearsed">
                    <strong>{words.today_rehearsal()}</strong>
                    <input type="datetime-local" class="field__control" prop:value=value on:change=choose />
                </label>
                <a class="button" href=back on:click=move |_| look.tab.set(None)>{words.today_back_to_now()}</a>
            </div>
        }
    };
    move || look.rehearsal.get().then(bar)
}

/// Whom the reader is with: a delegation, then perhaps one of its people.
#[component]
pub fn With(look: Look) -> impl IntoView {
    let store = Store::here();
    let words = store.words();
    let delegation = Memo::new(move |_| match look.audience.get() {
        Audience::Everyone => None,
        Audience::Delegation(id) => Some(id),
        Audience::Delegate(id) => store.plan.with(|plan| plan.delegates.get(id).map(|person| person.delegation)),
    });
    let delegations = Memo::new(move |_| {
        let mut options = vec![(String::new(), words.today_everyone().to_string())];
        store.plan.with(|plan| {
            options.extend(
                plan.delegations.iter().map(|one| (one.id.to_string(), entry::delegation(words, plan, one.id))),
            );
        });
        options
    });
    let people = Memo::new(move |_| {
        let mut options = vec![(String::new(), words.today_anybody().to_string())];
        if let Some(id) = delegation.get() {
            store.plan.with(|plan| {
                options.extend(plan.delegates_of(id).map(|person| (person.id.to_string(), person.name.clone())));
            });
        }
        options
    });
    let badge = move || {
        let id = delegation.get()?;
        store
            .plan
            .with(|plan| plan.delegations.get(id).map(|one| view! { <Badge letter=one.letter.clone() hue=one.hue /> }))
    };
    let with = Signal::derive(move || delegation.get().map(|id| id.to_string()).unwrap_or_default());
    let person = Signal::derive(move || match look.audience.get() {
        Audience::Delegate(id) => id.to_string(),
        _ => String::new(),
    });
    let choose = Callback::new(move |key: String| {
        look.choose(key.parse().map(Audience::Delegation).unwrap_or_default());
    });
    let choose_person = Callback::new(move |key: String| {
        let whole = delegation.get_untracked().map(Audience::Delegation).unwrap_or_default();
        look.choose(key.parse().map(Audience::Delegate).unwrap_or(whole));
    });
    let second = move || {
        (people.with(Vec::len) > 1).then(|| {
            view! { <SelectField label=words.today_in_person() options=people value=person commit=choose_person class="today__choice" /> }
        })
    };
    view! {
        <div class="today__with">
            {badge}
            <SelectField label=words.today_with() options=delegations value=with commit=choose class="today__choice" />
            {second}
        </div>
    }
}

/// The days, as tabs.
#[component]
pub fn Days(look: Look) -> impl IntoView {
    let store = Store::here();
    let words = store.words();
    let today = Memo::new(move |_| look.at.get().date());
    let tabs = move || {
        let tabs = look.dates.get().into_iter().map(|date| {
            let name = intl::date(words.language(), date, DateStyle::Short);
            let is_today = move || {
                (today.get() == date).then(|| {
                    view! { <span class="today__dot"></span><span class="visually-hidden">{words.today_is_today()}</span> }
                })
            };
            view! {
                <button
                    type="button"
                    class="today__tab"
                    aria-pressed=move || if look.day.get() == Some(date) { "true" } else { "false" }
                    on:click=move |_| look.tab.set(Some(date))
                >
                    {name}
                    {is_today}
                </button>
            }
        });
        tabs.collect_view()
    };
    view! { <div class="today__tabs" role="group" aria-label=words.today_days()>{tabs}</div> }
}
