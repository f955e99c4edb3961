//! What columns mean.

use super::{plan, read};
use Column::{
    Arrival, ArrivalPlace, ArrivalTime, Delegation, Departure, DeparturePlace, DepartureTime, Diet, Email, Emergency,
    FamilyName, GivenName, Ignored, Languages, Name, Needs, Organisation, Phone, PhotoConsent, Role,
};
use itinera::exchange::paste::{Choices, Column, understand_with};

#[test]
fn headers_are_known_in_english_and_italian() {
    let cases: &[(&str, &[Column])] = &[
        ("Name\tOrganisation\tRole", &[Name, Organisation, Role]),
        ("Full name\tCompany\tJob title", &[Name, Organisation, Role]),
        ("First name\tLast name\tE-mail address", &[GivenName, FamilyName, Email]),
        ("Nome\tCognome\tEnte", &[GivenName, FamilyName, Organisation]),
        ("Cognome e nome\tPosta elettronica\tCell.", &[Name, Email, Phone]),
        ("NOMINATIVO\tRUOLO\tTELEFONO", &[Name, Role, Phone]),
        ("Participant\tDelegation\tMobile", &[Name, Delegation, Phone]),
        ("Delegate\tCountry", &[Name, Delegation]),
        ("Name\tCountry\tRegion", &[Name, Ignored, Delegation]),
        ("Name\tRegion\tDelegation\tCountry", &[Name, Ignored, Delegation, Ignored]),
        ("Nome\tDelegazione\tDieta", &[Name, Delegation, Diet]),
        ("Name\tDietary needs\tAccessibility needs", &[Name, Diet, Needs]),
        ("Nome e cognome\tEsigenze alimentari\tEsigenze di accessibilità", &[Name, Diet, Needs]),
        ("Name\tLanguages spoken\tPhoto consent (yes/no)", &[Name, Languages, PhotoConsent]),
        ("Nome\tLingue\tConsenso foto\tContatto di emergenza", &[Name, Languages, PhotoConsent, Emergency]),
        ("Name\tPhone\tEmergency contact phone", &[Name, Phone, Emergency]),
        ("Name\tArrival\tDeparture", &[Name, Arrival, Departure]),
        ("Name\tArrival date\tArrival time\tArrival flight", &[Name, Arrival, ArrivalTime, ArrivalPlace]),
        ("Name\tArrival date and time\tDeparture from", &[Name, Arrival, DeparturePlace]),
        ("Nome\tData arrivo\tOra arrivo\tLuogo di arrivo", &[Name, Arrival, ArrivalTime, ArrivalPlace]),
        ("Nome\tPartenza\tOra di partenza\tTreno di ritorno", &[Name, Departure, DepartureTime, DeparturePlace]),
        // A meaning is given once, and what is not known is left alone.
        ("Name\tPhone\tMobile\tShoe size", &[Name, Phone, Ignored, Ignored]),
        // A blank line above does not hide it.
        ("\n\t\nName\tRole", &[Name, Role]),
    ];
    for (text, expected) in cases {
        let understood = read(&format!("{text}\nAda Uno\n"));
        assert!(understood.has_header, "{text:?}");
        assert_eq!(understood.columns, *expected, "{text:?}");
    }
}

#[test]
fn without_a_header_the_content_tells() {
    let cases: &[(&str, &[Column])] = &[
        ("Ada Uno\tada@example.net\t+39 011 555 0100", &[Name, Email, Phone]),
        ("+39 (0)11-555.0100\tAda Uno", &[Phone, Name]),
        ("Wales\tAda Uno\tSomewhere Ltd\tDirector", &[Delegation, Name, Organisation, Role]),
        ("Ada Uno\tPaesi Baschi", &[Name, Delegation]),
        ("Ada Uno\tDirector\tWelsh Government", &[Name, Role, Organisation]),
        ("Ada Uno\tFinpiemonte\tvegetariana\t21/11/2017 8:30", &[Name, Organisation, Diet, Arrival]),
        ("Ada Uno\t21/11 8:30\t22/11 17:00", &[Name, Arrival, Departure]),
        ("Ada Uno <ada@example.net>\tx", &[Email, Name]),
        ("Ada Uno", &[Name]),
        // Most rows decide, empty cells do not.
        ("Ada Uno\t\nBea Due\tbea@example.net\nCia Tre\tto ask\nDea Quattro\td@example.net", &[Name, Email]),
        // A role that sounds like a header, and people who are called like one.
        ("Ada Uno\tDelegate\nBea Due\tDelegate", &[Name, Organisation]),
    ];
    for (text, expected) in cases {
        let understood = read(text);
        assert!(!understood.has_header, "{text:?}");
        assert_eq!(understood.columns, *expected, "{text:?}");
    }
}

#[test]
fn the_organiser_has_the_last_word() {
    let read = |text: &str, choices: &Choices| understand_with(&plan(), text, choices);
    let text = "Ada\tUno\tx";
    let choices = Choices { columns: vec![(0, GivenName), (1, FamilyName)], ..Choices::default() };
    let understood = read(text, &choices);
    assert_eq!(understood.columns, [GivenName, FamilyName, Role]);
    assert_eq!(understood.rows[0].delegate.name, "Ada Uno");

    // A meaning that moves to another column leaves the first.
    let choices = Choices { columns: vec![(2, Name), (0, Ignored)], ..Choices::default() };
    assert_eq!(read(text, &choices).columns, [Ignored, Organisation, Name]);

    let header = "Name\tRole\nAda Uno\tx";
    assert_eq!(read(header, &Choices { header: Some(false), ..Choices::default() }).rows.len(), 2);
    assert_eq!(read(text, &Choices { header: Some(true), ..Choices::default() }).rows.len(), 0);
    assert_eq!(read("", &Choices { header: Some(true), ..Choices::default() }).rows.len(), 0);
    // A choice for a column that is not there any more changes nothing.
    assert_eq!(read("Ada Uno", &Choices { columns: vec![(9, Name)], ..Choices::default() }).columns.len(), 1);
}
