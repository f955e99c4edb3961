//! The agenda screen.

use leptos::prelude::*;

/// The screen.
#[component]
pub fn Agenda() -> impl IntoView {
    view! { <div class="page"></div> }
}
