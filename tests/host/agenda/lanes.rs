//! Entries that overlap stand side by side.

use super::{during, with_sessions};
use itinera::agenda::{Audience, entries, lanes};

/// What it is about, the sessions from and to in hours, and the lane of each, of how many.
type Case = (&'static str, &'static [(u32, u32)], &'static [(usize, usize)]);

#[test]
fn overlapping_entries_share_the_width() {
    let cases: [Case; 7] = [
        ("none", &[], &[]),
        ("one", &[(9, 10)], &[(0, 1)]),
        ("touching", &[(9, 10), (10, 11)], &[(0, 1), (0, 1)]),
        ("two at once", &[(9, 10), (9, 10)], &[(0, 2), (1, 2)]),
        ("one inside another", &[(9, 12), (10, 11)], &[(0, 2), (1, 2)]),
        ("a lane is used again", &[(9, 12), (9, 10), (10, 11)], &[(0, 2), (1, 2), (1, 2)]),
        ("through others", &[(9, 11), (10, 13), (12, 14), (14, 15)], &[(0, 2), (1, 2), (0, 2), (0, 1)]),
    ];
    for (what, hours, expect) in cases {
        let sessions = (1..).zip(hours).map(|(id, (from, to))| during(id, (*from, 0), (*to, 0)));
        let entries = entries(&with_sessions(sessions), Audience::Everyone);
        let found: Vec<_> = lanes(&entries).iter().map(|lane| (lane.index, lane.of)).collect();
        assert_eq!(found, expect, "{what}");
    }
}
