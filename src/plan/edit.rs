//! Edits are values: what an organiser did, named so that undo and the log of changes can say it.

use super::{
    AnyRecord, Arranged, Delegate, Delegation, Deviated, EntryId, Group, GroupId, Host, Key, Member, Plan, SessionId,
    Slot, Stop, StopId, Text, Transfer, TransferId, Turn, Venue, Version, VisitId, WayId,
    deviation::{back_to_plan, deviate},
    regroup,
    removal::remove,
};
use crate::i18n::{Language, Words};
use thiserror::Error;

/// One change of a plan.
///
/// Verbs with a rule of their own have a variant; what is only filled in on a form is a [`Edit::Revise`], which holds
/// both states so that it touches just the fields that the form changed, whatever happened to the others meanwhile.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(clippy::large_enum_variant, reason = "edits are made one at a time, by hand")]
pub enum Edit {
    /// Adds a record with a new identity.
    Add(AnyRecord),
    /// Changes those fields of a record in which the two states differ.
    Revise {
        /// The record as the form showed it.
        before: AnyRecord,
        /// The record as the form left it.
        after: AnyRecord,
    },
    /// Removes a record, what cannot be without it, and every mention of it.
    Remove(Key),
    /// Gives a session another time or length. A fixed session refuses.
    Reschedule {
        /// The session.
        session: SessionId,
        /// Its new time, in the meeting's time zone.
        slot: Slot,
    },
    /// Adds delegates, and the delegations that were not there yet.
    Enrol {
        /// New delegations.
        delegations: Vec<Delegation>,
        /// New delegates.
        delegates: Vec<Delegate>,
    },
    /// Adds a stop at the end of its visit, with its host and venue where these are new.
    AddStop {
        /// The stop.
        stop: Stop,
        /// The host, when it is new.
        host: Option<Host>,
        /// The host's venue, when it is new.
        venue: Option<Venue>,
    },
    /// Moves a stop to another place in the order of its visit, or of one group of it.
    MoveStop {
        /// The stop.
        stop: StopId,
        /// The group, where only its order changes.
        group: Option<GroupId>,
        /// Its new place, counted from nought.
        to: usize,
    },
    /// Sets or clears the organiser's own figure for a drive.
    SetDrive {
        /// Between which venues, in which direction.
        transfer: TransferId,
        /// Minutes of driving; none goes back to the estimate.
        minutes: Option<u16>,
    },
    /// Sets or clears the organiser's own figures for several drives of a visit at once.
    SetDrives {
        /// The visit.
        visit: VisitId,
        /// Between which venues, in which direction, and how many minutes.
        drives: Vec<(TransferId, Option<u16>)>,
    },
    /// Puts somebody into a group of a visit and out of its other groups.
    Assign {
        /// The visit.
        visit: VisitId,
        /// Who.
        member: Member,
        /// Into which group; none only takes out of the others.
        group: Option<GroupId>,
    },
    /// Gives a visit these groups and no others.
    Split {
        /// The visit.
        visit: VisitId,
        /// Its groups: new ones, and present ones as they shall be.
        groups: Vec<Group>,
    },
    /// Says what is agreed for a group at a stop; a turn for which nothing is agreed is taken out.
    SetTurn(Turn),
    /// Gives the groups of a visit another order of stops, another start and other turns.
    Arrange {
        /// The visit.
        visit: VisitId,
        /// What each group gets; one that is not named stays as it is.
        groups: Vec<Arranged>,
    },
    /// Says that a record needs no more confirming.
    Confirm(Key),
    /// Lets the day go off its plan, after a delay or an early end.
    Deviate(Deviated),
    /// Hands out a version of the plan.
    HandOut(Version),
    /// Takes sessions and the ways of groups back to their plan.
    BackToPlan {
        /// The sessions.
        sessions: Vec<SessionId>,
        /// The ways.
        ways: Vec<WayId>,
    },
}

/// Why an edit could not be made. The plan is as it was.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum EditError {
    /// A record that it changes, or newly refers to, is gone, for example removed in another tab.
    #[error("{0:?} is not in the plan any more")]
    Gone(Key),
    /// A record with this identity is there already.
    #[error("{0:?} is in the plan already")]
    Twice(Key),
    /// The session is fixed and must not move unasked.
    #[error("{0} is fixed")]
    Fixed(SessionId),
    /// The two states of a revision are not of the same record.
    #[error("a revision of {0:?} that ends as another record")]
    Mixed(Key),
}

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
    /// The edit that leaves `after` in the place of `before`.
    pub fn revise(before: impl Into<AnyRecord>, after: impl Into<AnyRecord>) -> Self {
        Self::Revise { before: before.into(), after: after.into() }
    }

    /// What this edit does, said of the plan before it.
    #[must_use]
    pub fn label(&self, plan: &Plan) -> Label {
        let of = |key: Key| plan.record(key).map(|record| title(plan, &record)).unwrap_or_default();
        match self {
            Self::Add(record) => Label::new(Verb::Add, title(plan, record)),
            Self::Revise { before, .. } => Label::new(Verb::Change, title(plan, before)),
            Self::Remove(key) => Label::new(Verb::Remove, of(*key)),
            Self::Reschedule { session, slot } => {
                let moved = plan.sessions.get(*session).is_none_or(|session| session.slot.start() != slot.start());
                Label::new(if moved { Verb::Move } else { Verb::Resize }, of(Key::Session(*session)))
            }
            Self::Enrol { delegates, .. } => {
                let subject = match delegates.as_slice() {
                    [one] => Text::same(&one.name),
                    several => Text::same(several.len().to_string()),
                };
                Label::new(Verb::Enrol, subject)
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
            Self::BackToPlan { .. } => Label::new(Verb::BackToPlan, Text::default()),
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
        AnyRecord::Stop(stop) => plan.hosts.get(stop.host).map(|host| Text::same(&host.name)).unwrap_or_default(),
        AnyRecord::Turn(turn) => {
            let host = plan.stops.get(turn.id.stop).and_then(|stop| plan.hosts.get(stop.host));
            host.map(|host| Text::same(&host.name)).unwrap_or_default()
        }
        record => record.title(),
    }
}

/// The plan after an edit.
///
/// # Errors
/// When the plan is not one in which the edit can be made; see [`EditError`].
pub fn apply(plan: &Plan, edit: &Edit) -> Result<Plan, EditError> {
    let mut next = plan.clone();
    match edit {
        Edit::Add(record) => add(&mut next, record.clone())?,
        Edit::Revise { before, after } => {
            let key = before.key();
            if after.key() != key {
                return Err(EditError::Mixed(key));
            }
            let now = next.record(key).ok_or(EditError::Gone(key))?;
            let fields = before.changed(after);
            let revised = fields.into_iter().fold(now.clone(), |revised, field| revised.taking(after, field));
            let known = now.references();
            must_be_there(&next, revised.references().into_iter().filter(|key| !known.contains(key)))?;
            next.put(revised);
        }
        Edit::Remove(key) => {
            must_be_there(&next, [*key])?;
            remove(&mut next, *key);
        }
        Edit::Reschedule { session, slot } => {
            let now = next.sessions.get(*session).ok_or(EditError::Gone(Key::Session(*session)))?;
            if now.fixed {
                return Err(EditError::Fixed(*session));
            }
            next.sessions.change(*session, |session| session.slot = *slot);
        }
        Edit::Enrol { delegations, delegates } => {
            for delegation in delegations {
                add(&mut next, delegation.clone().into())?;
            }
            for delegate in delegates {
                add(&mut next, delegate.clone().into())?;
            }
        }
        Edit::AddStop { stop, host, venue } => {
            if let Some(venue) = venue {
                add(&mut next, venue.clone().into())?;
            }
            if let Some(host) = host {
                add(&mut next, host.clone().into())?;
            }
            let mut order: Vec<StopId> = next.stops_of(stop.visit).iter().map(|stop| stop.id).collect();
            add(&mut next, stop.clone().into())?;
            order.push(stop.id);
            next.visits.change(stop.visit, |visit| visit.order = order);
        }
        Edit::MoveStop { stop, group, to } => regroup::move_stop(&mut next, *stop, *group, *to)?,
        Edit::SetDrive { transfer, minutes } => set_drive(&mut next, *transfer, *minutes)?,
        Edit::SetDrives { visit, drives } => {
            must_be_there(&next, [Key::Visit(*visit)])?;
            for (transfer, minutes) in drives {
                set_drive(&mut next, *transfer, *minutes)?;
            }
        }
        Edit::Assign { visit, member, group } => regroup::assign(&mut next, *visit, *member, *group)?,
        Edit::Split { visit, groups } => regroup::split(&mut next, *visit, groups)?,
        Edit::SetTurn(turn) => {
            must_be_there(&next, AnyRecord::from(turn.clone()).references())?;
            regroup::set_turn(&mut next, turn);
        }
        Edit::Arrange { visit, groups } => regroup::arrange(&mut next, *visit, groups)?,
        Edit::Confirm(key) => {
            must_be_there(&next, [*key])?;
            confirm(&mut next, *key);
        }
        Edit::Deviate(deviated) => deviate(&mut next, deviated)?,
        Edit::HandOut(version) => add(&mut next, version.clone().into())?,
        Edit::BackToPlan { sessions, ways } => back_to_plan(&mut next, sessions, ways)?,
    }
    Ok(next)
}

fn add(plan: &mut Plan, record: AnyRecord) -> Result<(), EditError> {
    let key = record.key();
    // A plan has one meeting: another one would take its place, whatever its identity.
    if plan.record(key).is_some() || matches!(key, Key::Meeting(_)) {
        return Err(EditError::Twice(key));
    }
    must_be_there(plan, record.references())?;
    plan.put(record);
    Ok(())
}

fn set_drive(plan: &mut Plan, transfer: TransferId, minutes: Option<u16>) -> Result<(), EditError> {
    plan.transfers.remove(transfer);
    minutes.map_or(Ok(()), |minutes| add(plan, Transfer { id: transfer, minutes }.into()))
}

/// No edit changes or newly names what is gone; dangling references that a merge left are for the checks to find.
pub(super) fn must_be_there(plan: &Plan, references: impl IntoIterator<Item = Key>) -> Result<(), EditError> {
    let gone = references.into_iter().find(|key| plan.record(*key).is_none());
    gone.map_or(Ok(()), |key| Err(EditError::Gone(key)))
}

fn confirm(plan: &mut Plan, key: Key) {
    match key {
        Key::Venue(id) => plan.venues.change(id, |record| record.to_confirm = false),
        Key::Delegation(id) => plan.delegations.change(id, |record| record.to_confirm = false),
        Key::Session(id) => plan.sessions.change(id, |record| record.to_confirm = false),
        Key::Host(id) => plan.hosts.change(id, |record| record.to_confirm = false),
        Key::Visit(id) => plan.visits.change(id, |record| record.to_confirm = false),
        Key::Stop(id) => plan.stops.change(id, |record| record.to_confirm = false),
        Key::Meeting(_)
        | Key::Day(_)
        | Key::Topic(_)
        | Key::Document(_)
        | Key::Room(_)
        | Key::Delegate(_)
        | Key::Transfer(_)
        | Key::Coach(_)
        | Key::Group(_)
        | Key::Turn(_)
        | Key::Version(_) => {}
    }
}
