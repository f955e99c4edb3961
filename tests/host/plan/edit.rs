//! What each edit does to a plan.

use super::build::{
    at, between, coach, date, day, delegate, delegation, document, empty, group, host, room, session, slot, stop,
    topic, transfer, turn, venue, visit,
};
use itinera::plan::{
    AnyRecord, Attendance, CoachId, DelegateId, DelegationId, Edit, EditError, Group, GroupId, HostId, Key, Party,
    Place, Plan, RoomId, Session, SessionId, Stop, StopId, Text, TopicId, Turn, TurnId, VenueId, Visit, VisitId, apply,
};

/// One of everything with the number 1 (hosts, stops and delegations also 2), all of it referring to each other.
pub fn small() -> Plan {
    let mut plan = empty();
    let delegations = || [1, 2].map(DelegationId::from_number);
    let with_roles = Session {
        place: Place::Room(RoomId::from_number(1)),
        chair: vec![Party::Delegate(DelegateId::from_number(1)), Party::Named("Guest".into())],
        speakers: vec![Party::Delegation(DelegationId::from_number(1))],
        rapporteur: vec![Party::Delegation(DelegationId::from_number(2))],
        audience: Attendance::Only(delegations().into()),
        topics: [TopicId::from_number(1)].into(),
        ..session(1)
    };
    let outing = Visit {
        start_place: Some(VenueId::from_number(1)),
        return_place: Some(VenueId::from_number(1)),
        order: vec![StopId::from_number(1), StopId::from_number(2)],
        audience: Attendance::Only([DelegationId::from_number(1)].into()),
        ..visit(1)
    };
    let both = Group {
        delegations: [DelegationId::from_number(1)].into(),
        delegates: [DelegateId::from_number(1)].into(),
        coach: Some(CoachId::from_number(1)),
        order: vec![StopId::from_number(2)],
        skips: [StopId::from_number(1)].into(),
        ..group(1, 1)
    };
    let records: [AnyRecord; 22] = [
        day(0).into(),
        topic(1).into(),
        document(1).into(),
        venue(1, None).into(),
        venue(2, None).into(),
        room(1, 1).into(),
        delegation(1).into(),
        delegation(2).into(),
        delegate(1, 1).into(),
        with_roles.into(),
        Session { place: Place::Venue(VenueId::from_number(2)), ..session(2) }.into(),
        host(1, Some(2)).into(),
        host(2, None).into(),
        outing.into(),
        Stop { topics: [TopicId::from_number(1)].into(), ..stop(1, 1, 1) }.into(),
        stop(2, 1, 2).into(),
        transfer(1, 2, 15).into(),
        transfer(2, 1, 20).into(),
        coach(1, 1).into(),
        both.into(),
        group(2, 1).into(),
        Turn { hold: 5, ..turn(1, 2) }.into(),
    ];
    for record in records {
        plan.put(record);
    }
    plan
}

fn after(edit: &Edit) -> Plan {
    apply(&small(), edit).unwrap()
}

fn first_session(plan: &Plan) -> Session {
    Session::clone(plan.sessions.get(SessionId::from_number(1)).unwrap())
}

#[test]
fn adding_puts_one_record_in() {
    let records: [AnyRecord; 15] = [
        day(5).into(),
        topic(5).into(),
        document(5).into(),
        venue(5, None).into(),
        room(5, 1).into(),
        delegation(5).into(),
        delegate(5, 1).into(),
        session(5).into(),
        host(5, Some(1)).into(),
        visit(5).into(),
        stop(5, 1, 1).into(),
        transfer(2, 2, 5).into(),
        coach(5, 1).into(),
        group(5, 1).into(),
        turn(2, 1).into(),
    ];
    for record in records {
        let plan = after(&Edit::Add(record.clone()));
        assert_eq!(small().differing(&plan), [record.key()]);
        assert_eq!(plan.record(record.key()), Some(record));
    }
}

#[test]
fn a_revision_touches_only_the_fields_that_the_form_changed() {
    let shown = first_session(&small());
    let left = Session { title: Text::same("Renamed"), ..shown.clone() };
    let meanwhile = apply(&small(), &Edit::Reschedule { session: shown.id, slot: slot((15, 0), (16, 0)) }).unwrap();
    let plan = apply(&meanwhile, &Edit::revise(shown.clone(), left.clone())).unwrap();
    assert_eq!(first_session(&plan), Session { slot: slot((15, 0), (16, 0)), ..left });
    assert_eq!(apply(&small(), &Edit::revise(shown.clone(), shown)).unwrap(), small());
}

#[test]
fn the_meeting_is_revised_like_any_record() {
    let before = itinera::plan::Meeting::clone(&small().meeting);
    let after_it = itinera::plan::Meeting { zone: "Europe/Vilnius".into(), ..before.clone() };
    assert_eq!(after(&Edit::revise(before, after_it)).meeting.zone, "Europe/Vilnius");
}

#[test]
fn a_session_gets_another_time_unless_it_is_fixed() {
    let id = SessionId::from_number(1);
    let plan = after(&Edit::Reschedule { session: id, slot: slot((11, 0), (11, 45)) });
    assert_eq!(first_session(&plan).slot, slot((11, 0), (11, 45)));
    assert_eq!(small().differing(&plan), [Key::Session(id)]);
}

#[test]
fn enrolling_adds_delegations_first() {
    let plan = after(&Edit::Enrol {
        delegations: vec![delegation(5)],
        delegates: vec![delegate(5, 5), delegate(6, 5), delegate(7, 1)],
    });
    assert_eq!([5, 1].map(|id| plan.delegates_of(DelegationId::from_number(id)).count()), [2, 2]);
    assert_eq!(after(&Edit::Enrol { delegations: vec![], delegates: vec![] }), small());
}

#[test]
fn a_new_stop_comes_last_and_brings_its_host() {
    let id = StopId::from_number(5);
    let order = |plan: &Plan| plan.visits.get(VisitId::from_number(1)).unwrap().order.clone();
    let known = after(&Edit::AddStop { stop: stop(5, 1, 1), host: None, venue: None });
    assert_eq!(order(&known), [1, 2, 5].map(StopId::from_number));
    let new = after(&Edit::AddStop { stop: stop(5, 1, 5), host: Some(host(5, Some(5))), venue: Some(venue(5, None)) });
    assert_eq!(new.venue_of_stop(new.stops.get(id).unwrap()), Some(VenueId::from_number(5)));
    // Stops that the visit did not name keep the place in which they were shown.
    let mut unlisted = small();
    unlisted.visits.change(VisitId::from_number(1), |visit| visit.order.clear());
    let unlisted = apply(&unlisted, &Edit::AddStop { stop: stop(0, 1, 1), host: None, venue: None }).unwrap();
    assert_eq!(order(&unlisted), [1, 2, 0].map(StopId::from_number));
}

#[test]
fn a_stop_moves_to_another_place() {
    let mut plan = small();
    plan.stops.put(stop(3, 1, 1));
    for (stop, to, expect) in
        [(1, 0, [1, 2, 3]), (1, 1, [2, 1, 3]), (1, 2, [2, 3, 1]), (1, 99, [2, 3, 1]), (3, 0, [3, 1, 2])]
    {
        let moved = apply(&plan, &Edit::MoveStop { stop: StopId::from_number(stop), group: None, to }).unwrap();
        let order = &moved.visits.get(VisitId::from_number(1)).unwrap().order;
        assert_eq!(*order, expect.map(StopId::from_number), "{stop} to {to}");
    }
}

#[test]
fn a_drive_is_set_changed_and_left_to_the_estimate() {
    for (transfer, minutes) in [
        (between(1, 2), Some(25)),
        (between(2, 2), Some(5)),
        (between(1, 2), Some(0)),
        (between(1, 2), None),
        (between(2, 2), None),
    ] {
        let plan = after(&Edit::SetDrive { transfer, minutes });
        assert_eq!(plan.transfers.get(transfer).map(|transfer| transfer.minutes), minutes);
        assert_eq!(plan.transfers.get(between(2, 1)).unwrap().minutes, 20);
    }
}

#[test]
fn several_drives_are_set_at_once_or_not_at_all() {
    let visit = VisitId::from_number(1);
    let drives = vec![(between(1, 2), Some(25)), (between(2, 1), None)];
    let plan = after(&Edit::SetDrives { visit, drives });
    let minutes = |id| plan.transfers.get(id).map(|transfer| transfer.minutes);
    assert_eq!([between(1, 2), between(2, 1)].map(minutes), [Some(25), None]);
    let half = Edit::SetDrives { visit, drives: vec![(between(1, 2), Some(25)), (between(9, 1), Some(5))] };
    assert!(apply(&small(), &half).is_err());
}

#[test]
fn confirming_clears_the_mark_where_there_is_one() {
    for record in small().records() {
        let key = record.key();
        let plan = after(&Edit::Confirm(key));
        let marked = matches!(
            key,
            Key::Venue(_) | Key::Delegation(_) | Key::Session(_) | Key::Host(_) | Key::Visit(_) | Key::Stop(_)
        );
        let changed = plan.record(key).unwrap().changed(&record);
        assert_eq!(changed, if marked { vec!["to_confirm"] } else { vec![] }, "{key:?}");
        assert_eq!(small().differing(&plan), if marked { vec![key] } else { vec![] });
    }
}

#[test]
fn a_figure_of_a_drive_or_a_coach_is_to_confirm_until_it_is_confirmed() {
    let mut plan = small();
    let (drive, coach) = (between(2, 1), CoachId::from_number(1));
    plan.transfers.change(drive, |drive| drive.to_confirm = true);
    plan.coaches.change(coach, |coach| coach.to_confirm = true);
    // Another figure is no more certain; one that was left to the estimate is a new one.
    let other = apply(&plan, &Edit::SetDrive { transfer: drive, minutes: Some(35) }).unwrap();
    assert!(other.transfers.get(drive).is_some_and(|drive| drive.to_confirm && drive.minutes == 35));
    let none = apply(&other, &Edit::SetDrive { transfer: drive, minutes: None }).unwrap();
    let new = apply(&none, &Edit::SetDrive { transfer: drive, minutes: Some(35) }).unwrap();
    assert!(new.transfers.get(drive).is_some_and(|drive| !drive.to_confirm));
    for key in [Key::Transfer(drive), Key::Coach(coach)] {
        let confirmed = apply(&plan, &Edit::Confirm(key)).unwrap();
        assert_eq!(plan.differing(&confirmed), [key]);
    }
}

#[test]
fn removing_takes_along_what_cannot_be_without_it() {
    let (venue, room) = (VenueId::from_number, RoomId::from_number);
    let (delegation, delegate) = (DelegationId::from_number, DelegateId::from_number);
    let (host, visit, stop) = (HostId::from_number, VisitId::from_number, StopId::from_number);
    let (session, topic) = (SessionId::from_number, TopicId::from_number);
    let (group, coach) = (GroupId::from_number, CoachId::from_number(1));
    let turn = TurnId { group: group(1), stop: stop(2) };
    let one_to_two = [Key::Transfer(between(1, 2)), Key::Transfer(between(2, 1))];
    let cases = [
        // What is removed; what goes with it; what only loses a mention.
        (Key::Day(date()), vec![], vec![]),
        (Key::Topic(topic(1)), vec![], vec![Key::Session(session(1)), Key::Stop(stop(1))]),
        (
            Key::Venue(venue(1)),
            [vec![Key::Room(room(1))], one_to_two.to_vec()].concat(),
            vec![Key::Session(session(1)), Key::Visit(visit(1))],
        ),
        (Key::Venue(venue(2)), one_to_two.to_vec(), vec![Key::Session(session(2)), Key::Host(host(1))]),
        (Key::Room(room(1)), vec![], vec![Key::Session(session(1))]),
        (
            Key::Delegation(delegation(1)),
            vec![Key::Delegate(delegate(1))],
            vec![Key::Session(session(1)), Key::Visit(visit(1)), Key::Group(group(1))],
        ),
        (Key::Delegation(delegation(2)), vec![], vec![Key::Session(session(1))]),
        (Key::Delegate(delegate(1)), vec![], vec![Key::Session(session(1)), Key::Group(group(1))]),
        (Key::Session(session(1)), vec![], vec![]),
        (Key::Host(host(1)), vec![Key::Stop(stop(1))], vec![Key::Visit(visit(1)), Key::Group(group(1))]),
        (
            Key::Visit(visit(1)),
            [
                vec![Key::Stop(stop(1)), Key::Stop(stop(2)), Key::Coach(coach)],
                vec![Key::Group(group(1)), Key::Group(group(2)), Key::Turn(turn)],
            ]
            .concat(),
            vec![],
        ),
        (Key::Stop(stop(2)), vec![Key::Turn(turn)], vec![Key::Visit(visit(1)), Key::Group(group(1))]),
        (Key::Coach(coach), vec![], vec![Key::Group(group(1))]),
        (Key::Group(group(1)), vec![Key::Turn(turn)], vec![]),
        (Key::Turn(turn), vec![], vec![]),
        (one_to_two[0], vec![], vec![]),
    ];
    for (key, along, mentions) in cases {
        let plan = after(&Edit::Remove(key));
        let mut expect = [vec![key], along.clone(), mentions].concat();
        expect.sort_unstable();
        let mut changed = small().differing(&plan);
        changed.sort_unstable();
        assert_eq!(changed, expect, "{key:?}");
        for gone in along.into_iter().chain([key]) {
            assert_eq!(plan.record(gone), None, "{gone:?} with {key:?}");
        }
    }
}

#[test]
fn the_meeting_itself_stays() {
    assert_eq!(after(&Edit::Remove(Key::Meeting(small().id()))), small());
}

#[test]
fn an_audience_shrinks_and_is_everyone_when_its_last_delegation_goes() {
    let [one, two] = [1, 2].map(DelegationId::from_number);
    let without_one = after(&Edit::Remove(Key::Delegation(one)));
    let session = first_session(&without_one);
    assert_eq!(session.audience, Attendance::Only([two].into()));
    assert_eq!(session.chair, [Party::Named("Guest".into())]);
    assert_eq!((session.speakers, session.rapporteur), (vec![], vec![Party::Delegation(two)]));
    assert_eq!(without_one.visits.get(VisitId::from_number(1)).unwrap().audience, Attendance::Everyone);
}

#[test]
fn what_an_edit_does_not_touch_stays_shared() {
    let before = small();
    let plan = apply(&before, &Edit::Remove(Key::Stop(StopId::from_number(1)))).unwrap();
    let shared = |id| {
        let id = SessionId::from_number(id);
        std::sync::Arc::ptr_eq(before.sessions.get(id).unwrap(), plan.sessions.get(id).unwrap())
    };
    assert!(shared(1) && shared(2));
    assert_eq!(at(13, 0), plan.visits.get(VisitId::from_number(1)).unwrap().start);
}

#[test]
fn sessions_from_elsewhere_come_with_their_places_in_one_edit() {
    let (venues, rooms) = (vec![venue(9, None)], vec![room(9, 9)]);
    let session = Session { place: Place::Room(RoomId::from_number(9)), ..session(9) };
    let edit = Edit::AddSessions { venues, rooms, sessions: vec![session.clone()] };
    let after = apply(&empty(), &edit).unwrap();
    assert_eq!((after.venues.len(), after.rooms.len(), after.sessions.len()), (1, 1, 1));
    let without = Edit::AddSessions { venues: Vec::new(), rooms: Vec::new(), sessions: vec![session] };
    assert_eq!(apply(&empty(), &without), Err(EditError::Gone(Key::Room(RoomId::from_number(9)))));
}

#[test]
fn no_table_grows_beyond_what_can_be_read_again() {
    let many = |count: u128| (0..count).map(|number| delegate(number, 1)).collect::<Vec<_>>();
    let most = u128::try_from(Plan::MOST_RECORDS).unwrap();
    let enrol = |delegates| Edit::Enrol { delegations: vec![delegation(1)], delegates };
    let full = apply(&empty(), &enrol(many(most))).unwrap();
    assert_eq!(apply(&empty(), &enrol(many(most + 1))), Err(EditError::TooMany));
    assert_eq!(apply(&full, &Edit::Add(delegate(most, 1).into())), Err(EditError::TooMany));
    assert!(apply(&full, &Edit::Remove(Key::Delegate(DelegateId::from_number(0)))).is_ok());
}

#[test]
fn a_day_gets_another_date_and_what_is_planned_stays() {
    let mut plan = small();
    plan.days.change(date(), |day| day.title = Text::same("The first"));
    let (from, to) = (date(), date() - chrono::Days::new(3));
    let moved = apply(&plan, &Edit::MoveDay { from, to }).unwrap();
    let days: Vec<_> = moved.days.iter().map(|day| (day.id, day.title.english.clone())).collect();
    assert_eq!(days, [(to, "The first".to_string())]);
    assert_eq!(moved.sessions, plan.sessions);
    let two = apply(&plan, &Edit::Add(day(1).into())).unwrap();
    let taken = day(1).id;
    assert_eq!(apply(&two, &Edit::MoveDay { from, to: taken }), Err(EditError::Twice(Key::Day(taken))));
    assert_eq!(apply(&plan, &Edit::MoveDay { from: taken, to }), Err(EditError::Gone(Key::Day(taken))));
}
