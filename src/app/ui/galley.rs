//! Paper on the screen: what belongs on it is laid out once at its true width, measured, and put onto sheets.
//!
//! The children of a flow are its pieces; none has a margin, so that their heights add up. Attributes say what the
//! sheets have to know: `data-keep` on what must not be parted from what follows, `data-gap` on what is only white before it,
//! `data-heads` on the first row of a table body that heads the others, `data-fit` on what is drawn smaller until it fits
//! into its box.

use crate::{
    app::{dom::View, effects::page::all},
    print::{Part, Piece, Room, Row, Sheet, sheets},
};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Node};

/// Layout units of the browser in a pixel.
const UNITS: u32 = 64;

/// How much smaller each attempt is to fit something into its box, in hundredths, and how many there are.
const STEP: u32 = 92;
const STEPS: usize = 40;

/// A flow that knows onto which sheets it goes.
pub struct Measured {
    pieces: Vec<Laid>,
    sheets: Vec<Sheet>,
}

/// A piece on the page; of a table its rows, each with the body that it is in.
struct Laid {
    element: Element,
    rows: Vec<(Element, Element)>,
}

/// Lays a flow out in `galley` and measures it, in the sheets that `empty` makes: the first, or another one.
pub fn measure(galley: &Element, empty: impl Fn(bool) -> View, flow: View) -> Measured {
    for first in [true, false, false] {
        empty(first).append_to(galley);
    }
    let flows = all(galley, ".paper__flow");
    flow.append_to(galley);
    // In a sheet it looks as it will.
    let flow = galley.last_element_child();
    if let (Some(flow), Some(place)) = (&flow, flows.get(2)) {
        let _ = place.replace_with_with_node_1(flow);
    }
    fit(all(galley, "[data-fit]"));
    let room = |place: usize| flows.get(place).map_or(0, height);
    let room = Room { first: room(0), other: room(1) };
    let elements = flow.as_ref().map(children).unwrap_or_default();
    let mut pieces = Vec::new();
    let mut heights = Vec::new();
    for element in elements {
        let (piece, rows) = if is_table(&element) { of_table(&element) } else { (whole(&element), Vec::new()) };
        heights.push(piece);
        pieces.push(Laid { element, rows });
    }
    let sheets = sheets(&heights, room);
    galley.set_text_content(None);
    Measured { pieces, sheets }
}

impl Measured {
    /// How many sheets it takes.
    pub fn count(&self) -> usize {
        self.sheets.len()
    }

    /// Puts onto an empty sheet what belongs there.
    pub fn fill(&self, place: usize, sheet: &Element) {
        fit(all(sheet, "[data-fit]"));
        let Some(flow) = sheet.query_selector(".paper__flow").ok().flatten() else { return };
        for part in self.sheets.get(place).map(|sheet| &sheet.parts[..]).unwrap_or_default() {
            let Some(laid) = self.pieces.get(part.piece) else { continue };
            let element = if laid.rows.is_empty() { Some(laid.element.clone()) } else { laid.table(part) };
            let Some(element) = element else { continue };
            append(&flow, &element);
            if let Some(room) = part.squeezed {
                squeeze(&flow, &element, room / UNITS);
            }
        }
    }
}

impl Laid {
    /// A table with some of the rows.
    fn table(&self, part: &Part) -> Option<Element> {
        let table = copy(&self.element, false)?;
        for child in children(&self.element) {
            if child.tag_name() == "COLGROUP" || child.tag_name() == "THEAD" && part.head {
                let child = copy(&child, true)?;
                append(&table, &child);
            }
        }
        let mut open: Option<(&Element, Element)> = None;
        for (row, body) in self.rows.get(part.rows.clone())? {
            let into = match &open {
                Some((known, into)) if *known == body => into.clone(),
                _ => {
                    let into = copy(body, false)?;
                    append(&table, &into);
                    into
                }
            };
            if open.is_none()
                && let Some((heading, _)) = part.again.and_then(|heading| self.rows.get(heading))
            {
                let heading = copy(heading, true)?;
                let _ = heading.class_list().add_1("paper__row--again");
                append(&into, &heading);
            }
            append(&into, row);
            open = Some((body, into));
        }
        Some(table)
    }
}

fn is_table(element: &Element) -> bool {
    element.tag_name() == "TABLE"
}

fn children(element: &Element) -> Vec<Element> {
    let children = element.children();
    (0..children.length()).filter_map(|index| children.item(index)).collect()
}

fn append(parent: &Node, child: &Node) {
    let _ = parent.append_child(child);
}

fn copy(element: &Element, deep: bool) -> Option<Element> {
    element.clone_node_with_deep(deep).ok()?.dyn_into().ok()
}

/// The height of an element in layout units.
fn height(element: &Element) -> u32 {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a sheet is some 70,000 units high")]
    let units = (element.get_bounding_client_rect().height() * f64::from(UNITS)).round() as u32;
    units
}

fn keeps(element: &Element) -> bool {
    element.has_attribute("data-keep")
}

fn whole(element: &Element) -> Piece {
    if element.has_attribute("data-gap") {
        return Piece::Gap(height(element));
    }
    Piece::Whole { height: height(element), keep: keeps(element) }
}

fn of_table(element: &Element) -> (Piece, Vec<(Element, Element)>) {
    let (mut rows, mut elements) = (Vec::new(), Vec::new());
    for body in all(element, "tbody") {
        let first = rows.len();
        let of_body = children(&body);
        let heads = of_body.len() > 1 && of_body.first().is_some_and(|row| row.has_attribute("data-heads"));
        let last = first + of_body.len().saturating_sub(1);
        for row in of_body {
            let place = rows.len();
            let under = (heads && place > first).then_some(first);
            // One row alone below its heading on the next sheet looks lost.
            let lost = place == first || last > first + 2 && place + 1 == last;
            rows.push(Row { height: height(&row), keep: keeps(&row) || heads && lost, under });
            elements.push((row, body.clone()));
        }
    }
    let head = element.query_selector("thead").ok().flatten();
    (Piece::Table { head: head.as_ref().map_or(0, height), rows }, elements)
}

/// Draws elements smaller, all of them a step at a time, until each fits into its box.
fn fit(mut elements: Vec<Element>) {
    let mut size = Size(1_000);
    for _ in 0..STEPS {
        elements.retain(|element| {
            element.scroll_height() > element.client_height() || element.scroll_width() > element.client_width()
        });
        if elements.is_empty() {
            return;
        }
        size = size.smaller();
        for element in &elements {
            set(element, "--fit", &size.text());
        }
    }
}

/// Draws what is higher than a sheet smaller, until it is as high as the room in pixels.
fn squeeze(flow: &Element, element: &Element, room: u32) {
    let Some(frame) = flow.owner_document().and_then(|document| document.create_element("div").ok()) else { return };
    append(flow, &frame);
    append(&frame, element);
    let mut size = Size(1_000);
    for _ in 0..STEPS {
        if frame.client_height().unsigned_abs() <= room {
            return;
        }
        size = size.smaller();
        set(element, "zoom", &size.text());
    }
}

fn set(element: &Element, property: &str, value: &str) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.style().set_property(property, value);
    }
}

/// A size in thousandths of the one before any attempt.
#[derive(Clone, Copy)]
struct Size(u32);

impl Size {
    const fn smaller(self) -> Self {
        Self(self.0 * STEP / 100)
    }

    fn text(self) -> String {
        format!("0.{:03}", self.0)
    }
}
