//! The ways out of a delay that help, and by how much.

use super::choices::{choices, mended, proposed};
use super::{Cause, Ripple, WayOut, day::Day, ripple, split::Divided, strand::Strand};
use crate::plan::{EntryId, GroupId, Plan, SessionKind};

/// A way out that helps, with the others that are taken.
#[derive(Debug, Clone, PartialEq, Eq)]
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

/// The ways out that gain something, each beside those that are taken; those that are taken in any case. Groups that
/// split up get their identities from `fresh`: two for each.
#[must_use]
pub fn ways_out(plan: &Plan, cause: &Cause, fresh: &[GroupId]) -> Vec<Offer> {
    let splits = |way_out: &&WayOut| matches!(way_out, WayOut::Split(_));
    let splits: Vec<WayOut> = cause.ways_out.iter().filter(splits).cloned().collect();
    let divided = Divided::of(plan, &Cause { ways_out: splits, ..cause.clone() });
    let Some(day) = Day::after(&divided.plan, &divided.cause) else { return Vec::new() };
    if day.minutes < 0 {
        return Vec::new();
    }
    let mut offers = Vec::new();
    for way_out in candidates(&day) {
        let way_out = divided.as_before(way_out);
        let taken = cause.ways_out.contains(&way_out);
        let Some((with, without)) = beside(plan, cause, &way_out, |other| *other == way_out) else { continue };
        let gains = gain(&with, &without);
        let mends = without.broken.len().saturating_sub(with.broken.len());
        let breaks = with.broken.len() > without.broken.len();
        if taken || (gains > 0 || mends > 0) && !breaks {
            offers.push(Offer { way_out, taken, gains, mends });
        }
    }
    offers.extend(splits_of(plan, cause, fresh));
    offers
}

/// What follows with a way out in the place of those that it rules out, and what without any of them.
fn beside(
    plan: &Plan,
    cause: &Cause,
    way_out: &WayOut,
    rules_out: impl Fn(&WayOut) -> bool,
) -> Option<(Ripple, Ripple)> {
    let (mut with, mut without) = (cause.clone(), cause.clone());
    without.ways_out.retain(|other| !rules_out(other));
    if !with.ways_out.contains(way_out) {
        with.ways_out.push(way_out.clone());
    }
    ripple(plan, &with).zip(ripple(plan, &without))
}

/// A split for each way that is late: the one that is taken, or what is proposed.
fn splits_of(plan: &Plan, cause: &Cause, fresh: &[GroupId]) -> Vec<Offer> {
    let Some(day) = Day::after(plan, &Cause { ways_out: Vec::new(), ..cause.clone() }) else { return Vec::new() };
    let used = |id: &&GroupId| {
        cause
            .ways_out
            .iter()
            .any(|way_out| matches!(way_out, WayOut::Split(split) if split.group == **id || split.rest == **id))
    };
    let mut free = fresh.iter().filter(|id| !used(id)).copied();
    let mut offers = Vec::new();
    for way in day.ways().filter(|way| way.is_changed()) {
        let is_its = |way_out: &WayOut| matches!(way_out, WayOut::Split(split) if split.way == way.id());
        let known = cause.ways_out.iter().find(|way_out| is_its(way_out)).cloned();
        let taken = known.is_some();
        let way_out = known.or_else(|| {
            let (rest, group) = free.next().zip(free.next())?;
            proposed(plan, cause, way, group, rest).map(WayOut::Split)
        });
        let Some(way_out) = way_out else { continue };
        // Where nobody is chosen yet, anybody shows what it would gain.
        let mut tried = way_out.clone();
        if let WayOut::Split(split) = &mut tried
            && split.members.is_empty()
        {
            split.members.extend(choices(plan, cause, split).members.first().map(|(member, ..)| *member));
        }
        let mut cause = cause.clone();
        cause.ways_out.retain(|other| !is_its(other));
        let Some((with, without)) = beside(plan, &cause, &tried, is_its) else { continue };
        let (gains, mends) = (gain_of_those_who_go(&with, &without), mended(&with, &without));
        if taken || gains > 0 || mends > 0 {
            offers.push(Offer { way_out, taken, gains, mends });
        }
    }
    offers
}

/// By how many minutes, at the most, those who split off are back earlier than the group would be.
fn gain_of_those_who_go(with: &Ripple, without: &Ripple) -> i32 {
    let back = |ripple: &Ripple, entry| ripple.moved.iter().find(|moved| moved.entry == entry).map_or(0, |it| it.ends);
    let gains = with.partings.iter().filter_map(|parting| {
        let visit = with.plan.groups.get(parting.group)?.visit;
        let rest = Some(parting.rest).filter(|rest| without.plan.groups.has(*rest));
        let were = back(without, EntryId::LegBack(visit, rest));
        Some(were - back(with, EntryId::LegBack(visit, Some(parting.group))))
    });
    gains.max().unwrap_or(0)
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
