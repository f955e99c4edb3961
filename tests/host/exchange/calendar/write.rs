//! What stands in a calendar file.

use super::{ENGLISH, ITALIAN, ahead, calendar, calendar_for, event, lines, stamp, value, zone_of};
use crate::plan::build::{
    at, coach, date, delegate, delegation, empty, group, host, meeting, room, session, slot, stop, topic, transfer,
    venue, visit,
};
use chrono::Datelike;
use itinera::agenda::Audience;
use itinera::exchange::calendar::{Options, Zone, read, write, years};
use itinera::plan::{
    Allowance, Attendance, Coach, CoachId, Contact, DelegateId, DelegationId, Edit, Group, Host, Hue, Key, Link,
    Meeting, Party, Place, Plan, RoomId, Session, SessionId, SessionKind, Slot, Stop, StopId, Text, VenueId, Version,
    VersionId, Visit, apply,
};

/// A meeting in November with a session, and a visit to a host by coach.
fn plan() -> Plan {
    let mut plan = empty();
    plan.meeting = Meeting {
        title: Text::new("Partner meeting", "Incontro dei partner"),
        publicity: Text::new("Co-funded by the ERDF", "Cofinanziato dal FESR"),
        ..meeting(7)
    }
    .into();
    plan.topics.put(topic(1));
    plan.venues.put(itinera::plan::Venue {
        address: "via Pianezza 36, Collegno".into(),
        ..venue(1, Some((45_070_339, -7_686_864)))
    });
    plan.venues.put(venue(2, None));
    plan.rooms.put(room(1, 1));
    plan.delegations.put(itinera::plan::Delegation { hue: Hue::Orange, ..delegation(1) });
    plan.delegates.put(delegate(1, 1));
    plan.sessions.put(Session {
        title: Text::new("Welcome, and why", "Benvenuto"),
        place: Place::Room(RoomId::from_number(1)),
        speakers: vec![Party::Named("The chair".into())],
        audience: Attendance::Only([DelegationId::from_number(1)].into()),
        topics: [topic(1).id].into(),
        notes: "Badges at the door;\nbring yours".into(),
        links: vec![
            Link { title: "Nothing".into(), url: "javascript:alert(1)".into() },
            Link { title: "Slides".into(), url: "https://example.org/slides".into() },
            Link { title: String::new(), url: "https://example.org/more".into() },
        ],
        kind: SessionKind::Workshop,
        to_confirm: false,
        ..session(1)
    });
    plan.hosts.put(Host {
        about: "Makes lasers".into(),
        equipment: "Safety shoes".into(),
        photos: Allowance::Forbidden,
        contact: Contact { name: "Reception".into(), phone: "+39 011 000".into(), email: String::new() },
        to_confirm: false,
        ..host(1, Some(2))
    });
    plan.transfers.put(transfer(1, 2, 25));
    let (start_place, return_place) = (Some(VenueId::from_number(1)), Some(VenueId::from_number(1)));
    plan.visits.put(Visit { start_place, return_place, gathering: 10, to_confirm: false, ..visit(1) });
    plan.stops.put(Stop { boarding: 5, gate: 5, tour: 30, briefing: "Ask about tests".into(), ..stop(1, 1, 1) });
    plan.coaches.put(Coach {
        plate: "ZZ 000 ZZ".into(),
        driver: Contact { phone: "+39 333".into(), ..Contact::default() },
        ..coach(1, 1)
    });
    let delegations = [DelegationId::from_number(1)].into();
    plan.groups.put(Group { delegations, coach: Some(CoachId::from_number(1)), ..group(1, 1) });
    plan
}

const PLAN: &str = "00000000-0000-0000-0000-000000000007";
const ONE: &str = "00000000-0000-0000-0000-000000000001";

/// The identity of an event from the start of it; all records here have the number one.
fn uid(start: &str, group: bool) -> String {
    let group = if group { format!("_{ONE}") } else { String::new() };
    format!("{start}{ONE}{group}@{PLAN}")
}

#[test]
fn a_session_says_all_that_delegates_should_know() {
    let text = calendar(&plan());
    assert_eq!(
        event(&text, &uid("", false)),
        [
            &format!("UID:{ONE}@{PLAN}"),
            "DTSTAMP:20171120T081500Z",
            "LAST-MODIFIED:20171120T081500Z",
            "SEQUENCE:0",
            "DTSTART;TZID=Europe/Rome:20171121T090000",
            "DTEND;TZID=Europe/Rome:20171121T100000",
            "SUMMARY:Welcome\\, and why",
            "DESCRIPTION:For Delegation 1\\nBadges at the door\\;\\nbring yours\\nSpeakers: The chair\\nTopics: Topic 1\\n\
             Slides: https://example.org/slides\\nhttps://example.org/more",
            "LOCATION:Room 1\\, Venue 1\\, via Pianezza 36\\, Collegno",
            "GEO:45.070339;-7.686864",
            "CATEGORIES:Workshop",
            "STATUS:CONFIRMED",
            "URL:https://example.org/slides",
        ]
    );
}

#[test]
fn a_leg_says_when_one_boards_and_what_to_bring_already() {
    let text = calendar(&plan());
    let leg = event(&text, &uid("to-", true));
    assert_eq!(value(&leg, "SUMMARY"), Some("Coach to Host 1 \u{b7} Group A"));
    assert_eq!(
        value(&leg, "DESCRIPTION"),
        Some(
            "Group A: Delegation 1\\n12:50 gather at Venue 1\\n13:00 board at Venue 1\\n13:05 coach leaves\\n\
             13:30 arrive at Venue 2\\ndrive 25 min\\nCoach 1 \u{b7} ZZ 000 ZZ\\nBring: Safety shoes. No photographs."
        )
    );
    assert_eq!(value(&leg, "LOCATION"), Some("Venue 1\\, via Pianezza 36\\, Collegno"));
    assert_eq!((value(&leg, "CATEGORIES"), value(&leg, "STATUS")), (Some("Transfer"), Some("CONFIRMED")));
    assert_eq!(value(&leg, "DTSTART"), Some("TZID=Europe/Rome:20171121T125000"));
    let back = event(&text, &uid("back-", true));
    assert_eq!(value(&back, "SUMMARY"), Some("Coach back to Venue 1 \u{b7} Group A"));
}

#[test]
fn a_stop_says_what_happens_and_what_the_host_asks() {
    let text = calendar(&plan());
    let stop = event(&text, &uid("", true));
    assert_eq!(value(&stop, "SUMMARY"), Some("Host 1 \u{b7} Group A"));
    assert_eq!(
        value(&stop, "DESCRIPTION"),
        Some(
            "To confirm\\nGroup A: Delegation 1\\nMakes lasers\\nAsk about tests\\nBring: Safety shoes. No photographs.\\n\
             13:30 ID check at the gate\\n13:35 tour"
        )
    );
    assert_eq!(value(&stop, "LOCATION"), Some("Venue 2"));
    assert_eq!(
        (value(&stop, "CATEGORIES"), value(&stop, "STATUS"), value(&stop, "GEO")),
        (Some("Study visit"), Some("TENTATIVE"), None)
    );
}

#[test]
fn nobody_is_invited_and_no_number_or_address_of_anybody_leaves() {
    for audience in [Audience::Everyone, Audience::Delegation(DelegationId::from_number(1))] {
        let text = calendar_for(&plan(), audience, ENGLISH).text;
        for never in ["ORGANIZER", "ATTENDEE", "METHOD", "+39", "mailto:"] {
            assert!(!text.contains(never), "{never}");
        }
    }
}

#[test]
fn the_head_says_whose_calendar_it_is() {
    let head = |audience, words| -> Vec<String> {
        let text = calendar_for(&plan(), audience, words).text;
        lines(&text).into_iter().take_while(|line| line != "BEGIN:VTIMEZONE").collect()
    };
    let of = DelegationId::from_number(1);
    assert_eq!(
        head(Audience::Everyone, ENGLISH),
        [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Itinera//Itinera//EN",
            "CALSCALE:GREGORIAN",
            &format!("UID:{PLAN}"),
            "LAST-MODIFIED:20171120T081500Z",
            "NAME:Partner meeting",
            "X-WR-CALNAME:Partner meeting",
            "DESCRIPTION:Co-funded by the ERDF",
            "X-WR-TIMEZONE:Europe/Rome",
        ]
    );
    let delegation = head(Audience::Delegation(of), ITALIAN);
    assert!(delegation.contains(&"NAME:Incontro dei partner \u{b7} Delegation 1".to_string()));
    assert!(delegation.contains(&"COLOR:darkorange".to_string()) && delegation.contains(&format!("UID:{of}@{PLAN}")));
    let delegate = head(Audience::Delegate(DelegateId::from_number(1)), ENGLISH);
    assert!(delegate.contains(&"NAME:Partner meeting \u{b7} Delegate 1".to_string()));
}

#[test]
fn the_zone_of_the_meeting_comes_along() {
    let text = calendar(&plan());
    let zone = "BEGIN:VTIMEZONE\r\nTZID:Europe/Rome\r\n\
        BEGIN:STANDARD\r\nDTSTART:19961027T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nTZNAME:CET\r\n\
        RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\n\
        BEGIN:DAYLIGHT\r\nDTSTART:19960331T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nTZNAME:CEST\r\n\
        RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\n";
    assert!(text.contains(zone), "{text}");
    let mut plan = plan();
    plan.meeting = Meeting { zone: "America/St_Johns".into(), ..(*plan.meeting).clone() }.into();
    let text = calendar(&plan);
    assert!(
        text.contains(
            "BEGIN:STANDARD\r\nDTSTART:20161224T203000\r\nTZOFFSETFROM:-0330\r\nTZOFFSETTO:-0330\r\nEND:STANDARD\r\n"
        ),
        "{text}"
    );
    assert!(text.contains(
        "BEGIN:DAYLIGHT\r\nDTSTART:20170312T020000\r\nTZOFFSETFROM:-0330\r\nTZOFFSETTO:-0230\r\nEND:DAYLIGHT\r\n"
    ));
    assert!(text.contains(
        "BEGIN:STANDARD\r\nDTSTART:20171105T020000\r\nTZOFFSETFROM:-0230\r\nTZOFFSETTO:-0330\r\nEND:STANDARD\r\n"
    ));
    assert!(text.contains("DTSTART;TZID=America/St_Johns:20171121T090000"));
}

#[test]
fn a_strange_zone_is_quoted_and_none_is_the_readers_own() {
    let in_zone = |name: Option<&str>| {
        let zone = name.map(|name| Zone { name: name.into(), ..Zone::rome() });
        let zone = zone.as_ref();
        let options = Options { audience: Audience::Everyone, words: ENGLISH, zone, stamp: stamp(), alarm: None };
        write(&plan(), &options).text
    };
    let text = in_zone(Some("Rome, \"Italy\"\r\nX:1"));
    assert!(text.contains("TZID:Rome\\, ItalyX:1\r\n"));
    assert!(text.contains("DTSTART;TZID=\"Rome, ItalyX:1\":20171121T090000\r\n"));
    for none in [None, Some(" \r\n\"")] {
        let text = in_zone(none);
        assert!(!text.contains("TZID") && !text.contains("TIMEZONE"), "{text}");
        assert!(text.contains("DTSTART:20171121T090000\r\n"));
    }
}

#[test]
fn each_reader_has_what_is_theirs() {
    let mut plan = plan();
    plan.delegations.put(delegation(2));
    plan.delegates.put(delegate(2, 2));
    let count = |audience| {
        let written = calendar_for(&plan, audience, ENGLISH);
        assert_eq!(written.text.matches("BEGIN:VEVENT").count(), written.entries);
        written.entries
    };
    assert_eq!(count(Audience::Everyone), 4);
    assert_eq!(count(Audience::Delegation(DelegationId::from_number(1))), 4);
    // In no group yet, so that they may have to join any; not asked to the session.
    assert_eq!(count(Audience::Delegate(DelegateId::from_number(2))), 3);
    let own = calendar_for(&plan, Audience::Delegate(DelegateId::from_number(1)), ENGLISH).text;
    assert_eq!(value(&event(&own, &uid("", true)), "SUMMARY"), Some("Host 1"), "one knows one's own group");
    assert!(!own.contains("For Delegation 1"));
}

#[test]
fn an_alarm_is_set_where_one_is_asked_for() {
    let plan = plan();
    let zone = zone_of(&plan);
    let options =
        Options { audience: Audience::Everyone, words: ENGLISH, zone: zone.as_ref(), stamp: stamp(), alarm: Some(15) };
    let text = write(&plan, &options).text;
    let alarm = "BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:Welcome\\, and why\r\nTRIGGER:-PT15M\r\nEND:VALARM\r\nEND:VEVENT\r\n";
    assert!(text.contains(alarm) && text.matches("BEGIN:VALARM").count() == 4);
    assert!(!calendar(&plan).contains("VALARM"));
}

/// The plan after it was handed out, so many days after the first time.
fn handed_out(plan: &Plan, day: u128) -> Plan {
    let at = format!("2017-11-{:02}T09:00:00Z", day + 1).parse().unwrap();
    apply(plan, &Edit::HandOut(Version::of(plan, VersionId::from_number(day), "Version", at))).unwrap()
}

#[test]
fn the_sequence_rises_with_the_entry_and_what_is_gone_is_cancelled() {
    let first = handed_out(&plan(), 1);
    let id = SessionId::from_number(1);
    let mut later = first.clone();
    later.sessions.change(id, |session| session.slot = slot((9, 30), (10, 30)));
    let text = calendar(&later);
    assert_eq!(value(&event(&text, &uid("", false)), "SEQUENCE"), Some("1"));
    for other in [uid("to-", true), uid("", true), uid("back-", true)] {
        assert_eq!(value(&event(&text, &other), "SEQUENCE"), Some("0"), "{other}");
    }
    let second = handed_out(&later, 2);
    let gone = apply(&second, &Edit::Remove(Key::Session(id))).unwrap();
    let written = calendar_for(&gone, Audience::Everyone, ENGLISH);
    assert_eq!((written.entries, written.cancelled), (3, 1));
    assert_eq!(
        event(&written.text, &uid("", false)),
        [
            &format!("UID:{ONE}@{PLAN}"),
            "DTSTAMP:20171120T081500Z",
            "LAST-MODIFIED:20171120T081500Z",
            "SEQUENCE:2",
            "DTSTART;TZID=Europe/Rome:20171121T093000",
            "DTEND;TZID=Europe/Rome:20171121T103000",
            "SUMMARY:Welcome\\, and why",
            "LOCATION:Room 1\\, Venue 1",
            "STATUS:CANCELLED",
            "TRANSP:TRANSPARENT",
        ]
    );
    // Who was never asked is not told either.
    let mut others = gone.clone();
    others.delegations.put(delegation(2));
    assert_eq!(calendar_for(&others, Audience::Delegation(DelegationId::from_number(2)), ENGLISH).cancelled, 0);
    let dropped = {
        let mut plan = second.clone();
        plan.sessions.change(id, |session| session.dropped = true);
        plan
    };
    assert_eq!(value(&event(&calendar(&dropped), &uid("", false)), "STATUS"), Some("CANCELLED"));
    let group = apply(&second, &Edit::Remove(Key::Stop(StopId::from_number(1)))).unwrap();
    let stop = event(&calendar(&group), &uid("", true));
    assert_eq!((value(&stop, "STATUS"), value(&stop, "SUMMARY")), (Some("CANCELLED"), Some("Host 1 \u{b7} Group A")));
}

#[test]
fn the_same_plan_gives_the_same_bytes() {
    assert_eq!(calendar(&plan()), calendar(&plan()));
}

#[test]
fn an_empty_plan_is_an_empty_calendar() {
    let written = calendar_for(&empty(), Audience::Everyone, ENGLISH);
    assert_eq!((written.entries, written.cancelled, written.left_out.len()), (0, 0, 0));
    assert!(written.text.starts_with("BEGIN:VCALENDAR\r\n") && written.text.ends_with("END:VCALENDAR\r\n"));
    let bare = Plan::empty(Meeting { title: Text::default(), ..meeting(1) });
    assert!(calendar(&bare).contains("\r\nNAME:Untitled\r\n"));
}

#[test]
fn what_a_calendar_cannot_hold_is_named() {
    let mut plan = empty();
    let in_year = |year, id| {
        let start = date().with_year(year).unwrap().and_hms_opt(23, 50, 0).unwrap();
        Session { slot: Slot::lasting(start, 20), ..session(id) }
    };
    for (year, id) in [(10_000, 1), (-1, 2), (9999, 3), (0, 4), (2017, 5)] {
        plan.sessions.put(in_year(year, id));
    }
    let written = calendar_for(&plan, Audience::Everyone, ENGLISH);
    let left_out: Vec<_> = written.left_out.iter().map(ToString::to_string).collect();
    assert_eq!(left_out, [SessionId::from_number(2), SessionId::from_number(1)].map(|id| id.to_string()));
    assert_eq!((written.entries, years(&plan)), (3, [0, 2017, 9999].into()));
    // Of the days before the year nought and after 9999 nothing is written.
    assert!(
        lines(&written.text).iter().filter(|line| line.starts_with("DTSTART")).all(|line| line
            .split_once(':')
            .unwrap()
            .1
            .len()
            == 15)
    );
    assert!(written.text.contains("DTSTART:00000101T000000"));
}

#[test]
fn no_words_of_a_plan_begin_a_line() {
    let evil = "x\r\nATTENDEE:mailto:a@example.org\nEND:VEVENT\u{2028}BEGIN:VALARM\rX:1";
    let mut plan = plan();
    let title = Text::new(evil, evil);
    plan.meeting = Meeting { title: title.clone(), publicity: title.clone(), ..(*plan.meeting).clone() }.into();
    plan.sessions.change(SessionId::from_number(1), |session| {
        session.title = title.clone();
        session.notes = title.clone();
        session.links = vec![Link { title: evil.into(), url: format!("https://example.org/{evil}") }];
        session.speakers = vec![Party::Named(evil.into())];
    });
    plan.venues.change(VenueId::from_number(1), |venue| {
        venue.name = title.clone();
        venue.address = evil.into();
    });
    plan.groups.change(itinera::plan::GroupId::from_number(1), |group| group.name = title.clone());
    let known = [
        "BEGIN",
        "END",
        "VERSION",
        "PRODID",
        "CALSCALE",
        "UID",
        "LAST-MODIFIED",
        "NAME",
        "X-WR-CALNAME",
        "DESCRIPTION",
        "X-WR-TIMEZONE",
        "TZID",
        "DTSTART",
        "DTSTART;TZID=Europe/Rome",
        "DTEND;TZID=Europe/Rome",
        "TZOFFSETFROM",
        "TZOFFSETTO",
        "TZNAME",
        "RRULE",
        "DTSTAMP",
        "SEQUENCE",
        "SUMMARY",
        "LOCATION",
        "GEO",
        "CATEGORIES",
        "STATUS",
        "URL",
    ];
    let text = calendar(&plan);
    for line in lines(&text) {
        assert!(known.contains(&line.split_once(':').unwrap().0), "{line}");
    }
    assert_eq!(text.matches("BEGIN:VEVENT").count(), 4);
    // Every end of a line is one of the format's, and no line is wider than it may be.
    assert!(text.split("\r\n").all(|line| line.len() <= 75 && !line.contains(['\r', '\n'])));
}

#[test]
fn two_thousand_sessions_are_written_once_each() {
    let mut plan = empty();
    for id in 0..2_000 {
        let start = at(0, 0) + chrono::TimeDelta::minutes(i64::try_from(id).unwrap() * 30);
        plan.sessions.put(Session { slot: Slot::lasting(start, 30), ..session(id) });
    }
    let plan = handed_out(&plan, 1);
    let written = calendar_for(&plan, Audience::Everyone, ENGLISH);
    assert_eq!((written.entries, written.text.matches("BEGIN:VEVENT").count()), (2_000, 2_000));
    let mut uids: Vec<_> = lines(&written.text).into_iter().filter(|line| line.starts_with("UID:")).collect();
    uids.sort();
    uids.dedup();
    assert_eq!(uids.len(), 2_001);
    let back = read(written.text.as_bytes(), "Europe/Rome", &ahead).unwrap();
    let slots: Vec<_> = back.sessions.iter().map(|session| session.slot).collect();
    assert_eq!(slots, plan.sessions.iter().map(|session| session.slot).collect::<Vec<_>>());
}

#[test]
fn the_shipped_meeting_needs_no_clock_of_the_browser() {
    let plan = itinera::example::manumix();
    let zone = Zone::of(&plan.meeting.zone, &years(&plan), &|_, _| panic!("the rule of Rome is known")).unwrap();
    assert_eq!(Some(zone.ahead(at(12, 0))), ahead("Europe/Rome", at(12, 0)));
}
