//! How the program takes over the page that `index.html` painted.

use leptos::prelude::document;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn takes_the_place_of_the_skeleton_and_says_that_it_is_ready() {
    let body = document().body().unwrap();
    let skeleton = document().create_element("div").unwrap();
    skeleton.set_id("skeleton");
    body.append_child(&skeleton).unwrap();

    itinera::app::start();

    assert!(document().get_element_by_id("skeleton").is_none());
    assert!(document().document_element().unwrap().has_attribute("data-ready"));
}
