//! The meetings screen: the plans kept in this browser, and the ways in and out of it.

mod list;
mod new;
mod row;

use crate::app::dom::{View, view};
use crate::app::signal::RwSignal;
use crate::{
    app::{
        Store,
        effects::{files, ids, page},
    },
    example::manumix,
    workspace::{Msg, Screen},
};
use leptos::{ev, html, prelude::*};
use list::Lists;
use new::NewForm;
use wasm_bindgen::JsCast;
use web_sys::{File, FileList, HtmlInputElement};

/// What leads to the button that opens the form for a new meeting.
const NEW_BUTTON: &str = "#new-meeting";

/// The screen.
#[component(transparent)]
pub fn Meetings() -> View {
    let store = Store::here();
    let words = store.words();
    store.send(Msg::List);
    // A language that is chosen, or a plan that was saved by another tab, is seen when the list is asked for again.
    let making = RwSignal::new(false);
    let over = RwSignal::new(false);
    let start_example = move |_| store.send(Msg::Start(Box::new(manumix().copied_as(ids::plan()))));
    let export = move |_| store.send(Msg::Export(store.plan.with_untracked(|plan| plan.id())));
    let close = Callback::new(move |()| {
        making.set(false);
        page::focus_soon(NEW_BUTTON.to_string());
    });
    view! {
        <div
            class="page meetings"
            class:meetings--over=over
            on:dragover=move |event| {
                event.prevent_default();
                over.set(true);
            }
            on:dragleave=move |event| over.set(stays_inside(&event))
            on:drop=move |event| {
                event.prevent_default();
                over.set(false);
                take(store, event.data_transfer().and_then(|data| data.files()));
            }
        >
            <div class="page__head">
                <h1 class="page__title" tabindex="-1">{words.screen_meetings()}</h1>
                <p class="page__about">{words.meetings_about()}</p>
            </div>
            <div class="meetings__actions">
                <button
                    type="button"
                    id="new-meeting"
                    class="button button--main"
                    aria-expanded=move || making.get().to_string()
                    on:click=move |_| making.update(|making| *making = !*making)
                >
                    {words.meetings_new()}
                </button>
                <button type="button" class="button" on:click=start_example>{words.meetings_example()}</button>
                <ImportButton />
                <button type="button" class="button" on:click=export>{words.meetings_export_plan()}</button>
            </div>
            {move || making.get().then(|| view! { <NewForm close=close /> })}
            <Lists />
            <p class="meetings__hint">{words.meetings_drop()}</p>
        </div>
    }
}

/// Whether a drag that leaves one element is still over the screen.
fn stays_inside(event: &ev::DragEvent) -> bool {
    let screen = event.current_target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
    let to = event.related_target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
    screen.is_some_and(|screen| to.is_some() && screen.contains(to.as_ref()))
}

/// A button that lets the reader pick a file.
#[component(transparent)]
fn ImportButton() -> View {
    let store = Store::here();
    let words = store.words();
    let input = NodeRef::<html::Input>::new();
    let pick = move |_| {
        if let Some(input) = input.get_untracked() {
            input.click();
        }
    };
    let picked = move |event: ev::Event| {
        let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else { return };
        take(store, input.files());
        // The same file can be picked again.
        input.set_value("");
    };
    view! {
        <button type="button" class="button" on:click=pick>{words.meetings_import()}</button>
        <input type="file" accept=".json,application/json" hidden node_ref=input on:change=picked />
    }
}

/// Imports the files that somebody picked or dropped.
fn take(store: Store, files: Option<FileList>) {
    let Some(files) = files else { return };
    for file in (0..files.length()).filter_map(|index| files.item(index)) {
        read(store, &file);
    }
}

fn read(store: Store, file: &File) {
    files::read(file, move |name, bytes| {
        store.send(Msg::Import { name, bytes });
        if store.route.with_untracked(|route| route.screen == Screen::Meetings) {
            store.send(Msg::List);
        }
    });
}
