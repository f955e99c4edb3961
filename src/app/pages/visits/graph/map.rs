//! The map of the rehearsal: the places of the visit, the ways between them, and every group on its way.

use super::{Rider, Show, svg};
use crate::app::dom::{View, list, view};
use crate::app::signal::Memo;
use crate::circuit::{
    Frame, Journey, Phase, Point, Schematic, Spot,
    graph::{Afternoon, Part},
    schematic,
};
use crate::plan::Plan;
use leptos::prelude::*;

const FRAME: Frame = Frame { width: 340, height: 240 };

/// The map, and where on it the places of the graph and their ways are.
#[derive(Clone, PartialEq)]
struct Ground {
    drawn: Schematic,
    /// The spot of every place of the graph.
    spots: Vec<Option<usize>>,
    /// From and to where the ways lead, by the numbers of spots.
    ways: Vec<(usize, usize)>,
}

impl Ground {
    fn of(show: Show, plan: &Plan, afternoon: &Afternoon) -> Self {
        let mut spots = Vec::new();
        let numbers = afternoon.places.iter().enumerate().map(|(number, place)| {
            let position = place.venue.and_then(|venue| plan.venues.get(venue)).and_then(|venue| venue.position)?;
            spots.push(Spot { position, name: show.name(number) });
            Some(spots.len() - 1)
        });
        let numbers: Vec<Option<usize>> = numbers.collect();
        let mut ways = Vec::new();
        for part in afternoon.runs.iter().flat_map(|run| &run.parts).filter(|part| part.phase == Phase::Drive) {
            let ends = (numbers.get(part.place).copied().flatten(), numbers.get(part.next).copied().flatten());
            if let (Some(from), Some(to)) = ends
                && !ways.contains(&(from, to))
            {
                ways.push((from, to));
            }
        }
        let journeys: Vec<Journey> =
            ways.iter().map(|(from, to)| Journey { from: *from, to: *to, note: String::new() }).collect();
        Self { drawn: schematic(&spots, &journeys, FRAME), spots: numbers, ways }
    }

    /// Where a group is during a part.
    fn point(&self, part: &Part, minute: i32) -> Option<Point> {
        let from = self.spots.get(part.place).copied().flatten();
        let to = self.spots.get(part.next).copied().flatten();
        let mark = |spot: Option<usize>| Some(self.drawn.marks.get(spot?)?.at);
        if part.phase != Phase::Drive {
            return mark(from);
        }
        let way = self.ways.iter().position(|way| (Some(way.0), Some(way.1)) == (from, to));
        let points: Vec<Point> = self.drawn.ways.get(way?)?.as_ref()?.points().collect();
        let (gone, all) = (usize::try_from(minute - part.from).ok()?, usize::try_from(part.to - part.from).ok()?);
        points.get((points.len() - 1) * gone / all.max(1)).copied()
    }
}

/// The map with everybody on it; nothing where no place has coordinates.
#[component(transparent)]
pub(super) fn Stage(show: Show) -> View {
    let words = show.page.store.words();
    let ground = Memo::new(move |_| {
        show.page.store.plan.with(|plan| {
            show.afternoon.with(|afternoon| afternoon.as_ref().map(|afternoon| Ground::of(show, plan, afternoon)))
        })
    });
    let picture = move || ground.with(|ground| ground.as_ref().map(|ground| picture(&ground.drawn)));
    let runs = Memo::new(move |_| show.riders.with(Vec::len));
    let dots = list(move || (0..runs.get()).collect(), |run| *run, move |run| dot(show, ground, run));
    let nowhere =
        Memo::new(move |_| ground.with(|ground| ground.as_ref().is_none_or(|ground| ground.drawn.marks.is_empty())));
    let view_box = ["0 0 ", &FRAME.width.to_string(), " ", &FRAME.height.to_string()].concat();
    view! {
        <svg class="graph__map" viewBox=view_box role="img" aria-label=words.graph_map_label() hidden=nowhere>
            {picture}
            {dots}
        </svg>
    }
}

fn picture(drawn: &Schematic) -> View {
    let ways = drawn.ways.iter().flatten().map(|way| {
        let curve = [('M', way.from), ('Q', way.bend), (' ', way.to)];
        let curve = curve.into_iter().fold(String::new(), |path, (command, point)| svg::to(path, command, point));
        view! { <path class="graph__way" d=curve /> }
    });
    let ways: Vec<_> = ways.collect();
    let marks = drawn.marks.iter().map(|mark| {
        let name = mark.label.as_ref().map(|label| {
            let middle = label.room.middle();
            let (x, y) = (middle.x.to_string(), (middle.y + 4).to_string());
            view! { <text class="graph__map-name" x=x y=y text-anchor="middle">{label.text.clone()}</text> }
        });
        let (x, y) = (mark.at.x.to_string(), mark.at.y.to_string());
        view! { <circle class="graph__spot" cx=x cy=y r="6" /> {name} }
    });
    let marks: Vec<_> = marks.collect();
    view! { {ways} {marks} }
}

/// A group on the map. Groups at one place stand beside each other.
fn dot(show: Show, ground: Memo<Option<Ground>>, run: usize) -> View {
    let at = Memo::new(move |_| {
        let minute = show.now()?;
        show.afternoon.with(|afternoon| {
            let run = afternoon.as_ref()?.runs.get(run)?;
            let parts = &run.parts;
            // Before it gathers it is where it will, after its return where it came to.
            let part = run.at(minute).or_else(|| parts.first().filter(|part| minute < part.from)).or(parts.last())?;
            let minute = minute.clamp(part.from, part.to);
            let at = ground.with(|ground| ground.as_ref()?.point(part, minute))?;
            Some((at.x, at.y))
        })
    });
    let aside = i32::try_from(run).unwrap_or(0) * 18;
    let rider = Memo::new(move |_| show.riders.with(|riders| riders.get(run).cloned()));
    let class = move || rider.with(|rider| rider.as_ref().map_or("", Rider::hue_class));
    let letter = move || rider.with(|rider| rider.as_ref().map(|rider| rider.letter.clone()).unwrap_or_default());
    let number = move |of: fn((i32, i32)) -> i32, by: i32| move || at.get().map(|at| of(at) + by);
    view! {
        <g class=class class:graph__nowhere=move || at.get().is_none()>
            <rect class="graph__badge graph__badge--map" x=number(|at| at.0 - 8, aside) y=number(|at| at.1 - 8, 0) width="16" height="16" rx="4" />
            <text class="graph__letter" x=number(|at| at.0, aside) y=number(|at| at.1 + 4, 0) text-anchor="middle">{letter}</text>
        </g>
    }
}
