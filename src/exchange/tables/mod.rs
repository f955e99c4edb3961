//! The plan as tables for a spreadsheet, a mail or the clipboard: plain words in cells, dates as `2017-11-21` and times as
//! `14:05` (ISO 8601), on the clock of the meeting's time zone.

mod agenda;
mod attendance;
mod delegates;
mod findings;
mod guests;
mod totals;

pub use guests::header;

use crate::{
    agenda::{Audience, Filter, Sort},
    checks::Finding,
    i18n::Words,
    plan::{HostId, Plan},
};
use chrono::{NaiveDate, NaiveDateTime};

/// Headers, and rows below them that are as wide.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// What each column is.
    pub headers: Vec<String>,
    /// The rows, each with a cell for every column.
    pub rows: Vec<Vec<String>>,
}

/// What a table is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// All delegates, with everything that is known of them.
    Delegates,
    /// Who comes in figures: heads, diets, needs.
    Totals,
    /// The agenda as it is filtered, of a day or of all.
    Agenda(Filter, Option<NaiveDate>),
    /// What the checks found.
    Findings,
    /// Who is expected where on which day.
    Attendance,
    /// Who comes to a host, with what it wants to know of them.
    Guests(HostId),
}

impl Subject {
    /// The whole agenda for an audience.
    #[must_use]
    pub const fn agenda(audience: Audience) -> Self {
        Self::Agenda(Filter { audience, sort: Sort::All }, None)
    }

    /// Whether names, or what is known of people, are in it.
    #[must_use]
    pub const fn is_personal(self) -> bool {
        matches!(self, Self::Delegates | Self::Attendance | Self::Guests(_))
    }
}

/// The table about a subject. `findings` are those of the plan, as they were last found.
#[must_use]
pub fn table(plan: &Plan, findings: &[Finding], subject: Subject, words: Words) -> Table {
    match subject {
        Subject::Delegates => delegates::table(plan, words),
        Subject::Totals => totals::table(plan, words),
        Subject::Agenda(filter, date) => agenda::table(plan, filter, date, words),
        Subject::Findings => findings::table(plan, findings, words),
        Subject::Attendance => attendance::table(plan, words),
        Subject::Guests(host) => guests::table(plan, host, words),
    }
}

impl Table {
    /// A table without rows.
    pub(super) fn of<const N: usize>(headers: [&str; N]) -> Self {
        Self { headers: headers.map(str::to_string).to_vec(), rows: Vec::new() }
    }
}

/// A date, and a time of day, as they stand in cells.
fn moment(at: NaiveDateTime) -> [String; 2] {
    [at.date().to_string(), crate::plan::time_text(at.time())]
}
