//! Why nothing fits, and what is the least that would help.
//!
//! Demands are taken back one after the other; one without which still nothing fits was not to blame and stays away.
//! What remains cannot hold together, and each of it is needed for that: as every test is an exact search, the set is a
//! smallest one in the sense that no part of it will do. A relaxation is offered when the search finds an arrangement
//! with it; of minutes the least are found by halving, as more of them never make anything impossible.

use super::demand::{Demand, Relaxation, demands, drop_demand, relax};
use super::problem::Problem;
use super::{Search, model::Model, model::NEVER};

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reason {
    /// Cannot hold together, and without any of them the others can.
    pub demands: Vec<Demand>,
    /// That is proved; else a test took too long, and a demand may be named that is not to blame.
    pub proved: bool,
    /// The reckoning for each host that the demands name.
    pub turns: Vec<Turns>,
    /// Each makes the visit possible on its own.
    pub relaxations: Vec<Relaxation>,
}

/// How a host would receive everybody, for a sentence with figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turns {
    /// The host.
    pub host: usize,
    /// Heads that come to it, of all groups.
    pub heads: u16,
    /// Heads of the largest group.
    pub largest: u16,
    /// How many turns they need at the least.
    pub turns: u16,
    /// The shortest stay.
    pub stay: u16,
    /// When the first can be received at the earliest.
    pub first: u16,
    /// When the last turn would end at the earliest.
    pub ends: u16,
    /// When the host's last window closes.
    pub closes: Option<u16>,
}

/// What is being tested.
#[derive(Clone, Copy)]
enum Test {
    /// The problem as it is.
    Whole,
    /// The demand with this number, taken back beside those that were.
    Drop(usize),
    /// A relaxation: with `tried` minutes; too few are known, and enough, once it is.
    Relax {
        candidate: usize,
        few: u16,
        enough: u16,
        tried: u16,
        known: bool,
    },
    Over,
}

/// What the search for the reason is at. Numbers count from nought.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asking {
    /// Whether a demand is to blame: the one of this number, of so many.
    Demand(usize, usize),
    /// Whether a way out helps: the one of this number, of so many.
    Way(usize, usize),
}

/// The search for the reason, step by step.
pub struct Why {
    problem: Problem,
    /// The problem without the demands that were not to blame.
    less: Problem,
    demands: Vec<Demand>,
    candidates: Vec<Relaxation>,
    test: Test,
    search: Search,
    used: u64,
    reason: Reason,
}

/// A group is divided into so many at the most.
const PARTS: u16 = 4;

/// Nodes for one test.
const LIMIT: u64 = 200_000;

impl Why {
    /// For a problem that nothing fits; nothing is reckoned yet.
    #[must_use]
    pub fn new(problem: &Problem) -> Self {
        Self {
            problem: problem.clone(),
            less: problem.clone(),
            demands: demands(problem),
            candidates: Vec::new(),
            test: Test::Whole,
            search: Search::new(problem),
            used: 0,
            reason: Reason { proved: true, ..Reason::default() },
        }
    }

    /// Looks at about so many nodes more; the reason once it is known whole. An empty one: something fits.
    pub fn step(&mut self, nodes: u64) -> Option<&Reason> {
        let mut left = nodes;
        while left > 0 && !matches!(self.test, Test::Over) {
            let slice = left.min(1000);
            let progress = self.search.step(slice);
            left -= slice;
            self.used += slice;
            if !progress.proposals.is_empty() {
                self.next(Some(true));
            } else if progress.impossible {
                self.next(Some(false));
            } else if progress.done || self.used > LIMIT {
                self.next(None);
            }
        }
        matches!(self.test, Test::Over).then_some(&self.reason)
    }

    /// How far it is.
    #[must_use]
    pub const fn asking(&self) -> Asking {
        match self.test {
            Test::Whole => Asking::Demand(0, self.demands.len()),
            Test::Drop(index) => Asking::Demand(index, self.demands.len()),
            Test::Relax { candidate, .. } => Asking::Way(candidate, self.candidates.len()),
            Test::Over => Asking::Way(self.candidates.len(), self.candidates.len()),
        }
    }

    /// Leaves the rest: what is known by now. A demand that was not yet looked at may be to blame, so it is named.
    pub fn stop(&mut self) -> &Reason {
        let first = match self.test {
            Test::Whole => Some(0),
            Test::Drop(index) => Some(index),
            Test::Relax { .. } | Test::Over => None,
        };
        if let Some(first) = first {
            self.reason.demands.extend_from_slice(&self.demands[first..]);
            self.reason.proved = false;
            self.reason.turns = turns(&self.problem, &self.reason.demands);
        }
        self.test = Test::Over;
        &self.reason
    }

    /// What the test at hand says, and on to the next.
    fn next(&mut self, fits: Option<bool>) {
        match self.test {
            Test::Whole if fits == Some(false) => self.drop(0),
            Test::Whole => self.test = Test::Over,
            Test::Drop(index) => {
                let demand = self.demands[index];
                if fits == Some(false) {
                    drop_demand(&mut self.less, demand);
                } else {
                    self.reason.demands.push(demand);
                    self.reason.proved &= fits.is_some();
                }
                self.drop(index + 1);
            }
            Test::Relax { candidate, few, enough, tried, known } => {
                let (few, enough, known) = match fits {
                    Some(true) => (few, tried, true),
                    _ if known => (tried, enough, known),
                    _ => return self.relax(candidate + 1),
                };
                if enough > few + 1 {
                    let tried = few + (enough - few) / 2;
                    self.test = Test::Relax { candidate, few, enough, tried, known };
                    self.search_relaxed(self.candidates[candidate].by(tried));
                } else {
                    let found = self.candidates[candidate].by(enough);
                    self.reason.relaxations.push(found);
                    // Into two is enough: nobody needs to hear of three.
                    let same = |other: &Relaxation| match (found, *other) {
                        (Relaxation::FurtherGroups { group, .. }, Relaxation::FurtherGroups { group: other, .. }) => {
                            group == other
                        }
                        _ => false,
                    };
                    let more = self.candidates[candidate + 1..].iter().take_while(|other| same(other)).count();
                    self.relax(candidate + 1 + more);
                }
            }
            Test::Over => {}
        }
    }

    fn drop(&mut self, index: usize) {
        let Some(&demand) = self.demands.get(index) else {
            self.reason.turns = turns(&self.problem, &self.reason.demands);
            self.candidates = candidates(&self.problem, &self.reason.demands);
            return self.relax(0);
        };
        self.test = Test::Drop(index);
        let mut problem = self.less.clone();
        drop_demand(&mut problem, demand);
        self.search = Search::new(&problem);
        self.used = 0;
    }

    fn relax(&mut self, candidate: usize) {
        let Some(&relaxation) = self.candidates.get(candidate) else {
            self.test = Test::Over;
            return;
        };
        let most = relaxation.minutes().unwrap_or(1);
        self.test = Test::Relax { candidate, few: 0, enough: most, tried: most, known: false };
        self.search_relaxed(relaxation);
    }

    fn search_relaxed(&mut self, relaxation: Relaxation) {
        let mut problem = self.problem.clone();
        relax(&mut problem, relaxation);
        self.search = Search::new(&problem);
        self.used = 0;
    }
}

/// What may help against these demands, each with the most minutes that make sense.
fn candidates(problem: &Problem, blamed: &[Demand]) -> Vec<Relaxation> {
    let mut candidates = Vec::new();
    let of_time = |demand: &Demand| !matches!(demand, Demand::Seats { .. } | Demand::Capacity { .. });
    if blamed.iter().any(|demand| matches!(demand, Demand::ReturnBy { .. })) {
        candidates.push(Relaxation::ReturnLater { minutes: 24 * 60 });
    }
    for demand in blamed {
        match *demand {
            Demand::Windows { host } => {
                let from = problem.hosts[host].windows.iter().map(|window| window.from).min().unwrap_or(0);
                if from > 0 {
                    candidates.push(Relaxation::OpenEarlier { host, minutes: from });
                }
                candidates.push(Relaxation::OpenLater { host, minutes: 12 * 60 });
            }
            Demand::Seats { group } => {
                candidates.push(Relaxation::BiggerCoach { group, seats: problem.groups[group].heads });
            }
            _ => {}
        }
    }
    for (group, record) in problem.groups.iter().enumerate() {
        let full = blamed.iter().any(|demand| match *demand {
            Demand::Seats { group: blamed } => blamed == group,
            Demand::Capacity { host } => record.calls.iter().any(|call| call.host == host),
            _ => false,
        });
        if full {
            let parts = (2..=PARTS).filter(|&parts| parts <= record.heads);
            candidates.extend(parts.map(|parts| Relaxation::FurtherGroups { group, parts }));
        }
    }
    for host in 0..problem.hosts.len() {
        let stays = problem.groups.iter().flat_map(|group| group.calls.iter().filter(|call| call.host == host));
        let longest = stays.map(|call| call.stay).max().unwrap_or(0);
        if longest > 1 && blamed.iter().any(of_time) {
            candidates.push(Relaxation::ShorterStay { host, minutes: longest - 1 });
        }
    }
    for (group, record) in problem.groups.iter().enumerate() {
        candidates.extend(record.calls.iter().map(|call| Relaxation::LeaveOut { group, host: call.host }));
    }
    candidates
}

fn turns(problem: &Problem, blamed: &[Demand]) -> Vec<Turns> {
    let mut turns: Vec<Turns> = Vec::new();
    for demand in blamed {
        let (Demand::Windows { host } | Demand::Capacity { host } | Demand::AtOnce { host } | Demand::Gap { host }) =
            *demand
        else {
            continue;
        };
        if turns.iter().all(|turn| turn.host != host) {
            turns.push(turns_at(problem, host));
        }
    }
    turns
}

fn turns_at(problem: &Problem, host: usize) -> Turns {
    let model = Model::new(problem);
    let record = &problem.hosts[host];
    let (mut heads, mut largest, mut first) = (0_u16, 0, NEVER);
    let mut stays = Vec::new();
    for group in &problem.groups {
        let Some(call) = group.calls.iter().find(|call| call.host == host) else { continue };
        heads = heads.saturating_add(group.heads);
        largest = largest.max(group.heads);
        stays.push(call.stay);
        // Straight from the start; a way by other hosts is never quicker where drives are those of a map.
        let departs = i32::from(group.start) + i32::from(group.gathering) + i32::from(call.boarding);
        let arrives = departs + model.drive(group.from, record.place, departs);
        first = first.min(model.opens(host, i32::from(call.stay), arrives));
    }
    crate::order::sort_by_key(&mut stays, |stay| *stay);
    let groups = u16::try_from(stays.len()).unwrap_or(u16::MAX);
    let by_heads = record.capacity.map_or(1, |capacity| heads.div_ceil(capacity.max(1)));
    let turns = groups.div_ceil(record.at_once.max(1)).max(by_heads);
    let stay = stays.first().copied().unwrap_or(0);
    let mut ends = u16::try_from(first).unwrap_or(u16::MAX);
    for turn in 0..turns {
        let stay = stays.get(usize::from(turn)).copied().unwrap_or(stay);
        ends = ends.saturating_add(stay).saturating_add(if turn > 0 { record.gap } else { 0 });
    }
    let first = u16::try_from(first).unwrap_or(u16::MAX);
    let closes = record.windows.iter().map(|window| window.to).max();
    Turns { host, heads, largest, turns, stay, first, ends, closes }
}
