//! The totals: heads, diets, needs, and what is still to be asked, as quiet figures.

use super::list::name_of;
use crate::app::dom::{View, view};
use crate::app::signal::Memo;
use crate::{
    agenda::{Roll, Tally, roll},
    app::{
        Store,
        pages::copy_table::{Copied, CopyTable},
        ui::Badge,
    },
    exchange::tables::Subject,
    i18n::Words,
    plan::{Delegation, Hue},
};
use leptos::prelude::*;
use std::sync::Arc;

/// The strip of figures above the list.
#[component(transparent)]
pub fn Totals() -> View {
    let store = Store::here();
    let words = store.words();
    let figures = Memo::new(move |_| {
        store.plan.with(|plan| {
            let title = |delegation: &Arc<Delegation>| Title {
                name: name_of(words, delegation),
                letter: delegation.letter.clone(),
                hue: delegation.hue,
            };
            (roll(plan), plan.delegations.iter().map(title).collect::<Vec<_>>())
        })
    });
    view! {
        <section class="totals" aria-labelledby="totals-title">
            <h2 id="totals-title" class="visually-hidden">{words.people_totals()}</h2>
            {move || figures.with(|(roll, titles)| strip(roll, titles, words))}
            <div class="totals__foot">
                {move || figures.with(|(roll, _)| facts(roll, words))}
                <CopyTable source=|| Copied::Of(Subject::Totals) about=words.people_totals().to_string() />
            </div>
        </section>
    }
}

/// What a delegation is shown as.
#[derive(Clone, PartialEq)]
struct Title {
    name: String,
    letter: String,
    hue: Hue,
}

fn strip(roll: &Roll, titles: &[Title], words: Words) -> View {
    let delegations = roll.delegations.iter().zip(titles).map(|((_, named, expected), title)| {
        let (short, long) = figures(words, *named, *expected);
        view! {
            <div>
                <dt class="totals__word totals__word--delegation">
                    <Badge letter=title.letter.clone() hue=title.hue />
                    {title.name.clone()}
                </dt>
                <dd class="totals__figure">
                    <span aria-hidden="true">{short}</span>
                    <span class="visually-hidden">{long}</span>
                </dd>
            </div>
        }
    });
    let delegations: Vec<_> = delegations.collect();
    view! {
        <dl class="totals__strip">
            <div class="totals__all">
                <dt class="totals__word">{words.people_heads()}</dt>
                <dd class="totals__figure">
                    <strong class="totals__heads" data-total="heads">{roll.heads}</strong>
                    <span class="totals__note" data-total="named">{words.people_heads_about(&roll.named.to_string())}</span>
                </dd>
            </div>
            {delegations}
        </dl>
    }
}

/// Diets, needs, and what is still to be asked.
fn facts(roll: &Roll, words: Words) -> View {
    let missing = [
        (roll.without_arrival, words.people_no_arrivals(roll.without_arrival)),
        (roll.without_departure, words.people_no_departures(roll.without_departure)),
        (roll.without_consent, words.people_no_consents(roll.without_consent)),
    ];
    let missing: Vec<String> = missing.into_iter().filter(|(count, _)| *count > 0).map(|(_, text)| text).collect();
    let missing = if missing.is_empty() { words.people_nothing_missing().to_string() } else { missing.join(", ") };
    view! {
        <dl class="totals__facts">
            <div class="totals__fact">
                <dt class="totals__word">{words.people_diets()}</dt>
                <dd data-total="diets">{tallies(words, &roll.diets)}</dd>
            </div>
            <div class="totals__fact">
                <dt class="totals__word">{words.people_needs()}</dt>
                <dd data-total="needs">{tallies(words, &roll.needs)}</dd>
            </div>
            <div class="totals__fact">
                <dt class="totals__word">{words.people_missing()}</dt>
                <dd data-total="missing">{missing}</dd>
            </div>
        </dl>
    }
}

/// How many of how many, for the eye and for the ear.
pub fn figures(words: Words, named: usize, expected: Option<u16>) -> (String, String) {
    match expected {
        Some(expected) => {
            let (named, expected) = (named.to_string(), expected.to_string());
            ([&*named, "/", &expected].join("\u{200a}"), words.people_named_of(&named, &expected))
        }
        None => (named.to_string(), words.people_named(named)),
    }
}

/// `2 vegan, 1 halal`
fn tallies(words: Words, tallies: &[Tally]) -> String {
    let texts: Vec<String> =
        tallies.iter().map(|tally| [&*tally.count.to_string(), " ", &tally.words].concat()).collect();
    if texts.is_empty() { words.people_none().to_string() } else { texts.join(", ") }
}
