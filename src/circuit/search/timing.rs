//! The moments for orders that are chosen: whether there are any, and which cost least. Branch and bound over what a net
//! leaves open: who of two is received first, in which window, on which side of a rush hour, at the former moment or not.

use super::flow::{Flow, least_drive, longest_drive};
use super::model::Model;
use super::net::{Arc, Net};

/// A cost by the order of what counts first. Which places stand for what, `Aim` says.
pub type Price = [i32; 3];

/// More than any cost.
pub const BEYOND: Price = [i32::MAX; 3];

/// What is to be least, beside the deadline.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Aim {
    /// Driving, then waiting, then changes.
    Driving,
    /// Waiting, then driving, then changes.
    Waiting,
    /// Changes, then driving, then waiting.
    Changes,
}

/// What came of it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// There are moments; for a least price, nothing is cheaper.
    Found,
    /// There are none (below the bound).
    Nothing,
    /// The limit of nodes was reached before it was known.
    Unknown,
    /// It can go on.
    Paused,
}

/// How a node divides what is open. The parts overlap in nothing that matters and leave nothing out.
enum Split {
    /// Two of these receptions come one after the other.
    Order(Vec<usize>),
    /// Up to the moment, or later.
    At(usize, i32),
    /// At the moment, before, or after.
    Keep(usize, i32),
}

struct Frame {
    split: Split,
    next: usize,
    precedences: usize,
}

/// The search for moments.
#[derive(Default)]
pub struct Timing {
    pub net: Net,
    flow: Flow,
    frames: Vec<Frame>,
    /// The domains at every frame.
    saved: Vec<i32>,
    /// The moments found.
    pub moments: Vec<i32>,
    /// Their price.
    pub price: Price,
    /// Nodes looked at, ever.
    pub nodes: u64,
    /// It is begun and not over.
    pub running: bool,
    found: bool,
    aim: Option<Aim>,
    /// The limit is reached at so many nodes.
    end: u64,
}

/// Nodes in one search for moments where every group has its order; some hundreds where it is hard.
pub const LIMIT: u64 = 1_000_000;

/// As how many nodes more a flow counts.
const FLOW: u64 = 9;

/// Nodes where not every group has its order: to learn nothing only means to look deeper.
pub const GLANCE: u64 = 200;

impl Timing {
    /// Begins with the net that is loaded: for moments without conflict, the earliest of their kind, or with an aim for
    /// those of the least price below `bound`; then every team has to have an order.
    pub fn begin(&mut self, aim: Option<Aim>, bound: Price, limit: u64) {
        self.frames.clear();
        self.saved.clear();
        (self.aim, self.price, self.end) = (aim, bound, self.nodes + limit);
        (self.running, self.found) = (true, false);
    }

    /// Goes on until it is known or `until` nodes have been looked at.
    pub fn run(&mut self, model: &Model, until: u64) -> Outcome {
        let outcome = self.go_on(model, until.min(self.end));
        if outcome == Outcome::Paused && self.nodes >= self.end {
            self.running = false;
            return Outcome::Unknown;
        }
        self.running = outcome == Outcome::Paused;
        outcome
    }

    fn go_on(&mut self, model: &Model, until: u64) -> Outcome {
        let aim = self.aim;
        loop {
            if self.nodes >= until {
                return Outcome::Paused;
            }
            self.nodes += 1;
            if self.net.narrow(model) {
                match self.look(model, aim) {
                    Look::Split(split) => {
                        self.saved.extend_from_slice(&self.net.earliest);
                        self.saved.extend_from_slice(&self.net.latest);
                        self.frames.push(Frame { split, next: 0, precedences: self.net.precedences.len() });
                    }
                    Look::Found if aim.is_none() => return Outcome::Found,
                    Look::Found => self.found = true,
                    Look::Worse => {}
                }
            }
            if !self.next() {
                return if self.found { Outcome::Found } else { Outcome::Nothing };
            }
        }
    }

    /// Goes to the next part of the last split that has one left.
    fn next(&mut self) -> bool {
        while let Some(frame) = self.frames.last_mut() {
            let count = self.net.earliest.len();
            let saved = self.saved.len() - 2 * count;
            self.net.earliest.copy_from_slice(&self.saved[saved..saved + count]);
            self.net.latest.copy_from_slice(&self.saved[saved + count..]);
            self.net.precedences.truncate(frame.precedences);
            let part = frame.next;
            frame.next += 1;
            match &frame.split {
                Split::Order(set) => {
                    let others = set.len() - 1;
                    if part < set.len() * others {
                        let (one, other) = (part / others, part % others);
                        let other = if other < one { other } else { other + 1 };
                        self.net.precedences.push((set[one], set[other]));
                        return true;
                    }
                }
                &Split::At(variable, moment) => match part {
                    0 => {
                        self.net.latest[variable] = moment;
                        return true;
                    }
                    1 => {
                        self.net.earliest[variable] = moment + 1;
                        return true;
                    }
                    _ => {}
                },
                &Split::Keep(variable, moment) => {
                    if part < 3 {
                        let (first, last) = (self.net.earliest[variable], self.net.latest[variable]);
                        self.net.earliest[variable] = [moment, first, moment + 1][part];
                        self.net.latest[variable] = [moment, moment - 1, last][part];
                        return true;
                    }
                }
            }
            self.saved.truncate(saved);
            self.frames.pop();
        }
        false
    }

    fn look(&mut self, model: &Model, aim: Option<Aim>) -> Look {
        let Some(aim) = aim else {
            return match self.net.conflict(model, &self.net.earliest) {
                set if set.is_empty() => {
                    self.moments.clone_from(&self.net.earliest);
                    Look::Found
                }
                set => Look::Split(Split::Order(self.sooner_first(set, false))),
            };
        };
        if price(model, &self.net, aim, 0) >= self.price {
            return Look::Worse;
        }
        // A flow takes as long as many nodes without one: count it so, for slices of like length.
        self.nodes += FLOW;
        let span = self.flow.least_span(model, &self.net);
        let price = price(model, &self.net, aim, span);
        if price >= self.price {
            return Look::Worse;
        }
        let conflict = self.net.conflict(model, &self.flow.moments);
        if !conflict.is_empty() {
            return Look::Split(Split::Order(self.sooner_first(conflict, true)));
        }
        if let Some(split) = self.open(model, aim) {
            return Look::Split(split);
        }
        self.moments.clone_from(&self.flow.moments);
        self.price = price;
        Look::Found
    }

    fn sooner_first(&self, mut set: Vec<usize>, of_flow: bool) -> Vec<usize> {
        let moments = if of_flow { &self.flow.moments } else { &self.net.earliest };
        crate::order::sort_by_key(&mut set, |&index| (moments[self.net.receptions[index].moment], index));
        set
    }

    /// What the bound of the moments at hand took too lightly; nothing when it is their price.
    fn open(&self, model: &Model, aim: Aim) -> Option<Split> {
        let (net, moments) = (&self.net, &self.flow.moments);
        for reception in &net.receptions {
            let now = moments[reception.moment];
            if model.opens(reception.host, reception.stay, now) != now {
                return Some(Split::At(reception.moment, model.closes(reception.host, reception.stay, now)));
            }
        }
        if model.problem.rush.is_some() {
            for arc in net.arcs.iter().filter(|arc| arc.from != arc.to) {
                if let Some(split) = self.rush(model, aim, arc) {
                    return Some(split);
                }
            }
        }
        for (variable, &former) in net.former.iter().enumerate() {
            let possible = net.earliest[variable] <= former && former <= net.latest[variable];
            if possible && moments[variable] != former {
                return Some(Split::Keep(variable, former));
            }
        }
        None
    }

    fn rush(&self, model: &Model, aim: Aim, arc: &Arc) -> Option<Split> {
        let (first, last) = (self.net.earliest[arc.tail], self.net.latest[arc.tail]);
        let drive = |moment: i32| model.drive(arc.from, arc.to, moment + arc.offset);
        let least = least_drive(model, &self.net, arc);
        let now = self.flow.moments[arc.tail];
        if drive(now) > least {
            // Cut beside the moments whose drive is the least, so that one part has them and the other has not.
            let mut at = now;
            if drive(first) == least {
                while drive(at) > least {
                    at -= 1;
                }
            } else {
                while drive(at + 1) > least {
                    at += 1;
                }
            }
            return Some(Split::At(arc.tail, at));
        }
        let varies = aim == Aim::Waiting && longest_drive(model, &self.net, arc) > least;
        varies.then_some(Split::At(arc.tail, (first + last).div_euclid(2)))
    }
}

enum Look {
    Split(Split),
    Found,
    Worse,
}

/// The least price of the net's moments when the groups are away for `span` minutes together.
///
/// Where driving counts before waiting, the middle place is driving and waiting in one: the order is the same, and it is
/// a bound even where the drives are not yet known.
pub fn price(model: &Model, net: &Net, aim: Aim, span: i32) -> Price {
    let (mut least, mut longest) = (0, 0);
    for arc in net.arcs.iter().filter(|arc| arc.from != arc.to) {
        least += least_drive(model, net, arc);
        if aim == Aim::Waiting {
            longest += longest_drive(model, net, arc);
        }
    }
    let busy: i32 = net.chains.iter().map(|chain| model.teams[chain.team].busy).sum();
    let mut changes = net.lost;
    for (variable, &former) in net.former.iter().enumerate() {
        changes += i32::from(former >= 0 && (former < net.earliest[variable] || former > net.latest[variable]));
    }
    let away = (span - busy).max(least);
    match aim {
        Aim::Driving => [least, away, changes],
        Aim::Waiting => [(span - busy - longest).max(0), least, changes],
        Aim::Changes => [changes, least, away],
    }
}

impl Timing {
    /// The route of a team by the moments found.
    pub fn route(&self, model: &Model, team: usize, order: &[u8]) -> super::Route {
        let Some(chain) = self.net.chains.iter().find(|chain| chain.team == team) else {
            return super::Route::default();
        };
        let legs = self.net.arcs.iter().filter(|arc| arc.from != super::net::NOWHERE);
        let legs = legs.filter(|arc| (chain.start..=chain.back).contains(&arc.tail));
        let (mut received, mut departs) = (Vec::new(), Vec::new());
        for leg in legs {
            let (departure, arrival) = (self.moments[leg.tail] + leg.offset, self.moments[leg.head]);
            // Somebody may have been asked to be back at a former moment: then they hold before they leave.
            let early = leg.head == chain.back && departure + model.drive(leg.from, leg.to, departure) < arrival;
            departs.push(if early { model.latest_departure(leg.from, leg.to, arrival) } else { departure });
            received.push(arrival);
        }
        model.route(team, order, self.moments[chain.start], &received, &departs)
    }
}
