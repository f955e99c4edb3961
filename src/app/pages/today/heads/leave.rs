//! "The coach has left": while heads are missing only after a second tap that names who stays behind.

use super::{
    super::look::Look,
    Call, entry,
    missing::{name_all, names},
};
use crate::app::dom::{Child, View, view};
use crate::app::signal::Memo;
use crate::{
    agenda::{Left, Pass},
    app::effects::page,
};
use leptos::prelude::*;

/// The button, the question, or when the coach left; nothing on arrival.
#[component(transparent)]
pub fn Leave(call: Call, look: Look) -> impl Child {
    let words = call.store.words();
    let leave = move |_| {
        let missing = call.sum.with_untracked(|sum| sum.missing.clone());
        if missing.is_empty() {
            go(call, look);
        } else {
            call.asked.set(true);
            let plan = call.store.plan.get_untracked();
            call.store.say(words.heads_leave_without(&names(words, &plan, &missing)));
            page::focus_soon(".heads__wait".to_string());
        }
    };
    let whole = Memo::new(move |_| call.sum.with(|sum| sum.missing.is_empty()));
    move || {
        if call.pass.get() == Pass::In {
            return View::of(());
        }
        if let Some(left) = call.left.get() {
            return gone(call, &left);
        }
        if call.asked.get() {
            return question(call, look);
        }
        view! {
            <p class="heads__leave">
                <button type="button" class="button" class:button--main=move || whole.get() on:click=leave>{words.heads_has_left()}</button>
            </p>
        }
    }
}

/// Notes that the coach left, now or at the moment that is rehearsed.
fn go(call: Call, look: Look) {
    let at = if call.rehearsal { look.at.get_untracked() } else { call.store.clock.get_untracked() };
    let missing = call.sum.with_untracked(|sum| sum.missing.clone());
    let crews = call.crews.get_untracked();
    call.change(|heads| {
        heads.leave(at, &crews, &missing);
    });
    let words = call.store.words();
    call.store.say(words.heads_left(&entry::time(words, at)));
    page::focus_soon(".heads__gone button".to_string());
}

/// Where the button was stands the way back, so that a nervous second tap leaves nobody behind.
fn question(call: Call, look: Look) -> View {
    let words = call.store.words();
    let plan = call.store.plan.get();
    let (who, yes) = call.sum.with(|sum| {
        let who = words.heads_leave_without(&names(words, &plan, &sum.missing));
        (who, words.heads_yes_without(&name_all(words, &plan, sum)))
    });
    let wait = move |_| {
        call.asked.set(false);
        page::focus_soon(".heads__leave button".to_string());
    };
    view! {
        <div class="heads__question" role="group" aria-labelledby="heads-question">
            <button type="button" class="button button--main heads__wait" on:click=wait>{words.heads_wait()}</button>
            <p class="heads__ask" id="heads-question">{who}</p>
            <button type="button" class="button button--remove heads__without" on:click=move |_| go(call, look)>{yes}</button>
        </div>
    }
}

/// When the coach left, without whom, and the way back.
fn gone(call: Call, left: &Left) -> View {
    let words = call.store.words();
    let plan = call.store.plan.get();
    let without = (!left.behind.is_empty()).then(|| words.heads_without(&names(words, &plan, &left.behind)));
    let back = move |_| {
        call.change(|heads| heads.left = None);
        page::focus_soon(".heads__leave button".to_string());
    };
    let arrive = move |_| {
        call.pass.set(Pass::In);
        page::focus_soon(".heads__title".to_string());
    };
    view! {
        <div class="heads__gone">
            <p class="heads__time">{words.heads_left(&entry::time(words, left.at))}</p>
            <p class="heads__behind">{without}</p>
            <button type="button" class="button button--main" on:click=arrive>{words.heads_count_in()}</button>
            <button type="button" class="button" on:click=back>{words.heads_not_left()}</button>
        </div>
    }
}
