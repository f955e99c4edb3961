//! Versions: what was handed out, and when, so that it can be said later what changed since.
//!
//! What a version says is made by `crate::agenda`, which knows the times of stops and legs.

use super::{Attendance, DelegateId, EntryId, Plan, Slot, Stamp, Text, VersionId, record};
use crate::order::sort_by_key;
use std::{collections::BTreeSet, sync::Arc};

record! {
    /// A named, dated state of the plan that was handed out. It stays as it is whatever becomes of the plan, so it may
    /// name what is no longer there.
    Version(VersionId) {
        /// What it is called.
        name: Text,
        /// When it was handed out.
        at: Stamp,
        /// The entries of the agenda as they were then, in its order; at most [`Version::MOST_LINES`].
        lines: Vec<Line>,
        /// The name of all that the plan said then, as `wire::content_of` makes it; none where nobody noted it.
        state: Option<u64>,
    }
}

/// An entry of the agenda as it was handed out.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Line {
    /// The entry.
    pub entry: EntryId,
    /// When it was, in the meeting's time zone.
    pub slot: Slot,
    /// What it was called: a session's title, a host's name, or where a leg led.
    pub title: Text,
    /// Room and venue, or the venue; of a leg the one where it started. Empty where it was open, or where the title says
    /// it.
    pub place: Text,
    /// Which delegations it was for.
    pub audience: Attendance,
    /// The delegates for whom the opposite of what holds for their delegation did: those who spoke where others were not
    /// asked, and those who went with another group.
    pub exceptions: BTreeSet<DelegateId>,
    /// Whether it was still to be confirmed.
    pub to_confirm: bool,
}

impl Version {
    /// The most lines that a version has: no more could be saved.
    pub const MOST_LINES: usize = 5_000;

    /// The line of an entry, unless it was not in the agenda.
    #[must_use]
    pub fn line(&self, entry: EntryId) -> Option<&Line> {
        self.lines.iter().find(|line| line.entry == entry)
    }
}

impl Plan {
    /// The versions in the order in which they were handed out.
    #[must_use]
    pub fn versions_by_time(&self) -> Vec<&Arc<Version>> {
        let mut versions: Vec<_> = self.versions.iter().collect();
        sort_by_key(&mut versions, |version| (version.at, version.id));
        versions
    }
}
