//! The shipped plan: the MANUMIX partner meeting that Finpiemonte hosted in Turin on 21 and 22 November 2017.
//!
//! It is a file in the saved form, as any other plan. What the announcement says stands there as it says it. Everything
//! else (clock times, rooms, head-counts, coordinates and the companies' rules) is a proposal, marked *to confirm*.
//! Nobody is named, because nobody was announced.

use crate::{
    plan::{Meeting, Plan, PlanId, Text},
    wire,
};

/// The identity of the example, under which a first visit keeps its changes.
pub const MANUMIX: PlanId = PlanId::from_number(0x015f_dbdf_d400_7000_8000_0000_0000_0001);

/// The MANUMIX partner meeting, with the same identities at every call.
#[must_use]
pub fn manumix() -> Plan {
    // A test shows that the file is a plan; were it none, the page would still open.
    wire::decode_text(include_str!(concat!(env!("OUT_DIR"), "/example.json")))
        .map_or_else(|_| nothing(), |file| file.plan)
}

fn nothing() -> Plan {
    let text = Text::default;
    Plan::empty(Meeting {
        id: MANUMIX,
        title: text(),
        programme: text(),
        theme: text(),
        host: text(),
        zone: "Europe/Rome".into(),
        publicity: text(),
        number: String::new(),
    })
}
