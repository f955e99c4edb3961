//! Splitting a visit into groups.

use crate::plan::build::{coach, delegate, delegation, empty, group, host, stop, visit};
use itinera::circuit::{Bound, Split, Unkept, split};
use itinera::plan::{
    Attendance, Coach, CoachId, Delegate, DelegateId, Delegation, DelegationId, Edit, Group, GroupId, Host, HostId,
    Plan, StopId, Visit, VisitId, apply,
};
use proptest::{collection::vec, option, prelude::*};
use std::collections::BTreeSet;

const VISIT: VisitId = VisitId::from_number(1);

/// A visit to one host, for delegations of so many heads, of which so many are named and speak a language.
fn plan_of(delegations: &[(u16, u16, &str)], takes: Option<u16>) -> Plan {
    let mut plan = empty();
    let mut next = 1;
    for (id, (expected, named, language)) in (1u128..).zip(delegations) {
        plan.delegations.put(Delegation { expected: Some(*expected), ..delegation(id) });
        for _ in 0..*named {
            let languages = language.split_whitespace().map(ToString::to_string).collect();
            plan.delegates.put(Delegate { languages, ..delegate(next, id) });
            next += 1;
        }
    }
    plan.hosts.put(Host { capacity: takes, ..host(1, None) });
    plan.visits.put(visit(1));
    plan.stops.put(stop(1, 1, 1));
    plan
}

fn into(plan: &Plan, count: usize) -> Split {
    split(plan, plan.visits.get(VISIT).unwrap(), count)
}

/// The heads of each group, and the numbers of its delegations.
fn shape(split: &Split) -> Vec<(usize, Vec<u128>)> {
    let number = |id: &DelegationId| id.uuid().as_u128();
    split.groups.iter().map(|group| (group.heads, group.delegations.iter().map(number).collect())).collect()
}

#[test]
fn heads_are_shared_out_evenly() {
    let plan = plan_of(&[(8, 0, ""), (4, 0, ""), (6, 0, ""), (2, 0, "")], None);
    let found = into(&plan, 2);
    assert_eq!(shape(&found), [(10, vec![1, 4]), (10, vec![2, 3])]);
    assert_eq!(found.unkept, []);
    assert_eq!(into(&plan, 1).groups[0].heads, 20);
    assert_eq!(into(&plan, 0), into(&plan, 1));
}

#[test]
fn a_shared_language_comes_before_the_last_head() {
    let plan = plan_of(&[(5, 2, "en"), (5, 2, "es fr"), (4, 2, "English en"), (4, 2, "es")], None);
    let found = into(&plan, 2);
    assert_eq!(shape(&found), [(9, vec![1, 3]), (9, vec![2, 4])]);
    assert_eq!([0, 1].map(|number| found.groups[number].language.clone()), ["en", "es"]);
    assert_eq!(found.unkept, []);
    // Where heads would be far apart, languages give way, and it is said.
    let found = into(&plan_of(&[(9, 1, "en"), (9, 1, "en"), (2, 1, "es")], None), 2);
    assert_eq!(shape(&found), [(11, vec![1, 3]), (9, vec![2])]);
    assert_eq!(found.unkept, [Unkept::Language { group: 0, heads: 2 }]);
}

#[test]
fn nobody_goes_who_is_not_meant() {
    let mut plan = plan_of(&[(5, 0, ""), (5, 0, ""), (5, 0, "")], None);
    let only = Attendance::Only([1, 3].map(DelegationId::from_number).into());
    plan.visits.change(VISIT, |visit| visit.audience = only);
    assert_eq!(shape(&into(&plan, 2)), [(5, vec![1]), (5, vec![3])]);
    let found = into(&plan, 3);
    assert_eq!(found.unkept, [Unkept::Empty { group: 2 }]);
}

#[test]
fn a_delegation_that_fits_nowhere_is_divided_as_far_as_people_are_named() {
    let why = Bound::Host(HostId::from_number(1));
    let found = into(&plan_of(&[(9, 9, ""), (3, 3, "")], Some(6)), 2);
    assert_eq!(shape(&found), [(6, vec![1]), (6, vec![2])]);
    assert_eq!(found.groups[1].delegates.len(), 3);
    assert_eq!(found.unkept, [Unkept::Whole { delegation: DelegationId::from_number(1), group: 0, why }]);
    // Nobody is named, so nobody can go with the others.
    let found = into(&plan_of(&[(9, 0, ""), (3, 0, "")], Some(6)), 2);
    assert_eq!(found.unkept, [Unkept::Limit { group: 0, why, takes: 6, heads: 9 }]);
    // All are named, but there is no room.
    let found = into(&plan_of(&[(9, 9, ""), (5, 5, "")], Some(6)), 2);
    assert!(found.unkept.iter().any(|unkept| matches!(unkept, Unkept::Limit { heads: 8, .. })), "{found:?}");
}

#[test]
fn coaches_limit_groups_and_the_largest_are_taken_first() {
    let mut plan = plan_of(&[(8, 0, ""), (12, 0, "")], Some(30));
    for (id, seats) in [(1, 8), (2, 19), (3, 16)] {
        plan.coaches.put(Coach { seats: Some(seats), ..coach(id, 1) });
    }
    let found = into(&plan, 2);
    assert_eq!([0, 1].map(|number| found.groups[number].coach), [2, 3].map(|id| Some(CoachId::from_number(id))));
    // A group that is there keeps its coach and the stops that it leaves out.
    let skips = [StopId::from_number(1)].into();
    let present = Group { coach: Some(CoachId::from_number(1)), skips, ..group(1, 1) };
    plan.groups.put(present.clone());
    plan.hosts.change(HostId::from_number(1), |host| host.capacity = Some(12));
    let found = into(&plan, 2);
    assert_eq!(shape(&found), [(8, vec![1]), (12, vec![2])]);
    assert_eq!(found.unkept, []);
    let fresh = [GroupId::from_number(7), GroupId::from_number(8)];
    let groups = found.groups(&plan, plan.visits.get(VISIT).unwrap(), &fresh);
    assert_eq!(
        groups.iter().map(|group| (group.id, group.letter.as_str())).collect::<Vec<_>>(),
        [(present.id, "A"), (fresh[0], "B")]
    );
    assert_eq!(groups[0].skips, present.skips);
    assert_ne!(groups[0].hue, groups[1].hue);
    let plan = apply(&plan, &Edit::Split { visit: VISIT, groups }).unwrap();
    assert_eq!(plan.groups_of(VISIT).iter().map(|group| plan.heads_in(group)).collect::<Vec<_>>(), [8, 12]);
}

#[test]
fn a_group_for_which_no_coach_is_left_is_said() {
    let mut plan = plan_of(&[(8, 0, ""), (12, 0, "")], None);
    assert_eq!(into(&plan, 2).unkept, [], "a visit without coaches says nothing of them");
    plan.coaches.put(Coach { seats: Some(19), ..coach(1, 1) });
    let found = into(&plan, 2);
    let without = found.groups.iter().position(|group| group.coach.is_none()).unwrap();
    assert_eq!(found.unkept, [Unkept::Coach { group: without }]);
}

#[test]
fn the_seats_of_the_visit_count_where_there_are_no_coaches() {
    let mut plan = plan_of(&[(8, 0, ""), (12, 0, "")], None);
    plan.visits.change(VISIT, |visit| visit.coach_seats = Some(10));
    let (group, why) = (0, Bound::Seats);
    assert_eq!(into(&plan, 2).unkept, [Unkept::Limit { group, why, takes: 10, heads: 12 }]);
}

fn any_plan() -> impl Strategy<Value = Plan> {
    let language = prop_oneof![Just(""), Just("en"), Just("es"), Just("en it")];
    let delegations = vec((0u16..9, 0u16..6, language), 0..6);
    (delegations, option::of(0u16..20), vec(option::of(0u16..12), 0..4), option::of(1u16..20)).prop_map(
        |(delegations, takes, coaches, seats)| {
            let mut plan = plan_of(&delegations, takes);
            for (id, seats) in (1..).zip(coaches) {
                plan.coaches.put(Coach { seats, ..coach(id, 1) });
            }
            let before = Visit::clone(plan.visits.get(VISIT).unwrap());
            plan.visits.put(Visit { coach_seats: seats, ..before });
            plan
        },
    )
}

/// What each group takes, worked out apart from the code under test.
fn takes(plan: &Plan, split: &Split) -> Vec<usize> {
    let host = plan.hosts.iter().next().and_then(|host| host.capacity);
    let visit = plan.visits.get(VISIT).unwrap();
    let of = |coach: Option<CoachId>| {
        let seats = coach.map_or(visit.coach_seats, |coach| plan.coaches.get(coach).unwrap().seats);
        host.into_iter().chain(seats).min().map_or(usize::MAX, usize::from)
    };
    split.groups.iter().map(|group| of(group.coach)).collect()
}

/// Whether whole delegations can be shared out within what the groups take.
fn fits(heads: &[usize], room: &mut Vec<usize>) -> bool {
    let Some((first, rest)) = heads.split_first() else { return true };
    (0..room.len()).any(|place| {
        let Some(left) = room[place].checked_sub(*first) else { return false };
        let before = std::mem::replace(&mut room[place], left);
        let fine = fits(rest, room);
        room[place] = before;
        fine
    })
}

proptest! {
    #[test]
    fn nobody_is_lost_or_twice_and_limits_hold_unless_it_is_said(plan in any_plan(), count in 1usize..4) {
        let found = into(&plan, count);
        prop_assert_eq!(&found, &into(&plan, count));
        prop_assert_eq!(found.groups.len(), count);
        let mut delegations = BTreeSet::new();
        let mut alone = BTreeSet::<DelegateId>::new();
        for group in &found.groups {
            for id in &group.delegations {
                prop_assert!(delegations.insert(*id), "{:?} twice", id);
            }
            for id in &group.delegates {
                prop_assert!(alone.insert(*id), "{:?} twice", id);
            }
        }
        prop_assert_eq!(delegations.len(), plan.delegations.len());
        let total: usize = plan.delegations.iter().map(|delegation| plan.heads_of(delegation.id)).sum();
        prop_assert_eq!(found.groups.iter().map(|group| group.heads).sum::<usize>(), total);

        let takes = takes(&plan, &found);
        for (number, group) in found.groups.iter().enumerate() {
            let said = found.unkept.iter().any(|unkept| matches!(unkept, Unkept::Limit { group, .. } if *group == number));
            prop_assert_eq!(group.heads > takes[number], said, "{:?}", found);
        }
        let heads: Vec<_> = plan.delegations.iter().map(|delegation| plan.heads_of(delegation.id)).collect();
        if fits(&heads, &mut takes.clone()) {
            prop_assert!(alone.is_empty(), "{:?}", found);
            let broken = |unkept: &Unkept| matches!(unkept, Unkept::Limit { .. } | Unkept::Whole { .. });
            prop_assert!(!found.unkept.iter().any(broken), "{:?}", found);
        }

        // The plan that comes of it counts the same heads.
        let fresh: Vec<_> = (1..4).map(GroupId::from_number).collect();
        let groups = found.groups(&plan, plan.visits.get(VISIT).unwrap(), &fresh);
        let after = apply(&plan, &Edit::Split { visit: VISIT, groups }).unwrap();
        let heads: Vec<_> = after.groups_of(VISIT).iter().map(|group| after.heads_in(group)).collect();
        prop_assert_eq!(heads, found.groups.iter().map(|group| group.heads).collect::<Vec<_>>());
    }
}
