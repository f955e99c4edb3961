//! Two things at once: in a room, for a person, for a delegation.

use super::support::*;
use itinera::plan::{Party, Session, SessionKind};

fn workshop(id: u128, title: &str, from: (u32, u32), to: (u32, u32)) -> Session {
    Session { kind: SessionKind::Workshop, ..session(id, title, slot(from, to)) }
}

#[test]
fn a_room_is_used_twice_and_another_is_free() {
    let one = Session { audience: only([1]), ..workshop(1, "Methods", (9, 0), (10, 0)) };
    let two = Session { audience: only([2]), ..workshop(2, "Results", (9, 30), (10, 30)) };
    expect(
        with(base(), [one, two]),
        "
        blocker room-clash
        “Methods” and “Results” are both in Room 1 from 09:30 to 10:00.
        -> Move “Results” to Room 2
        «Methods» e «Results» occupano Room 1 nello stesso momento, dalle 09:30 alle 10:00.
        -> Sposta «Results» in Room 2
    ",
    );
}

#[test]
fn a_room_is_used_one_after_the_other() {
    let one = workshop(1, "Methods", (9, 0), (10, 0));
    let two = workshop(2, "Results", (10, 0), (11, 0));
    expect(with(base(), [one, two]), "");
}

#[test]
fn a_room_is_used_twice_by_the_same_people() {
    let one = workshop(1, "Methods", (9, 0), (10, 0));
    let two = workshop(2, "Results", (9, 32), (10, 30));
    expect(
        with(base(), [one, two]),
        "
        blocker room-clash
        “Methods” and “Results” are both in Room 1 from 09:32 to 10:00.
        -> Start “Results” at 10:00
        «Methods» e «Results» occupano Room 1 nello stesso momento, dalle 09:32 alle 10:00.
        -> Fai iniziare «Results» alle 10:00
    ",
    );
}

#[test]
fn what_is_fixed_stays_and_the_other_gives_way() {
    let one = workshop(1, "Methods", (9, 0), (10, 0));
    let two = Session { fixed: true, ..workshop(2, "Results", (9, 45), (10, 30)) };
    expect(
        with(base(), [one, two]),
        "
        blocker room-clash
        “Methods” and “Results” are both in Room 1 from 09:45 to 10:00.
        -> End “Methods” at 09:45
        «Methods» e «Results» occupano Room 1 nello stesso momento, dalle 09:45 alle 10:00.
        -> Fai finire «Methods» alle 09:45
    ",
    );
}

#[test]
fn two_fixed_sessions_have_no_way_out() {
    let one = Session { fixed: true, ..workshop(1, "Methods", (9, 0), (10, 0)) };
    let two = Session { fixed: true, ..workshop(2, "Results", (9, 45), (10, 30)) };
    expect(
        with(base(), [one, two]),
        "
        blocker room-clash
        “Methods” and “Results” are both in Room 1 from 09:45 to 10:00.
        «Methods» e «Results» occupano Room 1 nello stesso momento, dalle 09:45 alle 10:00.
    ",
    );
}

#[test]
fn a_venue_as_a_whole_takes_several_sessions() {
    let one = Session { place: in_venue(1), audience: only([1]), ..workshop(1, "Methods", (9, 0), (10, 0)) };
    let two = Session { place: in_venue(1), audience: only([2]), ..workshop(2, "Results", (9, 0), (10, 0)) };
    expect(with(base(), [one, two]), "");
}

#[test]
fn a_room_that_is_taken_or_too_small_is_no_way_out() {
    let mut plan = base();
    plan.rooms.change(itinera::plan::RoomId::from_number(2), |room| room.capacity = Some(2));
    let one = Session { audience: only([1]), fixed: true, ..workshop(1, "Methods", (9, 0), (10, 0)) };
    let two = Session { audience: only([2]), ..workshop(2, "Results", (9, 0), (10, 0)) };
    expect(
        with(plan, [one, two]),
        "
        blocker room-clash
        “Methods” and “Results” are both in Room 1 from 09:00 to 10:00.
        -> Start “Results” at 10:00
        «Methods» e «Results» occupano Room 1 nello stesso momento, dalle 09:00 alle 10:00.
        -> Fai iniziare «Results» alle 10:00
    ",
    );
}

#[test]
fn a_person_has_roles_in_two_sessions_at_once() {
    let mut plan = base();
    plan.delegates.put(delegate(1, 1, "Mari Puw"));
    let one = Session { audience: only([1]), chair: vec![person(1)], ..workshop(1, "Methods", (9, 0), (10, 0)) };
    let two = Session {
        audience: only([2]),
        place: in_room(2),
        speakers: vec![person(1)],
        rapporteur: vec![person(1)],
        ..workshop(2, "Results", (9, 30), (10, 30))
    };
    expect(
        with(plan.clone(), [one.clone(), two.clone()]),
        "
        blocker person-clash
        Mari Puw has a role in “Methods” and in “Results”, which overlap from 09:30 to 10:00.
        -> Start “Results” at 10:00
        Mari Puw ha un ruolo sia in «Methods» sia in «Results», che si sovrappongono dalle 09:30 alle 10:00.
        -> Fai iniziare «Results» alle 10:00
    ",
    );
    expect(with(plan, [one, Session { slot: slot((10, 0), (10, 30)), ..two }]), "");
}

#[test]
fn a_speaker_from_outside_is_a_person_too() {
    let names = ["Ada Neri", "Ugo Bassi"].map(|name| Party::Named(name.into()));
    let one = Session { audience: only([1]), speakers: names.to_vec(), ..workshop(1, "Methods", (9, 0), (10, 0)) };
    let two = Session { audience: only([2]), place: in_room(2), ..one.clone() };
    expect(with(base(), [one, Session { id: session_id(2), ..two }]), "
        blocker person-clash
        Ada Neri and Ugo Bassi have roles in “Methods” and in “Methods”, which overlap from 09:00 to 10:00.
        -> Start “Methods” at 10:00
        Ada Neri e Ugo Bassi hanno un ruolo sia in «Methods» sia in «Methods», che si sovrappongono dalle 09:00 alle 10:00.
        -> Fai iniziare «Methods» alle 10:00
    ");
}

#[test]
fn a_person_chairs_while_the_delegation_is_away() {
    let mut plan = with_visit(outing(), |visit| visit.audience = only([1]));
    plan.delegates.put(delegate(1, 1, "Mari Puw"));
    plan.delegates.put(delegate(2, 2, "Jonas Kalnas"));
    let one = Session {
        audience: only([2]),
        chair: vec![person(1), person(2)],
        ..session(1, "Table", slot((15, 0), (16, 0)))
    };
    expect(
        with(plan.clone(), [one.clone()]),
        "
        blocker person-clash
        Mari Puw has a role in “Table” but is on “Companies” from 15:00 to 16:00.
        -> Start “Table” at 16:10
        Mari Puw ha un ruolo in «Table», ma dalle 15:00 alle 16:00 partecipa a «Companies».
        -> Fai iniziare «Table» alle 16:10
    ",
    );
    expect(with(plan, [Session { slot: slot((16, 10), (17, 0)), ..one }]), "");
}

#[test]
fn one_person_cannot_split_up() {
    let mut plan = base();
    plan.delegations.put(delegation(3, "Piedmont", 1));
    plan.delegates.put(delegate(1, 3, "Ada Neri"));
    let one = Session { chair: vec![person(1)], ..workshop(1, "Methods", (9, 0), (10, 0)) };
    let two = Session { place: in_room(2), speakers: vec![person(1)], ..workshop(2, "Results", (9, 30), (10, 30)) };
    expect(
        with(plan, [one, two]),
        "
        blocker delegation-clash
        “Methods” and “Results” overlap from 09:30 to 10:00 for Piedmont.
        -> Start “Results” at 10:00
        «Methods» e «Results» si sovrappongono dalle 09:30 alle 10:00 per Piedmont.
        -> Fai iniziare «Results» alle 10:00
    ",
    );
}

#[test]
fn a_delegation_can_share_workshops_out() {
    let one = workshop(1, "Methods", (9, 0), (10, 0));
    let two = Session { place: in_room(2), ..workshop(2, "Results", (9, 0), (10, 0)) };
    expect(
        with(base(), [one.clone(), two.clone()]),
        "
        warning delegation-clash
        “Methods” and “Results” overlap from 09:00 to 10:00: every delegation has to split up.
        -> Start “Results” at 10:00
        «Methods» e «Results» si sovrappongono dalle 09:00 alle 10:00: ogni delegazione deve dividersi.
        -> Fai iniziare «Results» alle 10:00
    ",
    );
    let two = Session { fixed: true, audience: only([1]), ..two };
    let three = Session { fixed: true, ..one.clone() };
    expect(
        with(base(), [three, two]),
        "
        warning delegation-clash
        “Methods” and “Results” overlap from 09:00 to 10:00: Wales has to split up.
        «Methods» e «Results» si sovrappongono dalle 09:00 alle 10:00: Wales deve dividersi.
    ",
    );
    let (one, two) = (Session { audience: only([1]), ..one }, workshop(2, "Results", (9, 0), (10, 0)));
    expect(with(base(), [one, Session { audience: only([2]), place: in_room(2), ..two }]), "");
}

#[test]
fn two_of_three_delegations_have_to_split_up() {
    let mut plan = base();
    plan.delegations.put(delegation(3, "Piedmont", 5));
    let one = Session { fixed: true, ..workshop(1, "Methods", (9, 0), (10, 0)) };
    let two =
        Session { place: in_room(2), fixed: true, audience: only([1, 2]), ..workshop(2, "Results", (9, 0), (10, 0)) };
    expect(
        with(plan, [one, two]),
        "
        warning delegation-clash
        “Methods” and “Results” overlap from 09:00 to 10:00: Wales and Lithuania have to split up.
        «Methods» e «Results» si sovrappongono dalle 09:00 alle 10:00: Wales e Lithuania devono dividersi.
    ",
    );
}

#[test]
fn a_plenary_is_for_whole_delegations() {
    let one = session(1, "Welcome", slot((9, 0), (10, 0)));
    let two = Session { place: in_room(2), kind: SessionKind::Lunch, ..session(2, "Lunch", slot((9, 45), (11, 0))) };
    expect(
        with(base(), [one, two]),
        "
        blocker delegation-clash
        “Welcome” and “Lunch” overlap from 09:45 to 10:00 for every delegation.
        -> Start “Lunch” at 10:00
        «Welcome» e «Lunch» si sovrappongono dalle 09:45 alle 10:00 per ogni delegazione.
        -> Fai iniziare «Lunch» alle 10:00
    ",
    );
}

#[test]
fn free_time_and_departures_ask_for_nobody() {
    let one = session(1, "Lunch", slot((13, 0), (14, 0)));
    let two = Session { kind: SessionKind::Departure, ..session(2, "Departures", slot((13, 30), (18, 0))) };
    let three = Session { kind: SessionKind::FreeTime, ..session(3, "Free", slot((13, 30), (18, 0))) };
    let [two, three] = [two, three].map(|session| Session { place: itinera::plan::Place::Open, ..session });
    expect(with(base(), [one, two, three]), "");
}

#[test]
fn nobody_is_on_a_visit_and_in_a_session() {
    let plan = with_visit(outing(), |visit| visit.audience = only([1]));
    let one = workshop(1, "Table", (15, 0), (16, 0));
    expect(
        with(plan.clone(), [one.clone()]),
        "
        blocker delegation-clash
        “Companies” and “Table” overlap from 15:00 to 16:00 for Wales.
        -> Start “Table” at 16:10
        «Companies» e «Table» si sovrappongono dalle 15:00 alle 16:00 per Wales.
        -> Fai iniziare «Table» alle 16:10
    ",
    );
    expect(with(plan.clone(), [Session { audience: only([2]), ..one.clone() }]), "");
    expect(with(plan.clone(), [Session { slot: slot((13, 0), (14, 0)), ..one.clone() }]), "");
    expect(with(plan, [Session { slot: slot((16, 10), (17, 0)), ..one }]), "");
}
