//! The order of stops, phases, windows, and the odd visits that organisers make half-way.

use crate::plan::build::{at, date, delegation, empty, host, stop, time, transfer, venue, visit, window};
use chrono::Days;
use itinera::circuit::{Itinerary, Phase, Source, itinerary};
use itinera::plan::{Attendance, EntryId, Plan, Slot, Stop, StopId, VenueId, Visit, VisitId};

/// Venue 0 is where the coach starts; hosts 1 to 3 are at venues 1 to 3; ten minutes to each, twenty between them.
fn three_hosts(visit: Visit, stops: impl IntoIterator<Item = Stop>) -> Plan {
    let mut plan = empty();
    plan.delegations.put(delegation(1));
    for id in 0..4 {
        plan.venues.put(venue(id, None));
    }
    for id in 1..4 {
        plan.hosts.put(host(id, Some(id)));
        plan.transfers.put(transfer(0, id, 10));
        for other in id + 1..4 {
            plan.transfers.put(transfer(id, other, 20));
        }
    }
    plan.visits.put(visit);
    for stop in stops {
        plan.stops.put(stop);
    }
    plan
}

/// The visit that starts at venue 0 at 13:00 and names its stops in this order.
fn outing(order: &[u128]) -> Visit {
    let home = Some(VenueId::from_number(0));
    let order = order.iter().map(|id| StopId::from_number(*id)).collect();
    Visit { start_place: home, return_place: home, order, ..visit(1) }
}

fn times(plan: &Plan) -> Itinerary {
    itinerary(plan, plan.visits.get(VisitId::from_number(1)).unwrap(), None)
}

fn order(plan: &Plan) -> Vec<StopId> {
    times(plan).stays.iter().map(|stay| stay.stop).collect()
}

#[test]
fn all_together_are_held_before_boarding_and_a_group_as_is_said_of_it() {
    let held = Stop { tour: 30, hold: 15, ..stop(1, 1, 1) };
    let mut plan = three_hosts(outing(&[1]), [held]);
    let stay = times(&plan).stays[0].clone();
    assert_eq!((stay.received, stay.leaves, stay.ends), (at(13, 10), at(13, 40), at(13, 55)));
    assert_eq!(stay.phases.last().map(|part| (part.phase, part.minutes)), Some((Phase::Hold, 15)));
    plan.groups.put(crate::plan::build::group(1, 1));
    let group = plan.groups.iter().next().cloned();
    let way = itinerary(&plan, plan.visits.get(VisitId::from_number(1)).unwrap(), group.as_deref());
    assert_eq!(way.stays[0].ends, at(13, 40));
}

#[test]
fn stops_come_in_the_visits_order_and_unlisted_ones_last() {
    let stops = || (1..4).map(|id| stop(id, 1, id));
    for (named, expect) in [
        (&[][..], [1, 2, 3]),
        (&[3, 1, 2], [3, 1, 2]),
        (&[2], [2, 1, 3]),
        (&[9, 3], [3, 1, 2]), // a stop that is gone takes no place
    ] {
        let plan = three_hosts(outing(named), stops());
        assert_eq!(order(&plan), expect.map(StopId::from_number), "{named:?}");
    }
    let elsewhere = three_hosts(outing(&[1, 2]), [stop(1, 1, 1), stop(2, 7, 2)]);
    assert_eq!(order(&elsewhere), [StopId::from_number(1)]);
}

#[test]
fn every_phase_has_its_time_and_those_of_no_length_are_left_out() {
    let full = Stop { boarding: 10, gate: 5, safety: 8, tour: 40, questions: 10, count_back: 5, ..stop(1, 1, 1) };
    let bare = Stop { tour: 30, ..stop(2, 1, 2) };
    let visit = Visit { return_boarding: 5, return_by: Some(at(15, 0)), ..outing(&[1, 2]) };
    let plan = three_hosts(visit, [full, bare]);
    let times = times(&plan);
    let phases: Vec<Vec<_>> = times
        .stays
        .iter()
        .map(|stay| stay.phases.iter().map(|part| (part.phase, part.start, part.minutes)).collect())
        .collect();
    assert_eq!(
        phases,
        [
            vec![
                (Phase::Gate, at(13, 20), 5),
                (Phase::Safety, at(13, 25), 8),
                (Phase::Tour, at(13, 33), 40),
                (Phase::Questions, at(14, 13), 10),
                (Phase::CountBack, at(14, 23), 5),
            ],
            vec![(Phase::Tour, at(14, 48), 30)],
        ]
    );
    let legs: Vec<_> =
        times.legs.iter().map(|leg| (leg.id, leg.start, leg.departs, leg.arrives, leg.boarding())).collect();
    assert_eq!(
        legs,
        [
            (EntryId::LegTo(StopId::from_number(1), None), at(13, 0), at(13, 10), at(13, 20), 10),
            (EntryId::LegTo(StopId::from_number(2), None), at(14, 28), at(14, 28), at(14, 48), 0),
            (EntryId::LegBack(VisitId::from_number(1), None), at(15, 18), at(15, 23), at(15, 33), 5),
        ]
    );
    assert_eq!((times.start, times.back, times.driving()), (at(13, 0), at(15, 33), 40));
    let by = plan.visits.get(VisitId::from_number(1)).unwrap().return_by;
    assert_eq!(times.back_late(by), 33);
    assert_eq!([None, Some(at(15, 33)), Some(at(16, 0))].map(|by| times.back_late(by)), [0, 0, 0]);
    assert_eq!(times.legs[0].slot(), Slot::new(at(13, 0), at(13, 20)).unwrap());
    assert_eq!(times.stays[1].slot(), Slot::new(at(14, 48), at(15, 18)).unwrap());
}

#[test]
fn people_wait_for_the_window_to_open_and_are_late_when_it_closes() {
    // The coach arrives at 13:10 and the tour takes half an hour.
    for (open, wait, ends, late) in [
        (None, None, at(13, 40), 0),
        (window((13, 10), (13, 40)), None, at(13, 40), 0),
        (window((13, 30), (18, 0)), Some(20), at(14, 0), 0),
        (window((9, 0), (13, 25)), None, at(13, 40), 15),
        (window((9, 0), (12, 0)), None, at(13, 40), 100),
        (window((13, 30), (13, 45)), Some(20), at(14, 0), 15),
    ] {
        let plan = three_hosts(outing(&[1]), [Stop { window: open, tour: 30, ..stop(1, 1, 1) }]);
        let stay = &times(&plan).stays[0];
        let first = stay.phases[0];
        assert_eq!((first.phase == Phase::Wait).then_some(first.minutes), wait, "{open:?}");
        assert_eq!((stay.arrives, stay.ends, stay.late), (at(13, 10), ends, late), "{open:?}");
    }
}

#[test]
fn a_window_is_one_of_the_day_of_the_visit_even_after_midnight() {
    let midnight = (date() + Days::new(1)).and_time(time(0, 0));
    let tomorrow = |minutes| midnight + chrono::TimeDelta::minutes(minutes);
    // The coach leaves at 23:55 and arrives at 0:05 of the next day.
    for (open, late) in [(None, 0), (window((20, 0), (23, 30)), 65), (window((0, 30), (5, 0)), 19 * 60 + 35)] {
        let visit = Visit { start: at(23, 55), ..outing(&[1]) };
        let plan = three_hosts(visit, [Stop { window: open, tour: 30, ..stop(1, 1, 1) }]);
        let times = times(&plan);
        let stay = &times.stays[0];
        assert_eq!((stay.arrives, stay.ends, times.back), (tomorrow(5), tomorrow(35), tomorrow(45)), "{open:?}");
        assert_eq!((stay.phases.len(), stay.late), (1, late), "{open:?}");
        assert_eq!(times.legs[0].slot(), Slot::new(at(23, 55), tomorrow(5)).unwrap());
    }
}

#[test]
fn a_visit_without_stops_goes_nowhere() {
    let empty = times(&three_hosts(outing(&[]), []));
    assert_eq!((empty.legs.len(), empty.stays.len(), empty.driving()), (0, 0, 0));
    assert_eq!((empty.start, empty.back), (at(13, 0), at(13, 0)));
}

#[test]
fn what_is_not_known_yet_takes_no_time_but_has_its_place() {
    let mut plan = three_hosts(Visit { return_place: None, ..outing(&[1, 2]) }, [stop(1, 1, 1), stop(2, 1, 9)]);
    plan.hosts.put(host(1, None));
    let times = times(&plan);
    assert_eq!(times.legs.iter().map(|leg| leg.drive.source).collect::<Vec<_>>(), [Source::Unknown; 3]);
    assert_eq!(times.back, at(13, 0));
    let drawn =
        times.legs.iter().map(|leg| leg.slot().minutes()).chain(times.stays.iter().map(|stay| stay.slot().minutes()));
    assert_eq!(drawn.collect::<Vec<_>>(), [1; 5]);
}

#[test]
fn two_hosts_at_one_address_need_no_drive() {
    let mut plan = three_hosts(outing(&[1, 2]), [stop(1, 1, 1), Stop { boarding: 5, ..stop(2, 1, 2) }]);
    plan.hosts.put(host(2, Some(1)));
    let leg = &times(&plan).legs[1];
    assert_eq!(
        (leg.drive.source, leg.boarding(), leg.arrives - leg.start),
        (Source::Same, 5, chrono::TimeDelta::minutes(5))
    );
}

#[test]
fn a_leg_longer_than_a_day_is_drawn_a_day_long() {
    let plan = three_hosts(outing(&[1]), [Stop { boarding: 2000, tour: 3000, ..stop(1, 1, 1) }]);
    let times = times(&plan);
    assert_eq!((times.legs[0].slot().minutes(), times.stays[0].slot().minutes()), (Slot::LONGEST, Slot::LONGEST));
}

#[test]
fn who_takes_part_changes_nothing_on_the_clock() {
    let stops = || [Stop { tour: 30, ..stop(1, 1, 1) }];
    let everyone = times(&three_hosts(outing(&[1]), stops()));
    let nobody = Visit { audience: Attendance::Only([].into()), ..outing(&[1]) };
    assert_eq!(times(&three_hosts(nobody, stops())), everyone);
}
