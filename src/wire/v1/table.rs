//! The forms of the file, the plan with its tables, and one record of any kind.

use super::form::{Form, Shape, published};
use super::values::{Stamp, State};
use super::{group, meeting, people, session, version, visit};
use crate::plan::{self, AnyRecord, Record, Table};
use crate::wire::read::{Given, Reading};
use crate::wire::write::Writer;
use crate::wire::{FORMAT, Hash, LONGEST_LINEAGE, PlanFile, Problem, VERSION, clock};
use serde_json::Value;
use std::sync::Arc;

/// A plan of a study visit or partner meeting, as Itinera saves it.
#[cfg(test)]
#[derive(schemars::JsonSchema)]
#[schemars(title = "Itinera plan, version 1", deny_unknown_fields)]
#[allow(dead_code, reason = "only its schema is made")]
pub(in crate::wire) struct File {
    /// Says that this is a plan.
    #[schemars(extend("const" = crate::wire::FORMAT))]
    format: String,
    /// The version of the form.
    #[schemars(extend("const" = crate::wire::VERSION))]
    version: u64,
    /// When it was saved, in UTC, such as `2017-11-20T08:15:00Z`.
    saved: Option<Stamp>,
    /// The hashes of earlier states that this one contains, newest first: two copies find their common ancestor by
    /// them.
    #[schemars(length(max = 32), default, skip_serializing_if = "super::form::always")]
    lineage: Vec<State>,
    /// The plan itself.
    plan: Plan,
}

/// The fields of a file as they are written. The plan must be given too.
const FILE: Shape = Shape { names: &["format", "version", "saved", "lineage", "plan"], required: 2 };

/// The version of the form, which is looked at before anything else is.
struct Version;

impl Form<u64> for Version {
    fn read<'a>(_: Given<'a>, _: &mut Reading<'a>) -> u64 {
        VERSION
    }

    fn write(value: &u64, writer: &mut Writer) {
        writer.plain(&value.to_string());
    }
}

/// What stands in a file.
pub(in crate::wire) fn read_file<'a>(file: &'a Value, reading: &mut Reading<'a>) -> PlanFile {
    let mut fields = reading.fields(Some(file), &FILE);
    fields.read::<String, _>();
    fields.read::<Version, _>();
    let saved = fields.read::<Option<Stamp>, _>();
    let lineage: Vec<Hash> = fields.read::<Vec<State>, _>();
    let plan = fields.read::<Plan, _>();
    fields.end();
    if file.get("plan").is_none() {
        reading.wrong(Problem::Missing { field: "plan".to_string() });
    }
    let (count, limit) = (lineage.len(), LONGEST_LINEAGE);
    if count > limit {
        reading.wrong_in("lineage", Problem::TooMany { count, limit });
    }
    PlanFile { plan, saved, lineage }
}

/// Writes a file that can be read again: only the newest hashes, and `saved` only when it is a stamp.
pub(in crate::wire) fn write_file(file: &PlanFile, writer: &mut Writer) {
    let saved = file.saved.as_ref().filter(|stamp| clock::is_stamp(stamp)).cloned();
    let newest: Vec<Hash> = file.lineage.iter().take(LONGEST_LINEAGE).copied().collect();
    let mut fields = writer.fields(&FILE);
    fields.write::<String, _>(&FORMAT.to_string());
    fields.write::<Version, _>(&VERSION);
    fields.write::<Option<Stamp>, _>(&saved);
    fields.write::<Vec<State>, _>(&newest);
    fields.write::<Plan, _>(&file.plan);
    fields.end();
}

/// A table of records, of which no two may have the same identity, in the order of their identities.
impl<R: Record, F: Form<R>> Form<Table<R>> for Vec<F> {
    fn read<'a>(value: Given<'a>, reading: &mut Reading<'a>) -> Table<R> {
        let items = reading.list(value);
        let mut table = Table::default();
        for place in 0..items.len() {
            let record = reading.item::<R, F>(items, place);
            let id = record.id();
            table.put(record);
            if reading.failed() {
                break;
            }
            if table.len() == place {
                reading.repeated::<R, F>(items, place, |record| record.id() == id);
                break;
            }
        }
        table
    }

    fn write(value: &Table<R>, writer: &mut Writer) {
        writer.list::<R, F>(value.iter().map(|record| &**record));
    }

    fn usual(value: &Table<R>) -> bool {
        value.is_empty()
    }
}

macro_rules! tables {
    ($($(#[$note:meta])* $table:ident: $name:literal $kind:ident($form:ty),)*) => {
        published! {
            /// A meeting's plan: its frame, and tables of records that name each other by identity.
            Plan {
                /// The frame of the whole meeting.
                meeting: meeting::Meeting,
            } or {
                $($(#[$note])* $table: Vec<$form>,)*
            }
        }

        impl Form<plan::Plan> for Plan {
            fn read<'a>(value: Given<'a>, reading: &mut Reading<'a>) -> plan::Plan {
                let mut fields = reading.fields(value, &Self::SHAPE);
                plan::Plan {
                    meeting: Arc::new(fields.read::<meeting::Meeting, _>()),
                    $($table: fields.read::<Vec<$form>, _>(),)*
                }
            }

            fn write(value: &plan::Plan, writer: &mut Writer) {
                let mut fields = writer.fields(&Self::SHAPE);
                fields.write::<meeting::Meeting, _>(&value.meeting);
                $(fields.write::<Vec<$form>, _>(&value.$table);)*
                fields.end();
            }
        }

        /// One record of a plan, under the name of its kind.
        pub(in crate::wire) fn read_record<'a>(value: &'a Value, reading: &mut Reading<'a>) -> Option<AnyRecord> {
            let (kind, content) = reading.single(Some(value), &["meeting", $($name,)*])?;
            match kind {
                $($name => Some(AnyRecord::$kind(Arc::new(<$form>::read(content, reading)))),)*
                _ => Some(AnyRecord::Meeting(Arc::new(meeting::Meeting::read(content, reading)))),
            }
        }

        /// Writes one record under the name of its kind.
        pub(in crate::wire) fn write_record(record: &AnyRecord, writer: &mut Writer) {
            match record {
                AnyRecord::Meeting(record) => {
                    writer.open("meeting");
                    meeting::Meeting::write(record, writer);
                }
                $(AnyRecord::$kind(record) => {
                    writer.open($name);
                    <$form>::write(record, writer);
                })*
            }
            writer.close();
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
    /// The coaches of the study visits.
    coaches: "coach" Coach(group::Coach),
    /// The groups that go on them.
    groups: "group" Group(group::Group),
    /// What was agreed for a group at a stop; none twice for the same group and stop.
    turns: "turn" Turn(group::Turn),
    /// What was handed out so far.
    versions: "version" Version(version::Version),
}
