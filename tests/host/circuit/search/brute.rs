//! Arranging a small visit by trying every minute of everything. It shares nothing with the search but the problem and
//! the rush hour's arithmetic.

use itinera::circuit::rush;
use itinera::circuit::search::{Group, Problem};
use std::collections::BTreeSet;

/// The latest return, driving, waiting, changes.
type Value = [u32; 4];

/// One way for a group to be received, by host, and what it can cost then.
struct Way {
    received: Vec<Option<u16>>,
    values: Vec<Value>,
}

/// The least cost of the problem: latest return, driving, waiting, changes. None: nothing fits.
pub fn least(problem: &Problem) -> Option<Value> {
    least_by(problem, &|value| *value, false)
}

/// The cost that is the least when driving comes before the latest return.
pub fn least_driving(problem: &Problem) -> Option<Value> {
    least_by(problem, &|&[back, driving, waiting, changes]| [driving, back, waiting, changes], false)
}

/// The cost that is the least when waiting comes first.
pub fn least_waiting(problem: &Problem) -> Option<Value> {
    least_by(problem, &|&[back, driving, waiting, changes]| [waiting, back, driving, changes], false)
}

/// The cost that is the least when changes come first.
pub fn least_changes(problem: &Problem) -> Option<Value> {
    least_by(problem, &|&[back, driving, waiting, changes]| [changes, back, driving, waiting], false)
}

/// Whether anything fits.
pub fn fits(problem: &Problem) -> bool {
    least_by(problem, &|value| *value, true).is_some()
}

/// What comes first, as an array that compares so.
type Rank<'r> = &'r dyn Fn(&Value) -> Value;

fn least_by(problem: &Problem, rank: Rank, any: bool) -> Option<Value> {
    let mut ways = Vec::new();
    for (index, group) in problem.groups.iter().enumerate() {
        if group.seats.is_some_and(|seats| seats < group.heads) && !group.calls.is_empty() {
            return None;
        }
        ways.push(ways_of(problem, index));
    }
    let end = problem.groups.iter().map(|group| usize::from(group.back_by)).max().unwrap_or(0) + 30;
    let mut best = None;
    let mut there = vec![vec![(0_u16, 0_u16); end]; problem.hosts.len()];
    combine(problem, &ways, 0, &mut there, &[[0; 4]], &mut best, (rank, any));
    best
}

fn combine(
    problem: &Problem,
    ways: &[Vec<Way>],
    index: usize,
    there: &mut Vec<Vec<(u16, u16)>>,
    before: &[Value],
    best: &mut Option<Value>,
    (rank, any): (Rank, bool),
) {
    if index == ways.len() {
        let least = before.iter().min_by_key(|value| rank(value)).copied();
        if best.is_none() || least.as_ref().map(rank) < best.as_ref().map(rank) {
            *best = least;
        }
        return;
    }
    let group = &problem.groups[index];
    'ways: for way in &ways[index] {
        let mut values = Vec::new();
        for one in before {
            for other in &way.values {
                let sum = [one[0].max(other[0]), one[1] + other[1], one[2] + other[2], one[3] + other[3]];
                if best.is_none_or(|best| !any && rank(&sum) < rank(&best)) {
                    values.push(sum);
                }
            }
        }
        if values.is_empty() {
            continue;
        }
        let taken = || {
            group.calls.iter().flat_map(|call| {
                let from = way.received[call.host].unwrap();
                (from..from + call.stay + problem.hosts[call.host].gap).map(|minute| (call.host, usize::from(minute)))
            })
        };
        for (host, minute) in taken() {
            let (groups, heads) = there[host][minute];
            let demands = &problem.hosts[host];
            if groups + 1 > demands.at_once || demands.capacity.is_some_and(|most| heads + group.heads > most) {
                continue 'ways;
            }
        }
        for (host, minute) in taken() {
            there[host][minute].0 += 1;
            there[host][minute].1 += group.heads;
        }
        combine(problem, ways, index + 1, there, &values, best, (rank, any));
        for (host, minute) in taken() {
            there[host][minute].0 -= 1;
            there[host][minute].1 -= group.heads;
        }
    }
}

fn ways_of(problem: &Problem, index: usize) -> Vec<Way> {
    let group = &problem.groups[index];
    let mut ways = Vec::new();
    if group.calls.is_empty() {
        ways.push(Way { received: vec![None; problem.hosts.len()], values: vec![[0; 4]] });
        return ways;
    }
    let mut received = vec![None; problem.hosts.len()];
    extend(problem, index, &mut Vec::new(), &mut received, &mut ways);
    ways
}

/// Tries every minute of reception at every host that is not yet in the order.
fn extend(
    problem: &Problem,
    index: usize,
    order: &mut Vec<usize>,
    received: &mut Vec<Option<u16>>,
    ways: &mut Vec<Way>,
) {
    let group = &problem.groups[index];
    if order.len() == group.calls.len() {
        let values = values(problem, index, order, received);
        if !values.is_empty() {
            ways.push(Way { received: received.clone(), values });
        }
        return;
    }
    for (at, call) in group.calls.iter().enumerate() {
        if order.contains(&at) || call.position.is_some_and(|pin| usize::from(pin) != order.len()) {
            continue;
        }
        let first = order.last().map_or(group.start + group.gathering, |&last| {
            received[group.calls[last].host].unwrap() + group.calls[last].stay
        });
        for minute in first..=group.back_by {
            let windows = &problem.hosts[call.host].windows;
            let open = windows.is_empty()
                || windows.iter().any(|window| window.from <= minute && minute + call.stay <= window.to);
            let pinned = call.received.is_none_or(|pin| pin == minute);
            let from = order.last().map_or(group.from, |&last| problem.hosts[group.calls[last].host].place);
            let reachable = legs(problem, from, problem.hosts[call.host].place, first + call.boarding, minute);
            if open && pinned && !reachable.is_empty() {
                order.push(at);
                received[call.host] = Some(minute);
                extend(problem, index, order, received, ways);
                received[call.host] = None;
                order.pop();
            }
        }
    }
}

/// How long the drives can be that leave from `first` on and arrive by `last`: in a rush hour one may take the longer one
/// rather than wait.
fn legs(problem: &Problem, from: usize, to: usize, first: u16, last: u16) -> Vec<u16> {
    let drives = (first..=last).map(|departs| (departs, drive(problem, from, to, departs)));
    let drives = drives.filter(|(departs, drive)| departs + drive <= last).map(|(_, drive)| drive);
    drives.collect::<BTreeSet<u16>>().into_iter().collect()
}

fn drive(problem: &Problem, from: usize, to: usize, departs: u16) -> u16 {
    let minutes = if from == to { 0 } else { problem.drives[from * problem.places + to] };
    rush::drive(minutes, departs, problem.rush)
}

/// Every start and every departure back that goes with these receptions.
fn values(problem: &Problem, index: usize, order: &[usize], received: &[Option<u16>]) -> Vec<Value> {
    let group: &Group = &problem.groups[index];
    let place = |at: usize| problem.hosts[group.calls[order[at]].host].place;
    let at = |position: usize| received[group.calls[order[position]].host].unwrap();
    let leaves = |position: usize| at(position) + group.calls[order[position]].stay;
    let mut busy = group.gathering + group.boarding_back;
    let mut between: BTreeSet<u16> = [0].into();
    for (position, &index) in order.iter().enumerate() {
        let call = &group.calls[index];
        busy += call.boarding + call.stay;
        if position > 0 {
            let first = leaves(position - 1) + call.boarding;
            let drives = legs(problem, place(position - 1), place(position), first, at(position));
            between = between.iter().flat_map(|before| drives.iter().map(move |drive| before + drive)).collect();
        }
    }
    let former = problem.former.get(index).filter(|_| problem.few_changes);
    let kept = |now: u16, before: Option<u16>| u32::from(former.is_some() && before != Some(now));
    let mut changed = 0;
    for (position, &index) in order.iter().enumerate() {
        let host = group.calls[index].host;
        changed += kept(at(position), former.and_then(|former| former.received(host)));
    }
    let lead = group.gathering + group.calls[order[0]].boarding;
    let last = order.len() - 1;
    let mut values: Vec<Value> = Vec::new();
    for start in group.start..=group.start_by.unwrap_or(u16::MAX).min(at(0)) {
        let there = legs(problem, group.from, place(0), start + lead, at(0));
        for departs in leaves(last) + group.boarding_back..=group.back_by {
            let home = drive(problem, place(last), group.to, departs);
            let back = departs + home;
            if back > group.back_by {
                continue;
            }
            let changes =
                changed + kept(start, former.map(|former| former.start)) + kept(back, former.map(|former| former.back));
            for driving in there.iter().flat_map(|there| between.iter().map(move |between| there + between + home)) {
                let waiting = u32::from(back - start - busy - driving);
                let value = [u32::from(back), u32::from(driving), waiting, changes];
                let covers = |other: &Value| (0..4).all(|place| other[place] <= value[place]);
                if !values.iter().any(covers) {
                    values.retain(|other| !(0..4).all(|place| value[place] <= other[place]));
                    values.push(value);
                }
            }
        }
    }
    values
}
