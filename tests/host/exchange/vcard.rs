//! Contact cards.

use crate::plan::build::{coach, delegate, delegation, empty, group, host, venue, visit};
use crate::support::arbitrary::plans;
use itinera::exchange::vcard::{Format, Role, cards, counts, is_head, write};
use itinera::i18n::{Language, Words};
use itinera::plan::{Coach, Contact, Delegate, Group, Host, Plan, Stamp, Venue};
use proptest::prelude::*;

const ENGLISH: Words = Words::new(Language::English);
const ITALIAN: Words = Words::new(Language::Italian);

fn stamp() -> Stamp {
    "2017-11-20T08:15:00Z".parse().unwrap()
}

fn contact(name: &str, phone: &str, email: &str) -> Contact {
    Contact { name: name.into(), phone: phone.into(), email: email.into() }
}

/// One of each role.
pub fn plan() -> Plan {
    let mut plan = empty();
    plan.delegations.put(delegation(1));
    plan.delegates.put(delegate(1, 1));
    plan.delegates.put(Delegate {
        name: "Eñaut; Test, Jr".into(),
        organisation: "Innobasque".into(),
        role: "Head of delegation".into(),
        email: "head@example.org".into(),
        phone: "+34 000".into(),
        ..delegate(2, 1)
    });
    plan.venues.put(Venue { address: "via Pianezza 36, Collegno".into(), ..venue(1, Some((45_070_339, 7_686_864))) });
    plan.hosts.put(Host { contact: contact("Reception", "+39 011 000", "desk@example.org"), ..host(1, Some(1)) });
    plan.hosts.put(Host { contact: Contact::default(), ..host(2, None) });
    plan.visits.put(visit(1));
    plan.coaches.put(Coach { driver: contact("", "+39 333 000", ""), ..coach(1, 1) });
    plan.coaches.put(coach(2, 1));
    plan.groups.put(Group { guide: contact("Guide Test", "", ""), ..group(1, 1) });
    plan
}

/// Names in letters of all sorts, and one that would like to be lines of its own.
pub const NAMES: [&str; 6] = [
    "Žydrūnė Ąžuolaitė-Šležė; ūkė",
    "Eñaut Ibañez Goñi, Ürümea",
    "Siân Llŷr ap Gwŷn, Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
    "👩🏽‍🏭 Ana 🇱🇹",
    "שרה לוי — عمر",
    "Eve\r\nTEL:666\r\nEND:VCARD\r\nBEGIN:VCARD\nFN:Mallory\u{2028}X:\\n",
];

/// A company for each of the names, which its contact has too.
pub fn crowd() -> Plan {
    let mut plan = plan();
    for (number, name) in (10..).zip(NAMES) {
        plan.venues.put(Venue { address: name.into(), ..venue(number, None) });
        let phone = name.replace('\\', "");
        plan.hosts.put(Host { name: name.into(), contact: contact(name, &phone, name), ..host(number, Some(number)) });
    }
    plan
}

#[test]
fn whoever_can_be_called_has_a_card() {
    let cards = cards(&plan(), ENGLISH);
    let said: Vec<_> = cards.iter().map(|card| (card.role, &*card.name, &*card.title)).collect();
    assert_eq!(
        said,
        [
            (Role::HeadOfDelegation, "Eñaut; Test, Jr", "Head of delegation, Delegation 1"),
            (Role::Host, "Reception", "Contact at Host 1"),
            // Who has no name is called by what he is.
            (Role::Driver, "Driver of Coach 1", "Driver of Coach 1"),
            (Role::Guide, "Guide Test", "Guide of Group A"),
        ]
    );
    assert_eq!(counts(&plan()), Role::ALL.map(|role| (role, 1)));
    assert_eq!(counts(&empty()), Role::ALL.map(|role| (role, 0)));
}

#[test]
fn a_head_is_who_is_called_so() {
    let check = |role: &str, expect: bool| {
        assert_eq!(is_head(&Delegate { role: role.into(), ..delegate(1, 1) }), expect, "{role}")
    };
    for role in [
        "Head of delegation",
        "head of the Basque delegation",
        "Delegation leader",
        "Capo delegazione",
        "capodelegazione",
        "Responsabile della delegazione",
    ] {
        check(role, true);
    }
    for role in
        ["", "Head of unit", "Delegation", "Project leader", "Secretary of the delegation", "headline delegation"]
    {
        check(role, false);
    }
}

#[test]
fn a_card_of_the_older_format() {
    let text = write(&cards(&plan(), ENGLISH)[..2], Format::V3, ENGLISH, stamp());
    let expect = "BEGIN:VCARD\r\nVERSION:3.0\r\nPRODID:-//Itinera//Itinera//EN\r\nUID:urn:uuid:00000000-0000-0000-0000-000000000002\r\n\
        FN:Eñaut\\; Test\\, Jr\r\nN:Eñaut\\; Test\\, Jr;;;;\r\nORG:Innobasque\r\nTITLE:Head of delegation\\, Delegation 1\r\n\
        TEL;TYPE=work,voice:+34 000\r\nEMAIL;TYPE=internet:head@example.org\r\nCATEGORIES:Head of delegation\r\n\
        REV:2017-11-20T08:15:00Z\r\nEND:VCARD\r\n\
        BEGIN:VCARD\r\nVERSION:3.0\r\nPRODID:-//Itinera//Itinera//EN\r\nUID:urn:uuid:00000000-0000-0000-0000-000000000001\r\n\
        FN:Reception\r\nN:Reception;;;;\r\nORG:Host 1\r\nTITLE:Contact at Host 1\r\nTEL;TYPE=work,voice:+39 011 000\r\n\
        EMAIL;TYPE=internet:desk@example.org\r\nADR;TYPE=work:;;via Pianezza 36\\, Collegno;;;;\r\nGEO:45.070339;7.686864\r\n\
        CATEGORIES:Host\r\nREV:2017-11-20T08:15:00Z\r\nEND:VCARD\r\n";
    assert_eq!(text, expect);
}

#[test]
fn a_card_of_the_newer_format() {
    let cards = cards(&plan(), ITALIAN);
    let text = write(&cards[1..3], Format::V4, ITALIAN, stamp());
    let expect = "BEGIN:VCARD\r\nVERSION:4.0\r\nPRODID:-//Itinera//Itinera//EN\r\nUID:urn:uuid:00000000-0000-0000-0000-000000000001\r\n\
        FN:Reception\r\nN:Reception;;;;\r\nORG:Host 1\r\nTITLE:Referente di Host 1\r\nTEL;TYPE=work,voice:+39 011 000\r\n\
        EMAIL;TYPE=work:desk@example.org\r\nADR;TYPE=work:;;via Pianezza 36\\, Collegno;;;;\r\nGEO:geo:45.070339,7.686864\r\n\
        CATEGORIES:Azienda ospitante\r\nREV:20171120T081500Z\r\nEND:VCARD\r\n\
        BEGIN:VCARD\r\nVERSION:4.0\r\nPRODID:-//Itinera//Itinera//EN\r\nUID:urn:uuid:00000000-0000-0000-0000-000000000001\r\n\
        FN:Autista di Coach 1\r\nN:Autista di Coach 1;;;;\r\nTITLE:Autista di Coach 1\r\nTEL;TYPE=work,voice:+39 333 000\r\n\
        CATEGORIES:Autista\r\nREV:20171120T081500Z\r\nEND:VCARD\r\n";
    assert_eq!(text, expect);
}

#[test]
fn a_semicolon_stands_for_itself_where_a_value_has_no_parts() {
    let head = &cards(&plan(), ENGLISH)[..1];
    let text = write(head, Format::V4, ENGLISH, stamp());
    assert!(text.contains("\r\nFN:Eñaut; Test\\, Jr\r\nN:Eñaut\\; Test\\, Jr;;;;\r\n"), "{text}");
}

#[test]
fn nothing_private_stands_on_a_card() {
    let mut plan = plan();
    plan.delegates.change(itinera::plan::DelegateId::from_number(2), |delegate| {
        delegate.diet = "vegan".into();
        delegate.needs = "no stairs".into();
        delegate.emergency = "the office".into();
    });
    let text = write(&cards(&plan, ENGLISH), Format::V4, ENGLISH, stamp());
    for private in ["vegan", "stairs", "office"] {
        assert!(!text.contains(private), "{private}");
    }
}

#[test]
fn no_name_begins_a_line() {
    let evil = "x\r\nBEGIN:VCARD\nEMAIL:evil@example.org\u{2028}END:VCARD\rX:1";
    let mut plan = plan();
    plan.hosts.put(Host { name: evil.into(), contact: contact(evil, evil, evil), ..host(1, Some(1)) });
    plan.venues.put(Venue { address: evil.into(), ..venue(1, None) });
    for format in [Format::V3, Format::V4] {
        let text = write(&cards(&plan, ENGLISH), format, ENGLISH, stamp());
        assert_eq!(text.matches("\r\nBEGIN:VCARD").count(), 3);
        assert!(text.split("\r\n").all(|line| line.len() <= 75 && !line.contains(['\r', '\n'])));
    }
}

proptest! {
    #[test]
    fn the_count_is_that_of_the_cards(plan in plans()) {
        let counted: usize = counts(&plan).iter().map(|(_, count)| count).sum();
        for format in [Format::V3, Format::V4] {
            let text = write(&cards(&plan, ITALIAN), format, ITALIAN, stamp());
            prop_assert_eq!(text.matches("BEGIN:VCARD\r\n").count(), counted);
            prop_assert_eq!(text.matches("\r\nFN:").count(), counted);
        }
    }
}
