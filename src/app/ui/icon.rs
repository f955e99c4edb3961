//! The few signs that the interface draws itself, as inline SVG in the text's colour.

use crate::app::dom::{View, view};
use leptos::prelude::*;

/// A padlock: this entry is fixed.
#[component(transparent)]
pub fn Fixed() -> View {
    view! {
        <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
            <path d="M5 7V5a3 3 0 0 1 6 0v2" fill="none" stroke="currentColor" stroke-width="1.5" />
            <rect x="3.5" y="7" width="9" height="6.5" rx="1" fill="currentColor" />
        </svg>
    }
}
