//! The forms of the file, the plan with its tables, and one record of any kind.

use super::Form;
use super::values::{Stamp, State};
use super::{meeting, people, session, visit};
use crate::plan::{self, AnyRecord, Table};
use crate::wire::fault::Fault;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// A plan of a study visit or partner meeting, as Itinera saves it.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(title = "Itinera plan, version 1"))]
pub(in crate::wire) struct File {
    /// Says that this is a plan.
    #[cfg_attr(test, schemars(extend("const" = crate::wire::FORMAT)))]
    pub(in crate::wire) format: String,
    /// The version of the form.
    #[cfg_attr(test, schemars(extend("const" = crate::wire::VERSION)))]
    pub(in crate::wire) version: u64,
    /// When it was saved, in UTC, such as `2017-11-20T08:15:00Z`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(in crate::wire) saved: Option<Stamp>,
    /// The hashes of earlier states that this one contains, newest first: two copies find their common ancestor by
    /// them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(test, schemars(length(max = 32)))]
    pub(in crate::wire) lineage: Vec<State>,
    /// The plan itself.
    pub(in crate::wire) plan: Plan,
}

/// A table's records, in the order of their identities.
fn of_table<R: plan::Record, F: Form<R>>(table: &Table<R>) -> Vec<F> {
    table.iter().map(|record| F::of(record)).collect()
}

/// The table of some records, of which no two may have the same identity.
fn read_table<R: plan::Record, F: Form<R>>(records: Vec<F>) -> Result<Table<R>, Fault> {
    let mut table = Table::default();
    let mut ids = Vec::with_capacity(records.len());
    for (place, record) in records.into_iter().enumerate() {
        let record = record.read().map_err(|fault| fault.in_item(place))?;
        let id = record.id();
        if table.has(id) {
            let first = ids.iter().position(|known| *known == id).unwrap_or_default();
            return Err(Fault::twice(first, place));
        }
        ids.push(id);
        table.put(record);
    }
    Ok(table)
}

macro_rules! tables {
    ($($(#[$note:meta])* $table:ident: $name:literal $kind:ident($form:ty),)*) => {
        /// A meeting's plan: its frame, and tables of records that name each other by identity.
        #[derive(Debug, Serialize, Deserialize)]
        #[serde(deny_unknown_fields)]
        #[cfg_attr(test, derive(schemars::JsonSchema))]
        pub(in crate::wire) struct Plan {
            /// The frame of the whole meeting.
            meeting: meeting::Meeting,
            $($(#[$note])*
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            $table: Vec<$form>,)*
        }

        /// One record of a plan, under the name of its kind.
        #[derive(Debug, Serialize, Deserialize)]
        pub(in crate::wire) enum Record {
            #[serde(rename = "meeting")]
            Meeting(meeting::Meeting),
            $(#[serde(rename = $name)] $kind($form),)*
        }

        impl Form<plan::Plan> for Plan {
            fn of(value: &plan::Plan) -> Self {
                Self { meeting: Form::of(&*value.meeting), $($table: of_table(&value.$table),)* }
            }

            fn read(self) -> Result<plan::Plan, Fault> {
                let meeting: plan::Meeting = self.meeting.read().map_err(|fault| fault.in_field("meeting"))?;
                Ok(plan::Plan {
                    meeting: Arc::new(meeting),
                    $($table: read_table(self.$table).map_err(|fault| fault.in_field(stringify!($table)))?,)*
                })
            }
        }

        impl Form<AnyRecord> for Record {
            fn of(value: &AnyRecord) -> Self {
                match value {
                    AnyRecord::Meeting(record) => Self::Meeting(Form::of(&**record)),
                    $(AnyRecord::$kind(record) => Self::$kind(Form::of(&**record)),)*
                }
            }

            fn read(self) -> Result<AnyRecord, Fault> {
                match self {
                    Self::Meeting(record) => {
                        let read: Result<plan::Meeting, Fault> = record.read();
                        read.map(AnyRecord::from).map_err(|fault| fault.in_field("meeting"))
                    }
                    $(Self::$kind(record) => {
                        let read: Result<plan::$kind, Fault> = record.read();
                        read.map(AnyRecord::from).map_err(|fault| fault.in_field($name))
                    })*
                }
            }
        }
    };
}

tables! {
    /// The days, by date; no date twice.
    days: "day" Day(meeting::Day),
    /// The topics to cover.
    topics: "topic" Topic(meeting::Topic),
    /// The documents that go with the plan.
    documents: "document" Document(meeting::Document),
    /// The places.
    venues: "venue" Venue(meeting::Venue),
    /// The rooms in them.
    rooms: "room" Room(meeting::Room),
    /// The delegations.
    delegations: "delegation" Delegation(people::Delegation),
    /// The delegates in them.
    delegates: "delegate" Delegate(people::Delegate),
    /// The sessions of the agenda.
    sessions: "session" Session(session::Session),
    /// The companies that can be visited.
    hosts: "host" Host(visit::Host),
    /// The study visits.
    visits: "visit" Visit(visit::Visit),
    /// The stops on them.
    stops: "stop" Stop(visit::Stop),
    /// The organiser's own driving times; none twice for the same venues and direction.
    transfers: "transfer" Transfer(visit::Transfer),
}
