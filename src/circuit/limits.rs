//! What limits how many heads go in a group: the seats of what carries it, and what each company takes.

use super::Bound;
use crate::plan::{Group, Plan, Visit};

/// So many heads at the most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit {
    /// What takes no more.
    pub bound: Bound,
    /// How many it takes.
    pub takes: u16,
}

impl Limit {
    /// How many of these heads are too many.
    #[must_use]
    pub fn above(self, heads: usize) -> usize {
        heads.saturating_sub(usize::from(self.takes))
    }
}

/// The limits of a group that are known: its seats first, then the companies in the order in which it visits them, each
/// once.
#[must_use]
pub fn limits(plan: &Plan, visit: &Visit, group: &Group) -> Vec<Limit> {
    let seats = match group.coach.and_then(|coach| plan.coaches.get(coach)) {
        Some(coach) => coach.seats.map(|takes| Limit { bound: Bound::Coach(coach.id), takes }),
        None => visit.coach_seats.map(|takes| Limit { bound: Bound::Seats, takes }),
    };
    let mut limits: Vec<Limit> = seats.into_iter().collect();
    for stop in plan.stops_for(visit.id, Some(group)) {
        let Some(host) = plan.hosts.get(stop.host) else { continue };
        let bound = Bound::Host(host.id);
        if let Some(takes) = host.capacity
            && limits.iter().all(|limit| limit.bound != bound)
        {
            limits.push(Limit { bound, takes });
        }
    }
    limits
}
