//! The panel beside the list: one delegation or delegate, what the checks found about it, and its fields.

use super::{Chosen, delegate::DelegateFields, delegation::DelegationFields, list::name_of};
use crate::app::dom::{View, view};
use crate::app::signal::{Memo, Signal};
use crate::{
    app::{Store, effects::page, pages::finding::FindingList, ui::Badge},
    plan::{Edit, Key},
    workspace::{Route, Screen},
};
use leptos::prelude::*;

/// The panel.
#[component(transparent)]
pub fn Panel(chosen: Chosen) -> View {
    let store = Store::here();
    let words = store.words();
    // The title and the badge of the delegation it is, or is part of.
    let head = Memo::new(move |_| {
        store.plan.with(|plan| {
            let person = match chosen {
                Chosen::Delegate(id) => plan.delegates.get(id),
                Chosen::Delegation(_) => None,
            };
            let delegation = match (chosen, person) {
                (Chosen::Delegation(id), _) => plan.delegations.get(id),
                (_, person) => person.and_then(|person| plan.delegations.get(person.delegation)),
            };
            let badge = delegation.map(|delegation| (delegation.letter.clone(), delegation.hue));
            let group = delegation.map(|delegation| name_of(words, delegation)).unwrap_or_default();
            let title = match person {
                Some(person) if person.name.trim().is_empty() => words.people_unnamed().to_string(),
                Some(person) => person.name.clone(),
                None => group.clone(),
            };
            (title, group, badge)
        })
    });
    let about = move || match chosen {
        Chosen::Delegation(_) => words.people_delegation().to_string(),
        Chosen::Delegate(_) => head.with(|(_, group, _)| group.clone()),
    };
    let badge = Memo::new(move |_| head.with(|(_, _, badge)| badge.clone()));
    view! {
        <aside class="people__panel" aria-labelledby="people-panel-title">
            <div class="people__panel-head">
                <h2 class="panel__title people__panel-title" id="people-panel-title" tabindex="-1">
                    {move || head.with(|(title, _, _)| title.clone())}
                </h2>
                <a class="button" href=Route::to(Screen::People).href()>{words.people_close()}</a>
            </div>
            <p class="panel__about people__panel-about">
                {move || badge.get().map(|(letter, hue)| view! { <Badge letter=letter hue=hue /> })}
                {about}
            </p>
            <Findings about=chosen.key() />
            {match chosen {
                Chosen::Delegate(id) => view! { <DelegateFields id=id /> },
                Chosen::Delegation(id) => view! { <DelegationFields id=id /> },
            }}
        </aside>
    }
}

/// Ends the panel: what removing takes with it, and the button that does it.
#[component(transparent)]
pub fn Removal(about: Key, label: &'static str, #[prop(into)] hint: Signal<String>) -> View {
    let store = Store::here();
    let remove = move |_| {
        store.edit(Edit::Remove(about));
        page::go(&Route::to(Screen::People));
    };
    view! {
        <div class="panel__section people__removal">
            <button type="button" class="button button--remove" on:click=remove>{label}</button>
            <p class="field__hint">{hint}</p>
        </div>
    }
}

/// What the checks found about it.
#[component(transparent)]
fn Findings(about: Key) -> View {
    let store = Store::here();
    let found = Memo::new(move |_| {
        store
            .findings
            .with(|findings| findings.iter().filter(|finding| finding.concerns(about)).cloned().collect::<Vec<_>>())
    });
    view! { <div data-findings="" tabindex="-1"><FindingList findings=found /></div> }
}
