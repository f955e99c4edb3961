//! The three-way merge, by record, then by field.

use super::{Change, Delta};
use crate::{
    plan::{AnyRecord, Edit, Key, Plan},
    wire::Hash,
};

/// Two different values for one thing. The merged plan holds ours, or what is left of the record, until somebody
/// chooses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    /// The record.
    pub key: Key,
    /// The field, by its name in the domain type; none when one side removed what the other changed.
    pub field: Option<&'static str>,
    /// The record on our side; none when we removed it.
    pub ours: Option<AnyRecord>,
    /// The record on the other side; none when they removed it.
    pub theirs: Option<AnyRecord>,
    /// The kept states that differ in it: who contains them all knows of the choice. None as long as our side is not kept.
    pub of: Vec<Hash>,
}

/// A side of a [`Clash`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Side {
    Ours,
    Theirs,
}

impl Clash {
    /// Whether it is the same choice as another one, whichever of the two values stands there meanwhile.
    #[must_use]
    pub fn is_about(&self, other: &Self) -> bool {
        (self.key, self.field) == (other.key, other.field)
    }

    /// Whether who contains these states knows of the choice.
    #[must_use]
    pub fn is_known(&self, contains: impl Fn(Hash) -> bool) -> bool {
        !self.of.is_empty() && self.of.iter().all(|state| contains(*state))
    }

    /// Makes `base` say what stands here of it, so that a merge from there takes what the other side chose.
    pub fn leave_to_the_other(&self, base: &mut Plan) {
        let Some(ours) = &self.ours else { return };
        base.put(match (base.record(self.key), self.field) {
            (Some(before), Some(field)) => before.taking(ours, field),
            _ => ours.clone(),
        });
    }

    /// The edit that gives `plan` the value of one side, or nothing where it has it already.
    #[must_use]
    pub fn choose(&self, side: Side, plan: &Plan) -> Option<Edit> {
        let chosen = match side {
            Side::Ours => &self.ours,
            Side::Theirs => &self.theirs,
        };
        let now = plan.record(self.key);
        match (now, chosen, self.field) {
            (Some(now), Some(chosen), Some(field)) => {
                let after = now.taking(chosen, field);
                (after != now).then_some(Edit::Revise { before: now, after })
            }
            (Some(_), None, _) => Some(Edit::Remove(self.key)),
            (None, Some(chosen), _) => Some(Edit::Add(chosen.clone())),
            (Some(_), Some(_), None) | (None, None, _) => None,
        }
    }

    /// Whether `plan` still holds the value that was kept when the clash arose, so that the choice is still open.
    #[must_use]
    pub fn is_open(&self, plan: &Plan) -> bool {
        match (plan.record(self.key), self.field) {
            (Some(now), Some(field)) => self.ours.as_ref().is_some_and(|ours| !now.changed(ours).contains(&field)),
            (Some(_), None) => true,
            (None, _) => false,
        }
    }
}

/// `ours` with what `theirs` changed since `base`.
///
/// Without a base, additions merge, differences clash, and nothing is taken to be deleted.
#[must_use]
pub fn merge(base: Option<&Plan>, ours: &Plan, theirs: &Plan) -> (Plan, Vec<Clash>) {
    if let Some(base) = base {
        return replay(ours, &Delta::between(base, theirs));
    }
    let mut additions = Delta::between(ours, theirs);
    for change in &mut additions.0 {
        change.before = None;
    }
    additions.0.retain(|change| change.after.is_some());
    replay(ours, &additions)
}

/// The plan with the changes of `delta` made to it, wherever the plan did not itself change the same field.
#[must_use]
pub fn replay(plan: &Plan, delta: &Delta) -> (Plan, Vec<Clash>) {
    let mut merged = plan.clone();
    let mut clashes = Vec::new();
    for Change { key, before, after } in &delta.0 {
        let now = plan.record(*key);
        let clash = |field| Clash { key: *key, field, ours: now.clone(), theirs: after.clone(), of: Vec::new() };
        match (before, after, &now) {
            (_, Some(after), Some(now)) => {
                let mut fields = Vec::new();
                merged.put(AnyRecord::merged(before.as_ref(), now, after, &mut fields));
                clashes.extend(fields.into_iter().map(|field| clash(Some(field))));
            }
            (None, Some(after), None) => merged.put(after.clone()),
            (Some(_), Some(after), None) => {
                merged.put(after.clone());
                clashes.push(clash(None));
            }
            (Some(before), None, Some(now)) if before == now => merged.remove(*key),
            (Some(_), None, Some(_)) => clashes.push(clash(None)),
            (_, None, None) | (None, None, Some(_)) => {}
        }
    }
    (merged, clashes)
}
