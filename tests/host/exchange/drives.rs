//! Driving times pasted as a table.

use crate::plan::build::{empty, host, stop, transfer, venue, visit};
use itinera::exchange::drives::{Drives, Fault, minutes, places, understand};
use itinera::plan::{Edit, Host, Plan, StopId, Text, Venue, VenueId, Visit, VisitId, apply};

const VISIT: VisitId = VisitId::from_number(1);

/// From Home to the hosts Laser and Plasma and back; places 0, 1 and 2.
fn plan() -> Plan {
    let mut plan = empty();
    for (id, name) in [(0, Text::new("Home", "Casa")), (1, Text::same("Laser park")), (2, Text::same("Collegno"))] {
        plan.venues.put(Venue { name, ..venue(id, None) });
    }
    let home = Some(VenueId::from_number(0));
    let order = [1, 2].map(StopId::from_number).to_vec();
    plan.visits.put(Visit { start_place: home, return_place: home, order, ..visit(1) });
    for (id, name) in [(1, "Laser"), (2, "Plasma")] {
        plan.hosts.put(Host { name: name.into(), ..host(id, Some(id)) });
        plan.stops.put(stop(id, 1, id));
    }
    plan
}

/// "0>1 20", and "0>1" for going back to the estimate.
fn figures(found: &Drives) -> Vec<String> {
    let number = |id: VenueId| id.uuid().as_u128();
    let cell = |cell: &itinera::exchange::drives::Cell| {
        let minutes = cell.minutes.map(|minutes| format!(" {minutes}")).unwrap_or_default();
        format!("{}>{}{minutes}", number(cell.transfer.from), number(cell.transfer.to))
    };
    found.cells.iter().map(cell).collect()
}

#[test]
fn a_cell_says_minutes_in_many_ways() {
    let cases: &[(&str, Result<Option<u16>, Fault>)] = &[
        ("", Ok(None)),
        (" \u{2013} ", Ok(None)),
        ("0", Ok(Some(0))),
        ("20", Ok(Some(20))),
        (" 20 min ", Ok(Some(20))),
        ("20min.", Ok(Some(20))),
        ("20'", Ok(Some(20))),
        // An estimate stays one.
        ("\u{2248} 20", Ok(None)),
        ("~20 min", Ok(None)),
        ("\u{2248} soon", Err(Fault::NotMinutes)),
        ("20 minuti", Ok(Some(20))),
        ("20,00", Ok(Some(20))),
        ("0:20", Ok(Some(20))),
        ("1:05", Ok(Some(65))),
        ("1 h 05 min", Ok(Some(65))),
        ("2h", Ok(Some(120))),
        ("999", Ok(Some(999))),
        ("1000", Err(Fault::TooLong)),
        ("99999999999999", Err(Fault::TooLong)),
        ("1:75", Err(Fault::NotMinutes)),
        ("12,5", Err(Fault::NotMinutes)),
        ("-5", Err(Fault::NotMinutes)),
        ("soon", Err(Fault::NotMinutes)),
        ("20 km", Err(Fault::NotMinutes)),
        ("h", Err(Fault::NotMinutes)),
    ];
    for (text, expected) in cases {
        assert_eq!(minutes(text), *expected, "{text:?}");
    }
}

#[test]
fn the_places_are_those_of_the_visit_each_once() {
    let numbers: Vec<_> = places(&plan(), VISIT).iter().map(|place| place.uuid().as_u128()).collect();
    assert_eq!(numbers, [0, 1, 2]);
    assert_eq!(places(&plan(), VisitId::from_number(9)), []);
}

#[test]
fn a_table_is_understood_with_names_and_without() {
    let cases: &[(&str, (usize, usize), &[&str])] = &[
        // Nothing but figures, from the first cell on; the diagonal says nothing.
        ("\t20\t30\n21\t\t5\n31\t6\t0", (0, 0), &["0>1 20", "0>2 30", "1>0 21", "1>2 5", "2>0 31", "2>1 6"]),
        // A block that was pasted at a cell.
        ("5", (1, 2), &["1>2 5"]),
        ("30\n5", (0, 2), &["0>2 30", "1>2 5"]),
        // With names on both sides, in another order, in another language, by the company or the beginning of a name.
        ("\tLaser\tcasa\nPlasma\t6\t31\nHome\t20\t", (0, 0), &["2>1 6", "2>0 31", "0>1 20"]),
        ("from / to\tCollegno\nLaser p\t5", (2, 2), &["1>2 5"]),
        ("\tLaser park (gate 2)\nHome\t20", (0, 0), &["0>1 20"]),
        // With names on one side.
        ("Home\tLaser\n\t20\n21\t", (0, 0), &["0>1 20", "1>0 21"]),
        ("Laser\t21\t\t5\nHome\t\t20\t30", (0, 0), &["1>0 21", "1>2 5", "0>1 20", "0>2 30"]),
        // An empty cell, or a dash, goes back to the estimate.
        ("\tHome\tLaser\tPlasma\nHome\t\t\t\u{2013}", (0, 0), &["0>1", "0>2"]),
        ("", (0, 0), &[]),
    ];
    for (text, at, expected) in cases {
        let found = understand(&plan(), VISIT, text, *at);
        assert_eq!(found.problems, [], "{text:?}");
        assert_eq!(figures(&found), *expected, "{text:?}");
    }
}

#[test]
fn what_is_not_understood_is_left_out_and_said_by_row_and_column() {
    type Problem = (usize, usize, &'static str, Fault);
    type Case = (&'static str, (usize, usize), &'static [&'static str], &'static [Problem]);
    let cases: &[Case] = &[
        ("\t20\t30\nsoon\t\t5", (0, 0), &["0>1 20", "0>2 30", "1>2 5"], &[(2, 1, "soon", Fault::NotMinutes)]),
        (
            "\tHome\tMoon\nLaser\t21\t400\nMars\t3\t4",
            (0, 0),
            &["1>0 21"],
            &[(1, 3, "Moon", Fault::NotAPlace), (3, 1, "Mars", Fault::NotAPlace)],
        ),
        (
            "\tHome\tCasa\nLaser\t21\t22\nLaser park\t5\t6",
            (0, 0),
            &["1>0 21"],
            &[(1, 3, "Casa", Fault::Twice), (3, 1, "Laser park", Fault::Twice)],
        ),
        ("5\t6\n7\t8", (1, 2), &["1>2 5"], &[(1, 2, "6", Fault::Outside), (2, 2, "8", Fault::Outside)]),
        ("1\n2\n3\n4", (0, 2), &["0>2 1", "1>2 2"], &[(4, 1, "4", Fault::Outside)]),
        ("\tHome\nLaser\t2000", (0, 0), &[], &[(2, 2, "2000", Fault::TooLong)]),
    ];
    for (text, at, expected, problems) in cases {
        let found = understand(&plan(), VISIT, text, *at);
        let said: Vec<_> =
            found.problems.iter().map(|one| (one.row, one.column, one.text.as_str(), one.fault)).collect();
        assert_eq!(said, *problems, "{text:?}");
        assert_eq!(figures(&found), *expected, "{text:?}");
    }
}

#[test]
fn only_what_differs_is_one_edit() {
    let mut plan = plan();
    for (from, to, minutes) in [(0, 1, 20), (1, 0, 40)] {
        plan.transfers.put(transfer(from, to, minutes));
    }
    let found = understand(&plan, VISIT, "\tHome\tLaser\nHome\t\t20\nLaser\t\t\nPlasma\t31\t6", (0, 0));
    assert_eq!(found.changes(&plan).len(), 3);
    let edit = found.edit(&plan, VISIT).unwrap();
    assert!(matches!(&edit, Edit::SetDrives { drives, .. } if drives.len() == 3));
    let after = apply(&plan, &edit).unwrap();
    let left: Vec<_> = after.transfers.iter().map(|transfer| transfer.minutes).collect();
    assert_eq!(left, [20, 31, 6]);
    assert_eq!(understand(&after, VISIT, "\t20", (0, 0)).edit(&after, VISIT), None);
}
