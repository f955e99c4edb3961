//! The clipboard: what is pasted on the page itself, outside any field, and what is put on it.

use crate::exchange::{clipboard as formats, tables::Table};
use gloo::events::{EventListener, EventListenerOptions};
use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, Clipboard, ClipboardEvent, Element, HtmlElement, HtmlInputElement, NodeList};

/// Listens, as long as the answer is kept, for texts that are pasted where nobody is typing; `take` says whether it
/// took the text.
#[must_use]
pub fn on_paste(take: impl Fn(String) -> bool + 'static) -> Option<EventListener> {
    let document = web_sys::window()?.document()?;
    let options = EventListenerOptions::enable_prevent_default();
    Some(EventListener::new_with_options(&document, "paste", options, move |event| {
        let Some(event) = event.dyn_ref::<ClipboardEvent>() else { return };
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if target.is_some_and(|target| target.matches("input, textarea, select").unwrap_or(false)) {
            return;
        }
        let text = event.clipboard_data().and_then(|data| data.get_data("text/plain").ok()).unwrap_or_default();
        if take(text) {
            event.prevent_default();
        }
    }))
}

/// The clipboard. Only a page of its own origin or of localhost has one.
fn clipboard() -> Option<Clipboard> {
    let navigator = web_sys::window()?.navigator();
    let clipboard = Reflect::get(&navigator, &"clipboard".into()).ok()?;
    (!clipboard.is_undefined()).then(|| clipboard.unchecked_into())
}

/// Puts a text on the clipboard; says whether the browser let it.
pub async fn copy(text: &str) -> bool {
    let Some(clipboard) = clipboard() else { return false };
    JsFuture::from(clipboard.write_text(text)).await.is_ok()
}

/// Puts a table on the clipboard, as HTML and as text with tabs; as text alone where the browser takes nothing else. Says
/// whether the browser let it.
pub async fn copy_table(table: &Table) -> bool {
    let text = formats::text(table);
    let both = [("text/html", formats::html(table)), ("text/plain", text.clone())];
    if let Some(writing) = item(&both).and_then(|item| Some(clipboard()?.write(&Array::of1(&item))))
        && JsFuture::from(writing).await.is_ok()
    {
        return true;
    }
    copy(&text).await
}

/// The same thing in several formats; none where the browser knows no such items.
fn item(formats: &[(&str, String)]) -> Option<JsValue> {
    let class: Function = Reflect::get(&js_sys::global(), &"ClipboardItem".into()).ok()?.dyn_into().ok()?;
    let content = Object::new();
    for (kind, text) in formats {
        let properties = BlobPropertyBag::new();
        properties.set_type(kind);
        let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &properties).ok()?;
        Reflect::set(&content, &(*kind).into(), &blob).ok()?;
    }
    Reflect::construct(&class, &Array::of1(&content)).ok()
}

/// A table of the page as it is read there; nothing where `selector` finds none. A cell that stretches over several
/// columns is followed by empty ones.
#[must_use]
pub fn on_page(selector: &str) -> Option<Table> {
    let document = web_sys::window()?.document()?;
    let found = document.query_selector_all(&[selector, " tr"].concat()).ok()?;
    let mut rows = elements(&found).map(|row| cells(&row));
    let headers = rows.next()?;
    Some(Table { headers, rows: rows.collect() })
}

fn elements(list: &NodeList) -> impl Iterator<Item = Element> {
    (0..list.length()).filter_map(|index| list.item(index)?.dyn_into().ok())
}

fn cells(row: &Element) -> Vec<String> {
    let mut cells = Vec::new();
    for cell in row.query_selector_all("th, td").iter().flat_map(elements) {
        cells.push(words(&cell));
        let columns = cell.get_attribute("colspan").and_then(|columns| columns.parse().ok()).unwrap_or(1);
        cells.resize(cells.len() + columns - 1_usize, String::new());
    }
    cells
}

/// What is read in a cell: what somebody typed, else the figure that is estimated, marked as one; or the words.
fn words(cell: &Element) -> String {
    if let Some(field) = cell.query_selector("input").ok().flatten().and_then(|field| field.dyn_into().ok()) {
        let field: HtmlInputElement = field;
        let (value, estimate) = (field.value(), field.placeholder());
        let is_figure = estimate.starts_with(|letter: char| letter.is_ascii_digit());
        return if value.is_empty() && is_figure { ["\u{2248} ", &estimate].concat() } else { value };
    }
    let text = cell.dyn_ref::<HtmlElement>().map(HtmlElement::inner_text).unwrap_or_default();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
