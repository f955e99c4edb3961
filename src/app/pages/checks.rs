//! The checks screen.

use leptos::prelude::*;

/// The screen.
#[component]
pub fn Checks() -> impl IntoView {
    view! { <div class="page"></div> }
}
