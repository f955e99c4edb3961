//! The roll.

use crate::plan::build::{at, delegate, delegation, empty};
use itinera::example::manumix;
use itinera::{
    agenda::{Tally, roll},
    plan::{Consent, Delegate, Delegation, DelegationId, Travel},
};

#[test]
fn the_shipped_plan_expects_people_and_names_nobody() {
    let roll = roll(&manumix());
    assert_eq!((roll.named, roll.heads), (0, 24));
    let expected: Vec<_> = roll.delegations.iter().map(|(_, named, expected)| (*named, *expected)).collect();
    assert_eq!(expected, [(0, Some(8)), (0, Some(5)), (0, Some(4)), (0, Some(5)), (0, Some(2))]);
    assert_eq!((roll.without_arrival, roll.without_departure, roll.without_consent), (0, 0, 0));
}

#[test]
fn heads_are_the_larger_of_named_and_expected() {
    let mut plan = empty();
    plan.put(Delegation { expected: Some(1), ..delegation(1) }.into());
    plan.put(Delegation { expected: Some(5), ..delegation(2) }.into());
    for id in 1..=3 {
        plan.put(delegate(id, 1).into());
    }
    let roll = roll(&plan);
    assert_eq!((roll.named, roll.heads), (3, 8));
    assert_eq!(roll.delegations[0], (DelegationId::from_number(1), 3, Some(1)));
}

#[test]
fn diets_and_needs_are_counted_in_peoples_words() {
    let mut plan = empty();
    plan.put(delegation(1).into());
    let diets = ["vegan", "Vegetarian", " vegetarian", "VEGETARIAN.", "", "none", "-", "Nessuna", "n/a"];
    for (diet, id) in diets.into_iter().zip(1..) {
        let needs = if id == 1 { "step-free access".into() } else { String::from("No") };
        plan.put(Delegate { diet: diet.into(), needs, ..delegate(id, 1) }.into());
    }
    let roll = roll(&plan);
    let tally = |words: &str, count| Tally { words: words.into(), count };
    assert_eq!(roll.diets, [tally("Vegetarian", 3), tally("vegan", 1)]);
    assert_eq!(roll.needs, [tally("step-free access", 1)]);
}

#[test]
fn what_is_missing_is_counted() {
    let mut plan = empty();
    plan.put(delegation(1).into());
    let travel = Some(Travel { at: at(8, 30), place: String::new() });
    plan.put(Delegate { arrival: travel.clone(), photo_consent: Consent::Refused, ..delegate(1, 1) }.into());
    plan.put(Delegate { arrival: travel.clone(), departure: travel, ..delegate(2, 1) }.into());
    plan.put(delegate(3, 1).into());
    let roll = roll(&plan);
    assert_eq!((roll.without_arrival, roll.without_departure, roll.without_consent), (1, 2, 2));
}
