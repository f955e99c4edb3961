//! The people screen.

use leptos::prelude::*;

/// The screen.
#[component]
pub fn People() -> impl IntoView {
    view! { <div class="page"></div> }
}
