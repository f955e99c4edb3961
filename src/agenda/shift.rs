//! Moving and stretching an entry, as a drag or a key does: which edit that is depends on what the entry is.

use super::entries;
use crate::circuit::itineraries;
use crate::plan::{Edit, EntryId, Group, Plan, Slot, StopId, VisitId};
use chrono::{NaiveDate, TimeDelta};

/// The step of dragging and of the keys, in minutes.
pub const STEP: u16 = 5;

/// The edit that moves an entry by minutes. A stop or a leg moves its whole visit, or the whole way of its group: the
/// times follow from there. To another day all groups go together.
#[must_use]
pub fn moved(plan: &Plan, id: EntryId, minutes: i64) -> Option<Edit> {
    match id {
        EntryId::Session(session) => {
            let slot = plan.sessions.get(session)?.slot;
            Some(Edit::Reschedule { session, slot: slot.moved(minutes) })
        }
        _ => {
            let visit = plan.visits.get(visit_of(plan, id)?)?;
            let by = TimeDelta::try_minutes(minutes)?;
            let Some(group) = id.group().and_then(|group| plan.groups.get(group)) else {
                return Some(visit.starting(visit.start.checked_add_signed(by)?));
            };
            let own = group.start.map_or(visit.start, |time| visit.start.date().and_time(time));
            let start = own.checked_add_signed(by)?;
            let days = start.date() - visit.start.date();
            if days.is_zero() {
                let after = Group { start: Some(start.time()), ..(**group).clone() };
                Some(Edit::revise((**group).clone(), after))
            } else {
                Some(visit.starting(visit.start.checked_add_signed(days)?))
            }
        }
    }
}

/// When what an edit moved takes place in the plan after it: a session, or the way of a visit or of one of its groups from
/// gathering to return. None for edits that move nothing.
#[must_use]
pub fn new_time(plan: &Plan, edit: &Edit) -> Option<Slot> {
    if let Edit::Reschedule { slot, .. } = edit {
        return Some(*slot);
    }
    let (visit, group) = edit.restarted()?;
    let ways = itineraries(plan, plan.visits.get(visit)?).into_iter();
    let ways = ways.filter(|way| !way.stays.is_empty() && group.is_none_or(|group| way.group == Some(group)));
    let slots: Vec<Slot> = ways.map(|way| way.slot()).collect();
    let (first, last) = (slots.iter().map(|slot| slot.start()).min()?, slots.iter().map(|slot| slot.end()).max()?);
    Slot::new(first, last).ok()
}

/// The edit that makes an entry longer by minutes, or shorter, at its end: a session's length, a stop's tour. A leg is
/// as long as its drive, so there is none.
#[must_use]
pub fn stretched(plan: &Plan, id: EntryId, minutes: i64) -> Option<Edit> {
    match id {
        EntryId::Session(session) => {
            let slot = plan.sessions.get(session)?.slot;
            Some(Edit::Reschedule { session, slot: slot.stretched(minutes, STEP) })
        }
        EntryId::Stop(stop, _) => {
            let stop = plan.stops.get(stop)?;
            let mut longer = (**stop).clone();
            longer.tour = u16::try_from((i64::from(stop.tour) + minutes).clamp(0, i64::from(Slot::LONGEST))).ok()?;
            Some(Edit::revise((**stop).clone(), longer))
        }
        EntryId::LegTo(..) | EntryId::LegBack(..) => None,
    }
}

/// The edit that makes a session start later by minutes, or earlier, and end when it did.
#[must_use]
pub fn started_later(plan: &Plan, id: EntryId, minutes: i64) -> Option<Edit> {
    let EntryId::Session(session) = id else { return None };
    let slot = plan.sessions.get(session)?.slot;
    let most = i64::from(slot.minutes().saturating_sub(STEP));
    let later = minutes.min(most);
    let slot = Slot::new(slot.moved(later).start(), slot.end()).ok()?;
    Some(Edit::Reschedule { session, slot })
}

/// The visit that a stop or a leg belongs to.
#[must_use]
pub fn visit_of(plan: &Plan, id: EntryId) -> Option<VisitId> {
    let of = |stop: StopId| plan.stops.get(stop).map(|stop| stop.visit);
    match id {
        EntryId::Session(_) => None,
        EntryId::Stop(stop, _) | EntryId::LegTo(stop, _) => of(stop),
        EntryId::LegBack(visit, _) => Some(visit),
    }
}

/// A slot for a new session: right after an entry, or else the first half hour of work that is free.
#[must_use]
pub fn free_slot(plan: &Plan, after: Option<EntryId>, today: NaiveDate) -> Slot {
    const LENGTH: u16 = 30;
    let all = entries(plan, super::Audience::Everyone);
    if let Some(entry) = after.and_then(|id| all.iter().find(|entry| entry.id == id)) {
        return Slot::lasting(entry.slot.end(), LENGTH);
    }
    let date = plan.days.iter().next().map_or(today, |day| day.id);
    let morning = date.and_hms_opt(9, 0, 0).unwrap_or_default();
    let mut slot = Slot::lasting(morning, LENGTH);
    while let Some(taken) = all.iter().find(|entry| entry.slot.overlaps(slot)) {
        slot = Slot::lasting(taken.slot.end(), LENGTH);
    }
    slot
}
