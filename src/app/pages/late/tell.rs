//! Whom to tell: by telephone, by mail, or with a message that is ready to paste.

use super::{message, text};
use crate::app::dom::{View, view};
use crate::app::signal::RwSignal;
use crate::i18n::Words;
use crate::{
    agenda::{
        late::{Reach, Ripple, Told, Who, mail_link},
        tel_link,
    },
    app::{Store, effects::clipboard, wording},
    plan::{Key, Plan},
};
use leptos::prelude::*;

#[component(transparent)]
pub(super) fn Tell(ripple: Ripple, heading: &'static str) -> View {
    let words = Store::here().words();
    let plan = &ripple.plan;
    let subject = message::subject(words, plan, ripple.minutes);
    let row = |one: &Told| {
        let body = message::body(words, &ripple, one);
        let (name, reach) = (name(words, plan, &one.who), one.reach.clone());
        view! { <Person name=name reach=reach subject=subject.clone() body=body /> }
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
fn Person(name: String, reach: Vec<Reach>, subject: String, body: String) -> View {
    let store = Store::here();
    let words = store.words();
    let calls = reach.iter().filter_map(|one| {
        let href = tel_link(&one.phone)?;
        let whom = if one.name.trim().is_empty() { &name } else { &one.name };
        let label = words.late_call(whom.trim());
        Some(view! { <a class="button" href=href>{label}</a> })
    });
    let calls = calls.collect::<Vec<_>>();
    let addresses: Vec<&str> = reach.iter().map(|one| one.email.as_str()).collect();
    let mail = mail_link(&addresses, &subject, &body);
    let unknown = (calls.is_empty() && mail.is_none()).then(|| {
        view! { <p class="late__unknown">{words.late_no_contact()}</p> }
    });
    let mail = mail.map(|href| {
        let whom = name.clone();
        view! { <a class="button" href=href>{words.late_mail()}<span class="visually-hidden">" " {whom}</span></a> }
    });
    let copied = RwSignal::new(false);
    let (message, whom) = (body.clone(), name.clone());
    let copy = move |_| {
        let message = message.clone();
        wasm_bindgen_futures::spawn_local(async move {
            let done = clipboard::copy(&message).await;
            copied.set(done);
            store.say(if done { words.late_copied() } else { words.late_copy_failed() }.to_string());
        });
    };
    let label = move || if copied.get() { words.late_copied() } else { words.late_copy() };
    view! {
        <li class="late__person">
            <div class="late__head"><h4 class="late__who">{name}</h4> {unknown}</div>
            <div class="late__reach">
                {calls}
                {mail}
                <button type="button" class="button" on:click=copy>{label}<span class="visually-hidden">" " {whom}</span></button>
                <details class="late__text">
                    <summary>{words.late_message()}</summary>
                    <p class="late__message">{body}</p>
                </details>
            </div>
        </li>
    }
}
