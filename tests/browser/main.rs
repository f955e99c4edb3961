//! The browser tests: the face, in headless Chromium.
#![cfg(target_arch = "wasm32")]
