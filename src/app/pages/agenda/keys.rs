//! The keyboard's way: arrows select, Alt with arrows moves, Shift+Alt stretches, Enter edits, Delete removes.

use super::Desk;
use crate::{
    agenda::{Direction, STEP, moved, stretched},
    plan::{Edit, EntryId},
};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

const DAY: i64 = 24 * 60;

/// Keys on an entry of the board.
pub fn on_board(desk: Desk) -> impl Fn(KeyboardEvent) {
    move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let entry = target.and_then(|target| target.closest(".entry").ok().flatten());
        let name = entry.and_then(|entry| entry.get_attribute("data-entry"));
        let Some(id) = name.and_then(|name| desk.store.plan.with_untracked(|plan| plan.entry(&name))) else { return };
        if event.ctrl_key() || event.meta_key() {
            return;
        }
        if act(desk, id, &event.key(), event.alt_key(), event.shift_key()) {
            event.prevent_default();
        }
    }
}

/// Does what a key means for an entry; whether it means something.
fn act(desk: Desk, id: EntryId, key: &str, alt: bool, shift: bool) -> bool {
    let step = i64::from(STEP);
    match (key, alt, shift) {
        ("ArrowUp", true, false) => moves(desk, id, -step),
        ("ArrowDown", true, false) => moves(desk, id, step),
        ("ArrowLeft", true, false) => to_day(desk, id, Direction::Left),
        ("ArrowRight", true, false) => to_day(desk, id, Direction::Right),
        ("ArrowUp", true, true) => stretches(desk, id, -step),
        ("ArrowDown", true, true) => stretches(desk, id, step),
        ("ArrowUp", false, _) => selects(desk, id, Direction::Up),
        ("ArrowDown", false, _) => selects(desk, id, Direction::Down),
        ("ArrowLeft", false, _) => selects(desk, id, Direction::Left),
        ("ArrowRight", false, _) => selects(desk, id, Direction::Right),
        ("Enter", false, _) => {
            desk.selected.set(Some(id));
            // A way out of a finding is no field, and is gone when the finding is.
            desk.focus_in_panel(":is(input, select, textarea, a, button):not([data-findings] *)");
        }
        ("Delete" | "Backspace", false, _) => desk.remove(id),
        ("Escape", ..) => desk.selected.set(None),
        _ => return false,
    }
    true
}

/// Escape in the panel goes back to the entry.
pub fn in_panel(desk: Desk) -> impl Fn(KeyboardEvent) {
    move |event| {
        if event.key() == "Escape"
            && let Some(id) = desk.selected.get_untracked()
        {
            desk.go(id);
        }
    }
}

fn selects(desk: Desk, id: EntryId, direction: Direction) {
    if let Some(next) = desk.board.with_untracked(|board| board.neighbour(Some(id), direction)) {
        desk.go(next);
    }
}

fn moves(desk: Desk, id: EntryId, minutes: i64) {
    makes(desk, id, desk.store.plan.with_untracked(|plan| moved(plan, id, minutes)));
}

fn stretches(desk: Desk, id: EntryId, minutes: i64) {
    let edit = desk.store.plan.with_untracked(|plan| stretched(plan, id, minutes));
    if edit.is_none() {
        desk.store.say(desk.store.words().agenda_leg_length().to_string());
    }
    makes(desk, id, edit);
}

/// To the day beside it on the board, which need not be the next in the calendar.
fn to_day(desk: Desk, id: EntryId, direction: Direction) {
    let days = desk.board.with_untracked(|board| {
        let date = board.get(id)?.entry.slot.date();
        let here = board.dates.iter().position(|other| *other == date)?;
        let there = if direction == Direction::Left { here.checked_sub(1)? } else { here + 1 };
        board.dates.get(there).map(|other| (*other - date).num_days())
    });
    if let Some(days) = days {
        moves(desk, id, days * DAY);
    }
}

/// Makes the edit; the keyboard stays with the entry, also when it is drawn in another column.
fn makes(desk: Desk, id: EntryId, edit: Option<Edit>) {
    desk.edit(edit);
    desk.go(id);
}
