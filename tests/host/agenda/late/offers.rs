//! The ways out of a delay, each with what it gains.

use super::{A, B, at_stop, day, late, moves, on_session, to_stop};
use crate::plan::build::{at, time};
use itinera::agenda::late::{Broken, Cause, Offer, WayOut, ways_out};
use itinera::plan::{EntryId, Plan, SessionId, StopId, VisitId, Window};

const VISIT: VisitId = VisitId::from_number(1);

fn offers(plan: &Plan, entry: EntryId, minutes: i32, taken: &[WayOut]) -> Vec<(WayOut, i32, usize)> {
    let offers = ways_out(plan, &Cause { entry, minutes, ways_out: taken.to_vec() }, &[]);
    offers.into_iter().map(|Offer { way_out, gains, mends, .. }| (way_out, gains, mends)).collect()
}

/// The day with hosts that take two groups at once.
fn roomy() -> Plan {
    let mut plan = day();
    plan.hosts.change_where(|_| true, |host| host.groups_at_once = 2);
    plan
}

#[test]
fn shorter_questions_and_a_stop_less_help_a_group_that_is_late() {
    let plan = day();
    let out = |stop| WayOut::LeaveOut((VISIT, A), StopId::from_number(stop));
    let found = offers(&plan, to_stop(1, A), 40, &[]);
    assert!(found.contains(&(WayOut::ShortenQuestions, 30, 1)), "{found:?}");
    // Without host 2 the group is 90 minutes earlier than it would be.
    assert!(found.iter().any(|(way_out, gains, _)| *way_out == out(2) && *gains == 90), "{found:?}");
    let ripple = late(&plan, to_stop(1, A), 40, &[WayOut::ShortenQuestions]);
    let lines = moves(&plan, &ripple);
    assert!(lines.contains(&"A back 16:30-16:40 > 16:40-16:50".to_string()), "{lines:?}");
}

#[test]
fn the_coffee_can_be_dropped_where_a_shorter_one_does_not_do() {
    let plan = day();
    let drop = WayOut::DropBreak(SessionId::from_number(2));
    assert_eq!(offers(&plan, on_session(1), 10, &[]), []);
    assert_eq!(offers(&plan, on_session(1), 30, &[]), [(drop.clone(), 10, 0)]);
    let ripple = late(&plan, on_session(1), 30, &[drop]);
    assert_eq!(ripple.left_out, [on_session(2)]);
    assert_eq!(moves(&plan, &ripple)[1], "3 10:50-12:00 > 11:00-12:10");
    let after = super::edit::after(&plan, &ripple);
    let entries = itinera::agenda::entries(&after, itinera::agenda::Audience::Everyone);
    assert!(entries.iter().all(|entry| entry.id != on_session(2)));
}

#[test]
fn a_taken_way_out_stays_on_offer_with_what_it_gains_beside_the_others() {
    let plan = day();
    let out = WayOut::LeaveOut((VISIT, A), StopId::from_number(2));
    let chosen = vec![WayOut::ShortenQuestions, out.clone()];
    let taken = ways_out(&plan, &Cause { entry: to_stop(1, A), minutes: 40, ways_out: chosen }, &[]);
    let taken = taken.iter().filter(|offer| offer.taken);
    let gains: Vec<_> = taken.map(|offer| (offer.way_out.clone(), offer.gains)).collect();
    assert_eq!(gains, [(WayOut::ShortenQuestions, 15), (out, 75)]);
}

#[test]
fn another_order_is_offered_only_where_it_helps() {
    let mut plan = roomy();
    let reorder = WayOut::Reorder((VISIT, A));
    assert!(offers(&plan, on_session(4), 60, &[]).iter().all(|(way_out, ..)| *way_out != reorder));
    // Host 2 closes at 16:35: a group that comes there last is too late, one that comes first is not.
    plan.stops.change(StopId::from_number(2), |stop| stop.window = Window::new(time(13, 30), time(16, 35)));
    let found = offers(&plan, on_session(4), 45, &[]);
    assert!(found.contains(&(reorder.clone(), 0, 1)), "{found:?}");
    let ripple = late(&plan, on_session(4), 45, &[reorder]);
    assert!(!ripple.broken.iter().any(|broken| matches!(broken, Broken::Window { group, .. } if *group == A)));
    let first = ripple.moved.iter().find(|moved| moved.entry == at_stop(2, A)).unwrap();
    assert!(first.now.start() < at(14, 30));
}

#[test]
fn a_group_can_go_on_where_several_would_wait() {
    let plan = roomy();
    let go_on = WayOut::GoOn((VISIT, B));
    assert!(offers(&plan, on_session(4), 40, &[]).iter().any(|(way_out, gains, _)| *way_out == go_on && *gains == 20));
    let ripple = late(&plan, on_session(4), 40, &[go_on]);
    assert!(ripple.moved.iter().all(|moved| moved.entry.group() != B));
    assert!(ripple.moved.iter().any(|moved| moved.entry.group() == A));
    // On its own way nobody else waits.
    assert!(offers(&plan, at_stop(1, A), 40, &[]).iter().all(|(way_out, ..)| !matches!(way_out, WayOut::GoOn(_))));
}

#[test]
fn whoever_is_early_needs_no_way_out() {
    assert_eq!(offers(&day(), at_stop(1, A), -10, &[]), []);
}
