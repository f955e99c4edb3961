//! An arrival or a departure: date, time and place, kept together as soon as there is a moment.

use crate::app::dom::{View, view};
use crate::app::signal::{Effect, RwSignal, Signal};
use crate::{
    app::{Store, form::Form, ui::TextField},
    plan::{Delegate, Travel},
};
use chrono::{Datelike, NaiveDate, NaiveTime};
use leptos::prelude::*;

/// What is filled in, before it is a [`Travel`].
#[derive(Clone, Default)]
struct Draft {
    date: Option<NaiveDate>,
    time: Option<NaiveTime>,
    place: String,
}

/// Three fields.
#[component(transparent)]
pub fn TravelFields(
    form: Form<Delegate>,
    /// Which of the two.
    travel: fn(&mut Delegate) -> &mut Option<Travel>,
    /// The labels of date, time and place.
    labels: [&'static str; 3],
    /// The day of the meeting on which it probably is.
    day: Option<NaiveDate>,
) -> View {
    let words = Store::here().words();
    let known = form.get(move |delegate| travel(&mut delegate.clone()).clone());
    let draft = RwSignal::new(Draft::default());
    // The fields follow the plan, except that what is not complete yet stays in them.
    Effect::new(move || match known.get() {
        Some(travel) => {
            let (date, time) = (travel.at.date(), travel.at.time());
            draft.set(Draft { date: Some(date), time: Some(time), place: travel.place });
        }
        None if draft.with_untracked(|draft| draft.date.is_some() && draft.time.is_some()) => {
            draft.set(Draft::default())
        }
        None => {}
    });
    let keep = move |next: Draft, missing: &'static str| {
        draft.set(next.clone());
        let at = next.date.zip(next.time).map(|(date, time)| date.and_time(time));
        let nothing = next.date.is_none() && next.time.is_none() && next.place.is_empty();
        form.set(|delegate| *travel(delegate) = at.map(|at| Travel { at, place: next.place }));
        if at.is_some() || nothing { Ok(()) } else { Err(missing.to_string()) }
    };
    let date = Callback::new(move |text: String| {
        if text.is_empty() {
            return keep(Draft::default(), "");
        }
        // While a year is typed it is one of the first centuries.
        match NaiveDate::parse_from_str(&text, "%Y-%m-%d").ok().filter(|date| date.year() > 999) {
            Some(date) => keep(Draft { date: Some(date), ..draft.get_untracked() }, words.people_travel_time_error()),
            None => Err(words.people_date_error().to_string()),
        }
    });
    let time = Callback::new(move |text: String| {
        let time = NaiveTime::parse_from_str(text.get(..5).unwrap_or_default(), "%H:%M").ok();
        let before = draft.get_untracked();
        // A time alone is of the meeting's first or last day.
        let date = before.date.or(day.filter(|_| time.is_some()));
        keep(Draft { date, time, ..before }, words.people_travel_time_error())
    });
    let place = Callback::new(move |text: String| {
        keep(Draft { place: text.trim().to_string(), ..draft.get_untracked() }, words.people_travel_place_error())
    });
    let of = move |value: fn(&Draft) -> String| Signal::derive(move || draft.with(value));
    let [date_label, time_label, place_label] = labels;
    view! {
        <div class="fields">
            <TextField label=date_label kind="date" value=of(day_of) commit=date />
            <TextField label=time_label kind="time" value=of(clock_of) commit=time />
        </div>
        <TextField label=place_label value=of(|draft| draft.place.clone()) commit=place />
    }
}

fn day_of(draft: &Draft) -> String {
    draft.date.map(|date| date.to_string()).unwrap_or_default()
}

fn clock_of(draft: &Draft) -> String {
    draft.time.map(|time| time.format("%H:%M").to_string()).unwrap_or_default()
}
