//! The programme screen: the agenda as it is handed out on paper, for whom and in which language one likes.
//!
//! The address holds both choices, so that the same paper can be had again.

mod rows;
mod sheet;
mod webpage;

pub use webpage::webpage;

use super::entry;
use crate::app::dom::{View, view};
use crate::app::signal::{Effect, Memo, Signal};
use crate::{
    agenda::Audience,
    app::{
        Store,
        effects::{
            intl::{self, DateStyle},
            page,
        },
        pages::copy_table::{Copied, CopyTable},
        ui::SelectField,
    },
    exchange::tables::Subject,
    i18n::{Language, Words},
    plan::Plan,
    workspace::{Route, Screen},
};
use leptos::prelude::*;
pub(super) use rows::{leg_line, more_lines, visit_heading};
use sheet::Sheets;

/// The screen.
#[component(transparent)]
pub fn Programme() -> View {
    let store = Store::here();
    let words = store.words();
    let audience = Memo::new(move |_| {
        let wanted = store.route.with(|route| route.audience).unwrap_or_default();
        store.plan.with(|plan| wanted.known_to(plan))
    });
    let language = Memo::new(move |_| store.route.with(|route| route.language).unwrap_or(words.language()));
    let paper = Memo::new(move |_| Words::new(language.get()));
    let version = Memo::new(move |_| version(store, paper.get()));
    let whose = Memo::new(move |_| store.plan.with(|plan| whose(paper.get(), plan, audience.get())));
    Effect::new(move || {
        let left = [whose.get(), version.get()].join(entry::DOT);
        let head = store.plan.with(|plan| sheet::running_head(paper.get(), plan));
        page::set_paper_words(&head, &left, paper.get().programme_page(), paper.get().programme_page_of());
    });
    on_cleanup(page::clear_paper_words);
    view! {
        <div class="page programme">
            <Controls audience=audience language=language />
            {move || view! { <Sheets plan=store.plan.get() audience=audience.get() words=paper.get() whose=whose.get() version=version.get() /> }}
        </div>
    }
}

/// Whose programme, in which language; and the way to paper. Not printed.
#[component(transparent)]
fn Controls(audience: Memo<Audience>, language: Memo<Language>) -> View {
    let store = Store::here();
    let words = store.words();
    let audiences = Memo::new(move |_| {
        let mut options = vec![(String::new(), words.programme_everyone().to_string())];
        store.plan.with(|plan| {
            let delegations = plan.delegations.iter();
            options.extend(delegations.map(|one| (one.id.to_string(), entry::delegation(words, plan, one.id))));
            // A delegate is not offered, but an address may ask for one.
            if let Audience::Delegate(id) = audience.get() {
                options.push((id.to_string(), whose(words, plan, audience.get())));
            }
        });
        options
    });
    let chosen = Signal::derive(move || match audience.get() {
        Audience::Everyone => String::new(),
        Audience::Delegation(id) => id.to_string(),
        Audience::Delegate(id) => id.to_string(),
    });
    let choose = Callback::new(move |key: String| {
        let audience = key.parse().ok().map(Audience::Delegation);
        page::go(&Route { audience, ..store.route.get_untracked() });
    });
    let languages = Language::ALL.map(|language| (language.tag().to_string(), language.name().to_string()));
    let tag = Signal::derive(move || language.get().tag().to_string());
    let choose_language = Callback::new(move |tag: String| {
        page::go(&Route { language: Language::from_tag(&tag), ..store.route.get_untracked() });
    });
    let empty = Memo::new(move |_| store.plan.with(|plan| plan.sessions.is_empty() && plan.stops.is_empty()));
    view! {
        <div class="programme__controls">
            <h1 class="page__title programme__screen">{words.screen_programme()}</h1>
            <SelectField label=words.programme_whose() options=audiences value=chosen commit=choose class="programme__choice" />
            <SelectField
                label=words.programme_language()
                options=Signal::stored(languages.to_vec())
                value=tag
                commit=choose_language
                class="programme__choice"
            />
            {move || view! {
                <CopyTable source=move || Copied::Of(Subject::agenda(audience.get_untracked())) words=Words::new(language.get()) />
            }}
            <button type="button" class="button button--main" on:click=move |_| page::print()>{words.programme_print()}</button>
            <a class="button" href=Route::to(Screen::Papers).href()>{words.programme_papers()}</a>
            {move || empty.get().then(|| view! {
                <p class="programme__hint">
                    {words.programme_empty_hint()} " " <a href=Route::to(Screen::Agenda).href()>{words.programme_to_agenda()}</a>
                </p>
            })}
        </div>
    }
}

/// Whose programme it is.
pub(super) fn whose(words: Words, plan: &Plan, audience: Audience) -> String {
    match audience {
        Audience::Everyone => words.programme_for_everyone().to_string(),
        Audience::Delegation(id) => words.programme_for_delegation(&entry::delegation(words, plan, id)),
        Audience::Delegate(id) => {
            let name = plan.delegates.get(id).map(|person| person.name.clone()).unwrap_or_default();
            words.programme_for_person(&name)
        }
    }
}

/// The date of the version on paper: when the plan was last changed. A plan that never was has no such date, and says
/// when it is printed.
fn version(store: Store, words: Words) -> String {
    let language = words.language();
    let zone = store.plan.with(|plan| plan.meeting.zone.clone());
    let changed = store.changed.with(|stamp| stamp.as_ref().and_then(|stamp| intl::stamp_in(&zone, stamp)));
    match changed {
        Some(at) => {
            words.programme_version(&intl::date(language, at.date(), DateStyle::Date), &intl::time(language, at))
        }
        None => {
            let today = store.clock.with(chrono::NaiveDateTime::date);
            words.programme_version_first(&intl::date(language, today, DateStyle::Date))
        }
    }
}
