//! Laws that hold for any plan, also one that several merges left in pieces.

use super::support::*;
use crate::plan::build::{coach, group, turn};
use chrono::{NaiveDateTime, TimeDelta};
use itinera::checks::{Severity, check};
use itinera::i18n::{Language, Words};
use itinera::plan::{
    Attendance, Coach, CoachId, DelegateId, DelegationId, Group, Host, HostId, Party, Place, Plan, Room, RoomId,
    Session, SessionKind, Slot, Stop, StopId, TopicId, Travel, Turn, Venue, VenueId, Visit, VisitId, Window, apply,
};
use proptest::{collection::vec, option, prelude::*, sample::select};

/// Identities of four, of which the plan has three: some references dangle.
fn any_id() -> impl Strategy<Value = u128> {
    1u128..5
}

/// A moment on one of four days, of which two are days of the meeting; to five minutes, mostly.
fn moment() -> impl Strategy<Value = NaiveDateTime> {
    (-1i64..3, 0i64..288, select(vec![0, 0, 0, 2]))
        .prop_map(|(day, fives, odd)| at(0, 0) + TimeDelta::minutes(day * 1440 + fives * 5 + odd))
}

fn audience() -> impl Strategy<Value = Attendance> {
    let some = proptest::collection::btree_set(any_id().prop_map(DelegationId::from_number), 0..3);
    prop_oneof![Just(Attendance::Everyone), some.prop_map(Attendance::Only)]
}

fn parties() -> impl Strategy<Value = Vec<Party>> {
    let party = prop_oneof![
        any_id().prop_map(person),
        any_id().prop_map(|id| Party::Delegation(DelegationId::from_number(id))),
        Just(Party::Named("Ada Neri".into())),
    ];
    vec(party, 0..3)
}

fn topics() -> impl Strategy<Value = std::collections::BTreeSet<TopicId>> {
    proptest::collection::btree_set(any_id().prop_map(TopicId::from_number), 0..2)
}

fn any_session() -> impl Strategy<Value = Session> {
    let place =
        prop_oneof![Just(Place::Open), any_id().prop_map(in_venue), any_id().prop_map(in_room), Just(in_room(1)),];
    let when = (moment(), prop_oneof![5u16..120, Just(1440)]);
    let kind = select(SessionKind::ALL.to_vec());
    (1u128..12, kind, when, place, parties(), parties(), audience(), topics(), any::<bool>(), any::<bool>()).prop_map(
        |(id, kind, (start, minutes), place, chair, speakers, audience, topics, to_confirm, fixed)| Session {
            kind,
            place,
            chair,
            speakers,
            audience,
            topics,
            to_confirm,
            fixed,
            ..session(id, "Talk", Slot::lasting(start, minutes))
        },
    )
}

fn any_stop() -> impl Strategy<Value = Stop> {
    let hours = option::of((0u32..24, 0u32..24));
    (1u128..6, any_id(), any_id(), 0u16..90, hours, topics(), any::<bool>()).prop_map(
        |(id, visit, host, tour, hours, topics, to_confirm)| Stop {
            visit: VisitId::from_number(visit),
            tour,
            window: hours.and_then(|(from, to)| Window::new(time(from, 0), time(to, 0))),
            topics,
            to_confirm,
            ..stop(id, host)
        },
    )
}

fn any_visit() -> impl Strategy<Value = Visit> {
    let place = || option::of(any_id().prop_map(VenueId::from_number));
    let order = vec((1u128..7).prop_map(StopId::from_number), 0..4);
    (any_id(), moment(), place(), place(), option::of(moment()), order, audience(), option::of(0u16..20)).prop_map(
        |(id, start, start_place, return_place, return_by, order, audience, coach_seats)| Visit {
            id: VisitId::from_number(id),
            start,
            start_place,
            return_place,
            return_by,
            order,
            audience,
            coach_seats,
            ..visit()
        },
    )
}

fn any_host() -> impl Strategy<Value = Host> {
    (any_id(), option::of(any_id()), option::of(0u16..10), option::of(-30i64..10), any::<bool>(), 0u16..40).prop_map(
        |(id, venue, capacity, due, id_list_sent, gap)| Host {
            gap,
            capacity,
            id_list_due: due.map(|days| date() + TimeDelta::days(days)),
            id_list_sent,
            ..host(id, "Press works", venue)
        },
    )
}

fn any_group() -> impl Strategy<Value = Group> {
    let delegations = proptest::collection::btree_set(any_id().prop_map(DelegationId::from_number), 0..3);
    let delegates = proptest::collection::btree_set(any_id().prop_map(DelegateId::from_number), 0..2);
    let order = vec((1u128..6).prop_map(StopId::from_number), 0..3);
    let start = option::of((0u32..24).prop_map(|hour| time(hour, 30)));
    let coach = option::of(any_id().prop_map(CoachId::from_number));
    (any_id(), any_id(), delegations, delegates, order, start, coach).prop_map(
        |(id, of, delegations, delegates, order, start, coach)| Group {
            delegations,
            delegates,
            order,
            start,
            coach,
            ..group(id, of)
        },
    )
}

fn any_turn() -> impl Strategy<Value = Turn> {
    let received = option::of((0u32..24).prop_map(|hour| time(hour, 0)));
    (any_id(), 1u128..6, received, 0u16..30, any::<bool>()).prop_map(|(group, stop, received, hold, pinned)| Turn {
        received,
        hold,
        pinned,
        ..turn(group, stop)
    })
}

fn any_plan() -> impl Strategy<Value = Plan> {
    let coaches = vec((any_id(), any_id(), option::of(0u16..9)), 0..3);
    (visits_only(), vec(any_group(), 0..5), vec(any_turn(), 0..4), coaches).prop_map(
        |(mut plan, groups, turns, coaches)| {
            plan.groups = groups.into_iter().collect();
            plan.turns = turns.into_iter().collect();
            for (id, of, seats) in coaches {
                plan.coaches.put(Coach { seats, ..coach(id, of) });
            }
            plan
        },
    )
}

fn visits_only() -> impl Strategy<Value = Plan> {
    let venues = vec((1u128..4, option::of(45_000_000..45_300_000)), 0..4);
    let rooms = vec((any_id(), any_id(), option::of(0u16..20)), 0..4);
    let people = vec((any_id(), any_id(), option::of(moment()), option::of(moment())), 0..4);
    let heads = vec((1u128..4, 0u16..6), 0..4);
    let drives = vec((any_id(), any_id(), 0u16..90), 0..4);
    let parts = (vec(any_session(), 0..10), vec(any_visit(), 0..3), vec(any_stop(), 0..6), vec(any_host(), 0..4));
    (venues, rooms, people, heads, drives, parts).prop_map(|(venues, rooms, people, heads, drives, parts)| {
        let (sessions, visits, stops, hosts) = parts;
        let mut plan = crate::plan::build::empty();
        plan.days.put(crate::plan::build::day(0));
        plan.days.put(crate::plan::build::day(1));
        plan.topics.put(topic(1, "Clusters"));
        for (id, north) in venues {
            let position = north.and_then(|north| itinera::plan::Position::new(north, 7_700_000));
            plan.venues.put(Venue { position, ..venue(id, "Town hall") });
        }
        for (id, venue, capacity) in rooms {
            let (id, venue) = (RoomId::from_number(id), VenueId::from_number(venue));
            plan.rooms.put(Room { id, venue, capacity, ..room(1, "Room") });
        }
        for (id, of, arrival, departure) in people {
            let travel = |at| Travel { at, place: String::new() };
            let (arrival, departure) = (arrival.map(travel), departure.map(travel));
            plan.delegates.put(itinera::plan::Delegate { arrival, departure, ..delegate(id, of, "Mari Puw") });
        }
        for (id, heads) in heads {
            plan.delegations.put(delegation(id, "Wales", heads));
        }
        for (from, to, minutes) in drives {
            plan.transfers.put(transfer(from, to, minutes));
        }
        plan.sessions = sessions.into_iter().collect();
        plan.visits = visits.into_iter().collect();
        plan.stops = stops.into_iter().collect();
        plan.hosts = hosts.into_iter().collect();
        plan
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_fix_always_mends(plan in any_plan(), day in option::of(-20i64..5)) {
        let today = day.map(|day| date() + TimeDelta::days(day));
        every_fix_mends(&plan, today, &check(&plan, today));
    }

    #[test]
    fn findings_are_sorted_said_and_the_same_every_time(plan in any_plan()) {
        let findings = check(&plan, Some(date()));
        prop_assert_eq!(&findings, &check(&plan.clone(), Some(date())));
        prop_assert!(findings.is_sorted_by_key(|finding| (finding.severity, finding.at.is_none(), finding.at)));
        for finding in &findings {
            prop_assert!(!finding.about.is_empty());
            for words in Language::ALL.map(Words::new) {
                let sentence = finding.sentence(&plan, words);
                prop_assert!(sentence.ends_with('.') && !sentence.contains("  "), "{}", sentence);
                if let Some(fix) = &finding.fix {
                    prop_assert!(!fix.words(&plan, words).is_empty());
                }
            }
        }
    }

    #[test]
    fn mending_one_after_the_other_comes_to_an_end(plan in any_plan()) {
        let mut plan = plan;
        for _ in 0..200 {
            let Some(fix) = check(&plan, None).into_iter().find_map(|finding| finding.fix) else { break };
            plan = apply(&plan, &fix.edit).unwrap();
        }
        prop_assert!(check(&plan, None).iter().all(|finding| finding.fix.is_none()));
    }
}

/// The times of 300 sessions in ten lanes over two days, as a conference would have them.
#[test]
fn many_sessions_are_checked_at_once() {
    let mut plan = base();
    for lane in 0..10u32 {
        plan.rooms.put(room(10 + u128::from(lane), "Room"));
        for row in 0..30u32 {
            let id = u128::from(lane * 30 + row + 1);
            let start = at(9, 0) + TimeDelta::minutes(i64::from(row % 15 * 35 + row / 15 * 1440));
            let place = in_room(10 + u128::from(lane));
            plan.sessions.put(Session { place, ..session(id, "Talk", Slot::lasting(start, 30)) });
        }
    }
    let findings = check(&plan, None);
    assert_eq!(findings.len(), 30 * 45);
    assert!(findings.iter().all(|finding| finding.severity == Severity::Blocker));
    assert!(plan.hosts.get(HostId::from_number(1)).is_none());
}
