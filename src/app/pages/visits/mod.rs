//! The study visit: its stops in order with the time of every phase, what hosts ask, and a schematic map.

mod add;
mod arrange;
mod bring;
mod chosen;
mod drag;
mod figures;
mod findings;
mod graph;
mod groups;
mod host_form;
mod in_place;
mod leg;
mod leg_form;
mod line;
mod map;
mod matrix;
mod matrix_paste;
mod panel;
mod place_field;
mod places;
mod rush_form;
mod stop;
mod stop_form;
mod visit_form;

use crate::app::dom::{View, view};
use crate::app::signal::{Effect, Memo, RwSignal};
use crate::{
    app::{
        Store,
        effects::{ids, intl, page},
        ui::Badge,
        wording::titled,
    },
    circuit::{Itinerary, itinerary},
    i18n::{Language, Words},
    plan::{Edit, Group, GroupId, Plan, StopId, Text, Visit, VisitId},
    workspace::{Route, Screen},
};
pub use arrange::arranger;
use chosen::Chosen;
use leptos::prelude::*;
use std::sync::Arc;

/// What the screen shows, as signals. Copies are handles to the same state.
#[derive(Clone, Copy)]
struct Page {
    store: Store,
    /// What the panel edits.
    chosen: Memo<Option<Chosen>>,
    /// The visit on screen.
    visit: Memo<Option<VisitId>>,
    /// The group of it, where it has some.
    group: Memo<Option<GroupId>>,
    /// The group that somebody last asked for.
    picked: RwSignal<Option<GroupId>>,
    /// The length that is being changed in place.
    editing: RwSignal<Option<in_place::Length>>,
    /// That visit with its times.
    outing: Memo<Option<Outing>>,
}

/// A visit, or one group's way on it, with its times.
#[derive(Clone, PartialEq)]
struct Outing {
    visit: Arc<Visit>,
    group: Option<Arc<Group>>,
    itinerary: Itinerary,
    heads: usize,
    /// Seats in the coach.
    seats: Option<u16>,
}

impl Outing {
    fn of(plan: &Plan, visit: VisitId, group: Option<GroupId>) -> Option<Self> {
        let visit = plan.visits.get(visit)?.clone();
        let group = group.and_then(|group| plan.groups.get(group)).cloned();
        let coach = group.as_ref().and_then(|group| group.coach).and_then(|coach| plan.coaches.get(coach));
        Some(Self {
            itinerary: itinerary(plan, &visit, group.as_deref()),
            heads: group.as_ref().map_or_else(|| plan.heads(&visit.audience), |group| plan.heads_in(group)),
            seats: coach.map_or(visit.coach_seats, |coach| coach.seats),
            group,
            visit,
        })
    }
}

impl Page {
    fn open() -> Self {
        let store = Store::here();
        let focus = Memo::new(move |_| store.route.with(|route| route.focus.clone()));
        let chosen = Memo::new(move |_| {
            store.plan.with(|plan| focus.with(|focus| Chosen::find(plan, focus.as_deref().unwrap_or_default())))
        });
        let visit = Memo::new(move |before: Option<&Option<VisitId>>| {
            store.plan.with(|plan| {
                let asked = chosen.get().and_then(|chosen| chosen.visit(plan));
                let before = before.copied().flatten().filter(|visit| plan.visits.has(*visit));
                asked.or(before).or_else(|| by_start(plan).first().map(|visit| visit.id))
            })
        });
        let picked = RwSignal::new(None);
        Effect::new(move || {
            if let Some(group) = chosen.get().and_then(Chosen::group) {
                picked.set(Some(group));
            }
        });
        let group = Memo::new(move |_| {
            let visit = visit.get()?;
            store.plan.with(|plan| {
                let of_visit = |group: &GroupId| plan.groups.get(*group).is_some_and(|group| group.visit == visit);
                let asked = chosen.get().and_then(Chosen::group).filter(of_visit);
                let before = picked.get().filter(of_visit);
                asked.or(before).or_else(|| plan.groups_of(visit).first().map(|group| group.id))
            })
        });
        let outing = Memo::new(move |_| {
            let (visit, group) = (visit.get()?, group.get());
            store.plan.with(|plan| Outing::of(plan, visit, group))
        });
        Self { store, chosen, visit, group, picked, editing: RwSignal::new(None), outing }
    }

    /// The visit on screen, or the way of a group on it, at this moment.
    fn outing_of(self, group: Option<GroupId>) -> Option<Outing> {
        let visit = self.visit.get_untracked()?;
        self.store.plan.with_untracked(|plan| Outing::of(plan, visit, group))
    }

    /// A value of the visit with its times, worked out again only when these change.
    fn of_outing<T>(self, value: impl Fn(&Outing) -> T + Send + Sync + 'static) -> Memo<Option<T>>
    where
        T: PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| self.outing.with(|outing| outing.as_ref().map(&value)))
    }

    /// The stops in their order.
    fn order(self) -> Memo<Vec<StopId>> {
        Memo::new(move |_| {
            self.outing.with(|outing| outing.iter().flat_map(|outing| stops(&outing.itinerary)).collect())
        })
    }
}

fn stops(itinerary: &Itinerary) -> impl Iterator<Item = StopId> {
    itinerary.stays.iter().map(|stay| stay.stop)
}

/// The visits by their start.
fn by_start(plan: &Plan) -> Vec<&Arc<Visit>> {
    let mut visits: Vec<_> = plan.visits.iter().collect();
    visits.sort_by_key(|visit| (visit.start, visit.id));
    visits
}

/// The address at which the screen shows something.
fn address(shown: impl ToString) -> String {
    Route::at_place(Screen::Visits, shown).href()
}

/// Opens the panel of something.
fn show(shown: impl ToString) {
    page::go(&Route::at_place(Screen::Visits, shown));
}

/// A length in minutes, as people say it.
fn length(words: Words, minutes: u32) -> String {
    let (hours, rest) = (minutes / 60, minutes % 60);
    match (hours, rest) {
        (0, _) => words.visits_minutes(&rest.to_string()),
        (_, 0) => words.visits_hours(&hours.to_string()),
        _ => words.visits_hours_minutes(&hours.to_string(), &rest.to_string()),
    }
}

/// Words of the interface as a text of the plan.
fn in_all_languages(words: fn(Words) -> &'static str) -> Text {
    let all = Language::ALL.into_iter();
    all.fold(Text::default(), |text, language| text.with(language, words(Words::new(language))))
}

/// Adds a visit and opens its panel.
fn add_visit(store: Store) {
    let title = in_all_languages(Words::visits_new_title);
    let now = store.clock.get_untracked();
    let visit = store.plan.with_untracked(|plan| Visit::proposed(ids::visit(), title, plan, now));
    let id = visit.id;
    store.edit(Edit::Add(visit.into()));
    show(id);
}

/// The screen.
#[component(transparent)]
pub fn Visits() -> View {
    let page = Page::open();
    // Another visit is another page: nothing of the one before is worth keeping.
    let shown = move || match page.visit.get() {
        Some(visit) => view! { <OneVisit page=page visit=visit /> },
        None => view! { <Nothing /> },
    };
    view! { <div class="page visits">{shown}</div> }
}

/// A plan without visits says what to do.
#[component(transparent)]
fn Nothing() -> View {
    let store = Store::here();
    let words = store.words();
    view! {
        <h1 class="page__title">{words.screen_visits()}</h1>
        <p class="visits__nothing">{words.visits_nothing()}</p>
        <button type="button" class="button button--main" id="visits-add" on:click=move |_| add_visit(store)>
            {words.visits_add_visit()}
        </button>
    }
}

#[component(transparent)]
fn OneVisit(page: Page, visit: VisitId) -> View {
    view! {
        <Head page=page visit=visit />
        <arrange::Arrange page=page visit=visit />
        <graph::Graph page=page visit=visit />
        <groups::Groups page=page visit=visit />
        <groups::Ways page=page visit=visit />
        {move || {
            page.group.track();
            view! { <OneWay page=page visit=visit /> }
        }}
        <matrix::Matrix page=page visit=visit />
    }
}

/// The visit as one group makes it, or all together.
#[component(transparent)]
fn OneWay(page: Page, visit: VisitId) -> View {
    let words = page.store.words();
    view! {
        <figures::Figures page=page />
        <div class="visits__columns">
            <div class="visits__column">
                <section aria-labelledby="visits-line">
                    <div class="groups__head">
                        <h2 class="visits__heading" id="visits-line">{words.visits_door_to_door()}</h2>
                        {page.group.get_untracked().map(|group| view! { <groups::turn::OwnStart page=page group=group /> })}
                    </div>
                    <line::Line page=page />
                    <groups::turn::LeftOut page=page />
                    <add::AddStop page=page visit=visit />
                    <add::OtherHosts page=page />
                </section>
                <bring::Asked page=page />
            </div>
            <div class="visits__column">
                <panel::Panel page=page />
                <map::Map page=page />
            </div>
        </div>
    }
}

/// What the visit is, for whom, and the way to the other ones.
#[component(transparent)]
fn Head(page: Page, visit: VisitId) -> View {
    let store = page.store;
    let words = store.words();
    let language = words.language();
    // The visit as a whole, whichever group's way is below. Where there are groups each has its own coach.
    let whole = Memo::new(move |_| {
        store.plan.with(|plan| {
            let whole = Outing::of(plan, visit, None)?;
            let seats = whole.seats.filter(|_| plan.groups_of(visit).is_empty());
            Some(Outing { seats, ..whole })
        })
    });
    let title = move || whole.with(|whole| whole.as_ref().map(|whole| titled(words, &whole.visit.title)));
    let about = move || whole.with(|whole| whole.as_ref().map(|whole| about(words, whole)));
    let overfull = Memo::new(move |_| {
        let above = |whole: &Outing| whole.seats.is_some_and(|seats| whole.heads > usize::from(seats));
        whole.with(|whole| whole.as_ref().is_some_and(above))
    });
    let to_confirm = Memo::new(move |_| whole.with(|whole| whole.as_ref().is_some_and(|whole| whole.visit.to_confirm)));
    let guests = move || {
        let Some(outing) = whole.get() else { return Vec::new() };
        store.plan.with(|plan| {
            let guests = plan.delegations.iter().filter(|guest| outing.visit.audience.includes(guest.id));
            let badge = |guest: &Arc<crate::plan::Delegation>| {
                let name = guest.name.in_language(language).to_string();
                view! { <Badge letter=guest.letter.clone() hue=guest.hue name=name /> }
            };
            guests.map(badge).collect()
        })
    };
    let others = Memo::new(move |_| {
        store.plan.with(|plan| {
            let visits = by_start(plan);
            let several = visits.len() > 1;
            let name = |visit: &&Arc<Visit>| (visit.id, titled(words, &visit.title));
            visits.iter().filter(|_| several).map(name).collect::<Vec<_>>()
        })
    });
    let choice = move || {
        let others = others.get();
        (!others.is_empty()).then(|| {
            let links = others.into_iter().map(|(id, title)| {
                let current = (id == visit).then_some("page");
                view! { <li><a class="visits__choice-link" href=address(id) aria-current=current>{title}</a></li> }
            });
            view! {
                <nav aria-label=words.visits_all()>
                    <ul class="visits__choice">{links.collect::<Vec<_>>()}</ul>
                </nav>
            }
        })
    };
    view! {
        {choice}
        <div class="page__head">
            <h1 class="page__title" tabindex="-1" id="visits-title">{title}</h1>
            <p class="page__about">
                <span class="visits__guests">{guests}</span>
                <span class:visits__over=move || overfull.get()>{about}</span>
                {move || to_confirm.get().then(|| view! { <span class="mark">{words.to_confirm()}</span> })}
                <findings::Flag page=page on=Chosen::Visit(visit) />
            </p>
            <p class="visits__buttons">
                <a class="button" href=address(visit)>{words.visits_edit_visit()}</a>
                <button type="button" class="button" id="visits-add" on:click=move |_| add_visit(store)>
                    {words.visits_add_visit()}
                </button>
            </p>
        </div>
    }
}

/// Date, organiser, heads and seats.
fn about(words: Words, outing: &Outing) -> String {
    let visit = &outing.visit;
    let mut about = intl::date(words.language(), visit.start.date(), intl::DateStyle::Long);
    let mut push = |part: &str| {
        about.push_str(" \u{b7} ");
        about.push_str(part);
    };
    let organiser = visit.organiser.in_language(words.language());
    if !organiser.is_empty() {
        push(&words.visits_with(organiser));
    }
    push(&words.visits_heads(outing.heads));
    if let Some(seats) = outing.seats {
        push(&words.visits_seats(usize::from(seats)));
    }
    about
}
