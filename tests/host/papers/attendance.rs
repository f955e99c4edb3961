//! Attendance sheets.

use super::{change, of, people, plan};
use crate::plan::build::{at, date};
use itinera::{
    papers::{AttendanceSheet, BLANK_ROWS, Role, Site},
    plan::{Attendance, Delegation, GroupId, Party, Plan, SessionId, StopId, Travel},
};

fn sheet(plan: &Plan, site: Site) -> AttendanceSheet {
    AttendanceSheet::of(plan, site, BLANK_ROWS).unwrap()
}

fn rows(plan: &Plan, site: Site) -> Vec<String> {
    let sheet = sheet(plan, site);
    let lines = sheet.signers.iter().map(|signers| {
        let name =
            signers.delegation.as_ref().map_or("?", |delegation: &std::sync::Arc<Delegation>| &delegation.name.english);
        let named = signers.named.iter().map(|signer| {
            let roles: String = signer.roles.iter().map(|role| format!(" {role:?}")).collect();
            signer.delegate.name.clone() + &roles
        });
        people(name, named.collect(), signers.unnamed)
    });
    lines.collect()
}

const fn at_stop(stop: u128, group: Option<u128>) -> Site {
    let group = match group {
        Some(group) => Some(GroupId::from_number(group)),
        None => None,
    };
    Site::Stop(StopId::from_number(stop), group)
}

#[test]
fn a_day_has_everybody_for_whom_there_is_work() {
    let plan = plan();
    let first = Site::Day(date());
    assert_eq!(rows(&plan, first), ["Wales: Bob Low, Zoe Ace +2", "Lithuania: Cid Moss Chair +1"]);
    // The next day only Wales works.
    assert_eq!(rows(&plan, Site::Day(date().succ_opt().unwrap())), ["Wales: Bob Low, Zoe Ace +2"]);
}

#[test]
fn it_says_where_and_what_for() {
    let sheet = sheet(&plan(), Site::Day(date()));
    let titles: Vec<_> = sheet.entries.iter().map(|entry| entry.title().english).collect();
    assert_eq!(titles, ["Session 1", "Session 2"]);
    let rooms: Vec<_> = sheet.rooms.iter().map(|room| room.name.english.clone()).collect();
    assert_eq!(rooms, ["Room 1", "Room 2"]);
    let venues: Vec<_> = sheet.venues.iter().map(|venue| venue.name.english.clone()).collect();
    assert_eq!((venues, sheet.host), (vec!["Venue 0".to_string()], None));
}

#[test]
fn who_speaks_and_belongs_to_nobody_signs_too() {
    let sheet = sheet(&plan(), Site::Day(date()));
    let speakers: Vec<_> = sheet.speakers.iter().map(|speaker| (&*speaker.name, &*speaker.roles)).collect();
    assert_eq!(speakers, [("Professor Example", &[Role::Speaker][..])]);
    assert_eq!((sheet.heads(), sheet.blank, sheet.rows()), (6, 5, 12));
    let fewer = AttendanceSheet::of(&plan(), Site::Day(date()), 0).unwrap();
    assert_eq!(fewer.rows(), 7);
}

#[test]
fn at_a_host_only_the_group_that_goes_there_signs() {
    let plan = plan();
    assert_eq!(rows(&plan, at_stop(1, Some(1))), ["Wales: Bob Low, Zoe Ace +2"]);
    assert_eq!(rows(&plan, at_stop(1, Some(2))), ["Lithuania: Cid Moss +1"]);
    let sheet = sheet(&plan, at_stop(2, Some(2)));
    assert_eq!(sheet.host.unwrap().name, "Host 2");
    assert_eq!(sheet.entries[0].group().unwrap().letter, "B");
    assert!(sheet.speakers.is_empty());
}

#[test]
fn without_groups_everybody_of_the_visit_signs() {
    let mut plan = plan();
    plan.groups = itinera::plan::Table::default();
    plan.visits.change(crate::agenda::OUTING, |visit| visit.audience = Attendance::Only([of(2)].into()));
    assert_eq!(rows(&plan, at_stop(1, None)), ["Lithuania: Cid Moss +1"]);
    assert_eq!(AttendanceSheet::of(&plan, at_stop(1, Some(1)), 0), None);
}

#[test]
fn who_travels_all_day_does_not_sign() {
    let mut plan = plan();
    let travel = |hour, minute| Some(Travel { at: at(hour, minute), place: String::new() });
    // There for the plenary, though not for registration.
    change(&mut plan, 21, |delegate| delegate.arrival = travel(9, 30));
    change(&mut plan, 11, |delegate| delegate.arrival = travel(10, 0));
    assert_eq!(rows(&plan, Site::Day(date())), ["Wales: Bob Low +2", "Lithuania: Cid Moss Chair +1"]);
    change(&mut plan, 11, |delegate| (delegate.arrival, delegate.departure) = (None, travel(8, 30)));
    assert_eq!(rows(&plan, Site::Day(date())), ["Wales: Bob Low +2", "Lithuania: Cid Moss Chair +1"]);
    // There in the morning, but not when the coach comes to the host at 13:20.
    change(&mut plan, 12, |delegate| delegate.departure = travel(13, 20));
    assert_eq!(rows(&plan, at_stop(1, Some(1))), ["Wales:  +2"]);
}

#[test]
fn a_role_brings_somebody_whose_delegation_is_not_asked() {
    let mut plan = plan();
    let workshop = SessionId::from_number(4);
    let next = Site::Day(date().succ_opt().unwrap());
    plan.sessions.change(workshop, |session| {
        session.rapporteur = vec![Party::Delegate(itinera::plan::DelegateId::from_number(21))];
    });
    assert_eq!(rows(&plan, next), ["Wales: Bob Low, Zoe Ace +2", "Lithuania: Cid Moss Rapporteur +0"]);
    plan.sessions.change(workshop, |session| session.dropped = true);
    assert_eq!(AttendanceSheet::of(&plan, next, BLANK_ROWS), None);
}

#[test]
fn nobody_signs_at_a_meal() {
    let mut plan = plan();
    plan.sessions.remove(SessionId::from_number(1));
    plan.sessions.remove(SessionId::from_number(2));
    assert_eq!(AttendanceSheet::of(&plan, Site::Day(date()), BLANK_ROWS), None);
}
