//! Which earlier states a plan contains, so that a copy that arrives is merged from the newest state both know.

use crate::{plan::Plan, wire::Hash};
use std::sync::Arc;

/// The states that the plan of this browser contains, newest first.
///
/// A state is known by a hash of its content and of the states it contains, as a commit is; of the recent ones the
/// plan is kept too, to serve as the base of a merge.
#[derive(Debug, Clone, Default)]
pub struct Lineage(Vec<(Hash, Option<Arc<Plan>>)>);

impl Lineage {
    /// How many states are remembered.
    pub const DEPTH: usize = 32;

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
