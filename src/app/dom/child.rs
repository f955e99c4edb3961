//! What can stand in a view: texts, views, nothing, several, and closures and signals that give one of these.

use super::{DOCUMENT, Parent, View, append, live, text_node};
use crate::app::signal::{Memo, RwSignal, Signal};
use std::borrow::Cow;
use web_sys::Node;

/// Something that can stand in a view.
pub trait Child: Sized + 'static {
    /// Adds it to the end of a node.
    fn add(self, parent: &Node);

    /// It alone as a view.
    fn into_view(self) -> View {
        let parent = Parent::fragment();
        self.add(&parent.0);
        parent.done()
    }

    /// Adds what `make` gives, and puts another in its place when what it depends on changes.
    fn add_live(make: Box<dyn Fn() -> Self>, parent: &Node) {
        replaced(parent, Box::new(move |into| make().add(into)));
    }
}

impl Child for View {
    fn add(self, parent: &Node) {
        append(parent, &self.0);
    }

    fn into_view(self) -> View {
        self
    }
}

impl Child for () {
    fn add(self, _parent: &Node) {}
}

macro_rules! texts {
    ($($type:ty: $value:ident => $text:expr;)*) => {$(
        impl Child for $type {
            fn add(self, parent: &Node) {
                let $value = self;
                let text: Cow<'static, str> = $text;
                append(parent, &text_node(&text));
            }

            fn add_live(make: Box<dyn Fn() -> Self>, parent: &Node) {
                live_text(parent, Box::new(move || {
                    let $value = make();
                    $text
                }));
            }
        }
    )*};
}

texts! {
    &'static str: value => Cow::Borrowed(value);
    String: value => Cow::Owned(value);
    usize: value => Cow::Owned(value.to_string());
    u16: value => Cow::Owned(value.to_string());
    u32: value => Cow::Owned(value.to_string());
}

impl<C: Child> Child for Option<C> {
    fn add(self, parent: &Node) {
        if let Some(child) = self {
            child.add(parent);
        }
    }
}

impl<C: Child> Child for Vec<C> {
    fn add(self, parent: &Node) {
        for child in self {
            child.add(parent);
        }
    }
}

impl<C: Child, const N: usize> Child for [C; N] {
    fn add(self, parent: &Node) {
        for child in self {
            child.add(parent);
        }
    }
}

impl<F: Fn() -> C + 'static, C: Child> Child for F {
    fn add(self, parent: &Node) {
        C::add_live(Box::new(self), parent);
    }
}

macro_rules! signals {
    ($($signal:ident)*) => {$(
        impl<C: Child + Clone + Send + Sync> Child for $signal<C> {
            fn add(self, parent: &Node) {
                C::add_live(Box::new(move || self.get()), parent);
            }
        }
    )*};
}

signals! { Memo RwSignal Signal }

/// A text that changes in place.
fn live_text(parent: &Node, text: Box<dyn Fn() -> Cow<'static, str>>) {
    let node = text_node("");
    append(parent, &node);
    live(move |before: Option<Cow<'static, str>>| {
        let now = text();
        if before.as_ref() != Some(&now) {
            node.set_text_content(Some(&now));
        }
        now
    });
}

/// Nodes that are replaced by others, between two empty texts that mark their place.
fn replaced(parent: &Node, fill: Box<dyn Fn(&Node)>) {
    let (start, end) = (text_node(""), text_node(""));
    append(parent, &start);
    append(parent, &end);
    live(move |before: Option<()>| {
        if before.is_some() {
            remove_between(&start, &end);
        }
        let fragment: Node = DOCUMENT.with(|document| document.create_document_fragment().into());
        fill(&fragment);
        insert_before(&fragment, &end);
    });
}

fn remove_between(start: &Node, end: &Node) {
    while let Some(node) = start.next_sibling().filter(|node| node != end) {
        remove(&node);
    }
}

/// Takes a node out of the document.
pub fn remove(node: &Node) {
    if let Some(parent) = node.parent_node() {
        let _ = parent.remove_child(node);
    }
}

/// Puts a node right before another.
pub fn insert_before(node: &Node, other: &Node) {
    if let Some(parent) = other.parent_node() {
        let _ = parent.insert_before(node, Some(other));
    }
}
