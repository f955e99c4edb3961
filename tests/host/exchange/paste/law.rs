//! What holds for every text.

use super::plan;
use itinera::{
    exchange::{
        formula::guarded,
        paste::{Choices, Column, understand, understand_with},
    },
    plan::{Consent, Delegate, DelegateId, DelegationId, Travel},
};
use proptest::prelude::*;

const HEADER: [&str; 15] = [
    "Name",
    "Delegation",
    "Organisation",
    "Role",
    "E-mail",
    "Phone",
    "Diet",
    "Needs",
    "Languages",
    "Arrival",
    "Arrival place",
    "Departure",
    "Departure place",
    "Photo consent",
    "Emergency contact",
];

/// Words with single spaces, of letters and of signs that mean something to a spreadsheet.
fn words(least: usize) -> impl Strategy<Value = String> {
    let word = prop_oneof!["[a-zA-Zàéùßšž0-9]{1,8}", "[\"'=;,@#/+-]{1,3}[a-z\"]{0,3}"];
    proptest::collection::vec(word, least..4).prop_map(|words| words.join(" "))
}

/// Words, in several lines.
fn lines() -> impl Strategy<Value = String> {
    proptest::collection::vec(words(1), 0..3).prop_map(|lines| lines.join("\n"))
}

fn travel() -> impl Strategy<Value = Option<Travel>> {
    let day = chrono::NaiveDate::from_ymd_opt(2017, 1, 1).unwrap().and_time(chrono::NaiveTime::MIN);
    proptest::option::of(
        (0..900_000i64, words(0))
            .prop_map(move |(minutes, place)| Travel { at: day + chrono::TimeDelta::minutes(minutes), place }),
    )
}

/// Delegates of the shipped plan's delegations, named by their place in the list.
fn delegates() -> impl Strategy<Value = Vec<(usize, Delegate)>> {
    let texts = (words(1), words(0), words(0), words(0), lines(), lines(), lines());
    let languages = proptest::collection::vec("[a-zà]{1,8}( [a-z]{1,5})?", 0..3);
    let email = prop_oneof!["", "[a-z.]{1,8}@[a-z]{1,8}\\.[a-z]{2}"];
    let consent = prop_oneof![Just(Consent::Unknown), Just(Consent::Given), Just(Consent::Refused)];
    let delegate = (0..5usize, texts, languages, email, travel(), travel(), consent).prop_map(
        |(delegation, texts, languages, email, arrival, departure, photo_consent)| {
            let (name, organisation, role, phone, diet, needs, emergency) = texts;
            let blank = Delegate::unknown(DelegateId::from_number(0), DelegationId::from_number(0));
            let person = Delegate { name, organisation, role, email, phone, diet, needs, languages, ..blank };
            (delegation, Delegate { arrival, departure, photo_consent, emergency, ..person })
        },
    );
    proptest::collection::vec(delegate, 0..6)
}

/// A cell as Excel copies it, marked where it is no formula.
fn cell(text: &str) -> String {
    let text = &*guarded(text);
    if text.contains(['\t', '\n', '"']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.to_string() }
}

fn row(delegation: &str, delegate: &Delegate) -> String {
    let moment = |travel: &Option<Travel>| {
        travel.as_ref().map(|travel| travel.at.format("%d/%m/%Y %H:%M").to_string()).unwrap_or_default()
    };
    let place = |travel: &Option<Travel>| travel.as_ref().map(|travel| travel.place.clone()).unwrap_or_default();
    let consent = match delegate.photo_consent {
        Consent::Unknown => "",
        Consent::Given => "yes",
        Consent::Refused => "no",
    };
    let cells = [
        &delegate.name,
        delegation,
        &delegate.organisation,
        &delegate.role,
        &delegate.email,
        &delegate.phone,
        &delegate.diet,
        &delegate.needs,
        &delegate.languages.join(", "),
        &moment(&delegate.arrival),
        &place(&delegate.arrival),
        &moment(&delegate.departure),
        &place(&delegate.departure),
        consent,
        &delegate.emergency,
    ];
    cells.map(cell).join("\t")
}

proptest! {
    #[test]
    fn any_text_is_understood_somehow(text in any::<String>(), header in any::<Option<bool>>(), index in 0..4usize, meaning in 0..20usize) {
        let plan = plan();
        let _ = understand(&plan, &text);
        let choices = Choices { header, columns: vec![(index, Column::ALL[meaning])], ..Choices::default() };
        let _ = understand_with(&plan, &text, &choices);
    }

    #[test]
    fn any_table_is_understood_somehow(text in "([a-z@0-9 :./;,\"+-]{0,9}[\t\n\"\r;,]){0,40}", meanings in proptest::collection::vec(0..20usize, 0..5)) {
        let plan = plan();
        let columns = meanings.into_iter().enumerate().map(|(index, meaning)| (index, Column::ALL[meaning])).collect();
        let understood = understand_with(&plan, &text, &Choices { columns, ..Choices::default() });
        for row in &understood.rows {
            prop_assert!(row.group < understood.groups.len());
            prop_assert!(row.cells.len() <= understood.columns.len());
            prop_assert!(row.problems.iter().all(|problem| problem.column < understood.columns.len().max(1)));
        }
        let counted: usize = understood.groups.iter().map(|group| group.rows).sum();
        prop_assert_eq!(counted, understood.rows.len());
    }

    #[test]
    fn delegates_written_as_a_table_are_understood_again(delegates in delegates(), end in prop_oneof!["\n", "\r\n"], italian: bool) {
        let plan = plan();
        let delegations: Vec<_> = plan.delegations.iter().collect();
        let mut text = HEADER.join("\t");
        for (delegation, delegate) in &delegates {
            let name = &delegations[*delegation].name;
            text.push_str(&end);
            text.push_str(&row(if italian { &name.italian } else { &name.english }, delegate));
        }
        text.push_str(&end);
        let understood = understand(&plan, &text);
        prop_assert!(understood.has_header);
        prop_assert_eq!(understood.rows.len(), delegates.len());
        for (row, (delegation, delegate)) in understood.rows.iter().zip(&delegates) {
            prop_assert_eq!(&row.delegate, delegate);
            prop_assert_eq!(&row.problems, &[]);
            let destination = itinera::exchange::paste::Destination::Delegation(delegations[*delegation].id);
            prop_assert_eq!(understood.groups[row.group].destination, destination);
        }
    }
}
