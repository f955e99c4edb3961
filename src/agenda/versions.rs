//! What a version of the plan says, and what changed since one was handed out.

use super::{Audience, Entry, Event, entries, is_for, spot};
use crate::{
    i18n::Language,
    order::sort_by_key,
    plan::{Attendance, DelegationId, EntryId, Line, Party, Plan, Slot, Stamp, Text, Version, VersionId},
    wire::{Hash, content_of},
};
use std::sync::Arc;

/// The longest text of a place that a version keeps, in characters: no longer one could be saved.
const LONGEST_PLACE: usize = 20_000;

impl Version {
    /// What the plan says now, to be handed out.
    #[must_use]
    pub fn of(plan: &Plan, id: VersionId, name: impl Into<Text>, at: Stamp) -> Self {
        let mut lines = lines(plan);
        lines.truncate(Self::MOST_LINES);
        let Hash(state) = content_of(plan);
        Self { id, name: name.into(), at, lines, state: Some(state) }
    }

    /// Whether this very state of the plan was handed out: not a word of it differs. Of a version that did not note it,
    /// only the entries of the agenda are known.
    #[must_use]
    pub fn is_of(&self, plan: &Plan) -> bool {
        match self.state {
            Some(state) => Hash(state) == content_of(plan),
            None => changes(plan, self).is_empty(),
        }
    }
}

/// What became of an entry since a version was handed out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The entry as it is now; one that was cancelled as it was in the version.
    pub line: Line,
    /// What became of it, in this order; at least one thing.
    pub what: Vec<What>,
}

/// One thing that became of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// It is new.
    Added,
    /// It is no longer in the plan, or left out.
    Cancelled,
    /// It has another time or length.
    Moved {
        /// When it was.
        from: Slot,
        /// When it is.
        to: Slot,
    },
    /// It is called something else.
    Renamed {
        /// What it was called.
        from: Text,
        /// What it is called.
        to: Text,
    },
    /// It is somewhere else.
    Elsewhere {
        /// Where it was; empty where that was open.
        from: Text,
        /// Where it is; empty where that is open.
        to: Text,
    },
    /// It is for other delegations.
    ForOthers {
        /// Whom it was for.
        from: Attendance,
        /// Whom it is for.
        to: Attendance,
    },
    /// It had still to be confirmed, and is.
    Confirmed,
    /// It was certain, and has to be confirmed again.
    Doubted,
}

/// What changed since a version was handed out: the entries of the agenda in its order, then those that were cancelled.
#[must_use]
pub fn changes(plan: &Plan, since: &Version) -> Vec<Change> {
    let (now, before) = (lines(plan), by_entry(&since.lines));
    let mut changes = Vec::new();
    for line in &now {
        let what = match find(&before, line.entry) {
            Some(before) => differences(before, line),
            None => vec![What::Added],
        };
        if !what.is_empty() {
            changes.push(Change { line: line.clone(), what });
        }
    }
    let now = by_entry(&now);
    let gone = since.lines.iter().filter(|line| find(&now, line.entry).is_none());
    changes.extend(gone.map(|line| Change { line: line.clone(), what: vec![What::Cancelled] }));
    changes
}

fn differences(before: &Line, now: &Line) -> Vec<What> {
    let renamed = || What::Renamed { from: before.title.clone(), to: now.title.clone() };
    let elsewhere = || What::Elsewhere { from: before.place.clone(), to: now.place.clone() };
    let for_others = || What::ForOthers { from: before.audience.clone(), to: now.audience.clone() };
    let settled = if now.to_confirm { What::Doubted } else { What::Confirmed };
    [
        (before.slot != now.slot).then_some(What::Moved { from: before.slot, to: now.slot }),
        (before.title != now.title).then(renamed),
        (before.place != now.place).then(elsewhere),
        (before.audience != now.audience).then(for_others),
        (before.to_confirm != now.to_confirm).then_some(settled),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What was handed out so far, from the first version to the plan as it is now.
#[derive(Debug, Clone)]
pub struct Told {
    /// The lines of each version and, the last, of the plan, by entry.
    states: Vec<Vec<Arc<Line>>>,
}

/// An entry that was handed out and is no longer in the plan, or no longer for those who look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cancelled {
    /// The entry as it was handed out last.
    pub line: Line,
    /// How many times what was handed out of it changed, with the cancelling.
    pub sequence: u32,
}

impl Told {
    /// What a plan's versions say, and the plan itself.
    #[must_use]
    pub fn of(plan: &Plan) -> Self {
        let mut states: Vec<Vec<Arc<Line>>> = Vec::new();
        let handed_out = plan.versions_by_time().into_iter().map(|version| version.lines.clone());
        for state in handed_out.chain([lines(plan)]) {
            let mut state: Vec<_> = state.into_iter().map(Arc::new).collect();
            sort_by_key(&mut state, |line| line.entry);
            states.push(state);
        }
        Self { states }
    }

    /// An entry as an audience was told of it in each version, then as it is now.
    fn told(&self, plan: &Plan, entry: EntryId, audience: Audience) -> impl Iterator<Item = Option<&Line>> {
        self.states.iter().map(move |state| {
            let place = state.binary_search_by(|line| line.entry.cmp(&entry)).ok()?;
            let line: &Line = state.get(place)?;
            was_for(plan, line, audience).then_some(line)
        })
    }

    /// How many times what an audience was told of an entry differs from one version to the next, the plan as it is now
    /// being the newest; nought from the first version that has it.
    #[must_use]
    pub fn sequence(&self, plan: &Plan, entry: EntryId, audience: Audience) -> u32 {
        let mut sequence = 0;
        let mut last: Option<Option<&Line>> = None;
        for line in self.told(plan, entry, audience) {
            match last {
                None if line.is_none() => continue,
                Some(before) if !reads_the_same(before, line, audience) => sequence += 1,
                _ => {}
            }
            last = Some(line);
        }
        sequence
    }

    /// The entries of some version that are no longer for an audience, as that was told of them last; in the order of
    /// their times.
    #[must_use]
    pub fn cancelled(&self, plan: &Plan, audience: Audience) -> Vec<Cancelled> {
        let mut gone: Vec<EntryId> = self.states.iter().flatten().map(|line| line.entry).collect();
        sort_by_key(&mut gone, |entry| *entry);
        gone.dedup();
        let mut cancelled = Vec::new();
        for entry in gone {
            let told: Vec<_> = self.told(plan, entry, audience).collect();
            if let Some(None) = told.last()
                && let Some(line) = told.iter().rev().find_map(|line| *line)
            {
                cancelled.push(Cancelled { line: line.clone(), sequence: self.sequence(plan, entry, audience) });
            }
        }
        sort_by_key(&mut cancelled, |gone| (gone.line.slot, gone.line.entry));
        cancelled
    }
}

/// How many times what was handed out of an entry differs from one version to the next, the plan as it is now being the
/// newest.
#[must_use]
pub fn sequence(plan: &Plan, entry: EntryId) -> u32 {
    Told::of(plan).sequence(plan, entry, Audience::Everyone)
}

/// The entries of some version that are no longer in the plan.
#[must_use]
pub fn cancelled(plan: &Plan) -> Vec<Cancelled> {
    Told::of(plan).cancelled(plan, Audience::Everyone)
}

/// Whether a reader notices no difference; only who reads it as everyone is told for whom an entry is besides.
fn reads_the_same(before: Option<&Line>, after: Option<&Line>, audience: Audience) -> bool {
    let (Some(before), Some(after)) = (before, after) else { return before.is_none() == after.is_none() };
    let told = |what: &What| audience == Audience::Everyone || !matches!(what, What::ForOthers { .. });
    !differences(before, after).iter().any(told)
}

fn was_for(plan: &Plan, line: &Line, audience: Audience) -> bool {
    let of = |delegate| plan.delegates.get(delegate).map(|delegate| delegate.delegation);
    match audience {
        Audience::Everyone => true,
        Audience::Delegation(delegation) => {
            let excepted = || line.exceptions.iter().any(|delegate| of(*delegate) == Some(delegation));
            line.audience.includes(delegation) || excepted()
        }
        Audience::Delegate(delegate) => {
            let meant = of(delegate).is_some_and(|delegation| line.audience.includes(delegation));
            meant != line.exceptions.contains(&delegate)
        }
    }
}

fn by_entry(lines: &[Line]) -> Vec<&Line> {
    let mut sorted: Vec<_> = lines.iter().collect();
    sort_by_key(&mut sorted, |line| line.entry);
    sorted
}

fn find<'a>(sorted: &[&'a Line], entry: EntryId) -> Option<&'a Line> {
    sorted.binary_search_by(|line| line.entry.cmp(&entry)).ok().and_then(|place| sorted.get(place)).copied()
}

/// The agenda as it would be handed out now.
fn lines(plan: &Plan) -> Vec<Line> {
    entries(plan, Audience::Everyone).iter().map(|entry| line(plan, entry)).collect()
}

fn line(plan: &Plan, entry: &Entry) -> Line {
    let audience = audience(plan, entry);
    let excepted = plan.delegates.iter().filter(|delegate| {
        is_for(plan, entry, Audience::Delegate(delegate.id)) != audience.includes(delegate.delegation)
    });
    Line {
        entry: entry.id,
        slot: entry.slot,
        title: entry.title(),
        place: place(plan, entry),
        exceptions: excepted.map(|delegate| delegate.id).collect(),
        audience,
        to_confirm: entry.to_confirm(),
    }
}

/// Which delegations an entry is for: those asked, those with a role in it, and of a group those in it and those that
/// have to join one yet.
fn audience(plan: &Plan, entry: &Entry) -> Attendance {
    match &entry.event {
        Event::Session(session) => {
            let Attendance::Only(mut asked) = session.audience.clone() else { return Attendance::Everyone };
            let parties = session.chair.iter().chain(&session.speakers).chain(&session.rapporteur);
            asked.extend(parties.filter_map(|party| if let Party::Delegation(id) = party { Some(*id) } else { None }));
            Attendance::Only(asked)
        }
        Event::Stop { visit, group: None, .. } | Event::Leg { visit, group: None, .. } => visit.audience.clone(),
        Event::Stop { visit, group: Some(group), .. } | Event::Leg { visit, group: Some(group), .. } => {
            let groups = plan.groups_of(visit.id);
            let astray =
                |id: DelegationId| visit.audience.includes(id) && !groups.iter().any(|other| plan.is_in(other, id));
            let known = plan.delegations.iter().map(|delegation| delegation.id);
            Attendance::Only(known.filter(|id| group.delegations.contains(id) || astray(*id)).collect())
        }
    }
}

/// Room and venue, without what the title says already.
fn place(plan: &Plan, entry: &Entry) -> Text {
    let (spot, title) = (spot(plan, entry), entry.title());
    let names: Vec<&Text> = spot.names().filter(|name| **name != title).collect();
    let in_language = |language: Language| {
        let mut named: Vec<_> = names.iter().map(|name| name.in_language(language).trim()).collect();
        named.retain(|name| !name.is_empty());
        let whole = named.join(", ");
        let fits = whole.chars().nth(LONGEST_PLACE).is_none();
        if fits { whole } else { named.first().copied().unwrap_or_default().to_string() }
    };
    let (english, italian) = (in_language(Language::English), in_language(Language::Italian));
    if english == italian { Text::same(english) } else { Text::new(english, italian) }
}
