//! Test plans for the checks, and `expect`: findings as text, in both languages, with the law of fixes.

pub use crate::plan::build::{at, date, slot, time, transfer, window};

use crate::plan::build;
use itinera::checks::{Finding, Severity, check};
use itinera::i18n::{Language, Words};
use itinera::plan::{
    Attendance, Delegate, DelegateId, Delegation, DelegationId, Host, Party, Place, Plan, Room, RoomId, Session,
    SessionId, Slot, Stop, StopId, Text, Topic, Venue, VenueId, Visit, VisitId, apply,
};
use std::collections::BTreeMap;

/// Two days; a town hall (1) with two rooms for 30 and a restaurant (2), 20 minutes apart; Wales (1, four heads) and
/// Lithuania (2, three heads).
pub fn base() -> Plan {
    let mut plan = build::empty();
    plan.days.put(build::day(0));
    plan.days.put(build::day(1));
    plan.venues.put(venue(1, "Town hall"));
    plan.venues.put(venue(2, "Restaurant"));
    plan.transfers.put(transfer(1, 2, 20));
    plan.rooms.put(room(1, "Room 1"));
    plan.rooms.put(room(2, "Room 2"));
    plan.delegations.put(delegation(1, "Wales", 4));
    plan.delegations.put(delegation(2, "Lithuania", 3));
    plan
}

/// [`base`] with a company (venue 3, 30 minutes from the town hall) and a visit to it: board at 14:00 for 5 minutes,
/// drive, 60 minutes of tour from 14:35, board for 5 minutes, back at 16:10.
pub fn outing() -> Plan {
    let mut plan = base();
    plan.venues.put(venue(3, "Factory"));
    plan.transfers.put(transfer(1, 3, 30));
    plan.hosts.put(host(1, "Press works", Some(3)));
    plan.stops.put(stop(1, 1));
    plan.visits.put(visit());
    plan
}

/// [`outing`] with a second company (venue 4), 30 minutes from the town hall and 10 from the first.
pub fn long_outing() -> Plan {
    let mut plan = outing();
    plan.venues.put(venue(4, "Laboratory"));
    plan.transfers.put(transfer(1, 4, 30));
    plan.transfers.put(transfer(3, 4, 10));
    plan.hosts.put(host(2, "Laser lab", Some(4)));
    plan.stops.put(stop(2, 2));
    plan
}

pub fn venue(id: u128, name: &str) -> Venue {
    Venue { name: Text::same(name), to_confirm: false, ..build::venue(id, Some((45_070_000, 7_680_000))) }
}

pub fn room(id: u128, name: &str) -> Room {
    Room { name: Text::same(name), capacity: Some(30), ..build::room(id, 1) }
}

pub fn delegation(id: u128, name: &str, heads: u16) -> Delegation {
    Delegation { name: Text::same(name), expected: Some(heads), to_confirm: false, ..build::delegation(id) }
}

pub fn delegate(id: u128, of: u128, name: &str) -> Delegate {
    Delegate { name: name.into(), ..build::delegate(id, of) }
}

pub fn person(id: u128) -> Party {
    Party::Delegate(DelegateId::from_number(id))
}

/// A plenary in room 1 for everyone.
pub fn session(id: u128, title: &str, slot: Slot) -> Session {
    Session { title: Text::same(title), slot, place: in_room(1), to_confirm: false, ..build::session(id) }
}

pub fn in_room(id: u128) -> Place {
    Place::Room(RoomId::from_number(id))
}

pub fn in_venue(id: u128) -> Place {
    Place::Venue(VenueId::from_number(id))
}

pub fn only<const N: usize>(delegations: [u128; N]) -> Attendance {
    Attendance::Only(delegations.map(DelegationId::from_number).into())
}

pub fn host(id: u128, name: &str, venue: Option<u128>) -> Host {
    Host { name: name.into(), to_confirm: false, ..build::host(id, venue) }
}

pub fn stop(id: u128, host: u128) -> Stop {
    Stop { boarding: 5, tour: 60, to_confirm: false, ..build::stop(id, 1, host) }
}

pub fn visit() -> Visit {
    let home = Some(VenueId::from_number(1));
    Visit {
        title: Text::same("Companies"),
        start: at(14, 0),
        start_place: home,
        return_place: home,
        return_boarding: 5,
        to_confirm: false,
        ..build::visit(1)
    }
}

pub fn topic(id: u128, name: &str) -> Topic {
    Topic { name: Text::same(name), ..build::topic(id) }
}

/// A plan with more sessions.
pub fn with<const N: usize>(mut plan: Plan, sessions: [Session; N]) -> Plan {
    for session in sessions {
        plan.sessions.put(session);
    }
    plan
}

/// A plan with its visit changed.
pub fn with_visit(mut plan: Plan, change: impl FnOnce(&mut Visit)) -> Plan {
    plan.visits.change(VisitId::from_number(1), change);
    plan
}

/// A plan with a stop changed.
pub fn with_stop(mut plan: Plan, stop: u128, change: impl FnOnce(&mut Stop)) -> Plan {
    plan.stops.change(StopId::from_number(stop), change);
    plan
}

/// A plan with its first host changed.
pub fn with_host(mut plan: Plan, change: impl FnOnce(&mut Host)) -> Plan {
    plan.hosts.change(itinera::plan::HostId::from_number(1), change);
    plan
}

pub fn session_id(id: u128) -> SessionId {
    SessionId::from_number(id)
}

/// Checks a plan with today unknown, and compares what is found with `expected`: for each finding a line of severity
/// and rule, then its sentence and, after an arrow, its fix; in English, then in Italian.
#[track_caller]
pub fn expect(plan: Plan, expected: &str) {
    expect_on(plan, None, expected);
}

/// [`expect`] on a day of November 2017.
#[track_caller]
pub fn expect_on(plan: Plan, today: Option<u32>, expected: &str) {
    let today = today.map(|day| chrono::NaiveDate::from_ymd_opt(2017, 11, day).unwrap());
    let findings = check(&plan, today);
    let found: Vec<String> = findings.iter().map(|finding| text(&plan, finding)).collect();
    let expected: Vec<&str> = expected.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    assert_eq!(found.join("\n").lines().collect::<Vec<_>>(), expected, "\n{}\n", found.join("\n"));
    every_fix_mends(&plan, today, &findings);
}

fn text(plan: &Plan, finding: &Finding) -> String {
    let mut lines = format!("{} {}", finding.severity.name(), finding.rule.name());
    for words in Language::ALL.map(Words::new) {
        lines += "\n";
        lines += &finding.sentence(plan, words);
        if let Some(fix) = &finding.fix {
            lines += "\n-> ";
            lines += &fix.words(plan, words);
        }
    }
    lines
}

/// A fix can be made, removes its finding, and adds no blocker.
#[track_caller]
pub fn every_fix_mends(plan: &Plan, today: Option<chrono::NaiveDate>, findings: &[Finding]) {
    let before: BTreeMap<_, _> = findings.iter().map(|finding| (finding.identity(), finding.severity)).collect();
    assert_eq!(before.len(), findings.len(), "two findings are the same one: {findings:#?}");
    for finding in findings {
        let Some(fix) = &finding.fix else { continue };
        let after = check(&apply(plan, &fix.edit).unwrap(), today);
        assert!(after.iter().all(|other| other.identity() != finding.identity()), "{finding:?} is not mended");
        for other in after.iter().filter(|other| other.severity == Severity::Blocker) {
            assert_eq!(before.get(&other.identity()), Some(&Severity::Blocker), "{fix:?} brings {other:?}");
        }
    }
}
