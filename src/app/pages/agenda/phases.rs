//! A stay from door to door, as a strip: each phase as wide as it is long.

use crate::app::dom::{View, view};
use crate::{
    app::{Store, effects::intl},
    circuit::{Phase, Stay},
    i18n::Words,
};
use leptos::prelude::*;

/// What a phase is called.
pub fn phase_words(words: Words, phase: Phase) -> &'static str {
    match phase {
        Phase::Gather => words.phase_gather(),
        Phase::Board => words.phase_board(),
        Phase::Drive => words.phase_drive(),
        Phase::Wait => words.phase_wait(),
        Phase::Gate => words.phase_gate(),
        Phase::Safety => words.phase_safety(),
        Phase::Tour => words.phase_tour(),
        Phase::Questions => words.phase_questions(),
        Phase::CountBack => words.phase_count_back(),
        Phase::Hold => words.phase_hold(),
    }
}

/// The strip, with its words as a list below: narrow phases have no room for theirs.
#[component(transparent)]
pub fn Phases(stay: Stay) -> View {
    let words = Store::here().words();
    let language = words.language();
    let parts = stay.phases.iter().map(|part| {
        let class = match part.phase {
            Phase::Tour => "strip__part strip__part--tour",
            Phase::Wait | Phase::Hold => "strip__part strip__part--wait",
            _ => "strip__part",
        };
        view! { <span class=class style=("--length", part.minutes.to_string())></span> }
    });
    let rows = stay.phases.iter().map(|part| {
        view! {
            <li class="strip__row">
                <span class="strip__time">{intl::time(language, part.start)}</span>
                <span>{phase_words(words, part.phase)}</span>
                <span class="strip__minutes">{words.minutes(usize::from(part.minutes))}</span>
            </li>
        }
    });
    view! {
        <div class="strip" aria-hidden="true">{parts.collect::<Vec<_>>()}</div>
        <ol class="strip__list">{rows.collect::<Vec<_>>()}</ol>
    }
}
