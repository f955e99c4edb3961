//! The list: a section for each delegation, and in it a table of its delegates, which on a phone is a list of cards.

use super::{Chosen, Here, totals::figures};
use crate::app::dom::{Child, View, view};
use crate::app::signal::{Memo, Signal};
use crate::{
    app::{Store, effects::intl, ui::Badge},
    i18n::Words,
    plan::{Consent, Delegate, DelegateId, Delegation, DelegationId, Travel},
};
use leptos::prelude::*;
use std::sync::Arc;

/// All delegations.
#[component(transparent)]
pub fn List() -> View {
    let store = Store::here();
    let ids = Memo::new(move |_| {
        store.plan.with(|plan| plan.delegations.iter().map(|delegation| delegation.id).collect::<Vec<_>>())
    });
    view! {
        <div class="people__list">
            <For each=move || ids.get() key=|id| *id children=|id| view! { <DelegationSection id=id /> } />
        </div>
    }
}

#[component(transparent)]
fn DelegationSection(id: DelegationId) -> View {
    let store = Store::here();
    let words = store.words();
    let here = expect_context::<Here>();
    let record = Memo::new(move |_| store.plan.with(|plan| plan.delegations.get(id).cloned()));
    let members = Memo::new(move |_| {
        store.plan.with(|plan| plan.delegates_of(id).map(|delegate| delegate.id).collect::<Vec<_>>())
    });
    let nobody = Memo::new(move |_| members.with(Vec::is_empty));
    let title = ["delegation-", &id.to_string()].concat();
    let count = move || {
        let expected = record.with(|record| record.as_ref().and_then(|record| record.expected));
        figures(words, members.with(Vec::len), expected).1
    };
    let name = move || record.with(|record| record.as_ref().map(|record| name_of(words, record)));
    let chosen = Chosen::Delegation(id);
    view! {
        <section class="delegation" aria-labelledby=title.clone()>
            <div class="delegation__head">
                {move || record.get().map(|record| view! { <Badge letter=record.letter.clone() hue=record.hue /> })}
                <h2 class="delegation__name" id=title.clone()>
                    <RecordLink chosen=chosen>{name}</RecordLink>
                </h2>
                <Trouble chosen=chosen />
                <p class="delegation__count">{count}</p>
                {move || {
                    let to_confirm = record.with(|record| record.as_ref().is_some_and(|record| record.to_confirm));
                    to_confirm.then(|| view! { <span class="mark">{words.to_confirm()}</span> })
                }}
                <button
                    type="button"
                    class="button button--plain delegation__add"
                    aria-label=move || words.people_add_delegate_to(&name().unwrap_or_default())
                    on:click=move |_| here.add_delegate(id)
                >
                    {words.people_add_delegate()}
                </button>
            </div>
            <p class="delegation__about">{move || record.with(|record| record.as_ref().map(|record| about(words, record)))}</p>
            {move || (!nobody.get()).then(|| view! {
                <Delegates members=members name=Signal::derive(move || name().unwrap_or_default()) />
            })}
        </section>
    }
}

/// What a delegation is called.
pub fn name_of(words: Words, delegation: &Delegation) -> String {
    let name = delegation.name.in_language(words.language());
    if name.trim().is_empty() { words.untitled().to_string() } else { name.to_string() }
}

/// Region, country and organisations, each said once.
fn about(words: Words, delegation: &Delegation) -> String {
    let region = delegation.region.in_language(words.language());
    let region = if region == delegation.name.in_language(words.language()) { "" } else { region };
    let organisations = delegation.organisations.join(", ");
    let parts = [region, &delegation.country, &organisations].into_iter().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" \u{b7} ")
}

/// A link that opens somebody in the panel.
#[component(transparent)]
fn RecordLink(chosen: Chosen, children: crate::app::dom::Children) -> View {
    let here = expect_context::<Here>();
    let route = chosen.route();
    let open = Memo::new(move |_| here.chosen.get() == Some(chosen));
    view! {
        <a
            class="people__link"
            href=route.href()
            data-record=route.focus
            aria-current=move || open.get().then_some("true")
        >
            {children()}
        </a>
    }
}

/// How many blockers and warnings there are about somebody.
#[component(transparent)]
fn Trouble(chosen: Chosen) -> impl Child {
    let here = expect_context::<Here>();
    let words = Store::here().words();
    let count = Memo::new(move |_| {
        let key = chosen.key();
        here.troubled.with(|troubled| troubled.iter().find(|(known, _)| *known == key).map_or(0, |(_, count)| *count))
    });
    move || {
        let count = count.get();
        (count > 0).then(|| view! { <span class="people__trouble">{count} " " {words.findings_count(count)}</span> })
    }
}

#[component(transparent)]
fn Delegates(members: Memo<Vec<DelegateId>>, name: Signal<String>) -> View {
    let words = Store::here().words();
    view! {
        <div class="table-frame" role="group" tabindex="0" aria-label=name>
            <table class="table people__table">
                <thead>
                    <tr>
                        <th scope="col">{words.people_name()}</th>
                        <th scope="col">{words.field_organisation()}</th>
                        <th scope="col">{words.people_diet_needs()}</th>
                        <th scope="col">{words.people_arrival()}</th>
                        <th scope="col">{words.people_departure()}</th>
                        <th scope="col">{words.people_contact()}</th>
                    </tr>
                </thead>
                <tbody>
                    <For each=move || members.get() key=|id| *id children=|id| view! { <DelegateRow id=id /> } />
                </tbody>
            </table>
        </div>
    }
}

#[component(transparent)]
fn DelegateRow(id: DelegateId) -> View {
    let store = Store::here();
    let words = store.words();
    let here = expect_context::<Here>();
    let record = Memo::new(move |_| store.plan.with(|plan| plan.delegates.get(id).cloned()));
    let chosen = Chosen::Delegate(id);
    let open = Memo::new(move |_| here.chosen.get() == Some(chosen));
    let name = move || {
        let name = record.with(|record| record.as_ref().map(|record| record.name.clone()).unwrap_or_default());
        if name.trim().is_empty() { words.people_unnamed().to_string() } else { name }
    };
    let role = move || record.with(|record| record.as_ref().map(|record| record.role.clone()));
    view! {
        <tr class="people__row" class:people__row--open=open>
            <th scope="row" class="people__name">
                <RecordLink chosen=chosen>{name}</RecordLink>
                <Trouble chosen=chosen />
                <span class="people__second">{role}</span>
            </th>
            {move || record.get().map(|record| cells(words, &record))}
        </tr>
    }
}

/// What is known of a delegate besides the name.
fn cells(words: Words, delegate: &Arc<Delegate>) -> View {
    let photos = (delegate.photo_consent == Consent::Refused).then(|| words.people_no_photos());
    let needs = [&*delegate.diet, &*delegate.needs, photos.unwrap_or_default()];
    let email = (!delegate.email.is_empty()).then(|| {
        let address = delegate.email.contains('@').then(|| ["mailto:", &delegate.email].concat());
        view! { <a class="people__contact" href=address>{delegate.email.clone()}</a> }
    });
    let phone = (!delegate.phone.is_empty()).then(|| {
        let number: String =
            delegate.phone.chars().filter(|letter| letter.is_ascii_digit() || *letter == '+').collect();
        view! { <a class="people__contact" href=["tel:", &*number].concat()>{delegate.phone.clone()}</a> }
    });
    let reachable = email.is_some() || phone.is_some();
    let lines = needs.into_iter().filter(|text| !text.trim().is_empty()).map(|text| {
        view! { <span class="people__line">{text.to_string()}</span> }
    });
    let lines: Vec<_> = lines.collect();
    let needy = !lines.is_empty();
    view! {
        <td class=cell(!delegate.organisation.is_empty()) data-label=words.field_organisation()>
            {delegate.organisation.clone()}
        </td>
        <td class=cell(needy) data-label=words.people_diet_needs()>{lines}</td>
        <td class=cell(delegate.arrival.is_some()) data-label=words.people_arrival()>
            {travel(words, delegate.arrival.as_ref())}
        </td>
        <td class=cell(delegate.departure.is_some()) data-label=words.people_departure()>
            {travel(words, delegate.departure.as_ref())}
        </td>
        <td class=cell(reachable) data-label=words.people_contact()>{email} {phone}</td>
    }
}

/// A cell with nothing in it is left out of a phone's cards.
const fn cell(filled: bool) -> &'static str {
    if filled { "people__cell" } else { "people__cell people__cell--empty" }
}

/// When, and where.
fn travel(words: Words, travel: Option<&Travel>) -> impl Child {
    travel.map(|travel| {
        let language = words.language();
        let date = intl::date(language, travel.at.date(), intl::DateStyle::Brief);
        let time = intl::time(language, travel.at);
        view! {
            <span class="people__line"><time>{date} ", " {time}</time></span>
            <span class="people__second">{travel.place.clone()}</span>
        }
    })
}
