//! The search, and the question why nothing fits, slice by slice.

use super::{Desk, Found, Stage, Told};
use crate::{
    app::effects::{ids, page as document, slices::in_slices},
    circuit::{
        arrange::{Asked, is_best, offers, relaxed},
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
            desk.show(Stage::Unasked(why));
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
        };
        desk.told.set(told);
        true
    });
}

fn found(desk: Desk, asked: &Arc<Asked>, progress: &Progress) {
    if progress.impossible {
        desk.show(Stage::Asking);
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
    in_slices(move |nodes| {
        if is_over(desk, &asked) {
            return false;
        }
        let Some(reason) = &reason else {
            reason = why.step(nodes).cloned();
            return true;
        };
        // Each way out is tried before it is a button, one a slice.
        if let Some(&way) = reason.relaxations.get(ways.len()) {
            let fresh: Vec<GroupId> = (0..FRESH).map(|_| ids::group()).collect();
            let edit = desk.store.plan.with_untracked(|plan| relaxed(plan, &asked, way, &fresh));
            ways.push((way, edit));
            return true;
        }
        desk.show(Stage::Impossible(reason.clone(), std::mem::take(&mut ways)));
        focus_title();
        false
    });
}
