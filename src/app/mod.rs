//! The face: Leptos, storage, the clock, files and everything else that touches the browser.

mod dom;
mod effects;
mod form;
mod pages;
mod parts;
mod signal;
mod store;
mod ui;
mod wording;

pub use pages::webpage;
pub use store::Store;

use crate::app::dom::{View, view};
use leptos::prelude::*;

/// Takes the place of the page's skeleton, as soon as the storage is whole, and runs until the tab closes.
pub fn start() {
    console_error_panic_hook::set_once();
    wasm_bindgen_futures::spawn_local(async {
        effects::storage::mend().await;
        let first = parts::fetch(effects::page::route().screen).await;
        leptos::mount::mount_to_body(move || {
            let store = Store::open();
            provide_context(store);
            effects::listen(store);
            let page: View = view! { <pages::Shell first=first /> };
            if let Some(body) = document().body() {
                page.append_to(&body);
            }
        });
        effects::page::ready();
    });
}
