//! One plan in a list, and what can be done with it.

use crate::app::dom::{Child, View, view};
use crate::app::signal::{Memo, RwSignal, Signal};
use crate::{
    app::{
        Store,
        effects::{clock, files, ids, intl, page},
        ui::unique,
    },
    i18n::{Language, Words},
    plan::{PlanId, Text},
    workspace::{Condition, Kept, Msg, Saving, keeper::Pile},
};
use chrono::NaiveDate;
use leptos::{ev, html, prelude::*};

/// Where the keyboard goes when a row is gone.
const TITLE: &str = ".page__title";

/// The row of a plan, or the screen's title where it is no more.
fn focus_row(plan: PlanId) {
    page::focus_soon(format!("[data-plan=\"{plan}\"] button"));
}

fn shown(words: Words, title: &Text) -> String {
    let title = title.in_language(words.language());
    if title.is_empty() { words.untitled().to_string() } else { title.to_string() }
}

fn dates(words: Words, days: Option<(NaiveDate, NaiveDate)>) -> String {
    match days {
        Some((first, last)) if first == last => intl::date(words.language(), first, intl::DateStyle::Date),
        Some((first, last)) => intl::date_range(words.language(), first, last),
        None => words.meetings_no_days().to_string(),
    }
}

/// When a plan was last changed, on the reader's own clock.
fn changed(words: Words, stamp: Option<&String>) -> String {
    match stamp.and_then(|stamp| intl::stamp_in(&intl::own_zone(), stamp)) {
        Some(moment) => {
            let date = intl::date(words.language(), moment.date(), intl::DateStyle::Date);
            words.meetings_changed(&date, &intl::time(words.language(), moment))
        }
        None => words.meetings_unchanged().to_string(),
    }
}

fn size(words: Words, bytes: usize) -> String {
    words.meetings_size(&bytes.div_ceil(1024).to_string())
}

/// A button of a row, described by the row's title.
#[component(transparent)]
fn Action(
    label: &'static str,
    of: String,
    act: Callback<()>,
    #[prop(default = "button button--plain")] class: &'static str,
    #[prop(optional)] name: &'static str,
) -> View {
    view! {
        <button type="button" class=class name=name aria-describedby=of on:click=move |_| act.run(())>{label}</button>
    }
}

/// A plan that can be opened.
#[component(transparent)]
pub fn KeptRow(kept: Signal<Kept>) -> View {
    let store = Store::here();
    let words = store.words();
    let plan = kept.with_untracked(|kept| kept.id);
    let id = unique("meeting");
    let open = Memo::new(move |_| store.plan.with(|plan| plan.id()) == plan);
    let renaming = RwSignal::new(false);
    // Of the plan on screen the list need not be read again to know.
    let title = Memo::new(move |_| {
        if open.get() {
            store.plan.with(|plan| plan.meeting.title.clone())
        } else {
            kept.with(|kept| kept.title.clone())
        }
    });
    let last = move || {
        if open.get() {
            store.changed.with(|stamp| changed(words, stamp.as_ref()))
        } else {
            kept.with(|kept| changed(words, kept.changed.as_ref()))
        }
    };
    let unkept = move || open.get() && matches!(store.saving.get(), Saving::Full | Saving::Refused);
    let duplicate = Callback::new(move |()| {
        let mark = |language| Words::new(language).meetings_copy();
        let (copy, mark) = (ids::plan(), Text::new(mark(Language::English), mark(Language::Italian)));
        store.send(Msg::Duplicate { plan, copy, mark });
        if store.kept.with_untracked(|list| list.iter().any(|kept| kept.id == copy)) {
            store.say(words.meetings_said_copied(&shown(words, &title.get_untracked())));
            focus_row(copy);
        }
    });
    let delete = Callback::new(move |()| {
        let next = store.kept.with_untracked(|list| next_of(list, plan));
        store.send(Msg::Delete { plan, fresh: ids::plan() });
        match next {
            Some(next) => focus_row(next),
            None => page::focus_soon(TITLE.to_string()),
        }
    });
    let renamed = Callback::new(move |name: Option<String>| {
        if let Some(name) = name {
            let title = title.get_untracked().called(words.language(), &name);
            store.send(Msg::Rename { plan, title, at: clock::stamp() });
        }
        renaming.set(false);
        page::focus_soon(format!("[data-plan=\"{plan}\"] [name=rename]"));
    });
    let head = {
        let id = id.clone();
        move || {
            let id = id.clone();
            if renaming.get() {
                view! { <RenameForm title=shown(words, &title.get_untracked()) done=renamed /> }
            } else {
                view! {
                    <h2 class="meetings__title" id=id>{move || title.with(|title| shown(words, title))}</h2>
                    {move || open.get().then(|| view! { <span class="meetings__open">{words.meetings_open_now()}</span> })}
                    {move || unkept().then(|| view! { <span class="mark">{words.saving_refused()}</span> })}
                }
            }
        }
    };
    view! {
        <li class="meetings__row" data-plan=plan.to_string() aria-current=move || open.get().then_some("true")>
            <div class="meetings__name">{head}</div>
            <p class="meetings__fact">{move || kept.with(|kept| dates(words, kept.days))}</p>
            <p class="meetings__fact">{last}</p>
            <p class="meetings__fact meetings__size">{move || kept.with(|kept| size(words, kept.bytes))}</p>
            <div class="meetings__row-actions">
                <button type="button" class="button" aria-describedby=id.clone() on:click=move |_| store.send(Msg::Open(plan))>
                    {move || if open.get() { words.meetings_go_on() } else { words.meetings_open() }}
                </button>
                <Action label=words.meetings_rename() of=id.clone() name="rename" act=Callback::new(move |()| renaming.set(true)) />
                <Action label=words.meetings_duplicate() of=id.clone() act=duplicate />
                <Action label=words.meetings_export() of=id.clone() act=Callback::new(move |()| store.send(Msg::Export(plan))) />
                <Action label=words.meetings_delete() of=id act=delete />
            </div>
        </li>
    }
}

/// The plan after another one in the list, or before it at the end.
fn next_of(list: &[Kept], plan: PlanId) -> Option<PlanId> {
    let kept: Vec<PlanId> = list.iter().filter(|kept| kept.pile == Pile::Kept).map(|kept| kept.id).collect();
    let place = kept.iter().position(|id| *id == plan)?;
    kept.get(place + 1).or_else(|| place.checked_sub(1).and_then(|before| kept.get(before))).copied()
}

/// A title that is written anew in its place; hands on the new one, or none when it stays.
#[component(transparent)]
fn RenameForm(title: String, done: Callback<Option<String>>) -> View {
    let words = Store::here().words();
    let input = NodeRef::<html::Input>::new();
    let missing = RwSignal::new(false);
    let (id, error_id) = (unique("rename"), unique("rename"));
    input.on_load(|input| {
        let _ = input.focus();
        input.select();
    });
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let name = input.get_untracked().map(|input| input.value()).unwrap_or_default();
        match name.trim() {
            "" => missing.set(true),
            name => done.run(Some(name.to_string())),
        }
    };
    let described_by = error_id.clone();
    view! {
        <form class="meetings__rename-form" novalidate on:submit=submit>
            <label class="visually-hidden" for=id.clone()>{words.field_title()}</label>
            <input
                node_ref=input
                id=id
                class="field__control"
                maxlength="200"
                value=title
                autocomplete="off"
                aria-invalid=move || missing.get().then_some("true")
                aria-describedby=move || missing.get().then(|| described_by.clone())
                on:keydown=move |event| {
                    if event.key() == "Escape" {
                        done.run(None);
                    }
                }
            />
            <button type="submit" class="button">{words.meetings_rename()}</button>
            <button type="button" class="button button--plain" on:click=move |_| done.run(None)>{words.meetings_cancel()}</button>
            <p class="field__error" id=error_id hidden=move || !missing.get()>{words.meetings_no_title()}</p>
        </form>
    }
}

/// A deleted plan: back to the list, or gone for good.
#[component(transparent)]
pub fn DeletedRow(kept: Kept) -> View {
    let store = Store::here();
    let words = store.words();
    let plan = kept.id;
    let title =
        if kept.condition == Condition::Sound { shown(words, &kept.title) } else { words.meetings_unreadable().into() };
    let id = unique("meeting");
    let restore = Callback::new(move |()| {
        store.send(Msg::Restore(plan));
        focus_row(plan);
    });
    view! {
        <li class="meetings__row" data-deleted=plan.to_string()>
            <div class="meetings__name"><h3 class="meetings__title" id=id.clone()>{title}</h3></div>
            <p class="meetings__fact">{dates(words, kept.days)}</p>
            <p class="meetings__fact">{changed(words, kept.changed.as_ref())}</p>
            <p class="meetings__fact meetings__size">{size(words, kept.bytes)}</p>
            <div class="meetings__row-actions">
                <Action label=words.restore_plan() of=id.clone() class="button" act=restore />
                <PurgeButton pile=Pile::Deleted plan=plan of=id />
            </div>
        </li>
    }
}

/// A text that this program cannot read: handed out as it is.
#[component(transparent)]
pub fn DamagedRow(kept: Kept) -> View {
    let words = Store::here().words();
    let (plan, pile, newer) = (kept.id, kept.pile, kept.condition == Condition::Newer);
    let id = unique("meeting");
    let text = kept.text.unwrap_or_default();
    let name = if newer { "newer-plan.txt" } else { "damaged-plan.txt" };
    let download = Callback::new(move |()| files::download(name, &text));
    view! {
        <li class="meetings__row" data-unreadable=plan.to_string()>
            <div class="meetings__name">
                <h3 class="meetings__title" id=id.clone()>
                    {if newer { words.meetings_newer() } else { words.meetings_unreadable() }}
                </h3>
            </div>
            <p class="meetings__fact meetings__fact--wide">{if newer { words.meetings_newer_hint() } else { words.meetings_unreadable_hint() }}</p>
            <p class="meetings__fact meetings__size">{size(words, kept.bytes)}</p>
            <div class="meetings__row-actions">
                <Action label=words.meetings_download() of=id.clone() class="button" act=download />
                {(pile == Pile::Damaged).then(|| view! { <PurgeButton pile=pile plan=plan of=id /> })}
            </div>
        </li>
    }
}

/// Takes something out for good, which nothing brings back: asks once more.
#[component(transparent)]
fn PurgeButton(pile: Pile, plan: PlanId, of: String) -> impl Child {
    let store = Store::here();
    let words = store.words();
    let asking = RwSignal::new(false);
    let purge = Callback::new(move |()| {
        store.send(Msg::Purge(pile, plan));
        store.say(words.meetings_said_purged().to_string());
        page::focus_soon(TITLE.to_string());
    });
    let yes = unique("purge");
    let ask = {
        let yes = yes.clone();
        Callback::new(move |()| {
            asking.set(true);
            let mut selector = yes.clone();
            selector.insert(0, '#');
            page::focus_soon(selector);
        })
    };
    move || {
        let (of, yes) = (of.clone(), yes.clone());
        if asking.get() {
            view! {
                <button type="button" id=yes class="button button--remove" aria-describedby=of on:click=move |_| purge.run(())>
                    {words.meetings_purge_yes()}
                </button>
                <button type="button" class="button button--plain" on:click=move |_| asking.set(false)>{words.meetings_cancel()}</button>
            }
        } else {
            view! { <Action label=words.meetings_purge() of=of act=ask /> }
        }
    }
}
