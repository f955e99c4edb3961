//! The evidence pack: an index, the agenda as it was held, the sheets that were signed, and what goes with them.

use super::{
    attendance,
    edition::Edition,
    naming,
    people::body,
    programme::day_heading,
    sheet::{Content, Face, Fact, Section, Shape},
    table::{column, gap, table},
    tongues::Said,
};
use crate::app::dom::{View, view};
use crate::{
    agenda::{Change, What},
    app::{
        effects::intl::{self, DateStyle},
        pages::entry,
    },
    i18n::Words,
    papers::{Annex, EvidencePack, Held, HeldDay, Paper, Part},
    plan::{Attendance, Plan, Text},
};

/// The pack of the plan.
pub fn content(edition: &Edition) -> Content {
    let tongues = edition.tongues;
    let paper = Paper::Evidence;
    let name = tongues.say(|words| naming::name(words, &edition.plan, paper));
    let pack = EvidencePack::of(&edition.plan);
    let mut parts: Vec<Section> = Vec::new();
    for part in &pack.parts {
        parts.extend(match part {
            Part::Agenda => Some(plain(edition, tongues.word(Words::sheet_held), held(edition, &pack.days))),
            Part::Sheet(Paper::Attendance(site)) => attendance::section(edition, *site),
            Part::Annexes => Some(plain(edition, tongues.word(Words::sheet_annexes), annexes(edition, &pack.annexes))),
            Part::Changes => Some(changed(edition, &pack)),
            Part::Sheet(_) => None,
        });
    }
    let index = index(edition, &parts);
    let meeting = &edition.plan.meeting;
    let number = meeting.number.trim();
    let number =
        if number.is_empty() { Said::default() } else { tongues.say(|words| words.sheet_project_number(number)) };
    let facts = vec![
        Fact::plain(edition.line(&[tongues.text(&meeting.programme), number])),
        Fact::strong(edition.line(&[tongues.text(&meeting.host), edition.dates()])),
    ];
    let face = Face { shape: Shape::Plain, over: edition.meeting.clone(), title: name.clone(), facts };
    let sections = std::iter::once(Section { face, flow: index }).chain(parts).collect();
    Content { name, link: edition.view_of(paper), sections }
}

fn plain(edition: &Edition, title: Said, inside: Vec<View>) -> Section {
    let face = Face { shape: Shape::Plain, over: edition.meeting.clone(), title, facts: Vec::new() };
    Section { face, flow: view! { <div class="paper__flow">{inside}</div> } }
}

/// What is in the pack, and on which sheet it begins. The numbers come when the sheets are known.
fn index(edition: &Edition, parts: &[Section]) -> View {
    let rows: Vec<_> = parts
        .iter()
        .enumerate()
        .map(|(place, part)| {
            view! {
                <tr class="paper__row">
                    <th scope="row">{part.face.title.stacked()}</th>
                    <td class="paper__heads" data-begins=place + 1></td>
                </tr>
            }
        })
        .collect();
    if rows.is_empty() {
        return view! { <div class="paper__flow"><p class="paper__text">{edition.tongues.word(Words::programme_nothing).inline()}</p></div> };
    }
    let columns = vec![
        column("", edition.tongues.word(Words::sheet_index)),
        column("paper__heads", edition.tongues.word(Words::programme_page)),
    ];
    view! { <div class="paper__flow">{table(None, columns, vec![body(rows)])}</div> }
}

fn held(edition: &Edition, days: &[HeldDay]) -> Vec<View> {
    let word = |word| edition.tongues.word(word);
    let day = |day: &HeldDay| {
        let columns = vec![
            column("paper__when", word(Words::sheet_held_at)),
            column("paper__planned", word(Words::sheet_planned_at)),
            column("", word(Words::programme_what)),
            column("paper__where", word(Words::programme_where)),
        ];
        let rows = day.lines.iter().map(|line| held_row(edition, line)).collect();
        let table = table(Some(day_heading(edition, day.date)), columns, vec![body(rows)]);
        view! { {gap()} {table} }
    };
    days.iter().map(day).collect()
}

fn held_row(edition: &Edition, held: &Held) -> View {
    let tongues = edition.tongues;
    let entry = &held.entry;
    let span = |start, end| intl::span(tongues.first.language(), start, end);
    let slot = span(entry.slot.start(), entry.slot.end());
    let (at, planned) = match (held.left_out, held.planned) {
        (true, _) => (tongues.word(Words::sheet_left_out), slot),
        (false, Some(planned)) => (Said::same(slot), span(planned.start(), planned.end())),
        (false, None) => (Said::same(slot.clone()), slot),
    };
    let title = tongues.say(|words| entry::title(words, entry));
    let place = tongues.say(|words| entry::place_or_open(words, entry, &held.spot));
    view! {
        <tr class="paper__row" data-entry=entry.id.to_string() data-kind=entry.kind().name()>
            <th class="paper__when" scope="row">{at.stacked()}</th>
            <td class="paper__planned">{planned}</td>
            <td>{title.stacked()}</td>
            <td class="paper__where">{place.stacked()}</td>
        </tr>
    }
}

fn annexes(edition: &Edition, annexes: &[Annex]) -> Vec<View> {
    let tongues = edition.tongues;
    let rows = annexes.iter().map(|annex| {
        let (title, url, of) = match annex {
            Annex::Document(document) => (tongues.say(|words| naming::text(words, &document.title)), &document.url, Said::default()),
            Annex::Link(session, link) => (Said::same(link.title.trim()), &link.url, tongues.text(&session.title)),
        };
        view! {
            <tr class="paper__row">
                <th scope="row">{title.stacked()} <span class="paper__more paper__beside--below">{of.inline()}</span></th>
                <td class="paper__url">{url.trim().to_string()}</td>
            </tr>
        }
    });
    let columns =
        vec![column("", tongues.word(Words::sheet_annex)), column("paper__url", tongues.word(Words::sheet_kept_at))];
    vec![table(None, columns, vec![body(rows.collect())])]
}

/// What changed since the first version.
fn changed(edition: &Edition, pack: &EvidencePack) -> Section {
    let tongues = edition.tongues;
    let facts = pack.versions.iter().map(|version| {
        let at = intl::stamp_in(&edition.plan.meeting.zone, &version.at.to_string()).map(|at| at.date());
        let name = tongues.text(&version.name);
        Fact::plain(edition.line(&[name, at.map(|at| edition.date(at, DateStyle::Date)).unwrap_or_default()]))
    });
    let face = Face {
        shape: Shape::Plain,
        over: edition.meeting.clone(),
        title: tongues.word(Words::sheet_changes),
        facts: facts.collect(),
    };
    if pack.changes.is_empty() {
        let nothing = tongues.word(Words::sheet_unchanged).stacked();
        return Section { face, flow: view! { <div class="paper__flow"><p class="paper__text">{nothing}</p></div> } };
    }
    let rows = pack.changes.iter().map(|change| {
        let Change { line, what } = change;
        let slot = line.slot;
        let when = tongues.say(|words| {
            let date = intl::date(words.language(), slot.date(), DateStyle::Brief);
            [date, intl::span(words.language(), slot.start(), slot.end())].join(", ")
        });
        let title = tongues.say(|words| entry::titled(words, line.entry, &line.title));
        let what: Vec<_> = what
            .iter()
            .map(|what| view! { <p>{tongues.say(|words| became(words, &edition.plan, what)).stacked()}</p> })
            .collect();
        view! {
            <tr class="paper__row">
                <th class="paper__whose" scope="row">{title.stacked()}</th>
                <td class="paper__where">{when.stacked()}</td>
                <td>{what}</td>
            </tr>
        }
    });
    let columns = vec![
        column("paper__whose", tongues.word(Words::programme_what)),
        column("paper__where", tongues.word(Words::programme_time)),
        column("", tongues.word(Words::sheet_change)),
    ];
    let table = table(None, columns, vec![body(rows.collect())]);
    Section { face, flow: view! { <div class="paper__flow">{table}</div> } }
}

/// One thing that became of an entry.
fn became(words: Words, plan: &Plan, what: &What) -> String {
    let language = words.language();
    let open = |text: &Text| {
        let text = text.in_language(language).trim();
        if text.is_empty() { words.entry_place_open().to_string() } else { text.to_string() }
    };
    match what {
        What::Added => words.sheet_added().to_string(),
        What::Cancelled => words.sheet_cancelled().to_string(),
        What::Moved { from, .. } => {
            let date = intl::date(language, from.date(), DateStyle::Brief);
            words.sheet_moved(&[date, intl::span(language, from.start(), from.end())].join(", "))
        }
        What::Renamed { from, .. } => words.sheet_renamed(&naming::text(words, from)),
        What::Elsewhere { from, to } => words.sheet_elsewhere(&open(from), &open(to)),
        What::ForOthers { from, to } => words.sheet_for_others(&whom(words, plan, to), &whom(words, plan, from)),
        What::Confirmed => words.sheet_confirmed().to_string(),
        What::Doubted => words.to_confirm().to_string(),
    }
}

/// For whom an entry is.
fn whom(words: Words, plan: &Plan, attendance: &Attendance) -> String {
    entry::only_for(words, plan, attendance).unwrap_or_else(|| words.files_for_everyone().to_string())
}
