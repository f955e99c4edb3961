//! Moving a departure along the graph, by pointer or by keys: everything after it follows at once, one edit at the drop.

use super::Show;
use crate::app::dom::{View, list, view};
use crate::app::signal::Memo;
use crate::{
    app::effects::page,
    circuit::graph::Afternoon,
    plan::{Edit, Group, GroupId, Plan, Stop, StopId, Turn, TurnId, VisitId, minute_of_day},
};
use chrono::{NaiveTime, TimeDelta};
use leptos::{prelude::*, reactive::graph::untrack};
use web_sys::{KeyboardEvent, PointerEvent};

/// Departures move in steps of so many minutes.
const STEP: i32 = 5;

/// A length of the axis, long enough that its minutes are exact.
const UNITS: i32 = 1_000;

/// A departure that can be moved.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Departure {
    /// The group; none where all go together.
    group: Option<GroupId>,
    /// The stop that it leaves; none for the start.
    stop: Option<StopId>,
}

/// A departure in the hand.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Held {
    pub point: Departure,
    /// By how many minutes it would be moved.
    pub by: i32,
    /// Where the pointer took it, along the axis.
    grip: i32,
    /// How many minutes [`UNITS`] of the axis were then: it may be drawn on another scale while it moves.
    minutes: i32,
}

/// A departure as it is drawn.
#[derive(Clone, PartialEq)]
struct Place {
    run: usize,
    place: usize,
    minute: i32,
    x: i32,
    y: i32,
    least: i32,
    most: i32,
}

impl Departure {
    /// The edit that leaves so many minutes later: none where nothing would change.
    pub fn edit(self, plan: &Plan, visit: VisitId, by: i32) -> Option<Edit> {
        let visit = plan.visits.get(visit)?;
        match (self.group, self.stop) {
            (Some(group), Some(stop)) => {
                let id = TurnId { group, stop };
                let before = plan.turns.get(id).map_or_else(|| Turn::free(id), |turn| Turn::clone(turn));
                let hold = u16::try_from((i32::from(before.hold) + by).max(0)).ok()?;
                (hold != before.hold).then_some(Edit::SetTurn(Turn { hold, ..before }))
            }
            (Some(group), None) => {
                let group = plan.groups.get(group)?;
                let before = group.start.unwrap_or(visit.start.time());
                let start = later(before, by).filter(|start| *start != before)?;
                Some(Edit::revise(Group::clone(group), Group { start: Some(start), ..Group::clone(group) }))
            }
            (None, None) => {
                let time = later(visit.start.time(), by).filter(|time| *time != visit.start.time())?;
                Some(visit.starting(visit.start.date().and_time(time)))
            }
            (None, Some(stop)) => {
                let stop = plan.stops.get(stop)?;
                let hold = u16::try_from((i32::from(stop.hold) + by).max(0)).ok()?;
                (hold != stop.hold).then(|| Edit::revise(Stop::clone(stop), Stop { hold, ..Stop::clone(stop) }))
            }
        }
    }
}

/// A time so many minutes later on the same day.
fn later(time: NaiveTime, by: i32) -> Option<NaiveTime> {
    let minute = i32::from(minute_of_day(time)) + by;
    (0..24 * 60).contains(&minute).then(|| time.overflowing_add_signed(TimeDelta::minutes(i64::from(by))).0)
}

/// The departures that can be moved.
fn departures(afternoon: &Afternoon) -> Vec<Departure> {
    let mut departures = Vec::new();
    for run in &afternoon.runs {
        let calls = run.calls.iter().filter(|call| call.leaves.is_some());
        departures.extend(calls.map(|call| Departure { group: run.group, stop: call.stop }));
    }
    departures
}

impl Show {
    fn place_of(self, point: Departure) -> Option<Place> {
        self.afternoon.with(|afternoon| {
            let afternoon = afternoon.as_ref()?;
            let run = afternoon.runs.iter().position(|run| run.group == point.group)?;
            let calls = &afternoon.runs[run].calls;
            let index = calls.iter().position(|call| call.stop == point.stop && call.leaves.is_some())?;
            let call = &calls[index];
            let minute = call.leaves?;
            self.drawing.with(|drawing| {
                let at = drawing.as_ref()?.traces.get(run)?.knots.get(index * 2 + 1)?.at;
                let boards = minute - call.done;
                // At a stop not before the host is done, at the start within the day.
                let least = if point.stop.is_some() { minute - i32::from(call.hold) } else { boards };
                let most = if point.stop.is_some() { minute + 24 * 60 } else { boards + 24 * 60 - 1 };
                Some(Place { run, place: call.place, minute, x: at.x, y: at.y, least, most })
            })
        })
    }

    /// "Group A leaves Prima Industrie".
    fn title_of(self, point: Departure) -> String {
        let words = self.page.store.words();
        let Some(place) = self.place_of(point) else { return String::new() };
        let who = self.riders.with(|riders| riders.get(place.run).map(|rider| rider.title.clone()));
        words.graph_leaves(&who.unwrap_or_default(), &self.name(place.place))
    }

    fn take(self, event: &PointerEvent, point: Departure) {
        if event.button() != 0 {
            return;
        }
        page::capture_pointer(event);
        let grip = self.along(event);
        let minutes = self.drawing.with(|drawing| drawing.as_ref().map_or(0, |drawing| drawing.minutes(UNITS)));
        self.held.set(Some(Held { point, by: 0, grip, minutes }));
    }

    fn along(self, event: &PointerEvent) -> i32 {
        if self.is_down() { event.client_y() } else { event.client_x() }
    }

    fn follow(self, event: &PointerEvent) {
        let Some(held) = self.held.get_untracked() else { return };
        let moved = self.along(event) - held.grip;
        let by = (moved * held.minutes / UNITS + STEP / 2).div_euclid(STEP) * STEP;
        if by != held.by {
            self.held.set(Some(Held { by, ..held }));
        }
    }

    fn drop(self) {
        let Some(held) = self.held.get_untracked() else { return };
        self.held.set(None);
        self.shift(held.point, held.by);
    }

    /// Moves a departure for good, and says where it is now.
    fn shift(self, point: Departure, by: i32) {
        let store = self.page.store;
        let Some(edit) = store.plan.with_untracked(|plan| point.edit(plan, self.visit, by)) else { return };
        store.edit(edit);
        let words = store.words();
        let Some(place) = self.place_of(point) else { return };
        let back = self.afternoon.with_untracked(|afternoon| {
            let run = afternoon.as_ref().and_then(|afternoon| afternoon.runs.get(place.run));
            run.and_then(|run| run.calls.last()).map(|call| call.arrives)
        });
        let (at, back) = (self.time(place.minute), self.time(back.unwrap_or(place.minute)));
        store.say(words.graph_said_moved(&self.title_of(point), &at, &back));
    }

    fn key(self, event: &KeyboardEvent, point: Departure) {
        let down = self.is_down();
        let by = match event.key().as_str() {
            "ArrowRight" => STEP,
            "ArrowLeft" => -STEP,
            // Time runs down on a phone; elsewhere up is more, as on every slider.
            "ArrowDown" => {
                if down {
                    STEP
                } else {
                    -STEP
                }
            }
            "ArrowUp" => {
                if down {
                    -STEP
                } else {
                    STEP
                }
            }
            "PageUp" => 3 * STEP,
            "PageDown" => -3 * STEP,
            "Escape" => {
                self.held.set(None);
                return;
            }
            _ => return,
        };
        if event.alt_key() || event.ctrl_key() || event.meta_key() {
            return;
        }
        event.prevent_default();
        self.shift(point, by);
    }
}

/// The points that can be moved, over the picture.
#[component(transparent)]
pub(super) fn Handles(show: Show) -> View {
    let points = Memo::new(move |_| {
        let drawn = show.drawing.with(Option::is_some);
        let points = show.afternoon.with(|afternoon| afternoon.as_ref().map(departures));
        Departures(points.filter(|_| drawn).unwrap_or_default())
    });
    let rows = list(move || points.get().0, |point| *point, move |point| handle(show, point));
    view! { {rows} }
}

#[derive(Clone, PartialEq)]
struct Departures(Vec<Departure>);

fn handle(show: Show, point: Departure) -> View {
    let place = Memo::new(move |_| show.place_of(point));
    let of = move |value: fn(&Place) -> i32| move || place.with(|place| place.as_ref().map(value));
    let pixels = move |value: fn(&Place) -> i32| {
        move || place.with(|place| place.as_ref().map(|place| value(place).to_string() + "px"))
    };
    let time = move || place.get().map(|place| show.time(place.minute));
    view! {
        <div
            class="graph__handle"
            class:graph__handle--held=move || show.held.get().is_some_and(|held| held.point == point)
            role="slider"
            tabindex="0"
            aria-orientation=move || if show.is_down() { "vertical" } else { "horizontal" }
            aria-label=move || show.title_of(point)
            aria-valuenow=of(|place| place.minute)
            aria-valuemin=of(|place| place.least)
            aria-valuemax=of(|place| place.most)
            aria-valuetext=time
            aria-describedby="graph-how"
            style:left=pixels(|place| place.x)
            style:top=pixels(|place| place.y)
            on:pointerdown=move |event| untrack(|| show.take(&event, point))
            on:pointermove=move |event| untrack(|| show.follow(&event))
            on:pointerup=move |_| untrack(|| show.drop())
            on:pointercancel=move |_| show.held.set(None)
            on:keydown=move |event| untrack(|| show.key(&event, point))
        ></div>
    }
}

/// How to move a departure, and which there are.
#[component(transparent)]
pub(super) fn How(show: Show) -> View {
    view! { <p class="graph__how" id="graph-how">{show.page.store.words().graph_how()}</p> }
}
