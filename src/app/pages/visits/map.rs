//! The schematic map of a visit, and its places in words.

use super::{
    Page,
    places::{Place, Places},
    stops,
};
use crate::app::dom::{View, view};
use crate::app::signal::Memo;
use crate::{
    circuit::{Frame, Journey, RADIUS, ScaleBar, Source, Spot, Way, schematic},
    i18n::{Language, Words},
    plan::{Plan, VenueId},
};
use leptos::prelude::*;

/// The drawing without the strip for scale and north below it.
const FRAME: Frame = Frame { width: 340, height: 300 };
const STRIP: i32 = 28;

/// What is drawn: the places that have coordinates, and the journeys between them.
#[derive(Clone, PartialEq, Default)]
struct Sketch {
    spots: Vec<Spot>,
    numbers: Vec<Option<usize>>,
    journeys: Vec<Journey>,
}

/// The map.
#[component(transparent)]
pub(super) fn Map(page: Page) -> View {
    let store = page.store;
    let words = store.words();
    let places = Memo::new(move |_| store.plan.with(|plan| places(words, page, plan)));
    let sketch = Memo::new(move |_| places.with(|places| sketch(words, page, places)));
    let drawing = move || {
        let sketch = sketch.get();
        if sketch.spots.is_empty() {
            return view! { <p class="visits__nothing">{words.visits_no_map()}</p> };
        }
        draw(words, &sketch)
    };
    view! {
        <section aria-labelledby="visits-map">
            <h2 class="visits__heading" id="visits-map">{words.visits_map()}</h2>
            {drawing}
            <Places page=page places=places />
        </section>
    }
}

/// Start, stops, and the end where it is elsewhere.
fn places(words: Words, page: Page, plan: &Plan) -> Vec<Place> {
    page.outing.with(|outing| {
        let Some(outing) = outing else { return Vec::new() };
        let visit = &outing.visit;
        let start = Place::of_visit(words, plan, visit.id, visit.start_place);
        let elsewhere = visit.return_place.filter(|place| visit.start_place != Some(*place));
        let end = Place::of_visit(words, plan, visit.id, elsewhere);
        let stops = stops(&outing.itinerary).enumerate();
        let stops = stops.filter_map(|(index, stop)| Place::of_stop(words, plan, index + 1, stop));
        start.into_iter().chain(stops).chain(end).collect()
    })
}

fn sketch(words: Words, page: Page, places: &[Place]) -> Sketch {
    let mut sketch = Sketch::default();
    // Which spot each of the places is.
    let mut spots = Vec::with_capacity(places.len());
    for place in places {
        let position = place.venue.as_ref().and_then(|venue| venue.position);
        spots.push(position.map(|position| {
            sketch.spots.push(Spot { position, name: place.name.clone() });
            sketch.numbers.push(place.number);
            sketch.spots.len() - 1
        }));
    }
    let of_venue = |venue: Option<VenueId>, number: Option<usize>| {
        let found = places.iter().position(|place| {
            place.number == number && place.venue.as_ref().map(|venue| venue.id) == venue && venue.is_some()
        });
        found.and_then(|place| spots.get(place).copied().flatten())
    };
    page.outing.with(|outing| {
        let Some(outing) = outing else { return };
        let legs = &outing.itinerary.legs;
        for (index, leg) in legs.iter().enumerate() {
            let from = of_venue(leg.from, (index > 0).then_some(index));
            let to = of_venue(leg.to, (index + 1 < legs.len()).then_some(index + 1));
            let (Some(from), Some(to)) = (from, to) else { continue };
            let note = match leg.drive.source {
                Source::Same | Source::Unknown => String::new(),
                Source::Own | Source::Estimate => words.visits_minutes(&leg.drive.minutes.to_string()),
            };
            sketch.journeys.push(Journey { from, to, note });
        }
    });
    sketch
}

fn draw(words: Words, sketch: &Sketch) -> View {
    let drawn = schematic(&sketch.spots, &sketch.journeys, FRAME);
    let ways: Vec<_> = drawn.ways.iter().flatten().map(line).collect();
    let notes = drawn.ways.iter().flatten().filter_map(|way| way.note.as_ref());
    let notes: Vec<_> = notes.map(|note| text("map__minutes", note.room.middle(), &note.text)).collect();
    let mark = |(mark, number): (&crate::circuit::Mark, &Option<usize>)| {
        let at = mark.at;
        let name = mark.label.as_ref().map(|name| text("map__name", name.room.middle(), &name.text));
        let (class, number) = match number {
            Some(number) => ("map__stop", Some(text("map__number", at, &number.to_string()))),
            None => ("map__end", None),
        };
        let radius = if number.is_some() { RADIUS } else { RADIUS - 3 };
        view! { <circle class=class cx=at.x.to_string() cy=at.y.to_string() r=radius.to_string() /> {number} {name} }
    };
    let marks: Vec<_> = drawn.marks.iter().zip(&sketch.numbers).map(mark).collect();
    let bar = drawn.bar.map(|bar| scale(words.language(), bar));
    let north = view! { <path class="map__north" d=north_arrow() /> };
    let apart = drawn.apart.then(|| view! { <p class="line__quiet visits__apart">{words.visits_apart()}</p> });
    let view_box = format!("0 0 {} {}", FRAME.width, FRAME.height + STRIP);
    view! {
        <svg class="map" viewBox=view_box role="img" aria-label=words.visits_map_label()>
            {ways}
            {marks}
            {notes}
            {bar}
            {north}
            {text("map__minutes", at(FRAME.width - 28, FRAME.height + STRIP / 2), words.visits_north())}
        </svg>
        {apart}
    }
}

const fn at(x: i32, y: i32) -> crate::circuit::Point {
    crate::circuit::Point { x, y }
}

fn text(class: &'static str, middle: crate::circuit::Point, words: &str) -> View {
    // The baseline is a third of a letter below the middle.
    let (x, y) = (middle.x.to_string(), (middle.y + 4).to_string());
    view! { <text class=class x=x y=y text-anchor="middle">{words.to_string()}</text> }
}

fn line(way: &Way) -> View {
    let mut path = String::new();
    for (command, point) in [("M", way.from), ("Q", way.bend), (" ", way.to)] {
        push(&mut path, command, point);
    }
    let mut arrow = String::new();
    for (command, point) in ["M", "L", "L"].into_iter().zip(way.arrow) {
        push(&mut arrow, command, point);
    }
    arrow.push('Z');
    view! { <path class="map__way" d=path /> <path class="map__arrow" d=arrow /> }
}

fn push(path: &mut String, command: &str, point: crate::circuit::Point) {
    path.push_str(command);
    path.push_str(&point.x.to_string());
    path.push(' ');
    path.push_str(&point.y.to_string());
}

/// A bar with its length in kilometres.
fn scale(language: Language, bar: ScaleBar) -> View {
    let (left, y) = (12, FRAME.height + STRIP / 2);
    let mut path = String::new();
    push(&mut path, "M", at(left, y - 4));
    push(&mut path, "L", at(left, y));
    push(&mut path, "L", at(left + bar.length, y));
    push(&mut path, "L", at(left + bar.length, y - 4));
    let label =
        if bar.metres >= 1_000 { (bar.metres / 1_000).to_string() + " km" } else { kilometres(language, bar.metres) };
    let x = (left + bar.length + 8).to_string();
    view! {
        <path class="map__scale" d=path />
        <text class="map__minutes" x=x y=(y + 4).to_string()>{label}</text>
    }
}

fn north_arrow() -> String {
    let (x, y) = (FRAME.width - 12, FRAME.height + STRIP / 2);
    let mut path = String::new();
    push(&mut path, "M", at(x, y - 9));
    push(&mut path, "L", at(x + 5, y + 8));
    push(&mut path, "L", at(x, y + 5));
    push(&mut path, "L", at(x - 5, y + 8));
    path.push('Z');
    path
}

/// A distance in kilometres, to a tenth.
pub(super) fn kilometres(language: Language, metres: u32) -> String {
    let tenths = (metres + 50) / 100;
    let point = if language == Language::Italian { "," } else { "." };
    (tenths / 10).to_string() + point + &(tenths % 10).to_string() + " km"
}
