//! What every part of a plan has in common: an identity, named fields, and a merge field by field.

use std::{collections::BTreeMap, sync::Arc};

/// A part of the plan that is merged field by field.
///
/// An invariant therefore lives inside one field: a [`super::Slot`] holds start and end, never two fields.
pub trait Record: Clone + PartialEq {
    /// Its identity.
    type Id: Copy + Ord;

    /// The identity, which never changes.
    fn id(&self) -> Self::Id;

    /// The names of the fields in which `self` and `other` differ.
    fn changed(&self, other: &Self) -> Vec<&'static str>;

    /// Copies the named field from `other`.
    fn take(&mut self, other: &Self, field: &str);

    /// Merges three states of a record: `ours` with the fields that `theirs` changed since `base`.
    ///
    /// Where both changed a field to different values, or there is no `base` to tell who did, ours stays and the
    /// field's name goes to `clashes`.
    fn merged(base: Option<&Self>, ours: &Self, theirs: &Self, clashes: &mut Vec<&'static str>) -> Self;
}

/// Declares a record: the struct, and [`Record`] for it.
macro_rules! record {
    ($(#[$meta:meta])* $name:ident($id:ty) { $($(#[$note:meta])* $field:ident: $type:ty,)* }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct $name {
            /// Its identity.
            pub id: $id,
            $($(#[$note])* pub $field: $type,)*
        }

        impl $crate::plan::Record for $name {
            type Id = $id;

            fn id(&self) -> $id {
                self.id
            }

            fn changed(&self, other: &Self) -> Vec<&'static str> {
                let mut fields = Vec::new();
                $(if self.$field != other.$field {
                    fields.push(stringify!($field));
                })*
                fields
            }

            fn take(&mut self, other: &Self, field: &str) {
                match field {
                    $(stringify!($field) => self.$field.clone_from(&other.$field),)*
                    _ => {}
                }
            }

            fn merged(base: Option<&Self>, ours: &Self, theirs: &Self, clashes: &mut Vec<&'static str>) -> Self {
                let mut merged = ours.clone();
                for field in ours.changed(theirs) {
                    let same = |other: &Self| base.is_some_and(|base| !base.changed(other).contains(&field));
                    if same(theirs) {
                        continue;
                    }
                    if same(ours) {
                        merged.take(theirs, field);
                    } else {
                        clashes.push(field);
                    }
                }
                merged
            }
        }
    };
}
pub(crate) use record;

/// The records of one kind, by identity. Copies share the records, so a copy of a plan costs little.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table<R: Record>(BTreeMap<R::Id, Arc<R>>);

impl<R: Record> Default for Table<R> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<R: Record> Table<R> {
    /// The record with this identity.
    #[must_use]
    pub fn get(&self, id: R::Id) -> Option<&Arc<R>> {
        self.0.get(&id)
    }

    /// Whether there is a record with this identity.
    #[must_use]
    pub fn has(&self, id: R::Id) -> bool {
        self.0.contains_key(&id)
    }

    /// The records in the order of their identities, which is the order of their making.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Arc<R>> {
        self.0.values()
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds a record, or puts it in the place of the one with its identity.
    pub fn put(&mut self, record: impl Into<Arc<R>>) {
        let record = record.into();
        self.0.insert(record.id(), record);
    }

    /// Takes a record out.
    pub fn remove(&mut self, id: R::Id) -> Option<Arc<R>> {
        self.0.remove(&id)
    }

    /// Changes a record in place; nothing happens where there is none.
    pub fn change(&mut self, id: R::Id, change: impl FnOnce(&mut R)) {
        if let Some(record) = self.0.get_mut(&id) {
            change(Arc::make_mut(record));
        }
    }

    /// Changes every record that `concerns` picks; the others stay shared with earlier copies.
    pub fn change_where(&mut self, concerns: impl Fn(&R) -> bool, change: impl Fn(&mut R)) {
        for record in self.0.values_mut() {
            if concerns(record) {
                change(Arc::make_mut(record));
            }
        }
    }
}

impl<R: Record> FromIterator<R> for Table<R> {
    fn from_iter<I: IntoIterator<Item = R>>(records: I) -> Self {
        let mut table = Self::default();
        for record in records {
            table.put(record);
        }
        table
    }
}

impl<'a, R: Record> IntoIterator for &'a Table<R> {
    type Item = &'a Arc<R>;
    type IntoIter = std::collections::btree_map::Values<'a, R::Id, Arc<R>>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.values()
    }
}
