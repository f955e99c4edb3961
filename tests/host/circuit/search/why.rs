//! Why nothing fits: the demands named cannot hold together, and each is needed; what is offered helps, and not less.

use super::{brute, instances};
use itinera::circuit::search::{
    Asking, Call, Demand, Group, Host, Problem, Reason, Relaxation, Why, Window, demands, drop_demand, relax,
};

fn reason(problem: &Problem) -> Reason {
    let mut why = Why::new(problem);
    loop {
        if let Some(reason) = why.step(500) {
            return reason.clone();
        }
    }
}

/// For the brute force: a return whenever is one within fifty minutes.
fn fits(mut problem: Problem) -> bool {
    for group in &mut problem.groups {
        group.back_by = group.back_by.min(50);
    }
    brute::fits(&problem)
}

#[test]
fn the_reason_is_one_and_the_ways_out_are_the_least() {
    let (mut reasons, mut ways) = (0, 0);
    for seed in 2000..2600 {
        let mut problem = instances::small(seed);
        if problem.hosts.len() > 2 || brute::fits(&problem) {
            continue;
        }
        problem.former.clear();
        let reason = reason(&problem);
        assert!(reason.proved && !reason.demands.is_empty(), "seed {seed}");
        let mut only = problem.clone();
        for demand in demands(&problem) {
            if !reason.demands.contains(&demand) {
                drop_demand(&mut only, demand);
            }
        }
        assert!(!fits(only.clone()), "seed {seed}: {:?} can hold together", reason.demands);
        for &demand in &reason.demands {
            let mut without = only.clone();
            drop_demand(&mut without, demand);
            assert!(fits(without), "seed {seed}: {demand:?} is not to blame");
        }
        for &way in &reason.relaxations {
            let mut relaxed = problem.clone();
            relax(&mut relaxed, way);
            assert!(fits(relaxed), "seed {seed}: {way:?} does not help");
            let less = |minutes: u16| match way {
                Relaxation::ReturnLater { .. } => Relaxation::ReturnLater { minutes },
                Relaxation::ShorterStay { host, .. } => Relaxation::ShorterStay { host, minutes },
                Relaxation::OpenEarlier { host, .. } => Relaxation::OpenEarlier { host, minutes },
                Relaxation::OpenLater { host, .. } => Relaxation::OpenLater { host, minutes },
                other => other,
            };
            if let Some(minutes) = way.minutes() {
                let mut relaxed = problem.clone();
                relax(&mut relaxed, less(minutes - 1));
                assert!(!fits(relaxed), "seed {seed}: less than {way:?} helps");
            }
            ways += 1;
        }
        reasons += 1;
        if reasons == 25 {
            break;
        }
    }
    assert!(reasons == 25 && ways > 25, "{reasons} reasons, {ways} ways out");
}

/// Three groups of 26 people at a host that takes 12 at a time from 15:00 to 17:30, for 55 minutes.
fn three_turns() -> Problem {
    let group = |heads: u16| Group {
        heads,
        seats: Some(16),
        start: 880,
        start_by: None,
        from: 0,
        to: 0,
        back_by: 1140,
        gathering: 0,
        boarding_back: 5,
        calls: vec![Call { host: 0, boarding: 5, stay: 55, position: None, received: None }],
    };
    Problem {
        places: 2,
        drives: vec![0, 15, 15, 0],
        hosts: vec![Host {
            place: 1,
            windows: vec![Window { from: 900, to: 1050 }],
            capacity: Some(12),
            at_once: 1,
            gap: 0,
        }],
        groups: vec![group(9), group(9), group(8)],
        ..Problem::default()
    }
}

#[test]
fn it_has_the_figures_for_a_sentence() {
    let reason = reason(&three_turns());
    assert!(reason.demands.contains(&Demand::Windows { host: 0 }), "{reason:?}");
    let turns = reason.turns[0];
    assert_eq!((turns.heads, turns.turns, turns.stay), (26, 3, 55));
    assert_eq!((turns.first, turns.ends, turns.closes), (900, 1065, Some(1050)), "the third would end at 17:45");
    assert!(reason.relaxations.contains(&Relaxation::OpenLater { host: 0, minutes: 15 }), "{reason:?}");
    let opens = |way: &Relaxation| matches!(way, Relaxation::OpenEarlier { .. });
    assert!(!reason.relaxations.iter().any(opens), "nobody can be there before it opens: {reason:?}");
    assert!(reason.relaxations.contains(&Relaxation::ShorterStay { host: 0, minutes: 5 }), "{reason:?}");
    assert!(reason.relaxations.contains(&Relaxation::LeaveOut { group: 2, host: 0 }), "{reason:?}");
}

#[test]
fn a_coach_that_is_too_small_is_named_and_a_bigger_one_offered() {
    let mut problem = three_turns();
    problem.hosts[0].windows.clear();
    problem.groups[1].heads = 12;
    problem.groups[1].seats = Some(10);
    let reason = reason(&problem);
    assert_eq!(reason.demands, [Demand::Seats { group: 1 }]);
    assert!(reason.relaxations.contains(&Relaxation::BiggerCoach { group: 1, seats: 12 }), "{reason:?}");
    assert!(reason.relaxations.contains(&Relaxation::FurtherGroups { group: 1, parts: 2 }), "{reason:?}");
}

#[test]
fn a_group_too_large_for_a_host_is_divided_as_little_as_helps() {
    let mut problem = three_turns();
    problem.groups.truncate(1);
    problem.groups[0].heads = 26;
    problem.groups[0].seats = None;
    problem.hosts[0].windows[0].to = 1065;
    let reason = reason(&problem);
    assert_eq!(reason.demands, [Demand::Capacity { host: 0 }]);
    let turns = reason.turns[0];
    assert_eq!((turns.heads, turns.largest, turns.turns, turns.ends), (26, 26, 3, 1065));
    let ways = [Relaxation::FurtherGroups { group: 0, parts: 3 }, Relaxation::LeaveOut { group: 0, host: 0 }];
    assert_eq!(reason.relaxations, ways);
}

#[test]
fn what_fits_has_no_reason() {
    let mut problem = three_turns();
    problem.hosts[0].windows.clear();
    assert_eq!(reason(&problem).demands, []);
}

/// Whether the search finds anything.
fn fits_at_all(problem: &Problem) -> bool {
    !super::exact::whole(problem).proposals.is_empty()
}

#[test]
fn it_says_how_far_it_is_and_ends_with_what_is_known_when_it_is_stopped() {
    let problem = three_turns();
    let whole = reason(&problem);
    let all = demands(&problem);
    let mut why = Why::new(&problem);
    assert_eq!(why.asking(), Asking::Demand(0, all.len()));
    assert_eq!(why.stop().demands, all, "nothing is known yet, so any may be to blame");
    let mut why = Why::new(&problem);
    let (mut last, mut stopped) = ((0, 0), 0);
    while why.step(50).is_none() {
        let now = match why.asking() {
            Asking::Demand(number, of) => {
                assert!(number < of && of == all.len());
                (0, number)
            }
            Asking::Way(number, of) => {
                assert!(number < of);
                (1, number)
            }
        };
        assert!(now >= last, "it goes on");
        last = now;
        let mut other = Why::new(&problem);
        for _ in 0..=stopped {
            other.step(50);
        }
        stopped += 1;
        let known = other.stop();
        let mut only = problem.clone();
        for demand in &all {
            if !known.demands.contains(demand) {
                drop_demand(&mut only, *demand);
            }
        }
        assert!(!fits_at_all(&only), "what is left cannot hold together");
        assert_eq!(known.proved, now.0 == 1);
        assert!(whole.relaxations.starts_with(&known.relaxations));
        assert_eq!(other.step(50).map(|reason| reason.relaxations.len()), Some(other.stop().relaxations.len()));
    }
    assert!(stopped > 3, "{stopped}");
}
