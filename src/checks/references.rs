//! Records that name something that is not there, as a merge can leave them, and how to take the mention out.

use super::finding::{About, Detail, Finding, Fix, Remedy, Rule, Severity};
use super::scene::Scene;
use crate::plan::{Attendance, Edit, EntryId, Group, Key, Party, Place, Plan, Session, Stop, TopicId, VenueId, Visit};
use chrono::NaiveDateTime;
use std::collections::BTreeSet;

pub(super) fn find(scene: &Scene, findings: &mut Vec<Finding>) {
    let plan = scene.plan;
    let mut push_all = |at: Option<NaiveDateTime>, record: Key, about: Vec<About>, field, missing: Vec<Key>| {
        if !missing.is_empty() {
            let (rule, severity) = (Rule::DanglingReference, Severity::Warning);
            let detail = Detail::Dangling { record, field, missing };
            findings.push(Finding { rule, severity, at, about, detail, fix: None });
        }
    };
    let gone = |key: Option<Key>| key.filter(|key| plan.record(*key).is_none()).into_iter().collect::<Vec<_>>();
    for stop in &plan.stops {
        let (key, about) = (Key::Stop(stop.id), || scene.entries_of(stop.id));
        push_all(None, key, about(), "visit", gone(Some(Key::Visit(stop.visit))));
        push_all(None, key, about(), "host", gone(Some(Key::Host(stop.host))));
        push_all(None, key, about(), "topics", unknown(plan, &stop.topics));
    }
    let mut push = |at: Option<NaiveDateTime>, about: About, field, missing: Vec<Key>| {
        push_all(at, about.key(), vec![about], field, missing);
    };
    for room in &plan.rooms {
        push(None, About::Record(Key::Room(room.id)), "venue", gone(Some(Key::Venue(room.venue))));
    }
    for delegate in &plan.delegates {
        let key = Key::Delegation(delegate.delegation);
        push(None, About::Record(Key::Delegate(delegate.id)), "delegation", gone(Some(key)));
    }
    for session in &plan.sessions {
        let (at, about) = (Some(session.slot.start()), About::Entry(EntryId::Session(session.id)));
        push(at, about, "place", gone(place(session.place)));
        for (field, parties) in parties(session) {
            push(at, about, field, parties.iter().flat_map(|party| gone(self::party(party))).collect());
        }
        push(at, about, "audience", strangers(plan, &session.audience));
        push(at, about, "topics", unknown(plan, &session.topics));
    }
    for host in &plan.hosts {
        push(None, About::Record(Key::Host(host.id)), "venue", gone(host.venue.map(Key::Venue)));
    }
    for visit in &plan.visits {
        let (at, about) = (Some(visit.start), About::Record(Key::Visit(visit.id)));
        push(at, about, "start_place", gone(visit.start_place.map(Key::Venue)));
        push(at, about, "return_place", gone(visit.return_place.map(Key::Venue)));
        push(at, about, "order", visit.order.iter().flat_map(|stop| gone(Some(Key::Stop(*stop)))).collect());
        push(at, about, "audience", strangers(plan, &visit.audience));
    }
    for coach in &plan.coaches {
        push(None, About::Record(Key::Coach(coach.id)), "visit", gone(Some(Key::Visit(coach.visit))));
    }
    for group in &plan.groups {
        let about = About::Record(Key::Group(group.id));
        push(None, about, "visit", gone(Some(Key::Visit(group.visit))));
        push(None, about, "coach", gone(group.coach.map(Key::Coach)));
        let delegations = group.delegations.iter().flat_map(|id| gone(Some(Key::Delegation(*id))));
        push(None, about, "delegations", delegations.collect());
        push(None, about, "delegates", group.delegates.iter().flat_map(|id| gone(Some(Key::Delegate(*id)))).collect());
        push(None, about, "order", group.order.iter().flat_map(|id| gone(Some(Key::Stop(*id)))).collect());
        push(None, about, "skips", group.skips.iter().flat_map(|id| gone(Some(Key::Stop(*id)))).collect());
    }
    for turn in &plan.turns {
        let about = About::Record(Key::Turn(turn.id));
        push(None, about, "group", gone(Some(Key::Group(turn.id.group))));
        push(None, about, "stop", gone(Some(Key::Stop(turn.id.stop))));
    }
    for transfer in &plan.transfers {
        let about = About::Record(Key::Transfer(transfer.id));
        push(None, about, "from", gone(Some(Key::Venue(transfer.id.from))));
        push(None, about, "to", gone(Some(Key::Venue(transfer.id.to))));
    }
}

fn place(place: Place) -> Option<Key> {
    match place {
        Place::Open => None,
        Place::Venue(id) => Some(Key::Venue(id)),
        Place::Room(id) => Some(Key::Room(id)),
    }
}

fn party(party: &Party) -> Option<Key> {
    match party {
        Party::Delegate(id) => Some(Key::Delegate(*id)),
        Party::Delegation(id) => Some(Key::Delegation(*id)),
        Party::Named(_) => None,
    }
}

fn parties(session: &Session) -> [(&'static str, &[Party]); 3] {
    [("chair", &session.chair), ("speakers", &session.speakers), ("rapporteur", &session.rapporteur)]
}

fn strangers(plan: &Plan, audience: &Attendance) -> Vec<Key> {
    match audience {
        Attendance::Everyone => Vec::new(),
        Attendance::Only(ids) => {
            ids.iter().filter(|id| !plan.delegations.has(**id)).map(|id| Key::Delegation(*id)).collect()
        }
    }
}

fn unknown(plan: &Plan, topics: &BTreeSet<TopicId>) -> Vec<Key> {
    topics.iter().filter(|id| !plan.topics.has(**id)).map(|id| Key::Topic(*id)).collect()
}

/// Takes the mention out, or the record where it cannot be without it.
pub(super) fn mend(plan: &Plan, record: Key, field: &str) -> Option<Fix> {
    let remove = || Some(Fix { edit: Edit::Remove(record), remedy: Remedy::Remove { record } });
    let edit = match record {
        Key::Session(id) => {
            let before = Session::clone(plan.sessions.get(id)?);
            let after = mend_session(plan, before.clone(), field);
            Edit::revise(before, after)
        }
        Key::Host(id) => {
            let before = crate::plan::Host::clone(plan.hosts.get(id)?);
            let mut after = before.clone();
            after.venue = None;
            Edit::revise(before, after)
        }
        Key::Visit(id) => {
            let before = Visit::clone(plan.visits.get(id)?);
            let after = mend_visit(plan, before.clone(), field);
            Edit::revise(before, after)
        }
        Key::Stop(id) if field == "topics" => {
            let before = Stop::clone(plan.stops.get(id)?);
            let mut after = before.clone();
            after.topics.retain(|topic| plan.topics.has(*topic));
            Edit::revise(before, after)
        }
        Key::Group(id) if field != "visit" => {
            let before = Group::clone(plan.groups.get(id)?);
            let after = mend_group(plan, before.clone(), field);
            Edit::revise(before, after)
        }
        Key::Transfer(transfer) => Edit::SetDrive { transfer, minutes: None },
        Key::Turn(_) => Edit::Remove(record),
        Key::Room(_) | Key::Delegate(_) | Key::Stop(_) | Key::Coach(_) | Key::Group(_) => return remove(),
        _ => return None,
    };
    Some(Fix { edit, remedy: Remedy::RemoveMention })
}

fn mend_session(plan: &Plan, mut session: Session, field: &str) -> Session {
    let there = |other: &Party| party(other).is_none_or(|key| plan.record(key).is_some());
    match field {
        "place" => session.place = Place::Open,
        "chair" => session.chair.retain(there),
        "speakers" => session.speakers.retain(there),
        "rapporteur" => session.rapporteur.retain(there),
        "audience" => session.audience = without_strangers(plan, &session.audience),
        "topics" => session.topics.retain(|topic| plan.topics.has(*topic)),
        _ => {}
    }
    session
}

fn mend_visit(plan: &Plan, mut visit: Visit, field: &str) -> Visit {
    let there = |id: &VenueId| plan.venues.has(*id);
    match field {
        "start_place" => visit.start_place = visit.start_place.filter(there),
        "return_place" => visit.return_place = visit.return_place.filter(there),
        "order" => visit.order.retain(|stop| plan.stops.has(*stop)),
        "audience" => visit.audience = without_strangers(plan, &visit.audience),
        _ => {}
    }
    visit
}

fn mend_group(plan: &Plan, mut group: Group, field: &str) -> Group {
    match field {
        "coach" => group.coach = None,
        "delegations" => group.delegations.retain(|id| plan.delegations.has(*id)),
        "delegates" => group.delegates.retain(|id| plan.delegates.has(*id)),
        "order" => group.order.retain(|id| plan.stops.has(*id)),
        "skips" => group.skips.retain(|id| plan.stops.has(*id)),
        _ => {}
    }
    group
}

/// As when a delegation is removed: an audience that loses its last delegation is for everyone again.
fn without_strangers(plan: &Plan, audience: &Attendance) -> Attendance {
    match audience {
        Attendance::Everyone => Attendance::Everyone,
        Attendance::Only(ids) => {
            let mut known = ids.clone();
            known.retain(|id| plan.delegations.has(*id));
            if known.is_empty() { Attendance::Everyone } else { Attendance::Only(known) }
        }
    }
}
