//! "Arrange the visit": the search runs in slices beside the page, and shows up to three proposals before anything
//! changes; where nothing fits it says why, and what would help.

mod offers;
mod reason;
mod run;
mod wording;

use super::{Page, length};
use crate::app::dom::{View, component, view};
use crate::app::signal::{Effect, Memo, RwSignal};
use crate::{
    app::{
        Store,
        effects::{intl, page as document},
        parts,
        ui::CheckField,
    },
    circuit::{
        arrange::{Asked, Offer, Unasked, ask},
        search::{Asking, Reason, Relaxation},
    },
    i18n::Words,
    plan::{Edit, VisitId},
};
use leptos::prelude::*;
use std::sync::Arc;

/// What is to be seen.
#[derive(Clone)]
enum Stage {
    /// Only the button, and a sentence where there is something to say about what was here before.
    Closed(Option<&'static str>),
    /// It cannot be asked, and this would help.
    Unasked(Unasked, Vec<(String, Edit)>),
    /// It runs.
    Searching,
    /// What was found.
    Found(Found),
    /// Nothing fits, and the reason is being looked for.
    Asking,
    /// Nothing fits, and this is why.
    Impossible(Impossible),
}

/// Why nothing fits, and what would help.
#[derive(Clone)]
struct Impossible {
    reason: Reason,
    /// Each with the edit that takes it, where the plan can.
    ways: Vec<(Relaxation, Option<Edit>)>,
    /// Somebody wanted to know no more.
    stopped: bool,
}

/// What the search found.
#[derive(Clone)]
struct Found {
    /// Up to three ways.
    offers: Vec<Offer>,
    /// The plan as it stands is as good as the first.
    already: bool,
    /// The best of all returns is not before.
    lower_bound: u16,
}

/// How far the search is.
#[derive(Clone, Copy, PartialEq, Default)]
struct Told {
    best: Option<u16>,
    lower_bound: u16,
    explored: usize,
    /// Where nothing fits: what is being looked at.
    doubt: Option<Doubt>,
}

/// What the search for the reason is at.
#[derive(Clone, Copy, PartialEq)]
enum Doubt {
    Asking(Asking),
    /// A way out is tried: the one of this number, of so many.
    Trying(usize, usize),
}

/// What the parts share. Copies are handles to the same state.
#[derive(Clone, Copy)]
struct Desk {
    store: Store,
    visit: VisitId,
    stage: RwSignal<Arc<Stage>>,
    told: RwSignal<Told>,
    few_changes: RwSignal<bool>,
    /// What the run at hand was asked; a run that was asked something else is over.
    asked: RwSignal<Option<Arc<Asked>>>,
    /// Somebody wants to see what there is by now.
    stop: RwSignal<bool>,
    /// Goes with the page.
    alive: StoredValue<()>,
}

impl Desk {
    fn show(self, stage: Stage) {
        self.stage.set(Arc::new(stage));
    }

    /// Leaves the run and what it found.
    fn close(self, note: Option<&'static str>) {
        self.asked.set(None);
        self.show(Stage::Closed(note));
    }

    fn ask(self) -> Option<Result<Asked, Unasked>> {
        let few_changes = self.few_changes.get_untracked();
        self.store.plan.with_untracked(|plan| Some(ask(plan, plan.visits.get(self.visit)?, few_changes)))
    }

    fn is_open(self) -> bool {
        self.asked.with_untracked(Option::is_some)
    }
}

/// What is behind the button.
#[derive(Clone, Copy)]
enum Arrival {
    /// Nobody asked for it.
    Awaited,
    /// It is on its way.
    Coming,
    Here(parts::Arranger),
    Failed,
}

/// The button. What is behind it arrives when it is first pressed, because most visits only look.
#[component(transparent)]
pub(super) fn Arrange(page: Page, visit: VisitId) -> View {
    let words = page.store.words();
    let arrival = RwSignal::new(Arrival::Awaited);
    let alive = StoredValue::new(());
    let fetch = move || {
        arrival.set(Arrival::Coming);
        wasm_bindgen_futures::spawn_local(async move {
            let here = parts::fetch_arranger().await;
            if !alive.is_disposed() {
                arrival.set(here.map_or(Arrival::Failed, Arrival::Here));
            }
        });
    };
    View::of(move || match arrival.get() {
        Arrival::Awaited => view! {
            <div class="arrange arrange__head">
                <button type="button" class="button" on:click=move |_| fetch()>{words.arrange_open()}</button>
                <p class="arrange__quiet">{words.arrange_about()}</p>
            </div>
        },
        Arrival::Coming => view! { <p class="arrange">{words.part_coming()}</p> },
        Arrival::Here(arranger) => component(|| arranger(visit)),
        Arrival::Failed => view! { <parts::Missing again=fetch /> },
    })
}

/// The button once more, the switch, and below them whatever the search has to say; it begins at once.
pub fn arranger(visit: VisitId) -> View {
    let store = Store::here();
    let words = store.words();
    let desk = Desk {
        store,
        visit,
        stage: RwSignal::new(Arc::new(Stage::Closed(None))),
        told: RwSignal::new(Told::default()),
        few_changes: RwSignal::new(false),
        asked: RwSignal::new(None),
        stop: RwSignal::new(false),
        alive: StoredValue::new(()),
    };
    // What was found for another plan is not offered for this one.
    Effect::new(move || {
        store.plan.track();
        let now = desk.ask();
        if let Stage::Unasked(why, _) = &*desk.stage.get_untracked()
            && now.as_ref().and_then(|now| now.as_ref().err()) != Some(why)
        {
            desk.close(None);
        }
        let stale = desk.asked.with_untracked(|asked| {
            asked.as_ref().is_some_and(|asked| now.and_then(Result::ok).as_ref() != Some(&**asked))
        });
        if stale {
            desk.close(Some(words.arrange_stale()));
        }
    });
    let few = Callback::new(move |few| {
        desk.few_changes.set(few);
        if desk.is_open() {
            run::start(desk);
        }
    });
    run::start(desk);
    view! {
        <section class="arrange" aria-label=words.arrange_open()>
            <div class="arrange__head">
                <button type="button" class="button" id="arrange-open" on:click=move |_| run::start(desk)>
                    {words.arrange_open()}
                </button>
                <CheckField label=words.arrange_few() value=desk.few_changes commit=few />
                <p class="arrange__quiet">{words.arrange_about()}</p>
            </div>
            {move || shown(words, desk)}
        </section>
    }
}

fn shown(words: Words, desk: Desk) -> View {
    match &*desk.stage.get() {
        Stage::Closed(None) => View::of(()),
        Stage::Closed(Some(note)) => view! { <p class="arrange__note" role="status">{*note}</p> },
        Stage::Unasked(why, ways) => {
            let why = desk.store.plan.with_untracked(|plan| wording::unasked(words, plan, why));
            let ways = ways.iter().cloned().map(|(text, edit)| reason::way(desk, text, edit));
            view! {
                <div class="arrange__note">
                    <p role="alert">{why}</p>
                    <ul class="arrange__ways">{ways.collect::<Vec<_>>()}</ul>
                </div>
            }
        }
        Stage::Searching => view! { <Searching desk=desk /> },
        Stage::Asking => view! { <reason::Asked desk=desk /> },
        Stage::Found(found) => view! { <offers::Offers desk=desk found=found.clone() /> },
        Stage::Impossible(found) => view! { <reason::Why desk=desk found=found.clone() /> },
    }
}

/// How far it is, and a way to stop it.
#[component(transparent)]
fn Searching(desk: Desk) -> View {
    let words = desk.store.words();
    let language = words.language();
    let so_far = Memo::new(move |_| {
        let Told { best, lower_bound, .. } = desk.told.get();
        let Some(best) = best else { return words.arrange_none_so_far().to_string() };
        let back = desk.asked.with(|asked| asked.as_ref().map(|asked| intl::time(language, asked.moment(best))));
        let back = back.unwrap_or_default();
        match u32::from(best.saturating_sub(lower_bound)) {
            0 => words.arrange_so_far_proved(&back),
            apart => words.arrange_so_far(&back, &length(words, apart)),
        }
    });
    let explored = Memo::new(move |_| words.arrange_explored(desk.told.get().explored));
    view! {
        <div class="arrange__found">
            <h2 class="arrange__title" id="arrange-title" tabindex="-1">{words.arrange_searching()}</h2>
            <p>{so_far}</p>
            <p class="arrange__quiet">{explored}</p>
            <p class="arrange__buttons">
                <Stop desk=desk />
                <Cancel desk=desk />
            </p>
        </div>
    }
}

/// Ends the run with what it has by now.
#[component(transparent)]
fn Stop(desk: Desk) -> View {
    let stop = desk.store.words().arrange_stop();
    view! {
        <button type="button" class="button button--main" id="arrange-stop" on:click=move |_| desk.stop.set(true)>{stop}</button>
    }
}

/// Leaves everything as it was.
#[component(transparent)]
fn Cancel(
    desk: Desk,
    /// Another word for it, where there was nothing to choose.
    #[prop(optional)]
    label: Option<&'static str>,
) -> View {
    let label = label.unwrap_or_else(|| desk.store.words().arrange_close());
    let cancel = move |_| {
        desk.close(None);
        document::focus_soon("#arrange-open".to_string());
    };
    view! { <button type="button" class="button" on:click=cancel>{label}</button> }
}
