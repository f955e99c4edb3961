//! The agenda as it is filtered: a row an entry, in its order.

use super::{Table, moment};
use crate::{
    agenda::{Board, Entry, Event, Filter, wording},
    exchange::saying,
    i18n::Words,
    plan::Plan,
};
use chrono::NaiveDate;

pub(super) fn table(plan: &Plan, filter: Filter, date: Option<NaiveDate>, words: Words) -> Table {
    let mut table = Table::of([
        words.table_date(),
        words.session_start(),
        words.session_end(),
        words.field_kind(),
        words.field_title(),
        words.field_place(),
        words.table_address(),
        words.field_audience(),
        words.field_chair(),
        words.field_speakers(),
        words.field_rapporteur(),
        words.field_topics(),
        words.field_notes(),
        words.links(),
        words.to_confirm(),
    ]);
    let shown = Board::of(plan, filter).placed.into_iter().map(|placed| placed.entry);
    let shown = shown.filter(|entry| date.is_none_or(|date| entry.slot.date() == date));
    table.rows = shown.map(|entry| row(plan, &entry, words)).collect();
    table
}

fn row(plan: &Plan, entry: &Entry, words: Words) -> Vec<String> {
    let [date, start] = moment(entry.slot.start());
    let [_, end] = moment(entry.slot.end());
    let [place, address] = saying::place(words, plan, entry);
    let (mut roles, mut links, mut notes, mut topics) = (Default::default(), Vec::new(), String::new(), None);
    match &entry.event {
        Event::Session(session) => {
            roles = [&session.chair, &session.speakers, &session.rapporteur]
                .map(|parties| saying::parties(words, plan, parties));
            links =
                session.links.iter().map(|link| [&*link.title, " ", &link.url].concat().trim().to_string()).collect();
            notes = saying::said(words, &session.notes).to_string();
            topics = Some(&session.topics);
        }
        Event::Stop { stop, .. } => {
            notes = saying::said(words, &stop.briefing).to_string();
            topics = Some(&stop.topics);
        }
        Event::Leg { .. } => {}
    }
    let topics = topics.map_or_else(Vec::new, |covered| {
        // In the order of the plan, which is the order in which the meeting speaks of them.
        let topics = plan.topics.iter().filter(|topic| covered.contains(&topic.id));
        topics.map(|topic| saying::said(words, &topic.name)).collect()
    });
    let [chair, speakers, rapporteur] = roles;
    vec![
        date,
        start,
        end,
        saying::sort(words, entry).to_string(),
        wording::title(words, entry),
        place,
        address,
        saying::whom(words, plan, entry),
        chair,
        speakers,
        rapporteur,
        topics.join(", "),
        notes,
        links.join("\n"),
        saying::yes(words, entry.to_confirm()),
    ]
}
