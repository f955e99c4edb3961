//! Host sheets: who comes to a company, when, and by which rules.

use super::{
    edition::Edition,
    naming,
    people::{body, contacts, delegation},
    sheet::{Content, Face, Fact, Section, Shape},
    table::{column, heading, heading_row, table},
    tongues::Said,
};
use crate::app::dom::{View, view};
use crate::{
    agenda::Doing,
    app::{
        effects::intl::{self, DateStyle},
        pages::entry,
        wording,
    },
    exchange::tables::header,
    i18n::Words,
    papers::{Guests, HostSheet, Paper, Reached, Reception},
    plan::HostId,
};

/// The sheet of a host; nothing for one that the plan does not know.
pub fn content(edition: &Edition, host: HostId) -> Option<Content> {
    let sheet = HostSheet::of(&edition.plan, host)?;
    let tongues = edition.tongues;
    let paper = Paper::HostSheet(host);
    let name = tongues.say(|words| naming::name(words, &edition.plan, paper));
    let asked = tongues.say(|words| entry::asks(words, &sheet.asked).0);
    let asked = (!asked.is_empty()).then(|| {
        view! { {heading(&tongues.word(Words::sheet_agreed))} <div class="paper__text">{asked.stacked()}</div> }
    });
    let flow = view! {
        <div class="paper__flow">
            {receptions(edition, &sheet)}
            {sheet.receptions.iter().map(|reception| phases(edition, reception)).collect::<Vec<_>>()}
            {asked}
            {guests(edition, &sheet)}
            {contacts(edition, &on_the_coach(&sheet))}
        </div>
    };
    let face =
        Face { shape: Shape::Plain, over: edition.meeting.clone(), title: name.clone(), facts: facts(edition, &sheet) };
    Some(Content { name, link: edition.view_of(paper), sections: vec![Section { face, flow }] })
}

fn on_the_coach(sheet: &HostSheet) -> Vec<Reached> {
    let mut all = Vec::new();
    for contact in sheet.receptions.iter().flat_map(|reception| &reception.contacts) {
        if !all.contains(contact) {
            all.push(contact.clone());
        }
    }
    all
}

fn facts(edition: &Edition, sheet: &HostSheet) -> Vec<Fact> {
    let tongues = edition.tongues;
    let address = sheet.venue.as_ref().map(|venue| venue.address.trim()).unwrap_or_default();
    let contact = &sheet.host.contact;
    let asks = [contact.name.trim(), contact.phone.trim(), contact.email.trim()].map(Said::same);
    let mut dates: Vec<_> = sheet.receptions.iter().map(|reception| reception.arrives.date()).collect();
    dates.dedup();
    let dates: Vec<_> = dates.into_iter().map(|date| edition.date(date, DateStyle::Full)).collect();
    vec![
        Fact::plain(edition.line(&[vec![Said::same(address)], asks.to_vec()].concat())),
        Fact::strong(edition.line(&[edition.line(&dates), tongues.say(|words| words.heads_some(sheet.heads))])),
    ]
}

/// When each group arrives and leaves.
fn receptions(edition: &Edition, sheet: &HostSheet) -> View {
    let tongues = edition.tongues;
    let rows: Vec<_> = sheet
        .receptions
        .iter()
        .map(|reception| {
            let time = |at| intl::time(tongues.first.language(), at);
            let who = tongues.say(|words| who(words, reception));
            view! {
                <tr class="paper__row">
                    <td class="paper__time">{time(reception.arrives)}</td>
                    <td class="paper__time">{time(reception.received)}</td>
                    <td class="paper__time">{time(reception.leaves)}</td>
                    <th scope="row">{who.stacked()}</th>
                    <td class="paper__heads">{reception.heads}</td>
                </tr>
            }
        })
        .collect();
    if rows.is_empty() {
        return view! { <p class="paper__text">{tongues.word(Words::sheet_nobody_comes).inline()}</p> };
    }
    let columns = vec![
        column("paper__time", tongues.word(Words::sheet_arrives)),
        column("paper__time", tongues.word(Words::sheet_received)),
        column("paper__time", tongues.word(Words::sheet_leaves)),
        column("", tongues.word(Words::sheet_who)),
        column("paper__heads", tongues.word(Words::people_heads)),
    ];
    table(None, columns, vec![body(rows)])
}

/// The group, and the language that it is guided in; the visit where all come together.
fn who(words: Words, reception: &Reception) -> String {
    match &reception.group {
        Some(group) => wording::group(words, group),
        None => naming::text(words, &reception.visit.title),
    }
}

/// What happens when.
fn phases(edition: &Edition, reception: &Reception) -> View {
    let tongues = edition.tongues;
    let phases = tongues.say(|words| {
        let phases = reception.phases.iter().filter(|phase| phase.minutes > 0).map(|phase| {
            let start = intl::time(words.language(), phase.start);
            [start, entry::doing(words, Doing::Phase(phase.phase), "", "")].join(" ")
        });
        phases.collect::<Vec<_>>().join(entry::DOT)
    });
    let who = tongues.say(|words| who(words, reception));
    view! {
        <div class="paper__phases">
            <p class="paper__label">{who.inline()}</p>
            <div class="paper__more">{phases.stacked()}</div>
        </div>
    }
}

/// Who comes altogether, by delegation: names where the host asked for them, else heads.
fn guests(edition: &Edition, sheet: &HostSheet) -> Option<View> {
    let tongues = edition.tongues;
    if sheet.guests.is_empty() {
        return None;
    }
    let title = heading(&tongues.word(Words::sheet_guests));
    if sheet.fields.is_empty() {
        let rows = sheet.guests.iter().map(|guests| {
            view! {
                <tr class="paper__row">
                    <th scope="row">{delegation(edition, guests.delegation.as_deref()).stacked()}</th>
                    <td class="paper__heads">{guests.heads}</td>
                </tr>
            }
        });
        let columns = vec![
            column("", tongues.word(Words::people_delegation)),
            column("paper__heads", tongues.word(Words::people_heads)),
        ];
        return Some(view! { {title} {table(None, columns, vec![body(rows.collect())])} });
    }
    let columns =
        sheet.fields.iter().map(|field| column("", tongues.say(|words| header(words, *field).to_string()))).collect();
    let bodies = sheet.guests.iter().map(|guests| of_delegation(edition, guests, sheet.fields.len())).collect();
    Some(view! { {title} {table(None, columns, bodies)} })
}

fn of_delegation(edition: &Edition, guests: &Guests, columns: usize) -> View {
    let tongues = edition.tongues;
    let named = guests.named.iter().map(|guest| {
        let cells = guest.iter().map(|text| view! { <td><bdi>{text.clone()}</bdi></td> });
        view! { <tr class="paper__row">{cells.collect::<Vec<_>>()}</tr> }
    });
    let unnamed = (guests.unnamed > 0).then(|| {
        let said = tongues.say(|words| words.guests_unnamed(guests.unnamed));
        view! { <tr class="paper__row"><td colspan=columns.to_string()>{said.inline()}</td></tr> }
    });
    let about = tongues.say(|words| words.heads_some(guests.heads));
    let again = tongues.word(Words::sheet_continued).text();
    view! {
        <tbody>
            {heading_row(columns, delegation(edition, guests.delegation.as_deref()), about, again)}
            {named.collect::<Vec<_>>()}
            {unnamed}
        </tbody>
    }
}
