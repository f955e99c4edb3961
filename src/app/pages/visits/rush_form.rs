//! The rush hour of a visit: from when to when drives take longer, and by how much. Three fields, one value.

use crate::app::dom::{View, view};
use crate::app::pages::fields::{time_field, time_of};
use crate::app::signal::{Effect, RwSignal, Signal};
use crate::{
    app::{Store, form::Form, ui::NumberField},
    plan::{Rush, Visit, Window},
};
use chrono::NaiveTime;
use leptos::prelude::*;

/// What stands in the fields. It becomes a rush hour as soon as all of it is there.
type Typed = (Option<NaiveTime>, Option<NaiveTime>, Option<u16>);

/// The fields.
#[component(transparent)]
pub(super) fn RushFields(form: Form<Visit>) -> View {
    let words = Store::here().words();
    let from = form.get(|visit| visit.rush.map(|rush| rush.window.from()));
    let to = form.get(|visit| visit.rush.map(|rush| rush.window.to()));
    let percent = form.get(|visit| visit.rush.map(|rush| rush.percent));
    let typed = RwSignal::<Typed>::new((None, None, None));
    Effect::new(move || typed.set((from.get(), to.get(), percent.get())));
    let commit = move || match typed.get_untracked() {
        (Some(from), Some(to), percent) => match (Window::new(from, to), percent) {
            (Some(window), Some(percent)) => {
                form.set(|visit| visit.rush = Some(Rush { window, percent }));
                Ok(())
            }
            // The figure may still be on its way.
            (Some(_), None) => Ok(()),
            (None, _) => Err(words.visits_window_backwards().to_string()),
        },
        (None, None, _) => {
            form.set(|visit| visit.rush = None);
            Ok(())
        }
        _ => Err(words.visits_window_half().to_string()),
    };
    let starts = Callback::new(move |text: String| {
        typed.update(|typed| typed.0 = time_of(&text));
        commit()
    });
    let ends = Callback::new(move |text: String| {
        typed.update(|typed| typed.1 = time_of(&text));
        commit()
    });
    let adds = Callback::new(move |percent: Option<u16>| {
        typed.update(|typed| typed.2 = percent);
        // Without a figure there is no rush hour.
        if percent.is_none() {
            form.set(|visit| visit.rush = None);
        } else {
            let _ = commit();
        }
    });
    let percent: Signal<Option<u16>> = percent;
    view! {
        <fieldset class="panel__section">
            <legend class="panel__heading">{words.groups_rush()}</legend>
            <div class="fields visits__minutes">
                {time_field(words.groups_rush_from(), from, starts)}
                {time_field(words.visits_window_to(), to, ends)}
                <NumberField label=words.groups_rush_adds() value=percent commit=adds most=300 />
            </div>
        </fieldset>
    }
}
