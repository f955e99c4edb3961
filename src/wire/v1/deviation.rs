//! The forms of how a study visit goes off its plan.

use super::form::{choice, form};
use super::values::Id;
use crate::plan;

form! {
    #[cfg_attr(test, derive(Default))]
    /// How a way differs from its plan.
    Deviation of plan::Deviation {} or {
        /// By how many minutes boarding starts later than planned; earlier when negative.
        starts: i32,
        /// What takes longer or shorter than planned.
        lengths: Vec<Longer>,
        /// Identities of the stops in their order, where it is not the planned one.
        order: Vec<Id>,
        /// Identities of the stops that are left out though they were planned.
        skips: Vec<Id>,
        /// That the group parted from others on the way.
        parted: Option<Parted>,
    }
}

form! {
    /// How a group came off another that split up on the way.
    Parted of plan::Parted {} or {
        /// Identity of the group from which it parted; left out for those who are left of a visit on which all went together.
        from: Option<Id>,
        /// Identities of the stops to which they went together.
        together: Vec<Id>,
    }
}

form! {
    /// By how much a phase is longer than planned.
    Longer of plan::Longer {
        /// Which phase.
        phase: Phase,
        /// Minutes; shorter when negative.
        minutes: i32,
    } or {
        /// Identity of the stop at which, or on the leg to which it is; left out for the leg back.
        stop: Option<Id>,
    }
}

choice! {
    /// What people do on a visit.
    Phase of plan::Phase {
        Gather, Board, Drive, Wait, Gate, Safety, Tour, Questions, CountBack, Hold,
    }
}
