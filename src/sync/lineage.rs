//! Which earlier states a plan contains, so that a copy that arrives is merged from the newest state both know.

use super::{Clash, merge};
use crate::{
    plan::Plan,
    wire::{Hash, LONGEST_LINEAGE},
};
use std::sync::Arc;

/// A state that the plan contains.
#[derive(Debug, Clone)]
struct State {
    hash: Hash,
    /// The plan in that state, where it is still at hand.
    plan: Option<Arc<Plan>>,
    /// The states that it contains itself, newest first; none where the plan is not at hand.
    contains: Vec<Hash>,
}

impl State {
    const fn named(hash: Hash) -> Self {
        Self { hash, plan: None, contains: Vec::new() }
    }
}

/// The states that the plan of this browser contains, newest first.
///
/// A state is known by a hash of its content and of the states it contains, as a commit is; of the recent ones the
/// plan is kept too, to serve as the base of a merge.
#[derive(Debug, Clone, Default)]
pub struct Lineage(Vec<State>);

impl Lineage {
    /// How many states are remembered: the newest, and those that a file of it names.
    pub const DEPTH: usize = LONGEST_LINEAGE + 1;

    /// The states that a file says it contains, of which no plan is known.
    #[must_use]
    pub fn from_hashes(hashes: &[Hash]) -> Self {
        Self(hashes.iter().take(Self::DEPTH).map(|hash| State::named(*hash)).collect())
    }

    /// The hashes, newest first, as they stand in a file.
    #[must_use]
    pub fn hashes(&self) -> Vec<Hash> {
        self.0.iter().map(|state| state.hash).collect()
    }

    /// Whether the plan contains this state.
    #[must_use]
    pub fn contains(&self, state: Hash) -> bool {
        self.0.iter().any(|known| known.hash == state)
    }

    /// Remembers that the plan is in a state that contains all those before it.
    pub fn add(&mut self, state: Hash, plan: Arc<Plan>) {
        self.0.retain(|known| known.hash != state);
        let contains = self.hashes();
        self.put_first(State { hash: state, plan: Some(plan), contains });
    }

    fn put_first(&mut self, state: State) {
        self.0.insert(0, state);
        self.0.truncate(Self::DEPTH);
    }

    /// The newest state, where it is this plan.
    #[must_use]
    pub fn at(&self, plan: &Arc<Plan>) -> Option<Hash> {
        self.0.first().filter(|newest| newest.plan.as_ref() == Some(plan)).map(|newest| newest.hash)
    }

    /// Whether this is the newest state.
    #[must_use]
    pub fn is_newest(&self, state: Hash) -> bool {
        self.0.first().is_some_and(|newest| newest.hash == state)
    }

    /// Whether the newest state, and so all, are among these.
    #[must_use]
    pub fn is_within(&self, hashes: &[Hash]) -> bool {
        self.0.first().is_none_or(|newest| hashes.contains(&newest.hash))
    }

    /// Whether no state is known.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Remembers the plan of a state that is known by its hash only, and what it contains; nothing happens when it is
    /// not known.
    pub fn know(&mut self, state: Hash, plan: Plan, hashes: Vec<Hash>) {
        if let Some(known) = self.0.iter_mut().find(|known| known.hash == state) {
            (known.plan, known.contains) = (Some(Arc::new(plan)), hashes);
        }
    }

    /// Remembers that the plan has become an arrived copy that contains it: the states that the copy contains come first,
    /// in its order, so that it is passed on as it came.
    pub fn follow(&mut self, state: Hash, plan: Arc<Plan>, hashes: &[Hash]) {
        let ours = std::mem::take(&mut self.0);
        self.0.push(State { hash: state, plan: Some(plan), contains: hashes.to_vec() });
        for hash in hashes {
            if !self.contains(*hash) {
                let known = ours.iter().find(|known| known.hash == *hash).cloned();
                self.0.push(known.unwrap_or(State::named(*hash)));
            }
        }
        for known in ours {
            if !self.contains(known.hash) {
                self.0.push(known);
            }
        }
        self.0.truncate(Self::DEPTH);
    }

    /// Remembers that an arrived copy was merged into the plan. The states that only the copy contains come before ours:
    /// none of ours can have come from them, and the newest has to be found first.
    pub fn join(&mut self, state: Hash, plan: Arc<Plan>, hashes: &[Hash]) {
        let new: Vec<_> = hashes.iter().filter(|hash| !self.contains(**hash)).map(|hash| State::named(*hash)).collect();
        self.0.splice(0..0, new);
        self.0.retain(|known| known.hash != state);
        self.put_first(State { hash: state, plan: Some(plan), contains: hashes.to_vec() });
    }

    /// What another copy and this plan have in common: the newest state that both contain and whose plan is still at
    /// hand. Two tabs that save at the same moment and then hear of each other contain both those states, and neither
    /// contains the other: then it is what comes of merging them.
    #[must_use]
    pub fn base_for(&self, theirs: &[Hash]) -> Option<Arc<Plan>> {
        let known = |hash: &Hash| self.0.iter().find(|known| known.hash == *hash && known.plan.is_some());
        let common: Vec<_> = theirs.iter().filter_map(known).collect();
        let is_newest = |state: &&&State| !common.iter().any(|other| other.contains.contains(&state.hash));
        let mut newest = common.iter().filter(is_newest);
        let first = newest.next()?;
        let (mut base, mut contained) = (first.plan.clone()?, first.contains.clone());
        for state in newest {
            let plan = state.plan.as_ref()?;
            let both: Vec<_> = state.contains.iter().filter(|hash| contained.contains(hash)).copied().collect();
            if let Some(shared) = self.base_for(&both) {
                base = Arc::new(common_to(&shared, &base, plan));
            }
            contained.extend(&state.contains);
        }
        Some(base)
    }
}

/// Two plans merged, but as `shared` has it where both changed the same: neither side's value is what both had.
fn common_to(shared: &Plan, one: &Plan, other: &Plan) -> Plan {
    let (mut merged, clashes) = merge(Some(shared), one, other);
    for Clash { key, field, .. } in clashes {
        match (merged.record(key), shared.record(key), field) {
            (Some(now), Some(before), Some(field)) => merged.put(now.taking(&before, field)),
            (_, Some(before), None) => merged.put(before),
            _ => {}
        }
    }
    merged
}
