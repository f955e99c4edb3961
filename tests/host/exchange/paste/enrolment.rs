//! From what was understood to the one edit that adds it.

use super::{delegation, plan};
use itinera::{
    exchange::paste::{Choices, Destination, Row, enrol, understand, understand_with},
    plan::{DelegateId, DelegationId, Edit, Plan, apply},
};
use std::sync::atomic::{AtomicU32, Ordering};

fn number() -> u128 {
    static NEXT: AtomicU32 = AtomicU32::new(1_000);
    NEXT.fetch_add(1, Ordering::Relaxed).into()
}

fn add(plan: &Plan, text: &str, choices: &Choices, takes: &dyn Fn(&Row) -> bool) -> Option<Edit> {
    let understood = understand_with(plan, text, choices);
    let delegation_id = || DelegationId::from_number(number());
    enrol(plan, &understood, takes, delegation_id, || DelegateId::from_number(number()))
}

#[test]
fn everybody_is_added_in_one_step() {
    let plan = plan();
    let text = "Name\tDelegation\nBea Due\tEstonia\nCia Tre\tWales\nDea Quattro\tEstonia\nEva Cinque\tLatvia\n\tWales";
    let edit = add(&plan, text, &Choices::default(), &|_| true).unwrap();
    let after = apply(&plan, &edit).unwrap();
    let members = |name| -> Vec<_> {
        after.delegates_of(delegation(&after, name)).map(|delegate| delegate.name.clone()).collect()
    };
    assert_eq!(members("Estonia"), ["Bea Due", "Dea Quattro"]);
    assert_eq!(members("Latvia"), ["Eva Cinque"]);
    assert_eq!(members("Wales"), ["Ada Known", "Cia Tre"]);
    assert_eq!(after.delegations.len(), plan.delegations.len() + 2);
    let badges: std::collections::BTreeSet<_> = after.delegations.iter().map(|one| (one.hue, &one.letter)).collect();
    let letters: std::collections::BTreeSet<_> = after.delegations.iter().map(|one| &one.letter).collect();
    assert_eq!((badges.len(), letters.len()), (after.delegations.len(), after.delegations.len()));
}

#[test]
fn only_what_is_picked_and_has_a_place_is_added() {
    let plan = plan();
    let text = "Bea Due\tx\nCia Tre\ty";
    assert_eq!(add(&plan, text, &Choices::default(), &|_| true), None);
    let wales = Destination::Delegation(delegation(&plan, "Wales"));
    let choices = Choices { destinations: vec![(String::new(), wales)], ..Choices::default() };
    assert_eq!(add(&plan, text, &choices, &|_| false), None);
    let Some(Edit::Enrol { delegations, delegates }) = add(&plan, text, &choices, &|row| row.number == 2) else {
        panic!("an enrolment")
    };
    assert_eq!(delegations, []);
    let names: Vec<_> = delegates.iter().map(|delegate| &*delegate.name).collect();
    assert_eq!(names, ["Cia Tre"]);
}

#[test]
fn a_new_delegation_without_a_name_can_be_named_later() {
    let plan = crate::plan::build::empty();
    let choices = Choices { destinations: vec![(String::new(), Destination::New)], ..Choices::default() };
    let edit = add(&plan, "Bea Due\nCia Tre", &choices, &|_| true).unwrap();
    let after = apply(&plan, &edit).unwrap();
    assert_eq!((after.delegations.len(), after.delegates.len()), (1, 2));
}

#[test]
fn thousands_of_rows_are_understood() {
    let plan = plan();
    let mut text = String::from("Name\tE-mail\tDelegation\n");
    for row in 0..5_000 {
        text.push_str(&format!("Delegate {row}\tdelegate{row}@example.net\tWales\n"));
    }
    let understood = understand(&plan, &text);
    assert_eq!(understood.rows.len(), 5_000);
    assert!(understood.rows.iter().all(|row| row.twin.is_none() && row.problems.is_empty()));
}
