//! Where each finding leads to.

use crate::plan::build;
use itinera::example::manumix;
use itinera::{
    checks::{About, check},
    plan::{
        CoachId, DelegateId, DelegationId, DocumentId, EntryId, Group, GroupId, HostId, Key, PlanId, RoomId, SessionId,
        StopId, TopicId, VenueId, VisitId,
    },
    workspace::{Route, Screen, place_of},
};

#[test]
fn everything_has_its_place() {
    let mut plan = build::empty();
    plan.visits.put(build::visit(1));
    plan.venues.put(build::venue(3, None));
    plan.hosts.put(build::host(1, Some(3)));
    plan.stops.put(build::stop(1, 1, 1));
    plan.stops.put(build::stop(2, 9, 1));
    plan.visits.put(build::visit(2));
    plan.stops.put(build::stop(3, 2, 1));
    plan.stops.put(build::stop(4, 2, 1));
    plan.groups.put(Group { skips: [StopId::from_number(4)].into(), ..build::group(1, 2) });
    plan.coaches.put(build::coach(1, 2));
    let group = Some(GroupId::from_number(1));
    let one = "00000000-0000-0000-0000-000000000001";
    let entry = About::Entry;
    let record = About::Record;
    let cases = [
        (entry(EntryId::Session(SessionId::from_number(1))), format!("#/agenda?show={one}")),
        (entry(EntryId::Stop(StopId::from_number(1), None)), format!("#/agenda?show={one}")),
        (entry(EntryId::LegTo(StopId::from_number(1), None)), format!("#/agenda?show=to-{one}")),
        (entry(EntryId::LegBack(VisitId::from_number(1), None)), format!("#/agenda?show=back-{one}")),
        (entry(EntryId::Stop(StopId::from_number(3), group)), format!("#/agenda?show={}3_{one}", &one[..35])),
        (entry(EntryId::LegTo(StopId::from_number(3), group)), format!("#/agenda?show=to-{}3_{one}", &one[..35])),
        // A stop that a group leaves out, or that none makes, is not on the agenda.
        (entry(EntryId::Stop(StopId::from_number(3), None)), format!("#/visits?show={}3", &one[..35])),
        (entry(EntryId::Stop(StopId::from_number(4), group)), format!("#/visits?show={}4", &one[..35])),
        (record(Key::Group(GroupId::from_number(1))), format!("#/visits?show={one}")),
        (record(Key::Coach(CoachId::from_number(1))), format!("#/visits?show={}2", &one[..35])),
        (record(Key::Coach(CoachId::from_number(9))), "#/visits".to_string()),
        (record(Key::Turn(build::turn(1, 3).id)), format!("#/visits?show={}3_{one}", &one[..35])),
        // A stop of a visit that is missing has no time and no place on the agenda.
        (entry(EntryId::Stop(StopId::from_number(2), None)), format!("#/visits?show={}2", &one[..35])),
        (record(Key::Delegation(DelegationId::from_number(1))), format!("#/people?show={one}")),
        (record(Key::Delegate(DelegateId::from_number(1))), format!("#/people?show={one}")),
        (record(Key::Host(HostId::from_number(1))), format!("#/visits?show={one}")),
        (record(Key::Visit(VisitId::from_number(1))), format!("#/visits?show={one}")),
        (record(Key::Stop(StopId::from_number(1))), format!("#/visits?show={one}")),
        (record(Key::Session(SessionId::from_number(1))), format!("#/agenda?show={one}")),
        (record(Key::Venue(VenueId::from_number(1))), format!("#/agenda?show={one}")),
        (record(Key::Room(RoomId::from_number(1))), format!("#/agenda?show={one}")),
        (record(Key::Topic(TopicId::from_number(1))), format!("#/agenda?show={one}")),
        (record(Key::Document(DocumentId::from_number(1))), format!("#/agenda?show={one}")),
        (record(Key::Meeting(PlanId::from_number(1))), format!("#/agenda?show={one}")),
        (record(Key::Day(build::date())), "#/agenda?show=2017-11-21".to_string()),
        // A drive is shown with the stop that it leads to, or comes from.
        (record(Key::Transfer(build::between(1, 3))), format!("#/visits?show={one}")),
        (record(Key::Transfer(build::between(3, 1))), format!("#/visits?show={one}")),
        (record(Key::Transfer(build::between(1, 2))), "#/visits".to_string()),
    ];
    for (about, href) in cases {
        assert_eq!(place_of(&about, &plan).href(), href, "{about:?}");
    }
}

#[test]
fn every_finding_of_the_example_leads_to_a_place_that_the_address_can_name() {
    let plan = manumix();
    let findings = check(&plan, None);
    assert!(!findings.is_empty());
    for finding in findings {
        assert!(!finding.about.is_empty());
        for about in &finding.about {
            let route = place_of(about, &plan);
            assert_eq!(Route::parse(&route.href()), route);
            assert!(matches!(route.screen, Screen::Agenda | Screen::People | Screen::Visits), "{route:?}");
        }
    }
}
