//! The afternoon as a graph: every group's way in one picture, to look at, to move, and to rehearse.

mod clashes;
mod handle;
mod map;
mod rehearse;
mod svg;
mod table;

use super::{Page, titled};
use crate::app::dom::{View, view};
use crate::app::signal::{Memo, RwSignal};
use crate::{
    app::{
        effects::{intl, width},
        ui::{Badge, badge::hue_class},
        wording,
    },
    circuit::graph::{Afternoon, Drawing, Run, Space, Texts, Where, draw},
    plan::{Hue, Plan, VisitId, apply},
};
use handle::Held;
use leptos::prelude::*;

/// Below this width time runs down.
const NARROW: i32 = 640;

/// What the graph shows. Copies are handles to the same state.
#[derive(Clone, Copy)]
struct Show {
    page: Page,
    visit: VisitId,
    /// The point in the hand.
    held: RwSignal<Option<Held>>,
    /// The visit as it is planned.
    planned: Memo<Option<Afternoon>>,
    /// What there is to draw: that, with what a drop would change.
    afternoon: Memo<Option<Afternoon>>,
    /// The groups, as many as there are lines.
    riders: Memo<Vec<Rider>>,
    /// The names of the places.
    texts: Memo<Texts>,
    /// The drawing; none before the page knows its width, and where nobody goes anywhere.
    drawing: Memo<Option<Drawing>>,
    /// The minute that is rehearsed.
    minute: RwSignal<Option<i32>>,
}

/// Who goes along a line.
#[derive(Clone, PartialEq)]
struct Rider {
    /// The group's letter; empty where all go together.
    letter: String,
    hue: Option<Hue>,
    /// "Group A", or "All together".
    title: String,
    /// The delegations in it.
    guests: String,
    heads: usize,
}

impl Rider {
    /// The class that sets the group's hue.
    fn hue_class(&self) -> &'static str {
        self.hue.map_or("", hue_class)
    }
}

impl Show {
    fn new(page: Page, visit: VisitId) -> Self {
        let store = page.store;
        let words = store.words();
        let (held, width) = (RwSignal::new(None), RwSignal::new(0));
        let planned =
            Memo::new(move |_| store.plan.with(|plan| plan.visits.get(visit).map(|visit| Afternoon::of(plan, visit))));
        let afternoon = Memo::new(move |_| {
            let Some(held): Option<Held> = held.get() else { return planned.get() };
            store.plan.with(|plan| {
                let edit = held.point.edit(plan, visit, held.by);
                let preview = edit.and_then(|edit| apply(plan, &edit).ok());
                let plan: &Plan = preview.as_ref().unwrap_or(plan);
                Some(Afternoon::of(plan, plan.visits.get(visit)?))
            })
        });
        let riders = Memo::new(move |_| {
            store.plan.with(|plan| {
                afternoon.with(|afternoon| {
                    let runs = afternoon.iter().flat_map(|afternoon| &afternoon.runs).enumerate();
                    runs.map(|(number, run)| rider(words, plan, visit, number, run)).collect()
                })
            })
        });
        let texts = Memo::new(move |_| {
            store.plan.with(|plan| {
                afternoon.with(|afternoon| afternoon.as_ref().map(|one| texts(words, plan, one)).unwrap_or_default())
            })
        });
        let drawing = Memo::new(move |_| {
            let width = width.get();
            let space = Space { width, down: width < NARROW };
            afternoon.with(|afternoon| {
                let afternoon = afternoon.as_ref().filter(|afternoon| width > 0 && !afternoon.is_empty())?;
                Some(texts.with(|texts| draw(afternoon, texts, space)))
            })
        });
        width::follow("graph-room", width);
        Self { page, visit, held, planned, afternoon, riders, texts, drawing, minute: RwSignal::new(None) }
    }

    /// Whether time runs down.
    fn is_down(self) -> bool {
        self.drawing.with(|drawing| drawing.as_ref().is_some_and(|drawing| drawing.down))
    }

    /// The name of a place, by its number.
    fn name(self, place: usize) -> String {
        self.texts.with(|texts| texts.names.get(place).cloned().unwrap_or_default())
    }

    /// A minute of the graph as a time of day.
    fn time(self, minute: i32) -> String {
        let language = self.page.store.words().language();
        self.afternoon.with(|afternoon| {
            afternoon.as_ref().map(|afternoon| intl::time(language, afternoon.moment(minute))).unwrap_or_default()
        })
    }
}

fn rider(words: crate::i18n::Words, plan: &Plan, visit: VisitId, number: usize, run: &Run) -> Rider {
    let Some(group) = run.group.and_then(|group| plan.groups.get(group)) else {
        let heads = plan.visits.get(visit).map_or(0, |visit| plan.heads(&visit.audience));
        return Rider {
            letter: String::new(),
            hue: None,
            title: words.graph_all().to_string(),
            guests: String::new(),
            heads,
        };
    };
    let letter = group.letter.trim();
    let letter = if letter.is_empty() { (number + 1).to_string() } else { letter.to_string() };
    let mut guests = String::new();
    for delegation in group.delegations.iter().filter_map(|id| plan.delegations.get(*id)) {
        guests.push_str(if guests.is_empty() { "" } else { ", " });
        guests.push_str(delegation.name.in_language(words.language()));
    }
    let title = wording::group(words, group);
    Rider { letter, hue: Some(group.hue), title, guests, heads: plan.heads_in(group) }
}

fn texts(words: crate::i18n::Words, plan: &Plan, afternoon: &Afternoon) -> Texts {
    let name = |place: &crate::circuit::graph::Place| match place.is {
        Where::Stop(stop) => {
            let host = plan.stops.get(stop).and_then(|stop| plan.hosts.get(stop.host));
            let name = host.map(|host| host.name.clone()).filter(|name| !name.is_empty());
            name.unwrap_or_else(|| words.untitled().to_string())
        }
        Where::Start | Where::Return => {
            let venue = place.venue.and_then(|venue| plan.venues.get(venue));
            venue.map_or_else(|| words.visits_place_open().to_string(), |venue| titled(words, &venue.name))
        }
    };
    let by = afternoon.return_by.map(|by| {
        let by = intl::time(words.language(), afternoon.moment(by));
        words.graph_by(&by)
    });
    Texts { names: afternoon.places.iter().map(name).collect(), by }
}

/// The graph, its twin in words, and the rehearsal.
#[component(transparent)]
pub(super) fn Graph(page: Page, visit: VisitId) -> View {
    let words = page.store.words();
    let show = Show::new(page, visit);
    let empty = Memo::new(move |_| show.afternoon.with(|one| one.as_ref().is_none_or(Afternoon::is_empty)));
    let drawing = move || show.drawing.with(|drawing| drawing.as_ref().map(|drawing| svg::graph(show, drawing)));
    let title = move || {
        let noon = show.planned.with(|one| one.as_ref().is_some_and(|one| one.span().0 >= 12 * 60));
        if noon { words.graph_title() } else { words.graph_title_visit() }
    };
    let key = move || if show.is_down() { words.graph_key_down() } else { words.graph_key() };
    let size = move |side: fn(&Drawing) -> i32| {
        move || show.drawing.with(|drawing| drawing.as_ref().map(|drawing| side(drawing).to_string() + "px"))
    };
    view! {
        // As wide as the graph may be, also while there is none.
        <div id="graph-room"></div>
        <section class="graph" aria-labelledby="graph-title" hidden=empty>
            <div class="graph__head">
                <h2 class="graph__title" id="graph-title">{title}</h2>
                {move || legend(show)}
                <p class="graph__key">{key}</p>
            </div>
            <div class="graph__frame" id="graph-frame">
                <div
                    class="graph__sheet"
                    class:graph__sheet--held=move || show.held.get().is_some()
                    class:graph__sheet--rehearsed=move || show.minute.get().is_some()
                    style:width=size(|drawing| drawing.frame.width)
                    style:height=size(|drawing| drawing.frame.height)
                >
                    // Below the picture: times are read on it.
                    <rehearse::Moment show=show />
                    {drawing}
                    <handle::Handles show=show />
                    <rehearse::Dots show=show />
                </div>
            </div>
            <rehearse::Rehearse show=show />
            <clashes::Clashes show=show />
            <handle::How show=show />
            <table::Twin show=show />
        </section>
    }
}

/// Who the letters are; nothing where all go together.
fn legend(show: Show) -> Option<View> {
    let words = show.page.store.words();
    let riders = show.riders.get();
    let row = |rider: Rider| {
        let badge = rider.hue.map(|hue| view! { <Badge letter=rider.letter.clone() hue=hue square=true /> });
        let who = if rider.guests.is_empty() { rider.title } else { rider.guests };
        view! { <li class="graph__rider">{badge} " " {who} ", " {words.visits_heads(rider.heads)}</li> }
    };
    let several = riders.iter().any(|rider| rider.hue.is_some());
    several.then(|| view! { <ul class="graph__riders">{riders.into_iter().map(row).collect::<Vec<_>>()}</ul> })
}
