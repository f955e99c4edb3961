//! Tests of pasting from a spreadsheet.

mod cells;
mod columns;
mod enrolment;
mod file;
mod law;
mod moments;
mod rows;

use crate::plan::build;
use itinera::example::manumix;
use itinera::{
    exchange::paste::{Understood, understand},
    plan::{Delegate, DelegationId, Plan},
};

/// The shipped plan, with one delegate of Wales in it.
pub fn plan() -> Plan {
    let mut plan = manumix();
    let delegation = delegation(&plan, "Wales");
    let known = build::delegate(1, 0);
    let known = Delegate { name: "Ada Known".into(), email: "ada@example.org".into(), delegation, ..known };
    plan.put(known.into());
    plan
}

pub fn delegation(plan: &Plan, name: &str) -> DelegationId {
    plan.delegations.iter().find(|delegation| delegation.name.english == name).unwrap().id
}

/// What is understood of a text with the shipped plan.
pub fn read(text: &str) -> Understood {
    understand(&plan(), text)
}
