//! Merging, undoing, and tabs that do both.

mod history;
mod merge;
mod tabs;
