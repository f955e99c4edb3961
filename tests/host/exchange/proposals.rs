//! What sessions from other people's files become.

use crate::plan::build::{self, at, slot};
use itinera::{
    agenda::{Audience, entries},
    example::manumix,
    exchange::{
        incoming::Incoming,
        proposals::{Becomes, Ids, NewPlaces, Proposal, Twin, add, propose},
    },
    plan::{
        Delegate, DelegateId, Edit, EditError, EntryId, Link, Party, Place, Plan, RoomId, Session, SessionId,
        SessionKind, Slot, Text, Venue, VenueId, Verb, apply,
    },
    wire::{self, LONGEST_TEXT, PlanFile},
};
use std::cell::Cell;

fn incoming(title: &str, start: (u32, u32), end: (u32, u32)) -> Incoming {
    Incoming {
        key: String::new(),
        title: title.into(),
        slot: slot(start, end),
        place: String::new(),
        notes: String::new(),
        speakers: Vec::new(),
        link: String::new(),
    }
}

fn one(plan: &Plan, incoming: Incoming) -> Proposal {
    propose(plan, vec![incoming]).remove(0)
}

thread_local! {
    static NEXT: Cell<u128> = const { Cell::new(1000) };
}

fn next() -> u128 {
    NEXT.set(NEXT.get() + 1);
    NEXT.get()
}

const IDS: Ids = Ids {
    session: || SessionId::from_number(next()),
    venue: || VenueId::from_number(next()),
    room: || RoomId::from_number(next()),
};

/// The plan after everything that is not left out was added.
fn added(plan: &Plan, incoming: Vec<Incoming>, places: NewPlaces) -> Plan {
    let proposals = propose(plan, incoming);
    let edit = add(plan, &proposals, &|place| proposals[place].is_usual(), places, IDS).unwrap();
    apply(plan, &edit).unwrap()
}

#[test]
fn the_kind_is_what_the_title_speaks_of() {
    let cases = [
        ("Opening", SessionKind::Plenary),
        ("Networking lunch", SessionKind::Lunch),
        ("Lunch break", SessionKind::Lunch),
        ("Pranzo a buffet", SessionKind::Lunch),
        ("Cena sociale", SessionKind::Dinner),
        ("Registration and coffee", SessionKind::Registration),
        ("Registrazione dei partecipanti", SessionKind::Registration),
        ("Coffee break", SessionKind::Break),
        ("Pausa caffè", SessionKind::Break),
        ("Breaking the mould", SessionKind::Plenary),
        ("Scenari", SessionKind::Plenary),
        ("Steering Group meeting", SessionKind::SteeringGroup),
        ("Workshop 1: evaluation", SessionKind::Workshop),
        ("Departure", SessionKind::Departure),
        ("Tempo libero", SessionKind::FreeTime),
        ("", SessionKind::Plenary),
    ];
    for (title, kind) in cases {
        assert_eq!(one(&build::empty(), incoming(title, (9, 0), (10, 0))).kind, kind, "{title}");
    }
}

#[test]
fn a_place_is_known_again_by_its_name() {
    let mut plan = build::empty();
    plan.venues.put(Venue { name: Text::new("Town hall", "Municipio"), ..build::venue(1, None) });
    plan.rooms.put(build::room(1, 1));
    let room = Becomes::Known(Place::Room(RoomId::from_number(1)));
    let venue = Becomes::Known(Place::Venue(VenueId::from_number(1)));
    let cases = [
        ("", Becomes::Open),
        ("  ", Becomes::Open),
        ("room 1", room),
        ("MUNICIPIO", venue),
        ("Room 1, Town Hall", room),
        ("Room 1, Town hall, via Roma 1", venue),
        ("Room 2", Becomes::New),
    ];
    for (place, expected) in cases {
        let found = one(&plan, Incoming { place: place.into(), ..incoming("x", (9, 0), (10, 0)) }).place;
        let both = [expected, room];
        // A room with the address behind it is that room.
        assert!(if place.contains("via") { both[1] == found } else { expected == found }, "{place}: {found:?}");
    }
}

#[test]
fn what_is_there_already_is_known_again() {
    let mut plan = manumix();
    let session = plan.sessions.iter().next().unwrap().clone();
    let by_key = |key: String| Incoming { key, ..incoming("Something else", (3, 0), (4, 0)) };
    let by_title = |title: &str, slot: Slot| Incoming { slot, ..incoming(title, (3, 0), (4, 0)) };
    let later = session.slot.moved(5);
    let here = Some(Twin::InPlan(EntryId::Session(session.id), session.slot));
    let known = entries(&plan, Audience::Everyone);
    let at_stop = known.iter().find(|entry| matches!(entry.id, EntryId::Stop(_, Some(_)))).unwrap();
    let cases = [
        (by_key(session.id.to_string()), here),
        (by_key(format!("{}@itinera", session.id)), here),
        (by_key(format!("{}@itinera", at_stop.id)), Some(Twin::InPlan(at_stop.id, at_stop.slot))),
        (by_key("somebody-elses@example.net".into()), None),
        (by_title(&session.title.english.to_uppercase(), session.slot), here),
        (by_title(&session.title.italian, session.slot), here),
        (by_title(&session.title.english, later), None),
    ];
    plan.days = itinera::plan::Table::default();
    for (incoming, expected) in cases {
        let said = format!("{incoming:?}");
        assert_eq!(one(&plan, incoming).twin, expected, "{said}");
    }
}

#[test]
fn what_is_twice_in_a_file_is_proposed_once() {
    let with_key = |key: &str, title: &str| Incoming { key: key.into(), ..incoming(title, (9, 0), (10, 0)) };
    let proposals = propose(
        &build::empty(),
        vec![
            with_key("1", "A"),
            with_key("2", "B"),
            with_key("1", "C"),
            with_key("", "b"),
            with_key("", "D"),
            with_key("", "E"),
        ],
    );
    let twins: Vec<_> = proposals.iter().map(|proposal| proposal.twin).collect();
    let again = Some(Twin::InFile);
    assert_eq!(twins, [None, None, again, again, None, None]);
}

#[test]
fn what_is_on_no_day_of_the_meeting_is_marked() {
    let mut plan = build::empty();
    let other = |days| Incoming {
        slot: Slot::lasting(at(9, 0) + chrono::Days::new(days), 30),
        ..incoming("x", (9, 0), (9, 30))
    };
    assert!(!one(&plan, other(7)).outside, "a plan without days has no outside");
    plan.days.put(build::day(0));
    plan.days.put(build::day(1));
    let outside: Vec<_> = [0, 1, 2].map(|days| one(&plan, other(days)).outside).into();
    assert_eq!(outside, [false, false, true]);
}

#[test]
fn everything_that_a_file_says_is_in_the_session() {
    let mut plan = build::empty();
    plan.delegations.put(build::delegation(1));
    plan.delegates.put(Delegate { name: "Ada Uno".into(), ..build::delegate(1, 1) });
    let full = Incoming {
        notes: "About it\n".into(),
        speakers: vec!["ada uno".into(), "Somebody Else ".into(), " ".into()],
        link: "https://example.net/1".into(),
        ..incoming(" Talk ", (9, 0), (10, 0))
    };
    let plan = added(&plan, vec![full], NewPlaces::Venues);
    let session = plan.sessions.iter().next().unwrap();
    let expected = Session {
        title: Text::same("Talk"),
        speakers: vec![Party::Delegate(DelegateId::from_number(1)), Party::Named("Somebody Else".into())],
        notes: Text::same("About it"),
        links: vec![Link { title: String::new(), url: "https://example.net/1".into() }],
        to_confirm: false,
        id: session.id,
        ..build::session(1)
    };
    assert_eq!(**session, expected);
}

#[test]
fn a_link_that_is_none_is_left_out() {
    for link in ["javascript:alert(1)", "data:text/html,x", "example.net", ""] {
        let plan = added(
            &build::empty(),
            vec![Incoming { link: link.into(), ..incoming("x", (9, 0), (10, 0)) }],
            NewPlaces::Notes,
        );
        assert_eq!(plan.sessions.iter().next().unwrap().links, [], "{link}");
    }
}

#[test]
fn new_places_become_rooms_venues_or_a_note() {
    let mut plan = build::empty();
    plan.venues.put(build::venue(1, None));
    let at_place = |place: &str, start| Incoming { place: place.into(), ..incoming("x", (start, 0), (start + 1, 0)) };
    let file = || vec![at_place("Hall A", 9), at_place("hall a", 10), at_place("Hall B", 11), at_place("", 12)];
    let places = |plan: &Plan| {
        let sessions = plan.sessions.iter().filter_map(|session| match session.place {
            Place::Open => None,
            Place::Room(id) => plan.rooms.get(id).map(|room| room.name.english.clone()),
            Place::Venue(id) => plan.venues.get(id).map(|venue| venue.name.english.clone()),
        });
        sessions.collect::<Vec<_>>()
    };
    let rooms = added(&plan, file(), NewPlaces::Rooms(VenueId::from_number(1)));
    assert_eq!(
        (rooms.rooms.len(), rooms.venues.len(), places(&rooms)),
        (2, 1, vec!["Hall A".into(), "Hall A".into(), "Hall B".into()])
    );
    let venues = added(&plan, file(), NewPlaces::Venues);
    assert_eq!((venues.rooms.len(), venues.venues.len(), places(&venues).len()), (0, 3, 3));
    let notes = added(&plan, file(), NewPlaces::Notes);
    assert_eq!((notes.rooms.len(), notes.venues.len(), places(&notes).len()), (0, 1, 0));
    let said: Vec<_> = notes.sessions.iter().map(|session| session.notes.english.clone()).collect();
    assert_eq!(said, ["Hall A", "hall a", "Hall B", ""]);
}

#[test]
fn it_is_one_edit_of_those_that_were_picked() {
    let plan = build::empty();
    let proposals = propose(&plan, vec![incoming("A", (9, 0), (10, 0)), incoming("B", (9, 0), (10, 0))]);
    assert_eq!(add(&plan, &proposals, &|_| false, NewPlaces::Venues, IDS), None);
    let edit = add(&plan, &proposals, &|place| place == 1, NewPlaces::Venues, IDS).unwrap();
    let label = edit.label(&plan);
    assert_eq!((label.verb, label.subject.english), (Verb::AddSessions, "B".to_string()));
    let all = add(&plan, &proposals, &|_| true, NewPlaces::Venues, IDS).unwrap();
    assert_eq!(all.label(&plan).subject.english, "2");
    let after = apply(&plan, &all).unwrap();
    assert_eq!(
        apply(&after, &all).unwrap_err(),
        EditError::Twice(itinera::plan::Key::Session(after.sessions.iter().next().unwrap().id))
    );
}

#[test]
fn what_is_added_can_be_saved_and_read_again() {
    let long = "é".repeat(LONGEST_TEXT + 5);
    let big = Incoming {
        key: long.clone(),
        place: long.clone(),
        notes: long.clone(),
        speakers: vec![long.clone()],
        link: format!("https://{long}"),
        ..incoming(&long, (9, 0), (10, 0))
    };
    for places in [NewPlaces::Venues, NewPlaces::Notes] {
        let plan = added(&build::empty(), vec![big.clone()], places);
        let text = wire::encode(&PlanFile { plan: plan.clone(), saved: None, lineage: Vec::new() });
        assert_eq!(wire::decode(text.as_bytes()).unwrap().plan, plan);
    }
}

#[test]
fn no_more_is_added_than_a_plan_can_hold() {
    let many = |count: u32| (0..count).map(|number| incoming(&number.to_string(), (9, 0), (10, 0))).collect::<Vec<_>>();
    let plan = added(&build::empty(), many(2000), NewPlaces::Venues);
    assert_eq!(plan.sessions.len(), 2000);
    let proposals = propose(&plan, many(3001));
    assert_eq!(proposals.iter().filter(|proposal| proposal.twin.is_some()).count(), 2000);
    let edit = add(&plan, &proposals, &|_| true, NewPlaces::Venues, IDS).unwrap();
    assert_eq!(apply(&plan, &edit), Err(EditError::TooMany));
    let Edit::AddSessions { mut sessions, .. } = edit else { panic!() };
    sessions.truncate(3000);
    let edit = Edit::AddSessions { venues: Vec::new(), rooms: Vec::new(), sessions };
    assert_eq!(apply(&plan, &edit).unwrap().sessions.len(), Plan::MOST_RECORDS);
}
