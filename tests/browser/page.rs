//! The page under test: what is in it, how to wait for it, and how to use it as a person does.

use js_sys::{Array, Promise};
use std::{cell::RefCell, collections::BTreeMap, rc::Rc};
use wasm_bindgen::{JsCast, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Document, Element, Event, EventInit, HtmlElement, HtmlInputElement, KeyboardEvent, KeyboardEventInit,
    MutationObserver, MutationObserverInit, MutationRecord, Storage,
};

pub fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

pub fn storage() -> Storage {
    web_sys::window().unwrap().local_storage().unwrap().unwrap()
}

/// The first element that a selector finds.
pub fn find(selector: &str) -> Option<Element> {
    document().query_selector(selector).unwrap()
}

/// Waits, frame by frame, until there is something; the runner ends a wait that never does.
pub async fn until<T>(found: impl Fn() -> Option<T>) -> T {
    loop {
        if let Some(found) = found() {
            return found;
        }
        frame().await;
    }
}

/// Waits until the browser draws the next frame.
pub async fn frame() {
    let drawn = Promise::new(&mut |resolve, _| {
        web_sys::window().unwrap().request_animation_frame(&resolve).unwrap();
    });
    JsFuture::from(drawn).await.unwrap();
}

/// Makes the page what `index.html` paints: without a program, but with what the runner of the tests has in it.
pub fn clear() {
    let children = document().body().unwrap().children();
    for child in (0..children.length()).rev().filter_map(|index| children.item(index)) {
        if !matches!(child.tag_name().as_str(), "PRE" | "SCRIPT") {
            child.remove();
        }
    }
    let skeleton = document().create_element("div").unwrap();
    skeleton.set_id("skeleton");
    document().body().unwrap().append_child(&skeleton).unwrap();
    document().document_element().unwrap().remove_attribute("data-ready").unwrap();
}

/// Starts the program at an address of the page.
pub async fn start_at(hash: &str) {
    clear();
    web_sys::window().unwrap().location().set_hash(hash).unwrap();
    itinera::app::start();
    until(|| find("html[data-ready]")).await;
}

/// Clicks on an element.
pub fn click(element: &Element) {
    element.dyn_ref::<HtmlElement>().unwrap().click();
}

/// Presses a key on an element.
pub fn press(element: &Element, key: &str, alt: bool) {
    let how = KeyboardEventInit::new();
    how.set_key(key);
    how.set_alt_key(alt);
    how.set_bubbles(true);
    how.set_cancelable(true);
    let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &how).unwrap();
    element.dispatch_event(&event).unwrap();
}

/// Fills in a field and leaves it.
pub fn fill(field: &Element, text: &str) {
    field.dyn_ref::<HtmlInputElement>().unwrap().set_value(text);
    let bubbling = EventInit::new();
    bubbling.set_bubbles(true);
    for kind in ["focusin", "input", "change"] {
        field.dispatch_event(&Event::new_with_event_init_dict(kind, &bubbling).unwrap()).unwrap();
    }
}

/// How often the elements below one were changed, by the identity of the nearest element that has one; what is outside
/// of all of them counts under its own name and class.
pub struct Changes {
    observer: MutationObserver,
    counts: Rc<RefCell<BTreeMap<String, usize>>>,
    _callback: Closure<dyn FnMut(Array)>,
}

impl Changes {
    /// Counts from now on; `identity` is the attribute that tells the elements apart.
    pub fn below(element: &Element, identity: &'static str) -> Self {
        let counts = Rc::<RefCell<BTreeMap<String, usize>>>::default();
        let counting = counts.clone();
        let callback = Closure::<dyn FnMut(Array)>::new(move |records: Array| {
            for record in records.iter() {
                let target = record.unchecked_into::<MutationRecord>().target().unwrap();
                *counting.borrow_mut().entry(name(target, identity)).or_default() += 1;
            }
        });
        let observer = MutationObserver::new(callback.as_ref().unchecked_ref()).unwrap();
        let everything = MutationObserverInit::new();
        everything.set_subtree(true);
        everything.set_child_list(true);
        everything.set_attributes(true);
        everything.set_character_data(true);
        observer.observe_with_options(element, &everything).unwrap();
        Self { observer, counts, _callback: callback }
    }

    /// The counts, once the plan is checked and kept.
    pub async fn settled(self) -> BTreeMap<String, usize> {
        // By the next frame the page says that it has something to keep, unless it has kept it already.
        frame().await;
        until(|| find("[data-saving=saved]")).await;
        frame().await;
        self.observer.disconnect();
        self.counts.take()
    }
}

fn name(target: web_sys::Node, identity: &str) -> String {
    let element = target.dyn_ref::<Element>().cloned().or_else(|| target.parent_element()).unwrap();
    match element.closest(&format!("[{identity}]")).unwrap() {
        Some(known) => known.get_attribute(identity).unwrap(),
        None => format!("{}.{}", element.tag_name(), element.class_name()),
    }
}
