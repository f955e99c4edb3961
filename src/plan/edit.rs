//! Edits are values: what an organiser did, named so that undo and the log of changes can say it.

use super::{
    AnyRecord, Arranged, Day, Delegate, Delegation, Deviated, Group, GroupId, Host, Key, Member, Plan, Restored, Room,
    Session, SessionId, Slot, Stop, StopId, Transfer, TransferId, Turn, Venue, Version, VisitId,
    deviation::{back_to_plan, deviate},
    regroup,
    removal::remove,
};
use chrono::NaiveDate;
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
    /// Gives a day of the meeting another date. What is planned on the old one stays there.
    MoveDay {
        /// Its date.
        from: NaiveDate,
        /// Its new date, not that of another day.
        to: NaiveDate,
    },
    /// Adds delegates, and the delegations that were not there yet.
    Enrol {
        /// New delegations.
        delegations: Vec<Delegation>,
        /// New delegates.
        delegates: Vec<Delegate>,
    },
    /// Adds sessions that came from elsewhere, and the places that were not there yet.
    AddSessions {
        /// New venues.
        venues: Vec<Venue>,
        /// New rooms.
        rooms: Vec<Room>,
        /// The sessions.
        sessions: Vec<Session>,
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
    BackToPlan(Restored),
    /// Makes several edits, one after the other, that say little without each other; the first names them.
    Together(Vec<Edit>),
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
    /// A table would have more than [`Plan::MOST_RECORDS`] records.
    #[error("more than {most} records in a table", most = Plan::MOST_RECORDS)]
    TooMany,
    /// The two states of a revision are not of the same record.
    #[error("a revision of {0:?} that ends as another record")]
    Mixed(Key),
}

impl Edit {
    /// The edit that leaves `after` in the place of `before`.
    pub fn revise(before: impl Into<AnyRecord>, after: impl Into<AnyRecord>) -> Self {
        Self::Revise { before: before.into(), after: after.into() }
    }

    /// The visit, and the group of it, that starts at another moment after this revision and is otherwise as it was.
    #[must_use]
    pub fn restarted(&self) -> Option<(VisitId, Option<GroupId>)> {
        let Self::Revise { before, after } = self else { return None };
        let changed = before.changed(after);
        let starts = changed.contains(&"start") && changed.iter().all(|field| matches!(*field, "start" | "return_by"));
        match before {
            AnyRecord::Visit(visit) if starts => Some((visit.id, None)),
            AnyRecord::Group(group) if starts => Some((group.visit, Some(group.id))),
            _ => None,
        }
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
        Edit::MoveDay { from, to } => {
            let day = next.days.get(*from).ok_or(EditError::Gone(Key::Day(*from)))?;
            let moved = Day { id: *to, ..Day::clone(day) };
            next.days.remove(*from);
            add(&mut next, moved.into())?;
        }
        Edit::Enrol { delegations, delegates } => {
            for delegation in delegations {
                add(&mut next, delegation.clone().into())?;
            }
            for delegate in delegates {
                add(&mut next, delegate.clone().into())?;
            }
        }
        Edit::AddSessions { venues, rooms, sessions } => {
            let places = venues.iter().cloned().map(AnyRecord::from).chain(rooms.iter().cloned().map(AnyRecord::from));
            for record in places.chain(sessions.iter().cloned().map(AnyRecord::from)) {
                add(&mut next, record)?;
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
        Edit::SetTurn(turn) => regroup::set_turn(&mut next, turn)?,
        Edit::Arrange { visit, groups } => regroup::arrange(&mut next, *visit, groups)?,
        Edit::Confirm(key) => {
            must_be_there(&next, [*key])?;
            confirm(&mut next, *key);
        }
        Edit::Deviate(deviated) => deviate(&mut next, deviated)?,
        Edit::HandOut(version) => add(&mut next, version.clone().into())?,
        Edit::BackToPlan(restored) => back_to_plan(&mut next, restored)?,
        Edit::Together(edits) => {
            for edit in edits {
                next = apply(&next, edit)?;
            }
        }
    }
    // More could not be read again.
    if next.largest_table() > Plan::MOST_RECORDS.max(plan.largest_table()) {
        return Err(EditError::TooMany);
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
    // Another figure is no more certain than the one before it.
    let to_confirm = plan.transfers.get(transfer).is_some_and(|known| known.to_confirm);
    plan.transfers.remove(transfer);
    minutes.map_or(Ok(()), |minutes| add(plan, Transfer { id: transfer, minutes, to_confirm }.into()))
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
        Key::Transfer(id) => plan.transfers.change(id, |record| record.to_confirm = false),
        Key::Coach(id) => plan.coaches.change(id, |record| record.to_confirm = false),
        Key::Meeting(_)
        | Key::Day(_)
        | Key::Topic(_)
        | Key::Document(_)
        | Key::Room(_)
        | Key::Delegate(_)
        | Key::Group(_)
        | Key::Turn(_)
        | Key::Version(_) => {}
    }
}
