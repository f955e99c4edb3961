//! The programme screen.

use leptos::prelude::*;

/// The screen.
#[component]
pub fn Programme() -> impl IntoView {
    view! { <div class="page"></div> }
}
