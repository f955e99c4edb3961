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

    /// The newest state, where it is this plan.
    #[must_use]
    pub fn at(&self, plan: &Arc<Plan>) -> Option<Hash> {
        self.0.first().filter(|(_, newest)| newest.as_ref() == Some(plan)).map(|(hash, _)| *hash)
    }

    /// Whether no state is known.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Remembers the plan of a state that is known by its hash only; nothing happens when it is not known.
    pub fn know(&mut self, state: Hash, plan: Plan) {
        if let Some((_, known)) = self.0.iter_mut().find(|(hash, _)| *hash == state) {
            *known = Some(Arc::new(plan));
        }
    }

    /// Remembers that the plan has become an arrived copy that contains it: the states that the copy contains come first,
    /// in its order, so that it is passed on as it came.
    pub fn follow(&mut self, state: Hash, plan: Arc<Plan>, hashes: &[Hash]) {
        let ours = std::mem::take(&mut self.0);
        self.0.push((state, Some(plan)));
        for hash in hashes {
            if !self.contains(*hash) {
                let known = ours.iter().find(|(known, _)| known == hash).and_then(|(_, plan)| plan.clone());
                self.0.push((*hash, known));
            }
        }
        for (hash, plan) in ours {
            if !self.contains(hash) {
                self.0.push((hash, plan));
            }
        }
        self.0.truncate(Self::DEPTH);
    }

    /// Remembers that an arrived copy was merged into the plan. The states that only the copy contains come before ours:
    /// none of ours can have come from them, and the newest has to be found first.
    pub fn join(&mut self, state: Hash, plan: Arc<Plan>, hashes: &[Hash]) {
        let new: Vec<_> = hashes.iter().filter(|hash| !self.contains(**hash)).map(|hash| (*hash, None)).collect();
        self.0.splice(0..0, new);
        self.add(state, Some(plan));
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
