//! What is not known of people: how many, who, from where, what they eat.

use super::{Found, What};
use crate::{
    agenda::{Audience, Entry, is_for},
    papers::{
        AttendanceSheet,
        catering::{eaters, meal_entry},
    },
    plan::{Attendance, Consent, Delegate, DelegationId, Key, Plan, SessionId},
};

impl Found<'_> {
    /// So many of a delegation of whom something is not known.
    pub(super) fn of_people(&mut self, delegation: DelegationId, count: usize, what: fn(usize) -> What) {
        self.record(Key::Delegation(delegation), what(count), count > 0);
    }

    pub(super) fn of_attendance(&mut self, sheet: &AttendanceSheet) -> bool {
        sheet.entries.iter().for_each(|entry| self.of_entry(entry));
        self.of_heads(&sheet.entries);
        for signers in &sheet.signers {
            self.of_people(signers.id, signers.unnamed, What::Names);
        }
        true
    }

    pub(super) fn of_badges(&mut self) -> bool {
        let plan: &Plan = self.plan;
        for delegation in &plan.delegations {
            let heads = plan.heads_of(delegation.id);
            let count = |lacks: &dyn Fn(&Delegate) -> bool| {
                plan.delegates_of(delegation.id).filter(|delegate| lacks(delegate)).count()
            };
            let nowhere = delegation.organisations.len() != 1;
            self.record(Key::Delegation(delegation.id), What::Heads, heads == 0);
            self.of_people(delegation.id, heads - count(&|_| true), What::Names);
            let organisations = count(&|delegate| nowhere && delegate.organisation.trim().is_empty());
            self.of_people(delegation.id, organisations, What::Organisations);
            self.of_people(delegation.id, count(&|delegate| delegate.photo_consent == Consent::Unknown), What::Consent);
        }
        plan.heads(&Attendance::Everyone) > 0 || !plan.delegates.is_empty()
    }

    pub(super) fn of_catering(&mut self, meal: SessionId) -> bool {
        let Some(entry) = meal_entry(self.plan, meal) else { return false };
        self.of_entry(&entry);
        self.of_heads(std::slice::from_ref(&entry));
        for crew in eaters(self.plan, &entry) {
            let silent = crew.named.iter().filter(|delegate| delegate.diet.trim().is_empty()).count();
            self.of_people(crew.id, crew.unnamed, What::Names);
            self.of_people(crew.id, silent, What::Diets);
        }
        true
    }

    /// That nobody knows how many come of a delegation that is meant.
    fn of_heads(&mut self, entries: &[Entry]) {
        let plan: &Plan = self.plan;
        for delegation in plan.delegations.iter().filter(|delegation| plan.heads_of(delegation.id) == 0) {
            let meant = entries.iter().any(|entry| is_for(plan, entry, Audience::Delegation(delegation.id)));
            self.record(Key::Delegation(delegation.id), What::Heads, meant);
        }
    }
}
