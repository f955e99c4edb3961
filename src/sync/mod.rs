//! What happens when a plan is changed in two places, or changed back: one three-way merge carries undo and redo,
//! other tabs, newer copies on disk and imported files.

mod delta;
mod history;
mod lineage;
mod merge;
pub mod saved_clashes;
pub mod saved_steps;

pub use delta::{Change, Delta};
pub use history::{History, Step};
pub use lineage::Lineage;
pub use merge::{Clash, Side, merge, replay};
