//! New records as somebody starts them.

use super::build::{at, date, day, delegation, empty, room, session, time, venue, visit};
use chrono::{Days, NaiveDateTime};
use itinera::example::manumix;
use itinera::plan::{
    Attendance, DelegationId, Host, HostId, Place, Plan, RoomId, Session, Stop, StopId, Text, Venue, VenueId, Visit,
    VisitId,
};

fn proposed(plan: &Plan) -> Visit {
    Visit::proposed(VisitId::from_number(1), Text::same("Study visit"), plan, at(10, 7))
}

#[test]
fn a_visit_starts_after_lunch_of_the_first_day_where_the_meeting_sits() {
    let mut plan = empty();
    assert_eq!(proposed(&plan).start, at(14, 0), "a plan without days: today");
    assert_eq!((proposed(&plan).start_place, proposed(&plan).return_place), (None, None));
    plan.days.put(day(8));
    plan.days.put(day(7));
    plan.venues.put(venue(1, None));
    plan.venues.put(venue(2, None));
    plan.rooms.put(room(1, 2));
    let visit = proposed(&plan);
    assert_eq!(visit.start, (date() + Days::new(7)).and_time(time(14, 0)));
    assert_eq!(visit.start_place, Some(VenueId::from_number(1)), "no sessions: the first venue");
    for id in 1..4 {
        plan.sessions.put(Session { place: Place::Room(RoomId::from_number(1)), ..session(id) });
    }
    plan.sessions.put(Session { place: Place::Venue(VenueId::from_number(1)), ..session(4) });
    plan.sessions.put(session(5));
    let visit = proposed(&plan);
    assert_eq!((visit.start_place, visit.return_place), (plan.seat(), Some(VenueId::from_number(2))));
    assert_eq!(manumix().venues.get(manumix().seat().unwrap()).unwrap().name.english, "Finpiemonte");
    assert!(visit.to_confirm && visit.audience == Attendance::Everyone);
}

#[test]
fn a_stop_has_the_phases_of_a_usual_company_visit() {
    let stop = Stop::proposed(StopId::from_number(1), VisitId::from_number(2), HostId::from_number(3));
    let phases = [stop.boarding, stop.gate, stop.safety, stop.tour, stop.questions, stop.count_back];
    assert_eq!(phases, [10, 5, 10, 40, 10, 5]);
    assert!(stop.to_confirm && stop.window.is_none());
}

#[test]
fn a_new_host_or_place_is_a_name_to_confirm() {
    let host = Host::named(HostId::from_number(1), "IRIS", Some(VenueId::from_number(2)));
    assert_eq!((host.name.as_str(), host.venue, host.to_confirm), ("IRIS", Some(VenueId::from_number(2)), true));
    let venue = Venue::named(VenueId::from_number(2), "IRIS", "Turin");
    assert_eq!((venue.name, venue.address.as_str(), venue.to_confirm), (Text::same("IRIS"), "Turin", true));
}

#[test]
fn on_another_date_the_time_of_return_goes_along() {
    let day_after = |moment: NaiveDateTime| moment + Days::new(1);
    let mut visit = Visit { return_by: Some(at(19, 30)), ..visit(1) };
    visit.start_at(at(12, 30));
    assert_eq!((visit.start, visit.return_by), (at(12, 30), Some(at(19, 30))));
    visit.start_at(day_after(at(13, 0)));
    assert_eq!(visit.return_by, Some(day_after(at(19, 30))));
    visit.start_at(at(13, 0));
    assert_eq!(visit.return_by, Some(at(19, 30)));
}

#[test]
fn a_return_before_the_start_is_meant_for_the_day_after() {
    let mut visit = visit(1);
    visit.return_at(Some(time(18, 0)));
    assert_eq!(visit.return_by, Some(at(18, 0)));
    visit.return_at(Some(time(0, 30)));
    assert_eq!(visit.return_by, Some(at(0, 30) + Days::new(1)));
    visit.return_at(None);
    assert_eq!(visit.return_by, None);
}

#[test]
fn all_delegations_or_none_are_everyone() {
    let mut plan = empty();
    for id in 1..4 {
        plan.delegations.put(delegation(id));
    }
    for (chosen, everyone) in [(&[][..], true), (&[1, 2, 3], true), (&[1], false), (&[2, 3], false)] {
        let chosen: std::collections::BTreeSet<_> = chosen.iter().map(|id| DelegationId::from_number(*id)).collect();
        let expect = if everyone { Attendance::Everyone } else { Attendance::Only(chosen.clone()) };
        assert_eq!(Attendance::of(chosen, &plan), expect);
    }
}
