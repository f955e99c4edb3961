//! How a day goes off its plan: what was planned stays as it is, and what differs stands beside it.
//!
//! For a study visit that is a [`Deviation`]: the clock of `crate::circuit` counts with it, and without it gives the
//! planned times. A session moves itself and keeps its planned time in [`super::Session::planned`].

use super::{
    EditError, EntryId, Group, GroupId, Key, Plan, SessionId, Slot, StopId, Turn, VisitId, regroup, removal::remove,
};
use std::collections::BTreeSet;

/// What people do on a visit, in the order in which it happens around one stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[allow(missing_docs, reason = "the field's own terms, see PRODUCT.md")]
pub enum Phase {
    #[default]
    Gather,
    Board,
    Drive,
    /// At the gate, before the host receives.
    Wait,
    Gate,
    Safety,
    Tour,
    Questions,
    CountBack,
    /// After the count-back, before boarding.
    Hold,
}

/// How a group's way differs from its plan; of all together where a visit has no groups.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Deviation {
    /// By how many minutes boarding starts later than planned; earlier when negative.
    pub starts: i32,
    /// What takes longer or shorter than planned.
    pub lengths: Vec<Longer>,
    /// The order of the stops, where it is not the planned one; a stop that it does not name comes last.
    pub order: Vec<StopId>,
    /// The stops that are left out though they were planned.
    pub skips: BTreeSet<StopId>,
    /// That the group parted from others on the way; none where its members are those of the plan.
    pub parted: Option<Parted>,
}

/// How a group came off another that split up on the way. Up to there the two are one party: see
/// [`Plan::party_to`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Parted {
    /// From which group; none for those who are left of a visit on which all went together.
    pub from: Option<GroupId>,
    /// The stops to which they went together.
    pub together: BTreeSet<StopId>,
}

/// By how much a phase is longer than planned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Longer {
    /// At which stop, or on the leg to it; none for the leg back.
    pub stop: Option<StopId>,
    /// Which phase.
    pub phase: Phase,
    /// Minutes; shorter when negative.
    pub minutes: i32,
}

impl Deviation {
    /// Whether all goes as planned.
    #[must_use]
    pub fn is_none(&self) -> bool {
        let as_planned = self.starts == 0 && self.lengths.is_empty() && self.order.is_empty() && self.skips.is_empty();
        as_planned && self.parted.is_none()
    }

    /// By how many minutes a phase is longer than planned.
    #[must_use]
    pub fn by(&self, stop: Option<StopId>, phase: Phase) -> i32 {
        let all = self.lengths.iter().filter(|longer| (longer.stop, longer.phase) == (stop, phase));
        all.fold(0, |sum, longer| sum.saturating_add(longer.minutes))
    }

    /// Makes a phase so many minutes longer.
    pub fn lengthen(&mut self, stop: Option<StopId>, phase: Phase, minutes: i32) {
        let minutes = self.by(stop, phase).saturating_add(minutes);
        self.lengths.retain(|longer| (longer.stop, longer.phase) != (stop, phase));
        if minutes != 0 {
            self.lengths.push(Longer { stop, phase, minutes });
        }
    }

    /// How long a phase has to be planned so that it is so long as things go, in minutes; none where it is longer than that
    /// by what goes otherwise alone.
    #[must_use]
    pub fn planned(&self, stop: Option<StopId>, phase: Phase, minutes: u16) -> Option<u16> {
        u16::try_from(i32::from(minutes).saturating_sub(self.by(stop, phase))).ok()
    }

    /// Forgets a stop.
    pub(super) fn forget(&mut self, stop: StopId) {
        self.lengths.retain(|longer| longer.stop != Some(stop));
        self.order.retain(|other| *other != stop);
        self.skips.remove(&stop);
        if let Some(parted) = &mut self.parted {
            parted.together.remove(&stop);
        }
    }

    /// Whether a stop is mentioned.
    pub(super) fn mentions(&self, stop: StopId) -> bool {
        self.stops().any(|other| other == stop)
    }

    /// The stops that are mentioned.
    pub(super) fn stops(&self) -> impl Iterator<Item = StopId> {
        let lengths = self.lengths.iter().filter_map(|longer| longer.stop);
        let together = self.parted.iter().flat_map(|parted| &parted.together);
        lengths.chain(self.order.iter().copied()).chain(self.skips.iter().chain(together).copied())
    }

    /// The group from which it parted.
    #[must_use]
    pub fn parted_from(&self) -> Option<GroupId> {
        self.parted.as_ref().and_then(|parted| parted.from)
    }

    /// What it refers to.
    pub(super) fn references(&self) -> impl Iterator<Item = Key> {
        self.stops().map(Key::Stop).chain(self.parted_from().map(Key::Group))
    }
}

/// The way of a group on a visit; of all together where the visit has no groups.
pub type WayId = (VisitId, Option<GroupId>);

/// What [`super::Edit::Deviate`] does: a delay or an early end, with everything that follows from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deviated {
    /// What ended late or early.
    pub entry: EntryId,
    /// By how many minutes late; early when negative.
    pub minutes: i32,
    /// The new times of sessions; none for one that is left out.
    pub sessions: Vec<(SessionId, Option<Slot>)>,
    /// Groups that split up: those that come off, and those that lose members, as they shall be.
    pub groups: Vec<Group>,
    /// What is agreed for those that come off, as it was for those whom they leave.
    pub turns: Vec<Turn>,
    /// How the ways of groups now differ from their plan.
    pub ways: Vec<(WayId, Deviation)>,
}

/// What [`super::Edit::BackToPlan`] does.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Restored {
    /// The sessions that go back to their time.
    pub sessions: Vec<SessionId>,
    /// The groups that get back whom they lost, as they shall be.
    pub groups: Vec<Group>,
    /// The groups that came off others on the way, and are no more.
    pub gone: Vec<GroupId>,
    /// The ways that are as planned again.
    pub ways: Vec<WayId>,
}

/// Moves what a deviation moves. A session keeps the time that was planned first.
pub(super) fn deviate(plan: &mut Plan, deviated: &Deviated) -> Result<(), EditError> {
    for (id, slot) in &deviated.sessions {
        let session = plan.sessions.get(*id).ok_or(EditError::Gone(Key::Session(*id)))?;
        if session.fixed && slot.is_none_or(|slot| slot.start() != session.slot.start()) {
            return Err(EditError::Fixed(*id));
        }
        plan.sessions.change(*id, |session| match slot {
            Some(slot) => {
                let planned = session.planned.unwrap_or(session.slot);
                session.slot = *slot;
                session.planned = Some(planned).filter(|planned| planned != slot);
            }
            None => session.dropped = true,
        });
    }
    regroup::put_all(plan, &deviated.groups)?;
    for turn in &deviated.turns {
        regroup::set_turn(plan, turn)?;
    }
    for (way, deviation) in &deviated.ways {
        set(plan, *way, deviation)?;
    }
    Ok(())
}

/// Takes sessions and ways back to their plan.
pub(super) fn back_to_plan(plan: &mut Plan, restored: &Restored) -> Result<(), EditError> {
    for id in &restored.sessions {
        if !plan.sessions.has(*id) {
            return Err(EditError::Gone(Key::Session(*id)));
        }
        plan.sessions.change(*id, |session| {
            session.slot = session.planned.take().unwrap_or(session.slot);
            session.dropped = false;
        });
    }
    regroup::put_all(plan, &restored.groups)?;
    super::edit::must_be_there(plan, restored.gone.iter().copied().map(Key::Group))?;
    for group in &restored.gone {
        remove(plan, Key::Group(*group));
    }
    restored.ways.iter().try_for_each(|way| set(plan, *way, &Deviation::default()))
}

fn set(plan: &mut Plan, (visit, group): WayId, deviation: &Deviation) -> Result<(), EditError> {
    let there =
        plan.visits.has(visit) && group.is_none_or(|id| plan.groups.get(id).is_some_and(|it| it.visit == visit));
    if !there {
        return Err(EditError::Gone(group.map_or(Key::Visit(visit), Key::Group)));
    }
    super::edit::must_be_there(plan, deviation.references())?;
    match group {
        Some(group) => plan.groups.change(group, |group| group.deviation.clone_from(deviation)),
        None => plan.visits.change(visit, |visit| visit.deviation.clone_from(deviation)),
    }
    Ok(())
}
