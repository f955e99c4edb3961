//! Delegates who arrive after, or leave before, something that they should attend.

use super::support::*;
use chrono::{NaiveDateTime, TimeDelta};
use itinera::plan::{Plan, Session, SessionKind, Travel};

fn travelling(plan: Plan, arrives: Option<NaiveDateTime>, leaves: Option<NaiveDateTime>) -> Plan {
    let mut plan = plan;
    let travel = |at| Travel { at, place: "Airport".into() };
    let (arrival, departure) = (arrives.map(travel), leaves.map(travel));
    plan.delegates.put(itinera::plan::Delegate { arrival, departure, ..delegate(1, 1, "Mari Puw") });
    plan
}

fn welcome() -> Session {
    session(1, "Welcome", slot((9, 0), (10, 0)))
}

#[test]
fn a_delegate_arrives_late() {
    let plan = with(base(), [welcome(), session(2, "Talk", slot((10, 0), (11, 0)))]);
    expect(
        travelling(plan.clone(), Some(at(10, 30)), None),
        "
        warning arrival-late
        Mari Puw arrives at 10:30, after “Welcome” starts at 09:00.
        Mari Puw arriva alle 10:30, dopo l’inizio di «Welcome» alle 09:00.
    ",
    );
    expect(travelling(plan, Some(at(9, 0)), None), "");
}

#[test]
fn a_delegate_leaves_early() {
    let plan = with(base(), [welcome(), session(2, "Talk", slot((10, 0), (11, 0)))]);
    expect(
        travelling(plan.clone(), None, Some(at(10, 30))),
        "
        warning departure-early
        Mari Puw leaves at 10:30, before “Talk” ends at 11:00.
        Mari Puw parte alle 10:30, prima della fine di «Talk» alle 11:00.
    ",
    );
    expect(
        travelling(plan.clone(), None, Some(at(8, 0))),
        "
        warning departure-early
        Mari Puw leaves at 08:00, before “Welcome” ends at 10:00.
        Mari Puw parte alle 08:00, prima della fine di «Welcome» alle 10:00.
    ",
    );
    expect(travelling(plan, None, Some(at(11, 0))), "");
}

#[test]
fn a_delegate_misses_a_visit() {
    expect(
        travelling(outing(), Some(at(14, 10)), None),
        "
        warning arrival-late
        Mari Puw arrives at 14:10, after “Companies” starts at 14:00.
        Mari Puw arriva alle 14:10, dopo l’inizio di «Companies» alle 14:00.
    ",
    );
    expect(
        travelling(outing(), None, Some(at(16, 0))),
        "
        warning departure-early
        Mari Puw leaves at 16:00, before “Companies” ends at 16:10.
        Mari Puw parte alle 16:00, prima della fine di «Companies» alle 16:10.
    ",
    );
}

#[test]
fn what_others_attend_or_one_passes_by_is_not_missed() {
    let registration = Session { kind: SessionKind::Registration, audience: only([1]), ..welcome() };
    let others = Session { audience: only([2]), place: in_room(2), ..session(2, "Table", slot((9, 0), (10, 0))) };
    expect(travelling(with(base(), [registration, others]), Some(at(9, 30)), Some(at(9, 40))), "");
}

#[test]
fn another_day_matters_only_with_a_role() {
    let tomorrow = at(9, 30) + TimeDelta::days(1);
    expect(travelling(with(base(), [welcome()]), Some(tomorrow), None), "");
    let chaired = Session { chair: vec![person(1)], ..welcome() };
    expect(
        travelling(with(base(), [chaired.clone()]), Some(tomorrow), None),
        "
        warning arrival-late
        Mari Puw arrives on 22 November, after “Welcome” on 21 November.
        Mari Puw arriva il 22 novembre, dopo «Welcome», che è il 21 novembre.
    ",
    );
    let yesterday = at(9, 30) - TimeDelta::days(1);
    expect(
        travelling(with(base(), [chaired]), None, Some(yesterday)),
        "
        warning departure-early
        Mari Puw leaves on 20 November, before “Welcome” on 21 November.
        Mari Puw parte il 20 novembre, prima di «Welcome», che è il 21 novembre.
    ",
    );
}
