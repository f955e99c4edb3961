//! Attendance sheets: who signs that they were there, by delegation, with blank rows for guests whom nobody announced.

use super::{
    edition::Edition,
    naming,
    people::{delegation, roles},
    sheet::{Content, Face, Fact, Section, Shape},
    table::{Column, column, heading_row, table},
    tongues::Said,
};
use crate::app::dom::{View, view};
use crate::{
    agenda::Entry,
    app::effects::intl::{self, DateStyle},
    i18n::Words,
    papers::{AttendanceSheet, Paper, Signers, Site},
};

/// The sheet of a site; nothing where nobody signs there.
pub fn content(edition: &Edition, site: Site) -> Option<Content> {
    let paper = Paper::Attendance(site);
    let name = edition.tongues.say(|words| naming::name(words, &edition.plan, paper));
    Some(Content { link: edition.view_of(paper), sections: vec![section(edition, site)?], name })
}

/// The sheet as a section, also of the evidence pack.
pub fn section(edition: &Edition, site: Site) -> Option<Section> {
    let sheet = AttendanceSheet::of(&edition.plan, site, edition.blank)?;
    let tongues = edition.tongues;
    let title = tongues.say(|words| naming::name(words, &edition.plan, Paper::Attendance(site)));
    let mut number = 0;
    let mut bodies: Vec<View> =
        sheet.signers.iter().map(|signers| of_delegation(edition, signers, &mut number)).collect();
    if !sheet.speakers.is_empty() {
        let rows = sheet.speakers.iter().map(|speaker| {
            number += 1;
            signature(number, &speaker.name, "", roles(edition, "", &speaker.roles))
        });
        bodies.push(group(edition, tongues.word(Words::sheet_other_speakers), Said::default(), rows.collect()));
    }
    if sheet.blank > 0 {
        // The last one goes with what the host signs, which should not be alone on a sheet.
        let rows = (1..=sheet.blank).map(|row| blank(None, row == sheet.blank));
        bodies.push(group(edition, tongues.word(Words::sheet_unannounced), Said::default(), rows.collect()));
    }
    let table = table(None, columns(edition), bodies);
    let flow = view! { <div class="paper__flow">{table} {confirmation(edition, &sheet)}</div> };
    let face = Face { shape: Shape::Plain, over: edition.meeting.clone(), title, facts: facts(edition, &sheet) };
    Some(Section { face, flow })
}

/// Project and number, date, place, and from when to when.
fn facts(edition: &Edition, sheet: &AttendanceSheet) -> Vec<Fact> {
    let (tongues, meeting) = (edition.tongues, &edition.plan.meeting);
    let number = meeting.number.trim();
    let number =
        if number.is_empty() { Said::default() } else { tongues.say(|words| words.sheet_project_number(number)) };
    let places: Vec<_> = sheet
        .venues
        .iter()
        .map(|venue| {
            tongues.say(|words| {
                let name = naming::text(words, &venue.name);
                let address = venue.address.trim();
                if address.is_empty() || address == name { name } else { [&name, ", ", address].concat() }
            })
        })
        .collect();
    let times = span(edition, &sheet.entries);
    let date = edition.date(sheet.date, DateStyle::Full);
    let (day, when) = match sheet.site {
        Site::Day(_) => (tongues.text(&sheet.day), times),
        Site::Stop(..) => (Said::default(), edition.line(&[date, times])),
    };
    vec![
        Fact::plain(edition.line(&[tongues.text(&meeting.programme), number])),
        Fact::plain(day),
        Fact::strong(edition.line(&[edition.line(&places), when])),
        Fact::plain(tongues.say(|words| words.sheet_expected(sheet.heads()))),
    ]
}

fn span(edition: &Edition, entries: &[Entry]) -> Said {
    let start = entries.iter().map(|entry| entry.slot.start()).min();
    let end = entries.iter().map(|entry| entry.slot.end()).max();
    match start.zip(end) {
        Some((start, end)) => edition.tongues.say(|words| intl::span(words.language(), start, end)),
        None => Said::default(),
    }
}

fn columns(edition: &Edition) -> Vec<Column> {
    let word = |word| edition.tongues.word(word);
    vec![
        column("paper__number", Said::default()),
        column("paper__signer", word(Words::people_name)),
        column("", word(Words::field_organisation)),
        column("paper__role", word(Words::people_role)),
        column("paper__sign", word(Words::sheet_signature)),
    ]
}

fn of_delegation(edition: &Edition, signers: &Signers, number: &mut usize) -> View {
    let mut rows = Vec::new();
    for signer in &signers.named {
        *number += 1;
        let delegate = &signer.delegate;
        rows.push(signature(
            *number,
            &delegate.name,
            &delegate.organisation,
            roles(edition, &delegate.role, &signer.roles),
        ));
    }
    for _ in 0..signers.unnamed {
        *number += 1;
        rows.push(blank(Some(*number), false));
    }
    let about = edition.tongues.say(|words| words.heads_some(signers.named.len() + signers.unnamed));
    group(edition, delegation(edition, signers.delegation.as_deref()), about, rows)
}

fn group(edition: &Edition, title: Said, about: Said, rows: Vec<View>) -> View {
    let again = edition.tongues.word(Words::sheet_continued).text();
    view! { <tbody>{heading_row(5, title, about, again)} {rows}</tbody> }
}

/// A row for somebody whom nobody named, with a number where the person is expected.
fn blank(number: Option<usize>, keep: bool) -> View {
    view! {
        <tr class="paper__row paper__row--sign" data-keep=keep>
            <td class="paper__number">{number}</td>
            <td class="paper__signer"></td>
            <td></td>
            <td class="paper__role"></td>
            <td class="paper__sign"></td>
        </tr>
    }
}

/// A row to sign.
fn signature(number: usize, name: &str, organisation: &str, role: Said) -> View {
    let name = name.trim();
    if name.is_empty() {
        return blank(Some(number), false);
    }
    view! {
        <tr class="paper__row paper__row--sign">
            <td class="paper__number">{number}</td>
            <th class="paper__signer" scope="row"><bdi>{name.to_string()}</bdi></th>
            <td><bdi>{organisation.trim().to_string()}</bdi></td>
            <td class="paper__role">{role.stacked()}</td>
            <td class="paper__sign"></td>
        </tr>
    }
}

/// Where the host confirms that they were there.
fn confirmation(edition: &Edition, sheet: &AttendanceSheet) -> View {
    let tongues = edition.tongues;
    let host = match &sheet.host {
        Some(host) => Said::same(host.name.trim()),
        None => tongues.text(&edition.plan.meeting.host),
    };
    let for_host =
        tongues.say(|words| words.sheet_for_host(if words == tongues.first { &host.first } else { host.second() }));
    let field = |word: fn(Words) -> &'static str| view! { <p class="paper__blank">{tongues.word(word).inline()}</p> };
    view! {
        <div class="paper__confirmation">
            <p class="paper__label">{for_host.inline()}</p>
            <div class="paper__blanks">
                {field(Words::sheet_name_and_role)}
                {field(Words::sheet_place_and_date)}
                {field(Words::sheet_signature_and_stamp)}
            </div>
        </div>
    }
}
