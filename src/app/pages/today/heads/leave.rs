//! "The coach has left": while heads are missing only after a second tap that names who stays behind.

use super::{
    super::look::Look,
    Call, Other, entry,
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
        call.look_around();
        if untrack(|| whole(call)) {
            go(call, look);
        } else {
            call.asked.set(true);
            call.store.say(untrack(|| asks(call).0));
            page::focus_soon(".heads__wait".to_string());
        }
    };
    let whole = Memo::new(move |_| whole(call));
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

/// Whether everybody is here who should be in the coach, of the other groups in it too.
fn whole(call: Call) -> bool {
    call.sum.with(|sum| sum.missing.is_empty()) && call.others.with(|others| others.iter().all(Other::is_whole))
}

/// Whom the coach would leave behind and which group is not counted, and what says that it left all the same.
fn asks(call: Call) -> (String, String) {
    let words = call.store.words();
    let plan = call.store.plan.get();
    let others = call.others.get();
    let mut question: Vec<String> = others.iter().filter_map(|other| other.uncounted(words)).collect();
    call.sum.with(|sum| {
        let own = Some(names(words, &plan, &sum.missing)).filter(|names| !names.is_empty());
        let all: Vec<_> = own.into_iter().chain(others.iter().filter_map(|other| other.names(words, &plan))).collect();
        if all.is_empty() {
            question.push(words.heads_leave_anyway().to_string());
            return (question.join(" "), words.heads_yes_anyway().to_string());
        }
        let mut missing = sum.missing.clone();
        missing.extend(others.iter().flat_map(Other::missing));
        question.push(words.heads_leave_without(&all.join(", ")));
        (question.join(" "), words.heads_yes_without(&name_all(words, &plan, &missing)))
    })
}

/// Notes that the coach left, now or at the moment that is rehearsed.
fn go(call: Call, look: Look) {
    let at = if call.rehearsal { look.at.get_untracked() } else { call.store.clock.get_untracked() };
    let missing = call.sum.with_untracked(|sum| sum.missing.clone());
    let crews = call.crews.get_untracked();
    call.change(|heads| {
        heads.leave(at, &crews, &missing);
    });
    call.tell_others(at, true);
    let words = call.store.words();
    call.store.say(words.heads_left(&entry::time(words, at)));
    page::focus_soon(".heads__gone button".to_string());
}

/// Where the button was stands the way back, so that a nervous second tap leaves nobody behind.
fn question(call: Call, look: Look) -> View {
    let words = call.store.words();
    let (who, yes) = asks(call);
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
    let at = left.at;
    let back = move |_| {
        call.change(|heads| heads.left = None);
        call.tell_others(at, false);
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
