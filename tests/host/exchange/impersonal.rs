//! The plan without personal data.

use crate::plan::build;
use crate::support::arbitrary::plans;
use crate::wire::full::full;
use itinera::{
    checks::{Rule, check},
    exchange::impersonal::impersonal,
    plan::{
        Coach, CoachId, Contact, Delegate, DelegateId, Group, Key, Link, Party, Plan, Room, Session, SessionId, Text,
    },
    wire::{PlanFile, decode, encode},
};
use proptest::prelude::*;
use serde_json::Value;

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
        "ZZ 000 ZZ",
    ];
    for words in gone {
        assert!(before.contains(words), "{words}: no longer in the full plan");
        assert!(!text.contains(words), "{words}");
    }
    assert!(bare.plan.versions.iter().all(|version| version.state.is_none()));
    for words in ["email", "phone", "arrival", "photoConsent", "languages", "guide", "driver", "contact", "plate"] {
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

/// Where the texts of a value stand.
fn texts(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::String(_) => found.push(at.to_string()),
        Value::Array(values) => {
            values.iter().enumerate().for_each(|(index, value)| texts(value, &format!("{at}/{index}"), found));
        }
        Value::Object(fields) => {
            fields.iter().for_each(|(name, value)| texts(value, &format!("{at}/{name}"), found));
        }
        _ => {}
    }
}

#[test]
fn a_name_in_any_field_of_the_plan_is_taken_out_or_pointed_at() {
    const NAME: &str = "Zenobia Planted";
    let mut plan = full().plan;
    let delegate = plan.delegates.iter().next().unwrap().id;
    plan.delegates.change(delegate, |delegate| delegate.name = NAME.into());
    let file: Value = serde_json::from_str(&encode(&self::file(plan))).unwrap();
    let (mut places, mut free) = (Vec::new(), Vec::new());
    texts(&file["plan"], "/plan", &mut places);
    for place in places {
        let mut file = file.clone();
        *file.pointer_mut(&place).unwrap() = NAME.into();
        // Identities, times and choices take no other text.
        let Ok(read) = decode(file.to_string().as_bytes()) else { continue };
        let bare = impersonal(&read.plan);
        let left = encode(&self::file(bare.plan)).contains(NAME);
        assert_eq!(left, !bare.mentions.is_empty(), "{place}");
        free.push(place);
    }
    for place in
        ["rooms/0/name/en", "coaches/0/name", "coaches/0/plate", "delegations/0/organisations/0", "topics/0/name/it"]
    {
        assert!(free.contains(&format!("/plan/{place}")), "{place} of {free:?}");
    }
}

#[test]
fn a_coach_that_is_called_like_its_driver_is_pointed_at_and_loses_its_plate() {
    let mut plan = build::empty();
    let driver = Contact { name: "Ada Uno".into(), ..Contact::default() };
    let coach = |number, name: &str, driver| Coach {
        name: name.into(),
        plate: "AA 000 AA".into(),
        driver,
        ..plan.new_coach(CoachId::from_number(number), build::visit(1).id, "")
    };
    let coaches = [coach(1, "Coach of Ada Uno", driver), coach(2, "Coach 2", Contact::default())];
    plan.coaches = coaches.into_iter().collect();
    plan.rooms.put(Room { name: Text::new("", "Sala Ada Uno"), ..build::room(1, 1) });
    let bare = impersonal(&plan);
    let coach = |number| Key::Coach(CoachId::from_number(number));
    assert_eq!(bare.emptied, [coach(1), coach(2)]);
    assert!(bare.plan.coaches.iter().all(|coach| coach.plate.is_empty()));
    assert_eq!(bare.mentions, [Key::Room(build::room(1, 1).id), coach(1)]);
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
