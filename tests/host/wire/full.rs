//! A small plan that uses every field of the saved form at least once.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use itinera::plan::{
    Allowance, Attendance, Coach, CoachId, Consent, Contact, Day, Delegate, DelegateId, Delegation, DelegationId,
    Deviation, Document, DocumentId, EntryId, Group, GroupId, GuestField, Host, HostId, Hue, Line, Link, Longer,
    Meeting, Parted, Party, Phase, Place, Plan, PlanId, Position, Room, RoomId, Rush, Session, SessionId, SessionKind,
    Slot, Stop, StopId, Text, Topic, TopicId, Transfer, TransferId, Travel, Turn, TurnId, Venue, VenueId, Version,
    VersionId, Visit, VisitId, Window,
};
use itinera::wire::{Hash, PlanFile};

fn date() -> NaiveDate {
    NaiveDate::from_ymd_opt(2017, 11, 21).unwrap()
}

fn time(hour: u32, minute: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, minute, 0).unwrap()
}

fn at(hour: u32, minute: u32) -> NaiveDateTime {
    date().and_time(time(hour, minute))
}

/// The plan in a file with a past.
pub fn full() -> PlanFile {
    PlanFile {
        plan: plan(),
        saved: Some("2017-11-20T08:15:00Z".to_string()),
        lineage: vec![Hash(0x0123_4567_89ab_cdef), Hash(1)],
    }
}

/// The plan.
pub fn plan() -> Plan {
    let mut plan = Plan::empty(Meeting {
        id: PlanId::from_number(1),
        title: Text::new("Partner meeting", "Incontro dei partner"),
        programme: Text::same("Interreg Europe"),
        theme: Text::new("Evaluation", "Valutazione"),
        host: Text::new("Finpiemonte, Turin", "Finpiemonte, Torino"),
        zone: "Europe/Rome".to_string(),
        publicity: Text::new("Co-funded by the ERDF", "Cofinanziato dal FESR"),
        number: "PGI 00000".to_string(),
    });
    plan.days.put(Day { id: date(), title: Text::new("Day of visits", "Giornata di visite") });
    plan.topics.put(Topic { id: TopicId::from_number(11), name: Text::new("", "Fabbrica Intelligente") });
    plan.documents.put(Document {
        id: DocumentId::from_number(21),
        title: Text::new("Press release", "Comunicato stampa"),
        url: "https://example.org/release.pdf".to_string(),
    });
    places(&mut plan);
    people(&mut plan);
    plan.sessions.put(Session {
        id: SessionId::from_number(61),
        kind: SessionKind::SteeringGroup,
        title: Text::new("Welcome", "Benvenuto"),
        slot: Slot::new(at(9, 0), at(9, 45)).unwrap(),
        place: Place::Room(RoomId::from_number(41)),
        chair: vec![Party::Delegation(DelegationId::from_number(51))],
        speakers: vec![Party::Delegate(DelegateId::from_number(55)), Party::Named("The host's chair".to_string())],
        rapporteur: vec![Party::Named("To be found".to_string())],
        audience: Attendance::Only([DelegationId::from_number(51)].into()),
        topics: [TopicId::from_number(11)].into(),
        notes: Text::same("Badges at the door"),
        links: vec![Link { title: "Slides".to_string(), url: "https://example.org/slides".to_string() }],
        to_confirm: true,
        fixed: true,
        planned: Slot::new(at(8, 45), at(9, 30)).ok(),
        dropped: true,
    });
    plan.sessions.put(Session {
        id: SessionId::from_number(62),
        kind: SessionKind::Plenary,
        title: Text::same("Dinner"),
        slot: Slot::new(at(20, 0), at(22, 0)).unwrap(),
        place: Place::Venue(VenueId::from_number(31)),
        chair: Vec::new(),
        speakers: Vec::new(),
        rapporteur: Vec::new(),
        audience: Attendance::Only([].into()),
        topics: [].into(),
        notes: Text::default(),
        links: Vec::new(),
        to_confirm: false,
        fixed: false,
        planned: None,
        dropped: false,
    });
    visit(&mut plan);
    plan
}

fn places(plan: &mut Plan) {
    plan.venues.put(Venue {
        id: VenueId::from_number(31),
        name: Text::same("Finpiemonte"),
        address: "Torino".to_string(),
        position: Position::new(45_070_339, 7_686_864),
        to_confirm: true,
    });
    plan.venues.put(Venue {
        id: VenueId::from_number(32),
        name: Text::same("SPEA"),
        address: "Volpiano".to_string(),
        position: None,
        to_confirm: false,
    });
    plan.rooms.put(Room {
        id: RoomId::from_number(41),
        venue: VenueId::from_number(31),
        name: Text::new("Main room", "Sala principale"),
        capacity: Some(40),
    });
}

fn people(plan: &mut Plan) {
    plan.delegations.put(Delegation {
        id: DelegationId::from_number(51),
        name: Text::new("Basque Country", "Paesi Baschi"),
        region: Text::new("Basque Country", "Paesi Baschi"),
        country: "ES".to_string(),
        organisations: vec!["Innobasque".to_string(), "Basque Government".to_string()],
        hue: Hue::Orange,
        letter: "B".to_string(),
        expected: Some(4),
        to_confirm: true,
    });
    plan.delegates.put(Delegate {
        id: DelegateId::from_number(55),
        delegation: DelegationId::from_number(51),
        name: "Head of delegation".to_string(),
        organisation: "Innobasque".to_string(),
        role: "head of delegation".to_string(),
        email: "head@example.org".to_string(),
        phone: "+34 000 000 000".to_string(),
        diet: "vegetarian".to_string(),
        needs: "no stairs".to_string(),
        languages: vec!["eu".to_string(), "es".to_string()],
        arrival: Some(Travel { at: at(8, 5), place: "Porta Susa".to_string() }),
        departure: Some(Travel { at: at(23, 55), place: "Caselle".to_string() }),
        photo_consent: Consent::Refused,
        emergency: "the office".to_string(),
    });
}

fn visit(plan: &mut Plan) {
    plan.hosts.put(Host {
        id: HostId::from_number(71),
        name: "SPEA".to_string(),
        about: Text::new("Test equipment", "Apparecchiature di collaudo"),
        venue: Some(VenueId::from_number(32)),
        capacity: Some(25),
        groups_at_once: 2,
        gap: 15,
        contact: Contact {
            name: "Reception".to_string(),
            phone: "+39 000".to_string(),
            email: "desk@example.org".to_string(),
        },
        id_list_due: Some(date()),
        id_list_sent: true,
        guest_fields: Some([GuestField::Name, GuestField::Phone, GuestField::Document].into()),
        equipment: Text::new("Safety shoes", "Scarpe antinfortunistiche"),
        photos: Allowance::Forbidden,
        phones: Allowance::Allowed,
        announced: true,
        nda: true,
        nda_returned: true,
        to_confirm: true,
    });
    plan.visits.put(Visit {
        id: VisitId::from_number(81),
        title: Text::new("Study visit", "Visita di studio"),
        organiser: Text::same("Polo Mesap"),
        start_place: Some(VenueId::from_number(31)),
        gathering: 15,
        start: at(13, 30),
        return_place: Some(VenueId::from_number(31)),
        return_by: Some(at(19, 0)),
        return_boarding: 10,
        order: vec![StopId::from_number(91)],
        audience: Attendance::Only([DelegationId::from_number(51)].into()),
        coach_seats: Some(30),
        rush: Window::new(time(16, 30), time(18, 30)).map(|window| Rush { window, percent: 40 }),
        deviation: Deviation {
            lengths: vec![Longer { stop: None, phase: Phase::Drive, minutes: 20 }],
            ..Deviation::default()
        },
        to_confirm: true,
    });
    plan.stops.put(Stop {
        id: StopId::from_number(91),
        visit: VisitId::from_number(81),
        host: HostId::from_number(71),
        boarding: 10,
        window: Window::new(time(14, 0), time(17, 30)),
        gate: 5,
        safety: 15,
        tour: 45,
        questions: 20,
        count_back: 5,
        hold: 10,
        briefing: Text::same("Ask about tests"),
        topics: [TopicId::from_number(11)].into(),
        to_confirm: true,
    });
    let id = TransferId { from: VenueId::from_number(31), to: VenueId::from_number(32) };
    plan.transfers.put(Transfer { id, minutes: 35, to_confirm: true });
    groups(plan);
}

fn groups(plan: &mut Plan) {
    let contact = |name: &str| Contact { name: name.to_string(), phone: "+39 001".to_string(), ..Contact::default() };
    plan.coaches.put(Coach {
        id: CoachId::from_number(101),
        visit: VisitId::from_number(81),
        name: "Coach 1".to_string(),
        seats: Some(19),
        driver: contact("The driver"),
        plate: "ZZ 000 ZZ".to_string(),
        to_confirm: true,
    });
    let group = GroupId::from_number(111);
    plan.groups.put(Group {
        id: group,
        visit: VisitId::from_number(81),
        name: Text::new("Lasers", "Laser"),
        letter: "A".to_string(),
        hue: Hue::Blue,
        delegations: [DelegationId::from_number(51)].into(),
        delegates: [DelegateId::from_number(55)].into(),
        language: "en".to_string(),
        guide: contact("The guide"),
        coach: Some(CoachId::from_number(101)),
        start: Some(time(13, 45)),
        start_fixed: true,
        order: vec![StopId::from_number(91)],
        skips: [StopId::from_number(92)].into(),
        deviation: Deviation {
            starts: 20,
            lengths: vec![Longer { stop: Some(StopId::from_number(91)), phase: Phase::Questions, minutes: -5 }],
            order: vec![StopId::from_number(91)],
            skips: [StopId::from_number(92)].into(),
            parted: Some(Parted { from: Some(GroupId::from_number(112)), together: [StopId::from_number(91)].into() }),
        },
    });
    let id = TurnId { group, stop: StopId::from_number(91) };
    plan.turns.put(Turn { id, received: Some(time(15, 0)), hold: 5, pinned: true });
    version(plan, group);
}

fn version(plan: &mut Plan, group: GroupId) {
    let line = |entry, title: &str| Line {
        entry,
        slot: Slot::new(at(9, 0), at(9, 30)).unwrap(),
        title: Text::same(title),
        place: Text::default(),
        audience: Attendance::Everyone,
        exceptions: [].into(),
        to_confirm: false,
    };
    let (stop, gone) = (StopId::from_number(91), StopId::from_number(92));
    let session = Line {
        title: Text::new("Welcome", "Benvenuto"),
        place: Text::new("Main room, Finpiemonte", "Sala principale, Finpiemonte"),
        audience: Attendance::Only([DelegationId::from_number(51)].into()),
        exceptions: [DelegateId::from_number(55)].into(),
        to_confirm: true,
        ..line(EntryId::Session(SessionId::from_number(61)), "")
    };
    plan.versions.put(Version {
        id: VersionId::from_number(121),
        name: Text::new("First version", "Prima versione"),
        at: "2017-11-06T09:30:00Z".parse().unwrap(),
        lines: vec![
            session,
            line(EntryId::Stop(stop, Some(group)), "SPEA"),
            line(EntryId::Stop(gone, None), "A host that was taken out"),
            line(EntryId::LegTo(stop, Some(group)), "SPEA"),
            line(EntryId::LegBack(VisitId::from_number(81), None), "Finpiemonte"),
        ],
        state: Some(0x00c0_ffee_0000_0001),
    });
}
