//! Counted heads are kept apart from plans, and go with them.

use super::world::Browser;
use itinera::agenda::{Count, Heads, Left, Missing};
use itinera::example::manumix;
use itinera::plan::{DelegateId, DelegationId, EntryId, GroupId, PlanId, StopId};
use itinera::wire;
use itinera::workspace::{
    Msg, heads,
    keeper::{Storage, fetch},
};
use proptest::prelude::*;

const PLAN: PlanId = PlanId::from_number(7);

fn leg(stop: u128, group: Option<u128>) -> EntryId {
    EntryId::LegTo(StopId::from_number(stop), group.map(GroupId::from_number))
}

fn counts() -> impl Strategy<Value = Count> {
    let here = proptest::collection::btree_set(any::<u128>(), 0..4);
    let numbers = proptest::collection::btree_map(any::<u128>(), 0_usize..1_000, 0..4);
    (here, numbers, proptest::option::of(0_usize..1_000)).prop_map(|(here, numbers, quick)| Count {
        here: here.into_iter().map(DelegateId::from_number).collect(),
        numbers: numbers.into_iter().map(|(id, number)| (DelegationId::from_number(id), number)).collect(),
        quick,
    })
}

fn missing() -> impl Strategy<Value = Missing> {
    (any::<u128>(), 0_usize..1_000, 0..3).prop_map(|(id, number, sort)| match sort {
        0 => Missing::Delegate(DelegateId::from_number(id)),
        1 => Missing::Others(DelegationId::from_number(id), number),
        _ => Missing::Some(number),
    })
}

fn all_heads() -> impl Strategy<Value = Heads> {
    let left = proptest::option::of(proptest::collection::vec(missing(), 0..4));
    (counts(), counts(), left).prop_map(|(boarding, arrival, behind)| {
        let left = behind.map(|behind| Left { at: crate::plan::build::at(14, 32), behind });
        Heads { boarding, arrival, left }
    })
}

proptest! {
    #[test]
    fn what_is_kept_is_read_again(counted in all_heads()) {
        prop_assert_eq!(heads::read(&heads::text(&counted)), counted);
    }

    #[test]
    fn any_text_is_read_and_counts_nobody_twice(lines in proptest::collection::vec("(out|in|left|behind|) (here|of|all|one|some) ?(00000000-0000-0000-0000-00000000000[12])? ?[0-9-]{0,5}", 0..9)) {
        let read = heads::read(&lines.join("\n"));
        for count in [&read.boarding, &read.arrival] {
            let mut here = count.here.clone();
            here.sort();
            here.dedup();
            prop_assert_eq!(here.len(), count.here.len());
        }
        prop_assert_eq!(heads::read(&heads::text(&read)), read);
    }
}

#[test]
fn each_plan_leg_and_group_has_its_own_and_so_has_a_rehearsal() {
    let names = [
        heads::name(PLAN, leg(1, None), false),
        heads::name(PLAN, leg(1, None), true),
        heads::name(PLAN, leg(1, Some(1)), false),
        heads::name(PLAN, leg(1, Some(2)), false),
        heads::name(PLAN, leg(2, Some(2)), false),
        heads::name(PlanId::from_number(8), leg(1, None), false),
    ];
    for (place, name) in names.iter().enumerate() {
        assert!(!names[..place].contains(name), "{name}");
        assert_eq!(name.starts_with(&heads::names_of(PLAN)), place < 5);
    }
}

#[test]
fn they_are_in_no_copy_of_the_plan_and_go_when_it_is_deleted() {
    let mut browser = Browser::new();
    let plan = manumix().id();
    let counted = Heads { boarding: Count { quick: Some(12), ..Count::default() }, ..Heads::default() };
    let (own, other) = (heads::name(plan, leg(1, None), false), heads::name(PLAN, leg(1, None), false));
    for name in [&own, &other] {
        heads::keep(&*browser.shelf, name, &counted).unwrap();
        assert_eq!(heads::load(&*browser.shelf, name), counted);
    }
    browser.settle();
    browser.send(Msg::Export(plan));
    let (_, export) = browser.tab().downloads.last().unwrap().clone();
    assert_eq!(wire::decode_text(&export).unwrap().plan, manumix());
    assert!(!export.contains("heads.") && !fetch(&*browser.shelf, plan).unwrap().contains(" all 12"));

    browser.send(Msg::Delete { plan, fresh: PlanId::from_number(99) });
    browser.settle();
    assert_eq!(browser.shelf.get(&own), None);
    assert_eq!(heads::load(&*browser.shelf, &other), counted);
    heads::clear(&*browser.shelf, PLAN);
    assert_eq!(browser.shelf.get(&other), None);
}
