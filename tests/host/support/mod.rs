//! What tests of several modules share.

pub mod arbitrary;

use itinera::{example::manumix, plan::Plan};

/// The shipped plan with a visit on which all go together.
pub fn together() -> Plan {
    let mut plan = manumix();
    for group in &manumix().groups {
        plan.groups.remove(group.id);
    }
    for coach in &manumix().coaches {
        plan.coaches.remove(coach.id);
    }
    plan
}
