//! Groups whose order is chosen as a net of moments: what must come after what, and by how much.
//!
//! Variables are moments with a domain from the earliest to the latest. A leg is an arc `head >= tail + offset + drive`,
//! where the drive depends on the departure; as nobody overtakes, an arc maps a later tail to a head no earlier. So the
//! earliest of all domains together satisfy every arc, and so do the latest.

use super::model::{Model, NEVER};
use crate::circuit::reception;

/// In place of a place: the arc is no leg, and nobody drives.
pub const NOWHERE: usize = usize::MAX;

/// One moment after another.
#[derive(Clone, Copy)]
pub struct Arc {
    pub tail: usize,
    pub head: usize,
    /// Minutes from the tail to the departure.
    pub offset: i32,
    pub from: usize,
    pub to: usize,
}

/// A reception at a host.
#[derive(Clone, Copy)]
pub struct Reception {
    pub moment: usize,
    pub host: usize,
    pub stay: i32,
    /// How long the place is taken.
    pub taken: i32,
    pub heads: i32,
}

/// The moments of one group.
#[derive(Clone, Copy)]
pub struct Chain {
    pub team: usize,
    pub start: usize,
    pub back: usize,
}

/// The net.
#[derive(Default)]
pub struct Net {
    pub earliest: Vec<i32>,
    pub latest: Vec<i32>,
    pub arcs: Vec<Arc>,
    /// Host by host.
    pub receptions: Vec<Reception>,
    /// First the one, then the other: numbers of receptions.
    pub precedences: Vec<(usize, usize)>,
    /// The former moment of each variable; -1 where it does not count.
    pub former: Vec<i32>,
    pub chains: Vec<Chain>,
    /// The former moments that no choice can keep.
    pub lost: i32,
}

impl Net {
    /// Lays out the teams that have an order as chains. Of a team without one the receptions alone take part, each
    /// somewhere in its range.
    pub fn load<'o>(
        &mut self,
        model: &Model,
        orders: &[Option<&[u8]>],
        ranges: &dyn Fn(usize) -> &'o [(i32, i32)],
        back_by: i32,
    ) {
        self.earliest.clear();
        self.latest.clear();
        self.arcs.clear();
        self.receptions.clear();
        self.precedences.clear();
        self.former.clear();
        self.chains.clear();
        self.lost = 0;
        for (team, order) in orders.iter().enumerate() {
            match order {
                Some(order) => self.chain(model, team, order, back_by),
                None => {
                    for (call, range) in ranges(team).iter().enumerate() {
                        let moment = self.variable(range.0, range.1, -1);
                        self.reception(model, team, call, moment);
                    }
                }
            }
        }
        crate::order::sort_by_key(&mut self.receptions, |reception| (reception.host, reception.moment));
    }

    fn chain(&mut self, model: &Model, team: usize, order: &[u8], back_by: i32) {
        let group = model.group(team);
        let &(former_start, ref former, former_back) = model.former_of(team);
        let counts = former_start >= 0;
        let start_by = group.start_by.map_or(NEVER, i32::from);
        let start = self.variable(i32::from(group.start), start_by, former_start);
        let (mut tail, mut offset, mut place) = (start, i32::from(group.gathering), group.from);
        // Only for a rush hour or a former return is it worth to hold before a drive; else a group drives on and waits
        // at the next gate, if it must.
        let holds = model.problem.rush.is_some() || counts;
        for &index in order {
            let call = &group.calls[usize::from(index)];
            if holds {
                tail = self.hold(tail, offset + i32::from(call.boarding));
                offset = 0;
            } else {
                offset += i32::from(call.boarding);
            }
            let (first, last) = call.received.map_or((0, NEVER), |at| (i32::from(at), i32::from(at)));
            let moment = self.variable(first, last, former[usize::from(index)]);
            self.lost += i32::from(counts && former[usize::from(index)] < 0);
            let to = model.host(call.host).place;
            self.arcs.push(Arc { tail, head: moment, offset, from: place, to });
            self.reception(model, team, usize::from(index), moment);
            (tail, offset, place) = (moment, i32::from(call.stay), to);
        }
        offset += i32::from(group.boarding_back);
        if holds {
            tail = self.hold(tail, offset);
            offset = 0;
        }
        let back = self.variable(0, back_by.min(i32::from(group.back_by)), former_back);
        self.arcs.push(Arc { tail, head: back, offset, from: place, to: group.to });
        self.chains.push(Chain { team, start, back });
    }

    fn hold(&mut self, tail: usize, offset: i32) -> usize {
        let head = self.variable(0, NEVER, -1);
        self.arcs.push(Arc { tail, head, offset, from: NOWHERE, to: NOWHERE });
        head
    }

    fn variable(&mut self, earliest: i32, latest: i32, former: i32) -> usize {
        self.earliest.push(earliest);
        self.latest.push(latest);
        self.former.push(former);
        self.former.len() - 1
    }

    fn reception(&mut self, model: &Model, team: usize, call: usize, moment: usize) {
        let group = model.group(team);
        let call = &group.calls[call];
        let stay = i32::from(call.stay);
        let taken = i32::try_from(reception::taken(i64::from(stay), model.host(call.host).gap)).unwrap_or(NEVER);
        self.receptions.push(Reception { moment, host: call.host, stay, taken, heads: i32::from(group.heads) });
    }

    /// Whether the two can never be at their host together.
    pub fn exclusive(&self, model: &Model, one: usize, other: usize) -> bool {
        let (one, other) = (&self.receptions[one], &self.receptions[other]);
        one.taken > 0 && other.taken > 0 && !model.together(one.host, 2, one.heads + other.heads)
    }

    /// Whether `one` can still come before `other`.
    pub fn can_precede(&self, one: usize, other: usize) -> bool {
        let (one, other) = (&self.receptions[one], &self.receptions[other]);
        self.earliest[one.moment] + one.taken <= self.latest[other.moment]
    }

    /// Narrows the domains to what all demands together leave; false when nothing is left of one.
    pub fn narrow(&mut self, model: &Model) -> bool {
        loop {
            let mut changed = false;
            for index in 0..self.arcs.len() {
                let Arc { tail, head, offset, from, to } = self.arcs[index];
                let departs = self.earliest[tail] + offset;
                changed |= self.not_before(head, departs + model.drive(from, to, departs));
            }
            for index in (0..self.arcs.len()).rev() {
                let Arc { tail, head, offset, from, to } = self.arcs[index];
                changed |= self.not_after(tail, model.latest_departure(from, to, self.latest[head]) - offset);
            }
            for index in 0..self.receptions.len() {
                let Reception { moment, host, stay, .. } = self.receptions[index];
                changed |= self.not_before(moment, model.opens(host, stay, self.earliest[moment]));
                changed |= self.not_after(moment, model.closes(host, stay, self.latest[moment]));
                for other in index + 1..self.receptions.len() {
                    if self.receptions[other].host != host {
                        break;
                    }
                    if !self.exclusive(model, index, other) {
                        continue;
                    }
                    let (before, after) = (self.can_precede(index, other), self.can_precede(other, index));
                    if !before && !after {
                        return false;
                    }
                    if !after {
                        changed |= self.precede(index, other);
                    } else if !before {
                        changed |= self.precede(other, index);
                    }
                }
            }
            for index in 0..self.precedences.len() {
                let (one, other) = self.precedences[index];
                changed |= self.precede(one, other);
            }
            if self.earliest.iter().zip(&self.latest).any(|(earliest, latest)| earliest > latest) {
                return false;
            }
            if !changed {
                return true;
            }
        }
    }

    fn precede(&mut self, one: usize, other: usize) -> bool {
        let (one, other) = (self.receptions[one], self.receptions[other]);
        let later = self.not_before(other.moment, self.earliest[one.moment] + one.taken);
        self.not_after(one.moment, self.latest[other.moment] - one.taken) | later
    }

    fn not_before(&mut self, variable: usize, moment: i32) -> bool {
        let sooner = self.earliest[variable] < moment;
        if sooner {
            self.earliest[variable] = moment;
        }
        sooner
    }

    fn not_after(&mut self, variable: usize, moment: i32) -> bool {
        let later = self.latest[variable] > moment;
        if later {
            self.latest[variable] = moment;
        }
        later
    }

    /// Receptions of one host that cannot all be there at once but are, at these moments; none of them can be spared.
    pub fn conflict(&self, model: &Model, moments: &[i32]) -> Vec<usize> {
        let mut found = Vec::new();
        let mut earliest = i32::MAX;
        for one in &self.receptions {
            let now = moments[one.moment];
            if now >= earliest || one.taken == 0 {
                continue;
            }
            let there = |reception: &Reception| {
                let from = moments[reception.moment];
                reception.host == one.host && from <= now && now < from + reception.taken
            };
            let all = (0..self.receptions.len()).filter(|&index| there(&self.receptions[index]));
            let mut set: Vec<usize> = all.collect();
            if self.fits(model, &set) {
                continue;
            }
            let mut index = 0;
            while index < set.len() {
                let spared = set.remove(index);
                if self.fits(model, &set) {
                    set.insert(index, spared);
                    index += 1;
                }
            }
            (found, earliest) = (set, now);
        }
        found
    }

    fn fits(&self, model: &Model, set: &[usize]) -> bool {
        let heads = set.iter().map(|&index| self.receptions[index].heads).sum();
        let Some(&first) = set.first() else { return true };
        model.together(self.receptions[first].host, i32::try_from(set.len()).unwrap_or(i32::MAX), heads)
    }
}
