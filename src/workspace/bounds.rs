//! What may become of a plan: nothing that could not be read again. What is kept comes back through `wire::decode` alone,
//! so its limits are asked of it before anything is done, be it an edit, undo or a merge.

use super::Refusal;
use crate::{
    plan::{EditError, Key, Plan},
    wire::{self, DecodeError, Hash, LARGEST, LONGEST_LINEAGE, PlanFile},
};

/// Whether `next` may take the place of `now`, which can be read again.
///
/// # Errors
/// Says what is too much, and where.
pub(super) fn step(now: &Plan, next: &Plan) -> Result<(), Refusal> {
    readable(next, now.differing(next))
}

/// Whether a plan that nobody read may be kept.
///
/// # Errors
/// As [`step`].
pub(super) fn whole(plan: &Plan) -> Result<(), Refusal> {
    readable(plan, plan.keys())
}

fn readable(plan: &Plan, changed: Vec<Key>) -> Result<(), Refusal> {
    if plan.largest_table() > Plan::MOST_RECORDS {
        return Err(EditError::TooMany.into());
    }
    for record in changed.into_iter().filter_map(|key| plan.record(key)) {
        if let Err(DecodeError::Wrong { spot, problem }) = wire::decode_record(wire::encode_record(&record)) {
            let field = spot.path.split(['.', '[']).nth(1).unwrap_or_default().to_string();
            let (key, title, problem) = (record.key(), record.title(), Box::new(problem));
            return Err(Refusal::Unreadable { key, title, field, problem });
        }
    }
    // With as much of a past as a file can have.
    let lineage = vec![Hash(0); LONGEST_LINEAGE];
    let saved = Some("2017-11-20T08:15:00.000Z".to_string());
    let bytes = wire::encode(&PlanFile { plan: plan.clone(), saved, lineage }).len();
    if bytes > LARGEST { Err(Refusal::TooLarge { limit: LARGEST }) } else { Ok(()) }
}
