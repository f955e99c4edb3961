//! The face: Leptos, storage, the clock, files and everything else that touches the browser.

use leptos::prelude::*;

/// Takes the place of the page's skeleton and runs until the tab closes.
pub fn start() {
    console_error_panic_hook::set_once();
    if let Some(skeleton) = document().get_element_by_id("skeleton") {
        skeleton.remove();
    }
    leptos::mount::mount_to_body(|| view! { <main>"Itinera"</main> });
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("data-ready", "");
    }
}
