//! The agenda as a board: which day, lane and height each entry has, and which entry is next to which.

use super::{Audience, Entry, EntryKind, Event, Lane, dates, entries, lanes};
use crate::plan::{EntryId, Plan, SessionKind};
use chrono::NaiveDate;

/// Everything that stands on the board.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Board {
    /// The days, in order.
    pub dates: Vec<NaiveDate>,
    /// The first minute shown, counted from midnight, on a full hour.
    pub from: u16,
    /// The last minute shown, counted from midnight of the same day, on a full hour; beyond 1440 after midnight.
    pub to: u16,
    /// The entries, by start.
    pub placed: Vec<Placed>,
}

/// An entry in its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Placed {
    /// The entry.
    pub entry: Entry,
    /// Minutes from midnight of its day to its start.
    pub from: u16,
    /// Its lane.
    pub lane: Lane,
}

/// What of the agenda is to be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Filter {
    /// For whom.
    pub audience: Audience,
    /// Of which sort.
    pub sort: Sort,
}

/// Which sorts of entries are to be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sort {
    /// All of them.
    #[default]
    All,
    /// Sessions of one kind.
    Kind(SessionKind),
    /// The stops and legs of study visits.
    Visits,
}

/// A direction on the board.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Direction {
    Up,
    Down,
    Left,
    Right,
}

/// The hours that are always shown, in minutes from midnight: a day at work.
const USUAL: (u16, u16) = (9 * 60, 18 * 60);

impl Board {
    /// The board of a plan.
    #[must_use]
    pub fn of(plan: &Plan, filter: Filter) -> Self {
        let mut all = entries(plan, filter.audience);
        let hours = hours(&all);
        all.retain(|entry| match (filter.sort, &entry.event) {
            (Sort::All, _) => true,
            (Sort::Kind(kind), Event::Session(session)) => session.kind == kind,
            (Sort::Visits, _) => entry.kind() != EntryKind::Session,
            (Sort::Kind(_), _) => false,
        });
        let lanes = lanes(&all);
        let place = |(entry, lane): (Entry, Lane)| Placed { from: minutes(&entry), entry, lane };
        let placed = all.into_iter().zip(lanes).map(place).collect();
        Self { dates: dates(plan), from: hours.0, to: hours.1, placed }
    }

    /// The entry with this identity, in its place.
    #[must_use]
    pub fn get(&self, id: EntryId) -> Option<&Placed> {
        self.placed.iter().find(|placed| placed.entry.id == id)
    }

    /// The entry to which Tab leads; the others are reached from it: the selected one where it is on the board, else the
    /// first.
    #[must_use]
    pub fn entrance(&self, selected: Option<EntryId>) -> Option<EntryId> {
        let selected = selected.filter(|id| self.get(*id).is_some());
        selected.or_else(|| self.placed.first().map(|first| first.entry.id))
    }

    /// The entries of a day, by start.
    pub fn on(&self, date: NaiveDate) -> impl DoubleEndedIterator<Item = &Placed> {
        self.placed.iter().filter(move |placed| placed.entry.slot.date() == date)
    }

    /// The entry next to another: the one before or after it in its day, or the nearest in the lane or the day beside.
    /// Without another, the first.
    #[must_use]
    pub fn neighbour(&self, of: Option<EntryId>, direction: Direction) -> Option<EntryId> {
        let Some(here) = of.and_then(|id| self.get(id)) else {
            return self.placed.first().map(|placed| placed.entry.id);
        };
        let (date, slot) = (here.entry.slot.date(), here.entry.slot);
        let found = match direction {
            Direction::Up => self.on(date).take_while(|placed| placed.entry.id != here.entry.id).last(),
            Direction::Down => self.on(date).skip_while(|placed| placed.entry.id != here.entry.id).nth(1),
            Direction::Left | Direction::Right => {
                let wanted = |lane: usize| match direction {
                    Direction::Left => lane + 1 == here.lane.index,
                    _ => lane == here.lane.index + 1,
                };
                let mut beside = self.on(date).filter(|placed| placed.entry.slot.overlaps(slot));
                beside.find(|placed| wanted(placed.lane.index)).or_else(|| {
                    let day = self.dates.iter().position(|other| *other == date)?;
                    let day = if direction == Direction::Left { day.checked_sub(1)? } else { day + 1 };
                    let others = self.on(*self.dates.get(day)?);
                    others.min_by_key(|placed| placed.from.abs_diff(here.from))
                })
            }
        };
        found.map(|placed| placed.entry.id)
    }
}

fn minutes(entry: &Entry) -> u16 {
    crate::plan::minute_of_day(entry.slot.start().time())
}

/// The full hours between which everything happens, at least a day at work.
fn hours(entries: &[Entry]) -> (u16, u16) {
    let starts = entries.iter().map(minutes);
    let ends = entries.iter().map(|entry| minutes(entry) + entry.slot.minutes());
    let from = starts.chain([USUAL.0]).min().unwrap_or(USUAL.0) / 60 * 60;
    let to = ends.chain([USUAL.1]).max().unwrap_or(USUAL.1).div_ceil(60) * 60;
    (from, to)
}
