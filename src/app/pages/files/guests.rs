//! The list of guests for a host: which host, and what it asked for, which is kept in the plan.

use super::{Here, fields::GuestFields, out::Choices};
use crate::app::dom::{View, view};
use crate::app::signal::{Memo, Signal};
use crate::{
    app::ui::SelectField,
    plan::{GuestField, HostId},
};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// The choices.
#[component(transparent)]
pub fn Guests(choices: Choices) -> View {
    let store = expect_context::<Here>().store;
    let words = store.words();
    let options = Memo::new(move |_| {
        store.plan.with(|plan| {
            let name = |name: &str| if name.is_empty() { words.untitled().to_string() } else { name.to_string() };
            plan.hosts.iter().map(|host| (host.id.to_string(), name(&host.name))).collect::<Vec<_>>()
        })
    });
    let host = Memo::new(move |_| choices.host());
    let value = Signal::derive(move || host.get().map(|host| host.to_string()).unwrap_or_default());
    let choose = Callback::new(move |key: String| choices.host.set(key.parse().ok()));
    view! {
        <div class="files__more">
            <SelectField label=words.files_host() options=options value=value commit=choose class="files__choice" />
            {move || host.get().map(|host| view! { <Fields host=host /> })}
        </div>
    }
}

/// What a host asked for.
#[component(transparent)]
fn Fields(host: HostId) -> View {
    let store = expect_context::<Here>().store;
    let words = store.words();
    let record = Memo::new(move |_| store.plan.with(|plan| plan.hosts.get(host).cloned()));
    let columns = Memo::new(move |_| record.with(|host| host.as_ref().map(|host| host.columns()).unwrap_or_default()));
    let about = move || {
        record.with(|host| {
            let host = host.as_ref()?;
            let nothing = host.told().is_empty().then(|| words.files_fields_nothing());
            nothing.or_else(|| host.guest_fields.is_none().then(|| words.files_fields_usual()))
        })
    };
    let commit = Callback::new(move |fields: BTreeSet<GuestField>| {
        if let Some(record) = store.plan.with_untracked(|plan| plan.hosts.get(host).cloned()) {
            store.revise(&*record, |host| host.guest_fields = Some(fields));
        }
    });
    view! {
        {move || about().map(|about| view! { <p class="files__lead" role="status">{about}</p> })}
        <GuestFields value=columns.into() commit=commit />
    }
}
