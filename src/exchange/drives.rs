//! Driving times as a table of a spreadsheet has them: a row for each place that a drive starts at, a column for each
//! that it ends at, with the names of the places or without.

use super::paste::cells;
use crate::plan::{Edit, Plan, TransferId, VenueId, VisitId, fold};

/// The longest drive that is taken, in minutes.
pub const LONGEST: u16 = 999;

/// What was understood of a pasted table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Drives {
    /// The figures, in the order of the table.
    pub cells: Vec<Cell>,
    /// What was not understood, in the order of the table; it is left out.
    pub problems: Vec<Problem>,
}

/// A figure, or the wish to go back to the estimate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    /// Between which places.
    pub transfer: TransferId,
    /// Minutes of driving; none goes back to the estimate.
    pub minutes: Option<u16>,
}

/// A cell that was not understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Its row in the pasted text, counted from one.
    pub row: usize,
    /// Its column there, counted from one.
    pub column: usize,
    /// What stands in it.
    pub text: String,
    /// Why it is left out.
    pub fault: Fault,
}

/// Why a cell is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It is no number of minutes.
    NotMinutes,
    /// It is more than [`LONGEST`].
    TooLong,
    /// It should name a place of the visit and does not.
    NotAPlace,
    /// It names a place that was named before.
    Twice,
    /// It is beyond the last place of the table.
    Outside,
}

/// The places of a visit, each once: where it starts, its hosts in the order of the visit, where it ends.
#[must_use]
pub fn places(plan: &Plan, visit: VisitId) -> Vec<VenueId> {
    let Some(record) = plan.visits.get(visit) else { return Vec::new() };
    let hosts = plan.stops_of(visit).into_iter().map(|stop| plan.venue_of_stop(stop));
    let mut places = Vec::new();
    for venue in std::iter::once(record.start_place).chain(hosts).chain([record.return_place]).flatten() {
        if plan.venues.has(venue) && !places.contains(&venue) {
            places.push(venue);
        }
    }
    places
}

/// What a text pasted at a cell of the table says. With names the table may be in any order and have some places only.
#[must_use]
pub fn understand(plan: &Plan, visit: VisitId, text: &str, at: (usize, usize)) -> Drives {
    let places = places(plan, visit);
    let names: Vec<Vec<String>> = places.iter().map(|place| names(plan, *place)).collect();
    let rows = cells::read(text);
    // Names, and no minutes: one that is known, or several. One word among figures is a slip.
    let named = |cells: &mut dyn Iterator<Item = &String>| {
        let cells: Vec<_> = cells.filter(|cell| !cell.is_empty()).collect();
        let known = cells.iter().any(|cell| find(&names, cell).is_some());
        (known || cells.len() > 1) && cells.iter().all(|cell| minutes(cell).is_err())
    };
    let has_header = rows.first().is_some_and(|(_, row)| named(&mut row.iter()));
    let body = &rows[usize::from(has_header)..];
    let has_names = named(&mut body.iter().filter_map(|(_, row)| row.first()));
    let mut found = Drives::default();
    let first = rows.first().map_or(0, |(number, _)| *number);
    let mut columns = Vec::new();
    let wide = rows.iter().map(|(_, row)| row.len()).max().unwrap_or(0);
    for column in usize::from(has_names)..wide {
        let header = rows.first().filter(|_| has_header).map(|(_, row)| row.get(column).map_or("", String::as_str));
        let place = match header {
            None => places.get(at.1 + column - usize::from(has_names)).copied().ok_or(Fault::Outside),
            Some(name) => find(&names, name).map(|place| places[place]).ok_or(Fault::NotAPlace),
        };
        columns.push(match (place, header) {
            (Ok(place), _) if columns.contains(&Some(place)) => {
                found.blame(first, column, header.unwrap_or_default(), Fault::Twice)
            }
            (Ok(place), _) => Some(place),
            (Err(fault), Some(name)) if !name.is_empty() => found.blame(first, column, name, fault),
            (Err(_), _) => None,
        });
    }
    let mut seen = Vec::new();
    let last = first + usize::from(has_header);
    for (number, row) in body {
        let from = if has_names {
            let name = row.first().map_or("", String::as_str);
            match find(&names, name).map(|place| places[place]) {
                Some(place) if seen.contains(&place) => found.blame(*number, 0, name, Fault::Twice),
                Some(place) => Some(place),
                None => found.blame(*number, 0, name, Fault::NotAPlace),
            }
        } else {
            places.get(at.0 + number - last).copied()
        };
        seen.extend(from);
        // A row that names no place is one problem and not one for each of its cells.
        if from.is_none() && has_names {
            continue;
        }
        for (column, to) in (usize::from(has_names)..).zip(&columns) {
            let text = row.get(column).map_or("", String::as_str);
            match (from, *to) {
                (Some(from), Some(to)) if from != to => match minutes(text) {
                    Ok(minutes) => found.cells.push(Cell { transfer: TransferId { from, to }, minutes }),
                    Err(fault) => {
                        found.blame(*number, column, text, fault);
                    }
                },
                (Some(_), Some(_)) => {}
                // Under a header that names no place everything is left out with it.
                _ if has_header && to.is_none() => {}
                _ if text.is_empty() => {}
                _ => {
                    found.blame(*number, column, text, Fault::Outside);
                }
            }
        }
    }
    found
}

impl Drives {
    fn blame(&mut self, row: usize, column: usize, text: &str, fault: Fault) -> Option<VenueId> {
        self.problems.push(Problem { row, column: column + 1, text: text.to_string(), fault });
        None
    }

    /// The figures that differ from the organiser's own.
    #[must_use]
    pub fn changes(&self, plan: &Plan) -> Vec<Cell> {
        let own = |id| plan.transfers.get(id).map(|transfer| transfer.minutes);
        self.cells.iter().filter(|cell| own(cell.transfer) != cell.minutes).copied().collect()
    }

    /// The edit that takes over all of them; none where there is nothing to change.
    #[must_use]
    pub fn edit(&self, plan: &Plan, visit: VisitId) -> Option<Edit> {
        let drives: Vec<_> = self.changes(plan).iter().map(|cell| (cell.transfer, cell.minutes)).collect();
        (!drives.is_empty()).then_some(Edit::SetDrives { visit, drives })
    }
}

/// By what a place is known, folded: its name in both languages, and the companies that receive there.
fn names(plan: &Plan, place: VenueId) -> Vec<String> {
    let venue = plan.venues.get(place).into_iter().flat_map(|venue| [&venue.name.english, &venue.name.italian]);
    let hosts = plan.hosts.iter().filter(|host| host.venue == Some(place)).map(|host| &host.name);
    venue.chain(hosts).map(|name| fold(name)).filter(|name| !name.is_empty()).collect()
}

/// The place of this name, or the only one whose name begins so, or that begins what is said.
fn find(names: &[Vec<String>], said: &str) -> Option<usize> {
    let said = fold(said);
    if said.is_empty() {
        return None;
    }
    let exact = names.iter().position(|names| names.contains(&said));
    exact.or_else(|| {
        let near = |name: &String| name.starts_with(&said) || said.starts_with(name.as_str());
        let mut near = names.iter().enumerate().filter(|(_, names)| names.iter().any(near));
        near.next().filter(|_| near.next().is_none()).map(|(place, _)| place)
    })
}

/// The minutes that a cell says: "20", "20 min", "0:20", "1 h 05"; nothing where it is empty, a dash, or an estimate as
/// the table is copied, "≈ 20".
///
/// # Errors
/// Where it says something else, or more than [`LONGEST`].
pub fn minutes(text: &str) -> Result<Option<u16>, Fault> {
    let text = text.trim().to_lowercase();
    if text.chars().all(|letter| "-\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}".contains(letter)) {
        return Ok(None);
    }
    if let Some(estimate) = text.strip_prefix(['\u{2248}', '~']) {
        return minutes(estimate).map(|_| None);
    }
    let endings = ["minutes", "minuti", "minute", "minuto", "min.", "min", "'", "\u{2032}", "\u{2019}"];
    let plain = endings.iter().find_map(|ending| text.strip_suffix(ending)).unwrap_or(&text).trim();
    let number = |text: &str| -> Result<u32, Fault> {
        let text = text.trim();
        let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        if digits { Ok(text.parse().unwrap_or(u32::MAX)) } else { Err(Fault::NotMinutes) }
    };
    let whole = match plain.split_once([':', 'h']) {
        Some((hours, "")) => number(hours)?.saturating_mul(60),
        Some((hours, rest)) => match (number(hours)?, number(rest)?) {
            (hours, rest @ 0..60) => hours.saturating_mul(60).saturating_add(rest),
            _ => return Err(Fault::NotMinutes),
        },
        // A spreadsheet may write a whole number with a decimal part of noughts.
        None => number(plain.split_once([',', '.']).map_or(plain, |(whole, rest)| {
            if !rest.is_empty() && rest.bytes().all(|byte| byte == b'0') { whole } else { plain }
        }))?,
    };
    u16::try_from(whole).ok().filter(|whole| *whole <= LONGEST).map(Some).ok_or(Fault::TooLong)
}
