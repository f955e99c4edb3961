//! The itinerary of a delegation or a delegate: only what concerns them.

use super::{
    edition::Edition,
    naming,
    people::{body, contacts, roles},
    programme::{day_heading, row},
    sheet::{Content, Face, Fact, Section, Shape},
    table::{column, gap, heading, table},
    tongues::Said,
};
use crate::app::dom::{View, view};
use crate::{
    agenda::Audience,
    app::{
        effects::intl::{self, DateStyle},
        pages::entry,
        wording,
    },
    i18n::Words,
    papers::{Asked, ItinerarySheet, Outing, Paper},
    plan::{Delegate, Travel, Venue},
};
use std::sync::Arc;

/// The itinerary of an audience; nothing for one that the plan does not know.
pub fn content(edition: &Edition, audience: Audience) -> Option<Content> {
    let sheet = ItinerarySheet::of(&edition.plan, audience)?;
    let (tongues, plan) = (edition.tongues, &edition.plan);
    let paper = Paper::Itinerary(audience);
    let name = tongues.say(|words| naming::name(words, plan, paper));
    let mut facts = vec![Fact::plain(who(edition, &sheet))];
    facts.extend(sheet.outings.iter().map(|outing| Fact::strong(outing_line(edition, outing))));
    facts.push(Fact::plain(tongues.say(|words| words.programme_zone(&plan.meeting.zone))));
    let days: Vec<View> = sheet
        .days
        .iter()
        .map(|day| {
            let rows = day.lines.iter().map(|line| {
                let duties: Vec<_> = line.duties.iter().map(|duty| duty.role).collect();
                let part = roles(edition, "", if sheet.delegate.is_some() { &duties } else { &[] });
                row(edition, &line.entry, false, false, part)
            });
            let columns = vec![
                column("paper__when", tongues.word(Words::programme_time)),
                column("", tongues.word(Words::programme_what)),
                column("paper__where", tongues.word(Words::programme_where)),
            ];
            let table = table(Some(day_heading(edition, day.date)), columns, vec![body(rows.collect())]);
            view! { {gap()} {table} }
        })
        .collect();
    let nothing =
        days.is_empty().then(|| view! { <p class="paper__text">{tongues.word(Words::today_empty).inline()}</p> });
    let flow = view! {
        <div class="paper__flow">
            {nothing}
            {days}
            {bring(edition, &sheet.asked)}
            {contacts(edition, &sheet.contacts)}
            {addresses(edition, &sheet.venues)}
            {travel_table(edition, &sheet.travellers)}
        </div>
    };
    let face = Face { shape: Shape::Plain, over: edition.meeting.clone(), title: name.clone(), facts };
    Some(Content { name, link: edition.view_of(paper), sections: vec![Section { face, flow }] })
}

/// Of a person role, organisation and delegation; of a delegation its organisations, and how many come.
fn who(edition: &Edition, sheet: &ItinerarySheet) -> Said {
    let tongues = edition.tongues;
    let delegation = sheet.delegation.as_ref();
    match &sheet.delegate {
        Some(delegate) => edition.line(&[
            Said::same(delegate.role.trim()),
            Said::same(delegate.organisation.trim()),
            delegation.map(|known| tongues.say(|words| naming::text(words, &known.name))).unwrap_or_default(),
        ]),
        None => edition.line(&[
            Said::same(delegation.map(|known| known.organisations.join(", ")).unwrap_or_default()),
            tongues.say(|words| words.heads_some(sheet.heads)),
        ]),
    }
}

/// In which group and which coach they go on a visit.
fn outing_line(edition: &Edition, outing: &Outing) -> Said {
    let tongues = edition.tongues;
    let group = outing.group.as_ref().map(|group| tongues.say(|words| wording::group(words, group)));
    let coaches = outing.coaches.iter().map(|coach| {
        tongues.say(|words| {
            let name = naming::coach(words, coach);
            let plate = coach.plate.trim();
            if plate.is_empty() { name } else { format!("{name} ({plate})") }
        })
    });
    let title = tongues.say(|words| naming::text(words, &outing.visit.title));
    let parts: Vec<_> = [title].into_iter().chain(group).chain(coaches).collect();
    edition.line(&parts)
}

fn bring(edition: &Edition, asked: &[Asked]) -> Option<View> {
    let tongues = edition.tongues;
    let rows = asked.iter().map(|asked| {
        let things = tongues.say(|words| entry::asks(words, &asked.things).0);
        view! {
            <tr class="paper__row">
                <th class="paper__whose" scope="row">{asked.host.name.trim().to_string()}</th>
                <td>{things.stacked()}</td>
            </tr>
        }
    });
    section(tongues.word(Words::entry_bring), vec!["paper__whose", ""], rows.collect())
}

/// A heading and a table without names above its columns, where there is anything.
fn section(title: Said, columns: Vec<&'static str>, rows: Vec<View>) -> Option<View> {
    if rows.is_empty() {
        return None;
    }
    let columns = columns.into_iter().map(|class| column(class, Said::default())).collect();
    Some(view! { {heading(&title)} {table(None, columns, vec![body(rows)])} })
}

fn addresses(edition: &Edition, venues: &[Arc<Venue>]) -> Option<View> {
    let tongues = edition.tongues;
    let rows = venues.iter().filter(|venue| !venue.address.trim().is_empty()).map(|venue| {
        view! {
            <tr class="paper__row">
                <th class="paper__whose" scope="row">{tongues.say(|words| naming::text(words, &venue.name)).stacked()}</th>
                <td>{venue.address.trim().to_string()}</td>
            </tr>
        }
    });
    section(tongues.word(Words::sheet_addresses), vec!["paper__whose", ""], rows.collect())
}

fn travel_table(edition: &Edition, travellers: &[Arc<Delegate>]) -> Option<View> {
    let tongues = edition.tongues;
    let rows: Vec<_> = travellers
        .iter()
        .map(|delegate| {
            view! {
                <tr class="paper__row">
                    <th class="paper__whose" scope="row"><bdi>{delegate.name.trim().to_string()}</bdi></th>
                    <td class="paper__journey">{travel(edition, delegate.arrival.as_ref()).stacked()}</td>
                    <td>{travel(edition, delegate.departure.as_ref()).stacked()}</td>
                </tr>
            }
        })
        .collect();
    if rows.is_empty() {
        return None;
    }
    let columns = vec![
        column("paper__whose", tongues.word(Words::people_name)),
        column("paper__journey", tongues.word(Words::people_arrival)),
        column("", tongues.word(Words::people_departure)),
    ];
    let table = table(None, columns, vec![body(rows)]);
    Some(view! { {heading(&tongues.word(Words::people_travel))} {table} })
}

fn travel(edition: &Edition, travel: Option<&Travel>) -> Said {
    let Some(travel) = travel else { return Said::default() };
    edition.tongues.say(|words| {
        let language = words.language();
        let when =
            [intl::date(language, travel.at.date(), DateStyle::Short), intl::time(language, travel.at)].join(" ");
        [when, travel.place.trim().to_string()]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(", ")
    })
}
