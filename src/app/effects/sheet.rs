//! Style sheets that come with a part of the program. In a development build all of them are there from the start.

use js_sys::Promise;
use wasm_bindgen_futures::JsFuture;
use web_sys::Element;

/// Asks for the sheet of a part at once, if it is not there yet; the answer is whether it is there then.
pub fn fetch(part: &str) -> impl Future<Output = bool> + use<> {
    let asked = link(part).map(|(place, link)| {
        let arrival = Promise::new(&mut |arrived, failed| {
            let _ = link.add_event_listener_with_callback("load", &arrived);
            let _ = link.add_event_listener_with_callback("error", &failed);
            let _ = place.after_with_node_1(&link);
        });
        (place, link, JsFuture::from(arrival))
    });
    async move {
        let Some((place, link, arrival)) = asked else { return true };
        let arrived = arrival.await.is_ok();
        // The place stays until the sheet is there, so that it can be asked for again.
        if arrived {
            place.remove()
        } else {
            link.remove()
        }
        arrived
    }
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
