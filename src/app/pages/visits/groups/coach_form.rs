//! The form of a coach.

use super::super::{Page, panel};
use crate::app::dom::{Child, view};
use crate::app::pages::fields::{form_of, line, number, tick};
use crate::plan::{CoachId, Edit, Key};
use leptos::prelude::*;

/// The form.
#[component(transparent)]
pub(in super::super) fn CoachForm(page: Page, coach: CoachId) -> impl Child {
    let store = page.store;
    let words = store.words();
    let form = form_of(store, |plan| &plan.coaches, coach)?;
    let remove = move |_| {
        store.edit(Edit::Remove(Key::Coach(coach)));
        panel::close("#groups-add-coach".to_string());
    };
    Some(view! {
        <div on:focusin=move |_| form.open()>
            <div class="panel__section">
                {line(form, words.people_name(), "text", |coach| &coach.name, |coach| &mut coach.name)}
                <div class="fields">
                    {number(form, words.groups_coach_seats(), |coach| coach.seats, |coach, seats| coach.seats = seats)}
                    {line(form, words.groups_plate(), "text", |coach| &coach.plate, |coach| &mut coach.plate)}
                </div>
                {tick(form, words.groups_coach_to_confirm(), |coach| coach.to_confirm, |coach| &mut coach.to_confirm)}
            </div>
            <fieldset class="panel__section">
                <legend class="panel__heading">{words.groups_driver()}</legend>
                {line(form, words.people_name(), "text", |coach| &coach.driver.name, |coach| &mut coach.driver.name)}
                {line(form, words.field_phone(), "tel", |coach| &coach.driver.phone, |coach| &mut coach.driver.phone)}
            </fieldset>
        </div>
        <div class="panel__actions">
            <button type="button" class="button button--remove" on:click=remove>{words.groups_remove_coach()}</button>
        </div>
    })
}
