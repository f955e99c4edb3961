//! The panel beside the agenda: of what is selected, or of the whole meeting. What is inside arrives when it is first
//! opened, because most visits only read.

use super::{
    Desk,
    meeting_panel::{AboutMeeting, Days, Documents, Topics, Venues},
    session_panel::SessionPanel,
    visit_panel::VisitPanel,
};
use crate::app::dom::{Child, View, component, view};
use crate::app::signal::Effect;
use crate::{
    app::{Store, effects::page, parts},
    plan::{EntryId, SessionId},
};
use leptos::prelude::*;

/// What draws the inside of the panel.
#[derive(Clone, Copy)]
pub struct Forms {
    session: fn(SessionId) -> View,
    visit: fn(EntryId) -> View,
    /// What the meeting's sections hold, in their order.
    meeting: [fn() -> View; SECTIONS],
}

const SECTIONS: usize = 5;

impl Forms {
    /// All of them. Only the part of the program that holds them may call this.
    #[must_use]
    pub const fn here() -> Self {
        Self {
            session: |id| view! { <SessionPanel id=id /> },
            visit: |id| view! { <VisitPanel id=id /> },
            meeting: [
                || view! { <AboutMeeting /> },
                || view! { <Days /> },
                || view! { <Topics /> },
                || view! { <Venues /> },
                || view! { <Documents /> },
            ],
        }
    }
}

/// How far the inside of the panel has come.
#[derive(Clone, Copy, Default)]
pub enum Arrival {
    /// Nobody asked for it yet, or it is on its way.
    #[default]
    Awaited,
    Here(Forms),
    Failed,
}

impl Desk {
    /// Gets the inside of the panel, if it is not here yet.
    async fn fetch_forms(self) {
        let here = move || self.forms.is_gone() || matches!(self.forms.get_untracked(), Arrival::Here(_));
        if here() {
            return;
        }
        let forms = parts::fetch_forms().await;
        // Somebody else may have asked as well and be at work in them, or gone to another screen.
        if !here() {
            self.forms.set(forms.map_or(Arrival::Failed, Arrival::Here));
        }
    }

    fn ask_for_forms(self) {
        wasm_bindgen_futures::spawn_local(self.fetch_forms());
    }

    /// Brings the keyboard to an element of the panel, as soon as that is there.
    pub(super) fn focus_in_panel(self, selector: impl std::fmt::Display + 'static) {
        wasm_bindgen_futures::spawn_local(async move {
            self.fetch_forms().await;
            page::focus_soon(format!(".panel {selector}"));
        });
    }
}

/// The panel of what is selected; of the whole meeting when nothing is.
#[component(transparent)]
pub fn Panel() -> impl Child {
    let desk = Desk::here();
    Effect::new(move || {
        if desk.selected.get().is_some() {
            desk.ask_for_forms();
        }
    });
    move || match desk.selected.get() {
        Some(id) => arrived(desk, move |forms| match id {
            EntryId::Session(id) => (forms.session)(id),
            id => (forms.visit)(id),
        }),
        None => view! { <Meeting /> },
    }
}

/// What is drawn once the forms are here; until then nothing, or what to do when they could not be fetched.
fn arrived(desk: Desk, draw: impl Fn(Forms) -> View + 'static) -> View {
    View::of(move || match desk.forms.get() {
        Arrival::Here(forms) => component(|| draw(forms)),
        Arrival::Awaited => view! { <p class="coming">{desk.store.words().part_coming()}</p> },
        Arrival::Failed => view! { <parts::Missing again=move || desk.ask_for_forms() /> },
    })
}

/// The frame of the meeting, its days, topics, places and documents.
#[component(transparent)]
fn Meeting() -> View {
    let desk = Desk::here();
    let words = Store::here().words();
    let headings: [&'static str; SECTIONS] = [
        words.meeting_about(),
        words.meeting_days(),
        words.field_topics(),
        words.meeting_venues(),
        words.meeting_documents(),
    ];
    let section = |(number, heading): (usize, &'static str)| {
        view! {
            <details class="panel__section" on:toggle=move |_: web_sys::Event| desk.ask_for_forms()>
                <summary>{heading}</summary>
                {arrived(desk, move |forms| (forms.meeting[number])())}
            </details>
        }
    };
    view! {
        <h2 class="panel__title">{words.meeting_panel()}</h2>
        <p class="panel__about">{words.meeting_panel_hint()}</p>
        {headings.into_iter().enumerate().map(section).collect::<Vec<_>>()}
    }
}
