//! Everything that reaches outside: one file for each thing reached. Nothing here decides anything about a plan.

pub mod clipboard;
pub mod clock;
pub mod files;
pub mod ids;
pub mod intl;
pub mod journal;
pub mod page;
pub mod player;
pub mod settings;
pub mod storage;
pub mod width;

use super::Store;
use crate::{
    checks::check as check_plan,
    example::MANUMIX,
    workspace::{Effect, Msg, Route, Screen},
};
use gloo::timers::callback::Timeout;
use std::{cell::RefCell, sync::Arc};

/// How long after a change the plan is kept, in milliseconds, and by how much it varies: two tabs that once saved at the
/// same moment would meet again and again. With the time that a field waits it stays within a second.
const SAVE_AFTER: u32 = 200;
const VARYING_BY: f64 = 200.0;

/// How long after a change the plan is checked, in milliseconds: a drag or a key comes first.
const CHECK_AFTER: u32 = 30;

thread_local! {
    static SAVING: RefCell<Option<Timeout>> = const { RefCell::new(None) };
    static CHECKING: RefCell<Option<Timeout>> = const { RefCell::new(None) };
}

/// Does what the workspace asks for.
pub fn run(store: Store, effect: Effect) {
    match effect {
        Effect::SaveSoon => SAVING.with_borrow_mut(|timer| {
            timer.get_or_insert_with(|| {
                #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 200")]
                let more = (js_sys::Math::random() * VARYING_BY) as u32;
                Timeout::new(SAVE_AFTER + more, move || {
                    SAVING.with_borrow_mut(|timer| *timer = None);
                    store.send(Msg::SaveDue);
                })
            });
        }),
        Effect::Save { plan, text, undo } => store.send(storage::save(plan, &text, &undo)),
        Effect::Load(plan) => store.send(Msg::Loaded { plan, stored: storage::load(plan), fresh: ids::plan() }),
        Effect::Put { plan, text } => {
            if storage::put(plan, &text).is_err() {
                store.send(Msg::NotPut);
            }
        }
        Effect::KeepDamaged { plan, text } => storage::keep_damaged(plan, &text),
        Effect::List => store.send(Msg::Listed(storage::list())),
        Effect::Fetch(plan, purpose) => store.send(Msg::Fetched { plan, purpose, text: storage::fetch(plan) }),
        Effect::Discard(plan) => storage::discard(plan),
        Effect::Restore(plan) => storage::restore(plan),
        Effect::Purge(pile, plan) => storage::purge(pile, plan),
        Effect::RememberOpen(plan) => storage::remember_open(plan),
        Effect::Download { name, text } => files::download(&name, &text),
        Effect::ShowAgenda => page::go(&Route::to(Screen::Agenda)),
        Effect::Say(said) => store.say_what(&said),
    }
}

/// Opens the plan that was open last, or the example.
pub fn load_at_start(store: Store) {
    let plan = storage::last_open().unwrap_or(MANUMIX);
    store.send(Msg::Loaded { plan, stored: storage::load(plan), fresh: ids::plan() });
}

/// Checks the plan now.
pub fn check(store: Store) {
    let (plan, today) = (store.plan.get_untracked(), store.clock.get_untracked().date());
    let found = check_plan(&plan, Some(today));
    if store.findings.with_untracked(|known| **known != found) {
        store.findings.set(Arc::new(found));
    }
}

/// Checks the plan as soon as the browser has drawn the change.
pub fn check_soon(store: Store) {
    CHECKING.with_borrow_mut(|timer| {
        timer.get_or_insert_with(|| {
            Timeout::new(CHECK_AFTER, move || {
                CHECKING.with_borrow_mut(|timer| *timer = None);
                check(store);
            })
        });
    });
}

/// Listens to what happens outside the page's own controls, until the tab closes.
pub fn listen(store: Store) {
    page::listen(store);
    storage::listen(store);
    clock::listen(store);
}
