//! The fields of a delegate.

use super::{list::name_of, panel::Removal, travel::TravelFields};
use crate::app::dom::{View, view};
use crate::app::signal::{Memo, Signal};
use crate::{
    app::{
        Store,
        form::Form,
        ui::{SelectField, TextField, field::takes},
    },
    plan::{Consent, Delegate, DelegateId, DelegationId, Key},
};
use leptos::prelude::*;

/// The form of a delegate.
#[component(transparent)]
pub fn DelegateFields(id: DelegateId) -> View {
    let store = Store::here();
    let words = store.words();
    let record = Memo::new(move |before: Option<&std::sync::Arc<_>>| {
        store.plan.with(|plan| {
            let gone = || {
                let nobody = || Delegate::unknown(id, DelegationId::from_number(0)).into();
                before.cloned().unwrap_or_else(nobody)
            };
            plan.delegates.get(id).cloned().unwrap_or_else(gone)
        })
    });
    let form = Form::new(record);
    let text = move |label: &'static str, hint: &'static str, kind: &'static str, lines: u32, field: Field| {
        let value = form.get(move |delegate| field(&mut delegate.clone()).clone());
        let commit = takes(move |text: String| form.set(|delegate| *field(delegate) = text.trim().to_string()));
        view! { <TextField label=label hint=hint value=value commit=commit kind=kind lines=lines /> }
    };
    let delegations = Memo::new(move |_| {
        store.plan.with(|plan| {
            let option = |delegation: &std::sync::Arc<_>| name_of(words, delegation);
            plan.delegations
                .iter()
                .map(|delegation| (delegation.id.to_string(), option(delegation)))
                .collect::<Vec<_>>()
        })
    });
    let transfer = Callback::new(move |key: String| {
        if let Ok(delegation) = key.parse() {
            form.set(|delegate| delegate.delegation = delegation);
        }
    });
    let languages = takes(move |text: String| {
        let parts = text.split(',').map(str::trim).filter(|part| !part.is_empty());
        let languages = parts.map(String::from).collect();
        form.set(|delegate| delegate.languages = languages);
    });
    let consents: Vec<_> = CONSENTS
        .iter()
        .map(|(key, consent)| {
            let answer = match consent {
                Consent::Unknown => words.people_consent_unknown(),
                Consent::Given => words.people_consent_given(),
                Consent::Refused => words.people_consent_refused(),
            };
            ((*key).to_string(), answer.to_string())
        })
        .collect();
    let consents = Signal::stored(consents);
    let consent = Callback::new(move |key: String| {
        if let Some((_, consent)) = CONSENTS.iter().find(|(known, _)| *known == key) {
            form.set(|delegate| delegate.photo_consent = *consent);
        }
    });
    let consent_key = form.get(|delegate| {
        let found = CONSENTS.iter().find(|(_, consent)| *consent == delegate.photo_consent);
        found.map(|(key, _)| (*key).to_string()).unwrap_or_default()
    });
    let days = store.plan.with_untracked(|plan| {
        let mut days = plan.days.iter().map(|day| day.id);
        let first = days.next();
        (first, days.next_back().or(first))
    });
    view! {
        <div on:focusin=move |_| form.open()>
            {text(words.people_name(), "", "text", 1, |delegate| &mut delegate.name)}
            <SelectField
                label=words.people_delegation()
                options=delegations
                value=form.get(|delegate| delegate.delegation.to_string())
                commit=transfer
            />
            {text(words.field_organisation(), "", "text", 1, |delegate| &mut delegate.organisation)}
            {text(words.people_role(), "", "text", 1, |delegate| &mut delegate.role)}
            {text(words.field_email(), "", "email", 1, |delegate| &mut delegate.email)}
            {text(words.field_phone(), "", "tel", 1, |delegate| &mut delegate.phone)}
            <div class="panel__section">
                <h3 class="panel__heading">{words.people_at_table()}</h3>
                {text(words.people_diet(), "", "text", 1, |delegate| &mut delegate.diet)}
                {text(words.people_needs_field(), "", "text", 2, |delegate| &mut delegate.needs)}
                <TextField
                    label=words.people_languages()
                    hint=words.people_languages_hint()
                    value=form.get(|delegate| delegate.languages.join(", "))
                    commit=languages
                />
            </div>
            <div class="panel__section">
                <h3 class="panel__heading">{words.people_travel()}</h3>
                <TravelFields
                    form=form
                    travel=|delegate| &mut delegate.arrival
                    labels=[words.people_arrival_date(), words.people_arrival_time(), words.people_arrival_place()]
                    day=days.0
                />
                <TravelFields
                    form=form
                    travel=|delegate| &mut delegate.departure
                    labels=[words.people_departure_date(), words.people_departure_time(), words.people_departure_place()]
                    day=days.1
                />
            </div>
            <div class="panel__section">
                <h3 class="panel__heading">{words.people_consent_section()}</h3>
                <SelectField label=words.people_consent() options=consents value=consent_key commit=consent />
                {text(words.people_emergency(), words.people_emergency_hint(), "text", 1, |delegate| &mut delegate.emergency)}
            </div>
            <Removal
                about=Key::Delegate(id)
                label=words.people_remove_delegate()
                hint=words.people_remove_delegate_about().to_string()
            />
        </div>
    }
}

/// A text of a delegate.
type Field = fn(&mut Delegate) -> &mut String;

const CONSENTS: [(&str, Consent); 3] =
    [("unknown", Consent::Unknown), ("given", Consent::Given), ("refused", Consent::Refused)];
