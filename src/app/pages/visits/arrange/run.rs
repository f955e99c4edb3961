//! The search, and the question why nothing fits, slice by slice.

use super::{Desk, Doubt, Found, Impossible, Stage, Told, wording};
use crate::{
    agenda::late::back_to_plan,
    app::effects::{ids, page as document, slices::in_slices},
    circuit::{
        arrange::{Asked, Attempt, Unasked, is_best, offers, ways_out},
        search::{Progress, Reason, Relaxation, Search, Why},
    },
    plan::{Edit, GroupId},
};
use leptos::prelude::*;
use std::sync::Arc;

/// A group is divided into a few at the most.
const FRESH: usize = 8;

/// Asks anew, whatever was at hand.
pub(super) fn start(desk: Desk) {
    desk.told.set(Told::default());
    desk.stop.set(false);
    match desk.ask() {
        None => desk.close(None),
        Some(Err(why)) => {
            desk.asked.set(None);
            let ways = helps(desk, &why);
            desk.show(Stage::Unasked(why, ways));
        }
        Some(Ok(asked)) => {
            let asked = Arc::new(asked);
            desk.asked.set(Some(asked.clone()));
            desk.show(Stage::Searching);
            focus_title();
            search(desk, asked);
        }
    }
}

/// What helps where the search cannot be asked, each as one step.
fn helps(desk: Desk, why: &Unasked) -> Vec<(String, Edit)> {
    let words = desk.store.words();
    desk.store.plan.with_untracked(|plan| {
        let Some(visit) = plan.visits.get(desk.visit) else { return Vec::new() };
        if let Unasked::OffPlan { .. } = why {
            let back = back_to_plan(plan, visit.start.date());
            return back.map(|edit| (words.late_back_to_plan().to_string(), edit)).into_iter().collect();
        }
        let number = plan.coaches_of(visit.id).count() + 1;
        let fresh = plan.new_coach(ids::coach(), visit.id, words.groups_new_coach(&number.to_string()));
        let ways = ways_out(plan, visit, why, fresh).into_iter();
        ways.map(|(way, edit)| (wording::way_out(words, plan, &way), edit)).collect()
    })
}

fn focus_title() {
    document::focus_soon("#arrange-title".to_string());
}

/// Whether a run is still the one at hand; it is not when the page is gone, either.
fn is_over(desk: Desk, asked: &Arc<Asked>) -> bool {
    let same = |now: &Option<Arc<Asked>>| now.as_ref().is_some_and(|now| Arc::ptr_eq(now, asked));
    desk.alive.is_disposed() || !desk.asked.with_untracked(same)
}

fn search(desk: Desk, asked: Arc<Asked>) {
    let mut search = Search::new(&asked.problem);
    in_slices(move |nodes| {
        if is_over(desk, &asked) {
            return false;
        }
        let progress = search.step(nodes);
        if progress.done || desk.stop.get_untracked() {
            found(desk, &asked, &progress);
            return false;
        }
        let told = Told {
            best: progress.proposals.first().map(|best| best.cost.back),
            lower_bound: progress.lower_bound,
            explored: usize::try_from(progress.explored).unwrap_or(usize::MAX),
            doubt: None,
        };
        desk.told.set(told);
        true
    });
}

fn found(desk: Desk, asked: &Arc<Asked>, progress: &Progress) {
    if progress.impossible {
        desk.stop.set(false);
        desk.show(Stage::Asking);
        focus_title();
        return why(desk, asked.clone());
    }
    let offers = desk.store.plan.with_untracked(|plan| offers(plan, asked, progress));
    let words = desk.store.words();
    if offers.is_empty() {
        let note = if progress.done { words.arrange_not_found() } else { words.arrange_stopped() };
        desk.close(Some(note));
        return document::focus_soon("#arrange-open".to_string());
    }
    let already = offers.first().is_some_and(|best| is_best(asked, &best.cost));
    desk.show(Stage::Found(Found { offers, already, lower_bound: progress.lower_bound }));
    focus_title();
}

fn why(desk: Desk, asked: Arc<Asked>) {
    let mut why = Why::new(&asked.problem);
    let mut reason: Option<Reason> = None;
    let mut ways: Vec<(Relaxation, Option<Edit>)> = Vec::new();
    let mut attempt: Option<Attempt> = None;
    in_slices(move |nodes| {
        if is_over(desk, &asked) {
            return false;
        }
        let stopped = desk.stop.get_untracked();
        let Some(reason) = &reason else {
            reason = if stopped { Some(why.stop().clone()) } else { why.step(nodes).cloned() };
            desk.told.set(Told { doubt: Some(Doubt::Asking(why.asking())), ..Told::default() });
            return true;
        };
        // Each way out is tried before it is a button.
        if let Some(&way) = reason.relaxations.get(ways.len()).filter(|_| !stopped) {
            let doubt = Some(Doubt::Trying(ways.len(), reason.relaxations.len()));
            desk.told.set(Told { doubt, ..Told::default() });
            let tried = attempt.get_or_insert_with(|| {
                let fresh: Vec<GroupId> = (0..FRESH).map(|_| ids::group()).collect();
                desk.store.plan.with_untracked(|plan| Attempt::new(plan, &asked, way, &fresh))
            });
            if let Some(edit) = tried.step(nodes) {
                ways.push((way, edit));
                attempt = None;
            }
            return true;
        }
        // What was not tried helps, but nobody knows whether the plan can take it.
        let rest = reason.relaxations[ways.len()..].iter().map(|way| (*way, None));
        ways.extend(rest);
        let ways = std::mem::take(&mut ways);
        desk.show(Stage::Impossible(Impossible { reason: reason.clone(), ways, stopped }));
        focus_title();
        false
    });
}
