//! The form of a group: what it is called and known by, who guides it, what carries it, and when it starts.

use super::super::{Page, panel};
use crate::app::dom::{Child, view};
use crate::app::signal::Signal;
use crate::{
    app::{
        pages::fields::{form_of, line, texts},
        pages::people::Hues,
        ui::{SelectField, TextField},
    },
    plan::{Coach, Edit, GroupId, Key, letter},
};
use leptos::prelude::*;
use std::sync::Arc;

/// The form.
#[component(transparent)]
pub(in super::super) fn GroupForm(page: Page, group: GroupId) -> impl Child {
    let store = page.store;
    let words = store.words();
    let form = form_of(store, |plan| &plan.groups, group)?;
    let letter = Callback::new(move |text: String| {
        let letter = letter(&text).ok_or_else(|| words.people_letter_error().to_string())?;
        form.set(|group| group.letter = letter);
        Ok(())
    });
    let language = Callback::new(move |text: String| {
        let tag = text.trim().to_string();
        let right =
            tag.is_empty() || tag.len() >= 2 && tag.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        if !right {
            return Err(words.groups_language_error().to_string());
        }
        form.set(|group| group.language = tag);
        Ok(())
    });
    let coaches = Signal::derive(move || {
        let mut options = vec![(String::new(), words.groups_no_coach().to_string())];
        let name = |coach: &Arc<Coach>| {
            let name = if coach.name.is_empty() { words.untitled().to_string() } else { coach.name.clone() };
            (coach.id.to_string(), name)
        };
        let visit = form.record.with(|group| group.visit);
        store.plan.with(|plan| options.extend(plan.coaches_of(visit).map(name)));
        options
    });
    let coach = form.get(|group| group.coach.map(|coach| coach.to_string()).unwrap_or_default());
    let ride = Callback::new(move |key: String| form.set(|group| group.coach = key.parse().ok()));
    let set_hue = Callback::new(move |hue| form.set(|group| group.hue = hue));
    let remove = move |_| {
        store.edit(Edit::Remove(Key::Group(group)));
        panel::close("#groups-title".to_string());
    };
    Some(view! {
        <div on:focusin=move |_| form.open()>
            <div class="panel__section">
                {texts(form, words.people_name(), 1, |group| &group.name, |group| &mut group.name)}
                <TextField
                    label=words.people_letter()
                    hint=words.people_letter_hint()
                    value=form.get(|group| group.letter.clone())
                    commit=letter
                    class="field--short"
                />
                <Hues value=form.get(|group| group.hue) commit=set_hue />
            </div>
            <div class="panel__section">
                <SelectField label=words.groups_coach() options=coaches value=coach commit=ride />
            </div>
            <fieldset class="panel__section">
                <legend class="panel__heading">{words.groups_guide()}</legend>
                {line(form, words.people_name(), "text", |group| &group.guide.name, |group| &mut group.guide.name)}
                <div class="fields">
                    {line(form, words.field_phone(), "tel", |group| &group.guide.phone, |group| &mut group.guide.phone)}
                    {line(form, words.field_email(), "email", |group| &group.guide.email, |group| &mut group.guide.email)}
                </div>
                <TextField
                    label=words.groups_language()
                    hint=words.groups_language_hint()
                    value=form.get(|group| group.language.clone())
                    commit=language
                    class="field--short"
                />
            </fieldset>
        </div>
        <div class="panel__actions">
            <button type="button" class="button button--remove" on:click=remove>{words.groups_remove()}</button>
        </div>
    })
}
