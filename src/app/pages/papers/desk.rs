//! The state of the screen: which papers are chosen, how they are printed, and how far they are laid out.

use super::{edition::Edition, press::Press, tongues::Tongues};
use crate::app::signal::{Effect, Memo, RwSignal};
use crate::{
    agenda::Audience,
    app::{
        Store,
        effects::{page, slices::in_slices},
    },
    i18n::Words,
    papers::{BLANK_ROWS, Paper, papers},
    workspace::Route,
};
use leptos::prelude::{LocalStorage, StoredValue};
use leptos::prelude::{UpdateValue as _, WithValue as _};
use std::sync::Arc;

/// How many sheets papers take; none for one that is not in the plan.
pub type Counts = Arc<Vec<(Paper, Option<usize>)>>;

/// The state of the screen. Copies are handles to the same one.
#[derive(Clone, Copy)]
pub struct Desk {
    /// All papers of the plan.
    pub all: Memo<Vec<Paper>>,
    /// Those that are chosen, in the order in which they are printed.
    pub chosen: Memo<Vec<Paper>>,
    /// The languages on paper.
    pub tongues: Memo<Tongues>,
    /// Whether there is room for notes.
    pub notes: RwSignal<bool>,
    /// How many rows are blank on a sheet to sign.
    pub blank: RwSignal<u16>,
    /// How many sheets papers take, as far as that is known.
    pub counts: RwSignal<Counts>,
    /// Whether everything that is chosen is laid out.
    pub ready: RwSignal<bool>,
    store: Store,
    press: StoredValue<Press, LocalStorage>,
    running: StoredValue<bool>,
}

impl Desk {
    /// The desk of this screen.
    pub fn new(store: Store) -> Self {
        let all = Memo::new(move |_| store.plan.with(|plan| papers(plan)));
        let chosen = Memo::new(move |_| chosen(&all.get(), store.route.with(|route| route.paper.clone())));
        let own = store.words();
        let tongues = Memo::new(move |_| {
            let (first, beside) = store.route.with(|route| (route.language, route.beside));
            Tongues { first: first.map_or(own, Words::new), beside: beside.map(Words::new) }
        });
        #[allow(clippy::cast_possible_truncation, reason = "a handful")]
        let blank = RwSignal::new(BLANK_ROWS as u16);
        let desk = Self {
            all,
            chosen,
            tongues,
            notes: RwSignal::new(false),
            blank,
            counts: RwSignal::new(Arc::default()),
            ready: RwSignal::new(false),
            store,
            press: StoredValue::new_local(Press::default()),
            running: StoredValue::new(false),
        };
        Effect::new(move || {
            let edition = Edition::new(store, desk.tongues.get(), desk.notes.get(), usize::from(desk.blank.get()));
            let chosen = desk.chosen.get();
            desk.press.update_value(|press| press.order(edition, chosen));
            desk.run();
        });
        desk
    }

    /// Wants to know how many sheets these papers take.
    pub fn ask(self, papers: Vec<Paper>) {
        self.press.update_value(|press| press.ask(papers));
        self.run();
    }

    /// Chooses papers, or no longer.
    pub fn choose(self, papers: &[Paper], on: bool) {
        let mut keys: Vec<String> = Vec::new();
        for paper in self.all.get_untracked() {
            let chosen =
                if papers.contains(&paper) { on } else { self.chosen.with_untracked(|known| known.contains(&paper)) };
            if chosen {
                keys.push(paper.key());
            }
        }
        let paper = if keys.is_empty() { NONE.to_string() } else { keys.join(",") };
        page::go_instead(&Route { paper: Some(paper), ..self.store.route.get_untracked() });
    }

    /// How many sheets are chosen, once that is known.
    pub fn sheets(self) -> usize {
        let counts = self.counts.get();
        let count = |paper: &Paper| counts.iter().find(|(known, _)| known == paper).and_then(|(_, count)| *count);
        self.chosen.with(|chosen| chosen.iter().filter_map(count).sum())
    }

    /// Sets the press going, unless it is.
    fn run(self) {
        self.show();
        if self.running.try_update_value(|running| std::mem::replace(running, true)) != Some(false) {
            return;
        }
        in_slices(move |amount| {
            let papers = (amount / SHARE).max(1);
            let more = self.press.try_update_value(|press| (0..papers).all(|_| press.step()));
            if more.is_none() {
                // The screen is gone.
                return false;
            }
            self.show();
            let more = more == Some(true);
            self.running.update_value(|running| *running = more);
            more
        });
    }

    fn show(self) {
        let Some((ready, counts)) = self.press.try_with_value(|press| (press.is_ready(), press.counts().to_vec()))
        else {
            return;
        };
        if self.counts.with_untracked(|known| **known != counts) {
            self.counts.set(Arc::new(counts));
        }
        if self.ready.get_untracked() != ready {
            self.ready.set(ready);
        }
    }
}

/// How many units of a slice a paper is.
const SHARE: u64 = 20;

/// What stands in the address where nothing is chosen.
const NONE: &str = "none";

/// The papers that an address names, those of the plan in its order; the programme where it names none.
fn chosen(all: &[Paper], keys: Option<String>) -> Vec<Paper> {
    let Some(keys) = keys else { return vec![Paper::Programme(Audience::Everyone)] };
    let named: Vec<Paper> = keys.split(',').filter_map(Paper::parse).collect();
    let mut chosen: Vec<Paper> = all.iter().copied().filter(|paper| named.contains(paper)).collect();
    for paper in named {
        if !chosen.contains(&paper) {
            chosen.push(paper);
        }
    }
    chosen
}
