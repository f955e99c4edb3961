//! Whom to tell, and by which links.

use super::{A, at_stop, day, late, on_session};
use crate::plan::build::{delegate, delegation};
use itinera::agenda::late::{Told, Who, language_of, mail_link};
use itinera::i18n::Language::{self, English, Italian};
use itinera::plan::{CoachId, Contact, Delegate, DelegationId, GroupId, HostId, Party, Plan, SessionId};

fn contact(name: &str) -> Contact {
    Contact { name: name.into(), phone: "+39 011 000".into(), email: "desk@example.org".into() }
}

fn reachable() -> Plan {
    let mut plan = day();
    plan.coaches.change(CoachId::from_number(1), |coach| coach.driver = contact("The driver"));
    plan.hosts.change(HostId::from_number(1), |host| host.contact = Contact::default());
    plan.hosts.change(HostId::from_number(2), |host| host.contact = contact("Reception"));
    plan.groups.change(GroupId::from_number(1), |group| group.guide = contact("The guide"));
    plan.delegates.put(Delegate { phone: "+34 000".into(), ..delegate(1, 1) });
    plan.delegates.put(delegate(2, 1));
    plan
}

fn whom(told: &[Told]) -> Vec<(Who, usize, usize)> {
    told.iter().map(|one| (one.who.clone(), one.reach.len(), one.changes.len())).collect()
}

#[test]
fn a_late_group_tells_its_driver_the_hosts_the_guide_and_its_people() {
    let told = late(&reachable(), at_stop(1, A), 20, &[]).told;
    assert_eq!(
        whom(&told),
        [
            (Who::Driver(CoachId::from_number(1)), 1, 2),
            (Who::Host(HostId::from_number(1)), 0, 1),
            (Who::Host(HostId::from_number(2)), 1, 1),
            (Who::Guide(GroupId::from_number(1)), 1, 4),
            (Who::Delegation(DelegationId::from_number(1)), 1, 4),
        ]
    );
}

#[test]
fn people_with_a_role_are_told_and_delegations_once() {
    let mut plan = reachable();
    let id = DelegationId::from_number(2);
    plan.sessions.change(SessionId::from_number(3), |session| {
        session.chair = vec![Party::Named("The mayor".into()), Party::Delegation(id)];
    });
    let told = late(&plan, on_session(1), 20, &[]).told;
    let roles: Vec<_> = told.iter().filter(|one| matches!(one.who, Who::Role(_))).collect();
    assert_eq!(roles.len(), 1);
    assert_eq!(roles[0].changes.len(), 1);
    assert_eq!(told.iter().filter(|one| one.who == Who::Delegation(id)).count(), 1);
}

/// In which language somebody is told when group A is late.
fn language(plan: &Plan, who: &Who) -> Option<Language> {
    let told = late(plan, at_stop(1, A), 20, &[]).told;
    language_of(plan, told.iter().find(|one| one.who == *who).expect("is told"))
}

#[test]
fn hosts_and_drivers_in_italy_read_italian() {
    let mut plan = reachable();
    let (driver, host) = (Who::Driver(CoachId::from_number(1)), Who::Host(HostId::from_number(1)));
    for (zone, phone, expected) in [
        ("Europe/Rome", "", Italian),
        ("Europe/Rome", "011 000", Italian),
        ("Europe/Rome", "+33 4 000", English),
        ("Europe/Paris", "", English),
        ("Europe/Paris", "0039 011 000", Italian),
    ] {
        std::sync::Arc::make_mut(&mut plan.meeting).zone = zone.into();
        plan.coaches.change(CoachId::from_number(1), |coach| {
            coach.driver = Contact { phone: phone.into(), ..contact("The driver") };
        });
        assert_eq!(language(&plan, &driver), Some(expected), "{zone} {phone}");
    }
    assert_eq!(language(&plan, &host), Some(English), "nobody knows its telephone");
}

#[test]
fn delegations_read_what_they_speak_else_the_language_of_their_group_or_country() {
    let mut plan = reachable();
    let (delegates, guide) = (Who::Delegation(DelegationId::from_number(1)), Who::Guide(GroupId::from_number(1)));
    assert_eq!(language(&plan, &delegates), None);
    plan.delegations.put(itinera::plan::Delegation { country: "it".into(), ..delegation(1) });
    assert_eq!(language(&plan, &delegates), Some(Italian));
    plan.delegations.put(itinera::plan::Delegation { country: "ES".into(), ..delegation(1) });
    assert_eq!(language(&plan, &delegates), Some(English));
    plan.groups.change(GroupId::from_number(1), |group| group.language = "it-CH".into());
    assert_eq!(language(&plan, &delegates), Some(Italian));
    assert_eq!(language(&plan, &guide), Some(Italian));
    for (languages, expected) in [
        (vec!["Italiano", "English"], Italian),
        (vec!["Basque", " inglese"], English),
        (vec!["en"], English),
        (vec!["basque"], Italian),
    ] {
        let languages = languages.into_iter().map(String::from).collect();
        plan.delegates.put(Delegate { languages, ..delegate(2, 1) });
        assert_eq!(language(&plan, &delegates), Some(expected));
    }
    plan.delegates.put(Delegate { languages: vec!["English".into()], ..delegate(2, 1) });
    plan.groups.change(GroupId::from_number(1), |group| group.language = "eu".into());
    assert_eq!(language(&plan, &guide), Some(English));
}

#[test]
fn a_message_opens_with_safe_addresses_subject_and_lines() {
    let link = |addresses: &[&str]| mail_link(addresses, "Late & more", "One\nTwo?");
    assert_eq!(
        link(&[" desk@example.org ", "a+b@example.org"]).unwrap(),
        "mailto:desk@example.org,a%2Bb@example.org?subject=Late%20%26%20more&body=One%0D%0ATwo%3F"
    );
    for bad in [
        "",
        "nobody",
        "@example.org",
        "a@b",
        "a@example.org?cc=b@example.org",
        "a b@example.org",
        "javascript:alert(1)@x.y",
    ] {
        assert_eq!(link(&[bad]), None, "{bad}");
    }
    assert!(link(&["nobody", "desk@example.org"]).unwrap().starts_with("mailto:desk@example.org?"));
}
