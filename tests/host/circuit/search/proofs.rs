//! The sizes for which an optimum has to be proved: up to six stops and four groups, or eight and two.

use super::{instances, laws::holds};
use itinera::circuit::search::{Problem, Progress, Search};

/// Searches until the first proposal is proved, and fails where that takes more nodes.
fn proved(problem: &Problem, most: u64, about: &str) -> Progress {
    let mut search = Search::new(problem);
    loop {
        let progress = search.step(1000);
        assert!(progress.explored <= most + 1000, "{about}: not proved in {most} nodes");
        if let Some(best) = progress.proposals.first().filter(|best| best.proved) {
            holds(problem, best, about);
            assert_eq!(best.cost.back, progress.lower_bound, "{about}: what is proved is the bound");
            return progress;
        }
    }
}

#[test]
fn six_stops_and_four_groups_are_proved() {
    for (seed, most) in [(1, 8_000), (3, 10_000), (4, 6_000), (10, 16_000)] {
        proved(&instances::large(seed, 6, 4), most, &format!("6 x 4, {seed}"));
    }
}

#[test]
fn eight_stops_and_two_groups_are_proved() {
    for (seed, most) in [(1, 46_000), (7, 44_000), (11, 34_000)] {
        proved(&instances::large(seed, 8, 2), most, &format!("8 x 2, {seed}"));
    }
}

#[test]
fn what_is_pinned_and_just_fits_is_proved_to_be_as_good_as_what_it_was_taken_from() {
    for seed in [1, 3, 4] {
        let free = instances::large(seed, 6, 4);
        let about = format!("6 x 4, {seed}, tight");
        let best = proved(&free, 20_000, &about).proposals.swap_remove(0);
        let tight = instances::tight(&free, &best.routes, seed);
        let again = proved(&tight, 20_000, &about).proposals.swap_remove(0);
        assert_eq!((again.cost.back, again.cost.driving), (best.cost.back, best.cost.driving), "{about}");
    }
}
