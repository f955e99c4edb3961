//! The programme as a file of its own: what the browser serialises.

use crate::page::{clear, document, storage};
use itinera::{
    agenda::{Audience, entries},
    app::{Store, webpage},
    i18n::Language,
    plan::{Edit, Text},
};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Element;

/// The store of a program that is not on the page, with the example.
fn store() -> Store {
    clear();
    storage().clear().unwrap();
    let owner = Owner::new();
    let store = owner.with(Store::open);
    // It ticks and saves as long as the tests run.
    std::mem::forget(owner);
    store
}

/// The page as a browser reads it, beside the document.
fn read(html: &str) -> Element {
    let element = document().create_element("div").unwrap();
    element.set_inner_html(html);
    element
}

fn texts(element: &Element, selector: &str) -> Vec<String> {
    let found = element.query_selector_all(selector).unwrap();
    (0..found.length()).map(|index| found.item(index).unwrap().text_content().unwrap()).collect()
}

#[wasm_bindgen_test]
fn every_entry_is_on_it_at_its_time_and_every_day_has_its_sheet() {
    let store = store();
    let plan = store.plan.get_untracked();
    let wales = plan.delegations.iter().nth(2).unwrap().id;
    for audience in [Audience::Everyone, Audience::Delegation(wales)] {
        let page = read(&webpage(store, audience, Language::Italian, true));
        let expected: Vec<_> = entries(&plan, audience)
            .iter()
            .map(|entry| format!("{}–{}", entry.slot.start().format("%H:%M"), entry.slot.end().format("%H:%M")))
            .collect();
        let mut told = texts(&page, "[data-entry] time");
        assert_eq!(told.len(), expected.len());
        for time in expected {
            told.remove(told.iter().position(|one| *one == time).unwrap());
        }
        assert_eq!(texts(&page, "nav a"), ["martedì 21 novembre", "mercoledì 22 novembre"]);
        for day in ["21", "22"] {
            let sheet = format!("article[lang=it][id=day-2017-11-{day}]");
            assert!(page.query_selector(&sheet).unwrap().is_some());
            assert!(page.query_selector(&format!("nav a[href='#day-2017-11-{day}']")).unwrap().is_some());
        }
        let data = texts(&page, "script").join("");
        let event: serde_json::Value = serde_json::from_str(&data).unwrap();
        assert_eq!(event["startDate"], "2017-11-21T08:30:00+01:00");
    }
}

#[wasm_bindgen_test]
fn no_word_of_the_plan_becomes_markup() {
    let store = store();
    let plan = store.plan.get_untracked();
    let wicked = Text::same("</p><script>alert(1)</script><img src=x onerror=alert(1)> \"'&amp;");
    let session = plan.sessions.iter().next().unwrap();
    let changed = itinera::plan::Session { title: wicked.clone(), notes: wicked.clone(), ..(**session).clone() };
    store.edit(Edit::revise((**session).clone(), changed));
    let mut meeting = (*plan.meeting).clone();
    (meeting.title, meeting.theme, meeting.publicity) = (wicked.clone(), wicked.clone(), wicked.clone());
    store.edit(Edit::revise((*plan.meeting).clone(), meeting));
    let html = webpage(store, Audience::Everyone, Language::English, true);
    assert_eq!(html.matches("<script").count(), 1);
    assert!(!html.contains("<img"));
    let page = read(&html);
    assert_eq!(page.query_selector_all("script, img").unwrap().length(), 1);
    assert!(texts(&page, ".sheet__what").iter().any(|title| title.trim().starts_with(&wicked.english)));
}
