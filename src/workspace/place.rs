//! Where in the program something is seen to and changed.

use super::{Route, Screen};
use crate::{
    checks::About,
    plan::{EntryId, GroupId, Key, Plan, StopId, VenueId},
};

/// The address at which an organiser sees to what a finding is about: entries on the agenda, people on their screen,
/// hosts, visits and drives on that of the visits. What is only part of the frame is on the agenda too.
#[must_use]
pub fn place_of(about: &About, plan: &Plan) -> Route {
    match *about {
        About::Entry(EntryId::Stop(stop, group) | EntryId::LegTo(stop, group)) if !is_on_agenda(plan, stop, group) => {
            Route::at_place(Screen::Visits, stop)
        }
        About::Entry(entry) => Route::at_place(Screen::Agenda, entry),
        About::Record(key) => place_of_record(key, plan),
    }
}

fn place_of_record(key: Key, plan: &Plan) -> Route {
    let at = |screen, id: &dyn std::fmt::Display| Route::at_place(screen, id);
    match key {
        Key::Delegation(id) => at(Screen::People, &id),
        Key::Delegate(id) => at(Screen::People, &id),
        Key::Host(id) => at(Screen::Visits, &id),
        Key::Visit(id) => at(Screen::Visits, &id),
        Key::Stop(id) => at(Screen::Visits, &id),
        Key::Coach(id) => match plan.coaches.get(id) {
            Some(coach) => at(Screen::Visits, &coach.visit),
            None => Route::to(Screen::Visits),
        },
        Key::Group(id) => at(Screen::Visits, &id),
        Key::Turn(turn) => at(Screen::Visits, &EntryId::Stop(turn.stop, Some(turn.group))),
        Key::Transfer(drive) => match stop_at(plan, drive.to).or_else(|| stop_at(plan, drive.from)) {
            Some(stop) => at(Screen::Visits, &stop),
            None => Route::to(Screen::Visits),
        },
        Key::Session(id) => at(Screen::Agenda, &id),
        Key::Meeting(id) => at(Screen::Agenda, &id),
        Key::Day(date) => at(Screen::Agenda, &date),
        Key::Topic(id) => at(Screen::Agenda, &id),
        Key::Document(id) => at(Screen::Agenda, &id),
        Key::Venue(id) => at(Screen::Agenda, &id),
        Key::Room(id) => at(Screen::Agenda, &id),
        Key::Version(_) => Route::to(Screen::Papers),
    }
}

/// Whether the agenda draws a stop: one whose visit is missing has no times, nor one that a group leaves out.
fn is_on_agenda(plan: &Plan, stop: StopId, group: Option<GroupId>) -> bool {
    let Some(stop) = plan.stops.get(stop).filter(|stop| plan.visits.has(stop.visit)) else { return false };
    match group {
        Some(group) => plan.groups.get(group).is_some_and(|group| group.makes(stop)),
        None => plan.groups_of(stop.visit).is_empty(),
    }
}

/// The first stop that is made at a venue: drives are shown with the stops that they lead to.
fn stop_at(plan: &Plan, venue: VenueId) -> Option<StopId> {
    plan.stops.iter().find(|stop| plan.venue_of_stop(stop) == Some(venue)).map(|stop| stop.id)
}
