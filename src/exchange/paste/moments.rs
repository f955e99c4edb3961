//! Dates and times as people write them in spreadsheets: `2017-11-21T08:30`, `21/11/2017 8.30`, `21 Nov, 8:30 pm`,
//! `martedì 21 novembre ore 8:30`; what is neither stays, as a place.

use crate::plan::fold;
use chrono::{Datelike, NaiveDate, NaiveTime};

/// What a cell says about a moment.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Said {
    /// The date.
    pub date: Option<NaiveDate>,
    /// The time of day.
    pub time: Option<NaiveTime>,
    /// The other words.
    pub rest: String,
}

/// The months' names in English and Italian; people write their beginnings too.
const MONTHS: [&str; 12] = [
    "january gennaio",
    "february febbraio",
    "march marzo",
    "april aprile",
    "may maggio",
    "june giugno",
    "july luglio",
    "august agosto",
    "september settembre",
    "october ottobre",
    "november novembre",
    "december dicembre",
];

/// Words around dates and times that say nothing themselves.
const FILLING: &str = " mon tue wed thu fri sat sun lun mar mer gio ven sab dom monday tuesday wednesday thursday friday \
    saturday sunday lunedi martedi mercoledi giovedi venerdi sabato domenica at on of the ore alle il del h hrs hours ";

/// Reads a cell. Days come before months, unless that cannot be. A date without a year is the one next to `near`.
pub(super) fn read(cell: &str, near: Option<NaiveDate>) -> Said {
    let words: Vec<&str> = cell.split([' ', '\n', ',', ';']).filter(|word| !word.is_empty()).collect();
    let mut said = Said::default();
    let mut rest: Vec<&str> = Vec::new();
    // Filling words in front of a date or a time belong to it; in front of anything else they stay.
    let mut filling: Vec<&str> = Vec::new();
    let mut index = 0;
    while let Some(word) = words.get(index) {
        let taken = take(&mut said, &words[index..], near);
        if taken > 0 {
            index += taken;
            filling.clear();
            continue;
        }
        index += 1;
        if is_filling(word) {
            filling.push(word);
        } else if word.chars().any(char::is_alphanumeric) || !filling.is_empty() {
            rest.append(&mut filling);
            rest.push(word);
        }
    }
    rest.append(&mut filling);
    said.rest = rest.join(" ");
    said
}

fn is_filling(word: &str) -> bool {
    let folded = fold(word);
    FILLING.contains(&[" ", &folded, " "].concat())
}

/// Takes a date or a time from the first words, and says how many words that took.
fn take(said: &mut Said, words: &[&str], near: Option<NaiveDate>) -> usize {
    let [first, others @ ..] = words else { return 0 };
    let next = others.first().copied().unwrap_or_default();
    if said.date.is_none() {
        if let Some((day, clock)) = first.split_once(['T', 't'])
            && let (Some(date), Some(time)) = (date(day, near), time(clock, ""))
        {
            (said.date, said.time) = (Some(date), Some(time));
            return 1;
        }
        // "8.30" may be both: it is a date where that is near the meeting.
        let also_time = first.contains('.') && said.time.is_none() && time(first, next).is_some();
        let found = date(first, near);
        if let Some(date) =
            found.filter(|date| !also_time || near.is_none_or(|near| (*date - near).num_days().abs() < 62))
        {
            said.date = Some(date);
            return 1;
        }
        if let Some((date, taken)) = in_words(words, near) {
            said.date = Some(date);
            return taken;
        }
    }
    if said.time.is_none()
        && let Some(found) = time(first, next)
    {
        said.time = Some(found);
        return if half(next).is_some() && half(ending(first)).is_none() { 2 } else { 1 };
    }
    0
}

/// `2017-11-21`, `21/11/2017`, `21.11.17`, `21/11`, `11/21/2017`.
fn date(word: &str, near: Option<NaiveDate>) -> Option<NaiveDate> {
    let word = word.trim_end_matches('.');
    let separator = word.chars().find(|letter| !letter.is_ascii_digit()).filter(|letter| "-/.".contains(*letter))?;
    let mut parts = word.split(separator);
    let (first, second, third) = (parts.next()?, parts.next()?, parts.next());
    if parts.next().is_some() {
        return None;
    }
    let (one, two) = (number(first)?, number(second)?);
    match third {
        Some(third) if first.len() == 4 => valid(one, two, number(third)?),
        Some(third) => {
            let year = year(third)?;
            (first.len() < 3).then(|| valid(year, two, one).or_else(|| valid(year, one, two)))?
        }
        None if first.len() < 3 => nearest(near, two, one).or_else(|| nearest(near, one, two)),
        None => None,
    }
}

/// `21 November 2017`, `21 nov`, `November 21st, 2017`.
fn in_words(words: &[&str], near: Option<NaiveDate>) -> Option<(NaiveDate, usize)> {
    let [one, two, others @ ..] = words else { return None };
    let third = others.first().copied().unwrap_or_default();
    // "Mar 21 novembre" is a Tuesday.
    let month_first = || day(two).zip(month(one)).filter(|_| month(third).is_none());
    let (day, month) = day(one).zip(month(two)).or_else(month_first)?;
    let next = number(third).filter(|_| third.len() == 4);
    match next.and_then(|year| valid(year, month, day)) {
        Some(date) => Some((date, 3)),
        None => nearest(near, month, day).map(|date| (date, 2)),
    }
}

fn day(word: &str) -> Option<u32> {
    let figures = word.trim_end_matches(|letter: char| !letter.is_ascii_digit());
    let ending = fold(&word[figures.len()..]);
    matches!(&*ending, "" | "st" | "nd" | "rd" | "th" | "o").then(|| number(figures)).flatten()
}

fn month(word: &str) -> Option<u32> {
    let folded = fold(word);
    let begins = |names: &&str| folded.len() > 2 && names.split(' ').any(|name| name.starts_with(&folded));
    let at = MONTHS.iter().position(begins)?;
    u32::try_from(at).ok().map(|at| at + 1)
}

/// `8:30`, `08.30`, `8h30`, `08:30:00`, `8:30pm`, `8 pm`; `next` is the word after it.
fn time(word: &str, next: &str) -> Option<NaiveTime> {
    let ending = ending(word);
    let figures = &word[..word.len() - ending.len()];
    let half = half(ending).or_else(|| half(next));
    let mut parts = figures.split([':', '.', 'h', 'H']);
    let (first, second) = (parts.next()?, parts.next());
    let hours = number(first).filter(|_| first.len() < 3)?;
    let minutes = match second {
        Some("") | None if half.is_some() || figures.ends_with(['h', 'H']) => 0,
        Some(minutes) if minutes.len() == 2 => number(minutes)?,
        _ => return None,
    };
    let seconds = parts.next();
    if parts.next().is_some() || seconds.is_some_and(|seconds| number(seconds).is_none()) {
        return None;
    }
    let hours = match half {
        Some(_) if hours > 12 || hours == 0 => return None,
        Some(afternoon) => hours % 12 + if afternoon { 12 } else { 0 },
        None => hours,
    };
    NaiveTime::from_hms_opt(hours, minutes, 0)
}

/// The letters at the end of a word such as `8:30pm`; an `h` belongs to the figures.
fn ending(word: &str) -> &str {
    let figures = word.trim_end_matches(|letter: char| letter.is_ascii_alphabetic() && !matches!(letter, 'h' | 'H'));
    &word[figures.len()..]
}

/// Whether a word says that a time is before noon or after it.
fn half(word: &str) -> Option<bool> {
    match word {
        "am" | "AM" | "a.m." => Some(false),
        "pm" | "PM" | "p.m." => Some(true),
        _ => None,
    }
}

fn number(figures: &str) -> Option<u32> {
    let plain = !figures.is_empty() && figures.len() < 5 && figures.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| figures.parse().ok()).flatten()
}

fn year(figures: &str) -> Option<u32> {
    let year = number(figures)?;
    match figures.len() {
        4 => Some(year),
        2 => Some(2000 + year),
        _ => None,
    }
}

fn valid(year: u32, month: u32, day: u32) -> Option<NaiveDate> {
    let year = i32::try_from(year).ok().filter(|year| *year >= 1900)?;
    NaiveDate::from_ymd_opt(year, month, day)
}

/// The day and month in the year that brings them next to `near`.
fn nearest(near: Option<NaiveDate>, month: u32, day: u32) -> Option<NaiveDate> {
    let near = near?;
    let years = [near.year() - 1, near.year(), near.year() + 1].into_iter();
    let dates = years.filter_map(|year| NaiveDate::from_ymd_opt(year, month, day));
    dates.min_by_key(|date| (*date - near).num_days().abs())
}
