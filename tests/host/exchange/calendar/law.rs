//! What holds for every plan and every text.

use super::{ENGLISH, ITALIAN, ahead, calendar_for};
use crate::support::arbitrary::plans;
use itinera::agenda::{Audience, entries, wording};
use itinera::exchange::calendar::{LONGEST_TEXT, MOST_PROBLEMS, MOST_SESSIONS, read};
use itinera::plan::{DelegateId, DelegationId};
use proptest::prelude::*;

/// Words as a title has them: on one line, without what says nothing.
fn on_one_line(words: &str) -> String {
    let words: String = words.chars().filter(|letter| letter.is_whitespace() || !letter.is_control()).collect();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Lines of a calendar, true and mangled.
fn mangled() -> impl Strategy<Value = Vec<u8>> {
    let names = prop_oneof![
        Just("BEGIN:VEVENT"),
        Just("END:VEVENT"),
        Just("BEGIN:VALARM"),
        Just("END:VALARM"),
        Just("BEGIN:VTIMEZONE"),
        Just("END:VTIMEZONE"),
        Just("BEGIN:STANDARD"),
        Just("END:STANDARD"),
        Just("BEGIN:VCALENDAR"),
        Just("END:VCALENDAR"),
        Just("DTSTART:20171121T090000"),
        Just("DTSTART;TZID=X:20171121T090000"),
        Just("DTSTART;VALUE=DATE:20171121"),
        Just("DTEND:99991231T235960Z"),
        Just("DTEND:20171121T100000"),
        Just("DURATION:P9999999999W"),
        Just("DURATION:-PT5M"),
        Just("RRULE:FREQ=DAILY;INTERVAL=1000"),
        Just("RRULE:FREQ=WEEKLY;BYDAY=MO,SU;COUNT=4294967295;WKST=SU"),
        Just("RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"),
        Just("RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-5SU"),
        Just("TZID:X"),
        Just("TZOFFSETFROM:-2359"),
        Just("TZOFFSETTO:+2359"),
        Just("RDATE:20171122T090000,20171123T090000"),
        Just("EXDATE:20171121T090000"),
        Just("RECURRENCE-ID:20171121T090000"),
        Just("UID:1"),
        Just("SUMMARY:a"),
        Just(" b"),
        Just("DTSTART:00010101T000000Z"),
        Just("RDATE:garbage"),
        Just("STATUS:CANCELLED"),
        Just("X"),
        Just(":"),
        Just("\""),
    ];
    let line = prop_oneof![8 => names.prop_map(str::to_string), 1 => "\\PC{0,30}".prop_map(String::from)];
    proptest::collection::vec(line, 0..40)
        .prop_map(|lines| format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{}", lines.join("\r\n")).into_bytes())
}

proptest! {
    #[test]
    fn out_and_in_again_is_the_same_agenda(plan in plans(), who in 0..7_u128) {
        let audience = match who {
            0 => Audience::Everyone,
            1..4 => Audience::Delegation(DelegationId::from_number(who)),
            _ => Audience::Delegate(DelegateId::from_number(who - 3)),
        };
        for words in [ENGLISH, ITALIAN] {
            let written = calendar_for(&plan, audience, words);
            let back = read(written.text.as_bytes(), &plan.meeting.zone, &ahead).unwrap();
            // What was cancelled is not taken over, and nothing else is amiss.
            prop_assert_eq!(back.problems.len() + back.unlisted, written.cancelled);
            let mut agenda = entries(&plan, audience);
            agenda.retain(|entry| !written.left_out.contains(&entry.id));
            prop_assert_eq!(back.sessions.len(), agenda.len());
            for entry in agenda {
                let key = format!("{}@{}", entry.id, plan.id());
                let title = on_one_line(&wording::title(words, &entry));
                // The plans here use one identity for records of several kinds.
                let mut same = back.sessions.iter().filter(|session| session.key == key && session.slot == entry.slot);
                let Some(session) = same.find(|session| session.title.starts_with(&title)) else {
                    panic!("no {title} at {:?} in\n{}", entry.slot, written.text)
                };
                if let itinera::agenda::Event::Session(record) = &entry.event {
                    prop_assert_eq!(&session.title, &title);
                    let notes = record.notes.in_language(words.language()).trim();
                    let notes: String = notes.chars().filter(|letter| *letter == '\n' || !letter.is_control()).collect();
                    let told: String = session.notes.replace(' ', "");
                    prop_assert!(told.contains(&notes.replace(' ', "")), "{:?} {:?}", told, notes);
                }
            }
        }
    }

    #[test]
    fn no_file_makes_the_reader_stumble(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = read(&bytes, "Europe/Rome", &ahead);
    }

    #[test]
    fn no_calendar_does_either(bytes in mangled(), known in any::<bool>()) {
        let calendar = read(&bytes, "Europe/Rome", &|zone, utc| if known { ahead(zone, utc) } else { None }).unwrap();
        prop_assert!(calendar.problems.len() <= MOST_PROBLEMS && calendar.sessions.len() <= MOST_SESSIONS);
        for problem in &calendar.problems {
            for words in [ENGLISH, ITALIAN] {
                prop_assert!(problem.words(words).contains(&problem.line.to_string()));
            }
        }
        prop_assert!(calendar.sessions.iter().all(|session| session.notes.chars().count() <= LONGEST_TEXT));
        prop_assert!(calendar.sessions.is_sorted_by_key(|session| session.slot));
    }

    #[test]
    fn a_true_calendar_that_is_cut_anywhere_is_read_as_far_as_it_goes(at in 0..1_000_usize) {
        let text = calendar_for(&itinera::example::manumix(), Audience::Everyone, ENGLISH).text;
        let cut = &text.as_bytes()[..text.len() * at / 1_000];
        match read(cut, "Europe/Rome", &ahead) {
            Ok(calendar) => prop_assert!(calendar.sessions.len() <= text.matches("BEGIN:VEVENT").count()),
            Err(_) => prop_assert!(at < 5 || std::str::from_utf8(cut).is_err()),
        }
    }
}
