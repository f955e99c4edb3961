//! The words of what was wrong with a schedule: what, where, and what to do.

use super::error::{ScheduleError, Spot};
use crate::i18n::Words;
use crate::wire::MEGABYTE;

impl ScheduleError {
    /// One or two sentences for the person who opened the file.
    #[must_use]
    pub fn words(&self, words: Words) -> String {
        match self {
            Self::Empty => words.schedule_empty().to_string(),
            Self::TooLarge { bytes, limit } => {
                words.schedule_too_large(&bytes.div_ceil(MEGABYTE).to_string(), &(limit / MEGABYTE).to_string())
            }
            Self::Utf16 => words.schedule_utf16().to_string(),
            Self::NotText { .. } => words.schedule_not_text().to_string(),
            Self::NotASchedule => words.schedule_not_a_schedule().to_string(),
            Self::Broken { line } => words.schedule_broken(&line.to_string()),
            Self::CutShort { line } => words.schedule_cut_short(&line.to_string()),
            Self::TooDeep { line } => words.schedule_too_deep(&line.to_string()),
            Self::FieldTwice { line } => words.schedule_field_twice(&line.to_string()),
            Self::DocumentType { line } => words.schedule_document_type(&line.to_string()),
            Self::UnknownCharacter { name, line } => words.schedule_unknown_character(name, &line.to_string()),
            Self::TooMany { limit } => words.schedule_too_many(&limit.to_string()),
            Self::Wrong { spot, problem } => words.schedule_wrong(&spot.words(words), &problem.words(words)),
            Self::NoLength { spot, found } if found.is_empty() => words.schedule_length_missing(&spot.words(words)),
            Self::NoLength { spot, found } => words.schedule_no_length(&spot.words(words), found),
        }
    }
}

impl Spot {
    /// The place as a sentence can begin with it, such as: Session “Welcome”, line 40, “duration”.
    #[must_use]
    pub fn words(&self, words: Words) -> String {
        let line = self.line.to_string();
        match (self.title.as_str(), self.line) {
            ("", 0) => words.schedule_spot_path(&self.path),
            (title, 0) => words.schedule_spot_titled_path(title, &self.path),
            ("", _) => words.schedule_spot_line(&line, &self.path),
            (title, _) => words.schedule_spot_titled_line(title, &line, &self.path),
        }
    }
}
