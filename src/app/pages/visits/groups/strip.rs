//! The way of each group, or of all together, as a strip on one scale of time, from gathering to the return, and below it every phase with its
//! time, to be changed in place.

use super::super::{Page, in_place::phase_length, length};
use crate::app::dom::{View, view};
use crate::app::signal::Memo;
use crate::{
    app::{
        effects::intl,
        ui::{Badge, badge::hue_class},
        wording,
    },
    circuit::{Itinerary, Phase, PhaseTime, Stay, itineraries},
    i18n::Words,
    plan::{EntryId, Group, VisitId},
};
use chrono::{DurationRound, NaiveDateTime, TimeDelta};
use leptos::prelude::*;
use std::sync::Arc;

/// A group's way, with what is told of it.
#[derive(Clone, PartialEq)]
struct Way {
    /// None where all go together.
    group: Option<Arc<Group>>,
    itinerary: Itinerary,
    /// By how many minutes it is back too late.
    late: u16,
    /// The companies of its stays.
    hosts: Vec<String>,
}

/// From which full hour to which all ways lie.
#[derive(Clone, Copy, PartialEq)]
struct Scale {
    from: NaiveDateTime,
    to: NaiveDateTime,
}

impl Scale {
    fn of(ways: &[Way]) -> Option<Self> {
        let hour = TimeDelta::hours(1);
        let from = ways.iter().map(|way| way.itinerary.gathers).min()?.duration_trunc(hour).ok()?;
        let to = ways.iter().map(|way| way.itinerary.back).max()?;
        let whole = to.duration_trunc(hour).ok()?;
        let to = if whole < to || to == from { whole + hour } else { whole };
        Some(Self { from, to })
    }

    fn minutes(self) -> String {
        (self.to - self.from).num_minutes().to_string()
    }

    fn at(self, moment: NaiveDateTime) -> String {
        (moment - self.from).num_minutes().to_string()
    }
}

/// The strips of all groups; one where all go together, none where nobody goes anywhere.
#[component(transparent)]
pub(super) fn Strips(page: Page, visit: VisitId) -> View {
    let store = page.store;
    let words = store.words();
    let language = words.language();
    let ways = Memo::new(move |_| {
        store.plan.with(|plan| {
            let Some(record) = plan.visits.get(visit) else { return Vec::new() };
            let way = |itinerary: Itinerary| {
                let host = |stay: &Stay| {
                    let host = plan.stops.get(stay.stop).and_then(|stop| plan.hosts.get(stop.host));
                    host.map(|host| host.name.clone()).unwrap_or_default()
                };
                Way {
                    group: itinerary.group.and_then(|group| plan.groups.get(group)).cloned(),
                    late: itinerary.back_late(record.return_by),
                    hosts: itinerary.stays.iter().map(host).collect(),
                    itinerary,
                }
            };
            let moves = |itinerary: &Itinerary| itinerary.group.is_some() || !itinerary.legs.is_empty();
            itineraries(plan, record).into_iter().filter(moves).map(way).collect::<Vec<_>>()
        })
    });
    let drawn = move || {
        let ways = ways.get();
        let scale = Scale::of(&ways)?;
        let hours = std::iter::successors(Some(scale.from), |hour| Some(*hour + TimeDelta::hours(1)));
        let hours = hours.take_while(|hour| *hour <= scale.to).map(|hour| {
            view! { <span class="ways__hour" style=("--at", scale.at(hour))>{intl::time(language, hour)}</span> }
        });
        let hours: Vec<_> = hours.collect();
        let rows: Vec<_> = ways.iter().map(|way| one(page, scale, way)).collect();
        Some(view! {
            <div class="ways" style=("--minutes", scale.minutes())>
                <div class="ways__hours" aria-hidden="true">{hours}</div>
                {rows}
            </div>
        })
    };
    let some = Memo::new(move |_| ways.with(|ways| !ways.is_empty()));
    view! {
        <section aria-labelledby="groups-ways" hidden=move || !some.get()>
            <h2 class="visits__heading" id="groups-ways">{words.groups_ways()}</h2>
            {drawn}
        </section>
    }
}

/// One group: who it is, the strip, the phases.
fn one(page: Page, scale: Scale, way: &Way) -> View {
    let words = page.store.words();
    let language = words.language();
    let Way { group, itinerary, .. } = way;
    let id = itinerary.group;
    let badge = group.as_ref().map(|group| {
        view! { <Badge letter=group.letter.clone() hue=group.hue square=true /> }
    });
    let title = group.as_ref().map_or_else(|| words.graph_all().to_string(), |group| wording::group(words, group));
    let hue = group.as_ref().map_or("way--all", |group| hue_class(group.hue));
    let span = intl::span(language, itinerary.gathers, itinerary.back);
    let late = (way.late > 0).then(|| {
        let by = length(words, u32::from(way.late));
        view! { <strong class="way__late-word">{words.groups_back_late(&by)}</strong> }
    });
    let waiting = itinerary.waiting();
    let about = words.groups_way_about(&length(words, itinerary.driving()), &length(words, waiting));
    view! {
        <div
            class=["way ", hue].concat()
            class:way--picked=move || page.group.get() == id
            data-way=id.map(|id| id.to_string()).unwrap_or_default()
        >
            <h3 class="way__head">
                {badge}
                <span>{title}</span>
                <b>{span}</b>
                {late}
                <span class="line__quiet">{about}</span>
            </h3>
            {bar(words, scale, way)}
            {phases(page, way)}
        </div>
    }
}

/// The strip itself; what it says stands in the list below it.
fn bar(words: Words, scale: Scale, way: &Way) -> View {
    let language = words.language();
    let place = |start: NaiveDateTime, minutes: u16, class: &'static str, title: String| {
        view! {
            <span
                class=class
                style=("--at", scale.at(start))
                style=("--long", minutes.to_string())
                title=title
            ></span>
        }
    };
    let mut blocks = Vec::new();
    for part in way.itinerary.strip() {
        let name = super::super::stop::phase_name(words, part.phase);
        let title = [&intl::time(language, part.start), name, &part.minutes.to_string()].join(" ");
        blocks.push(place(part.start, part.minutes, block_class(part.phase), title));
    }
    for (stay, host) in way.itinerary.stays.iter().zip(&way.hosts) {
        let minutes = stay.slot().minutes().to_string();
        blocks.push(view! {
            <span class="way__host" style=("--at", scale.at(stay.arrives)) style=("--long", minutes)>{host.clone()}</span>
        });
        if stay.late > 0 {
            let late = stay.late.min(stay.slot().minutes());
            let from = stay.leaves - TimeDelta::minutes(i64::from(late));
            blocks.push(place(from, late, "way__block way__block--late", late_at_host(words, stay.late)));
        }
    }
    view! { <div class="way__bar" aria-hidden="true">{blocks}</div> }
}

fn late_at_host(words: Words, late: u16) -> String {
    words.visits_ends_late(&length(words, u32::from(late)))
}

const fn block_class(phase: Phase) -> &'static str {
    match phase {
        Phase::Gather | Phase::Board => "way__block way__block--board",
        Phase::Drive => "way__block way__block--drive",
        Phase::Wait | Phase::Hold => "way__block way__block--wait",
        Phase::Tour => "way__block way__block--tour",
        Phase::Safety | Phase::Questions => "way__block way__block--host",
        Phase::Gate | Phase::CountBack => "way__block way__block--gate",
    }
}

/// Every phase with its time, leg by leg and stop by stop.
fn phases(page: Page, way: &Way) -> View {
    let words = page.store.words();
    let group = way.itinerary.group;
    let item =
        |entry: EntryId, part: PhaseTime| view! { <li class="phase">{phase_length(page, entry, part, true)}</li> };
    let mut items = Vec::new();
    for (place, leg) in way.itinerary.legs.iter().enumerate() {
        items.extend(leg.phases().into_iter().map(|part| item(leg.id, part)));
        let Some(stay) = way.itinerary.stays.get(place) else { continue };
        items.push(view! { <li class="phase way__name">{way.hosts.get(place).cloned().unwrap_or_default()}</li> });
        let entry = EntryId::Stop(stay.stop, group);
        items.extend(stay.phases.iter().map(|part| item(entry, *part)));
        if stay.late > 0 {
            items.push(view! { <li class="phase way__late-word">"\u{25b2} " {late_at_host(words, stay.late)}</li> });
        }
    }
    view! { <ol class="phases way__phases">{items}</ol> }
}
