//! From cells to people: one row after the other, then what rows have in common.

use super::{
    Column, Destination, Fault, Group, Problem, Row, Understood, key,
    moments::{self, Said},
    values,
};
use crate::plan::{Delegate, DelegateId, DelegationId, Plan, Travel};
use crate::wire::LONGEST_TEXT;
use chrono::NaiveDate;

/// The person that a row is about.
pub(super) fn read(columns: &[Column], number: usize, cells: Vec<String>, near: Option<NaiveDate>) -> Row {
    let blank = Delegate::unknown(DelegateId::from_number(0), DelegationId::from_number(0));
    let mut row = Row { number, cells, delegate: blank, group: 0, problems: Vec::new(), twin: None };
    let place = |wanted: Column| columns.iter().position(|column| *column == wanted);
    let given = |wanted: Column| place(wanted).and_then(|index| row.cells.get(index)).map_or("", String::as_str);
    let cell = |wanted: Column| if is_too_long(given(wanted)) { "" } else { given(wanted) };
    // One line, except where people tell things.
    let text = |wanted: Column| one_line(cell(wanted));
    let mut problems = Vec::new();
    let mut problem = |column: Column, fault: Fault| {
        problems.push(Problem { column: place(column).unwrap_or(0), fault });
    };
    let names = [text(Column::Name), text(Column::GivenName), text(Column::FamilyName)];
    let names: Vec<String> = names.into_iter().filter(|part| !part.is_empty()).collect();
    let mut delegate = Delegate {
        name: names.join(" "),
        organisation: text(Column::Organisation),
        role: text(Column::Role),
        email: values::email(&text(Column::Email)),
        phone: text(Column::Phone),
        diet: cell(Column::Diet).to_string(),
        needs: cell(Column::Needs).to_string(),
        languages: values::languages(cell(Column::Languages)),
        emergency: cell(Column::Emergency).to_string(),
        ..row.delegate.clone()
    };
    let told = Column::ALL.into_iter().filter(|column| *column != Column::Ignored);
    for column in told.filter(|column| is_too_long(given(*column))) {
        problem(column, Fault::TooLong);
    }
    if !delegate.email.is_empty() && !values::is_email(&delegate.email) {
        problem(Column::Email, Fault::NotEmail);
    }
    match values::consent(cell(Column::PhotoConsent)) {
        Some(consent) => delegate.photo_consent = consent,
        None => problem(Column::PhotoConsent, Fault::NotConsent),
    }
    let travels = [
        (Column::Arrival, Column::ArrivalTime, Column::ArrivalPlace, &mut delegate.arrival),
        (Column::Departure, Column::DepartureTime, Column::DeparturePlace, &mut delegate.departure),
    ];
    for (moment, clock, whence, travel) in travels {
        let said = moments::read(cell(moment), near);
        let separate = moments::read(cell(clock), None);
        match to_travel(said, separate, text(whence)) {
            Ok(found) => *travel = found,
            Err(fault) => {
                let blamed = [moment, clock, whence].into_iter().find(|column| !cell(*column).is_empty());
                problem(blamed.unwrap_or(moment), fault);
            }
        }
    }
    let nameless = delegate.name.is_empty();
    row.delegate = delegate;
    row.problems = problems;
    if nameless {
        let columns = [Column::Name, Column::GivenName, Column::FamilyName];
        let column = columns.into_iter().find_map(place).unwrap_or(0);
        let fault = if row.is_somebody() { Fault::NoName } else { Fault::Nobody };
        row.problems.insert(0, Problem { column, fault });
    }
    row
}

/// Whether a text is longer than the saved form takes.
fn is_too_long(text: &str) -> bool {
    text.len() > LONGEST_TEXT && text.chars().count() > LONGEST_TEXT
}

/// A text in one line.
fn one_line(text: &str) -> String {
    text.lines().collect::<Vec<_>>().join(" ")
}

/// Date, time and place together; nothing where nothing is said.
fn to_travel(said: Said, separate: Said, place: String) -> Result<Option<Travel>, Fault> {
    let time = separate.time.or(said.time);
    let parts = [said.rest, separate.rest, place].into_iter().filter(|part| !part.is_empty());
    let place = parts.collect::<Vec<_>>().join(", ");
    match (said.date, time) {
        (Some(date), Some(time)) => Ok(Some(Travel { at: date.and_time(time), place })),
        (Some(_), None) => Err(Fault::NoTime),
        (None, None) if place.is_empty() => Ok(None),
        (None, _) => Err(Fault::NoDate),
    }
}

/// Puts rows into groups by what they say about their delegation, and each group where it belongs.
pub(super) fn group(plan: &Plan, understood: &mut Understood, chosen: &[(String, Destination)]) {
    let place = |wanted: Column| understood.columns.iter().position(|column| *column == wanted);
    let (delegation, organisation) = (place(Column::Delegation), place(Column::Organisation));
    let mut keys: Vec<String> = Vec::new();
    for row in &mut understood.rows {
        let given = |index: Option<usize>| index.and_then(|index| row.cells.get(index)).map_or("", String::as_str);
        let cell = |index: Option<usize>| if is_too_long(given(index)) { "" } else { given(index) };
        let said = match cell(delegation) {
            // Who names no delegation may name an organisation of one.
            "" if values::delegation_of(plan, cell(organisation)).is_some() => cell(organisation),
            said => said,
        };
        let said = one_line(said);
        let wanted = key(&said);
        row.group = keys.iter().position(|known| *known == wanted).unwrap_or_else(|| {
            let destination = destination(plan, &said, delegation.is_some(), chosen);
            understood.groups.push(Group { said, rows: 0, destination });
            keys.push(wanted);
            keys.len() - 1
        });
        understood.groups[row.group].rows += 1;
    }
}

fn destination(plan: &Plan, said: &str, named: bool, chosen: &[(String, Destination)]) -> Destination {
    let wanted = key(said);
    if let Some((_, destination)) = chosen.iter().find(|(other, _)| key(other) == wanted) {
        return *destination;
    }
    let known = values::delegation(plan, said).or_else(|| values::delegation_of(plan, said));
    let only = plan.delegations.iter().next().filter(|_| plan.delegations.len() == 1 && said.is_empty());
    match (known, only) {
        (Some(id), _) => Destination::Delegation(id),
        (None, Some(only)) => Destination::Delegation(only.id),
        (None, None) if named && !said.is_empty() => Destination::New,
        (None, None) => Destination::Nowhere,
    }
}
