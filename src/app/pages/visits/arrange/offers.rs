//! Up to three proposals side by side: what each is the best in, what it costs, and every group's order with times.

use super::{Cancel, Desk, Found, length, wording};
use crate::app::dom::{View, view};
use crate::{
    app::{
        effects::{intl, page as document},
        ui::Badge,
        wording::{group as group_title, title},
    },
    circuit::{
        Itinerary,
        arrange::{Asked, Change, Offer},
        search::Kind,
    },
    i18n::Words,
    plan::{Key, Plan},
};
use chrono::NaiveDateTime;
use leptos::prelude::*;

/// The proposals; where the plan is as good as the best, it says so and shows only the others.
#[component(transparent)]
pub(super) fn Offers(desk: Desk, found: Found) -> View {
    let words = desk.store.words();
    let Some(asked) = desk.asked.get_untracked() else { return View::of(()) };
    let Found { mut offers, already, lower_bound } = found;
    let mut about = None;
    if already {
        let best = offers.remove(0);
        let back = intl::time(words.language(), asked.moment(best.cost.back));
        let says = if best.proved { words.arrange_best_proved(&back) } else { words.arrange_best_found(&back) };
        about = Some(view! { <p class="arrange__about">{says}</p> });
    }
    let heading = if already { words.arrange_best_already().to_string() } else { words.arrange_found(offers.len()) };
    let others =
        (already && !offers.is_empty()).then(|| view! { <p class="arrange__about">{words.arrange_others()}</p> });
    let cancel = if offers.is_empty() { words.visits_close() } else { words.arrange_close() };
    let cards = offers.into_iter().enumerate();
    let cards = cards.map(|(place, offer)| {
        let main = place == 0 && !already;
        desk.store.plan.with_untracked(|plan| card(desk, plan, &asked, lower_bound, offer, main))
    });
    view! {
        <div class="arrange__found">
            <h2 class="arrange__title" id="arrange-title" tabindex="-1">{heading}</h2>
            {about}
            {others}
            <ul class="arrange__offers">{cards.collect::<Vec<_>>()}</ul>
            <p class="arrange__buttons"><Cancel desk=desk label=cancel /></p>
        </div>
    }
}

fn card(desk: Desk, plan: &Plan, asked: &Asked, lower_bound: u16, offer: Offer, main: bool) -> View {
    let store = desk.store;
    let words = store.words();
    let cost = offer.cost;
    let kind = match offer.kind {
        Kind::Return => words.arrange_kind_return(),
        Kind::Driving => words.arrange_kind_driving(),
        Kind::Waiting => words.arrange_kind_waiting(),
        Kind::Changes => words.arrange_kind_changes(),
    };
    let proof = match u32::from(cost.back.saturating_sub(lower_bound)) {
        _ if offer.proved => words.arrange_proved().to_string(),
        apart if offer.kind == Kind::Return && apart > 0 => words.arrange_at_most(&length(words, apart)),
        _ => words.arrange_unproved().to_string(),
    };
    let back = intl::time(words.language(), asked.moment(cost.back));
    let waiting = match cost.waiting {
        0 => words.arrange_no_minutes().to_string(),
        minutes => length(words, minutes),
    };
    let ways = offer.itineraries.iter().map(|itinerary| {
        let change = offer.changes.iter().find(|change| change.group == itinerary.group);
        way(words, plan, itinerary, change)
    });
    let ways: Vec<View> = ways.collect();
    let said = words.arrange_used(&back);
    let edit = offer.edit;
    let take = move |_| {
        desk.close(None);
        store.edit(edit.clone());
        store.say(said.clone());
        document::focus_soon("#arrange-open".to_string());
    };
    let class = if main { "button button--main" } else { "button" };
    view! {
        <li class="arrange__offer" data-offer=offer_name(offer.kind)>
            <h3 class="arrange__kind">{kind}</h3>
            <p class="arrange__quiet">{proof}</p>
            <dl class="arrange__figures">
                <div><dt>{words.visits_return()}</dt><dd>{back}</dd></div>
                <div><dt>{words.visits_driving()}</dt><dd>{length(words, cost.driving)}</dd></div>
                <div><dt>{words.arrange_waiting()}</dt><dd>{waiting}</dd></div>
            </dl>
            {ways}
            <p class="arrange__buttons">
                <button type="button" class=class on:click=take>{words.arrange_use()}<span class="visually-hidden">": " {kind}</span></button>
            </p>
        </li>
    }
}

/// The name of a kind on the page.
const fn offer_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Return => "return",
        Kind::Driving => "driving",
        Kind::Waiting => "waiting",
        Kind::Changes => "changes",
    }
}

/// One group's order with times, and what was at another time before.
fn way(words: Words, plan: &Plan, itinerary: &Itinerary, change: Option<&Change>) -> View {
    let language = words.language();
    let head = match itinerary.group.and_then(|group| plan.groups.get(group)) {
        Some(group) => {
            let badge = view! { <Badge letter=group.letter.clone() hue=group.hue square=true /> };
            view! { {badge} " " {group_title(words, group)} }
        }
        None => View::of(wording::groups(words, plan, &[])),
    };
    let same = change.is_none().then(|| view! { <span class="arrange__quiet">{words.arrange_same()}</span> });
    // The former moment where there was another one; nothing where it is the same.
    let row = |at: NaiveDateTime, what: String, was: Option<Option<NaiveDateTime>>| {
        let was = was.map(|was| match was {
            Some(was) => words.arrange_was(&intl::time(language, was)),
            None => words.arrange_new().to_string(),
        });
        let was = was.map(|was| view! { <span class="arrange__was">{was}</span> });
        view! { <li class="arrange__row"><span class="arrange__time">{intl::time(language, at)}</span><span>{what}</span>{was}</li> }
    };
    let start = change.and_then(|change| change.start).map(|(old, _)| Some(old));
    let mut rows = vec![row(itinerary.gathers, words.visits_gather().to_string(), start)];
    for stay in &itinerary.stays {
        let mut receptions = change.into_iter().flat_map(|change| &change.receptions);
        let was = receptions.find(|reception| reception.stop == stay.stop).map(|reception| reception.old);
        rows.push(row(stay.received, title(words, plan, Key::Stop(stay.stop)), was));
    }
    let back = change.and_then(|change| change.back).map(|(old, _)| Some(old));
    rows.push(row(itinerary.back, words.visits_back().to_string(), back));
    view! {
        <h4 class="arrange__group">{head} " " {same}</h4>
        <ol class="arrange__rows">{rows}</ol>
    }
}
