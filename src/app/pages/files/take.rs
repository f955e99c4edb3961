//! The half "In": a file is picked or dropped, and read.

use super::{
    Brought, FILE, Here,
    incoming::{self, Incoming},
};
use crate::app::dom::{View, view};
use crate::app::signal::Memo;
use crate::{
    app::effects::{files, page},
    exchange::sort::sort_of,
};
use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{FileList, HtmlInputElement};

/// What the file chooser offers.
const ACCEPTED: &str = ".json,.ics,.xml,.csv,.tsv,.txt,application/json,text/calendar,application/xml,text/csv";

/// The half.
#[component(transparent)]
pub fn Take() -> View {
    let here = expect_context::<Here>();
    let words = here.store.words();
    let picked = move |event: ev::Event| {
        let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else { return };
        take(here, input.files());
        // The same file can be picked again.
        input.set_value("");
    };
    view! {
        <section
            class="files__half files__in"
            class:files__in--over=here.over
            aria-labelledby="files-in"
        >
            <h2 class="files__title" id="files-in">{words.files_in()}</h2>
            <p class="files__lead">{words.files_in_about()}</p>
            <div class="field files__pick">
                <label class="field__label" for="files-file">{words.files_file()}</label>
                <input
                    type="file"
                    id="files-file"
                    class="files__input"
                    accept=ACCEPTED
                    aria-describedby="files-sorts"
                    on:change=picked
                />
                <p class="files__drop">{words.files_drop()}</p>
            </div>
            <Outcome />
            <dl class="files__sorts" id="files-sorts">
                <dt>".json"</dt>
                <dd>{words.files_sort_plan()}</dd>
                <dt>".ics"</dt>
                <dd>{words.files_sort_calendar()}</dd>
                <dt>".xml, .json"</dt>
                <dd>{words.files_sort_schedule()}</dd>
                <dt>".csv, .tsv"</dt>
                <dd>{words.files_sort_table()}</dd>
            </dl>
        </section>
    }
}

/// What became of the last file.
#[component(transparent)]
fn Outcome() -> View {
    let here = expect_context::<Here>();
    let words = here.store.words();
    let reading = Memo::new(move |_| here.brought.with(|brought| matches!(brought, Brought::Reading)));
    let said = move || match here.brought.get() {
        Brought::Refused { name, why } => Some(view! {
            <div class="files__outcome files__outcome--refused" role="alert">
                <p class="files__outcome-title">{words.files_refused(&name)}</p>
                <p>{why}</p>
            </div>
        }),
        Brought::Added { what, href } => Some(view! {
            <p class="files__outcome" id="files-added" tabindex="-1">
                {what} " " <a href=href>{words.files_show()}</a>
            </p>
        }),
        Brought::Nothing | Brought::Reading | Brought::Waiting(_) => None,
    };
    view! {
        {move || reading.get().then(|| view! { <p class="files__lead" role="status">{words.files_reading()}</p> })}
        {said}
    }
}

/// Whether a drag that leaves one element is still over the screen.
pub fn stays_inside(event: &ev::DragEvent) -> bool {
    let screen = event.current_target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
    let to = event.related_target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
    screen.is_some_and(|screen| to.is_some() && screen.contains(to.as_ref()))
}

/// Reads the first of the files that somebody picked or dropped.
pub fn take(here: Here, files: Option<FileList>) {
    let Some(file) = files.and_then(|files| files.item(0)) else { return };
    here.brought.set(Brought::Reading);
    files::read(&file, move |name, bytes| {
        let store = here.store;
        let words = store.words();
        let sort = sort_of(&name, &bytes);
        let read = match sort {
            Some(sort) => incoming::read(store, sort, &bytes),
            None => Err(words.files_unknown().to_string()),
        };
        match read {
            Ok(content) => {
                here.brought.set(Brought::Waiting(Incoming { name, content }));
                page::focus_soon("#files-preview".to_string());
            }
            Err(why) => {
                here.brought.set(Brought::Refused { name, why });
                page::focus_soon(FILE.to_string());
            }
        }
    });
}
