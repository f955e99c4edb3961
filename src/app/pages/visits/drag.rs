//! Changing the order of stops: by pointer, by keys, by buttons. Nothing moves before the drop, then the clock does.

use super::Page;
use crate::app::dom::{View, view};
use crate::app::signal::{Memo, RwSignal, Signal};
use crate::{
    app::effects::{intl, page as document},
    plan::{Edit, StopId},
};
use leptos::prelude::*;
use web_sys::{KeyboardEvent, PointerEvent};

/// A stop in the hand. Copies are handles to the same drag.
#[derive(Clone, Copy)]
pub(super) struct Drag {
    page: Page,
    order: Memo<Vec<StopId>>,
    held: RwSignal<Option<Held>>,
}

#[derive(Clone, Copy, PartialEq)]
struct Held {
    stop: StopId,
    /// The gap between stops that is nearest, counted from nought.
    gap: usize,
}

/// The element of a stop and the leg to it.
pub(super) fn row_id(stop: StopId) -> String {
    let mut id = String::from("visits-row-");
    id.push_str(&stop.to_string());
    id
}

/// The button that a stop is dragged by.
pub(super) fn handle_id(stop: StopId) -> String {
    let mut id = String::from("visits-handle-");
    id.push_str(&stop.to_string());
    id
}

impl Drag {
    pub(super) fn new(page: Page, order: Memo<Vec<StopId>>) -> Self {
        Self { page, order, held: RwSignal::new(None) }
    }

    /// Whether a stop is in the hand.
    pub(super) fn is_on(self) -> bool {
        self.held.get().is_some()
    }

    /// Whether this stop is in the hand.
    pub(super) fn holds(self, stop: StopId) -> bool {
        self.held.get().is_some_and(|held| held.stop == stop)
    }

    /// At which edge of a stop's row the drop line is: before it, or after it.
    pub(super) fn edge(self, stop: StopId) -> Memo<Option<bool>> {
        Memo::new(move |_| {
            let held = self.held.get()?;
            self.order.with(|order| {
                let from = place(order, held.stop)?;
                let here = place(order, stop)?;
                let moves = target(from, held.gap) != from;
                match held.gap {
                    gap if moves && gap == here => Some(false),
                    gap if moves && gap == order.len() && here + 1 == gap => Some(true),
                    _ => None,
                }
            })
        })
    }

    fn take(self, event: &PointerEvent, stop: StopId) {
        if event.button() != 0 {
            return;
        }
        // Otherwise the text of the page would be selected on the way.
        event.prevent_default();
        document::capture_pointer(event);
        let gap = self.order.with_untracked(|order| place(order, stop)).unwrap_or(0);
        self.held.set(Some(Held { stop, gap }));
    }

    fn follow(self, event: &PointerEvent) {
        let Some(held) = self.held.get_untracked() else { return };
        document::scroll_at_edge(event.client_y());
        let above =
            |stop: &&StopId| document::middle_of(&row_id(**stop)).is_some_and(|middle| middle < event.client_y());
        let gap = self.order.with_untracked(|order| order.iter().filter(above).count());
        if gap != held.gap {
            self.held.set(Some(Held { gap, ..held }));
        }
    }

    fn drop(self) {
        let Some(held) = self.held.get_untracked() else { return };
        self.held.set(None);
        let from = self.order.with_untracked(|order| place(order, held.stop));
        if let Some(from) = from {
            self.to(held.stop, from, target(from, held.gap));
        }
        document::focus_soon(by_id(&handle_id(held.stop)));
    }

    /// Moves a stop one place earlier or later, and keeps the keyboard on `element`.
    fn step(self, stop: StopId, later: bool, element: &str) {
        let order = self.order.get_untracked();
        let Some(from) = place(&order, stop) else { return };
        let to = if later { from + 1 } else { from.wrapping_sub(1) };
        if to < order.len() {
            self.to(stop, from, to);
            document::focus_soon(by_id(element));
        }
    }

    fn to(self, stop: StopId, from: usize, to: usize) {
        if from == to {
            return;
        }
        let store = self.page.store;
        store.edit(Edit::MoveStop { stop, group: self.page.group.get_untracked(), to });
        self.say(stop);
    }

    /// Says where a stop is now and when everybody is back.
    fn say(self, stop: StopId) {
        let store = self.page.store;
        let words = store.words();
        let language = words.language();
        let Some(outing) = self.page.outing.get_untracked() else { return };
        let stays = &outing.itinerary.stays;
        let Some(index) = stays.iter().position(|stay| stay.stop == stop) else { return };
        let stay = &stays[index];
        let name = store.plan.with_untracked(|plan| {
            plan.stops.get(stop).and_then(|stop| plan.hosts.get(stop.host)).map(|host| host.name.clone())
        });
        store.say(words.visits_said_moved(
            &name.unwrap_or_default(),
            &(index + 1).to_string(),
            &stays.len().to_string(),
            &intl::span(language, stay.arrives, stay.ends),
            &intl::time(language, outing.itinerary.back),
        ));
    }

    /// Alt+Up and Alt+Down move a stop; Escape lets go.
    pub(super) fn key(self, event: &KeyboardEvent, stop: StopId) {
        let key = event.key();
        if key == "Escape" && self.held.get_untracked().is_some() {
            self.held.set(None);
            return;
        }
        let later = match key.as_str() {
            "ArrowUp" => false,
            "ArrowDown" => true,
            _ => return,
        };
        if event.alt_key() {
            event.prevent_default();
            self.step(stop, later, &handle_id(stop));
        }
    }
}

fn place(order: &[StopId], stop: StopId) -> Option<usize> {
    order.iter().position(|known| *known == stop)
}

/// The place in the new order of a stop that is dropped in a gap.
const fn target(from: usize, gap: usize) -> usize {
    if gap > from { gap - 1 } else { gap }
}

fn by_id(id: &str) -> String {
    let mut selector = String::from("#");
    selector.push_str(id);
    selector
}

/// What moves a stop: a handle to drag or to press keys on, and a button for each direction.
#[component(transparent)]
pub(super) fn Movers(drag: Drag, stop: StopId, name: Signal<String>) -> View {
    let words = drag.page.store.words();
    let place = Memo::new(move |_| drag.order.with(|order| place(order, stop).map(|place| (place, order.len()))));
    let is_first = move || place.get().is_none_or(|(place, _)| place == 0);
    let is_last = move || place.get().is_none_or(|(place, of)| place + 1 == of);
    let alone = move || place.get().is_none_or(|(_, of)| of < 2);
    let step = move |later: bool, label: &'static str, sign: &'static str| {
        let id = if later { "visits-later-" } else { "visits-earlier-" }.to_string() + &stop.to_string();
        let element = id.clone();
        view! {
            <button
                type="button"
                class="button stop__step"
                id=id
                aria-disabled=move || if later { is_last() } else { is_first() }.then_some("true")
                on:click=move |_| drag.step(stop, later, &element)
            >
                <span aria-hidden="true">{sign}</span>
                {label}
                <span class="visually-hidden">" " {name}</span>
            </button>
        }
    };
    view! {
        <div class="stop__movers" hidden=alone>
            {step(false, words.visits_earlier(), "\u{2191}")}
            {step(true, words.visits_later(), "\u{2193}")}
            <button
                type="button"
                class="button stop__handle"
                id=handle_id(stop)
                aria-label=move || words.visits_move(&name.get())
                aria-describedby="visits-how"
                aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
                title=words.visits_how_to_move()
                on:pointerdown=move |event| drag.take(&event, stop)
                on:pointermove=move |event| drag.follow(&event)
                on:pointerup=move |_| drag.drop()
                on:pointercancel=move |_| drag.held.set(None)
            >
                <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
                    <path d="M3 4.5h10M3 8h10M3 11.5h10" stroke="currentColor" stroke-width="1.5" />
                </svg>
            </button>
        </div>
    }
}
