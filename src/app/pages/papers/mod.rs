//! The papers screen: what an organiser hands over, chosen, seen as it will be on paper, and printed in one pass.

mod attendance;
mod badges;
mod catering;
mod chooser;
mod coach;
mod content;
mod desk;
mod door;
mod edition;
mod evidence;
mod host;
mod itinerary;
mod naming;
mod people;
mod press;
mod programme;
mod sheet;
mod table;
mod tongues;
mod version;

use crate::app::dom::{View, view};
use crate::app::signal::{RwSignal, Signal};
use crate::app::{Store, effects::width};
use chooser::Chooser;
use desk::Desk;
use leptos::prelude::*;

/// The width of a sheet in the pixels of the screen, and what is left beside it on a desk.
const SHEET: i32 = 794;

/// The screen.
#[component(transparent)]
pub fn Papers() -> View {
    let store = Store::here();
    let words = store.words();
    let desk = Desk::new(store);
    let room = RwSignal::new(SHEET);
    width::follow(press::DESK, room);
    let scale = Signal::derive(move || scale(room.get()));
    view! {
        <div class="papers">
            <Chooser desk=desk />
            <div id=press::DESK class="papers__desk" role="region" aria-label=words.papers_preview() style=("--scale", scale) data-ready=move || desk.ready.get()></div>
            <div id=press::GALLEY class="papers__galley paper" aria-hidden="true"></div>
        </div>
    }
}

/// How much smaller than paper a sheet is shown in a room of so many pixels.
fn scale(room: i32) -> String {
    let thousandths = (room * 1_000 / SHEET).clamp(100, 1_000);
    format!("{}.{:03}", thousandths / 1_000, thousandths % 1_000)
}
