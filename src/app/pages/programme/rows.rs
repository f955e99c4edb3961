//! The rows of the programme's tables: one for each entry, under a heading where several belong together.

use super::entry;
use crate::app::dom::{View, view};
use crate::app::pages::late::was_span;
use crate::{
    agenda::{Block, BlockSort, Doing, Entry, Event, asked, spot, steps},
    i18n::Words,
    plan::{Group, Plan, Visit},
};
use leptos::prelude::*;
use std::sync::Arc;

/// A block of a day.
#[component(transparent)]
pub fn Rows(plan: Arc<Plan>, words: Words, block: Block, everyone: bool) -> View {
    let class = match block.sort {
        BlockSort::Plain => "sheet__block",
        BlockSort::Visit(..) | BlockSort::Parallel | BlockSort::Meanwhile => "sheet__block sheet__block--together",
    };
    let heading = match &block.sort {
        BlockSort::Plain => None,
        BlockSort::Visit(visit, group) => Some(visit_heading(words, &plan, visit, group.as_deref(), everyone)),
        BlockSort::Parallel => Some((words.programme_parallel().to_string(), String::new())),
        BlockSort::Meanwhile => Some((words.programme_meanwhile().to_string(), String::new())),
    };
    let heading = heading.map(|(title, about)| {
        view! {
            <tr class="sheet__group">
                <th colspan="3" scope="rowgroup">{title} <span class="sheet__more">{about}</span></th>
            </tr>
        }
    });
    let rows = block.entries.into_iter().map(|entry| {
        view! { <Row plan=plan.clone() words=words entry=entry everyone=everyone /> }
    });
    let rows = rows.collect::<Vec<_>>();
    view! { <tbody class=class>{heading} {rows}</tbody> }
}

/// A visit's title; which group goes, or for whom it is, and with whom it is organised.
pub fn visit_heading(
    words: Words,
    plan: &Plan,
    visit: &Visit,
    group: Option<&Group>,
    everyone: bool,
) -> (String, String) {
    let language = words.language();
    let title = visit.title.in_language(language).trim();
    let title = if title.is_empty() { words.untitled() } else { title };
    let whom = match group {
        Some(group) => Some(entry::group(words, plan, group, everyone)),
        None if everyone => entry::only_for(words, plan, &visit.audience),
        None => None,
    };
    let organiser = visit.organiser.in_language(language).trim();
    let organiser = (!organiser.is_empty()).then(|| words.programme_with(organiser));
    let about: Vec<_> = whom.into_iter().chain(organiser).collect();
    (title.to_string(), about.join(entry::DOT))
}

/// An entry.
#[component(transparent)]
fn Row(plan: Arc<Plan>, words: Words, entry: Entry, everyone: bool) -> View {
    let class = match (&entry.event, entry.is_work()) {
        (Event::Leg { .. }, _) => "sheet__row sheet__row--leg",
        (_, false) => "sheet__row sheet__row--light",
        (_, true) => "sheet__row",
    };
    // Where a leg starts stands in its words already, so its one line may be as wide as the table.
    let place = match entry.event {
        Event::Leg { .. } => None,
        _ => Some(entry::place_or_open(words, &entry, &spot(&plan, &entry))),
    };
    let title = match entry.event {
        Event::Leg { .. } => leg_line(words, &plan, &entry),
        _ => entry::title(words, &entry),
    };
    let star = entry.to_confirm().then(|| {
        view! { <span aria-hidden="true">"*"</span><span class="visually-hidden">" (" {words.to_confirm()} ")"</span> }
    });
    // For whom a visit is stands in its heading.
    let whom = match &entry.event {
        Event::Session(session) if everyone => entry::only_for(words, &plan, &session.audience),
        _ => None,
    };
    let was = was_span(words, &plan, &entry);
    let whom = whom.map(|whom| view! { <p class="sheet__whom">{whom}</p> });
    let more = more_lines(words, &plan, &entry).into_iter().map(|line| view! { <p class="sheet__more">{line}</p> });
    view! {
        <tr class=class data-entry=entry.id.to_string() data-kind=entry.kind().name()>
            <th class="sheet__when" scope="row"><time>{entry::span(words, &entry)}</time> {was}</th>
            <td colspan=if place.is_some() { "1" } else { "2" }>
                <p class="sheet__what">{title} {star}</p>
                {whom}
                {more.collect::<Vec<_>>()}
            </td>
            {place.map(|place| view! { <td class="sheet__where">{place}</td> })}
        </tr>
    }
}

/// A leg in one line: where it leads, when one boards, when the coach leaves, and how long the drive is.
pub fn leg_line(words: Words, plan: &Plan, entry: &Entry) -> String {
    let from = spot(plan, entry).venue.map(|venue| venue.name.in_language(words.language()).to_string());
    let from = from.unwrap_or_default();
    let steps = steps(entry).into_iter().filter(|step| step.doing != Doing::Arrive);
    let mut parts: Vec<_> = steps
        .map(|step| {
            let mut part = entry::doing(words, step.doing, &from, "");
            part.push(' ');
            part.push_str(&entry::time(words, step.at));
            part
        })
        .collect();
    if let Event::Leg { leg, .. } = &entry.event {
        parts.push(entry::drive(words, leg.drive));
    }
    let mut line = entry::title(words, entry);
    line.push_str(": ");
    line.push_str(&parts.join(", "));
    line
}

/// What else there is to say, a paragraph each.
pub fn more_lines(words: Words, plan: &Plan, entry: &Entry) -> Vec<String> {
    let language = words.language();
    let mut lines = match &entry.event {
        Event::Session(session) => vec![
            entry::roles(words, plan, session).join(entry::DOT),
            session.notes.in_language(language).trim().to_string(),
            entry::topics(words, plan, entry),
        ],
        Event::Stop { host, .. } => {
            let about = host.as_ref().map(|host| host.about.in_language(language).trim().to_string());
            let (asks, brings) = entry::asks(words, &asked(plan, entry));
            let asks = if brings { words.programme_bring(&asks) } else { asks };
            vec![about.unwrap_or_default(), asks]
        }
        Event::Leg { .. } => Vec::new(),
    };
    lines.retain(|line| !line.is_empty());
    lines
}
