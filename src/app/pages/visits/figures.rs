//! The visit in four figures.

use super::{Page, length};
use crate::app::dom::{View, view};
use crate::{
    app::effects::intl,
    checks::{Rule, Severity},
    circuit::Source,
    plan::VenueId,
};
use leptos::prelude::*;

/// Start, return, driving, stops.
#[component(transparent)]
pub(super) fn Figures(page: Page) -> View {
    let store = page.store;
    let words = store.words();
    let language = words.language();
    let place = move |venue: Option<VenueId>| {
        store.plan.with(|plan| {
            let venue = venue.and_then(|id| plan.venues.get(id));
            venue.map(|venue| venue.name.in_language(language).to_string()).unwrap_or_default()
        })
    };
    let start = move || {
        let outing = page.outing.get()?;
        let time = intl::time(language, outing.itinerary.start);
        Some(figure("figure", words.visits_start(), time, place(outing.visit.start_place)))
    };
    let back = move || {
        let outing = page.outing.get()?;
        let (itinerary, by) = (&outing.itinerary, outing.visit.return_by);
        if itinerary.stays.is_empty() {
            return Some(figure("figure", words.visits_return(), "\u{2013}".into(), String::new()));
        }
        let late = itinerary.back_late(by);
        let note = by.map(|by| {
            let slack = u32::try_from((by - itinerary.back).num_minutes()).unwrap_or(0);
            let by = intl::time(language, by);
            match late {
                0 => words.visits_slack(&length(words, slack), &by),
                late => words.visits_late(&length(words, u32::from(late)), &by),
            }
        });
        let blocks = store.findings.with(|findings| {
            let here = |finding: &&crate::checks::Finding| {
                finding.rule == Rule::BackLate && finding.concerns(crate::plan::Key::Visit(outing.visit.id))
            };
            findings.iter().find(here).is_some_and(|finding| finding.severity == Severity::Blocker)
        });
        let class = match (late, blocks) {
            (0, _) => "figure",
            (_, true) => "figure figure--blocker",
            (_, false) => "figure figure--warning",
        };
        Some(figure(class, words.visits_return(), intl::time(language, itinerary.back), note.unwrap_or_default()))
    };
    let driving = move || {
        let outing = page.outing.get()?;
        let of = |source| outing.itinerary.legs.iter().filter(|leg| leg.drive.source == source).count();
        let note = match (of(Source::Unknown), of(Source::Estimate)) {
            (0, 0) => String::new(),
            (0, estimates) => words.visits_of_estimates(estimates),
            (unknown, _) => words.visits_of_unknown(unknown),
        };
        let driving = length(words, outing.itinerary.driving());
        Some(figure("figure", words.visits_driving(), driving, note))
    };
    let stops = move || {
        let outing = page.outing.get()?;
        let stays = &outing.itinerary.stays;
        let minutes: u32 = stays.iter().map(|stay| u32::from(stay.slot().minutes())).sum();
        let note = if stays.is_empty() { String::new() } else { words.visits_at_hosts(&length(words, minutes)) };
        Some(figure("figure", words.visits_stops(), stays.len().to_string(), note))
    };
    view! { <dl class="figures">{start} {back} {driving} {stops}</dl> }
}

fn figure(class: &'static str, label: &'static str, value: String, note: String) -> View {
    view! {
        <div class=class>
            <dt class="figure__label">{label}</dt>
            <dd class="figure__value">{value}</dd>
            <dd class="figure__note">{note}</dd>
        </div>
    }
}
