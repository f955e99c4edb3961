//! What is agreed for one group at one stop: when it is received, how long it is held, whether that stays, and whether it
//! goes there at all.

use super::super::Page;
use crate::app::dom::{Child, View, view};
use crate::app::signal::{Memo, Signal};
use crate::{
    app::{
        effects::page as document,
        pages::fields::{form_of, time_field, time_of},
        ui::{CheckField, NumberField},
    },
    plan::{Edit, Group, GroupId, StopId, Turn, TurnId},
};
use leptos::prelude::*;

/// The turn of a group, in the row of the stop.
#[component(transparent)]
pub(in super::super) fn TurnRow(page: Page, stop: StopId, group: GroupId, name: Signal<String>) -> View {
    let store = page.store;
    let words = store.words();
    let id = TurnId { group, stop };
    let turn = Memo::new(move |_| {
        store.plan.with(|plan| plan.turns.get(id).map_or_else(|| Turn::free(id), |turn| Turn::clone(turn)))
    });
    let set = move |change: &dyn Fn(&mut Turn)| {
        let before = turn.get_untracked();
        let mut after = before.clone();
        change(&mut after);
        if after != before {
            store.edit(Edit::SetTurn(after));
        }
    };
    let received = Signal::derive(move || turn.with(|turn| turn.received));
    let receive = Callback::new(move |text: String| {
        set(&|turn| turn.received = time_of(&text));
        Ok(())
    });
    let hold = Signal::derive(move || Some(turn.with(|turn| turn.hold)));
    let held = Callback::new(move |minutes: Option<u16>| set(&|turn| turn.hold = minutes.unwrap_or(0)));
    let pinned = Signal::derive(move || turn.with(|turn| turn.pinned));
    let pin = Callback::new(move |pinned| set(&|turn| turn.pinned = pinned));
    let leave_out = move |_| {
        skip(page, stop, group, true);
        document::focus_soon(["#groups-visit-", &stop.to_string()].concat());
    };
    view! {
        <fieldset class="turn">
            <legend class="visually-hidden">{move || words.groups_agreed(&name.get())}</legend>
            {time_field(words.groups_received(), received, receive)}
            <NumberField label=words.groups_hold() value=hold commit=held optional=false />
            <CheckField label=words.groups_pinned() value=pinned commit=pin />
            <button type="button" class="button button--plain turn__skip" on:click=leave_out>
                {words.groups_leave_out()}
                <span class="visually-hidden">" " {name}</span>
            </button>
        </fieldset>
    }
}

/// When the boarding of a group starts, where that is not when the visit's does, and whether the search must keep it.
#[component(transparent)]
pub(in super::super) fn OwnStart(page: Page, group: GroupId) -> impl Child {
    let words = page.store.words();
    let form = form_of(page.store, |plan| &plan.groups, group)?;
    let start = form.get(|group| group.start);
    let set = Callback::new(move |text: String| {
        form.set(|group| group.start = time_of(&text));
        Ok(())
    });
    let fixed = form.get(|group| group.start_fixed);
    let fix = Callback::new(move |fixed| form.set(|group| group.start_fixed = fixed));
    Some(view! {
        <div class="turn turn--start" on:focusin=move |_| form.open()>
            {time_field(words.groups_own_start(), start, set)}
            <CheckField label=words.fixed() value=fixed commit=fix />
        </div>
    })
}

/// Leaves a stop out for a group, or makes it again.
fn skip(page: Page, stop: StopId, group: GroupId, out: bool) {
    let Some(before) = page.store.plan.with_untracked(|plan| plan.groups.get(group).cloned()) else { return };
    page.store.revise(&*before, |group: &mut Group| {
        if out {
            group.skips.insert(stop);
        } else {
            group.skips.remove(&stop);
        }
    });
}

/// The stops that the group on screen leaves out, each with a way back.
#[component(transparent)]
pub(in super::super) fn LeftOut(page: Page) -> impl Child {
    let store = page.store;
    let words = store.words();
    let out = Memo::new(move |_| {
        let group = page.group.get()?;
        store.plan.with(|plan| {
            let group = plan.groups.get(group)?;
            let stops = plan.stops_of(group.visit).into_iter().filter(|stop| !group.makes(stop));
            let name = |stop: crate::plan::StopId, host| {
                let host: Option<&std::sync::Arc<crate::plan::Host>> = plan.hosts.get(host);
                (stop, host.map(|host| host.name.clone()).unwrap_or_default())
            };
            Some((group.id, stops.map(|stop| name(stop.id, stop.host)).collect::<Vec<_>>()))
        })
    });
    move || {
        let (group, out) = out.get().filter(|(_, out)| !out.is_empty())?;
        let rows = out.into_iter().map(|(stop, name)| {
            let visit = move |_| {
                skip(page, stop, group, false);
                document::focus_soon(["#", &super::super::drag::handle_id(stop)].concat());
            };
            view! {
                <li class="left-out__stop">
                    <span>{name.clone()}</span>
                    <button
                        type="button"
                        class="button"
                        id=["groups-visit-", &stop.to_string()].concat()
                        on:click=visit
                    >
                        {words.groups_visit_again()}
                        <span class="visually-hidden">" " {name}</span>
                    </button>
                </li>
            }
        });
        Some(view! {
            <div class="left-out">
                <h3 class="visits__minor">{words.groups_left_out()}</h3>
                <ul>{rows.collect::<Vec<_>>()}</ul>
            </div>
        })
    }
}
