//! One walk through all choices of an order for each group, under a deadline.
//!
//! Depth first, a group at each depth, its orders cheapest first. A node is given up when what its groups cost alone
//! reaches the bound, or when [`Timing`] finds no moments for the orders chosen so far, with the receptions of the
//! groups still without one somewhere in their ranges. Of groups that are alike, the later has an order no earlier in
//! the list. What is left out can thus be no better than what is found.

use super::model::Model;
use super::orders::Orders;
use super::timing::{Aim, BEYOND, GLANCE, Outcome, Price, Timing};

/// How a walk goes on.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Walk {
    /// It is not over.
    Paused,
    /// The orders are sorted, and it begins.
    Ready,
    /// A solution; the walk can go on after it.
    Found,
    /// There is nothing more.
    Over,
}

/// A walk, and where it stands.
#[derive(Default)]
pub struct Trial {
    /// Groups are back by then.
    pub back_by: i32,
    /// Solutions cost less.
    pub bound: Price,
    /// Something was not looked at to the end: that the walk is over proves nothing.
    pub unsure: bool,
    aim: Option<Aim>,
    /// How many teams' orders are sorted; one more than there are: begun.
    prepared: usize,
    /// Those of the next are being sorted.
    preparing: bool,
    /// Nodes for the moments of one choice of orders.
    pub limit: u64,
    /// The team at each depth.
    pub teams: Vec<usize>,
    /// The place in its list of the order chosen at each depth; the last is the next to be tried.
    places: Vec<usize>,
    /// What the teams from each depth on cost alone.
    rest: Vec<Price>,
}

impl Trial {
    /// A walk from the start. Without an aim any solution is as good as another.
    pub fn start(&mut self, aim: Option<Aim>, back_by: i32, bound: Price) {
        self.back_by = back_by;
        self.bound = bound;
        self.aim = aim;
        self.unsure = false;
        self.prepared = 0;
        self.preparing = false;
    }

    /// Sorts some orders of one team more, or begins; true: begun.
    fn prepare(&mut self, model: &Model, orders: &mut [Orders], timing: &mut Timing) -> bool {
        if self.prepared < orders.len() {
            let team = self.prepared;
            if model.class(team) == team {
                if !self.preparing {
                    orders[team].begin();
                    self.unsure |= orders[team].cut;
                }
                timing.nodes += 1;
                self.preparing = !orders[team].prepare(model, team, self.aim.unwrap_or(Aim::Driving), self.back_by);
            }
            self.prepared += usize::from(!self.preparing);
            return false;
        }
        self.prepared += 1;
        let key = |team: usize| (orders[model.class(team)].len(), model.class(team), team);
        self.teams = (0..model.teams.len()).collect();
        crate::order::sort_by_key(&mut self.teams, |&team| key(team));
        self.rest = vec![[0; 3]; self.teams.len() + 1];
        for depth in (0..self.teams.len()).rev() {
            let orders = &orders[model.class(self.teams[depth])];
            let known = orders.len() > 0 && self.rest[depth + 1] != BEYOND;
            self.rest[depth] = if known { add(orders.price(0), self.rest[depth + 1]) } else { BEYOND };
        }
        self.places.clear();
        if self.rest[0] != BEYOND {
            self.places.push(0);
        }
        true
    }

    /// Walks on until a solution is found, the walk is over or `nodes` have been looked at.
    pub fn walk(&mut self, model: &Model, orders: &mut [Orders], timing: &mut Timing, until: u64) -> Walk {
        while self.prepared <= orders.len() {
            if timing.nodes >= until {
                return Walk::Paused;
            }
            if self.prepare(model, orders, timing) {
                return Walk::Ready;
            }
        }
        loop {
            let Some(&place) = self.places.last() else { return Walk::Over };
            if timing.nodes >= until {
                return Walk::Paused;
            }
            let depth = self.places.len() - 1;
            let list = &orders[model.class(self.teams[depth])];
            let before = (0..depth).fold([0; 3], |sum, at| add(sum, self.price_at(model, orders, at)));
            let worse = |place| add(add(before, list.price(place)), self.rest[depth + 1]) >= self.bound;
            if place >= list.len() || worse(place) {
                self.places.pop();
                if let Some(place) = self.places.last_mut() {
                    *place += 1;
                }
                continue;
            }
            let leaf = depth + 1 == self.teams.len();
            if !timing.running {
                self.load(model, orders, timing);
                let limit = if leaf { self.limit } else { GLANCE };
                timing.begin(self.aim.filter(|_| leaf), if leaf { self.bound } else { BEYOND }, limit);
            }
            let outcome = timing.run(model, until);
            if outcome == Outcome::Paused {
                return Walk::Paused;
            }
            self.unsure |= leaf && outcome == Outcome::Unknown;
            if !leaf && outcome != Outcome::Nothing {
                let alike = model.class(self.teams[depth]) == model.class(self.teams[depth + 1]);
                self.places.push(if alike { place } else { 0 });
                continue;
            }
            self.places[depth] += 1;
            if leaf && outcome == Outcome::Found {
                return Walk::Found;
            }
        }
    }

    fn price_at(&self, model: &Model, orders: &[Orders], depth: usize) -> Price {
        orders[model.class(self.teams[depth])].price(self.places[depth])
    }

    fn load(&self, model: &Model, orders: &[Orders], timing: &mut Timing) {
        let mut chosen: Vec<Option<&[u8]>> = vec![None; model.teams.len()];
        for (&team, &place) in self.teams.iter().zip(&self.places) {
            chosen[team] = Some(orders[model.class(team)].order(place));
        }
        timing.net.load(model, &chosen, &|team| &orders[model.class(team)].ranges, self.back_by);
    }

    /// The orders of the solution found last, team by team.
    pub fn found(&self, model: &Model, orders: &[Orders]) -> Vec<Vec<u8>> {
        let mut found = vec![Vec::new(); model.teams.len()];
        for (depth, &team) in self.teams.iter().enumerate() {
            let place = self.places[depth] - usize::from(depth + 1 == self.teams.len());
            found[team] = orders[model.class(team)].order(place).to_vec();
        }
        found
    }
}

fn add(one: Price, other: Price) -> Price {
    [one[0] + other[0], one[1] + other[1], one[2] + other[2]]
}
