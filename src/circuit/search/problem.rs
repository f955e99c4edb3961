//! What is asked of the search, and what it answers: moments and lengths in minutes, places and hosts by number.
//!
//! All moments count from one midnight, on which the rush hour counts too.

use crate::circuit::rush::{self, Rush};

/// A visit to be arranged.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Problem {
    /// How many places there are.
    pub places: usize,
    /// Minutes of driving outside the rush hour, row by row: from each place to each; each way may differ.
    pub drives: Vec<u16>,
    /// When drives take longer.
    pub rush: Option<Rush>,
    /// Who can be visited.
    pub hosts: Vec<Host>,
    /// Who travels. One without visits stays where it is.
    pub groups: Vec<Group>,
    /// What was handed out before, group by group; empty when nothing was.
    pub former: Vec<Route>,
    /// "Change as little as possible": the number of times that differ from `former` is the last criterion.
    pub few_changes: bool,
}

/// A company that receives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Host {
    /// Where it is.
    pub place: usize,
    /// When it receives; a stay lies wholly in one of them. None: always.
    pub windows: Vec<Window>,
    /// How many heads at once at the most.
    pub capacity: Option<u16>,
    /// How many groups at once at the most; usually one.
    pub at_once: u16,
    /// A group's place is free again only so many minutes after it left.
    pub gap: u16,
}

/// A part of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// Its first minute.
    pub from: u16,
    /// Its end.
    pub to: u16,
}

/// People who travel together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// How many they are.
    pub heads: u16,
    /// What their coach seats, when known.
    pub seats: Option<u16>,
    /// Gathering starts at the earliest then.
    pub start: u16,
    /// Gathering starts at the latest then, if somebody said so: a pinned start has both the same.
    pub start_by: Option<u16>,
    /// Where they start.
    pub from: usize,
    /// Where they return.
    pub to: usize,
    /// They are back at the latest then.
    pub back_by: u16,
    /// Minutes of gathering before the first boarding.
    pub gathering: u16,
    /// Minutes of boarding before the drive back.
    pub boarding_back: u16,
    /// Whom they visit, each host once, in any order.
    pub calls: Vec<Call>,
}

/// A host that a group is to visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Call {
    /// Whom.
    pub host: usize,
    /// Minutes of boarding before the drive to it.
    pub boarding: u16,
    /// Minutes from the gate to the end of the count-back.
    pub stay: u16,
    /// Pinned to this position in the group's order, counted from nought.
    pub position: Option<u8>,
    /// Pinned to be received at this moment.
    pub received: Option<u16>,
}

/// A group's afternoon.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Route {
    /// When gathering starts.
    pub start: u16,
    /// The stops, in order.
    pub stops: Vec<Stopover>,
    /// When the coach leaves for the place of return.
    pub departs_back: u16,
    /// When it is there.
    pub back: u16,
}

/// A stay at a host, and the drive to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stopover {
    /// Whom.
    pub host: usize,
    /// When the coach leaves for it.
    pub departs: u16,
    /// When it is there.
    pub arrives: u16,
    /// When the gate opens for the group; what is between is waiting.
    pub received: u16,
    /// When the count-back is over.
    pub leaves: u16,
}

/// What a proposal costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cost {
    /// When the last group is back.
    pub back: u16,
    /// Minutes of driving, of all groups together.
    pub driving: u32,
    /// Minutes in which a group is gathered but neither gathers, boards, drives nor is received. Starting later is
    /// not waiting; holding after a stop is.
    pub waiting: u32,
    /// How many starts, receptions and returns are at another moment than in the former routes.
    pub changes: u32,
}

impl Problem {
    /// What the drive takes for a coach that leaves at `departs`.
    #[must_use]
    pub fn drive(&self, from: usize, to: usize, departs: u16) -> u16 {
        if from == to {
            return 0;
        }
        rush::drive(self.drives.get(from * self.places + to).copied().unwrap_or(0), departs, self.rush)
    }

    /// What the routes cost.
    #[must_use]
    pub fn cost(&self, routes: &[Route]) -> Cost {
        let mut cost = Cost { back: 0, driving: 0, waiting: 0, changes: 0 };
        for (index, (route, group)) in routes.iter().zip(&self.groups).enumerate() {
            if route.stops.is_empty() {
                continue;
            }
            cost.back = cost.back.max(route.back);
            // Each stretch by itself: a route that is not the search's own may board for less time than is asked here.
            let mut ready = route.start.saturating_add(group.gathering);
            for stop in &route.stops {
                let boarding = group.calls.iter().find(|call| call.host == stop.host).map_or(0, |call| call.boarding);
                cost.driving += u32::from(stop.arrives.saturating_sub(stop.departs));
                cost.waiting += u32::from(stop.departs.saturating_sub(ready.saturating_add(boarding)));
                cost.waiting += u32::from(stop.received.saturating_sub(stop.arrives));
                ready = stop.leaves;
            }
            cost.driving += u32::from(route.back.saturating_sub(route.departs_back));
            cost.waiting += u32::from(route.departs_back.saturating_sub(ready.saturating_add(group.boarding_back)));
            if let Some(former) = self.former.get(index) {
                cost.changes += route.changes(former);
            }
        }
        cost
    }
}

impl Route {
    /// How many of this route's starts, receptions and returns are at another moment than in `former`.
    #[must_use]
    pub fn changes(&self, former: &Route) -> u32 {
        let mut changes = u32::from(self.start != former.start) + u32::from(self.back != former.back);
        for stop in &self.stops {
            changes += u32::from(former.received(stop.host) != Some(stop.received));
        }
        changes
    }

    /// When the host receives the group.
    #[must_use]
    pub fn received(&self, host: usize) -> Option<u16> {
        self.stops.iter().find(|stop| stop.host == host).map(|stop| stop.received)
    }
}
