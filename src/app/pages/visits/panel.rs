//! The panel beside the line: what is chosen, what was found about it, and its form.

use super::{
    Page,
    chosen::Chosen,
    findings::Findings,
    groups::{coach_form::CoachForm, group_form::GroupForm},
    host_form::HostForm,
    leg::link_id,
    leg_form::LegForm,
    stop_form::StopForm,
    titled,
    visit_form::VisitForm,
};
use crate::app::dom::{Child, View, view};
use crate::app::signal::{Effect, Memo};
use crate::{
    app::{
        effects::{intl, page as document},
        wording,
    },
    i18n::Words,
    plan::{EntryId, Plan, StopId, Text},
    workspace::{Route, Screen},
};
use leptos::prelude::*;

/// The panel; nothing where nothing is chosen.
#[component(transparent)]
pub(super) fn Panel(page: Page) -> impl Child {
    let chosen = page.chosen;
    Effect::new(move || {
        if chosen.get().is_some() {
            document::focus_soon("#visits-panel-title".to_string());
        }
    });
    move || chosen.get().map(|chosen| view! { <Open page=page chosen=chosen /> })
}

/// Closes the panel and moves the keyboard to the first element that a selector finds.
pub(super) fn close(focus: String) {
    document::go(&Route::to(Screen::Visits));
    document::focus_soon(focus);
}

#[component(transparent)]
fn Open(page: Page, chosen: Chosen) -> View {
    let store = page.store;
    let words = store.words();
    let title = Memo::new(move |_| store.plan.with(|plan| title(words, plan, chosen)));
    let about = move || about(words, page, chosen);
    let opener = match chosen.entry() {
        Some(entry) => format!("#{}", link_id(entry)),
        None => match chosen {
            Chosen::Group(id) => format!(".column__name[href$=\"{id}\"]"),
            Chosen::Coach(id) => format!(".coach__name[href$=\"{id}\"]"),
            _ => "#visits-title".to_string(),
        },
    };
    let form = match chosen {
        Chosen::Visit(visit) => view! { <VisitForm page=page visit=visit /> },
        Chosen::Group(group) => view! { <GroupForm page=page group=group /> },
        Chosen::Coach(coach) => view! { <CoachForm page=page coach=coach /> },
        Chosen::Stop(stop, _) => view! { <StopForm page=page stop=stop /> },
        Chosen::Leg(leg) => view! { <LegForm page=page leg=leg /> },
        Chosen::Host(host) => view! { <HostForm page=page host=host open=true /> },
    };
    view! {
        <section class="visits__panel" aria-labelledby="visits-panel-title" data-findings="" tabindex="-1">
            <div class="visits__panel-head">
                <h2 class="panel__title" id="visits-panel-title" tabindex="-1">{title}</h2>
                <button type="button" class="button" on:click=move |_| close(opener.clone())>{words.visits_close()}</button>
            </div>
            <p class="panel__about">{about}</p>
            <Findings page=page on=chosen />
            {form}
        </section>
    }
}

fn title(words: Words, plan: &Plan, chosen: Chosen) -> String {
    let venue = |id| plan.venues.get(id).map(|venue| venue.name.clone()).unwrap_or_default();
    match chosen {
        Chosen::Visit(visit) => plan.visits.get(visit).map(|visit| titled(words, &visit.title)).unwrap_or_default(),
        Chosen::Group(group) => plan.groups.get(group).map(|group| wording::group(words, group)).unwrap_or_default(),
        Chosen::Coach(coach) => {
            let name = plan.coaches.get(coach).map(|coach| Text::same(&coach.name));
            titled(words, &name.unwrap_or_default())
        }
        Chosen::Stop(stop, _) => host_of(words, plan, stop),
        Chosen::Host(host) => {
            let name = plan.hosts.get(host).map(|host| Text::same(&host.name));
            titled(words, &name.unwrap_or_default())
        }
        Chosen::Leg(EntryId::LegBack(visit, _)) => {
            let place = plan.visits.get(visit).and_then(|visit| visit.return_place);
            match place {
                Some(place) => words.visits_leg_back_to(&titled(words, &venue(place))),
                None => words.visits_leg_back().to_string(),
            }
        }
        Chosen::Leg(EntryId::LegTo(stop, _)) => words.visits_leg_to(&host_of(words, plan, stop)),
        Chosen::Leg(_) => String::new(),
    }
}

fn host_of(words: Words, plan: &Plan, stop: StopId) -> String {
    let host = plan.stops.get(stop).and_then(|stop| plan.hosts.get(stop.host));
    titled(words, &host.map(|host| Text::same(&host.name)).unwrap_or_default())
}

/// Where in the visit it is, and when.
fn about(words: Words, page: Page, chosen: Chosen) -> String {
    let language = words.language();
    page.outing.with(|outing| {
        let Some(outing) = outing else { return String::new() };
        let itinerary = &outing.itinerary;
        match chosen {
            Chosen::Stop(stop, _) => {
                let Some(index) = itinerary.stays.iter().position(|stay| stay.stop == stop) else {
                    return String::new();
                };
                let stay = &itinerary.stays[index];
                let times = intl::span(language, stay.arrives, stay.ends);
                words.visits_stop_of(&(index + 1).to_string(), &itinerary.stays.len().to_string(), &times)
            }
            Chosen::Leg(leg) => {
                let leg = itinerary.legs.iter().find(|known| known.id == leg);
                leg.map(|leg| intl::span(language, leg.gathers, leg.arrives)).unwrap_or_default()
            }
            Chosen::Visit(_) => words.visits_about_visit().to_string(),
            Chosen::Group(_) => {
                let times = intl::span(language, itinerary.gathers, itinerary.back);
                words.groups_about(&words.visits_heads(outing.heads), &times)
            }
            Chosen::Coach(_) => words.groups_about_coach().to_string(),
            Chosen::Host(_) => words.visits_about_host().to_string(),
        }
    })
}
