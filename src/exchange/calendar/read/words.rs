//! The words of what a calendar file does not give: what, where, and what comes of it.

use super::{Fault, LARGEST, MOST_REPEATS, MOST_SESSIONS, Problem, ReadError, USUAL_LENGTH};
use crate::i18n::Words;
use crate::wire::MEGABYTE;

impl ReadError {
    /// One or two sentences for the person who opened the file.
    #[must_use]
    pub fn words(&self, words: Words) -> String {
        match self {
            Self::Empty => words.calendar_empty().to_string(),
            Self::TooLarge { bytes, .. } => {
                let size = bytes.div_ceil(MEGABYTE).to_string();
                words.calendar_too_large(&size, &(LARGEST / MEGABYTE).to_string())
            }
            Self::NotText { line } => words.calendar_not_text(&line.to_string()),
            Self::NotACalendar => words.calendar_not_a_calendar().to_string(),
        }
    }
}

impl Problem {
    /// A sentence that begins with the place: Line 12, “Welcome”: it has no end and is taken to be 30 minutes long.
    #[must_use]
    pub fn words(&self, words: Words) -> String {
        let (line, what) = (self.line.to_string(), self.fault.words(words));
        match self.title.as_str() {
            "" => words.calendar_problem(&line, &what),
            title => words.calendar_problem_titled(&line, title, &what),
        }
    }
}

impl Fault {
    /// What is wrong and what comes of it, as the end of a sentence.
    #[must_use]
    pub fn words(&self, words: Words) -> String {
        match self {
            Self::NotALine => words.calendar_not_a_line().to_string(),
            Self::NoStart => words.calendar_no_start().to_string(),
            Self::NotAMoment { text } => words.calendar_not_a_moment(text),
            Self::AllDay => words.calendar_all_day().to_string(),
            Self::Cancelled => words.calendar_cancelled().to_string(),
            Self::Backwards => words.calendar_backwards().to_string(),
            Self::TooLong => words.calendar_too_long().to_string(),
            Self::NoEnd => words.calendar_no_end(&USUAL_LENGTH.to_string()),
            Self::UnknownZone { zone } => words.calendar_unknown_zone(zone),
            Self::NotRepeated => words.calendar_not_repeated().to_string(),
            Self::RepeatsOn => words.calendar_repeats_on(&MOST_REPEATS.to_string()),
            Self::CutShort => words.calendar_cut_short().to_string(),
            Self::TooMany => words.calendar_too_many(&MOST_SESSIONS.to_string()),
        }
    }
}
