//! Heads, places, days, topics, and what is to be confirmed.

use super::support::*;
use itinera::checks::{Rule, check, find};
use itinera::i18n::{Language, Words};
use itinera::plan::{Coach, DelegationId, Place, Plan, RoomId, Session, SessionKind, StopId, Text, TopicId, VenueId};

#[test]
fn a_room_is_too_small() {
    let mut plan = with(base(), [session(1, "Welcome", slot((9, 0), (10, 0)))]);
    plan.rooms.change(RoomId::from_number(1), |room| room.capacity = Some(6));
    expect(
        plan.clone(),
        "
        warning too-many-heads
        “Welcome” expects 7 people, and Room 1 takes 6.
        -> Move “Welcome” to Room 2
        Per «Welcome» sono previste 7 persone, ma Room 1 ne accoglie 6.
        -> Sposta «Welcome» in Room 2
    ",
    );
    plan.rooms.change(RoomId::from_number(2), |room| room.capacity = Some(6));
    expect(
        plan.clone(),
        "
        warning too-many-heads
        “Welcome” expects 7 people, and Room 1 takes 6.
        Per «Welcome» sono previste 7 persone, ma Room 1 ne accoglie 6.
    ",
    );
    plan.rooms.change(RoomId::from_number(1), |room| room.capacity = Some(7));
    expect(plan, "");
}

#[test]
fn a_coach_or_a_host_takes_fewer() {
    expect(
        with_visit(outing(), |visit| visit.coach_seats = Some(6)),
        "
        blocker too-many-heads
        7 people go on “Companies”, and the coach seats 6.
        7 persone partecipano a «Companies», ma il pullman ne porta 6.
    ",
    );
    expect(with_visit(outing(), |visit| visit.coach_seats = Some(7)), "");
    expect(
        with_host(outing(), |host| host.capacity = Some(6)),
        "
        warning too-many-heads
        7 people come to Press works, which takes 6 at once.
        7 persone visitano Press works, che ne accoglie 6 alla volta.
    ",
    );
    expect(with_host(outing(), |host| host.capacity = Some(7)), "");
}

#[test]
fn a_delegation_cannot_be_counted() {
    let mut plan = base();
    plan.delegations.put(delegation(3, "Piedmont", 0));
    expect(
        plan.clone(),
        "
        warning no-heads
        The head-count of Piedmont is not known, so totals leave it out.
        Il numero di partecipanti di Piedmont non è noto, quindi i totali non ne tengono conto.
    ",
    );
    plan.delegates.put(delegate(1, 3, "Ada Neri"));
    expect(plan, "");
}

#[test]
fn a_session_has_no_place() {
    let open = Session { place: Place::Open, ..session(1, "Welcome", slot((9, 0), (10, 0))) };
    expect(
        with(base(), [open.clone()]),
        "
        warning no-place
        “Welcome” has no place yet.
        «Welcome» non ha ancora un luogo.
    ",
    );
    expect(
        with(base(), [Session { title: Text::default(), ..open.clone() }]),
        "
        warning no-place
        “Untitled” has no place yet.
        «Senza titolo» non ha ancora un luogo.
    ",
    );
    expect(with(base(), [Session { kind: SessionKind::FreeTime, ..open.clone() }]), "");
    expect(with(base(), [Session { place: in_venue(2), ..open }]), "");
}

#[test]
fn a_session_is_outside_the_days() {
    let moved = |days: i64| Session {
        slot: slot((9, 0), (10, 0)).moved(days * 24 * 60),
        ..session(1, "Welcome", slot((9, 0), (10, 0)))
    };
    expect(
        with(base(), [moved(4)]),
        "
        blocker outside-days
        “Welcome” is on 25 November, which is not a day of the meeting.
        -> Move “Welcome” to 22 November
        «Welcome» è il 25 novembre, che non è un giorno dell’incontro.
        -> Fissa «Welcome» per il 22 novembre
    ",
    );
    expect(
        with(base(), [moved(-20)]),
        "
        blocker outside-days
        “Welcome” is on 1 November, which is not a day of the meeting.
        -> Move “Welcome” to 21 November
        «Welcome» è il 1º novembre, che non è un giorno dell’incontro.
        -> Fissa «Welcome» per il 21 novembre
    ",
    );
    expect(
        with(base(), [Session { fixed: true, ..moved(-10) }]),
        "
        blocker outside-days
        “Welcome” is on 11 November, which is not a day of the meeting.
        «Welcome» è l’11 novembre, che non è un giorno dell’incontro.
    ",
    );
    expect(with(base(), [moved(1)]), "");
}

#[test]
fn a_visit_is_outside_the_days() {
    let plan = with_visit(outing(), |visit| {
        visit.start += chrono::TimeDelta::days(2);
        visit.return_by = Some(visit.start + chrono::TimeDelta::minutes(140));
    });
    expect(
        plan,
        "
        blocker outside-days
        “Companies” is on 23 November, which is not a day of the meeting.
        -> Move “Companies” to 22 November
        «Companies» è il 23 novembre, che non è un giorno dell’incontro.
        -> Fissa «Companies» per il 22 novembre
    ",
    );
}

#[test]
fn a_topic_is_not_covered() {
    let mut plan = outing();
    plan.topics.put(topic(1, "Clusters"));
    expect(
        plan.clone(),
        "
        warning topic-uncovered
        No session or stop covers “Clusters”.
        Nessuna sessione o tappa tratta «Clusters».
    ",
    );
    let covers = || [TopicId::from_number(1)].into();
    expect(with(plan.clone(), [Session { topics: covers(), ..session(1, "Welcome", slot((9, 0), (10, 0))) }]), "");
    expect(with_stop(plan, 1, |stop| stop.topics = covers()), "");
}

#[test]
fn coaches_and_own_drives_to_confirm_are_one_finding_each() {
    use crate::plan::build::{between, coach};
    let mut plan = long_outing();
    for id in [1, 2] {
        plan.coaches.put(Coach { to_confirm: true, seats: Some(16), ..coach(id, 1) });
    }
    for drive in [between(1, 3), between(3, 4)] {
        plan.transfers.change(drive, |drive| drive.to_confirm = true);
    }
    let confirm = |plan: &Plan| {
        let found = find(plan, None).into_iter().filter(|finding| finding.rule == Rule::ToConfirm);
        let words = Words::new(Language::English);
        found.map(|finding| (finding.sentence(plan, words), finding.about.len())).collect::<Vec<_>>()
    };
    assert_eq!(
        confirm(&plan),
        [
            ("2 own driving times are still to confirm.".to_string(), 2),
            ("Coach 1, Coach 2 are still to confirm.".to_string(), 2),
        ]
    );
    assert!(check(&plan, None).iter().filter(|finding| finding.rule == Rule::ToConfirm).all(|one| one.fix.is_none()));
    // One by itself is confirmed in one click.
    plan.coaches.change(itinera::plan::CoachId::from_number(2), |coach| coach.to_confirm = false);
    let one = check(&plan, None).into_iter().find(|one| one.about.len() == 1 && one.rule == Rule::ToConfirm).unwrap();
    let mended = itinera::plan::apply(&plan, &one.fix.unwrap().edit).unwrap();
    assert_eq!(confirm(&mended).len(), 1);
}

#[test]
fn everything_to_confirm_is_said_once() {
    let mut plan = with(outing(), [Session { to_confirm: true, ..session(1, "Welcome", slot((9, 0), (10, 0))) }]);
    plan.venues.change(VenueId::from_number(2), |venue| venue.to_confirm = true);
    plan.delegations.change(DelegationId::from_number(1), |delegation| delegation.to_confirm = true);
    plan.stops.change(StopId::from_number(1), |stop| stop.to_confirm = true);
    let plan = with_host(with_visit(plan, |visit| visit.to_confirm = true), |host| host.to_confirm = true);
    expect(
        plan,
        "
        note to-confirm
        “Welcome” is still to confirm.
        -> Confirm
        «Welcome» è ancora da confermare.
        -> Conferma
        note to-confirm
        “Companies” is still to confirm.
        -> Confirm
        «Companies» è ancora da confermare.
        -> Conferma
        note to-confirm
        The stop at Press works is still to confirm.
        -> Confirm
        La tappa presso Press works è ancora da confermare.
        -> Conferma
        note to-confirm
        The address of Restaurant is still to confirm.
        -> Confirm
        L’indirizzo di Restaurant è ancora da confermare.
        -> Conferma
        note to-confirm
        The head-count of Wales is still to confirm.
        -> Confirm
        Il numero di partecipanti di Wales è ancora da confermare.
        -> Conferma
        note to-confirm
        What Press works asks of visitors is still to confirm.
        -> Confirm
        Le richieste di Press works ai visitatori sono ancora da confermare.
        -> Conferma
    ",
    );
}
