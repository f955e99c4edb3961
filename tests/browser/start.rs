//! How the program takes over the page that `index.html` painted.

use crate::page::{clear, find, until};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn takes_the_place_of_the_skeleton_and_says_that_it_is_ready() {
    clear();
    itinera::app::start();

    // It stays until the plan is there.
    assert!(find("#skeleton").is_some());
    until(|| find("html[data-ready]")).await;
    assert!(find("#skeleton").is_none());
    assert!(find("main h1").is_some());
}
