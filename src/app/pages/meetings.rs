//! The meetings screen.

use leptos::prelude::*;

/// The screen.
#[component]
pub fn Meetings() -> impl IntoView {
    view! { <div class="page"></div> }
}
