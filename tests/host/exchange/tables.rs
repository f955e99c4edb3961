//! The plan as tables.

use super::guests;
use crate::plan::build::{self, at, slot};
use itinera::{
    agenda::{Audience, Filter, Sort, entries},
    checks::check,
    example::manumix,
    exchange::tables::{Subject, Table, table},
    i18n::{Language, Words},
    plan::{
        Attendance, Consent, Delegate, DelegateId, DelegationId, Link, Party, Place, Plan, RoomId, Session, SessionId,
        SessionKind, Text, TopicId, Travel,
    },
};

const ENGLISH: Words = Words::new(Language::English);

fn of(plan: &Plan, subject: Subject) -> Table {
    table(plan, &[], subject, ENGLISH)
}

/// The cells of a column, by its header.
fn column<'a>(table: &'a Table, header: &str) -> Vec<&'a str> {
    let place = table.headers.iter().position(|known| known == header).unwrap();
    table.rows.iter().map(|row| &*row[place]).collect()
}

#[test]
fn every_row_is_as_wide_as_the_headers() {
    let plan = manumix();
    let findings = check(&plan, None);
    let host = plan.hosts.iter().next().unwrap().id;
    for language in Language::ALL {
        for subject in [
            Subject::Delegates,
            Subject::Totals,
            Subject::agenda(Audience::Everyone),
            Subject::Findings,
            Subject::Attendance,
            Subject::Guests(host),
        ] {
            for plan in [&plan, &guests::plan(), &build::empty()] {
                let table = table(plan, &findings, subject, Words::new(language));
                assert!(table.rows.iter().all(|row| row.len() == table.headers.len()), "{subject:?}");
                assert!(table.headers.iter().all(|header| !header.is_empty()), "{subject:?}");
                let mut headers = table.headers.clone();
                headers.sort();
                headers.dedup();
                assert_eq!(headers.len(), table.headers.len(), "{subject:?}: a header twice");
            }
        }
    }
}

#[test]
fn an_empty_plan_has_headers_and_no_rows() {
    for subject in [Subject::Delegates, Subject::agenda(Audience::Everyone), Subject::Attendance, Subject::Findings] {
        let table = of(&build::empty(), subject);
        assert!(!table.headers.is_empty() && table.rows.is_empty(), "{subject:?}");
    }
}

#[test]
fn a_delegate_is_a_row_with_everything_that_is_known() {
    let mut plan = build::empty();
    plan.delegations.put(itinera::plan::Delegation { name: Text::new("Wales", "Galles"), ..build::delegation(1) });
    plan.delegates.put(Delegate {
        name: "Ada Uno".into(),
        organisation: "Office".into(),
        role: "head".into(),
        email: "ada@example.net".into(),
        phone: "+44 1".into(),
        diet: "vegan".into(),
        needs: "no stairs\nquiet room".into(),
        languages: vec!["cy".into(), "en".into()],
        arrival: Some(Travel { at: at(8, 5), place: "Caselle, AZ 1".into() }),
        departure: None,
        photo_consent: Consent::Refused,
        emergency: "+44 2".into(),
        ..build::delegate(1, 1)
    });
    let row = [
        "Ada Uno",
        "Galles",
        "Office",
        "head",
        "ada@example.net",
        "+44 1",
        "vegan",
        "no stairs\nquiet room",
        "cy, en",
        "2017-11-21",
        "08:05",
        "Caselle, AZ 1",
        "",
        "",
        "",
        "no",
        "+44 2",
    ];
    assert_eq!(table(&plan, &[], Subject::Delegates, Words::new(Language::Italian)).rows, [row]);
}

#[test]
fn delegates_come_by_delegation_and_nobody_is_lost() {
    let mut plan = guests::plan();
    plan.delegates.put(build::delegate(3, 9));
    plan.delegates.put(build::delegate(0, 2));
    assert_eq!(
        column(&of(&plan, Subject::Delegates), "Name"),
        ["First\tof all", "=Second", "Delegate 0", "Delegate 3"]
    );
}

/// A session with everything in it.
fn session() -> Session {
    Session {
        kind: SessionKind::Workshop,
        title: Text::new("Peer review", "Revisione tra pari"),
        place: Place::Room(RoomId::from_number(1)),
        chair: vec![Party::Named("Chair Person".into())],
        speakers: vec![Party::Delegate(DelegateId::from_number(1)), Party::Delegation(DelegationId::from_number(2))],
        audience: Attendance::Only([DelegationId::from_number(1)].into()),
        topics: [TopicId::from_number(1), TopicId::from_number(2)].into(),
        notes: Text::same("Bring slides"),
        links: vec![Link { title: "Slides".into(), url: "https://example.net".into() }],
        ..build::session(1)
    }
}

#[test]
fn the_agenda_says_when_what_where_for_whom_and_with_whom() {
    let mut plan = guests::plan();
    plan.venues.put(itinera::plan::Venue { address: "via Roma 1".into(), ..build::venue(1, None) });
    plan.rooms.put(build::room(1, 1));
    plan.topics.put(build::topic(1));
    plan.topics.put(build::topic(2));
    plan.sessions.put(session());
    plan.sessions.put(Session { dropped: true, ..build::session(2) });
    let table = of(&plan, Subject::agenda(Audience::Everyone));
    let expected = [
        "2017-11-21",
        "09:00",
        "10:00",
        "Workshop",
        "Peer review",
        "Room 1, Venue 1",
        "via Roma 1",
        "Wales",
        "Chair Person",
        "First\tof all, Lithuania",
        "",
        "Topic 1, Topic 2",
        "Bring slides",
        "Slides https://example.net",
        "yes",
    ];
    assert_eq!(table.rows[0], expected);
    assert_eq!(
        column(&table, "Title")[1..],
        ["Coach to Host 1", "Host 1", "Coach to Host 2", "Host 2", "Coach, destination to be decided"]
    );
}

#[test]
fn the_agenda_has_the_times_of_every_entry_in_its_order() {
    let plan = manumix();
    let mut audiences = vec![Audience::Everyone];
    audiences.extend(plan.delegations.iter().map(|delegation| Audience::Delegation(delegation.id)));
    for audience in audiences {
        let table = of(&plan, Subject::agenda(audience));
        let entries = entries(&plan, audience);
        let times = |entry: &itinera::agenda::Entry| {
            let (start, end) = (entry.slot.start(), entry.slot.end());
            [start.format("%F").to_string(), start.format("%R").to_string(), end.format("%R").to_string()]
        };
        let expected: Vec<_> = entries.iter().map(times).collect();
        let found: Vec<_> = table.rows.iter().map(|row| [row[0].clone(), row[1].clone(), row[2].clone()]).collect();
        assert!(!expected.is_empty());
        assert_eq!(found, expected);
    }
}

#[test]
fn the_agenda_of_a_day_is_that_day() {
    let plan = manumix();
    let days: Vec<_> = plan.days.iter().map(|day| day.id).collect();
    let all = of(&plan, Subject::agenda(Audience::Everyone)).rows;
    let by_day: Vec<_> =
        days.iter().flat_map(|day| of(&plan, Subject::Agenda(Filter::default(), Some(*day))).rows).collect();
    assert_eq!(by_day, all);
}

#[test]
fn the_agenda_is_filtered_as_on_screen() {
    let plan = manumix();
    let kinds = |sort: Sort| {
        let table = of(&plan, Subject::Agenda(Filter { sort, ..Filter::default() }, None));
        let mut kinds: Vec<_> = column(&table, "Kind").into_iter().map(String::from).collect();
        kinds.dedup();
        kinds
    };
    assert_eq!(kinds(Sort::Kind(SessionKind::Lunch)), ["Lunch"]);
    assert!(kinds(Sort::Visits).iter().all(|kind| kind == "Coach" || kind == "Company visit"));
}

#[test]
fn two_thousand_sessions_are_two_thousand_rows() {
    let mut plan = build::empty();
    for number in 0..2000 {
        plan.sessions.put(build::session(number));
    }
    assert_eq!(of(&plan, Subject::agenda(Audience::Everyone)).rows.len(), 2000);
}

#[test]
fn findings_say_how_bad_when_and_what() {
    let mut plan = build::empty();
    plan.days.put(build::day(0));
    plan.rooms.put(build::room(1, 1));
    plan.venues.put(build::venue(1, None));
    for number in [1, 2] {
        let place = Place::Room(RoomId::from_number(1));
        plan.sessions.put(Session { place, slot: slot((9, 30), (10, 0)), ..build::session(number) });
    }
    let findings = check(&plan, None);
    let table = table(&plan, &findings, Subject::Findings, ENGLISH);
    assert_eq!(table.rows.len(), findings.len());
    assert_eq!(&table.rows[0][..3], ["Blocker", "2017-11-21", "09:30"]);
    assert!(table.rows[0][3].contains("Session 1") && table.rows[0][3].contains("09:30"), "{:?}", table.rows[0]);
}

#[test]
fn attendance_is_by_day_and_site_and_everybody_once_a_site() {
    let mut plan = guests::plan();
    plan.venues.put(build::venue(1, None));
    for (number, start, end) in [(1, (8, 0), (9, 0)), (2, (9, 0), (10, 0))] {
        let place = Place::Venue(itinera::plan::VenueId::from_number(1));
        plan.sessions.put(Session { place, slot: slot(start, end), ..build::session(number) });
    }
    let only = Attendance::Only([DelegationId::from_number(2)].into());
    plan.sessions.put(Session { audience: only, slot: slot((10, 0), (11, 0)), ..build::session(3) });
    plan.sessions.put(Session { kind: SessionKind::FreeTime, slot: slot((11, 0), (12, 0)), ..build::session(4) });
    let table = of(&plan, Subject::Attendance);
    let rows: Vec<String> = table.rows.iter().map(|row| [&*row[1], &row[3], &row[6]].join("|")).collect();
    let everybody = ["First\tof all|1", "=Second|1", "1 not named yet|1", "1 not named yet|1"];
    let at = |site: &str| everybody.iter().map(|who| format!("{site}|{who}")).collect::<Vec<_>>();
    let mut expected = at("Venue 1");
    expected.push("Place to be decided|1 not named yet|1".into());
    expected.extend(at("Host 1"));
    expected.extend(at("Host 2"));
    assert_eq!(rows, expected);
    assert_eq!(column(&table, "Date")[0], "2017-11-21");
}

#[test]
fn totals_count_heads_diets_and_needs() {
    let mut plan = guests::plan();
    plan.delegates.change(DelegateId::from_number(1), |delegate| delegate.needs = "no stairs".into());
    let rows = of(&plan, Subject::Totals).rows;
    let expected = [
        ["Heads", "4", "2"],
        ["Wales", "3", "2"],
        ["Lithuania", "1", "0"],
        ["Diets: vegan", "2", ""],
        ["Accessibility needs: no stairs", "1", ""],
    ];
    assert_eq!(rows, expected);
}

#[test]
fn the_same_plan_gives_the_same_table() {
    let plan = manumix();
    for subject in [Subject::Delegates, Subject::agenda(Audience::Everyone), Subject::Attendance] {
        assert_eq!(of(&plan, subject), of(&plan.clone(), subject));
    }
    assert!(plan.sessions.get(SessionId::from_number(0)).is_none());
}
