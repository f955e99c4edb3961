//! What was planned, beside what is, and the way back to it.

use crate::agenda::{Entry, Event};
use crate::circuit::deviating;
use crate::plan::{Deviation, Edit, Group, Plan, Restored, Slot, Visit};
use chrono::NaiveDate;
use std::sync::Arc;

/// When an entry was planned, where it is at another time by a delay or an early end.
#[must_use]
pub fn planned_slot(plan: &Plan, entry: &Entry) -> Option<Slot> {
    let planned = match &entry.event {
        Event::Session(session) => session.planned?,
        Event::Stop { visit, group, .. } | Event::Leg { visit, group, .. } => {
            let deviation = group.as_ref().map_or(&visit.deviation, |group| &group.deviation);
            if deviation.is_none() {
                return None;
            }
            let itinerary = deviating(plan, visit, group.as_deref(), &Deviation::default());
            match &entry.event {
                Event::Stop { stop, .. } => itinerary.stays.iter().find(|stay| stay.stop == stop.id)?.slot(),
                _ => itinerary.legs.iter().find(|leg| leg.id == entry.id)?.slot(),
            }
        }
    };
    Some(planned).filter(|planned| *planned != entry.slot)
}

/// The edit that takes a day back to its plan; nothing where all goes as planned. Those who went another way rejoin the
/// group that they left; where all went together before that, there are no groups any more.
#[must_use]
pub fn back_to_plan(plan: &Plan, date: NaiveDate) -> Option<Edit> {
    let sessions = plan.sessions.iter().filter(|session| session.planned.is_some() || session.dropped);
    let sessions = sessions.filter(|session| session.planned.unwrap_or(session.slot).date() == date);
    let sessions: Vec<_> = sessions.map(|session| session.id).collect();
    let mut restored = Restored { sessions, ..Restored::default() };
    for visit in plan.visits.iter().filter(|visit| visit.start.date() == date) {
        if !visit.deviation.is_none() {
            restored.ways.push((visit.id, None));
        }
        rejoin(plan, visit, &mut restored);
    }
    let all_as_planned = restored.sessions.is_empty() && restored.ways.is_empty() && restored.gone.is_empty();
    (!all_as_planned).then_some(Edit::BackToPlan(restored))
}

/// Brings the groups of a visit back to their plan.
fn rejoin(plan: &Plan, visit: &Visit, restored: &mut Restored) {
    let groups = plan.groups_of(visit.id);
    let first = |group: &&Arc<Group>| plan.party_of(group.id) == group.id;
    let of_all = |group: &Arc<Group>| group.deviation.parted.as_ref().is_some_and(|parted| parted.from.is_none());
    // Groups that somebody made by hand meanwhile stay, and then so does the one of those who were left.
    if groups.iter().filter(|group| first(group)).all(|group| of_all(group)) {
        restored.gone.extend(groups.iter().map(|group| group.id));
        return;
    }
    for group in groups.iter().filter(|group| first(group)) {
        let mut whole = Group::clone(group);
        for other in groups.iter().filter(|other| other.id != group.id && plan.party_of(other.id) == group.id) {
            whole.delegations.extend(&other.delegations);
            whole.delegates.extend(&other.delegates);
            restored.gone.push(other.id);
        }
        // Who went alone goes with the delegation again.
        whole.delegates.retain(|id| {
            let delegation = plan.delegates.get(*id).map(|person| person.delegation);
            group.delegates.contains(id) || delegation.is_none_or(|id| !whole.delegations.contains(&id))
        });
        if whole != ***group {
            restored.groups.push(whole);
        }
        if !group.deviation.is_none() {
            restored.ways.push((visit.id, Some(group.id)));
        }
    }
}
