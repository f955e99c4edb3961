//! The shipped plan.
use super::*;
/// The MANUMIX partner meeting.
#[must_use]
pub fn manumix() -> Plan {
    Plan::empty(Meeting {
        id: PlanId::from_number(1),
        title: Text::default(),
        programme: Text::default(),
        theme: Text::default(),
        host: Text::default(),
        zone: "Europe/Rome".into(),
        publicity: Text::default(),
    })
}
