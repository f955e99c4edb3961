//! On small visits the search finds what trying everything finds, and proves it.

use super::{brute, instances};
use itinera::circuit::search::{Cost, Kind, Problem, Progress, Search};

/// Searches to the end.
pub fn whole(problem: &Problem) -> Progress {
    let mut search = Search::new(problem);
    loop {
        let progress = search.step(1000);
        if progress.done {
            return progress;
        }
    }
}

#[test]
fn it_finds_what_trying_everything_finds() {
    let mut impossible = 0;
    let only = std::env::var("SEED").ok().and_then(|seed| seed.parse::<u64>().ok());
    for seed in 0..400 {
        if only.is_some_and(|only| only != seed) {
            continue;
        }
        let problem = instances::small(seed);
        let expected = brute::least(&problem);
        let progress = whole(&problem);
        assert_eq!(progress.impossible, expected.is_none(), "seed {seed}: feasibility\n{problem:#?}");
        let Some([back, driving, waiting, changes]) = expected else {
            impossible += 1;
            continue;
        };
        let best = &progress.proposals[0];
        let found = [u32::from(best.cost.back), best.cost.driving, best.cost.waiting, best.cost.changes];
        assert_eq!(found, [back, driving, waiting, changes], "seed {seed}\n{problem:#?}\n{best:#?}");
        assert!(best.proved, "seed {seed}");
        assert_eq!(u32::from(progress.lower_bound), back, "seed {seed}");
    }
    assert!(only.is_some() || impossible > 100 && impossible < 300, "{impossible} impossible");
}

/// What a proposal of a kind has the least of, and what trying everything finds of it.
fn least_of(kind: Kind, problem: &Problem) -> [u32; 4] {
    let found = match kind {
        Kind::Return => brute::least(problem),
        Kind::Driving => brute::least_driving(problem),
        Kind::Waiting => brute::least_waiting(problem),
        Kind::Changes => brute::least_changes(problem),
    };
    found.unwrap()
}

#[test]
fn a_proposal_of_another_kind_has_the_least_of_it() {
    for (kind, place, seeds) in
        [(Kind::Driving, 1, 1000..1080), (Kind::Waiting, 2, 1100..1220), (Kind::Changes, 3, 1300..1480)]
    {
        let (mut proposed, mut none) = (0, 0);
        for seed in seeds {
            let problem = instances::small(seed);
            if kind == Kind::Changes && !problem.few_changes {
                continue;
            }
            let progress = whole(&problem);
            let Some(first) = progress.proposals.first() else { continue };
            let of = |cost: Cost| [u32::from(cost.back), cost.driving, cost.waiting, cost.changes];
            let expected = least_of(kind, &problem);
            match progress.proposals.iter().find(|proposal| proposal.kind == kind) {
                Some(proposal) => {
                    // Whoever is held back to a former return in a rush hour is not proved to be the best.
                    let held = kind == Kind::Changes && problem.rush.is_some();
                    assert_eq!(proposal.proved, !held, "seed {seed} {kind:?}");
                    let (now, best) = (of(proposal.cost), of(first.cost));
                    if held {
                        assert_eq!(now[place], expected[place], "seed {seed} {kind:?}");
                    } else {
                        assert_eq!(now, expected, "seed {seed} {kind:?}");
                    }
                    assert!(now[place] < best[place] && now[0] >= best[0], "seed {seed} {kind:?}");
                    proposed += 1;
                }
                None if progress.proposals.len() < 3 => {
                    assert_eq!(expected[place], of(first.cost)[place], "seed {seed}: nobody has less of {kind:?}");
                    none += 1;
                }
                None => {}
            }
        }
        assert!(proposed > 3 && none > 3, "{kind:?}: {proposed} of a kind of their own, {none} without");
    }
}

#[test]
fn it_is_the_same_in_small_steps_and_in_large_ones() {
    for seed in 0..60 {
        let problem = instances::small(seed);
        let mut search = Search::new(&problem);
        let progress = loop {
            let progress = search.step(7);
            if progress.done {
                break progress;
            }
        };
        let whole = whole(&problem);
        assert_eq!(progress.proposals, whole.proposals, "seed {seed}");
    }
}
