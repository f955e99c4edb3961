//! Above the board: for whom and what is shown, and the way to add a session.

use super::Desk;
use crate::app::dom::{View, view};
use crate::app::signal::{Memo, Signal};
use crate::{
    agenda::{Audience, Filter, Sort, wording},
    app::{
        pages::copy_table::{Copied, CopyTable},
        ui::SelectField,
    },
    exchange::tables::Subject,
    plan::SessionKind,
};
use leptos::prelude::*;

#[component(transparent)]
pub fn Toolbar() -> View {
    let desk = Desk::here();
    let words = desk.store.words();
    let language = words.language();
    let audiences = Memo::new(move |_| {
        let mut options = vec![(String::new(), words.agenda_everyone().to_string())];
        desk.store.plan.with(|plan| {
            let names = plan.delegations.iter();
            options.extend(names.map(|one| (one.id.to_string(), one.name.in_language(language).to_string())));
        });
        options
    });
    let sorts = Signal::stored(sorts(words));
    let audience = Signal::derive(move || match desk.filter.get().audience {
        Audience::Delegation(id) => id.to_string(),
        _ => String::new(),
    });
    let sort = Signal::derive(move || match desk.filter.get().sort {
        Sort::All => String::new(),
        Sort::Visits => "visits".to_string(),
        Sort::Kind(kind) => kind_key(kind).to_string(),
    });
    let choose_audience = Callback::new(move |key: String| {
        let audience = key.parse().map(Audience::Delegation).unwrap_or_default();
        desk.filter.update(|filter| *filter = Filter { audience, ..*filter });
    });
    let choose_sort = Callback::new(move |key: String| {
        let kind = SessionKind::ALL.into_iter().find(|kind| kind_key(*kind) == key);
        let sort = match (key.as_str(), kind) {
            ("visits", _) => Sort::Visits,
            (_, Some(kind)) => Sort::Kind(kind),
            _ => Sort::All,
        };
        desk.filter.update(|filter| *filter = Filter { sort, ..*filter });
    });
    view! {
        <div class="toolbar">
            <SelectField label=words.agenda_for() options=audiences value=audience commit=choose_audience class="field--inline" />
            <SelectField label=words.agenda_show() options=sorts value=sort commit=choose_sort class="field--inline" />
            <CopyTable source=move || Copied::Of(Subject::Agenda(desk.filter.get_untracked(), None)) />
            <button type="button" class="button button--main toolbar__add" on:click=move |_| desk.add_after_selected()>
                {words.agenda_add()}
            </button>
        </div>
    }
}

fn sorts(words: crate::i18n::Words) -> Vec<(String, String)> {
    let mut options = vec![(String::new(), words.agenda_all().to_string())];
    options.extend(SessionKind::ALL.map(|kind| (kind_key(kind).to_string(), wording::kind(words, kind).to_string())));
    options.push(("visits".to_string(), words.agenda_visits().to_string()));
    options
}

/// A name for a kind that a list of choices can carry.
pub const fn kind_key(kind: SessionKind) -> &'static str {
    match kind {
        SessionKind::Plenary => "plenary",
        SessionKind::Workshop => "workshop",
        SessionKind::SteeringGroup => "steering",
        SessionKind::Registration => "registration",
        SessionKind::Break => "break",
        SessionKind::Lunch => "lunch",
        SessionKind::Dinner => "dinner",
        SessionKind::FreeTime => "free",
        SessionKind::Departure => "departure",
    }
}
