//! How wide an element is, as long as it is on the page: a drawing of texts is made for the room that it gets.

use crate::app::signal::RwSignal;
use gloo::events::EventListener;
use leptos::prelude::{StoredValue, request_animation_frame};

/// The width of a sheet of A4 without its margins, in the pixels of a printed page.
const PAPER: i32 = 680;

/// Keeps a signal at the width of an element in pixels, and at that of paper while the page is printed.
pub fn follow(id: &'static str, width: RwSignal<i32>) {
    let measure = move || {
        let element =
            web_sys::window().and_then(|window| window.document()).and_then(|page| page.get_element_by_id(id));
        if let Some(element) = element {
            set(width, element.client_width());
        }
    };
    // What is drawn at first may bring a scroll bar, which takes room.
    request_animation_frame(move || {
        measure();
        request_animation_frame(measure);
    });
    let Some(window) = web_sys::window() else { return };
    let listeners = [
        EventListener::new(&window, "resize", move |_| measure()),
        EventListener::new(&window, "afterprint", move |_| measure()),
        EventListener::new(&window, "beforeprint", move |_| set(width, PAPER)),
    ];
    // They go with the view around.
    StoredValue::new_local(listeners);
}

/// Whether the window has room for two things beside each other.
#[must_use]
pub fn is_wide() -> bool {
    const TWO: f64 = 900.0;
    let width = web_sys::window().and_then(|window| window.inner_width().ok()?.as_f64());
    width.is_some_and(|width| width >= TWO)
}

fn set(width: RwSignal<i32>, now: i32) {
    if width.with_untracked(|known| *known != now) {
        width.set(now);
    }
}
