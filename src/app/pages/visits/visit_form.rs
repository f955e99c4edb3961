//! The form of a visit as a whole.

use super::{Page, in_all_languages, panel, place_field::PlaceField, rush_form::RushFields};
use crate::app::dom::{Child, view};
use crate::app::pages::fields::{chosen_ids, form_of, minutes, number, texts, tick, time_field, time_of};
use crate::app::pages::place_form::PlaceForm;
use crate::app::signal::Signal;
use crate::{
    app::ui::{ChecksField, TextField},
    i18n::Words,
    plan::{Attendance, Delegation, Edit, Key, VenueId, VisitId},
};
use leptos::prelude::*;
use std::{collections::BTreeSet, sync::Arc};

/// The form.
#[component(transparent)]
pub(super) fn VisitForm(page: Page, visit: VisitId) -> impl Child {
    let store = page.store;
    let words = store.words();
    let language = words.language();
    let form = form_of(store, |plan| &plan.visits, visit)?;
    let date = form.get(|visit| visit.start.date().to_string());
    let set_date = Callback::new(move |text: String| {
        let date = crate::wire::clock::read_date(&text).ok_or_else(|| words.visits_date_error().to_string())?;
        form.set(|visit| visit.start_at(date.and_time(visit.start.time())));
        Ok(())
    });
    let start = form.get(|visit| Some(visit.start.time()));
    let set_start = Callback::new(move |text: String| {
        let time = time_of(&text).ok_or_else(|| words.visits_time_error().to_string())?;
        form.set(|visit| visit.start_at(visit.start.date().and_time(time)));
        Ok(())
    });
    let back = form.get(|visit| visit.return_by.map(|by| by.time()));
    let set_back = Callback::new(move |text: String| {
        form.set(|visit| visit.return_at(time_of(&text)));
        Ok(())
    });
    let guests = Signal::derive(move || {
        store.plan.with(|plan| {
            let guest = |guest: &Arc<Delegation>| (guest.id.to_string(), guest.name.in_language(language).to_string());
            plan.delegations.iter().map(guest).collect::<Vec<_>>()
        })
    });
    let invited = Signal::derive(move || {
        form.record.with(|visit| {
            store.plan.with(|plan| {
                let invited = plan.delegations.iter().filter(|guest| visit.audience.includes(guest.id));
                invited.map(|guest| guest.id.to_string()).collect::<BTreeSet<_>>()
            })
        })
    });
    let invite = Callback::new(move |keys| {
        let audience = store.plan.with_untracked(|plan| Attendance::of(chosen_ids(&keys), plan));
        form.set(|visit| visit.audience = audience);
    });
    let new_place = Signal::stored(in_all_languages(Words::visits_new_place));
    let from = form.get(|visit| visit.start_place);
    let to = form.get(|visit| visit.return_place);
    let set_from = Callback::new(move |place| form.set(|visit| visit.start_place = place));
    let set_to = Callback::new(move |place| form.set(|visit| visit.return_place = place));
    let remove = move |_| {
        store.edit(Edit::Remove(Key::Visit(visit)));
        panel::close("#visits-title, #visits-add".to_string());
    };
    let place = move |place: Signal<Option<VenueId>>| {
        move || {
            let place = place.get()?;
            let name = store.plan.with(|plan| plan.venues.get(place).map(|venue| super::titled(words, &venue.name)))?;
            Some(view! {
                <details class="panel__section">
                    <summary>{words.visits_place_of(&name)}</summary>
                    <PlaceForm store=page.store venue=place />
                </details>
            })
        }
    };
    let elsewhere = Signal::derive(move || to.get().filter(|to| from.get() != Some(*to)));
    Some(view! {
        <div on:focusin=move |_| form.open()>
            <div class="panel__section">
                {texts(form, words.field_title(), 1, |visit| &visit.title, |visit| &mut visit.title)}
                {texts(form, words.visits_organiser(), 1, |visit| &visit.organiser, |visit| &mut visit.organiser)}
                {tick(form, words.visits_visit_to_confirm(), |visit| visit.to_confirm, |visit| &mut visit.to_confirm)}
            </div>
            <fieldset class="panel__section">
                <legend class="panel__heading">{words.visits_when_where()}</legend>
                <div class="fields">
                    <TextField label=words.visits_date() kind="date" value=date commit=set_date />
                    {minutes(form, words.groups_gathering(), |visit| visit.gathering, |visit| &mut visit.gathering)}
                    {time_field(words.visits_start_time(), start, set_start)}
                    {time_field(words.visits_return_by(), back, set_back)}
                </div>
                <PlaceField page=page label=words.visits_start_place() value=from name=new_place commit=set_from />
                <PlaceField page=page label=words.visits_return_place() value=to name=new_place commit=set_to />
            </fieldset>
            <RushFields form=form />
            <div class="panel__section">
                {number(form, words.visits_coach_seats(), |visit| visit.coach_seats, |visit, seats| visit.coach_seats = seats)}
                <ChecksField label=words.visits_guests() options=guests value=invited commit=invite />
            </div>
        </div>
        {place(from)}
        {place(elsewhere)}
        <div class="panel__actions">
            <button type="button" class="button button--remove" on:click=remove>{words.visits_remove_visit()}</button>
        </div>
    })
}
