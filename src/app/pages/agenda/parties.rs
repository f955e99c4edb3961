//! Who chairs, speaks or reports: people and delegations of the plan, and others by name.

use crate::app::dom::{View, view};
use crate::app::signal::{Memo, RwSignal, Signal};
use crate::{
    app::{
        Store,
        ui::{SelectField, TextField},
    },
    i18n::Words,
    plan::{Party, Plan},
};
use leptos::prelude::*;

/// What a party is called.
pub fn party_words(words: Words, plan: &Plan, party: &Party) -> String {
    match party {
        Party::Named(name) => name.clone(),
        Party::Delegate(id) => plan.delegates.get(*id).map(|one| one.name.clone()).unwrap_or_default(),
        Party::Delegation(id) => {
            let name = plan.delegations.get(*id).map(|one| one.name.in_language(words.language()).to_string());
            name.unwrap_or_default()
        }
    }
}

/// The people of a role: each can be taken out, others added.
#[component(transparent)]
pub fn Parties(
    /// The role.
    #[prop(into)]
    label: String,
    /// Who has it.
    value: Signal<Vec<Party>>,
    /// Takes the new list.
    commit: Callback<Vec<Party>>,
) -> View {
    let store = Store::here();
    let words = store.words();
    let language = words.language();
    let listed = move || {
        let parties = value.get();
        let plan = store.plan.get();
        let rows = parties.into_iter().enumerate().map(|(index, party)| {
            let name = party_words(words, &plan, &party);
            let label = words.remove_name(&name);
            let remove = move |_| {
                let mut left = value.get_untracked();
                if index < left.len() {
                    left.remove(index);
                }
                commit.run(left);
            };
            view! {
                <li class="chip">
                    {name}
                    <button type="button" class="chip__remove" aria-label=label.clone() title=label.clone() on:click=remove>"\u{d7}"</button>
                </li>
            }
        });
        rows.collect::<Vec<_>>()
    };
    let options = Memo::new(move |_| {
        let mut options = vec![(String::new(), words.party_add().to_string())];
        store.plan.with(|plan| {
            for delegation in &plan.delegations {
                options.push((format!("d{}", delegation.id), delegation.name.in_language(language).to_string()));
                let people = plan.delegates_of(delegation.id);
                options.extend(people.map(|one| (format!("p{}", one.id), format!("\u{2003}{}", one.name))));
            }
        });
        options
    });
    let add = move |party: Party| {
        let mut parties = value.get_untracked();
        if !parties.contains(&party) {
            parties.push(party);
            commit.run(parties);
        }
    };
    // The list of choices shows its first line again after a choice: what was chosen stands above it.
    let nothing = RwSignal::new(String::new());
    let choose = Callback::new(move |key: String| {
        let party = match key.split_at_checked(1) {
            Some(("d", id)) => id.parse().ok().map(Party::Delegation),
            Some(("p", id)) => id.parse().ok().map(Party::Delegate),
            _ => None,
        };
        if let Some(party) = party {
            add(party);
        }
        nothing.set(String::new());
        nothing.notify();
    });
    let other = Callback::new(move |name: String| {
        let name = name.trim();
        if !name.is_empty() {
            add(Party::Named(name.to_string()));
        }
        Ok(())
    });
    view! {
        <div class="parties">
            <ul class="chips">{listed}</ul>
            <div class="fields">
                <SelectField label=label.clone() options=options value=nothing commit=choose />
                <TextField label=words.party_other(&label) value=Signal::stored(String::new()) commit=other kind="text" whole=true />
            </div>
        </div>
    }
}
