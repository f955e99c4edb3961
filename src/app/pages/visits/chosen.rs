//! What the address asks to see on this screen.

use crate::plan::{EntryId, HostId, Key, Plan, StopId, VenueId, VisitId};
use std::{fmt, str::FromStr};

/// What the panel edits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Chosen {
    /// A visit as a whole.
    Visit(VisitId),
    /// A stop, with its host.
    Stop(StopId),
    /// A leg: [`EntryId::LegTo`] or [`EntryId::LegBack`].
    Leg(EntryId),
    /// A host by itself.
    Host(HostId),
}

impl fmt::Display for Chosen {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Visit(id) => id.fmt(formatter),
            Self::Stop(id) => id.fmt(formatter),
            Self::Leg(id) => id.fmt(formatter),
            Self::Host(id) => id.fmt(formatter),
        }
    }
}

impl Chosen {
    /// What of the plan an identity in the address is; a venue stands for the host that receives there.
    pub(super) fn find(plan: &Plan, text: &str) -> Option<Self> {
        if let Some(stop) = text.strip_prefix("to-") {
            return known(stop, |id| plan.stops.has(id)).map(|id| Self::Leg(EntryId::LegTo(id)));
        }
        if let Some(visit) = text.strip_prefix("back-") {
            return known(visit, |id| plan.visits.has(id)).map(|id| Self::Leg(EntryId::LegBack(id)));
        }
        known(text, |id| plan.stops.has(id))
            .map(Self::Stop)
            .or_else(|| known(text, |id| plan.visits.has(id)).map(Self::Visit))
            .or_else(|| known(text, |id| plan.hosts.has(id)).map(Self::Host))
            .or_else(|| {
                let venue: VenueId = text.parse().ok()?;
                plan.hosts.iter().find(|host| host.venue == Some(venue)).map(|host| Self::Host(host.id))
            })
    }

    /// The visit that it belongs to; none for a host that is on no visit.
    pub(super) fn visit(self, plan: &Plan) -> Option<VisitId> {
        match self {
            Self::Visit(visit) | Self::Leg(EntryId::LegBack(visit)) => Some(visit),
            Self::Stop(stop) | Self::Leg(EntryId::LegTo(stop)) => plan.stops.get(stop).map(|stop| stop.visit),
            Self::Leg(_) => None,
            Self::Host(host) => plan.stops.iter().find(|stop| stop.host == host).map(|stop| stop.visit),
        }
    }

    /// The entry of the agenda, where it is one.
    pub(super) const fn entry(self) -> Option<EntryId> {
        match self {
            Self::Stop(stop) => Some(EntryId::Stop(stop)),
            Self::Leg(entry) => Some(entry),
            Self::Visit(_) | Self::Host(_) => None,
        }
    }

    /// The records that are edited with it.
    pub(super) fn records(self, plan: &Plan) -> Vec<Key> {
        let host = |host| {
            let venue = plan.hosts.get(host).and_then(|host| host.venue);
            [Some(Key::Host(host)), venue.map(Key::Venue)].into_iter().flatten()
        };
        match self {
            Self::Visit(visit) => {
                let record = plan.visits.get(visit);
                let places = record.iter().flat_map(|visit| [visit.start_place, visit.return_place]).flatten();
                std::iter::once(Key::Visit(visit)).chain(places.map(Key::Venue)).collect()
            }
            Self::Stop(stop) => plan.stops.get(stop).into_iter().flat_map(|stop| host(stop.host)).collect(),
            Self::Host(id) => host(id).collect(),
            Self::Leg(_) => Vec::new(),
        }
    }
}

fn known<T: FromStr + Copy>(text: &str, is_there: impl Fn(T) -> bool) -> Option<T> {
    text.parse().ok().filter(|id| is_there(*id))
}
