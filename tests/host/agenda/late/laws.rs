//! The laws of delays, on any day.

use super::{A, B, at_stop, day, on_session, only, to_stop};
use crate::plan::build::{at, time};
use chrono::TimeDelta;
use itinera::agenda::late::{Absorber, Broken, Cause, Ripple, WayOut, back_to_plan, ripple, ways_out};
use itinera::agenda::{Audience, Entry, entries};
use itinera::circuit::itineraries;
use itinera::plan::{
    Attendance, CoachId, EntryId, GroupId, Place, Plan, RoomId, Rush, SessionId, SessionKind, Slot, StopId, Turn,
    TurnId, VisitId, Window, apply,
};
use itinera::sync::{Delta, History, Step};
use proptest::{collection::vec, option, prelude::*};

fn audience() -> impl Strategy<Value = Attendance> {
    prop_oneof![
        2 => Just(Attendance::Everyone),
        1 => Just(only(&[1])),
        1 => Just(only(&[2, 3])),
        1 => Just(only(&[3])),
    ]
}

/// The day of the examples with other times, kinds, audiences, lengths, holds, windows and a rush hour.
pub fn any_day() -> impl Strategy<Value = Plan> {
    let kind = (0..SessionKind::ALL.len()).prop_map(|place| SessionKind::ALL[place]);
    let session = (kind, 0i64..80, 5u16..100, audience(), any::<bool>(), option::of(0u128..2));
    let stop = (0u16..15, 0u16..60, 0u16..30, option::of((12u32..15, 15u32..20)));
    let turn = (0u16..15, option::of(13u32..18), any::<bool>());
    let rush = option::of((13u32..16, 10u16..120));
    (vec(session, 6), vec(stop, 2), vec(turn, 4), rush, any::<bool>()).prop_map(
        |(sessions, stops, turns, rush, shared)| {
            let mut plan = day();
            for (id, (kind, after, minutes, audience, fixed, room)) in (1u128..).zip(sessions) {
                let start = at(7, 30) + TimeDelta::minutes(i64::try_from(id).unwrap() * 100 - 100 + after);
                plan.sessions.change(SessionId::from_number(id), |session| {
                    session.kind = kind;
                    session.slot = Slot::lasting(start, minutes);
                    session.audience = audience;
                    session.fixed = fixed && id % 3 == 0;
                    session.place = room.map_or(Place::Open, |room| Place::Room(RoomId::from_number(room)));
                });
            }
            for (id, (gate, tour, questions, window)) in (1u128..).zip(stops) {
                plan.stops.change(StopId::from_number(id), |stop| {
                    (stop.gate, stop.tour, stop.questions) = (gate, tour, questions);
                    stop.window = window.and_then(|(from, to)| Window::new(time(from, 0), time(to, 0)));
                });
            }
            for (place, (hold, received, pinned)) in turns.into_iter().enumerate() {
                let id = TurnId {
                    group: GroupId::from_number(1 + place as u128 / 2),
                    stop: StopId::from_number(1 + place as u128 % 2),
                };
                let received = received.map(|hour| time(hour, 10));
                if place != 1 {
                    plan.turns.put(Turn { id, received, hold: hold / 5 * 5, pinned });
                }
            }
            plan.visits.change(VisitId::from_number(1), |visit| {
                visit.rush = rush.and_then(|(from, percent)| {
                    Window::new(time(from, 0), time(from + 1, 30)).map(|window| Rush { window, percent })
                });
            });
            if shared {
                plan.groups.change(GroupId::from_number(2), |group| group.coach = Some(CoachId::from_number(1)));
            }
            plan
        },
    )
}

pub fn any_entry() -> impl Strategy<Value = EntryId> {
    let group = || prop_oneof![Just(A), Just(B)];
    prop_oneof![
        (1u128..7).prop_map(on_session),
        (1u128..3, group()).prop_map(|(stop, group)| at_stop(stop, group)),
        (1u128..3, group()).prop_map(|(stop, group)| to_stop(stop, group)),
        group().prop_map(|group| EntryId::LegBack(VisitId::from_number(1), group)),
    ]
}

fn all(plan: &Plan) -> Vec<Entry> {
    entries(plan, Audience::Everyone)
}

/// Any subset of what is offered.
fn chosen(plan: &Plan, entry: EntryId, minutes: i32, bits: u8) -> Cause {
    let none = Cause { entry, minutes, ways_out: vec![] };
    let offers = ways_out(plan, &none, &[]).into_iter().enumerate();
    let taken = offers.filter(|(place, _)| bits >> (place % 8) & 1 == 1).map(|(_, offer)| offer.way_out);
    Cause { ways_out: taken.collect(), ..none }
}

fn keeps_order(cause: &Cause) -> bool {
    !cause.ways_out.iter().any(|way_out| matches!(way_out, WayOut::Reorder(_) | WayOut::LeaveOut(..)))
}

/// Minutes that are taken up at an entry: before it, and inside it.
fn taken_up(ripple: &Ripple, entry: EntryId) -> (i32, i32) {
    let here = || ripple.absorbed.iter().filter(|one| one.entry == entry);
    let before = here().filter(|one| one.by == Absorber::Slack).map(|one| one.minutes).sum();
    (before, here().filter(|one| one.by != Absorber::Slack).map(|one| one.minutes).sum())
}

proptest! {
    /// What moves is the deviation minus what was absorbed, from one thing to the next.
    #[test]
    fn minutes_are_conserved(plan in any_day(), entry in any_entry(), minutes in -60i32..120, bits in any::<u8>()) {
        let cause = chosen(&plan, entry, minutes, bits);
        let Some(ripple) = ripple(&plan, &cause).filter(|_| keeps_order(&cause)) else { return Ok(()) };
        for moved in &ripple.moved {
            let (slack, inside) = taken_up(&ripple, moved.entry);
            let Some(after) = moved.after else {
                prop_assert_eq!((moved.starts, moved.ends), (0, ripple.minutes - inside), "{:?}", moved);
                continue;
            };
            let passed_on = ripple.moved.iter().find(|other| other.entry == after).map_or(0, |other| other.ends);
            let dropped = ripple.left_out.contains(&after);
            prop_assert!(dropped || moved.starts == passed_on - slack, "{:?} after {} {:?}", moved, passed_on, ripple.absorbed);
            prop_assert_eq!(moved.ends, moved.starts - inside, "{:?} {:?}", moved, ripple.absorbed);
        }
        for broken in &ripple.broken {
            if let Broken::Missed { session, late, .. } = broken {
                let (slack, _) = taken_up(&ripple, EntryId::Session(*session));
                let known = ripple.moved.iter().any(|moved| moved.ends == late + slack);
                prop_assert!(*late > 0 && (known || !ripple.left_out.is_empty()), "{:?}", broken);
            }
        }
    }

    /// Nothing before the entry moves, nothing that waits for nobody, and everything is where the ripple says.
    #[test]
    fn only_what_it_says_moves_and_only_later_things(
        plan in any_day(), entry in any_entry(), minutes in -60i32..120, bits in any::<u8>(),
    ) {
        let cause = chosen(&plan, entry, minutes, bits);
        let Some(ripple) = ripple(&plan, &cause) else { return Ok(()) };
        let before = all(&plan);
        let start = before.iter().find(|other| other.id == entry).unwrap().slot.start();
        let after = apply(&plan, &ripple.edit).unwrap();
        for was in &before {
            let now = all(&after).into_iter().find(|now| now.id == was.id).map(|now| now.slot);
            let Some(moved) = ripple.moved.iter().find(|moved| moved.entry == was.id) else {
                let gone = now.is_none() || now == Some(was.slot);
                prop_assert!(gone, "{} moved unsaid", was.id);
                continue;
            };
            prop_assert_eq!((Some(moved.now), moved.was), (now, was.slot));
            prop_assert!(was.slot.start() >= start || moved.entry == entry, "{} was before it", was.id);
            let EntryId::Session(id) = was.id else { continue };
            let session = plan.sessions.get(id).unwrap();
            let waits = !session.fixed && !matches!(session.kind, SessionKind::Dinner | SessionKind::Departure);
            prop_assert!(waits || was.id == entry, "{} waits for nobody", was.id);
        }
    }

    /// Undo leads back to the very plan, and so does going back to the plan.
    #[test]
    fn it_is_taken_back_exactly(plan in any_day(), entry in any_entry(), minutes in -60i32..120, bits in any::<u8>()) {
        let Some(ripple) = ripple(&plan, &chosen(&plan, entry, minutes, bits)) else { return Ok(()) };
        let after = apply(&plan, &ripple.edit).unwrap();
        let mut history = History::default();
        history.push(Step { label: ripple.edit.label(&plan), delta: Delta::between(&plan, &after) });
        let (undone, _) = history.undo(&after).unwrap();
        prop_assert_eq!(&undone, &plan);
        let back = back_to_plan(&after, crate::plan::build::date()).unwrap();
        prop_assert_eq!(&apply(&after, &back).unwrap(), &plan);
    }

    /// However often something is late or early, nothing ends before it starts, and what was planned first stays known.
    #[test]
    fn no_entry_ends_before_it_starts(plan in any_day(), steps in vec((any_entry(), -60i32..120, any::<u8>()), 1..5)) {
        let mut now = plan.clone();
        for (entry, minutes, bits) in steps {
            if let Some(ripple) = ripple(&now, &chosen(&now, entry, minutes, bits)) {
                now = apply(&now, &ripple.edit).unwrap();
            }
        }
        for session in &now.sessions {
            let first = plan.sessions.get(session.id).unwrap();
            prop_assert!(session.slot.minutes() >= 1);
            prop_assert!(session.slot == first.slot || session.planned == Some(first.slot));
        }
        for itinerary in now.visits.iter().flat_map(|visit| itineraries(&now, visit)) {
            for leg in &itinerary.legs {
                prop_assert!(leg.gathers <= leg.start && leg.start <= leg.departs && leg.departs <= leg.arrives);
            }
            for stay in &itinerary.stays {
                prop_assert!(stay.arrives <= stay.received && stay.received <= stay.leaves && stay.leaves <= stay.ends);
            }
        }
        if let Some(back) = back_to_plan(&now, crate::plan::build::date()) {
            now = apply(&now, &back).unwrap();
        }
        prop_assert_eq!(&now, &plan);
    }

    /// A way out that is offered gains something, and never breaks more.
    #[test]
    fn what_is_offered_helps(plan in any_day(), entry in any_entry(), minutes in 1i32..120) {
        let none = Cause { entry, minutes, ways_out: vec![] };
        let before = ripple(&plan, &none);
        for offer in ways_out(&plan, &none, &[]) {
            let with = ripple(&plan, &Cause { ways_out: vec![offer.way_out], ..none.clone() }).unwrap();
            prop_assert!(offer.gains > 0 || offer.mends > 0);
            prop_assert!(with.broken.len() <= before.as_ref().unwrap().broken.len());
        }
    }
}
