//! The law of edits: whatever an organiser does, in whatever order, every reference resolves.

use super::build::{
    between, coach, day, delegate, delegation, document, empty, group, host, room, session, slot, stop, topic,
    transfer, turn, venue, version, visit,
};
use itinera::plan::{
    AnyRecord, Arranged, Attendance, CoachId, DelegateId, DelegationId, Deviated, Deviation, Edit, EntryId, Group,
    GroupId, HostId, Longer, Member, Parted, Party, Phase, Place, Plan, Restored, RoomId, Session, SessionId, Stop,
    StopId, TopicId, Turn, VenueId, Visit, VisitId, apply,
};
use proptest::{collection, option, prelude::*};

/// Few numbers, so that edits meet each other's records.
fn number() -> impl Strategy<Value = u128> {
    0u128..3
}

fn place() -> impl Strategy<Value = Place> {
    prop_oneof![
        Just(Place::Open),
        number().prop_map(|id| Place::Venue(VenueId::from_number(id))),
        number().prop_map(|id| Place::Room(RoomId::from_number(id))),
    ]
}

fn parties() -> impl Strategy<Value = Vec<Party>> {
    let party = prop_oneof![
        Just(Party::Named("Guest".into())),
        number().prop_map(|id| Party::Delegate(DelegateId::from_number(id))),
        number().prop_map(|id| Party::Delegation(DelegationId::from_number(id))),
    ];
    collection::vec(party, 0..3)
}

fn audience() -> impl Strategy<Value = Attendance> {
    let only = collection::btree_set(number().prop_map(DelegationId::from_number), 0..3).prop_map(Attendance::Only);
    prop_oneof![Just(Attendance::Everyone), only]
}

fn topics() -> impl Strategy<Value = std::collections::BTreeSet<TopicId>> {
    collection::btree_set(number().prop_map(TopicId::from_number), 0..3)
}

fn any_session() -> impl Strategy<Value = Session> {
    let roles = (parties(), parties(), parties());
    (number(), place(), roles, audience(), topics()).prop_map(|(id, place, roles, audience, topics)| {
        let (chair, speakers, rapporteur) = roles;
        Session { place, chair, speakers, rapporteur, audience, topics, ..session(id) }
    })
}

fn any_visit() -> impl Strategy<Value = Visit> {
    let spot = || option::of(number().prop_map(VenueId::from_number));
    let order = collection::vec(number().prop_map(StopId::from_number), 0..4);
    (number(), spot(), spot(), order, audience()).prop_map(|(id, start_place, return_place, order, audience)| Visit {
        start_place,
        return_place,
        order,
        audience,
        ..visit(id)
    })
}

fn any_stop() -> impl Strategy<Value = Stop> {
    (number(), number(), number(), topics()).prop_map(|(id, at, from, topics)| Stop { topics, ..stop(id, at, from) })
}

fn any_host() -> impl Strategy<Value = itinera::plan::Host> {
    (number(), option::of(number())).prop_map(|(id, at)| host(id, at))
}

fn any_group() -> impl Strategy<Value = Group> {
    let delegations = collection::btree_set(number().prop_map(DelegationId::from_number), 0..3);
    let delegates = collection::btree_set(number().prop_map(DelegateId::from_number), 0..3);
    let order = collection::vec(number().prop_map(StopId::from_number), 0..3);
    let skips = collection::btree_set(number().prop_map(StopId::from_number), 0..2);
    let members = (delegations, delegates, option::of(number().prop_map(CoachId::from_number)));
    (1u128..4, number(), members, order, skips).prop_map(|(id, of, members, order, skips)| {
        let (delegations, delegates, coach) = members;
        Group { delegations, delegates, coach, order, skips, ..group(id, of) }
    })
}

fn any_turn() -> impl Strategy<Value = Turn> {
    (1u128..4, number(), 0u16..2).prop_map(|(group, stop, hold)| Turn { hold, ..turn(group, stop) })
}

fn any_group_edit() -> impl Strategy<Value = Edit> {
    let visit = || number().prop_map(VisitId::from_number);
    let member = prop_oneof![
        number().prop_map(|id| Member::Delegation(DelegationId::from_number(id))),
        number().prop_map(|id| Member::Delegate(DelegateId::from_number(id))),
    ];
    let id = || option::of((1u128..4).prop_map(GroupId::from_number));
    let order = collection::vec(number().prop_map(StopId::from_number), 0..3);
    let arranged = (id(), order, collection::vec(any_turn(), 0..3)).prop_map(|(group, order, turns)| Arranged {
        group,
        start: None,
        order,
        turns,
    });
    prop_oneof![
        (visit(), member, id()).prop_map(|(visit, member, group)| Edit::Assign { visit, member, group }),
        (visit(), collection::vec(any_group(), 0..3)).prop_map(|(visit, groups)| {
            let groups = groups.into_iter().map(|group| Group { visit, ..group }).collect();
            Edit::Split { visit, groups }
        }),
        any_turn().prop_map(Edit::SetTurn),
        (visit(), id(), option::of(number()), number(), option::of(any_group()), any_turn()).prop_map(|drawn| {
            let (visit, group, stop, session, new, turn) = drawn;
            let stop = stop.map(StopId::from_number);
            let lengths = vec![Longer { stop, phase: Phase::Tour, minutes: 20 }];
            let skips = stop.into_iter().collect();
            let parted = group.map(|from| Parted { from: Some(from), together: stop.into_iter().collect() });
            let deviation = Deviation { starts: 5, lengths, order: stop.into_iter().collect(), skips, parted };
            let id = SessionId::from_number(session);
            Edit::Deviate(Deviated {
                entry: EntryId::Session(id),
                minutes: 20,
                sessions: vec![(id, Some(slot((9, 0), (10, 20))))],
                groups: new.into_iter().map(|new| Group { deviation: deviation.clone(), ..new }).collect(),
                turns: vec![turn],
                ways: vec![((visit, group), deviation)],
            })
        }),
        (visit(), id(), number(), any_group()).prop_map(|(visit, group, session, whole)| {
            let sessions = vec![SessionId::from_number(session)];
            let gone = vec![whole.id];
            Edit::BackToPlan(Restored { sessions, groups: vec![whole], gone, ways: vec![(visit, group)] })
        }),
        (visit(), collection::vec(arranged, 0..3)).prop_map(|(visit, groups)| Edit::Arrange { visit, groups }),
        (any_group(), any_group()).prop_map(|(before, after)| {
            let after = Group { id: before.id, ..after };
            Edit::revise(before, after)
        }),
    ]
}

fn any_record() -> impl Strategy<Value = AnyRecord> {
    prop_oneof![
        (0u64..3).prop_map(|id| day(id).into()),
        number().prop_map(|id| topic(id).into()),
        number().prop_map(|id| document(id).into()),
        number().prop_map(|id| venue(id, None).into()),
        (number(), number()).prop_map(|(id, at)| room(id, at).into()),
        number().prop_map(|id| delegation(id).into()),
        (number(), number()).prop_map(|(id, of)| delegate(id, of).into()),
        any_session().prop_map(AnyRecord::from),
        any_host().prop_map(AnyRecord::from),
        any_visit().prop_map(AnyRecord::from),
        any_stop().prop_map(AnyRecord::from),
        any_group().prop_map(AnyRecord::from),
        any_turn().prop_map(AnyRecord::from),
        (number(), number()).prop_map(|(id, of)| coach(id, of).into()),
        number().prop_map(|id| version(id).into()),
        (number(), number(), 0u16..60).prop_map(|(from, to, minutes)| transfer(from, to, minutes).into()),
    ]
}

/// A plan with three of everything, each referring to any of the others.
fn full() -> impl Strategy<Value = Plan> {
    let rows =
        collection::vec((any_session(), any_visit(), any_stop(), any_host(), any_group(), number(), number()), 3);
    rows.prop_map(|rows| {
        let mut plan = empty();
        for (id, (any_session, any_visit, any_stop, any_host, any_group, other, another)) in (0u128..).zip(rows) {
            plan.days.put(day(u64::try_from(id).unwrap()));
            plan.topics.put(topic(id));
            plan.documents.put(document(id));
            plan.venues.put(venue(id, None));
            plan.rooms.put(room(id, other));
            plan.delegations.put(delegation(id));
            plan.delegates.put(delegate(id, another));
            plan.sessions.put(Session { id: SessionId::from_number(id), ..any_session });
            plan.hosts.put(itinera::plan::Host { id: HostId::from_number(id), ..any_host });
            plan.visits.put(Visit { id: VisitId::from_number(id), ..any_visit });
            plan.stops.put(Stop { id: StopId::from_number(id), ..any_stop });
            plan.transfers.put(transfer(other, another, 10));
            plan.coaches.put(coach(id, other));
            plan.versions.put(version(id));
            plan.groups.put(Group { id: GroupId::from_number(id + 1), ..any_group });
            plan.turns.put(Turn { hold: 1, ..turn(other + 1, another) });
        }
        plan
    })
}

fn any_edit() -> impl Strategy<Value = Edit> {
    let key = || any_record().prop_map(|record| record.key());
    let enrol = (option::of(number()), collection::vec((number(), number()), 0..3));
    prop_oneof![
        3 => any_record().prop_map(Edit::Add),
        3 => (any_record(), any_record()).prop_map(|(before, after)| Edit::Revise { before, after }),
        2 => (any_session(), any_session()).prop_map(|(before, after)| {
            let after = Session { id: before.id, ..after };
            Edit::revise(before, after)
        }),
        2 => (any_visit(), any_visit()).prop_map(|(before, after)| {
            let after = Visit { id: before.id, ..after };
            Edit::revise(before, after)
        }),
        4 => key().prop_map(Edit::Remove),
        1 => number().prop_map(|id| Edit::Reschedule {
            session: SessionId::from_number(id),
            slot: slot((8, 0), (8, 30)),
        }),
        1 => enrol.prop_map(|(new, delegates)| Edit::Enrol {
            delegations: new.into_iter().map(delegation).collect(),
            delegates: delegates.into_iter().map(|(id, of)| delegate(id, of)).collect(),
        }),
        1 => (any_stop(), option::of(any_host()), option::of(number())).prop_map(|(stop, host, at)| Edit::AddStop {
            stop,
            host,
            venue: at.map(|id| venue(id, None)),
        }),
        1 => (number(), option::of(1u128..4), 0usize..4).prop_map(|(id, group, to)| Edit::MoveStop {
            stop: StopId::from_number(id),
            group: group.map(GroupId::from_number),
            to,
        }),
        5 => any_group_edit(),
        1 => (number(), number(), option::of(0u16..60)).prop_map(|(from, to, minutes)| Edit::SetDrive {
            transfer: between(from, to),
            minutes,
        }),
        1 => (number(), collection::vec((number(), number(), option::of(0u16..60)), 0..4)).prop_map(|(visit, drives)| {
            let drives = drives.into_iter().map(|(from, to, minutes)| (between(from, to), minutes)).collect();
            Edit::SetDrives { visit: VisitId::from_number(visit), drives }
        }),
        1 => (0u64..3, 0u64..3).prop_map(|(from, to)| Edit::MoveDay { from: day(from).id, to: day(to).id }),
        1 => number().prop_map(|id| Edit::HandOut(version(id))),
        1 => key().prop_map(Edit::Confirm),
    ]
}

/// Everything in the plan that names what is not there; written down field by field, apart from the code under test.
fn dangling(plan: &Plan) -> Vec<String> {
    let mut found = Vec::new();
    let mut must = |there: bool, what: &str, of: &dyn std::fmt::Debug| {
        if !there {
            found.push(format!("{what} of {of:?}"));
        }
    };
    let delegations = |audience: &Attendance| match audience {
        Attendance::Everyone => true,
        Attendance::Only(only) => only.iter().all(|id| plan.delegations.has(*id)),
    };
    let venue = |id: Option<VenueId>| id.is_none_or(|id| plan.venues.has(id));
    for room in &plan.rooms {
        must(plan.venues.has(room.venue), "venue", room);
    }
    for delegate in &plan.delegates {
        must(plan.delegations.has(delegate.delegation), "delegation", delegate);
    }
    for session in &plan.sessions {
        must(
            match session.place {
                Place::Open => true,
                Place::Venue(id) => plan.venues.has(id),
                Place::Room(id) => plan.rooms.has(id),
            },
            "place",
            session,
        );
        for parties in [&session.chair, &session.speakers, &session.rapporteur] {
            let there = |party: &Party| match party {
                Party::Delegate(id) => plan.delegates.has(*id),
                Party::Delegation(id) => plan.delegations.has(*id),
                Party::Named(_) => true,
            };
            must(parties.iter().all(there), "role", session);
        }
        must(delegations(&session.audience), "audience", session);
        must(session.topics.iter().all(|id| plan.topics.has(*id)), "topic", session);
    }
    for host in &plan.hosts {
        must(venue(host.venue), "venue", host);
    }
    for visit in &plan.visits {
        must(venue(visit.start_place) && venue(visit.return_place), "place", visit);
        must(visit.order.iter().all(|id| plan.stops.has(*id)), "order", visit);
        must(delegations(&visit.audience), "audience", visit);
    }
    for stop in &plan.stops {
        must(plan.visits.has(stop.visit), "visit", stop);
        must(plan.hosts.has(stop.host), "host", stop);
        must(stop.topics.iter().all(|id| plan.topics.has(*id)), "topic", stop);
    }
    for coach in &plan.coaches {
        must(plan.visits.has(coach.visit), "visit", coach);
    }
    for group in &plan.groups {
        must(plan.visits.has(group.visit), "visit", group);
        must(group.coach.is_none_or(|id| plan.coaches.has(id)), "coach", group);
        must(group.delegations.iter().all(|id| plan.delegations.has(*id)), "delegation", group);
        must(group.delegates.iter().all(|id| plan.delegates.has(*id)), "delegate", group);
        must(group.order.iter().chain(&group.skips).all(|id| plan.stops.has(*id)), "stop", group);
        let parted = group.deviation.parted.as_ref();
        must(parted.is_none_or(|parted| parted.from.is_none_or(|id| plan.groups.has(id))), "origin", group);
        must(parted.is_none_or(|parted| parted.together.iter().all(|id| plan.stops.has(*id))), "stop", group);
    }
    for turn in &plan.turns {
        must(plan.groups.has(turn.id.group) && plan.stops.has(turn.id.stop), "group or stop", turn);
    }
    for transfer in &plan.transfers {
        must(plan.venues.has(transfer.id.from) && plan.venues.has(transfer.id.to), "venue", transfer);
    }
    found
}

proptest! {
    #[test]
    fn every_reference_resolves_after_any_edits(plan in full(), edits in collection::vec(any_edit(), 0..24)) {
        prop_assert_eq!(dangling(&plan), Vec::<String>::new());
        let mut plan = plan;
        for edit in edits {
            if let Ok(next) = apply(&plan, &edit) {
                prop_assert_eq!(dangling(&next), Vec::<String>::new(), "after {:?}", edit);
                prop_assert_eq!(next.id(), plan.id());
                plan = next;
            }
        }
    }

    #[test]
    fn what_is_removed_is_gone_and_cannot_be_removed_again(plan in full(), record in any_record()) {
        let key = record.key();
        let removed = apply(&plan, &Edit::Remove(key));
        prop_assert_eq!(removed.is_ok(), plan.record(key).is_some());
        if let Ok(removed) = removed {
            prop_assert_eq!(removed.record(key), None);
            prop_assert!(apply(&removed, &Edit::Remove(key)).is_err());
        }
    }
}
