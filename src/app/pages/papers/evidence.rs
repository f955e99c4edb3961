//! The evidence pack: an index, the agenda as it was held, the sheets that were signed, and what goes with them.

use super::{
    attendance,
    edition::Edition,
    naming,
    people::body,
    programme::day_heading,
    sheet::{Content, Face, Fact, Section, Shape},
    table::{column, table},
    tongues::Said,
};
use crate::app::dom::{View, view};
use crate::{
    app::{effects::intl, pages::entry},
    i18n::Words,
    papers::{Annex, EvidencePack, Held, HeldDay, Paper, Part},
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
            Part::Sheet(_) | Part::Changes => None,
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
            column("paper__when", word(Words::sheet_planned_at)),
            column("", word(Words::programme_what)),
            column("paper__where", word(Words::programme_where)),
        ];
        let rows = day.lines.iter().map(|line| held_row(edition, line)).collect();
        table(Some(day_heading(edition, day.date)), columns, vec![body(rows)])
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
            <td class="paper__when">{planned}</td>
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
