//! Host sheets.

use super::{people, plan};
use crate::plan::build::date;
use itinera::{
    agenda::Bring,
    exchange::tables::{Subject, header, table},
    i18n::{Language, Words},
    papers::{Guests, HostSheet},
    plan::{Allowance, GroupId, GuestField, HostId, Plan, StopId},
};

const HOST: HostId = HostId::from_number(1);

fn sheet(plan: &Plan) -> HostSheet {
    HostSheet::of(plan, HOST).unwrap()
}

fn guests(guests: &[Guests]) -> Vec<String> {
    let line = |one: &Guests| {
        let name = one.delegation.as_ref().map_or("?", |delegation| &delegation.name.english);
        let named = one.named.iter().map(|guest| format!("{} ({})", guest[0], guest[1..].join(", ")));
        format!("{} {}", one.heads, people(name, named.collect(), one.unnamed))
    };
    guests.iter().map(line).collect()
}

#[test]
fn a_host_that_asked_for_no_list_learns_only_how_many_come() {
    let sheet = sheet(&plan());
    assert_eq!((sheet.fields.len(), sheet.heads), (0, 6));
    assert_eq!(guests(&sheet.guests), ["4 Wales:  +2", "2 Lithuania:  +1"]);
}

#[test]
fn a_host_that_asked_for_the_list_learns_names_and_organisations() {
    let mut plan = plan();
    plan.hosts.change(HOST, |host| host.id_list_due = Some(date()));
    super::change(&mut plan, 11, |delegate| delegate.organisation = " Office ".into());
    let sheet = sheet(&plan);
    let expect = ["4 Wales: Bob Low (), Zoe Ace (Office) +2", "2 Lithuania: Cid Moss () +1"];
    assert_eq!(guests(&sheet.guests), expect);
    let each: Vec<_> = sheet.receptions.iter().flat_map(|reception| guests(&reception.guests)).collect();
    assert_eq!(each, expect);
}

/// Whatever a host asked for, and whether or not it wants a list.
#[test]
fn the_file_says_what_the_sheet_says() {
    let mut plan = plan();
    for id in [11, 12, 21] {
        super::change(&mut plan, id, |delegate| {
            (delegate.organisation, delegate.phone) = (format!("Office {id}"), format!("+00 {id}"));
        });
    }
    let asked = [
        None,
        Some(vec![]),
        Some(vec![GuestField::Delegation]),
        Some(vec![GuestField::Phone, GuestField::Name]),
        Some(vec![GuestField::Delegation, GuestField::Document, GuestField::Organisation]),
    ];
    for (fields, due) in asked.iter().flat_map(|fields| [(fields, None), (fields, Some(date()))]) {
        plan.hosts.change(HOST, |host| {
            (host.guest_fields, host.id_list_due) = (fields.clone().map(|fields| fields.into_iter().collect()), due);
        });
        let (sheet, words) = (sheet(&plan), Words::new(Language::English));
        let file = table(&plan, &[], Subject::Guests(HOST), words);
        let delegation = words.people_delegation();
        if sheet.fields.is_empty() {
            assert_eq!(file.headers, [delegation, words.people_heads()], "{fields:?} {due:?}");
            let heads: Vec<_> = sheet.guests.iter().map(|guests| guests.heads.to_string()).collect();
            assert_eq!(file.rows.iter().map(|row| row[1].clone()).collect::<Vec<_>>(), heads, "{fields:?} {due:?}");
            continue;
        }
        let told: Vec<usize> = (0..file.headers.len()).filter(|index| file.headers[*index] != delegation).collect();
        let headers: Vec<&str> = sheet.fields.iter().map(|field| header(words, *field)).collect();
        assert_eq!(told.iter().map(|index| &*file.headers[*index]).collect::<Vec<_>>(), headers, "{fields:?} {due:?}");
        let people = |guests: &Guests| {
            let unnamed = (guests.unnamed > 0).then(|| words.guests_unnamed(guests.unnamed));
            guests.named.iter().map(|texts| texts[0].clone()).chain(unnamed).collect::<Vec<_>>()
        };
        let on_paper: Vec<_> = sheet.guests.iter().flat_map(people).collect();
        let in_file: Vec<_> = file.rows.iter().map(|row| row[told[0]].clone()).collect();
        assert_eq!(in_file, on_paper, "{fields:?} {due:?}");
    }
}

#[test]
fn a_host_learns_what_it_asked_for_and_nothing_else() {
    let mut plan = plan();
    plan.hosts.change(HOST, |host| {
        host.guest_fields = Some([GuestField::Phone, GuestField::Name, GuestField::Delegation].into())
    });
    super::change(&mut plan, 11, |delegate| {
        (delegate.phone, delegate.diet, delegate.email) =
            ("+00 1".into(), "vegan".into(), "somebody@example.org".into());
    });
    let sheet = sheet(&plan);
    // The delegation stands above its people.
    assert_eq!(sheet.fields, [GuestField::Name, GuestField::Phone]);
    assert_eq!(guests(&sheet.guests)[0], "4 Wales: Bob Low (), Zoe Ace (+00 1) +2");
}

#[test]
fn each_group_comes_and_leaves_by_the_clock() {
    let mut plan = plan();
    plan.groups.change(GroupId::from_number(1), |group| group.order = [2, 1].map(StopId::from_number).to_vec());
    let clock = |at: chrono::NaiveDateTime| at.format("%H:%M").to_string();
    let said: Vec<_> = sheet(&plan)
        .receptions
        .iter()
        .map(|one| {
            let letter = one.group.as_ref().unwrap().letter.clone();
            (letter, clock(one.arrives), clock(one.received), clock(one.leaves), one.heads, one.contacts.len())
        })
        .collect();
    let line = |letter: &str, arrives: &str, leaves: &str, heads| {
        (letter.to_string(), arrives.to_string(), arrives.to_string(), leaves.to_string(), heads, 2)
    };
    assert_eq!(said, [line("B", "13:20", "13:50", 2), line("A", "14:00", "14:30", 4)]);
}

#[test]
fn the_rules_are_those_that_guests_are_told() {
    let mut plan = plan();
    plan.hosts.change(HOST, |host| (host.photos, host.nda) = (Allowance::Forbidden, true));
    assert_eq!(sheet(&plan).asked, [Bring::Agreement, Bring::NoPhotos]);
    assert_eq!(sheet(&plan).venue.unwrap().name.english, "Venue 1");
}

#[test]
fn a_host_that_nobody_visits_expects_nobody() {
    let mut plan = plan();
    plan.stops.remove(StopId::from_number(1));
    let sheet = sheet(&plan);
    assert_eq!((sheet.heads, sheet.guests, sheet.receptions), (0, Vec::new(), Vec::new()));
    assert_eq!(HostSheet::of(&plan, HostId::from_number(9)), None);
}
