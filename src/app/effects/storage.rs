//! The browser's storage: synchronous, so that what is written at page hide is there. What stands where in it is
//! `crate::workspace::keeper`'s. Everything that is written goes to the journal too.

use super::{super::Store, journal};
use crate::{
    plan::PlanId,
    workspace::{
        Msg, Stored, Trouble,
        keeper::{self, Found, Keeper, Pile, Storage},
    },
};
use gloo::events::EventListener;
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::StorageEvent;

thread_local! {
    static KEEPER: RefCell<Keeper> = RefCell::default();
}

/// The storage, unless the browser refuses it. gloo's storage panics there, so it is probed by hand.
#[must_use]
pub fn local() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

impl Storage for web_sys::Storage {
    fn get(&self, name: &str) -> Option<String> {
        self.get_item(name).ok().flatten()
    }

    fn set(&self, name: &str, text: &str) -> Result<(), Trouble> {
        self.set_item(name, text).map_err(|_| Trouble::Full)
    }

    fn remove(&self, name: &str) {
        let _ = self.remove_item(name);
    }

    fn names(&self) -> Vec<String> {
        (0..self.length().unwrap_or(0)).filter_map(|index| self.key(index).ok().flatten()).collect()
    }
}

/// Gives the storage back what it lost when the browser was killed.
pub async fn mend() {
    if let Some(storage) = local() {
        journal::open(&storage).await;
    }
}

/// Writes to the storage, where there is one.
fn writing(act: impl FnOnce(&dyn Storage)) {
    if let Some(storage) = local() {
        journal::noting(&storage, |storage| act(storage));
    }
}

/// What is stored of a plan that is about to be opened.
#[must_use]
pub fn load(plan: PlanId) -> Stored {
    match local() {
        Some(storage) => KEEPER.with_borrow_mut(|keeper| keeper.load(&storage, plan)),
        None => Stored { refused: true, ..Stored::default() },
    }
}

/// Keeps a plan, unless another tab wrote it since this one last looked.
#[must_use]
pub fn save(plan: PlanId, text: &str, undo: &str) -> Msg {
    match local() {
        Some(storage) => {
            journal::noting(&storage, |storage| KEEPER.with_borrow_mut(|keeper| keeper.save(storage, plan, text, undo)))
        }
        None => Msg::NotSaved(Trouble::Refused),
    }
}

/// Keeps the text of a plan that is not open.
///
/// # Errors
/// When the storage is full or refused.
pub fn put(plan: PlanId, text: &str) -> Result<(), Trouble> {
    journal::noting(&local().ok_or(Trouble::Refused)?, |storage| keeper::put(storage, plan, text))
}

/// The text of a kept plan.
#[must_use]
pub fn fetch(plan: PlanId) -> Option<String> {
    keeper::fetch(&local()?, plan)
}

/// Puts a text that cannot be read aside.
pub fn keep_damaged(plan: PlanId, text: &str) {
    writing(|storage| KEEPER.with_borrow_mut(|keeper| keeper.keep_damaged(storage, plan, text)));
}

/// The kept plan of which an address is, by its mark.
#[must_use]
pub fn find(mark: &str) -> Option<PlanId> {
    keeper::find(&local()?, mark)
}

/// Everything that is kept.
#[must_use]
pub fn list() -> Vec<Found> {
    local().map(|storage| keeper::list(&storage)).unwrap_or_default()
}

/// Moves a plan to the bin.
pub fn discard(plan: PlanId) {
    writing(|storage| keeper::discard(storage, plan));
}

/// Moves a plan back from the bin.
pub fn restore(plan: PlanId) {
    writing(|storage| keeper::restore(storage, plan));
}

/// Takes what is on a pile of a plan out for good.
pub fn purge(pile: Pile, plan: PlanId) {
    writing(|storage| keeper::purge(storage, pile, plan));
}

/// Remembers which plan is open.
pub fn remember_open(plan: PlanId) {
    writing(|storage| keeper::remember_open(storage, plan));
}

/// The plan that was open last.
#[must_use]
pub fn last_open() -> Option<PlanId> {
    keeper::last_open(&local()?)
}

/// Tells the store when another tab writes the plan that is open here, and when what was written is on the disk or did
/// not get there.
pub fn listen(store: Store) {
    journal::when_ended(move |written| if written { store.show() } else { store.send(Msg::NotSaved(Trouble::Full)) });
    let Some(window) = web_sys::window() else { return };
    EventListener::new(&window, "storage", move |event| {
        let Some(event) = event.dyn_ref::<StorageEvent>() else { return };
        let (Some(name), Some(text)) = (event.key(), event.new_value()) else { return };
        if let Some(msg) = KEEPER.with_borrow_mut(|keeper| keeper.heard(&name, text)) {
            store.send(msg);
        }
    })
    .forget();
}
