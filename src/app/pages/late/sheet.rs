//! The sheet: how late, what follows, what to do about it, and whom to tell.

use super::{
    find,
    preview::Preview,
    split::Needs,
    tell::{Chosen, Tell},
    title, was_span,
};
use crate::app::dom::{View, view};
use crate::app::signal::{Memo, RwSignal, Signal};
use crate::{
    agenda::late::{Cause, LONGEST_DELAY, Ripple, WayOut, back_to_plan, known_as, ripple},
    app::{
        Store,
        effects::{ids, intl, page},
        ui::{TextField, field::Commit},
    },
    plan::{EntryId, GroupId},
    workspace::Msg,
};
use leptos::prelude::*;

/// The delays that are one tap away, in minutes.
const USUAL: [i32; 5] = [5, 10, 15, 20, 30];

/// So many groups there can be more, two for each that splits up.
const GROUPS: usize = 8;

/// What is said so far. Copies are handles to the same thing.
#[derive(Clone, Copy)]
pub(super) struct Said {
    pub entry: EntryId,
    /// How many minutes; nothing before somebody said so.
    minutes: RwSignal<Option<i32>>,
    early: RwSignal<bool>,
    /// The ways out that are taken.
    pub taken: RwSignal<Vec<WayOut>>,
    /// In which languages people are told.
    pub languages: Chosen,
    /// Identities for groups that split up.
    pub fresh: [GroupId; GROUPS],
}

impl Said {
    /// What happened, as far as that is said.
    pub fn cause(self) -> Option<Cause> {
        let minutes = self.minutes.get()?;
        let minutes = if self.early.get() { -minutes } else { minutes };
        Some(Cause { entry: self.entry, minutes, ways_out: self.taken.get() })
    }
}

#[component(transparent)]
pub(super) fn Sheet(entry: EntryId, close: Callback<EntryId>) -> View {
    let store = Store::here();
    let words = store.words();
    let (minutes, early, taken) = (RwSignal::new(None), RwSignal::new(false), RwSignal::new(Vec::new()));
    let (languages, fresh) = (RwSignal::new(Vec::new()), [(); GROUPS].map(|()| ids::group()));
    let said = Said { entry, minutes, early, taken, languages, fresh };
    let close = Callback::new(move |()| close.run(store.plan.with_untracked(|plan| known_as(plan, entry))));
    let done = RwSignal::new(None::<Ripple>);
    let name = store.plan.with_untracked(|plan| title(words, plan, entry));
    let plan = store.plan.get_untracked();
    let times = find(&plan, entry).map(|entry| {
        let times = intl::span(words.language(), entry.slot.start(), entry.slot.end());
        view! { <p class="late__planned">{times} {was_span(words, &plan, &entry)}</p> }
    });
    page::focus_soon(".late__title".to_string());
    let heading = words.late_title(&name);
    let escape = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" {
            event.stop_propagation();
            close.run(());
        }
    };
    view! {
        <section class="late" aria-labelledby="late-title" on:keydown=escape>
            <h2 class="late__title" id="late-title" tabindex="-1">{heading}</h2>
            {times}
            {move || match done.get() {
                Some(ripple) => view! { <Done ripple=ripple languages=languages close=close /> },
                None => view! { <Ask said=said done=done close=close /> },
            }}
        </section>
    }
}

/// How late, and what follows.
#[component(transparent)]
fn Ask(said: Said, done: RwSignal<Option<Ripple>>, close: Callback<()>) -> View {
    let store = Store::here();
    let words = store.words();
    let found = Memo::new(move |_| {
        let cause = said.cause()?;
        store.plan.with(|plan| ripple(plan, &cause))
    });
    let apply = move |_| {
        if let Some(ripple) = found.get_untracked() {
            store.edit(ripple.edit.clone());
            done.set(Some(ripple));
            page::focus_soon(".late__done".to_string());
        }
    };
    let date = store.plan.with_untracked(|plan| find(plan, said.entry)).map(|entry| entry.slot.date());
    let off_plan = Memo::new(move |_| date.and_then(|date| store.plan.with(|plan| back_to_plan(plan, date))));
    let back = move |_| {
        if let Some(edit) = off_plan.get_untracked() {
            store.edit(edit);
            close.run(());
        }
    };
    let back = move || {
        let off = said.minutes.with(Option::is_none) && off_plan.with(Option::is_some);
        off.then(|| {
            view! {
                <p class="late__back">
                    <span>{words.late_off_plan()}</span>
                    <button type="button" class="button" on:click=back>{words.late_back_to_plan()}</button>
                </p>
            }
        })
    };
    let preview = move || said.minutes.with(Option::is_some).then(|| view! { <Preview said=said found=found /> });
    view! {
        <HowMuch said=said />
        {back}
        {preview}
        <div class="late__actions">
            <button type="button" class="button button--main" disabled=move || found.with(Option::is_none) on:click=apply>
                {words.late_apply()}
            </button>
            <button type="button" class="button" on:click=move |_| close.run(())>{words.late_cancel()}</button>
        </div>
    }
}

/// Late or early, and by how many minutes.
#[component(transparent)]
fn HowMuch(said: Said) -> View {
    let words = Store::here().words();
    let way = move |early: bool| {
        let name = if early { words.late_ends_early() } else { words.late_ends_late() };
        view! {
            <button
                type="button"
                class="late__way"
                aria-pressed=move || if said.early.get() == early { "true" } else { "false" }
                on:click=move |_| {
                    said.taken.set(Vec::new());
                    said.early.set(early);
                }
            >
                {name}
            </button>
        }
    };
    let chip = move |minutes: i32| {
        let name = minutes.to_string();
        view! {
            <button
                type="button"
                class="late__chip"
                aria-pressed=move || if said.minutes.get() == Some(minutes) { "true" } else { "false" }
                on:click=move |_| said.minutes.set(Some(minutes))
            >
                {name}
            </button>
        }
    };
    let typed = Signal::derive(move || match said.minutes.get() {
        Some(minutes) if !USUAL.contains(&minutes) => minutes.to_string(),
        _ => String::new(),
    });
    let take: Commit = Callback::new(move |text: String| {
        let text = text.trim();
        if text.is_empty() {
            return Ok(());
        }
        match text.parse::<i32>() {
            Ok(minutes) if (1..=LONGEST_DELAY).contains(&minutes) => {
                said.minutes.set(Some(minutes));
                Ok(())
            }
            _ => Err(words.late_other_error(&LONGEST_DELAY.to_string())),
        }
    });
    view! {
        <div class="late__ways" role="group" aria-label=words.late_which()>{way(false)} {way(true)}</div>
        <div class="late__chips" role="group" aria-label=words.late_minutes()>
            {USUAL.into_iter().map(chip).collect::<Vec<_>>()}
            <TextField label=words.late_other() value=typed commit=take keyboard="numeric" class="late__other" name="late-minutes" />
        </div>
    }
}

/// What was done, and whom to tell now.
#[component(transparent)]
fn Done(ripple: Ripple, languages: Chosen, close: Callback<()>) -> View {
    let store = Store::here();
    let words = store.words();
    let undo = move |_| {
        store.send(Msg::Undo);
        close.run(());
    };
    view! {
        <p class="late__done" tabindex="-1">{words.late_done()}</p>
        <Needs ripple=ripple.clone() />
        <Tell ripple=ripple heading=words.late_tell_now() chosen=languages />
        <div class="late__actions">
            <button type="button" class="button button--main" on:click=move |_| close.run(())>{words.late_close()}</button>
            <button type="button" class="button" on:click=undo>{words.undo()}</button>
        </div>
    }
}
