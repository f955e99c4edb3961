//! Door signs.

use super::plan;
use crate::plan::build::date;
use itinera::{
    papers::DoorSign,
    plan::{Place, Plan, RoomId, SessionId},
};

fn sessions(plan: &Plan, room: u128) -> Vec<String> {
    let sign = DoorSign::of(plan, RoomId::from_number(room), date()).unwrap();
    sign.sessions.iter().map(|session| session.title.english.clone()).collect()
}

#[test]
fn it_has_the_sessions_of_the_room_and_the_day_by_start() {
    let mut plan = plan();
    assert_eq!((sessions(&plan, 1), sessions(&plan, 2)), (vec!["Session 1".into()], vec!["Session 2".into()]));
    plan.sessions.change(SessionId::from_number(2), |session| session.place = Place::Room(RoomId::from_number(1)));
    plan.sessions.change(SessionId::from_number(1), |session| session.slot = session.slot.moved(120));
    assert_eq!(sessions(&plan, 1), ["Session 2", "Session 1"]);
    assert!(sessions(&plan, 2).is_empty());
    plan.sessions.change(SessionId::from_number(2), |session| session.dropped = true);
    assert_eq!(sessions(&plan, 1), ["Session 1"]);
}

#[test]
fn it_says_which_building() {
    let sign = DoorSign::of(&plan(), RoomId::from_number(1), date()).unwrap();
    assert_eq!((sign.room.name.english.as_str(), sign.venue.unwrap().name.english.as_str()), ("Room 1", "Venue 0"));
    assert_eq!(DoorSign::of(&plan(), RoomId::from_number(7), date()), None);
}
