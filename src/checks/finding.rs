//! What a check found, as data: the rule, how bad it is, what it is about, the figures, and a way out. Words are in
//! `super::words`.

pub use super::detail::{Detail, Item, Lack, Limit, Missed, Unprepared};
pub use super::rule::{Rule, Severity};

use crate::plan::{CoachId, Edit, EntryId, GroupId, Key, RoomId, SessionId, StopId};
use chrono::{NaiveDate, NaiveDateTime};

/// Something about the plan that an organiser should know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Which rule found it.
    pub rule: Rule,
    /// How bad it is.
    pub severity: Severity,
    /// When it bites, in the meeting's time zone; none when it has no time of its own.
    pub at: Option<NaiveDateTime>,
    /// Where it is: the entries first, in the order of time, then records.
    pub about: Vec<About>,
    /// The figures.
    pub detail: Detail,
    /// A way out that was tried: it removes this finding and brings no new blocker.
    pub fix: Option<Fix>,
}

impl Finding {
    /// What stays the same while a finding stays: to tell what an edit mended, and to key a list.
    #[must_use]
    pub fn identity(&self) -> Identity {
        let (rule, about, field) = self.borrowed_identity();
        Identity { rule, about: about.to_vec(), field }
    }

    pub(super) fn borrowed_identity(&self) -> (Rule, &[About], Option<&'static str>) {
        (self.rule, &self.about, self.field())
    }

    /// The field of the record in which it is, for a dangling reference.
    pub(super) const fn field(&self) -> Option<&'static str> {
        match &self.detail {
            Detail::Dangling { field, .. } => Some(*field),
            _ => None,
        }
    }

    /// Whether it is the finding of this identity.
    #[must_use]
    pub fn is(&self, identity: &Identity) -> bool {
        self.rule == identity.rule && self.about == identity.about && self.field() == identity.field
    }

    /// Whether it is to be shown on this entry of the agenda.
    #[must_use]
    pub fn is_on(&self, entry: EntryId) -> bool {
        self.about.contains(&About::Entry(entry))
    }

    /// Whether it is about this record, or about an entry that comes from it.
    #[must_use]
    pub fn concerns(&self, key: Key) -> bool {
        self.about.iter().any(|about| about.key() == key)
    }
}

/// What makes two findings the same one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Identity {
    /// The rule.
    pub rule: Rule,
    /// Where it is.
    pub about: Vec<About>,
    /// The field of the record, for a dangling reference.
    pub field: Option<&'static str>,
}

/// Where a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum About {
    /// An entry of the agenda.
    Entry(EntryId),
    /// A record of the plan.
    Record(Key),
}

impl About {
    /// The record that it is, or that the entry comes from.
    #[must_use]
    pub const fn key(self) -> Key {
        match self {
            Self::Record(key) => key,
            Self::Entry(EntryId::Session(session)) => Key::Session(session),
            Self::Entry(EntryId::Stop(stop, _) | EntryId::LegTo(stop, _)) => Key::Stop(stop),
            Self::Entry(EntryId::LegBack(visit, _)) => Key::Visit(visit),
        }
    }

    /// The entry of the agenda, when it is one.
    #[must_use]
    pub const fn entry(self) -> Option<EntryId> {
        match self {
            Self::Entry(entry) => Some(entry),
            Self::Record(_) => None,
        }
    }
}

/// A way out of a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// The edit that mends it.
    pub edit: Edit,
    /// What that does, for words.
    pub remedy: Remedy,
}

/// What a [`Fix`] does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Remedy {
    MoveToRoom {
        session: SessionId,
        room: RoomId,
    },
    StartAt {
        item: Item,
        at: NaiveDateTime,
    },
    /// Starts later, ends as before.
    StartShorter {
        session: SessionId,
        at: NaiveDateTime,
    },
    EndAt {
        session: SessionId,
        at: NaiveDateTime,
    },
    MoveToDay {
        item: Item,
        date: NaiveDate,
    },
    VisitFirst {
        stop: StopId,
    },
    VisitAfter {
        stop: StopId,
        after: StopId,
    },
    /// The host receives the group only then.
    ReceiveAt {
        group: GroupId,
        stop: StopId,
        at: NaiveDateTime,
    },
    /// Stays in this group only, or joins it.
    JoinGroup {
        group: GroupId,
    },
    TakeCoach {
        coach: CoachId,
    },
    RemoveMention,
    Remove {
        record: Key,
    },
    MarkListSent,
    MarkAnnounced,
    MarkNdaReturned,
    Confirm,
}
