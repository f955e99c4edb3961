//! What itineraries and coach lists lack: groups, coaches, telephone numbers, addresses.

use super::{Found, What};
use crate::{
    agenda::Audience,
    checks::About,
    circuit::Source,
    papers::{CoachList, ItinerarySheet, Outing, Reached, Waypoint},
    plan::{Coach, Delegate, Group, Key, Plan, Venue, Visit, VisitId},
};
use std::sync::Arc;

impl Found<'_> {
    pub(super) fn of_itinerary(&mut self, sheet: &ItinerarySheet) -> bool {
        for line in sheet.days.iter().flat_map(|day| &day.lines) {
            self.of_entry(&line.entry);
        }
        sheet.venues.iter().for_each(|venue| self.of_venue(venue));
        for outing in &sheet.outings {
            let Outing { visit, group, coaches } = outing;
            self.of_coaches(visit, group.as_ref(), coaches);
            self.no_group(visit, sheet.audience);
        }
        self.of_phones(&sheet.contacts);
        let travels = |delegate: &Delegate| delegate.arrival.is_none() || delegate.departure.is_none();
        match (&sheet.delegate, &sheet.delegation) {
            (Some(delegate), _) => self.record(Key::Delegate(delegate.id), What::Travel(1), travels(delegate)),
            (None, Some(delegation)) => {
                let count = self.plan.delegates_of(delegation.id).filter(|delegate| travels(delegate)).count();
                self.of_people(delegation.id, count, What::Travel);
            }
            (None, None) => {}
        }
        !sheet.days.is_empty()
    }

    pub(super) fn of_coach_list(&mut self, list: &CoachList) -> bool {
        for aboard in &list.aboard {
            self.of_coaches(&list.visit, aboard.group.as_ref(), &list.coaches);
            let unknown = aboard.leg.drive.source == Source::Unknown;
            self.add(About::Entry(aboard.entry.id), What::Drive, unknown);
            for crew in &aboard.crew {
                self.of_people(crew.id, crew.unnamed, What::Names);
            }
        }
        self.of_phones(&list.contacts);
        for route in &list.routes {
            for point in &route.points {
                match (&point.venue, &point.host) {
                    (Some(venue), _) => self.of_venue(venue),
                    (None, Some(host)) => self.of_host_place(host),
                    (None, None) => {}
                }
            }
            let is_unknown = |point: Option<&Waypoint>| point.is_some_and(|point| point.venue.is_none());
            let visit = Key::Visit(list.visit.id);
            self.record(visit, What::Place, is_unknown(route.points.first()));
            self.record(visit, What::Return, is_unknown(route.points.last()));
        }
        self.of_visit(list.visit.id);
        !list.aboard.is_empty()
    }

    /// What those who go on a visit should have: a number of heads, and a group where the visit has some.
    pub(super) fn of_visit(&mut self, id: VisitId) {
        let plan: &Plan = self.plan;
        let Some(visit) = plan.visits.get(id) else { return };
        for delegation in plan.delegations.iter().filter(|delegation| visit.audience.includes(delegation.id)) {
            self.record(Key::Delegation(delegation.id), What::Heads, plan.heads_of(delegation.id) == 0);
            self.no_group(visit, Audience::Delegation(delegation.id));
        }
    }

    /// That somebody who goes on a visit with groups is in none.
    fn no_group(&mut self, visit: &Visit, audience: Audience) {
        let plan = self.plan;
        if plan.groups_of(visit.id).is_empty() {
            return;
        }
        match audience {
            Audience::Everyone => {}
            Audience::Delegation(id) => {
                let together = plan.group_with(visit.id, id).is_some();
                let others = plan.heads_together(visit.id, id);
                self.record(Key::Delegation(id), What::Group(visit.id), !together && others > 0);
            }
            Audience::Delegate(id) => {
                let theirs = plan.delegates.get(id).and_then(|delegate| plan.group_of(visit.id, delegate));
                self.record(Key::Delegate(id), What::Group(visit.id), theirs.is_none());
            }
        }
    }

    fn of_coaches(&mut self, visit: &Visit, group: Option<&Arc<Group>>, coaches: &[Arc<Coach>]) {
        let key = group.map_or(Key::Visit(visit.id), |group| Key::Group(group.id));
        self.record(key, What::Coach, coaches.is_empty());
    }

    fn of_phones(&mut self, contacts: &[Reached]) {
        for reached in contacts {
            let contact = reached.contact();
            let (somebody, phone) = match reached {
                Reached::Guide(_) => (What::Guide, What::GuidePhone),
                Reached::Driver(_) => (What::Driver, What::DriverPhone),
                Reached::Host(_) => (What::HostPhone, What::HostPhone),
            };
            let nobody = super::is_unknown(contact);
            self.record(reached.key(), somebody, nobody);
            self.record(reached.key(), phone, !nobody && contact.phone.trim().is_empty());
        }
    }

    fn of_venue(&mut self, venue: &Venue) {
        self.record(Key::Venue(venue.id), What::Address, venue.address.trim().is_empty());
    }
}
