//! A day as it is read: what is alone, what belongs to a visit, and what is at the same time.

use super::{add_outing, during, names, with_sessions};
use itinera::agenda::{Audience, Block, BlockSort, blocks, entries};
use itinera::example::manumix;
use itinera::plan::Plan;

/// Blocks in short, such as `plain: 1 2`.
fn told(plan: &Plan) -> Vec<String> {
    blocks(&entries(plan, Audience::Everyone)).iter().map(block).collect()
}

fn block(block: &Block) -> String {
    let sort = match &block.sort {
        BlockSort::Plain => "plain".to_string(),
        BlockSort::Visit(visit, _) => visit.title.english.clone(),
        BlockSort::Parallel => "parallel".to_string(),
        BlockSort::Meanwhile => "meanwhile".to_string(),
    };
    format!("{sort}: {}", names(&block.entries).join(", "))
}

#[test]
fn sessions_are_plain_until_they_overlap() {
    for (what, sessions, expect) in [
        ("none", vec![], &[][..]),
        (
            "in a row",
            vec![during(1, (9, 0), (10, 0)), during(2, (10, 0), (11, 0)), during(3, (12, 0), (13, 0))],
            &["plain: 1, 2, 3"],
        ),
        (
            "two at once",
            vec![
                during(1, (9, 0), (10, 0)),
                during(2, (10, 0), (11, 0)),
                during(3, (10, 0), (11, 0)),
                during(4, (11, 0), (12, 0)),
            ],
            &["plain: 1", "parallel: 2, 3", "plain: 4"],
        ),
        (
            "through a third",
            vec![during(1, (9, 0), (12, 0)), during(2, (9, 30), (10, 0)), during(3, (11, 0), (13, 0))],
            &["parallel: 1, 2, 3"],
        ),
        (
            "two pairs in a row are two pairs",
            vec![
                during(1, (9, 0), (10, 0)),
                during(2, (9, 0), (10, 0)),
                during(3, (10, 0), (11, 0)),
                during(4, (10, 0), (11, 0)),
            ],
            &["parallel: 1, 2", "parallel: 3, 4"],
        ),
    ] {
        assert_eq!(told(&with_sessions(sessions)), expect, "{what}");
    }
}

#[test]
fn a_visit_stays_whole() {
    let outing = "Visit 1: to 1, stop 1, to 2, stop 2, back";
    for (what, sessions, expect) in [
        ("alone", vec![], vec![outing]),
        (
            "between sessions",
            vec![during(1, (12, 0), (13, 0)), during(2, (14, 40), (15, 0))],
            vec!["plain: 1", outing, "plain: 2"],
        ),
        (
            "something during it",
            vec![during(1, (13, 30), (14, 0)), during(2, (14, 5), (16, 0)), during(3, (16, 0), (17, 0))],
            vec![outing, "meanwhile: 1, 2", "plain: 3"],
        ),
        (
            "something that goes on into it",
            vec![during(1, (12, 0), (13, 30)), during(2, (13, 30), (14, 0))],
            vec!["plain: 1", outing, "meanwhile: 2"],
        ),
    ] {
        let mut plan = with_sessions(sessions);
        add_outing(&mut plan);
        assert_eq!(told(&plan), expect, "{what}");
    }
}

#[test]
fn no_entry_is_lost_or_told_twice() {
    let plan = manumix();
    let entries = entries(&plan, Audience::Everyone);
    let mut told: Vec<_> = blocks(&entries).into_iter().flat_map(|block| block.entries).map(|entry| entry.id).collect();
    let mut all: Vec<_> = entries.iter().map(|entry| entry.id).collect();
    told.sort();
    all.sort();
    assert_eq!(told, all);
}
