//! The forms of versions: what was handed out.

use super::form::{Form, form};
use super::values::{Id, Slot, Stamp, State, Text};
use crate::plan::{self, EntryId, GroupId};
use crate::wire::Expected;
use crate::wire::read::{Given, Reading};
use crate::wire::write::Writer;
use std::str::FromStr;
use uuid::Uuid;

form! {
    /// A named, dated state of the plan that was handed out.
    Version of plan::Version {
        /// Identity of the version.
        id: Id,
        /// When it was handed out, in UTC, such as `2017-11-20T08:15:00Z`.
        at: Stamp,
    } or {
        /// What it is called.
        name: Text,
        /// The entries of the agenda as they were then.
        lines: Vec<Line>,
        /// The hash of the whole plan as it was then, without its versions.
        state: Option<State>,
    }
}

form! {
    /// An entry of the agenda as it was handed out. It may name what is no longer in the plan.
    Line of plan::Line {
        /// Which entry it is.
        entry: Entry,
        /// When it was, on the clocks of the meeting's time zone.
        slot: Slot,
    } or {
        /// What it was called: a session's title, a host's name, or where a leg led.
        title: Text,
        /// Where it was; of a leg where it started.
        place: Text,
        /// Identities of the delegations that it was for; everyone when left out.
        audience: Option<Vec<Id>>,
        /// Identities of the delegates for whom the opposite of what holds for their delegation did.
        exceptions: Vec<Id>,
        /// Whether it was still to be confirmed.
        to_confirm: bool,
    }
}

/// An entry of the agenda: the identity of a session; of a stop after `at-`; of the stop that a leg leads to after `to-`; of
/// the visit that a leg ends after `back-`. Where a visit has groups, the identity of the group follows after `_`.
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[allow(dead_code, reason = "only its schema is made")]
pub(in crate::wire) struct Entry(
    #[cfg_attr(
        test,
        schemars(regex(
            pattern = "^([0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}|(at|to|back)-[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}(_[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12})?)$"
        ))
    )]
    String,
);

impl Form<EntryId> for Entry {
    fn read<'a>(value: Given<'a>, reading: &mut Reading<'a>) -> EntryId {
        let none = EntryId::Session(plan::SessionId::from_uuid(Uuid::nil()));
        reading.parsed(value, Expected::Id, entry).unwrap_or(none)
    }

    fn write(value: &EntryId, writer: &mut Writer) {
        // A stop is told from a session by its text alone.
        let start = if matches!(value, EntryId::Stop(..)) { "at-" } else { "" };
        writer.text(&format!("{start}{value}"));
    }
}

fn entry(text: &str) -> Option<EntryId> {
    let (text, group) = match text.split_once('_') {
        Some((text, group)) => (text, Some(id::<GroupId>(group)?)),
        None => (text, None),
    };
    if let Some(stop) = text.strip_prefix("at-") {
        return Some(EntryId::Stop(id(stop)?, group));
    }
    if let Some(stop) = text.strip_prefix("to-") {
        return Some(EntryId::LegTo(id(stop)?, group));
    }
    if let Some(visit) = text.strip_prefix("back-") {
        return Some(EntryId::LegBack(id(visit)?, group));
    }
    if group.is_some() { None } else { Some(EntryId::Session(id(text)?)) }
}

/// An identity as it stands in files: with hyphens and nothing around them.
fn id<T: FromStr>(text: &str) -> Option<T> {
    if text.len() == 36 { text.parse().ok() } else { None }
}
