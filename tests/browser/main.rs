//! The browser tests: the face, in headless Chromium.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on should stop")]

mod page;
mod redraw;
mod start;
mod webpage;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
