//! The fields of a delegation.

use super::panel::Removal;
use crate::app::dom::{View, view};
use crate::app::signal::{Memo, Signal};
use crate::{
    app::{
        Store,
        form::Form,
        ui::{CheckField, NumberField, TextField, TextsField, badge::hue_class, field::takes, unique},
    },
    i18n::Words,
    plan::{DelegationId, Hue, Key, Text, letter},
};
use leptos::prelude::*;

/// The form of a delegation.
#[component(transparent)]
pub fn DelegationFields(id: DelegationId) -> View {
    let store = Store::here();
    let words = store.words();
    let record = Memo::new(move |before: Option<&std::sync::Arc<_>>| {
        store.plan.with(|plan| {
            let gone = || before.cloned().unwrap_or_else(|| plan.new_delegation(id, "").into());
            plan.delegations.get(id).cloned().unwrap_or_else(gone)
        })
    });
    let form = Form::new(record);
    // The letter follows the name until somebody gives it another one.
    let rename = move |name: Text| {
        let language = words.language();
        let (old, new) = form.record.with_untracked(|record| {
            let letter =
                |name: &Text| store.plan.with_untracked(|plan| plan.free_letter(name.in_language(language), id));
            ((record.letter == letter(&record.name)).then(|| letter(&record.name)), letter(&name))
        });
        form.set(|delegation| {
            delegation.name = name;
            if old.is_some() {
                delegation.letter = new;
            }
        });
    };
    let country = Callback::new(move |text: String| {
        let code = text.trim().to_ascii_uppercase();
        if code.is_empty() || (code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase())) {
            form.set(|delegation| delegation.country = code);
            Ok(())
        } else {
            Err(words.people_country_error().to_string())
        }
    });
    let letter = Callback::new(move |text: String| {
        let letter = letter(&text).ok_or_else(|| words.people_letter_error().to_string())?;
        form.set(|delegation| delegation.letter = letter);
        Ok(())
    });
    let organisations = takes(move |text: String| {
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        let organisations = lines.map(String::from).collect();
        form.set(|delegation| delegation.organisations = organisations);
    });
    let members = Memo::new(move |_| store.plan.with(|plan| plan.delegates_of(id).count()));
    let removal = Signal::derive(move || match members.get() {
        0 => words.people_remove_delegation_empty().to_string(),
        count => words.people_remove_delegation_about(count),
    });
    view! {
        <div on:focusin=move |_| form.open()>
            <TextsField
                label=words.people_name()
                value=form.get(|delegation| delegation.name.clone())
                commit=Callback::new(rename)
                name="name"
            />
            <TextsField
                label=words.people_region()
                value=form.get(|delegation| delegation.region.clone())
                commit=Callback::new(move |region| form.set(|delegation| delegation.region = region))
            />
            <TextField
                label=words.people_organisations()
                hint=words.people_organisations_hint()
                value=form.get(|delegation| delegation.organisations.join("\n"))
                commit=organisations
                lines=3
            />
            <div class="fields">
                <TextField
                    label=words.people_country()
                    hint=words.people_country_hint()
                    value=form.get(|delegation| delegation.country.clone())
                    commit=country
                    class="field--short"
                />
                <NumberField
                    label=words.people_expected()
                    hint=words.people_expected_hint()
                    value=form.get(|delegation| delegation.expected)
                    commit=Callback::new(move |expected| form.set(|delegation| delegation.expected = expected))
                />
            </div>
            <CheckField
                label=words.people_to_confirm()
                value=form.get(|delegation| delegation.to_confirm)
                commit=Callback::new(move |to_confirm| form.set(|delegation| delegation.to_confirm = to_confirm))
            />
            <div class="panel__section">
                <Hues
                    value=form.get(|delegation| delegation.hue)
                    commit=Callback::new(move |hue| form.set(|delegation| delegation.hue = hue))
                />
                <TextField
                    label=words.people_letter()
                    hint=words.people_letter_hint()
                    value=form.get(|delegation| delegation.letter.clone())
                    commit=letter
                    class="field--short"
                />
            </div>
            <Removal about=Key::Delegation(id) label=words.people_remove_delegation() hint=removal />
        </div>
    }
}

/// One of the hues, each shown as itself.
#[component(transparent)]
pub fn Hues(value: Signal<Hue>, commit: Callback<Hue>) -> View {
    let words = Store::here().words();
    let name = unique("hue");
    let hues = Hue::ALL.map(|hue| {
        view! {
            <label class=["people__hue ", hue_class(hue)].concat() title=hue_name(words, hue)>
                <input
                    type="radio"
                    class="people__hue-radio"
                    name=name.clone()
                    prop:checked=move || value.get() == hue
                    on:change=move |_| commit.run(hue)
                />
                <span class="visually-hidden">{hue_name(words, hue)}</span>
            </label>
        }
    });
    view! {
        <fieldset class="checks">
            <legend class="field__label">{words.people_hue()}</legend>
            <div class="people__hues">{hues.into_iter().collect::<Vec<_>>()}</div>
        </fieldset>
    }
}

fn hue_name(words: Words, hue: Hue) -> &'static str {
    match hue {
        Hue::Teal => words.people_hue_teal(),
        Hue::Orange => words.people_hue_orange(),
        Hue::Purple => words.people_hue_purple(),
        Hue::Blue => words.people_hue_blue(),
        Hue::Grey => words.people_hue_grey(),
        Hue::Rose => words.people_hue_rose(),
        Hue::Olive => words.people_hue_olive(),
        Hue::Brown => words.people_hue_brown(),
    }
}
