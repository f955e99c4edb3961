//! On small visits the search finds what trying everything finds, and proves it.

use super::{brute, instances};
use itinera::circuit::search::{Problem, Progress, Search};

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
    for seed in 0..800 {
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
    assert!(only.is_some() || impossible > 100 && impossible < 600, "{impossible} impossible");
}
