//! Who goes another way, what they leave out, and what carries them: chosen where the split is offered.

use super::{sheet::Said, text};
use crate::app::dom::{View, view};
use crate::{
    agenda::late::{Carrier, Choices, Parting, Ripple, Split, WayOut},
    app::{Store, effects::page, wording},
    plan::{Key, Plan},
};
use leptos::prelude::*;

/// What there is to choose from in a split that is taken.
#[component(transparent)]
pub(super) fn Choose(
    said: Said,
    split: Split,
    choices: Choices,
    /// Where they part; nothing as long as nobody goes, or nobody stays.
    parting: Option<Parting>,
    /// The plan in which they have parted.
    plan: Plan,
    /// What the identities of its elements start with.
    id: String,
) -> View {
    let words = Store::here().words();
    let chip = |name: String, number: usize, pressed: bool, changed: Split| {
        let id = id.clone() + "-" + &number.to_string();
        let selector = "#".to_string() + &id;
        let choose = move |_| {
            let changed = changed.clone();
            said.taken.update(|ways| {
                for way_out in ways {
                    if matches!(way_out, WayOut::Split(split) if split.way == changed.way) {
                        *way_out = WayOut::Split(changed.clone());
                    }
                }
            });
            page::focus_soon(selector.clone());
        };
        let pressed = if pressed { "true" } else { "false" };
        view! { <button type="button" class="late__pick" id=id aria-pressed=pressed on:click=choose>{name}</button> }
    };
    let mut number = 0..;
    let mut next = || number.next().unwrap_or_default();
    let members = choices.members.iter().map(|(member, heads, goes)| {
        let mut changed = split.clone();
        // A delegation that does not go takes nobody of it along.
        changed.members = choices.members.iter().filter(|(_, _, goes)| *goes).map(|(known, ..)| *known).collect();
        changed.members.retain(|known| known != member);
        if !goes {
            changed.members.push(*member);
        }
        let name = text::member(words, &plan, *member);
        let name = if *heads > 1 { name + super::entry::DOT + &heads.to_string() } else { name };
        chip(name, next(), *goes, changed)
    });
    let members = members.collect::<Vec<_>>();
    let several = choices.stops.len() > 1;
    let stops = choices.stops.iter().filter(|_| several).map(|(stop, out)| {
        let mut changed = split.clone();
        if *out {
            changed.skips.remove(stop)
        } else {
            changed.skips.insert(*stop)
        };
        chip(wording::title(words, &plan, Key::Stop(*stop)), next(), *out, changed)
    });
    let stops = stops.collect::<Vec<_>>();
    let carries = parting.as_ref().and_then(|parting| parting.coach);
    let coaches = choices.coaches.iter().map(|coach| (Carrier::Coach(*coach), carries == Some(*coach)));
    let other = (!choices.coaches.is_empty()).then_some((Carrier::Other, carries.is_none()));
    let coaches = coaches.chain(other).map(|(carrier, pressed)| {
        let name = match carrier {
            Carrier::Coach(coach) => match plan.coaches.get(coach).and_then(|coach| coach.seats) {
                Some(seats) => {
                    words.late_split_coach(&wording::title(words, &plan, Key::Coach(coach)), &seats.to_string())
                }
                None => wording::title(words, &plan, Key::Coach(coach)),
            },
            _ => words.late_split_other().to_string(),
        };
        chip(name, next(), pressed, Split { carrier, ..split.clone() })
    });
    let coaches = coaches.collect::<Vec<_>>();
    let row = |label: &'static str, chips: Vec<View>| {
        (!chips.is_empty()).then(|| {
            view! {
                <div class="late__row" role="group" aria-label=label>
                    <span class="late__label" aria-hidden="true">{label}</span>
                    {chips}
                </div>
            }
        })
    };
    let outcome = match &parting {
        Some(parting) => view! { <Need plan=plan.clone() parting=parting.clone() /> },
        None => view! { <p class="late__need">{words.late_split_choose()}</p> },
    };
    view! {
        <div class="late__choose">
            {row(words.late_split_who(), members)}
            {row(words.late_split_skips(), stops)}
            {row(words.late_split_ride(), coaches)}
            {outcome}
        </div>
    }
}

/// What carries those who go; somebody may have to find it.
#[component(transparent)]
fn Need(plan: Plan, parting: Parting) -> View {
    let words = Store::here().words();
    let missing = parting.coach.is_none() && parting.ride.is_some();
    let text = text::parting(words, &plan, &parting);
    view! { <p class="late__need" class:late__need--missing=missing role="status">{text}</p> }
}

/// What carries those who go, after the plan has changed.
#[component(transparent)]
pub(super) fn Needs(ripple: Ripple) -> View {
    let needs = ripple.partings.iter().map(|parting| {
        view! { <Need plan=ripple.plan.clone() parting=parting.clone() /> }
    });
    View::of(needs.collect::<Vec<_>>())
}
