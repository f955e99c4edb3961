//! The paper: a sheet for each day, the first with the meeting's head.

use super::{entry, rows::Rows};
use crate::app::dom::{View, view};
use crate::{
    agenda::{Audience, Entry, blocks, entries},
    app::effects::intl::{self, DateStyle},
    i18n::Words,
    plan::Plan,
    wire::clock::date_text,
};
use chrono::NaiveDate;
use leptos::prelude::*;
use std::sync::Arc;

/// The whole document, in the language of its words.
#[component(transparent)]
pub fn Sheets(plan: Arc<Plan>, audience: Audience, words: Words, whose: String, version: String) -> View {
    let entries = entries(&plan, audience);
    let everyone = audience == Audience::Everyone;
    let starred = entries.iter().any(Entry::to_confirm);
    let mut days: Vec<(NaiveDate, Vec<Entry>)> = Vec::new();
    for entry in entries {
        match days.last_mut() {
            Some((date, of_day)) if *date == entry.slot.date() => of_day.push(entry),
            _ => days.push((entry.slot.date(), vec![entry])),
        }
    }
    let head = Head { plan: plan.clone(), words, whose, version: version.clone(), starred };
    let again = running_head(words, &plan);
    // On paper it is in the page's margin (`style/print.css`), because there a page is not always a day.
    let again = move || view! { <p class="sheet__publicity sheet__publicity--again">{again.clone()}</p> };
    let foot = [head.whose.clone(), version].join(entry::DOT);
    let foot = move || view! { <p class="sheet__foot" aria-hidden="true">{foot.clone()}</p> };
    if days.is_empty() {
        return view! {
            <article class="sheet" lang=words.language().tag()>
                {head.view()}
                <p class="sheet__nothing">{words.programme_nothing()}</p>
                {foot()}
            </article>
        };
    }
    let mut head = Some(head);
    let sheets = days.into_iter().map(|(date, of_day)| {
        let top = head.take().map_or_else(&again, |head| head.view());
        view! {
            <article class="sheet" id=day_id(date) lang=words.language().tag()>
                {top}
                <Day plan=plan.clone() words=words date=date of_day=of_day everyone=everyone />
                {foot()}
            </article>
        }
    });
    View::of(sheets.collect::<Vec<_>>())
}

/// The identity of a day's sheet, to which an address may lead.
pub fn day_id(date: NaiveDate) -> String {
    ["day-", &date_text(date)].concat()
}

/// What stands above the first day.
struct Head {
    plan: Arc<Plan>,
    words: Words,
    whose: String,
    version: String,
    starred: bool,
}

impl Head {
    fn view(self) -> View {
        let (words, meeting) = (self.words, &self.plan.meeting);
        let language = words.language();
        let title = meeting.title.in_language(language).trim();
        let title = if title.is_empty() { words.untitled() } else { title };
        let host = meeting.host.in_language(language).trim().to_string();
        let facts: Vec<_> = [host, dates(words, &self.plan)].into_iter().filter(|part| !part.is_empty()).collect();
        let star = self.starred.then(|| words.programme_star());
        view! {
            <header>
                <p class="sheet__publicity">{entry::funding(words, meeting)}</p>
                <h2 class="sheet__title">{title.to_string()}</h2>
                <p class="sheet__theme">{meeting.theme.in_language(language).to_string()}</p>
                <p class="sheet__facts">{facts.join(entry::DOT)}</p>
                <p class="sheet__facts"><strong>{self.whose}</strong> {entry::DOT} {self.version}</p>
                <p class="sheet__legend">{words.programme_zone(&meeting.zone)} " " {star}</p>
            </header>
        }
    }
}

/// What stands above every further sheet: alone it still says what it is from, and who paid.
pub fn running_head(words: Words, plan: &Plan) -> String {
    let title = plan.meeting.title.in_language(words.language()).trim().to_string();
    let parts: Vec<_> =
        [entry::funding(words, &plan.meeting), title].into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(entry::DOT)
}

fn dates(words: Words, plan: &Plan) -> String {
    let mut days = plan.days.iter().map(|day| day.id);
    match (days.next(), days.next_back()) {
        (Some(first), Some(last)) => intl::date_range(words.language(), first, last),
        (Some(only), None) => intl::date(words.language(), only, DateStyle::Date),
        _ => String::new(),
    }
}

/// The table of a day.
#[component(transparent)]
fn Day(plan: Arc<Plan>, words: Words, date: NaiveDate, of_day: Vec<Entry>, everyone: bool) -> View {
    let language = words.language();
    let title = plan.days.get(date).map(|day| day.title.in_language(language).to_string());
    let bodies = blocks(&of_day).into_iter().map(|block| {
        view! { <Rows plan=plan.clone() words=words block=block everyone=everyone /> }
    });
    let bodies = bodies.collect::<Vec<_>>();
    view! {
        <table class="sheet__table">
            <caption class="sheet__day">
                <h3 class="sheet__date">{intl::date(language, date, DateStyle::Full)}</h3>
                <p class="sheet__about">{title}</p>
            </caption>
            <thead>
                <tr>
                    <th class="sheet__when" scope="col">{words.programme_time()}</th>
                    <th scope="col">{words.programme_what()}</th>
                    <th class="sheet__where" scope="col">{words.programme_where()}</th>
                </tr>
            </thead>
            {bodies}
        </table>
    }
}
