//! The board: a column for each group with its heads against what its coach and its companies take, and one for those
//! who are in none.

use super::{
    super::{Chosen, Page, address, findings::Flag},
    carry::Carry,
    member::{Person, member_row},
};
use crate::app::dom::{View, view};
use crate::app::signal::Memo;
use crate::{
    app::{ui::badge::hue_class, wording},
    circuit::{Bound, Limit, limits},
    i18n::Words,
    plan::{Delegate, Group, GroupId, Member, Plan, VisitId},
};
use leptos::prelude::*;
use std::sync::Arc;

/// A column as it stands.
#[derive(Clone, PartialEq)]
struct Column {
    group: Option<Arc<Group>>,
    heads: usize,
    /// What limits it, by name.
    limits: Vec<(String, Limit)>,
    people: Vec<Person>,
}

/// The board.
#[component(transparent)]
pub(super) fn Board(page: Page, visit: VisitId) -> View {
    let store = page.store;
    let words = store.words();
    let columns = Memo::new(move |_| store.plan.with(|plan| columns(words, plan, visit)));
    let ids = Memo::new(move |_| {
        columns.with(|columns| {
            columns.iter().map(|column| column.group.as_ref().map(|group| group.id)).collect::<Vec<_>>()
        })
    });
    let carry = Carry::new(page, visit, ids);
    let drawn = move || {
        let all = columns.get();
        all.iter().enumerate().map(|(place, column)| draw(carry, place, column)).collect::<Vec<_>>()
    };
    view! {
        <p class="groups__how" id="groups-how">{words.groups_how()}</p>
        <div class="group-board" class:group-board--carrying=move || carry.is_on()>{drawn}</div>
    }
}

fn columns(words: Words, plan: &Plan, visit: VisitId) -> Vec<Column> {
    let Some(record) = plan.visits.get(visit) else { return Vec::new() };
    let mut columns = Vec::new();
    for group in plan.groups_of(visit) {
        let named = limits(plan, record, group).into_iter().map(|limit| (bound_name(words, plan, limit.bound), limit));
        let delegations = group.delegations.iter().filter_map(|id| together(words, plan, visit, *id));
        let alone = group.delegates.iter().filter_map(|id| plan.delegates.get(*id));
        columns.push(Column {
            group: Some(group.clone()),
            heads: plan.heads_in(group),
            limits: named.collect(),
            people: delegations.chain(alone.filter_map(|delegate| single(words, plan, delegate))).collect(),
        });
    }
    let left = plan.delegations.iter().filter(|delegation| {
        record.audience.includes(delegation.id) && plan.group_with(visit, delegation.id).is_none()
    });
    let people: Vec<Person> = left.filter_map(|delegation| together(words, plan, visit, delegation.id)).collect();
    let heads = people.iter().map(|person| person.heads).sum();
    columns.push(Column { group: None, heads, limits: Vec::new(), people });
    columns
}

/// A delegation with those of it whom no group names.
fn together(words: Words, plan: &Plan, visit: VisitId, id: crate::plan::DelegationId) -> Option<Person> {
    let delegation = plan.delegations.get(id)?;
    let heads = plan.heads_together(visit, id);
    let people = plan.delegates_of(id).filter(|delegate| plan.group_naming(visit, delegate.id).is_none());
    let name = delegation.name.in_language(words.language());
    Some(Person {
        member: Member::Delegation(id),
        name: if name.is_empty() { words.untitled().to_string() } else { name.to_string() },
        badge: (delegation.letter.clone(), delegation.hue),
        heads,
        people: people.filter_map(|delegate| single(words, plan, delegate)).collect(),
    })
}

/// Somebody by themselves.
fn single(words: Words, plan: &Plan, delegate: &Arc<Delegate>) -> Option<Person> {
    let delegation = plan.delegations.get(delegate.delegation)?;
    let name = if delegate.name.trim().is_empty() { words.people_unnamed() } else { &delegate.name };
    Some(Person {
        member: Member::Delegate(delegate.id),
        name: name.to_string(),
        badge: (delegation.letter.clone(), delegation.hue),
        heads: 1,
        people: Vec::new(),
    })
}

/// What limits the heads of a group, as people call it.
pub(super) fn bound_name(words: Words, plan: &Plan, bound: Bound) -> String {
    let name = match bound {
        Bound::Host(id) => plan.hosts.get(id).map(|host| host.name.clone()),
        Bound::Coach(id) => plan.coaches.get(id).map(|coach| coach.name.clone()),
        Bound::Seats => Some(words.groups_the_coach().to_string()),
    };
    name.filter(|name| !name.is_empty()).unwrap_or_else(|| words.untitled().to_string())
}

fn draw(carry: Carry, place: usize, column: &Column) -> View {
    let page = carry.page;
    let words = page.store.words();
    let id = column.group.as_ref().map(|group| group.id);
    let over = move || carry.is_over(id);
    let name = id.map(|id| id.to_string()).unwrap_or_default();
    let heading = ["groups-column-", if name.is_empty() { "none" } else { &name }].concat();
    let people: Vec<_> = column.people.iter().map(|person| member_row(carry, person, id)).collect();
    let nobody = people.is_empty().then(|| {
        let text = if id.is_some() { words.groups_nobody() } else { words.groups_nobody_left() };
        view! { <p class="column__nobody">{text}</p> }
    });
    let head = match &column.group {
        Some(group) => head(page, place, group),
        None => view! { <span>{words.groups_none()}</span> },
    };
    let limits: Vec<_> =
        column.limits.iter().map(|(name, limit)| draw_limit(words, name, *limit, column.heads)).collect();
    let class = column.group.as_ref().map_or("", |group| hue_class(group.hue));
    view! {
        <section
            class=["column ", class].concat()
            class:column--none=id.is_none()
            class:column--over=over
            aria-labelledby=heading.clone()
            data-column=name
        >
            <h3 class="column__head" id=heading>
                {head}
                <span class="column__heads">{words.visits_heads(column.heads)}</span>
            </h3>
            <ul class="column__limits">{limits}</ul>
            <ul class="column__people">{people}</ul>
            {nobody}
        </section>
    }
}

fn head(page: Page, place: usize, group: &Arc<Group>) -> View {
    let words = page.store.words();
    let id: GroupId = group.id;
    let letter = group.letter.clone();
    let name = group.name.in_language(words.language());
    let name = if name.trim().is_empty() { wording::group(words, group) } else { name.to_string() };
    let digit = (place < 9).then(|| (place + 1).to_string());
    view! {
        <span class="badge badge--square" aria-hidden="true">{letter}</span>
        <a class="column__name" href=address(id)>{name}</a>
        <Flag page=page on=Chosen::Group(id) />
        <kbd class="column__key" aria-hidden="true">{digit}</kbd>
    }
}

/// Heads against a limit: a word, two figures and a bar.
fn draw_limit(words: Words, name: &str, limit: Limit, heads: usize) -> View {
    let above = limit.above(heads);
    let takes = usize::from(limit.takes);
    let is_above = above > 0;
    let share = (heads * 100).checked_div(takes).unwrap_or(100).min(100);
    let said = if above > 0 { words.groups_above(above) } else { String::new() };
    let width = share.to_string() + "%";
    let mark = (above > 0).then(|| view! { <span class="flag flag--warning" aria-hidden="true">"!"</span> });
    view! {
        <li class="limit" class:limit--above=is_above>
            <span class="limit__name">{name.to_string()}</span>
            <span class="limit__figures">{words.groups_of(&heads.to_string(), &takes.to_string())}</span>
            <span class="limit__bar" aria-hidden="true"><span class="limit__share" style:width=width></span></span>
            <span class="limit__above">{mark} {said}</span>
        </li>
    }
}
