//! Coach lists: who is in a coach on a leg, its way, and whom to call.

use super::people::{Contingent, Reached, coach_of, coaches_for, on_the_coach, push_new};
use crate::{
    agenda::{Audience, Entry, Event, attending, entries},
    circuit::{Itinerary, Leg, itinerary},
    plan::{Coach, CoachId, EntryId, Group, GroupId, Host, Plan, StopId, Text, Venue, VenueId, Visit, VisitId},
};
use chrono::NaiveDateTime;
use std::sync::Arc;

/// What carries people on a visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Carriage {
    /// A coach, with every group that is in it.
    Coach(CoachId),
    /// What carries a group that is in no coach yet.
    Group(GroupId),
    /// What carries everybody on a visit without groups.
    Visit(VisitId),
}

/// Who is in a coach on one leg.
#[derive(Debug, Clone, PartialEq)]
pub struct CoachList {
    /// What carries them.
    pub carriage: Carriage,
    /// The stop to which the leg leads; none for the one back.
    pub to: Option<StopId>,
    /// The visit.
    pub visit: Arc<Visit>,
    /// The coach; several where a visit without groups has several, none where it is not known.
    pub coaches: Vec<Arc<Coach>>,
    /// Who is in it, by group.
    pub aboard: Vec<Aboard>,
    /// The way of the coach that day; more than one where its groups do not go together.
    pub routes: Vec<CoachRoute>,
    /// Whom to call: guides, drivers, and hosts in the order of the way.
    pub contacts: Vec<Reached>,
}

/// A group in a coach.
#[derive(Debug, Clone, PartialEq)]
pub struct Aboard {
    /// The group; none where all go together.
    pub group: Option<Arc<Group>>,
    /// The leg on the agenda.
    pub entry: Entry,
    /// Its times.
    pub leg: Leg,
    /// Who is in it, by delegation.
    pub crew: Vec<Contingent>,
}

impl Aboard {
    /// How many heads it is.
    #[must_use]
    pub fn heads(&self) -> usize {
        self.crew.iter().map(Contingent::heads).sum()
    }
}

/// The way of a coach.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CoachRoute {
    /// The groups that go so; none where all go together.
    pub groups: Vec<Arc<Group>>,
    /// The places in order.
    pub points: Vec<Waypoint>,
    /// At which of them the leg of the list starts; it ends at the next one.
    pub from: usize,
}

/// A place on the way of a coach.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waypoint {
    /// What it is called: a host, or a venue. May be empty.
    pub name: Text,
    /// The host, where it is one.
    pub host: Option<Arc<Host>>,
    /// The venue, with its address, when known.
    pub venue: Option<Arc<Venue>>,
    /// When the coach arrives; none at the start.
    pub arrives: Option<NaiveDateTime>,
    /// When people gather there, or boarding starts; none at the end.
    pub boards: Option<NaiveDateTime>,
    /// When the coach leaves; none at the end.
    pub departs: Option<NaiveDateTime>,
}

impl Carriage {
    /// What carries the people of an entry of a visit; none for a session.
    #[must_use]
    pub fn of(plan: &Plan, entry: &Entry) -> Option<Self> {
        let visit = entry.visit()?;
        Some(match entry.group() {
            Some(group) => coach_of(plan, group).map_or(Self::Group(group.id), |coach| Self::Coach(coach.id)),
            None => Self::Visit(visit.id),
        })
    }
}

/// The stop to which a leg leads, or none for a leg back; nothing at all for what is no leg.
pub(super) const fn leads_to(entry: EntryId) -> Option<Option<StopId>> {
    match entry {
        EntryId::LegTo(stop, _) => Some(Some(stop)),
        EntryId::LegBack(..) => Some(None),
        EntryId::Session(_) | EntryId::Stop(..) => None,
    }
}

impl CoachList {
    /// The list of what carries people to a stop, or back; none where nothing does.
    #[must_use]
    pub fn of(plan: &Plan, carriage: Carriage, to: Option<StopId>) -> Option<Self> {
        let mut legs = entries(plan, Audience::Everyone);
        legs.retain(|entry| leads_to(entry.id) == Some(to) && Carriage::of(plan, entry) == Some(carriage));
        let visit = legs.first()?.visit()?.clone();
        let first = legs.first()?.group().cloned();
        let coaches = coaches_for(plan, &visit, first.as_deref());
        let (mut aboard, mut routes, mut contacts) = (Vec::new(), Vec::new(), Vec::new());
        let mut hosts = Vec::new();
        for entry in legs {
            let Event::Leg { leg, group, .. } = &entry.event else { continue };
            let way = itinerary(plan, &visit, group.as_deref());
            let route = CoachRoute::of(plan, &way, entry.id, group.as_ref());
            push_new(&mut contacts, on_the_coach(plan, &visit, group.as_ref()));
            push_new(&mut hosts, route.points.iter().filter_map(|point| point.host.clone()));
            add(&mut routes, route);
            let crew = attending(plan, &entry).iter().map(|crew| Contingent::of(plan, crew)).collect();
            aboard.push(Aboard { group: group.clone(), leg: leg.clone(), crew, entry });
        }
        contacts.extend(hosts.into_iter().map(Reached::Host));
        Some(Self { carriage, to, visit, coaches, aboard, routes, contacts })
    }

    /// How many heads are in it.
    #[must_use]
    pub fn heads(&self) -> usize {
        self.aboard.iter().map(Aboard::heads).sum()
    }
}

/// Adds a route, or its groups to the same one.
fn add(routes: &mut Vec<CoachRoute>, route: CoachRoute) {
    let same = routes.iter_mut().find(|known| known.points == route.points && known.from == route.from);
    match same {
        Some(known) => known.groups.extend(route.groups),
        None => routes.push(route),
    }
}

impl CoachRoute {
    fn of(plan: &Plan, way: &Itinerary, leg: EntryId, group: Option<&Arc<Group>>) -> Self {
        let start = way.legs.first().and_then(|leg| leg.from);
        let mut points = vec![Waypoint::at(plan, start)];
        for (place, leg) in way.legs.iter().enumerate() {
            if let Some(point) = points.last_mut() {
                point.boards = Some(leg.gathers);
                point.departs = Some(leg.departs);
            }
            let mut point = match way.stays.get(place).and_then(|stay| plan.stops.get(stay.stop)) {
                Some(stop) => Waypoint::host(plan, plan.hosts.get(stop.host), leg.to),
                None => Waypoint::at(plan, leg.to),
            };
            point.arrives = Some(leg.arrives);
            points.push(point);
        }
        let from = way.legs.iter().position(|known| known.id == leg).unwrap_or_default();
        Self { groups: group.cloned().into_iter().collect(), points, from }
    }
}

impl Waypoint {
    fn at(plan: &Plan, venue: Option<VenueId>) -> Self {
        let venue = venue.and_then(|venue| plan.venues.get(venue)).cloned();
        let name = venue.as_ref().map(|venue| venue.name.clone()).unwrap_or_default();
        Self { name, host: None, venue, arrives: None, boards: None, departs: None }
    }

    fn host(plan: &Plan, host: Option<&Arc<Host>>, venue: Option<VenueId>) -> Self {
        let at = Self::at(plan, venue);
        match host {
            Some(host) => Self { name: Text::same(&host.name), host: Some(host.clone()), ..at },
            None => at,
        }
    }
}
