//! Adding a stop: at a host of the plan, or at a new one. And the hosts that are on no visit.

use super::{Page, address, show};
use crate::app::dom::{Child, View, view};
use crate::app::signal::{Memo, RwSignal};
use crate::{
    app::effects::{ids, page as document},
    plan::{Edit, Host, HostId, Stop, Venue, VisitId},
};
use leptos::{ev::SubmitEvent, prelude::*};

/// The choice that makes a new host.
const NEW: &str = "new";

/// A button that opens a short form.
#[component(transparent)]
pub(super) fn AddStop(page: Page, visit: VisitId) -> impl Child {
    let words = page.store.words();
    let open = RwSignal::new(false);
    let start = move |_| {
        open.set(true);
        document::focus_soon("#visits-new-stop-host".to_string());
    };
    move || {
        if open.get() {
            view! { <NewStop page=page visit=visit open=open /> }
        } else {
            view! {
                <button type="button" class="button visits__add-stop" id="visits-add-stop" on:click=start>
                    {words.visits_add_stop()}
                </button>
            }
        }
    }
}

#[component(transparent)]
fn NewStop(page: Page, visit: VisitId, open: RwSignal<bool>) -> View {
    let store = page.store;
    let words = store.words();
    // The hosts that are not on this visit yet.
    let hosts = store.plan.with_untracked(|plan| {
        let stops = plan.stops_of(visit);
        let free = plan.hosts.iter().filter(|host| !stops.iter().any(|stop| stop.host == host.id));
        free.map(|host| (host.id, host.name.clone())).collect::<Vec<_>>()
    });
    let first = hosts.first().map_or_else(|| NEW.to_string(), |(id, _)| id.to_string());
    let chosen = RwSignal::new(first);
    let (name, town) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let is_new = move || chosen.with(|chosen| chosen == NEW);
    let error = RwSignal::new(false);
    let add = move |event: SubmitEvent| {
        event.prevent_default();
        let (name, town) = (name.get_untracked(), town.get_untracked());
        let id = ids::stop();
        let edit = match chosen.with_untracked(|chosen| chosen.parse::<HostId>()) {
            Ok(host) => Edit::AddStop { stop: Stop::proposed(id, visit, host), host: None, venue: None },
            Err(_) if name.trim().is_empty() => {
                error.set(true);
                document::focus_soon("#visits-new-host-name".to_string());
                return;
            }
            Err(_) => {
                let venue = Venue::named(ids::venue(), name.trim(), town.trim());
                let host = Host::named(ids::host(), name.trim(), Some(venue.id));
                Edit::AddStop { stop: Stop::proposed(id, visit, host.id), host: Some(host), venue: Some(venue) }
            }
        };
        store.edit(edit);
        open.set(false);
        show(id);
    };
    let cancel = move |_| {
        open.set(false);
        document::focus_soon("#visits-add-stop".to_string());
    };
    let options = hosts.into_iter().map(|(id, name)| {
        let name = if name.is_empty() { words.untitled().to_string() } else { name };
        view! { <option value=id.to_string()>{name}</option> }
    });
    view! {
        <form class="visits__new-stop" on:submit=add>
            <div class="fields">
                <div class="field">
                    <label class="field__label" for="visits-new-stop-host">{words.visits_new_stop_host()}</label>
                    <select
                        id="visits-new-stop-host"
                        class="field__control"
                        prop:value=chosen
                        on:change=move |event| chosen.set(event_target_value(&event))
                    >
                        {options.collect::<Vec<_>>()}
                        <option value=NEW>{words.visits_new_host()}</option>
                    </select>
                </div>
                <div class="field" hidden=move || !is_new()>
                    <label class="field__label" for="visits-new-host-name">{words.visits_host_name()}</label>
                    <p class="field__error" id="visits-new-host-error" hidden=move || !error.get()>{words.visits_name_error()}</p>
                    <input
                        id="visits-new-host-name"
                        class="field__control"
                        maxlength="200"
                        autocomplete="off"
                        aria-describedby=move || error.get().then_some("visits-new-host-error")
                        aria-invalid=move || error.get().then_some("true")
                        prop:value=name
                        on:input=move |event| name.set(event_target_value(&event))
                    />
                </div>
                <div class="field" hidden=move || !is_new()>
                    <label class="field__label" for="visits-new-host-town">{words.visits_town()}</label>
                    <input
                        id="visits-new-host-town"
                        class="field__control"
                        maxlength="200"
                        autocomplete="off"
                        prop:value=town
                        on:input=move |event| town.set(event_target_value(&event))
                    />
                </div>
            </div>
            <div class="visits__buttons">
                <button type="submit" class="button button--main">{words.visits_add()}</button>
                <button type="button" class="button" on:click=cancel>{words.visits_cancel()}</button>
            </div>
        </form>
    }
}

/// The hosts that no visit stops at.
#[component(transparent)]
pub(super) fn OtherHosts(page: Page) -> impl Child {
    let store = page.store;
    let words = store.words();
    let others = Memo::new(move |_| {
        store.plan.with(|plan| {
            let free = plan.hosts.iter().filter(|host| !plan.stops.iter().any(|stop| stop.host == host.id));
            free.map(|host| (host.id, host.name.clone())).collect::<Vec<_>>()
        })
    });
    move || {
        let others = others.get();
        (!others.is_empty()).then(|| {
            let links = others.into_iter().map(|(id, name)| {
                let name = if name.is_empty() { words.untitled().to_string() } else { name };
                view! { <li><a href=address(id)>{name}</a></li> }
            });
            view! {
                <div class="visits__others">
                    <h3 class="visits__minor">{words.visits_other_hosts()}</h3>
                    <ul class="visits__other-hosts">{links.collect::<Vec<_>>()}</ul>
                </div>
            }
        })
    }
}
