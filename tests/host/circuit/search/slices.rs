//! No step does much more than it was asked to: what takes long is counted in nodes, and a slice ends with them.

use super::instances;
use itinera::circuit::search::{Problem, Search};

/// What may be looked at beyond what was asked: a solution's needless waiting is taken out of it at once.
const MORE: u64 = 250;

/// Searches in steps of so many nodes until it has looked at so many, or is done; the most of one step.
fn longest(problem: &Problem, nodes: u64, all: u64) -> u64 {
    let mut search = Search::new(problem);
    let (mut before, mut longest) = (0, 0);
    loop {
        let progress = search.step(nodes);
        longest = longest.max(progress.explored - before);
        before = progress.explored;
        if progress.done || before > all {
            return longest;
        }
    }
}

#[test]
fn no_step_does_much_more_than_it_was_asked_to() {
    for (hosts, groups) in [(8, 2), (10, 2), (6, 4), (12, 1)] {
        for seed in 0..2 {
            let problem = instances::large(seed, hosts, groups);
            let longest = longest(&problem, 100, 60_000);
            assert!(longest <= 100 + MORE, "{hosts} x {groups}, {seed}: {longest} nodes in a step of 100");
        }
    }
}
