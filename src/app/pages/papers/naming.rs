//! What papers are called: their kinds, and about what each is.

use crate::{
    agenda::Audience,
    app::{
        effects::intl::{self, DateStyle},
        pages::entry,
        wording,
    },
    i18n::Words,
    papers::{Carriage, Paper, Site},
    plan::{Coach, Host, Plan, StopId, Text},
};
use std::sync::Arc;

/// What sort of paper it is.
pub fn kind(words: Words, paper: Paper) -> &'static str {
    match paper {
        Paper::Programme(_) => words.paper_programme(),
        Paper::Itinerary(_) => words.paper_itinerary(),
        Paper::Attendance(_) => words.paper_attendance(),
        Paper::Badges => words.paper_badges(),
        Paper::CoachList(..) => words.paper_coach_list(),
        Paper::HostSheet(_) => words.paper_host_sheet(),
        Paper::Catering(_) => words.paper_catering(),
        Paper::DoorSign(..) => words.paper_door_sign(),
        Paper::Evidence => words.paper_evidence(),
    }
}

/// Several of a sort.
pub fn kinds(words: Words, paper: Paper) -> &'static str {
    match paper {
        Paper::Programme(_) => words.papers_programmes(),
        Paper::Itinerary(_) => words.papers_itineraries(),
        Paper::Attendance(_) => words.papers_attendance(),
        Paper::Badges => words.paper_badges(),
        Paper::CoachList(..) => words.papers_coach_lists(),
        Paper::HostSheet(_) => words.papers_host_sheets(),
        Paper::Catering(_) => words.papers_catering(),
        Paper::DoorSign(..) => words.papers_door_signs(),
        Paper::Evidence => words.paper_evidence(),
    }
}

/// About what it is, or for whom; empty where there is only one of its sort.
pub fn about(words: Words, plan: &Plan, paper: Paper) -> String {
    let language = words.language();
    match paper {
        Paper::Programme(audience) | Paper::Itinerary(audience) => match audience {
            Audience::Everyone => words.programme_everyone().to_string(),
            Audience::Delegation(id) => entry::delegation(words, plan, id),
            Audience::Delegate(id) => named(words, plan.delegates.get(id).map(|delegate| &*delegate.name)),
        },
        Paper::Attendance(Site::Day(date)) => intl::date(language, date, DateStyle::Full),
        Paper::Attendance(Site::Stop(stop, group)) => {
            let host = named(words, host_of(plan, stop).map(|host| &*host.name));
            match group.and_then(|group| plan.groups.get(group)) {
                Some(group) => [host, wording::group(words, group)].join(entry::DOT),
                None => host,
            }
        }
        Paper::CoachList(carriage, to) => coach_list(words, plan, carriage, to),
        Paper::HostSheet(host) => named(words, plan.hosts.get(host).map(|host| &*host.name)),
        Paper::Catering(session) => plan.sessions.get(session).map_or_else(String::new, |session| {
            let title = text(words, &session.title);
            let start = session.slot.start();
            let date = intl::date(language, start.date(), DateStyle::Long);
            [title, [date, intl::time(language, start)].join(", ")].join(entry::DOT)
        }),
        Paper::DoorSign(room, date) => {
            let room = plan.rooms.get(room).map_or_else(String::new, |room| text(words, &room.name));
            [room, intl::date(language, date, DateStyle::Long)].join(entry::DOT)
        }
        Paper::Badges | Paper::Evidence => String::new(),
    }
}

/// The whole name: "Itinerary: Wales".
pub fn name(words: Words, plan: &Plan, paper: Paper) -> String {
    let about = about(words, plan, paper);
    let kind = kind(words, paper);
    if about.is_empty() { kind.to_string() } else { words.sheet_titled(kind, &about) }
}

/// What a coach is called.
pub fn coach(words: Words, coach: &Coach) -> String {
    named_or(&coach.name, words.groups_coach())
}

/// What carries people, and where to. Where a visit has no groups there is only "the coach".
fn coach_list(words: Words, plan: &Plan, carriage: Carriage, to: Option<StopId>) -> String {
    let to = to.map(|stop| named(words, host_of(plan, stop).map(|host| &*host.name)));
    let carried = match carriage {
        Carriage::Coach(id) => plan.coaches.get(id).map(|known| coach(words, known)),
        Carriage::Group(id) => plan.groups.get(id).map(|group| wording::group(words, group)),
        Carriage::Visit(id) => {
            let back = plan.visits.get(id).and_then(|visit| plan.venues.get(visit.return_place?));
            return match to {
                Some(to) => words.entry_coach_to(&to),
                None => words.entry_coach_back(&text(words, &back.map(|venue| venue.name.clone()).unwrap_or_default())),
            };
        }
    };
    let carried = carried.unwrap_or_else(|| words.groups_coach().to_string());
    match to {
        Some(to) => words.sheet_leg_to(&carried, &to),
        None => words.sheet_leg_back(&carried),
    }
}

/// A text of the plan, or the words for what has no name.
pub fn text(words: Words, text: &Text) -> String {
    named_or(text.in_language(words.language()), words.untitled())
}

fn named(words: Words, name: Option<&str>) -> String {
    named_or(name.unwrap_or_default(), words.untitled())
}

fn named_or(name: &str, otherwise: &str) -> String {
    let name = name.trim();
    if name.is_empty() { otherwise.to_string() } else { name.to_string() }
}

fn host_of(plan: &Plan, stop: StopId) -> Option<&Arc<Host>> {
    plan.stops.get(stop).and_then(|stop| plan.hosts.get(stop.host))
}
