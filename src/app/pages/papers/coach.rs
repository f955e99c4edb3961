//! Coach lists: who is in a coach on a leg, boxes to tick out and in, its way, and whom to call.

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
    app::{
        effects::intl::{self, DateStyle},
        wording,
    },
    i18n::Words,
    papers::{Aboard, Carriage, CoachList, CoachRoute, Contingent, Paper, Waypoint},
    plan::StopId,
};
use chrono::NaiveDateTime;

/// The list of what carries people to a stop, or back; nothing where nothing does.
pub fn content(edition: &Edition, carriage: Carriage, to: Option<StopId>) -> Option<Content> {
    let list = CoachList::of(&edition.plan, carriage, to)?;
    let tongues = edition.tongues;
    let paper = Paper::CoachList(carriage, to);
    let name = tongues.say(|words| naming::name(words, &edition.plan, paper));
    let bodies = list.aboard.iter().flat_map(|aboard| people(edition, &list, aboard)).collect();
    let columns = vec![
        column("paper__tick", tongues.word(Words::heads_out)),
        column("paper__tick", tongues.word(Words::heads_in)),
        column("", tongues.word(Words::people_name)),
        column("paper__organisation", tongues.word(Words::field_organisation)),
        column("paper__phone", tongues.word(Words::field_phone)),
    ];
    let ways = list.routes.iter().map(|route| way(edition, route));
    let flow = view! {
        <div class="paper__flow">
            {counted(edition)}
            {ways.collect::<Vec<_>>()}
            {contacts(edition, &list.contacts)}
            {heading(&tongues.word(Words::sheet_aboard))}
            {table(None, columns, bodies)}
        </div>
    };
    let face =
        Face { shape: Shape::Plain, over: edition.meeting.clone(), title: name.clone(), facts: facts(edition, &list) };
    Some(Content { name, link: edition.view_of(paper), sections: vec![Section { face, flow }] })
}

/// The visit and its day, the coaches, and how many are to be counted, altogether and by group.
fn facts(edition: &Edition, list: &CoachList) -> Vec<Fact> {
    let tongues = edition.tongues;
    let visit = tongues.say(|words| naming::text(words, &list.visit.title));
    let mut facts = vec![Fact::plain(edition.line(&[visit, edition.date(list.visit.start.date(), DateStyle::Full)]))];
    facts.extend(list.coaches.iter().map(|coach| {
        let seats =
            coach.seats.map(|seats| tongues.say(|words| words.groups_seats(usize::from(seats)))).unwrap_or_default();
        let name = tongues.say(|words| naming::coach(words, coach));
        let driver = [coach.driver.name.trim(), coach.driver.phone.trim()];
        let driver = driver.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
        Fact::plain(edition.line(&[name, Said::same(coach.plate.trim()), seats, Said::same(driver)]))
    }));
    let expected = tongues.say(|words| words.sheet_expected(list.heads()));
    let groups = list.aboard.iter().filter_map(|aboard| {
        let group = aboard.group.as_ref()?;
        Some(tongues.say(|words| [wording::group(words, group), aboard.heads().to_string()].join(": ")))
    });
    facts.push(Fact::strong(edition.line(&[expected].into_iter().chain(groups).collect::<Vec<_>>())));
    facts
}

fn people(edition: &Edition, list: &CoachList, aboard: &Aboard) -> Vec<View> {
    let several = list.aboard.len() > 1 || aboard.group.is_some();
    aboard.crew.iter().map(|crew| contingent(edition, aboard, crew, several)).collect()
}

fn contingent(edition: &Edition, aboard: &Aboard, crew: &Contingent, several: bool) -> View {
    let tongues = edition.tongues;
    let group =
        aboard.group.as_ref().filter(|_| several).map(|group| tongues.say(|words| wording::group(words, group)));
    let title = edition.line(&[group.unwrap_or_default(), delegation(edition, crew.delegation.as_deref())]);
    let about = tongues.say(|words| words.heads_some(crew.heads()));
    let named = crew.named.iter().map(|delegate| {
        let name = delegate.name.trim();
        let name = if name.is_empty() { tongues.word(Words::people_unnamed) } else { Said::same(name) };
        passenger(&name, delegate.organisation.trim(), delegate.phone.trim())
    });
    let unnamed = (0..crew.unnamed).map(|_| passenger(&Said::default(), "", ""));
    let rows: Vec<_> = named.chain(unnamed).collect();
    let again = tongues.word(Words::sheet_continued).text();
    view! { <tbody>{heading_row(5, title, about, again)} {rows}</tbody> }
}

fn passenger(name: &Said, organisation: &str, phone: &str) -> View {
    let name = match name.is_empty() {
        true => view! { <td></td> },
        false => view! { <th scope="row"><bdi>{name.inline()}</bdi></th> },
    };
    view! {
        <tr class="paper__row paper__row--tick">
            <td class="paper__tick"><span class="paper__box"></span></td>
            <td class="paper__tick"><span class="paper__box"></span></td>
            {name}
            <td class="paper__organisation"><bdi>{organisation.to_string()}</bdi></td>
            <td class="paper__phone">{phone.to_string()}</td>
        </tr>
    }
}

/// Where the numbers that were counted are written down.
fn counted(edition: &Edition) -> View {
    let blank =
        |word: fn(Words) -> &'static str| view! { <p class="paper__blank">{edition.tongues.word(word).inline()}</p> };
    view! {
        <div class="paper__counted">
            <div class="paper__blanks">
                {blank(Words::sheet_counted_out)}
                {blank(Words::sheet_counted_in)}
                {blank(Words::sheet_counted_by)}
            </div>
        </div>
    }
}

/// A way, with the leg of this list in it.
fn way(edition: &Edition, route: &CoachRoute) -> View {
    let tongues = edition.tongues;
    let groups: Vec<_> = route.groups.iter().map(|group| tongues.say(|words| wording::group(words, group))).collect();
    let title = edition.line(&[vec![tongues.word(Words::sheet_way)], groups].concat());
    let rows = route.points.iter().enumerate().map(|(place, point)| {
        let own = place == route.from || place == route.from + 1;
        waypoint(edition, point, own)
    });
    let columns = vec![
        column("paper__time", tongues.word(Words::sheet_arrives)),
        column("paper__time", tongues.word(Words::sheet_boards)),
        column("paper__time", tongues.word(Words::sheet_leaves)),
        column("", tongues.word(Words::programme_where)),
        column("paper__address", tongues.word(Words::sheet_address)),
    ];
    view! { {heading(&title)} {table(None, columns, vec![body(rows.collect())])} }
}

fn waypoint(edition: &Edition, point: &Waypoint, own: bool) -> View {
    let time =
        |at: Option<NaiveDateTime>| at.map(|at| intl::time(edition.tongues.first.language(), at)).unwrap_or_default();
    let name = edition.tongues.say(|words| naming::text(words, &point.name));
    let address = point.venue.as_ref().map(|venue| venue.address.trim().to_string());
    view! {
        <tr class=if own { "paper__row paper__row--own" } else { "paper__row paper__row--light" }>
            <td class="paper__time">{time(point.arrives)}</td>
            <td class="paper__time">{time(point.boards)}</td>
            <td class="paper__time">{time(point.departs)}</td>
            <th scope="row">{name.stacked()}</th>
            <td class="paper__address">{address}</td>
        </tr>
    }
}
