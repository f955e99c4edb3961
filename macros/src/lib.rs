//! `view!`, in the syntax of Leptos, for the small renderer in `src/app/dom`.
//!
//! Leptos's own macro gives every element, attribute and closure a type of its own, and every type its own machine
//! code. This one expands to calls of a few functions that are compiled once.

use proc_macro::TokenStream;
use proc_macro2::TokenStream as Tokens;
use quote::{format_ident, quote};
use rstml::node::{KeyedAttribute, Node, NodeAttribute, NodeBlock, NodeElement};
use syn::{Expr, Lit};

/// An element as rstml reads it, without node types of our own.
type Element = NodeElement<rstml::Infallible>;

/// Builds a `View` from elements, components, texts and blocks.
#[proc_macro]
pub fn view(input: TokenStream) -> TokenStream {
    let nodes = match rstml::parse2(input.into()) {
        Ok(nodes) => nodes,
        Err(error) => return error.to_compile_error().into(),
    };
    nodes_to_view(&nodes, false).into()
}

/// Elements of SVG are made in its name space. Those that HTML has too count as SVG inside of `<svg>` only.
const SVG: [&str; 13] =
    ["svg", "g", "path", "rect", "circle", "line", "polyline", "polygon", "text", "tspan", "defs", "pattern", "marker"];

fn nodes_to_view(nodes: &[Node], svg: bool) -> Tokens {
    let nodes: Vec<_> = nodes.iter().filter(|node| !matches!(node, Node::Comment(_))).collect();
    if let [Node::Element(element)] = nodes.as_slice() {
        return element_to_view(element, svg);
    }
    let children = nodes.iter().map(|node| child(node, svg));
    quote! {{
        let parent = crate::app::dom::Parent::fragment();
        #(#children)*
        parent.done()
    }}
}

/// The statement that adds a node to `parent`.
fn child(node: &Node, svg: bool) -> Tokens {
    match node {
        Node::Element(element) => {
            let view = element_to_view(element, svg);
            quote! { parent.child(#view); }
        }
        Node::Text(text) => {
            let value = &text.value;
            quote! { parent.text(#value); }
        }
        Node::Block(NodeBlock::ValidBlock(block)) => {
            let statements = &block.stmts;
            // Braces around a single expression would only warn.
            if let [syn::Stmt::Expr(expression, None)] = statements.as_slice() {
                quote! { parent.child(#expression); }
            } else {
                quote! { parent.child(#block); }
            }
        }
        Node::Fragment(fragment) => {
            let children = fragment.children.iter().map(|node| child(node, svg));
            quote! { #(#children)* }
        }
        other => syn::Error::new_spanned(other, "not something that a view can hold").to_compile_error(),
    }
}

fn element_to_view(element: &Element, svg: bool) -> Tokens {
    let name = element.name().to_string();
    if name.chars().next().is_some_and(char::is_uppercase) || name.contains("::") {
        return component(element, &name, svg);
    }
    let svg = svg || SVG.contains(&name.as_str());
    let make = if svg { format_ident!("svg") } else { format_ident!("element") };
    let attributes = element.attributes().iter().map(attribute);
    let children = element.children.iter().map(|node| child(node, svg));
    quote! {{
        let parent = crate::app::dom::Parent::#make(#name);
        #(#attributes)*
        #(#children)*
        parent.done()
    }}
}

/// The statement that gives `parent` an attribute, a listener, or whatever else stands like an attribute.
fn attribute(attribute: &NodeAttribute) -> Tokens {
    let NodeAttribute::Attribute(attribute) = attribute else {
        return syn::Error::new_spanned(attribute, "an attribute has a name").to_compile_error();
    };
    let key = attribute.key.to_string();
    let value = value(attribute);
    match key.split_once(':') {
        Some(("on", event)) => {
            let kind = event_type(event);
            quote! { parent.on::<#kind>(#event, #value); }
        }
        Some(("class", class)) => quote! { parent.toggle(#class, crate::app::dom::Value::given(#value)); },
        Some(("style", property)) => quote! { parent.style(#property, crate::app::dom::Value::given(#value)); },
        Some(("prop", property)) => quote! { parent.property(#property, crate::app::dom::Value::given(#value)); },
        _ if key == "node_ref" => quote! { parent.refer(#value); },
        _ if key == "style" => match attribute.value() {
            Some(Expr::Tuple(pair)) if pair.elems.len() == 2 => {
                let (property, value) = (&pair.elems[0], &pair.elems[1]);
                quote! { parent.style(#property, crate::app::dom::Value::given(#value)); }
            }
            _ => {
                let say = "the Content-Security-Policy forbids style as text: write style=(\"name\", value)";
                syn::Error::new_spanned(attribute, say).to_compile_error()
            }
        },
        _ => match attribute.value() {
            Some(Expr::Lit(literal)) if matches!(literal.lit, Lit::Str(_)) => quote! { parent.set(#key, #literal); },
            None => quote! { parent.set(#key, ""); },
            Some(_) => quote! { parent.attribute(#key, crate::app::dom::Value::given(#value)); },
        },
    }
}

fn value(attribute: &KeyedAttribute) -> Tokens {
    match attribute.value() {
        Some(value) => quote! { #value },
        None => quote! { true },
    }
}

/// The type of a DOM event, so that listeners need not name it.
fn event_type(event: &str) -> Tokens {
    let name = match event {
        "click" | "dblclick" => "MouseEvent",
        "keydown" | "keyup" => "KeyboardEvent",
        "focusin" | "focusout" | "focus" | "blur" => "FocusEvent",
        "submit" => "SubmitEvent",
        "paste" => "ClipboardEvent",
        "drop" | "dragover" | "dragenter" | "dragleave" => "DragEvent",
        _ if event.starts_with("pointer") => "PointerEvent",
        _ => "Event",
    };
    let name = format_ident!("{name}");
    quote! { web_sys::#name }
}

fn component(element: &Element, name: &str, svg: bool) -> Tokens {
    if name == "For" {
        return list(element, svg);
    }
    let path = element.name();
    let mut properties = Vec::new();
    for attribute in element.attributes() {
        let NodeAttribute::Attribute(attribute) = attribute else {
            return syn::Error::new_spanned(attribute, "a property has a name").to_compile_error();
        };
        let (key, value) = (format_ident!("{}", attribute.key.to_string()), value(attribute));
        properties.push(quote! { .#key(#value) });
    }
    if !element.children.is_empty() {
        let children = nodes_to_view(&element.children, svg);
        properties.push(quote! { .children(Box::new(move || #children)) });
    }
    quote! {{
        #[allow(unreachable_code, clippy::unit_arg)]
        let properties = ::leptos::component::component_props_builder(&#path) #(#properties)* .build();
        crate::app::dom::component(move || ::leptos::component::component_view(#path, properties))
    }}
}

/// `<For each key children/>`, or with `let:name` and the row as its child.
fn list(element: &Element, svg: bool) -> Tokens {
    let (mut each, mut key, mut row) = (quote! {}, quote! {}, quote! {});
    for attribute in element.attributes() {
        let NodeAttribute::Attribute(attribute) = attribute else {
            return syn::Error::new_spanned(attribute, "For takes each, key, children and let:name").to_compile_error();
        };
        let name = attribute.key.to_string();
        match name.split_once(':') {
            Some(("let", variable)) => {
                let variable = format_ident!("{variable}");
                let body = nodes_to_view(&element.children, svg);
                row = quote! { move |#variable| #body };
            }
            _ => match name.as_str() {
                "each" => each = value(attribute),
                "key" => key = value(attribute),
                "children" => row = value(attribute),
                _ => return syn::Error::new_spanned(attribute, "For takes each, key and children").to_compile_error(),
            },
        }
    }
    quote! { crate::app::dom::list(#each, #key, #row) }
}
