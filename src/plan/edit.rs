//! Edits are values: what an organiser did, named so that undo and the log of changes can say it.

use super::{
    AnyRecord, Attendance, Delegate, Delegation, Host, Key, Party, Place, Plan, SessionId, Slot, Stop, StopId, Text,
    Transfer, TransferId, Venue, VenueId, VisitId,
};
use std::collections::BTreeSet;
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
    /// Moves a stop to another place in the order of its visit.
    MoveStop {
        /// The stop.
        stop: StopId,
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
    /// Says that a record needs no more confirming.
    Confirm(Key),
}

/// Why an edit could not be made. The plan is as it was.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum EditError {
    /// The record that it changes is gone, for example removed in another tab.
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
            Self::Confirm(key) => Label::new(Verb::Confirm, of(*key)),
        }
    }
}

/// What people call a record, a stop by its host.
fn title(plan: &Plan, record: &AnyRecord) -> Text {
    match record {
        AnyRecord::Stop(stop) => plan.hosts.get(stop.host).map(|host| Text::same(&host.name)).unwrap_or_default(),
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
            let revised = before.changed(after).into_iter().fold(now, |now, field| now.taking(after, field));
            next.put(revised);
        }
        Edit::Remove(key) => {
            next.record(*key).ok_or(EditError::Gone(*key))?;
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
            if !next.visits.has(stop.visit) {
                return Err(EditError::Gone(Key::Visit(stop.visit)));
            }
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
        Edit::MoveStop { stop, to } => {
            let visit = next.stops.get(*stop).ok_or(EditError::Gone(Key::Stop(*stop)))?.visit;
            let mut order: Vec<StopId> = next.stops_of(visit).iter().map(|stop| stop.id).collect();
            order.retain(|other| other != stop);
            order.insert((*to).min(order.len()), *stop);
            next.visits.change(visit, |visit| visit.order = order);
        }
        Edit::SetDrive { transfer, minutes } => match minutes {
            Some(minutes) => next.transfers.put(Transfer { id: *transfer, minutes: *minutes }),
            None => {
                next.transfers.remove(*transfer);
            }
        },
        Edit::Confirm(key) => {
            let record = next.record(*key).ok_or(EditError::Gone(*key))?;
            confirm(&mut next, &record);
        }
    }
    Ok(next)
}

fn add(plan: &mut Plan, record: AnyRecord) -> Result<(), EditError> {
    let key = record.key();
    if plan.record(key).is_some() {
        return Err(EditError::Twice(key));
    }
    plan.put(record);
    Ok(())
}

fn confirm(plan: &mut Plan, record: &AnyRecord) {
    match record.key() {
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
        | Key::Transfer(_) => {}
    }
}

/// Removes a record, what cannot be without it, and every mention of it, so that no edit leaves a dangling reference.
fn remove(plan: &mut Plan, key: Key) {
    match key {
        Key::Topic(id) => {
            plan.sessions.change_where(
                |session| session.topics.contains(&id),
                |session| {
                    session.topics.remove(&id);
                },
            );
            plan.stops.change_where(
                |stop| stop.topics.contains(&id),
                |stop| {
                    stop.topics.remove(&id);
                },
            );
        }
        Key::Venue(id) => remove_venue(plan, id),
        Key::Room(id) => vacate(plan, Place::Room(id)),
        Key::Delegation(id) => {
            let delegates: Vec<_> = plan.delegates_of(id).map(|delegate| delegate.id).collect();
            for delegate in delegates {
                remove(plan, Key::Delegate(delegate));
            }
            dismiss(plan, &Party::Delegation(id));
            plan.sessions
                .change_where(|session| names(&session.audience, id), |session| drop_from(&mut session.audience, id));
            plan.visits.change_where(|visit| names(&visit.audience, id), |visit| drop_from(&mut visit.audience, id));
        }
        Key::Delegate(id) => dismiss(plan, &Party::Delegate(id)),
        Key::Host(id) => {
            let stops: Vec<_> = plan.stops.iter().filter(|stop| stop.host == id).map(|stop| stop.id).collect();
            for stop in stops {
                remove(plan, Key::Stop(stop));
            }
        }
        Key::Visit(id) => {
            for stop in remove_stops_of(plan, id) {
                remove(plan, Key::Stop(stop));
            }
        }
        Key::Stop(id) => {
            plan.visits.change_where(|visit| visit.order.contains(&id), |visit| visit.order.retain(|stop| *stop != id))
        }
        Key::Meeting(_) | Key::Day(_) | Key::Document(_) | Key::Session(_) | Key::Transfer(_) => {}
    }
    plan.remove(key);
}

fn remove_stops_of(plan: &Plan, visit: VisitId) -> Vec<StopId> {
    plan.stops.iter().filter(|stop| stop.visit == visit).map(|stop| stop.id).collect()
}

fn remove_venue(plan: &mut Plan, id: VenueId) {
    let rooms: Vec<_> = plan.rooms.iter().filter(|room| room.venue == id).map(|room| room.id).collect();
    for room in rooms {
        remove(plan, Key::Room(room));
    }
    vacate(plan, Place::Venue(id));
    plan.hosts.change_where(|host| host.venue == Some(id), |host| host.venue = None);
    plan.visits.change_where(|visit| visit.start_place == Some(id), |visit| visit.start_place = None);
    plan.visits.change_where(|visit| visit.return_place == Some(id), |visit| visit.return_place = None);
    let drives: Vec<_> = plan.transfers.iter().map(|transfer| transfer.id).collect();
    for drive in drives.into_iter().filter(|drive| drive.from == id || drive.to == id) {
        plan.transfers.remove(drive);
    }
}

fn vacate(plan: &mut Plan, place: Place) {
    plan.sessions.change_where(|session| session.place == place, |session| session.place = Place::Open);
}

fn dismiss(plan: &mut Plan, party: &Party) {
    let has = |parties: &[Party]| parties.contains(party);
    plan.sessions.change_where(
        |session| has(&session.chair) || has(&session.speakers) || has(&session.rapporteur),
        |session| {
            for parties in [&mut session.chair, &mut session.speakers, &mut session.rapporteur] {
                parties.retain(|other| other != party);
            }
        },
    );
}

fn names(attendance: &Attendance, id: super::DelegationId) -> bool {
    matches!(attendance, Attendance::Only(delegations) if delegations.contains(&id))
}

/// An audience that loses its last delegation is for everyone again: nobody can be nobody's guest.
fn drop_from(attendance: &mut Attendance, id: super::DelegationId) {
    if let Attendance::Only(delegations) = attendance {
        let left: BTreeSet<_> = delegations.iter().copied().filter(|delegation| *delegation != id).collect();
        *attendance = if left.is_empty() { Attendance::Everyone } else { Attendance::Only(left) };
    }
}
