//! What tells a new delegation apart.

use super::build::{delegation, empty};
use itinera::example::manumix;
use itinera::plan::{Delegation, DelegationId, Hue, Plan};

fn with(letters: &[&str]) -> Plan {
    let mut plan = empty();
    for (letter, id) in letters.iter().zip(1..) {
        plan.put(Delegation { letter: (*letter).into(), ..delegation(id) }.into());
    }
    plan
}

#[test]
fn the_letter_is_the_first_free_one_of_the_name() {
    let new = DelegationId::from_number(99);
    for (letters, name, expected) in [
        (&[][..], "Wales", "W"),
        (&["W"], "Wales", "A"),
        (&["W"], "West Midlands", "M"),
        (&["W", "M"], "West Midlands", "E"),
        (&[], "Île-de-France", "I"),
        (&["I"], "Île-de-France", "D"),
        (&["A", "B"], "", "C"),
        (&["A", "B"], "Ab", "C"),
        (&[], "Šiauliai", "Š"),
    ] {
        let letter = with(letters).free_letter(name, new);
        // Letters beyond ASCII stay as they are folded.
        assert_eq!(letter.to_uppercase(), expected, "{name:?} beside {letters:?}");
    }
}

#[test]
fn a_delegation_does_not_take_its_letter_from_itself() {
    let plan = with(&["W"]);
    assert_eq!(plan.free_letter("Wales", DelegationId::from_number(1)), "W");
}

#[test]
fn there_is_always_a_letter() {
    let all: Vec<String> = ('A'..='Z').chain('0'..='9').map(String::from).collect();
    let plan = with(&all.iter().map(String::as_str).collect::<Vec<_>>());
    assert_eq!(plan.free_letter("Wales", DelegationId::from_number(99)), "?");
}

#[test]
fn the_hue_is_the_first_that_nobody_has() {
    assert_eq!(empty().free_hue(), Hue::Teal);
    assert_eq!(manumix().free_hue(), Hue::Grey);
    let mut plan = empty();
    for (hue, id) in Hue::ALL.into_iter().zip(1..) {
        plan.put(Delegation { hue, ..delegation(id) }.into());
    }
    plan.put(Delegation { hue: Hue::Teal, ..delegation(50) }.into());
    assert_eq!(plan.free_hue(), Hue::Orange);
    let new = plan.new_delegation(DelegationId::from_number(99), "Estonia");
    assert_eq!((new.hue, &*new.letter, &*new.name.english, new.expected), (Hue::Orange, "E", "Estonia", None));
}
