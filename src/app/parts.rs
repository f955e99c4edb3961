//! The parts of the program that arrive when they are first needed.
//!
//! A first visit fetches what surrounds the screens and the one that the address asks for. In a release every part is a
//! WASM file of its own (feature `split`, `cargo xtask build`); otherwise all of them are in one.

use super::{
    Store,
    dom::{View, component, view},
    effects::{prepare_checks, sheet},
    pages::{
        self, Agenda, Checks, CopyNow, DrawLate, DrawRollCall, Files, Forms, Meetings, Notices, Papers, People,
        Programme, Today, Visits, copy, draw_late, draw_roll_call,
    },
    signal::RwSignal,
};
use crate::{
    checks::{Finding, find, mend},
    plan::{Plan, VisitId},
    workspace::Screen,
};
use chrono::NaiveDate;
use leptos::prelude::*;
#[cfg(feature = "split")]
use leptos::wasm_split::{SplitLoaderError, wasm_split};

/// Draws a screen, or a piece of one.
pub type Draw = fn() -> View;

/// Draws what arranges a visit, and begins.
pub type Arranger = fn(VisitId) -> View;

/// Finds what does not work in a plan, on a day.
pub type Find = fn(&Plan, Option<NaiveDate>) -> Vec<Finding>;

/// Adds fixes to what was found.
pub type Mend = fn(&Plan, Option<NaiveDate>, Vec<Finding>) -> Vec<Finding>;

/// Functions that give what is in a part of the program, once that has arrived. An error is that it did not; asking
/// again is another attempt.
macro_rules! parts {
    ($($part:ident: $($name:ident -> $type:ty = $what:expr),*;)*) => {$($(
        #[cfg(feature = "split")]
        #[wasm_split($part, wasm_split_path = leptos::wasm_split, fallible)]
        fn $name() -> Result<$type, SplitLoaderError> {
            Ok($what)
        }

        #[cfg(not(feature = "split"))]
        #[allow(clippy::unused_async, reason = "as it is where the part has to arrive first")]
        async fn $name() -> Result<$type, std::convert::Infallible> {
            Ok($what)
        }
    )*)*};
}

// Screens that are opened by the same people together are one part: each part more makes more files of what they share.
parts! {
    agenda: agenda -> Draw = || view! { <Agenda /> };
    forms: forms -> Forms = Forms::here();
    late: late -> DrawLate = draw_late();
    heads: roll_call -> DrawRollCall = draw_roll_call();
    read:
        today -> Draw = || view! { <Today /> },
        programme -> Draw = || view! { <Programme /> };
    papers: papers -> Draw = || view! { <Papers /> };
    people: people -> Draw = || view! { <People /> };
    files: files -> Draw = || view! { <Files /> };
    visits: visits -> Draw = || view! { <Visits /> };
    arrange: arranger -> Arranger = pages::arranger;
    tables: copier -> CopyNow = copy;
    finder: finder -> Find = find;
    mender: mender -> Mend = mend;
    manage:
        checks -> Draw = || view! { <Checks /> },
        meetings -> Draw = || view! { <Meetings /> },
        notices -> Draw = || view! { <Notices /> };
}

/// Gets what draws a screen; nothing when it could not be fetched.
pub async fn fetch(screen: Screen) -> Option<Draw> {
    // All are on their way at the same time.
    let sheets: Vec<_> = sheets_of(screen).iter().map(|part| sheet::fetch(part)).collect();
    let draw = match screen {
        Screen::Agenda => agenda().await.ok(),
        Screen::People => people().await.ok(),
        Screen::Visits => visits().await.ok(),
        Screen::Checks => checks().await.ok(),
        Screen::Today => today().await.ok(),
        Screen::Programme => programme().await.ok(),
        Screen::Papers => papers().await.ok(),
        Screen::Files => files().await.ok(),
        Screen::Meetings => meetings().await.ok(),
    };
    for sheet in sheets {
        if !sheet.await {
            return None;
        }
    }
    let ready = screen != Screen::Checks || prepare_checks().await;
    draw.filter(|_| ready)
}

/// The parts whose style sheets a screen needs, beside the one of all screens.
const fn sheets_of(screen: Screen) -> &'static [&'static str] {
    match screen {
        Screen::Agenda => &[],
        Screen::People => &["people"],
        Screen::Visits => &["visits"],
        Screen::Today | Screen::Programme => &["read"],
        Screen::Papers => &["papers"],
        // Rows of people that come in are looked at as those that are pasted.
        Screen::Files => &["files", "people"],
        Screen::Checks | Screen::Meetings => &["manage"],
    }
}

/// Gets what draws the inside of the agenda's panel; nothing when it could not be fetched.
pub async fn fetch_forms() -> Option<Forms> {
    forms().await.ok()
}

/// Gets what draws the sheet of a delay; nothing when it could not be fetched.
pub async fn fetch_late() -> Option<DrawLate> {
    late().await.ok()
}

/// Gets what arranges a visit; nothing when it could not be fetched.
pub async fn fetch_arranger() -> Option<Arranger> {
    arranger().await.ok()
}

/// Gets what draws a roll-call; nothing when it could not be fetched.
pub async fn fetch_roll_call() -> Option<DrawRollCall> {
    roll_call().await.ok()
}

/// Gets what copies tables; nothing when it could not be fetched.
pub async fn fetch_copy() -> Option<CopyNow> {
    copier().await.ok()
}

/// Gets what finds what does not work; nothing when it could not be fetched.
pub async fn fetch_finder() -> Option<Find> {
    finder().await.ok()
}

/// Gets what adds fixes; nothing when it could not be fetched.
pub async fn fetch_mender() -> Option<Mend> {
    mender().await.ok()
}

/// Gets what draws the notices; nothing when it could not be fetched.
pub async fn fetch_notices() -> Option<Draw> {
    notices().await.ok()
}

/// What is drawn with something that has to be fetched first, as soon as it is here.
pub fn once_here<T, F>(fetch: fn() -> F, draw: impl Fn(T) -> View + 'static) -> View
where
    T: Copy + Send + Sync + 'static,
    F: Future<Output = Option<T>> + 'static,
{
    let words = Store::here().words();
    let arrived = RwSignal::new(None::<Option<T>>);
    let ask = move || {
        arrived.set(None);
        wasm_bindgen_futures::spawn_local(async move { arrived.set(Some(fetch().await)) });
    };
    ask();
    View::of(move || match arrived.get() {
        Some(Some(here)) => component(|| draw(here)),
        Some(None) => view! { <Missing again=ask /> },
        None => view! { <p class="coming">{words.part_coming()}</p> },
    })
}

/// In the place of a part that could not be fetched.
#[component(transparent)]
pub fn Missing(again: impl Fn() + 'static) -> View {
    let words = Store::here().words();
    view! {
        <div class="page" role="alert">
            <h2 class="page__title">{words.part_missing()}</h2>
            <p class="page__about">{words.part_missing_why()}</p>
            <p><button type="button" class="button button--main" on:click=move |_| again()>{words.part_again()}</button></p>
        </div>
    }
}
