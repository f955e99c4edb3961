//! What the address asks to see on this screen.

use crate::plan::{CoachId, EntryId, GroupId, HostId, Key, Plan, StopId, VenueId, VisitId};
use std::{fmt, str::FromStr};

/// What the panel edits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Chosen {
    /// A visit as a whole.
    Visit(VisitId),
    /// One group of a visit.
    Group(GroupId),
    /// A coach of a visit.
    Coach(CoachId),
    /// A stop, with its host, made by a group where its visit has some.
    Stop(StopId, Option<GroupId>),
    /// A leg: [`EntryId::LegTo`] or [`EntryId::LegBack`].
    Leg(EntryId),
    /// A host by itself.
    Host(HostId),
}

impl fmt::Display for Chosen {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Visit(id) => id.fmt(formatter),
            Self::Group(id) => id.fmt(formatter),
            Self::Coach(id) => id.fmt(formatter),
            Self::Stop(id, group) => EntryId::Stop(*id, *group).fmt(formatter),
            Self::Leg(id) => id.fmt(formatter),
            Self::Host(id) => id.fmt(formatter),
        }
    }
}

impl Chosen {
    /// What of the plan an identity in the address is; a venue stands for the host that receives there.
    pub(super) fn find(plan: &Plan, text: &str) -> Option<Self> {
        let made_by = |stop: StopId, group: Option<GroupId>| {
            group.or_else(|| {
                let stop = plan.stops.get(stop)?;
                let groups = plan.groups_of(stop.visit);
                groups.iter().find(|group| group.makes(stop)).or(groups.first()).map(|group| group.id)
            })
        };
        match plan.entry(text) {
            Some(EntryId::Stop(stop, group)) => return Some(Self::Stop(stop, made_by(stop, group))),
            Some(EntryId::LegTo(stop, group)) => {
                return Some(Self::Leg(EntryId::LegTo(stop, made_by(stop, group))));
            }
            Some(EntryId::LegBack(visit, group)) => {
                let group = group.or_else(|| plan.groups_of(visit).first().map(|group| group.id));
                return Some(Self::Leg(EntryId::LegBack(visit, group)));
            }
            Some(EntryId::Session(_)) | None => {}
        }
        known(text, |id| plan.visits.has(id))
            .map(Self::Visit)
            .or_else(|| known(text, |id| plan.groups.has(id)).map(Self::Group))
            .or_else(|| known(text, |id| plan.coaches.has(id)).map(Self::Coach))
            .or_else(|| known(text, |id| plan.hosts.has(id)).map(Self::Host))
            .or_else(|| {
                let venue: VenueId = text.parse().ok()?;
                plan.hosts.iter().find(|host| host.venue == Some(venue)).map(|host| Self::Host(host.id))
            })
    }

    /// The visit that it belongs to; none for a host that is on no visit.
    pub(super) fn visit(self, plan: &Plan) -> Option<VisitId> {
        match self {
            Self::Visit(visit) | Self::Leg(EntryId::LegBack(visit, _)) => Some(visit),
            Self::Group(group) => plan.groups.get(group).map(|group| group.visit),
            Self::Coach(coach) => plan.coaches.get(coach).map(|coach| coach.visit),
            Self::Stop(stop, _) | Self::Leg(EntryId::LegTo(stop, _)) => plan.stops.get(stop).map(|stop| stop.visit),
            Self::Leg(_) => None,
            Self::Host(host) => plan.stops.iter().find(|stop| stop.host == host).map(|stop| stop.visit),
        }
    }

    /// The group that it belongs to, where its visit has some.
    pub(super) const fn group(self) -> Option<GroupId> {
        match self {
            Self::Group(group) => Some(group),
            Self::Stop(_, group) => group,
            Self::Leg(entry) => entry.group(),
            Self::Visit(_) | Self::Coach(_) | Self::Host(_) => None,
        }
    }

    /// The entry of the agenda, where it is one.
    pub(super) const fn entry(self) -> Option<EntryId> {
        match self {
            Self::Stop(stop, group) => Some(EntryId::Stop(stop, group)),
            Self::Leg(entry) => Some(entry),
            Self::Visit(_) | Self::Group(_) | Self::Coach(_) | Self::Host(_) => None,
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
                let groups = plan.groups_of(visit).into_iter().map(|group| Key::Group(group.id));
                std::iter::once(Key::Visit(visit)).chain(places.map(Key::Venue)).chain(groups).collect()
            }
            Self::Group(group) => vec![Key::Group(group)],
            Self::Coach(coach) => vec![Key::Coach(coach)],
            Self::Stop(stop, _) => plan.stops.get(stop).into_iter().flat_map(|stop| host(stop.host)).collect(),
            Self::Host(id) => host(id).collect(),
            Self::Leg(_) => Vec::new(),
        }
    }
}

fn known<T: FromStr + Copy>(text: &str, is_there: impl Fn(T) -> bool) -> Option<T> {
    text.parse().ok().filter(|id| is_there(*id))
}
