//! The people screen: who comes, delegation by delegation, and a panel in which one of them is filled in.

mod delegate;
mod delegation;
mod list;
mod panel;
mod paste;
mod totals;
mod travel;

pub use delegation::Hues;
pub use list::name_of;

use crate::app::dom::{View, view};
use crate::app::signal::{Memo, RwSignal};
use crate::{
    app::{
        Store,
        effects::{clipboard, ids, page},
        pages::copy_table::{Copied, CopyTable},
    },
    checks::Severity,
    exchange::tables::Subject,
    plan::{AnyRecord, Delegate, DelegateId, DelegationId, Edit, Key},
    workspace::{Route, Screen},
};
use leptos::prelude::*;

/// Who is open in the panel.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Chosen {
    Delegation(DelegationId),
    Delegate(DelegateId),
}

impl Chosen {
    const fn key(self) -> Key {
        match self {
            Self::Delegation(id) => Key::Delegation(id),
            Self::Delegate(id) => Key::Delegate(id),
        }
    }

    /// The address that opens the panel.
    fn route(self) -> Route {
        match self {
            Self::Delegation(id) => Route::at_place(Screen::People, id),
            Self::Delegate(id) => Route::at_place(Screen::People, id),
        }
    }

    /// What finds the link to it in the list.
    fn link(self) -> String {
        let id = self.route().focus.unwrap_or_default();
        ["[data-record=\"", &id, "\"]"].concat()
    }
}

/// What the parts of the screen share. Copies are handles to the same state.
#[derive(Clone, Copy)]
struct Here {
    store: Store,
    /// Who is open, as the address says; none where the address names nobody who is there.
    chosen: Memo<Option<Chosen>>,
    /// The text that is being pasted, while the panel for it is open.
    pasting: RwSignal<Option<String>>,
    /// What has blockers or warnings, for marks in the list.
    troubled: Memo<Vec<(Key, usize)>>,
    /// Whether what opens next is new, so that the keyboard goes to its first field.
    fresh: StoredValue<bool>,
}

impl Here {
    fn now() -> Self {
        let store = Store::here();
        let chosen = Memo::new(move |_| {
            let focus = store.route.with(|route| route.focus.clone())?;
            store.plan.with(|plan| {
                let delegate = focus.parse().ok().filter(|id| plan.delegates.has(*id)).map(Chosen::Delegate);
                let delegation = || focus.parse().ok().filter(|id| plan.delegations.has(*id)).map(Chosen::Delegation);
                delegate.or_else(delegation)
            })
        });
        let troubled = Memo::new(move |_| {
            store.findings.with(|findings| {
                let mut troubled: Vec<(Key, usize)> = Vec::new();
                let grave = findings.iter().filter(|finding| finding.severity != Severity::Note);
                for about in grave.flat_map(|finding| &finding.about) {
                    let key = about.key();
                    match troubled.iter_mut().find(|(known, _)| *known == key) {
                        Some((_, count)) => *count += 1,
                        None => troubled.push((key, 1)),
                    }
                }
                troubled
            })
        });
        Self { store, chosen, pasting: RwSignal::new(None), troubled, fresh: StoredValue::new(false) }
    }

    /// Adds a record and opens it, with the keyboard in its first field.
    fn add(self, record: AnyRecord, chosen: Chosen) {
        self.fresh.set_value(true);
        self.store.edit(Edit::Add(record));
        page::go(&chosen.route());
    }

    fn add_delegate(self, delegation: DelegationId) {
        let id = ids::delegate();
        self.add(Delegate::unknown(id, delegation).into(), Chosen::Delegate(id));
    }

    fn add_delegation(self) {
        let id = ids::delegation();
        let delegation = self.store.plan.with_untracked(|plan| plan.new_delegation(id, ""));
        self.add(delegation.into(), Chosen::Delegation(id));
    }
}

/// The screen.
#[component(transparent)]
pub fn People() -> View {
    let words = Store::here().words();
    let here = Here::now();
    provide_context(here);
    // Rows of a spreadsheet pasted anywhere on the screen; a word or a line is nobody's list.
    let listener = clipboard::on_paste(move |text| {
        let rows = text.contains('\t') && here.pasting.with_untracked(Option::is_none);
        if rows {
            here.pasting.set(Some(text));
        }
        rows
    });
    let listener = StoredValue::new_local(listener);
    on_cleanup(move || {
        let _ = listener.try_update_value(|listener| *listener = None);
    });
    move_keyboard(here);
    let pastes = Memo::new(move |_| here.pasting.with(Option::is_some));
    view! {
        <div class="page people">
            <header class="page__head">
                <h1 class="page__title" id="people-title" tabindex="-1">{words.people_title()}</h1>
                <p class="page__about">{words.people_about()}</p>
                {move || (!pastes.get()).then(|| view! { <Ways /> })}
            </header>
            {move || if pastes.get() {
                view! { <paste::Paste /> }
            } else {
                view! { <Body /> }
            }}
        </div>
    }
}

/// The ways to add people.
#[component(transparent)]
fn Ways() -> View {
    let words = Store::here().words();
    let here = expect_context::<Here>();
    let anybody = Memo::new(move |_| here.store.plan.with(|plan| !plan.delegates.is_empty()));
    view! {
        <div class="people__ways">
            <button type="button" class="button" on:click=move |_| here.add_delegation()>
                {words.people_add_delegation()}
            </button>
            {move || anybody.get().then(|| view! {
                <CopyTable source=|| Copied::Of(Subject::Delegates) about=words.people_title().to_string() />
            })}
            <button
                type="button"
                class="button button--main"
                data-action="paste"
                on:click=move |_| here.pasting.set(Some(String::new()))
            >
                {words.people_paste()}
            </button>
        </div>
    }
}

#[component(transparent)]
fn Body() -> View {
    let store = Store::here();
    let words = store.words();
    let here = expect_context::<Here>();
    let empty = Memo::new(move |_| store.plan.with(|plan| plan.delegations.is_empty()));
    view! {
        {move || if empty.get() {
            view! { <p class="people__empty">{words.people_empty()}</p> }
        } else {
            view! { <totals::Totals /> }
        }}
        <div class="people__body" class:people__body--open=move || here.chosen.with(Option::is_some)>
            <list::List />
            {move || here.chosen.get().map(|chosen| view! { <panel::Panel chosen=chosen /> })}
        </div>
    }
}

/// The keyboard goes into the panel that opens, and back to the list when it closes.
fn move_keyboard(here: Here) {
    let store = Store::here();
    Effect::new(move |before: Option<Option<Chosen>>| {
        let chosen = here.chosen.get();
        let fresh = here.fresh.try_update_value(std::mem::take).unwrap_or_default();
        match (before.flatten(), chosen) {
            (_, Some(_)) if fresh => page::focus_soon(".people__panel input".to_string()),
            (before, Some(_)) if before != chosen => page::focus_soon(".people__panel-title".to_string()),
            (Some(before), None) => {
                let left = store.plan.with_untracked(|plan| plan.record(before.key()).is_some());
                page::focus_soon(if left { before.link() } else { "#people-title".to_string() });
            }
            _ => {}
        }
        chosen
    });
}
