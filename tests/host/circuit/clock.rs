//! The law of the circuit: every minute from boarding to the arrival back belongs to exactly one leg or phase.

use crate::plan::build::{at, empty, host, stop, time, venue, visit};
use chrono::TimeDelta;
use itinera::circuit::{Phase, itinerary};
use itinera::plan::{Plan, Stop, StopId, VenueId, Visit, VisitId, Window};
use proptest::{collection, option, prelude::*};

fn window() -> impl Strategy<Value = Option<Window>> {
    let minute = || (0u32..24, 0u32..60).prop_map(|(hour, minute)| time(hour, minute));
    option::of((minute(), minute()).prop_filter_map("backwards", |(from, to)| Window::new(from, to)))
}

fn any_stop(id: u128) -> impl Strategy<Value = Stop> {
    let phases = (0u16..30, 0u16..30, 0u16..30, 0u16..90, 0u16..30, 0u16..30);
    (0u128..4, window(), phases).prop_map(move |(host, window, phases)| {
        let (boarding, gate, safety, tour, questions, count_back) = phases;
        Stop { window, boarding, gate, safety, tour, questions, count_back, ..stop(id, 1, host) }
    })
}

/// A visit of up to five stops at any of three hosts (a fourth is missing), in any order, some unlisted.
fn any_outing() -> impl Strategy<Value = Plan> {
    let stops = (0u128..6).prop_flat_map(|count| (0..count).map(any_stop).collect::<Vec<_>>());
    let spot = (45_000_000..45_300_000, 7_500_000..7_900_000);
    let spots = collection::vec(option::weighted(0.8, spot), 4);
    let order = collection::vec(0u128..6, 0..6);
    (stops, spots, order, 0i64..1440, 0u16..30).prop_map(|(stops, spots, order, start, return_boarding)| {
        let mut plan = empty();
        for (id, spot) in (0u128..).zip(spots) {
            plan.venues.put(venue(id, spot));
            if id < 3 {
                plan.hosts.put(host(id, Some(id)));
            }
        }
        let home = Some(VenueId::from_number(3));
        plan.visits.put(Visit {
            start_place: home,
            return_place: home,
            start: at(0, 0) + TimeDelta::minutes(start),
            return_boarding,
            order: order.into_iter().map(StopId::from_number).collect(),
            ..visit(1)
        });
        for stop in stops {
            plan.stops.put(stop);
        }
        plan
    })
}

fn minutes(count: u16) -> TimeDelta {
    TimeDelta::minutes(i64::from(count))
}

proptest! {
    #[test]
    fn every_minute_is_accounted_for(plan in any_outing()) {
        let visit = plan.visits.get(VisitId::from_number(1)).unwrap();
        let times = itinerary(&plan, visit, None);
        prop_assert_eq!(times.stays.len(), plan.stops.len());
        prop_assert_eq!(times.legs.len(), if plan.stops.is_empty() { 0 } else { plan.stops.len() + 1 });

        let mut now = visit.start;
        let mut place = visit.start_place;
        for (index, leg) in times.legs.iter().enumerate() {
            prop_assert_eq!((leg.start, leg.from), (now, place));
            prop_assert_eq!(leg.departs, leg.start + minutes(leg.boarding()));
            prop_assert_eq!(leg.arrives, leg.departs + minutes(leg.drive.minutes));
            now = leg.arrives;
            let Some(stay) = times.stays.get(index) else { continue };
            let stop = plan.stops.get(stay.stop).unwrap();
            prop_assert_eq!((stay.arrives, leg.boarding(), leg.to), (now, stop.boarding, stay.venue));
            for part in &stay.phases {
                prop_assert_eq!(part.start, now);
                prop_assert!(part.minutes > 0);
                now += minutes(part.minutes);
            }
            prop_assert_eq!(stay.ends, now);
            place = stay.venue;
        }
        prop_assert_eq!(times.back, now);
        prop_assert_eq!(times.legs.last().map_or(visit.return_place, |leg| leg.to), visit.return_place);
    }

    #[test]
    fn phases_add_up_and_people_wait_only_before_a_window(plan in any_outing()) {
        let visit = plan.visits.get(VisitId::from_number(1)).unwrap();
        for stay in &itinerary(&plan, visit, None).stays {
            let stop = plan.stops.get(stay.stop).unwrap();
            let waiting: Vec<_> = stay.phases.iter().filter(|part| part.phase == Phase::Wait).collect();
            let waited: u16 = waiting.iter().map(|part| part.minutes).sum();
            let planned = stop.gate + stop.safety + stop.tour + stop.questions + stop.count_back;
            prop_assert_eq!(stay.ends - stay.arrives, minutes(waited + planned));
            let today = visit.start.date();
            match stop.window.map(|window| (today.and_time(window.from()), today.and_time(window.to()))) {
                None => prop_assert_eq!((waited, stay.late), (0, 0)),
                Some((opens, closes)) => {
                    prop_assert_eq!(minutes(waited), (opens - stay.arrives).max(TimeDelta::zero()));
                    prop_assert_eq!(minutes(stay.late), (stay.ends - closes).max(TimeDelta::zero()));
                }
            }
            if let [only] = waiting[..] {
                prop_assert_eq!((only.start, stay.phases[0].phase), (stay.arrives, Phase::Wait));
            }
            prop_assert!(stay.phases.is_sorted_by_key(|part| part.phase));
        }
    }
}
