//! The browser's storage: synchronous, so that what is written at page hide is there.
//!
//! Each plan has a working copy, the copy before it, and its undo steps under keys of their own. gloo's storage
//! panics where the browser refuses storage, so it is probed first.

use super::super::Store;
use crate::{
    plan::PlanId,
    workspace::{Msg, Stored, Trouble},
};
use gloo::events::EventListener;
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::{Storage, StorageEvent};

const WORKING: &str = "itinera.plan.";
const GOOD: &str = "itinera.good.";
const UNDO: &str = "itinera.undo.";
const BIN: &str = "itinera.bin.";
const DAMAGED: &str = "itinera.damaged.";
const OPEN: &str = "itinera.open";

thread_local! {
    /// The working copy as this tab last read or wrote it: what another tab wrote differs.
    static SEEN: RefCell<Option<(PlanId, String)>> = const { RefCell::new(None) };
}

/// The storage, unless the browser refuses it.
#[must_use]
pub fn local() -> Option<Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

fn key(prefix: &str, plan: PlanId) -> String {
    format!("{prefix}{plan}")
}

fn get(storage: &Storage, key: &str) -> Option<String> {
    storage.get_item(key).ok().flatten()
}

/// What is stored of a plan.
#[must_use]
pub fn load(plan: PlanId) -> Stored {
    let Some(storage) = local() else { return Stored { refused: true, ..Stored::default() } };
    let read = |prefix| get(&storage, &key(prefix, plan));
    let stored = Stored { working: read(WORKING), good: read(GOOD), undo: read(UNDO), refused: false };
    SEEN.with_borrow_mut(|seen| *seen = stored.working.clone().map(|text| (plan, text)));
    stored
}

/// Keeps a plan, unless another tab wrote it since this one last looked.
#[must_use]
pub fn save(plan: PlanId, text: &str, undo: &str) -> Msg {
    let Some(storage) = local() else { return Msg::NotSaved(Trouble::Refused) };
    let working = key(WORKING, plan);
    let before = get(&storage, &working);
    let seen = SEEN.with_borrow(|seen| seen.clone().filter(|(known, _)| *known == plan).map(|(_, text)| text));
    if let Some(text) = before.clone().filter(|before| seen.as_ref() != Some(before)) {
        SEEN.with_borrow_mut(|seen| *seen = Some((plan, text.clone())));
        return Msg::Arrived { plan, text };
    }
    // The undo steps are worth less than the plan: where room is short they make room for it.
    let kept = storage.set_item(&working, text).or_else(|_| {
        let _ = storage.remove_item(&key(UNDO, plan));
        storage.set_item(&working, text)
    });
    if kept.is_err() {
        return Msg::NotSaved(Trouble::Full);
    }
    SEEN.with_borrow_mut(|seen| *seen = Some((plan, text.to_string())));
    if let Some(before) = before {
        let _ = storage.set_item(&key(GOOD, plan), &before);
    }
    if storage.set_item(&key(UNDO, plan), undo).is_err() {
        // Old steps do not fit the new state.
        let _ = storage.remove_item(&key(UNDO, plan));
    }
    Msg::Saved
}

/// Keeps the text of a plan that is not open.
///
/// # Errors
/// When the storage is full or refused.
pub fn put(plan: PlanId, text: &str) -> Result<(), Trouble> {
    let storage = local().ok_or(Trouble::Refused)?;
    storage.set_item(&key(WORKING, plan), text).map_err(|_| Trouble::Full)
}

/// Puts a text that cannot be read aside. An earlier one that was put aside stays too.
pub fn keep_damaged(plan: PlanId, text: &str) {
    let Some(storage) = local() else { return };
    let mut name = key(DAMAGED, plan);
    while get(&storage, &name).is_some_and(|kept| kept != text) {
        name.push('+');
    }
    let _ = storage.set_item(&name, text);
    SEEN.with_borrow_mut(|seen| *seen = Some((plan, text.to_string())));
}

/// The plans kept and those in the bin, with their texts.
#[must_use]
pub fn list() -> (Vec<(PlanId, String)>, Vec<(PlanId, String)>) {
    let Some(storage) = local() else { return (Vec::new(), Vec::new()) };
    let under = |prefix: &str| -> Vec<_> {
        let names = (0..storage.length().unwrap_or(0)).filter_map(|index| storage.key(index).ok().flatten());
        let plans = names.filter_map(|name| Some((name.strip_prefix(prefix)?.parse().ok()?, name)));
        plans.filter_map(|(plan, name): (PlanId, String)| Some((plan, get(&storage, &name)?))).collect()
    };
    (under(WORKING), under(BIN))
}

/// Moves a plan to the bin.
pub fn discard(plan: PlanId) {
    let Some(storage) = local() else { return };
    if let Some(text) = get(&storage, &key(WORKING, plan)) {
        // Out of its place first: a full storage could not hold it twice.
        let _ = storage.remove_item(&key(WORKING, plan));
        for prefix in [GOOD, UNDO] {
            let _ = storage.remove_item(&key(prefix, plan));
        }
        if storage.set_item(&key(BIN, plan), &text).is_err() {
            let _ = storage.set_item(&key(WORKING, plan), &text);
        }
    }
}

/// Moves a plan back from the bin.
pub fn restore(plan: PlanId) {
    let Some(storage) = local() else { return };
    if let Some(text) = get(&storage, &key(BIN, plan)) {
        let _ = storage.remove_item(&key(BIN, plan));
        if storage.set_item(&key(WORKING, plan), &text).is_err() {
            let _ = storage.set_item(&key(BIN, plan), &text);
        }
    }
}

/// Remembers which plan is open.
pub fn remember_open(plan: PlanId) {
    if let Some(storage) = local() {
        let _ = storage.set_item(OPEN, &plan.to_string());
    }
}

/// The plan that was open last.
#[must_use]
pub fn last_open() -> Option<PlanId> {
    get(&local()?, OPEN)?.parse().ok()
}

/// Tells the store when another tab writes the plan that is open here.
pub fn listen(store: Store) {
    let Some(window) = web_sys::window() else { return };
    EventListener::new(&window, "storage", move |event| {
        let Some(event) = event.dyn_ref::<StorageEvent>() else { return };
        let plan = event.key().and_then(|name| name.strip_prefix(WORKING)?.parse().ok());
        if let (Some(plan), Some(text)) = (plan, event.new_value()) {
            SEEN.with_borrow_mut(|seen| {
                if seen.as_ref().is_some_and(|(known, _)| *known == plan) {
                    *seen = Some((plan, text.clone()));
                }
            });
            store.send(Msg::Arrived { plan, text });
        }
    })
    .forget();
}
