//! Reads the saved form out of parsed JSON, and remembers the path to what is wrong.
//!
//! One small deserializer with an error of its own takes the place of `serde_json`'s and `serde_path_to_error`'s: it
//! keeps the fault as data instead of a sentence in English, and links no printing of floats.

use super::fault::Fault;
use super::{Expected, Problem};
use serde::de::{DeserializeSeed, Deserializer, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor};
use serde::forward_to_deserialize_any;
use serde_json::{Map, Value, map};
use std::slice;

/// A value to be read.
#[derive(Clone, Copy)]
pub(super) struct Node<'de>(pub(super) &'de Value);

impl<'de> Deserializer<'de> for Node<'de> {
    type Error = Fault;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.0 {
            Value::Null => visitor.visit_unit(),
            Value::Bool(truth) => visitor.visit_bool(*truth),
            Value::Number(number) => match (number.as_u64(), number.as_i64()) {
                (Some(whole), _) => visitor.visit_u64(whole),
                (_, Some(whole)) => visitor.visit_i64(whole),
                _ => visitor.visit_f64(0.0),
            },
            Value::String(text) => visitor.visit_borrowed_str(text),
            Value::Array(_) => self.deserialize_seq(visitor),
            Value::Object(_) => self.deserialize_struct("", &[], visitor),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.0 {
            Value::Array(items) => visitor.visit_seq(Items { items: items.iter(), place: 0 }),
            _ => Err(Fault::expecting(Expected::List)),
        }
    }

    /// A record is named fields only: serde would take a list of values in their order too.
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        match self.0 {
            Value::Object(fields) => visitor.visit_map(Fields { fields: fields.iter(), value: None }),
            _ => Err(Fault::expecting(Expected::Fields)),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        if self.0.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        let (name, content) = match self.0 {
            Value::String(name) => (name, None),
            Value::Object(fields) => match single(fields) {
                Some((name, content)) => (name, Some(content)),
                None => return Err(Fault::expecting(Expected::OneOf(variants))),
            },
            _ => return Err(Fault::expecting(Expected::OneOf(variants))),
        };
        visitor.visit_enum(Choice { name, content, variants })
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct tuple
        tuple_struct map identifier ignored_any
    }
}

fn single(fields: &Map<String, Value>) -> Option<(&String, &Value)> {
    let mut fields = fields.iter();
    let first = fields.next();
    if fields.next().is_none() { first } else { None }
}

struct Items<'de> {
    items: slice::Iter<'de, Value>,
    place: usize,
}

impl<'de> SeqAccess<'de> for Items<'de> {
    type Error = Fault;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Fault> {
        let Some(item) = self.items.next() else { return Ok(None) };
        let place = self.place;
        self.place += 1;
        seed.deserialize(Node(item)).map(Some).map_err(|fault| fault.in_item(place))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.items.len())
    }
}

struct Fields<'de> {
    fields: map::Iter<'de>,
    value: Option<(&'de String, &'de Value)>,
}

impl<'de> MapAccess<'de> for Fields<'de> {
    type Error = Fault;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Fault> {
        let Some((name, value)) = self.fields.next() else { return Ok(None) };
        self.value = Some((name, value));
        seed.deserialize(Name(name)).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Fault> {
        let Some((name, value)) = self.value.take() else { return Err(Fault::expecting(Expected::Fields)) };
        seed.deserialize(Node(value)).map_err(|fault| fault.in_field(name))
    }
}

/// The name of a field or a choice.
struct Name<'de>(&'de str);

impl<'de> Deserializer<'de> for Name<'de> {
    type Error = Fault;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_borrowed_str(self.0)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

/// One of several forms: a bare name, or a name with something in it.
struct Choice<'de> {
    name: &'de str,
    content: Option<&'de Value>,
    variants: &'static [&'static str],
}

impl<'de> EnumAccess<'de> for Choice<'de> {
    type Error = Fault;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), Fault> {
        Ok((seed.deserialize(Name(self.name))?, self))
    }
}

impl<'de> VariantAccess<'de> for Choice<'de> {
    type Error = Fault;

    fn unit_variant(self) -> Result<(), Fault> {
        if self.content.is_some() { Err(Fault::expecting(Expected::OneOf(self.variants))) } else { Ok(()) }
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Fault> {
        let Some(content) = self.content else { return Err(Fault::expecting(Expected::Fields)) };
        seed.deserialize(Node(content)).map_err(|fault| fault.in_field(self.name))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, Fault> {
        Err(Fault::expecting(Expected::Fields))
    }

    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], _: V) -> Result<V::Value, Fault> {
        Err(Fault::expecting(Expected::Fields))
    }
}

/// Checks the bounds that hold everywhere: the length of lists and of texts.
pub(super) fn within_bounds(value: &Value) -> Result<(), Fault> {
    match value {
        Value::String(text) => {
            let limit = super::LONGEST_TEXT;
            // Bytes are never fewer than characters, so most texts need no counting.
            let characters = if text.len() > limit { text.chars().count() } else { 0 };
            if characters > limit { Err(Fault::new(Problem::LongText { characters, limit })) } else { Ok(()) }
        }
        Value::Array(items) => {
            let (count, limit) = (items.len(), super::MOST_RECORDS);
            if count > limit {
                return Err(Fault::new(Problem::TooMany { count, limit }));
            }
            let mut items = items.iter().enumerate();
            items.try_for_each(|(place, item)| within_bounds(item).map_err(|fault| fault.in_item(place)))
        }
        Value::Object(fields) => {
            let mut fields = fields.iter();
            fields.try_for_each(|(name, field)| within_bounds(field).map_err(|fault| fault.in_field(name)))
        }
        _ => Ok(()),
    }
}
