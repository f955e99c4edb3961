//! The laws of undo and redo.

use crate::support::arbitrary::{branches, changed, plans};
use itinera::{
    plan::{Label, Plan, Text, Verb},
    sync::{Delta, History, Step, merge, saved_steps},
};
use proptest::{collection::vec, prelude::*};

/// Does a step.
fn step(history: &mut History, plan: &Plan, next: &Plan, number: usize) {
    let label = Label::new(Verb::Change, Text::new(number.to_string(), ""));
    history.push(Step { label, delta: Delta::between(plan, next) });
}

/// The states of a plan that is changed again and again.
fn states(start: Plan, changes: &[Vec<u8>]) -> Vec<Plan> {
    let mut states = vec![start];
    for bytes in changes {
        states.push(changed(states.last().unwrap(), bytes));
    }
    states
}

fn many_changes(count: impl Into<proptest::collection::SizeRange>) -> impl Strategy<Value = Vec<Vec<u8>>> {
    vec(vec(any::<u8>(), 0..60), count)
}

fn history(states: &[Plan]) -> History {
    let mut history = History::default();
    for (number, pair) in states.windows(2).enumerate() {
        step(&mut history, &pair[0], &pair[1], number);
    }
    history
}

proptest! {
    #[test]
    fn undo_after_undo_leads_back_and_redo_after_redo_forward(start in plans(), changes in many_changes(0..12)) {
        let states = states(start, &changes);
        let mut history = history(&states);
        let mut now = states.last().unwrap().clone();
        for (number, before) in states.iter().enumerate().rev().skip(1) {
            let (undone, label) = history.undo(&now).unwrap();
            prop_assert_eq!(&undone, before);
            prop_assert_eq!(label.subject.english, number.to_string());
            now = undone;
        }
        prop_assert!(history.undo(&now).is_none());
        for after in states.iter().skip(1) {
            let (redone, _) = history.redo(&now).unwrap();
            prop_assert_eq!(&redone, after);
            now = redone;
        }
        prop_assert!(history.redo(&now).is_none());
    }

    #[test]
    fn undo_keeps_what_somebody_else_did_meanwhile((base, ours, theirs) in branches()) {
        let (now, clashes) = merge(Some(&base), &ours, &theirs);
        prop_assume!(clashes.is_empty());
        // Where both did the same, to undo it is to undo both: what is left of the other's is looked at elsewhere.
        prop_assume!(merge(Some(&base), &base, &ours).0 == ours);
        let same = base.differing(&ours).into_iter().any(|key| base.differing(&theirs).contains(&key));
        prop_assume!(!same);
        let mut history = History::default();
        step(&mut history, &base, &ours, 0);
        let (undone, _) = history.undo(&now).unwrap();
        prop_assert_eq!(&undone, &theirs);
        let (redone, _) = history.redo(&undone).unwrap();
        prop_assert_eq!(redone, now);
    }

    #[test]
    fn undo_never_takes_back_another_value_than_its_own((base, ours, _) in branches(), more in vec(any::<u8>(), 0..200)) {
        let mut history = History::default();
        step(&mut history, &base, &ours, 0);
        // Somebody else goes on from our step.
        let later = changed(&ours, &more);
        let (undone, _) = history.undo(&later).unwrap();
        for key in ours.differing(&later) {
            let (mine, now, left) = (ours.record(key), later.record(key), undone.record(key));
            match (mine, now) {
                (Some(mine), Some(now)) => {
                    let left = left.expect("somebody else changed it, so it stays");
                    for field in mine.changed(&now) {
                        prop_assert!(!left.changed(&now).contains(&field), "{:?} {}", key, field);
                    }
                }
                (None, Some(now)) => prop_assert_eq!(left, Some(now)),
                (_, None) => prop_assert_eq!(left, None),
            }
        }
    }

    #[test]
    fn a_word_typed_in_two_goes_is_one_step((one, two, _) in branches(), more in vec(any::<u8>(), 0..60)) {
        let three = changed(&two, &more);
        let mut history = History::default();
        step(&mut history, &one, &two, 0);
        history.extend(&two, &three);
        if one == three {
            prop_assert!(history.to_undo().is_none());
        } else {
            prop_assert_eq!(history.undo(&three).unwrap().0, one);
            prop_assert!(history.to_undo().is_none());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_last_50_steps_survive_a_reload(start in plans(), changes in many_changes(45..60), undone in 0usize..60) {
        let states = states(start, &changes);
        let mut history = history(&states);
        let mut now = states.last().unwrap().clone();
        for _ in 0..undone.min(changes.len()) {
            now = history.undo(&now).unwrap().0;
        }
        let text = saved_steps::encode(&history);
        let mut read = saved_steps::decode(&text);
        prop_assert_eq!(&saved_steps::encode(&read), &text);
        let place = changes.len() - undone.min(changes.len());
        let mut back = now.clone();
        for before in states[..place].iter().rev().take(History::SAVED) {
            prop_assert_eq!(read.to_undo().map(|step| &step.label), history.to_undo().map(|step| &step.label));
            back = read.undo(&back).unwrap().0;
            history.undo(&back);
            prop_assert_eq!(&back, before);
        }
        prop_assert!(read.undo(&back).is_none());
        let mut read = saved_steps::decode(&text);
        for after in states[place + 1..].iter().take(History::SAVED) {
            now = read.redo(&now).unwrap().0;
            prop_assert_eq!(&now, after);
        }
        prop_assert!(read.redo(&now).is_none());
    }
}

#[test]
fn undo_reaches_back_300_steps() {
    let titled = |number: usize| {
        let mut plan = crate::plan::build::empty();
        plan.meeting =
            itinera::plan::Meeting { title: number.to_string().as_str().into(), ..(*plan.meeting).clone() }.into();
        plan
    };
    let states: Vec<Plan> = (0..=350).map(titled).collect();
    let mut history = history(&states);
    let mut now = states[350].clone();
    for before in (50..350).rev() {
        now = history.undo(&now).unwrap().0;
        assert_eq!(now, states[before]);
    }
    assert!(history.undo(&now).is_none());
}

#[test]
fn what_was_handed_out_survives_a_reload_as_a_step() {
    let start = crate::plan::build::empty();
    let edit = itinera::plan::Edit::HandOut(crate::plan::build::version(1));
    let next = itinera::plan::apply(&start, &edit).unwrap();
    let mut history = History::default();
    history.push(Step { label: edit.label(&start), delta: Delta::between(&start, &next) });
    let mut read = saved_steps::decode(&saved_steps::encode(&history));
    assert_eq!(read.undo(&next), Some((start.clone(), Label::new(Verb::HandOut, Text::same("Version 1")))));
    assert_eq!(read.redo(&start).map(|(plan, _)| plan), Some(next));
}

#[test]
fn a_new_step_ends_what_could_be_redone() {
    let states: Vec<Plan> = (0..3u128)
        .map(|id| {
            Plan::empty(itinera::plan::Meeting {
                title: id.to_string().as_str().into(),
                ..crate::plan::build::meeting(0)
            })
        })
        .collect();
    let mut history = history(&states[..2]);
    let (now, _) = history.undo(&states[1]).unwrap();
    assert!(history.to_redo().is_some());
    step(&mut history, &now, &states[2], 9);
    assert!(history.to_redo().is_none());
}

#[test]
fn steps_that_cannot_be_read_are_left_out_with_the_older_ones() {
    for text in ["", "{}", "[]", "{\"done\": 1, \"undone\": []}", "null"] {
        assert_eq!(saved_steps::decode(text), History::default(), "{text}");
    }
    let states: Vec<Plan> = (0..4u128)
        .map(|id| {
            Plan::empty(itinera::plan::Meeting {
                title: id.to_string().as_str().into(),
                ..crate::plan::build::meeting(0)
            })
        })
        .collect();
    let text = saved_steps::encode(&history(&states));
    let mut value: serde_json::Value = serde_json::from_str(&text).unwrap();
    value["done"][1]["verb"] = 200.into();
    let mut read = saved_steps::decode(&value.to_string());
    assert_eq!(read.undo(&states[3]).unwrap().0, states[2]);
    assert!(read.undo(&states[2]).is_none());
}
