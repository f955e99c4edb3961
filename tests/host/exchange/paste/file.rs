//! Delegates out as a file of comma-separated values and in again.

use super::{delegation, plan};
use crate::plan::build;
use itinera::{
    exchange::{
        csv::{self, Delimiter},
        paste::{Choices, Column, Destination, Fault, Understood, enrol, understand_rows},
        tables::{Subject, table},
    },
    i18n::{Language, Words},
    plan::{Consent, Delegate, DelegateId, DelegationId, Edit, Plan, Table, Text, Travel, apply},
    wire::LONGEST_TEXT,
};
use proptest::prelude::*;
use std::cell::Cell;

thread_local! {
    static NEXT: Cell<u128> = const { Cell::new(0) };
}

fn next() -> u128 {
    NEXT.set(NEXT.get() + 1);
    NEXT.get()
}

fn read(plan: &Plan, text: &str) -> Understood {
    let sheet = csv::read(text.as_bytes()).unwrap();
    understand_rows(plan, &sheet.rows, &Choices::default())
}

/// The delegates of a plan, without their identities.
fn people(plan: &Plan) -> Vec<Delegate> {
    let nobody = DelegateId::from_number(0);
    let mut people: Vec<_> =
        plan.delegates.iter().map(|person| Delegate { id: nobody, ..(**person).clone() }).collect();
    people.sort_by(|one, two| format!("{one:?}").cmp(&format!("{two:?}")));
    people
}

/// The plan without its people, to which the file of its people is added, all of them.
fn out_and_in(plan: &Plan, language: Language, delimiter: Delimiter) -> Plan {
    let text = csv::write(&table(plan, &[], Subject::Delegates, Words::new(language)), delimiter, true);
    let empty = Plan { delegates: Table::default(), ..plan.clone() };
    let understood = read(&empty, &text);
    for problem in understood.rows.iter().flat_map(|row| &row.problems) {
        assert!(matches!(problem.fault, Fault::NoName | Fault::Nobody), "{problem:?}, {text}");
    }
    let edit =
        enrol(&empty, &understood, &|_| true, || DelegationId::from_number(next()), || DelegateId::from_number(next()));
    edit.map_or_else(|| empty.clone(), |edit| apply(&empty, &edit).unwrap())
}

/// The shipped plan with people in it of whom everything is known, in letters from everywhere.
fn peopled() -> Plan {
    let mut plan = plan();
    let texts =
        ["Žydrūnas Ąžuolas", "Iñaki Etxeberría-Ñ", "Siân Llŷr", "=cmd|' /C calc'!A0", "שרה 👩🏽‍🔬", "'s-Gravenzande"];
    for (number, (name, delegation)) in (10..).zip(texts.iter().zip(plan.delegations.clone().iter().cycle())) {
        plan.delegates.put(Delegate {
            id: DelegateId::from_number(number),
            delegation: delegation.id,
            name: (*name).into(),
            organisation: "Office, \"Unit 3\"; floor 2".into(),
            role: "-".into(),
            email: format!("{number}@example.net"),
            phone: format!("+39 011 {number}"),
            diet: "no nuts\r\nno fish".into(),
            needs: "a  b\tc".into(),
            languages: vec!["Cymraeg".into(), "English".into()],
            arrival: Some(Travel { at: build::at(8, 5), place: "Caselle, AZ 21 at 9".into() }),
            departure: Some(Travel { at: build::at(23, 59), place: String::new() }),
            photo_consent: Consent::Given,
            emergency: "@home: +34 1".into(),
        });
    }
    plan
}

#[test]
fn every_header_is_known_again_in_every_language() {
    for language in Language::ALL {
        let table = table(&plan(), &[], Subject::Delegates, Words::new(language));
        let understood = read(&plan(), &csv::write(&table, Delimiter::Comma, false));
        let expected = [
            Column::Name,
            Column::Delegation,
            Column::Organisation,
            Column::Role,
            Column::Email,
            Column::Phone,
            Column::Diet,
            Column::Needs,
            Column::Languages,
            Column::Arrival,
            Column::ArrivalTime,
            Column::ArrivalPlace,
            Column::Departure,
            Column::DepartureTime,
            Column::DeparturePlace,
            Column::PhotoConsent,
            Column::Emergency,
        ];
        assert_eq!((understood.columns.as_slice(), understood.has_header), (expected.as_slice(), true), "{language:?}");
    }
}

#[test]
fn the_same_people_come_back() {
    let plan = peopled();
    for language in Language::ALL {
        for delimiter in Delimiter::ALL {
            assert_eq!(people(&out_and_in(&plan, language, delimiter)), people(&plan), "{language:?}, {delimiter:?}");
        }
    }
}

fn is_somebody(delegate: &Delegate) -> bool {
    let Delegate { id, delegation, organisation, .. } = delegate;
    *delegate != Delegate { organisation: organisation.clone(), ..Delegate::unknown(*id, *delegation) }
}

#[test]
fn people_without_a_name_and_namesakes_come_back_without_anything_ticked() {
    let mut plan = plan();
    let home = delegation(&plan, "Wales");
    let whole = |number, name: &str, diet: &str, email: &str| {
        let blank = Delegate::unknown(DelegateId::from_number(number), home);
        Delegate { name: name.into(), diet: diet.into(), email: email.into(), ..blank }
    };
    plan.delegates = [
        whole(1, "", "vegan", ""),
        whole(2, "", "vegan", ""),
        Delegate { arrival: Some(Travel { at: build::at(8, 5), place: String::new() }), ..whole(3, "", "", "") },
        whole(4, "Ada Uno", "", "ada@example.net"),
        whole(5, "Ada Uno", "", "uno@example.net"),
    ]
    .into_iter()
    .collect();
    let text =
        csv::write(&table(&plan, &[], Subject::Delegates, Words::new(Language::Italian)), Delimiter::Comma, true);
    let empty = Plan { delegates: Table::default(), ..plan.clone() };
    let ids = (|| DelegationId::from_number(next()), || DelegateId::from_number(next()));
    let edit = enrol(&empty, &read(&empty, &text), &itinera::exchange::paste::Row::is_usual, ids.0, ids.1);
    assert_eq!(people(&apply(&empty, &edit.unwrap()).unwrap()), people(&plan));
    // Where they are already, nobody is new.
    assert!(read(&plan, &text).rows.iter().all(|row| !row.is_usual()));
}

#[test]
fn people_who_are_there_are_found_as_duplicates() {
    let plan = peopled();
    let text =
        csv::write(&table(&plan, &[], Subject::Delegates, Words::new(Language::English)), Delimiter::Comma, false);
    let understood = read(&plan, &text);
    assert_eq!(understood.rows.iter().filter(|row| row.twin.is_none()).count(), 0);
}

#[test]
fn a_delegation_is_known_by_its_very_name_before_anything_like_it() {
    let mut plan = build::empty();
    for (number, name) in [(1, "Region Wales"), (2, "Wales"), (3, "wales")] {
        plan.delegations.put(itinera::plan::Delegation {
            name: Text::new(name, format!("{name} it")),
            ..build::delegation(number)
        });
    }
    for (said, number) in
        [("Wales", 2), ("Region Wales", 1), ("wales", 3), ("wales it", 3), (" Wales ", 2), ("WALES", 1)]
    {
        let understood = read(&plan, &format!("Name,Delegation\nAda,{said}\n"));
        assert_eq!(
            understood.groups[0].destination,
            Destination::Delegation(DelegationId::from_number(number)),
            "{said}"
        );
    }
}

#[test]
fn what_is_wrong_is_said_by_row_and_column() {
    let long = "x".repeat(LONGEST_TEXT + 1);
    let text = format!(
        "Name,Delegation,E-mail,Diet,Arrival\n\
         Ada,Wales,nobody,,soon\n\
         \n\
         ,Wales,,,\n\
         Bea,Wales,bea@example.net,{long},21/11/2017 8:00,more,\n\
         Cia,Wales\n"
    );
    let understood = read(&plan(), &text);
    let problems: Vec<(usize, usize, Fault)> = understood
        .rows
        .iter()
        .flat_map(|row| row.problems.iter().map(|problem| (row.number, problem.column, problem.fault)))
        .collect();
    let expected = [
        (2, 2, Fault::NotEmail),
        (2, 4, Fault::NoDate),
        (4, 0, Fault::Nobody),
        (5, 3, Fault::TooLong),
        (5, 5, Fault::Surplus),
    ];
    assert_eq!(problems, expected);
    assert_eq!(understood.rows[2].delegate.diet, "");
    assert_eq!(understood.rows[3].delegate.name, "Cia");
    assert_eq!(understood.columns.len(), 7);
}

#[test]
fn what_columns_mean_can_be_corrected() {
    let sheet = csv::read(b"Who;Where from\nAda Uno;Wales\n").unwrap();
    let choices =
        Choices { header: Some(true), columns: vec![(0, Column::Name), (1, Column::Delegation)], ..Choices::default() };
    let understood = understand_rows(&plan(), &sheet.rows, &choices);
    assert_eq!(understood.rows[0].delegate.name, "Ada Uno");
    assert_eq!(understood.groups[0].destination, Destination::Delegation(delegation(&plan(), "Wales")));
}

#[test]
fn thousands_of_people_are_added_at_once() {
    let mut text = String::from("Name,Delegation\n");
    for number in 0..2000 {
        text.push_str(&format!("Person {number},Wales\n"));
    }
    let plan = plan();
    let edit = enrol(
        &plan,
        &read(&plan, &text),
        &|_| true,
        || DelegationId::from_number(next()),
        || DelegateId::from_number(next()),
    );
    let Some(Edit::Enrol { delegates, .. }) = edit else { panic!() };
    assert_eq!(delegates.len(), 2000);
}

/// Words as forms keep them: without blanks around.
fn words() -> impl Strategy<Value = String> {
    prop_oneof!["[a-zà;,\"'=+@\t-]{0,8}", "[^\\pC]{0,8}"].prop_map(|text| text.trim().to_string())
}

/// Words in several lines.
fn lines() -> impl Strategy<Value = String> {
    (words(), prop_oneof!["\n", "\r\n", " "], words())
        .prop_map(|(one, end, two)| (one + &end + &two).trim().to_string())
}

fn travel() -> impl Strategy<Value = Option<Travel>> {
    proptest::option::of(
        (0..2_000_000i64, words())
            .prop_map(|(minutes, place)| Travel { at: build::at(0, 0) + chrono::TimeDelta::minutes(minutes), place }),
    )
}

fn delegate() -> impl Strategy<Value = Delegate> {
    let texts = (words(), words(), words(), words(), lines(), lines(), lines());
    let email = prop_oneof!["", "[a-z.]{1,8}@[a-z]{1,8}\\.[a-z]{2}"];
    let languages = proptest::collection::vec("[a-zà]{1,8}( [a-z]{1,5})?", 0..3);
    let consent = prop_oneof![Just(Consent::Unknown), Just(Consent::Given), Just(Consent::Refused)];
    (0..5usize, texts, languages, email, travel(), travel(), consent).prop_map(
        |(place, texts, languages, email, arrival, departure, photo_consent)| {
            let (name, organisation, role, phone, diet, needs, emergency) = texts;
            let plan = plan();
            let delegation = plan.delegations.iter().nth(place).unwrap().id;
            let blank = Delegate::unknown(DelegateId::from_number(next()), delegation);
            let known = Delegate { name, organisation, role, email, phone, diet, needs, languages, ..blank };
            Delegate { arrival, departure, photo_consent, emergency, ..known }
        },
    )
}

proptest! {
    #[test]
    fn any_people_come_back(delegates in proptest::collection::vec(delegate(), 0..6), language in 0..2usize, delimiter in 0..3usize) {
        let mut plan = plan();
        plan.delegates = delegates.into_iter().collect();
        let back = out_and_in(&plan, Language::ALL[language], Delimiter::ALL[delimiter]);
        // Of whom nothing is known but where they belong, is nobody yet.
        plan.delegates = plan.delegates.iter().filter(|one| is_somebody(one)).map(|one| (**one).clone()).collect();
        prop_assert_eq!(people(&back), people(&plan));
    }

    #[test]
    fn any_file_is_understood_somehow(bytes in "([a-z@0-9 :./;,\"+-]{0,9}[\t\n\"\r;,]){0,40}") {
        let plan = plan();
        if let Ok(sheet) = csv::read(bytes.as_bytes()) {
            let understood = understand_rows(&plan, &sheet.rows, &Choices::default());
            for row in &understood.rows {
                prop_assert!(row.group < understood.groups.len());
                prop_assert!(row.cells.len() <= understood.columns.len());
                prop_assert!(row.problems.iter().all(|problem| problem.column < understood.columns.len().max(1)));
            }
        }
    }
}
