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

/// "Welcome" on the first day, "Results" on the second.
fn two_days() -> Plan {
    let results =
        Session { slot: slot((9, 0), (10, 0)).moved(24 * 60), ..session(2, "Results", slot((9, 0), (10, 0))) };
    with(base(), [welcome(), results])
}

#[test]
fn whole_days_are_a_note() {
    let (early, next) = (at(8, 0) + TimeDelta::days(1), at(12, 0));
    expect(
        travelling(two_days(), Some(early), None),
        "
        note arrival-late
        Mari Puw arrives on 22 November and misses 21 November.
        Mari Puw arriva il 22 novembre e perde il 21 novembre.
    ",
    );
    expect(
        travelling(two_days(), None, Some(next)),
        "
        note departure-early
        Mari Puw leaves on 21 November and misses 22 November.
        Mari Puw parte il 21 novembre e perde il 22 novembre.
    ",
    );
    // Not what is for others.
    let mut others = two_days();
    others.sessions.change(session_id(1), |session| session.audience = only([2]));
    expect(travelling(others, Some(early), None), "");
}

#[test]
fn what_is_missed_on_the_day_of_travel_is_told_with_the_other_days() {
    expect(
        travelling(two_days(), Some(at(9, 30) + TimeDelta::days(1)), None),
        "
        warning arrival-late
        Mari Puw arrives on 22 November at 09:30, after “Results” starts at 09:00, and misses 21 November.
        Mari Puw arriva il 22 novembre alle 09:30, dopo l’inizio di «Results» alle 09:00, e perde il 21 novembre.
    ",
    );
    expect(
        travelling(two_days(), None, Some(at(9, 30))),
        "
        warning departure-early
        Mari Puw leaves on 21 November at 09:30, before “Welcome” ends at 10:00, and misses 22 November.
        Mari Puw parte il 21 novembre alle 09:30, prima della fine di «Welcome» alle 10:00, e perde il 22 novembre.
    ",
    );
}

#[test]
fn a_role_on_another_day_is_a_warning() {
    let mut plan = two_days();
    plan.sessions.change(session_id(1), |session| session.chair = vec![person(1)]);
    expect(
        travelling(plan, Some(at(8, 0) + TimeDelta::days(1)), None),
        "
        warning arrival-late
        Mari Puw arrives on 22 November, after “Welcome” on 21 November.
        Mari Puw arriva il 22 novembre, dopo «Welcome», che è il 21 novembre.
    ",
    );
    let mut plan = two_days();
    plan.sessions.change(session_id(2), |session| session.chair = vec![person(1)]);
    expect(
        travelling(plan, None, Some(at(12, 0))),
        "
        warning departure-early
        Mari Puw leaves on 21 November, before “Results” on 22 November.
        Mari Puw parte il 21 novembre, prima di «Results», che è il 22 novembre.
    ",
    );
}

#[test]
fn nothing_of_the_meeting_is_left() {
    expect(
        travelling(two_days(), Some(at(8, 0) + TimeDelta::days(30)), None),
        "
        warning arrival-late
        Mari Puw arrives on 21 December, when everything is over.
        Mari Puw arriva il 21 dicembre, quando tutto è finito.
    ",
    );
    expect(
        travelling(two_days(), None, Some(at(8, 0) - TimeDelta::days(30))),
        "
        warning departure-early
        Mari Puw leaves on 22 October, before anything starts.
        Mari Puw parte il 22 ottobre, prima che tutto cominci.
    ",
    );
}
