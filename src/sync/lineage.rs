//! Which earlier states a plan contains, so that a copy that arrives is merged from the newest state both know.

use crate::{
    plan::Plan,
    wire::{Hash, LONGEST_LINEAGE},
};
use std::sync::Arc;

/// The states that the plan of this browser contains, newest first.
///
/// A state is known by a hash of its content and of the states it contains, as a commit is; of the recent ones the
/// plan is kept too, to serve as the base of a merge.
#[derive(Debug, Clone, Default)]
pub struct Lineage(Vec<(Hash, Option<Arc<Plan>>)>);

impl Lineage {
    /// How many states are remembered: the newest, and those that a file of it names.
    pub const DEPTH: usize = LONGEST_LINEAGE + 1;

    /// The states that a file says it contains, of which no plan is known.
    #[must_use]
    pub fn from_hashes(hashes: &[Hash]) -> Self {
        Self(hashes.iter().take(Self::DEPTH).map(|hash| (*hash, None)).collect())
    }

    /// The hashes, newest first, as they stand in a file.
    #[must_use]
    pub fn hashes(&self) -> Vec<Hash> {
        self.0.iter().map(|(hash, _)| *hash).collect()
    }

    /// Whether the plan contains this state.
    #[must_use]
    pub fn contains(&self, state: Hash) -> bool {
        self.0.iter().any(|(hash, _)| *hash == state)
    }

    /// Remembers that the plan contains a state.
    pub fn add(&mut self, state: Hash, plan: Option<Arc<Plan>>) {
        self.0.retain(|(hash, _)| *hash != state);
        self.0.insert(0, (state, plan));
        self.0.truncate(Self::DEPTH);
    }

    /// Whether the newest state is this plan.
    #[must_use]
    pub fn is_at(&self, plan: &Arc<Plan>) -> bool {
        self.0.first().is_some_and(|(_, newest)| newest.as_ref() == Some(plan))
    }

    /// Whether no state is known.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Remembers that the plan has become an arrived copy: the states that the copy contains come first, in its order,
    /// so that it is passed on as it came.
    pub fn follow(&mut self, state: Hash, plan: Arc<Plan>, hashes: &[Hash]) {
        let ours = std::mem::take(&mut self.0);
        self.0.push((state, Some(plan)));
        for hash in hashes {
            if !self.contains(*hash) {
                let known = ours.iter().find(|(known, _)| known == hash).and_then(|(_, plan)| plan.clone());
                self.0.push((*hash, known));
            }
        }
        let others = ours.into_iter().filter(|(hash, _)| !hashes.contains(hash) && *hash != state);
        self.0.extend(others);
        self.0.truncate(Self::DEPTH);
    }

    /// Remembers the states that an arrived copy contains, behind our own.
    pub fn absorb(&mut self, hashes: &[Hash]) {
        for hash in hashes {
            if self.0.len() < Self::DEPTH && !self.contains(*hash) {
                self.0.push((*hash, None));
            }
        }
    }

    /// The newest state of another copy's lineage that this plan contains and whose plan is still at hand.
    #[must_use]
    pub fn base_for(&self, theirs: &[Hash]) -> Option<Arc<Plan>> {
        theirs.iter().find_map(|wanted| {
            let known = self.0.iter().find(|(hash, plan)| hash == wanted && plan.is_some());
            known.and_then(|(_, plan)| plan.clone())
        })
    }
}
