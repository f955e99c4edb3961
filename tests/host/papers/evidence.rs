//! The evidence pack.

use super::plan;
use crate::agenda::OUTING;
use crate::plan::build::{date, empty};
use itinera::{
    agenda::What,
    papers::{Annex, EvidencePack, Held, Paper, Part, Site},
    plan::{
        Deviated, Deviation, Edit, EntryId, GroupId, Link, Longer, Phase, Plan, SessionId, Slot, StopId, Table,
        Version, VersionId, apply,
    },
};

/// `09:10 Session 2, planned 09:00`.
fn lines(plan: &Plan) -> Vec<String> {
    let clock = |slot: Slot| slot.start().format("%H:%M").to_string();
    let line = |held: &Held| {
        let mut line = format!("{} {}", clock(held.entry.slot), held.entry.title().english);
        if let Some(planned) = held.planned {
            line += &format!(", planned {}-{}", clock(planned), planned.end().format("%H:%M"));
        }
        if held.left_out {
            line += ", left out";
        }
        line
    };
    EvidencePack::of(plan).days.iter().flat_map(|day| day.lines.iter().map(line).collect::<Vec<_>>()).collect()
}

#[test]
fn what_was_held_as_planned_says_only_that() {
    let mut plan = plan();
    plan.groups.remove(GroupId::from_number(2));
    let expect = [
        "08:30 Session 1",
        "09:00 Session 2",
        "12:00 Session 3",
        "13:00 Host 1",
        "13:20 Host 1",
        "13:50 Host 2",
        "14:00 Host 2",
        "14:30 Venue 0",
        "09:00 Session 4",
    ];
    assert_eq!(lines(&plan), expect);
    assert_eq!(EvidencePack::of(&plan).days.len(), 2);
}

#[test]
fn what_went_otherwise_stands_beside_what_was_planned() {
    let mut plan = plan();
    let group = GroupId::from_number(1);
    plan.groups.remove(GroupId::from_number(2));
    let plenary = SessionId::from_number(2);
    let late = plan.sessions.get(plenary).unwrap().slot.moved(10);
    let deviation = Deviation {
        lengths: vec![Longer { stop: Some(StopId::from_number(1)), phase: Phase::Tour, minutes: 15 }],
        skips: [StopId::from_number(2)].into(),
        ..Deviation::default()
    };
    let deviated = Deviated {
        groups: Vec::new(),
        turns: Vec::new(),
        entry: EntryId::Session(plenary),
        minutes: 10,
        sessions: vec![(plenary, Some(late)), (SessionId::from_number(3), None)],
        ways: vec![((OUTING, Some(group)), deviation)],
    };
    let plan = apply(&plan, &Edit::Deviate(deviated)).unwrap();
    let expect = [
        "08:30 Session 1",
        "09:10 Session 2, planned 09:00-10:00",
        "12:00 Session 3, left out",
        "13:00 Host 1",
        "13:20 Host 1, planned 13:20-13:50",
        "13:50 Host 2, left out",
        "14:00 Host 2, left out",
        "14:05 Venue 0, planned 14:30-14:40",
        "09:00 Session 4",
    ];
    assert_eq!(lines(&plan), expect);
}

#[test]
fn a_visit_that_was_left_out_altogether_is_there_as_planned() {
    let mut plan = plan();
    (plan.sessions, plan.days, plan.groups) = (Table::default(), Table::default(), Table::default());
    plan.visits.change(OUTING, |visit| visit.deviation.skips = [1, 2].map(StopId::from_number).into());
    let expect = ["13:00 Host 1", "13:20 Host 1", "13:50 Host 2", "14:00 Host 2", "14:30 Venue 0"];
    assert_eq!(lines(&plan), expect.map(|line| format!("{line}, left out")));
}

#[test]
fn the_index_names_every_part() {
    let mut plan = plan();
    let sheets = |plan: &Plan| EvidencePack::of(plan).sheets.len();
    assert_eq!(sheets(&plan), 6);
    let pack = EvidencePack::of(&plan);
    let day = Part::Sheet(Paper::Attendance(Site::Day(date())));
    assert_eq!((pack.parts.len(), pack.parts[0], pack.parts[1]), (8, Part::Agenda, day));
    assert_eq!(pack.parts.last(), Some(&Part::Annexes));
    plan.documents = Table::default();
    assert!(!EvidencePack::of(&plan).parts.contains(&Part::Annexes));
    let nothing = EvidencePack::of(&empty());
    assert_eq!((nothing.parts, nothing.days, nothing.sheets), (Vec::new(), Vec::new(), Vec::new()));
}

#[test]
fn annexes_are_documents_and_the_links_of_sessions() {
    let mut plan = plan();
    plan.sessions.change(SessionId::from_number(2), |session| {
        session.links = vec![Link { title: "Slides".into(), url: "https://example.org/slides".into() }];
    });
    let annexes = EvidencePack::of(&plan).annexes;
    let [Annex::Document(document), Annex::Link(session, link)] = &*annexes else { panic!("{annexes:?}") };
    assert_eq!(
        (&*document.title.english, &*session.title.english, &*link.title),
        ("Document 1", "Session 2", "Slides")
    );
}

#[test]
fn it_says_what_changed_since_the_first_version() {
    let mut plan = plan();
    assert!(EvidencePack::of(&plan).versions.is_empty());
    for number in [1, 2] {
        let at = format!("2017-11-0{number}T09:00:00Z").parse().unwrap();
        let version = Version::of(&plan, VersionId::from_number(number), "Version", at);
        plan = apply(&plan, &Edit::HandOut(version)).unwrap();
        let pack = EvidencePack::of(&plan);
        assert_eq!((pack.parts.last(), pack.versions.len()), (Some(&Part::Changes), usize::try_from(number).unwrap()));
        plan.sessions.change(SessionId::from_number(1), |session| session.slot = session.slot.moved(-5));
    }
    let changes = EvidencePack::of(&plan).changes;
    let [change] = &*changes else { panic!("{changes:?}") };
    let [What::Moved { from, to }] = &*change.what else { panic!("{changes:?}") };
    assert_eq!(to.start() - from.start(), chrono::TimeDelta::minutes(-10));
}
