//! `cargo xtask bench`: how long the rotation search takes to prove its answer, on visits that are the same every time.

use itinera::circuit::rush::Rush;
use itinera::circuit::search::{Call, Group, Host, Problem, Search, Window};
use std::{
    process::ExitCode,
    time::{Duration, Instant},
};

struct Dice(u64);

impl Dice {
    fn roll(&mut self, least: u16, most: u16) -> u16 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        least + ((self.0 >> 33) % (u64::from(most - least) + 1)) as u16
    }
}

/// An outing around a city: hosts at random in a square of 40 minutes, stays of 25 to 60 minutes.
fn visit(seed: u64, hosts: usize, groups: usize, hard: &str) -> Problem {
    let mut dice = Dice(seed * 7919 + 17);
    dice.roll(0, 1);
    let spots: Vec<(u16, u16)> = (0..=hosts).map(|_| (dice.roll(0, 30), dice.roll(0, 30))).collect();
    let mut drives = Vec::new();
    for from in &spots {
        for to in &spots {
            let way = from.0.abs_diff(to.0) + from.1.abs_diff(to.1);
            drives.push(if from == to { 0 } else { 4 + way * 2 / 3 + dice.roll(0, 4) });
        }
    }
    let stays: Vec<u16> = (0..hosts).map(|_| 20 + dice.roll(1, 8) * 5).collect();
    let windows = hard.contains("windows");
    let host = |host: usize, dice: &mut Dice| Host {
        place: host + 1,
        windows: if windows && host.is_multiple_of(2) {
            let from = 540 + dice.roll(0, 12) * 10;
            vec![Window { from, to: from + 150 + 60 * groups as u16 }, Window { from: from + 400, to: from + 1000 }]
        } else {
            Vec::new()
        },
        capacity: None,
        at_once: 1,
        gap: if windows { 5 } else { 0 },
    };
    let list = (0..hosts).map(|index| host(index, &mut dice)).collect();
    let group = |group: u16, dice: &mut Dice| Group {
        heads: 12,
        seats: Some(30),
        start: if hard.contains("unlike") { 540 + 10 * group } else { 540 },
        start_by: None,
        from: 0,
        to: 0,
        back_by: 1400,
        gathering: 10,
        boarding_back: 5,
        calls: (0..hosts)
            .map(|host| Call {
                host,
                boarding: 5,
                stay: stays[host] + if hard.contains("unlike") { dice.roll(0, 2) * 5 } else { 0 },
                position: None,
                received: None,
            })
            .collect(),
    };
    let groups = (0..groups as u16).map(|index| group(index, &mut dice)).collect();
    let rush = hard.contains("rush").then_some(Rush { from: 720, to: 840, percent: 40 });
    Problem { places: hosts + 1, drives, rush, hosts: list, groups, former: Vec::new(), few_changes: false }
}

/// The same visit once it was handed out, with a stop and a moment that must stay: as it was first found, and as little as
/// possible is to change.
fn handed_out(mut problem: Problem) -> Problem {
    let mut search = Search::new(&problem);
    let former = loop {
        let progress = search.step(100);
        if progress.done || !progress.proposals.is_empty() {
            break progress.proposals.first().map(|first| first.routes.clone()).unwrap_or_default();
        }
    };
    for (index, (group, route)) in problem.groups.iter_mut().zip(&former).enumerate() {
        for call in &mut group.calls {
            let position = route.stops.iter().position(|stop| stop.host == call.host);
            if position == Some(0) && index == 0 {
                call.received = route.received(call.host);
            }
            if position == Some(index) && index > 0 {
                call.position = position.map(|position| position as u8);
            }
        }
    }
    (problem.former, problem.few_changes) = (former, true);
    problem
}

fn main() -> ExitCode {
    let mut open = Vec::new();
    let wanted: Vec<String> = std::env::args().skip(1).filter(|argument| !argument.starts_with('-')).collect();
    let limit = Duration::from_secs(60);
    println!("stops x groups, kind           proved   median      worst     nodes (worst)   all proposals");
    for (hosts, groups) in [(3, 3), (6, 4), (8, 2), (8, 6)] {
        let name = format!("{hosts}x{groups}");
        if !(wanted.is_empty() || wanted.contains(&name)) {
            continue;
        }
        let kinds = [
            "alike",
            "unlike",
            "alike, windows",
            "unlike, windows",
            "alike, rush",
            "unlike, rush, windows",
            "alike, handed out",
            "unlike, handed out",
        ];
        for kind in kinds {
            let (mut times, mut proved, mut nodes, mut all) = (Vec::new(), 0, 0, Duration::ZERO);
            let count = if hosts * groups > 24 { 1 } else { 5 };
            let mut gap = 0;
            for seed in 1..=count {
                let problem = visit(seed, hosts, groups, kind);
                let problem = if kind.contains("handed out") { handed_out(problem) } else { problem };
                let mut search = Search::new(&problem);
                let clock = Instant::now();
                let mut first = None;
                let limit = if hosts * groups > 24 { limit / 6 } else { limit };
                loop {
                    let progress = search.step(100);
                    let best = progress.proposals.first();
                    if first.is_none() && (progress.done || best.is_some_and(|best| best.proved)) {
                        first = Some((clock.elapsed(), progress.explored));
                    }
                    if progress.done || clock.elapsed() > limit {
                        proved += usize::from(progress.impossible || best.is_some_and(|best| best.proved));
                        let (time, explored) = first.unwrap_or((clock.elapsed(), progress.explored));
                        times.push(time);
                        nodes = nodes.max(explored);
                        all = all.max(clock.elapsed());
                        gap = gap.max(best.map_or(0, |best| best.cost.back - progress.lower_bound));
                        break;
                    }
                }
            }
            if proved < count as usize && hosts * groups <= 24 {
                open.push(format!("{name} {kind}"));
            }
            times.sort();
            let millis = |time: Duration| format!("{:.1} ms", time.as_secs_f64() * 1000.0);
            println!(
                "{:<30} {:>3}/{}  {:>9}  {:>9}  {:>14}  {:>9}   at most {gap} min from the best",
                format!("{name} {kind}"),
                proved,
                count,
                millis(times[times.len() / 2]),
                millis(times[times.len() - 1]),
                nodes,
                millis(all)
            );
        }
    }
    // Past six stops and four groups, or eight and two, a proof is not promised.
    if open.is_empty() {
        return ExitCode::SUCCESS;
    }
    eprintln!("not proved: {}", open.join("; "));
    ExitCode::FAILURE
}
