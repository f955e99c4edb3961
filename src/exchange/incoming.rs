//! Sessions that come from other people's files (iCalendar, schedule.xml, schedule.json): shown, picked, and only then
//! added.

use crate::plan::Slot;

/// A session as another program wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Incoming {
    /// What the file identifies it by; empty where it does not.
    pub key: String,
    /// What it is called.
    pub title: String,
    /// When it is, on the clock of the plan's time zone.
    pub slot: Slot,
    /// The room or the place, as the file names it; may be empty.
    pub place: String,
    /// What it is about; may be empty.
    pub notes: String,
    /// Who speaks.
    pub speakers: Vec<String>,
    /// An address with more; may be empty.
    pub link: String,
}
