//! Whom to tell: by telephone, by mail, or with a message that is ready to paste.

use super::{message, text};
use crate::app::dom::{View, view};
use crate::app::signal::{Memo, RwSignal, Signal};
use crate::{
    agenda::{
        late::{Ripple, Told, Who, language_of, mail_link},
        tel_link,
    },
    app::{Store, effects::clipboard, ui::SelectField, wording},
    i18n::{Language, Words},
    plan::{Key, Plan},
};
use leptos::prelude::*;
use std::sync::Arc;

/// In which languages people are told, where somebody chose one. Kept while the sheet is open, whatever else changes.
pub(super) type Chosen = RwSignal<Vec<(Who, Language)>>;

#[component(transparent)]
pub(super) fn Tell(ripple: Ripple, heading: &'static str, chosen: Chosen) -> View {
    let words = Store::here().words();
    let ripple = Arc::new(ripple);
    let row = |one: &Told| {
        let name = name(words, &ripple.plan, &one.who);
        view! { <Person ripple=ripple.clone() told=one.clone() name=name chosen=chosen /> }
    };
    let rows = ripple.told.iter().map(row).collect::<Vec<_>>();
    let nobody = rows.is_empty().then(|| view! { <p class="late__fine">{words.late_tell_nobody()}</p> });
    view! {
        <h3 class="late__heading">{heading}</h3>
        {nobody}
        <ul class="late__told">{rows}</ul>
    }
}

fn name(words: Words, plan: &Plan, who: &Who) -> String {
    match who {
        Who::Driver(id) => match plan.coaches.get(*id).map(|coach| coach.name.trim()) {
            Some(name) if !name.is_empty() => words.late_driver(name),
            _ => words.late_driver_unnamed().to_string(),
        },
        Who::Host(id) => wording::title(words, plan, Key::Host(*id)),
        Who::Guide(id) => words.late_guide(&text::whose(words, plan, Some(*id))),
        Who::Delegation(id) => wording::title(words, plan, Key::Delegation(*id)),
        Who::Role(party) => text::party(words, plan, party),
    }
}

/// Somebody to tell.
#[component(transparent)]
fn Person(ripple: Arc<Ripple>, told: Told, name: String, chosen: Chosen) -> View {
    let store = Store::here();
    let words = store.words();
    let guess = language_of(&ripple.plan, &told).unwrap_or(words.language());
    let reach = told.reach.clone();
    let calls = reach.iter().filter_map(|one| {
        let href = tel_link(&one.phone)?;
        let whom = if one.name.trim().is_empty() { &name } else { &one.name };
        let label = words.late_call(whom.trim());
        Some(view! { <a class="button" href=href>{label}</a> })
    });
    let calls = calls.collect::<Vec<_>>();
    let who = told.who.clone();
    let language = Memo::new(move |_| {
        let known = chosen.with(|chosen| chosen.iter().find(|(known, _)| *known == who).map(|(_, language)| *language));
        known.unwrap_or(guess)
    });
    let who = told.who.clone();
    let message = Memo::new(move |_| {
        let words = Words::new(language.get());
        (message::subject(words, &ripple.plan, ripple.minutes), message::body(words, &ripple, &told))
    });
    let link = move || {
        let addresses: Vec<&str> = reach.iter().map(|one| one.email.as_str()).collect();
        message.with(|(subject, body)| mail_link(&addresses, subject, body))
    };
    let writes = untrack(|| link().is_some());
    let unknown = (calls.is_empty() && !writes).then(|| {
        view! { <p class="late__unknown">{words.late_no_contact()}</p> }
    });
    let mail = writes.then(|| {
        let whom = name.clone();
        let href = move || link().unwrap_or_default();
        view! { <a class="button" href=href>{words.late_mail()}<span class="visually-hidden">" " {whom}</span></a> }
    });
    let copied = RwSignal::new(false);
    let copy = move |_| {
        let message = message.with_untracked(|(_, body)| body.clone());
        wasm_bindgen_futures::spawn_local(async move {
            let done = clipboard::copy(&message).await;
            copied.set(done);
            store.say(if done { words.late_copied() } else { words.late_copy_failed() }.to_string());
        });
    };
    let label = move || if copied.get() { words.late_copied() } else { words.late_copy() };
    let choose = Callback::new(move |tag: String| {
        let Some(language) = Language::from_tag(&tag) else { return };
        copied.set(false);
        chosen.update(|chosen| {
            chosen.retain(|(known, _)| *known != who);
            chosen.push((who.clone(), language));
        });
    });
    let languages = Language::ALL.map(|language| (language.tag().to_string(), language.name().to_string())).to_vec();
    let tag = Signal::derive(move || language.get().tag().to_string());
    let (whom, of) = (name.clone(), words.late_language(&name));
    view! {
        <li class="late__person">
            <div class="late__head"><h4 class="late__who">{name}</h4> {unknown}</div>
            <div class="late__reach">
                {calls}
                {mail}
                <button type="button" class="button" on:click=copy>{label}<span class="visually-hidden">" " {whom}</span></button>
                <SelectField label=of options=Signal::stored(languages) value=tag commit=choose class="late__language" />
                <details class="late__text">
                    <summary>{words.late_message()}</summary>
                    <p class="late__message" lang=move || language.get().tag()>{move || message.with(|(_, body)| body.clone())}</p>
                </details>
            </div>
        </li>
    }
}
