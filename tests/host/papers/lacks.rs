//! What papers lack.

use super::{change, of, plan};
use crate::plan::build::{at, date};
use itinera::{
    agenda::Audience,
    i18n::{Language, Words},
    papers::{Carriage, Paper, Site, lacks},
    plan::{
        Allowance, CoachId, Consent, Contact, DelegateId, GroupId, HostId, Meeting, Place, Plan, RoomId, SessionId,
        StopId, Table, Travel, VenueId,
    },
    workspace::{Screen, place_of},
};
use std::sync::Arc;

/// What a paper lacks, in English.
fn said(plan: &Plan, paper: Paper) -> Vec<String> {
    let english = Words::new(Language::English);
    lacks(plan, paper).iter().map(|lack| lack.sentence(plan, english)).collect()
}

fn with_meeting(plan: &mut Plan, change: impl FnOnce(&mut Meeting)) {
    change(Arc::make_mut(&mut plan.meeting));
}

/// The plan with a publicity line and a number, so that only what each paper asks for is missing.
fn funded() -> Plan {
    let mut plan = plan();
    with_meeting(&mut plan, |meeting| (meeting.publicity, meeting.number) = ("Co-funded".into(), "PGI 1".into()));
    plan
}

/// [`funded`] with addresses, a guide and everybody's heads known.
fn prepared() -> Plan {
    let mut plan = funded();
    for venue in [0, 1, 2, 9] {
        plan.venues.change(VenueId::from_number(venue), |venue| venue.address = "Via 1".into());
    }
    for group in [1, 2] {
        let guide = Contact { phone: "+39 2".into(), ..Contact::default() };
        plan.groups.change(GroupId::from_number(group), |group| group.guide = guide);
    }
    plan.delegations.change(of(1), |delegation| delegation.expected = Some(2));
    plan.delegations.change(of(2), |delegation| delegation.expected = Some(1));
    plan.delegations.remove(of(3));
    plan
}

const COACH: Paper = Paper::CoachList(Carriage::Coach(CoachId::from_number(1)), Some(StopId::from_number(1)));
const HOST: HostId = HostId::from_number(1);
const SECOND: GroupId = GroupId::from_number(2);

#[test]
fn every_paper_carries_title_and_publicity() {
    let mut plan = prepared();
    with_meeting(&mut plan, |meeting| (meeting.title, meeting.publicity) = ("".into(), "".into()));
    for paper in itinera::papers::papers(&plan) {
        let first = &said(&plan, paper)[..2];
        let expect = ["The meeting has no title yet.", "The publicity line that the funds ask for is empty."];
        assert_eq!(first, expect, "{}", paper.key());
    }
}

#[test]
fn what_is_prepared_lacks_nothing() {
    let mut plan = prepared();
    for paper in [
        Paper::Programme(Audience::Everyone),
        Paper::Attendance(Site::Day(date())),
        Paper::Attendance(Site::Stop(StopId::from_number(1), Some(SECOND))),
        COACH,
        Paper::DoorSign(RoomId::from_number(1), date()),
    ] {
        assert_eq!(said(&plan, paper), Vec::<String>::new(), "{}", paper.key());
    }
    let travel = || Some(Travel { at: at(8, 0), place: String::new() });
    change(&mut plan, 21, |delegate| (delegate.arrival, delegate.departure) = (travel(), travel()));
    let own = Paper::Itinerary(Audience::Delegate(DelegateId::from_number(21)));
    assert_eq!(said(&plan, own), Vec::<String>::new());
    plan.hosts.change(HOST, |host| (host.photos, host.phones) = (Allowance::Allowed, Allowance::Forbidden));
    assert_eq!(said(&plan, Paper::HostSheet(HOST)), Vec::<String>::new());
}

#[test]
fn an_agenda_lacks_places() {
    let mut plan = prepared();
    plan.sessions.change(SessionId::from_number(2), |session| session.place = Place::Open);
    plan.hosts.change(HOST, |host| host.venue = None);
    let expect = [
        "“Session 2” has no place yet.",
        "How long the drive to Host 1 (Group A) takes is not known, so the times after it are too early.",
        "How long the drive to Host 1 (Group B) takes is not known, so the times after it are too early.",
        "Where Host 1 receives is not known yet.",
        "How long the drive to Host 2 (Group A) takes is not known, so the times after it are too early.",
        "How long the drive to Host 2 (Group B) takes is not known, so the times after it are too early.",
    ];
    assert_eq!(said(&plan, Paper::Programme(Audience::Everyone)), expect);
    assert_eq!(said(&plan, Paper::Attendance(Site::Day(date()))), expect[..1]);
    plan.sessions = Table::default();
    plan.visits = Table::default();
    assert_eq!(said(&plan, Paper::Programme(Audience::Everyone)), ["There is nothing to put on it yet."]);
}

#[test]
fn an_itinerary_lacks_groups_telephones_addresses_and_travel() {
    let mut plan = prepared();
    plan.groups.change(GroupId::from_number(1), |group| group.coach = None);
    plan.groups.change(GroupId::from_number(1), |group| group.guide = Contact::default());
    plan.hosts.change(HOST, |host| host.contact.phone = String::new());
    plan.venues.change(VenueId::from_number(9), |venue| venue.address = String::new());
    let expect = [
        "Venue 9 has no address yet.",
        "Group A has no coach yet.",
        "Group A has no guide yet.",
        "No telephone number for the reception of Host 1 yet.",
        "Wales: arrival or departure of 2 people is not known yet.",
    ];
    assert_eq!(said(&plan, Paper::Itinerary(Audience::Delegation(of(1)))), expect);
    let own = Paper::Itinerary(Audience::Delegate(DelegateId::from_number(11)));
    assert_eq!(said(&plan, own).last().unwrap(), "Arrival or departure of Zoe Ace is not known yet.");
    plan.groups.change(GroupId::from_number(1), |group| group.delegations = [].into());
    assert!(said(&plan, own).contains(&"Zoe Ace is in no group of “Visit 1”.".to_string()));
    let theirs = said(&plan, Paper::Itinerary(Audience::Delegation(of(1))));
    assert!(theirs.contains(&"Wales is in no group of “Visit 1”.".to_string()));
}

#[test]
fn attendance_lacks_the_number_names_and_heads() {
    let mut plan = funded();
    with_meeting(&mut plan, |meeting| meeting.number = " ".into());
    let expect = [
        "The project number is not given yet.",
        "Basque Country: how many come is not known yet.",
        "Wales: 2 people are not named yet.",
        "Lithuania: 1 person is not named yet.",
    ];
    assert_eq!(said(&plan, Paper::Attendance(Site::Day(date()))), expect);
    // The workshop is for Wales only.
    let next = Paper::Attendance(Site::Day(date().succ_opt().unwrap()));
    assert_eq!(said(&plan, next), [expect[0], expect[2]]);
}

#[test]
fn badges_lack_names_organisations_and_consent() {
    let mut plan = funded();
    change(&mut plan, 11, |delegate| delegate.photo_consent = Consent::Refused);
    change(&mut plan, 21, |delegate| delegate.photo_consent = Consent::Given);
    change(&mut plan, 12, |delegate| delegate.organisation = "Office".into());
    plan.delegations.change(of(2), |delegation| delegation.organisations = vec!["Only".into()]);
    let expect = [
        "Wales: 2 people are not named yet.",
        "Wales: the organisation of 1 person is not known yet.",
        "Wales: 1 person has not said whether photographs are allowed.",
        "Lithuania: 1 person is not named yet.",
        "Basque Country: how many come is not known yet.",
    ];
    assert_eq!(said(&plan, Paper::Badges), expect);
}

#[test]
fn a_coach_list_lacks_drivers_guides_and_those_in_no_group() {
    let mut plan = prepared();
    plan.coaches.change(CoachId::from_number(1), |coach| coach.driver.phone = String::new());
    plan.groups.change(SECOND, |group| (group.delegations, group.guide) = ([].into(), Contact::default()));
    plan.visits.change(crate::agenda::OUTING, |visit| visit.return_place = None);
    let expect = [
        "No telephone number for the driver of Coach 1 yet.",
        "Group B has no guide yet.",
        "Where “Visit 1” ends is not known yet.",
        "Lithuania is in no group of “Visit 1”.",
    ];
    assert_eq!(said(&plan, COACH), expect);
    plan.coaches.change(CoachId::from_number(1), |coach| coach.driver = Contact::default());
    assert_eq!(said(&plan, COACH)[0], "Who drives Coach 1 is not known yet.");
    plan.coaches.remove(CoachId::from_number(1));
    assert_eq!(said(&plan, COACH), ["There is nothing to put on it yet."]);
    let own = Paper::CoachList(Carriage::Group(GroupId::from_number(1)), Some(StopId::from_number(1)));
    assert_eq!(said(&plan, own)[0], "Group A has no coach yet.");
}

#[test]
fn a_host_sheet_lacks_rules_names_and_somebody_to_call() {
    let mut plan = funded();
    plan.coaches.change(CoachId::from_number(1), |coach| coach.driver.phone = String::new());
    plan.hosts.change(HOST, |host| (host.id_list_due, host.contact) = (Some(date()), Contact::default()));
    let expect = [
        "Whom to ask for at Host 1 is not known yet.",
        "Host 1 has not said yet whether photographs and telephones are allowed.",
        "Wales: 2 people are not named yet.",
        "Wales: the organisations of 2 people are not known yet.",
        "Lithuania: 1 person is not named yet.",
        "Lithuania: the organisation of 1 person is not known yet.",
        "Group A: nobody in the coach can be called yet.",
        "Basque Country: how many come is not known yet.",
        "Group B: nobody in the coach can be called yet.",
    ];
    assert_eq!(said(&plan, Paper::HostSheet(HOST)), expect);
    // A host that asked for no names misses none.
    plan.hosts.change(HOST, |host| host.id_list_due = None);
    assert_eq!(said(&plan, Paper::HostSheet(HOST)).len(), 5);
}

#[test]
fn a_caterer_lacks_diets() {
    let mut plan = funded();
    change(&mut plan, 11, |delegate| delegate.diet = "no".into());
    plan.sessions.change(SessionId::from_number(3), |session| session.place = Place::Open);
    let expect = [
        "“Session 3” has no place yet.",
        "Basque Country: how many come is not known yet.",
        "Wales: 2 people are not named yet.",
        "Wales: 1 person has said nothing about diet.",
        "Lithuania: 1 person is not named yet.",
        "Lithuania: 1 person has said nothing about diet.",
    ];
    assert_eq!(said(&plan, Paper::Catering(SessionId::from_number(3))), expect);
}

#[test]
fn evidence_lacks_a_version_and_addresses_of_documents() {
    let expect = [
        "No version was handed out yet, so nobody can tell what changed since.",
        "“Document 1” has no address where it is kept.",
    ];
    assert_eq!(said(&funded(), Paper::Evidence), expect);
}

#[test]
fn a_door_without_sessions_has_no_sign() {
    let next = date().succ_opt().unwrap();
    let paper = Paper::DoorSign(RoomId::from_number(1), next);
    assert_eq!(said(&funded(), paper), ["There is nothing to put on it yet."]);
}

#[test]
fn what_is_missing_can_be_seen_to() {
    let mut plan = funded();
    plan.coaches.change(CoachId::from_number(1), |coach| coach.driver.phone = String::new());
    let of_coach = lacks(&plan, COACH);
    let driver = of_coach.iter().find(|lack| lack.what == itinera::papers::What::DriverPhone).unwrap();
    assert_eq!(place_of(&driver.about, &plan).screen, Screen::Visits);
    let names = lacks(&plan, Paper::Badges)[0];
    assert_eq!(place_of(&names.about, &plan).screen, Screen::People);
}

#[test]
fn it_is_said_in_italian_too() {
    let plan = funded();
    let italian = Words::new(Language::Italian);
    let said: Vec<_> = lacks(&plan, Paper::Badges).iter().map(|lack| lack.sentence(&plan, italian)).collect();
    assert_eq!(said[0], "Wales: mancano ancora i nomi di 2 persone.");
}
