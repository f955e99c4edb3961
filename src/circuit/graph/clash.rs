//! Where a line of the graph cannot be as it is.

use super::{
    super::reception::{Conflict, Guest, conflicts, together},
    Afternoon, Call, Run,
};
use crate::order::sort_by_key;
use crate::plan::{Host, Plan, Visit};

/// A stretch of a group's line that does not go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clash {
    /// Whose line, by its number.
    pub run: usize,
    /// Where, by the number of the place.
    pub place: usize,
    /// What does not go.
    pub trouble: Trouble,
    /// From when.
    pub from: i32,
    /// Until when.
    pub to: i32,
}

/// What does not go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Trouble {
    /// The group is at the host when that does not receive.
    Closed,
    /// The group is at the host together with more groups than that takes at once.
    Crowd,
    /// More heads are at the host than it takes.
    Heads,
    /// The group comes so many minutes sooner after another than the host needs.
    Gap,
    /// The group is back after the time by which everybody must be.
    Late,
}

/// All clashes, by group and time.
pub(super) fn clashes(plan: &Plan, visit: &Visit, afternoon: &Afternoon) -> Vec<Clash> {
    let mut clashes = Vec::new();
    for (run, way) in afternoon.runs.iter().enumerate() {
        for call in &way.calls {
            let place = call.place;
            let closes = afternoon.places[place].window.map(|window| window.1).filter(|_| call.stop.is_some());
            if let Some(closes) = closes.filter(|closes| *closes < call.done) {
                let from = closes.max(call.received).min(call.done);
                clashes.push(Clash { run, place, trouble: Trouble::Closed, from, to: call.done });
            }
        }
        let Some(back) = way.calls.last() else { continue };
        if let Some(by) = afternoon.return_by.filter(|by| *by < back.arrives) {
            let leaves = way.parts.last().map_or(by, |drive| drive.from);
            let clash =
                Clash { run, place: back.place, trouble: Trouble::Late, from: by.max(leaves), to: back.arrives };
            clashes.push(clash);
        }
    }
    for host in &plan.hosts {
        at_host(plan, visit, host, afternoon, &mut clashes);
    }
    sort_by_key(&mut clashes, |clash| (clash.run, clash.from, clash.trouble));
    clashes
}

/// Groups that meet at a host, and groups that follow each other too soon.
fn at_host(plan: &Plan, visit: &Visit, host: &Host, afternoon: &Afternoon, clashes: &mut Vec<Clash>) {
    let is_here = |call: &&Call| {
        let stop = call.stop.and_then(|stop| plan.stops.get(stop));
        stop.is_some_and(|stop| stop.host == host.id)
    };
    let runs = afternoon.runs.iter().enumerate();
    let calls = runs.flat_map(|(run, way)| way.calls.iter().filter(is_here).map(move |call| (run, call)));
    let mut guests: Vec<(usize, &Call)> = calls.collect();
    sort_by_key(&mut guests, |(run, call)| (call.received, call.done, *run));
    let seen = guests.iter().map(|(run, call)| Guest {
        group: afternoon.runs[*run].group,
        party: afternoon.runs[*run].group.map(|group| plan.party_of(group)),
        received: i64::from(call.received),
        leaves: i64::from(call.done),
        heads: heads(plan, visit, &afternoon.runs[*run]),
    });
    let seen: Vec<Guest> = seen.collect();
    for (place, (run, call)) in guests.iter().enumerate() {
        let (comes, done) = (call.received, call.done);
        let there = together(&seen, place);
        let until = there.iter().map(|other| guests[*other].1.done).min().unwrap_or(comes);
        for conflict in conflicts(host, &seen, place) {
            let (trouble, to) = match conflict {
                Conflict::Crowd => (Trouble::Crowd, until),
                Conflict::Heads(_) => (Trouble::Heads, until),
                Conflict::Gap(_, has) => {
                    (Trouble::Gap, comes + (i32::from(host.gap) - i32::from(has)).min((done - comes).max(0)))
                }
            };
            clashes.push(Clash { run: *run, place: call.place, trouble, from: comes, to });
        }
    }
}

fn heads(plan: &Plan, visit: &Visit, run: &Run) -> usize {
    let group = run.group.and_then(|group| plan.groups.get(group));
    group.map_or_else(|| plan.heads(&visit.audience), |group| plan.heads_in(group))
}
