//! Something that goes on by itself, as long as the view around it is on the page and the reader wants it.

use gloo::timers::callback::Interval;
use leptos::prelude::{LocalStorage, SetValue, StoredValue};
use wasm_bindgen::JsCast;

/// A clock that can be started and stopped. Copies are handles to the same clock.
#[derive(Clone, Copy)]
pub struct Player(StoredValue<Option<Interval>, LocalStorage>);

impl Player {
    /// A clock that stands.
    #[must_use]
    pub fn new() -> Self {
        Self(StoredValue::new_local(None))
    }

    /// Does something again and again, so many milliseconds apart.
    pub fn every(self, milliseconds: u32, step: impl FnMut() + 'static) {
        self.0.set_value(Some(Interval::new(milliseconds, step)));
    }

    /// Stops.
    pub fn stop(self) {
        self.0.set_value(None);
    }
}

impl Default for Player {
    fn default() -> Self {
        Self::new()
    }
}

/// Whether what an event says to have been opened or closed is open.
#[must_use]
pub fn is_open(event: &web_sys::Event) -> bool {
    let element = event.current_target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    element.is_some_and(|element| element.has_attribute("open"))
}
