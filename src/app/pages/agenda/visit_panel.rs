//! The panel of a stop or a leg on the agenda: what it is and when, and the way to the visit, where it is edited.

use super::{Desk, found::Found};
use crate::app::dom::{View, view};
use crate::app::signal::Memo;
use crate::{
    agenda::{Event, bring},
    app::{
        effects::intl,
        pages::{agenda::phases::Phases, late::LateHere},
        wording,
    },
    circuit::Source,
    plan::{EntryId, Key},
    workspace::{Route, Screen},
};
use leptos::prelude::*;

#[component(transparent)]
pub fn VisitPanel(id: EntryId) -> View {
    let desk = Desk::here();
    let words = desk.store.words();
    let entry = Memo::new(move |_| desk.board.with(|board| board.get(id).map(|placed| placed.entry.clone())));
    let about = move || {
        let plan = desk.store.plan.get();
        let entry = entry.get()?;
        let language = words.language();
        let time = intl::span(language, entry.slot.start(), entry.slot.end());
        let title = entry.title().in_language(language).to_string();
        let mut heads = words.heads(entry.heads(&plan));
        if let Some(group) = entry.group() {
            heads = wording::group(words, group) + " \u{b7} " + &heads;
        }
        let facts = match &entry.event {
            Event::Session(_) => return None,
            Event::Stop { stop, host, venue, stay, .. } => {
                let window = stop.window.map(|window| {
                    let day = entry.slot.date();
                    intl::span(language, day.and_time(window.from()), day.and_time(window.to()))
                });
                let capacity = host.as_ref().and_then(|host| host.capacity);
                let asked = host.as_ref().map(|host| bring(host)).unwrap_or_default();
                let asked: Vec<_> = asked.iter().map(|one| wording::bring(words, one)).collect();
                let late = (stay.late > 0).then(|| words.stop_late(usize::from(stay.late)));
                view! {
                    <h2 class="panel__title">{title}</h2>
                    <p class="panel__about">{time} " \u{b7} " {heads}</p>
                    <Phases stay=stay.clone() />
                    <dl class="facts">
                        {fact(words.field_place(), venue.as_ref().map(|venue| venue.address.clone()))}
                        {fact(words.stop_window(), window)}
                        {fact(words.stop_late_label(), late)}
                        {fact(words.stop_capacity(), capacity.map(|takes| words.heads(usize::from(takes))))}
                        {fact(words.stop_bring(), (!asked.is_empty()).then(|| asked.join(", ")))}
                        {fact(words.field_notes(), Some(stop.briefing.in_language(language).to_string()))}
                    </dl>
                }
            }
            Event::Leg { leg, .. } => {
                let drive = match leg.drive.source {
                    Source::Unknown => words.leg_unknown().to_string(),
                    Source::Estimate => words.leg_estimate(&leg.drive.minutes.to_string()),
                    Source::Own | Source::Same => words.leg_drive(&leg.drive.minutes.to_string()),
                };
                let moment = |moment| Some(intl::time(language, moment));
                view! {
                    <h2 class="panel__title">{words.leg_to(&title)}</h2>
                    <p class="panel__about">{time} " \u{b7} " {heads}</p>
                    <dl class="facts">
                        {fact(words.leg_boarding(), moment(leg.start))}
                        {fact(words.leg_departs(), moment(leg.departs))}
                        {fact(words.leg_driving(), Some(drive))}
                        {fact(words.leg_arrives(), moment(leg.arrives))}
                    </dl>
                }
            }
        };
        Some(facts)
    };
    let name = entry.with_untracked(|entry| {
        entry.as_ref().map(|entry| entry.title().in_language(words.language()).to_string()).unwrap_or_default()
    });
    let key = match id {
        EntryId::Session(id) => Key::Session(id),
        EntryId::Stop(id, _) | EntryId::LegTo(id, _) => Key::Stop(id),
        EntryId::LegBack(id, _) => Key::Visit(id),
    };
    view! {
        {about}
        <LateHere entry=id title=name />
        <div class="panel__actions">
            <a class="button" href=Route::at_place(Screen::Visits, id).href()>{words.visit_edit()}</a>
            <button type="button" class="button" on:click=move |_| desk.go(id)>{words.panel_back()}</button>
        </div>
        <Found about=key entry=id />
    }
}

/// A word and what it is, unless there is nothing to say.
fn fact(word: &'static str, what: Option<String>) -> Option<View> {
    let what = what.filter(|what| !what.is_empty())?;
    Some(view! { <div class="facts__row"><dt>{word}</dt> <dd>{what}</dd></div> })
}
