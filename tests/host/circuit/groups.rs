//! The clock of a group: its own order, start and turns, gathering and the rush hour; and the law that every minute from
//! gathering to the return belongs to exactly one phase.

use crate::plan::build::{at, empty, group, host, stop, time, transfer, turn, venue, visit, window};
use chrono::{Days, TimeDelta};
use itinera::circuit::{Itinerary, Phase, itineraries};
use itinera::plan::{Edit, Group, GroupId, Plan, Rush, Stop, StopId, Turn, VenueId, Visit, VisitId, apply};
use proptest::{collection, option, prelude::*};

/// From venue 0 to hosts 1 and 2, ten minutes to each and twenty between; 15 minutes of gathering before 13:00, 5 of
/// boarding, half an hour at each. Groups A and B.
fn plan() -> Plan {
    let mut plan = empty();
    for id in 0..3 {
        plan.venues.put(venue(id, None));
    }
    for (from, to, minutes) in [(0, 1, 10), (0, 2, 10), (1, 2, 20)] {
        plan.transfers.put(transfer(from, to, minutes));
    }
    let home = Some(VenueId::from_number(0));
    let order = [1, 2].map(StopId::from_number).to_vec();
    plan.visits.put(Visit { start_place: home, return_place: home, order, gathering: 15, ..visit(1) });
    for id in 1..3 {
        plan.hosts.put(host(id, Some(id)));
        plan.stops.put(Stop { boarding: 5, gate: 5, tour: 20, count_back: 5, ..stop(id, 1, id) });
        plan.groups.put(group(id, 1));
    }
    plan
}

fn with_group(mut plan: Plan, change: impl FnOnce(&mut Group)) -> Plan {
    plan.groups.change(GroupId::from_number(2), change);
    plan
}

/// The times of group A and those of group B.
fn times(plan: &Plan) -> [Itinerary; 2] {
    itineraries(plan, plan.visits.get(VisitId::from_number(1)).unwrap()).try_into().unwrap()
}

fn way(itinerary: &Itinerary) -> Vec<(u128, chrono::NaiveDateTime)> {
    itinerary.stays.iter().map(|stay| (stay.stop.uuid().as_u128(), stay.arrives)).collect()
}

#[test]
fn each_group_has_its_own_order_and_start() {
    let plan = with_group(plan(), |group| {
        group.order = vec![StopId::from_number(2)];
        group.start = Some(time(13, 30));
    });
    let [a, b] = times(&plan);
    assert_eq!((a.group, b.group), (Some(GroupId::from_number(1)), Some(GroupId::from_number(2))));
    assert_eq!(way(&a), [(1, at(13, 15)), (2, at(14, 10))]);
    assert_eq!(way(&b), [(2, at(13, 45)), (1, at(14, 40))]);
    assert_eq!([&a, &b].map(|times| (times.gathers, times.start)), [(at(12, 45), at(13, 0)), (at(13, 15), at(13, 30))]);
    assert_eq!([a.back, b.back], [at(14, 50), at(15, 20)]);
}

#[test]
fn a_visit_that_moves_to_another_day_takes_its_groups_along() {
    let plan = with_group(plan(), |group| group.start = Some(time(13, 30)));
    let before = Visit::clone(plan.visits.get(VisitId::from_number(1)).unwrap());
    let after = Visit { start: before.start + Days::new(1), ..before.clone() };
    let moved = apply(&plan, &Edit::revise(before, after)).unwrap();
    assert_eq!(times(&moved)[1].start, at(13, 30) + Days::new(1));
}

#[test]
fn a_group_leaves_stops_out() {
    let [a, b] = times(&with_group(plan(), |group| group.skips = [StopId::from_number(1)].into()));
    assert_eq!((a.stays.len(), way(&b)), (2, vec![(2, at(13, 15))]));
    let nothing = with_group(plan(), |group| group.skips = [1, 2].map(StopId::from_number).into());
    let [_, b] = times(&nothing);
    assert_eq!((b.legs.len(), b.gathers, b.back), (0, at(13, 0), at(13, 0)));
}

#[test]
fn a_turn_holds_its_group_at_the_gate_and_before_boarding() {
    let mut plan = plan();
    plan.turns.put(Turn { received: Some(time(13, 30)), hold: 7, ..turn(2, 1) });
    let [a, b] = times(&plan);
    assert_eq!(way(&a), [(1, at(13, 15)), (2, at(14, 10))]);
    let stay = &b.stays[0];
    assert_eq!((stay.received, stay.leaves, stay.ends), (at(13, 30), at(14, 0), at(14, 7)));
    let (first, last) = (stay.phases[0], stay.phases[stay.phases.len() - 1]);
    assert_eq!((first.phase, first.minutes, last.phase, last.minutes), (Phase::Wait, 15, Phase::Hold, 7));
    assert_eq!((b.waiting(), way(&b)[1]), (22, (2, at(14, 32))));
    // The later of the two counts, and being held is not the host's time.
    plan.stops.change(StopId::from_number(1), |stop| stop.window = window((13, 40), (14, 10)));
    let [a, b] = times(&plan);
    assert_eq!([&a, &b].map(|times| (times.stays[0].received, times.stays[0].late)), [(at(13, 40), 0); 2]);
}

#[test]
fn drives_take_longer_in_the_rush_hour() {
    let mut plan = plan();
    let hours = itinera::plan::Window::new(time(13, 40), time(18, 0)).unwrap();
    plan.visits.change(VisitId::from_number(1), |visit| visit.rush = Some(Rush { window: hours, percent: 50 }));
    let [a, _] = times(&plan);
    let drives: Vec<_> = a.legs.iter().map(|leg| (leg.drive.minutes, leg.rush)).collect();
    assert_eq!(drives, [(10, 0), (30, 10), (15, 5)]);
    assert_eq!(a.driving(), 55);
}

/// Two groups on a visit of up to four stops, with everything that moves a clock.
fn any_plan() -> impl Strategy<Value = Plan> {
    let minute = || (0u32..24, 0u32..60).prop_map(|(hour, minute)| time(hour, minute));
    let phases = (0u16..30, 0u16..30, 0u16..90, 0u16..20, option::of(minute()), 0u16..40);
    let stops = collection::vec((phases, 0u128..3, any::<bool>()), 0..5);
    let frame = (0u16..40, 0u16..30, option::of((0u32..12, 0u16..200)), option::of(minute()));
    (stops, frame, collection::vec(0u128..6, 0..5)).prop_map(|(stops, frame, order)| {
        let (gathering, return_boarding, rush, start) = frame;
        let mut plan = plan();
        plan.stops = [].into_iter().collect();
        for (id, ((boarding, gate, tour, count_back, received, hold), host, skips)) in (1u128..).zip(stops) {
            plan.stops.put(Stop { boarding, gate, tour, count_back, ..stop(id, 1, host) });
            plan.turns.put(Turn { received, hold, ..turn(2, id) });
            if skips {
                plan.groups.change(GroupId::from_number(2), |group| {
                    group.skips.insert(StopId::from_number(id));
                });
            }
        }
        plan.groups.change(GroupId::from_number(2), |group| {
            group.start = start;
            group.order = order.into_iter().map(StopId::from_number).collect();
        });
        plan.visits.change(VisitId::from_number(1), |visit| {
            (visit.gathering, visit.return_boarding) = (gathering, return_boarding);
            visit.rush = rush.and_then(|(from, percent)| {
                let window = itinera::plan::Window::new(time(from, 30), time(from + 5, 0))?;
                Some(Rush { window, percent })
            });
        });
        plan
    })
}

proptest! {
    #[test]
    fn every_minute_of_a_group_belongs_to_one_phase(plan in any_plan()) {
        for times in times(&plan) {
            let mut now = times.gathers;
            for part in times.strip() {
                prop_assert_eq!(part.start, now, "{:?}", times);
                prop_assert!(part.minutes > 0);
                now += TimeDelta::minutes(i64::from(part.minutes));
            }
            prop_assert_eq!(now, times.back);
            let group = plan.groups.get(times.group.unwrap()).unwrap();
            let made: Vec<_> = plan.stops.iter().filter(|stop| !group.skips.contains(&stop.id)).collect();
            prop_assert_eq!(times.stays.len(), made.len());
            prop_assert_eq!(times.legs.len(), if made.is_empty() { 0 } else { made.len() + 1 });
            for stay in &times.stays {
                prop_assert!(stay.arrives <= stay.received && stay.received <= stay.leaves && stay.leaves <= stay.ends);
            }
        }
    }
}
