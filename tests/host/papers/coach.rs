//! Coach lists.

use super::{of, plan, text};
use crate::agenda::OUTING;
use crate::plan::build::{coach, time};
use itinera::{
    papers::{Carriage, CoachList, CoachRoute},
    plan::{Attendance, CoachId, GroupId, Plan, StopId, Table},
};

const COACH: Carriage = Carriage::Coach(CoachId::from_number(1));
const FIRST: Option<StopId> = Some(StopId::from_number(1));

fn list(plan: &Plan, carriage: Carriage, to: Option<StopId>) -> CoachList {
    CoachList::of(plan, carriage, to).unwrap()
}

/// Who is in it: `A Wales: Bob Low, Zoe Ace +2`.
fn aboard(list: &CoachList) -> Vec<String> {
    let group = |aboard: &itinera::papers::Aboard| {
        let letter = aboard.group.as_ref().map_or(String::new(), |group| format!("{} ", group.letter));
        text(&aboard.crew).into_iter().map(move |line| format!("{letter}{line}")).collect::<Vec<_>>()
    };
    list.aboard.iter().flat_map(group).collect()
}

/// A way: `Venue 0 13:00-13:10 > Host 1 13:20 13:50-13:50`, with `>` before the leg of the list.
fn way(route: &CoachRoute) -> String {
    let mut way = String::new();
    for (place, point) in route.points.iter().enumerate() {
        way += &point.name.english;
        let clock = |moment: Option<chrono::NaiveDateTime>| moment.map(|at| at.format("%H:%M").to_string());
        for time in [clock(point.arrives), clock(point.boards), clock(point.departs)].into_iter().flatten() {
            way += " ";
            way += &time;
        }
        if place + 1 < route.points.len() {
            way += if place == route.from { " > " } else { ", " };
        }
    }
    way
}

#[test]
fn groups_in_one_coach_are_on_one_list() {
    let list = list(&plan(), COACH, FIRST);
    assert_eq!(aboard(&list), ["A Wales: Bob Low, Zoe Ace +2", "B Lithuania: Cid Moss +1"]);
    let by_group: Vec<_> = list.aboard.iter().map(itinera::papers::Aboard::heads).collect();
    assert_eq!((list.heads(), by_group), (6, vec![4, 2]));
    let [route] = &*list.routes else { panic!("{:?}", list.routes) };
    assert_eq!(route.groups.len(), 2);
    assert_eq!(way(route), "Venue 0 13:00 13:10 > Host 1 13:20 13:50 13:50, Host 2 14:00 14:30 14:30, Venue 0 14:40");
}

#[test]
fn the_way_back_is_a_leg_too() {
    let list = list(&plan(), COACH, None);
    assert_eq!((list.heads(), list.routes[0].from), (6, 2));
}

#[test]
fn guides_and_drivers_are_called_before_hosts() {
    let list = list(&plan(), COACH, FIRST);
    let phones: Vec<_> = list.contacts.iter().map(|known| (known.key(), &*known.contact().phone)).collect();
    let said: Vec<String> =
        phones.iter().map(|(key, phone)| format!("{key:?}").replace(char::is_numeric, "") + phone).collect();
    let sorts: Vec<_> = said.iter().map(|text| text.split('(').next().unwrap()).collect();
    assert_eq!(sorts, ["Group", "Coach", "Group", "Host", "Host"]);
    assert_eq!(phones[1].1, "+39 1");
}

#[test]
fn groups_that_do_not_go_together_have_each_its_way() {
    let mut plan = plan();
    plan.groups.change(GroupId::from_number(2), |group| group.start = Some(time(15, 0)));
    let list = list(&plan, COACH, FIRST);
    let ways: Vec<_> = list.routes.iter().map(way).collect();
    assert_eq!(ways.len(), 2);
    assert!(ways[1].starts_with("Venue 0 15:00 15:10 > Host 1 15:20"), "{ways:?}");
}

#[test]
fn a_group_without_a_coach_of_its_visit_has_a_list_of_its_own() {
    let mut plan = plan();
    let group = GroupId::from_number(2);
    plan.coaches.put(coach(2, 2));
    // No coach, one that was removed, and one of another visit.
    for coach in [None, Some(9), Some(2)] {
        plan.groups.change(group, |group| group.coach = coach.map(CoachId::from_number));
        assert_eq!(aboard(&list(&plan, COACH, FIRST)), ["A Wales: Bob Low, Zoe Ace +2"]);
        let own = list(&plan, Carriage::Group(group), FIRST);
        assert_eq!((aboard(&own), own.coaches), (vec!["B Lithuania: Cid Moss +1".to_string()], Vec::new()));
    }
}

#[test]
fn without_groups_everybody_is_in_one() {
    let mut plan = plan();
    plan.groups = Table::default();
    plan.visits.change(OUTING, |visit| visit.audience = Attendance::Only([of(1), of(2)].into()));
    let list = list(&plan, Carriage::Visit(OUTING), FIRST);
    assert_eq!(aboard(&list), ["Wales: Bob Low, Zoe Ace +2", "Lithuania: Cid Moss +1"]);
    assert_eq!(list.coaches.len(), 1);
    assert_eq!(CoachList::of(&plan, COACH, FIRST), None);
}

#[test]
fn a_stop_that_a_group_leaves_out_is_on_no_list_of_it() {
    let mut plan = plan();
    plan.groups.change(GroupId::from_number(1), |group| group.skips = [StopId::from_number(1)].into());
    assert_eq!(aboard(&list(&plan, COACH, FIRST)), ["B Lithuania: Cid Moss +1"]);
}
