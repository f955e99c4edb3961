//! Undo and redo. A step is kept as what it changed, and undone by merging the inverse into the plan as it is now, so
//! that undo never takes back what another tab did meanwhile.

use super::{Delta, replay};
use crate::plan::{Label, Plan};

/// A step that can be undone or redone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What it did, for the words on the button.
    pub label: Label,
    /// What it changed.
    pub delta: Delta,
}

/// The steps that can be undone, and those that were undone and can be redone.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct History {
    done: Vec<Step>,
    undone: Vec<Step>,
}

impl History {
    /// How many steps are kept while the page is open.
    pub const DEPTH: usize = 300;

    /// How many steps survive a reload.
    pub const SAVED: usize = 50;

    /// A history read back; the newest step is the last.
    #[must_use]
    pub const fn from_steps(done: Vec<Step>, undone: Vec<Step>) -> Self {
        Self { done, undone }
    }

    /// Remembers a step just done. What was undone before can no longer be redone.
    pub fn push(&mut self, step: Step) {
        self.undone.clear();
        self.done.push(step);
        let surplus = self.done.len().saturating_sub(Self::DEPTH);
        self.done.drain(..surplus);
    }

    /// Makes the newest step end in `after`, which is `before` with some more of the same: a word typed in two goes.
    /// A step that ends where it began goes.
    pub fn extend(&mut self, before: &Plan, after: &Plan) {
        let Some(mut step) = self.done.pop() else { return };
        self.undone.clear();
        let (start, _kept) = replay(before, &step.delta.inverse());
        step.delta = Delta::between(&start, after);
        if !step.delta.is_empty() {
            self.done.push(step);
        }
    }

    /// The step that undo would undo.
    #[must_use]
    pub fn to_undo(&self) -> Option<&Step> {
        self.done.last()
    }

    /// The step that redo would redo.
    #[must_use]
    pub fn to_redo(&self) -> Option<&Step> {
        self.undone.last()
    }

    /// The newest steps that can be undone and redone, at most [`History::SAVED`] each; the newest is the last.
    #[must_use]
    pub fn to_save(&self) -> (&[Step], &[Step]) {
        let newest = |steps| -> &[Step] {
            let steps: &Vec<Step> = steps;
            &steps[steps.len().saturating_sub(Self::SAVED)..]
        };
        (newest(&self.done), newest(&self.undone))
    }

    /// The plan without the newest step, and what that step was.
    pub fn undo(&mut self, plan: &Plan) -> Option<(Plan, Label)> {
        let step = self.done.pop()?;
        let (before, _kept) = replay(plan, &step.delta.inverse().of_those_in(plan));
        let label = step.label.clone();
        self.undone.push(step);
        Some((before, label))
    }

    /// The plan with the step that was undone last, and what that step was.
    pub fn redo(&mut self, plan: &Plan) -> Option<(Plan, Label)> {
        let step = self.undone.pop()?;
        let (after, _kept) = replay(plan, &step.delta.clone().of_those_in(plan));
        let label = step.label.clone();
        self.done.push(step);
        Some((after, label))
    }
}
