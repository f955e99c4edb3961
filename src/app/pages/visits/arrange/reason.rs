//! Nothing fits: what cannot hold together, with figures, and what would help.

use super::{Cancel, Desk, run, wording::Names};
use crate::app::dom::{View, view};
use crate::{
    circuit::search::{Reason, Relaxation},
    plan::Edit,
};
use leptos::prelude::*;

/// Why nothing fits, and a button for each way out that the plan can take.
#[component(transparent)]
pub(super) fn Impossible(desk: Desk, reason: Reason, ways: Vec<(Relaxation, Option<Edit>)>) -> View {
    let store = desk.store;
    let words = store.words();
    let Some(asked) = desk.asked.get_untracked() else { return View::of(()) };
    let (demands, by_hand, buttons) = store.plan.with_untracked(|plan| {
        let names = Names { words, plan, asked: &asked };
        let (mut by_hand, mut buttons) = (Vec::new(), Vec::new());
        for (way, edit) in ways {
            let text = names.relaxation(way);
            match edit {
                Some(edit) => buttons.push((text, edit)),
                None => by_hand.push(text),
            }
        }
        (names.demands(&reason), by_hand, buttons)
    });
    let intro = if demands.len() == 1 { words.arrange_conflict_one() } else { words.arrange_conflict() };
    let demands = demands.into_iter().map(|demand| view! { <li>{demand}</li> });
    let nothing = (by_hand.is_empty() && buttons.is_empty()).then(|| view! { <p>{words.arrange_no_way_out()}</p> });
    let help = nothing.is_none().then(|| view! { <h3 class="arrange__heading">{words.arrange_ways_out()}</h3> });
    let buttons = buttons.into_iter().map(|(text, edit)| {
        let take = move |_| {
            // The plan that comes of it is the one that is asked next.
            desk.close(None);
            store.edit(edit.clone());
            run::start(desk);
        };
        view! { <li><button type="button" class="button" on:click=take>{text}</button></li> }
    });
    let by_hand = by_hand.into_iter().map(|text| view! { <li>{words.arrange_by_hand()} " " {text}</li> });
    view! {
        <div class="arrange__found arrange__found--impossible">
            <h2 class="arrange__title" id="arrange-title" tabindex="-1">{words.arrange_impossible()}</h2>
            <p>{intro}</p>
            <ul class="arrange__demands">{demands.collect::<Vec<_>>()}</ul>
            {(!reason.proved).then(|| view! { <p class="arrange__quiet">{words.arrange_unsure()}</p> })}
            {help}
            {nothing}
            <ul class="arrange__ways">{buttons.collect::<Vec<_>>()} {by_hand.collect::<Vec<_>>()}</ul>
            <p class="arrange__buttons"><Cancel desk=desk /></p>
        </div>
    }
}
