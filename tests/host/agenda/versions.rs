//! What is handed out, and what changed since.

use super::{OUTING, add_outing, during, with_sessions};
use crate::plan::build::{at, coach, delegate, delegation, group, room, venue};
use crate::support::arbitrary::plans;
use itinera::agenda::{Audience, Change, Told, What, cancelled, changes, entries, is_for, sequence};
use itinera::plan::{
    Attendance, CoachId, DelegateId, DelegationId, Edit, EntryId, Group, GroupId, HostId, Key, Line, Meeting, Member,
    Party, Place, Plan, RoomId, Session, SessionId, Slot, Stamp, StopId, Text, Version, VersionId, apply,
};
use itinera::wire::{PlanFile, decode, encode};
use proptest::prelude::*;

/// Two sessions in the morning, and the outing in the afternoon.
fn plan() -> Plan {
    let mut plan = with_sessions([during(1, (9, 0), (10, 0)), during(2, (10, 0), (11, 0))]);
    add_outing(&mut plan);
    plan.venues.put(venue(5, None));
    plan.rooms.put(room(5, 5));
    plan.sessions.change(one(), |session| session.place = Place::Room(RoomId::from_number(5)));
    plan
}

const fn one() -> SessionId {
    SessionId::from_number(1)
}

/// A moment, so many days after the first.
fn stamp(day: u128) -> Stamp {
    format!("2017-11-{:02}T09:00:00Z", day + 1).parse().unwrap()
}

/// The plan after it was handed out as version `id`.
fn handed_out(plan: &Plan, id: u128) -> Plan {
    let version = Version::of(plan, VersionId::from_number(id), "Version", stamp(id));
    apply(plan, &Edit::HandOut(version)).unwrap()
}

fn after(plan: &Plan, edit: &Edit) -> Plan {
    apply(plan, edit).unwrap()
}

fn change_session(plan: &Plan, change: impl FnOnce(&mut Session)) -> Plan {
    let mut changed = plan.clone();
    changed.sessions.change(one(), change);
    changed
}

#[test]
fn a_version_says_what_the_agenda_does() {
    let plan = plan();
    let version = Version::of(&plan, VersionId::from_number(1), "First", stamp(0));
    assert_eq!((version.name.clone(), version.at), (Text::same("First"), stamp(0)));
    let said: Vec<_> = version.lines.iter().map(|line| (line.entry, line.slot, line.title.clone())).collect();
    let agenda = entries(&plan, Audience::Everyone);
    let expect: Vec<_> = agenda.iter().map(|entry| (entry.id, entry.slot, entry.title())).collect();
    assert_eq!(said, expect);
    let place = |entry| version.line(entry).unwrap().place.english.clone();
    assert_eq!(place(EntryId::Session(one())), "Room 5, Venue 5");
    assert_eq!(place(EntryId::Session(SessionId::from_number(2))), "");
    assert_eq!(place(EntryId::Stop(StopId::from_number(1), None)), "Venue 1");
    // Of a leg, where people board.
    assert_eq!(place(EntryId::LegTo(StopId::from_number(2), None)), "Venue 1");
    assert!(version.lines.iter().all(|line| line.to_confirm));
    assert!(version.lines.iter().all(|line| line.audience == Attendance::Everyone && line.exceptions.is_empty()));
    assert_eq!(version.line(EntryId::Session(SessionId::from_number(9))), None);
}

#[test]
fn a_place_has_its_names_in_both_languages() {
    let mut plan = plan();
    plan.rooms.change(RoomId::from_number(5), |room| room.name = Text::new("Main room", "Sala principale"));
    let place = |plan: &Plan, entry| {
        Version::of(plan, VersionId::from_number(1), "", stamp(0)).line(entry).unwrap().place.clone()
    };
    assert_eq!(place(&plan, EntryId::Session(one())), Text::new("Main room, Venue 5", "Sala principale, Venue 5"));
    // A host that receives at a venue of its name is not said twice.
    plan.hosts.change(HostId::from_number(1), |host| host.name = "Venue 1".into());
    assert_eq!(place(&plan, EntryId::Stop(StopId::from_number(1), None)), Text::default());
}

#[test]
fn handing_out_is_undone_like_every_edit() {
    let (before, told) = (plan(), handed_out(&plan(), 1));
    assert_eq!(before.differing(&told), [Key::Version(VersionId::from_number(1))]);
    let again = Version::of(&told, VersionId::from_number(1), "", stamp(1));
    assert!(apply(&told, &Edit::HandOut(again)).is_err());
    assert_eq!(after(&told, &Edit::Remove(Key::Version(VersionId::from_number(1)))), before);
}

#[test]
fn versions_come_in_the_order_of_their_time() {
    let mut plan = plan();
    for (id, day) in [(1, 5), (2, 3), (3, 4)] {
        plan.versions.put(Version::of(&plan, VersionId::from_number(id), "", stamp(day)));
    }
    let order: Vec<_> = plan.versions_by_time().iter().map(|version| version.id).collect();
    assert_eq!(order, [2, 3, 1].map(VersionId::from_number));
}

#[test]
fn what_became_of_an_entry_is_said() {
    let told = handed_out(&plan(), 1);
    let since = |plan: &Plan| changes(plan, plan.versions.get(VersionId::from_number(1)).unwrap());
    let check = |plan: Plan, expect: &[What]| {
        let found = since(&plan);
        let about: Vec<_> = found.iter().map(|change| change.line.entry).collect();
        assert_eq!(about, vec![EntryId::Session(one()); usize::from(!expect.is_empty())]);
        assert_eq!(found.into_iter().flat_map(|change| change.what).collect::<Vec<_>>(), expect);
    };
    let was = Slot::new(at(9, 0), at(10, 0)).unwrap();
    let moved = What::Moved { from: was, to: was.moved(5) };
    let renamed = What::Renamed { from: "Session 1".into(), to: "Welcome".into() };
    let elsewhere = What::Elsewhere { from: "Room 5, Venue 5".into(), to: Text::default() };
    check(told.clone(), &[]);
    check(change_session(&told, |session| session.slot = was.moved(5)), std::slice::from_ref(&moved));
    check(
        change_session(&told, |session| session.slot = was.stretched(10, 1)),
        &[What::Moved { from: was, to: was.stretched(10, 1) }],
    );
    check(change_session(&told, |session| session.title = "Welcome".into()), std::slice::from_ref(&renamed));
    check(change_session(&told, |session| session.place = Place::Open), std::slice::from_ref(&elsewhere));
    check(change_session(&told, |session| session.to_confirm = false), &[What::Confirmed]);
    check(change_session(&told, |session| session.notes = "Bring a badge".into()), &[]);
    check(change_session(&told, |session| session.dropped = true), &[What::Cancelled]);
    check(after(&told, &Edit::Remove(Key::Session(one()))), &[What::Cancelled]);
    let all = |session: &mut Session| {
        session.slot = was.moved(5);
        session.title = "Welcome".into();
        session.place = Place::Open;
        session.to_confirm = false;
    };
    let several = change_session(&told, all);
    check(several.clone(), &[moved, renamed, elsewhere, What::Confirmed]);
    // Seen from a version of later, it is the other way round.
    let later = handed_out(&several, 2);
    let back = change_session(&later, |session| *session = Session::clone(plan().sessions.get(one()).unwrap()));
    let found = changes(&back, back.versions.get(VersionId::from_number(2)).unwrap());
    assert_eq!(found[0].what[3], What::Doubted);
}

#[test]
fn for_whom_an_entry_is_counts_for_who_reads_it_as_everyone() {
    let told = handed_out(&in_groups(), 1);
    let wales: Attendance = Attendance::Only([DelegationId::from_number(1)].into());
    let narrowed = change_session(&told, |session| session.audience = wales.clone());
    let found = changes(&narrowed, narrowed.versions.get(VersionId::from_number(1)).unwrap());
    let for_others = What::ForOthers { from: Attendance::Everyone, to: wales };
    assert_eq!(found.into_iter().map(|change| change.what).collect::<Vec<_>>(), [vec![for_others]]);
    let count = |audience| Told::of(&narrowed).sequence(&narrowed, EntryId::Session(one()), audience);
    assert_eq!((count(Audience::Everyone), count(of(1)), count(person(11)), count(of(2))), (1, 0, 0, 1));
}

#[test]
fn whatever_differs_is_another_state_than_the_one_that_was_handed_out() {
    let mut plan = in_groups();
    plan.coaches.put(coach(1, 1));
    let told = handed_out(&plan, 1);
    let is_told = |plan: &Plan| plan.versions.get(VersionId::from_number(1)).unwrap().is_of(plan);
    let changed = |change: &dyn Fn(&mut Plan)| {
        let mut changed = told.clone();
        change(&mut changed);
        assert_ne!(changed, told);
        changed
    };
    let changes: [&dyn Fn(&mut Plan); 5] = [
        &|plan| plan.coaches.change(CoachId::from_number(1), |coach| coach.driver.phone = "+00 1".into()),
        &|plan| plan.delegates.change(DelegateId::from_number(11), |person| person.diet = "vegan".into()),
        &|plan| plan.hosts.change(HostId::from_number(1), |host| host.equipment = "Shoes".into()),
        &|plan| plan.sessions.change(one(), |session| session.speakers = vec![Party::Named("Somebody".into())]),
        &|plan| plan.meeting = Meeting { number: "7".into(), ..Meeting::clone(&plan.meeting) }.into(),
    ];
    assert!(is_told(&told));
    for change in changes {
        let changed = changed(change);
        assert!(!is_told(&changed));
        // What was noted before all of a plan was knows its agenda only.
        let mut before = changed.clone();
        before.versions.change(VersionId::from_number(1), |version| version.state = None);
        assert!(is_told(&before));
    }
    let moved = change_session(&told, |session| session.slot = session.slot.moved(5));
    assert!(!is_told(&moved));
    // Another version that is handed out leaves the state what it is, and so does reading the plan again.
    let twice = handed_out(&told, 2);
    assert!(twice.versions.iter().all(|version| version.is_of(&twice)));
    let file = PlanFile { plan: told, saved: None, lineage: Vec::new() };
    assert!(is_told(&decode(encode(&file).as_bytes()).unwrap().plan));
}

#[test]
fn new_entries_come_in_the_order_of_the_agenda_and_cancelled_ones_last() {
    let told = handed_out(&plan(), 1);
    let mut now = told.clone();
    now.sessions.put(during(3, (8, 0), (9, 0)));
    now.sessions.put(during(4, (20, 0), (22, 0)));
    now.sessions.remove(SessionId::from_number(2));
    let found = changes(&now, now.versions.get(VersionId::from_number(1)).unwrap());
    let session = |id| EntryId::Session(SessionId::from_number(id));
    let said: Vec<_> = found.iter().map(|change| (change.line.entry, change.what.clone())).collect();
    let expect = [(3, What::Added), (4, What::Added), (2, What::Cancelled)];
    assert_eq!(said, expect.map(|(id, what)| (session(id), vec![what])));
}

#[test]
fn a_stop_that_moves_takes_the_way_after_it_along() {
    let told = handed_out(&plan(), 1);
    let mut now = told.clone();
    now.stops.change(StopId::from_number(2), |stop| stop.tour += 10);
    let found = changes(&now, now.versions.get(VersionId::from_number(1)).unwrap());
    let about: Vec<_> = found.iter().map(|change| change.line.entry).collect();
    assert_eq!(about, [EntryId::Stop(StopId::from_number(2), None), EntryId::LegBack(OUTING, None)]);
}

#[test]
fn the_sequence_counts_what_was_handed_out() {
    let entry = EntryId::Session(one());
    let title = |plan: &Plan, title: &str| change_session(plan, |session| session.title = title.into());
    let start = plan();
    assert_eq!(sequence(&start, entry), 0);
    assert_eq!(sequence(&start, EntryId::Session(SessionId::from_number(9))), 0);
    // Nothing was handed out yet, so nobody was told anything else.
    let renamed = title(&start, "A");
    assert_eq!(sequence(&renamed, entry), 0);
    let first = handed_out(&renamed, 1);
    assert_eq!(sequence(&first, entry), 0);
    // Between two versions any number of edits is one change.
    let edited = title(&title(&first, "B"), "C");
    assert_eq!(sequence(&edited, entry), 1);
    let second = handed_out(&edited, 2);
    assert_eq!(sequence(&second, entry), 1);
    assert_eq!(sequence(&title(&second, "A"), entry), 2);
    assert_eq!(sequence(&title(&first, "A"), entry), 0);
    // The others have nothing to do with it.
    let other = EntryId::Session(SessionId::from_number(2));
    assert_eq!(sequence(&title(&second, "A"), other), 0);
}

#[test]
fn what_is_gone_is_told_as_it_was_last() {
    let entry = EntryId::Session(one());
    let remove = |plan: &Plan| after(plan, &Edit::Remove(Key::Session(one())));
    let title = |plan: &Plan, title: &str| change_session(plan, |session| session.title = title.into());
    assert_eq!(cancelled(&remove(&plan())), []);
    let second = handed_out(&title(&handed_out(&plan(), 1), "A"), 2);
    assert_eq!(cancelled(&second), []);
    let gone = remove(&second);
    let found = cancelled(&gone);
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].line.entry, &*found[0].line.title.english, found[0].sequence), (entry, "A", 2));
    // It stays cancelled, and counts no further.
    let third = handed_out(&gone, 3);
    assert_eq!(cancelled(&third)[0].sequence, 2);
    // It may come back.
    let mut back = third.clone();
    back.sessions.put(Session { title: "A".into(), ..during(1, (9, 0), (10, 0)) });
    assert_eq!((cancelled(&back).len(), sequence(&back, entry)), (0, 3));
}

/// The outing in two groups: A with delegation 1, B with delegation 2; persons 11, 12, 21 and 22.
fn in_groups() -> Plan {
    let mut plan = plan();
    for id in 1..3 {
        plan.delegations.put(delegation(id));
        for person in 1..3 {
            plan.delegates.put(delegate(id * 10 + person, id));
        }
        let delegations = [DelegationId::from_number(id)].into();
        plan.groups.put(Group { delegations, ..group(id, 1) });
    }
    plan
}

const fn person(id: u128) -> Audience {
    Audience::Delegate(DelegateId::from_number(id))
}

const fn of(id: u128) -> Audience {
    Audience::Delegation(DelegationId::from_number(id))
}

#[test]
fn who_goes_with_another_group_is_told_that_the_first_is_off() {
    let told = handed_out(&in_groups(), 1);
    let member = Member::Delegate(DelegateId::from_number(11));
    let assign = |plan: &Plan, group| {
        let group = Some(GroupId::from_number(group));
        after(plan, &Edit::Assign { visit: OUTING, member, group })
    };
    let groups = |plan: &Plan, audience| -> Vec<GroupId> {
        Told::of(plan).cancelled(plan, audience).iter().filter_map(|gone| gone.line.entry.group()).collect()
    };
    let moved = assign(&told, 2);
    assert_eq!(groups(&moved, person(11)), [GroupId::from_number(1); 5]);
    for other in [person(12), person(21), of(1), of(2), Audience::Everyone] {
        assert_eq!(groups(&moved, other), [], "{other:?}");
    }
    // Back again: the entries of A are on for the third time, those of B were and are no more.
    let back = assign(&handed_out(&moved, 2), 1);
    assert_eq!(groups(&back, person(11)), [GroupId::from_number(2); 5]);
    let stop = |group| EntryId::Stop(StopId::from_number(1), Some(GroupId::from_number(group)));
    let count = |audience, group| Told::of(&back).sequence(&back, stop(group), audience);
    assert_eq!((count(person(11), 1), count(person(11), 2)), (2, 1));
    assert_eq!((count(person(12), 1), count(of(1), 1), count(Audience::Everyone, 1)), (0, 0, 0));
}

#[test]
fn a_delegation_that_is_asked_no_more_is_told() {
    let plan = in_groups();
    let asked = |plan: &Plan, ids: &[u128]| {
        let ids = ids.iter().copied().map(DelegationId::from_number).collect();
        change_session(plan, |session| session.audience = Attendance::Only(ids))
    };
    let told = handed_out(&asked(&plan, &[1, 2]), 1);
    let without = asked(&told, &[1]);
    let gone = |audience| -> Vec<EntryId> {
        Told::of(&without).cancelled(&without, audience).iter().map(|gone| gone.line.entry).collect()
    };
    assert_eq!(gone(of(2)), [EntryId::Session(one())]);
    assert_eq!(gone(person(21)), [EntryId::Session(one())]);
    assert_eq!((gone(of(1)), gone(Audience::Everyone)), (vec![], vec![]));
    // Who speaks there has to come all the same.
    let speaker = Party::Delegate(DelegateId::from_number(21));
    let speaks = change_session(&without, |session| session.speakers = vec![speaker.clone()]);
    let gone = |audience| Told::of(&speaks).cancelled(&speaks, audience).len();
    assert_eq!((gone(person(21)), gone(person(22)), gone(of(2))), (0, 1, 0));
}

proptest! {
    /// What a version notes of whom an entry is for says what the agenda says.
    #[test]
    fn a_version_knows_for_whom_its_lines_are(plan in plans()) {
        let told = handed_out(&Plan { versions: Default::default(), ..plan.clone() }, 1);
        let mut gone = told.clone();
        // Only the lines are left to tell.
        for session in &plan.sessions {
            gone.sessions.remove(session.id);
        }
        let all = entries(&told, Audience::Everyone);
        let cancelled = |audience| -> Vec<EntryId> {
            Told::of(&gone).cancelled(&gone, audience).into_iter().map(|gone| gone.line.entry).collect()
        };
        for delegate in &plan.delegates {
            let audience = Audience::Delegate(delegate.id);
            let was = cancelled(audience);
            for entry in all.iter().filter(|entry| plan.sessions.iter().any(|known| EntryId::Session(known.id) == entry.id)) {
                prop_assert_eq!(was.contains(&entry.id), is_for(&told, entry, audience));
            }
        }
    }

    #[test]
    fn a_plan_just_handed_out_has_not_changed(plan in plans()) {
        let plan = Plan { versions: Default::default(), ..plan };
        let told = handed_out(&plan, 1);
        let version = told.versions.get(VersionId::from_number(1)).unwrap();
        prop_assert_eq!(changes(&told, version), Vec::<Change>::new());
        prop_assert!(cancelled(&told).is_empty());
        prop_assert!(version.lines.iter().all(|line| sequence(&told, line.entry) == 0));
        let mut unique: Vec<EntryId> = version.lines.iter().map(|line| line.entry).collect();
        unique.sort_unstable();
        unique.dedup();
        prop_assert_eq!(unique.len(), version.lines.len());
    }

    /// Whatever else happens, what was told twice the same counts once.
    #[test]
    fn a_second_copy_of_a_version_changes_no_sequence(plan in plans(), later in plans()) {
        let plan = Plan { versions: Default::default(), ..plan };
        let once = Plan { versions: handed_out(&plan, 1).versions, ..later };
        let mut twice = once.clone();
        let copy = Version { id: VersionId::from_number(2), at: stamp(2), ..Version::clone(once.versions.get(VersionId::from_number(1)).unwrap()) };
        twice.versions.put(copy);
        for line in &once.versions.get(VersionId::from_number(1)).unwrap().lines {
            prop_assert_eq!(sequence(&once, line.entry), sequence(&twice, line.entry));
        }
        prop_assert_eq!(cancelled(&once), cancelled(&twice));
    }
}

#[test]
fn a_version_has_no_more_lines_than_can_be_saved() {
    assert_eq!(Version::MOST_LINES, itinera::wire::MOST_RECORDS);
    let mut plan = with_sessions((0..5_001).map(|id| during(id, (9, 0), (10, 0))));
    plan.venues.put(itinera::plan::Venue { name: Text::same("v".repeat(15_000)), ..venue(1, None) });
    plan.rooms.put(itinera::plan::Room { name: Text::same("r".repeat(15_000)), ..room(1, 1) });
    plan.sessions.change(one(), |session| session.place = Place::Room(RoomId::from_number(1)));
    let version = Version::of(&plan, VersionId::from_number(1), "", stamp(0));
    assert_eq!(version.lines.len(), Version::MOST_LINES);
    let line: &Line = version.line(EntryId::Session(one())).unwrap();
    assert_eq!(line.place.english.len(), 15_000);
}
