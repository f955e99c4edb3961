//! What rows say about people.

use super::{delegation, plan, read};
use itinera::{
    exchange::paste::{Choices, Destination, Fault, Twin, understand, understand_with},
    plan::Consent,
};

#[test]
fn a_row_fills_in_a_delegate() {
    let understood = read(
        "Nome\tCognome\tDelegazione\tEnte\tRuolo\tE-mail\tTelefono\tDieta\tEsigenze\tLingue\tConsenso foto\tEmergenza\n\
         Ada\tUno\tGalles\tWelsh Government\tCapo delegazione\tAda Uno <ada.uno@example.net>\t+44 29 5550 0100\t\
         vegana\t\"gradini\nno\"\tinglese, gallese; italiano\tSì\tBea Due +44 29 5550 0101",
    );
    let row = &understood.rows[0];
    let delegate = &row.delegate;
    assert_eq!(delegate.name, "Ada Uno");
    assert_eq!((&*delegate.organisation, &*delegate.role), ("Welsh Government", "Capo delegazione"));
    assert_eq!((&*delegate.email, &*delegate.phone), ("ada.uno@example.net", "+44 29 5550 0100"));
    assert_eq!((&*delegate.diet, &*delegate.needs), ("vegana", "gradini\nno"));
    assert_eq!(delegate.languages, ["inglese", "gallese", "italiano"]);
    assert_eq!(delegate.photo_consent, Consent::Given);
    assert_eq!(delegate.emergency, "Bea Due +44 29 5550 0101");
    assert_eq!((row.problems.len(), row.twin), (0, None));
    assert_eq!(understood.groups[0].destination, Destination::Delegation(delegation(&plan(), "Wales")));
}

#[test]
fn consent_is_yes_no_or_not_said() {
    for (cell, expected) in [
        ("yes", Some(Consent::Given)),
        ("Y", Some(Consent::Given)),
        ("sì", Some(Consent::Given)),
        ("SI", Some(Consent::Given)),
        ("x", Some(Consent::Given)),
        ("✓", Some(Consent::Given)),
        ("No.", Some(Consent::Refused)),
        ("", Some(Consent::Unknown)),
        ("?", Some(Consent::Unknown)),
        ("n/a", Some(Consent::Unknown)),
        ("only from behind", None),
    ] {
        let understood = read(&format!("Name\tPhoto\nAda Uno\t{cell}"));
        let row = &understood.rows[0];
        let problem = row.problems.first().map(|problem| (problem.column, problem.fault));
        let wrong = expected.is_none().then_some((1, Fault::NotConsent));
        assert_eq!((row.delegate.photo_consent, problem), (expected.unwrap_or_default(), wrong), "{cell:?}");
    }
}

#[test]
fn problems_name_their_column() {
    let understood = read("Role\tName\tE-mail\nChair\t\tada at home\nChair\tAda Uno\tada@home");
    let problems = |index: usize| -> Vec<_> {
        understood.rows[index].problems.iter().map(|problem| (problem.column, problem.fault)).collect()
    };
    assert_eq!(problems(0), [(1, Fault::NoName), (2, Fault::NotEmail)]);
    assert_eq!(problems(1), [(2, Fault::NotEmail)]);
    assert!(understood.rows[0].is_somebody());
    // What is no address is kept: somebody may still read it.
    assert_eq!(understood.rows[1].delegate.email, "ada@home");
}

#[test]
fn rows_go_to_the_delegations_that_they_name() {
    let plan = plan();
    let known = |name| Destination::Delegation(delegation(&plan, name));
    for (said, expected) in [
        ("Wales", known("Wales")),
        ("  wales ", known("Wales")),
        ("Galles", known("Wales")),
        ("The delegation of Wales", known("Wales")),
        ("Regione Piemonte", known("Piedmont")),
        ("GB", known("Wales")),
        ("Welsh Government", known("Wales")),
        ("Partner consultivo", known("Advisory partner")),
        // Two delegations come from Spain.
        ("ES", Destination::New),
        ("Estonia", Destination::New),
        ("", Destination::Nowhere),
    ] {
        let understood = understand(&plan, &format!("Name\tDelegation\nBea Due\t{said}"));
        assert_eq!(understood.groups[0].destination, expected, "{said:?}");
    }
}

#[test]
fn an_organisation_speaks_for_its_delegation() {
    let understood = read("Name\tOrganisation\nBea Due\tinnobasque\nCia Tre\tSomewhere\nDea Quattro\tInnobasque");
    let groups: Vec<_> = understood.groups.iter().map(|group| (&*group.said, group.rows, group.destination)).collect();
    let basque = Destination::Delegation(delegation(&plan(), "Basque Country"));
    assert_eq!(groups, [("innobasque", 2, basque), ("", 1, Destination::Nowhere)]);
}

#[test]
fn rows_are_grouped_by_what_they_say() {
    let understood = read("Name\tDelegation\nBea Due\tEstonia\nCia Tre\testonia \nDea Quattro\tWales\nEva Cinque\t");
    let groups: Vec<_> = understood.groups.iter().map(|group| (&*group.said, group.rows)).collect();
    assert_eq!(groups, [("Estonia", 2), ("Wales", 1), ("", 1)]);
    let chosen = vec![
        ("ESTONIA".to_string(), Destination::Nowhere),
        (String::new(), Destination::Delegation(delegation(&plan(), "Lithuania"))),
    ];
    let choices = Choices { destinations: chosen.clone(), ..Choices::default() };
    let text = "Name\tDelegation\nBea Due\tEstonia\nEva Cinque\t";
    let understood = understand_with(&plan(), text, &choices);
    let destinations: Vec<_> = understood.groups.iter().map(|group| group.destination).collect();
    assert_eq!(destinations, [chosen[0].1, chosen[1].1]);
}

#[test]
fn the_only_delegation_takes_everybody() {
    let mut plan = crate::plan::build::empty();
    assert_eq!(understand(&plan, "Ada Uno\tx").groups[0].destination, Destination::Nowhere);
    plan.put(crate::plan::build::delegation(1).into());
    let only = plan.delegations.iter().next().unwrap().id;
    assert_eq!(understand(&plan, "Ada Uno\tx").groups[0].destination, Destination::Delegation(only));
}

#[test]
fn people_are_known_again() {
    let understood = read(
        "Name\tDelegation\tE-mail\n\
         ADA KNOWN\tWales\t\n\
         Ada Known\tLithuania\t\n\
         Somebody Else\tLithuania\tADA@example.org\n\
         Bea Due\tEstonia\t\n\
         Béa Due\testonia\t\n\
         Bea Due\tLatvia\t\n\
         Cia Tre\tWales\tbea@example.org\n\
         Dea Quattro\tWales\tBEA@EXAMPLE.ORG\n\
         \tWales\tbea@example.org",
    );
    let twins: Vec<_> = understood.rows.iter().map(|row| row.twin).collect();
    let (plan, row) = (Some(Twin::InPlan), |number| Some(Twin::InRows(number)));
    assert_eq!(twins, [plan, None, plan, None, row(5), None, None, row(8), row(8)]);
}

#[test]
fn who_has_no_name_is_somebody_by_anything_else() {
    let understood = read(
        "Name\tDelegation\tOrganisation\tDiet\tArrival\tPhoto consent\n\
         \tWales\t\tvegan\t\t\n\
         \tWales\tOffice\t\t21/11/2017 8:00\t\n\
         \tWales\t\t\t\tno\n\
         \tWales\tOffice\t\t\t\n\
         \t\t\t\t\t\n\
         \tWales\t\tvegan\t\t",
    );
    let told: Vec<_> = understood.rows.iter().map(|row| (row.number, row.is_usual(), row.problems[0].fault)).collect();
    let (added, nobody) = (|number| (number, true, Fault::NoName), |number| (number, false, Fault::Nobody));
    // Two who eat no meat are two.
    assert_eq!(told, [added(2), added(3), added(4), nobody(5), added(7)]);
}

#[test]
fn who_contradicts_a_namesake_is_somebody_else() {
    let understood = read(
        "Name\tDelegation\tPhone\tDiet\tArrival\n\
         Bea Due\tWales\t+44 1\t\t\n\
         Bea Due\tWales\t+44 2\tvegan\t\n\
         Bea Due\tWales\t\tVegan\t21/11/2017 8:00\n\
         Bea Due\tWales\t+44 2\tvegan\t22/11/2017 8:00\n\
         Bea Due\tLithuania\t\t\t",
    );
    let twins: Vec<_> = understood.rows.iter().map(|row| (row.twin, row.is_usual())).collect();
    let (namesake, same) = ((Some(Twin::Namesake(2)), true), |number| (Some(Twin::InRows(number)), false));
    assert_eq!(twins, [(None, true), namesake, same(2), same(3), (None, true)]);
}
