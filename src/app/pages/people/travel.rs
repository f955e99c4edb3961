//! An arrival or a departure: date, time and place, kept together as soon as there is a moment.

use crate::app::dom::{View, view};
use crate::app::signal::{Effect, Memo, RwSignal, Signal};
use crate::{
    app::{
        Store,
        form::Form,
        ui::{TextField, field::takes},
    },
    plan::{Delegate, Travel, parse_time, time_text},
    wire::clock::{date_text, read_date},
};
use chrono::{Datelike, NaiveDate, NaiveTime};
use leptos::prelude::*;

/// What is filled in, before it is a [`Travel`].
#[derive(Clone, PartialEq, Default)]
struct Draft {
    date: Option<NaiveDate>,
    time: Option<NaiveTime>,
    place: String,
}

impl Draft {
    /// The journey, once there is a moment.
    fn complete(&self) -> Option<Travel> {
        let at = self.date?.and_time(self.time?);
        Some(Travel { at, place: self.place.clone() })
    }
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
    let keep = move |next: Draft| {
        draft.set(next.clone());
        form.set(|delegate| *travel(delegate) = next.complete());
    };
    let date = Callback::new(move |text: String| {
        // While a year is typed it is one of the first centuries.
        match read_date(&text).filter(|date| (1000..10_000).contains(&date.year())) {
            Some(date) => keep(Draft { date: Some(date), ..draft.get_untracked() }),
            None if text.is_empty() => keep(Draft::default()),
            None => return Err(words.people_date_error().to_string()),
        }
        Ok(())
    });
    let time = Callback::new(move |text: String| {
        let time = parse_time(&text);
        if time.is_none() && !text.trim().is_empty() {
            return Err(words.time_error().to_string());
        }
        let before = draft.get_untracked();
        // A time alone is of the meeting's first or last day.
        let date = before.date.or(day.filter(|_| time.is_some()));
        keep(Draft { date, time, ..before });
        Ok(())
    });
    let place = takes(move |text: String| keep(Draft { place: text.trim().to_string(), ..draft.get_untracked() }));
    let incomplete = Memo::new(move |_| draft.with(|draft| *draft != Draft::default() && draft.complete().is_none()));
    let of = move |value: fn(&Draft) -> String| Signal::derive(move || draft.with(value));
    let [date_label, time_label, place_label] = labels;
    view! {
        <div class="fields">
            <TextField label=date_label kind="date" value=of(day_of) commit=date />
            <TextField label=time_label value=of(clock_of) commit=time keyboard="numeric" whole=true />
        </div>
        <TextField label=place_label value=of(|draft| draft.place.clone()) commit=place />
        <p class="field__error people__incomplete" role="status">
            {move || incomplete.get().then(|| words.people_travel_error())}
        </p>
    }
}

fn day_of(draft: &Draft) -> String {
    draft.date.map(date_text).unwrap_or_default()
}

fn clock_of(draft: &Draft) -> String {
    draft.time.map(time_text).unwrap_or_default()
}
