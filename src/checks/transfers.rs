//! Transfers between what a delegation attends: those that do not fit, and drives whose length cannot be known.

use super::finding::{About, Detail, Finding, Lack, Rule, Severity};
use super::scene::{Happening, Outing, Scene};
use crate::circuit::{Source, drive};
use crate::order::sort_by_key;
use crate::plan::{DelegationId, EntryId, Key, SessionKind, VenueId};
use chrono::NaiveDateTime;

/// A drive that is an estimate may be this many minutes too long for the time there is and only be a warning: the
/// estimate itself is no finer.
const TOLERANCE: u16 = 5;

/// With more minutes than these between two sessions, a drive that is not known is not asked for.
const AMPLE: i64 = 120;

/// What is missing, with the first entry that it concerns and its time.
type Lacks = Vec<(Lack, NaiveDateTime, Option<About>)>;

pub(super) fn find(scene: &Scene, findings: &mut Vec<Finding>) {
    let mut lacks = Lacks::new();
    for outing in &scene.outings {
        legs(scene, outing, &mut lacks);
    }
    for (first, second, delegations) in pairs(scene) {
        between(scene, &scene.happenings[first], &scene.happenings[second], delegations, findings, &mut lacks);
    }
    for (lack, at, entry) in lacks {
        let record = match lack {
            Lack::Start(visit) | Lack::Return(visit) => Key::Visit(visit),
            Lack::HostVenue(host) => Key::Host(host),
            Lack::Coordinates(venue) => Key::Venue(venue),
        };
        findings.push(Finding {
            rule: Rule::DriveUnknown,
            severity: Severity::Warning,
            at: Some(at),
            about: entry.into_iter().chain([About::Record(record)]).collect(),
            detail: Detail::DriveUnknown { lack },
            fix: None,
        });
    }
}

/// A happening on the way of a delegation through the meeting.
struct Step<'scene, 'plan> {
    /// Its place among all happenings.
    place: usize,
    happening: &'scene Happening<'plan>,
    /// When it and everything before it has ended.
    ends: NaiveDateTime,
}

/// Pairs of happenings at different known places that follow each other for a delegation, with the delegations.
fn pairs(scene: &Scene) -> Vec<(usize, usize, Vec<DelegationId>)> {
    let ways = ways(scene);
    let mut found = Vec::new();
    for (number, (places, _)) in ways.iter().enumerate() {
        let mut way = Vec::<Step>::new();
        for place in places.iter().copied() {
            let happening = &scene.happenings[place];
            found.extend(predecessors(&way, happening).into_iter().map(|first| (first, place, number)));
            let ends = way.last().map_or(happening.end, |step| step.ends.max(happening.end));
            way.push(Step { place, happening, ends });
        }
    }
    sort_by_key(&mut found, |pair| *pair);
    let same = |one: &(usize, usize, usize), other: &(usize, usize, usize)| (one.0, one.1) == (other.0, other.1);
    let pairs = found.chunk_by(same).filter_map(|chunk| {
        let delegations = chunk.iter().flat_map(|(_, _, way)| ways[*way].1.iter().copied());
        chunk.first().map(|(first, second, _)| (*first, *second, delegations.collect()))
    });
    pairs.collect()
}

/// What delegations attend at known places, in the order of time; those that attend the same, together.
fn ways(scene: &Scene) -> Vec<(Vec<usize>, Vec<DelegationId>)> {
    let settled = |happening: &Happening| {
        let free = happening.session.is_some_and(|session| session.kind == SessionKind::FreeTime);
        happening.from.or(happening.to).is_some() && !free
    };
    let settled: Vec<_> = scene.happenings.iter().enumerate().filter(|(_, happening)| settled(happening)).collect();
    let mut ways = Vec::<(Vec<usize>, Vec<DelegationId>)>::new();
    for (delegation, _) in &scene.heads {
        let attended = settled.iter().filter(|(_, happening)| happening.audience.includes(*delegation));
        let way: Vec<usize> = attended.map(|(place, _)| *place).collect();
        match ways.iter_mut().find(|(known, _)| *known == way) {
            Some((_, delegations)) => delegations.push(*delegation),
            None => ways.push((way, vec![*delegation])),
        }
    }
    ways
}

/// What a delegation comes from: the last thing that has ended by then and what ran beside it, if that was elsewhere.
fn predecessors(way: &[Step], next: &Happening) -> Vec<usize> {
    let mut found = Vec::new();
    let mut last: Option<NaiveDateTime> = None;
    for step in way.iter().rev() {
        if last.is_some_and(|last| step.ends <= last) {
            break;
        }
        let earlier = step.happening;
        let counts = earlier.end <= next.slot.start() && earlier.end > *last.get_or_insert(earlier.slot.start());
        if counts && earlier.to != next.from {
            found.push(step.place);
        }
    }
    found
}

fn between(
    scene: &Scene,
    first: &Happening,
    second: &Happening,
    delegations: Vec<DelegationId>,
    findings: &mut Vec<Finding>,
    lacks: &mut Lacks,
) {
    let (Some(from), Some(to)) = (first.to, second.from) else { return };
    let (ends, starts) = (first.end, second.slot.start());
    let drive = drive(scene.plan, Some(from), Some(to));
    let has = (starts - ends).num_minutes();
    if drive.source == Source::Unknown && has <= AMPLE {
        for venue in [from, to] {
            coordinates(scene, venue, starts, second.starts_as(), lacks);
        }
    }
    let short = i64::from(drive.minutes) - has;
    if short <= 0 {
        return;
    }
    let estimate = drive.source == Source::Estimate;
    let bearable = estimate && short <= i64::from(TOLERANCE);
    findings.push(Finding {
        rule: Rule::TransferTooShort,
        severity: if bearable { Severity::Warning } else { Severity::Blocker },
        at: Some(starts),
        about: [first.ends_as(), second.starts_as()].into_iter().flatten().collect(),
        detail: Detail::TransferTooShort {
            delegations,
            first: first.item,
            second: second.item,
            starts,
            from,
            to,
            needs: drive.minutes,
            has: u16::try_from(has).unwrap_or(0),
            estimate,
        },
        fix: None,
    });
}

/// What the legs of a visit lack. A place that is named but gone is a dangling reference, not a lack.
fn legs(scene: &Scene, outing: &Outing, lacks: &mut Lacks) {
    let visit = outing.visit;
    let plan = scene.plan;
    let lack_at = |stop| {
        let host = plan.stops.get(stop).and_then(|stop| plan.hosts.get(stop.host))?;
        host.venue.is_none().then_some(Lack::HostVenue(host.id))
    };
    let mut leaves = visit.start_place.is_none().then_some(Lack::Start(visit.id));
    for leg in &outing.itinerary.legs {
        let reaches = match leg.id {
            EntryId::LegTo(stop, _) => lack_at(stop),
            _ => visit.return_place.is_none().then_some(Lack::Return(visit.id)),
        };
        if leg.drive.source == Source::Unknown {
            let entry = Some(About::Entry(leg.id));
            for lack in [leaves, reaches].into_iter().flatten() {
                note(lacks, lack, leg.start, entry);
            }
            for venue in [leg.from, leg.to].into_iter().flatten() {
                coordinates(scene, venue, leg.start, entry, lacks);
            }
        }
        leaves = reaches;
    }
}

fn coordinates(scene: &Scene, venue: VenueId, at: NaiveDateTime, entry: Option<About>, lacks: &mut Lacks) {
    if scene.plan.venues.get(venue).is_some_and(|venue| venue.position.is_none()) {
        note(lacks, Lack::Coordinates(venue), at, entry);
    }
}

/// One lack is one finding, however many drives it concerns.
fn note(lacks: &mut Lacks, lack: Lack, at: NaiveDateTime, entry: Option<About>) {
    if lacks.iter().all(|(known, ..)| *known != lack) {
        lacks.push((lack, at, entry));
    }
}
