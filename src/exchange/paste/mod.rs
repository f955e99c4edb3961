//! Rows of a spreadsheet, pasted: what they say about delegates, shown before anything is added.
//!
//! A pasted text is read again whenever the organiser corrects how it was understood: the corrections are [`Choices`],
//! everything else follows from the text and the plan.

pub(super) mod cells;
mod columns;
mod moments;
mod rows;
mod twins;
mod values;

pub use columns::Column;

use crate::plan::{Delegate, DelegateId, DelegationId, Edit, Plan, fold};

/// What a pasted text says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Understood {
    /// What each column means.
    pub columns: Vec<Column>,
    /// The header of each column; empty where there is none.
    pub headers: Vec<String>,
    /// Whether the first row is a header.
    pub has_header: bool,
    /// The rows below it.
    pub rows: Vec<Row>,
    /// What the rows say about delegations, and which are meant; in the order in which they come first.
    pub groups: Vec<Group>,
}

/// A row that says something about somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Where it stands, counted in rows from one, a header and empty rows among them.
    pub number: usize,
    /// The cells as they were read.
    pub cells: Vec<String>,
    /// The person. Identities are blank until [`enrol`] gives them.
    pub delegate: Delegate,
    /// Which of [`Understood::groups`] the person belongs to.
    pub group: usize,
    /// What could not be understood, by column.
    pub problems: Vec<Problem>,
    /// The same person elsewhere.
    pub twin: Option<Twin>,
}

impl Row {
    /// Whether there is somebody to add: who has a name, or of whom anything is known beside delegation and organisation.
    #[must_use]
    pub fn is_somebody(&self) -> bool {
        let Delegate { id, delegation, organisation, .. } = &self.delegate;
        let nobody = Delegate { organisation: organisation.clone(), ..Delegate::unknown(*id, *delegation) };
        self.delegate != nobody
    }

    /// Whether it is added unless somebody says otherwise: whoever is there already, or may be the same person as in a row
    /// above, is not.
    #[must_use]
    pub fn is_usual(&self) -> bool {
        self.is_somebody() && matches!(self.twin, None | Some(Twin::Namesake(_)))
    }
}

/// What rows say about their delegation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The name of a delegation, or of an organisation in one, as the rows have it; empty where they say nothing.
    pub said: String,
    /// How many rows say so.
    pub rows: usize,
    /// The delegation that is meant.
    pub destination: Destination,
}

/// Where pasted delegates go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Destination {
    /// Nowhere, until somebody says where.
    #[default]
    Nowhere,
    /// To a delegation that is there.
    Delegation(DelegationId),
    /// To a new one.
    New,
}

/// Something in a row that could not be understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Problem {
    /// The column.
    pub column: usize,
    /// What is wrong with it.
    pub fault: Fault,
}

/// What is wrong with a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// There is no name, but somebody to add.
    NoName,
    /// There is no name nor anything else of a person, so nobody to add.
    Nobody,
    /// It is not an address; it is kept as it is.
    NotEmail,
    /// It is neither yes nor no, and left out.
    NotConsent,
    /// There is no date in it, and it is left out.
    NoDate,
    /// There is a date but no time, and it is left out.
    NoTime,
    /// It is longer than any text of a plan may be, and left out.
    TooLong,
    /// It stands beyond the last header: a cell before it may have been cut in two.
    Surplus,
}

/// Where the same person is found again: by name in the same delegation, or by e-mail address anywhere; who has no name by
/// all that is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Twin {
    /// In the plan.
    InPlan,
    /// Perhaps in the row above with this number: nothing in the two contradicts that.
    InRows(usize),
    /// Not the person in the row above with this number, though it has the same name: the two contradict each other.
    Namesake(usize),
}

/// How the organiser corrected what was understood.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choices {
    /// Whether the first row is a header.
    pub header: Option<bool>,
    /// What columns mean, by their index.
    pub columns: Vec<(usize, Column)>,
    /// Which delegations are meant, by what the rows say.
    pub destinations: Vec<(String, Destination)>,
}

/// Reads a pasted text, with everything guessed.
#[must_use]
pub fn understand(plan: &Plan, text: &str) -> Understood {
    understand_with(plan, text, &Choices::default())
}

/// Reads a pasted text as the organiser said that it is meant.
#[must_use]
pub fn understand_with(plan: &Plan, text: &str, choices: &Choices) -> Understood {
    understand_table(plan, cells::read(text), choices)
}

/// Reads the rows of a file as the organiser said that they are meant. Within a cell every blank stays as it is.
#[must_use]
pub fn understand_rows(plan: &Plan, rows: &[(usize, Vec<String>)], choices: &Choices) -> Understood {
    let trimmed = |row: &Vec<String>| row.iter().map(|cell| cell.trim().to_string()).collect::<Vec<_>>();
    let rows = rows.iter().map(|(number, row)| (*number, trimmed(row)));
    let told = rows.filter(|(_, row)| row.iter().any(|cell| !cell.is_empty()));
    understand_table(plan, told.collect(), choices)
}

fn understand_table(plan: &Plan, mut table: Vec<(usize, Vec<String>)>, choices: &Choices) -> Understood {
    let near = plan.days.iter().next().map(|day| day.id);
    let found = table.first().is_some_and(|(_, row)| columns::is_header(row));
    let has_header = choices.header.unwrap_or(found) && !table.is_empty();
    let mut headers = if has_header { table.remove(0).1 } else { Vec::new() };
    let headed = headers.len();
    let width = table.iter().map(|(_, row)| row.len()).max().unwrap_or(0).max(headers.len());
    headers.resize(width, String::new());
    let mut columns = if has_header { columns::of_header(&headers) } else { columns::of_content(plan, near, &table) };
    for (index, meaning) in &choices.columns {
        for (other, column) in columns.iter_mut().enumerate() {
            if other == *index {
                *column = *meaning;
            } else if column == meaning {
                *column = Column::Ignored;
            }
        }
    }
    let mut understood = Understood { columns, headers, has_header, ..Understood::default() };
    for (number, cells) in table {
        let mut row = rows::read(&understood.columns, number, cells, near);
        if has_header {
            let surplus = (headed..row.cells.len()).filter(|column| !row.cells[*column].is_empty());
            row.problems.extend(surplus.map(|column| Problem { column, fault: Fault::Surplus }));
        }
        understood.rows.push(row);
    }
    rows::group(plan, &mut understood, &choices.destinations);
    twins::find(plan, &mut understood);
    understood
}

/// The one edit that adds the rows that `takes` picks, new delegations included; none when there is nothing to add.
#[must_use]
pub fn enrol(
    plan: &Plan,
    understood: &Understood,
    takes: &dyn Fn(&Row) -> bool,
    delegation_id: fn() -> DelegationId,
    delegate_id: fn() -> DelegateId,
) -> Option<Edit> {
    let mut grown = plan.clone();
    let mut delegations = Vec::new();
    let mut delegates = Vec::new();
    let mut targets: Vec<Option<DelegationId>> = vec![None; understood.groups.len()];
    for row in understood.rows.iter().filter(|row| row.is_somebody() && takes(row)) {
        let Some(group) = understood.groups.get(row.group) else { continue };
        let target = match (group.destination, targets[row.group]) {
            (Destination::Nowhere, _) => continue,
            (Destination::Delegation(id), _) | (Destination::New, Some(id)) => id,
            (Destination::New, None) => {
                let new = grown.new_delegation(delegation_id(), &group.said);
                let id = new.id;
                grown.delegations.put(new.clone());
                delegations.push(new);
                id
            }
        };
        targets[row.group] = Some(target);
        delegates.push(Delegate { id: delegate_id(), delegation: target, ..row.delegate.clone() });
    }
    (!delegates.is_empty()).then_some(Edit::Enrol { delegations, delegates })
}

/// What rows say about delegations, as it is compared.
fn key(said: &str) -> String {
    fold(said)
}
