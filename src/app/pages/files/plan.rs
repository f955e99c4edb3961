//! A plan out of a file: what it is, before it is opened.

use super::{Brought, Here, incoming::close};
use crate::app::dom::{View, view};
use crate::{
    agenda::wording,
    app::effects::intl::{self, DateStyle},
    i18n::Words,
    plan::Plan,
    workspace::Msg,
};
use leptos::prelude::*;
use std::sync::Arc;

/// What the plan is, and the button that opens it, or merges it into the one on screen where that is the same.
#[component(transparent)]
pub fn OnePlan(plan: Arc<Plan>, name: String, bytes: Arc<Vec<u8>>) -> View {
    let here = expect_context::<Here>();
    let (store, words) = (here.store, here.store.words());
    let same = store.plan.with_untracked(|open| open.id() == plan.id());
    let title = plan.meeting.title.in_language(words.language()).trim();
    let title = if title.is_empty() { words.untitled() } else { title }.to_string();
    let (about, label) = match same {
        true => (words.files_plan_merges(), words.files_plan_merge()),
        false => (words.files_plan_opens(), words.files_plan_open()),
    };
    let open = move |_| {
        here.brought.set(Brought::Nothing);
        // Whatever comes of it, the workspace says.
        store.send(Msg::Import { name: name.clone(), bytes: (*bytes).clone() });
    };
    view! {
        <h3 class="files__heading">{title}</h3>
        <p class="files__figures">{figures(words, &plan)}</p>
        <p class="files__lead">{about}</p>
        <div class="panel__actions">
            <button type="button" class="button button--main" on:click=open>{label}</button>
            <button type="button" class="button" on:click=move |_| close(here)>{words.paste_cancel()}</button>
        </div>
    }
}

/// Its days, and how many sessions, delegations and people are in it.
fn figures(words: Words, plan: &Plan) -> String {
    let (language, mut days) = (words.language(), plan.days.iter().map(|day| day.id));
    let days = days.next().map(|first| match days.next_back() {
        Some(last) => intl::date_range(language, first, last),
        None => intl::date(language, first, DateStyle::Date),
    });
    let counts = [
        words.files_sessions(plan.sessions.len()),
        words.files_delegations(plan.delegations.len()),
        words.files_people(plan.delegates.len()),
    ];
    days.into_iter().chain(counts).collect::<Vec<_>>().join(wording::DOT)
}
