//! A day as it is read from top to bottom: what is alone at its time, a visit with all its legs and stops, and what
//! happens at the same time as something else.

use super::{Entry, Event};
use crate::plan::{Group, GroupId, Visit, VisitId};
use chrono::NaiveDateTime;
use std::sync::Arc;

/// Entries that are read together.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    /// Why they are.
    pub sort: BlockSort,
    /// The entries, by start.
    pub entries: Vec<Entry>,
}

/// Why entries are read together.
#[derive(Debug, Clone, PartialEq)]
pub enum BlockSort {
    /// They follow each other, and nothing else is on.
    Plain,
    /// They are the legs and stops of this visit, or of one group of it.
    Visit(Arc<Visit>, Option<Arc<Group>>),
    /// They are sessions at the same time.
    Parallel,
    /// They are sessions during the visit before them.
    Meanwhile,
}

/// What a group does on a visit as a whole, or a session.
struct Unit {
    visit: Option<(Arc<Visit>, Option<Arc<Group>>)>,
    end: NaiveDateTime,
    entries: Vec<Entry>,
}

/// The blocks of entries that are in the order of their start.
///
/// What a group does on a visit stays whole, so sessions that start during it come after it, however early they start.
#[must_use]
pub fn blocks(entries: &[Entry]) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut cluster: Vec<Unit> = Vec::new();
    for unit in units(entries) {
        let start = unit.entries.first().map(|entry| entry.slot.start());
        if cluster.iter().all(|other| start >= Some(other.end)) {
            close(&mut blocks, &mut cluster);
        }
        cluster.push(unit);
    }
    close(&mut blocks, &mut cluster);
    blocks
}

fn units(entries: &[Entry]) -> Vec<Unit> {
    let mut units: Vec<Unit> = Vec::new();
    for entry in entries {
        let visit = match &entry.event {
            Event::Stop { visit, group, .. } | Event::Leg { visit, group, .. } => Some((visit.clone(), group.clone())),
            Event::Session(_) => None,
        };
        let known = units.iter_mut().find(|unit| visit.is_some() && unit.id() == id(visit.as_ref()));
        if let Some(unit) = known {
            unit.end = unit.end.max(entry.slot.end());
            unit.entries.push(entry.clone());
        } else {
            units.push(Unit { visit, end: entry.slot.end(), entries: vec![entry.clone()] });
        }
    }
    units
}

impl Unit {
    fn id(&self) -> Option<(VisitId, Option<GroupId>)> {
        id(self.visit.as_ref())
    }
}

fn id(visit: Option<&(Arc<Visit>, Option<Arc<Group>>)>) -> Option<(VisitId, Option<GroupId>)> {
    visit.map(|(visit, group)| (visit.id, group.as_ref().map(|group| group.id)))
}

/// Makes blocks of units that overlap, directly or through others.
fn close(blocks: &mut Vec<Block>, cluster: &mut Vec<Unit>) {
    let sessions = cluster.iter().filter(|unit| unit.visit.is_none()).count();
    let alone = if sessions == cluster.len() && sessions > 1 { BlockSort::Parallel } else { BlockSort::Plain };
    let mut sort = alone;
    for unit in cluster.drain(..) {
        match unit.visit {
            Some((visit, group)) => {
                blocks.push(Block { sort: BlockSort::Visit(visit, group), entries: unit.entries });
                sort = BlockSort::Meanwhile;
            }
            None => match blocks.last_mut() {
                // A cluster of its own is told apart from the one before it, unless both are plain.
                Some(last) if last.sort == sort && goes_on(last, &sort, &unit) => last.entries.extend(unit.entries),
                _ => blocks.push(Block { sort: sort.clone(), entries: unit.entries }),
            },
        }
    }
}

/// Whether a session belongs to the block before it, which is of its sort.
fn goes_on(last: &Block, sort: &BlockSort, unit: &Unit) -> bool {
    let Some(start) = unit.entries.first().map(|entry| entry.slot.start()) else { return false };
    match sort {
        BlockSort::Parallel => last.entries.iter().any(|entry| entry.slot.end() > start),
        _ => true,
    }
}
