//! How a saved form and the domain become each other, and the macros that declare both ways at once.
//!
//! A form is only a name with two functions: it reads a domain value out of JSON and writes one. With the tests it is
//! also a type from which the JSON Schema is generated; both come out of the same declaration.

use crate::wire::read::{Given, Reading};
use crate::wire::write::Writer;
use std::collections::BTreeSet;

/// A saved form of the domain type `D`.
pub(in crate::wire) trait Form<D> {
    /// The value that stands there, or its usual value; what is wrong is told to `reading`.
    fn read<'a>(value: Given<'a>, reading: &mut Reading<'a>) -> D;

    /// Writes a value.
    fn write(value: &D, writer: &mut Writer);

    /// Whether it is the usual value, which a record leaves out.
    fn usual(_: &D) -> bool {
        false
    }
}

/// The names of a record's fields in the saved form, in the order in which they are written.
pub(in crate::wire) struct Shape {
    pub(in crate::wire) names: &'static [&'static str],
    /// How many of them, from the first, must be given.
    pub(in crate::wire) required: usize,
}

impl Form<String> for String {
    fn read<'a>(value: Given<'a>, reading: &mut Reading<'a>) -> String {
        reading.text(value).to_string()
    }

    fn write(value: &String, writer: &mut Writer) {
        writer.text(value);
    }

    fn usual(value: &String) -> bool {
        value.is_empty()
    }
}

impl Form<bool> for bool {
    fn read<'a>(value: Given<'a>, reading: &mut Reading<'a>) -> bool {
        reading.truth(value)
    }

    fn write(value: &bool, writer: &mut Writer) {
        writer.plain(if *value { "true" } else { "false" });
    }

    fn usual(value: &bool) -> bool {
        !value
    }
}

macro_rules! whole {
    ($($type:ty)*) => {$(
        impl Form<$type> for $type {
            fn read<'a>(value: Given<'a>, reading: &mut Reading<'a>) -> $type {
                let number = reading.whole(value, i64::from(<$type>::MIN), i64::from(<$type>::MAX));
                <$type>::try_from(number).unwrap_or_default()
            }

            fn write(value: &$type, writer: &mut Writer) {
                writer.whole(i64::from(*value));
            }

            fn usual(value: &$type) -> bool {
                *value == 0
            }
        }
    )*};
}

whole! { u16 i32 }

impl<D, F: Form<D>> Form<Option<D>> for Option<F> {
    fn read<'a>(value: Given<'a>, reading: &mut Reading<'a>) -> Option<D> {
        let value = value.filter(|value| !value.is_null())?;
        Some(F::read(Some(value), reading))
    }

    fn write(value: &Option<D>, writer: &mut Writer) {
        match value {
            Some(value) => F::write(value, writer),
            None => writer.plain("null"),
        }
    }

    fn usual(value: &Option<D>) -> bool {
        value.is_none()
    }
}

impl<D, F: Form<D>> Form<Vec<D>> for Vec<F> {
    fn read<'a>(value: Given<'a>, reading: &mut Reading<'a>) -> Vec<D> {
        let mut items = Vec::new();
        reading.items::<D, F>(value, |item| items.push(item));
        items
    }

    fn write(value: &Vec<D>, writer: &mut Writer) {
        writer.list::<D, F>(value.iter());
    }

    fn usual(value: &Vec<D>) -> bool {
        value.is_empty()
    }
}

impl<D: Ord, F: Form<D>> Form<BTreeSet<D>> for Vec<F> {
    fn read<'a>(value: Given<'a>, reading: &mut Reading<'a>) -> BTreeSet<D> {
        let mut items = BTreeSet::new();
        reading.items::<D, F>(value, |item| {
            items.insert(item);
        });
        items
    }

    fn write(value: &BTreeSet<D>, writer: &mut Writer) {
        writer.list::<D, F>(value.iter());
    }

    fn usual(value: &BTreeSet<D>) -> bool {
        value.is_empty()
    }
}

/// The name in the saved form of a field of the domain: `to_confirm` is `toConfirm`.
pub(in crate::wire) fn camel(name: &str) -> String {
    let mut camel = String::with_capacity(name.len());
    let mut upper = false;
    for character in name.chars() {
        if character == '_' {
            upper = true;
        } else {
            camel.push(if upper { character.to_ascii_uppercase() } else { character });
            upper = false;
        }
    }
    camel
}

/// The bytes of a name in camelCase and how many they are, for [`name`]; `pascal` begins small.
pub(super) const fn camel_bytes<const N: usize>(name: &[u8]) -> ([u8; N], usize) {
    let (mut camel, mut length, mut upper, mut place) = ([0; N], 0, false, 0);
    while place < name.len() {
        if name[place] == b'_' {
            upper = true;
        } else {
            camel[length] = match (upper, length) {
                (true, _) => name[place].to_ascii_uppercase(),
                (false, 0) => name[place].to_ascii_lowercase(),
                _ => name[place],
            };
            length += 1;
            upper = false;
        }
        place += 1;
    }
    (camel, length)
}

/// The name in the saved form of a field or a choice of the domain, made by the compiler.
macro_rules! name {
    ($name:ident) => {
        const {
            const NAME: &str = stringify!($name);
            const CAMEL: ([u8; NAME.len()], usize) = $crate::wire::v1::form::camel_bytes(NAME.as_bytes());
            match std::str::from_utf8(CAMEL.0.split_at(CAMEL.1).0) {
                Ok(name) => name,
                Err(_) => NAME,
            }
        }
    };
}
pub(super) use name;

/// Whether a field's usual value is kept out of the schema.
#[cfg(test)]
pub(super) const fn always<T>(_: &T) -> bool {
    true
}

/// Declares the form of a record: the fields that must be given, then those with a usual value. The fields have the
/// domain's names, so the compiler sees when the two grow apart.
macro_rules! form {
    (
        $(#[$meta:meta])* $name:ident of $domain:path {
            $($(#[$note:meta])* $field:ident: $type:ty,)*
        } or {
            $($(#[$other_note:meta])* $other:ident: $other_type:ty,)*
        }
    ) => {
        $crate::wire::v1::form::published! {
            $(#[$meta])* $name { $($(#[$note])* $field: $type,)* } or { $($(#[$other_note])* $other: $other_type,)* }
        }

        impl $crate::wire::v1::Form<$domain> for $name {
            fn read<'a>(
                value: $crate::wire::read::Given<'a>,
                reading: &mut $crate::wire::read::Reading<'a>,
            ) -> $domain {
                use $domain as Domain;
                let mut fields = reading.fields(value, &Self::SHAPE);
                Domain {
                    $($field: fields.read::<$type, _>(),)*
                    $($other: fields.read::<$other_type, _>(),)*
                }
            }

            fn write(value: &$domain, writer: &mut $crate::wire::write::Writer) {
                let mut fields = writer.fields(&Self::SHAPE);
                $(fields.write::<$type, _>(&value.$field);)*
                $(fields.write::<$other_type, _>(&value.$other);)*
                fields.end();
            }

            fn usual(value: &$domain) -> bool {
                Self::SHAPE.required == 0 $(&& <$other_type as $crate::wire::v1::Form<_>>::usual(&value.$other))*
            }
        }
    };
}
pub(super) use form;

/// Declares the shape of a record and, for the tests, the type from which its schema is generated.
macro_rules! published {
    (
        $(#[$meta:meta])* $name:ident {
            $($(#[$note:meta])* $field:ident: $type:ty,)*
        } or {
            $($(#[$other_note:meta])* $other:ident: $other_type:ty,)*
        }
    ) => {
        #[cfg(test)]
        #[derive(schemars::JsonSchema)]
        $(#[$meta])*
        #[schemars(rename_all = "camelCase", deny_unknown_fields)]
        #[allow(dead_code, reason = "only its schema is made")]
        pub(in crate::wire) struct $name {
            $($(#[$note])* $field: $type,)*
            $($(#[$other_note])*
            #[schemars(default, skip_serializing_if = "super::form::always")]
            $other: $other_type,)*
        }

        #[cfg(not(test))]
        pub(in crate::wire) struct $name;

        impl $name {
            const SHAPE: $crate::wire::v1::Shape = $crate::wire::v1::Shape {
                names: &[
                    $($crate::wire::v1::form::name!($field),)*
                    $($crate::wire::v1::form::name!($other),)*
                ],
                required: <[&str]>::len(&[$(stringify!($field),)*]),
            };
        }
    };
}
pub(super) use published;

/// Declares the form of a choice without content; the first is the usual one.
macro_rules! choice {
    ($(#[$meta:meta])* $name:ident of $domain:path {
        $(#[$first_note:meta])* $first:ident, $($(#[$note:meta])* $variant:ident,)*
    }) => {
        $(#[$meta])*
        #[cfg(test)]
        #[derive(Default, schemars::JsonSchema)]
        #[schemars(rename_all = "camelCase")]
        #[allow(dead_code, reason = "only its schema is made")]
        pub(in crate::wire) enum $name {
            #[default]
            $(#[$first_note])* $first,
            $($(#[$note])* $variant,)*
        }

        #[cfg(not(test))]
        pub(in crate::wire) struct $name;

        impl $name {
            const NAMES: &'static [&'static str] = &[
                $crate::wire::v1::form::name!($first), $($crate::wire::v1::form::name!($variant),)*
            ];
            const VALUES: &'static [$domain] = {
                use $domain as Domain;
                &[Domain::$first, $(Domain::$variant,)*]
            };
        }

        impl $crate::wire::v1::Form<$domain> for $name {
            fn read<'a>(
                value: $crate::wire::read::Given<'a>,
                reading: &mut $crate::wire::read::Reading<'a>,
            ) -> $domain {
                Self::VALUES.get(reading.one_of(value, Self::NAMES)).copied().unwrap_or_default()
            }

            fn write(value: &$domain, writer: &mut $crate::wire::write::Writer) {
                let place = Self::VALUES.iter().position(|known| known == value);
                writer.text(Self::NAMES[place.unwrap_or_default()]);
            }

            fn usual(value: &$domain) -> bool {
                Self::VALUES.first() == Some(value)
            }
        }
    };
}
pub(super) use choice;
