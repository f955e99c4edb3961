//! The ways out of a delay that help, and by how much.

use super::day::{Day, Strand};
use super::{Cause, Ripple, WayOut, ripple};
use crate::plan::{EntryId, Plan, SessionKind};

/// A way out that helps, with the others that are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Offer {
    /// The way out.
    pub way_out: WayOut,
    /// Whether it is taken.
    pub taken: bool,
    /// By how many minutes, at the most, a session starts or a group is back earlier.
    pub gains: i32,
    /// How many of the things that break it mends.
    pub mends: usize,
}

/// The ways out that gain something, each beside those that are taken; those that are taken in any case.
#[must_use]
pub fn ways_out(plan: &Plan, cause: &Cause) -> Vec<Offer> {
    let Some(day) = Day::after(plan, &Cause { ways_out: Vec::new(), ..cause.clone() }) else { return Vec::new() };
    if day.minutes < 0 {
        return Vec::new();
    }
    let mut offers = Vec::new();
    for way_out in candidates(&day) {
        let taken = cause.ways_out.contains(&way_out);
        let (mut with, mut without) = (cause.clone(), cause.clone());
        without.ways_out.retain(|other| *other != way_out);
        if !taken {
            with.ways_out.push(way_out);
        }
        let (Some(with), Some(without)) = (ripple(plan, &with), ripple(plan, &without)) else { continue };
        let gains = gain(&with, &without);
        let mends = without.broken.len().saturating_sub(with.broken.len());
        let breaks = with.broken.len() > without.broken.len();
        if taken || (gains > 0 || mends > 0) && !breaks {
            offers.push(Offer { way_out, taken, gains, mends });
        }
    }
    offers
}

/// What could be done, the gentlest first.
fn candidates(day: &Day) -> Vec<WayOut> {
    let mut candidates = Vec::new();
    let changed = || day.strands.iter().filter_map(Strand::way).filter(|way| way.is_changed());
    if changed().any(super::way::Way::has_questions) {
        candidates.push(WayOut::ShortenQuestions);
    }
    for strand in day.strands.iter().filter(|strand| strand.by().0 > 0) {
        if let Some(session) = strand.session().filter(|session| session.kind == SessionKind::Break) {
            candidates.push(WayOut::DropBreak(session.id));
        }
    }
    let pushed = |strand: &&Strand| strand.way().is_some() && strand.by().0 > 0;
    for strand in day.strands.iter().filter(pushed).filter(|_| day.strands.iter().filter(pushed).count() > 1) {
        candidates.extend(strand.way().map(|way| WayOut::GoOn(way.id())));
    }
    for way in changed() {
        if way.coming().len() > 1 {
            candidates.push(WayOut::Reorder(way.id()));
        }
    }
    for way in changed().filter(|way| way.before.stays.len() > 1) {
        candidates.extend(way.coming().into_iter().map(|stop| WayOut::LeaveOut(way.id(), stop)));
    }
    candidates
}

/// By how many minutes, at the most, something starts or a group is back earlier.
fn gain(with: &Ripple, without: &Ripple) -> i32 {
    let mut gains = 0;
    for late in &without.moved {
        let saved = |by: fn(&super::Moved) -> i32| {
            let now = with.moved.iter().find(|moved| moved.entry == late.entry).map_or(0, by);
            by(late) - now
        };
        let saved = match late.entry {
            EntryId::Session(_) if with.left_out.contains(&late.entry) => 0,
            EntryId::Session(_) => saved(|moved| moved.starts),
            EntryId::LegBack(..) => saved(|moved| moved.ends),
            _ => 0,
        };
        gains = gains.max(saved);
    }
    gains
}
