//! What the reader should know, above the screen: files that could not be read, differences to choose between. They
//! arrive with the first that there is to say.

use crate::app::dom::{View, view};
use crate::{
    app::{
        Store,
        effects::{clock, files},
        wording,
    },
    sync::{Clash, Side},
    wire,
    workspace::{Msg, Notice, working},
};
use leptos::prelude::*;

/// All notices.
#[component(transparent)]
pub fn Notices() -> View {
    let store = Store::here();
    let notices = move || {
        let list = store.notices.get().into_iter().enumerate();
        list.map(|(index, notice)| view! { <OneNotice index=index notice=notice /> }).collect::<Vec<_>>()
    };
    let clashes = move || {
        let list = store.clashes.get().into_iter().enumerate();
        list.map(|(index, clash)| view! { <OneClash index=index clash=clash /> }).collect::<Vec<_>>()
    };
    view! {
        <div class="notices">
            {notices}
            {clashes}
        </div>
    }
}

#[component(transparent)]
fn OneNotice(index: usize, notice: Notice) -> View {
    let store = Store::here();
    let words = store.words();
    let text = match &notice {
        Notice::NotImported { name, why } => words.notice_not_imported(name, &why.words(words)),
        Notice::Merged { name, clashes: 0 } => words.notice_merged(name),
        Notice::Merged { name, clashes } => words.notice_merged_clashes(*clashes, name),
        Notice::NothingNew { name } => words.notice_nothing_new(name),
        Notice::NotKept { name, .. } => words.notice_not_kept(name),
        Notice::NotPut => words.notice_not_put().to_string(),
        Notice::Damaged { good: true, .. } => words.notice_damaged_good().to_string(),
        Notice::Damaged { good: false, .. } => words.notice_damaged().to_string(),
        Notice::Newer { .. } => words.notice_newer().to_string(),
        Notice::Missing => words.notice_missing().to_string(),
        Notice::OtherMeeting => words.notice_other_meeting().to_string(),
        Notice::Deleted(_) => words.notice_deleted().to_string(),
        Notice::Refused(error) => store.plan.with_untracked(|plan| wording::refused_where(words, plan, error)),
    };
    let grave = !matches!(
        notice,
        Notice::Merged { .. } | Notice::NothingNew { .. } | Notice::Missing | Notice::Deleted(_) | Notice::Refused(_)
    );
    let class = if grave { "notice notice--warning" } else { "notice" };
    let dismiss = move |_| store.send(Msg::Dismiss(index));
    let (action, done) = match notice {
        Notice::Damaged { text, good, .. } => {
            let download = view! {
                <button type="button" class="button" on:click=move |_| files::download("damaged-plan.txt", &text)>
                    {words.download_damaged()}
                </button>
            };
            (Some(download), if good { words.use_good_copy() } else { words.dismiss() })
        }
        Notice::Newer { text, .. } => {
            let download = view! {
                <button type="button" class="button" on:click=move |_| files::download("newer-plan.itinera.json", working::importable(&text))>
                    {words.download_newer()}
                </button>
            };
            (Some(download), words.dismiss())
        }
        Notice::NotKept { name, text } => {
            let download = view! {
                <button type="button" class="button" on:click=move |_| files::download(&name, &text)>
                    {words.download_plan()}
                </button>
            };
            (Some(download), words.dismiss())
        }
        Notice::Deleted(plan) => {
            let restore = view! {
                <button type="button" class="button" on:click=move |_| store.send(Msg::Restore(plan))>
                    {words.restore_plan()}
                </button>
            };
            (Some(restore), words.dismiss())
        }
        _ => (None, words.dismiss()),
    };
    view! {
        <div class=class role=if grave { "alert" } else { "status" }>
            <p class="notice__text">{text}</p>
            <div class="notice__actions">
                {action}
                <button type="button" class="button" on:click=dismiss>{done}</button>
            </div>
        </div>
    }
}

/// Two values for one thing, and a button for each.
#[component(transparent)]
fn OneClash(index: usize, clash: Clash) -> View {
    let store = Store::here();
    let words = store.words();
    let plan = store.plan.get_untracked();
    let title = wording::title(words, &plan, clash.key);
    let shown = |record: &Option<crate::plan::AnyRecord>| match (record, clash.field) {
        (None, _) => words.clash_removed().to_string(),
        (Some(_), None) => words.clash_kept().to_string(),
        (Some(record), Some(field)) => wording::value(words, &plan, &wire::field_value(record, field)),
    };
    let (ours, theirs) = (shown(&clash.ours), shown(&clash.theirs));
    let text = match clash.field {
        Some(field) => words.clash_field(wording::field(words, field), &title),
        None => words.clash_existence(&title),
    };
    let choose = move |side| move |_| store.send(Msg::Settle { clash: index, side, at: clock::stamp() });
    view! {
        <div class="notice notice--warning" role="alert" data-clash=clash.field.unwrap_or("record")>
            <p class="notice__text">{text}</p>
            <div class="notice__actions">
                <button type="button" class="button" on:click=choose(Side::Ours)>
                    {words.clash_ours()} " " <strong>{ours}</strong>
                </button>
                <button type="button" class="button" on:click=choose(Side::Theirs)>
                    {words.clash_theirs()} " " <strong>{theirs}</strong>
                </button>
            </div>
        </div>
    }
}
