//! The form for a new meeting: its errors stand at the fields and, together, above them.

use crate::app::dom::{View, view};
use crate::app::signal::{Memo, RwSignal};
use crate::{
    app::{
        Store,
        effects::{ids, intl, page},
        ui::unique,
    },
    i18n::Words,
    workspace::{Field, Msg, NewMeeting},
};
use leptos::{ev, prelude::*};

/// The form.
#[component(transparent)]
pub fn NewForm(
    /// Called when the form is not wanted any more.
    close: Callback<()>,
) -> View {
    let store = Store::here();
    let words = store.words();
    let start = NewMeeting { days: "2".into(), zone: intl::own_zone(), ..NewMeeting::default() };
    let values = Field::ALL.map(|field| RwSignal::new(value(&start, field).to_string()));
    let ids = Field::ALL.map(|_| unique("new"));
    let wrong = RwSignal::new(Vec::<Field>::new());
    let [title, first, days, zone] = values;
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let [title, first, days, zone] = values.map(|value| value.get_untracked());
        match (NewMeeting { title, first, days, zone }).plan(ids::plan(), intl::is_zone) {
            Ok(plan) => store.send(Msg::Start(Box::new(plan))),
            Err(fields) => {
                wrong.set(fields);
                page::focus_soon(".meetings__summary".to_string());
            }
        }
    };
    let [title_id, first_id, days_id, zone_id] = ids.clone();
    page::focus_soon(selector(&title_id));
    view! {
        <form class="meetings__form" novalidate aria-label=words.meetings_new() on:submit=submit>
            {move || {
                let ids = ids.clone();
                let wrong = wrong.get();
                (!wrong.is_empty()).then(|| view! { <Summary wrong=wrong ids=ids /> })
            }}
            <FormField field=Field::Title id=title_id value=title wrong=wrong />
            <div class="fields">
                <FormField field=Field::First id=first_id value=first wrong=wrong kind="date" />
                <FormField field=Field::Days id=days_id value=days wrong=wrong keyboard="numeric" />
                <FormField field=Field::Zone id=zone_id value=zone wrong=wrong list="zones" />
            </div>
            <datalist id="zones">
                {intl::zones().into_iter().map(|zone| view! { <option value=zone></option> }).collect::<Vec<_>>()}
            </datalist>
            <div class="meetings__form-actions">
                <button type="submit" class="button button--main">{words.meetings_create()}</button>
                <button type="button" class="button button--plain" on:click=move |_| close.run(())>{words.meetings_cancel()}</button>
            </div>
        </form>
    }
}

fn value(form: &NewMeeting, field: Field) -> &str {
    match field {
        Field::Title => &form.title,
        Field::First => &form.first,
        Field::Days => &form.days,
        Field::Zone => &form.zone,
    }
}

fn selector(id: &str) -> String {
    let mut selector = id.to_string();
    selector.insert(0, '#');
    selector
}

fn label(words: Words, field: Field) -> &'static str {
    match field {
        Field::Title => words.field_title(),
        Field::First => words.meetings_first_day(),
        Field::Days => words.meetings_number_of_days(),
        Field::Zone => words.meetings_zone(),
    }
}

fn hint(words: Words, field: Field) -> &'static str {
    match field {
        Field::Zone => words.meetings_zone_hint(),
        _ => "",
    }
}

fn error(words: Words, field: Field) -> &'static str {
    match field {
        Field::Title => words.meetings_no_title(),
        Field::First => words.meetings_no_first_day(),
        Field::Days => words.meetings_no_number(),
        Field::Zone => words.meetings_no_zone(),
    }
}

/// What is wrong, with a way to each field. The address belongs to the screens, so the links move the keyboard only.
#[component(transparent)]
fn Summary(wrong: Vec<Field>, ids: [String; 4]) -> View {
    let words = Store::here().words();
    let links = Field::ALL.into_iter().zip(ids).filter(|(field, _)| wrong.contains(field));
    let links: Vec<_> = links
        .map(|(field, id)| {
            let go = move |event: ev::MouseEvent| {
                event.prevent_default();
                page::focus_soon(selector(&id));
            };
            view! { <li><a href="#/meetings" on:click=go>{error(words, field)}</a></li> }
        })
        .collect();
    view! {
        <div class="meetings__summary" role="alert" tabindex="-1">
            <p class="meetings__summary-title">{words.meetings_wrong()}</p>
            <ul>{links}</ul>
        </div>
    }
}

#[component(transparent)]
fn FormField(
    field: Field,
    id: String,
    value: RwSignal<String>,
    wrong: RwSignal<Vec<Field>>,
    #[prop(default = "text")] kind: &'static str,
    #[prop(optional)] keyboard: &'static str,
    #[prop(optional)] list: &'static str,
) -> View {
    let words = Store::here().words();
    let is_wrong = Memo::new(move |_| wrong.with(|wrong| wrong.contains(&field)));
    let (hint_id, error_id) = (unique("hint"), unique("error"));
    let hint = hint(words, field);
    let described_by = {
        let (hint_id, error_id) = (hint_id.clone(), error_id.clone());
        move || match (hint.is_empty(), is_wrong.get()) {
            (_, true) => Some(error_id.clone()),
            (false, false) => Some(hint_id.clone()),
            (true, false) => None,
        }
    };
    view! {
        <div class="field">
            <label class="field__label" for=id.clone()>{label(words, field)}</label>
            {(!hint.is_empty()).then(|| view! { <p class="field__hint" id=hint_id>{hint}</p> })}
            <p class="field__error" id=error_id hidden=move || !is_wrong.get()>{error(words, field)}</p>
            <input
                id=id
                class="field__control"
                type=kind
                maxlength="200"
                inputmode=(!keyboard.is_empty()).then_some(keyboard)
                list=(!list.is_empty()).then_some(list)
                autocomplete="off"
                prop:value=value
                aria-describedby=described_by
                aria-invalid=move || is_wrong.get().then_some("true")
                on:input=move |event| value.set(event_target_value(&event))
            />
        </div>
    }
}
