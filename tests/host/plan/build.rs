//! Plain records to build test plans from: everything empty but the identity and what a test asks for.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use itinera::plan::{
    Allowance, Attendance, Coach, CoachId, Consent, Contact, Day, Delegate, DelegateId, Delegation, DelegationId,
    Deviation, Document, DocumentId, Group, GroupId, Host, HostId, Hue, Meeting, Place, Plan, PlanId, Position, Room,
    RoomId, Session, SessionId, SessionKind, Slot, Stop, StopId, Text, Topic, TopicId, Transfer, TransferId, Turn,
    TurnId, Venue, VenueId, Version, VersionId, Visit, VisitId, Window,
};

/// The day on which everything happens unless a test says otherwise.
pub fn date() -> NaiveDate {
    NaiveDate::from_ymd_opt(2017, 11, 21).unwrap()
}

pub fn time(hour: u32, minute: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, minute, 0).unwrap()
}

pub fn at(hour: u32, minute: u32) -> NaiveDateTime {
    date().and_time(time(hour, minute))
}

pub fn slot(start: (u32, u32), end: (u32, u32)) -> Slot {
    Slot::new(at(start.0, start.1), at(end.0, end.1)).unwrap()
}

pub fn window(from: (u32, u32), to: (u32, u32)) -> Option<Window> {
    Some(Window::new(time(from.0, from.1), time(to.0, to.1)).unwrap())
}

pub fn empty() -> Plan {
    Plan::empty(meeting(0))
}

pub fn meeting(id: u128) -> Meeting {
    Meeting {
        id: PlanId::from_number(id),
        title: Text::same("Meeting"),
        programme: Text::default(),
        theme: Text::default(),
        host: Text::default(),
        zone: "Europe/Rome".into(),
        publicity: Text::default(),
        number: String::new(),
    }
}

pub fn day(offset: u64) -> Day {
    Day { id: date() + chrono::Days::new(offset), title: Text::default() }
}

pub fn version(id: u128) -> Version {
    Version {
        id: VersionId::from_number(id),
        name: Text::same(format!("Version {id}")),
        at: "2017-11-06T09:30:00Z".parse().unwrap(),
        lines: Vec::new(),
        state: None,
    }
}

pub fn topic(id: u128) -> Topic {
    Topic { id: TopicId::from_number(id), name: Text::same(format!("Topic {id}")) }
}

pub fn document(id: u128) -> Document {
    Document { id: DocumentId::from_number(id), title: Text::same(format!("Document {id}")), url: String::new() }
}

pub fn venue(id: u128, position: Option<(i32, i32)>) -> Venue {
    Venue {
        id: VenueId::from_number(id),
        name: Text::same(format!("Venue {id}")),
        address: String::new(),
        position: position.and_then(|(latitude, longitude)| Position::new(latitude, longitude)),
        to_confirm: true,
    }
}

pub fn room(id: u128, venue: u128) -> Room {
    Room {
        id: RoomId::from_number(id),
        venue: VenueId::from_number(venue),
        name: Text::same(format!("Room {id}")),
        capacity: None,
    }
}

pub fn delegation(id: u128) -> Delegation {
    Delegation {
        id: DelegationId::from_number(id),
        name: Text::same(format!("Delegation {id}")),
        region: Text::default(),
        country: String::new(),
        organisations: Vec::new(),
        hue: Hue::Teal,
        letter: "D".into(),
        expected: None,
        to_confirm: true,
    }
}

pub fn delegate(id: u128, delegation: u128) -> Delegate {
    Delegate {
        id: DelegateId::from_number(id),
        delegation: DelegationId::from_number(delegation),
        name: format!("Delegate {id}"),
        organisation: String::new(),
        role: String::new(),
        email: String::new(),
        phone: String::new(),
        diet: String::new(),
        needs: String::new(),
        languages: Vec::new(),
        arrival: None,
        departure: None,
        photo_consent: Consent::Unknown,
        emergency: String::new(),
    }
}

pub fn session(id: u128) -> Session {
    Session {
        id: SessionId::from_number(id),
        kind: SessionKind::Plenary,
        title: Text::same(format!("Session {id}")),
        slot: slot((9, 0), (10, 0)),
        place: Place::Open,
        chair: Vec::new(),
        speakers: Vec::new(),
        rapporteur: Vec::new(),
        audience: Attendance::Everyone,
        topics: [].into(),
        notes: Text::default(),
        links: Vec::new(),
        to_confirm: true,
        fixed: false,
        planned: None,
        dropped: false,
    }
}

pub fn host(id: u128, venue: Option<u128>) -> Host {
    Host {
        id: HostId::from_number(id),
        name: format!("Host {id}"),
        about: Text::default(),
        venue: venue.map(VenueId::from_number),
        capacity: None,
        groups_at_once: 1,
        gap: 0,
        contact: Contact { phone: "+39 011 000".to_string(), ..Contact::default() },
        id_list_due: None,
        id_list_sent: false,
        guest_fields: None,
        equipment: Text::default(),
        photos: Allowance::Unknown,
        phones: Allowance::Unknown,
        announced: false,
        nda: false,
        nda_returned: false,
        to_confirm: true,
    }
}

pub fn visit(id: u128) -> Visit {
    Visit {
        id: VisitId::from_number(id),
        title: Text::same(format!("Visit {id}")),
        organiser: Text::default(),
        start_place: None,
        gathering: 0,
        start: at(13, 0),
        return_place: None,
        return_by: None,
        return_boarding: 0,
        order: Vec::new(),
        audience: Attendance::Everyone,
        coach_seats: None,
        rush: None,
        deviation: Deviation::default(),
        to_confirm: true,
    }
}

pub fn stop(id: u128, visit: u128, host: u128) -> Stop {
    Stop {
        id: StopId::from_number(id),
        visit: VisitId::from_number(visit),
        host: HostId::from_number(host),
        boarding: 0,
        window: None,
        gate: 0,
        safety: 0,
        tour: 0,
        questions: 0,
        count_back: 0,
        hold: 0,
        briefing: Text::default(),
        topics: [].into(),
        to_confirm: true,
    }
}

pub fn transfer(from: u128, to: u128, minutes: u16) -> Transfer {
    Transfer { id: between(from, to), minutes, to_confirm: false }
}

pub fn between(from: u128, to: u128) -> TransferId {
    TransferId { from: VenueId::from_number(from), to: VenueId::from_number(to) }
}

pub fn coach(id: u128, visit: u128) -> Coach {
    Coach {
        id: CoachId::from_number(id),
        visit: VisitId::from_number(visit),
        name: format!("Coach {id}"),
        seats: None,
        driver: Contact::default(),
        plate: String::new(),
        to_confirm: false,
    }
}

/// A group of nobody, with the letter of its number: 1 is A.
pub fn group(id: u128, visit: u128) -> Group {
    let letter = char::from_u32(64 + u32::try_from(id).unwrap()).unwrap();
    Group { letter: letter.to_string(), ..Group::empty(GroupId::from_number(id), VisitId::from_number(visit)) }
}

pub fn turn(group: u128, stop: u128) -> Turn {
    Turn::free(TurnId { group: GroupId::from_number(group), stop: StopId::from_number(stop) })
}
