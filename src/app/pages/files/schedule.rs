//! The public agenda: whose sessions are in it.

use super::{Here, out::Choices};
use crate::app::dom::{Child, View, view};
use crate::app::signal::{Memo, Signal};
use crate::{app::ui::SelectField, exchange::schedule::restricted};
use leptos::prelude::*;

/// The keys of the choice.
const ALL: &str = "all";
const SHARED: &str = "shared";

/// What is in it, and the choice where there is one.
#[component(transparent)]
pub fn Schedule(choices: Choices) -> View {
    let store = expect_context::<Here>().store;
    let words = store.words();
    let some = Memo::new(move |_| store.plan.with(|plan| restricted(plan)));
    let about = move || match (some.get(), choices.shared.get()) {
        (0, _) => words.files_schedule_all().to_string(),
        (some, false) => words.files_schedule_some(some),
        (some, true) => words.files_schedule_without(some),
    };
    view! {
        <div class="files__more">
            <p class="files__lead">{about}</p>
            {move || (some.get() > 0).then(|| view! { <Which choices=choices /> })}
        </div>
    }
}

#[component(transparent)]
fn Which(choices: Choices) -> impl Child {
    let words = expect_context::<Here>().store.words();
    let options = vec![
        (ALL.to_string(), words.files_schedule_is_all().to_string()),
        (SHARED.to_string(), words.files_schedule_is_shared().to_string()),
    ];
    let value = Signal::derive(move || if choices.shared.get() { SHARED } else { ALL }.to_string());
    let choose = Callback::new(move |key: String| choices.shared.set(key == SHARED));
    view! {
        <SelectField
            label=words.files_schedule_which()
            options=Signal::stored(options)
            value=value
            commit=choose
            class="files__choice"
        />
    }
}
