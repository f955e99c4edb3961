//! The edits of groups: who goes with which, in which order, and what was agreed for it.

use super::build::{group, stop, time, turn};
use super::edit::small;
use itinera::plan::{
    Arranged, CoachId, DelegateId, DelegationId, Edit, EditError, Group, GroupId, Hue, Key, Member, Plan, StopId, Turn,
    VisitId, apply,
};

const VISIT: VisitId = VisitId::from_number(1);
const A: GroupId = GroupId::from_number(1);
const B: GroupId = GroupId::from_number(2);
const WHOLE: Member = Member::Delegation(DelegationId::from_number(1));
const ALONE: Member = Member::Delegate(DelegateId::from_number(1));

/// One member after the other goes into a group, or out of all.
fn after<const N: usize>(plan: &Plan, moves: [(Member, Option<GroupId>); N]) -> Plan {
    let assign = |plan: Plan, (member, group)| apply(&plan, &Edit::Assign { visit: VISIT, member, group }).unwrap();
    moves.into_iter().fold(plan.clone(), assign)
}

/// Whether each group names the delegation, and whether it names the delegate.
fn members(plan: &Plan) -> [(bool, bool); 2] {
    [A, B].map(|id| {
        let group = plan.groups.get(id).unwrap();
        (
            group.delegations.contains(&DelegationId::from_number(1)),
            group.delegates.contains(&DelegateId::from_number(1)),
        )
    })
}

#[test]
fn somebody_goes_with_one_group() {
    // In the plan, group A names delegation 1 and beside it delegate 1 of it.
    for (moves, expect) in [
        (vec![(WHOLE, Some(B))], [(false, true), (true, false)]),
        (vec![(ALONE, Some(B))], [(true, false), (false, true)]),
        // Who goes where the delegation goes is not named beside it.
        (vec![(ALONE, Some(A))], [(true, false), (false, false)]),
        (vec![(ALONE, Some(B)), (WHOLE, Some(B))], [(false, false), (true, false)]),
        (vec![(ALONE, None)], [(true, false), (false, false)]),
        (vec![(WHOLE, None)], [(false, true), (false, false)]),
        (vec![(WHOLE, None), (ALONE, None)], [(false, false), (false, false)]),
    ] {
        let plan = moves.iter().fold(small(), |plan, one| after(&plan, [*one]));
        assert_eq!(members(&plan), expect, "{moves:?}");
    }
}

#[test]
fn a_delegate_goes_with_the_group_that_names_them_else_with_the_delegation() {
    let plan = after(&small(), [(ALONE, None)]);
    let delegate = plan.delegates.iter().next().unwrap();
    let theirs = |plan: &Plan| plan.group_of(VISIT, delegate).map(|group| group.id);
    assert_eq!(theirs(&plan), Some(A));
    assert_eq!(theirs(&after(&plan, [(ALONE, Some(B))])), Some(B));
    assert_eq!(theirs(&after(&plan, [(WHOLE, None)])), None);
    assert_eq!(plan.group_of(VisitId::from_number(9), delegate), None);
}

#[test]
fn heads_are_those_who_come_without_those_who_go_with_others() {
    let heads = |plan: &Plan| [A, B].map(|id| plan.heads_in(plan.groups.get(id).unwrap()));
    let mut plan = after(&small(), [(ALONE, None)]);
    assert_eq!(heads(&plan), [1, 0]);
    plan.delegations.change(DelegationId::from_number(1), |delegation| delegation.expected = Some(5));
    assert_eq!(heads(&plan), [5, 0]);
    let apart = after(&plan, [(ALONE, Some(B))]);
    assert_eq!(heads(&apart), [4, 1]);
    assert_eq!(apart.heads_together(VISIT, DelegationId::from_number(1)), 4);
    assert_eq!(heads(&after(&apart, [(WHOLE, None)])), [0, 1]);
    // Named beside the own delegation, nobody counts twice.
    assert_eq!(heads(&small())[0], 1);
}

#[test]
fn a_split_leaves_these_groups_and_no_others() {
    let kept = Group { name: "Lasers".into(), ..Group::clone(small().groups.get(B).unwrap()) };
    let new = Group { delegations: [DelegationId::from_number(2)].into(), ..group(5, 1) };
    let split = |groups| Edit::Split { visit: VISIT, groups };
    let plan = apply(&small(), &split(vec![kept.clone(), new.clone()])).unwrap();
    assert_eq!(plan.groups.iter().map(|group| Group::clone(group)).collect::<Vec<_>>(), [kept, new]);
    assert!(plan.turns.is_empty(), "the turns of a group that is gone went with it");
    assert!(apply(&small(), &split(vec![])).unwrap().groups.is_empty());
    let elsewhere = Key::Group(GroupId::from_number(5));
    assert_eq!(apply(&small(), &split(vec![group(5, 9)])), Err(EditError::Mixed(elsewhere)));
    let coach = CoachId::from_number(9);
    let driven = Group { coach: Some(coach), ..group(5, 1) };
    assert_eq!(apply(&small(), &split(vec![driven])), Err(EditError::Gone(Key::Coach(coach))));
    let nowhere = Edit::Split { visit: VisitId::from_number(9), groups: vec![] };
    assert_eq!(apply(&small(), &nowhere), Err(EditError::Gone(Key::Visit(VisitId::from_number(9)))));
}

#[test]
fn a_stop_moves_in_the_order_of_one_group() {
    let mut plan = small();
    plan.stops.put(stop(3, 1, 1));
    let order = |plan: &Plan, id| -> Vec<u128> {
        let group = plan.groups.get(id).unwrap();
        plan.stops_for(VISIT, Some(group)).iter().map(|stop| stop.id.uuid().as_u128()).collect()
    };
    assert_eq!((order(&plan, A), order(&plan, B)), (vec![2, 3], vec![1, 2, 3]));
    let edit = Edit::MoveStop { stop: StopId::from_number(3), group: Some(B), to: 0 };
    let moved = apply(&plan, &edit).unwrap();
    assert_eq!((order(&moved, A), order(&moved, B)), (vec![2, 3], vec![3, 1, 2]));
    assert_eq!(
        moved.stops_of(VISIT).iter().map(|stop| stop.id).collect::<Vec<_>>(),
        [1, 2, 3].map(StopId::from_number)
    );
    // What a group does not name comes last, in the order of the visit.
    plan.visits.change(VISIT, |visit| visit.order = [3, 2, 1].map(StopId::from_number).to_vec());
    assert_eq!((order(&plan, A), order(&plan, B)), (vec![2, 3], vec![3, 2, 1]));
    plan.groups.put(group(4, 7));
    let other = Edit::MoveStop { stop: StopId::from_number(3), group: Some(GroupId::from_number(4)), to: 0 };
    assert_eq!(apply(&plan, &other), Err(EditError::Gone(Key::Group(GroupId::from_number(4)))));
}

#[test]
fn a_turn_for_which_nothing_is_agreed_is_taken_out() {
    let set = |turn: Turn| apply(&small(), &Edit::SetTurn(turn));
    let pinned = Turn { pinned: true, ..turn(2, 1) };
    assert_eq!(set(pinned.clone()).unwrap().turns.get(pinned.id).map(|turn| Turn::clone(turn)), Some(pinned));
    assert!(set(turn(1, 2)).unwrap().turns.is_empty());
    assert_eq!(set(turn(2, 2)).unwrap(), small());
    assert_eq!(set(turn(9, 2)), Err(EditError::Gone(Key::Group(GroupId::from_number(9)))));
    assert_eq!(set(turn(1, 9)), Err(EditError::Gone(Key::Stop(StopId::from_number(9)))));
}

#[test]
fn an_arrangement_is_one_edit() {
    let order = |order: [u128; 2]| order.map(StopId::from_number).to_vec();
    let arranged = |group, start, of, turns| Arranged { group, start, order: order(of), turns };
    let held = Turn { hold: 10, ..turn(1, 1) };
    let groups = vec![
        arranged(Some(A), Some(time(13, 30)), [2, 1], vec![held.clone(), turn(1, 2), Turn { hold: 9, ..turn(2, 1) }]),
        arranged(Some(B), None, [1, 2], vec![]),
    ];
    let plan = apply(&small(), &Edit::Arrange { visit: VISIT, groups }).unwrap();
    let a = plan.groups.get(A).unwrap();
    assert_eq!((a.start, &a.order), (Some(time(13, 30)), &order([2, 1])));
    assert_eq!(plan.groups.get(B).unwrap().order, order([1, 2]));
    // The old turn of group A is gone, and that of another group is not its business.
    assert_eq!(plan.turns.iter().map(|turn| Turn::clone(turn)).collect::<Vec<_>>(), [held]);
    let all = vec![arranged(None, Some(time(9, 0)), [2, 1], vec![])];
    let mut held = small();
    held.stops.change_where(|_| true, |stop| stop.hold = 10);
    let plan = apply(&held, &Edit::Arrange { visit: VISIT, groups: all }).unwrap();
    assert!(plan.stops.iter().filter(|stop| stop.visit == VISIT).all(|stop| stop.hold == 0), "nobody is held any more");
    let visit = plan.visits.get(VISIT).unwrap();
    assert_eq!((visit.start.time(), &visit.order), (time(9, 0), &order([2, 1])));
    let gone = vec![arranged(Some(GroupId::from_number(9)), None, [1, 2], vec![])];
    let gone = apply(&small(), &Edit::Arrange { visit: VISIT, groups: gone });
    assert_eq!(gone, Err(EditError::Gone(Key::Group(GroupId::from_number(9)))));
}

#[test]
fn a_new_group_has_a_letter_and_a_hue_of_its_own() {
    let mut plan = small();
    plan.groups.change(A, |group| (group.letter, group.hue) = ("B".into(), Hue::Teal));
    plan.groups.change(B, |group| (group.letter, group.hue) = ("A".into(), Hue::Orange));
    assert_eq!(plan.groups_of(VISIT).iter().map(|group| group.id).collect::<Vec<_>>(), [B, A]);
    let new = plan.new_group(GroupId::from_number(5), VISIT);
    assert_eq!((new.letter.as_str(), new.hue), ("C", Hue::Purple));
    let first = plan.new_group(GroupId::from_number(5), VisitId::from_number(9));
    assert_eq!((first.letter.as_str(), first.hue), ("A", Hue::Teal));
}
