//! Nothing fits: how far the search for the reason is; what cannot hold together, with figures, and what would help.

use super::{Cancel, Desk, Doubt, Impossible, Stop, run, wording::Names};
use crate::app::dom::{View, view};
use crate::app::signal::Memo;
use crate::{circuit::search::Asking, plan::Edit};
use leptos::prelude::*;

/// What is being looked at, and a way to know no more.
#[component(transparent)]
pub(super) fn Asked(desk: Desk) -> View {
    let words = desk.store.words();
    let now = Memo::new(move |_| {
        let count = |number: usize, of: usize| ((number + 1).min(of).to_string(), of.to_string());
        match desk.told.get().doubt {
            None => String::new(),
            Some(Doubt::Asking(Asking::Demand(number, of))) => {
                let (number, of) = count(number, of);
                words.arrange_asking_demand(&number, &of)
            }
            Some(Doubt::Asking(Asking::Way(number, of))) => {
                let (number, of) = count(number, of);
                words.arrange_asking_way(&number, &of)
            }
            Some(Doubt::Trying(number, of)) => {
                let (number, of) = count(number, of);
                words.arrange_trying_way(&number, &of)
            }
        }
    });
    view! {
        <div class="arrange__found">
            <h2 class="arrange__title" id="arrange-title" tabindex="-1">{words.arrange_asking_why()}</h2>
            <p class="arrange__quiet">{now}</p>
            <p class="arrange__buttons">
                <Stop desk=desk />
                <Cancel desk=desk />
            </p>
        </div>
    }
}

/// A way out, one step away; then the visit is arranged again.
pub(super) fn way(desk: Desk, text: String, edit: Edit) -> View {
    let take = move |_| {
        // The plan that comes of it is the one that is asked next.
        desk.close(None);
        desk.store.edit(edit.clone());
        run::start(desk);
    };
    view! { <li><button type="button" class="button" on:click=take>{text}</button></li> }
}

/// Why nothing fits, and a button for each way out that the plan can take.
#[component(transparent)]
pub(super) fn Why(desk: Desk, found: Impossible) -> View {
    let Impossible { reason, ways, stopped } = found;
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
    let none = by_hand.is_empty() && buttons.is_empty();
    let nothing = (none && !stopped).then(|| view! { <p>{words.arrange_no_way_out()}</p> });
    let help = (!none).then(|| view! { <h3 class="arrange__heading">{words.arrange_ways_out()}</h3> });
    let buttons = buttons.into_iter().map(|(text, edit)| way(desk, text, edit));
    let unsure = match (stopped, reason.proved) {
        (true, true) => words.arrange_stopped_ways(),
        (true, false) => words.arrange_stopped_why(),
        (false, true) => "",
        (false, false) => words.arrange_unsure(),
    };
    let unsure = (!unsure.is_empty()).then(|| view! { <p class="arrange__quiet">{unsure}</p> });
    let by_hand = by_hand.into_iter().map(|text| view! { <li>{words.arrange_by_hand()} " " {text}</li> });
    view! {
        <div class="arrange__found arrange__found--impossible">
            <h2 class="arrange__title" id="arrange-title" tabindex="-1">{words.arrange_impossible()}</h2>
            <p>{intro}</p>
            <ul class="arrange__demands">{demands.collect::<Vec<_>>()}</ul>
            {unsure}
            {help}
            {nothing}
            <ul class="arrange__ways">{buttons.collect::<Vec<_>>()} {by_hand.collect::<Vec<_>>()}</ul>
            <p class="arrange__buttons"><Cancel desk=desk /></p>
        </div>
    }
}
