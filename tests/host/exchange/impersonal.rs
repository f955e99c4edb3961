//! The plan without personal data.

use crate::plan::build;
use crate::support::arbitrary::plans;
use crate::wire::full::full;
use itinera::{
    checks::{Rule, check},
    exchange::impersonal::impersonal,
    plan::{Delegate, DelegateId, Group, Key, Link, Party, Plan, Session, SessionId, Text},
    wire::{PlanFile, decode, encode},
};
use proptest::prelude::*;

fn file(plan: Plan) -> PlanFile {
    PlanFile { plan, saved: None, lineage: Vec::new() }
}

#[test]
fn nothing_about_anybody_is_left() {
    let whole = full().plan;
    let before = encode(&file(whole.clone()));
    let bare = impersonal(&whole);
    let text = encode(&file(bare.plan.clone()));
    let gone = [
        "Head of delegation",
        "head@example.org",
        "+34 000 000 000",
        "vegetarian",
        "no stairs",
        "Porta Susa",
        "Caselle",
        "the office",
        "The host's chair",
    ];
    for words in gone {
        assert!(before.contains(words), "{words}: no longer in the full plan");
        assert!(!text.contains(words), "{words}");
    }
    assert!(bare.plan.versions.iter().all(|version| version.state.is_none()));
    for words in ["email", "phone", "arrival", "photoConsent", "languages", "guide", "driver", "contact"] {
        let field = format!("\"{words}\":");
        assert!(before.contains(&field), "{words}: no longer in the full plan");
        assert!(!text.contains(&field), "{words}");
    }
}

#[test]
fn heads_groups_and_everything_else_stay() {
    let mut plan = super::guests::plan();
    plan.groups.put(Group { delegates: [DelegateId::from_number(2)].into(), ..build::group(1, 1) });
    plan.sessions.put(Session { speakers: vec![Party::Delegate(DelegateId::from_number(1))], ..build::session(1) });
    let bare = impersonal(&plan).plan;
    for delegation in &plan.delegations {
        assert_eq!(bare.heads_of(delegation.id), plan.heads_of(delegation.id));
    }
    assert_eq!((&bare.groups, &bare.sessions, &bare.delegations), (&plan.groups, &plan.sessions, &plan.delegations));
    assert_eq!(bare.delegates.len(), 2);
    let dangling =
        |plan: &Plan| check(plan, None).iter().filter(|finding| finding.rule == Rule::DanglingReference).count();
    assert_eq!(dangling(&bare), dangling(&plan));
}

#[test]
fn what_lost_something_is_counted() {
    let mut plan = super::guests::plan();
    plan.delegates.put(Delegate { name: String::new(), ..build::delegate(3, 1) });
    let keys = impersonal(&plan).emptied;
    let host = |number| Key::Host(itinera::plan::HostId::from_number(number));
    let delegate = |number| Key::Delegate(DelegateId::from_number(number));
    assert_eq!(keys, [delegate(1), delegate(2), host(1), host(2)]);
    assert_eq!(impersonal(&build::empty()).emptied, []);
}

#[test]
fn words_that_still_name_somebody_are_pointed_at() {
    let mut plan = build::empty();
    plan.delegations.put(build::delegation(1));
    plan.delegates.put(Delegate { name: "Ada Uno".into(), ..build::delegate(1, 1) });
    plan.delegates.put(Delegate { name: "Bo".into(), ..build::delegate(2, 1) });
    let notes =
        ["Lunch with ADA UNO, please", "Adamant unobtrusive Bo", "Write to office@example.net", "@example", "nobody"];
    for (number, notes) in (1..).zip(notes) {
        plan.sessions.put(Session { notes: Text::new("", notes), ..build::session(number) });
    }
    let session = |number| Key::Session(SessionId::from_number(number));
    assert_eq!(impersonal(&plan).mentions, [session(1), session(3)]);
}

#[test]
fn links_to_mail_boxes_go_and_others_stay() {
    let mut plan = build::empty();
    let link = |url: &str| Link { title: "x".into(), url: url.into() };
    let links = vec![link("mailto:ada@example.net"), link("https://example.net/")];
    plan.sessions.put(Session { links, ..build::session(1) });
    let bare = impersonal(&plan).plan;
    assert_eq!(bare.sessions.iter().next().unwrap().links, [link("https://example.net/")]);
}

#[test]
fn it_is_a_plan_of_its_own_and_always_the_same() {
    let plan = super::guests::plan();
    let (one, two) = (impersonal(&plan), impersonal(&plan));
    assert_eq!(one, two);
    assert_ne!(one.plan.id(), plan.id());
}

proptest! {
    #[test]
    fn the_file_of_any_plan_without_personal_data_can_be_read(plan in plans()) {
        let bare = impersonal(&plan).plan;
        let (read, whole) = (decode(encode(&file(bare.clone())).as_bytes()), decode(encode(&file(plan)).as_bytes()));
        prop_assert_eq!(read.is_ok(), whole.is_ok());
        if let Ok(read) = read {
            prop_assert_eq!(&read.plan, &bare);
        }
        prop_assert_eq!(impersonal(&bare).emptied, Vec::new());
    }
}
