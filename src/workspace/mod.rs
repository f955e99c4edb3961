//! The program without its face: what is open, and what each message makes of it.
//!
//! `update` is pure. Storage, files, the clock, ids and the screen are asked for as [`Effect`]s; every answer comes
//! back as a [`Msg`], failures too.

mod arrive;
mod bounds;
pub mod heads;
pub mod journal;
pub mod keeper;
mod leave;
mod library;
mod message;
mod new_meeting;
mod place;
mod route;
mod update;
pub mod working;

pub use library::{Condition, Kept};
pub use message::{Effect, Msg, Notice, Purpose, Refusal, Said, Stored, Trouble};
pub use new_meeting::{Field, NewMeeting};
pub use place::place_of;
pub use route::{Route, Screen, mark_of};
pub use update::update;

use crate::{
    plan::{Key, Plan, PlanId},
    sync::{Clash, History, Lineage},
    wire::{Hash, LONGEST_LINEAGE, PlanFile},
};
use arrive::Arriving;
use leave::{Next, StandIn};
use std::sync::Arc;

/// Everything that is open.
#[derive(Debug, Clone)]
pub struct Workspace {
    /// The plan on screen.
    pub plan: Arc<Plan>,
    /// What can be undone and redone.
    pub history: History,
    /// Differences that somebody has to choose between.
    pub clashes: Vec<Clash>,
    /// How far the plan on screen is kept.
    pub saving: Saving,
    /// What the reader should know, newest last; each stays until it is dismissed.
    pub notices: Vec<Notice>,
    /// When the plan was last changed, as an RFC 3339 stamp in UTC; none for a plan never changed.
    pub changed: Option<String>,
    /// The plans kept in this browser, as last listed.
    pub kept: Vec<Kept>,
    lineage: Lineage,
    /// What comes of kept states alone, without the changes that are not kept yet.
    basis: Basis,
    in_flight: Option<(Hash, Arc<Plan>, Vec<Clash>)>,
    /// The differences to choose between as they were last kept here or by another tab.
    asked: Vec<Clash>,
    /// Whether it was chosen to leave something as it is, and that is not kept yet: the same plan, and yet another state.
    settled: bool,
    arriving: Option<Arriving>,
    waiting: Vec<Next>,
    stand_in: Option<StandIn>,
    typing: Option<(Key, Vec<&'static str>)>,
    /// Whether something was handed out, which is no step.
    handed_out: bool,
}

/// What a plan on screen began with.
#[derive(Debug, Clone)]
struct Basis {
    plan: Arc<Plan>,
    /// The kept states that it comes of.
    states: Vec<Hash>,
}

/// How far the plan on screen is kept in the browser's storage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saving {
    /// Everything is kept.
    Saved,
    /// The last changes are about to be kept.
    Pending,
    /// The last changes could not be kept, as a rule for want of room; editing goes on.
    Full,
    /// The browser refuses to keep anything for this page.
    Refused,
}

impl Workspace {
    /// A workspace that shows `plan`, which is not kept yet.
    #[must_use]
    pub fn showing(plan: Plan) -> Self {
        let plan = Arc::new(plan);
        Self {
            basis: Basis { plan: plan.clone(), states: Vec::new() },
            plan,
            history: History::default(),
            clashes: Vec::new(),
            saving: Saving::Saved,
            notices: Vec::new(),
            changed: None,
            kept: Vec::new(),
            lineage: Lineage::default(),
            in_flight: None,
            asked: Vec::new(),
            settled: false,
            arriving: None,
            waiting: Vec::new(),
            stand_in: None,
            typing: None,
            handed_out: false,
        }
    }

    /// Identity of the plan on screen.
    #[must_use]
    pub fn id(&self) -> PlanId {
        self.plan.id()
    }

    /// The plan on screen as it stands in a file. While it is what was last read or kept it is that same file, so that
    /// an export that is imported elsewhere is exported there as it came.
    #[must_use]
    pub fn file(&self) -> PlanFile {
        let lineage = self.lineage.hashes();
        let file = |lineage: &[Hash]| PlanFile {
            plan: (*self.plan).clone(),
            saved: self.changed.clone(),
            lineage: lineage.iter().take(LONGEST_LINEAGE).copied().collect(),
        };
        if let Some(newest) = self.lineage.at(&self.plan).filter(|_| !self.settled) {
            // The same plan with another past is another state, and has to name this one.
            let same = file(&lineage[1..]);
            if same.state() == newest {
                return same;
            }
        }
        file(&lineage)
    }

    /// Whether the plan on screen has changes that are not kept.
    #[must_use]
    pub fn has_unkept(&self) -> bool {
        match self.saving {
            Saving::Saved => false,
            Saving::Pending | Saving::Full => true,
            Saving::Refused => self.history.to_undo().is_some() || self.history.to_redo().is_some() || self.handed_out,
        }
    }
}
