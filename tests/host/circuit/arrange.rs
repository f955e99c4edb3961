//! Arranging a visit of a plan: what the search is asked, what its answer changes, and asking for less.

use crate::plan::build::{at, coach, delegation, empty, group, host, stop, time, transfer, turn, venue, visit, window};
use itinera::agenda::late::back_to_plan;
use itinera::checks::{self, Detail, Finding, Rule};
use itinera::circuit::arrange::{Asked, Attempt, Offer, Spot, Unasked, WayOut, ask, is_best, offers, ways_out};
use itinera::circuit::search::{Cost, Demand, Kind, Progress, Reason, Relaxation, Search, Why};
use itinera::circuit::{Itinerary, itineraries};
use itinera::plan::{
    Coach, CoachId, Delegation, DelegationId, Deviation, Edit, Group, GroupId, Host, HostId, Key, Parted, Plan, Rush,
    Stop, StopId, Turn, TurnId, VenueId, Visit, VisitId, Window, apply,
};
use proptest::{collection::vec, option, prelude::*};

const VISIT: VisitId = VisitId::from_number(1);

const fn stop_id(id: u128) -> StopId {
    StopId::from_number(id)
}

const fn group_id(id: u128) -> GroupId {
    GroupId::from_number(id)
}

/// From venue 0 to so many hosts, 10 minutes from anywhere to anywhere, an hour at each. Boarding, which takes 5
/// minutes, starts at 13:00 after 15 of gathering. So many groups, each of one delegation with 10 heads.
fn plan_of(hosts: u128, groups: u128) -> Plan {
    let mut plan = empty();
    let home = Some(VenueId::from_number(0));
    plan.visits.put(Visit { start_place: home, return_place: home, gathering: 15, return_boarding: 5, ..visit(1) });
    for id in 0..=hosts {
        plan.venues.put(venue(id, None));
        for other in 0..id {
            plan.transfers.put(transfer(other, id, 10));
        }
    }
    for id in 1..=hosts {
        plan.hosts.put(host(id, Some(id)));
        plan.stops.put(Stop { boarding: 5, gate: 5, tour: 40, questions: 10, count_back: 5, ..stop(id, 1, id) });
    }
    for id in 1..=groups {
        plan.delegations.put(Delegation { expected: Some(10), ..delegation(id) });
        plan.groups.put(Group { delegations: [DelegationId::from_number(id)].into(), ..group(id, 1) });
    }
    plan
}

fn with_visit(mut plan: Plan, change: impl FnOnce(&mut Visit)) -> Plan {
    plan.visits.change(VISIT, change);
    plan
}

fn asked(plan: &Plan) -> Asked {
    ask(plan, plan.visits.get(VISIT).unwrap(), false).unwrap()
}

fn unasked(plan: &Plan) -> Unasked {
    ask(plan, plan.visits.get(VISIT).unwrap(), false).unwrap_err()
}

/// Searches until it is done, or for so many nodes.
fn search(asked: &Asked, nodes: u64) -> Progress {
    let mut search = Search::new(&asked.problem);
    loop {
        let progress = search.step(2000);
        if progress.done || progress.explored > nodes {
            return progress;
        }
    }
}

fn offered(plan: &Plan, asked: &Asked) -> Vec<Offer> {
    offers(plan, asked, &search(asked, 100_000))
}

fn reason(asked: &Asked) -> Reason {
    let mut why = Why::new(&asked.problem);
    loop {
        if let Some(reason) = why.step(1000) {
            return reason.clone();
        }
    }
}

/// The edit for a way out, where it helps.
fn relaxed(plan: &Plan, asked: &Asked, way: Relaxation, fresh: &[GroupId]) -> Option<Edit> {
    let mut attempt = Attempt::new(plan, asked, way, fresh);
    loop {
        if let Some(edit) = attempt.step(500) {
            return edit;
        }
    }
}

fn times(plan: &Plan) -> Vec<Itinerary> {
    itineraries(plan, plan.visits.get(VISIT).unwrap())
}

#[test]
fn two_groups_that_meet_at_each_host_go_round_the_other_way() {
    let plan = plan_of(2, 2);
    let asked = asked(&plan);
    assert_eq!(asked.units, [vec![group_id(1)], vec![group_id(2)]]);
    let first = &asked.problem.groups[0];
    assert_eq!((first.start, first.heads, first.back_by, first.calls[0].stay), (12 * 60 + 45, 10, 24 * 60, 60));
    let offers = offered(&plan, &asked);
    let best = &offers[0];
    assert!(best.proved && best.kind == Kind::Return);
    assert!(!is_best(&asked, &best.cost), "two groups at one host is no arrangement");
    let after = apply(&plan, &best.edit).unwrap();
    let orders: Vec<Vec<StopId>> =
        times(&after).iter().map(|times| times.stays.iter().map(|stay| stay.stop).collect()).collect();
    assert_ne!(orders[0], orders[1]);
    assert_eq!(times(&after), best.itineraries);
    assert_eq!(best.itineraries[0].back, at(15, 45));
    // For one of the two nothing but the order changes: 13:15 and 14:30.
    assert_eq!(best.changes.len(), 1);
    let change = &best.changes[0];
    assert_eq!((change.start, change.back, change.receptions.len()), (None, None, 2));
    let first = change.receptions[0];
    assert_eq!((first.old, first.new), (Some(at(14, 30)), at(13, 15)));
    // Arranged once, there is nothing better.
    let again = ask(&after, after.visits.get(VISIT).unwrap(), false).unwrap();
    assert!(is_best(&again, &offered(&after, &again)[0].cost));
}

#[test]
fn starts_and_agreements_are_said_only_where_they_must_be() {
    // One host for two groups: one of them starts later, and nobody waits.
    let plan = plan_of(1, 2);
    let best = &offered(&plan, &asked(&plan))[0];
    let Edit::Arrange { groups, .. } = &best.edit else { panic!("an arrangement") };
    let starts: Vec<_> = groups.iter().map(|group| group.start).collect();
    assert!(starts == [None, Some(time(14, 0))] || starts == [Some(time(14, 0)), None], "{starts:?}");
    assert!(groups.iter().all(|group| group.turns.is_empty()));
    // The window explains the wait of whoever must leave early.
    let mut plan = plan_of(2, 1);
    plan.stops.change(stop_id(1), |stop| stop.window = window((13, 0), (14, 15)));
    plan.stops.change(stop_id(2), |stop| stop.window = window((15, 0), (16, 0)));
    let best = &offered(&plan, &asked(&plan))[0];
    let Edit::Arrange { groups, .. } = &best.edit else { panic!("an arrangement") };
    assert_eq!((best.cost.waiting, best.itineraries[0].back), (30, at(16, 15)));
    assert!(groups[0].turns.iter().all(|turn| turn.received.is_none()));
}

#[test]
fn pins_are_kept() {
    let mut plan = plan_of(3, 2);
    plan.turns.put(Turn { received: Some(time(15, 30)), pinned: true, ..turn(1, 2) });
    plan.turns.put(Turn { pinned: true, ..turn(2, 1) });
    let asked = asked(&plan);
    let call = |group: usize, host: usize| asked.problem.groups[group].calls[host];
    assert_eq!((call(0, 1).position, call(0, 1).received), (Some(1), Some(15 * 60 + 30)));
    assert_eq!((call(1, 0).position, call(1, 0).received), (Some(0), Some(13 * 60 + 15)));
    assert_eq!((call(0, 0).position, call(0, 0).received), (None, None));
    for offer in offered(&plan, &asked) {
        let after = apply(&plan, &offer.edit).unwrap();
        let [a, b] = [(1, 2), (2, 1)].map(|(group, stop)| TurnId { group: group_id(group), stop: stop_id(stop) });
        assert!(after.turns.get(a).unwrap().pinned && after.turns.get(b).unwrap().pinned);
        assert_eq!(after.turns.get(a).unwrap().received, Some(time(15, 30)));
        let times = times(&after);
        assert_eq!((times[0].stays[1].stop, times[0].stays[1].received), (stop_id(2), at(15, 30)));
        assert_eq!((times[1].stays[0].stop, times[1].stays[0].received), (stop_id(1), at(13, 15)));
    }
}

#[test]
fn a_start_of_its_own_that_is_fixed_is_kept() {
    let mut plan = plan_of(2, 2);
    plan.groups.change(group_id(1), |group| group.start = Some(time(14, 0)));
    let unit = |plan: &Plan| {
        let group = &asked(plan).problem.groups[0];
        (group.start, group.start_by)
    };
    assert_eq!(unit(&plan), (12 * 60 + 45, None), "nobody said that it must stay");
    plan.groups.change(group_id(1), |group| group.start_fixed = true);
    let gathers = 13 * 60 + 45;
    assert_eq!(unit(&plan), (gathers, Some(gathers)));
    for offer in offered(&plan, &asked(&plan)) {
        let after = apply(&plan, &offer.edit).unwrap();
        assert_eq!((times(&after)[0].start, offer.itineraries[0].gathers), (at(14, 0), at(13, 45)));
        assert!(after.groups.get(group_id(1)).unwrap().start_fixed);
    }
    // The visit's own start can be fixed too: then the other one waits or goes later.
    let mut plan = plan_of(1, 2);
    plan.groups.change(group_id(2), |group| group.start_fixed = true);
    let best = &offered(&plan, &asked(&plan))[0];
    assert_eq!([best.itineraries[0].start, best.itineraries[1].start], [at(14, 0), at(13, 0)]);
    // Who shares a coach cannot start at two times.
    for id in 1..3 {
        plan.groups.change(group_id(id), |group| group.coach = Some(CoachId::from_number(1)));
    }
    plan.coaches.put(coach(1, 1));
    plan.hosts.change(HostId::from_number(1), |host| host.groups_at_once = 2);
    let both = |group: &mut Group| (group.start, group.start_fixed) = (Some(time(14, 0)), true);
    plan.groups.change(group_id(1), both);
    let asked = self::asked(&plan);
    assert!(search(&asked, 1000).impossible);
    assert_eq!(reason(&asked).demands, [Demand::Start { group: 0 }, Demand::StartBy { group: 0 }]);
}

#[test]
fn a_coach_carries_its_groups_as_one() {
    let mut plan = plan_of(2, 3);
    plan.coaches.put(Coach { seats: Some(25), ..coach(1, 1) });
    for id in 1..3 {
        plan.groups.change(group_id(id), |group| group.coach = Some(CoachId::from_number(1)));
    }
    assert_eq!(
        unasked(&plan),
        Unasked::TooMany { groups: vec![group_id(1), group_id(2)], stop: stop_id(1) },
        "a host that takes one group at a time cannot receive a coach with two"
    );
    let ways = |plan: &Plan| {
        let visit = plan.visits.get(VISIT).unwrap();
        ways_out(plan, visit, &unasked(plan), coach(9, 1))
    };
    // Another coach, or hosts that take both: each is one step after which the search can be asked.
    let [(other, ride), (more, take)] = &ways(&plan)[..] else { panic!("two ways out") };
    assert_eq!(*other, WayOut::OtherCoach { groups: vec![group_id(2)] });
    let after = apply(&plan, ride).unwrap();
    assert_eq!(after.groups.get(group_id(2)).unwrap().coach, Some(CoachId::from_number(9)));
    assert_eq!(self::asked(&after).units.len(), 3);
    assert!(!offered(&after, &self::asked(&after)).is_empty());
    assert_eq!(*more, WayOut::MoreAtOnce { stops: vec![stop_id(1), stop_id(2)], groups: 2 });
    let after = apply(&plan, take).unwrap();
    assert_eq!(self::asked(&after).units.len(), 2);
    // A coach that nobody rides in comes first, and a host that is too small for both does not take both.
    let mut small = plan.clone();
    small.coaches.put(coach(4, 1));
    small.hosts.change(HostId::from_number(2), |host| host.capacity = Some(19));
    let [(_, ride)] = &ways(&small)[..] else { panic!("one way out") };
    assert_eq!(apply(&small, ride).unwrap().groups.get(group_id(2)).unwrap().coach, Some(CoachId::from_number(4)));
    for id in 1..3 {
        plan.hosts.change(HostId::from_number(id), |host| host.groups_at_once = 2);
    }
    let asked = asked(&plan);
    assert_eq!(asked.units, [vec![group_id(1), group_id(2)], vec![group_id(3)]]);
    let unit = &asked.problem.groups[0];
    assert_eq!((unit.heads, unit.seats, asked.problem.hosts[0].at_once), (20, Some(25), 1));
    let best = &offered(&plan, &asked)[0];
    let itineraries = &best.itineraries;
    assert_eq!(itineraries[0].stays, itineraries[1].stays);
    plan.groups.change(group_id(1), |group| group.skips = [stop_id(2)].into());
    assert_eq!(unasked(&plan), Unasked::Apart { groups: vec![group_id(1), group_id(2)] });
}

#[test]
fn a_day_that_is_off_its_plan_is_taken_back_to_it_first() {
    let of = |id: u128, deviation: Deviation| {
        let mut plan = plan_of(2, 2);
        plan.groups.change(group_id(id), |group| group.deviation = deviation);
        plan
    };
    let parted = Parted { from: Some(group_id(1)), together: [stop_id(1)].into() };
    let deviations = [
        Deviation { starts: 20, ..Deviation::default() },
        Deviation { order: vec![stop_id(2), stop_id(1)], ..Deviation::default() },
        Deviation { skips: [stop_id(1)].into(), ..Deviation::default() },
        Deviation { parted: Some(parted), ..Deviation::default() },
    ];
    for deviation in deviations {
        let late = of(2, deviation);
        assert_eq!(unasked(&late), Unasked::OffPlan { groups: vec![group_id(2)] });
        // Then "Use this" is what the plan says.
        let back = back_to_plan(&late, at(12, 0).date()).unwrap();
        let plan = apply(&late, &back).unwrap();
        let best = &offered(&plan, &asked(&plan))[0];
        assert_eq!(times(&apply(&plan, &best.edit).unwrap()), best.itineraries);
    }
    let late = |visit: &mut Visit| visit.deviation.skips = [stop_id(1)].into();
    assert_eq!(unasked(&with_visit(plan_of(2, 0), late)), Unasked::OffPlan { groups: Vec::new() });
}

#[test]
fn what_an_itinerary_waits_is_never_less_than_nothing() {
    // To the first stop ends early: boarding takes no time at all, and the drive is shorter too.
    let plan = plan_of(2, 1);
    let asked = asked(&plan);
    let mut routes = asked.present.clone();
    let planned = asked.problem.cost(&routes);
    let first = &mut routes[0].stops[0];
    (first.departs, first.arrives, first.received) = (first.departs - 5, first.arrives - 13, first.received - 13);
    let cost = asked.problem.cost(&routes);
    assert_eq!((planned.waiting, cost.waiting), (0, 0));
    assert_eq!(cost.driving, planned.driving - 8);
    // Gathering that begins the day before is cut off at midnight.
    let night = with_visit(plan, |visit| visit.start = visit.start.date().and_time(time(0, 5)));
    let asked = self::asked(&night);
    assert_eq!(asked.problem.cost(&asked.present).waiting, 0);
}

#[test]
fn what_is_missing_is_said() {
    let plan = with_visit(plan_of(2, 1), |visit| visit.return_place = None);
    assert_eq!(unasked(&plan), Unasked::NoDrives { spots: vec![Spot::Return] });
    let mut plan = plan_of(2, 1);
    plan.hosts.change(HostId::from_number(2), |host| host.venue = None);
    assert_eq!(unasked(&plan), Unasked::NoDrives { spots: vec![Spot::Stop(stop_id(2))] });
    let mut plan = plan_of(2, 1);
    plan.stops.change(stop_id(2), |stop| stop.host = HostId::from_number(1));
    assert_eq!(unasked(&plan), Unasked::Twice { host: HostId::from_number(1) });
    let mut plan = plan_of(1, 1);
    plan.groups.change(group_id(1), |group| group.skips = [stop_id(1)].into());
    assert_eq!(unasked(&plan), Unasked::NoStops);
    assert_eq!(unasked(&plan_of(0, 0)), Unasked::NoStops);
}

#[test]
fn without_groups_the_order_and_the_start_of_the_visit_change() {
    // Who goes by the order of the plan comes to the second host when it is closed.
    let mut plan = plan_of(2, 0);
    plan.delegations.put(Delegation { expected: Some(7), ..delegation(1) });
    plan.stops.change(stop_id(2), |stop| stop.window = window((14, 0), (15, 0)));
    let asked = asked(&plan);
    assert_eq!((asked.units.len(), asked.problem.groups[0].heads), (1, 7));
    let best = &offered(&plan, &asked)[0];
    let after = apply(&plan, &best.edit).unwrap();
    assert_eq!(times(&after), best.itineraries);
    assert_eq!(after.visits.get(VISIT).unwrap().order, [stop_id(2), stop_id(1)]);
    assert_eq!(best.itineraries[0].start, at(13, 45));
}

#[test]
fn as_little_as_possible_changes_where_that_is_asked() {
    let plan = plan_of(3, 2);
    let first = offered(&plan, &asked(&plan)).remove(0);
    let after = apply(&plan, &first.edit).unwrap();
    let visit = after.visits.get(VISIT).unwrap();
    let little = ask(&after, visit, true).unwrap();
    assert_eq!(little.problem.former, little.present);
    let offers = offered(&after, &little);
    assert_eq!((offers[0].cost.changes, offers[0].changes.len()), (0, 0));
}

/// A visit on which nothing fits: two groups of 13 at a host that takes 12, or one that closes too early, or a
/// return that is too soon.
fn impossible() -> Vec<Plan> {
    let mut small_host = plan_of(2, 0);
    for id in 1..=2 {
        small_host.delegations.put(Delegation { expected: Some(10), ..delegation(id) });
    }
    small_host.hosts.change(HostId::from_number(1), |host| host.capacity = Some(12));
    let mut small_coach = plan_of(2, 2);
    small_coach.coaches.put(Coach { seats: Some(8), ..coach(1, 1) });
    small_coach.groups.change(group_id(1), |group| group.coach = Some(CoachId::from_number(1)));
    let mut closes = plan_of(2, 2);
    closes.stops.change(stop_id(1), |stop| stop.window = window((13, 30), (15, 0)));
    let soon = with_visit(plan_of(3, 2), |visit| visit.return_by = Some(at(16, 30)));
    let mut opens = with_visit(plan_of(1, 1), |visit| visit.return_by = Some(at(15, 30)));
    opens.stops.change(stop_id(1), |stop| stop.window = window((15, 0), (18, 0)));
    vec![small_host, small_coach, closes, soon, opens]
}

#[test]
fn asking_for_less_is_an_edit_after_which_something_fits() {
    let mut mapped = Vec::new();
    for plan in impossible() {
        let asked = asked(&plan);
        assert!(search(&asked, 100_000).impossible);
        let reason = reason(&asked);
        assert!(!reason.demands.is_empty());
        for &relaxation in &reason.relaxations {
            let fresh: Vec<GroupId> = (50..54).map(group_id).collect();
            let Some(edit) = relaxed(&plan, &asked, relaxation, &fresh) else { continue };
            mapped.push(std::mem::discriminant(&relaxation));
            let after = apply(&plan, &edit).unwrap();
            let again = self::asked(&after);
            let offers = offered(&after, &again);
            assert!(!offers.is_empty(), "{relaxation:?} does not help");
            let best = apply(&after, &offers[0].edit).unwrap();
            assert_eq!(broken(&best), Vec::<Rule>::new(), "{relaxation:?}");
        }
    }
    let of = |relaxation: Relaxation| std::mem::discriminant(&relaxation);
    for kind in [
        of(Relaxation::ReturnLater { minutes: 1 }),
        of(Relaxation::ShorterStay { host: 0, minutes: 1 }),
        of(Relaxation::OpenEarlier { host: 0, minutes: 1 }),
        of(Relaxation::OpenLater { host: 0, minutes: 1 }),
        of(Relaxation::BiggerCoach { group: 0, seats: 1 }),
        of(Relaxation::FurtherGroups { group: 0, parts: 2 }),
        of(Relaxation::LeaveOut { group: 0, host: 0 }),
    ] {
        assert!(mapped.contains(&kind), "{kind:?} is never a button");
    }
}

#[test]
fn a_company_that_is_too_small_is_told_from_one_that_closes() {
    let plans = impossible();
    let asked = self::asked(&plans[0]);
    assert_eq!(reason(&asked).demands, [Demand::Capacity { host: 0 }]);
    let edit =
        relaxed(&plans[0], &asked, Relaxation::FurtherGroups { group: 0, parts: 2 }, &[group_id(8), group_id(9)]);
    assert!(matches!(edit, Some(Edit::Split { groups, .. }) if groups.len() == 2));
    // Nobody can divide a delegation of which nobody is named.
    let mut whole = plans[0].clone();
    whole.delegations.remove(DelegationId::from_number(2));
    whole.delegations.change(DelegationId::from_number(1), |delegation| delegation.expected = Some(20));
    let asked = self::asked(&whole);
    assert_eq!(
        relaxed(&whole, &asked, Relaxation::FurtherGroups { group: 0, parts: 2 }, &[group_id(8), group_id(9)]),
        None
    );
    // Without groups a stop that is left out goes.
    let out = relaxed(&whole, &asked, Relaxation::LeaveOut { group: 0, host: 0 }, &[]);
    assert_eq!(out, Some(Edit::Remove(Key::Stop(stop_id(1)))));
    // A tour cannot be shorter than nothing.
    let edit = relaxed(&plans[2], &self::asked(&plans[2]), Relaxation::ShorterStay { host: 0, minutes: 51 }, &[]);
    assert_eq!(edit, None);
}

/// The rules of the checks that an arrangement must not break.
fn broken(plan: &Plan) -> Vec<Rule> {
    let found = checks::find(plan, None).into_iter();
    let at_host =
        |finding: &Finding| is_of_host(finding) || [Rule::OutsideWindow, Rule::BackLate].contains(&finding.rule);
    found.filter(at_host).map(|finding| finding.rule).collect()
}

/// Whether a finding says that a host has no room for groups at once or so soon after each other.
fn is_of_host(finding: &Finding) -> bool {
    let heads = matches!(finding.detail, Detail::TooManyHeads { limit: checks::Limit::Host(_), .. });
    heads || [Rule::GroupsAtHost, Rule::HostGap].contains(&finding.rule)
}

/// Visits of up to three groups, with whatever the search has to mind.
fn any_plan() -> impl Strategy<Value = Plan> {
    let minutes = |most: u16| (0..most / 5).prop_map(|fives| fives * 5);
    let open = || option::weighted(0.4, (12u32..16, 2u32..5));
    let a_host = (minutes(20), minutes(50), open(), option::weighted(0.3, 10u16..30), 1u16..3, minutes(20));
    let rush = option::weighted(0.5, (13u32..17, 0u32..60, 10u16..150));
    let pin = option::weighted(0.2, (1u128..4, 1u128..4, option::of(14u32..17)));
    let groups = (0u128..4, vec(0u128..3, 3), vec(any::<bool>(), 3), pin);
    (vec(a_host, 1..4), vec(minutes(40), 12), rush, option::weighted(0.5, 16u32..22), groups).prop_map(
        |(hosts, drives, rush, back, (groups, coaches, skips, pin))| {
            let mut plan = plan_of(hosts.len() as u128, groups);
            for (transfer, minutes) in plan.transfers.clone().iter().zip(drives) {
                plan.transfers.put(itinera::plan::Transfer { minutes, ..**transfer });
            }
            for (id, (boarding, tour, open, capacity, at_once, gap)) in (1u128..).zip(hosts) {
                let window = open.and_then(|(from, hours)| Window::new(time(from, 0), time(from + hours, 30)));
                plan.stops.change(stop_id(id), |stop| {
                    (stop.boarding, stop.tour, stop.window) = (boarding, tour, window);
                });
                plan.hosts.change(HostId::from_number(id), |host| {
                    *host = Host { capacity, groups_at_once: at_once, gap, ..host.clone() };
                });
            }
            plan.visits.change(VISIT, |visit| {
                visit.return_by = back.map(|hour| at(hour, 0));
                visit.rush = rush.and_then(|(hour, minute, percent)| {
                    Some(Rush { window: Window::new(time(hour, minute), time(19, 0))?, percent })
                });
            });
            for id in 1..=groups {
                let place = usize::try_from(id - 1).unwrap();
                let number = coaches[place];
                if number > 0 {
                    plan.coaches.put(coach(number, 1));
                }
                plan.groups.change(group_id(id), |group| {
                    group.coach = (number > 0).then(|| CoachId::from_number(number));
                    if skips[place] && number == 0 {
                        group.skips.insert(stop_id(1));
                    }
                });
            }
            if let Some((of, at, received)) = pin.filter(|(of, at, _)| *of <= groups && plan.stops.has(stop_id(*at))) {
                plan.turns.put(Turn { received: received.map(|hour| time(hour, 0)), pinned: true, ..turn(of, at) });
            }
            plan
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn what_the_search_calls_kept_raises_no_finding_of_a_host(plan in any_plan()) {
        let Ok(asked) = ask(&plan, plan.visits.get(VISIT).unwrap(), false) else { return Ok(()) };
        let dear = Cost { back: u16::MAX, driving: u32::MAX, waiting: u32::MAX, changes: u32::MAX };
        let kept = is_best(&asked, &dear);
        let found = checks::find(&plan, None);
        prop_assert!(!kept || !found.iter().any(is_of_host));
    }

    #[test]
    fn every_offer_is_what_the_plan_then_says_and_breaks_nothing(plan in any_plan(), few_changes: bool) {
        let Ok(asked) = ask(&plan, plan.visits.get(VISIT).unwrap(), few_changes) else { return Ok(()) };
        let progress = search(&asked, 20_000);
        let offers = offers(&plan, &asked, &progress);
        // Only what has no words may be left out, and with groups everything has.
        if !asked.units[0].is_empty() {
            prop_assert_eq!(offers.is_empty(), progress.proposals.is_empty());
        }
        for offer in &offers {
            let after = apply(&plan, &offer.edit).unwrap();
            let again = ask(&after, after.visits.get(VISIT).unwrap(), few_changes).unwrap();
            let moved = again.problem.groups.iter().zip(&offer.routes).zip(&again.present);
            for ((group, route), present) in moved.filter(|((group, _), _)| !group.calls.is_empty()) {
                prop_assert_eq!(route, present, "of {:?}", group);
            }
            prop_assert_eq!(&offer.itineraries, &times(&after));
            prop_assert_eq!(broken(&after), Vec::<Rule>::new());
            prop_assert!(is_best(&again, &offer.cost));
        }
    }
}
