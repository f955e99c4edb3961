//! Who is missing, in words and with the telephone at hand.

use super::{
    Call,
    crews::{name_of, some_of},
};
use crate::app::dom::{Child, View, view};
use crate::{
    agenda::{Missing, Sum, tel_link},
    i18n::Words,
    plan::Plan,
};
use leptos::prelude::*;

/// How many are named in one line; more would be a list to read.
const FEW: usize = 3;

/// What a count comes to, for the live region and the card: "22 of 24, 2 missing".
pub fn sentence(words: Words, sum: &Sum) -> String {
    let mut text = words.heads_of(&(sum.present + sum.extra).to_string(), &sum.expected.to_string());
    text.push_str(", ");
    text.push_str(&state(words, sum));
    text
}

/// "2 missing", "everybody is here", "1 more than expected".
fn state(words: Words, sum: &Sum) -> String {
    match (sum.short(), sum.extra) {
        (0, 0) => words.heads_whole().to_string(),
        (0, extra) => words.heads_extra(extra),
        (short, 0) => words.heads_short(short),
        (short, extra) => words.heads_short(short) + ", " + &words.heads_extra(extra),
    }
}

/// The same for the foot of the screen: before anybody is counted nobody is missed yet, and a few are named.
pub fn short(words: Words, plan: &Plan, sum: &Sum, begun: bool) -> String {
    if !begun && sum.short() > 0 {
        return words.heads_to_count(sum.short());
    }
    let mut text = state(words, sum);
    let known = sum.missing.iter().any(|missing| !matches!(missing, Missing::Some(_)));
    if known && sum.missing.len() <= FEW {
        text.push_str(": ");
        text.push_str(&names(words, plan, &sum.missing));
    }
    text
}

/// Those missing, by name where they have one.
pub fn names(words: Words, plan: &Plan, missing: &[Missing]) -> String {
    let names: Vec<_> = missing.iter().map(|missing| name(words, plan, *missing)).collect();
    names.join(", ")
}

/// A few by name, more by their number: what fits on a button.
pub fn name_all(words: Words, plan: &Plan, missing: &[Missing]) -> String {
    let heads = |missing: &Missing| match missing {
        Missing::Delegate(_) => 1,
        Missing::Others(_, number) | Missing::Some(number) => *number,
    };
    if missing.len() > FEW { words.heads_some(missing.iter().map(heads).sum()) } else { names(words, plan, missing) }
}

fn name(words: Words, plan: &Plan, missing: Missing) -> String {
    match missing {
        Missing::Delegate(delegate) => name_of(words, plan, delegate),
        Missing::Others(delegation, number) => some_of(words, plan, delegation, number),
        Missing::Some(number) => words.heads_some(number),
    }
}

/// The list of those missing, once counting has begun; whoever has a telephone is called by a tap.
#[component(transparent)]
pub fn AllMissing(call: Call) -> impl Child {
    let words = call.store.words();
    move || {
        let begun = call.heads.with(|heads| heads.count(call.pass.get()).is_begun());
        let missing = call.sum.with(|sum| sum.missing.clone());
        if !begun || missing.is_empty() {
            return View::of(());
        }
        let plan = call.store.plan.get();
        let rows: Vec<_> = missing.into_iter().map(|missing| row(words, &plan, missing)).collect();
        view! {
            <div class="heads__missing">
                <h3>{words.heads_missing()}</h3>
                <ul>{rows}</ul>
            </div>
        }
    }
}

fn row(words: Words, plan: &Plan, missing: Missing) -> View {
    let text = name(words, plan, missing);
    let phone = match missing {
        Missing::Delegate(id) => plan.delegates.get(id).map(|known| known.phone.trim().to_string()),
        Missing::Others(..) | Missing::Some(_) => None,
    };
    let call = phone.and_then(|phone| tel_link(&phone).map(|href| (href, phone)));
    let who = match call {
        Some((href, phone)) => view! {
            <a class="heads__call" href=href>
                <span class="visually-hidden">{words.heads_call()}</span>
                <span>{text}</span>
                <span class="heads__phone">{phone}</span>
            </a>
        },
        None => view! { <span class="heads__call">{text}</span> },
    };
    view! { <li>{who}</li> }
}
