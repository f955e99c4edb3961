//! The files screen: what leaves, a row a file with what it is for, and what comes in from other programs, looked at before
//! anything is added.

mod bare;
mod calendar;
mod fields;
mod guests;
mod incoming;
mod make;
mod out;
mod outgoing;
mod people;
mod plan;
mod schedule;
mod sessions;
mod take;
mod web_page;

use crate::app::Store;
use crate::app::dom::{View, view};
use crate::app::signal::{Memo, RwSignal};
use incoming::Incoming;
use leptos::prelude::*;

/// What the halves of the screen share. Copies are handles to the same state.
#[derive(Clone, Copy)]
struct Here {
    store: Store,
    /// What was brought in and waits to be looked at.
    brought: RwSignal<Brought>,
    /// Whether a file is held over the screen.
    over: RwSignal<bool>,
}

/// What became of the file that was brought last.
#[derive(Clone)]
enum Brought {
    /// There was none, or it was put aside.
    Nothing,
    /// It is being read.
    Reading,
    /// It could not be read.
    Refused {
        /// The file's name.
        name: String,
        /// Why, and what to do.
        why: String,
    },
    /// It waits to be looked at.
    Waiting(Incoming),
    /// What was picked of it is in the plan.
    Added {
        /// What was added, in words.
        what: String,
        /// Where to see it.
        href: String,
    },
}

/// Where the keyboard goes when a preview closes.
const FILE: &str = "#files-file";

/// The screen.
#[component(transparent)]
pub fn Files() -> View {
    let store = Store::here();
    let words = store.words();
    let here = Here { store, brought: RwSignal::new(Brought::Nothing), over: RwSignal::new(false) };
    provide_context(here);
    let waits = Memo::new(move |_| here.brought.with(|brought| matches!(brought, Brought::Waiting(_))));
    view! {
        // Dropped beside the half "In" a file would take the place of the page.
        <div
            class="page files"
            on:dragover=move |event| {
                event.prevent_default();
                here.over.set(true);
            }
            on:dragleave=move |event| here.over.set(take::stays_inside(&event))
            on:drop=move |event| {
                event.prevent_default();
                here.over.set(false);
                // What is looked at now is not put aside unasked.
                if !waits.get_untracked() {
                    take::take(here, event.data_transfer().and_then(|data| data.files()));
                }
            }
        >
            <div class="page__head">
                <h1 class="page__title" tabindex="-1">{words.screen_files()}</h1>
                <p class="page__about">{words.files_about()}</p>
            </div>
            {move || if waits.get() {
                view! { <incoming::Preview /> }
            } else {
                view! {
                    <div class="files__halves">
                        <out::Out />
                        <take::Take />
                    </div>
                }
            }}
        </div>
    }
}
