//! Tests of the plan as somebody sees it.

mod blocks;
mod board;
mod bring;
mod entries;
mod groups;
mod heads;
mod lanes;
mod late;
mod moment;
mod places;
mod roll;
mod shift;
mod steps;
mod versions;
mod wording;

use crate::plan::build::{at, empty, host, session, slot, stop, transfer, venue, visit};
use itinera::agenda::{Entry, Event};
use itinera::plan::{EntryId, Plan, Session, Stop, StopId, VenueId, Visit, VisitId};

/// A session from `start` to `end`.
fn during(id: u128, start: (u32, u32), end: (u32, u32)) -> Session {
    Session { slot: slot(start, end), ..session(id) }
}

/// A plan with these sessions.
fn with_sessions(sessions: impl IntoIterator<Item = Session>) -> Plan {
    let mut plan = empty();
    for session in sessions {
        plan.sessions.put(session);
    }
    plan
}

/// Adds a visit from venue 0, boarding at 13:00, to hosts 1 and 2, half an hour at each and ten minutes away from
/// everything: 13:00 board, 13:10 leave, 13:20 host 1, 13:50 leave, 14:00 host 2, 14:30 leave, 14:40 back.
pub fn add_outing(plan: &mut Plan) {
    let home = Some(VenueId::from_number(0));
    for id in 0..3 {
        plan.venues.put(venue(id, None));
    }
    for (from, to) in [(0, 1), (0, 2), (1, 2)] {
        plan.transfers.put(transfer(from, to, 10));
    }
    for id in 1..3 {
        plan.hosts.put(host(id, Some(id)));
    }
    let order = [1, 2].map(StopId::from_number).to_vec();
    plan.visits.put(Visit { start_place: home, return_place: home, order, start: at(13, 0), ..visit(1) });
    plan.stops.put(Stop { boarding: 10, gate: 5, tour: 20, count_back: 5, ..stop(1, 1, 1) });
    plan.stops.put(Stop { tour: 30, ..stop(2, 1, 2) });
}

/// Entries by short names, such as `1`, `to 1`, `stop 1`, `back`.
fn names(entries: &[Entry]) -> Vec<String> {
    entries.iter().map(name).collect()
}

fn name(entry: &Entry) -> String {
    let number = |uuid: itinera::plan::EntryId| {
        let text = uuid.to_string();
        let digits = text.rsplit('-').next().unwrap_or_default().to_string();
        digits.trim_start_matches('0').to_string()
    };
    let number = number(entry.id);
    match (&entry.event, entry.id) {
        (Event::Session(_), _) => number,
        (Event::Stop { .. }, _) => format!("stop {number}"),
        (Event::Leg { .. }, EntryId::LegBack(..)) => "back".into(),
        (Event::Leg { .. }, _) => format!("to {number}"),
    }
}

/// The visit of [`add_outing`].
pub const OUTING: VisitId = VisitId::from_number(1);
