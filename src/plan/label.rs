//! What an edit does in the words of the plan, for undo and the log of changes.

use super::{AnyRecord, Edit, EntryId, Key, Plan, Text};
use crate::i18n::{Language, Words};

/// What an edit does, for the words of undo; the words themselves are made at the edge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Verb {
    Add,
    Change,
    Remove,
    Move,
    Resize,
    Enrol,
    AddSessions,
    Reorder,
    SetDrive,
    Confirm,
    Assign,
    Split,
    SetTurn,
    Arrange,
    SetDrives,
    /// Let the day go off its plan; the subject says all.
    Deviate,
    /// Took the day back to its plan.
    BackToPlan,
    HandOut,
    /// Took over somebody else's changes.
    Merge,
    /// Chose between two values.
    Settle,
}

/// What undo would undo: a verb and what it was done to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// What was done.
    pub verb: Verb,
    /// To what, in the plan's own words; empty where the verb says it all.
    pub subject: Text,
}

impl Label {
    /// A label.
    #[must_use]
    pub const fn new(verb: Verb, subject: Text) -> Self {
        Self { verb, subject }
    }
}

impl Edit {
    /// What this edit does, said of the plan before it.
    #[must_use]
    pub fn label(&self, plan: &Plan) -> Label {
        let of = |key: Key| plan.record(key).map(|record| title(plan, &record)).unwrap_or_default();
        match self {
            Self::Add(record) => Label::new(Verb::Add, title(plan, record)),
            Self::Revise { before, .. } => {
                let moved = self.restarted().is_some();
                Label::new(if moved { Verb::Move } else { Verb::Change }, title(plan, before))
            }
            Self::Remove(key) => Label::new(Verb::Remove, of(*key)),
            Self::Reschedule { session, slot } => {
                let moved = plan.sessions.get(*session).is_none_or(|session| session.slot.start() != slot.start());
                Label::new(if moved { Verb::Move } else { Verb::Resize }, of(Key::Session(*session)))
            }
            Self::MoveDay { from, .. } => Label::new(Verb::Move, of(Key::Day(*from))),
            Self::Enrol { delegates, .. } => {
                let subject = match delegates.as_slice() {
                    [one] if !one.name.is_empty() => Text::same(&one.name),
                    several => Text::same(several.len().to_string()),
                };
                Label::new(Verb::Enrol, subject)
            }
            Self::AddSessions { sessions, .. } => {
                let subject = match sessions.as_slice() {
                    [one] => one.title.clone(),
                    several => Text::same(several.len().to_string()),
                };
                Label::new(Verb::AddSessions, subject)
            }
            Self::AddStop { stop, host, .. } => {
                let name = host.as_ref().map(|host| Text::same(&host.name));
                Label::new(Verb::Add, name.unwrap_or_else(|| of(Key::Host(stop.host))))
            }
            Self::MoveStop { stop, .. } => Label::new(Verb::Reorder, of(Key::Stop(*stop))),
            Self::SetDrive { transfer, .. } => Label::new(Verb::SetDrive, of(Key::Venue(transfer.to))),
            Self::SetDrives { visit, .. } => Label::new(Verb::SetDrives, of(Key::Visit(*visit))),
            Self::Assign { member, .. } => Label::new(Verb::Assign, of(member.key())),
            Self::Split { visit, .. } => Label::new(Verb::Split, of(Key::Visit(*visit))),
            Self::SetTurn(turn) => Label::new(Verb::SetTurn, of(Key::Stop(turn.id.stop))),
            Self::Arrange { visit, .. } => Label::new(Verb::Arrange, of(Key::Visit(*visit))),
            Self::Confirm(key) => Label::new(Verb::Confirm, of(*key)),
            Self::Deviate(deviated) => {
                let subject = match deviated.entry {
                    EntryId::Session(id) => of(Key::Session(id)),
                    EntryId::Stop(id, _) | EntryId::LegTo(id, _) => of(Key::Stop(id)),
                    EntryId::LegBack(id, _) => of(Key::Visit(id)),
                };
                Label::new(Verb::Deviate, deviation_label(deviated.minutes, &subject))
            }
            Self::HandOut(version) => Label::new(Verb::HandOut, version.name.clone()),
            Self::BackToPlan(_) => Label::new(Verb::BackToPlan, Text::default()),
            Self::Together(edits) => {
                edits.first().map_or_else(|| Label::new(Verb::Change, Text::default()), |edit| edit.label(plan))
            }
        }
    }
}

/// "20 minutes late from IRIS", in both languages: a label holds no figures of its own.
fn deviation_label(minutes: i32, subject: &Text) -> Text {
    let say = |language| {
        let words = Words::new(language);
        let title = subject.in_language(language);
        let count = minutes.unsigned_abs() as usize;
        if minutes < 0 { words.late_label_early(count, title) } else { words.late_label_late(count, title) }
    };
    Text::new(say(Language::English), say(Language::Italian))
}

/// What people call a record, a stop by its host.
fn title(plan: &Plan, record: &AnyRecord) -> Text {
    match record {
        AnyRecord::Group(group) if group.name.is_empty() => {
            let say = |language| Words::new(language).check_group(&group.letter);
            Text::new(say(Language::English), say(Language::Italian))
        }
        AnyRecord::Stop(stop) => plan.hosts.get(stop.host).map(|host| Text::same(&host.name)).unwrap_or_default(),
        AnyRecord::Turn(turn) => {
            let host = plan.stops.get(turn.id.stop).and_then(|stop| plan.hosts.get(stop.host));
            host.map(|host| Text::same(&host.name)).unwrap_or_default()
        }
        record => record.title(),
    }
}
