//! What every part of a plan has in common: an identity, named fields, and a merge field by field.

use std::sync::Arc;

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
///
/// A sorted list and not a `BTreeMap`: a dozen maps of different types weigh 15 kB on a phone, and a plan has hundreds
/// of records, not millions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table<R: Record>(Vec<Arc<R>>);

impl<R: Record> Default for Table<R> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<R: Record> Table<R> {
    fn place(&self, id: R::Id) -> Result<usize, usize> {
        self.0.binary_search_by(|record| record.id().cmp(&id))
    }

    /// The record with this identity.
    #[must_use]
    pub fn get(&self, id: R::Id) -> Option<&Arc<R>> {
        self.place(id).ok().and_then(|place| self.0.get(place))
    }

    /// Whether there is a record with this identity.
    #[must_use]
    pub fn has(&self, id: R::Id) -> bool {
        self.place(id).is_ok()
    }

    /// The records in the order of their identities, which is the order of their making.
    pub fn iter(&self) -> std::slice::Iter<'_, Arc<R>> {
        self.0.iter()
    }

    /// How many there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds a record, or puts it in the place of the one with its identity.
    pub fn put(&mut self, record: impl Into<Arc<R>>) {
        let record = record.into();
        match self.place(record.id()) {
            Ok(place) => self.0[place] = record,
            Err(place) => self.0.insert(place, record),
        }
    }

    /// Takes a record out.
    pub fn remove(&mut self, id: R::Id) -> Option<Arc<R>> {
        self.place(id).ok().map(|place| self.0.remove(place))
    }

    /// Changes a record in place; nothing happens where there is none.
    pub fn change(&mut self, id: R::Id, change: impl FnOnce(&mut R)) {
        if let Ok(place) = self.place(id) {
            change(Arc::make_mut(&mut self.0[place]));
        }
    }

    /// Changes every record that `concerns` picks; the others stay shared with earlier copies.
    pub fn change_where(&mut self, concerns: impl Fn(&R) -> bool, change: impl Fn(&mut R)) {
        for record in &mut self.0 {
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
    type IntoIter = std::slice::Iter<'a, Arc<R>>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}
