//! Somebody on the board: a handle to drag or to press keys on, how many they are, and a list of the groups.

use super::carry::{Carry, handle_id};
use crate::app::dom::{View, view};
use crate::{
    app::{ui::Badge, wording},
    plan::{GroupId, Hue, Member},
};
use leptos::prelude::*;

/// A delegation, or a delegate alone.
#[derive(Clone, PartialEq)]
pub(super) struct Person {
    pub(super) member: Member,
    pub(super) name: String,
    /// The letter and the hue of the delegation.
    pub(super) badge: (String, Hue),
    pub(super) heads: usize,
    /// Those who are named and go with it.
    pub(super) people: Vec<Person>,
}

/// The row of somebody in the column of a group.
pub(super) fn member_row(carry: Carry, person: &Person, group: Option<GroupId>) -> View {
    let words = carry.page.store.words();
    let member = person.member;
    let distance = move |aside: bool| {
        let by = carry.distance(member).map(|(x, y)| if aside { x } else { y });
        by.map(|by| by.to_string() + "px")
    };
    let several = matches!(member, Member::Delegation(_));
    let heads = several.then(|| view! { <span class="member__heads">{person.heads.to_string()}</span> });
    let people: Vec<_> = person.people.iter().map(|person| member_row(carry, person, group)).collect();
    let inside = (!people.is_empty()).then(|| {
        view! {
            <details class="member__inside">
                <summary>{words.people_named(people.len())}</summary>
                <ul class="column__people">{people}</ul>
            </details>
        }
    });
    let options = carry.columns.get_untracked().into_iter().map(|column| {
        let title = match column {
            Some(id) => carry.page.store.plan.with_untracked(|plan| {
                plan.groups.get(id).map(|group| wording::group(words, group)).unwrap_or_default()
            }),
            None => words.groups_none().to_string(),
        };
        let key = column.map(|id| id.to_string()).unwrap_or_default();
        let is_here = column == group;
        view! { <option value=key selected=is_here>{title}</option> }
    });
    let options: Vec<_> = options.collect();
    let name = person.name.clone();
    view! {
        <li
            class="member"
            class:member--alone=!several
            class:member--carried=move || carry.distance(member).is_some()
            style=("--aside", move || distance(true))
            style=("--down", move || distance(false))
        >
            <div class="member__row">
                <button
                    type="button"
                    class="member__handle"
                    id=handle_id(member)
                    aria-describedby="groups-how"
                    aria-keyshortcuts="Alt+ArrowLeft Alt+ArrowRight"
                    on:keydown=move |event| carry.key(&event, member)
                    on:pointerdown=move |event| carry.take(&event, member)
                    on:pointermove=move |event| carry.follow(&event)
                    on:pointerup=move |_| carry.drop()
                    on:pointercancel=move |_| carry.let_go()
                >
                    <Badge letter=person.badge.0.clone() hue=person.badge.1 />
                    <span class="member__name">{name.clone()}</span>
                    {heads}
                </button>
                <select
                    class="member__group"
                    aria-label=words.groups_group_of(&name)
                    on:change=move |event| carry.put(member, event_target_value(&event).parse().ok())
                >
                    {options}
                </select>
            </div>
            {inside}
        </li>
    }
}
