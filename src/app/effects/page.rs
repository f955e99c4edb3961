//! The page itself: its address, the keys that work everywhere, and its last moment.

use super::{super::Store, check_soon, storage};
use crate::app::signal::{Effect, Memo};
use crate::exchange::markup::css_string;
use crate::workspace::{Msg, Route};
use gloo::events::{EventListener, EventListenerOptions};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Event, HtmlElement, KeyboardEvent, PointerEvent};

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// Marks the page as ready: the plan is on screen, and the skeleton is not needed any more.
pub fn ready() {
    let Some(document) = document() else { return };
    if let Some(skeleton) = document.get_element_by_id("skeleton") {
        skeleton.remove();
    }
    if let Some(root) = document.document_element() {
        let _ = root.set_attribute("data-ready", "");
    }
}

/// What the address asks for.
#[must_use]
pub fn route() -> Route {
    let fragment = web_sys::window().and_then(|window| window.location().hash().ok());
    Route::parse(&fragment.unwrap_or_default())
}

/// Opens the plan of which the address is, where it says so.
pub fn open_meant(store: Store, route: &Route) {
    if let Some(mark) = route.plan.clone() {
        let kept = storage::find(&mark);
        store.send(Msg::Meant { mark, kept });
    }
}

/// The address of this page without what is behind `#`.
#[must_use]
pub fn address() -> String {
    let whole = web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    whole.split('#').next().unwrap_or_default().to_string()
}

/// Goes to an address of this page in the place of the one that was there, so that "back" leads to where one came from.
pub fn go_instead(route: &Route) {
    if let Some(window) = web_sys::window() {
        let _ = window.location().replace(&route.href());
    }
}

/// Goes to an address of this page.
pub fn go(route: &Route) {
    if let Some(window) = web_sys::window() {
        let _ = window.location().set_hash(&route.href());
    }
}

/// Sets the language and the title of the document, for readers' aids and for tabs.
pub fn describe(language: &str, title: &str) {
    let Some(document) = document() else { return };
    document.set_title(title);
    if let Some(root) = document.document_element() {
        let _ = root.set_attribute("lang", language);
    }
}

/// Does something that takes a while, after the browser has drawn.
pub fn soon(run: impl FnOnce() + 'static) {
    request_animation_frame(run);
}

/// Moves the keyboard to the first element that a selector finds, after the browser has drawn; a section that is closed
/// around it opens.
pub fn focus_soon(selector: String) {
    request_animation_frame(move || {
        let found = document().and_then(|document| document.query_selector(&selector).ok().flatten());
        let closed = found.as_ref().and_then(|element| element.closest("details:not([open])").ok().flatten());
        if let Some(section) = closed {
            let _ = section.set_attribute("open", "");
        }
        if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            let _ = element.focus();
        }
    });
}

/// Moves the keyboard to the first of these elements that is still on the page, after the browser has drawn. Stays where
/// it is when that is the element with the keyboard in it.
pub fn focus_first_left(elements: Vec<Element>) {
    request_animation_frame(move || {
        let left = elements.into_iter().find(|element| element.is_connected());
        let Some(left) = left.and_then(|element| element.dyn_into::<HtmlElement>().ok()) else { return };
        let active = document().and_then(|document| document.active_element());
        if !active.is_some_and(|active| left.contains(Some(&active))) {
            let _ = left.focus();
        }
    });
}

/// The element with an id.
#[must_use]
pub fn by_id(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}

/// Every element in `scope` that a selector finds, in the order of the page.
#[must_use]
pub fn all(scope: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = scope.query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|index| found.item(index)?.dyn_into().ok()).collect()
}

/// Sends what the pointer does next to the element that it was pressed on, wherever it goes.
pub fn capture_pointer(event: &PointerEvent) {
    let target = event.current_target().and_then(|target| target.dyn_into::<Element>().ok());
    if let Some(target) = target {
        // Refused only for a pointer that is gone already.
        let _ = target.set_pointer_capture(event.pointer_id());
    }
}

/// Where the middle of an element is, in pixels from the top of the window.
#[must_use]
pub fn middle_of(id: &str) -> Option<i32> {
    let bounds = document()?.get_element_by_id(id)?.get_bounding_client_rect();
    #[allow(clippy::cast_possible_truncation, reason = "pixels of a page")]
    let middle = (bounds.top() + bounds.height() / 2.0) as i32;
    Some(middle)
}

/// The value of an attribute of what is at a point of the window, or of what that is in.
#[must_use]
pub fn attribute_at(x: i32, y: i32, name: &str) -> Option<String> {
    #[allow(clippy::cast_precision_loss, reason = "pixels of a window")]
    let found = document()?.element_from_point(x as f32, y as f32)?;
    let selector = ["[", name, "]"].concat();
    found.closest(&selector).ok().flatten()?.get_attribute(name)
}

/// How far the page is scrolled down, in pixels.
#[must_use]
pub fn scrolled() -> i32 {
    #[allow(clippy::cast_possible_truncation, reason = "pixels of a page")]
    let down = web_sys::window().and_then(|window| window.scroll_y().ok()).unwrap_or_default() as i32;
    down
}

/// Scrolls a little where something is dragged to the upper or lower edge of the window.
pub fn scroll_at_edge(y: i32) {
    const EDGE: i32 = 56;
    const STEP: f64 = 12.0;
    let Some(window) = web_sys::window() else { return };
    #[allow(clippy::cast_possible_truncation, reason = "pixels of a window")]
    let height = window.inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default() as i32;
    if y < EDGE {
        window.scroll_by_with_x_and_y(0.0, -STEP);
    } else if y > height - EDGE {
        window.scroll_by_with_x_and_y(0.0, STEP);
    }
}

/// Scrolls the first element that a selector finds into sight, sideways only, after the browser has drawn.
pub fn reveal_soon(selector: &'static str) {
    request_animation_frame(move || {
        if let Some(found) = document().and_then(|document| document.query_selector(selector).ok().flatten()) {
            let options = web_sys::ScrollIntoViewOptions::new();
            options.set_block(web_sys::ScrollLogicalPosition::Nearest);
            options.set_inline(web_sys::ScrollLogicalPosition::Center);
            found.scroll_into_view_with_scroll_into_view_options(&options);
        }
    });
}

/// Opens the browser's print dialogue.
pub fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}

/// The words around a printed page, by the names that `style/print.css` knows them by.
pub const PAPER_WORDS: [&str; 4] = ["--paper-head", "--paper-foot", "--paper-page", "--paper-of"];

/// Sets what stands at the head of every printed page but the first, at the foot of each, and around its number.
pub fn set_paper_words(head: &str, foot: &str, page: &str, of: &str) {
    let Some(style) = root_style() else { return };
    for (name, words) in PAPER_WORDS.into_iter().zip([head, foot, page, of]) {
        let _ = style.set_property(name, &css_string(words));
    }
}

/// Leaves printed pages without these words.
pub fn clear_paper_words() {
    let Some(style) = root_style() else { return };
    for name in PAPER_WORDS {
        let _ = style.remove_property(name);
    }
}

fn root_style() -> Option<web_sys::CssStyleDeclaration> {
    Some(document()?.document_element()?.dyn_into::<HtmlElement>().ok()?.style())
}

/// Listens until the tab closes.
pub fn listen(store: Store) {
    let (Some(window), Some(document)) = (web_sys::window(), document()) else { return };
    EventListener::new(&window, "hashchange", move |_| {
        let route = route();
        if store.route.with_untracked(|known| *known != route) {
            // Only who comes by such an address, and not whoever chooses something where it led.
            if store.route.with_untracked(|known| known.plan != route.plan) {
                open_meant(store, &route);
            }
            store.route.set(route);
        }
    })
    .forget();
    EventListener::new(&document, "visibilitychange", move |_| hidden(store)).forget();
    EventListener::new(&window, "pagehide", move |_| hidden(store)).forget();
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document, "keydown", options, move |event| {
        if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
            undo_by_key(store, event);
        }
    })
    .forget();
    let day = Memo::new(move |_| store.clock.with(chrono::NaiveDateTime::date));
    Effect::new(move || {
        day.track();
        check_soon(store);
    });
}

/// Keeps at once what is not kept yet, a half-typed field included.
fn hidden(store: Store) {
    if let Some(field) = document().and_then(|document| document.active_element())
        && field.has_attribute("data-dirty")
        && let Ok(event) = Event::new("change")
    {
        let _ = field.dispatch_event(&event);
    }
    store.send(Msg::SaveDue);
}

/// Ctrl+Z and Ctrl+Shift+Z (Command on a Mac), and Ctrl+Y. While a field holds something half-typed the browser's own
/// undo works on that.
fn undo_by_key(store: Store, event: &KeyboardEvent) {
    let typing = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let typing = typing.is_some_and(|element| element.has_attribute("data-dirty"));
    if typing || event.alt_key() || !(event.ctrl_key() || event.meta_key()) {
        return;
    }
    let msg = match (event.key().to_ascii_lowercase().as_str(), event.shift_key()) {
        ("z", false) => Msg::Undo,
        ("z", true) | ("y", false) => Msg::Redo,
        _ => return,
    };
    event.prevent_default();
    store.send(msg);
}
