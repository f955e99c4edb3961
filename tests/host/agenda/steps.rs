//! What happens inside an entry, minute by minute.

use super::{add_outing, during, with_sessions};
use crate::plan::build::at;
use chrono::NaiveDateTime;
use itinera::agenda::{Audience, Doing, Entry, entries, percent_over, step_at, steps, stretches};
use itinera::circuit::Phase;

fn outing() -> Vec<Entry> {
    let mut plan = with_sessions([during(1, (9, 0), (10, 0))]);
    add_outing(&mut plan);
    entries(&plan, Audience::Everyone)
}

fn told(entry: &Entry) -> Vec<(NaiveDateTime, Doing)> {
    steps(entry).iter().map(|step| (step.at, step.doing)).collect()
}

#[test]
fn legs_and_stops_have_steps_and_sessions_none() {
    let entries = outing();
    assert_eq!(told(&entries[0]), []);
    assert_eq!(told(&entries[1]), [(at(13, 0), Doing::Board), (at(13, 10), Doing::Drive), (at(13, 20), Doing::Arrive)]);
    let phases = [(at(13, 20), Phase::Gate), (at(13, 25), Phase::Tour), (at(13, 45), Phase::CountBack)];
    assert_eq!(told(&entries[2]), phases.map(|(at, phase)| (at, Doing::Phase(phase))));
    // Without boarding the coach leaves at once.
    assert_eq!(told(&entries[3]), [(at(13, 50), Doing::Drive), (at(14, 0), Doing::Arrive)]);
}

#[test]
fn a_step_lasts_until_the_next_one_starts() {
    let steps = steps(&outing()[2]);
    for (when, expect) in [
        (at(13, 19), None),
        (at(13, 20), Some(0)),
        (at(13, 24), Some(0)),
        (at(13, 25), Some(1)),
        (at(13, 44), Some(1)),
        (at(13, 45), Some(2)),
        (at(15, 0), Some(2)),
    ] {
        assert_eq!(step_at(&steps, when), expect, "{when}");
    }
    assert_eq!(step_at(&[], at(13, 0)), None);
}

#[test]
fn stretches_fill_the_entry() {
    let entries = outing();
    assert_eq!(stretches(&entries[0]), [(at(9, 0), 60)]);
    assert_eq!(stretches(&entries[1]), [(at(13, 0), 10), (at(13, 10), 10)]);
    assert_eq!(stretches(&entries[2]), [(at(13, 20), 5), (at(13, 25), 20), (at(13, 45), 5)]);
    for entry in &entries {
        let minutes: u16 = stretches(entry).iter().map(|(_, minutes)| minutes).sum();
        assert_eq!(minutes, entry.slot.minutes());
    }
}

#[test]
fn a_stretch_is_over_bit_by_bit() {
    for (when, expect) in
        [(at(8, 0), 0), (at(9, 0), 0), (at(9, 15), 25), (at(9, 59), 98), (at(10, 0), 100), (at(12, 0), 100)]
    {
        assert_eq!(percent_over(at(9, 0), 60, when), expect, "{when}");
    }
    assert_eq!(percent_over(at(9, 0), 0, at(10, 0)), 0);
}
