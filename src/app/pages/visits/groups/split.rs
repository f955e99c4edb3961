//! "Split into N groups": what would come out and what it could not keep, before anything changes.

use super::{super::Page, board::bound_name};
use crate::app::dom::{View, view};
use crate::app::signal::{Memo, RwSignal};
use crate::{
    app::{
        effects::{ids, page as document},
        ui::{Badge, badge::hue_class},
        wording,
    },
    circuit::{Bound, Split, Unkept, split},
    i18n::Words,
    plan::{Edit, Group, GroupId, Plan, VisitId},
};
use leptos::prelude::*;

/// More groups than this nobody leads through a company.
const MOST: usize = 12;

/// The form.
#[component(transparent)]
pub(super) fn SplitUp(page: Page, visit: VisitId, open: RwSignal<bool>) -> View {
    let store = page.store;
    let words = store.words();
    let now = store.plan.with_untracked(|plan| plan.groups_of(visit).len());
    let count = RwSignal::new(now.max(2));
    // Identities for as many as may be asked for, so that the preview is what is applied.
    let fresh: StoredValue<Vec<GroupId>> = StoredValue::new((0..MOST).map(|_| ids::group()).collect());
    let proposal = Memo::new(move |_| {
        store.plan.with(|plan| {
            let record = plan.visits.get(visit)?;
            let found = split(plan, record, count.get());
            let groups = fresh.with_value(|fresh| found.groups(plan, record, fresh));
            Some((found, groups))
        })
    });
    let typed = move |event| {
        if let Some(number) =
            event_target_value(&event).trim().parse().ok().filter(|number| (1..=MOST).contains(number))
        {
            count.set(number);
        }
    };
    let close = move |focus: &str| {
        open.set(false);
        document::focus_soon(focus.to_string());
    };
    let apply = move |_| {
        if let Some((_, groups)) = proposal.get_untracked() {
            let heads = groups.len();
            store.edit(Edit::Split { visit, groups });
            store.say(words.groups_said_split(heads));
        }
        close("#groups-title");
    };
    let drawn = move || {
        let (found, groups) = proposal.get()?;
        Some(store.plan.with_untracked(|plan| preview(words, plan, &found, &groups)))
    };
    view! {
        <section class="split-up" aria-labelledby="groups-split-title">
            <h3 class="split-up__title" id="groups-split-title">{words.groups_split_title()}</h3>
            <p class="line__quiet">{words.groups_split_about()}</p>
            <div class="field field--short">
                <label class="field__label" for="groups-count">{words.groups_count()}</label>
                <input
                    id="groups-count"
                    class="field__control"
                    type="number"
                    min="1"
                    max=MOST.to_string()
                    autocomplete="off"
                    prop:value=count.get_untracked().to_string()
                    on:input=typed
                />
            </div>
            <div role="status">{drawn}</div>
            <div class="visits__buttons">
                <button type="button" class="button button--main" id="groups-apply" on:click=apply>
                    {words.groups_split_apply()}
                </button>
                <button type="button" class="button" on:click=move |_| close("#groups-split")>{words.groups_cancel()}</button>
            </div>
        </section>
    }
}

/// The groups as they would be, and what could not be kept.
fn preview(words: Words, plan: &Plan, found: &Split, groups: &[Group]) -> View {
    let language = words.language();
    let columns = found.groups.iter().zip(groups).map(|(members, group)| {
        let delegations = members.delegations.iter().filter_map(|id| plan.delegations.get(*id)).map(|delegation| {
            let name = delegation.name.in_language(language).to_string();
            let badge = view! { <Badge letter=delegation.letter.clone() hue=delegation.hue /> };
            view! { <li class="split-up__member">{badge} <span>{name}</span></li> }
        });
        let delegates = members.delegates.iter().filter_map(|id| plan.delegates.get(*id)).map(|delegate| {
            let name =
                if delegate.name.is_empty() { words.people_unnamed().to_string() } else { delegate.name.clone() };
            view! { <li class="split-up__member"><span>{name}</span></li> }
        });
        let people: Vec<_> = delegations.chain(delegates).collect();
        let coach = members.coach.and_then(|coach| plan.coaches.get(coach)).map(|coach| coach.name.clone());
        let about = [coach.unwrap_or_default(), members.language.clone()];
        let about = about.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" \u{b7} ");
        view! {
            <li class=["split-up__group ", hue_class(group.hue)].concat()>
                <p class="split-up__head">
                    <Badge letter=group.letter.clone() hue=group.hue square=true />
                    <b>{words.visits_heads(members.heads)}</b>
                </p>
                <ul>{people}</ul>
                <p class="line__quiet">{about}</p>
            </li>
        }
    });
    let columns: Vec<_> = columns.collect();
    let unkept = found.unkept.iter().map(|unkept| view! { <li>{sentence(words, plan, unkept, groups)}</li> });
    let unkept: Vec<_> = unkept.collect();
    let verdict = if unkept.is_empty() {
        view! { <p class="split-up__kept">{words.groups_all_kept()}</p> }
    } else {
        view! {
            <p class="split-up__kept"><b>{words.groups_not_kept()}</b></p>
            <ul class="split-up__unkept">{unkept}</ul>
        }
    };
    view! { <ul class="split-up__groups">{columns}</ul> {verdict} }
}

/// What could not be kept, and why.
fn sentence(words: Words, plan: &Plan, unkept: &Unkept, groups: &[Group]) -> String {
    let name = |number: usize| groups.get(number).map(|group| wording::group(words, group)).unwrap_or_default();
    let name_of = |bound| match bound {
        Bound::Seats => words.groups_the_coach_inside().to_string(),
        bound => bound_name(words, plan, bound),
    };
    match unkept {
        Unkept::Whole { delegation, group, why } => {
            let title = plan.delegations.get(*delegation).map(|delegation| delegation.name.clone()).unwrap_or_default();
            let why = name_of(*why);
            words.groups_unkept_whole(title.in_language(words.language()), &name(*group), &why)
        }
        Unkept::Limit { group, why, takes, heads } => {
            words.groups_unkept_limit(*heads, &name(*group), &name_of(*why), &takes.to_string())
        }
        Unkept::Empty { group } => words.groups_unkept_empty(&name(*group)),
        Unkept::Coach { group } => words.groups_unkept_coach(&name(*group)),
        Unkept::Language { group, heads } => words.groups_unkept_language(*heads, &name(*group)),
    }
}
