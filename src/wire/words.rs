//! The words of what was wrong with a file: what, where, and what to do.

use super::{DecodeError, Expected, Found, MEGABYTE, Problem, Spot};
use crate::i18n::Words;

impl DecodeError {
    /// One or two sentences for the person who opened the file.
    #[must_use]
    pub fn words(&self, words: Words) -> String {
        match self {
            Self::Empty => words.wire_empty().to_string(),
            Self::TooLarge { bytes, limit } => {
                let size = bytes.div_ceil(MEGABYTE).to_string();
                words.wire_too_large(&size, &(limit / MEGABYTE).to_string())
            }
            Self::Utf16 => words.wire_utf16().to_string(),
            Self::NotText { .. } => words.wire_not_text().to_string(),
            Self::NotJson { line, column } => words.wire_not_json(&line.to_string(), &column.to_string()),
            Self::CutShort { line, column } => words.wire_cut_short(&line.to_string(), &column.to_string()),
            Self::TooDeep { line, column } => words.wire_too_deep(&line.to_string(), &column.to_string()),
            Self::FieldTwice { line, column } => words.wire_field_twice(&line.to_string(), &column.to_string()),
            Self::NotAPlan => words.wire_not_a_plan().to_string(),
            Self::Newer { found, known } => words.wire_newer(&found.to_string(), &known.to_string()),
            Self::Twice { first, second, id } => words.wire_twice(&first.words(words), &second.words(words), id),
            Self::Wrong { spot, problem } => words.wire_wrong(&spot.words(words), &problem.words(words)),
        }
    }
}

impl Spot {
    /// The place as a sentence can begin with it, such as: Session 4 “Welcome”, “slot.start”.
    #[must_use]
    pub fn words(&self, words: Words) -> String {
        let number = self.number.to_string();
        let number = number.as_str();
        let record = match self.table.as_str() {
            "days" => words.wire_spot_day(number),
            "topics" => words.wire_spot_topic(number),
            "documents" => words.wire_spot_document(number),
            "venues" => words.wire_spot_venue(number),
            "rooms" => words.wire_spot_room(number),
            "delegations" => words.wire_spot_delegation(number),
            "delegates" => words.wire_spot_delegate(number),
            "sessions" => words.wire_spot_session(number),
            "hosts" => words.wire_spot_host(number),
            "visits" => words.wire_spot_visit(number),
            "stops" => words.wire_spot_stop(number),
            "coaches" => words.wire_spot_coach(number),
            "groups" => words.wire_spot_group(number),
            "turns" => words.wire_spot_turn(number),
            "versions" => words.wire_spot_version(number),
            "transfers" => words.wire_spot_transfer(number),
            _ if self.path.is_empty() => return words.wire_spot_file().to_string(),
            _ if self.table.is_empty() => return words.wire_spot_field(&self.field),
            _ => return words.wire_spot_field(&self.path),
        };
        let title = self.title.in_language(words.language());
        let record = if title.is_empty() { record } else { words.wire_spot_titled(&record, title) };
        if self.field.is_empty() { record } else { words.wire_spot_in_record(&record, &self.field) }
    }
}

impl Problem {
    /// What is wrong, as the end of a sentence.
    #[must_use]
    pub fn words(&self, words: Words) -> String {
        match self {
            Self::Missing { field } => words.wire_missing(field),
            Self::Unknown { field } => words.wire_unknown(field),
            Self::Other { expected, found } => words.wire_other(&found.words(words), &expected.words(words)),
            Self::Backwards { start, end } => {
                let clock = |moment: &chrono::NaiveDateTime| format!("{} {}", moment.date(), clock(moment.time()));
                words.wire_backwards(&clock(end), &clock(start))
            }
            Self::TooLong { minutes } => words.wire_too_long(&minutes.to_string()),
            Self::WindowBackwards { from, to } => words.wire_window(&clock(*to), &clock(*from)),
            Self::OffTheEarth { latitude, longitude } => {
                words.wire_off_the_earth(&latitude.to_string(), &longitude.to_string())
            }
            Self::NoZone => words.wire_no_zone().to_string(),
            Self::TooMany { count, limit } => words.wire_too_many(&count.to_string(), &limit.to_string()),
            Self::LongText { characters, limit } => words.wire_long_text(&characters.to_string(), &limit.to_string()),
        }
    }
}

fn clock(time: chrono::NaiveTime) -> String {
    let minute = crate::plan::minute_of_day(time);
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

impl Expected {
    /// What should be there, as a sentence's object.
    #[must_use]
    pub fn words(self, words: Words) -> String {
        let fixed = match self {
            Self::Number { least, most: i64::MAX } => return words.wire_expected_positive(&least.to_string()),
            Self::Number { least, most } => {
                return words.wire_expected_number(&least.to_string(), &most.to_string());
            }
            Self::OneOf(choices) => return words.wire_expected_one_of(&choices.join(", ")),
            Self::Text => words.wire_expected_text(),
            Self::Words => words.wire_expected_words(),
            Self::Truth => words.wire_expected_truth(),
            Self::List => words.wire_expected_list(),
            Self::Fields => words.wire_expected_fields(),
            Self::Date => words.wire_expected_date(),
            Self::Moment => words.wire_expected_moment(),
            Self::Time => words.wire_expected_time(),
            Self::Id => words.wire_expected_id(),
            Self::Stamp => words.wire_expected_stamp(),
            Self::Hash => words.wire_expected_hash(),
        };
        fixed.to_string()
    }
}

impl Found {
    /// What is there, as a sentence's subject.
    #[must_use]
    pub fn words(&self, words: Words) -> String {
        match self {
            Self::Nothing => words.wire_found_nothing().to_string(),
            Self::Truth(truth) => truth.to_string(),
            Self::Whole(number) => words.wire_found_whole(number),
            Self::Decimal => words.wire_found_decimal().to_string(),
            Self::Text(text) => words.wire_found_text(text),
            Self::List => words.wire_found_list().to_string(),
            Self::Fields => words.wire_found_fields().to_string(),
        }
    }
}
