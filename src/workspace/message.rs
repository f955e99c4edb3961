//! What can happen, and what can be asked of the face.

use super::keeper::{Found, Pile};
use crate::{
    plan::{Edit, EditError, Key, Label, Plan, PlanId, Slot, Text},
    sync::Side,
    wire::{DecodeError, Problem},
};
use thiserror::Error;

/// Something that happened.
#[derive(Debug, Clone)]
#[allow(clippy::large_enum_variant, reason = "messages are sent one at a time, by hand")]
pub enum Msg {
    /// Somebody changed the plan, at an RFC 3339 stamp in UTC.
    Edit {
        /// What was changed.
        edit: Edit,
        /// When.
        at: String,
        /// Whether it is a pause in typing: what is typed next in the same field belongs to the same step.
        typing: bool,
    },
    /// Somebody wants the newest step undone.
    Undo,
    /// Somebody wants the step undone last done again.
    Redo,
    /// Somebody chose a side of the clash at this index, at an RFC 3339 stamp in UTC.
    Settle {
        /// The clash.
        clash: usize,
        /// The side.
        side: Side,
        /// When.
        at: String,
    },
    /// Somebody has read the notice at this index.
    Dismiss(usize),
    /// It is time to keep the last changes, or the page is about to hide.
    SaveDue,
    /// The storage kept the plan.
    Saved,
    /// The storage did not keep the plan, or the journal did not get what it kept.
    NotSaved(Trouble),
    /// A copy of a kept plan, written by another tab or found when saving.
    Arrived {
        /// The plan that it is a copy of.
        plan: PlanId,
        /// The text as stored.
        text: String,
    },
    /// Somebody wants to open a kept plan.
    Open(PlanId),
    /// Somebody came by an address that says of which plan it is.
    Meant {
        /// The mark of the plan, as [`super::mark_of`] makes it.
        mark: String,
        /// The plan, where it is kept here.
        kept: Option<PlanId>,
    },
    /// The answer to [`Effect::Load`].
    Loaded {
        /// The plan that was asked for.
        plan: PlanId,
        /// What is stored of it.
        stored: Stored,
        /// A new identity, for the example that is shown when nothing can be.
        fresh: PlanId,
    },
    /// Somebody wants to open a plan that is not kept yet: an empty one, or the example.
    Start(Box<Plan>),
    /// Somebody picked a file to import.
    Import {
        /// The file's name.
        name: String,
        /// Its content.
        bytes: Vec<u8>,
    },
    /// Somebody wants a kept plan in a file.
    Export(PlanId),
    /// Somebody wants the list of kept plans.
    List,
    /// The answer to [`Effect::List`]: everything that is kept.
    Listed(Vec<Found>),
    /// Somebody wants a copy of a kept plan, under a new identity.
    Duplicate {
        /// The plan to copy.
        plan: PlanId,
        /// The copy's identity.
        copy: PlanId,
        /// The word that marks the copy's title, in both languages.
        mark: Text,
    },
    /// Somebody wants a kept plan called something else.
    Rename {
        /// The plan.
        plan: PlanId,
        /// Its new title.
        title: Text,
        /// When, as an RFC 3339 stamp in UTC.
        at: String,
    },
    /// The answer to [`Effect::Fetch`].
    Fetched {
        /// The plan that was asked for.
        plan: PlanId,
        /// What for.
        purpose: Purpose,
        /// The stored text, unless there is none.
        text: Option<String>,
    },
    /// Somebody wants a kept plan deleted.
    Delete {
        /// The plan.
        plan: PlanId,
        /// A new identity, for the example that is shown when no other plan is kept.
        fresh: PlanId,
    },
    /// Somebody wants a deleted plan back.
    Restore(PlanId),
    /// Somebody wants what is on a pile of a plan, deleted or damaged, gone for good.
    Purge(Pile, PlanId),
    /// The storage did not take what [`Effect::Put`] asked for.
    NotPut,
}

/// What is stored of a plan.
#[derive(Debug, Clone, Default)]
pub struct Stored {
    /// The working copy.
    pub working: Option<String>,
    /// The copy before it.
    pub good: Option<String>,
    /// The steps that can be undone.
    pub undo: Option<String>,
    /// Whether the storage answered at all.
    pub refused: bool,
}

/// Why a kept plan is fetched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Purpose {
    /// To make a copy under a new identity, its title marked.
    Duplicate(PlanId, Text),
    /// To give it another title, at a stamp.
    Rename(Text, String),
    /// To hand it out as a file.
    Export,
}

/// Why the storage did not keep something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// There is no room left, or the disk failed.
    Full,
    /// The browser refuses.
    Refused,
}

/// Something that the face is asked to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Send [`Msg::SaveDue`] within a second.
    SaveSoon,
    /// Keep the plan; first see whether another tab wrote it since it was last read or written here, and answer
    /// [`Msg::Arrived`] then. Answer [`Msg::Saved`] or [`Msg::NotSaved`].
    Save {
        /// The plan.
        plan: PlanId,
        /// Its text.
        text: String,
        /// The steps that can be undone.
        undo: String,
    },
    /// Read what is stored of a plan and answer [`Msg::Loaded`].
    Load(PlanId),
    /// Keep the text of a plan that is not open; answer [`Msg::NotPut`] when that fails.
    Put {
        /// The plan.
        plan: PlanId,
        /// Its text.
        text: String,
    },
    /// Put a text that cannot be read out of the way of saving, where it can be downloaded.
    KeepDamaged {
        /// The plan.
        plan: PlanId,
        /// The text.
        text: String,
    },
    /// Answer [`Msg::Listed`].
    List,
    /// Read the text of a plan and answer [`Msg::Fetched`].
    Fetch(PlanId, Purpose),
    /// Move a kept plan to the bin.
    Discard(PlanId),
    /// Move a plan back from the bin.
    Restore(PlanId),
    /// Take what is on a pile of a plan out for good.
    Purge(Pile, PlanId),
    /// Remember which plan is open.
    RememberOpen(PlanId),
    /// Hand a file to the reader.
    Download {
        /// The file's name.
        name: String,
        /// Its content.
        text: String,
    },
    /// Show the agenda.
    ShowAgenda,
    /// Say through the live region what happened.
    Say(Said),
}

/// What is said through the live region.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// An edit was made; with the new time where it moved something.
    Done(Label, Option<Slot>),
    /// A step was undone.
    Undone(Label),
    /// A step was done again.
    Redone(Label),
    /// A change was refused.
    Refused(Refusal),
}

/// Why a change of the plan was refused. The plan is as it was.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Refusal {
    /// It is not one that can be made to the plan.
    #[error(transparent)]
    Edit(#[from] EditError),
    /// A record would hold something that could not be read again, such as a text that is too long.
    #[error("{key:?}, {field}: {problem:?}")]
    Unreadable {
        /// The record.
        key: Key,
        /// What people call it, since it may be new.
        title: Text,
        /// The field, by its name in the saved form.
        field: String,
        /// What is wrong with it.
        problem: Box<Problem>,
    },
    /// The plan would be larger than any that is read.
    #[error("more than {limit} bytes")]
    TooLarge {
        /// How large it may be, in bytes.
        limit: usize,
    },
}

/// What the reader should know, until it is dismissed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// A file could not be imported. The open plan is as it was.
    NotImported {
        /// The file's name.
        name: String,
        /// Why.
        why: DecodeError,
    },
    /// A file was taken over into the open plan.
    Merged {
        /// The file's name.
        name: String,
        /// How many differences have to be chosen between.
        clashes: usize,
    },
    /// A file holds nothing that the open plan does not have already.
    NothingNew {
        /// The file's name.
        name: String,
    },
    /// A plan with changes that could not be kept is no longer on screen.
    NotKept {
        /// A name for its file.
        name: String,
        /// Its text.
        text: String,
    },
    /// A copy or a new title of a plan that is not open could not be kept.
    NotPut,
    /// What is kept of a plan cannot be read. It was put aside.
    Damaged {
        /// The plan.
        plan: PlanId,
        /// The text that cannot be read.
        text: String,
        /// Whether the last good copy is on screen; else it is the example.
        good: bool,
    },
    /// A kept plan was saved by a newer version of the program. It was left as it is.
    Newer {
        /// The plan.
        plan: PlanId,
        /// Its text.
        text: String,
    },
    /// The plan that was asked for is not kept here.
    Missing,
    /// The address is of another plan than the one on screen, and that is not kept here.
    OtherMeeting,
    /// A plan was deleted and can be restored.
    Deleted(PlanId),
    /// A change was refused.
    Refused(Refusal),
}
