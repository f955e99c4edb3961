//! Split: some go another way from the next stop on, the others stay on theirs.

use super::{A, B, at_stop, day, late, moves, named, on_session, only, to_stop};
use crate::plan::build::{at, coach, delegate, delegation, group, turn};
use chrono::NaiveDateTime;
use itinera::agenda::late::{
    Broken, Carrier, Cause, Change, Choices, Parting, Ripple, Split, Told, WayOut, Who, back_to_plan, choices,
    known_as, planned_slot, ways_out,
};
use itinera::agenda::{Audience, Entry, counted_as, crews, entries};
use itinera::checks::{Rule, check};
use itinera::circuit::graph::Afternoon;
use itinera::plan::{
    Attendance, Coach, CoachId, Contact, Delegate, DelegateId, Delegation, DelegationId, Deviation, EditError, EntryId,
    GroupId, HostId, Key, Member, Parted, Party, Plan, SessionId, StopId, Travel, Turn, VisitId, WayId, apply,
};
use itinera::sync::merge;

const VISIT: VisitId = VisitId::from_number(1);
const C: Option<GroupId> = Some(GroupId::from_number(9));
const REST: Option<GroupId> = Some(GroupId::from_number(8));
/// Identities for two groups that split up.
pub const FRESH: [GroupId; 4] =
    [GroupId::from_number(8), GroupId::from_number(9), GroupId::from_number(10), GroupId::from_number(11)];

fn of(delegation: u128) -> Member {
    Member::Delegation(DelegationId::from_number(delegation))
}

fn person(delegate: u128) -> Member {
    Member::Delegate(DelegateId::from_number(delegate))
}

/// The day with delegations 1 (6 heads) and 4 (4 heads) in group A, 2 (5 heads) in B.
pub fn grouped() -> Plan {
    let mut plan = day();
    for (id, heads) in [(1, 6), (2, 5), (3, 3), (4, 4)] {
        plan.delegations.put(Delegation { expected: Some(heads), ..delegation(id) });
    }
    plan.visits.change(VISIT, |visit| visit.audience = only(&[1, 2, 4]));
    plan.groups.change(A.unwrap(), |group| {
        group.delegations.insert(DelegationId::from_number(4));
    });
    plan
}

/// The same visit in one party, in whatever carries all of it.
pub fn ungrouped() -> Plan {
    let mut plan = grouped();
    for id in [1, 2] {
        plan.groups.remove(GroupId::from_number(id));
        plan.coaches.remove(CoachId::from_number(id));
    }
    plan
}

/// A split of a way, with the identities that these tests give to new groups.
fn split(way: Option<GroupId>, members: &[Member], skips: &[u128]) -> Split {
    Split {
        way: (VISIT, way),
        group: C.unwrap(),
        rest: REST.unwrap(),
        members: members.to_vec(),
        skips: skips.iter().copied().map(StopId::from_number).collect(),
        carrier: Carrier::Found,
    }
}

fn splits(way: Option<GroupId>, members: &[Member], skips: &[u128]) -> WayOut {
    WayOut::Split(split(way, members, skips))
}

pub fn after(plan: &Plan, ripple: &Ripple) -> Plan {
    apply(plan, &ripple.edit).expect("the edit of a ripple")
}

/// The delegations, delegates and heads of each group of the visit.
fn groups(plan: &Plan) -> Vec<(String, Vec<u128>, Vec<u128>, usize)> {
    let row = |group: &std::sync::Arc<itinera::plan::Group>| {
        let delegations = group.delegations.iter().map(|id| id.uuid().as_u128()).collect();
        let delegates = group.delegates.iter().map(|id| id.uuid().as_u128()).collect();
        (group.letter.clone(), delegations, delegates, plan.heads_in(group))
    };
    plan.groups_of(VISIT).into_iter().map(row).collect()
}

/// What an audience sees of the visit: group, what, and from when to when.
fn seen(plan: &Plan, audience: Audience) -> Vec<String> {
    let all = entries(plan, audience).into_iter().filter(|entry| entry.visit().is_some());
    let clock = |entry: &Entry| format!("{}-{}", entry.slot.start().format("%H:%M"), entry.slot.end().format("%H:%M"));
    all.map(|entry| format!("{} {}", named(plan, entry.id), clock(&entry))).collect()
}

/// The rules of what the checks find, but for what a plan without coaches, leaders and topics lacks anyway.
fn found(plan: &Plan) -> Vec<Rule> {
    let rules = [
        Rule::GroupsAtHost,
        Rule::HostGap,
        Rule::CoachClash,
        Rule::TooManyHeads,
        Rule::InTwoGroups,
        Rule::InNoGroup,
        Rule::NoCoach,
    ];
    check(plan, None).into_iter().map(|finding| finding.rule).filter(|rule| rules.contains(rule)).collect()
}

/// Where two are said to be in each other's way until a moment: at which host or in which coach, and from when on.
pub fn found_at(plan: &Plan, until: NaiveDateTime) -> Vec<(Rule, Option<NaiveDateTime>)> {
    let rules = [Rule::GroupsAtHost, Rule::HostGap, Rule::CoachClash];
    let found = check(plan, None).into_iter().filter(|finding| rules.contains(&finding.rule));
    let mut found: Vec<_> =
        found.map(|finding| (finding.rule, finding.at)).filter(|(_, at)| *at <= Some(until)).collect();
    found.sort();
    found.dedup();
    found
}

fn of_delegation(id: u128) -> Audience {
    Audience::Delegation(DelegationId::from_number(id))
}

#[test]
fn some_go_straight_back_and_the_others_make_the_stop() {
    let plan = grouped();
    let ripple = late(&plan, at_stop(1, A), 20, &[splits(A, &[of(4)], &[2])]);
    assert_eq!(
        moves(&ripple.plan, &ripple),
        [
            "A stop 1 13:45-15:00 > 13:45-15:20",
            "C stop 1 13:45-15:00 > 13:45-15:20",
            "C back 16:30-16:40 > 15:20-15:30",
            "A to 2 15:00-15:15 > 15:20-15:35",
            "A stop 2 15:15-16:30 > 15:35-16:50",
            "A back 16:30-16:40 > 16:50-17:00",
        ]
    );
    assert_eq!(ripple.left_out, [at_stop(2, C)]);
    let parting = Parting {
        group: C.unwrap(),
        rest: A.unwrap(),
        heads: 4,
        stay: 6,
        after: Some(StopId::from_number(1)),
        ride: Some((EntryId::LegBack(VISIT, C), at(15, 20))),
        coach: None,
    };
    assert_eq!(ripple.partings, [parting]);
    let after = after(&plan, &ripple);
    let expected =
        [("A".into(), vec![1], vec![], 6), ("B".into(), vec![2], vec![], 5), ("C".into(), vec![4], vec![], 4)];
    assert_eq!(groups(&after), expected);
    assert_eq!(seen(&after, of_delegation(4)), ["C to 1 13:30-13:45", "C stop 1 13:45-15:20", "C back 15:20-15:30"]);
    assert_eq!(seen(&after, of_delegation(1)).last().unwrap(), "A back 16:50-17:00");
    let planned = |id| {
        let all = entries(&after, Audience::Everyone);
        planned_slot(&after, all.iter().find(|entry| entry.id == id).unwrap()).map(|slot| slot.end())
    };
    assert_eq!(planned(EntryId::LegBack(VISIT, C)), Some(at(16, 40)), "what was planned stays beside it");
    // B comes to host 1 at 15:15 while both halves of A are there as one party; and nobody has found them a vehicle.
    assert_eq!(found(&after), [Rule::GroupsAtHost, Rule::NoCoach]);
}

#[test]
fn a_visit_without_groups_gets_two() {
    let mut plan = ungrouped();
    plan.visits.change(VISIT, |visit| visit.coach_seats = Some(15));
    let ripple = late(&plan, at_stop(1, None), 20, &[splits(None, &[of(4), of(2)], &[2])]);
    assert_eq!(ripple.entry, at_stop(1, REST));
    let after = after(&plan, &ripple);
    assert_eq!(groups(&after), [("A".into(), vec![1], vec![], 6), ("B".into(), vec![2, 4], vec![], 9)]);
    assert_eq!(
        seen(&after, Audience::Everyone),
        [
            "A to 1 13:30-13:45",
            "B to 1 13:30-13:45",
            "A stop 1 13:45-15:20",
            "B stop 1 13:45-15:20",
            "A to 2 15:20-15:35",
            "B back 15:20-15:30",
            "A stop 2 15:35-16:50",
            "A back 16:50-17:00",
        ]
    );
    // They were one party in one vehicle: no host and no seats were short, and those who go need something.
    assert_eq!(found(&plan), []);
    assert_eq!(found(&after), [Rule::NoCoach]);
    assert!(Afternoon::of(&after, after.visits.get(VISIT).unwrap()).clashes.is_empty());
    assert_eq!(known_as(&after, at_stop(1, None)), at_stop(1, REST));
    assert_eq!(known_as(&plan, at_stop(1, None)), at_stop(1, None));
    // All of them were in what seats fourteen.
    let mut small = after;
    small.visits.change(VISIT, |visit| visit.coach_seats = Some(14));
    assert_eq!(found(&small), [Rule::TooManyHeads, Rule::NoCoach]);
}

#[test]
fn somebody_whose_delegation_was_removed_stays_in_the_roll() {
    let mut plan = ungrouped();
    plan.visits.change(VISIT, |visit| visit.audience = Attendance::Everyone);
    plan.delegates.put(delegate(71, 7));
    let after = after(&plan, &late(&plan, at_stop(1, None), 20, &[splits(None, &[of(4)], &[2])]));
    assert_eq!(groups(&after)[0].2, [71]);
}

#[test]
fn nobody_splits_up_where_nobody_goes_nobody_stays_or_nothing_is_left_out() {
    let plan = grouped();
    let whole = late(&plan, at_stop(1, A), 20, &[]);
    for (members, skips) in [
        (vec![], vec![2]),
        (vec![of(1), of(4)], vec![2]),
        (vec![of(4)], vec![]),
        (vec![of(4)], vec![1]),
        (vec![of(2)], vec![2]),
        (vec![of(99), person(99)], vec![2]),
    ] {
        let ripple = late(&plan, at_stop(1, A), 20, &[splits(A, &members, &skips)]);
        assert_eq!(ripple, whole, "{members:?} {skips:?}");
    }
    // A way that is not late does not split up, and an identity is given once.
    assert_eq!(late(&plan, at_stop(1, A), 20, &[splits(B, &[of(2)], &[1])]), whole);
    let taken = Split { group: B.unwrap(), ..split(A, &[of(4)], &[2]) };
    assert_eq!(late(&plan, at_stop(1, A), 20, &[WayOut::Split(taken)]), whole);
}

#[test]
fn the_smallest_coach_that_is_free_and_seats_them_carries_those_who_go() {
    let mut plan = grouped();
    let seats = |plan: &mut Plan, seats: [Option<u16>; 2]| {
        for (id, seats) in (3..).zip(seats) {
            plan.coaches.put(Coach { seats, ..coach(id, 1) });
        }
    };
    let carried = |plan: &Plan, carrier| {
        let split = Split { carrier, ..split(A, &[of(4)], &[2]) };
        late(plan, at_stop(1, A), 20, &[WayOut::Split(split)]).partings[0].coach.map(|id| id.uuid().as_u128())
    };
    for (of, expected) in [
        ([Some(30), Some(8)], Some(4)),
        ([Some(30), Some(3)], Some(3)),
        ([Some(3), Some(2)], None),
        ([None, Some(3)], None),
    ] {
        seats(&mut plan, of);
        assert_eq!(carried(&plan, Carrier::Found), expected, "{of:?}");
    }
    assert_eq!(carried(&plan, Carrier::Other), None);
    assert_eq!(carried(&plan, Carrier::Coach(CoachId::from_number(3))), Some(3));
    // Coach 2 carries group B until 16:40.
    plan.coaches.change(CoachId::from_number(2), |coach| coach.seats = Some(9));
    assert_eq!(carried(&plan, Carrier::Found), None);
    plan.groups.change(B.unwrap(), |group| group.coach = None);
    assert_eq!(carried(&plan, Carrier::Found), Some(2));
}

#[test]
fn of_the_coaches_of_a_visit_without_groups_the_largest_is_for_those_who_stay() {
    let mut plan = ungrouped();
    for (id, seats) in [(1, 10), (2, 5), (3, 30)] {
        plan.coaches.put(Coach { seats: Some(seats), ..coach(id, 1) });
    }
    let ripple = late(&plan, at_stop(1, None), 20, &[splits(None, &[of(1)], &[2])]);
    let after = after(&plan, &ripple);
    let coaches = after.groups_of(VISIT).iter().map(|group| group.coach.unwrap().uuid().as_u128()).collect::<Vec<_>>();
    assert_eq!(coaches, [3, 1]);
    // Nobody knows who sat in which on the way to the first stop.
    assert_eq!(found(&after), []);
    assert_eq!(after.coach_to(C.unwrap(), Some(StopId::from_number(1))), None);
    assert_eq!(after.coach_to(C.unwrap(), None), Some(CoachId::from_number(1)));
}

#[test]
fn a_coach_that_takes_over_later_was_not_there_before() {
    let mut plan = grouped();
    plan.coaches.change(CoachId::from_number(1), |coach| coach.seats = Some(10));
    plan.coaches.put(Coach { seats: Some(4), ..coach(3, 1) });
    plan.hosts.change_where(|_| true, |host| host.groups_at_once = 2);
    // Somebody else has coach 3 until 15:20.
    plan.delegations.put(Delegation { expected: Some(4), ..delegation(5) });
    plan.visits.change(VISIT, |visit| visit.audience = Attendance::Everyone);
    plan.groups.put(itinera::plan::Group {
        delegations: [5, 3].map(DelegationId::from_number).into(),
        coach: Some(CoachId::from_number(3)),
        skips: [2].map(StopId::from_number).into(),
        ..group(3, 1)
    });
    plan.delegations.change(DelegationId::from_number(3), |delegation| delegation.expected = Some(0));
    plan.hosts.change_where(|_| true, |host| host.groups_at_once = 3);
    let ripple = late(&plan, at_stop(1, A), 20, &[splits(A, &[of(4)], &[2])]);
    assert_eq!(ripple.partings[0].coach, Some(CoachId::from_number(3)), "{:?}", ripple.partings);
    let after = after(&plan, &ripple);
    assert_eq!(found(&after), [], "ten to the first stop in coach 1, and never eight in coach 3");
    let mut small = after.clone();
    small.coaches.change(CoachId::from_number(1), |coach| coach.seats = Some(9));
    assert_eq!(found(&small), [Rule::TooManyHeads], "until they part all ten are in coach 1");
    // A coach that is asked to be in two places is said to be.
    let split = Split { carrier: Carrier::Coach(CoachId::from_number(2)), ..split(A, &[of(4)], &[2]) };
    let clash = self::after(&plan, &late(&plan, at_stop(1, A), 20, &[WayOut::Split(split)]));
    assert_eq!(found(&clash), [Rule::CoachClash]);
}

/// The visit in one party to three stops; the third receives where they started, from 16:40 on.
fn three_stops() -> Plan {
    let mut plan = ungrouped();
    plan.hosts.put(crate::plan::build::host(3, Some(0)));
    plan.stops.put(itinera::plan::Stop { tour: 30, ..crate::plan::build::stop(3, 1, 3) });
    plan.visits.change(VISIT, |visit| visit.order.push(StopId::from_number(3)));
    plan
}

#[test]
fn they_part_where_their_ways_do() {
    let plan = three_stops();
    let stop = StopId::from_number;
    let ripple = late(&plan, at_stop(1, None), 20, &[splits(None, &[of(4)], &[3])]);
    assert_eq!(ripple.partings[0].after, Some(stop(2)));
    assert_eq!(ripple.partings[0].ride, Some((EntryId::LegBack(VISIT, C), at(16, 50))));
    let once = after(&plan, &ripple);
    for half in [C, REST] {
        assert_eq!(once.party_to(half.unwrap(), Some(stop(2))), None, "in what carries all of them");
        assert_eq!(counted_as(&once, to_stop(2, half)), to_stop(2, None));
    }
    assert_eq!(once.party_to(C.unwrap(), None), C);
    // On the way to the second stop they are late together, and questions are as short for all.
    for ways_out in [vec![], vec![WayOut::ShortenQuestions]] {
        let again = after(&once, &late(&once, to_stop(2, REST), 10, &ways_out));
        let second = |id| seen(&again, of_delegation(id))[3].split_once(' ').unwrap().1.to_string();
        assert_eq!(second(4), second(1));
        assert_eq!(found(&again), [Rule::NoCoach]);
        assert_eq!(again.party_to(C.unwrap(), Some(stop(2))), None);
    }
    // Where those who stay leave out the second stop after all, those who go make it by themselves.
    let out = WayOut::LeaveOut((VISIT, REST), stop(2));
    let apart = after(&once, &late(&once, at_stop(1, REST), 10, &[out]));
    assert_eq!(apart.party_to(C.unwrap(), Some(stop(2))), C);
    assert_eq!(apart.party_to(C.unwrap(), Some(stop(1))), None);
    assert_eq!(seen(&apart, of_delegation(4))[3], "B stop 2 15:45-17:00");
    // And so they do where that was so from the start.
    let out = WayOut::LeaveOut((VISIT, None), stop(2));
    let ripple = late(&plan, at_stop(1, None), 20, &[splits(None, &[of(4)], &[3]), out]);
    assert_eq!((ripple.partings[0].after, ripple.partings[0].ride), (Some(stop(1)), Some((to_stop(2, C), at(15, 20)))));
}

#[test]
fn people_divide_over_the_stops_that_remain() {
    let three = three_stops();
    let divided = [
        splits(None, &[of(1)], &[2]),
        WayOut::LeaveOut((VISIT, None), StopId::from_number(3)),
        WayOut::ShortenQuestions,
    ];
    let ripple = late(&three, at_stop(1, None), 20, &divided);
    assert_eq!(ripple.left_out, [at_stop(3, REST), at_stop(2, C)]);
    let after = after(&three, &ripple);
    let last = |id| seen(&after, of_delegation(id)).into_iter().rfind(|line| line.contains("stop"));
    assert_eq!(last(1), Some("B stop 3 15:30-16:00".into()));
    assert_eq!(last(2), Some("A stop 2 15:35-16:35".into()), "their questions are shorter");
    // What is offered beside a split is for either half.
    let offers = ways_out(&three, &Cause { entry: at_stop(1, None), minutes: 20, ways_out: divided.to_vec() }, &FRESH);
    let offered: Vec<WayOut> = offers.into_iter().map(|offer| offer.way_out).collect();
    for way_out in &divided {
        assert!(offered.contains(way_out), "{way_out:?} {offered:?}");
    }
    assert!(offered.contains(&WayOut::LeaveOut((VISIT, C), StopId::from_number(3))), "{offered:?}");
    assert!(!offered.contains(&WayOut::LeaveOut((VISIT, C), StopId::from_number(2))), "it is left out already");
}

/// What is proposed for a way: who goes, and what they leave out.
fn proposal(plan: &Plan, entry: EntryId, minutes: i32, way: WayId) -> Option<(Vec<Member>, Vec<u128>, i32, usize)> {
    let offers = ways_out(plan, &Cause { entry, minutes, ways_out: vec![] }, &FRESH);
    offers.into_iter().find_map(|offer| match offer.way_out {
        WayOut::Split(split) if split.way == way => {
            let skips = split.skips.iter().map(|stop| stop.uuid().as_u128()).collect();
            Some((split.members, skips, offer.gains, offer.mends))
        }
        _ => None,
    })
}

#[test]
fn those_go_for_whom_something_breaks() {
    let mut plan = grouped();
    // Nothing breaks for some only: the organiser says who.
    assert_eq!(proposal(&plan, at_stop(1, A), 20, (VISIT, A)), Some((vec![], vec![2], 90, 0)));
    for id in [41, 42] {
        plan.delegates.put(delegate(id, 4));
    }
    // One of two who are named, and of four who come, has a train: only that one has to go.
    let leaves = |plan: &mut Plan, id: u128, hour, minute| {
        let departure = Some(Travel { at: at(hour, minute), place: "Porta Susa".into() });
        plan.delegates.change(DelegateId::from_number(id), |person| person.departure = departure.clone());
    };
    leaves(&mut plan, 41, 16, 50);
    assert_eq!(proposal(&plan, at_stop(1, A), 20, (VISIT, A)), Some((vec![person(41)], vec![2], 90, 1)));
    // The whole delegation goes where all of it would miss the train.
    plan.delegations.change(DelegationId::from_number(4), |delegation| delegation.expected = Some(2));
    leaves(&mut plan, 42, 16, 50);
    assert_eq!(proposal(&plan, at_stop(1, A), 20, (VISIT, A)), Some((vec![of(4)], vec![2], 90, 2)));
    // Where all would miss it, somebody has to say who goes first.
    let mut all = plan.clone();
    all.groups.change(A.unwrap(), |group| group.delegations = [DelegationId::from_number(4)].into());
    assert_eq!(proposal(&all, at_stop(1, A), 20, (VISIT, A)), None);
    // A session that they must attend.
    let mut session = grouped();
    let dinner = SessionId::from_number(6);
    session.sessions.change(dinner, |dinner| dinner.slot = itinera::plan::Slot::lasting(at(16, 50), 60));
    assert_eq!(proposal(&session, at_stop(1, A), 20, (VISIT, A)), Some((vec![], vec![2], 90, 0)), "all of them must");
    session.sessions.change(dinner, |dinner| dinner.audience = only(&[2, 4]));
    assert_eq!(proposal(&session, at_stop(1, A), 20, (VISIT, A)), Some((vec![of(4)], vec![2], 90, 1)));
    session.sessions.change(dinner, |dinner| {
        dinner.audience = Attendance::Everyone;
        dinner.speakers = vec![Party::Delegation(DelegationId::from_number(1)), Party::Named("The mayor".into())];
    });
    assert_eq!(proposal(&session, at_stop(1, A), 20, (VISIT, A)), Some((vec![of(1)], vec![2], 90, 0)));
}

#[test]
fn they_leave_out_as_little_as_mends_it_and_else_what_cannot_be_kept() {
    let mut plan = three_stops();
    let way = (VISIT, None);
    assert_eq!(proposal(&plan, at_stop(1, None), 20, way).unwrap().1, [2, 3]);
    plan.stops.change(StopId::from_number(2), |stop| stop.window = crate::plan::build::window((13, 30), (16, 35)));
    assert_eq!(proposal(&plan, at_stop(1, None), 20, way).unwrap().1, [2]);
    let leave = |plan: &mut Plan, hour, minute| {
        let departure = Some(Travel { at: at(hour, minute), place: "Porta Susa".into() });
        plan.delegates.put(Delegate { departure, ..delegate(41, 4) });
    };
    leave(&mut plan, 17, 20);
    assert_eq!(proposal(&plan, at_stop(1, None), 20, way).unwrap().1, [2], "without the second they are back at 16:00");
    plan.stops.change(StopId::from_number(3), |stop| stop.tour = 110);
    leave(&mut plan, 18, 35);
    assert_eq!(proposal(&plan, at_stop(1, None), 20, way).unwrap().1, [2]);
    leave(&mut plan, 18, 30);
    plan.stops.change(StopId::from_number(3), |stop| stop.tour = 100);
    assert_eq!(proposal(&plan, at_stop(1, None), 20, way).unwrap().0, [person(41)]);
}

#[test]
fn there_is_a_choice_of_members_stops_and_coaches() {
    let mut plan = grouped();
    plan.coaches.put(Coach { seats: Some(30), ..coach(3, 1) });
    plan.delegates
        .put(Delegate { departure: Some(Travel { at: at(16, 50), place: "Porta Susa".into() }), ..delegate(41, 4) });
    plan.delegates.put(delegate(42, 4));
    let cause = Cause { entry: at_stop(1, A), minutes: 20, ways_out: vec![] };
    let choose = |members: &[Member]| choices(&plan, &cause, &split(A, members, &[2]));
    let stops = vec![(StopId::from_number(2), true)];
    let members = |one, four, alone: Option<bool>| {
        let alone = alone.map(|goes| (person(41), 1, goes));
        [(of(1), 6, one), (of(4), 4, four)].into_iter().chain(alone).collect()
    };
    let free = vec![CoachId::from_number(3)];
    let expected = Choices { members: members(false, false, Some(false)), stops: stops.clone(), coaches: vec![] };
    assert_eq!(choose(&[]), expected);
    let expected = Choices { members: members(false, true, None), stops: stops.clone(), coaches: free.clone() };
    assert_eq!(choose(&[of(4)]), expected);
    assert_eq!(choose(&[of(4), person(41)]), expected, "nobody goes twice");
    assert_eq!(choose(&[person(41)]), Choices { members: members(false, false, Some(true)), stops, coaches: free });
}

#[test]
fn a_person_who_goes_alone_comes_off_the_delegation() {
    let mut plan = grouped();
    for id in [41, 42] {
        plan.delegates.put(Delegate { email: "somebody@example.org".into(), ..delegate(id, 4) });
    }
    let ripple = late(&plan, at_stop(1, A), 20, &[splits(A, &[person(41)], &[2])]);
    let after = after(&plan, &ripple);
    let expected =
        [("A".into(), vec![1, 4], vec![], 9), ("B".into(), vec![2], vec![], 5), ("C".into(), vec![], vec![41], 1)];
    assert_eq!(groups(&after), expected);
    let back = |id| seen(&after, Audience::Delegate(DelegateId::from_number(id))).pop();
    assert_eq!(back(41), Some("C back 15:20-15:30".into()));
    assert_eq!(back(42), Some("A back 16:50-17:00".into()));
    // The person is told by name, the delegation of what the others do.
    let who = |who: Who| ripple.told.iter().find(|told| told.who == who).unwrap();
    let alone = who(Who::Role(Party::Delegate(DelegateId::from_number(41))));
    assert!(alone.changes.iter().all(|change| change.entry.group() == C), "{alone:?}");
    let others = who(Who::Delegation(DelegationId::from_number(4)));
    assert!(others.changes.iter().all(|change| change.entry.group() == A), "{others:?}");
    assert_eq!((alone.reach.len(), others.reach.len()), (1, 1));
}

/// How many were to come, and how many will.
type Heads = Option<(usize, usize)>;

/// Who is told: of how many changes, and of which heads.
fn whom(told: &[Told]) -> Vec<(Who, usize, Heads)> {
    told.iter().map(|one| (one.who.clone(), one.changes.len(), one.heads)).collect()
}

#[test]
fn hosts_and_drivers_hear_how_many_come_and_a_new_driver_of_every_ride() {
    let mut plan = grouped();
    plan.coaches.put(Coach { seats: Some(8), ..coach(3, 1) });
    plan.groups.change(A.unwrap(), |group| {
        group.guide = Contact { name: "The guide".into(), ..Contact::default() };
    });
    let ripple = late(&plan, at_stop(1, A), 20, &[splits(A, &[of(4)], &[2])]);
    let id = DelegationId::from_number;
    assert_eq!(
        whom(&ripple.told),
        [
            // To stop 2 and back, with six in the place of ten.
            (Who::Driver(CoachId::from_number(1)), 2, Some((10, 6))),
            (Who::Driver(CoachId::from_number(3)), 1, Some((0, 4))),
            // Host 1 has all of them until 15:20.
            (Who::Host(HostId::from_number(1)), 1, None),
            (Who::Host(HostId::from_number(2)), 1, Some((15, 11))),
            (Who::Guide(A.unwrap()), 4, None),
            (Who::Delegation(id(1)), 4, None),
            (Who::Delegation(id(4)), 3, None),
        ]
    );
    let ride = Change {
        entry: EntryId::LegBack(VISIT, C),
        was: None,
        now: Some(itinera::plan::Slot::lasting(at(15, 20), 10)),
    };
    assert_eq!(ripple.told[1].changes, [ride]);
    // Nobody comes to a host that both leave out, and that is what it is told.
    let out = WayOut::LeaveOut((VISIT, A), StopId::from_number(2));
    plan.groups.remove(B.unwrap());
    let ripple = late(&plan, at_stop(1, A), 20, &[splits(A, &[of(4)], &[2]), out]);
    let host = ripple.told.iter().find(|told| told.who == Who::Host(HostId::from_number(2))).unwrap();
    assert_eq!((host.changes.len(), host.changes[0].now, host.heads), (1, None, None));
}

#[test]
fn a_late_leg_is_made_together_and_they_part_after_the_stop() {
    let mut plan = ungrouped();
    plan.hosts.change_where(|_| true, |host| host.gap = 10);
    let ripple = late(&plan, to_stop(1, None), 30, &[splits(None, &[of(4)], &[2])]);
    assert_eq!(ripple.partings[0].after, Some(StopId::from_number(1)));
    let after = after(&plan, &ripple);
    assert_eq!(seen(&after, of_delegation(4)), ["B to 1 13:30-14:15", "B stop 1 14:15-15:30", "B back 15:30-15:40"]);
    assert_eq!(seen(&after, of_delegation(1))[..2], ["A to 1 13:30-14:15", "A stop 1 14:15-15:30"]);
    assert_eq!(found(&after), [Rule::NoCoach]);
    // Late at the start, they never go together.
    let ripple = late(&plan, on_session(4), 60, &[splits(None, &[of(4)], &[1])]);
    assert_eq!((ripple.partings[0].after, ripple.partings[0].ride), (None, Some((to_stop(2, C), at(14, 10)))));
    // Who leaves out all of it stays where they are, and needs nothing.
    let ripple = late(&plan, on_session(4), 60, &[splits(None, &[of(4)], &[1, 2])]);
    assert_eq!((ripple.partings[0].heads, ripple.partings[0].ride), (4, None));
    let after = self::after(&plan, &ripple);
    assert_eq!(seen(&after, of_delegation(4)), Vec::<String>::new());
    assert_eq!(found(&after), []);
}

#[test]
fn a_second_delay_reaches_both_while_they_are_together_and_one_when_they_are_not() {
    let plan = grouped();
    let once = after(&plan, &late(&plan, at_stop(1, A), 20, &[splits(A, &[of(4)], &[2])]));
    let again = after(&once, &late(&once, at_stop(1, A), 5, &[]));
    assert_eq!(seen(&again, of_delegation(4)).last().unwrap(), "C back 15:25-15:35");
    assert_eq!(seen(&again, of_delegation(1)).last().unwrap(), "A back 16:55-17:05");
    assert_eq!(found(&again), found(&once));
    let again = after(&once, &late(&once, to_stop(1, C), 5, &[]));
    assert_eq!(seen(&again, of_delegation(1))[0], "A to 1 13:30-13:50");
    let alone = after(&once, &late(&once, at_stop(2, A), 5, &[]));
    assert_eq!(seen(&alone, of_delegation(4)), seen(&once, of_delegation(4)));
    assert_eq!(seen(&alone, of_delegation(1)).last().unwrap(), "A back 16:55-17:05");
}

#[test]
fn who_came_off_can_split_up_again() {
    let plan = three_stops();
    let once = after(&plan, &late(&plan, at_stop(1, None), 20, &[splits(None, &[of(4)], &[2])]));
    let second = Split { group: FRESH[3], rest: FRESH[2], ..split(REST, &[of(2)], &[3]) };
    let twice = after(&once, &late(&once, at_stop(2, REST), 10, &[WayOut::Split(second)]));
    let letters: Vec<_> = groups(&twice).into_iter().map(|(letter, delegations, ..)| (letter, delegations)).collect();
    assert_eq!(letters, [("A".into(), vec![1]), ("B".into(), vec![4]), ("C".into(), vec![2])]);
    let stop = |id| Some(StopId::from_number(id));
    assert_eq!(twice.party_to(FRESH[3], stop(2)), REST);
    assert_eq!(twice.party_to(FRESH[3], stop(1)), None);
    assert_eq!(twice.party_to(FRESH[3], stop(3)), Some(FRESH[3]));
    assert_eq!(twice.party_of(FRESH[3]), REST.unwrap());
    assert_eq!(found(&twice), [Rule::NoCoach, Rule::NoCoach]);
    let back = back_to_plan(&twice, crate::plan::build::date()).unwrap();
    assert_eq!(apply(&twice, &back).unwrap(), plan);
}

#[test]
fn groups_that_are_late_together_split_up_each_for_itself() {
    let mut plan = grouped();
    plan.delegations.put(Delegation { expected: Some(2), ..delegation(5) });
    plan.visits.change(VISIT, |visit| visit.audience = only(&[1, 2, 4, 5]));
    plan.groups.change(B.unwrap(), |group| {
        group.coach = Some(CoachId::from_number(1));
        group.order = [1, 2].map(StopId::from_number).to_vec();
        group.delegations.insert(DelegationId::from_number(5));
    });
    plan.hosts.change_where(|_| true, |host| host.groups_at_once = 2);
    let cause = Cause { entry: at_stop(1, A), minutes: 20, ways_out: vec![splits(A, &[of(4)], &[2])] };
    let offers = ways_out(&plan, &cause, &FRESH);
    let ways = offers.iter().filter_map(|offer| match &offer.way_out {
        WayOut::Split(split) => Some((split.way, split.group, offer.taken)),
        _ => None,
    });
    let ways: Vec<_> = ways.collect();
    assert_eq!(ways, [((VISIT, A), FRESH[1], true), ((VISIT, B), FRESH[3], false)]);
    let second = Split { group: FRESH[3], rest: FRESH[2], ..split(B, &[of(5)], &[2]) };
    let ripple = late(&plan, at_stop(1, A), 20, &[cause.ways_out[0].clone(), WayOut::Split(second)]);
    let after = after(&plan, &ripple);
    assert_eq!(groups(&after).iter().map(|(.., heads)| *heads).collect::<Vec<_>>(), [6, 5, 4, 2]);
    assert_eq!(found(&after), [Rule::NoCoach, Rule::NoCoach], "two parties were there, as before");
}

#[test]
fn the_day_goes_back_to_its_plan_and_together() {
    for plan in [grouped(), ungrouped()] {
        let mut plan = plan;
        for id in [41, 42] {
            plan.delegates.put(delegate(id, 4));
        }
        let way = if plan.groups.is_empty() { None } else { A };
        let date = crate::plan::build::date();
        for members in [vec![of(4)], vec![person(41)], vec![of(1), person(42)]] {
            let split = splits(way, &members, &[2]);
            let delayed = after(&plan, &late(&plan, at_stop(1, way), 20, &[split]));
            let back = back_to_plan(&delayed, date).unwrap();
            assert_eq!(apply(&delayed, &back).unwrap(), plan, "{members:?}");
        }
        // Whoever joined those who went comes back with them.
        let delayed = after(&plan, &late(&plan, at_stop(1, way), 20, &[splits(way, &[of(4)], &[2])]));
        let join = itinera::plan::Edit::Assign { visit: VISIT, member: of(2), group: C };
        let joined = apply(&delayed, &join).unwrap();
        let back = apply(&joined, &back_to_plan(&joined, date).unwrap()).unwrap();
        assert!(groups(&back).is_empty() || groups(&back)[0].1 == [1, 2, 4], "{:?}", groups(&back));
        // A group that somebody made by hand meanwhile stays, and the rest is one again.
        let mut made = delayed.clone();
        made.groups.put(group(7, 1));
        let back = apply(&made, &back_to_plan(&made, date).unwrap()).unwrap();
        assert!(back.groups.has(GroupId::from_number(7)) && !back.groups.has(C.unwrap()));
        let rest = back.groups.get(way.or(REST).unwrap()).unwrap();
        assert!(rest.delegations.contains(&DelegationId::from_number(4)) && rest.deviation.is_none());
    }
}

#[test]
fn what_is_removed_meanwhile_leaves_no_mention() {
    let plan = grouped();
    let mut parted = after(&plan, &late(&plan, at_stop(1, A), 20, &[splits(A, &[of(4)], &[2])]));
    parted.turns.put(Turn { hold: 5, ..turn(9, 1) });
    let without = |key| apply(&parted, &itinera::plan::Edit::Remove(key)).unwrap();
    let alone = without(Key::Group(A.unwrap()));
    assert_eq!(alone.groups.get(C.unwrap()).unwrap().deviation.parted, None);
    let stop = without(Key::Stop(StopId::from_number(1)));
    let expected = Some(Parted { from: A, together: [].into() });
    assert_eq!(stop.groups.get(C.unwrap()).unwrap().deviation.parted, expected);
    // An edit that comes too late does nothing by halves.
    let edit = late(&plan, at_stop(1, A), 20, &[splits(A, &[of(4)], &[2])]).edit;
    let mut gone = plan.clone();
    gone.groups.remove(A.unwrap());
    gone.delegations.remove(DelegationId::from_number(4));
    assert!(matches!(apply(&gone, &edit), Err(EditError::Gone(_))));
}

#[test]
fn groups_that_came_off_each_other_in_a_merge_do_not_go_round_for_ever() {
    let mut plan = grouped();
    let round = |from: Option<GroupId>| Deviation {
        parted: Some(Parted { from, together: [StopId::from_number(1)].into() }),
        ..Deviation::default()
    };
    plan.groups.change(A.unwrap(), |group| group.deviation = round(B));
    plan.groups.change(B.unwrap(), |group| group.deviation = round(A));
    assert!([A, B].contains(&plan.party_to(A.unwrap(), Some(StopId::from_number(1)))));
    assert!([A, B].contains(&Some(plan.party_of(A.unwrap()))));
    let _ = found(&plan);
    plan.groups.change(A.unwrap(), |group| group.deviation = round(Some(GroupId::from_number(77))));
    assert_eq!(plan.party_of(B.unwrap()), A.unwrap());
}

#[test]
fn what_somebody_else_wrote_meanwhile_merges_with_it() {
    let plan = grouped();
    let ours = after(&plan, &late(&plan, at_stop(1, A), 20, &[splits(A, &[of(4)], &[2])]));
    let mut theirs = plan.clone();
    theirs.groups.change(A.unwrap(), |group| group.language = "en".into());
    theirs.delegations.change(DelegationId::from_number(4), |delegation| delegation.expected = Some(3));
    let (merged, clashes) = merge(Some(&plan), &ours, &theirs);
    assert_eq!(clashes.len(), 0);
    assert_eq!(merged.groups.get(A.unwrap()).unwrap().language, "en");
    assert_eq!(groups(&merged).iter().map(|(.., heads)| *heads).collect::<Vec<_>>(), [6, 5, 3]);
}

#[test]
fn heads_are_counted_together_until_they_part() {
    for (plan, way) in [(grouped(), A), (ungrouped(), None)] {
        let mut plan = plan;
        plan.delegates.put(delegate(41, 4));
        let before = entries(&plan, Audience::Everyone);
        let leg = |entries: &[Entry], id| entries.iter().find(|entry| entry.id == id).unwrap().clone();
        let counted = crews(&plan, &leg(&before, to_stop(1, way)));
        let after = after(&plan, &late(&plan, at_stop(1, way), 20, &[splits(way, &[of(4)], &[2])]));
        let now = entries(&after, Audience::Everyone);
        for half in [way.or(REST), C] {
            assert_eq!(counted_as(&after, to_stop(1, half)), to_stop(1, way), "what was counted is there still");
            assert_eq!(crews(&after, &leg(&now, to_stop(1, half))), counted, "and nobody is missing");
        }
        let heads = |id| crews(&after, &leg(&now, id)).iter().map(itinera::agenda::Crew::heads).sum::<usize>();
        let back = EntryId::LegBack(VISIT, C);
        assert_eq!((heads(back), counted_as(&after, back)), (4, back));
        let all = if way.is_some() { 6 } else { 11 };
        assert_eq!(heads(to_stop(2, way.or(REST))), all);
    }
}

#[test]
fn those_who_go_to_another_host_meet_whom_they_meet_there() {
    // C leaves out host 1 and comes to host 2 while B is there.
    let plan = grouped();
    let ripple = late(&plan, on_session(4), 60, &[splits(A, &[of(4)], &[1])]);
    let clash = |broken: &&Broken| matches!(broken, Broken::Hosts { host, .. } if *host == HostId::from_number(2));
    let (group, other) = match ripple.broken.iter().find(clash) {
        Some(Broken::Hosts { group, other, .. }) => (Some(*group), Some(*other)),
        other => panic!("{other:?} {:?}", ripple.broken),
    };
    assert!([(B, C), (C, B)].contains(&(group, other)), "{group:?} {other:?}");
    assert!(found(&after(&plan, &ripple)).contains(&Rule::GroupsAtHost));
}
