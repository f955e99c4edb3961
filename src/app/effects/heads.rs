//! Counted heads, kept in this browser and nowhere else. Where the storage takes nothing they are held until the page
//! closes.

use super::{journal, storage::local};
use crate::{
    agenda::Heads,
    plan::PlanId,
    workspace::heads::{self as kept, names_of},
};
use std::cell::RefCell;

thread_local! {
    /// What the storage did not take.
    static HELD: RefCell<Vec<(String, Heads)>> = const { RefCell::new(Vec::new()) };
}

/// What was counted, and whether the storage keeps it.
#[must_use]
pub fn load(name: &str) -> (Heads, bool) {
    let held = HELD.with_borrow(|held| held.iter().find(|(known, _)| known == name).map(|(_, heads)| heads.clone()));
    match (held, local()) {
        (Some(heads), _) => (heads, false),
        (None, Some(storage)) => (kept::load(&storage, name), true),
        (None, None) => (Heads::default(), false),
    }
}

/// Keeps what was counted; whether the storage took it.
pub fn keep(name: &str, heads: &Heads) -> bool {
    HELD.with_borrow_mut(|held| held.retain(|(known, _)| known != name));
    let kept =
        local().is_some_and(|storage| journal::noting(&storage, |storage| kept::keep(storage, name, heads)).is_ok());
    if !kept {
        HELD.with_borrow_mut(|held| held.push((name.to_string(), heads.clone())));
    }
    kept
}

/// Forgets all that was counted for a plan.
pub fn clear(plan: PlanId) {
    let start = names_of(plan);
    HELD.with_borrow_mut(|held| held.retain(|(name, _)| !name.starts_with(&start)));
    if let Some(storage) = local() {
        journal::noting(&storage, |storage| kept::clear(storage, plan));
    }
}
