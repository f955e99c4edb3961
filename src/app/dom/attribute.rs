//! Attributes, classes, properties and styles, with values that stay or change.

use super::live;
use crate::app::signal::{Memo, RwSignal, Signal};
use std::borrow::Cow;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement};

/// The value of an attribute at a moment; none where the attribute is not there.
type Text = Option<Cow<'static, str>>;

/// A value as a view was given it.
pub enum Given {
    /// It stays.
    Fixed(Text),
    /// It is asked for again when what it depends on changes.
    Live(Box<dyn Fn() -> Text>),
}

/// What can be the value of an attribute.
pub trait Value {
    /// The value, with its type forgotten.
    fn given(self) -> Given;
}

/// What an attribute's value can be at a moment.
pub trait Plain {
    /// The value as text.
    fn text(self) -> Text;
}

macro_rules! plain {
    ($($type:ty: $value:ident => $text:expr;)*) => {$(
        impl Plain for $type {
            fn text(self) -> Text {
                let $value = self;
                $text
            }
        }

        impl Value for $type {
            fn given(self) -> Given {
                Given::Fixed(self.text())
            }
        }
    )*};
}

plain! {
    &'static str: value => Some(Cow::Borrowed(value));
    String: value => Some(Cow::Owned(value));
    bool: value => value.then_some(Cow::Borrowed(""));
    u32: value => Some(Cow::Owned(value.to_string()));
    i32: value => Some(Cow::Owned(value.to_string()));
    usize: value => Some(Cow::Owned(value.to_string()));
}

impl<P: Plain> Plain for Option<P> {
    fn text(self) -> Text {
        self.and_then(Plain::text)
    }
}

impl<P: Plain> Value for Option<P> {
    fn given(self) -> Given {
        Given::Fixed(self.text())
    }
}

impl<F: Fn() -> P + 'static, P: Plain> Value for F {
    fn given(self) -> Given {
        Given::Live(Box::new(move || self().text()))
    }
}

macro_rules! signals {
    ($($signal:ident)*) => {$(
        impl<P: Plain + Clone + Send + Sync + 'static> Value for $signal<P> {
            fn given(self) -> Given {
                Given::Live(Box::new(move || self.get().text()))
            }
        }
    )*};
}

signals! { Memo RwSignal Signal }

/// How a value is given to an element: its name, the value before, and the value now.
type Change = fn(&Element, &'static str, Option<&str>, Option<&str>);

/// Gives a value to an element, and gives it again whenever it is another one.
pub fn apply(element: &Element, name: &'static str, given: Given, change: Change) {
    match given {
        Given::Fixed(value) => change(element, name, None, value.as_deref()),
        Given::Live(value) => {
            let element = element.clone();
            live(move |before: Option<Text>| {
                let now = value();
                if before.as_ref() != Some(&now) {
                    change(&element, name, before.flatten().as_deref(), now.as_deref());
                }
                now
            });
        }
    }
}

/// An attribute.
pub fn plain(element: &Element, name: &'static str, _before: Option<&str>, now: Option<&str>) {
    let _ = match now {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}

/// The classes of an element. Those that were not given here stay.
pub fn classes(element: &Element, name: &'static str, before: Option<&str>, now: Option<&str>) {
    if before.is_none() && element.get_attribute(name).is_none() {
        plain(element, name, before, now);
        return;
    }
    let list = element.class_list();
    for class in before.unwrap_or_default().split_whitespace() {
        let _ = list.remove_1(class);
    }
    for class in now.unwrap_or_default().split_whitespace() {
        let _ = list.add_1(class);
    }
}

/// One class.
pub fn one_class(element: &Element, class: &'static str, _before: Option<&str>, now: Option<&str>) {
    let _ = element.class_list().toggle_with_force(class, now.is_some());
}

/// A property of the style.
pub fn style(element: &Element, property: &'static str, _before: Option<&str>, now: Option<&str>) {
    // Elements of SVG have a style just like those of HTML.
    let _ = element.unchecked_ref::<HtmlElement>().style().set_property(property, now.unwrap_or_default());
}

/// A property of the element.
pub fn property(element: &Element, name: &'static str, _before: Option<&str>, now: Option<&str>) {
    let value = match (name, now) {
        ("value", now) => JsValue::from_str(now.unwrap_or_default()),
        (_, now) => JsValue::from_bool(now.is_some()),
    };
    let _ = js_sys::Reflect::set(element, &JsValue::from_str(name), &value);
}
