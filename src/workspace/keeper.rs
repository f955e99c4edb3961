//! Where plans are kept: which texts stand under which names in a storage, and in which order they are written, so that
//! the page may close between any two of them.
//!
//! Each plan has a working copy, the copy before it and its undo steps under names of their own. What is deleted goes to
//! the bin, what cannot be read is put aside.

use super::{Msg, Stored, Trouble, heads, journal::Entry, mark_of};
use crate::{plan::PlanId, wire};

/// Texts under names, such as a browser's `localStorage`; what is written is there at once.
pub trait Storage {
    /// The text under a name.
    fn get(&self, name: &str) -> Option<String>;

    /// Puts a text under a name.
    ///
    /// # Errors
    /// When there is no room.
    fn set(&self, name: &str, text: &str) -> Result<(), Trouble>;

    /// Takes a name out.
    fn remove(&self, name: &str);

    /// Every name.
    fn names(&self) -> Vec<String>;
}

const WORKING: &str = "itinera.plan.";
const GOOD: &str = "itinera.good.";
const UNDO: &str = "itinera.undo.";
const BIN: &str = "itinera.bin.";
const DAMAGED: &str = "itinera.damaged.";
const OPEN: &str = "itinera.open";

/// Whether something is kept under a name here, or was.
pub(super) fn is_ours(name: &str) -> bool {
    [WORKING, GOOD, UNDO, BIN, DAMAGED, OPEN, heads::PREFIX].iter().any(|prefix| name.starts_with(prefix))
}

/// Puts what the journal has of a plan in the place of the good copy, where no copy of the plan can be read.
pub(super) fn mend_good(storage: &dyn Storage, journal: &[Entry]) {
    let sound = |name: &str| storage.get(name).map(|text| wire::unseal(&text).is_ok());
    for (working, text) in journal {
        let Some(plan) = working.strip_prefix(WORKING) else { continue };
        let mut good = GOOD.to_string();
        good.push_str(plan);
        if sound(working) == Some(false) && sound(&good) != Some(true) && wire::unseal(text).is_ok() {
            let _ = storage.set(&good, text);
        }
    }
}

fn name(prefix: &str, plan: PlanId) -> String {
    let mut name = plan.to_string();
    name.insert_str(0, prefix);
    name
}

/// A heap of kept texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pile {
    /// The plans.
    Kept,
    /// The plans deleted, which can be restored.
    Deleted,
    /// What could not be read and was put aside.
    Damaged,
}

impl Pile {
    /// Every pile.
    pub const ALL: [Self; 3] = [Self::Kept, Self::Deleted, Self::Damaged];

    const fn prefix(self) -> &'static str {
        match self {
            Self::Kept => WORKING,
            Self::Deleted => BIN,
            Self::Damaged => DAMAGED,
        }
    }
}

/// A text of a pile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The pile that it is in.
    pub pile: Pile,
    /// The plan that it is of.
    pub plan: PlanId,
    /// The text as stored.
    pub text: String,
}

/// Keeps plans in a storage for one tab.
#[derive(Debug, Default)]
pub struct Keeper {
    /// The working copy of the open plan as this tab last read or wrote it: what another tab wrote differs.
    seen: Option<(PlanId, String)>,
    /// The working copy that could not be read: it never becomes a good copy.
    unreadable: Option<String>,
}

impl Keeper {
    /// What is stored of a plan that is about to be opened.
    pub fn load(&mut self, storage: &dyn Storage, plan: PlanId) -> Stored {
        let read = |prefix| storage.get(&name(prefix, plan));
        let stored = Stored { working: read(WORKING), good: read(GOOD), undo: read(UNDO), refused: false };
        self.seen = stored.working.clone().map(|text| (plan, text));
        stored
    }

    /// Keeps a plan, unless another tab wrote it since this one last looked.
    #[must_use]
    pub fn save(&mut self, storage: &dyn Storage, plan: PlanId, text: &str, undo: &str) -> Msg {
        let working = name(WORKING, plan);
        let before = storage.get(&working);
        let seen = self.seen.as_ref().filter(|(known, _)| *known == plan).map(|(_, text)| text);
        if let Some(found) = before.as_ref().filter(|before| seen != Some(before)) {
            self.seen = Some((plan, found.clone()));
            return Msg::Arrived { plan, text: found.clone() };
        }
        if let Err(trouble) = put_first(storage, plan, text) {
            return Msg::NotSaved(trouble);
        }
        self.seen = Some((plan, text.to_string()));
        // What another program or a fault left there is no good copy.
        let good = |before: &String| self.unreadable.as_ref() != Some(before) && wire::unseal(before).is_ok();
        if let Some(before) = before.filter(|before| before != text && good(before)) {
            let _ = storage.set(&name(GOOD, plan), &before);
        }
        if storage.set(&name(UNDO, plan), undo).is_err() {
            // Old steps do not fit the new state.
            storage.remove(&name(UNDO, plan));
        }
        Msg::Saved
    }

    /// Puts the working copy of a plan, which cannot be read, aside; an earlier one that was put aside stays too. Where
    /// there is no room for that, it stays in its place until the plan is saved.
    pub fn keep_damaged(&mut self, storage: &dyn Storage, plan: PlanId, text: &str) {
        let mut aside = name(DAMAGED, plan);
        while storage.get(&aside).is_some_and(|kept| kept != text) {
            aside.push('+');
        }
        self.seen = Some((plan, text.to_string()));
        self.unreadable = Some(text.to_string());
        let working = name(WORKING, plan);
        if storage.set(&aside, text).is_ok() && storage.get(&working).as_deref() == Some(text) {
            storage.remove(&working);
        }
    }

    /// What another tab's writing under a name means here; `text` is what it wrote.
    pub fn heard(&mut self, written: &str, text: String) -> Option<Msg> {
        let plan: PlanId = written.strip_prefix(WORKING)?.parse().ok()?;
        if let Some((known, seen)) = &mut self.seen
            && *known == plan
        {
            seen.clone_from(&text);
        }
        Some(Msg::Arrived { plan, text })
    }
}

/// Writes a working copy. The undo steps are worth less: where room is short they make room, unless that is not enough.
fn put_first(storage: &dyn Storage, plan: PlanId, text: &str) -> Result<(), Trouble> {
    let (working, steps) = (name(WORKING, plan), name(UNDO, plan));
    storage.set(&working, text).or_else(|_| {
        let undo = storage.get(&steps);
        storage.remove(&steps);
        storage.set(&working, text).inspect_err(|_| {
            if let Some(undo) = undo {
                let _ = storage.set(&steps, &undo);
            }
        })
    })
}

/// The text of a kept plan.
#[must_use]
pub fn fetch(storage: &dyn Storage, plan: PlanId) -> Option<String> {
    storage.get(&name(WORKING, plan))
}

/// Keeps the text of a plan that is not open.
///
/// # Errors
/// When there is no room.
pub fn put(storage: &dyn Storage, plan: PlanId, text: &str) -> Result<(), Trouble> {
    storage.set(&name(WORKING, plan), text)
}

/// The kept plan of which an address is, by its mark.
#[must_use]
pub fn find(storage: &dyn Storage, mark: &str) -> Option<PlanId> {
    let names = storage.names();
    let mut plans = names.iter().filter_map(|name| name.strip_prefix(WORKING)?.parse().ok());
    plans.find(|plan| mark_of(*plan) == mark)
}

/// Everything that is kept, on all piles.
#[must_use]
pub fn list(storage: &dyn Storage) -> Vec<Found> {
    let mut found = Vec::new();
    for name in storage.names() {
        for pile in Pile::ALL {
            let plan = name.strip_prefix(pile.prefix()).and_then(|id| id.trim_end_matches('+').parse().ok());
            if let (Some(plan), Some(text)) = (plan, storage.get(&name)) {
                found.push(Found { pile, plan, text });
            }
        }
    }
    found
}

/// Moves a plan to the bin. Heads that were counted are of use to nobody then.
pub fn discard(storage: &dyn Storage, plan: PlanId) {
    heads::clear(storage, plan);
    let working = name(WORKING, plan);
    let Some(text) = storage.get(&working) else { return };
    // Out of its place first: a full storage could not hold it twice.
    storage.remove(&working);
    storage.remove(&name(GOOD, plan));
    storage.remove(&name(UNDO, plan));
    if storage.set(&name(BIN, plan), &text).is_err() {
        let _ = storage.set(&working, &text);
    }
}

/// Moves a plan back from the bin, unless there is one in its place: that is newer.
pub fn restore(storage: &dyn Storage, plan: PlanId) {
    let (bin, working) = (name(BIN, plan), name(WORKING, plan));
    let Some(text) = storage.get(&bin).filter(|_| storage.get(&working).is_none()) else { return };
    storage.remove(&bin);
    if storage.set(&working, &text).is_err() {
        let _ = storage.set(&bin, &text);
    }
}

/// Takes what is on a pile of a plan out for good. What is kept has to be deleted first.
pub fn purge(storage: &dyn Storage, pile: Pile, plan: PlanId) {
    if pile == Pile::Kept {
        return;
    }
    let mut name = name(pile.prefix(), plan);
    while storage.get(&name).is_some() {
        storage.remove(&name);
        name.push('+');
    }
}

/// Remembers which plan is open.
pub fn remember_open(storage: &dyn Storage, plan: PlanId) {
    let _ = storage.set(OPEN, &plan.to_string());
}

/// The plan that was open last.
#[must_use]
pub fn last_open(storage: &dyn Storage) -> Option<PlanId> {
    storage.get(OPEN)?.parse().ok()
}
