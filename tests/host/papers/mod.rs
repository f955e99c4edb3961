//! Tests of papers as data.

mod attendance;
mod badges;
mod catering;
mod coach;
mod door;
mod evidence;
mod host;
mod itinerary;
mod lacks;
mod laws;
mod list;
mod paper;
mod presence;

use crate::agenda::add_outing;
use crate::plan::build::{coach, day, delegate, delegation, document, empty, group, room, session, slot, venue};
use itinera::papers::Contingent;
use itinera::plan::{
    Attendance, Coach, CoachId, Contact, Delegate, DelegateId, DelegationId, Group, Party, Place, Plan, RoomId,
    Session, SessionKind, Text, VenueId,
};

/// Two days at the town hall (venue 0) for Wales (1: two of four named), Lithuania (2: one of two) and the Basque
/// Country (3: nobody knows how many).
///
/// Registration (1) and a plenary (2) in the morning, lunch (3) at the restaurant (9), then the outing of
/// [`add_outing`] with group A for Wales and B for Lithuania, both in coach 1; next morning a workshop (4) for Wales.
fn plan() -> Plan {
    let mut plan = empty();
    add_outing(&mut plan);
    plan.days.put(day(0));
    plan.days.put(day(1));
    plan.venues.put(venue(9, None));
    plan.rooms.put(room(1, 0));
    plan.rooms.put(room(2, 0));
    plan.documents.put(document(1));
    for (id, name, expected) in [(1, "Wales", Some(4)), (2, "Lithuania", Some(2)), (3, "Basque Country", None)] {
        let mut delegation = delegation(id);
        (delegation.name, delegation.expected) = (Text::same(name), expected);
        plan.delegations.put(delegation);
    }
    plan.delegates.put(person(11, 1, "Zoe Ace"));
    plan.delegates.put(person(12, 1, "Bob Low"));
    plan.delegates.put(person(21, 2, "Cid Moss"));
    let in_room = |id| Place::Room(RoomId::from_number(id));
    let at = |kind, place, start, end, id| Session { kind, place, slot: slot(start, end), ..session(id) };
    plan.sessions.put(at(SessionKind::Registration, in_room(1), (8, 30), (9, 0), 1));
    plan.sessions.put(Session {
        chair: vec![Party::Delegate(DelegateId::from_number(21))],
        speakers: vec![Party::Named("Professor Example".into()), Party::Delegation(of(1))],
        ..at(SessionKind::Plenary, in_room(2), (9, 0), (10, 0), 2)
    });
    plan.sessions.put(at(SessionKind::Lunch, Place::Venue(VenueId::from_number(9)), (12, 0), (12, 45), 3));
    let next = slot((9, 0), (10, 0)).moved(24 * 60);
    plan.sessions.put(Session {
        slot: next,
        audience: Attendance::Only([of(1)].into()),
        ..at(SessionKind::Workshop, in_room(2), (9, 0), (10, 0), 4)
    });
    plan.coaches.put(Coach {
        driver: Contact { name: "Driver".into(), phone: "+39 1".into(), ..Contact::default() },
        ..coach(1, 1)
    });
    for (id, delegation) in [(1, 1), (2, 2)] {
        let coach = Some(CoachId::from_number(1));
        plan.groups.put(Group { delegations: [of(delegation)].into(), coach, ..group(id, 1) });
    }
    plan
}

fn person(id: u128, delegation: u128, name: &str) -> Delegate {
    Delegate { name: name.into(), ..delegate(id, delegation) }
}

const fn of(delegation: u128) -> DelegationId {
    DelegationId::from_number(delegation)
}

fn change(plan: &mut Plan, delegate: u128, change: impl FnOnce(&mut Delegate)) {
    plan.delegates.change(DelegateId::from_number(delegate), change);
}

/// The contingents as text: `Wales: Bob Low, Zoe Ace +2`.
fn text(contingents: &[Contingent]) -> Vec<String> {
    let line = |one: &Contingent| {
        let name = one.delegation.as_ref().map_or("?", |delegation| &delegation.name.english);
        people(name, one.named.iter().map(|delegate| delegate.name.clone()).collect(), one.unnamed)
    };
    contingents.iter().map(line).collect()
}

fn people(delegation: &str, named: Vec<String>, unnamed: usize) -> String {
    format!("{delegation}: {} +{unnamed}", named.join(", "))
}
