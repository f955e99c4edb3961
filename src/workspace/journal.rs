//! The journal: a second copy of what is kept, for when the browser is killed.
//!
//! Browsers write `localStorage` to the disk when they see fit. Chromium waits at least 5 seconds, and longer the more
//! is written: killed after 3 seconds of editing it had lost all of it, after 20 seconds 15 of them. IndexedDB is on
//! the disk as soon as it says so, but it is asked and answers later, which is too late for a page that closes, and
//! other tabs do not hear of it. So plans are read from and written to `localStorage`, as [`super::keeper`] says; every
//! text that goes there goes to the journal in IndexedDB too; and at the next start the storage is mended from it.
//!
//! A writing to the journal that fails is told as one to the storage that failed, and the next one brings what it missed:
//! the journal never says a later time than it has texts of.
//!
//! Storage and journal each say when they were last written. Where the journal says later, the storage has lost
//! something; else the storage is right.

use super::{
    Trouble,
    keeper::{self, Storage},
};
use std::cell::RefCell;

/// A name and the text under it; an empty text stands for a name that was taken out.
pub type Entry = (String, String);

/// The name under which the time of the last writing stands, in milliseconds since 1970.
const WRITTEN: &str = "itinera.written";

/// A storage that notes what is written to it.
pub struct Noting<'a> {
    storage: &'a dyn Storage,
    notes: RefCell<Vec<Entry>>,
}

impl<'a> Noting<'a> {
    /// Notes what is written to `storage` from now on.
    #[must_use]
    pub const fn new(storage: &'a dyn Storage) -> Self {
        Self { storage, notes: RefCell::new(Vec::new()) }
    }

    /// What was written, for the journal, with the time that storage and journal then have in common; nothing when
    /// nothing was written. `now` is in milliseconds since 1970.
    #[must_use]
    pub fn finish(self, now: u64) -> Vec<Entry> {
        let mut notes = self.notes.into_inner();
        if !notes.is_empty() {
            // The clock may have been set back.
            let time = written(self.storage).map_or(now, |before| now.max(before + 1)).to_string();
            // The last to be written: before it is on the disk, so is the rest.
            let _ = self.storage.set(WRITTEN, &time);
            notes.push((WRITTEN.into(), time));
        }
        notes
    }
}

impl Storage for Noting<'_> {
    fn get(&self, name: &str) -> Option<String> {
        self.storage.get(name)
    }

    fn set(&self, name: &str, text: &str) -> Result<(), Trouble> {
        self.storage.set(name, text)?;
        self.notes.borrow_mut().push((name.into(), text.into()));
        Ok(())
    }

    fn remove(&self, name: &str) {
        self.storage.remove(name);
        self.notes.borrow_mut().push((name.into(), String::new()));
    }

    fn names(&self) -> Vec<String> {
        self.storage.names()
    }
}

/// Gives the storage back what it lost. Where the journal missed something instead, as while the browser refused it,
/// everything that it should hold is the answer.
#[must_use]
pub fn mend(storage: &dyn Storage, journal: &[Entry]) -> Option<Vec<Entry>> {
    let noted = journal.iter().find(|(name, _)| name == WRITTEN).and_then(|(_, time)| time.parse().ok());
    let stored = written(storage);
    // A storage with plans but without a time has not lost them: somebody else had a hand in it.
    let blank = stored.is_none() && !storage.names().iter().any(|name| keeper::is_ours(name));
    if noted > stored && (stored.is_some() || blank) {
        restore(storage, journal);
        return None;
    }
    keeper::mend_good(storage, journal);
    (noted != stored).then(|| {
        let ours = storage.names().into_iter().filter(|name| name == WRITTEN || keeper::is_ours(name));
        ours.filter_map(|name| storage.get(&name).map(|text| (name, text))).collect()
    })
}

fn written(storage: &dyn Storage) -> Option<u64> {
    storage.get(WRITTEN)?.parse().ok()
}

/// Makes the storage what the journal says. Names that the journal does not know stay.
fn restore(storage: &dyn Storage, journal: &[Entry]) {
    let differing = |(name, text): &&Entry| storage.get(name).unwrap_or_default() != *text;
    let lost: Vec<_> = journal.iter().filter(differing).collect();
    // First out with the old, so that a storage that is nearly full has room. The journal holds it all until the end.
    for (name, _) in &lost {
        storage.remove(name);
    }
    for (name, text) in lost.into_iter().filter(|(_, text)| !text.is_empty()) {
        let _ = storage.set(name, text);
    }
}
