//! What a drag or a key does to an entry.

use crate::support::together;
use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use itinera::example::manumix;
use itinera::{
    agenda::{Audience, Entry, entries, free_slot, moved, new_time, started_later, stretched},
    plan::{Edit, EntryId, Plan, Text, Verb, apply},
};

fn entry(plan: &Plan, title: &str) -> Entry {
    let found = entries(plan, Audience::Everyone).into_iter().find(|entry| entry.title().english.starts_with(title));
    found.unwrap_or_else(|| panic!("no entry {title}"))
}

fn at(day: u32, hour: u32, minute: u32) -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2017, 11, day).unwrap().and_hms_opt(hour, minute, 0).unwrap()
}

fn after(plan: &Plan, edit: Option<Edit>) -> Plan {
    apply(plan, &edit.expect("an edit")).expect("an edit that can be made")
}

#[test]
fn a_session_moves_and_stretches_by_itself() {
    let plan = manumix();
    let welcome = entry(&plan, "Welcome").id;
    let later = after(&plan, moved(&plan, welcome, 5));
    assert_eq!(entry(&later, "Welcome").slot.start(), at(21, 9, 5));
    assert_eq!(entry(&later, "Welcome").slot.minutes(), 15);
    let longer = after(&plan, stretched(&plan, welcome, 10));
    assert_eq!(entry(&longer, "Welcome").slot.end(), at(21, 9, 25));
    let shortest = after(&plan, stretched(&plan, welcome, -500));
    assert_eq!(entry(&shortest, "Welcome").slot.minutes(), 5);
    let late = after(&plan, started_later(&plan, welcome, 5));
    assert_eq!(
        (entry(&late, "Welcome").slot.start(), entry(&late, "Welcome").slot.end()),
        (at(21, 9, 5), at(21, 9, 15))
    );
    let latest = after(&plan, started_later(&plan, welcome, 500));
    assert_eq!(entry(&latest, "Welcome").slot.start(), at(21, 9, 10));
}

#[test]
fn a_stop_or_a_leg_moves_its_whole_visit() {
    let plan = together();
    let visit = plan.visits.iter().next().unwrap();
    for id in [entry(&plan, "SPEA").id, EntryId::LegBack(visit.id, None)] {
        let later = after(&plan, moved(&plan, id, 5));
        assert_eq!(later.visits.get(visit.id).unwrap().start, at(21, 13, 15));
    }
}

#[test]
fn a_visit_on_another_day_has_to_be_back_on_that_day() {
    let by = |plan: &Plan| plan.visits.iter().next().unwrap().return_by.unwrap();
    for plan in [together(), manumix()] {
        let visit = plan.visits.iter().next().unwrap();
        let spea = entry(&plan, "SPEA").id;
        let next_day = after(&plan, moved(&plan, spea, 24 * 60));
        assert_eq!(next_day.visits.get(visit.id).unwrap().start.date(), at(22, 0, 0).date());
        assert_eq!(by(&next_day) - by(&plan), TimeDelta::days(1));
        let later = after(&plan, moved(&plan, spea, 5));
        assert_eq!(by(&later), by(&plan));
    }
}

#[test]
fn a_stop_of_a_group_moves_its_whole_way_and_no_other() {
    let plan = manumix();
    let starts = |plan: &Plan| plan.groups.iter().map(|group| group.start).collect::<Vec<_>>();
    assert_eq!(starts(&plan), [None, None]);
    // The first stop at SPEA is that of the second group.
    let later = after(&plan, moved(&plan, entry(&plan, "SPEA").id, 5));
    assert_eq!(starts(&later), [None, Some(at(21, 13, 15).time())]);
}

#[test]
fn what_moved_is_told_with_its_new_time() {
    let plan = manumix();
    let told = |id: EntryId, minutes: i64| {
        let edit = moved(&plan, id, minutes).unwrap();
        let slot = new_time(&apply(&plan, &edit).unwrap(), &edit).unwrap();
        (edit.label(&plan), slot.start())
    };
    let (label, start) = told(entry(&plan, "SPEA").id, 5);
    assert_eq!((label.verb, label.subject), (Verb::Move, Text::new("Group 2", "Gruppo 2")));
    assert_eq!(start, at(21, 13, 15));
    let (label, start) = told(entry(&plan, "SPEA").id, 24 * 60);
    assert_eq!((label.verb, label.subject.english.as_str()), (Verb::Move, "Study visit to three companies"));
    assert_eq!(start, at(22, 13, 10));
    let renamed = Edit::revise(plan.meeting.as_ref().clone(), plan.meeting.as_ref().clone());
    assert_eq!(new_time(&plan, &renamed), None);
}

#[test]
fn a_stop_stretches_by_its_tour_and_a_leg_not_at_all() {
    let plan = together();
    let stop = plan.stops_of(plan.visits.iter().next().unwrap().id)[0].clone();
    let longer = after(&plan, stretched(&plan, EntryId::Stop(stop.id, None), 5));
    assert_eq!(longer.stops.get(stop.id).unwrap().tour, stop.tour + 5);
    let none = after(&plan, stretched(&plan, EntryId::Stop(stop.id, None), -500));
    assert_eq!(none.stops.get(stop.id).unwrap().tour, 0);
    assert_eq!(stretched(&plan, EntryId::LegTo(stop.id, None), 5), None);
    assert_eq!(started_later(&plan, EntryId::Stop(stop.id, None), 5), None);
}

#[test]
fn a_new_session_gets_a_free_half_hour() {
    let plan = manumix();
    let today = at(1, 0, 0).date();
    assert_eq!(free_slot(&plan, Some(entry(&plan, "Dinner").id), today).start(), at(21, 22, 0));
    let free = free_slot(&plan, None, today);
    assert!(entries(&plan, Audience::Everyone).iter().all(|entry| !entry.slot.overlaps(free)));
    let empty = Plan::empty((*plan.meeting).clone());
    assert_eq!(free_slot(&empty, None, today).start(), at(1, 9, 0));
}
