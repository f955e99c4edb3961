//! The evidence pack: what an auditor keeps of a meeting.

use super::{Paper, list::attendance_sites, people::day_title};
use crate::{
    agenda::{Audience, Change, Entry, Event, Spot, changes, dates, entries, late::back_to_plan, spot},
    order::sort_by_key,
    plan::{Document, Link, Plan, Session, Slot, Text, Version, apply},
};
use chrono::NaiveDate;
use std::sync::Arc;

/// What is in the pack; a part that is empty is no part.
#[derive(Debug, Clone, PartialEq)]
pub struct EvidencePack {
    /// The parts in their order: the index.
    pub parts: Vec<Part>,
    /// The agenda as it was held, by day.
    pub days: Vec<HeldDay>,
    /// The attendance sheets.
    pub sheets: Vec<Paper>,
    /// Documents and links.
    pub annexes: Vec<Annex>,
    /// The versions that were handed out, the first one first.
    pub versions: Vec<Arc<Version>>,
    /// What changed since the first of them.
    pub changes: Vec<Change>,
}

/// A part of the pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The agenda as held.
    Agenda,
    /// One of the attendance sheets.
    Sheet(Paper),
    /// The list of annexes.
    Annexes,
    /// What changed since the first version; also where that is nothing.
    Changes,
}

/// A day as it was held.
#[derive(Debug, Clone, PartialEq)]
pub struct HeldDay {
    /// The day.
    pub date: NaiveDate,
    /// What it is about; may be empty.
    pub title: Text,
    /// What was held or left out, by start.
    pub lines: Vec<Held>,
}

/// An entry of the agenda as it was held.
#[derive(Debug, Clone, PartialEq)]
pub struct Held {
    /// The entry; as planned where it was left out.
    pub entry: Entry,
    /// Where it was.
    pub spot: Spot,
    /// When it was planned, where it was held at another time; nothing where it was not planned.
    pub planned: Option<Slot>,
    /// Whether it was planned and left out.
    pub left_out: bool,
}

/// Something that goes with the papers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Annex {
    /// A document of the plan.
    Document(Arc<Document>),
    /// A link of a session.
    Link(Arc<Session>, Link),
}

impl EvidencePack {
    /// The pack of a plan.
    #[must_use]
    pub fn of(plan: &Plan) -> Self {
        let (days, sheets, annexes) = (held(plan), attendance_sites(plan), annexes(plan));
        let mut parts = Vec::new();
        if !days.is_empty() {
            parts.push(Part::Agenda);
        }
        parts.extend(sheets.iter().copied().map(Part::Sheet));
        if !annexes.is_empty() {
            parts.push(Part::Annexes);
        }
        let versions: Vec<_> = plan.versions_by_time().into_iter().cloned().collect();
        let changes = versions.first().map(|first| {
            parts.push(Part::Changes);
            changes(plan, first)
        });
        Self { parts, days, sheets, annexes, versions, changes: changes.unwrap_or_default() }
    }
}

/// The plan as it was before any delay or early end.
fn as_planned(plan: &Plan) -> Plan {
    let mut planned = plan.clone();
    let mut days = dates(plan);
    days.extend(plan.sessions.iter().map(|session| session.planned.unwrap_or(session.slot).date()));
    days.extend(plan.visits.iter().map(|visit| visit.start.date()));
    sort_by_key(&mut days, |date| *date);
    days.dedup();
    for edit in days.into_iter().filter_map(|date| back_to_plan(plan, date)) {
        planned = apply(&planned, &edit).unwrap_or(planned);
    }
    planned
}

fn held(plan: &Plan) -> Vec<HeldDay> {
    let planned = as_planned(plan);
    let before = entries(&planned, Audience::Everyone);
    let now = entries(plan, Audience::Everyone);
    let left_out = before.iter().filter(|entry| now.iter().all(|held| held.id != entry.id)).cloned();
    let mut lines: Vec<Held> =
        left_out.map(|entry| Held { spot: spot(&planned, &entry), planned: None, left_out: true, entry }).collect();
    lines.extend(now.iter().map(|entry| {
        let was = before.iter().find(|planned| planned.id == entry.id).map(|planned| planned.slot);
        let planned = was.filter(|was| *was != entry.slot);
        Held { spot: spot(plan, entry), planned, left_out: false, entry: entry.clone() }
    }));
    let place = |entry: &Entry| now.iter().position(|held| held.id == entry.id);
    sort_by_key(&mut lines, |line| (line.entry.slot.start(), place(&line.entry), line.entry.id));
    let mut days: Vec<HeldDay> = Vec::new();
    for line in lines {
        let date = line.entry.slot.date();
        match days.last_mut() {
            Some(day) if day.date == date => day.lines.push(line),
            _ => {
                let title = day_title(plan, date);
                days.push(HeldDay { date, title, lines: vec![line] });
            }
        }
    }
    days
}

fn annexes(plan: &Plan) -> Vec<Annex> {
    let mut annexes: Vec<_> = plan.documents.iter().cloned().map(Annex::Document).collect();
    for entry in entries(plan, Audience::Everyone) {
        if let Event::Session(session) = entry.event {
            let links = session.links.iter().cloned();
            annexes.extend(links.map(|link| Annex::Link(session.clone(), link)));
        }
    }
    annexes
}
