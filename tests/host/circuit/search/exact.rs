//! On small visits the search finds what trying everything finds, and proves it.

use super::{brute, instances};
use itinera::circuit::search::{Kind, Problem, Progress, Search};

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

#[test]
fn the_proposal_with_the_least_driving_has_it() {
    let mut proposed = 0;
    for seed in 1000..1100 {
        let problem = instances::small(seed);
        let progress = whole(&problem);
        let Some(first) = progress.proposals.first() else { continue };
        let [back, driving, waiting, changes] = brute::least_driving(&problem).unwrap();
        match progress.proposals.iter().find(|proposal| proposal.kind == Kind::Driving) {
            Some(proposal) => {
                let cost = proposal.cost;
                let found = [u32::from(cost.back), cost.driving, cost.waiting, cost.changes];
                assert!(proposal.proved, "seed {seed}");
                assert_eq!(found, [back, driving, waiting, changes], "seed {seed}");
                assert!(cost.driving < first.cost.driving && cost.back >= first.cost.back, "seed {seed}");
                proposed += 1;
            }
            None => assert_eq!(driving, first.cost.driving, "seed {seed}: nobody can drive less"),
        }
    }
    assert!(proposed > 5, "{proposed} of a kind of their own");
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
