//! Proposals that give something another time: after the other of a pair, shorter, or on a day of the meeting.

use super::finding::{Fix, Item, Remedy};
use super::scene::{Happening, Scene};
use crate::circuit::drive;
use crate::plan::{Edit, Group, GroupId, Plan, Session, Slot, VenueId, Visit, VisitId};
use chrono::{NaiveDate, NaiveDateTime, TimeDelta, Timelike};

/// A session is not proposed to become shorter than so many minutes, nor than half of what it is.
const SHORTEST: i64 = 15;

/// Ways to keep two happenings apart, with the drive between them: the second later, the second shorter, the first
/// shorter, the first after the second.
pub(super) fn retime(scene: &Scene, first: Item, second: Item) -> Vec<Fix> {
    let (Some(first), Some(second)) = (scene.happening(first), scene.happening(second)) else { return Vec::new() };
    let gap = travel(scene, first.to, second.from);
    let after = round_up(later(first.end, gap));
    let before = round_down(later(second.slot.start(), -gap));
    let swapped = round_up(later(second.end, travel(scene, second.to, first.from)));
    let fixes = [
        start_at(scene, second, after),
        cut(second, after, second.end),
        cut(first, first.slot.start(), before),
        start_at(scene, first, swapped),
    ];
    fixes.into_iter().flatten().collect()
}

/// Minutes of driving; nought when they are not known.
fn travel(scene: &Scene, from: Option<VenueId>, to: Option<VenueId>) -> i64 {
    i64::from(drive(scene.plan, from, to).minutes)
}

fn later(moment: NaiveDateTime, minutes: i64) -> NaiveDateTime {
    moment.checked_add_signed(TimeDelta::minutes(minutes)).unwrap_or(moment)
}

/// The next time of day that is a multiple of 5 minutes.
fn round_up(moment: NaiveDateTime) -> NaiveDateTime {
    later(moment, i64::from((5 - moment.minute() % 5) % 5))
}

fn round_down(moment: NaiveDateTime) -> NaiveDateTime {
    later(moment, -i64::from(moment.minute() % 5))
}

/// The same length at another time of the same day, when it can move and still ends on a day on which it ended.
fn start_at(scene: &Scene, happening: &Happening, at: NaiveDateTime) -> Option<Fix> {
    if at.date() != happening.slot.date() {
        return None;
    }
    let Some(session) = happening.session else {
        let Item::Visit(visit, group) = happening.item else { return None };
        return start_visit(scene.plan, visit, group, (at - happening.slot.start()).num_minutes());
    };
    let slot = Slot::lasting(at, session.slot.minutes());
    let ends_in_time = slot.end() <= session.slot.end() || slot.end().date() == slot.date();
    (ends_in_time && !session.fixed).then_some(Fix {
        edit: Edit::Reschedule { session: session.id, slot },
        remedy: Remedy::StartAt { item: happening.item, at },
    })
}

/// A shorter session, when it can change and enough of it is left.
fn cut(happening: &Happening, start: NaiveDateTime, end: NaiveDateTime) -> Option<Fix> {
    let session = happening.session.filter(|session| !session.fixed)?;
    let slot = Slot::new(start, end).ok()?;
    let (left, was) = (i64::from(slot.minutes()), i64::from(session.slot.minutes()));
    let remedy = if slot.start() == session.slot.start() {
        Remedy::EndAt { session: session.id, at: end }
    } else {
        Remedy::StartShorter { session: session.id, at: start }
    };
    let enough = left >= SHORTEST && left * 2 >= was && left < was;
    enough.then_some(Fix { edit: Edit::Reschedule { session: session.id, slot }, remedy })
}

/// The visit, or one group of it, starting so many minutes later, or earlier when negative, on the same day; not a group
/// whose start is fixed.
pub(super) fn start_visit(plan: &Plan, visit: VisitId, group: Option<GroupId>, minutes: i64) -> Option<Fix> {
    let visit: &Visit = plan.visits.get(visit)?;
    let group: Option<&Group> = group.and_then(|group| plan.groups.get(group)).map(|group| &**group);
    if group.is_some_and(|group| group.start_fixed) {
        return None;
    }
    let own = group.and_then(|group| group.start).map_or(visit.start, |time| visit.start.date().and_time(time));
    let at = own.checked_add_signed(TimeDelta::minutes(minutes))?;
    let edit = match group {
        Some(group) => Edit::revise(group.clone(), Group { start: Some(at.time()), ..group.clone() }),
        None => visit.starting(at),
    };
    let item = Item::Visit(visit.id, group.map(|group| group.id));
    (at.date() == own.date() && at != own).then_some(Fix { edit, remedy: Remedy::StartAt { item, at } })
}

/// The same time on the day of the meeting that is nearest, the earlier of two.
pub(super) fn nearest_day(scene: &Scene, item: Item) -> Option<Fix> {
    let nearest = |date: NaiveDate| {
        let days = scene.plan.days.iter().map(|day| day.id);
        days.min_by_key(|day| (day.signed_duration_since(date).num_days().abs(), *day))
    };
    let (edit, date) = match item {
        Item::Session(id) => {
            let session: &Session = scene.plan.sessions.get(id).filter(|session| !session.fixed)?;
            let date = nearest(session.slot.date())?;
            let slot = Slot::lasting(date.and_time(session.slot.start().time()), session.slot.minutes());
            (Edit::Reschedule { session: id, slot }, date)
        }
        Item::Visit(id, _) => {
            let visit: &Visit = scene.plan.visits.get(id)?;
            let date = nearest(visit.start.date())?;
            (visit.starting(date.and_time(visit.start.time())), date)
        }
    };
    Some(Fix { edit, remedy: Remedy::MoveToDay { item, date } })
}
