//! What the search found, as an edit; and what that changes for whom.
//!
//! An offer is tried before it is made: the edit is applied to the plan, and what counts are the itineraries that the
//! plan then has. Mostly they are the search's own moments. Where an arrangement has no word for one (a hold where there
//! are no groups) they differ, and it is offered only if no demand suffers and it still is what it is praised for.

use super::super::search::{Cost, Kind, Problem, Progress, Proposal, Route};
use super::super::{
    Itinerary, itineraries,
    reception::{has_room, taken},
};
use super::Asked;
use crate::plan::{Arranged, Edit, GroupId, Plan, StopId, Turn, TurnId, Visit, apply};
use chrono::{NaiveDateTime, NaiveTime};

/// A way to arrange the visit that the plan can express.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// What it is the best in.
    pub kind: Kind,
    /// What it costs.
    pub cost: Cost,
    /// That nothing of its kind is better is proved.
    pub proved: bool,
    /// Its routes, unit by unit.
    pub routes: Vec<Route>,
    /// What makes the plan so.
    pub edit: Edit,
    /// The times of every group after it.
    pub itineraries: Vec<Itinerary>,
    /// What changes for whom.
    pub changes: Vec<Change>,
}

/// What changes for one group, or for all together. Pairs are old and new.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The group; none where all go together.
    pub group: Option<GroupId>,
    /// When gathering starts.
    pub start: Option<(NaiveDateTime, NaiveDateTime)>,
    /// When hosts receive.
    pub receptions: Vec<Reception>,
    /// When everybody is back.
    pub back: Option<(NaiveDateTime, NaiveDateTime)>,
}

/// A reception at another time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reception {
    /// The stop.
    pub stop: StopId,
    /// When it was, if it was.
    pub old: Option<NaiveDateTime>,
    /// When it is.
    pub new: NaiveDateTime,
}

/// What the search has found so far as far as the plan can express it, the earliest return first.
#[must_use]
pub fn offers(plan: &Plan, asked: &Asked, progress: &Progress) -> Vec<Offer> {
    let mut offers: Vec<Offer> = Vec::new();
    let Some(visit) = plan.visits.get(asked.visit) else { return offers };
    for proposal in &progress.proposals {
        let Some(offer) = offer(plan, asked, visit, proposal) else { continue };
        let better =
            offers.first().is_none_or(|first| praised(offer.kind, &offer.cost) < praised(offer.kind, &first.cost));
        if better && offers.iter().all(|other| other.routes != offer.routes) {
            offers.push(offer);
        }
    }
    offers
}

/// Whether the plan as it stands keeps every demand and costs no more than this.
#[must_use]
pub fn is_best(asked: &Asked, cost: &Cost) -> bool {
    let Cost { back, driving, waiting, .. } = asked.problem.cost(&asked.present);
    keeps(&asked.problem, &asked.present) && (back, driving, waiting) <= (cost.back, cost.driving, cost.waiting)
}

fn praised(kind: Kind, cost: &Cost) -> u32 {
    match kind {
        Kind::Return => u32::from(cost.back),
        Kind::Driving => cost.driving,
        Kind::Waiting => cost.waiting,
        Kind::Changes => cost.changes,
    }
}

fn offer(plan: &Plan, asked: &Asked, visit: &Visit, proposal: &Proposal) -> Option<Offer> {
    let mut groups = Vec::new();
    for (index, route) in proposal.routes.iter().enumerate() {
        if !route.stops.is_empty() {
            arrange(plan, asked, visit, index, route, &mut groups)?;
        }
    }
    let edit = Edit::Arrange { visit: asked.visit, groups };
    let after = apply(plan, &edit).ok()?;
    let mut routes = asked.routes(&after);
    for (route, proposed) in routes.iter_mut().zip(&proposal.routes) {
        if proposed.stops.is_empty() {
            route.clone_from(proposed);
        }
    }
    let same = routes == proposal.routes;
    let cost = asked.problem.cost(&routes);
    let as_good = same || keeps(&asked.problem, &routes);
    let itineraries = itineraries(&after, after.visits.get(asked.visit)?);
    as_good.then(|| Offer {
        kind: proposal.kind,
        proved: proposal.proved && cost == proposal.cost,
        cost,
        routes,
        changes: changes(&self::itineraries(plan, visit), &itineraries),
        edit,
        itineraries,
    })
}

/// What the groups of a unit get; nothing where the route starts on another day, which a group cannot say.
fn arrange(
    plan: &Plan,
    asked: &Asked,
    visit: &Visit,
    unit: usize,
    route: &Route,
    groups: &mut Vec<Arranged>,
) -> Option<()> {
    let record = &asked.problem.groups[unit];
    let boarding = |place: usize| {
        let host = route.stops.get(place).map(|stop| stop.host);
        let call = record.calls.iter().find(|call| Some(call.host) == host);
        call.map_or(record.boarding_back, |call| call.boarding)
    };
    let start = clock(route.stops.first()?.departs.checked_sub(boarding(0))?)?;
    let start = (start != visit.start.time()).then_some(start);
    let order: Vec<StopId> = route.stops.iter().map(|stop| asked.stops[stop.host]).collect();
    let mut turns = Vec::new();
    for (place, stop) in route.stops.iter().enumerate() {
        let opens = asked.problem.hosts[stop.host].windows.first().map_or(0, |window| window.from);
        let received = (stop.received > stop.arrives.max(opens)).then(|| clock(stop.received)).flatten();
        let departs = route.stops.get(place + 1).map_or(route.departs_back, |next| next.departs);
        let hold = departs.saturating_sub(stop.leaves).saturating_sub(boarding(place + 1));
        turns.push((asked.stops[stop.host], received, hold));
    }
    let arranged = |group: Option<GroupId>| Arranged {
        group,
        start: match group.and_then(|group| plan.groups.get(group)) {
            // What is fixed stays said, even where it is when the visit's starts.
            Some(group) if group.start_fixed => group.start,
            _ => start,
        },
        order: order.clone(),
        turns: group.map_or_else(Vec::new, |group| {
            let turn = |&(stop, received, hold): &(StopId, Option<NaiveTime>, u16)| {
                let id = TurnId { group, stop };
                let now = plan.turns.get(id);
                let pinned = now.is_some_and(|turn| turn.pinned);
                // What is agreed and pinned stays said, even where the clock would come out so without it.
                let agreed = now.filter(|_| pinned).and_then(|turn| turn.received);
                Turn { id, received: agreed.or(received), hold, pinned }
            };
            turns.iter().map(turn).filter(|turn| !turn.is_free()).collect()
        }),
    };
    let unit = &asked.units[unit];
    if unit.is_empty() {
        groups.push(arranged(None));
    }
    groups.extend(unit.iter().map(|group| arranged(Some(*group))));
    Some(())
}

/// A minute as a time of the day of the visit.
fn clock(minute: u16) -> Option<NaiveTime> {
    NaiveTime::from_hms_opt(u32::from(minute) / 60, u32::from(minute) % 60, 0)
}

/// Whether routes that the clock of the plan gave keep every demand.
fn keeps(problem: &Problem, routes: &[Route]) -> bool {
    let mut there: Vec<(usize, i64, i64, u16)> = Vec::new();
    for (group, route) in problem.groups.iter().zip(routes) {
        let fits = group.calls.is_empty()
            || route.start >= group.start
                && group.start_by.is_none_or(|by| route.start <= by)
                && route.back <= group.back_by
                && group.seats.is_none_or(|seats| group.heads <= seats)
                && route.stops.len() == group.calls.len();
        if !fits {
            return false;
        }
        for (position, stop) in route.stops.iter().enumerate() {
            let host = &problem.hosts[stop.host];
            let Some(call) = group.calls.iter().find(|call| call.host == stop.host) else { return false };
            let open = host.windows.iter().any(|window| window.from <= stop.received && stop.leaves <= window.to);
            let kept = (open || host.windows.is_empty())
                && call.position.is_none_or(|pin| usize::from(pin) == position)
                && call.received.is_none_or(|pin| pin == stop.received);
            if !kept {
                return false;
            }
            let comes = i64::from(stop.received);
            let until = comes + taken(i64::from(stop.leaves) - comes, host.gap);
            there.push((stop.host, comes, until, group.heads));
        }
    }
    // A host is fullest when somebody has just come.
    there.iter().all(|&(host, comes, _, own)| {
        let with = there.iter().filter(|&&(other, from, to, _)| other == host && from <= comes && comes < to);
        let (groups, heads) = with.fold((0, 0), |(groups, heads), with| (groups + 1, heads + usize::from(with.3)));
        let record = &problem.hosts[host];
        has_room(usize::from(record.at_once), record.capacity, groups, heads.max(usize::from(own)))
    })
}

/// What is at another time after than before, for each group for which something is.
fn changes(before: &[Itinerary], after: &[Itinerary]) -> Vec<Change> {
    let mut changes = Vec::new();
    let differ = |old, new| (old != new).then_some((old, new));
    for now in after {
        let Some(was) = before.iter().find(|was| was.group == now.group) else { continue };
        let mut change = Change {
            group: now.group,
            start: differ(was.gathers, now.gathers),
            receptions: Vec::new(),
            back: differ(was.back, now.back),
        };
        for stay in &now.stays {
            let old = was.stays.iter().find(|old| old.stop == stay.stop).map(|old| old.received);
            if old != Some(stay.received) {
                change.receptions.push(Reception { stop: stay.stop, old, new: stay.received });
            }
        }
        if change.start.is_some() || change.back.is_some() || !change.receptions.is_empty() {
            changes.push(change);
        }
    }
    changes
}
