//! Records that name something that is not there.

use super::support::*;
use itinera::plan::{
    DelegationId, HostId, Party, Place, Plan, Room, RoomId, Session, StopId, TopicId, VenueId, VisitId,
};

fn welcome(change: impl FnOnce(&mut Session)) -> Plan {
    let mut session = session(1, "Welcome", slot((9, 0), (10, 0)));
    change(&mut session);
    with(base(), [session])
}

#[test]
fn a_session_names_what_is_gone() {
    expect(
        welcome(|session| session.place = in_room(7)),
        "
        warning dangling-reference
        “Welcome” names a room that is not in the plan.
        -> Remove the mention
        «Welcome» rimanda a una sala che non è nel piano.
        -> Togli il riferimento
    ",
    );
    expect(
        welcome(|session| session.place = Place::Venue(VenueId::from_number(7))),
        "
        warning dangling-reference
        “Welcome” names a venue that is not in the plan.
        -> Remove the mention
        «Welcome» rimanda a una sede che non è nel piano.
        -> Togli il riferimento
    ",
    );
    expect(
        welcome(|session| session.chair = vec![person(7)]),
        "
        warning dangling-reference
        “Welcome” names a delegate that is not in the plan.
        -> Remove the mention
        «Welcome» rimanda a un delegato che non è nel piano.
        -> Togli il riferimento
    ",
    );
    expect(
        welcome(|session| session.speakers = vec![Party::Delegation(DelegationId::from_number(7))]),
        "
        warning dangling-reference
        “Welcome” names a delegation that is not in the plan.
        -> Remove the mention
        «Welcome» rimanda a una delegazione che non è nel piano.
        -> Togli il riferimento
    ",
    );
    expect(
        welcome(|session| session.rapporteur = vec![person(7), Party::Named("Ada Neri".into())]),
        "
        warning dangling-reference
        “Welcome” names a delegate that is not in the plan.
        -> Remove the mention
        «Welcome» rimanda a un delegato che non è nel piano.
        -> Togli il riferimento
    ",
    );
    expect(
        welcome(|session| session.audience = only([1, 7])),
        "
        warning dangling-reference
        “Welcome” names a delegation that is not in the plan.
        -> Remove the mention
        «Welcome» rimanda a una delegazione che non è nel piano.
        -> Togli il riferimento
    ",
    );
    expect(
        welcome(|session| session.topics = [TopicId::from_number(7)].into()),
        "
        warning dangling-reference
        “Welcome” names a topic that is not in the plan.
        -> Remove the mention
        «Welcome» rimanda a un tema che non è nel piano.
        -> Togli il riferimento
    ",
    );
    expect(welcome(|_| {}), "");
}

#[test]
fn an_audience_of_nobody_is_for_everyone_unless_that_blocks() {
    let one = Session { audience: only([7]), place: in_room(2), ..session(1, "Welcome", slot((9, 0), (10, 0))) };
    expect(
        with(base(), [one.clone()]),
        "
        warning dangling-reference
        “Welcome” names a delegation that is not in the plan.
        -> Remove the mention
        «Welcome» rimanda a una delegazione che non è nel piano.
        -> Togli il riferimento
    ",
    );
    expect(
        with(base(), [one, session(2, "Talk", slot((9, 0), (10, 0)))]),
        "
        warning dangling-reference
        “Welcome” names a delegation that is not in the plan.
        «Welcome» rimanda a una delegazione che non è nel piano.
    ",
    );
}

#[test]
fn a_visit_names_what_is_gone() {
    let gone = Some(VenueId::from_number(7));
    expect(
        with_visit(outing(), |visit| visit.start_place = gone),
        "
        warning dangling-reference
        “Companies” names a venue that is not in the plan.
        -> Remove the mention
        «Companies» rimanda a una sede che non è nel piano.
        -> Togli il riferimento
    ",
    );
    expect(
        with_visit(outing(), |visit| visit.return_place = gone),
        "
        warning dangling-reference
        “Companies” names a venue that is not in the plan.
        -> Remove the mention
        «Companies» rimanda a una sede che non è nel piano.
        -> Togli il riferimento
    ",
    );
    expect(
        with_visit(outing(), |visit| visit.order = [7, 1].map(StopId::from_number).to_vec()),
        "
        warning dangling-reference
        “Companies” names a stop that is not in the plan.
        -> Remove the mention
        «Companies» rimanda a una tappa che non è nel piano.
        -> Togli il riferimento
    ",
    );
    expect(
        with_visit(outing(), |visit| visit.audience = only([2, 7])),
        "
        warning dangling-reference
        “Companies” names a delegation that is not in the plan.
        -> Remove the mention
        «Companies» rimanda a una delegazione che non è nel piano.
        -> Togli il riferimento
    ",
    );
}

#[test]
fn a_stop_or_a_host_names_what_is_gone() {
    expect(
        with_stop(outing(), 1, |stop| stop.visit = VisitId::from_number(7)),
        "
        warning dangling-reference
        The stop at Press works belongs to a study visit that is not in the plan.
        -> Remove the stop
        La tappa presso Press works fa parte di una visita di studio che non è nel piano.
        -> Elimina la tappa
    ",
    );
    expect(
        with_stop(outing(), 1, |stop| stop.host = HostId::from_number(7)),
        "
        warning dangling-reference
        The stop at (no name) names a host that is not in the plan.
        -> Remove the stop
        La tappa presso (senza nome) rimanda a un’azienda ospitante che non è nel piano.
        -> Elimina la tappa
    ",
    );
    expect(
        with_stop(outing(), 1, |stop| stop.topics = [TopicId::from_number(7)].into()),
        "
        warning dangling-reference
        The stop at Press works names a topic that is not in the plan.
        -> Remove the mention
        La tappa presso Press works rimanda a un tema che non è nel piano.
        -> Togli il riferimento
    ",
    );
    expect(
        with_host(outing(), |host| host.venue = Some(VenueId::from_number(7))),
        "
        warning dangling-reference
        Press works names a venue that is not in the plan.
        -> Remove the mention
        Press works rimanda a una sede che non è nel piano.
        -> Togli il riferimento
    ",
    );
}

#[test]
fn a_room_a_delegate_or_a_drive_is_left_behind() {
    let mut plan = base();
    plan.rooms.put(Room { venue: VenueId::from_number(7), ..room(3, "Room 3") });
    expect(
        plan,
        "
        warning dangling-reference
        Room 3 belongs to a venue that is not in the plan.
        -> Remove Room 3
        Room 3 fa parte di una sede che non è nel piano.
        -> Elimina Room 3
    ",
    );
    let mut plan = base();
    plan.delegates.put(delegate(1, 7, "Ada Neri"));
    expect(
        plan,
        "
        warning dangling-reference
        Ada Neri belongs to a delegation that is not in the plan.
        -> Remove Ada Neri
        Ada Neri fa parte di una delegazione che non è nel piano.
        -> Elimina Ada Neri
    ",
    );
    let mut plan = base();
    plan.transfers.put(transfer(1, 7, 10));
    expect(
        plan,
        "
        warning dangling-reference
        A driving time names a venue that is not in the plan.
        -> Remove the mention
        Un tempo di percorrenza rimanda a una sede che non è nel piano.
        -> Togli il riferimento
    ",
    );
}

#[test]
fn two_sessions_in_a_room_that_is_gone_are_no_clash() {
    let plan = welcome(|session| session.place = Place::Room(RoomId::from_number(7)));
    let other = Session { place: in_room(7), ..session(2, "Talk", slot((10, 0), (11, 0))) };
    expect(
        with(plan, [other]),
        "
        warning dangling-reference
        “Welcome” names a room that is not in the plan.
        -> Remove the mention
        «Welcome» rimanda a una sala che non è nel piano.
        -> Togli il riferimento
        warning dangling-reference
        “Talk” names a room that is not in the plan.
        -> Remove the mention
        «Talk» rimanda a una sala che non è nel piano.
        -> Togli il riferimento
    ",
    );
}
