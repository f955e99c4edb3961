//! The roll: who comes, counted, for those who book seats, meals and interpreters.

use crate::{
    order::sort_by_key,
    plan::{Consent, Delegate, DelegationId, Plan, fold},
};

/// Who comes, in figures.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Roll {
    /// Of every delegation, how many are named and how many expected, in the order of the delegations.
    pub delegations: Vec<(DelegationId, usize, Option<u16>)>,
    /// How many are named.
    pub named: usize,
    /// How many heads to count on: of each delegation the larger of those named and those expected.
    pub heads: usize,
    /// Diets, each with how many people keep it, the most frequent first.
    pub diets: Vec<Tally>,
    /// Accessibility needs, likewise.
    pub needs: Vec<Tally>,
    /// How many of those named have not said when they arrive.
    pub without_arrival: usize,
    /// How many of those named have not said when they leave.
    pub without_departure: usize,
    /// How many of those named have not said whether they may be photographed.
    pub without_consent: usize,
}

/// What several people have in common, in the words of the first of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    /// The words.
    pub words: String,
    /// How many people.
    pub count: usize,
}

/// Counts who comes.
#[must_use]
pub fn roll(plan: &Plan) -> Roll {
    let mut roll = Roll { named: plan.delegates.len(), ..Roll::default() };
    for delegation in &plan.delegations {
        let named = plan.delegates_of(delegation.id).count();
        roll.delegations.push((delegation.id, named, delegation.expected));
        roll.heads += plan.heads_of(delegation.id);
    }
    for delegate in &plan.delegates {
        roll.without_arrival += usize::from(delegate.arrival.is_none());
        roll.without_departure += usize::from(delegate.departure.is_none());
        roll.without_consent += usize::from(delegate.photo_consent == Consent::Unknown);
    }
    let said = |field: fn(&Delegate) -> &str| plan.delegates.iter().map(|delegate| field(delegate)).collect::<Vec<_>>();
    roll.diets = tallies(&said(|delegate| &delegate.diet));
    roll.needs = tallies(&said(|delegate| &delegate.needs));
    roll
}

/// Whether somebody says that there is nothing to say, or says nothing.
#[must_use]
pub fn says_nothing(words: &str) -> bool {
    // Forms ask everybody, and those who have nothing to say write that.
    matches!(&*fold(words), "" | "no" | "none" | "n a" | "na" | "nothing" | "nessuna" | "nessuno" | "niente" | "nulla")
}

/// Counts what people say, by its folded form, the most frequent first; without those who have nothing to say.
#[must_use]
pub fn tallies(said: &[&str]) -> Vec<Tally> {
    let mut counted: Vec<(String, Tally)> = Vec::new();
    for words in said.iter().filter(|words| !says_nothing(words)) {
        let folded = fold(words);
        match counted.iter_mut().find(|(known, _)| *known == folded) {
            Some((_, tally)) => tally.count += 1,
            None => counted.push((folded, Tally { words: words.trim().to_string(), count: 1 })),
        }
    }
    let mut tallies: Vec<Tally> = counted.into_iter().map(|(_, tally)| tally).collect();
    sort_by_key(&mut tallies, |tally| (std::cmp::Reverse(tally.count), tally.words.clone()));
    tallies
}
