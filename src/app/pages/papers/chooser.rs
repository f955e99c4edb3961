//! The chooser: which papers, in which languages, what each still lacks, and the way to paper.

use super::{
    desk::Desk,
    naming::{about, kind, kinds},
    version::Versions,
};
use crate::app::dom::{View, view};
use crate::app::signal::{Effect, Memo, RwSignal, Signal};
use crate::{
    agenda::Audience,
    app::{
        Store,
        effects::{page, width},
        ui::{CheckField, NumberField, SelectField},
    },
    i18n::{Language, Words},
    papers::{Lack, Paper, What, lacks},
    workspace::{Route, place_of},
};
use leptos::prelude::*;
use std::mem::discriminant;

/// A sort of papers with more than these is folded until somebody wants it.
const MANY: usize = 8;

/// Papers of one sort.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Sort {
    /// The first of them, which names it.
    first: Paper,
    papers: Vec<Paper>,
}

impl Sort {
    /// Whether it is unfolded: somebody turned it over, or it was so from the start.
    fn is_open(&self, turned: &[String], room: bool) -> bool {
        (room && self.papers.len() <= MANY) != turned.contains(&self.key())
    }

    fn key(&self) -> String {
        self.first.key().split(':').next().unwrap_or_default().to_string()
    }
}

fn sorted(all: &[Paper]) -> Vec<Sort> {
    let mut sorts: Vec<Sort> = Vec::new();
    for paper in all {
        match sorts.last_mut() {
            Some(sort) if discriminant(&sort.first) == discriminant(paper) => sort.papers.push(*paper),
            _ => sorts.push(Sort { first: *paper, papers: vec![*paper] }),
        }
    }
    sorts
}

/// The chooser.
#[component(transparent)]
pub fn Chooser(desk: Desk) -> View {
    let store = Store::here();
    let words = store.words();
    let sorts = Memo::new(move |_| desk.all.with(|all| sorted(all)));
    let turned = RwSignal::new(Vec::<String>::new());
    // On a phone the sheets are below, and should not be far.
    let room = width::is_wide();
    Effect::new(move || {
        let turned = turned.get();
        let open = sorts.get().into_iter().filter(|sort| sort.is_open(&turned, room));
        desk.ask(open.flat_map(|sort| sort.papers).collect());
    });
    let none = move || !desk.ready.get() || desk.sheets() == 0;
    view! {
        <div class="papers__chooser">
            <h1 class="page__title">{words.screen_papers()}</h1>
            <Choices desk=desk />
            <Versions />
            <div class="papers__print">
                <button
                    type="button"
                    class="button button--main"
                    disabled=none
                    on:click=move |_| page::print()
                >
                    {words.papers_print()}
                </button>
                <p class="papers__sum" role="status">{move || sum(words, desk)}</p>
            </div>
            <For each=move || sorts.get() key=|sort: &Sort| sort.clone() let:sort>
                <Sorts desk=desk sort=sort turned=turned room=room />
            </For>
        </div>
    }
}

/// How many papers are chosen, and on how many sheets they are.
fn sum(words: Words, desk: Desk) -> String {
    match desk.chosen.with(Vec::len) {
        0 => words.papers_none().to_string(),
        _ if !desk.ready.get() => words.papers_laying().to_string(),
        chosen if desk.sheets() == 0 => words.papers_gone(chosen),
        chosen => words.papers_chosen(chosen, &words.papers_sheets(desk.sheets())),
    }
}

/// The languages, and what is the same for all papers.
#[component(transparent)]
fn Choices(desk: Desk) -> View {
    let store = Store::here();
    let words = store.words();
    let languages = languages().map(|(first, beside)| (key(first, beside), label(first, beside)));
    let chosen = Signal::derive(move || {
        let tongues = desk.tongues.get();
        key(tongues.first.language(), tongues.beside.map(Words::language))
    });
    let choose = Callback::new(move |chosen: String| {
        let wanted = self::languages().into_iter().find(|(first, beside)| key(*first, *beside) == chosen);
        if let Some((first, beside)) = wanted {
            page::go_instead(&Route { language: Some(first), beside, ..store.route.get_untracked() });
        }
    });
    let rows = Signal::derive(move || Some(desk.blank.get()));
    let set_rows = Callback::new(move |rows: Option<u16>| desk.blank.set(rows.unwrap_or_default()));
    let notes = Callback::new(move |on| desk.notes.set(on));
    view! {
        <div class="papers__choices">
            <SelectField
                label=words.programme_language()
                options=Signal::stored(languages.to_vec())
                value=chosen
                commit=choose
            />
            <NumberField label=words.papers_blank_rows() value=rows commit=set_rows most=99 optional=false />
            <CheckField label=words.papers_notes() value=desk.notes commit=notes />
        </div>
    }
}

/// Each language alone, then both, either first.
fn languages() -> [(Language, Option<Language>); 4] {
    let [one, other] = Language::ALL;
    [(one, None), (other, None), (one, Some(other)), (other, Some(one))]
}

fn key(first: Language, beside: Option<Language>) -> String {
    beside.map_or_else(|| first.tag().to_string(), |beside| [first.tag(), beside.tag()].join("+"))
}

fn label(first: Language, beside: Option<Language>) -> String {
    beside.map_or_else(|| first.name().to_string(), |beside| [first.name(), beside.name()].join(" + "))
}

/// The papers of one sort.
#[component(transparent)]
fn Sorts(desk: Desk, sort: Sort, turned: RwSignal<Vec<String>>, room: bool) -> View {
    let store = Store::here();
    let words = store.words();
    let name = sort.key();
    let open = {
        let sort = sort.clone();
        Memo::new(move |_| sort.is_open(&turned.get(), room))
    };
    let of = sort.papers.len();
    let chosen = {
        let papers = sort.papers.clone();
        Memo::new(move |_| desk.chosen.with(|chosen| papers.iter().filter(|paper| chosen.contains(paper)).count()))
    };
    let toggled = move |event: web_sys::Event| {
        let now = event_target::<web_sys::Element>(&event).has_attribute("open");
        if now != open.get_untracked() {
            turned.update(|turned| match turned.iter().position(|known| *known == name) {
                Some(place) => drop(turned.remove(place)),
                None => turned.push(name.clone()),
            });
        }
    };
    let title = kinds(words, sort.first);
    let papers = sort.papers.clone();
    let inside = move || {
        open.get().then(|| {
            let papers = papers.clone();
            view! { <Rows desk=desk papers=papers title=title /> }
        })
    };
    view! {
        <details class="papers__sort" open=open.get_untracked() on:toggle=toggled>
            <summary class="papers__summary">
                <h2>{title}</h2>
                <span class="papers__about">{move || words.papers_of(&chosen.get().to_string(), &of.to_string())}</span>
            </summary>
            {inside}
        </details>
    }
}

#[component(transparent)]
fn Rows(desk: Desk, papers: Vec<Paper>, title: &'static str) -> View {
    let words = Store::here().words();
    let all = (papers.len() > 1).then(|| {
        let ticked = {
            let papers = papers.clone();
            Signal::derive(move || desk.chosen.with(|chosen| papers.iter().all(|paper| chosen.contains(paper))))
        };
        let papers = papers.clone();
        let choose = Callback::new(move |on: bool| desk.choose(&papers, on));
        view! { <li class="papers__row papers__row--all"><CheckField label=words.papers_all() value=ticked commit=choose /></li> }
    });
    let rows: Vec<View> = papers.into_iter().map(|paper| view! { <Row desk=desk paper=paper /> }).collect();
    view! { <div role="group" aria-label=title><ul>{all} {rows}</ul></div> }
}

/// A paper: whom it is for, how many sheets it takes, and what it lacks.
#[component(transparent)]
fn Row(desk: Desk, paper: Paper) -> View {
    let store = Store::here();
    let words = store.words();
    let name = store.plan.with_untracked(|plan| about(words, plan, paper));
    let name = if name.is_empty() { kind(words, paper).to_string() } else { name };
    let ticked = Signal::derive(move || desk.chosen.with(|chosen| chosen.contains(&paper)));
    let choose = Callback::new(move |on: bool| desk.choose(&[paper], on));
    let count = Memo::new(move |_| {
        desk.counts.with(|counts| counts.iter().find(|(known, _)| *known == paper).and_then(|(_, count)| *count))
    });
    let sheets = move || count.get().map(|count| words.papers_sheets(count));
    let lacking = Memo::new(move |_| store.plan.with(|plan| lacks(plan, paper)));
    let is_own = matches!(paper, Paper::Itinerary(Audience::Delegate(_)));
    view! {
        <li class="papers__row" class:papers__row--person=is_own data-paper=paper.key()>
            <div class="papers__line">
                <CheckField label=name value=ticked commit=choose />
                <span class="papers__about">{sheets}</span>
            </div>
            {move || view! { <Lacks lacking=lacking.get() open=ticked /> }}
        </li>
    }
}

/// What a paper lacks, a line each, with the way to where it is seen to: folded, until the paper is to be printed.
#[component(transparent)]
fn Lacks(lacking: Vec<Lack>, open: Signal<bool>) -> View {
    let store = Store::here();
    let words = store.words();
    if lacking.is_empty() {
        return View::of(());
    }
    let plan = store.plan.get_untracked();
    let lines = lacking.iter().map(|lack| {
        let sentence = lack.sentence(&plan, words);
        if lack.what == What::Version {
            // That is seen to on this screen.
            let show = move |_| page::focus_soon(".papers__version button".to_string());
            return view! { <li><button type="button" class="papers__here" on:click=show>{sentence}</button></li> };
        }
        let address = place_of(&lack.about, &plan).href();
        view! { <li><a href=address>{sentence}</a></li> }
    });
    view! {
        <details class="papers__lacks" open=open>
            <summary>{words.papers_lacks(lacking.len())}</summary>
            <ul>{lines.collect::<Vec<_>>()}</ul>
        </details>
    }
}
