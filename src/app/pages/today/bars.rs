//! What stands above the cards: whether this is a rehearsal, whom the reader is with, and the days.

use super::{entry, look::Look};
use crate::app::dom::{Child, View, view};
use crate::app::signal::{Memo, Signal};
use crate::{
    agenda::Audience,
    app::{
        Store,
        effects::{
            intl::{self, DateStyle},
            page,
        },
        ui::{Badge, SelectField, unique},
    },
    workspace::Route,
};
use leptos::{ev, html, prelude::*};

/// Says that the moment shown is not the present one, and leads back.
#[component(transparent)]
pub fn Rehearsal(look: Look) -> impl Child {
    let store = Store::here();
    let words = store.words();
    let language = words.language();
    let moment = move || {
        let at = look.at.get();
        words.today_rehearsal(&intl::date(language, at.date(), DateStyle::Short), &intl::time(language, at))
    };
    let back = move || store.route.with(|route| Route { at: None, ..route.clone() }.href());
    let bar = move || {
        view! {
            <p class="today__rehearsal">
                <strong>{moment}</strong>
                <a class="button" href=back on:click=move |_| look.tab.set(None)>{words.today_back_to_now()}</a>
            </p>
        }
    };
    move || look.rehearsal.get().then(bar)
}

/// Shows the page as it is at another moment: at first the start of the meeting, unless the meeting is on.
#[component(transparent)]
pub fn Rehearse(look: Look) -> View {
    let store = Store::here();
    let words = store.words();
    let id = unique("rehearse");
    let input = NodeRef::<html::Input>::new();
    let value = move || {
        let idle = look.moment.with(|moment| moment.before || moment.after) && !look.rehearsal.get();
        let first = look.entries.with(|entries| entries.first().map(|entry| entry.slot.start()));
        let at = first.filter(|_| idle).unwrap_or_else(|| look.at.get());
        crate::wire::clock::moment_text(at)
    };
    let rehearse = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let value = input.get_untracked().map(|input| input.value()).unwrap_or_default();
        // Half a date is none: the page stays as it is.
        if let Some(at) = Route::parse(&format!("today?at={value}")).at {
            look.tab.set(None);
            page::go(&Route { at: Some(at), ..store.route.get_untracked() });
            page::focus_soon(".today__rehearsal a".to_string());
        }
    };
    view! {
        <form class="today__rehearse" on:submit=rehearse>
            <label for=id.clone()>{words.today_rehearse()}</label>
            <input id=id class="field__control" type="datetime-local" node_ref=input prop:value=value />
            <button class="button">{words.today_rehearse_show()}</button>
        </form>
    }
}

/// Whom the reader is with: a delegation, then perhaps one of its people.
#[component(transparent)]
pub fn With(look: Look) -> View {
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
#[component(transparent)]
pub fn Days(look: Look) -> View {
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
        tabs.collect::<Vec<_>>()
    };
    view! { <div class="today__tabs" role="group" aria-label=words.today_days()>{tabs}</div> }
}
