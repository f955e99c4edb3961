//! The afternoon played: a slider moves every group along its line and on a map, and words say where each is then.

use super::{super::stop::phase_name, Rider, Show, map};
use crate::app::dom::{View, list, view};
use crate::app::signal::{Memo, RwSignal};
use crate::{
    agenda::Audience,
    app::effects::player,
    circuit::{
        Phase,
        graph::{Afternoon, Run},
    },
    plan::{DelegateId, DelegationId, Plan},
    workspace::{Route, Screen},
};
use leptos::{prelude::*, reactive::graph::untrack};

/// Minutes of the afternoon in a second of play.
const PACE: i32 = 5;

impl Show {
    /// The first and the last minute that is rehearsed.
    fn span(self) -> (i32, i32) {
        self.afternoon.with(|afternoon| afternoon.as_ref().map(Afternoon::span).unwrap_or_default())
    }

    /// The minute that is rehearsed, inside the afternoon.
    pub(super) fn now(self) -> Option<i32> {
        let (from, to) = self.span();
        self.minute.get().map(|minute| minute.clamp(from, to.max(from)))
    }
}

/// The moment on the graph: a line across it.
#[component(transparent)]
pub(super) fn Moment(show: Show) -> View {
    let along = move |down: bool| {
        move || {
            let minute = show.now()?;
            show.drawing.with(|drawing| {
                let drawing = drawing.as_ref().filter(|drawing| drawing.down == down)?;
                Some(drawing.along(minute).to_string() + "px")
            })
        }
    };
    let down = move || show.is_down();
    let away = move || show.now().is_none();
    view! {
        <div class="graph__moment" class:graph__moment--down=down hidden=away style:left=along(false) style:top=along(true)></div>
    }
}

/// Every group's letter where it is.
#[component(transparent)]
pub(super) fn Dots(show: Show) -> View {
    let runs = Memo::new(move |_| show.riders.with(Vec::len));
    let dots = list(move || (0..runs.get()).collect(), |run| *run, move |run| dot(show, run));
    view! { {dots} }
}

fn dot(show: Show, run: usize) -> View {
    let at = Memo::new(move |_| {
        let minute = show.now()?;
        show.afternoon.with(|afternoon| {
            show.drawing.with(|drawing| {
                let at = drawing.as_ref()?.place_of(afternoon.as_ref()?, run, minute)?;
                Some((at.x, at.y))
            })
        })
    });
    let side = move |of: fn((i32, i32)) -> i32| move || at.get().map(|at| of(at).to_string() + "px");
    let rider = Memo::new(move |_| show.riders.with(|riders| riders.get(run).cloned()));
    let class = move || rider.with(|rider| rider.as_ref().map_or("", Rider::hue_class));
    let letter = move || rider.with(|rider| rider.as_ref().map(|rider| rider.letter.clone()).unwrap_or_default());
    view! {
        <span class="graph__dot" class=class aria-hidden="true" hidden=move || at.get().is_none() style:left=side(|at| at.0) style:top=side(|at| at.1)>
            {letter}
        </span>
    }
}

/// The slider, the map, and where everybody is.
#[component(transparent)]
pub(super) fn Rehearse(show: Show) -> View {
    let words = show.page.store.words();
    let playing = RwSignal::new(false);
    let player = player::Player::new();
    let stop = move || {
        player.stop();
        playing.set(false);
    };
    let toggled = move |event: web_sys::Event| {
        let open = player::is_open(&event);
        untrack(|| {
            stop();
            let (from, _) = show.span();
            // The browser says so only later: the slider may have been moved already.
            show.minute.set(open.then(|| show.minute.get().unwrap_or(from)));
        });
    };
    let play = move |_: web_sys::MouseEvent| {
        if playing.get_untracked() {
            stop();
            return;
        }
        untrack(|| {
            let (from, to) = show.span();
            if show.now().is_none_or(|minute| minute >= to) {
                show.minute.set(Some(from));
            }
        });
        playing.set(true);
        player.every(1_000 / PACE.unsigned_abs(), move || {
            untrack(|| {
                let (_, to) = show.span();
                let next = show.now().map_or(to, |minute| minute + 1);
                show.minute.set(Some(next.min(to)));
                if next >= to {
                    stop();
                }
            });
        });
    };
    let moved = move |event: web_sys::Event| {
        stop();
        show.minute.set(event_target_value(&event).parse().ok());
    };
    let open = Memo::new(move |_| show.minute.with(Option::is_some));
    let text = move || show.now().map(|minute| show.time(minute)).unwrap_or_default();
    let places = move || {
        let minute = show.now()?;
        let plan = show.page.store.plan.get();
        show.afternoon.with(|afternoon| afternoon.as_ref().map(|afternoon| wheres(show, &plan, afternoon, minute)))
    };
    view! {
        <details class="graph__rehearse" on:toggle=toggled>
            <summary class="graph__summary">{words.graph_rehearse()}</summary>
            <div class="graph__player">
                <button type="button" class="button graph__play" on:click=play>
                    {move || if playing.get() { words.graph_pause() } else { words.graph_play() }}
                </button>
                <input
                    class="graph__slider"
                    type="range"
                    step="1"
                    aria-label=words.graph_moment()
                    aria-valuetext=text
                    min=move || show.span().0
                    max=move || show.span().1
                    prop:value=move || show.now().map(|minute| minute.to_string())
                    on:input=moved
                />
                <output class="graph__now">{text}</output>
            </div>
            <div class="graph__stage">
                {move || open.get().then(|| view! { <map::Stage show=show /> })}
                <ul class="graph__wheres">{places}</ul>
            </div>
        </details>
    }
}

/// Where every group is and what it does, with the way to what their phones show.
fn wheres(show: Show, plan: &Plan, afternoon: &Afternoon, minute: i32) -> Vec<View> {
    let words = show.page.store.words();
    let riders = show.riders.get();
    let row = |(run, rider): (&Run, &Rider)| {
        let link = |audience: Audience, label: String| {
            let at = Some(afternoon.moment(minute));
            let route = Route { at, audience: Some(audience), ..Route::to(Screen::Today) };
            view! { <a class="graph__phone" href=route.href()>{label}</a> }
        };
        let name = |id: DelegationId| {
            let delegation = plan.delegations.get(id)?;
            let name = delegation.name.in_language(words.language());
            Some(link(Audience::Delegation(id), words.graph_phones_of(name)))
        };
        // Who is in a group alone has a phone of their own to look at.
        let person = |id: DelegateId| {
            let name = plan.delegates.get(id)?.name.trim();
            let name = if name.is_empty() { words.untitled() } else { name };
            Some(link(Audience::Delegate(id), words.graph_phone_of(name)))
        };
        let group = run.group.and_then(|group| plan.groups.get(group));
        let links: Vec<View> = match group {
            Some(group) => {
                let delegations = group.delegations.iter().filter_map(|id| name(*id));
                delegations.chain(group.delegates.iter().filter_map(|id| person(*id))).collect()
            }
            None => vec![link(Audience::Everyone, words.graph_phones().to_string())],
        };
        view! {
            <li class="graph__where">
                <p><b>{rider.title.clone()}</b> ": " {place(show, run, minute)}</p>
                <p class="graph__phones">{links}</p>
            </li>
        }
    };
    afternoon.runs.iter().zip(&riders).map(row).collect()
}

fn place(show: Show, run: &Run, minute: i32) -> String {
    let words = show.page.store.words();
    let (Some(first), Some(last)) = (run.calls.first(), run.calls.last()) else { return String::new() };
    match run.at(minute) {
        Some(part) if part.phase == Phase::Drive => words.graph_drives(&show.name(part.next), &show.time(part.to)),
        Some(part) => words.graph_stays(&show.name(part.place), phase_name(words, part.phase), &show.time(part.to)),
        None if minute < first.arrives => words.graph_before(&show.time(first.arrives), &show.name(first.place)),
        None => words.graph_is_back(&show.name(last.place), &show.time(last.arrives)),
    }
}
