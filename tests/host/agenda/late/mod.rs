//! "We are 20 minutes late": what it does to the rest of the day, and what can be done about it.

mod edit;
mod hosts;
mod laws;
mod offers;
mod split;
mod split_laws;
mod told;

use super::{during, name};
use crate::plan::build::{
    at, coach, delegate, delegation, empty, group, host, session, stop, time, transfer, venue, visit, window,
};
use itinera::agenda::late::{Absorber, Broken, Cause, Ripple, WayOut, ripple};
use itinera::agenda::{Audience, entries};
use itinera::plan::{
    Attendance, CoachId, Delegate, DelegationId, EntryId, Group, GroupId, Party, Place, Plan, RoomId, Session,
    SessionId, SessionKind, Stop, StopId, Travel, TurnId, VenueId, Visit, VisitId,
};

pub fn only(ids: &[u128]) -> Attendance {
    Attendance::Only(ids.iter().map(|id| DelegationId::from_number(*id)).collect())
}

/// Three delegations; in the morning a plenary (1), coffee (2), a workshop (3), lunch (4). Then delegations 1 and 2 make
/// a visit in groups A and B, each to hosts 1 and 2 the other way round, while 3 has a session of its own (5); back by
/// 17:30, dinner (6) for all at 18:00. It takes ten minutes to drive anywhere.
pub fn day() -> Plan {
    let mut plan = empty();
    for id in 1..4 {
        plan.delegations.put(delegation(id));
    }
    let kind = |id, kind, start, end| Session { kind, ..during(id, start, end) };
    for session in [
        during(1, (9, 0), (10, 30)),
        kind(2, SessionKind::Break, (10, 30), (10, 50)),
        kind(3, SessionKind::Workshop, (10, 50), (12, 0)),
        kind(4, SessionKind::Lunch, (12, 10), (13, 10)),
        Session { audience: only(&[3]), ..during(5, (13, 30), (15, 0)) },
        kind(6, SessionKind::Dinner, (18, 0), (20, 0)),
    ] {
        plan.sessions.put(session);
    }
    for id in 0..3 {
        plan.venues.put(venue(id, None));
    }
    for (from, to) in [(0, 1), (0, 2), (1, 2)] {
        plan.transfers.put(transfer(from, to, 10));
    }
    let home = Some(VenueId::from_number(0));
    plan.visits.put(Visit {
        start_place: home,
        return_place: home,
        start: at(13, 30),
        return_by: Some(at(17, 30)),
        audience: only(&[1, 2]),
        order: [1, 2].map(StopId::from_number).to_vec(),
        ..visit(1)
    });
    for id in 1..3 {
        plan.hosts.put(host(id, Some(id)));
        let window = window((13, 30), (17, 0));
        plan.stops.put(Stop {
            boarding: 5,
            gate: 5,
            tour: 45,
            questions: 20,
            count_back: 5,
            window,
            ..stop(id, 1, id)
        });
    }
    for (id, order) in [(1, [1, 2]), (2, [2, 1])] {
        plan.coaches.put(coach(id, 1));
        plan.groups.put(Group {
            delegations: [DelegationId::from_number(id)].into(),
            coach: Some(CoachId::from_number(id)),
            order: order.map(StopId::from_number).to_vec(),
            ..group(id, 1)
        });
    }
    plan
}

pub const A: Option<GroupId> = Some(GroupId::from_number(1));
pub const B: Option<GroupId> = Some(GroupId::from_number(2));

pub fn on_session(id: u128) -> EntryId {
    EntryId::Session(SessionId::from_number(id))
}

pub fn at_stop(id: u128, group: Option<GroupId>) -> EntryId {
    EntryId::Stop(StopId::from_number(id), group)
}

pub fn to_stop(id: u128, group: Option<GroupId>) -> EntryId {
    EntryId::LegTo(StopId::from_number(id), group)
}

pub fn late(plan: &Plan, entry: EntryId, minutes: i32, ways_out: &[WayOut]) -> Ripple {
    ripple(plan, &Cause { entry, minutes, ways_out: ways_out.to_vec() }).expect("something follows")
}

/// What moves, such as `2 10:30-10:50 > 10:45-10:55`, groups as `A stop 1 …`.
pub fn moves(plan: &Plan, ripple: &Ripple) -> Vec<String> {
    let clock = |slot: itinera::plan::Slot| format!("{}-{}", slot.start().format("%H:%M"), slot.end().format("%H:%M"));
    let line = |moved: &itinera::agenda::late::Moved| {
        format!("{} {} > {}", named(plan, moved.entry), clock(moved.was), clock(moved.now))
    };
    ripple.moved.iter().map(line).collect()
}

pub fn named(plan: &Plan, id: EntryId) -> String {
    let entries = entries(plan, Audience::Everyone);
    let entry = entries.iter().find(|entry| entry.id == id).expect("an entry");
    let group = id.group().and_then(|id| plan.groups.get(id)).map(|group| group.letter.clone() + " ");
    // The number of a group stands behind that of the stop.
    let name = match id.group() {
        Some(_) => name(&itinera::agenda::Entry { id: without_group(id), ..entry.clone() }),
        None => name(entry),
    };
    group.unwrap_or_default() + &name
}

fn without_group(id: EntryId) -> EntryId {
    match id {
        EntryId::Stop(stop, _) => EntryId::Stop(stop, None),
        EntryId::LegTo(stop, _) => EntryId::LegTo(stop, None),
        EntryId::LegBack(visit, _) => EntryId::LegBack(visit, None),
        EntryId::Session(id) => EntryId::Session(id),
    }
}

pub fn absorbs(plan: &Plan, ripple: &Ripple) -> Vec<(String, Absorber, i32)> {
    ripple.absorbed.iter().map(|one| (named(plan, one.entry), one.by, one.minutes)).collect()
}

fn expect(lines: &[String], expected: &[&str]) {
    assert_eq!(lines, expected);
}

#[test]
fn breaks_and_lunch_absorb_and_the_rest_moves() {
    let plan = day();
    let ripple = late(&plan, on_session(1), 15, &[]);
    expect(
        &moves(&plan, &ripple),
        &["1 09:00-10:30 > 09:00-10:45", "2 10:30-10:50 > 10:45-10:55", "3 10:50-12:00 > 10:55-12:05"],
    );
    let took = [("2".to_string(), Absorber::Break, 10), ("4".to_string(), Absorber::Slack, 5)];
    assert_eq!(absorbs(&plan, &ripple), took);
    assert_eq!(ripple.broken, []);
}

#[test]
fn what_waits_for_nobody_stays_and_being_late_for_it_is_said() {
    let mut plan = day();
    plan.sessions.change(SessionId::from_number(3), |session| session.fixed = true);
    let ripple = late(&plan, on_session(1), 30, &[]);
    expect(&moves(&plan, &ripple), &["1 09:00-10:30 > 09:00-11:00", "2 10:30-10:50 > 11:00-11:10"]);
    let starts = at(10, 50);
    assert_eq!(ripple.broken, [Broken::Missed { session: SessionId::from_number(3), starts, late: 20 }]);
}

#[test]
fn a_long_morning_reaches_the_visit_of_both_groups_but_nothing_that_is_for_others_only_through_them() {
    let plan = day();
    let ripple = late(&plan, on_session(3), 60, &[]);
    // Lunch starts 50 minutes late after ten of slack, gives 15, and has 20 to spare before boarding and session 5.
    let lines = moves(&plan, &ripple);
    expect(
        &lines,
        &[
            "3 10:50-12:00 > 10:50-13:00",
            "4 12:10-13:10 > 13:00-13:45",
            "A to 1 13:30-13:45 > 13:45-14:00",
            "B to 2 13:30-13:45 > 13:45-14:00",
            "5 13:30-15:00 > 13:45-15:15",
            "A stop 1 13:45-15:00 > 14:00-15:15",
            "B stop 2 13:45-15:00 > 14:00-15:15",
            "B to 1 15:00-15:15 > 15:15-15:30",
            "A to 2 15:00-15:15 > 15:15-15:30",
            "B stop 1 15:15-16:30 > 15:30-16:45",
            "A stop 2 15:15-16:30 > 15:30-16:45",
            "A back 16:30-16:40 > 16:45-16:55",
            "B back 16:30-16:40 > 16:45-16:55",
        ],
    );
    assert_eq!(ripple.broken, []);
}

#[test]
fn one_group_late_moves_only_that_group_and_what_it_breaks_is_named() {
    let plan = day();
    let ripple = late(&plan, at_stop(1, A), 20, &[]);
    expect(
        &moves(&plan, &ripple),
        &[
            "A stop 1 13:45-15:00 > 13:45-15:20",
            "A to 2 15:00-15:15 > 15:20-15:35",
            "A stop 2 15:15-16:30 > 15:35-16:50",
            "A back 16:30-16:40 > 16:50-17:00",
        ],
    );
    // B comes to host 1 at 15:15, and A is there until 15:20.
    let groups = (GroupId::from_number(2), GroupId::from_number(1));
    let clash =
        Broken::Hosts { host: itinera::plan::HostId::from_number(1), group: groups.0, other: groups.1, at: at(15, 15) };
    assert_eq!(ripple.broken, [clash]);
    assert_eq!(absorbs(&plan, &ripple), [("6".to_string(), Absorber::Slack, 20)]);

    let ripple = late(&plan, to_stop(2, A), 90, &[]);
    let window = Broken::Window { stop: StopId::from_number(2), group: A, closes: time(17, 0), late: 60 };
    let back = Broken::Return { visit: VisitId::from_number(1), group: A, by: at(17, 30), late: 40 };
    let dinner = Broken::Missed { session: SessionId::from_number(6), starts: at(18, 0), late: 10 };
    assert_eq!(ripple.broken, [dinner, window, back]);
}

#[test]
fn waits_and_holds_absorb_before_anybody_is_late() {
    let mut plan = day();
    let turn = |stop| TurnId { group: GroupId::from_number(1), stop: StopId::from_number(stop) };
    plan.turns.put(itinera::plan::Turn { hold: 10, ..itinera::plan::Turn::free(turn(1)) });
    plan.turns.put(itinera::plan::Turn { received: Some(time(15, 30)), ..itinera::plan::Turn::free(turn(2)) });
    // 15:10 leaves host 1 after the hold, 15:25 at host 2, which receives at 15:30.
    let ripple = late(&plan, at_stop(1, A), 12, &[]);
    let took = [("A stop 1".to_string(), Absorber::Hold, 10), ("A stop 2".to_string(), Absorber::Wait, 2)];
    assert_eq!(absorbs(&plan, &ripple), took);
    expect(
        &moves(&plan, &ripple),
        &[
            "A stop 1 13:45-15:10 > 13:45-15:12",
            "A to 2 15:10-15:25 > 15:12-15:27",
            "A stop 2 15:25-16:45 > 15:27-16:45",
        ],
    );
}

#[test]
fn an_early_end_makes_a_way_earlier_and_no_session() {
    let plan = day();
    let ripple = late(&plan, at_stop(1, A), -10, &[]);
    assert_eq!(ripple.minutes, -10);
    expect(
        &moves(&plan, &ripple),
        &[
            "A stop 1 13:45-15:00 > 13:45-14:50",
            "A to 2 15:00-15:15 > 14:50-15:05",
            "A stop 2 15:15-16:30 > 15:05-16:20",
            "A back 16:30-16:40 > 16:20-16:30",
        ],
    );
    let ripple = late(&plan, on_session(1), -200, &[]);
    assert_eq!(ripple.minutes, -89, "a session keeps a minute");
    expect(&moves(&plan, &ripple), &["1 09:00-10:30 > 09:00-09:01"]);
}

#[test]
fn an_early_end_brings_back_what_was_late_and_breaks_get_their_minutes_first() {
    let plan = day();
    let delayed = edit::after(&plan, &late(&plan, on_session(1), 30, &[]));
    // The break is 11:00-11:10, the workshop 11:10-12:20, lunch 12:20-13:10.
    let ripple = late(&delayed, on_session(1), -15, &[]);
    expect(
        &moves(&delayed, &ripple),
        &[
            "1 09:00-11:00 > 09:00-10:45",
            "2 11:00-11:10 > 10:45-11:05",
            "3 11:10-12:20 > 11:05-12:15",
            "4 12:20-13:10 > 12:15-13:10",
        ],
    );
}

#[test]
fn groups_in_one_coach_are_late_together() {
    let mut plan = day();
    for id in [1, 2] {
        plan.groups.change(GroupId::from_number(id), |group| {
            group.coach = Some(CoachId::from_number(1));
            group.order = [1, 2].map(StopId::from_number).to_vec();
        });
    }
    let ripple = late(&plan, to_stop(1, A), 20, &[]);
    let lines = moves(&plan, &ripple);
    for line in
        ["A to 1 13:30-13:45 > 13:30-14:05", "B to 1 13:30-13:45 > 13:30-14:05", "B back 16:30-16:40 > 16:50-17:00"]
    {
        assert!(lines.iter().any(|other| other == line), "{line}: {lines:?}");
    }
}

#[test]
fn a_flight_a_room_and_a_speaker_do_not_wait() {
    let mut plan = day();
    let leaves = Some(Travel { at: at(12, 10), place: "Caselle".into() });
    plan.delegates.put(Delegate { departure: leaves, ..delegate(1, 3) });
    let room = Place::Room(RoomId::from_number(1));
    let speaker = Party::Named("The mayor".into());
    plan.sessions.change(SessionId::from_number(3), |session| {
        session.place = room;
        session.audience = only(&[3]);
        session.speakers = vec![speaker.clone()];
    });
    plan.sessions.put(Session { place: room, audience: only(&[1]), ..during(7, (12, 0), (13, 0)) });
    plan.sessions.put(Session { chair: vec![speaker.clone()], audience: only(&[2]), ..during(8, (12, 5), (12, 10)) });
    let ripple = late(&plan, on_session(3), 20, &[]);
    let id = SessionId::from_number;
    let expected = [
        Broken::Room { room: RoomId::from_number(1), session: id(3), next: id(7), at: at(12, 0) },
        Broken::Person { party: speaker, session: id(3), next: id(8) },
        Broken::Departure { delegate: itinera::plan::DelegateId::from_number(1), at: at(12, 10), entry: on_session(3) },
    ];
    for broken in expected {
        assert!(ripple.broken.contains(&broken), "{broken:?} {:?}", ripple.broken);
    }
    assert!(ripple.moved.iter().all(|moved| moved.entry != on_session(7)), "what is for others stays");
}

#[test]
fn nothing_follows_from_what_is_not_there_or_from_no_delay() {
    let plan = day();
    let none = |entry, minutes| ripple(&plan, &Cause { entry, minutes, ways_out: vec![] });
    assert_eq!(none(on_session(99), 20), None);
    assert_eq!(none(at_stop(1, None), 20), None);
    assert_eq!(none(on_session(1), 0), None);
}

#[test]
fn a_day_and_its_night_are_the_end_of_it() {
    let mut plan = day();
    plan.sessions
        .put(Session { slot: itinera::plan::Slot::lasting(at(9, 0) + chrono::TimeDelta::days(1), 60), ..session(9) });
    let ripple = late(&plan, on_session(6), 240, &[]);
    expect(&moves(&plan, &ripple), &["6 18:00-20:00 > 18:00-00:00"]);
}
