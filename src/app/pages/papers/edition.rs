//! An edition: the plan, the languages and everything else that is the same for all papers printed together.

use super::tongues::{Said, Tongues};
use crate::{
    app::{
        Store,
        effects::{
            intl::{self, DateStyle},
            page,
        },
        pages::entry,
    },
    i18n::Words,
    papers::Paper,
    plan::Plan,
    workspace::{Route, Screen, mark_of},
};
use chrono::NaiveDate;
use std::sync::Arc;

/// What is the same for all papers printed together.
#[derive(Clone, PartialEq)]
pub struct Edition {
    /// The plan.
    pub plan: Arc<Plan>,
    /// The languages.
    pub tongues: Tongues,
    /// Whether there is room for notes.
    pub notes: bool,
    /// How many rows are blank on a sheet to sign.
    pub blank: usize,
    /// What the meeting is called.
    pub meeting: Said,
    /// Who pays: the programme, and the line of publicity.
    pub publicity: Said,
    /// Which state of the plan this is.
    pub version: Said,
    /// The address of the page without what is behind `#`.
    base: String,
}

impl Edition {
    /// The edition of the plan as it stands.
    pub fn new(store: Store, tongues: Tongues, notes: bool, blank: usize) -> Self {
        let plan = store.plan.get();
        let meeting = tongues.say(|words| {
            let title = plan.meeting.title.in_language(words.language()).trim();
            if title.is_empty() { words.untitled().to_string() } else { title.to_string() }
        });
        let publicity = tongues.say(|words| entry::funding(words, &plan.meeting));
        let version = version(store, &plan, tongues);
        Self { tongues, notes, blank, meeting, publicity, version, base: page::address(), plan }
    }

    /// The whole address of a view of this plan, for a code.
    pub fn address_of(&self, route: &Route) -> String {
        let route = Route { plan: Some(mark_of(self.plan.id())), ..route.clone() };
        [&*self.base, &route.href()].concat()
    }

    /// The view of a paper on this screen, in these languages.
    pub fn view_of(&self, paper: Paper) -> Route {
        Route {
            paper: Some(paper.key()),
            language: Some(self.tongues.first.language()),
            beside: self.tongues.beside.map(Words::language),
            ..Route::to(Screen::Papers)
        }
    }

    /// A date in words.
    pub fn date(&self, date: NaiveDate, style: DateStyle) -> Said {
        self.tongues.say(|words| intl::date(words.language(), date, style))
    }

    /// The days of the meeting, from the first to the last.
    pub fn dates(&self) -> Said {
        let mut days = self.plan.days.iter().map(|day| day.id);
        match (days.next(), days.next_back()) {
            (Some(first), Some(last)) => self.tongues.say(|words| intl::date_range(words.language(), first, last)),
            (Some(only), None) => self.date(only, DateStyle::Date),
            _ => Said::default(),
        }
    }

    /// Several things on one line, without those that are empty.
    pub fn line(&self, things: &[Said]) -> Said {
        let first: Vec<_> = things.iter().map(|said| said.first.clone()).filter(|text| !text.is_empty()).collect();
        let Some(beside) = self.tongues.beside.filter(|_| things.iter().any(|said| said.beside.is_some())) else {
            return Said::same(first.join(entry::DOT));
        };
        let second = things.iter().map(|said| said.beside.as_ref().map_or(&said.first, |(_, text)| text).clone());
        let second: Vec<_> = second.filter(|text| !text.is_empty()).collect();
        Said { first: first.join(entry::DOT), beside: Some((beside.language(), second.join(entry::DOT))) }
    }
}

/// Which state of the plan it is: the last version that was handed out, or what was changed since.
pub fn version(store: Store, plan: &Plan, tongues: Tongues) -> Said {
    let zone = &plan.meeting.zone;
    let date = |words: Words, date: NaiveDate| intl::date(words.language(), date, DateStyle::Date);
    let last = plan.versions_by_time().last().map(|version| &**version);
    if let Some(last) = last.filter(|last| last.is_of(plan)) {
        let handed_out = intl::stamp_in(zone, &last.at.to_string()).map(|at| at.date());
        return tongues.say(|words| {
            let name = last.name.in_language(words.language()).trim();
            handed_out.map_or_else(|| name.to_string(), |at| words.sheet_version(name, &date(words, at)))
        });
    }
    let changed = store.changed.with(|stamp| stamp.as_ref().and_then(|stamp| intl::stamp_in(zone, stamp)));
    let today = store.clock.with(chrono::NaiveDateTime::date);
    tongues.say(|words| {
        let name = last.map(|last| last.name.in_language(words.language()).trim());
        match (changed, name) {
            (Some(at), name) => {
                let (day, time) = (date(words, at.date()), intl::time(words.language(), at));
                match name {
                    Some(name) => words.sheet_draft_after(name, &day, &time),
                    None => words.sheet_draft(&day, &time),
                }
            }
            (None, _) => words.sheet_draft_first(&date(words, today)),
        }
    })
}
