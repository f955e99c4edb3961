//! Driving times pasted from a spreadsheet: what was understood is shown before anything changes, and then is one edit.

use super::{
    Page,
    matrix::{Pasted, place_name},
};
use crate::app::dom::{View, view};
use crate::app::signal::{Memo, RwSignal};
use crate::{
    app::{effects::page as document, ui::RowsField},
    circuit::{Source, drive},
    exchange::drives::{Cell, Drives, Fault, LONGEST, Problem, understand},
    i18n::Words,
    plan::{Plan, VisitId},
};
use leptos::prelude::*;

/// So many problems are told one by one.
const MOST: usize = 20;

/// The form.
#[component(transparent)]
pub(super) fn PasteDrives(page: Page, visit: VisitId, pasted: RwSignal<Pasted>) -> View {
    let store = page.store;
    let words = store.words();
    let found = Memo::new(move |_| {
        let (text, at) = pasted.get().unwrap_or_default();
        store.plan.with(|plan| understand(plan, visit, &text, at))
    });
    let changes = Memo::new(move |_| store.plan.with(|plan| found.with(|found| found.changes(plan))));
    let first = pasted.get_untracked().map(|(text, _)| text).unwrap_or_default();
    document::focus_soon(if first.is_empty() { "#drives-rows" } else { "#drives-paste-title" }.to_string());
    // What is typed in the field itself starts at the first cell.
    let typed = Callback::new(move |text| pasted.set(Some((text, (0, 0)))));
    let close = move |focus: &str| {
        pasted.set(None);
        document::focus_soon(focus.to_string());
    };
    let apply = move |_| {
        let count = changes.with_untracked(Vec::len);
        let edit = store.plan.with_untracked(|plan| found.with_untracked(|found| found.edit(plan, visit)));
        close("#drives-title");
        if let Some(edit) = edit {
            store.edit(edit);
            store.say(words.drives_said(count));
        }
    };
    let result = move || {
        let blank = pasted.with(|pasted| pasted.as_ref().is_none_or(|(text, _)| text.trim().is_empty()));
        let (found, changes) = (found.get(), changes.get());
        (!blank).then(|| store.plan.with_untracked(|plan| preview(page, plan, &found, &changes)))
    };
    view! {
        <section class="drives-paste" aria-labelledby="drives-paste-title">
            <h3 class="split-up__title" id="drives-paste-title" tabindex="-1">{words.drives_paste()}</h3>
            <p class="line__quiet">{words.drives_paste_about()}</p>
            <RowsField id="drives-rows" label=words.paste_rows() first=first typed=typed />
            <div role="status">{result}</div>
            <div class="visits__buttons">
                <button
                    type="button"
                    class="button button--main"
                    disabled=move || changes.with(Vec::is_empty)
                    on:click=apply
                >
                    {move || words.drives_apply(changes.with(Vec::len))}
                </button>
                <button type="button" class="button" on:click=move |_| close("#drives-paste")>{words.groups_cancel()}</button>
            </div>
        </section>
    }
}

/// What would change, and what was not understood.
fn preview(page: Page, plan: &Plan, found: &Drives, changes: &[Cell]) -> View {
    let words = page.store.words();
    let rows = changes.iter().map(|cell| {
        let way = words.drives_cell(
            &place_name(page, plan, cell.transfer.from),
            &place_name(page, plan, cell.transfer.to),
        );
        view! { <tr><th scope="row">{way}</th><td>{before(words, plan, cell)}</td><td><b>{after(words, cell)}</b></td></tr> }
    });
    let rows: Vec<_> = rows.collect();
    let table = (!rows.is_empty()).then(|| {
        view! {
            <table class="table drives-paste__table">
                <thead>
                    <tr>
                        <th scope="col">{words.drives_way()}</th>
                        <th scope="col">{words.drives_now()}</th>
                        <th scope="col">{words.drives_then()}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        }
    });
    let problems = found.problems.iter().take(MOST).map(|problem| view! { <li>{sentence(words, problem)}</li> });
    let problems: Vec<_> = problems.collect();
    let more = found.problems.len().saturating_sub(MOST);
    let more = (more > 0).then(|| view! { <li>{words.drives_more_problems(more)}</li> });
    let same = found.cells.len() - changes.len();
    view! {
        <p class="split-up__kept"><b>{words.drives_changes(changes.len())}</b> " \u{b7} " {words.drives_same(same)}</p>
        {(!found.problems.is_empty()).then(|| view! { <ul class="split-up__unkept">{problems} {more}</ul> })}
        {table}
    }
}

fn before(words: Words, plan: &Plan, cell: &Cell) -> String {
    let transfer = cell.transfer;
    let now = drive(plan, Some(transfer.from), Some(transfer.to));
    let minutes = words.visits_minutes(&now.minutes.to_string());
    match now.source {
        Source::Unknown => words.drives_unknown().to_string(),
        _ if plan.transfers.has(transfer) => minutes,
        _ => words.drives_estimated(&minutes),
    }
}

fn after(words: Words, cell: &Cell) -> String {
    cell.minutes
        .map_or_else(|| words.drives_estimate().to_string(), |minutes| words.visits_minutes(&minutes.to_string()))
}

/// What is wrong with a cell, by its row and column.
fn sentence(words: Words, problem: &Problem) -> String {
    let why = match problem.fault {
        Fault::NotMinutes => words.drives_not_minutes().to_string(),
        Fault::TooLong => words.drives_too_long(&LONGEST.to_string()),
        Fault::NotAPlace => words.drives_not_a_place().to_string(),
        Fault::Twice => words.drives_twice().to_string(),
        Fault::Outside => words.drives_outside().to_string(),
    };
    let said =
        if problem.text.is_empty() { words.drives_empty().to_string() } else { words.drives_quoted(&problem.text) };
    words.drives_problem(&problem.row.to_string(), &problem.column.to_string(), &said, &why)
}
