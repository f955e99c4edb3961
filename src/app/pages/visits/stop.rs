//! A stop of the line: the host, the times, every phase in proportion, and what to move it by.

use super::{
    Page, address,
    chosen::Chosen,
    drag::Drag,
    findings::Flag,
    groups::turn::TurnRow,
    in_place::{missing, phase_length},
    leg::link_id,
    length,
};
use crate::app::dom::{View, view};
use crate::app::signal::{Memo, Signal};
use crate::{
    app::effects::intl,
    circuit::{Phase, PhaseTime, Stay},
    i18n::Words,
    plan::{EntryId, Host, Plan, Stop, StopId, Venue},
};
use leptos::prelude::*;
use std::sync::Arc;

/// What there can be at a host.
const AT_HOST: [Phase; 6] = [Phase::Gate, Phase::Safety, Phase::Tour, Phase::Questions, Phase::CountBack, Phase::Hold];

/// What a row shows.
#[derive(Clone, PartialEq)]
struct Row {
    number: usize,
    stay: Stay,
    stop: Arc<Stop>,
    host: Option<Arc<Host>>,
    venue: Option<Arc<Venue>>,
    heads: usize,
    /// Minutes of the longest stay of the visit: what the widest strip stands for.
    longest: u16,
}

impl Row {
    fn of(page: Page, plan: &Plan, stop: StopId) -> Option<Self> {
        page.outing.with(|outing| {
            let outing = outing.as_ref()?;
            let stays = &outing.itinerary.stays;
            let index = stays.iter().position(|stay| stay.stop == stop)?;
            let (stay, stop) = (stays[index].clone(), plan.stops.get(stop)?.clone());
            Some(Self {
                number: index + 1,
                host: plan.hosts.get(stop.host).cloned(),
                venue: stay.venue.and_then(|venue| plan.venues.get(venue)).cloned(),
                heads: outing.heads,
                longest: stays.iter().map(|stay| stay.slot().minutes()).max().unwrap_or(1),
                stay,
                stop,
            })
        })
    }

    fn to_confirm(&self) -> bool {
        self.stop.to_confirm || self.host.as_ref().is_some_and(|host| host.to_confirm)
    }
}

/// The row of a stop.
#[component(transparent)]
pub(super) fn StopRow(page: Page, drag: Drag, stop: StopId) -> View {
    let store = page.store;
    let words = store.words();
    let language = words.language();
    let row = Memo::new(move |_| store.plan.with(|plan| Row::of(page, plan, stop)));
    let of_row = move |value: fn(&Row) -> String| Memo::new(move |_| row.with(|row| row.as_ref().map(value)));
    let name = of_row(|row| row.host.as_ref().map(|host| host.name.clone()).unwrap_or_default());
    let named = move || name.get().filter(|name| !name.is_empty()).unwrap_or_else(|| words.untitled().to_string());
    let number = of_row(|row| row.number.to_string());
    let to_confirm = Memo::new(move |_| row.with(|row| row.as_ref().is_some_and(Row::to_confirm)));
    let address_line = of_row(|row| row.venue.as_ref().map(|venue| venue.address.clone()).unwrap_or_default());
    let times = Memo::new(move |_| row.with(|row| row.as_ref().map(|row| (row.stay.arrives, row.stay.ends))));
    let time = move |end: bool| {
        let times = times.get();
        times.map(|(arrives, ends)| intl::time(language, if end { ends } else { arrives }))
    };
    let chosen = move || match page.chosen.get() {
        Some(Chosen::Stop(id, _)) => id == stop,
        Some(Chosen::Host(host)) => row.with(|row| row.as_ref().is_some_and(|row| row.stop.host == host)),
        _ => false,
    };
    let group = page.group.get_untracked();
    let entry = EntryId::Stop(stop, group);
    view! {
        <div
            class="line__row stop"
            class:stop--to-confirm=to_confirm
            class:line__row--chosen=chosen
            data-entry=entry.to_string()
            data-kind="stop"
            on:keydown=move |event| drag.key(&event, stop)
        >
            <div class="line__times">
                <time class="line__time">{move || time(false)}</time>
                <time class="line__time line__time--end">{move || time(true)}</time>
            </div>
            <div class="line__rail"><span class="line__dot" aria-hidden="true">{number}</span></div>
            <div class="line__body stop__body">
                <h3 class="stop__head">
                    <a class="stop__name" id=link_id(entry) href=address(entry)>{named}</a>
                    <span class="line__quiet">{address_line}</span>
                    {move || to_confirm.get().then(|| view! { <span class="mark">{words.to_confirm()}</span> })}
                    <Flag page=page on=Chosen::Stop(stop, group) />
                </h3>
                {move || row.get().map(|row| details(page, entry, &row))}
                {move || {
                    let open = chosen();
                    row.get().filter(|_| open).map(|row| missing(page, entry, &AT_HOST, &row.stay.phases))
                }}
                {group.map(|group| view! { <TurnRow page=page stop=stop group=group name=Signal::derive(named) /> })}
                <drag::Movers drag=drag stop=stop name=Signal::derive(named) />
            </div>
        </div>
    }
}

use super::drag;

/// The strip, its phases in words, heads and window.
fn details(page: Page, entry: EntryId, row: &Row) -> View {
    let words = page.store.words();
    let whole = u32::from(row.stay.slot().minutes()).max(1);
    let share = u32::from(row.longest).max(1);
    let width = (whole * 100 / share).to_string() + "%";
    let block = |phase: &PhaseTime| {
        view! { <span class=block_class(phase.phase) style:flex-grow=phase.minutes.to_string()></span> }
    };
    let blocks: Vec<_> = row.stay.phases.iter().map(block).collect();
    let phase = |phase: &PhaseTime| view! { <li class="phase">{phase_length(page, entry, *phase, false)}</li> };
    let phases: Vec<_> = row.stay.phases.iter().map(phase).collect();
    view! {
        <div class="strip" style:width=width aria-hidden="true">{blocks}</div>
        <ol class="phases">{phases}</ol>
        {facts(words, row)}
    }
}

/// Heads against what the host takes; the stay against the hours in which it receives.
fn facts(words: Words, row: &Row) -> View {
    let language = words.language();
    let takes = row.host.as_ref().and_then(|host| host.capacity);
    let heads = match takes {
        Some(takes) => words.visits_heads_of(row.heads, &takes.to_string()),
        None => words.visits_heads(row.heads),
    };
    let over = takes.is_some_and(|takes| row.heads > usize::from(takes));
    let heads = view! { <span class:visits__over=over>{heads}</span> };
    let window = row.stop.window.map(|window| {
        let on = |time| row.stay.arrives.date().and_time(time);
        let span = intl::span(language, on(window.from()), on(window.to()));
        view! { <span>{words.visits_receives(&span)}</span> }
    });
    let late = (row.stay.late > 0).then(|| {
        let by = length(words, u32::from(row.stay.late));
        view! { <strong class="stop__late">{words.visits_ends_late(&by)}</strong> }
    });
    view! { <p class="stop__facts">{heads} {window} {late}</p> }
}

/// The name of a phase.
pub(super) fn phase_name(words: Words, phase: Phase) -> &'static str {
    match phase {
        Phase::Gather => words.visits_phase_gather(),
        Phase::Board => words.visits_phase_board(),
        Phase::Drive => words.visits_phase_drive(),
        Phase::Wait => words.visits_phase_wait(),
        Phase::Gate => words.visits_phase_gate(),
        Phase::Safety => words.visits_phase_safety(),
        Phase::Tour => words.visits_phase_tour(),
        Phase::Questions => words.visits_phase_questions(),
        Phase::CountBack => words.visits_phase_count_back(),
        Phase::Hold => words.visits_phase_hold(),
    }
}

const fn block_class(phase: Phase) -> &'static str {
    match phase {
        Phase::Wait | Phase::Hold | Phase::Gather | Phase::Board | Phase::Drive => "strip__wait",
        Phase::Gate => "strip__gate",
        Phase::Safety => "strip__safety",
        Phase::Tour => "strip__tour",
        Phase::Questions => "strip__questions",
        Phase::CountBack => "strip__count-back",
    }
}
