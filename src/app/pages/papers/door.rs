//! Door signs: what is in a room on a day, in letters that are read from afar.

use super::{
    edition::Edition,
    naming,
    people::body,
    sheet::{Content, Face, Fact, Section, Shape},
    table::{column, table},
    tongues::Said,
};
use crate::app::dom::{View, view};
use crate::{
    app::effects::intl::{self, DateStyle},
    papers::{DoorSign, Paper},
    plan::{RoomId, Session},
};
use chrono::NaiveDate;

/// The sign of a room on a day; nothing where there is no such room.
pub fn content(edition: &Edition, room: RoomId, date: NaiveDate) -> Option<Content> {
    let sign = DoorSign::of(&edition.plan, room, date)?;
    let tongues = edition.tongues;
    let paper = Paper::DoorSign(room, date);
    let name = tongues.say(|words| naming::name(words, &edition.plan, paper));
    let title = tongues.say(|words| naming::text(words, &sign.room.name));
    let venue = sign.venue.as_ref().map(|venue| tongues.text(&venue.name)).unwrap_or_default();
    let facts = vec![
        Fact::strong(edition.date(date, DateStyle::Full)),
        Fact::plain(edition.line(&[venue, tongues.text(&sign.day)])),
    ];
    let rows: Vec<_> = sign.sessions.iter().map(|session| row(edition, session)).collect();
    let columns = vec![column("paper__when", Said::default()), column("", Said::default())];
    let flow = view! { <div class="paper__flow">{table(None, columns, vec![body(rows)])}</div> };
    let face = Face { shape: Shape::Sign, over: edition.meeting.clone(), title, facts };
    Some(Content { name, link: edition.view_of(paper), sections: vec![Section { face, flow }] })
}

fn row(edition: &Edition, session: &Session) -> View {
    let slot = session.slot;
    let title = edition.tongues.say(|words| naming::text(words, &session.title));
    view! {
        <tr class=if session.kind.is_work() { "paper__row" } else { "paper__row paper__row--light" }>
            <th class="paper__when" scope="row">
                <time>{intl::span(edition.tongues.first.language(), slot.start(), slot.end())}</time>
            </th>
            <td><p class="paper__what">{title.stacked()}</p></td>
        </tr>
    }
}
