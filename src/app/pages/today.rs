//! The today screen.

use leptos::prelude::*;

/// The screen.
#[component]
pub fn Today() -> impl IntoView {
    view! { <div class="page"></div> }
}
