//! What changed between two plans, record by record.

use crate::plan::{AnyRecord, Key, Plan};

/// One record before and after; absent before when it was added, absent after when it was removed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Which record.
    pub key: Key,
    /// The record before.
    pub before: Option<AnyRecord>,
    /// The record after.
    pub after: Option<AnyRecord>,
}

/// The records that differ between two plans. Records that are the same in both are not in it, so it is small.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Delta(pub Vec<Change>);

impl Delta {
    /// What turns `from` into `to`.
    #[must_use]
    pub fn between(from: &Plan, to: &Plan) -> Self {
        let change = |key| Change { key, before: from.record(key), after: to.record(key) };
        Self(from.differing(to).into_iter().map(change).collect())
    }

    /// What turns the later plan back into the earlier one.
    #[must_use]
    pub fn inverse(&self) -> Self {
        let turn =
            |change: &Change| Change { key: change.key, before: change.after.clone(), after: change.before.clone() };
        Self(self.0.iter().map(turn).collect())
    }

    /// Without the changes to records that `plan` no longer has: somebody else removed them, and that stays.
    #[must_use]
    pub fn of_those_in(mut self, plan: &Plan) -> Self {
        self.0.retain(|change| change.before.is_none() || plan.record(change.key).is_some());
        self
    }

    /// Whether nothing changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
