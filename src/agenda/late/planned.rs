//! What was planned, beside what is, and the way back to it.

use crate::agenda::{Entry, Event};
use crate::circuit::deviating;
use crate::plan::{Deviation, Edit, Plan, Slot, WayId};
use chrono::NaiveDate;

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

/// The edit that takes a day back to its plan; nothing where all goes as planned.
#[must_use]
pub fn back_to_plan(plan: &Plan, date: NaiveDate) -> Option<Edit> {
    let sessions = plan.sessions.iter().filter(|session| session.planned.is_some() || session.dropped);
    let sessions = sessions.filter(|session| session.planned.unwrap_or(session.slot).date() == date);
    let sessions: Vec<_> = sessions.map(|session| session.id).collect();
    let that_day = |visit| plan.visits.get(visit).is_some_and(|visit| visit.start.date() == date);
    let groups = plan.groups.iter().filter(|group| !group.deviation.is_none() && that_day(group.visit));
    let visits = plan.visits.iter().filter(|visit| !visit.deviation.is_none() && that_day(visit.id));
    let mut ways: Vec<WayId> = groups.map(|group| (group.visit, Some(group.id))).collect();
    ways.extend(visits.map(|visit| (visit.id, None)));
    (!sessions.is_empty() || !ways.is_empty()).then_some(Edit::BackToPlan { sessions, ways })
}
