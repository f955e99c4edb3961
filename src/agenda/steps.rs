//! What happens inside an entry, minute by minute: boarding and driving in a transfer, the phases of a stay.

use super::{Entry, Event};
use crate::circuit::Phase;
use chrono::NaiveDateTime;

/// One thing that happens inside an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// When it starts.
    pub at: NaiveDateTime,
    /// What it is.
    pub doing: Doing,
}

/// What people do at a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doing {
    /// They gather before boarding.
    Gather,
    /// They get into the coach.
    Board,
    /// The coach leaves, and drives until it arrives.
    Drive,
    /// The coach is there.
    Arrive,
    /// A part of a stay at a host.
    Phase(Phase),
}

/// The steps of an entry in the order of time; none in a session.
#[must_use]
pub fn steps(entry: &Entry) -> Vec<Step> {
    match &entry.event {
        Event::Session(_) => Vec::new(),
        Event::Leg { leg, .. } => {
            let gather = (leg.gathering() > 0).then_some(Step { at: leg.gathers, doing: Doing::Gather });
            let board = (leg.boarding() > 0).then_some(Step { at: leg.start, doing: Doing::Board });
            let drive = Step { at: leg.departs, doing: Doing::Drive };
            let arrive = Step { at: leg.arrives, doing: Doing::Arrive };
            gather.into_iter().chain(board).chain([drive, arrive]).collect()
        }
        Event::Stop { stay, .. } => {
            stay.phases.iter().map(|part| Step { at: part.start, doing: Doing::Phase(part.phase) }).collect()
        }
    }
}

/// Which step is going on at a moment: the last one that has started.
#[must_use]
pub fn step_at(steps: &[Step], at: NaiveDateTime) -> Option<usize> {
    steps.iter().rposition(|step| step.at <= at)
}

/// The stretches that an entry consists of, as start and minutes: its steps, or all of it in one.
#[must_use]
pub fn stretches(entry: &Entry) -> Vec<(NaiveDateTime, u16)> {
    let (steps, end) = (steps(entry), entry.slot.end());
    if steps.is_empty() {
        return vec![(entry.slot.start(), entry.slot.minutes())];
    }
    let ends = steps.iter().skip(1).map(|step| step.at).chain([end]);
    let lengths = steps.iter().zip(ends).map(|(step, end)| (step.at, (end - step.at).num_minutes()));
    lengths
        .filter_map(|(at, minutes)| {
            u16::try_from(minutes).ok().filter(|minutes| *minutes > 0).map(|length| (at, length))
        })
        .collect()
}

/// How much of a stretch is over at a moment, in whole per cent.
#[must_use]
pub fn percent_over(start: NaiveDateTime, minutes: u16, at: NaiveDateTime) -> i64 {
    let over = (at - start).num_minutes().clamp(0, i64::from(minutes));
    over * 100 / i64::from(minutes.max(1))
}
