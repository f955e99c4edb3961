//! What would follow, before anything changes.

use super::{sheet::Said, split::Choose, struck, tell::Tell, text};
use crate::app::dom::{Child, View, view};
use crate::app::signal::Memo;
use crate::{
    agenda::late::{Absorbed, Absorber, Choices, Moved, Offer, Ripple, WayOut, choices, ways_out},
    app::{Store, effects::intl},
    plan::{EntryId, Slot},
};
use leptos::prelude::*;

#[component(transparent)]
pub(super) fn Preview(said: Said, found: Memo<Option<Ripple>>) -> impl Child {
    let store = Store::here();
    let words = store.words();
    move || {
        let Some(ripple) = found.get() else {
            return view! { <p class="late__fine" role="status">{words.late_nothing()}</p> };
        };
        let wanted = said.cause().map_or(0, |cause| cause.minutes);
        let least = (ripple.minutes > wanted).then(|| {
            let most = words.late_at_most(&text::length(words, ripple.minutes));
            view! { <p class="late__fine">{most}</p> }
        });
        view! {
            {least}
            <Broken ripple=ripple.clone() />
            <WaysOut said=said ripple=ripple.clone() />
            <Moves ripple=ripple.clone() />
            <Absorbs ripple=ripple.clone() />
            <Tell ripple=ripple heading=words.late_tell() chosen=said.languages />
        }
    }
}

/// What breaks; first, because it decides.
#[component(transparent)]
fn Broken(ripple: Ripple) -> View {
    let words = Store::here().words();
    if ripple.broken.is_empty() {
        return view! { <p class="late__fine" role="status">{words.late_fine()}</p> };
    }
    let heading = words.late_breaks(ripple.broken.len());
    let plan = &ripple.plan;
    let rows = ripple.broken.iter().map(|one| {
        view! { <li class="late__broken">{text::broken(words, plan, one)}</li> }
    });
    let rows = rows.collect::<Vec<_>>();
    view! {
        <div class="late__breaks" role="status">
            <h3 class="late__heading late__heading--broken">{heading}</h3>
            <ul>{rows}</ul>
        </div>
    }
}

/// What could be done about it. A choice shows at once what it changes.
#[component(transparent)]
fn WaysOut(said: Said, ripple: Ripple) -> impl Child {
    let store = Store::here();
    let words = store.words();
    let cause = said.cause()?;
    let plan = store.plan.get_untracked();
    let offers = ways_out(&plan, &cause, &said.fresh);
    if offers.is_empty() {
        return None;
    }
    let row = |offer: Offer| {
        let Offer { way_out, taken, gains, mends } = offer;
        let mut parts = Vec::new();
        if gains > 0 {
            parts.push(words.late_gains(&text::length(words, gains)));
        }
        if mends > 0 {
            parts.push(words.late_mends(mends));
        }
        let about = parts.join(super::entry::DOT);
        let choices = match &way_out {
            WayOut::Split(split) => choices(&plan, &cause, split),
            _ => Choices::default(),
        };
        let shown = ripple.said_of_groups(way_out.clone());
        let name = text::way_out(words, &ripple.plan, &shown, &choices);
        let id = "late-".to_string() + &key(&way_out);
        let selector = "#".to_string() + &id;
        let choose = match &way_out {
            WayOut::Split(split) if taken => {
                let parting = ripple.partings.iter().find(|parting| parting.group == split.group).cloned();
                let plan = ripple.plan.clone();
                Some(
                    view! { <Choose said=said split=split.clone() choices=choices parting=parting plan=plan id=id.clone() /> },
                )
            }
            _ => None,
        };
        let toggle = move |_| {
            said.taken.update(|ways| {
                let before = ways.len();
                ways.retain(|other| *other != way_out);
                if ways.len() == before {
                    ways.push(way_out.clone());
                }
            });
            // The list is drawn anew with its new figures.
            crate::app::effects::page::focus_soon(selector.clone());
        };
        view! {
            <li>
                <button
                    type="button"
                    class="late__toggle"
                    id=id
                    aria-pressed=if taken { "true" } else { "false" }
                    on:click=toggle
                >
                    <span class="late__tick" aria-hidden="true"></span>
                    <span class="late__name">{name}</span>
                    <span class="late__gain">{about}</span>
                </button>
                {choose}
            </li>
        }
    };
    let rows = offers.into_iter().map(row).collect::<Vec<_>>();
    Some(view! {
        <h3 class="late__heading">{words.late_ways_out()}</h3>
        <ul class="late__offers">{rows}</ul>
    })
}

/// A name for a way out that an element can have.
fn key(way_out: &WayOut) -> String {
    let group = |group: Option<crate::plan::GroupId>| group.map(|id| id.to_string()).unwrap_or_default();
    match way_out {
        WayOut::ShortenQuestions => "questions".to_string(),
        WayOut::DropBreak(id) => ["drop-", &id.to_string()].concat(),
        WayOut::Reorder((visit, of)) => ["order-", &visit.to_string(), &group(*of)].concat(),
        WayOut::LeaveOut((_, of), stop) => ["out-", &stop.to_string(), &group(*of)].concat(),
        WayOut::GoOn((visit, of)) => ["go-", &visit.to_string(), &group(*of)].concat(),
        WayOut::Split(split) => ["split-", &split.way.0.to_string(), &group(split.way.1)].concat(),
    }
}

/// What moves, and what is left out.
#[component(transparent)]
fn Moves(ripple: Ripple) -> View {
    let words = Store::here().words();
    let plan = &ripple.plan;
    let row = |moved: &Moved| {
        let language = words.language();
        let by = if moved.starts == 0 { moved.ends } else { moved.starts };
        let sign = if by < 0 { "\u{2212}" } else { "+" };
        let by = sign.to_string() + &text::length(words, by);
        let pick = |slot: Slot| if moved.starts == 0 { slot.end() } else { slot.start() };
        let (now, was) = (intl::time(language, pick(moved.now)), intl::time(language, pick(moved.was)));
        let until = (moved.starts == 0).then(|| view! { <span class="late__until">{words.late_until()}</span> " " });
        let when = view! { {until} {now} {struck(words, was)} };
        line(when, text::named(words, plan, moved.entry), by)
    };
    let out = |entry: &EntryId| {
        let named = text::named(words, plan, *entry);
        line(View::of(words.late_left_out()), named, String::new())
    };
    let mut rows: Vec<View> = ripple.left_out.iter().map(out).collect();
    rows.extend(ripple.moved.iter().map(row));
    let heading = words.late_moves(rows.len());
    view! {
        <h3 class="late__heading">{heading}</h3>
        <ul>{rows}</ul>
    }
}

fn line(when: View, name: String, by: String) -> View {
    view! {
        <li class="late__move">
            <span class="late__when">{when}</span>
            <span class="late__name">{name}</span>
            <span class="late__by">{by}</span>
        </li>
    }
}

/// What absorbs it.
#[component(transparent)]
fn Absorbs(ripple: Ripple) -> Option<View> {
    let words = Store::here().words();
    let plan = &ripple.plan;
    // Those who split off are earlier: what that spares absorbs nothing.
    let spares = |one: &&Absorbed| ripple.minutes > 0 && one.by == Absorber::Slack && one.minutes < 0;
    let rows = ripple.absorbed.iter().filter(|one| !spares(one)).map(|one| {
        view! { <li class="late__absorbed">{text::absorbed(words, plan, one)}</li> }
    });
    let rows = rows.collect::<Vec<_>>();
    if rows.is_empty() {
        return None;
    }
    Some(view! {
        <h3 class="late__heading">{words.late_absorbs()}</h3>
        <ul>{rows}</ul>
    })
}
