//! What the workspace says as data, in the reader's words.

pub use crate::agenda::wording::{group_name as group, kind};

use super::effects::intl;
use crate::{
    agenda::Bring,
    i18n::{Language, Words},
    plan::{AnyRecord, EditError, Key, Label, Plan, SessionId, Text, Verb},
    wire::{self, Problem},
    workspace::{Refusal, Said},
};
use serde_json::Value;

/// What undo would undo, such as "move Lunch".
#[must_use]
pub fn label(words: Words, label: &Label) -> String {
    let subject = label.subject.in_language(words.language());
    let what = match label.verb {
        Verb::Add => words.verb_add(subject),
        Verb::Change => words.verb_change(subject),
        Verb::Remove => words.verb_remove(subject),
        Verb::Move => words.verb_move(subject),
        Verb::Resize => words.verb_resize(subject),
        Verb::Enrol => words.verb_enrol(subject),
        Verb::AddSessions => words.verb_add_sessions(subject),
        Verb::Reorder => words.verb_reorder(subject),
        Verb::SetDrive => words.verb_set_drive(subject),
        Verb::Confirm => words.verb_confirm(subject),
        Verb::Assign => words.verb_assign(subject),
        Verb::Split => words.verb_split(subject),
        Verb::SetTurn => words.verb_set_turn(subject),
        Verb::SetDrives => words.verb_set_drives(subject),
        Verb::Arrange => words.verb_arrange(subject),
        Verb::Deviate => subject.to_string(),
        Verb::BackToPlan => words.late_verb_back().to_string(),
        Verb::HandOut => words.verb_hand_out(subject),
        Verb::Merge => words.verb_merge().to_string(),
        Verb::Settle => words.verb_settle(subject),
    };
    what.trim_end().to_string()
}

/// What just happened, for the live region.
#[must_use]
pub fn said(words: Words, plan: &Plan, said: &Said) -> String {
    let language = words.language();
    match said {
        Said::Done(done, Some(slot)) => {
            let times = intl::span(language, slot.start(), slot.end());
            words.said_times(done.subject.in_language(language), &times)
        }
        Said::Done(done, None) => words.said_done(&label(words, done)),
        Said::Undone(undone) => words.said_undone(&label(words, undone)),
        Said::Redone(redone) => words.said_redone(&label(words, redone)),
        Said::Refused(error) => refused(words, plan, error),
    }
}

/// Why a change was refused, and what to do.
#[must_use]
pub fn refused(words: Words, plan: &Plan, why: &Refusal) -> String {
    let named = |id: SessionId| plan.sessions.get(id).map(|session| session.title.clone()).unwrap_or_default();
    match why {
        Refusal::Edit(EditError::Gone(_)) => words.refused_gone().to_string(),
        Refusal::Edit(EditError::Twice(_) | EditError::Mixed(_)) => words.refused_twice().to_string(),
        Refusal::Edit(EditError::TooMany) => words.refused_too_many(&Plan::MOST_RECORDS.to_string()),
        Refusal::Edit(EditError::Fixed(id)) => words.refused_fixed(named(*id).in_language(words.language())),
        Refusal::TooLarge { limit } => words.refused_too_large(&(limit / wire::MEGABYTE).to_string()),
        Refusal::Unreadable { problem, .. } => match &**problem {
            Problem::LongText { characters, limit } => too_long(words, *characters, *limit),
            Problem::TooMany { count, limit } => words.too_many(&count.to_string(), &limit.to_string()),
            _ => words.not_readable().to_string(),
        },
    }
}

/// Where a change was refused, as far as it is about one place; why, and what to do.
#[must_use]
pub fn refused_where(words: Words, plan: &Plan, why: &Refusal) -> String {
    let what = refused(words, plan, why);
    match why {
        Refusal::Unreadable { key, title: called, field: name, .. } => {
            let called = called.in_language(words.language());
            let called = if called.is_empty() { title(words, plan, *key) } else { called.to_string() };
            words.refused_in(field(words, name), &shortened(&called), &what)
        }
        Refusal::Edit(_) | Refusal::TooLarge { .. } => what,
    }
}

/// That a text is too long, and what to do.
#[must_use]
pub fn too_long(words: Words, characters: usize, limit: usize) -> String {
    words.too_long(&characters.to_string(), &limit.to_string())
}

/// As much of a title as a sentence can bear.
fn shortened(title: &str) -> String {
    const ENOUGH: usize = 60;
    match title.char_indices().nth(ENOUGH) {
        Some((end, _)) => title[..end].to_string() + "…",
        None => title.to_string(),
    }
}

/// What people call a record; a stop by its host, and words for what has no name.
#[must_use]
pub fn title(words: Words, plan: &Plan, key: Key) -> String {
    let text = match plan.record(key) {
        Some(AnyRecord::Stop(stop)) => plan.hosts.get(stop.host).map(|host| Text::same(&host.name)),
        Some(AnyRecord::Turn(turn)) => return title(words, plan, Key::Stop(turn.id.stop)),
        Some(AnyRecord::Group(group)) => return self::group(words, &group),
        Some(AnyRecord::Transfer(drive)) => plan.venues.get(drive.id.to).map(|venue| venue.name.clone()),
        Some(record) => Some(record.title()),
        None => None,
    };
    titled(words, &text.unwrap_or_default())
}

/// A title, or the word for what has none.
#[must_use]
pub fn titled(words: Words, title: &Text) -> String {
    let title = title.in_language(words.language());
    if title.is_empty() { words.untitled().to_string() } else { title.to_string() }
}

/// The name of a field, by its name in the domain type.
#[must_use]
pub fn field(words: Words, name: &str) -> &'static str {
    match name {
        "title" | "name" => words.field_title(),
        "slot" | "start" | "window" | "at" | "received" | "planned" | "deviation" => words.field_time(),
        "place" | "venue" | "start_place" | "return_place" | "position" | "address" => words.field_place(),
        "notes" | "briefing" | "about" => words.field_notes(),
        "kind" => words.field_kind(),
        "audience" => words.field_audience(),
        "chair" => words.field_chair(),
        "speakers" => words.field_speakers(),
        "rapporteur" => words.field_rapporteur(),
        "topics" => words.field_topics(),
        "to_confirm" => words.to_confirm(),
        "fixed" | "start_fixed" => words.fixed(),
        "order" => words.field_order(),
        "capacity" | "coach_seats" | "seats" | "expected" => words.field_heads(),
        "gate" | "safety" | "tour" | "questions" | "count_back" | "boarding" | "return_boarding" | "minutes"
        | "gathering" | "gap" | "hold" => words.field_minutes(),
        "diet" => words.field_diet(),
        "email" => words.field_email(),
        "phone" => words.field_phone(),
        "organisation" | "organisations" => words.field_organisation(),
        "delegation" => words.people_delegation(),
        "role" => words.people_role(),
        "needs" => words.people_needs_field(),
        "languages" => words.people_languages(),
        "arrival" => words.people_arrival(),
        "departure" => words.people_departure(),
        "photo_consent" => words.people_consent(),
        "emergency" => words.people_emergency(),
        "region" => words.people_region(),
        "country" => words.people_country(),
        "hue" => words.people_hue(),
        "letter" => words.people_letter(),
        _ => words.field_other(),
    }
}

/// One thing that a host asks of those who come.
#[must_use]
pub fn bring(words: Words, asked: &Bring) -> String {
    match asked {
        Bring::Identity => words.bring_identity().to_string(),
        Bring::Equipment(what) => what.in_language(words.language()).to_string(),
        Bring::Agreement => words.bring_agreement().to_string(),
        Bring::NoPhotos => words.bring_no_photos().to_string(),
        Bring::NoPhones => words.bring_no_phones().to_string(),
    }
}

/// A value of the saved form, for somebody who has to choose between two.
#[must_use]
pub fn value(words: Words, plan: &Plan, value: &Value) -> String {
    match value {
        Value::Null => words.value_none().to_string(),
        Value::Bool(yes) => if *yes { words.yes() } else { words.no() }.to_string(),
        Value::Number(_) => wire::json::print(value),
        Value::String(text) if text.is_empty() => words.value_none().to_string(),
        Value::String(text) => named(words, plan, text).unwrap_or_else(|| moment(words.language(), text)),
        Value::Array(items) if items.is_empty() => words.value_none().to_string(),
        Value::Array(items) => {
            let items: Vec<_> = items.iter().map(|item| self::value(words, plan, item)).collect();
            items.join(", ")
        }
        Value::Object(fields) => {
            if let Some(text) = fields.get(words.language().tag()).or_else(|| fields.get("en")).and_then(Value::as_str)
            {
                return text.to_string();
            }
            let values: Vec<_> = fields.values().map(|value| self::value(words, plan, value)).collect();
            values.join("\u{2013}")
        }
    }
}

/// A local date-time of the saved form as people write it; other texts as they are.
fn moment(language: Language, text: &str) -> String {
    match wire::clock::read_moment(text) {
        Some(moment) => {
            let date = intl::date(language, moment.date(), intl::DateStyle::Brief);
            format!("{date}, {}", intl::time(language, moment))
        }
        None => text.to_string(),
    }
}

/// The name of the record whose identity a text is.
fn named(words: Words, plan: &Plan, text: &str) -> Option<String> {
    if text.len() != 36 {
        return None;
    }
    let key = plan.keys().into_iter().find(|key| match key {
        Key::Meeting(id) => id.to_string() == text,
        Key::Topic(id) => id.to_string() == text,
        Key::Document(id) => id.to_string() == text,
        Key::Venue(id) => id.to_string() == text,
        Key::Room(id) => id.to_string() == text,
        Key::Delegation(id) => id.to_string() == text,
        Key::Delegate(id) => id.to_string() == text,
        Key::Session(id) => id.to_string() == text,
        Key::Host(id) => id.to_string() == text,
        Key::Visit(id) => id.to_string() == text,
        Key::Stop(id) => id.to_string() == text,
        Key::Coach(id) => id.to_string() == text,
        Key::Group(id) => id.to_string() == text,
        Key::Version(id) => id.to_string() == text,
        Key::Day(_) | Key::Transfer(_) | Key::Turn(_) => false,
    })?;
    Some(title(words, plan, key))
}
