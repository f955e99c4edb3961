//! How little an edit redraws, in a plan of 300 sessions.

use crate::page::{Changes, click, fill, find, press, start_at, storage, until};
use chrono::{NaiveDate, TimeDelta};
use itinera::example::manumix;
use itinera::{
    plan::{Day, Key, Place, Plan, PlanId, Session, SessionId, Slot, Text},
    wire::{self, PlanFile},
};
use std::collections::BTreeMap;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Element;

const DAYS: u16 = 10;
const A_DAY: u16 = 30;

/// Ten days of thirty sessions, one after the other with a pause between them, so that moving one by five minutes
/// concerns no other.
fn plan_of_300() -> Plan {
    let mut plan = manumix().copied_as(PlanId::from_number(300));
    let pattern = (**plan.sessions.iter().next().unwrap()).clone();
    let example: Vec<_> = plan.sessions.iter().map(|session| Key::Session(session.id)).collect();
    for session in example {
        plan.remove(session);
    }
    let room = plan.rooms.iter().next().unwrap().id;
    let first = NaiveDate::from_ymd_opt(2017, 12, 1).unwrap();
    for day in 0..DAYS {
        let date = first + TimeDelta::days(day.into());
        plan.put(Day { id: date, title: Text::default() }.into());
        for number in 0..A_DAY {
            let start = date.and_hms_opt(8, 0, 0).unwrap() + TimeDelta::minutes(i64::from(number) * 20);
            plan.put(
                Session {
                    id: session(day, number),
                    title: Text::new(format!("Session {day}-{number}"), String::new()),
                    slot: Slot::lasting(start, 10),
                    place: Place::Room(room),
                    ..pattern.clone()
                }
                .into(),
            );
        }
    }
    plan
}

fn session(day: u16, number: u16) -> SessionId {
    SessionId::from_number(u128::from(1 + day * A_DAY + number))
}

/// Opens the plan at an address.
async fn open(hash: &str) {
    let plan = plan_of_300();
    let id = plan.id().to_string();
    let text = wire::encode(&PlanFile { plan, saved: None, lineage: Vec::new() });
    storage().clear().unwrap();
    storage().set_item(&format!("itinera.plan.{id}"), &wire::seal(&text)).unwrap();
    storage().set_item("itinera.open", &id).unwrap();
    start_at(hash).await;
    until(|| find("[data-saving=saved]")).await;
}

fn card(id: SessionId) -> Element {
    find(&format!(".board [data-entry=\"{id}\"]")).unwrap()
}

fn says(id: SessionId, text: &str) -> Option<()> {
    card(id).text_content().unwrap().contains(text).then_some(())
}

/// Opens the panel of a session, so that what follows is the edit alone.
async fn select(id: SessionId) -> Element {
    let button = card(id).query_selector("button").unwrap().unwrap();
    click(&button);
    until(|| find(&format!(".entry--selected[data-entry=\"{id}\"]"))).await;
    until(|| find("input[name=title]")).await;
    crate::page::frame().await;
    button
}

fn touched(changes: &BTreeMap<String, usize>) -> Vec<&str> {
    changes.keys().map(String::as_str).collect()
}

#[wasm_bindgen_test]
async fn on_the_agenda_an_edit_redraws_the_session_that_it_changed_and_no_other() {
    open("#/agenda").await;
    assert_eq!(document_count(".board [data-kind=session]"), 300);
    let (moved, renamed) = (session(3, 14), session(7, 2));
    let board = find(".board").unwrap();

    let button = select(moved).await;
    let changes = Changes::below(&board, "data-entry");
    press(&button, "ArrowDown", true);
    until(|| says(moved, "12:45")).await;
    let changes = changes.settled().await;
    assert_eq!(touched(&changes), [moved.to_string()], "moved by a key: {changes:?}");

    select(renamed).await;
    let changes = Changes::below(&board, "data-entry");
    fill(&find("input[name=title]").unwrap(), "Renamed");
    until(|| says(renamed, "Renamed")).await;
    let changes = changes.settled().await;
    assert_eq!(touched(&changes), [renamed.to_string()], "renamed in the panel: {changes:?}");
}

/// Makes two sessions be in one room at once, and goes to another screen, where that can be undone.
async fn go_with_a_clash(hash: &str) {
    open("#/agenda").await;
    let button = select(session(3, 14)).await;
    for _ in 0..3 {
        press(&button, "ArrowDown", true);
    }
    until(|| says(session(3, 14), "12:55")).await;
    until(|| find("[data-saving=saved]")).await;
    web_sys::window().unwrap().location().set_hash(hash).unwrap();
    until(|| find("main").filter(|main| main.query_selector(".board").unwrap().is_none())).await;
    crate::page::frame().await;
}

#[wasm_bindgen_test]
async fn other_screens_redraw_what_follows_from_an_edit_and_no_more() {
    go_with_a_clash("#/people").await;
    let changes = Changes::below(&find("main").unwrap(), "data-entry");
    undo();
    assert_eq!(touched(&changes.settled().await), Vec::<&str>::new(), "people do not change with a session");

    go_with_a_clash("#/checks").await;
    let before = document_count("[data-finding]");
    let changes = Changes::below(&find("main").unwrap(), "data-finding");
    undo();
    let changes = changes.settled().await;
    assert_eq!(document_count("[data-finding]"), before - 1);
    assert!(before > 300, "a plan of which there is much to say");
    // The row that goes, the row about the session that moved, and how many there are.
    assert!(changes.values().sum::<usize>() <= 10, "{changes:?}");
}

/// Undoes the last step.
fn undo() {
    click(&find(".header__step").unwrap());
}

fn document_count(selector: &str) -> u32 {
    crate::page::document().query_selector_all(selector).unwrap().length()
}
