//! What undo says it would undo: a verb and the plan's own words.

use super::build::{between, date, delegate, delegation, host, session, slot, stop, turn, version};
use super::edit::small;
use itinera::plan::{CoachId, Delegate, Edit, GroupId, Key, Label, Member, SessionId, StopId, Text, Verb, VisitId};

#[test]
fn every_edit_says_what_it_does_to_what() {
    let id = SessionId::from_number(1);
    let reschedule = |start, end| Edit::Reschedule { session: id, slot: slot(start, end) };
    let enrol = |delegates: Vec<Delegate>| Edit::Enrol { delegations: vec![delegation(5)], delegates };
    let visit = VisitId::from_number(1);
    let cases = [
        (Edit::Add(session(5).into()), Verb::Add, "Session 5"),
        (Edit::Add(stop(5, 1, 2).into()), Verb::Add, "Host 2"),
        (Edit::revise(session(1), session(1)), Verb::Change, "Session 1"),
        (Edit::revise(stop(1, 1, 1), stop(1, 1, 1)), Verb::Change, "Host 1"),
        (Edit::Remove(Key::Session(id)), Verb::Remove, "Session 1"),
        (Edit::Remove(Key::Meeting(small().id())), Verb::Remove, "Meeting"),
        (Edit::Remove(Key::Session(SessionId::from_number(9))), Verb::Remove, ""),
        (Edit::MoveDay { from: date(), to: date() + chrono::Days::new(1) }, Verb::Move, ""),
        // The session is from 9:00 to 10:00.
        (reschedule((9, 5), (10, 5)), Verb::Move, "Session 1"),
        (reschedule((9, 5), (10, 0)), Verb::Move, "Session 1"),
        (reschedule((9, 0), (10, 5)), Verb::Resize, "Session 1"),
        (enrol(vec![delegate(5, 1)]), Verb::Enrol, "Delegate 5"),
        (enrol(vec![delegate(5, 1), delegate(6, 5)]), Verb::Enrol, "2"),
        (enrol(vec![]), Verb::Enrol, "0"),
        // Who has no name yet is counted.
        (enrol(vec![Delegate { name: String::new(), ..delegate(5, 1) }]), Verb::Enrol, "1"),
        (Edit::AddStop { stop: stop(5, 1, 2), host: None, venue: None }, Verb::Add, "Host 2"),
        (Edit::AddStop { stop: stop(5, 1, 5), host: Some(host(5, None)), venue: None }, Verb::Add, "Host 5"),
        (Edit::MoveStop { stop: StopId::from_number(2), group: None, to: 0 }, Verb::Reorder, "Host 2"),
        (Edit::SetDrive { transfer: between(1, 2), minutes: None }, Verb::SetDrive, "Venue 2"),
        (Edit::SetDrives { visit, drives: vec![] }, Verb::SetDrives, "Visit 1"),
        (
            Edit::Assign { visit, member: Member::Delegation(delegation(1).id), group: None },
            Verb::Assign,
            "Delegation 1",
        ),
        (Edit::Assign { visit, member: Member::Delegate(delegate(1, 1).id), group: None }, Verb::Assign, "Delegate 1"),
        (Edit::Split { visit, groups: vec![] }, Verb::Split, "Visit 1"),
        (Edit::Arrange { visit, groups: vec![] }, Verb::Arrange, "Visit 1"),
        (Edit::SetTurn(turn(1, 2)), Verb::SetTurn, "Host 2"),
        (Edit::revise(turn(1, 2), turn(1, 2)), Verb::Change, "Host 2"),
        (Edit::Remove(Key::Coach(CoachId::from_number(1))), Verb::Remove, "Coach 1"),
        (Edit::Confirm(Key::Stop(StopId::from_number(1))), Verb::Confirm, "Host 1"),
        (Edit::HandOut(version(1)), Verb::HandOut, "Version 1"),
        (Edit::Confirm(Key::Transfer(between(1, 2))), Verb::Confirm, ""),
    ];
    for (edit, verb, subject) in cases {
        let subject = if subject.is_empty() { Text::default() } else { Text::same(subject) };
        assert_eq!(edit.label(&small()), Label::new(verb, subject), "{edit:?}");
    }
}

#[test]
fn a_group_without_a_name_is_called_by_its_letter() {
    let label = Edit::Remove(Key::Group(GroupId::from_number(1))).label(&small());
    assert_eq!(label, Label::new(Verb::Remove, Text::new("Group A", "Gruppo A")));
}

#[test]
fn a_visit_or_a_group_that_only_starts_at_another_time_moves() {
    let plan = small();
    let visit = plan.visits.iter().next().unwrap();
    let later = visit.start + chrono::TimeDelta::days(1);
    assert_eq!(visit.starting(later).label(&plan).verb, Verb::Move);
    let other = itinera::plan::Visit { gathering: 99, start: later, ..(**visit).clone() };
    assert_eq!(Edit::revise((**visit).clone(), other).label(&plan).verb, Verb::Change);
    let group = plan.groups.iter().next().unwrap();
    let later = itinera::plan::Group { start: Some(later.time()), ..(**group).clone() };
    assert_eq!(Edit::revise((**group).clone(), later).label(&plan).verb, Verb::Move);
}
