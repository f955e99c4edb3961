//! The form of a leg: boarding, the organiser's own driving time, and how the estimate is made.

use super::{Page, map::kilometres};
use crate::app::dom::{View, view};
use crate::app::pages::fields::{form_of, minutes, tick};
use crate::app::signal::Memo;
use crate::{
    app::ui::NumberField,
    circuit::{DETOUR_PERCENT, Estimate, Leg, SPEED, Source, estimate, own_drive},
    i18n::{Language, Words},
    plan::{Edit, EntryId, TransferId},
};
use leptos::prelude::*;

/// The form.
#[component(transparent)]
pub(super) fn LegForm(page: Page, leg: EntryId) -> View {
    let store = page.store;
    let words = store.words();
    let times = Memo::new(move |_| {
        page.outing.with(|outing| {
            outing.iter().flat_map(|outing| &outing.itinerary.legs).find(|known| known.id == leg).cloned()
        })
    });
    let boarding = match leg {
        EntryId::LegTo(stop, _) => form_of(store, |plan| &plan.stops, stop).map(|form| {
            let field = minutes(form, words.visits_boarding(), |stop| stop.boarding, |stop| &mut stop.boarding);
            view! { <div on:focusin=move |_| form.open()>{field}</div> }
        }),
        EntryId::LegBack(visit, _) => form_of(store, |plan| &plan.visits, visit).map(|form| {
            let read = |visit: &crate::plan::Visit| visit.return_boarding;
            let field = minutes(form, words.visits_boarding(), read, |visit| &mut visit.return_boarding);
            view! { <div on:focusin=move |_| form.open()>{field}</div> }
        }),
        _ => None,
    };
    let transfer = Memo::new(move |_| times.with(|leg| leg.as_ref().and_then(transfer)));
    let own = Memo::new(move |_| {
        let transfer = transfer.get()?;
        store.plan.with(|plan| plan.transfers.get(transfer).map(|transfer| transfer.minutes))
    });
    let set = Callback::new(move |minutes| {
        if let Some(transfer) = transfer.get_untracked() {
            store.edit(Edit::SetDrive { transfer, minutes });
        }
    });
    let drive = move || {
        transfer.get().map(|_| view! { <NumberField label=words.visits_own_drive() hint=words.visits_own_drive_hint() value=own commit=set /> })
    };
    // The figure that counts may be that of the opposite direction.
    let used = Memo::new(move |_| {
        let way = transfer.get()?;
        store.plan.with(|plan| own_drive(plan, way.from, way.to).map(|drive| drive.id))
    });
    let confirm = move || {
        let form = form_of(store, |plan| &plan.transfers, used.get()?)?;
        let read = |drive: &crate::plan::Transfer| drive.to_confirm;
        let tick = tick(form, words.visits_drive_to_confirm(), read, |drive| &mut drive.to_confirm);
        Some(view! { <div on:focusin=move |_| form.open()>{tick}</div> })
    };
    let why = move || {
        let leg = times.get()?;
        let estimate = transfer.get().and_then(|way| store.plan.with(|plan| estimate(plan, way.from, way.to)));
        Some(how(words, &leg, own.get(), estimate).into_iter().map(|line| view! { <p>{line}</p> }).collect::<Vec<_>>())
    };
    view! {
        <div class="panel__section">
            <div class="fields">{boarding} {drive}</div>
            {confirm}
            <div class="visits__why">{why}</div>
        </div>
    }
}

/// The drive of a leg that somebody drives.
fn transfer(leg: &Leg) -> Option<TransferId> {
    let (from, to) = (leg.from?, leg.to?);
    (from != to).then_some(TransferId { from, to })
}

/// Where the figure comes from, and what the estimate is.
fn how(words: Words, leg: &Leg, own: Option<u16>, estimate: Option<Estimate>) -> Vec<String> {
    let mut lines = Vec::new();
    match leg.drive.source {
        Source::Own if own.is_none() => lines.push(words.visits_opposite(&(leg.drive.minutes - leg.rush).to_string())),
        Source::Same => lines.push(words.visits_same_place().to_string()),
        Source::Unknown => lines.push(words.visits_unknown_why().to_string()),
        Source::Own | Source::Estimate => {}
    }
    if leg.rush > 0 {
        lines.push(words.groups_rush_part(&leg.drive.minutes.to_string(), &leg.rush.to_string()));
    }
    if let Some(made) = estimate {
        let language = words.language();
        lines.push(words.visits_estimate_is(
            &made.minutes.to_string(),
            &kilometres(language, made.direct),
            &factor(language),
            &kilometres(language, made.road),
            &SPEED.to_string(),
        ));
    }
    lines
}

/// The detour factor with the language's decimal sign.
fn factor(language: Language) -> String {
    let point = if language == Language::Italian { "," } else { "." };
    let (whole, rest) = (DETOUR_PERCENT / 100, 100 + DETOUR_PERCENT % 100);
    whole.to_string() + point + &rest.to_string()[1..]
}
