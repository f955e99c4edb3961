//! A record on a form: fields change the record that the form showed, so that a change made elsewhere meanwhile is
//! noticed and not overwritten unseen.

use super::Store;
use crate::app::signal::{Memo, Signal};
use crate::plan::{AnyRecord, Record};
use leptos::prelude::*;
use std::sync::Arc;

/// A record that is edited in place. Copies are handles to the same form.
pub struct Form<R: Record + Send + Sync + 'static> {
    store: Store,
    /// The record as it is now.
    pub record: Signal<Arc<R>>,
    /// The record as it was when the keyboard came to the field that is being filled in.
    opened: StoredValue<Option<Arc<R>>>,
}

impl<R: Record + Send + Sync + 'static> Clone for Form<R> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<R: Record + Send + Sync + 'static> Copy for Form<R> {}

impl<R> Form<R>
where
    R: Record + Into<AnyRecord> + Send + Sync + 'static,
{
    /// A form for a record.
    pub fn new(record: impl Into<Signal<Arc<R>>>) -> Self {
        Self { store: Store::here(), record: record.into(), opened: StoredValue::new(None) }
    }

    /// The keyboard or the pointer came to a field: from now on the form speaks of the record as it is shown now.
    pub fn open(self) {
        self.opened.set_value(Some(self.record.get_untracked()));
    }

    /// Changes the record; only the fields that `change` touches.
    pub fn set(self, change: impl FnOnce(&mut R)) {
        let before = self.opened.get_value().unwrap_or_else(|| self.record.get_untracked());
        self.store.revise(&*before, change);
        self.open();
    }

    /// A value of the record, redrawn only when it changes.
    pub fn get<T>(self, value: impl Fn(&R) -> T + Send + Sync + 'static) -> Signal<T>
    where
        T: PartialEq + Send + Sync + 'static,
    {
        let record = self.record;
        Memo::new(move |_| record.with(|record| value(record))).into()
    }
}
