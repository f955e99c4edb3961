//! Everything that reaches outside: one file for each thing reached. Nothing here decides anything about a plan.

pub mod clipboard;
pub mod clock;
pub mod files;
pub mod heads;
pub mod ids;
pub mod intl;
pub mod journal;
pub mod page;
pub mod player;
pub mod settings;
pub mod sheet;
pub mod slices;
pub mod storage;
pub mod width;

use super::{Store, parts};
use crate::{
    example::MANUMIX,
    workspace::{Effect, Msg, Route, Screen},
};
use gloo::timers::callback::Timeout;
use std::{
    cell::{Cell, RefCell},
    sync::Arc,
};

/// How long after a change the plan is kept, in milliseconds, and by how much it varies: two tabs that once saved at the
/// same moment would meet again and again. With the time that a field waits it stays within a second.
const SAVE_AFTER: u32 = 200;
const VARYING_BY: f64 = 200.0;

/// How long after a change the plan is checked, in milliseconds: a drag or a key comes first.
const CHECK_AFTER: u32 = 30;

thread_local! {
    static SAVING: RefCell<Option<Timeout>> = const { RefCell::new(None) };
    static FIND: Cell<Option<parts::Find>> = const { Cell::new(None) };
    static MEND: Cell<Option<parts::Mend>> = const { Cell::new(None) };
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
        Effect::Discard(plan) => {
            heads::clear(plan);
            storage::discard(plan);
        }
        Effect::Restore(plan) => storage::restore(plan),
        Effect::Purge(pile, plan) => storage::purge(pile, plan),
        Effect::RememberOpen(plan) => storage::remember_open(plan),
        Effect::Download { name, text } => files::download(&name, &text),
        Effect::ShowAgenda => page::go(&Route::to(Screen::Agenda)),
        Effect::Say(said) => store.say_what(&said),
    }
}

/// Opens the plan that was open last, or the example; then the one of which the address is.
pub fn load_at_start(store: Store) {
    let plan = storage::last_open().unwrap_or(MANUMIX);
    store.send(Msg::Loaded { plan, stored: storage::load(plan), fresh: ids::plan() });
    store.route.with_untracked(|route| page::open_meant(store, route));
}

/// Gets what finds and what mends, for the screen that has nothing else to show: it must not say that nothing is wrong
/// before anybody looked. Whether both are here.
pub async fn prepare_checks() -> bool {
    if FIND.get().is_none() {
        FIND.set(parts::fetch_finder().await);
    }
    if MEND.get().is_none() {
        MEND.set(parts::fetch_mender().await);
    }
    FIND.get().is_some() && MEND.get().is_some()
}

/// Checks the plan now, with fixes; whether that could be done.
pub async fn checked(store: Store) -> bool {
    let ready = prepare_checks().await;
    check_at_once(store);
    ready
}

/// Checks the plan now; the first time as soon as what checks it has arrived.
pub fn check(store: Store) {
    if FIND.get().is_some() {
        return check_at_once(store);
    }
    if store.route.with_untracked(|route| route.screen.is_read()) {
        return;
    }
    wasm_bindgen_futures::spawn_local(async move {
        // Without it the next change is the next attempt.
        FIND.set(parts::fetch_finder().await);
        check_at_once(store);
    });
}

/// From now on findings come with fixes, as soon as what makes them has arrived.
pub fn begin_mending(store: Store) {
    if MEND.get().is_none() {
        wasm_bindgen_futures::spawn_local(async move {
            MEND.set(parts::fetch_mender().await);
            check_at_once(store);
        });
    }
}

fn check_at_once(store: Store) {
    let Some(find) = FIND.get() else { return };
    let (plan, today) = (store.plan.get_untracked(), Some(store.clock.get_untracked().date()));
    let mut found = find(&plan, today);
    if let Some(mend) = MEND.get() {
        found = mend(&plan, today, found);
    }
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
