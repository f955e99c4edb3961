//! Which entries there are, in which order, and for whom.

use super::{OUTING, add_outing, during, names, with_sessions};
use crate::plan::build::{date, day, delegate, delegation, stop};
use chrono::Days;
use itinera::agenda::{Audience, Entry, EntryKind, dates, entries};
use itinera::example::manumix;
use itinera::plan::{Attendance, DelegateId, DelegationId, EntryId, HostId, Party, Plan, Session, Slot, Text, Visit};

const ONE: DelegationId = DelegationId::from_number(1);
const TWO: DelegationId = DelegationId::from_number(2);
const ANN: DelegateId = DelegateId::from_number(11);
const BEN: DelegateId = DelegateId::from_number(21);

/// Delegation 1 with delegate 11, delegation 2 with delegate 21.
fn people(plan: &mut Plan) {
    plan.delegations.put(delegation(1));
    plan.delegations.put(delegation(2));
    plan.delegates.put(delegate(11, 1));
    plan.delegates.put(delegate(21, 2));
}

fn only(delegations: impl IntoIterator<Item = DelegationId>) -> Attendance {
    Attendance::Only(delegations.into_iter().collect())
}

#[test]
fn entries_stand_by_start_then_longest_first() {
    let mut plan = with_sessions([
        during(1, (14, 0), (14, 30)),
        during(2, (9, 0), (10, 0)),
        during(3, (9, 0), (11, 0)),
        during(4, (8, 0), (8, 30)),
        during(5, (13, 0), (13, 5)),
    ]);
    add_outing(&mut plan);
    let order = names(&entries(&plan, Audience::Everyone));
    assert_eq!(order, ["4", "3", "2", "to 1", "5", "stop 1", "to 2", "1", "stop 2", "back"]);
}

#[test]
fn an_entry_says_what_it_is() {
    let mut plan = with_sessions([Session { to_confirm: false, ..during(1, (9, 0), (10, 0)) }]);
    add_outing(&mut plan);
    let all = entries(&plan, Audience::Everyone);
    let said: Vec<_> = all
        .iter()
        .map(|entry| (entry.kind().name(), entry.title().english.clone(), entry.is_work(), entry.to_confirm()))
        .collect();
    let expect = [
        ("session", "Session 1", true, false),
        ("leg", "Host 1", false, true),
        ("stop", "Host 1", true, true),
        ("leg", "Host 2", false, true),
        ("stop", "Host 2", true, true),
        ("leg", "Venue 0", false, true),
    ];
    assert_eq!(said, expect.map(|(kind, title, work, confirm)| (kind, title.to_string(), work, confirm)));
    assert_eq!(
        all.last().map(|entry| (entry.id, entry.kind())),
        Some((EntryId::LegBack(OUTING, None), EntryKind::Leg))
    );
}

#[test]
fn a_stop_at_a_host_that_is_gone_is_still_there() {
    let mut plan = with_sessions([]);
    add_outing(&mut plan);
    plan.hosts.remove(HostId::from_number(1));
    let all = entries(&plan, Audience::Everyone);
    assert_eq!(names(&all), ["to 1", "stop 1", "to 2", "stop 2", "back"]);
    assert_eq!(all[1].title(), Text::default());
}

#[test]
fn everybody_sees_what_concerns_them() {
    let role = |party: Party| Session { audience: only([]), chair: vec![party], ..during(4, (12, 0), (13, 0)) };
    let speaks = |party: Party| Session { chair: vec![], speakers: vec![party.clone()], ..role(party) };
    let notes = |party: Party| Session { chair: vec![], rapporteur: vec![party.clone()], ..role(party) };
    let audiences = [
        Audience::Everyone,
        Audience::Delegation(ONE),
        Audience::Delegate(ANN),
        Audience::Delegation(TWO),
        Audience::Delegate(BEN),
    ];
    for (what, session, expect) in [
        ("for all", during(4, (9, 0), (10, 0)), [true, true, true, true, true]),
        ("for one", Session { audience: only([ONE]), ..during(4, (9, 0), (10, 0)) }, [true, true, true, false, false]),
        (
            "for nobody",
            Session { audience: only([]), ..during(4, (9, 0), (10, 0)) },
            [true, false, false, false, false],
        ),
        ("a delegate chairs", role(Party::Delegate(BEN)), [true, false, false, true, true]),
        ("a delegate speaks", speaks(Party::Delegate(ANN)), [true, true, true, false, false]),
        ("a delegate takes notes", notes(Party::Delegate(ANN)), [true, true, true, false, false]),
        // Which of them is not known, so nobody in person is asked for.
        ("a delegation chairs", role(Party::Delegation(TWO)), [true, false, false, true, false]),
        ("somebody else speaks", speaks(Party::Named("Somebody".into())), [true, false, false, false, false]),
    ] {
        let mut plan = with_sessions([session]);
        people(&mut plan);
        let seen = audiences.map(|audience| !entries(&plan, audience).is_empty());
        assert_eq!(seen, expect, "{what}");
    }
}

#[test]
fn a_visit_is_for_those_it_is_for_with_all_its_legs() {
    let mut plan = with_sessions([]);
    people(&mut plan);
    add_outing(&mut plan);
    let visit = plan.visits.get(OUTING).unwrap();
    plan.visits.put(Visit { audience: only([TWO]), ..(**visit).clone() });
    let seen = |audience| entries(&plan, audience).len();
    assert_eq!((seen(Audience::Delegation(TWO)), seen(Audience::Delegate(BEN))), (5, 5));
    assert_eq!((seen(Audience::Delegation(ONE)), seen(Audience::Delegate(ANN))), (0, 0));
}

#[test]
fn an_audience_that_is_gone_is_everybody() {
    let mut plan = with_sessions([]);
    people(&mut plan);
    for (asked, expect) in [
        (Audience::Everyone, Audience::Everyone),
        (Audience::Delegation(ONE), Audience::Delegation(ONE)),
        (Audience::Delegation(DelegationId::from_number(9)), Audience::Everyone),
        (Audience::Delegate(ANN), Audience::Delegate(ANN)),
        (Audience::Delegate(DelegateId::from_number(9)), Audience::Everyone),
    ] {
        assert_eq!(asked.known_to(&plan), expect);
    }
}

#[test]
fn the_dates_are_the_days_and_whatever_else_something_is_on() {
    let on = |offset| date() + Days::new(offset);
    let mut plan = with_sessions([]);
    assert_eq!(dates(&plan), []);
    plan.days.put(day(1));
    plan.days.put(day(0));
    assert_eq!(dates(&plan), [on(0), on(1)]);
    // A session on a day that is none of the meeting's, and a way back after midnight.
    plan.sessions
        .put(Session { slot: Slot::lasting(on(5).and_hms_opt(9, 0, 0).unwrap(), 60), ..during(1, (9, 0), (10, 0)) });
    add_outing(&mut plan);
    let visit = plan.visits.get(OUTING).unwrap();
    plan.visits.put(Visit { start: on(1).and_hms_opt(22, 45, 0).unwrap(), ..(**visit).clone() });
    assert_eq!(dates(&plan), [on(0), on(1), on(2), on(5)]);
}

#[test]
fn a_visit_without_stops_is_nowhere() {
    let mut plan = with_sessions([]);
    plan.visits.put(crate::plan::build::visit(1));
    plan.stops.put(stop(1, 7, 1));
    assert_eq!((entries(&plan, Audience::Everyone).len(), dates(&plan).len()), (0, 0));
}

#[test]
fn wales_sees_its_own_meeting() {
    let plan = manumix();
    let wales = plan.delegations.iter().find(|delegation| delegation.letter == "W").unwrap();
    let all = entries(&plan, Audience::Everyone);
    let own = entries(&plan, Audience::Delegation(wales.id));
    let missing: Vec<&Entry> = all.iter().filter(|entry| !own.contains(entry)).collect();
    let (visit, sessions): (Vec<&Entry>, Vec<&Entry>) = missing.into_iter().partition(|entry| entry.visit().is_some());
    let titles: Vec<_> = sessions.iter().map(|entry| entry.title().english).collect();
    assert_eq!(titles, ["Preparing the peer exchange", "Peer exchange 1: from research to industry"]);
    // Three stops and four legs of the group in which Wales is not.
    assert_eq!(visit.len(), 7);
    assert!(visit.iter().all(|entry| entry.group().is_some_and(|group| group.letter == "2")));
}
