//! The lists of plans: those kept, those deleted that can be restored, and what could not be read.

use super::row::{DamagedRow, DeletedRow, KeptRow};
use crate::app::dom::{View, view};
use crate::app::signal::{Memo, Signal};
use crate::{
    app::Store,
    plan::PlanId,
    workspace::{Condition, Kept, keeper::Pile},
};
use leptos::prelude::*;

/// What tells rows apart: damaged texts of one plan by their length.
type RowKey = (Condition, PlanId, usize);

fn key(kept: &Kept) -> RowKey {
    let bytes = if kept.condition == Condition::Sound { 0 } else { kept.bytes };
    (kept.condition, kept.id, bytes)
}

/// The plans of a pile.
fn pile(pile: Pile) -> Signal<Vec<Kept>> {
    let store = Store::here();
    Memo::new(move |_| {
        store.kept.with(|kept| kept.iter().filter(|kept| kept.pile == pile).cloned().collect::<Vec<_>>())
    })
    .into()
}

/// A row's plan as it is now, as long as the row is there.
fn now(list: Signal<Vec<Kept>>, first: Kept) -> Signal<Kept> {
    let wanted = key(&first);
    Memo::new(move |before: Option<&Kept>| {
        list.with(|list| list.iter().find(|kept| key(kept) == wanted).or(before).unwrap_or(&first).clone())
    })
    .into()
}

/// All lists.
#[component(transparent)]
pub fn Lists() -> View {
    let words = Store::here().words();
    let (kept, deleted, damaged) = (pile(Pile::Kept), pile(Pile::Deleted), pile(Pile::Damaged));
    let kept_row = move |first: Kept| {
        if first.condition == Condition::Sound {
            view! { <KeptRow kept=now(kept, first) /> }
        } else {
            view! { <DamagedRow kept=first /> }
        }
    };
    view! {
        <section aria-label=words.meetings_kept()>
            <ul class="meetings__list">
                <For each=move || kept.get() key=key children=kept_row />
            </ul>
        </section>
        <section class="meetings__more" hidden=move || deleted.with(Vec::is_empty)>
            <h2 class="meetings__subtitle">{words.meetings_deleted()}</h2>
            <ul class="meetings__list">
                <For each=move || deleted.get() key=key children=move |first: Kept| view! { <DeletedRow kept=first /> } />
            </ul>
        </section>
        <section class="meetings__more" hidden=move || damaged.with(Vec::is_empty)>
            <h2 class="meetings__subtitle">{words.meetings_aside()}</h2>
            <ul class="meetings__list">
                <For each=move || damaged.get() key=key children=move |first: Kept| view! { <DamagedRow kept=first /> } />
            </ul>
        </section>
    }
}
