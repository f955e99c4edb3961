//! The form of a host: what it is, where it receives, whom to ask for, and what it asks of visitors.

use super::{Page, panel, place_field::PlaceField};
use crate::app::dom::{Child, View, view};
use crate::app::signal::Signal;
use crate::{
    app::{
        form::Form,
        pages::fields::{form_of, line, minutes, number, texts, tick},
        pages::place_form::PlaceForm,
        ui::{SelectField, TextField},
    },
    i18n::Words,
    plan::{Allowance, Edit, Host, HostId, Key, Text},
};
use leptos::prelude::*;

/// The form, in sections that open one by one; `open` where the host is all that is shown.
#[component(transparent)]
pub(super) fn HostForm(page: Page, host: HostId, open: bool) -> impl Child {
    let store = page.store;
    let words = store.words();
    let form = form_of(store, |plan| &plan.hosts, host)?;
    let venue = form.get(|host| host.venue);
    let name = form.get(|host| Text::same(&host.name));
    let settle = Callback::new(move |venue| form.set(|host| host.venue = venue));
    let on_no_visit = move || store.plan.with(|plan| !plan.stops.iter().any(|stop| stop.host == host));
    let remove = move |_| {
        store.edit(Edit::Remove(Key::Host(host)));
        panel::close("#visits-title".to_string());
    };
    Some(view! {
        <div on:focusin=move |_| form.open()>
            <details class="panel__section" open=open>
                <summary>{words.visits_host_is()}</summary>
                {line(form, words.visits_host_name(), "text", |host| &host.name, |host| &mut host.name)}
                {texts(form, words.visits_host_about(), 3, |host| &host.about, |host| &mut host.about)}
                {number(form, words.visits_host_capacity(), |host| host.capacity, |host, heads| host.capacity = heads)}
                <div class="fields">
                    {minutes(form, words.groups_at_once(), |host| host.groups_at_once, |host| &mut host.groups_at_once)}
                    {minutes(form, words.groups_gap(), |host| host.gap, |host| &mut host.gap)}
                </div>
                {tick(form, words.visits_host_to_confirm(), |host| host.to_confirm, |host| &mut host.to_confirm)}
            </details>
            <details class="panel__section" open=open>
                <summary>{words.visits_host_asks()}</summary>
                <div class="fields">
                    <ListDue form=form words=words />
                    {allowance(words, form, words.visits_photos(), |host| host.photos, |host| &mut host.photos)}
                    {allowance(words, form, words.visits_phones(), |host| host.phones, |host| &mut host.phones)}
                </div>
                {tick(form, words.visits_list_sent(), |host| host.id_list_sent, |host| &mut host.id_list_sent)}
                {tick(form, words.visits_nda(), |host| host.nda, |host| &mut host.nda)}
                {tick(form, words.visits_nda_returned(), |host| host.nda_returned, |host| &mut host.nda_returned)}
                {texts(form, words.visits_equipment(), 2, |host| &host.equipment, |host| &mut host.equipment)}
                {tick(form, words.visits_announced(), |host| host.announced, |host| &mut host.announced)}
            </details>
            <details class="panel__section" open=open>
                <summary>{words.visits_contact()}</summary>
                {line(form, words.visits_contact_name(), "text", |host| &host.contact.name, |host| &mut host.contact.name)}
                {line(form, words.field_phone(), "tel", |host| &host.contact.phone, |host| &mut host.contact.phone)}
                {line(form, words.field_email(), "email", |host| &host.contact.email, |host| &mut host.contact.email)}
            </details>
        </div>
        <details class="panel__section" open=open>
            <summary>{words.visits_address()}</summary>
            <div on:focusin=move |_| form.open()>
                <PlaceField page=page label=words.visits_host_venue() value=venue name=name commit=settle />
            </div>
            {move || venue.get().map(|venue| view! { <PlaceForm store=page.store venue=venue /> })}
        </details>
        {move || on_no_visit().then(|| view! {
            <div class="panel__actions">
                <button type="button" class="button button--remove" on:click=remove>{words.visits_remove_host()}</button>
            </div>
        })}
    })
}

/// The day by which the host wants the list of identity documents.
#[component(transparent)]
fn ListDue(form: Form<Host>, words: Words) -> View {
    let value = form.get(|host| host.id_list_due.map(|date| date.to_string()).unwrap_or_default());
    let commit = Callback::new(move |text: String| {
        let date = crate::wire::clock::read_date(&text);
        form.set(|host| host.id_list_due = date);
        Ok(())
    });
    view! { <TextField label=words.visits_list_due() kind="date" value=value commit=commit /> }
}

fn allowance(
    words: Words,
    form: Form<Host>,
    label: &'static str,
    read: fn(&Host) -> Allowance,
    write: fn(&mut Host) -> &mut Allowance,
) -> View {
    let all = [
        (Allowance::Unknown, "unknown", words.visits_not_said()),
        (Allowance::Allowed, "allowed", words.visits_allowed()),
        (Allowance::Forbidden, "forbidden", words.visits_forbidden()),
    ];
    let options: Vec<_> = all.iter().map(|(_, key, word)| ((*key).to_string(), (*word).to_string())).collect();
    let value = form.get(move |host| {
        let now = all.iter().find(|(allowance, ..)| *allowance == read(host));
        now.map(|(_, key, _)| (*key).to_string()).unwrap_or_default()
    });
    let commit = Callback::new(move |chosen: String| {
        if let Some((allowance, ..)) = all.iter().find(|(_, key, _)| *key == chosen) {
            form.set(|host| *write(host) = *allowance);
        }
    });
    view! { <SelectField label=label options=Signal::stored(options) value=value commit=commit /> }
}
