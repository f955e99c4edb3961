//! The programme on paper: a table a day, what belongs together beside a rule.

use super::{
    edition::Edition,
    sheet::{Content, Face, Fact, Section, Shape},
    table::{Column, column, gap, heading_row, table},
    tongues::Said,
};
use crate::app::dom::{View, view};
use crate::{
    agenda::{Audience, Block, BlockSort, Entry, Event, blocks, entries, spot},
    app::{
        effects::intl::DateStyle,
        pages::{
            entry,
            programme::{leg_line, more_lines, visit_heading, whose},
        },
    },
    i18n::Words,
    papers::Paper,
    workspace::{Route, Screen},
};
use chrono::NaiveDate;

/// The programme of an audience.
pub fn content(edition: &Edition, audience: Audience) -> Content {
    let (tongues, meeting) = (edition.tongues, &edition.plan.meeting);
    let entries = entries(&edition.plan, audience);
    let star =
        if entries.iter().any(Entry::to_confirm) { tongues.word(Words::programme_star) } else { Said::default() };
    let name = tongues.say(|words| whose(words, &edition.plan, audience));
    let zone = tongues.say(|words| words.programme_zone(&meeting.zone));
    let facts = vec![
        Fact::plain(tongues.text(&meeting.theme)),
        Fact::plain(edition.line(&[tongues.text(&meeting.host), edition.dates()])),
        Fact::strong(name.clone()),
        Fact::plain(edition.line(&[zone, star])),
    ];
    let mut days: Vec<(NaiveDate, Vec<Entry>)> = Vec::new();
    for entry in entries {
        match days.last_mut() {
            Some((date, of_day)) if *date == entry.slot.date() => of_day.push(entry),
            _ => days.push((entry.slot.date(), vec![entry])),
        }
    }
    let everyone = audience == Audience::Everyone;
    let nothing = days.is_empty().then(|| {
        view! { <p class="paper__text">{tongues.word(Words::programme_nothing).inline()}</p> }
    });
    let days = days.into_iter().map(|(date, of_day)| {
        let bodies = blocks(&of_day).into_iter().map(|block| body(edition, block, everyone)).collect();
        let table = table(Some(day_heading(edition, date)), columns(edition), bodies);
        let lines = (edition.notes && !has_notes(edition)).then(|| ruled(edition));
        view! { {gap()} {table} {lines} }
    });
    let flow = view! { <div class="paper__flow">{nothing} {days.collect::<Vec<_>>()}</div> };
    Content {
        link: link(edition, audience),
        name,
        sections: vec![Section {
            face: Face { shape: Shape::Plain, over: Said::default(), title: edition.meeting.clone(), facts },
            flow,
        }],
    }
}

/// The programme on the screen, which has one language; in two, this paper.
fn link(edition: &Edition, audience: Audience) -> Route {
    if edition.tongues.beside.is_some() {
        return edition.view_of(Paper::Programme(audience));
    }
    let language = Some(edition.tongues.first.language());
    Route { audience: Some(audience), language, ..Route::to(Screen::Programme) }
}

/// The date of a day, and what it is about.
pub fn day_heading(edition: &Edition, date: NaiveDate) -> View {
    let about = edition.plan.days.get(date).map(|day| edition.tongues.text(&day.title)).unwrap_or_default();
    let class = if edition.tongues.beside.is_some() { "paper__about paper__about--below" } else { "paper__about" };
    view! {
        <h3 class="paper__date">{edition.date(date, DateStyle::Full).inline()}</h3>
        <p class=class>{about.inline()}</p>
    }
}

/// Whether notes have a column of their own: one language leaves the room for it.
const fn has_notes(edition: &Edition) -> bool {
    edition.notes && edition.tongues.beside.is_none()
}

fn columns(edition: &Edition) -> Vec<Column> {
    let word = |word| edition.tongues.word(word);
    let mut columns = vec![
        column("paper__when", word(Words::programme_time)),
        column("", word(Words::programme_what)),
        column("paper__where", word(Words::programme_where)),
    ];
    if has_notes(edition) {
        columns.push(column("paper__notes", word(Words::sheet_notes)));
    }
    columns
}

/// Lines to write on.
fn ruled(edition: &Edition) -> View {
    let lines = (0..6).map(|_| view! { <div class="paper__rule"></div> });
    view! {
        <div class="paper__ruled">
            <p class="paper__label">{edition.tongues.word(Words::sheet_notes).inline()}</p>
            {lines.collect::<Vec<_>>()}
        </div>
    }
}

fn body(edition: &Edition, block: Block, everyone: bool) -> View {
    let (plan, tongues) = (&edition.plan, edition.tongues);
    let span = columns(edition).len();
    let together = !matches!(block.sort, BlockSort::Plain);
    let heading = match &block.sort {
        BlockSort::Plain => None,
        BlockSort::Visit(visit, group) => {
            let heading = |words| visit_heading(words, plan, visit, group.as_deref(), everyone);
            Some((tongues.say(|words| heading(words).0), tongues.say(|words| heading(words).1)))
        }
        BlockSort::Parallel => Some((tongues.word(Words::programme_parallel), Said::default())),
        BlockSort::Meanwhile => Some((tongues.word(Words::programme_meanwhile), Said::default())),
    };
    let again = tongues.word(Words::sheet_continued).text();
    let heading = heading.map(|(title, about)| heading_row(span, title, about, again));
    let rows = block.entries.iter().map(|entry| row(edition, entry, everyone, has_notes(edition), Said::default()));
    let class = together.then_some("paper__body--together");
    view! { <tbody class=class>{heading} {rows.collect::<Vec<_>>()}</tbody> }
}

/// An entry, with room for notes or without; `part` is what the reader does in it.
pub fn row(edition: &Edition, entry: &Entry, everyone: bool, notes: bool, part: Said) -> View {
    let is_leg = matches!(entry.event, Event::Leg { .. });
    let class = match (is_leg, entry.is_work()) {
        (true, _) => "paper__row paper__row--leg",
        (_, false) => "paper__row paper__row--light",
        (_, true) => "paper__row",
    };
    let (plan, tongues) = (&edition.plan, edition.tongues);
    // Where a leg starts stands in its words already, so its one line may be as wide as two columns.
    let place = (!is_leg).then(|| {
        let place = tongues.say(|words| entry::place_or_open(words, entry, &spot(plan, entry)));
        view! { <td class="paper__where">{place.stacked()}</td> }
    });
    let notes = notes.then(|| view! { <td class="paper__notes"></td> });
    let part = (!part.is_empty()).then(|| {
        let said =
            tongues.say(|words| words.sheet_part(if words == tongues.first { &part.first } else { part.second() }));
        view! { <p class="paper__for">{said.inline()}</p> }
    });
    view! {
        <tr class=class data-entry=entry.id.to_string() data-kind=entry.kind().name()>
            <th class="paper__when" scope="row"><time>{entry::span(tongues.first, entry)}</time></th>
            <td colspan=if is_leg { "2" } else { "1" }>
                {tongues.columns(|words| what(edition, words, entry, everyone))}
                {part}
            </td>
            {place}
            {notes}
        </tr>
    }
}

fn what(edition: &Edition, words: Words, entry: &Entry, everyone: bool) -> View {
    let plan = &edition.plan;
    let title = match entry.event {
        Event::Leg { .. } => leg_line(words, plan, entry),
        _ => entry::title(words, entry),
    };
    // For whom a visit is stands in its heading.
    let whom = match &entry.event {
        Event::Session(session) if everyone => entry::only_for(words, plan, &session.audience),
        _ => None,
    };
    let whom = whom.map(|whom| view! { <p class="paper__for">{whom}</p> });
    let more = more_lines(words, plan, entry).into_iter().map(|line| view! { <p class="paper__more">{line}</p> });
    view! {
        <p class="paper__what">{title} {entry.to_confirm().then_some(" *")}</p>
        {whom}
        {more.collect::<Vec<_>>()}
    }
}
