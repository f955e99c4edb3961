//! Those who are counted: names as large rows that are tapped, and numbers for whom nobody named.

use super::{Call, entry};
use crate::app::dom::{Child, View, view};
use crate::app::signal::Signal;
use crate::{
    agenda::{Crew, Expected, MOST},
    app::ui::Badge,
    i18n::Words,
    plan::{DelegateId, DelegationId, Plan},
};
use leptos::prelude::*;

/// Everybody who is looked for, by delegation; or one number for all.
#[component(transparent)]
pub fn Crews(call: Call) -> impl Child {
    let words = call.store.words();
    move || {
        if call.quick.get() {
            return view! { <Quick call=call /> };
        }
        let expected = call.expected.get();
        if expected.crews.is_empty() {
            return view! { <p class="heads__nobody">{words.heads_nobody()}</p> };
        }
        View::of(expected.crews.into_iter().map(|crew| view! { <CrewRows call=call crew=crew /> }).collect::<Vec<_>>())
    }
}

#[component(transparent)]
fn CrewRows(call: Call, crew: Crew) -> View {
    let words = call.store.words();
    let id = crew.delegation;
    let plan = call.store.plan.get_untracked();
    let name = entry::delegation(words, &plan, id);
    let badge = plan.delegations.get(id).map(|one| view! { <Badge letter=one.letter.clone() hue=one.hue /> });
    let (named, heads) = (crew.named.clone(), crew.heads().to_string());
    let count = move || {
        let here = call.heads.with(|heads| {
            let count = heads.count(call.pass.get());
            named.iter().filter(|delegate| count.has(**delegate)).count() + count.number(id)
        });
        words.heads_of(&here.to_string(), &heads)
    };
    let rows: Vec<_> = crew.named.iter().map(|delegate| row(call, &plan, *delegate)).collect();
    let others = (crew.unnamed > 0).then(|| {
        let label = if crew.named.is_empty() { words.heads_people() } else { words.heads_others() };
        let value = Signal::derive(move || call.heads.with(|heads| heads.count(call.pass.get()).number(id)));
        let set = move |number| {
            let pass = call.pass.get_untracked();
            call.change(|heads| heads.count_mut(pass).set_number(id, number));
        };
        stepper(words, &name, label, value, crew.unnamed, set)
    });
    view! {
        <div class="heads__crew" data-delegation=id.to_string()>
            <h3 class="heads__delegation">{badge}<span>{name.clone()}</span><span class="heads__tally">{count}</span></h3>
            {rows}
            {others}
        </div>
    }
}

/// A delegate, who is here or not.
fn row(call: Call, plan: &Plan, delegate: DelegateId) -> View {
    let name = name_of(call.store.words(), plan, delegate);
    let here = move || call.heads.with(|heads| heads.count(call.pass.get()).has(delegate));
    let toggle = move |_| {
        let pass = call.pass.get_untracked();
        call.change(|heads| heads.count_mut(pass).toggle(delegate));
    };
    view! {
        <button type="button" class="heads__name" aria-pressed=move || if here() { "true" } else { "false" } on:click=toggle>
            <span class="heads__tick" aria-hidden="true"></span>
            <span>{name}</span>
        </button>
    }
}

/// One number for the whole coach.
#[component(transparent)]
fn Quick(call: Call) -> View {
    let words = call.store.words();
    let value = Signal::derive(move || call.heads.with(|heads| heads.count(call.pass.get()).quick.unwrap_or_default()));
    let set = move |number: usize| {
        let pass = call.pass.get_untracked();
        call.change(|heads| heads.count_mut(pass).quick = Some(number.min(MOST)));
    };
    let heads = call.expected.with_untracked(Expected::heads);
    stepper(words, words.heads_coach(), words.heads_people(), value, heads, set)
}

/// Large buttons around a number.
fn stepper(
    words: Words,
    of: &str,
    label: &'static str,
    value: Signal<usize>,
    expected: usize,
    set: impl Fn(usize) + Copy + 'static,
) -> View {
    let expected = expected.to_string();
    let figure = move || words.heads_of(&value.get().to_string(), &expected);
    let (fewer, more) = (words.heads_fewer(of), words.heads_more(of));
    view! {
        <div class="heads__stepper" role="group" aria-label=of.to_string()>
            <span class="heads__label">{label}</span>
            <button
                type="button"
                class="heads__step"
                aria-label=fewer
                aria-disabled=move || if value.get() == 0 { "true" } else { "false" }
                on:click=move |_| set(value.get_untracked().saturating_sub(1))
            >
                "\u{2212}"
            </button>
            <span class="heads__number">{figure}</span>
            <button type="button" class="heads__step" aria-label=more on:click=move |_| set(value.get_untracked() + 1)>"+"</button>
        </div>
    }
}

/// What a delegate is called.
pub fn name_of(words: Words, plan: &Plan, delegate: DelegateId) -> String {
    let name = plan.delegates.get(delegate).map_or("", |known| known.name.trim());
    if name.is_empty() { words.untitled().to_string() } else { name.to_string() }
}

/// So many of a delegation.
pub fn some_of(words: Words, plan: &Plan, delegation: DelegationId, number: usize) -> String {
    words.heads_some_of(&number.to_string(), &entry::delegation(words, plan, delegation))
}
