//! The edits that a plan refuses, and why.

use super::build::{
    between, delegate, delegation, host, meeting, room, session, slot, stop, topic, transfer, venue, visit,
};
use super::edit::small;
use itinera::plan::{
    AnyRecord, Attendance, DelegationId, Edit, EditError, HostId, Key, Party, Place, RoomId, Session, SessionId, Stop,
    StopId, TopicId, VenueId, Visit, VisitId, apply,
};

fn refused(edit: &Edit, why: &EditError) {
    assert_eq!(apply(&small(), edit).as_ref(), Err(why), "{edit:?}");
}

#[test]
fn nothing_is_added_twice() {
    for record in small().records() {
        refused(&Edit::Add(record.clone()), &EditError::Twice(record.key()));
    }
    let twice = |key| EditError::Twice(key);
    let one = (delegation(1), delegate(1, 1));
    let enrol = |delegations, delegates| Edit::Enrol { delegations, delegates };
    refused(&enrol(vec![one.0.clone()], vec![]), &twice(Key::Delegation(one.0.id)));
    refused(&enrol(vec![], vec![one.1.clone()]), &twice(Key::Delegate(one.1.id)));
    refused(&enrol(vec![], vec![delegate(5, 1), delegate(5, 1)]), &twice(Key::Delegate(delegate(5, 1).id)));
    let add_stop = |stop, host, venue| Edit::AddStop { stop, host, venue };
    refused(&add_stop(stop(1, 1, 1), None, None), &twice(Key::Stop(StopId::from_number(1))));
    refused(&add_stop(stop(5, 1, 1), Some(host(1, None)), None), &twice(Key::Host(HostId::from_number(1))));
    refused(&add_stop(stop(5, 1, 1), None, Some(venue(1, None))), &twice(Key::Venue(VenueId::from_number(1))));
}

#[test]
fn a_plan_has_one_meeting() {
    let other = meeting(9);
    refused(&Edit::Add(other.clone().into()), &EditError::Twice(Key::Meeting(other.id)));
    refused(&Edit::revise(other.clone(), other.clone()), &EditError::Gone(Key::Meeting(other.id)));
    refused(&Edit::Remove(Key::Meeting(other.id)), &EditError::Gone(Key::Meeting(other.id)));
}

#[test]
fn what_is_gone_cannot_be_changed() {
    let key = Key::Session(SessionId::from_number(9));
    let stop_key = Key::Stop(StopId::from_number(9));
    for (edit, gone) in [
        (Edit::revise(session(9), session(9)), key),
        (Edit::Remove(key), key),
        (Edit::Confirm(key), key),
        (Edit::Reschedule { session: SessionId::from_number(9), slot: slot((9, 0), (10, 0)) }, key),
        (Edit::MoveStop { stop: StopId::from_number(9), group: None, to: 0 }, stop_key),
    ] {
        refused(&edit, &EditError::Gone(gone));
    }
}

#[test]
fn nothing_new_refers_to_what_is_gone() {
    let (nine, gone_venue) = (DelegationId::from_number(9), Key::Venue(VenueId::from_number(9)));
    let records: [(AnyRecord, Key); 12] = [
        (room(5, 9).into(), gone_venue),
        (delegate(5, 9).into(), Key::Delegation(nine)),
        (
            Session { place: Place::Room(RoomId::from_number(9)), ..session(5) }.into(),
            Key::Room(RoomId::from_number(9)),
        ),
        (Session { place: Place::Venue(VenueId::from_number(9)), ..session(5) }.into(), gone_venue),
        (Session { speakers: vec![Party::Delegation(nine)], ..session(5) }.into(), Key::Delegation(nine)),
        (Session { audience: Attendance::Only([nine].into()), ..session(5) }.into(), Key::Delegation(nine)),
        (Session { topics: [topic(9).id].into(), ..session(5) }.into(), Key::Topic(TopicId::from_number(9))),
        (host(5, Some(9)).into(), gone_venue),
        (Visit { order: vec![StopId::from_number(9)], ..visit(5) }.into(), Key::Stop(StopId::from_number(9))),
        (stop(5, 9, 1).into(), Key::Visit(VisitId::from_number(9))),
        (stop(5, 1, 9).into(), Key::Host(HostId::from_number(9))),
        (transfer(1, 9, 5).into(), gone_venue),
    ];
    for (record, gone) in records {
        refused(&Edit::Add(record), &EditError::Gone(gone));
    }
    for (edit, gone) in [
        (Edit::Enrol { delegations: vec![], delegates: vec![delegate(5, 9)] }, Key::Delegation(nine)),
        (Edit::AddStop { stop: stop(5, 1, 9), host: None, venue: None }, Key::Host(HostId::from_number(9))),
        (Edit::AddStop { stop: stop(5, 9, 1), host: None, venue: None }, Key::Visit(VisitId::from_number(9))),
        (Edit::AddStop { stop: stop(5, 1, 5), host: Some(host(5, Some(9))), venue: None }, gone_venue),
        (Edit::SetDrive { transfer: between(9, 1), minutes: Some(5) }, gone_venue),
        (
            Edit::revise(session(2), Session { place: Place::Room(RoomId::from_number(9)), ..session(2) }),
            Key::Room(RoomId::from_number(9)),
        ),
    ] {
        refused(&edit, &EditError::Gone(gone));
    }
}

#[test]
fn what_a_merge_left_dangling_does_not_stop_other_work() {
    let mut plan = small();
    let dangling = Session { place: Place::Room(RoomId::from_number(9)), ..session(5) };
    plan.sessions.put(dangling.clone());
    plan.stops.put(stop(5, 9, 1));
    let renamed = Session { fixed: true, ..dangling.clone() };
    let revised = apply(&plan, &Edit::revise(dangling, renamed.clone())).unwrap();
    assert_eq!(**revised.sessions.get(renamed.id).unwrap(), renamed);
    let moved = apply(&plan, &Edit::MoveStop { stop: StopId::from_number(5), group: None, to: 0 });
    assert_eq!(moved, Err(EditError::Gone(Key::Visit(VisitId::from_number(9)))));
    let longer = Stop { tour: 50, ..stop(5, 9, 1) };
    assert!(apply(&plan, &Edit::revise(stop(5, 9, 1), longer)).is_ok());
}

#[test]
fn a_fixed_session_does_not_move_unasked() {
    let mut plan = small();
    let id = SessionId::from_number(1);
    plan.sessions.change(id, |session| session.fixed = true);
    let edit = Edit::Reschedule { session: id, slot: slot((9, 0), (9, 30)) };
    assert_eq!(apply(&plan, &edit), Err(EditError::Fixed(id)));
}

#[test]
fn a_revision_ends_as_the_record_it_began_as() {
    let key = Key::Session(SessionId::from_number(1));
    refused(&Edit::revise(session(1), session(2)), &EditError::Mixed(key));
    refused(&Edit::revise(session(1), topic(1)), &EditError::Mixed(key));
}

#[test]
fn an_error_says_what_it_is_about() {
    let id = SessionId::from_number(1);
    for (error, word) in [
        (EditError::Gone(Key::Session(id)), "any more"),
        (EditError::Twice(Key::Session(id)), "already"),
        (EditError::Fixed(id), "fixed"),
        (EditError::Mixed(Key::Session(id)), "another record"),
    ] {
        let words = error.to_string();
        assert!(words.contains(&id.to_string()) && words.contains(word), "{words}");
    }
}
