//! Catering sheets: how many eat what at a meal, without a name.

use super::people::Contingent;
use crate::{
    agenda::{Audience, Entry, Spot, Tally, attending, entries, says_nothing, spot, tallies},
    plan::{Delegate, EntryId, Plan, Session, SessionId},
};
use std::sync::Arc;

/// Heads at a meal. Those with a diet, those without one, the silent and the unnamed are all heads.
#[derive(Debug, Clone, PartialEq)]
pub struct CateringSheet {
    /// The meal.
    pub session: Arc<Session>,
    /// Where it is.
    pub spot: Spot,
    /// How many heads there are.
    pub heads: usize,
    /// Diets, each with how many people keep it, the most frequent first.
    pub diets: Vec<Tally>,
    /// How many said that they keep none.
    pub plain: usize,
    /// How many are named and said nothing about diets.
    pub silent: usize,
    /// How many are expected and not named, so that nobody knows yet what they eat.
    pub unnamed: usize,
    /// Accessibility needs, likewise counted.
    pub needs: Vec<Tally>,
}

impl CateringSheet {
    /// The sheet of a meal; none where the session is no meal, or is left out.
    #[must_use]
    pub fn of(plan: &Plan, session: SessionId) -> Option<Self> {
        let entry =
            entries(plan, Audience::Everyone).into_iter().find(|entry| entry.id == EntryId::Session(session))?;
        let session = plan.sessions.get(session).filter(|session| session.kind.is_meal())?.clone();
        let crews = eaters(plan, &entry);
        let eaters: Vec<_> = crews.iter().flat_map(|crew| &crew.named).collect();
        let said = |field: fn(&Delegate) -> &str| eaters.iter().map(|delegate| field(delegate)).collect::<Vec<_>>();
        let diets = said(|delegate| &delegate.diet);
        let silent = diets.iter().filter(|diet| diet.trim().is_empty()).count();
        let plain = diets.iter().filter(|diet| says_nothing(diet)).count() - silent;
        let unnamed = crews.iter().map(|crew| crew.unnamed).sum();
        Some(Self {
            spot: spot(plan, &entry),
            heads: eaters.len() + unnamed,
            diets: tallies(&diets),
            plain,
            silent,
            unnamed,
            needs: tallies(&said(|delegate| &delegate.needs)),
            session,
        })
    }
}

/// Who is at a meal, by delegation.
pub(super) fn eaters(plan: &Plan, meal: &Entry) -> Vec<Contingent> {
    attending(plan, meal).iter().map(|crew| Contingent::of(plan, crew)).collect()
}

/// The entry of a meal that is not left out.
pub(super) fn meal_entry(plan: &Plan, meal: SessionId) -> Option<Entry> {
    plan.sessions.get(meal).filter(|session| session.kind.is_meal())?;
    entries(plan, Audience::Everyone).into_iter().find(|entry| entry.id == EntryId::Session(meal))
}
