//! Groups of a visit: who is in them, what carries them, and when they meet at a host.

use super::support::*;
use crate::plan::build::{coach, group, turn};
use itinera::checks::{About, Rule, check};
use itinera::plan::{
    Coach, CoachId, DelegateId, DelegationId, EntryId, Group, GroupId, HostId, Key, Parted, Plan, StopId, Text, Turn,
    VisitId,
};

/// [`long_outing`] in two groups: A (Wales) visits the press works at 14:35 and the laser lab at 15:50; B (Lithuania)
/// goes the other way round, and both are back at 17:25.
fn two_groups() -> Plan {
    let mut plan = long_outing();
    plan.groups.put(Group { delegations: [DelegationId::from_number(1)].into(), ..group(1, 1) });
    let order = [2, 1].map(StopId::from_number).to_vec();
    let delegations = [DelegationId::from_number(2)].into();
    plan.groups.put(Group { delegations, order, name: Text::new("Lasers", "Laser"), ..group(2, 1) });
    plan
}

fn with_group(mut plan: Plan, id: u128, change: impl FnOnce(&mut Group)) -> Plan {
    plan.groups.change(GroupId::from_number(id), change);
    plan
}

/// Hosts that take two groups at once.
fn large_hosts(mut plan: Plan) -> Plan {
    for id in 1..3 {
        plan.hosts.change(HostId::from_number(id), |host| host.groups_at_once = 2);
    }
    plan
}

/// Both groups in the same order, so that they meet.
fn together() -> Plan {
    with_group(two_groups(), 2, |group| group.order.clear())
}

fn with_coaches<const N: usize>(mut plan: Plan, seats: [u16; N]) -> Plan {
    for (id, seats) in (1..).zip(seats) {
        plan.coaches.put(Coach { seats: Some(seats), ..coach(id, 1) });
    }
    plan
}

#[test]
fn two_groups_that_do_not_meet_are_fine() {
    expect(two_groups(), "");
}

#[test]
fn two_groups_at_one_host_at_once() {
    expect(
        with_group(together(), 2, |group| group.skips = [StopId::from_number(2)].into()),
        "blocker groups-at-host
         Group A and Group B (Lasers) are at Press works together from 14:35 to 15:35, and it takes one group at a time.
         -> Receive Group B (Lasers) at Press works from 15:35
         Gruppo A e Gruppo B (Laser) sono insieme presso Press works dalle 14:35 alle 15:35, ma l’azienda accoglie un gruppo alla volta.
         -> Fai entrare Gruppo B (Laser) presso Press works dalle 15:35",
    );
    let mut plan = large_hosts(together());
    expect(plan.clone(), "");
    plan.hosts.change(HostId::from_number(1), |host| host.capacity = Some(6));
    expect(
        plan,
        "warning too-many-heads
         7 people of Group A and Group B (Lasers) come to Press works, which takes 6 at once.
         7 persone di Gruppo A e Gruppo B (Laser) visitano Press works, che ne accoglie 6 alla volta.",
    );
}

#[test]
fn a_host_needs_time_between_two_groups() {
    // A leaves the press works at 15:35, B comes at 15:50; A comes to the laser lab at 15:50, B leaves at 15:35.
    let with_gap = |gap| with_host(two_groups(), |host| host.gap = gap);
    expect(with_gap(15), "");
    expect(
        with_gap(20),
        "warning host-gap
         Group B (Lasers) comes in at Press works 15 minutes after Group A leaves at 15:35, and the host needs 20 minutes between them.
         -> Receive Group B (Lasers) at Press works from 15:55
         Gruppo B (Laser) entra presso Press works 15 minuti dopo l’uscita di Gruppo A alle 15:35, ma tra i due all’azienda servono 20 minuti.
         -> Fai entrare Gruppo B (Laser) presso Press works dalle 15:55",
    );
    // Waiting at the gate is not the host's time.
    let mut plan = with_gap(20);
    plan.turns.put(Turn { received: Some(time(15, 55)), ..turn(2, 1) });
    expect(plan, "");
}

#[test]
fn somebody_in_two_groups() {
    let plan = with_group(two_groups(), 2, |group| {
        group.delegations.insert(DelegationId::from_number(1));
    });
    expect(
        plan,
        "blocker in-two-groups
         Wales is in more than one group of “Companies”: Group A and Group B (Lasers).
         -> Put into Group A only
         Wales è in più di un gruppo di «Companies»: Gruppo A e Gruppo B (Laser).
         -> Metti solo in Gruppo A",
    );
    // A delegate may go without the delegation, but not twice.
    let mut plan = two_groups();
    plan.delegates.put(delegate(1, 1, "Mari Puw"));
    let alone = |group: &mut Group| group.delegates = [DelegateId::from_number(1)].into();
    let plan = with_group(plan, 2, alone);
    expect(plan.clone(), "");
    expect(
        with_group(plan, 1, alone),
        "blocker in-two-groups
         Mari Puw is in more than one group of “Companies”: Group A and Group B (Lasers).
         -> Put into Group A only
         Mari Puw è in più di un gruppo di «Companies»: Gruppo A e Gruppo B (Laser).
         -> Metti solo in Gruppo A",
    );
}

#[test]
fn somebody_in_no_group() {
    let plan = with_group(two_groups(), 2, |group| group.delegations.clear());
    expect(
        plan.clone(),
        "warning in-no-group
         3 people of Lithuania are in no group of “Companies”.
         -> Put into Group B (Lasers) only
         3 persone di Lithuania non sono in nessun gruppo di «Companies».
         -> Metti solo in Gruppo B (Laser)",
    );
    let mut plan = plan;
    for id in 1..3 {
        plan.delegates.put(delegate(id, 2, "Jonas"));
    }
    let alone = [1, 2].map(DelegateId::from_number).into();
    let plan = with_group(plan, 2, |group| group.delegates = alone);
    expect(
        plan.clone(),
        "warning in-no-group
         1 person of Lithuania is in no group of “Companies”.
         -> Put into Group B (Lasers) only
         1 persona di Lithuania non è in nessun gruppo di «Companies».
         -> Metti solo in Gruppo B (Laser)",
    );
    let mut plan = plan;
    plan.delegations.change(DelegationId::from_number(2), |delegation| delegation.expected = Some(2));
    expect(plan, "");
}

#[test]
fn coaches_carry_whom_they_seat() {
    let own = |mut plan: Plan| {
        for id in 1..3 {
            plan = with_group(plan, id, |group| group.coach = Some(CoachId::from_number(id)));
        }
        plan
    };
    expect(own(with_coaches(two_groups(), [4, 3])), "");
    expect(
        own(with_coaches(two_groups(), [3, 3])),
        "blocker too-many-heads
         Coach 1 carries 4 people of Group A and seats 3.
         Coach 1 porta 4 persone di Gruppo A, ma ha 3 posti.",
    );
    expect(
        with_group(with_coaches(two_groups(), [4, 3]), 1, |group| group.coach = Some(CoachId::from_number(1))),
        "warning no-coach
         Group B (Lasers) of “Companies” has no coach.
         -> Take Coach 2
         Gruppo B (Laser) di «Companies» non ha un pullman.
         -> Usa Coach 2",
    );
    expect(
        with_visit(two_groups(), |visit| visit.coach_seats = Some(3)),
        "blocker too-many-heads
         4 people travel in Group A, and the coach seats 3.
         4 persone viaggiano con Gruppo A, ma il pullman ne porta 3.
         warning no-coach
         Group A and Group B (Lasers) of “Companies” go separate ways at 14:05, and no coach is entered by name: one coach is not enough.
         Gruppo A e Gruppo B (Laser) di «Companies» alle 14:05 vanno per strade diverse e nessun pullman è indicato per nome: uno solo non basta.",
    );
}

#[test]
fn one_coach_is_not_enough_for_groups_that_go_separate_ways() {
    let seats = |plan: Plan| with_visit(plan, |visit| visit.coach_seats = Some(40));
    let found = |plan: &Plan| check(plan, None).into_iter().map(|finding| finding.rule).collect::<Vec<_>>();
    assert_eq!(found(&seats(two_groups())), [Rule::NoCoach], "one for the visit");
    // Who goes together, or one after the other, needs no other coach; nor does who has one by name.
    assert_eq!(found(&seats(large_hosts(together()))), []);
    assert_eq!(found(&seats(with_group(two_groups(), 2, |group| group.start = Some(time(17, 30))))), []);
    let mut named = seats(with_coaches(two_groups(), [40, 40]));
    for id in 1..3 {
        named = with_group(named, id, |group| group.coach = Some(CoachId::from_number(id)));
    }
    assert_eq!(found(&named), []);
}

#[test]
fn groups_that_share_a_coach_travel_together() {
    let share = |plan: Plan| {
        let coach = |group: &mut Group| group.coach = Some(CoachId::from_number(1));
        with_group(with_group(with_coaches(plan, [7]), 1, coach), 2, coach)
    };
    expect(
        share(two_groups()),
        "blocker coach-clash
         Coach 1 carries Group A and Group B (Lasers), which go separate ways at 14:05.
         Coach 1 porta Gruppo A e Gruppo B (Laser), che dalle 14:05 vanno per strade diverse.",
    );
    let mut plan = share(large_hosts(together()));
    expect(plan.clone(), "");
    plan.coaches.change(CoachId::from_number(1), |coach| coach.seats = Some(6));
    expect(
        plan,
        "blocker too-many-heads
         Coach 1 carries 7 people of Group A and Group B (Lasers) and seats 6.
         Coach 1 porta 7 persone di Gruppo A e Gruppo B (Laser), ma ha 6 posti.",
    );
    // One after the other is a shuttle.
    expect(with_group(share(two_groups()), 2, |group| group.start = Some(time(17, 30))), "");
}

#[test]
fn whoever_came_off_another_group_needs_something_to_ride_in() {
    let mut plan = with_group(together(), 2, |group| {
        let together = [1, 2].map(StopId::from_number).into();
        group.deviation.parted = Some(Parted { from: Some(GroupId::from_number(1)), together });
    });
    plan.visits.change(VisitId::from_number(1), |visit| visit.coach_seats = Some(7));
    expect(
        plan.clone(),
        "warning no-coach
         Group B (Lasers) of “Companies” has no coach.
         Gruppo B (Laser) di «Companies» non ha un pullman.",
    );
    // Until then both are in the one coach, and that must seat them.
    plan.visits.change(VisitId::from_number(1), |visit| visit.coach_seats = Some(6));
    let findings = check(&plan, None);
    assert_eq!(findings.iter().map(|finding| finding.rule).collect::<Vec<_>>(), [Rule::TooManyHeads, Rule::NoCoach]);
}

#[test]
fn windows_and_the_return_are_those_of_each_group() {
    let plan = with_group(large_hosts(two_groups()), 2, |group| group.start = Some(time(14, 30)));
    let plan = with_stop(plan, 1, |stop| stop.window = window((14, 0), (17, 0)));
    let plan = with_visit(plan, |visit| visit.return_by = Some(at(17, 30)));
    let findings = check(&plan, None);
    let found: Vec<_> = findings.iter().map(|finding| (finding.rule, finding.about[0])).collect();
    let (group, visit) = (Some(GroupId::from_number(2)), VisitId::from_number(1));
    assert_eq!(
        found,
        [
            (Rule::OutsideWindow, About::Entry(EntryId::Stop(StopId::from_number(1), group))),
            (Rule::BackLate, About::Entry(EntryId::LegBack(visit, group))),
        ]
    );
    expect(
        plan,
        "blocker outside-window
         The stop at Press works (Group B) ends at 17:20, 20 minutes after the host closes at 17:00.
         -> Start “Companies” (Group B) at 14:10
         La tappa presso Press works (Gruppo B) finisce alle 17:20, 20 minuti dopo la chiusura delle 17:00.
         -> Fai iniziare «Companies» (Gruppo B) alle 14:10
         warning back-late
         “Companies” (Group B) is due back by 17:30 but arrives at 17:55, 25 minutes late.
         -> Start “Companies” (Group B) at 14:05
         Il rientro di «Companies» (Gruppo B) è previsto entro le 17:30, ma avviene alle 17:55, con 25 minuti di ritardo.
         -> Fai iniziare «Companies» (Gruppo B) alle 14:05",
    );
}

#[test]
fn a_member_of_one_group_misses_what_that_group_misses() {
    // Group A is back at 17:25, B at 17:55; the dinner of both is at 17:30.
    let late = |plan: Plan| with_group(large_hosts(plan), 2, |group| group.start = Some(time(14, 30)));
    let dinner =
        |for_whom| itinera::plan::Session { audience: for_whom, ..session(1, "Dinner", slot((17, 30), (19, 0))) };
    expect(with(late(two_groups()), [dinner(only([1]))]), "");
    let findings = check(&with(late(two_groups()), [dinner(only([2]))]), None);
    assert_eq!(findings.iter().map(|finding| finding.rule).collect::<Vec<_>>(), [Rule::DelegationClash]);
}

#[test]
fn what_is_left_of_a_merge_is_found_and_mended() {
    let mut plan = two_groups();
    let gone = CoachId::from_number(7);
    plan.groups.change(GroupId::from_number(1), |group| group.coach = Some(gone));
    plan.groups.put(Group { order: vec![StopId::from_number(9)], ..group(3, 7) });
    plan.turns.put(Turn { hold: 5, ..turn(8, 1) });
    plan.coaches.put(coach(5, 7));
    let missing = |plan: &Plan| {
        let found = check(plan, None).into_iter().filter(|finding| finding.rule == Rule::DanglingReference);
        found.collect::<Vec<_>>()
    };
    let found = missing(&plan);
    let keys: Vec<_> = found.iter().map(|finding| finding.about[0].key()).collect();
    let turn = Key::Turn(turn(8, 1).id);
    let group = |id| Key::Group(GroupId::from_number(id));
    assert_eq!(keys, [Key::Coach(CoachId::from_number(5)), group(1), group(3), group(3), turn]);
    every_fix_mends(&plan, None, &check(&plan, None));
    for _ in 0..9 {
        let Some(fix) = missing(&plan).into_iter().find_map(|finding| finding.fix) else { break };
        plan = itinera::plan::apply(&plan, &fix.edit).unwrap();
    }
    expect(plan, "");
}
