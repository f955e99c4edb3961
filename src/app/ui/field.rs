//! Fields: label, control, hint and error, tied together for readers' aids. A field hands its value on when it is
//! left, and every now and then while somebody types, so that no more than a second of typing can be lost.

use super::unique;
use crate::app::dom::{View, view};
use crate::app::signal::{RwSignal, Signal};
use crate::{
    app::{Store, wording},
    i18n::Language,
    plan::Text,
    wire::LONGEST_TEXT,
};
use gloo::timers::callback::Timeout;
use leptos::{html, prelude::*};
use std::collections::BTreeSet;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlTextAreaElement};

/// How long after a key the field hands on what is typed by then, in milliseconds.
const OFTEN: u32 = 400;

/// What a field does with a value: takes it, or says in words why it cannot.
pub type Commit = Callback<String, Result<(), String>>;

/// A commit that takes every text.
pub fn takes(take: impl Fn(String) + Send + Sync + 'static) -> Commit {
    Callback::new(move |text| {
        take(text);
        Ok(())
    })
}

/// A line or some lines of text.
#[component(transparent)]
pub fn TextField(
    /// What the field asks for.
    #[prop(into)]
    label: String,
    /// The value in the plan.
    #[prop(into)]
    value: Signal<String>,
    /// Takes the value, or says why not.
    commit: Commit,
    /// The input's type: `text` by default, or `time`, `date`, `email`, `tel`, `url`.
    #[prop(default = "text")]
    kind: &'static str,
    /// What helps to fill it in.
    #[prop(optional, into)]
    hint: String,
    /// How many lines; one by default.
    #[prop(default = 1)]
    lines: u32,
    /// The language of the text, where it is not the interface's.
    #[prop(optional)]
    language: Option<Language>,
    /// A name by which the page finds the field.
    #[prop(optional)]
    name: &'static str,
    /// The on-screen keyboard: `numeric` for figures.
    #[prop(optional)]
    keyboard: &'static str,
    /// Whether the text counts only as a whole, so that nothing is taken while it is being typed.
    #[prop(optional)]
    whole: bool,
    /// A class for the width, such as `field--short`.
    #[prop(optional)]
    class: &'static str,
) -> View {
    let store = Store::here();
    let id = unique("field");
    let (hint_id, error_id) = (format!("{id}-hint"), format!("{id}-error"));
    let error = RwSignal::new(None::<String>);
    let described = {
        let (hint_id, error_id, has_hint) = (hint_id.clone(), error_id.clone(), !hint.is_empty());
        move || match (has_hint, error.with(Option::is_some)) {
            (true, true) => Some(format!("{hint_id} {error_id}")),
            (true, false) => Some(hint_id.clone()),
            (false, true) => Some(error_id.clone()),
            (false, false) => None,
        }
    };
    let timer = StoredValue::new_local(None::<Timeout>);
    let line = NodeRef::<html::Input>::new();
    let area = NodeRef::<html::Textarea>::new();
    let dirty = move || element(line, area).is_some_and(|element| element.has_attribute("data-dirty"));
    // The field follows the plan, but never while somebody is typing in it. Another value answers what was wrong.
    Effect::new(move |before: Option<String>| {
        let value = value.get();
        // Also when the control is there.
        line.track();
        area.track();
        if !dirty() {
            write(line, area, &value);
            if before.as_ref() != Some(&value) {
                error.set(None);
            }
        }
        value
    });
    let take = move || {
        timer.update_value(|timer| *timer = None);
        let Some(text) = read(line, area) else { return };
        // What is too long stays in the field, and nowhere else.
        let characters = text.chars().count();
        let taken = if characters > LONGEST_TEXT {
            Err(wording::too_long(store.words(), characters, LONGEST_TEXT))
        } else {
            commit.run(text)
        };
        error.set(taken.err());
    };
    let typed = move |_| {
        if let Some(element) = element(line, area) {
            let _ = element.set_attribute("data-dirty", "");
        }
        // A date or a time is typed in parts, and half of one is another one: those wait until the field is left.
        if !whole && matches!(kind, "text" | "email" | "tel") {
            timer.update_value(|timer| {
                timer.get_or_insert_with(|| Timeout::new(OFTEN, move || store.while_typing(take)));
            });
        }
    };
    let left = move || {
        if dirty() {
            take();
            if let Some(element) = element(line, area) {
                let _ = element.remove_attribute("data-dirty");
            }
            if error.with_untracked(Option::is_none) {
                write(line, area, &value.get_untracked());
            }
        }
    };
    // Browsers tell of a change at every figure that is typed into a date or a time: only what was picked, or left, or
    // confirmed by Enter, is meant.
    let in_parts = matches!(kind, "date" | "time");
    let keyed = StoredValue::new(false);
    let pressed = move |event: web_sys::KeyboardEvent| {
        keyed.set_value(true);
        if in_parts && event.key() == "Enter" {
            left();
        }
    };
    let changed = move |_| {
        if !(in_parts && keyed.get_value()) {
            left();
        }
    };
    on_cleanup(move || {
        let _ = timer.try_update_value(|timer| *timer = None);
    });
    let tag = language.map(Language::tag);
    let control = if lines > 1 {
        let id = id.clone();
        view! {
            <textarea
                node_ref=area
                id=id
                class="field__control"
                name=name
                rows=lines
                lang=tag
                aria-describedby=described
                aria-invalid=move || error.with(Option::is_some).then_some("true")
                on:input=typed
                on:change=move |_| left()
                on:blur=move |_| left()
            ></textarea>
        }
    } else {
        let id = id.clone();
        view! {
            <input
                node_ref=line
                id=id
                class="field__control"
                type=kind
                name=name
                lang=tag
                inputmode=(!keyboard.is_empty()).then_some(keyboard)
                autocomplete="off"
                aria-describedby=described
                aria-invalid=move || error.with(Option::is_some).then_some("true")
                on:input=typed
                on:keydown=pressed
                on:pointerdown=move |_| keyed.set_value(false)
                on:change=changed
                on:blur=move |_| left()
            />
        }
    };
    view! {
        <div class=format!("field {class}")>
            <label class="field__label" for=id>{label}</label>
            {(!hint.is_empty()).then(|| view! { <p class="field__hint" id=hint_id>{hint}</p> })}
            <p class="field__error" id=error_id hidden=move || error.with(Option::is_none)>{move || error.get()}</p>
            {control}
        </div>
    }
}

fn element(line: NodeRef<html::Input>, area: NodeRef<html::Textarea>) -> Option<Element> {
    let line = line.get_untracked().map(|node| node.unchecked_into::<Element>());
    line.or_else(|| area.get_untracked().map(|node| node.unchecked_into::<Element>()))
}

fn read(line: NodeRef<html::Input>, area: NodeRef<html::Textarea>) -> Option<String> {
    let element = element(line, area)?;
    element
        .dyn_ref::<HtmlInputElement>()
        .map(HtmlInputElement::value)
        .or_else(|| element.dyn_ref::<HtmlTextAreaElement>().map(HtmlTextAreaElement::value))
}

fn write(line: NodeRef<html::Input>, area: NodeRef<html::Textarea>, value: &str) {
    if let Some(node) = line.get_untracked() {
        node.set_value(value);
    } else if let Some(node) = area.get_untracked() {
        node.set_value(value);
    }
}

/// A text of the plan: in the reader's language, and in the other.
#[component(transparent)]
pub fn TextsField(
    /// What the field asks for.
    #[prop(into)]
    label: String,
    /// The text in the plan.
    #[prop(into)]
    value: Signal<Text>,
    /// Takes the text.
    commit: Callback<Text>,
    /// How many lines; one by default.
    #[prop(default = 1)]
    lines: u32,
    /// A name by which the page finds the first of the two fields.
    #[prop(optional)]
    name: &'static str,
) -> View {
    let words = Store::here().words();
    let own = words.language();
    let other = Language::ALL.into_iter().find(|language| *language != own).unwrap_or(own);
    let exactly = move |language| Signal::derive(move || value.with(|text| text.exactly(language).to_string()));
    let change = move |language| takes(move |words| commit.run(value.get_untracked().with(language, words)));
    let second = match other {
        Language::English => words.field_in_english(&label),
        Language::Italian => words.field_in_italian(&label),
    };
    view! {
        <TextField label=label value=exactly(own) commit=change(own) lines=lines name=name />
        <TextField label=second value=exactly(other) commit=change(other) lines=lines language=other class="field--second" />
    }
}

/// A whole number, or nothing.
#[component(transparent)]
pub fn NumberField(
    /// What the field asks for, with its unit.
    #[prop(into)]
    label: String,
    /// The number in the plan.
    #[prop(into)]
    value: Signal<Option<u16>>,
    /// Takes the number; nothing when the field was emptied.
    commit: Callback<Option<u16>>,
    /// The largest number that makes sense.
    #[prop(default = 999)]
    most: u16,
    /// Whether the field may be left empty.
    #[prop(default = true)]
    optional: bool,
    /// What helps to fill it in.
    #[prop(optional, into)]
    hint: String,
) -> View {
    let words = Store::here().words();
    let text = Signal::derive(move || value.get().map(|number| number.to_string()).unwrap_or_default());
    let parse = Callback::new(move |text: String| {
        let text = text.trim();
        if text.is_empty() && optional {
            commit.run(None);
            return Ok(());
        }
        match text.parse::<u16>() {
            Ok(number) if number <= most => {
                commit.run(Some(number));
                Ok(())
            }
            _ => Err(words.field_number_error(&most.to_string())),
        }
    });
    view! { <TextField label=label value=text commit=parse keyboard="numeric" hint=hint class="field--short" /> }
}

/// One of several.
#[component(transparent)]
pub fn SelectField(
    /// What the field asks for.
    #[prop(into)]
    label: String,
    /// The keys and words to choose from.
    #[prop(into)]
    options: Signal<Vec<(String, String)>>,
    /// The key in the plan.
    #[prop(into)]
    value: Signal<String>,
    /// Takes the key.
    commit: Callback<String>,
    /// A class for the width.
    #[prop(optional)]
    class: &'static str,
) -> View {
    let id = unique("select");
    let chosen = move || {
        let value = value.get();
        let options = options.get();
        let options = options.into_iter().map(move |(key, words)| {
            let selected = key == value;
            view! { <option value=key selected=selected>{words}</option> }
        });
        options.collect::<Vec<_>>()
    };
    view! {
        <div class=format!("field {class}")>
            <label class="field__label" for=id.clone()>{label}</label>
            <select id=id class="field__control" on:change=move |event| commit.run(event_target_value(&event))>
                {chosen}
            </select>
        </div>
    }
}

/// Yes or no.
#[component(transparent)]
pub fn CheckField(
    /// What is true when it is ticked.
    #[prop(into)]
    label: String,
    /// Whether it is ticked in the plan.
    #[prop(into)]
    value: Signal<bool>,
    /// Takes the choice.
    commit: Callback<bool>,
) -> View {
    view! {
        <label class="check">
            <input
                type="checkbox"
                class="check__box"
                prop:checked=value
                on:change=move |event| commit.run(event_target_checked(&event))
            />
            <span>{label}</span>
        </label>
    }
}

/// Any of several.
#[component(transparent)]
pub fn ChecksField(
    /// What the field asks for.
    #[prop(into)]
    label: String,
    /// The keys and words to choose from.
    #[prop(into)]
    options: Signal<Vec<(String, String)>>,
    /// The keys in the plan.
    #[prop(into)]
    value: Signal<BTreeSet<String>>,
    /// Takes the keys.
    commit: Callback<BTreeSet<String>>,
) -> View {
    let boxes = move || {
        let boxes = options.get().into_iter().map(|(key, words)| {
            let ticked = {
                let key = key.clone();
                Signal::derive(move || value.with(|chosen| chosen.contains(&key)))
            };
            let toggle = Callback::new(move |on: bool| {
                let mut chosen = value.get_untracked();
                if on {
                    chosen.insert(key.clone());
                } else {
                    chosen.remove(&key);
                }
                commit.run(chosen);
            });
            view! { <CheckField label=words value=ticked commit=toggle /> }
        });
        boxes.collect::<Vec<_>>()
    };
    view! {
        <fieldset class="checks">
            <legend class="field__label">{label}</legend>
            {boxes}
        </fieldset>
    }
}
