//! The emblem of the European Union.

use crate::app::dom::{View, view};
use crate::print::emblem::{BLUE, HEIGHT, LENGTH, YELLOW, path};
use leptos::prelude::*;

/// The emblem, as large as the style makes it.
#[component(transparent)]
pub fn Emblem(
    /// What it is called for readers' aids; empty where it only comes again.
    name: &'static str,
) -> View {
    let hidden = name.is_empty().then_some("true");
    view! {
        <svg
            class="emblem"
            viewBox=format!("0 0 {LENGTH} {HEIGHT}")
            role=(!name.is_empty()).then_some("img")
            aria-label=(!name.is_empty()).then_some(name)
            aria-hidden=hidden
        >
            <rect class="emblem__field" width=LENGTH height=HEIGHT fill=BLUE />
            <path class="emblem__stars" d=path() fill=YELLOW />
        </svg>
    }
}
