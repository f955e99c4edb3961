//! The roll: who comes, counted, for those who book seats, meals and interpreters.

use crate::{
    order::sort_by_key,
    plan::{Consent, DelegationId, Plan, fold},
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
        tally(&mut roll.diets, &delegate.diet);
        tally(&mut roll.needs, &delegate.needs);
        roll.without_arrival += usize::from(delegate.arrival.is_none());
        roll.without_departure += usize::from(delegate.departure.is_none());
        roll.without_consent += usize::from(delegate.photo_consent == Consent::Unknown);
    }
    for tallies in [&mut roll.diets, &mut roll.needs] {
        sort_by_key(tallies, |tally| (std::cmp::Reverse(tally.count), tally.words.clone()));
    }
    roll
}

fn tally(tallies: &mut Vec<Tally>, words: &str) {
    let folded = fold(words);
    // Forms ask everybody, and those who have nothing to say write that.
    if matches!(&*folded, "" | "no" | "none" | "n a" | "na" | "nothing" | "nessuna" | "nessuno" | "niente" | "nulla") {
        return;
    }
    match tallies.iter_mut().find(|tally| fold(&tally.words) == folded) {
        Some(tally) => tally.count += 1,
        None => tallies.push(Tally { words: words.trim().to_string(), count: 1 }),
    }
}
