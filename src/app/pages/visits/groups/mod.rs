//! Groups and coaches of a visit: who goes with whom, against what companies and coaches take, and each group's way
//! minute by minute.

mod board;
mod carry;
pub(super) mod coach_form;
pub(super) mod group_form;
mod member;
mod split;
mod strip;
pub(super) mod turn;

use super::{Page, address, show};
use crate::app::dom::{Child, View, view};
use crate::app::signal::{Memo, RwSignal};
use crate::{
    app::{
        effects::{ids, page as document},
        ui::Badge,
        wording,
    },
    plan::{Coach, Edit, Group, VisitId},
    workspace::{Route, Screen},
};
use leptos::prelude::*;
use std::sync::Arc;

/// The groups of a visit; where all go together, only a way to split up.
#[component(transparent)]
pub(super) fn Groups(page: Page, visit: VisitId) -> View {
    let store = page.store;
    let words = store.words();
    let some = Memo::new(move |_| store.plan.with(|plan| !plan.groups_of(visit).is_empty()));
    let splitting = RwSignal::new(false);
    let split = move |_| {
        splitting.set(true);
        document::focus_soon("#groups-count".to_string());
    };
    let add = move |_| {
        let group = store.plan.with_untracked(|plan| plan.new_group(ids::group(), visit));
        let id = group.id;
        store.edit(Edit::Add(group.into()));
        show(id);
    };
    let add_coach = move |_| {
        let coach = store.plan.with_untracked(|plan| {
            let number = plan.coaches_of(visit).count() + 1;
            plan.new_coach(ids::coach(), visit, words.groups_new_coach(&number.to_string()))
        });
        let id = coach.id;
        store.edit(Edit::Add(coach.into()));
        show(id);
    };
    let ways = move || {
        let more = some.get().then(|| {
            view! {
                <button type="button" class="button" id="groups-add" on:click=add>{words.groups_add()}</button>
                <button type="button" class="button" id="groups-add-coach" on:click=add_coach>{words.groups_add_coach()}</button>
            }
        });
        view! {
            <p class="visits__buttons">
                <button
                    type="button"
                    class="button"
                    id="groups-split"
                    aria-expanded=move || if splitting.get() { "true" } else { "false" }
                    on:click=split
                >
                    {move || if some.get() { words.groups_split_again() } else { words.groups_split() }}
                </button>
                {more}
            </p>
        }
    };
    view! {
        <section class="groups" class:groups--none=move || !some.get() aria-labelledby="groups-title">
            <div class="groups__head">
                <h2 class="visits__heading" id="groups-title" tabindex="-1" class:visually-hidden=move || !some.get()>
                    {words.groups_title()}
                </h2>
                {ways}
            </div>
            {move || splitting.get().then(|| view! { <split::SplitUp page=page visit=visit open=splitting /> })}
            {move || some.get().then(|| view! {
                <board::Board page=page visit=visit />
                <Coaches page=page visit=visit />
            })}
        </section>
    }
}

/// The coaches of the visit, each with the groups in it.
#[component(transparent)]
fn Coaches(page: Page, visit: VisitId) -> impl Child {
    let store = page.store;
    let words = store.words();
    let coaches = Memo::new(move |_| {
        store.plan.with(|plan| {
            let riders = |coach: &Arc<Coach>| {
                let groups = plan.groups_of(visit).into_iter().filter(|group| group.coach == Some(coach.id));
                (coach.clone(), groups.cloned().collect::<Vec<_>>())
            };
            plan.coaches_of(visit).map(riders).collect::<Vec<_>>()
        })
    });
    move || {
        let coaches = coaches.get();
        (!coaches.is_empty()).then(|| {
            let rows = coaches.into_iter().map(|(coach, groups)| {
                let badges = groups.iter().map(|group| badge(page, group)).collect::<Vec<_>>();
                let name = if coach.name.is_empty() { words.untitled().to_string() } else { coach.name.clone() };
                let seats = coach.seats.map(|seats| words.groups_seats(usize::from(seats)));
                let seats = seats.unwrap_or_else(|| words.groups_seats_unknown().to_string());
                let about = [&seats, &coach.plate, &coach.driver.name, &coach.driver.phone];
                let about = about.into_iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>();
                let mark = coach.to_confirm.then(|| view! { <span class="mark">{words.to_confirm()}</span> });
                view! {
                    <li class="coach">
                        <a class="coach__name" href=address(coach.id)>{name}</a>
                        {mark}
                        <span class="line__quiet">{about.join(" \u{b7} ")}</span>
                        <span class="visits__guests">{badges}</span>
                    </li>
                }
            });
            view! {
                <h3 class="visits__minor">{words.groups_coaches()}</h3>
                <ul class="coaches">{rows.collect::<Vec<_>>()}</ul>
            }
        })
    }
}

/// The square letter of a group, with its name for readers' aids.
fn badge(page: Page, group: &Group) -> View {
    let name = wording::group(page.store.words(), group);
    view! { <Badge letter=group.letter.clone() hue=group.hue name=name square=true /> }
}

/// The ways of all, minute by minute; and which group's is shown below, where the visit has some.
#[component(transparent)]
pub(super) fn Ways(page: Page, visit: VisitId) -> View {
    let store = page.store;
    let words = store.words();
    let groups =
        Memo::new(move |_| store.plan.with(|plan| plan.groups_of(visit).into_iter().cloned().collect::<Vec<_>>()));
    let pick = move |group: crate::plan::GroupId| {
        page.picked.set(Some(group));
        // What is open of another group would bring that one back.
        if page.chosen.with_untracked(|chosen| chosen.and_then(super::Chosen::group).is_some_and(|open| open != group))
        {
            document::go(&Route::to(Screen::Visits));
        }
    };
    let choice = move || {
        let groups = groups.get();
        (!groups.is_empty()).then(|| {
            let tabs = groups.into_iter().map(|group| {
                let id = group.id;
                let title = wording::group(words, &group);
                view! {
                    <li>
                        <button
                            type="button"
                            class="visits__choice-link groups__tab"
                            aria-pressed=move || if page.group.get() == Some(id) { "true" } else { "false" }
                            on:click=move |_| pick(id)
                        >
                            <Badge letter=group.letter.clone() hue=group.hue square=true />
                            {title}
                        </button>
                    </li>
                }
            });
            view! {
                <div role="group" aria-label=words.visits_groups()>
                    <ul class="visits__choice">{tabs.collect::<Vec<_>>()}</ul>
                </div>
            }
        })
    };
    view! {
        <strip::Strips page=page visit=visit />
        {choice}
    }
}
