//! A visit with groups, as each reader sees it.

use super::{OUTING, add_outing, during, name, with_sessions};
use crate::plan::build::{at, delegate, delegation, group, time, turn};
use itinera::agenda::{
    Audience, BlockSort, Board, Direction, Doing, Filter, blocks, entries, lanes, moment, moved, steps, stretches,
};
use itinera::plan::{
    AnyRecord, Attendance, DelegateId, DelegationId, Edit, EntryId, Group, GroupId, Plan, Session, StopId, Turn, apply,
};

const A: GroupId = GroupId::from_number(1);
const B: GroupId = GroupId::from_number(2);

/// The outing with two groups: A as it is, with delegation 1 and delegate 22 of delegation 2; B half an hour later the
/// other way round, with delegation 2. Nobody named delegation 3. Ten minutes of gathering.
fn plan() -> Plan {
    let mut plan = with_sessions([during(1, (9, 0), (10, 0)), during(2, (15, 30), (16, 0))]);
    add_outing(&mut plan);
    for id in 1..4 {
        plan.delegations.put(delegation(id));
        for person in 1..3 {
            plan.delegates.put(delegate(id * 10 + person, id));
        }
    }
    plan.visits.change(OUTING, |visit| visit.gathering = 10);
    let single = [DelegateId::from_number(22)].into();
    plan.groups.put(Group { delegations: [of(1)].into(), delegates: single, ..group(1, 1) });
    plan.groups.put(Group {
        delegations: [of(2)].into(),
        start: Some(time(13, 30)),
        order: [2, 1].map(StopId::from_number).to_vec(),
        ..group(2, 1)
    });
    plan
}

const fn of(delegation: u128) -> DelegationId {
    DelegationId::from_number(delegation)
}

const fn person(delegate: u128) -> Audience {
    Audience::Delegate(DelegateId::from_number(delegate))
}

/// What an audience sees of the visit: letter, what, and when it starts.
fn seen(plan: &Plan, audience: Audience) -> Vec<String> {
    let all = entries(plan, audience).into_iter().filter(|entry| entry.visit().is_some());
    let said = all.map(|entry| {
        let mut of_stop = entry.clone();
        of_stop.id = match entry.id {
            EntryId::Stop(stop, _) => EntryId::Stop(stop, None),
            EntryId::LegTo(stop, _) => EntryId::LegTo(stop, None),
            other => other,
        };
        let letter = entry.group().map_or("-", |group| &group.letter);
        format!("{letter} {} {}", name(&of_stop), entry.slot.start().format("%H:%M"))
    });
    said.collect()
}

const OF_A: [&str; 5] = ["A to 1 12:50", "A stop 1 13:20", "A to 2 13:50", "A stop 2 14:00", "A back 14:30"];
const OF_B: [&str; 5] = ["B to 2 13:20", "B stop 2 13:40", "B to 1 14:10", "B stop 1 14:30", "B back 15:00"];

#[test]
fn a_reader_sees_the_group_that_names_them_else_that_of_their_delegation() {
    let plan = plan();
    for (who, expect) in [(person(11), OF_A), (person(21), OF_B), (person(22), OF_A)] {
        assert_eq!(seen(&plan, who), expect, "{who:?}");
    }
    assert_eq!(seen(&plan, Audience::Delegation(of(1))), OF_A);
}

#[test]
fn who_sees_several_groups_sees_whose_each_entry_is() {
    let plan = plan();
    let all = [
        "A to 1 12:50",
        "B to 2 13:20",
        "A stop 1 13:20",
        "B stop 2 13:40",
        "A to 2 13:50",
        "A stop 2 14:00",
        "B to 1 14:10",
        "B stop 1 14:30",
        "A back 14:30",
        "B back 15:00",
    ];
    // Everyone; a delegation with people in both; and those who are in none yet and have to join one.
    for who in [Audience::Everyone, Audience::Delegation(of(2)), Audience::Delegation(of(3)), person(31)] {
        assert_eq!(seen(&plan, who), all, "{who:?}");
    }
    // Who is not meant sees none.
    let mut plan = plan;
    plan.visits.change(OUTING, |visit| visit.audience = Attendance::Only([of(1), of(2)].into()));
    assert!(seen(&plan, person(31)).is_empty() && seen(&plan, Audience::Delegation(of(3))).is_empty());
}

#[test]
fn entries_of_groups_have_identities_of_their_own() {
    let plan = plan();
    let entries = entries(&plan, Audience::Everyone);
    let mut ids: Vec<_> = entries.iter().map(|entry| entry.id.to_string()).collect();
    for entry in &entries {
        assert_eq!(plan.entry(&entry.id.to_string()), Some(entry.id));
    }
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), entries.len());
    assert_eq!(plan.entry(&EntryId::LegBack(OUTING, Some(GroupId::from_number(9))).to_string()), None);
    let mut plan = plan;
    plan.sessions.put(during(77, (9, 0), (10, 0)));
    let session = plan.sessions.iter().last().unwrap().id;
    assert_eq!(plan.entry(&format!("{session}_{A}")), None);
}

#[test]
fn heads_are_those_of_the_group() {
    let mut plan = plan();
    plan.delegations.change(of(2), |delegation| delegation.expected = Some(5));
    let heads: Vec<_> = plan.groups_of(OUTING).iter().map(|group| plan.heads_in(group)).collect();
    assert_eq!(heads, [3, 4]);
    let stop = entries(&plan, person(21)).into_iter().find(|entry| entry.kind().name() == "stop").unwrap();
    assert_eq!((stop.heads(&plan), stop.attendance()), (4, Attendance::Only([of(2)].into())));
}

#[test]
fn a_group_keeps_its_lane() {
    let mut plan = plan();
    plan.sessions.put(during(3, (13, 50), (14, 0)));
    let entries = entries(&plan, Audience::Everyone);
    let lanes = lanes(&entries);
    let lanes_of = |group: Option<GroupId>| {
        let mut found: Vec<_> = entries.iter().zip(&lanes).filter(|(entry, _)| entry.id.group() == group).collect();
        found.retain(|(entry, _)| entry.slot.start() >= at(12, 0) && entry.slot.end() <= at(15, 15));
        found.into_iter().map(|(_, lane)| (lane.index, lane.of)).collect::<Vec<_>>()
    };
    assert_eq!(lanes_of(Some(A)), [(0, 3); 5]);
    assert_eq!(lanes_of(Some(B)), [(1, 3); 5]);
    assert_eq!(lanes_of(None), [(2, 3)]);
}

#[test]
fn now_and_next_are_those_of_the_readers_group() {
    let plan = plan();
    let now = |who| {
        let moment = moment(&entries(&plan, who), at(13, 45));
        (moment.now.into_iter().map(|entry| entry.id).collect::<Vec<_>>(), moment.next[0].id)
    };
    let (one, two) = (StopId::from_number(1), StopId::from_number(2));
    assert_eq!(now(person(11)), (vec![EntryId::Stop(one, Some(A))], EntryId::LegTo(two, Some(A))));
    assert_eq!(now(person(21)), (vec![EntryId::Stop(two, Some(B))], EntryId::LegTo(one, Some(B))));
    assert_eq!(now(Audience::Everyone).0, [EntryId::Stop(one, Some(A)), EntryId::Stop(two, Some(B))]);
}

#[test]
fn the_programme_has_a_block_for_each_group() {
    let plan = plan();
    let blocks = blocks(&entries(&plan, Audience::Everyone));
    let said: Vec<_> = blocks
        .iter()
        .map(|block| match &block.sort {
            BlockSort::Visit(_, Some(group)) => format!("{} {}", group.letter, block.entries.len()),
            _ => block.entries.len().to_string(),
        })
        .collect();
    assert_eq!(said, ["1", "A 5", "B 5", "1"]);
}

#[test]
fn gathering_comes_before_boarding() {
    let plan = plan();
    let first = entries(&plan, person(11)).into_iter().find(|entry| entry.visit().is_some()).unwrap();
    let said: Vec<_> = steps(&first).iter().map(|step| (step.doing, step.at)).collect();
    assert_eq!(
        said,
        [
            (Doing::Gather, at(12, 50)),
            (Doing::Board, at(13, 0)),
            (Doing::Drive, at(13, 10)),
            (Doing::Arrive, at(13, 20)),
        ]
    );
    assert_eq!(stretches(&first).iter().map(|(_, minutes)| *minutes).sum::<u16>(), first.slot.minutes());
}

#[test]
fn a_group_moves_by_itself_within_the_day_and_with_the_others_to_another() {
    let plan = plan();
    let back = EntryId::LegBack(OUTING, Some(A));
    let after = |edit: Option<Edit>| apply(&plan, &edit.unwrap()).unwrap();
    let later = after(moved(&plan, back, 20));
    assert_eq!(later.groups.get(A).unwrap().start, Some(time(13, 20)));
    assert_eq!(seen(&later, person(21)), OF_B);
    assert_eq!(plan.differing(&later), [AnyRecord::Group(plan.groups.get(A).unwrap().clone()).key()]);
    let tomorrow = after(moved(&plan, back, 24 * 60));
    let starts = |plan: &Plan| {
        entries(plan, person(21)).iter().filter(|entry| entry.visit().is_some()).map(|entry| entry.slot.start()).min()
    };
    assert_eq!(starts(&tomorrow), starts(&plan).map(|start| start + chrono::Days::new(1)));
    assert_eq!(tomorrow.groups, plan.groups);
}

#[test]
fn the_keyboard_goes_from_group_to_group() {
    let mut plan = plan();
    plan.turns.put(Turn { hold: 5, ..turn(1, 1) });
    plan.sessions.put(Session { audience: Attendance::Only([of(3)].into()), ..during(4, (13, 0), (15, 0)) });
    let board = Board::of(&plan, Filter::default());
    let one = EntryId::Stop(StopId::from_number(1), Some(A));
    let beside = board.neighbour(Some(one), Direction::Right).unwrap();
    assert_ne!(beside.group(), Some(A));
    assert_eq!(board.get(one).unwrap().entry.slot.end(), at(13, 55));
}
