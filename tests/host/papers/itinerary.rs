//! Itineraries.

use super::{change, of, plan};
use crate::plan::build::{at, date};
use itinera::{
    agenda::{Audience, Bring},
    papers::{ItinerarySheet, Role},
    plan::{DelegateId, HostId, Plan, Travel},
};

fn sheet(plan: &Plan, audience: Audience) -> ItinerarySheet {
    ItinerarySheet::of(plan, audience).unwrap()
}

const fn person(id: u128) -> Audience {
    Audience::Delegate(DelegateId::from_number(id))
}

/// The lines of all days: `09:00 Session 2`.
fn lines(sheet: &ItinerarySheet) -> Vec<Vec<String>> {
    let line = |line: &itinera::papers::Line| {
        format!("{} {}", line.entry.slot.start().format("%H:%M"), line.entry.title().english)
    };
    sheet.days.iter().map(|day| day.lines.iter().map(line).collect()).collect()
}

#[test]
fn it_has_what_concerns_them_by_day() {
    let first = [
        "08:30 Session 1",
        "09:00 Session 2",
        "12:00 Session 3",
        "13:00 Host 1",
        "13:20 Host 1",
        "13:50 Host 2",
        "14:00 Host 2",
        "14:30 Venue 0",
    ];
    let plan = plan();
    assert_eq!(lines(&sheet(&plan, Audience::Delegation(of(1)))), [first.to_vec(), vec!["09:00 Session 4"]]);
    assert_eq!(lines(&sheet(&plan, person(21))), [first.to_vec()]);
}

#[test]
fn it_says_for_whom_and_in_which_group() {
    let plan = plan();
    let wales = sheet(&plan, Audience::Delegation(of(1)));
    assert_eq!((wales.heads, wales.delegate), (4, None));
    let own = sheet(&plan, person(21));
    assert_eq!((own.heads, &*own.delegation.unwrap().name.english), (1, "Lithuania"));
    let [outing] = &*own.outings else { panic!("{:?}", own.outings) };
    assert_eq!((&*outing.group.as_ref().unwrap().letter, &*outing.coaches[0].name), ("B", "Coach 1"));
}

#[test]
fn roles_are_those_of_the_reader() {
    let plan = plan();
    let roles = |audience| -> Vec<Role> {
        let sheet = sheet(&plan, audience);
        sheet.days.iter().flat_map(|day| &day.lines).flat_map(|line| &line.duties).map(|duty| duty.role).collect()
    };
    assert_eq!(roles(person(21)), [Role::Chair]);
    assert_eq!(roles(Audience::Delegation(of(2))), [Role::Chair]);
    assert_eq!(roles(Audience::Delegation(of(1))), [Role::Speaker]);
    assert_eq!(roles(person(11)), []);
}

#[test]
fn it_says_what_to_bring_where_to_go_and_whom_to_call() {
    let mut plan = plan();
    plan.hosts.change(HostId::from_number(2), |host| host.id_list_due = Some(date()));
    let sheet = sheet(&plan, person(21));
    let asked: Vec<_> = sheet.asked.iter().map(|asked| (&*asked.host.name, &*asked.things)).collect();
    assert_eq!(asked, [("Host 2", &[Bring::Identity][..])]);
    // Already on the way there, because the coach does not turn back.
    let bringing: Vec<_> =
        sheet.days[0].lines.iter().filter(|line| !line.bring.is_empty()).map(|line| line.entry.kind().name()).collect();
    assert_eq!(bringing, ["leg", "stop"]);
    let venues: Vec<_> = sheet.venues.iter().map(|venue| venue.name.english.clone()).collect();
    assert_eq!(venues, ["Venue 0", "Venue 9", "Venue 1", "Venue 2"]);
    let called: Vec<_> = sheet.contacts.iter().map(|known| known.contact().phone.clone()).collect();
    assert_eq!(called, ["", "+39 1", "+39 011 000", "+39 011 000"]);
    let boards = &sheet.days[0].lines[3];
    assert_eq!((boards.steps.len(), boards.after.venue.as_ref().unwrap().name.english.as_str()), (3, "Venue 1"));
}

#[test]
fn travellers_are_those_who_said_when() {
    let mut plan = plan();
    for (id, hour) in [(11, 8), (21, 9)] {
        change(&mut plan, id, |delegate| {
            delegate.arrival = Some(Travel { at: at(hour, 0), place: "Station".into() });
        });
    }
    let names = |audience| -> Vec<String> {
        sheet(&plan, audience).travellers.iter().map(|delegate| delegate.name.clone()).collect()
    };
    assert_eq!(names(Audience::Delegation(of(1))), ["Zoe Ace"]);
    assert_eq!(names(person(12)), Vec::<String>::new());
    assert_eq!(names(person(21)), ["Cid Moss"]);
}

#[test]
fn it_is_for_somebody() {
    let plan = plan();
    for audience in [Audience::Everyone, Audience::Delegation(of(9)), person(99)] {
        assert_eq!(ItinerarySheet::of(&plan, audience), None);
    }
}
