//! Merging, undoing, and tabs that do both.

mod choices;
mod history;
mod merge;
mod tabs;
