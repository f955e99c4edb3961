//! Delegates out of a file: as when rows are pasted.

use super::{
    Here,
    incoming::{added, close},
};
use crate::app::dom::{View, view};
use crate::{
    app::pages::enrol::{Add, Outcome, Pasting, Rows},
    exchange::csv::{Delimiter, LONGEST, Letters, MOST_ROWS, ReadError, Sheet},
    i18n::Words,
    plan::DelegateId,
    wire::MEGABYTE,
    workspace::{Route, Screen},
};
use leptos::prelude::*;
use std::sync::Arc;

/// What was understood of a table, and the one step that adds it.
#[component(transparent)]
pub fn People(sheet: Arc<Sheet>) -> View {
    let here = expect_context::<Here>();
    let words = here.store.words();
    let doubtful = (sheet.letters == Letters::Windows1252).then(|| {
        view! { <p class="files__warning">{words.files_letters()}</p> }
    });
    let rows = Arc::new(sheet.rows.clone());
    let pasting = Pasting::of(move || Rows::Read(rows.clone()));
    let done = Callback::new(move |(first, count): (DelegateId, usize)| {
        added(here, words.files_people_added(count), Route::at_place(Screen::People, first).href());
    });
    view! {
        {doubtful}
        <Outcome pasting=pasting />
        <div class="panel__actions">
            <Add pasting=pasting added=done />
            <button type="button" class="button" on:click=move |_| close(here)>{words.paste_cancel()}</button>
        </div>
    }
}

/// What a table is, in words.
pub fn about(words: Words, sheet: &Sheet) -> String {
    let between = match sheet.delimiter {
        Delimiter::Comma => words.files_comma(),
        Delimiter::Semicolon => words.files_semicolon(),
        Delimiter::Tab => words.files_tab(),
    };
    words.files_table_in(sheet.rows.len(), between)
}

/// Why a file is no table, and what to do.
pub fn why(words: Words, error: &ReadError) -> String {
    match error {
        ReadError::Empty => words.files_empty().to_string(),
        ReadError::TooLong => words.files_too_long(&(LONGEST / MEGABYTE).to_string()),
        ReadError::TooManyRows => words.files_too_many_rows(&MOST_ROWS.to_string()),
        ReadError::Workbook => words.files_workbook().to_string(),
        ReadError::NotText => words.files_not_text().to_string(),
        ReadError::Unclosed { row, column } => words.files_unclosed(&row.to_string(), &column.to_string()),
    }
}
