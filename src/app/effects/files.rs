//! Files that leave, and files that come in.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// The largest file that is read into memory, in bytes; the gate behind it says what a plan may hold.
const LARGEST: f64 = 64.0 * 1024.0 * 1024.0;

/// What a file is, by how its name ends.
fn kind(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "json" => "application/json",
        "csv" => "text/csv;charset=utf-8",
        "tsv" => "text/tab-separated-values;charset=utf-8",
        "ics" => "text/calendar;charset=utf-8",
        "vcf" => "text/vcard;charset=utf-8",
        "xml" => "application/xml",
        "html" => "text/html;charset=utf-8",
        _ => "text/plain;charset=utf-8",
    }
}

/// Hands a text file to the reader.
pub fn download(name: &str, text: &str) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    let properties = BlobPropertyBag::new();
    properties.set_type(kind(name));
    let Ok(blob) = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &properties) else { return };
    let Ok(url) = Url::create_object_url_with_blob(&blob) else { return };
    if let Some(anchor) =
        document.create_element("a").ok().and_then(|element| element.dyn_into::<HtmlAnchorElement>().ok())
    {
        anchor.set_href(&url);
        anchor.set_download(name);
        anchor.click();
    }
    // The browser has taken its own hold of the content by the next turn of its loop.
    gloo::timers::callback::Timeout::new(1_000, move || {
        let _ = Url::revoke_object_url(&url);
    })
    .forget();
}

/// Reads a file that somebody picked, and hands on its name and bytes. Of a file too large for any plan only the first
/// bytes beyond the limit are read, so that the gate can refuse it without filling the memory.
pub fn read(file: &web_sys::File, then: impl FnOnce(String, Vec<u8>) + 'static) {
    let name = file.name();
    let part = if file.size() > LARGEST { file.slice_with_f64_and_f64(0.0, LARGEST) } else { Ok(file.clone().into()) };
    let Ok(part) = part else { return then(name, Vec::new()) };
    wasm_bindgen_futures::spawn_local(async move {
        let buffer = wasm_bindgen_futures::JsFuture::from(part.array_buffer()).await;
        let bytes = buffer.map(|buffer| Uint8Array::new(&buffer).to_vec()).unwrap_or_default();
        then(name, bytes);
    });
}
