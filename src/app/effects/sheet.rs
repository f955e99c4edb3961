//! Style sheets that come with a part of the program. In a development build all of them are there from the start.

use js_sys::Promise;
use wasm_bindgen_futures::JsFuture;
use web_sys::Element;

/// Fetches the sheet of a part, if it is not there yet; whether it is there now.
pub async fn fetch(part: &str) -> bool {
    let Some((place, link)) = link(part) else { return true };
    let arrival = Promise::new(&mut |arrived, failed| {
        let _ = link.add_event_listener_with_callback("load", &arrived);
        let _ = link.add_event_listener_with_callback("error", &failed);
        let _ = place.after_with_node_1(&link);
    });
    let arrived = JsFuture::from(arrival).await.is_ok();
    // The place stays until the sheet is there, so that it can be asked for again.
    if arrived {
        place.remove()
    } else {
        link.remove()
    }
    arrived
}

/// Where the release says what the sheet is called, and a link to it.
fn link(part: &str) -> Option<(Element, Element)> {
    let document = web_sys::window()?.document()?;
    let place = document.query_selector(&format!("meta[name=sheet-of-{part}]")).ok()??;
    let link = document.create_element("link").ok()?;
    link.set_attribute("rel", "stylesheet").ok()?;
    link.set_attribute("href", &place.get_attribute("content")?).ok()?;
    Some((place, link))
}
