//! The form of a stop: its phases, the hours in which the host receives, the briefing, and the host itself.

use super::{Page, drag::handle_id, host_form::HostForm, panel};
use crate::app::dom::{Child, View, view};
use crate::app::pages::fields::{chosen_ids, form_of, minutes, texts, tick, time_field, time_of};
use crate::app::signal::{Effect, RwSignal, Signal};
use crate::{
    app::{form::Form, ui::ChecksField},
    plan::{Edit, Key, Stop, StopId, Window},
};
use chrono::NaiveTime;
use leptos::prelude::*;

/// The form.
#[component(transparent)]
pub(super) fn StopForm(page: Page, stop: StopId) -> impl Child {
    let store = page.store;
    let words = store.words();
    let form = form_of(store, |plan| &plan.stops, stop)?;
    let host = form.get(|stop| stop.host);
    let topics = Signal::derive(move || {
        store.plan.with(|plan| {
            let topic =
                |topic: &std::sync::Arc<crate::plan::Topic>| (topic.id.to_string(), super::titled(words, &topic.name));
            plan.topics.iter().map(topic).collect::<Vec<_>>()
        })
    });
    let covered = form.get(|stop| stop.topics.iter().map(ToString::to_string).collect());
    let cover = Callback::new(move |keys| form.set(|stop| stop.topics = chosen_ids(&keys)));
    let remove = move |_| {
        // The next stop takes its place, else the one before, else there is the button that adds one.
        let order = page.order().get_untracked();
        let index = order.iter().position(|known| *known == stop).unwrap_or(0);
        let next = order.get(index + 1).or_else(|| order.get(index.checked_sub(1)?));
        let focus = next.map_or_else(|| "#visits-add-stop".to_string(), |next| format!("#{}", handle_id(*next)));
        store.edit(Edit::Remove(Key::Stop(stop)));
        panel::close(focus);
    };
    Some(view! {
        <div on:focusin=move |_| form.open()>
            <fieldset class="panel__section">
                <legend class="panel__heading">{words.visits_phases()}</legend>
                <div class="fields visits__minutes">
                    {minutes(form, words.visits_minutes_gate(), |stop| stop.gate, |stop| &mut stop.gate)}
                    {minutes(form, words.visits_minutes_safety(), |stop| stop.safety, |stop| &mut stop.safety)}
                    {minutes(form, words.visits_minutes_tour(), |stop| stop.tour, |stop| &mut stop.tour)}
                    {minutes(form, words.visits_minutes_questions(), |stop| stop.questions, |stop| &mut stop.questions)}
                    {minutes(form, words.visits_minutes_count_back(), |stop| stop.count_back, |stop| &mut stop.count_back)}
                </div>
            </fieldset>
            <WindowFields page=page form=form />
            <div class="panel__section">
                {texts(form, words.visits_briefing(), 4, |stop| &stop.briefing, |stop| &mut stop.briefing)}
                <ChecksField label=words.field_topics() options=topics value=covered commit=cover />
                {tick(form, words.visits_stop_to_confirm(), |stop| stop.to_confirm, |stop| &mut stop.to_confirm)}
            </div>
        </div>
        {move || view! { <HostForm page=page host=host.get() open=false /> }}
        <div class="panel__actions">
            <button type="button" class="button button--remove" on:click=remove>{words.visits_remove_stop()}</button>
        </div>
    })
}

/// From when to when the host receives: two fields, one value.
#[component(transparent)]
fn WindowFields(page: Page, form: Form<Stop>) -> View {
    let words = page.store.words();
    let from = form.get(|stop| stop.window.map(Window::from));
    let to = form.get(|stop| stop.window.map(Window::to));
    // What stands in the fields: it becomes a window as soon as both ends are there, in the right order.
    let typed = RwSignal::new((None::<NaiveTime>, None::<NaiveTime>));
    Effect::new(move || typed.set((from.get(), to.get())));
    let commit = move || match typed.get_untracked() {
        (Some(from), Some(to)) => match Window::new(from, to) {
            Some(window) => {
                form.set(|stop| stop.window = Some(window));
                Ok(())
            }
            None => Err(words.visits_window_backwards().to_string()),
        },
        (None, None) => {
            form.set(|stop| stop.window = None);
            Ok(())
        }
        _ => Err(words.visits_window_half().to_string()),
    };
    let opens = Callback::new(move |text: String| {
        typed.update(|typed| typed.0 = time_of(&text));
        commit()
    });
    let closes = Callback::new(move |text: String| {
        typed.update(|typed| typed.1 = time_of(&text));
        commit()
    });
    view! {
        <fieldset class="panel__section">
            <legend class="panel__heading">{words.visits_window()}</legend>
            <div class="fields">
                {time_field(words.visits_window_from(), from, opens)}
                {time_field(words.visits_window_to(), to, closes)}
            </div>
        </fieldset>
    }
}
