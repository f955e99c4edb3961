//! The way to the roll-call, on the card or in the row of a leg, with what was counted so far.

use super::super::{entry, look::Look};
use super::missing::sentence;
use crate::app::dom::{Child, view};
use crate::app::signal::Memo;
use crate::{
    agenda::{Audience, Entry, EntryKind, Pass, counted_as, crews},
    app::{
        Store,
        effects::{heads as kept, page},
    },
    plan::Plan,
    workspace::{Route, heads::name},
};
use leptos::prelude::*;
use std::sync::Arc;

/// A button for whoever looks after others; nothing for a delegate, and nothing but on a leg.
#[component(transparent)]
pub fn CountHeads(look: Look, plan: Arc<Plan>, entry: Entry) -> impl Child {
    let store = Store::here();
    let words = store.words();
    let is_leg = entry.kind() == EntryKind::Leg;
    // A card may stay as it is when its reader is somebody else.
    let leads = Memo::new(move |_| is_leg && !matches!(look.audience.get(), Audience::Delegate(_)));
    let button = move || {
        let (heads, _) = kept::load(&name(plan.id(), counted_as(&plan, entry.id), look.rehearsal.get_untracked()));
        let crews = crews(&plan, &entry);
        let state = match &heads.left {
            Some(left) => words.heads_left(&entry::time(words, left.at)),
            None if heads.boarding.is_begun() => sentence(words, &heads.sum(Pass::Out, &crews)),
            None => String::new(),
        };
        let leg = entry.id.to_string();
        let open = move |_| {
            let count = Some(leg.clone());
            page::go(&Route { count, ..store.route.get_untracked() });
        };
        view! {
            <p class="heads__open">
                <button type="button" class="button" on:click=open>{words.heads_count()}</button>
                <span>{state}</span>
            </p>
        }
    };
    move || leads.get().then(&button)
}
