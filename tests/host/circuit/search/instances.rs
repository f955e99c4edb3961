//! Visits to arrange, made by dice that fall the same way every time.

use itinera::circuit::rush::Rush;
use itinera::circuit::search::{Call, Group, Host, Problem, Route, Stopover, Window};

/// Dice: a linear congruential generator (Knuth's MMIX).
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        let mut dice = Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
        dice.roll(0, 1);
        dice
    }

    /// A number from `least` to `most`.
    pub fn roll(&mut self, least: u16, most: u16) -> u16 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let span = u64::from(most - least) + 1;
        least + u16::try_from((self.0 >> 33) % span).unwrap()
    }

    /// Whether something happens that does in so many cases of a hundred.
    pub fn chance(&mut self, percent: u16) -> bool {
        self.roll(1, 100) <= percent
    }
}

/// A visit small enough to be arranged by trying everything, with every kind of demand in some of them.
pub fn small(seed: u64) -> Problem {
    let mut dice = Dice::new(seed);
    let (groups, hosts) = [(1, 3), (2, 2), (2, 3), (3, 2), (2, 2), (2, 3)][usize::from(dice.roll(0, 5))];
    let places = hosts + 2;
    let end = dice.roll(22, 38);
    let drives = (0..places * places).map(|_| dice.roll(1, 5)).collect();
    let rush = dice.chance(40).then(|| {
        let from = dice.roll(0, end - 6);
        Rush { from, to: from + dice.roll(2, 10), percent: dice.roll(2, 15) * 10 }
    });
    let stays: Vec<u16> = (0..hosts).map(|_| dice.roll(1, 5)).collect();
    let two_at_once = dice.chance(25);
    let windows = dice.chance(50);
    let hosts: Vec<Host> = (0..hosts)
        .map(|host| {
            let mut open = Vec::new();
            if windows && dice.chance(60) {
                let from = dice.roll(0, 10);
                open.push(Window { from, to: from + dice.roll(5, 16) });
                if dice.chance(40) {
                    let from = open[0].to + dice.roll(1, 4);
                    open.push(Window { from, to: from + dice.roll(4, 12) });
                }
            }
            Host {
                place: host + 1,
                windows: open,
                capacity: dice.chance(30).then(|| dice.roll(8, 20)),
                at_once: if two_at_once { dice.roll(1, 3) } else { 1 },
                gap: if dice.chance(30) { dice.roll(1, 3) } else { 0 },
            }
        })
        .collect();
    let alike = dice.chance(40);
    let calls = |dice: &mut Dice, all: bool| -> Vec<Call> {
        let mut calls = Vec::new();
        for (host, &stay) in stays.iter().enumerate() {
            if all || dice.chance(85) {
                let own = if dice.chance(20) { 1 } else { 0 };
                calls.push(Call { host, boarding: dice.roll(0, 2), stay: stay + own, position: None, received: None });
            }
        }
        if !calls.is_empty() && dice.chance(12) {
            calls[0].position = Some(u8::try_from(dice.roll(0, u16::try_from(calls.len()).unwrap() - 1)).unwrap());
        }
        if !calls.is_empty() && dice.chance(12) {
            let last = calls.len() - 1;
            calls[last].received = Some(dice.roll(3, 15));
        }
        calls
    };
    let mut list: Vec<Group> = Vec::new();
    for _ in 0..groups {
        if alike && !list.is_empty() {
            list.push(list[0].clone());
            continue;
        }
        let start = dice.roll(0, 4);
        let group = Group {
            heads: dice.roll(4, 10),
            seats: dice.chance(20).then(|| dice.roll(8, 20)),
            start,
            start_by: dice.chance(15).then(|| start + dice.roll(0, 6)),
            from: 0,
            to: if dice.chance(70) { 0 } else { places - 1 },
            back_by: if dice.chance(70) { end } else { end - dice.roll(1, 6) },
            gathering: dice.roll(0, 2),
            boarding_back: dice.roll(0, 2),
            calls: calls(&mut dice, groups < 3),
        };
        list.push(group);
    }
    let few_changes = dice.chance(30);
    let former = |group: &Group, dice: &mut Dice| Route {
        start: group.start + dice.roll(0, 3),
        stops: (0..hosts.len())
            .map(|host| (host, dice.roll(3, 16)))
            .map(|(host, at)| Stopover { host, departs: at, arrives: at, received: at, leaves: at })
            .collect(),
        departs_back: 0,
        back: dice.roll(14, 24),
    };
    let former = if few_changes { list.iter().map(|group| former(group, &mut dice)).collect() } else { Vec::new() };
    Problem { places, drives, rush, hosts, groups: list, former, few_changes }
}

/// A visit of the size of a real one: stays of half an hour to an hour around a city, from nine in the morning.
pub fn large(seed: u64, hosts: usize, groups: usize) -> Problem {
    let mut dice = Dice::new(seed);
    let places = hosts + 1;
    let drives = (0..places * places).map(|_| dice.roll(5, 35)).collect();
    let alike = dice.chance(50);
    let rush = dice.chance(50).then_some(Rush { from: 960, to: 1080, percent: 50 });
    let stays: Vec<u16> = (0..hosts).map(|_| dice.roll(5, 12) * 5).collect();
    let windows = dice.chance(50);
    let hosts: Vec<Host> = (0..hosts)
        .map(|host| {
            let open = Window { from: dice.roll(540, 620), to: dice.roll(1000, 1300) };
            Host {
                place: host + 1,
                windows: if windows && dice.chance(40) { vec![open] } else { Vec::new() },
                capacity: dice.chance(30).then_some(30),
                at_once: dice.roll(1, 2),
                gap: dice.roll(0, 2) * 5,
            }
        })
        .collect();
    let group = |dice: &mut Dice| Group {
        heads: dice.roll(8, 20),
        seats: Some(30),
        start: 540 + dice.roll(0, 3) * 10,
        start_by: None,
        from: 0,
        to: 0,
        back_by: 1500,
        gathering: 10,
        boarding_back: 5,
        calls: (0..hosts.len())
            .map(|host| Call { host, boarding: 5, stay: stays[host], position: None, received: None })
            .collect(),
    };
    let mut list: Vec<Group> = Vec::new();
    for index in 0..groups {
        list.push(if alike && index > 0 { list[0].clone() } else { group(&mut dice) });
    }
    Problem { places, drives, rush, hosts, groups: list, former: Vec::new(), few_changes: false }
}

/// The same visit with everything as tight as these routes leave it: coaches without a free seat, nobody back later, some
/// starts fixed or the latest, some stops pinned to their place or their moment.
pub fn tight(problem: &Problem, routes: &[Route], seed: u64) -> Problem {
    let mut dice = Dice::new(seed);
    let mut tight = problem.clone();
    for (group, route) in tight.groups.iter_mut().zip(routes) {
        group.seats = Some(group.heads);
        group.back_by = route.back;
        group.start_by = dice.chance(60).then_some(route.start);
        if dice.chance(30) {
            (group.start, group.start_by) = (route.start, Some(route.start));
        }
        for call in &mut group.calls {
            let position = route.stops.iter().position(|stop| stop.host == call.host);
            call.position = position.filter(|_| dice.chance(30)).and_then(|position| u8::try_from(position).ok());
            call.received = route.received(call.host).filter(|_| dice.chance(20));
        }
    }
    tight
}
