//! Lists with keys: a row is made once, moves with its key, and goes with it.

use super::{
    Child, DOCUMENT, append,
    child::{insert_before, remove},
    live, text_node,
};
use leptos::{prelude::*, reactive::graph::untrack};
use std::{
    cell::RefCell,
    hash::{DefaultHasher, Hash, Hasher},
    rc::Rc,
};
use web_sys::Node;

/// A row: its key, what it owns, and its first and last node, between which the others stand.
struct Row {
    key: u64,
    owner: Owner,
    ends: Option<(Node, Node)>,
}

/// Makes the row at a place, into a node.
type Make = Box<dyn Fn(usize, &Node)>;

/// A list that follows `each`: a row for every key, in its order.
pub struct List {
    /// The keys now; what belongs to them waits for `make`.
    keys: Box<dyn Fn() -> Vec<u64>>,
    /// Makes the row at a place of the keys last asked for.
    make: Make,
}

/// A list of `row`s, one for each item. An item with a known key keeps its row as it is.
pub fn list<T: 'static, K: Hash, C: Child>(
    each: impl Fn() -> Vec<T> + 'static,
    key: impl Fn(&T) -> K + 'static,
    row: impl Fn(T) -> C + 'static,
) -> List {
    let items = Rc::new(RefCell::new(Vec::new()));
    let waiting = items.clone();
    let keys = move || {
        let now = each();
        let keys = now.iter().map(|item| hash(&key(item))).collect();
        *waiting.borrow_mut() = now.into_iter().map(Some).collect();
        keys
    };
    let make = move |place: usize, into: &Node| {
        let item = items.borrow_mut().get_mut(place).and_then(Option::take);
        if let Some(item) = item {
            row(item).add(into);
        }
    };
    List { keys: Box::new(keys), make: Box::new(make) }
}

fn hash(key: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    key.hash(&mut hasher);
    hasher.finish()
}

impl Child for List {
    fn add(self, parent: &Node) {
        let end = text_node("");
        append(parent, &end);
        // Rows belong to the list and not to one run of its effect, which would take them along when it runs again.
        let owner = Owner::current().unwrap_or_default();
        live(move |before: Option<Vec<Row>>| {
            let keys = (self.keys)();
            let mut before = before.unwrap_or_default();
            let mut rows = Vec::with_capacity(keys.len());
            for (place, key) in keys.into_iter().enumerate() {
                let known = before.iter().position(|row| row.key == key);
                rows.push(match known {
                    Some(known) => before.swap_remove(known),
                    None => make_row(key, &owner, &|into| (self.make)(place, into)),
                });
            }
            for gone in before {
                gone.owner.cleanup();
                for node in gone.nodes() {
                    remove(&node);
                }
            }
            arrange(&rows, &end);
            rows
        });
    }
}

fn make_row(key: u64, owner: &Owner, make: &dyn Fn(&Node)) -> Row {
    let fragment: Node = DOCUMENT.with(|document| document.create_document_fragment().into());
    let own = owner.with(Owner::new);
    own.with(|| untrack(|| make(&fragment)));
    let ends = fragment.first_child().zip(fragment.last_child());
    Row { key, owner: own, ends }
}

/// Brings the rows into their order before `end`, and moves only those that stand elsewhere.
fn arrange(rows: &[Row], end: &Node) {
    let mut next = end.clone();
    for row in rows.iter().rev() {
        let Some((first, last)) = &row.ends else { continue };
        if last.next_sibling().as_ref() != Some(&next) {
            for node in row.nodes() {
                insert_before(&node, &next);
            }
        }
        next = first.clone();
    }
}

impl Row {
    /// All nodes from the first to the last.
    fn nodes(&self) -> Vec<Node> {
        let Some((first, last)) = &self.ends else { return Vec::new() };
        let mut nodes = vec![first.clone()];
        let mut node = first.clone();
        while node != *last {
            match node.next_sibling() {
                Some(next) => node = next,
                None => break,
            }
            nodes.push(node.clone());
        }
        nodes
    }
}
