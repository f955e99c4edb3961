//! Badges.

use super::{change, of, person, plan};
use crate::plan::build::{at, group, visit};
use itinera::{
    agenda::Audience,
    papers::{Badge, badges},
    plan::{Consent, DelegateId, Delegation, Group, Plan, Text, Visit},
};

fn put(plan: &mut Plan, delegation: u128, change: impl FnOnce(&mut Delegation)) {
    plan.delegations.change(of(delegation), change);
}

fn said(badges: &[Badge]) -> Vec<String> {
    let line = |badge: &Badge| {
        let letter = badge.group.as_ref().map_or("-", |group| &group.letter);
        let region = &badge.region.english;
        format!("{} / {} / {region} / {letter} / {:?}", badge.name, badge.organisation, badge.consent)
    };
    badges.iter().map(line).collect()
}

#[test]
fn there_is_one_for_everybody_by_delegation_and_name() {
    let mut plan = plan();
    put(&mut plan, 1, |delegation| {
        (delegation.region, delegation.organisations) = ("Wales".into(), vec!["Welsh Government".into()]);
    });
    change(&mut plan, 11, |delegate| {
        (delegate.organisation, delegate.photo_consent) = ("University".into(), Consent::Refused);
    });
    change(&mut plan, 21, |delegate| delegate.photo_consent = Consent::Given);
    let named = [
        "Bob Low / Welsh Government / Wales / A / Unknown",
        "Zoe Ace / University / Wales / A / Refused",
        "Cid Moss /  /  / B / Given",
    ];
    assert_eq!(said(&badges(&plan, false)), named);
    let blank = " / Welsh Government / Wales / A / Unknown";
    assert_eq!(said(&badges(&plan, true)), [named[0], named[1], blank, blank, named[2], " /  /  / B / Unknown"]);
}

#[test]
fn two_organisations_are_nobodys() {
    let mut plan = plan();
    put(&mut plan, 2, |delegation| delegation.organisations = vec!["One".into(), "Two".into()]);
    assert_eq!(badges(&plan, false)[2].organisation, "");
}

#[test]
fn it_leads_to_ones_own_day() {
    let days: Vec<_> = badges(&plan(), true).into_iter().skip(4).map(|badge| badge.day).collect();
    assert_eq!(days, [Audience::Delegate(DelegateId::from_number(21)), Audience::Delegation(of(2))]);
}

#[test]
fn the_group_is_that_of_the_first_visit() {
    let mut plan = plan();
    // The second record is the earlier visit; Lithuania goes only on the other one.
    plan.visits.put(Visit { start: at(7, 0), ..visit(2) });
    plan.groups.put(Group { letter: "E".into(), delegates: [DelegateId::from_number(11)].into(), ..group(5, 2) });
    let letters: Vec<_> = badges(&plan, false).into_iter().map(|badge| badge.group.unwrap().letter.clone()).collect();
    assert_eq!(letters, ["A", "E", "B"]);
}

#[test]
fn who_lost_the_delegation_has_a_badge_all_the_same() {
    let mut plan = plan();
    plan.delegates.put(person(91, 9, "Stray"));
    let last = badges(&plan, true).pop().unwrap();
    assert_eq!((&*last.name, last.delegation, last.region), ("Stray", None, Text::default()));
}
