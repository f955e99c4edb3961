//! What the columns of a pasted table mean: by their headers in English or Italian, else by what is in them.

use super::{moments, values};
use crate::plan::{Plan, fold};
use chrono::NaiveDate;

/// What a column means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Column {
    Ignored,
    Name,
    GivenName,
    FamilyName,
    Delegation,
    Organisation,
    Role,
    Email,
    Phone,
    Diet,
    Needs,
    Languages,
    /// A date, or a date and a time, and perhaps the place after them.
    Arrival,
    ArrivalTime,
    ArrivalPlace,
    Departure,
    DepartureTime,
    DeparturePlace,
    PhotoConsent,
    Emergency,
}

impl Column {
    /// Every meaning, in the order in which they are offered.
    pub const ALL: [Self; 20] = [
        Self::Ignored,
        Self::Name,
        Self::GivenName,
        Self::FamilyName,
        Self::Delegation,
        Self::Organisation,
        Self::Role,
        Self::Email,
        Self::Phone,
        Self::Diet,
        Self::Needs,
        Self::Languages,
        Self::Arrival,
        Self::ArrivalTime,
        Self::ArrivalPlace,
        Self::Departure,
        Self::DepartureTime,
        Self::DeparturePlace,
        Self::PhotoConsent,
        Self::Emergency,
    ];
}

/// Beginnings of words that headers have, and what they say; the first that a header has decides. A beginning that
/// ends with a stop is a whole word.
const WORDS: &[(&str, Column)] = &[
    ("emerg", Column::Emergency),
    ("mail. e-mail. email posta", Column::Email),
    ("diet aliment allerg food. meal menu intoller pasti pasto", Column::Diet),
    ("phone telephone telef tel. mobile. cell cellulare gsm", Column::Phone),
    ("access need esigenz disab mobilit assist bisogn", Column::Needs),
    ("lang lingu", Column::Languages),
    ("photo foto image immagin consen liberator", Column::PhotoConsent),
    ("deleg regio countr paese nazion nation", Column::Delegation),
    ("organi company azienda ente. instit istit employer affil societa impresa", Column::Organisation),
    ("role ruolo job. position posizione title. titolo qualific funzion function incaric carica", Column::Role),
];
const ARRIVES: &str = "arriv andata inbound";
const LEAVES: &str = "depart partenz ritorno return. leav outbound";
const PLACE: &str = "place luogo dove where station stazion airport aeroport flight volo train. treno from. to. da. a.";
const DATE: &str = "date. data. day. giorno";
const TIME: &str = "time. ora. orario hour";
const FAMILY: &str = "surname cognome family last";
const GIVEN: &str = "given first forename christian";
const NAME: &str =
    "name nome nominativo participant partecipant person persona ospite guest attendee delegate. delegato";

/// Whether a folded text has a word that begins like one of `beginnings`.
fn has(folded: &str, beginnings: &str) -> bool {
    let mut words = folded.split(' ');
    words.any(|word| {
        beginnings.split(' ').any(|beginning| match beginning.strip_suffix('.') {
            Some(whole) => word == whole,
            None => word.starts_with(beginning),
        })
    })
}

/// What a header says; none where it says nothing that is known.
pub(super) fn by_header(header: &str) -> Option<Column> {
    if header.len() > 80 || header.contains('@') {
        return None;
    }
    let folded = fold(header);
    let travel = |whole, time, place| {
        let (has_date, has_time) = (has(&folded, DATE), has(&folded, TIME));
        match (has_date, has_time) {
            (false, true) => time,
            (false, false) if has(&folded, PLACE) => place,
            _ => whole,
        }
    };
    let named = || {
        let (family, given, name) = (has(&folded, FAMILY), has(&folded, GIVEN), has(&folded, NAME));
        match (family, given) {
            (true, true) => Some(Column::Name),
            // "Nome e cognome", "Cognome e nome": the family name alone never says "nome".
            (true, false) if has(&folded, "nome.") => Some(Column::Name),
            (true, false) => Some(Column::FamilyName),
            (false, true) => Some(Column::GivenName),
            (false, false) => name.then_some(Column::Name),
        }
    };
    if folded == "delegate" || folded == "delegato" || folded == "delegate name" {
        return Some(Column::Name);
    }
    if has(&folded, "emerg") {
        return Some(Column::Emergency);
    }
    if has(&folded, ARRIVES) {
        return Some(travel(Column::Arrival, Column::ArrivalTime, Column::ArrivalPlace));
    }
    if has(&folded, LEAVES) {
        return Some(travel(Column::Departure, Column::DepartureTime, Column::DeparturePlace));
    }
    let word = WORDS.iter().find(|(beginnings, _)| has(&folded, beginnings)).map(|(_, column)| *column);
    word.or_else(named)
}

/// Whether a row is a header: most of its cells say what is below, or one is a header beyond doubt.
pub(super) fn is_header(row: &[String]) -> bool {
    let cells = || row.iter().filter(|cell| !cell.is_empty());
    // An address or a long number belongs to somebody.
    if cells().any(|cell| cell.contains('@') || figures(cell) > 4) {
        return false;
    }
    let known = cells().filter(|cell| by_header(cell).is_some()).count();
    let sure = |cell: &String| {
        let folded = fold(cell);
        has(&folded, "name. nome. cognome. surname. nominativo. email.") && folded.split(' ').count() < 4
    };
    known * 2 > cells().count() || cells().any(sure)
}

fn figures(cell: &str) -> usize {
    cell.bytes().filter(u8::is_ascii_digit).count()
}

/// What columns mean by their headers. A meaning is given once, to the column that says it best.
pub(super) fn of_header(row: &[String]) -> Vec<Column> {
    let mut columns: Vec<Column> = row.iter().map(|cell| by_header(cell).unwrap_or(Column::Ignored)).collect();
    if columns.contains(&Column::FamilyName) && !columns.contains(&Column::GivenName) {
        // "Nome" beside "Cognome" is the given name.
        for column in columns.iter_mut().filter(|column| **column == Column::Name) {
            *column = Column::GivenName;
        }
    }
    // The delegation itself says more than its region, and that more than its country.
    let best = ["deleg", "regio"].into_iter().find_map(|word| {
        (0..row.len()).find(|index| columns[*index] == Column::Delegation && has(&fold(&row[*index]), word))
    });
    for (index, column) in columns.iter_mut().enumerate() {
        if *column == Column::Delegation && best.is_some_and(|best| best != index) {
            *column = Column::Ignored;
        }
    }
    once(columns)
}

fn once(mut columns: Vec<Column>) -> Vec<Column> {
    for index in 1..columns.len() {
        if columns[..index].contains(&columns[index]) {
            columns[index] = Column::Ignored;
        }
    }
    columns
}

/// What columns mean by what is in them: addresses, numbers, names of delegations and organisations that are known,
/// moments, diets; of the texts that are left the first is the name, then come organisation and role.
pub(super) fn of_content(plan: &Plan, near: Option<NaiveDate>, rows: &[(usize, Vec<String>)]) -> Vec<Column> {
    let width = rows.iter().map(|(_, row)| row.len()).max().unwrap_or(0);
    let mut columns = vec![Column::Ignored; width];
    let give = |column: &mut Column, meanings: &[Column], given: &mut Vec<Column>| {
        if let Some(meaning) = meanings.iter().find(|meaning| !given.contains(meaning)) {
            *column = *meaning;
            given.push(*meaning);
        }
    };
    let mut given = Vec::new();
    let mut texts = Vec::new();
    for (index, column) in columns.iter_mut().enumerate() {
        // Some rows tell as much as thousands.
        let cells = rows.iter().take(100).filter_map(|(_, row)| row.get(index)).filter(|cell| !cell.is_empty());
        let cells: Vec<&String> = cells.collect();
        let most = |is: &dyn Fn(&str) -> bool| {
            !cells.is_empty() && cells.iter().filter(|cell| is(cell)).count() * 2 > cells.len()
        };
        if most(&|cell| values::is_email(&values::email(cell))) {
            give(column, &[Column::Email], &mut given);
        } else if most(&|cell| moments::read(cell, near).date.is_some()) {
            give(column, &[Column::Arrival, Column::Departure], &mut given);
        } else if most(&is_phone) {
            give(column, &[Column::Phone], &mut given);
        } else if most(&|cell| values::delegation(plan, cell).is_some()) {
            give(column, &[Column::Delegation], &mut given);
        } else if most(&|cell| values::delegation_of(plan, cell).is_some()) {
            give(column, &[Column::Organisation], &mut given);
        } else if most(&|cell| {
            has(&fold(cell), "vegetar vegan celia celiac gluten halal kosher lactos lattos onnivor omnivor")
        }) {
            give(column, &[Column::Diet], &mut given);
        } else if !cells.is_empty() {
            texts.push(index);
        }
    }
    for index in texts {
        give(&mut columns[index], &[Column::Name, Column::Organisation, Column::Role], &mut given);
    }
    columns
}

/// Figures with what people write between them, and enough of them.
fn is_phone(cell: &str) -> bool {
    figures(cell) >= 6 && cell.bytes().all(|byte| byte.is_ascii_digit() || b"+ -./()".contains(&byte))
}
