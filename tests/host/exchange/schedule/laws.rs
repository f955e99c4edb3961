//! Laws: out and in again is the same, and nothing makes the reader fall over.

use super::{event, json, read_text, xml};
use crate::{plan::build, support::arbitrary::plans};
use chrono::TimeDelta;
use itinera::{
    agenda::{Audience, EntryKind, Event, entries, spot},
    exchange::incoming::Incoming,
    i18n::{Language, Words},
    plan::{Delegation, DelegationId, EntryId, Link, Party, Place, Plan, Session, SessionId, Slot, Text, VenueId},
};
use proptest::prelude::*;

fn tidy(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let kept =
        |letter: &char| "\n\t".contains(*letter) || !(letter.is_control() || "\u{fffe}\u{ffff}".contains(*letter));
    text.chars().filter(kept).collect::<String>().trim().to_string()
}

fn line(text: &str) -> String {
    tidy(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a plan's public agenda says, without what a file adds; identities of sessions only.
fn expected(plan: &Plan) -> Vec<Incoming> {
    let (language, words) = (Language::English, Words::new(Language::English));
    let mut all: Vec<_> = entries(plan, Audience::Everyone)
        .iter()
        .filter(|entry| entry.kind() != EntryKind::Leg)
        .map(|entry| {
            let title = line(entry.title().in_language(language));
            let spot = spot(plan, entry);
            let mut place: Vec<String> = spot.names().map(|name| line(name.in_language(language))).collect();
            if let (None, Some(venue)) = (&spot.room, &spot.venue) {
                place.push(line(&venue.address));
            }
            place.retain(|part| !part.is_empty());
            let notes = match &entry.event {
                Event::Session(session) => tidy(session.notes.in_language(language)),
                Event::Stop { host, .. } => {
                    host.as_ref().map(|host| tidy(host.about.in_language(language))).unwrap_or_default()
                }
                Event::Leg { .. } => String::new(),
            };
            Incoming {
                key: if let EntryId::Session(id) = entry.id { id.to_string() } else { String::new() },
                title: if title.is_empty() { words.untitled().to_string() } else { title },
                slot: entry.slot,
                place: place.join(", "),
                notes,
                speakers: Vec::new(),
                link: String::new(),
            }
        })
        .collect();
    sort(&mut all);
    all
}

fn sort(sessions: &mut [Incoming]) {
    sessions.sort_by_key(|one| (one.slot, one.title.clone(), one.place.clone(), one.notes.clone(), one.key.clone()));
}

fn back(plan: &Plan, text: &str) -> Vec<Incoming> {
    let mut sessions = read_text(text).unwrap();
    for session in &mut sessions {
        let known = plan.sessions.iter().any(|known| known.id.to_string() == session.key);
        let stop = !known && session.key.as_bytes()[14] == b'8';
        assert!(known || stop, "{session:?}");
        if stop {
            session.key.clear();
        }
        session.speakers.clear();
        session.link.clear();
    }
    sort(&mut sessions);
    sessions
}

/// Sessions with any words at all, at any time of some days.
fn wordy() -> impl Strategy<Value = Plan> {
    let text = || prop_oneof![any::<String>(), "[a-z<>&;\"'\\]\\r\\n\\t\\u{1}\\u{202e}\\u{5d0}-\\u{5ea}🚌 ]{0,40}"];
    let session = (text(), text(), text(), 0..10_000_i64, 1..=1440_u16, text());
    proptest::collection::vec(session, 0..6).prop_map(|drawn| {
        let mut plan = build::empty();
        for (number, (title, notes, place, start, minutes, speaker)) in drawn.into_iter().enumerate() {
            let number = number as u128 + 1;
            plan.venues.put(itinera::plan::Venue { name: Text::same(place), ..build::venue(number, None) });
            let name = Text::same(speaker.clone());
            plan.delegations.put(Delegation { name, ..build::delegation(number) });
            plan.sessions.put(Session {
                id: SessionId::from_number(number),
                title: Text::same(title),
                notes: Text::same(notes),
                place: Place::Venue(VenueId::from_number(number)),
                slot: Slot::lasting(build::at(0, 0) + TimeDelta::minutes(start), minutes),
                speakers: vec![Party::Delegation(DelegationId::from_number(number))],
                links: vec![Link { title: speaker.clone(), url: format!("https://example.org/{speaker}") }],
                ..build::session(number)
            });
        }
        plan
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn a_plan_that_goes_out_and_comes_in_has_the_same_sessions(plan in plans()) {
        prop_assert_eq!(back(&plan, &xml(&plan)), expected(&plan));
        prop_assert_eq!(back(&plan, &json(&plan)), expected(&plan));
    }

    #[test]
    fn any_words_come_back(plan in wordy()) {
        let text = xml(&plan);
        prop_assert!(roxmltree::Document::parse(&text).is_ok(), "{}", text);
        prop_assert_eq!(back(&plan, &text), expected(&plan));
        prop_assert_eq!(back(&plan, &json(&plan)), expected(&plan));
        let mut one = read_text(&text).unwrap();
        let mut other = read_text(&json(&plan)).unwrap();
        sort(&mut one);
        sort(&mut other);
        prop_assert_eq!(&one, &other);
        for session in &one {
            let known = plan.sessions.iter().find(|known| known.id.to_string() == session.key).unwrap();
            let Party::Delegation(delegation) = known.speakers[0] else { unreachable!() };
            let name = line(&plan.delegations.get(delegation).unwrap().name.english);
            prop_assert_eq!(&session.speakers, &if name.is_empty() { vec![] } else { vec![name] });
            prop_assert!(session.link.starts_with("https://example.org/"));
        }
    }

    #[test]
    fn garbage_is_refused_or_read_but_never_breaks_the_reader(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = itinera::exchange::schedule::read(&bytes, super::ROME);
    }

    #[test]
    fn a_damaged_file_never_breaks_the_reader(
        plan in wordy(),
        cuts in proptest::collection::vec((any::<proptest::sample::Index>(), any::<u8>()), 1..6),
    ) {
        for text in [xml(&plan), json(&plan)] {
            let mut bytes = text.into_bytes();
            for (place, byte) in &cuts {
                let place = place.index(bytes.len());
                match byte % 3 {
                    0 => bytes[place] = byte / 3,
                    1 if bytes.len() > 1 => { bytes.remove(place); }
                    _ => bytes.truncate(place.max(1)),
                }
            }
            if let Err(error) = itinera::exchange::schedule::read(&bytes, super::ROME) {
                prop_assert!(!error.words(Words::new(Language::Italian)).is_empty());
            }
        }
    }

    #[test]
    fn any_elements_in_a_session_are_refused_or_read(elements in "(<(title|date|start|duration|links|link href='x')>[ -~]{0,12}(</[a-z]+>)?){0,6}") {
        let _ = read_text(&event(&elements));
    }
}
