//! The papers that a plan can have.

use super::{Carriage, Paper, Site, coach::leads_to, people::push_new};
use crate::{
    agenda::{Audience, Entry, Event, entries},
    order::sort_by_key,
    plan::{EntryId, Place, Plan, fold},
};

/// Every paper that there is something to put on, in the order in which they are offered.
#[must_use]
pub fn papers(plan: &Plan) -> Vec<Paper> {
    let all = entries(plan, Audience::Everyone);
    let mut papers = vec![Paper::Programme(Audience::Everyone)];
    papers.extend(plan.delegations.iter().map(|delegation| Paper::Programme(Audience::Delegation(delegation.id))));
    papers.extend(itineraries(plan).into_iter().map(Paper::Itinerary));
    papers.extend(sites(&all).into_iter().map(Paper::Attendance));
    if !plan.delegates.is_empty() || plan.delegations.iter().any(|delegation| plan.heads_of(delegation.id) > 0) {
        papers.push(Paper::Badges);
    }
    let lists = all.iter().filter_map(|entry| Some(Paper::CoachList(Carriage::of(plan, entry)?, leads_to(entry.id)?)));
    push_new(&mut papers, lists);
    let hosts = all.iter().filter_map(|entry| match &entry.event {
        Event::Stop { host, .. } => host.as_ref().map(|host| Paper::HostSheet(host.id)),
        _ => None,
    });
    push_new(&mut papers, hosts);
    let meals = all.iter().filter_map(|entry| match &entry.event {
        Event::Session(session) if session.kind.is_meal() => Some(Paper::Catering(session.id)),
        _ => None,
    });
    papers.extend(meals);
    papers.extend(doors(plan, &all));
    papers.push(Paper::Evidence);
    papers
}

/// Delegations, each followed by its delegates by name.
fn itineraries(plan: &Plan) -> Vec<Audience> {
    let mut audiences = Vec::new();
    for delegation in &plan.delegations {
        audiences.push(Audience::Delegation(delegation.id));
        let mut people: Vec<_> = plan.delegates_of(delegation.id).collect();
        sort_by_key(&mut people, |person| (fold(&person.name), person.id));
        audiences.extend(people.into_iter().map(|person| Audience::Delegate(person.id)));
    }
    let lost = plan.delegates.iter().filter(|person| !plan.delegations.has(person.delegation));
    audiences.extend(lost.map(|person| Audience::Delegate(person.id)));
    audiences
}

/// The attendance sheets of a plan.
pub(super) fn attendance_sites(plan: &Plan) -> Vec<Paper> {
    sites(&entries(plan, Audience::Everyone)).into_iter().map(Paper::Attendance).collect()
}

/// Where people sign, by the time at which it starts.
fn sites(all: &[Entry]) -> Vec<Site> {
    let mut sites = Vec::new();
    for entry in all {
        let site = match entry.id {
            EntryId::Session(_) => Site::Day(entry.slot.date()),
            EntryId::Stop(stop, group) => Site::Stop(stop, group),
            EntryId::LegTo(..) | EntryId::LegBack(..) => continue,
        };
        if super::attendance::is_signed_at(entry, site) {
            push_new(&mut sites, [site]);
        }
    }
    sites
}

/// Rooms with sessions, by day, then by room.
fn doors(plan: &Plan, all: &[Entry]) -> Vec<Paper> {
    let mut doors = Vec::new();
    for entry in all {
        if let Event::Session(session) = &entry.event
            && let Place::Room(room) = session.place
            && plan.rooms.has(room)
        {
            push_new(&mut doors, [(session.slot.date(), room)]);
        }
    }
    sort_by_key(&mut doors, |door| *door);
    doors.into_iter().map(|(date, room)| Paper::DoorSign(room, date)).collect()
}
