//! The renderer: Leptos's signals, memos, effects and components, drawn by a few functions that are compiled once.
//!
//! Leptos's own renderer gives every element and closure a type and machine code of its own: the seven screens weighed
//! 513 kB of brotli with it, twice what a first visit may transfer. Here a view makes its DOM nodes at once, as Solid
//! does, and what can change is an effect that is boxed, so that all of them share their code. [`view!`] has the syntax
//! of Leptos's macro.

mod attribute;
mod child;
mod list;

pub use attribute::{Given, Value};
pub use child::Child;
pub use itinera_macros::view;
pub use list::list;

use leptos::{
    html::ElementType,
    prelude::*,
    reactive::{effect::RenderEffect, graph::untrack},
    tachys::html::node_ref::NodeRefContainer,
};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Document, Element, Event, Node};

thread_local! {
    static DOCUMENT: Document = leptos::prelude::document();
}

/// A piece of a page that is made and waits to be put in its place.
pub struct View(Node);

impl View {
    /// A view of whatever can stand in one: a closure, a text, a list.
    pub fn of(child: impl Child) -> Self {
        child.into_view()
    }

    /// The view as HTML, escaped by the browser. Nothing of it is put on the page, and what could change does not.
    #[must_use]
    pub fn markup(self) -> String {
        let around = Parent::element("div");
        self.append_to(&around.0);
        around.as_element().inner_html()
    }

    /// Puts the view at the end of a node of the document.
    pub fn append_to(self, parent: &Node) {
        append(parent, &self.0);
    }
}

/// What a component is given between its tags.
pub type Children = Box<dyn FnOnce() -> View>;

/// An element, or a fragment, while it is being made.
pub struct Parent(Node);

impl Parent {
    /// Several nodes without an element around them.
    #[must_use]
    pub fn fragment() -> Self {
        Self(DOCUMENT.with(|document| document.create_document_fragment().into()))
    }

    /// An element of HTML.
    #[must_use]
    pub fn element(tag: &str) -> Self {
        Self::made(DOCUMENT.with(|document| document.create_element(tag)).ok())
    }

    /// An element of SVG.
    #[must_use]
    pub fn svg(tag: &str) -> Self {
        let space = Some("http://www.w3.org/2000/svg");
        Self::made(DOCUMENT.with(|document| document.create_element_ns(space, tag)).ok())
    }

    /// The macro writes names that the browser takes; for another one there would be nothing to show.
    fn made(element: Option<Element>) -> Self {
        element.map_or_else(Self::fragment, |element| Self(element.into()))
    }

    fn as_element(&self) -> &Element {
        self.0.unchecked_ref()
    }

    /// Sets an attribute for good.
    pub fn set(&self, name: &str, value: &str) {
        let _ = self.as_element().set_attribute(name, value);
    }

    /// Gives an attribute a value that may change.
    pub fn attribute(&self, name: &'static str, given: Given) {
        let change = if name == "class" { attribute::classes } else { attribute::plain };
        attribute::apply(self.as_element(), name, given, change);
    }

    /// Has a class or not.
    pub fn toggle(&self, class: &'static str, given: Given) {
        attribute::apply(self.as_element(), class, given, attribute::one_class);
    }

    /// Sets a property of the style, through the CSSOM: the Content-Security-Policy forbids it as text.
    pub fn style(&self, property: &'static str, given: Given) {
        attribute::apply(self.as_element(), property, given, attribute::style);
    }

    /// Sets a property of the element that is not an attribute, such as whether a box is ticked.
    pub fn property(&self, name: &'static str, given: Given) {
        attribute::apply(self.as_element(), name, given, attribute::property);
    }

    /// Makes the element known by a reference.
    pub fn refer<E: ElementType>(&self, reference: NodeRef<E>)
    where
        E::Output: JsCast + Clone + 'static,
    {
        reference.load(self.as_element());
    }

    /// Listens to an event.
    pub fn on<E: JsCast>(&self, name: &str, mut listener: impl FnMut(E) + 'static) {
        self.listen(name, Box::new(move |event| listener(event.unchecked_into())));
    }

    fn listen(&self, name: &str, mut listener: Box<dyn FnMut(Event)>) {
        // An element that is taken out of the page while the keyboard is in it still says so (blur), when the signals
        // that its listeners use are gone already. Nobody is there to hear it.
        let alive = StoredValue::new(());
        let listener: Box<dyn FnMut(Event)> = Box::new(move |event| {
            if !alive.is_disposed() {
                listener(event);
            }
        });
        // The browser frees the listener together with its element.
        let function = Closure::wrap(listener).into_js_value();
        let _ = self.0.add_event_listener_with_callback(name, function.unchecked_ref());
    }

    /// Adds a text that stays.
    pub fn text(&self, text: &str) {
        append(&self.0, &text_node(text));
    }

    /// Adds whatever can stand in a view.
    pub fn child(&self, child: impl Child) {
        child.add(&self.0);
    }

    /// The finished view.
    #[must_use]
    pub fn done(self) -> View {
        View(self.0)
    }
}

/// Runs a component. What it reads while it is made does not make the view around it follow.
pub fn component<C: Child>(component: impl FnOnce() -> C) -> View {
    untrack(component).into_view()
}

fn text_node(text: &str) -> Node {
    DOCUMENT.with(|document| document.create_text_node(text).into())
}

fn append(parent: &Node, child: &Node) {
    let _ = parent.append_child(child);
}

/// An effect that runs now, and again when what it read changes, as long as the view around it stands. It is given
/// what it returned the time before.
fn live<T: 'static>(effect: impl FnMut(Option<T>) -> T + 'static) {
    StoredValue::new_local(RenderEffect::new(effect));
}
