//! The names of papers, also as text in addresses.

use super::Carriage;
use crate::{
    agenda::Audience,
    plan::{EntryId, GroupId, HostId, RoomId, SessionId, StopId},
    wire::clock::{date_text, read_date},
};
use chrono::NaiveDate;
use std::str::FromStr;

/// A paper: what it is, and about what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Paper {
    /// The agenda, for everyone or a delegation.
    Programme(Audience),
    /// What concerns a delegation or a delegate.
    Itinerary(Audience),
    /// Who was there, with room for signatures.
    Attendance(Site),
    /// Badges for everybody.
    Badges,
    /// Who is in a coach on its leg to a stop; without a stop, on the one back.
    CoachList(Carriage, Option<StopId>),
    /// Who comes to a company, and when.
    HostSheet(HostId),
    /// Heads at a meal.
    Catering(SessionId),
    /// What is in a room on a day.
    DoorSign(RoomId, NaiveDate),
    /// What an auditor keeps.
    Evidence,
}

/// Where and when people sign that they were there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Site {
    /// At the meeting on a day.
    Day(NaiveDate),
    /// At a host: a stop, and the group that makes it where its visit has groups.
    Stop(StopId, Option<GroupId>),
}

impl Paper {
    /// The paper as it stands in addresses, such as `attendance:day:2017-11-21`.
    #[must_use]
    pub fn key(self) -> String {
        match self {
            Self::Programme(audience) => format!("programme:{}", audience.key()),
            Self::Itinerary(audience) => format!("itinerary:{}", audience.key()),
            Self::Attendance(Site::Day(date)) => format!("attendance:day:{}", date_text(date)),
            Self::Attendance(Site::Stop(stop, group)) => format!("attendance:stop:{}", EntryId::Stop(stop, group)),
            Self::Badges => "badges".to_string(),
            Self::CoachList(carriage, stop) => {
                let carriage = match carriage {
                    Carriage::Coach(id) => format!("coach:{id}"),
                    Carriage::Group(id) => format!("group:{id}"),
                    Carriage::Visit(id) => format!("visit:{id}"),
                };
                let leg = stop.map_or_else(|| "back".to_string(), |stop| format!("to:{stop}"));
                format!("coach-list:{carriage}:{leg}")
            }
            Self::HostSheet(host) => format!("host:{host}"),
            Self::Catering(session) => format!("catering:{session}"),
            Self::DoorSign(room, date) => format!("door:{room}:{}", date_text(date)),
            Self::Evidence => "evidence".to_string(),
        }
    }

    /// The paper that an address names; whether a plan has it is another question.
    #[must_use]
    pub fn parse(key: &str) -> Option<Self> {
        let (name, rest) = key.split_once(':').unwrap_or((key, ""));
        match name {
            "programme" => Audience::parse(rest).map(Self::Programme),
            "itinerary" => Audience::parse(rest).map(Self::Itinerary),
            "attendance" => site(rest).map(Self::Attendance),
            "badges" => rest.is_empty().then_some(Self::Badges),
            "coach-list" => coach_list(rest),
            "host" => id(rest).map(Self::HostSheet),
            "catering" => id(rest).map(Self::Catering),
            "door" => {
                let (room, date) = rest.split_once(':')?;
                Some(Self::DoorSign(id(room)?, read_date(date)?))
            }
            "evidence" => rest.is_empty().then_some(Self::Evidence),
            _ => None,
        }
    }
}

fn id<T: FromStr>(text: &str) -> Option<T> {
    text.parse().ok()
}

fn site(text: &str) -> Option<Site> {
    match text.split_once(':')? {
        ("day", date) => read_date(date).map(Site::Day),
        ("stop", entry) => match entry.split_once('_') {
            Some((stop, group)) => Some(Site::Stop(id(stop)?, Some(id(group)?))),
            None => Some(Site::Stop(id(entry)?, None)),
        },
        _ => None,
    }
}

fn coach_list(text: &str) -> Option<Paper> {
    let (sort, rest) = text.split_once(':')?;
    let (carried, leg) = rest.split_once(':')?;
    let carriage = match sort {
        "coach" => Carriage::Coach(id(carried)?),
        "group" => Carriage::Group(id(carried)?),
        "visit" => Carriage::Visit(id(carried)?),
        _ => return None,
    };
    let stop = match leg.strip_prefix("to:") {
        Some(stop) => Some(id(stop)?),
        None if leg == "back" => None,
        None => return None,
    };
    Some(Paper::CoachList(carriage, stop))
}
