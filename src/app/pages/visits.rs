//! The visits screen.

use leptos::prelude::*;

/// The screen.
#[component]
pub fn Visits() -> impl IntoView {
    view! { <div class="page"></div> }
}
