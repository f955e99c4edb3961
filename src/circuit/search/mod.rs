//! The rotation search: for every group of a study visit the order of its stops and every moment of its afternoon.
//!
//! It knows no plan. A [`Problem`] is minutes, places, hosts and groups by number; a [`Search`] goes on in slices of
//! nodes, so that it never blocks, and can be left at any time; [`Why`] finds out what makes a visit impossible.
//!
//! # What is best
//!
//! Of all arrangements that keep every demand, the one with the earliest last return; of those the least driving; then
//! the least waiting; then, where as little as possible is to change, the fewest changed times. So the switch adds a
//! last criterion and takes nothing from the others; besides, the arrangement with the fewest changes of all is
//! proposed as one of its own. Waiting is the time in which people are gathered and neither gather, board, drive nor
//! are received: at a gate, or before a coach leaves. Who starts later does not wait.
//!
//! # How it is found, and why nothing better is missed
//!
//! 1. **Orders.** All orders of each group are listed ([`orders`]), with what each costs if no other group is in the way:
//!    that is a bound, as other groups only take moments away. Nobody overtakes in a rush hour (`circuit::rush`), so
//!    the earliest moments of an order are found forwards and the latest backwards.
//! 2. **Walk.** Depth first a group at each depth, cheapest orders first ([`trial`]). Costs are arrays that compare by
//!    what counts first; a sum of bounds that is not below the best found ends a level, since the list is sorted. Groups
//!    that are alike take orders in the list's own order only: every arrangement left out is one that is looked at,
//!    with names exchanged. A node is also given up when its net has no moments; groups without an order take part in
//!    that with each reception by itself, anywhere in the range that any of their orders leaves. This finds out early
//!    that three turns do not fit into a window, whatever the orders.
//! 3. **Moments.** With the orders chosen, what remains is a net of moments ([`net`]) in which every arc is monotone.
//!    Narrowed to a fixed point, the earliest of all domains satisfy every arc; if no host has too many at once then,
//!    they are an arrangement, the earliest. Else some receptions of a smallest set that is too many come one after the
//!    other, and the search divides by who before whom ([`timing`]). In every arrangement one of these holds.
//! 4. **Price of the moments.** Least waiting is a linear program over differences once drives are taken at their
//!    least, solved as a flow ([`flow`]): a bound, and the price itself where its moments break nothing. Where they do, the search
//!    divides again: who before whom, before or after a window closes, on which side of a rush hour, at the former
//!    moment or not. Each division leaves nothing out and is finite, as moments are whole minutes.
//! 5. **Criteria one by one.** The latest return first, by halving between what is proved (no arrangement by then) and
//!    what is found; walks that take too long are put off and come again with twice the nodes, so that something better is
//!    found before everything is proved. Then, with that return as deadline, the least price. As every walk under a deadline is
//!    complete, the order of the criteria is kept exactly.
//!
//! The other proposals do the same with driving, waiting or changes before the return; they have fewer nodes, and say
//! whether theirs is proved. Past 8 stops a group's orders are cut to the 40,320 quickest beginnings; then nothing is
//! called proved, and the lower bound is one that holds for all orders.

mod demand;
mod flow;
mod model;
mod net;
mod orders;
mod problem;
mod sorting;
mod timing;
mod trial;
mod why;

pub use demand::{Demand, Relaxation, demands, drop_demand, relax};
use model::{Model, NEVER};
use orders::Orders;
pub use problem::{Call, Cost, Group, Host, Problem, Route, Stopover, Window};
use timing::{Aim, BEYOND, LIMIT, Price, Timing};
use trial::{Trial, Walk};
pub use why::{Asking, Reason, Turns, Why};

/// What a proposal is the best in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The earliest return; of those the least driving, then the least waiting, then the fewest changes.
    Return,
    /// The least driving; of those the earliest return, then the least waiting.
    Driving,
    /// The least waiting; of those the earliest return, then the least driving.
    Waiting,
    /// The fewest changes; of those the earliest return, then the least driving.
    Changes,
}

/// A way to arrange the visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// What it is the best in.
    pub kind: Kind,
    /// Group by group.
    pub routes: Vec<Route>,
    /// What it costs.
    pub cost: Cost,
    /// That nothing of its kind is better is proved.
    pub proved: bool,
}

/// How far the search is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// The proposals found, the one with the earliest return first; each later one is better than it in its kind.
    pub proposals: Vec<Proposal>,
    /// No arrangement has its last return before this moment.
    pub lower_bound: u16,
    /// Nothing fits, and that is proved.
    pub impossible: bool,
    /// There is nothing left to do.
    pub done: bool,
    /// Nodes looked at.
    pub explored: u64,
}

/// What the search is at.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// Any arrangement at all.
    First,
    /// The best in the proposal's kind, whenever it is back.
    Criterion,
    /// The earliest return.
    Return,
    /// The least price with that return.
    Polish,
    Done,
}

/// Nodes for the first attempt at each deadline; where that is too few, the next round has twice as many.
const ATTEMPT: u64 = 40_000;

/// Nodes for each part of the second and third proposal.
const OTHERS: u64 = 30_000;

/// Nodes to take needless waiting out of a solution that is only on the way to a better one.
const POLISH: u64 = 200;

/// A search that goes on step by step.
pub struct Search {
    model: Model,
    orders: Vec<Orders>,
    /// Of so many teams all orders are listed.
    listed: usize,
    timing: Timing,
    trial: Trial,
    stage: Stage,
    kind: Kind,
    /// What the proposal at hand must not cost more than, in its kind.
    cap: Price,
    /// Proved: the last return is not before.
    low: i32,
    /// Not proved, but tried without success in this round up to here.
    tried: i32,
    /// Nodes for each attempt, and where the one at hand ends.
    attempt: u64,
    until: u64,
    /// An attempt of this round ran out of nodes.
    ran_out: bool,
    /// Of the proposal at hand everything was looked at to the end.
    proved: bool,
    lower_bound: i32,
    impossible: bool,
    proposals: Vec<Proposal>,
}

impl Search {
    /// A search for the problem; nothing is reckoned yet.
    #[must_use]
    pub fn new(problem: &Problem) -> Self {
        let model = Model::new(problem);
        let mut search = Self {
            orders: (0..model.teams.len()).map(|team| Orders::of(&model, team)).collect(),
            listed: 0,
            timing: Timing::default(),
            trial: Trial::default(),
            stage: Stage::First,
            kind: Kind::Return,
            cap: BEYOND,
            low: 0,
            tried: 0,
            attempt: ATTEMPT,
            until: u64::MAX,
            ran_out: false,
            proved: true,
            lower_bound: 0,
            impossible: model.hopeless,
            proposals: Vec::new(),
            model,
        };
        if search.impossible {
            search.stage = Stage::Done;
        }
        if search.model.teams.is_empty() && !search.impossible {
            let routes = search.model.routes(|_| Route::default());
            let cost = problem.cost(&routes);
            search.proposals.push(Proposal { kind: Kind::Return, routes, cost, proved: true });
            search.stage = Stage::Done;
        }
        search
    }

    /// Looks at about so many nodes more.
    pub fn step(&mut self, nodes: u64) -> Progress {
        let until = self.timing.nodes + nodes;
        while self.stage != Stage::Done && self.timing.nodes < until {
            if self.listed < self.model.teams.len() {
                self.enumerate();
                continue;
            }
            let walk = self.trial.walk(&self.model, &mut self.orders, &mut self.timing, until.min(self.until));
            match walk {
                Walk::Paused if self.timing.nodes < self.until => break,
                Walk::Paused => self.attempt_over(false),
                Walk::Ready if self.stage == Stage::First => self.ready(),
                Walk::Ready => {}
                Walk::Over => self.attempt_over(true),
                Walk::Found => self.found(),
            }
        }
        self.progress()
    }

    /// How far it is.
    #[must_use]
    pub fn progress(&self) -> Progress {
        Progress {
            proposals: self.proposals.clone(),
            lower_bound: u16::try_from(self.lower_bound).unwrap_or(u16::MAX),
            impossible: self.impossible,
            done: self.stage == Stage::Done,
            explored: self.timing.nodes,
        }
    }

    /// Some orders of a team more; after the last team's, the first walk begins.
    fn enumerate(&mut self) {
        let team = self.listed;
        self.timing.nodes += 1;
        if self.model.teams[team].twin.is_some() || self.orders[team].list(&self.model, team) {
            self.listed += 1;
            if self.listed == self.model.teams.len() {
                self.begin(None, NEVER, BEYOND, u64::MAX);
            }
        }
    }

    /// The first bound, now that it is known what each team can do alone.
    fn ready(&mut self) {
        for team in 0..self.orders.len() {
            let orders = &self.orders[self.model.class(team)];
            let back = if orders.cut { self.model.back_at_least(team) } else { orders.back };
            self.low = self.low.max(back);
        }
        self.lower_bound = self.low;
    }

    fn begin(&mut self, aim: Option<Aim>, back_by: i32, bound: Price, attempt: u64) {
        self.until = self.timing.nodes.saturating_add(attempt);
        self.timing.running = false;
        self.trial.limit = if self.kind == Kind::Return { LIMIT } else { OTHERS / 3 };
        self.trial.start(aim, back_by, bound);
    }

    /// A solution of the walk at hand.
    fn found(&mut self) {
        let price = self.timing.price;
        let found = self.trial.found(&self.model, &self.orders);
        if self.kind == Kind::Return && self.stage != Stage::Polish {
            // Any moments were good enough for the walk; for the eye, the same orders without needless waiting.
            let back = self.timing.net.chains.iter().map(|chain| self.timing.moments[chain.back]).max().unwrap_or(0);
            let orders: Vec<Option<&[u8]>> = found.iter().map(|order| Some(order.as_slice())).collect();
            let moments = self.timing.moments.clone();
            self.timing.net.load(&self.model, &orders, &|_| &[], back);
            self.timing.begin(Some(Aim::Driving), BEYOND, POLISH);
            self.timing.run(&self.model, u64::MAX);
            if self.timing.price == BEYOND {
                self.timing.moments = moments;
            }
        }
        let routes = self.model.routes(|team| self.timing.route(&self.model, team, &found[team]));
        let cost = self.model.problem.cost(&routes);
        let proposal = Proposal { kind: self.kind, routes, cost, proved: false };
        match self.proposals.last_mut() {
            Some(last) if last.kind == self.kind => *last = proposal,
            _ => self.proposals.push(proposal),
        }
        match self.stage {
            Stage::First | Stage::Return => self.next_return(),
            Stage::Criterion => {
                self.cap = [price[0] + 1, i32::MIN, i32::MIN];
                self.trial.bound = [price[0], i32::MIN, i32::MIN];
            }
            Stage::Polish | Stage::Done => self.trial.bound = price,
        }
    }

    /// The walk at hand is over, or has had its nodes.
    fn attempt_over(&mut self, over: bool) {
        let proof = over && !self.trial.unsure;
        self.ran_out |= !over;
        match self.stage {
            Stage::First => {
                self.impossible = proof;
                self.stage = Stage::Done;
            }
            Stage::Criterion => {
                self.proved &= proof;
                let found = self.proposals.last().is_some_and(|last| last.kind == self.kind);
                if found {
                    self.low = self.lower_bound;
                    self.tried = self.low;
                    self.next_return();
                } else {
                    self.next_kind();
                }
            }
            Stage::Return => {
                self.tried = self.trial.back_by + 1;
                if proof {
                    self.low = self.low.max(self.tried);
                    if self.kind == Kind::Return {
                        self.lower_bound = self.low;
                    }
                }
                self.next_return();
            }
            Stage::Polish => self.polished(proof),
            Stage::Done => {}
        }
    }

    fn back(&self) -> i32 {
        self.proposals.last().map_or(NEVER, |last| i32::from(last.cost.back))
    }

    /// The next deadline to try: between what is proved and what is found.
    fn next_return(&mut self) {
        self.tried = self.tried.max(self.low);
        let back = self.back();
        if self.tried >= back {
            self.polish();
            return;
        }
        self.stage = Stage::Return;
        let aim = self.aim();
        let attempt = self.attempt;
        self.begin(aim, (self.tried + back - 1).div_euclid(2), self.cap, attempt);
    }

    /// What the walk for the earliest return has to mind beside it.
    fn aim(&self) -> Option<Aim> {
        match self.kind {
            Kind::Return => None,
            Kind::Driving => Some(Aim::Driving),
            Kind::Waiting => Some(Aim::Waiting),
            Kind::Changes => Some(Aim::Changes),
        }
    }

    fn polish(&mut self) {
        self.stage = Stage::Polish;
        let last = self.kind == Kind::Return && self.low >= self.back();
        let attempt = if last { u64::MAX } else { self.attempt };
        let aim = self.aim().unwrap_or(Aim::Driving);
        // What is found already is at hand: only what is cheaper is looked for.
        let back = self.back();
        self.begin(Some(aim), back, BEYOND, attempt);
        self.trial.bound = self.proposals.last().map_or(BEYOND, |last| self.model.price(aim, &last.cost));
    }

    fn polished(&mut self, proof: bool) {
        let earliest = self.low >= self.back();
        if self.kind == Kind::Return && !earliest && self.ran_out {
            self.ran_out = false;
            self.attempt *= 2;
            self.tried = self.low;
            self.next_return();
            return;
        }
        // A return held back to a former moment may drive at another time than was reckoned with.
        let held = self.kind == Kind::Changes && self.model.problem.rush.is_some();
        self.proved &= proof && earliest && !held;
        if let Some(last) = self.proposals.last_mut() {
            last.proved = self.proved;
        }
        self.next_kind();
    }

    /// Looks for a proposal of another kind, up to three altogether.
    fn next_kind(&mut self) {
        self.stage = Stage::Done;
        let changes = self.model.problem.few_changes && !self.model.problem.former.is_empty();
        self.kind = match self.kind {
            Kind::Return if changes => Kind::Changes,
            Kind::Return | Kind::Changes => Kind::Driving,
            Kind::Driving => Kind::Waiting,
            Kind::Waiting => return,
        };
        let room = self.proposals.len() < 3;
        let Some(cost) = self.proposals.first().filter(|_| room).map(|first| first.cost) else { return };
        let aim = self.aim().unwrap_or(Aim::Driving);
        self.proved = true;
        self.attempt = OTHERS;
        self.stage = Stage::Criterion;
        let price = self.model.price(aim, &cost);
        self.begin(Some(aim), NEVER, [price[0], i32::MIN, i32::MIN], OTHERS);
    }
}
