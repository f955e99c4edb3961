//! The papers that a plan can have.

use super::plan;
use crate::plan::build::empty;
use itinera::{
    agenda::Audience,
    example::manumix,
    papers::{Paper, papers},
};

/// How many there are of each sort.
fn counts(papers: &[Paper]) -> Vec<(String, usize)> {
    let mut counts: Vec<(String, usize)> = Vec::new();
    for paper in papers {
        let sort = paper.key().split(':').next().unwrap().to_string();
        match counts.last_mut() {
            Some((known, count)) if *known == sort => *count += 1,
            _ => counts.push((sort, 1)),
        }
    }
    counts
}

fn expect(papers: &[Paper], expected: &[(&str, usize)]) {
    let counts = counts(papers);
    let counts: Vec<_> = counts.iter().map(|(sort, count)| (&**sort, *count)).collect();
    assert_eq!(counts, expected);
}

#[test]
fn the_shipped_plan_has_all_sorts() {
    let all = [
        ("programme", 6),
        ("itinerary", 5),
        ("attendance", 8),
        ("badges", 1),
        ("coach-list", 8),
        ("host", 3),
        ("catering", 5),
        ("door", 7),
        ("evidence", 1),
    ];
    expect(&papers(&manumix()), &all);
}

#[test]
fn there_is_one_for_each_reader_coach_and_leg() {
    let all = [
        ("programme", 4),
        ("itinerary", 6),
        ("attendance", 6),
        ("badges", 1),
        ("coach-list", 3),
        ("host", 2),
        ("catering", 1),
        ("door", 3),
        ("evidence", 1),
    ];
    expect(&papers(&plan()), &all);
}

#[test]
fn an_empty_plan_has_a_programme_and_a_pack() {
    assert_eq!(papers(&empty()), [Paper::Programme(Audience::Everyone), Paper::Evidence]);
}
