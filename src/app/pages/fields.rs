//! Fields of the panel's forms: a part of a record, read by one function and written by another.

use crate::app::dom::{View, view};
use crate::app::signal::{Memo, Signal};
use crate::{
    app::{
        Store,
        form::Form,
        ui::{
            CheckField, NumberField, TextField, TextsField,
            field::{Commit, takes},
        },
    },
    plan::{AnyRecord, Plan, Record, Table, Text, minute_of_day},
};
use chrono::NaiveTime;
use leptos::prelude::*;
use std::sync::Arc;

/// A form for a record of a table; none where it is gone. A record that goes meanwhile is shown as it was last.
pub(super) fn form_of<R>(store: Store, table: fn(&Plan) -> &Table<R>, id: R::Id) -> Option<Form<R>>
where
    R: Record + Into<AnyRecord> + Send + Sync + 'static,
    R::Id: Send + Sync,
{
    let first = store.plan.with_untracked(|plan| table(plan).get(id).cloned())?;
    let record = Memo::new(move |before: Option<&Arc<R>>| {
        let now = store.plan.with(|plan| table(plan).get(id).cloned());
        now.or_else(|| before.cloned()).unwrap_or_else(|| first.clone())
    });
    Some(Form::new(record))
}

/// A part of a record that is a whole number of minutes or heads, or nothing.
pub(super) fn number<R>(
    form: Form<R>,
    label: &'static str,
    read: fn(&R) -> Option<u16>,
    write: fn(&mut R, Option<u16>),
) -> View
where
    R: Record + Into<AnyRecord> + Send + Sync + 'static,
{
    let commit = Callback::new(move |number| form.set(|record| write(record, number)));
    view! { <NumberField label=label value=form.get(read) commit=commit /> }
}

/// A part of a record that is so many minutes, perhaps none.
pub(super) fn minutes<R>(form: Form<R>, label: &'static str, read: fn(&R) -> u16, write: fn(&mut R) -> &mut u16) -> View
where
    R: Record + Into<AnyRecord> + Send + Sync + 'static,
{
    let commit = Callback::new(move |minutes: Option<u16>| form.set(|record| *write(record) = minutes.unwrap_or(0)));
    let value = form.get(move |record| Some(read(record)));
    view! { <NumberField label=label value=value commit=commit optional=false /> }
}

/// A part of a record that is a line of text.
pub(super) fn line<R>(
    form: Form<R>,
    label: &'static str,
    kind: &'static str,
    read: fn(&R) -> &String,
    write: fn(&mut R) -> &mut String,
) -> View
where
    R: Record + Into<AnyRecord> + Send + Sync + 'static,
{
    let value = form.get(move |record| read(record).clone());
    let commit = takes(move |text| form.set(|record| *write(record) = text));
    view! { <TextField label=label kind=kind value=value commit=commit /> }
}

/// A part of a record that is a text in both languages.
pub(super) fn texts<R>(
    form: Form<R>,
    label: &'static str,
    lines: u32,
    read: fn(&R) -> &Text,
    write: fn(&mut R) -> &mut Text,
) -> View
where
    R: Record + Into<AnyRecord> + Send + Sync + 'static,
{
    let value = form.get(move |record| read(record).clone());
    let commit = Callback::new(move |text| form.set(|record| *write(record) = text));
    view! { <TextsField label=label lines=lines value=value commit=commit /> }
}

/// A part of a record that is true or not.
pub(super) fn tick<R>(form: Form<R>, label: &'static str, read: fn(&R) -> bool, write: fn(&mut R) -> &mut bool) -> View
where
    R: Record + Into<AnyRecord> + Send + Sync + 'static,
{
    let commit = Callback::new(move |ticked| form.set(|record| *write(record) = ticked));
    view! { <CheckField label=label value=form.get(read) commit=commit /> }
}

/// A field for a time of day.
pub(super) fn time_field(label: &'static str, value: Signal<Option<NaiveTime>>, commit: Commit) -> View {
    let text = Signal::derive(move || value.get().map(time_text).unwrap_or_default());
    view! { <TextField label=label kind="time" value=text commit=commit /> }
}

/// `HH:MM`, as fields for times have it.
pub(super) fn time_text(time: NaiveTime) -> String {
    let minute = minute_of_day(time);
    let two = |number: u16| (100 + number).to_string()[1..].to_string();
    two(minute / 60) + ":" + &two(minute % 60)
}

/// The time that a field holds; none where it is empty.
pub(super) fn time_of(text: &str) -> Option<NaiveTime> {
    let (hour, rest) = text.split_once(':')?;
    NaiveTime::from_hms_opt(hour.parse().ok()?, rest.get(..2)?.parse().ok()?, 0)
}

/// The choice from records that are named by text in a field.
pub(super) fn chosen_ids<T: std::str::FromStr + Ord>(
    keys: &std::collections::BTreeSet<String>,
) -> std::collections::BTreeSet<T> {
    keys.iter().filter_map(|key| key.parse().ok()).collect()
}
