//! The names of papers in addresses.

use super::of;
use crate::plan::build::date;
use itinera::{
    agenda::Audience,
    papers::{Carriage, Paper, Site},
    plan::{CoachId, DelegateId, GroupId, HostId, RoomId, SessionId, StopId, VisitId},
};

#[test]
fn a_paper_reads_back_as_it_is_written() {
    let one = "00000000-0000-0000-0000-000000000001";
    let two = "00000000-0000-0000-0000-000000000002";
    let (stop, group) = (StopId::from_number(1), GroupId::from_number(2));
    for (paper, key) in [
        (Paper::Programme(Audience::Everyone), "programme:everyone".to_string()),
        (Paper::Programme(Audience::Delegation(of(1))), format!("programme:delegation:{one}")),
        (Paper::Itinerary(Audience::Delegate(DelegateId::from_number(2))), format!("itinerary:delegate:{two}")),
        (Paper::Attendance(Site::Day(date())), "attendance:day:2017-11-21".to_string()),
        (Paper::Attendance(Site::Stop(stop, None)), format!("attendance:stop:{one}")),
        (Paper::Attendance(Site::Stop(stop, Some(group))), format!("attendance:stop:{one}_{two}")),
        (Paper::Badges, "badges".to_string()),
        (
            Paper::CoachList(Carriage::Coach(CoachId::from_number(2)), Some(stop)),
            format!("coach-list:coach:{two}:to:{one}"),
        ),
        (Paper::CoachList(Carriage::Group(group), None), format!("coach-list:group:{two}:back")),
        (Paper::CoachList(Carriage::Visit(VisitId::from_number(1)), None), format!("coach-list:visit:{one}:back")),
        (Paper::HostSheet(HostId::from_number(1)), format!("host:{one}")),
        (Paper::Catering(SessionId::from_number(1)), format!("catering:{one}")),
        (Paper::DoorSign(RoomId::from_number(1), date()), format!("door:{one}:2017-11-21")),
        (Paper::Evidence, "evidence".to_string()),
    ] {
        assert_eq!(paper.key(), key);
        assert_eq!(Paper::parse(&key), Some(paper), "{key}");
    }
}

#[test]
fn what_is_no_paper_is_none() {
    let one = "00000000-0000-0000-0000-000000000001";
    for key in [
        "",
        "paper",
        "badges:all",
        "evidence:1",
        "programme",
        "programme:nobody",
        "itinerary:delegation:1",
        "attendance",
        "attendance:day:yesterday",
        "attendance:2017-11-21",
        "host:",
        "catering:lunch",
    ]
    .map(String::from)
    .into_iter()
    .chain([
        format!("attendance:stop:{one}_"),
        format!("attendance:stop:{one}_x"),
        format!("coach-list:coach:{one}"),
        format!("coach-list:coach:{one}:forth"),
        format!("coach-list:coach:{one}:to:x"),
        format!("coach-list:bus:{one}:back"),
        format!("door:{one}"),
        format!("door:{one}:2017-11-31"),
    ]) {
        assert_eq!(Paper::parse(&key), None, "{key}");
    }
}
