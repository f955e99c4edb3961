//! Catering sheets: heads at a meal by diet and need, without a name.

use super::{
    edition::Edition,
    naming,
    people::body,
    sheet::{Content, Face, Fact, Section, Shape},
    table::{column, heading, table},
    tongues::Said,
};
use crate::app::dom::{View, view};
use crate::{
    agenda::Tally,
    app::effects::intl::{self, DateStyle},
    i18n::Words,
    papers::{CateringSheet, Paper},
    plan::SessionId,
};

/// The sheet of a meal; nothing for what is none.
pub fn content(edition: &Edition, session: SessionId) -> Option<Content> {
    let sheet = CateringSheet::of(&edition.plan, session)?;
    let tongues = edition.tongues;
    let paper = Paper::Catering(session);
    let name = tongues.say(|words| naming::name(words, &edition.plan, paper));
    let tallied =
        |tallies: &[Tally]| tallies.iter().map(|tally| (Said::same(&tally.words), tally.count)).collect::<Vec<_>>();
    let mut diets = tallied(&sheet.diets);
    let others = [
        (Words::sheet_no_diet as fn(Words) -> &'static str, sheet.plain),
        (Words::sheet_diet_not_said, sheet.silent),
        (Words::sheet_diet_not_named, sheet.unnamed),
    ];
    diets.extend(others.into_iter().filter(|(_, count)| *count > 0).map(|(word, count)| (tongues.word(word), count)));
    let total = (tongues.word(Words::sheet_total), sheet.heads);
    let needs = (!sheet.needs.is_empty()).then(|| {
        let table = counts(edition, Words::people_needs, tallied(&sheet.needs), None);
        view! { {heading(&tongues.word(Words::people_needs))} {table} }
    });
    let notes = tongues.text(&sheet.session.notes);
    let notes = (!notes.is_empty()).then(|| {
        view! { {heading(&tongues.word(Words::field_notes))} <div class="paper__text">{notes.stacked()}</div> }
    });
    let flow = view! {
        <div class="paper__flow">
            {counts(edition, Words::people_diets, diets, Some(total))}
            {needs}
            {notes}
        </div>
    };
    let face =
        Face { shape: Shape::Plain, over: edition.meeting.clone(), title: name.clone(), facts: facts(edition, &sheet) };
    Some(Content { name, link: edition.view_of(paper), sections: vec![Section { face, flow }] })
}

fn facts(edition: &Edition, sheet: &CateringSheet) -> Vec<Fact> {
    let tongues = edition.tongues;
    let slot = sheet.session.slot;
    let place: Vec<_> = sheet.spot.names().map(|name| tongues.text(name)).collect();
    let address = sheet.spot.venue.as_ref().map(|venue| venue.address.trim()).unwrap_or_default();
    let when = edition.line(&[
        edition.date(slot.date(), DateStyle::Full),
        tongues.say(|words| intl::span(words.language(), slot.start(), slot.end())),
    ]);
    vec![
        Fact::plain(edition.line(&[edition.line(&place), Said::same(address)])),
        Fact::plain(when),
        Fact::strong(tongues.say(|words| words.heads_some(sheet.heads))),
    ]
}

fn counts(
    edition: &Edition,
    what: fn(Words) -> &'static str,
    counted: Vec<(Said, usize)>,
    total: Option<(Said, usize)>,
) -> View {
    let last = total.map(|(said, count)| row("paper__row paper__row--total", &said, count));
    let rows = counted.iter().map(|(said, count)| row("paper__row", said, *count)).chain(last);
    let columns =
        vec![column("", edition.tongues.word(what)), column("paper__heads", edition.tongues.word(Words::people_heads))];
    table(None, columns, vec![body(rows.collect())])
}

fn row(class: &'static str, said: &Said, count: usize) -> View {
    view! { <tr class=class><th scope="row">{said.inline()}</th><td class="paper__heads">{count}</td></tr> }
}
