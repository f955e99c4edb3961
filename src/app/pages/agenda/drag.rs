//! Dragging with pointer, pen or finger: an entry as a whole, or one of its edges. While it lasts only the cards
//! concerned are drawn; the plan changes once, when the pointer is let go.

use super::Desk;
use crate::{
    agenda::{STEP, moved, started_later, stretched, visit_of},
    plan::{EntryId, VisitId},
};
use gloo::events::{EventListener, EventListenerOptions};
use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, PointerEvent};

/// How far a pointer has to go before it means a drag, in pixels.
const SLACK: i32 = 4;

/// By what an entry is held.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Grip {
    /// As a whole.
    Whole,
    /// By its start.
    Start,
    /// By its end.
    End,
}

/// A drag under way.
#[derive(Clone, Copy, PartialEq)]
pub struct Drag {
    id: EntryId,
    visit: Option<VisitId>,
    grip: Grip,
    /// Minutes from where it started.
    minutes: i64,
    /// Days from where it started.
    days: i64,
    /// How far that is to the side, in pixels.
    aside: i32,
    /// Whether the pointer went further than a click does.
    far: bool,
}

/// What a drag does to one entry.
#[derive(Clone, Copy, PartialEq, Default)]
pub struct Shift {
    /// Minutes that the start moves.
    pub start: i64,
    /// Minutes that it gets longer.
    pub longer: i64,
    /// Pixels to the side.
    pub aside: i32,
    /// Whether it is being dragged at all.
    pub dragging: bool,
}

impl Drag {
    /// What the drag does to an entry. The stops and legs of a visit go together, those of a group by themselves unless
    /// they go to another day.
    pub fn on(self, id: EntryId, visit: Option<VisitId>) -> Option<Shift> {
        let of_visit = self.grip == Grip::Whole && visit.is_some() && self.visit == visit;
        let together = of_visit && (self.days != 0 || id.group() == self.id.group());
        if !self.far || !(id == self.id || together) {
            return None;
        }
        let (start, longer) = match self.grip {
            Grip::Whole => (self.minutes, 0),
            Grip::Start => (self.minutes, -self.minutes),
            Grip::End => (0, self.minutes),
        };
        Some(Shift { start, longer, aside: self.aside, dragging: true })
    }
}

/// A day's column as the pointer sees it.
fn column(target: &Element) -> Option<web_sys::DomRect> {
    target.closest(".day__hours").ok().flatten().map(|hours| hours.get_bounding_client_rect())
}

/// The minute of the day under the pointer, to the step.
pub fn minute_under(event: &ev::MouseEvent, from: u16, to: u16) -> Option<u16> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let hours = column(&target)?;
    let share = (f64::from(event.client_y()) - hours.top()) / hours.height();
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between nought and a day")]
    let minutes = (share.clamp(0.0, 1.0) * f64::from(to - from)) as u16;
    Some(from + minutes / STEP * STEP)
}

/// A click selects, unless it ended a drag.
pub fn click(desk: Desk, id: EntryId) -> impl Fn(ev::MouseEvent) {
    move |_| {
        if desk.drag.with_untracked(|drag| drag.is_none_or(|drag| !drag.far)) {
            desk.selected.set(Some(id));
        }
    }
}

/// Starts a drag: listens to the pointer until it is let go or Escape is pressed.
pub fn start(desk: Desk, id: EntryId, grip: Grip) -> impl Fn(PointerEvent) {
    move |event| {
        let Some(target) = event.current_target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
        let Some(hours) = column(&target) else { return };
        // Fingers scroll; they drag what they selected before.
        let touch = event.pointer_type() == "touch";
        if event.button() != 0 || touch && desk.selected.get_untracked() != Some(id) {
            return;
        }
        let (from, to) = desk.board.with_untracked(|board| (board.from, board.to));
        let per_minute = hours.height() / f64::from((to - from).max(1));
        let (start_x, start_y) = (event.client_x(), event.client_y());
        let visit = desk.store.plan.with_untracked(|plan| visit_of(plan, id));
        desk.drag.set(Some(Drag { id, visit, grip, minutes: 0, days: 0, aside: 0, far: false }));
        let _ = target.set_pointer_capture(event.pointer_id());
        let follow = move |event: &PointerEvent| {
            let (right, down) = (event.client_x() - start_x, event.client_y() - start_y);
            #[allow(clippy::cast_possible_truncation, reason = "minutes within some days")]
            let minutes = (f64::from(down) / per_minute / f64::from(STEP)).round() as i64 * i64::from(STEP);
            #[allow(clippy::cast_possible_truncation, reason = "days within a meeting")]
            let days = if grip == Grip::Whole { (f64::from(right) / hours.width()).round() as i64 } else { 0 };
            let days = reachable(desk, id, days);
            #[allow(clippy::cast_possible_truncation, reason = "pixels of a screen")]
            let aside = (hours.width() * days as f64) as i32;
            desk.drag.update(|drag| {
                if let Some(drag) = drag {
                    let far = drag.far || right.abs() > SLACK || down.abs() > SLACK;
                    *drag = Drag { minutes, days, aside, far, ..*drag };
                }
            });
        };
        let listeners = StoredValue::new_local(Vec::new());
        let end = move || listeners.update_value(Vec::clear);
        let options = EventListenerOptions::enable_prevent_default();
        let moves = EventListener::new_with_options(&target, "pointermove", options, move |event| {
            if let Some(event) = event.dyn_ref::<PointerEvent>() {
                event.prevent_default();
                follow(event);
            }
        });
        let up = EventListener::new(&target, "pointerup", move |_| {
            drop_it(desk);
            // The click that may follow still has to know that this was a drag.
            later(move || {
                end();
                desk.drag.set(None);
            });
        });
        let lost = EventListener::new(&target, "pointercancel", move |_| {
            later(end);
            desk.drag.set(None);
        });
        let escape = EventListener::new(&document(), "keydown", move |event| {
            if event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape") {
                later(end);
                desk.drag.set(None);
            }
        });
        listeners.set_value(vec![moves, up, lost, escape]);
    }
}

/// A listener must not be dropped while it runs.
fn later(end: impl Fn() + 'static) {
    gloo::timers::callback::Timeout::new(0, end).forget();
}

/// The days that an entry can go to the side, within the days that are shown.
fn reachable(desk: Desk, id: EntryId, days: i64) -> i64 {
    desk.board.with_untracked(|board| {
        let date = board.get(id).map(|placed| placed.entry.slot.date());
        let here = board.dates.iter().position(|other| Some(*other) == date).unwrap_or(0);
        let here = i64::try_from(here).unwrap_or(0);
        let last = i64::try_from(board.dates.len()).unwrap_or(1) - 1;
        (here + days).clamp(0, last) - here
    })
}

/// The drag ends here: one edit. The click that follows a drag is not one.
fn drop_it(desk: Desk) {
    let Some(drag) = desk.drag.get_untracked().filter(|drag| drag.far) else { return };
    let minutes = drag.minutes + date_difference(desk, drag) * 24 * 60;
    let edit = desk.store.plan.with_untracked(|plan| match drag.grip {
        Grip::Whole => moved(plan, drag.id, minutes),
        Grip::Start => started_later(plan, drag.id, minutes),
        Grip::End => stretched(plan, drag.id, minutes),
    });
    let stopped = Drag { minutes: 0, days: 0, aside: 0, ..drag };
    desk.drag.set(Some(stopped));
    if minutes != 0 {
        desk.edit(edit);
    }
}

/// How many days there are between the columns of a drag; columns need not be days in a row.
fn date_difference(desk: Desk, drag: Drag) -> i64 {
    desk.board.with_untracked(|board| {
        let Some(date) = board.get(drag.id).map(|placed| placed.entry.slot.date()) else { return 0 };
        let here = board.dates.iter().position(|other| *other == date).unwrap_or(0);
        let there = usize::try_from(i64::try_from(here).unwrap_or(0) + drag.days).unwrap_or(here);
        board.dates.get(there).map_or(0, |other| (*other - date).num_days())
    })
}
