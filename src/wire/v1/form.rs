//! How a saved form and the domain become each other, and the macros that declare both ways at once.

use crate::wire::fault::Fault;
use std::collections::BTreeSet;

/// A saved form of the domain type `D`.
pub(in crate::wire) trait Form<D>: Sized {
    /// The form of a value.
    fn of(value: &D) -> Self;

    /// The value that the form stands for, or what is wrong with it.
    fn read(self) -> Result<D, Fault>;
}

macro_rules! same {
    ($($type:ty)*) => {$(
        impl Form<$type> for $type {
            fn of(value: &$type) -> Self {
                value.clone()
            }

            fn read(self) -> Result<$type, Fault> {
                Ok(self)
            }
        }
    )*};
}

same! { String bool u16 }

impl<D, F: Form<D>> Form<Option<D>> for Option<F> {
    fn of(value: &Option<D>) -> Self {
        value.as_ref().map(F::of)
    }

    fn read(self) -> Result<Option<D>, Fault> {
        self.map(F::read).transpose()
    }
}

impl<D, F: Form<D>> Form<Vec<D>> for Vec<F> {
    fn of(values: &Vec<D>) -> Self {
        values.iter().map(F::of).collect()
    }

    fn read(self) -> Result<Vec<D>, Fault> {
        let items = self.into_iter().enumerate();
        items.map(|(place, item)| item.read().map_err(|fault| fault.in_item(place))).collect()
    }
}

impl<D: Ord, F: Form<D>> Form<BTreeSet<D>> for Vec<F> {
    fn of(values: &BTreeSet<D>) -> Self {
        values.iter().map(F::of).collect()
    }

    fn read(self) -> Result<BTreeSet<D>, Fault> {
        let items = self.into_iter().enumerate();
        items.map(|(place, item)| item.read().map_err(|fault| fault.in_item(place))).collect()
    }
}

/// Whether a field has its usual value, and so is left out.
pub(super) fn usual<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
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
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
        #[serde(rename_all = "camelCase", deny_unknown_fields)]
        #[cfg_attr(test, derive(schemars::JsonSchema))]
        pub(in crate::wire) struct $name {
            $($(#[$note])* pub(super) $field: $type,)*
            $($(#[$other_note])*
            #[serde(default, skip_serializing_if = "super::form::usual")]
            pub(super) $other: $other_type,)*
        }

        impl super::Form<$domain> for $name {
            fn of(value: &$domain) -> Self {
                Self {
                    $($field: super::Form::of(&value.$field),)*
                    $($other: super::Form::of(&value.$other),)*
                }
            }

            fn read(self) -> Result<$domain, $crate::wire::fault::Fault> {
                let inside = |fault: $crate::wire::fault::Fault, name| fault.in_field(&super::form::camel(name));
                use $domain as Domain;
                Ok(Domain {
                    $($field: super::Form::read(self.$field).map_err(|fault| inside(fault, stringify!($field)))?,)*
                    $($other: super::Form::read(self.$other).map_err(|fault| inside(fault, stringify!($other)))?,)*
                })
            }
        }
    };
}
pub(super) use form;

/// Declares the form of a choice without content; the first is the usual one.
macro_rules! choice {
    ($(#[$meta:meta])* $name:ident of $domain:path {
        $(#[$first_note:meta])* $first:ident, $($(#[$note:meta])* $variant:ident,)*
    }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Default, serde::Serialize, serde::Deserialize)]
        #[serde(rename_all = "camelCase")]
        #[cfg_attr(test, derive(schemars::JsonSchema))]
        pub(in crate::wire) enum $name {
            #[default]
            $(#[$first_note])* $first,
            $($(#[$note])* $variant,)*
        }

        impl super::Form<$domain> for $name {
            fn of(value: &$domain) -> Self {
                use $domain as Domain;
                match value {
                    Domain::$first => Self::$first,
                    $(Domain::$variant => Self::$variant,)*
                }
            }

            fn read(self) -> Result<$domain, $crate::wire::fault::Fault> {
                use $domain as Domain;
                Ok(match self {
                    Self::$first => Domain::$first,
                    $(Self::$variant => Domain::$variant,)*
                })
            }
        }
    };
}
pub(super) use choice;
