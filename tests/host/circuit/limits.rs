//! What limits the heads of a group.

use crate::plan::build::{coach, empty, group, host, stop, visit};
use itinera::circuit::{Bound, Limit, limits};
use itinera::plan::{Coach, CoachId, Group, GroupId, Host, HostId, Plan, StopId, Visit, VisitId};

/// A visit to hosts 1, 2 and 3, of which the second has not said how many it takes; the coach seats 30.
fn plan() -> Plan {
    let mut plan = empty();
    plan.visits.put(Visit { coach_seats: Some(50), ..visit(1) });
    for (id, capacity) in [(1, Some(16)), (2, None), (3, Some(12))] {
        plan.hosts.put(Host { capacity, ..host(id, None) });
        plan.stops.put(stop(id, 1, id));
    }
    plan.coaches.put(Coach { seats: Some(30), ..coach(1, 1) });
    plan.groups.put(group(1, 1));
    plan
}

fn of(plan: &Plan, change: impl FnOnce(&mut Group)) -> Vec<(Bound, u16)> {
    let mut group = Group::clone(plan.groups.get(GroupId::from_number(1)).unwrap());
    change(&mut group);
    let found = limits(plan, plan.visits.get(VisitId::from_number(1)).unwrap(), &group);
    found.iter().map(|limit| (limit.bound, limit.takes)).collect()
}

#[test]
fn seats_come_first_then_the_companies_on_the_way() {
    let host = |id| Bound::Host(HostId::from_number(id));
    let (plan, coach) = (plan(), CoachId::from_number(1));
    assert_eq!(of(&plan, |_| {}), [(Bound::Seats, 50), (host(1), 16), (host(3), 12)]);
    let third_first = |group: &mut Group| group.order = vec![StopId::from_number(3)];
    assert_eq!(of(&plan, third_first), [(Bound::Seats, 50), (host(3), 12), (host(1), 16)]);
    let left_out = |group: &mut Group| {
        group.coach = Some(coach);
        group.skips = [StopId::from_number(1)].into();
    };
    assert_eq!(of(&plan, left_out), [(Bound::Coach(coach), 30), (host(3), 12)]);
    // A coach whose seats are not known limits nothing, whatever the visit's other coach has.
    let mut unknown = plan;
    unknown.coaches.change(coach, |coach| coach.seats = None);
    assert_eq!(of(&unknown, |group| group.coach = Some(coach)), [(host(1), 16), (host(3), 12)]);
}

#[test]
fn a_company_that_is_visited_twice_limits_once() {
    let mut plan = plan();
    plan.stops.put(stop(4, 1, 1));
    assert_eq!(of(&plan, |_| {}).len(), 3);
}

#[test]
fn heads_above_a_limit_are_counted() {
    let limit = Limit { bound: Bound::Seats, takes: 12 };
    assert_eq!([0, 12, 13, 20].map(|heads| limit.above(heads)), [0, 0, 1, 8]);
}
