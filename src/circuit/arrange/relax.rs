//! A way to ask for less, as an edit of the plan, tried before it is offered.

use super::super::search::{Relaxation, Search};
use super::super::{Unkept, split};
use super::{Asked, DAY, ask};
use crate::plan::{Coach, Edit, Group, GroupId, Key, Plan, Stop, StopId, Visit, Window, apply, minute_of_day};
use chrono::NaiveTime;

/// Nodes in which a search finds something for an edit that helps.
const ENOUGH: u64 = 100_000;

/// A way out that is being tried: the edit that asks for so much less, and whether the visit can be arranged with it.
pub struct Attempt {
    tried: Option<(Edit, Search)>,
}

impl Attempt {
    /// The edit for a relaxation. New groups get the identities of `fresh`.
    #[must_use]
    pub fn new(plan: &Plan, asked: &Asked, relaxation: Relaxation, fresh: &[GroupId]) -> Self {
        Self { tried: tried(plan, asked, relaxation, fresh) }
    }

    /// Looks at about so many nodes more; what came of it once that is known: the edit, where something fits after it
    /// and is found before long.
    pub fn step(&mut self, nodes: u64) -> Option<Option<Edit>> {
        let Some((edit, search)) = &mut self.tried else { return Some(None) };
        let progress = search.step(nodes);
        if !progress.proposals.is_empty() {
            return Some(Some(edit.clone()));
        }
        (progress.done || progress.explored > ENOUGH).then_some(None)
    }
}

fn tried(plan: &Plan, asked: &Asked, relaxation: Relaxation, fresh: &[GroupId]) -> Option<(Edit, Search)> {
    let visit = plan.visits.get(asked.visit)?;
    let edit = edit(plan, asked, visit, relaxation, fresh)?;
    let after = apply(plan, &edit).ok()?;
    let problem = ask(&after, after.visits.get(asked.visit)?, asked.problem.few_changes).ok()?.problem;
    Some((edit, Search::new(&problem)))
}

fn edit(plan: &Plan, asked: &Asked, visit: &Visit, relaxation: Relaxation, fresh: &[GroupId]) -> Option<Edit> {
    let stop = |host: usize| plan.stops.get(*asked.stops.get(host)?).map(|stop| Stop::clone(stop));
    match relaxation {
        Relaxation::ReturnLater { minutes } => {
            let by = asked.problem.groups.iter().map(|group| group.back_by).max()?;
            let by = asked.moment(by.saturating_add(minutes));
            Some(Edit::revise(visit.clone(), Visit { return_by: Some(by), ..visit.clone() }))
        }
        Relaxation::ShorterStay { host, minutes } => {
            let before = stop(host)?;
            // Time for questions goes after the tour does; safety and the gate are not the organiser's to shorten.
            let tour = before.tour.saturating_sub(minutes);
            let questions = before.questions.checked_sub(minutes.saturating_sub(before.tour))?;
            Some(Edit::revise(before.clone(), Stop { tour, questions, ..before }))
        }
        Relaxation::OpenEarlier { host, minutes } => {
            let before = stop(host)?;
            let window = before.window?;
            let from = clock(minute_of_day(window.from()).checked_sub(minutes)?)?;
            let window = Window::new(from, window.to())?;
            Some(Edit::revise(before.clone(), Stop { window: Some(window), ..before }))
        }
        Relaxation::OpenLater { host, minutes } => {
            let before = stop(host)?;
            let window = before.window?;
            let to = clock(minute_of_day(window.to()).checked_add(minutes).filter(|to| *to < DAY)?)?;
            let window = Window::new(window.from(), to)?;
            Some(Edit::revise(before.clone(), Stop { window: Some(window), ..before }))
        }
        Relaxation::BiggerCoach { group, seats } => {
            let first = asked.units.get(group)?.first().and_then(|group| plan.groups.get(*group));
            let coach = first.and_then(|group| group.coach).and_then(|coach| plan.coaches.get(coach));
            let seats = Some(seats);
            Some(match coach {
                Some(coach) => Edit::revise(Coach::clone(coach), Coach { seats, ..Coach::clone(coach) }),
                None => Edit::revise(visit.clone(), Visit { coach_seats: seats, ..visit.clone() }),
            })
        }
        Relaxation::FurtherGroups { parts, .. } => {
            let count = plan.groups_of(visit.id).len().max(1) + usize::from(parts).saturating_sub(1);
            let split = split(plan, visit, count);
            let groups = split.groups(plan, visit, fresh);
            let full = |unkept: &Unkept| matches!(unkept, Unkept::Empty { .. } | Unkept::Limit { .. });
            (!split.unkept.iter().any(full) && groups.len() == count).then_some(Edit::Split { visit: visit.id, groups })
        }
        Relaxation::LeaveOut { group, host } => leave_out(plan, asked, *asked.stops.get(host)?, group),
    }
}

/// Without groups a stop that nobody makes goes; a group by itself leaves it out; and who shares a coach does together.
fn leave_out(plan: &Plan, asked: &Asked, stop: StopId, unit: usize) -> Option<Edit> {
    let unit = asked.units.get(unit)?;
    let without = |group: &Group| {
        let mut without = group.clone();
        without.skips.insert(stop);
        without
    };
    match unit.as_slice() {
        [] => Some(Edit::Remove(Key::Stop(stop))),
        [one] => plan.groups.get(*one).map(|group| Edit::revise(Group::clone(group), without(group))),
        several => {
            let groups = plan.groups_of(asked.visit).into_iter();
            let groups =
                groups.map(|group| if several.contains(&group.id) { without(group) } else { Group::clone(group) });
            Some(Edit::Split { visit: asked.visit, groups: groups.collect() })
        }
    }
}

fn clock(minute: u16) -> Option<NaiveTime> {
    NaiveTime::from_hms_opt(u32::from(minute) / 60, u32::from(minute) % 60, 0)
}
