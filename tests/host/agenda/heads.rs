//! Heads: who should be in which coach, who is missing, and whether it may leave.

use super::{OUTING, add_outing};
use crate::plan::build::{at, delegate, delegation, empty, group, session};
use crate::support::arbitrary::plans;
use itinera::agenda::{
    Audience, Count, Crew, Entry, EntryKind, Expected, Heads, Lack, Left, Missing, Pass, Sum, attending, attending_any,
    carried_with, crews, entries,
};
use itinera::example::manumix;
use itinera::plan::{Attendance, Delegate, DelegateId, Delegation, DelegationId, Group, GroupId, Plan, Session};
use proptest::prelude::*;

const fn of(delegation: u128) -> DelegationId {
    DelegationId::from_number(delegation)
}

const fn person(delegate: u128) -> DelegateId {
    DelegateId::from_number(delegate)
}

fn legs(plan: &Plan) -> Vec<Entry> {
    let entries = entries(plan, Audience::Everyone).into_iter();
    entries.filter(|entry| entry.kind() == EntryKind::Leg).collect()
}

/// The crews of the first leg of a group, as delegation, names and how many more.
fn shown(plan: &Plan, group: Option<u128>) -> Vec<(u128, Vec<u128>, usize)> {
    let group = group.map(GroupId::from_number);
    let leg = legs(plan).into_iter().find(|leg| leg.id.group() == group).unwrap();
    crew_text(&crews(plan, &leg))
}

fn crew_text(crews: &[Crew]) -> Vec<(u128, Vec<u128>, usize)> {
    let number = |uuid: uuid::Uuid| uuid.as_u128();
    let named = |crew: &Crew| crew.named.iter().map(|id| number(id.uuid())).collect();
    crews.iter().map(|crew| (number(crew.delegation.uuid()), named(crew), crew.unnamed)).collect()
}

/// The outing of delegation 1 (two named, four expected), 2 (two named) and 3 (three expected, nobody named).
fn plan() -> Plan {
    let mut plan = empty();
    add_outing(&mut plan);
    plan.delegations.put(Delegation { expected: Some(4), ..delegation(1) });
    plan.delegations.put(delegation(2));
    plan.delegations.put(Delegation { expected: Some(3), ..delegation(3) });
    for (id, of, name) in [(11, 1, "zoe"), (12, 1, "Ána"), (21, 2, "Bo"), (22, 2, "Cy")] {
        plan.delegates.put(Delegate { name: name.into(), ..delegate(id, of) });
    }
    plan
}

#[test]
fn all_go_together_where_a_visit_has_no_groups() {
    let mut plan = plan();
    assert_eq!(shown(&plan, None), [(1, vec![12, 11], 2), (2, vec![21, 22], 0), (3, vec![], 3)]);
    plan.visits.change(OUTING, |visit| visit.audience = Attendance::Only([of(3)].into()));
    assert_eq!(shown(&plan, None), [(3, vec![], 3)]);
}

#[test]
fn a_group_takes_its_delegations_and_those_singled_out() {
    let mut plan = plan();
    plan.groups.put(Group { delegations: [of(1)].into(), delegates: [person(22)].into(), ..group(1, 1) });
    plan.groups.put(Group { delegations: [of(2), of(3)].into(), delegates: [person(11)].into(), ..group(2, 1) });
    assert_eq!(shown(&plan, Some(1)), [(1, vec![12], 2), (2, vec![22], 0)]);
    assert_eq!(shown(&plan, Some(2)), [(1, vec![11], 0), (2, vec![21], 0), (3, vec![], 3)]);
}

#[test]
fn a_group_of_the_shipped_plan_has_as_many_heads_as_the_agenda_says() {
    let plan = manumix();
    for leg in legs(&plan) {
        let heads: usize = crews(&plan, &leg).iter().map(Crew::heads).sum();
        assert!(heads > 0);
        assert_eq!(heads, leg.heads(&plan), "{}", leg.id);
    }
}

#[test]
fn nobody_is_looked_for_in_a_session() {
    let mut plan = plan();
    plan.sessions.put(session(1));
    let entries = entries(&plan, Audience::Everyone);
    let session = entries.iter().find(|entry| entry.kind() == EntryKind::Session).unwrap();
    assert_eq!(crews(&plan, session), []);
}

#[test]
fn a_session_is_attended_by_those_for_whom_it_is() {
    let mut plan = plan();
    let only = |delegation| Attendance::Only([of(delegation)].into());
    plan.sessions.put(Session { audience: only(1), ..session(1) });
    plan.sessions.put(session(2));
    let entries: Vec<_> = entries(&plan, Audience::Everyone).into_iter().filter(|one| one.visit().is_none()).collect();
    assert_eq!(crew_text(&attending(&plan, &entries[0])), [(1, vec![12, 11], 2)]);
    let all = [(1, vec![12, 11], 2), (2, vec![21, 22], 0), (3, vec![], 3)];
    assert_eq!(crew_text(&attending(&plan, &entries[1])), all);
    // At both together everybody is once.
    assert_eq!(crew_text(&attending_any(&plan, &entries)), all);
}

#[test]
fn who_is_in_another_group_is_added_to_the_delegation() {
    let mut plan = plan();
    plan.groups.put(Group { delegations: [of(1)].into(), delegates: [person(22)].into(), ..group(1, 1) });
    plan.groups.put(Group { delegations: [of(3), of(2)].into(), delegates: [person(11)].into(), ..group(2, 1) });
    let all = [(1, vec![12, 11], 2), (2, vec![21, 22], 0), (3, vec![], 3)];
    assert_eq!(crew_text(&attending_any(&plan, &legs(&plan))), all);
    assert_eq!(attending_any(&plan, &[]), []);
}

#[test]
fn one_coach_carries_the_groups_that_make_the_same_ride_in_it() {
    let mut plan = plan();
    for (id, coach) in [(1, 1), (2, 1), (3, 2)] {
        plan.coaches.put(crate::plan::build::coach(coach, 1));
        let coach = Some(itinera::plan::CoachId::from_number(coach));
        plan.groups.put(Group { delegations: [of(id)].into(), coach, ..group(id, 1) });
    }
    let with = |plan: &Plan, group: u128| -> Vec<String> {
        let own = legs(plan).into_iter().filter(|leg| leg.id.group() == Some(GroupId::from_number(group)));
        let others = own.flat_map(|leg| carried_with(plan, &leg).into_iter().map(move |other| (leg.clone(), other)));
        others
            .map(|(leg, other)| {
                assert_eq!(leg.id.of_group(None), other.id.of_group(None), "the same leg");
                other.group().unwrap().letter.clone()
            })
            .collect()
    };
    let all = legs(&plan).len() / 3;
    assert_eq!(
        (with(&plan, 1), with(&plan, 2), with(&plan, 3)),
        (vec!["B".into(); all], vec!["A".into(); all], vec![])
    );
    // Who leaves later rides later, in whatever coach.
    plan.groups.change(GroupId::from_number(2), |group| group.start = Some(crate::plan::build::time(17, 0)));
    assert_eq!(with(&plan, 1), Vec::<String>::new());
    // Without a coach nobody knows who rides with whom.
    plan.groups.change_where(|_| true, |group| (group.start, group.coach) = (None, None));
    assert_eq!(with(&plan, 1), Vec::<String>::new());
}

#[test]
fn a_coach_leaves_with_the_other_groups_in_it_as_they_were_counted() {
    let lack = |boarding| Heads { boarding, ..Heads::default() }.lack(&crew());
    assert_eq!(lack(Count::default()), Some(Lack::Uncounted));
    let missing = vec![Missing::Delegate(person(12)), Missing::Others(of(3), 1)];
    let some = count(&[11], &[(1, 2), (3, 2)], None);
    assert_eq!(lack(some.clone()), Some(Lack::Missing(missing.clone())));
    assert_eq!(lack(Count::all(&crew(), None)), None);
    assert_eq!(Heads::default().lack(&[]), None, "nobody should be in it");
    for (boarding, behind) in [(Count::default(), vec![]), (some, missing), (Count::all(&crew(), None), vec![])] {
        let mut heads = Heads { boarding, ..Heads::default() };
        heads.carried_off(at(14, 5), &crew());
        assert_eq!(heads.left, Some(Left { at: at(14, 5), behind }));
        assert_eq!(heads.lack(&crew()), None, "it has left");
        let left = heads.left.clone();
        heads.carried_off(at(14, 9), &crew());
        assert_eq!(heads.left, left, "once");
    }
}

/// Two named and two more of delegation 1, three of delegation 3.
fn crew() -> Vec<Crew> {
    vec![
        Crew { delegation: of(1), named: vec![person(11), person(12)], unnamed: 2 },
        Crew { delegation: of(3), named: vec![], unnamed: 3 },
    ]
}

fn count(here: &[u128], numbers: &[(u128, usize)], quick: Option<usize>) -> Count {
    let numbers = numbers.iter().map(|(id, number)| (of(*id), *number)).collect();
    Count { here: here.iter().map(|id| person(*id)).collect(), numbers, quick }
}

#[test]
fn a_count_says_who_is_missing() {
    let (ane, jon) = (Missing::Delegate(person(11)), Missing::Delegate(person(12)));
    let of_1 = |number| Missing::Others(of(1), number);
    let of_3 = |number| Missing::Others(of(3), number);
    let cases = [
        (count(&[], &[], None), 0, 0, vec![ane, jon, of_1(2), of_3(3)]),
        (count(&[11], &[(1, 2)], None), 3, 0, vec![jon, of_3(3)]),
        (count(&[12, 11], &[(1, 2), (3, 1)], None), 5, 0, vec![of_3(2)]),
        (count(&[12, 11], &[(1, 2), (3, 3)], None), 7, 0, vec![]),
        // One too many of a delegation is nobody of another, and who does not belong here is not counted.
        (count(&[12, 11, 99], &[(1, 3), (3, 2), (9, 4)], None), 6, 1, vec![of_3(1)]),
        (count(&[], &[], Some(0)), 0, 0, vec![Missing::Some(7)]),
        (count(&[11], &[(3, 1)], Some(6)), 6, 0, vec![Missing::Some(1)]),
        (count(&[], &[], Some(9)), 7, 2, vec![]),
    ];
    for (count, present, extra, missing) in cases {
        let sum = count.sum(&Expected { crews: crew(), fewer: 0 });
        assert_eq!(sum, Sum { expected: 7, present, extra, missing }, "{count:?}");
    }
}

#[test]
fn a_tap_counts_and_another_takes_back() {
    let mut count = Count::default();
    assert!(!count.is_begun());
    count.toggle(person(11));
    count.toggle(person(12));
    count.toggle(person(11));
    assert_eq!(count.here, [person(12)]);
    count.set_number(of(3), 2);
    count.set_number(of(3), 5_000);
    assert_eq!((count.number(of(3)), count.number(of(1))), (999, 0));
    assert!(count.is_begun());
    count.quick = Some(0);
    assert!(!count.is_begun());
}

#[test]
fn the_coach_leaves_when_everybody_is_here() {
    let mut heads = Heads { boarding: Count::all(&crew(), None), ..Heads::default() };
    assert!(heads.leave(at(14, 5), &crew(), &[]));
    assert_eq!(heads.left, Some(Left { at: at(14, 5), behind: vec![] }));
}

#[test]
fn the_coach_leaves_without_those_only_whom_somebody_agreed_to_leave() {
    let mut heads = Heads { boarding: count(&[11], &[(1, 2), (3, 2)], None), ..Heads::default() };
    let missing = vec![Missing::Delegate(person(12)), Missing::Others(of(3), 1)];
    for agreed in [vec![], missing[..1].to_vec(), missing[1..].to_vec(), vec![Missing::Some(2)]] {
        assert!(!heads.leave(at(14, 5), &crew(), &agreed), "{agreed:?}");
        assert_eq!(heads.left, None);
    }
    assert!(heads.leave(at(14, 5), &crew(), &missing));
    assert_eq!(heads.left, Some(Left { at: at(14, 5), behind: missing }));
}

#[test]
fn on_arrival_nobody_is_missed_who_stayed_behind() {
    let mut heads = Heads { boarding: count(&[11], &[(1, 2), (3, 2)], None), ..Heads::default() };
    assert_eq!(heads.sum(Pass::In, &crew()).expected, 7);
    let agreed = heads.sum(Pass::Out, &crew()).missing;
    assert!(heads.leave(at(14, 5), &crew(), &agreed));
    let sum = heads.sum(Pass::In, &crew());
    let missing = vec![Missing::Delegate(person(11)), Missing::Others(of(1), 2), Missing::Others(of(3), 2)];
    assert_eq!(sum, Sum { expected: 5, present: 0, extra: 0, missing });
    heads.arrival.quick = Some(5);
    assert_eq!(heads.sum(Pass::In, &crew()).missing, []);

    let mut quick = Heads { boarding: count(&[], &[], Some(6)), ..Heads::default() };
    assert!(quick.leave(at(14, 5), &crew(), &[Missing::Some(1)]));
    quick.arrival.quick = Some(6);
    assert_eq!(quick.sum(Pass::In, &crew()).missing, []);
    // By name nobody knows who is left out, so all are looked for.
    quick.arrival.quick = None;
    assert_eq!(quick.sum(Pass::In, &crew()).expected, 7);
}

/// How many heads stand for something missing.
fn weight(missing: &Missing) -> usize {
    match missing {
        Missing::Delegate(_) => 1,
        Missing::Others(_, number) | Missing::Some(number) => *number,
    }
}

/// Counts by anybody, also of people who do not belong there.
fn counts() -> impl Strategy<Value = Count> {
    let here = proptest::collection::btree_set(0_u128..5, 0..5);
    let numbers = proptest::collection::btree_map(0_u128..4, 0_usize..6, 0..4);
    (here, numbers, proptest::option::of(0_usize..12)).prop_map(|(here, numbers, quick)| Count {
        here: here.into_iter().map(person).collect(),
        numbers: numbers.into_iter().map(|(id, number)| (of(id), number)).collect(),
        quick,
    })
}

proptest! {
    #[test]
    fn nobody_is_in_two_coaches_of_a_visit(plan in plans()) {
        for visit in &plan.visits {
            // The way back is one leg of each group.
            let back = legs(&plan).into_iter().filter(|leg| {
                leg.visit().is_some_and(|known| known.id == visit.id) && leg.id.to_string().starts_with("back-")
            });
            let crews: Vec<Crew> = back.flat_map(|leg| crews(&plan, &leg)).collect();
            let mut named: Vec<_> = crews.iter().flat_map(|crew| crew.named.clone()).collect();
            let all = named.len();
            named.sort();
            named.dedup();
            prop_assert_eq!(named.len(), all);
            for delegation in &plan.delegations {
                let heads: usize = crews.iter().filter(|crew| crew.delegation == delegation.id).map(Crew::heads).sum();
                prop_assert!(heads <= plan.heads_of(delegation.id));
            }
        }
    }

    #[test]
    fn those_missing_and_those_present_are_those_expected(plan in plans(), out in counts(), back in counts()) {
        for leg in legs(&plan) {
            let crews = crews(&plan, &leg);
            let mut heads = Heads { boarding: out.clone(), arrival: back.clone(), left: None };
            let missing = heads.sum(Pass::Out, &crews).missing;
            prop_assert_eq!(heads.leave(at(14, 0), &crews, &[]), missing.is_empty());
            heads.left = None;
            prop_assert!(heads.leave(at(14, 0), &crews, &missing));
            for pass in [Pass::Out, Pass::In] {
                let sum = heads.sum(pass, &crews);
                let short: usize = sum.missing.iter().map(weight).sum();
                prop_assert_eq!(sum.present + short, sum.expected);
                prop_assert_eq!(sum.short(), short);
                let mut once = sum.missing.clone();
                once.dedup();
                prop_assert_eq!(once.len(), sum.missing.len());
                let expected = heads.expected(pass, &crews);
                let all = Count::all(&expected.crews, heads.count(pass).quick.map(|_| expected.heads()));
                prop_assert_eq!(all.sum(&expected).missing, vec![]);
            }
        }
    }
}
