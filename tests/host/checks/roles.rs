//! A role in one session while another is for the same people.

use super::support::*;
use itinera::checks::{Detail, check};
use itinera::plan::{DelegationId, Party, Plan, Session, SessionKind};

/// Mari Puw of Wales speaks in "Methods", which is for Lithuania, while "Results" is for Wales.
fn speaks_elsewhere() -> [Session; 2] {
    let one = Session {
        audience: only([2]),
        speakers: vec![person(1)],
        kind: SessionKind::Workshop,
        ..session(1, "Methods", slot((9, 0), (10, 0)))
    };
    let two = Session { audience: only([1]), place: in_room(2), ..session(2, "Results", slot((9, 30), (10, 30))) };
    [one, two]
}

fn with_mari() -> Plan {
    let mut plan = base();
    plan.delegates.put(delegate(1, 1, "Mari Puw"));
    plan
}

#[test]
fn a_person_speaks_elsewhere_while_the_delegation_has_a_session() {
    let [one, two] = speaks_elsewhere();
    expect(
        with(with_mari(), [one.clone(), two.clone()]),
        "
        warning person-clash
        Mari Puw has a role in “Methods” but is also expected at “Results” from 09:30 to 10:00.
        -> Start “Results” at 10:00
        Mari Puw ha un ruolo in «Methods», ma dalle 09:30 alle 10:00 deve partecipare anche a «Results».
        -> Fai iniziare «Results» alle 10:00
    ",
    );
    // A plenary is for whole delegations.
    expect(
        with(
            with_mari(),
            [
                Session { kind: SessionKind::Plenary, fixed: true, ..one.clone() },
                Session { fixed: true, ..two.clone() },
            ],
        ),
        "
        blocker person-clash
        Mari Puw has a role in “Methods” but is also expected at “Results” from 09:30 to 10:00.
        Mari Puw ha un ruolo in «Methods», ma dalle 09:30 alle 10:00 deve partecipare anche a «Results».
    ",
    );
    // Nobody else is there to go in her place.
    let mut alone = with_mari();
    alone.delegations.put(delegation(1, "Wales", 1));
    expect(
        with(alone, [one.clone(), Session { kind: SessionKind::Workshop, fixed: true, ..two.clone() }]),
        "
        blocker person-clash
        Mari Puw has a role in “Methods” but is also expected at “Results” from 09:30 to 10:00.
        -> End “Methods” at 09:30
        Mari Puw ha un ruolo in «Methods», ma dalle 09:30 alle 10:00 deve partecipare anche a «Results».
        -> Fai finire «Methods» alle 09:30
    ",
    );
    expect(with(with_mari(), [one.clone(), Session { slot: slot((10, 0), (10, 30)), ..two.clone() }]), "");
    // A coffee that one passes by, and free time.
    for kind in [SessionKind::Break, SessionKind::FreeTime] {
        expect(with(with_mari(), [one.clone(), Session { kind, ..two.clone() }]), "");
    }
}

#[test]
fn who_is_asked_for_twice_in_one_pair_is_told_once() {
    let [one, two] = speaks_elsewhere();
    // Of a delegation that attends both, it is told that it has to split up.
    expect(
        with(
            with_mari(),
            [Session { audience: only([1, 2]), fixed: true, ..one.clone() }, Session { fixed: true, ..two.clone() }],
        ),
        "
        warning delegation-clash
        “Methods” and “Results” overlap from 09:30 to 10:00: Wales has to split up.
        «Methods» e «Results» si sovrappongono dalle 09:30 alle 10:00: Wales deve dividersi.
    ",
    );
    // With roles in both, that is what is told.
    let chaired = Session { chair: vec![person(1)], fixed: true, ..two.clone() };
    expect(
        with(with_mari(), [Session { fixed: true, ..one.clone() }, chaired]),
        "
        blocker person-clash
        Mari Puw has a role in “Methods” and in “Results”, which overlap from 09:30 to 10:00.
        Mari Puw ha un ruolo sia in «Methods» sia in «Results», che si sovrappongono dalle 09:30 alle 10:00.
    ",
    );
    // One who chairs what the delegation attends does one thing.
    expect(with(with_mari(), [Session { chair: vec![person(1)], ..two }]), "");
}

#[test]
fn a_delegation_has_a_role_elsewhere() {
    let [one, two] = speaks_elsewhere();
    let wales = Party::Delegation(DelegationId::from_number(1));
    let one = Session { speakers: vec![person(1)], chair: vec![wales.clone()], fixed: true, ..one };
    let two = Session { fixed: true, ..two };
    expect(
        with(with_mari(), [one.clone(), two.clone()]),
        "
        warning delegation-clash
        “Methods” and “Results” overlap from 09:30 to 10:00: Wales has to split up.
        «Methods» e «Results» si sovrappongono dalle 09:30 alle 10:00: Wales deve dividersi.
    ",
    );
    // Also where it attends neither, but is expected to speak in both.
    let speaks =
        Session { audience: only([2]), speakers: vec![wales.clone()], kind: SessionKind::Lunch, ..two.clone() };
    let other = Session {
        audience: only([2]),
        chair: vec![wales],
        kind: SessionKind::Plenary,
        speakers: Vec::new(),
        ..one.clone()
    };
    let found = check(&with(base(), [speaks, other]), None);
    let Detail::DelegationClash { delegations, .. } = &found[0].detail else { panic!("{found:?}") };
    assert_eq!((found.len(), delegations.len()), (1, 2));
    // On a visit the whole delegation is away.
    let plan = with_visit(outing(), |visit| visit.audience = only([1]));
    expect(
        with(plan, [Session { slot: slot((15, 0), (16, 0)), speakers: Vec::new(), ..one }]),
        "
        blocker delegation-clash
        “Companies” and “Methods” overlap from 15:00 to 16:00 for Wales.
        -> Start “Companies” at 16:00
        «Companies» e «Methods» si sovrappongono dalle 15:00 alle 16:00 per Wales.
        -> Fai iniziare «Companies» alle 16:00
    ",
    );
}
