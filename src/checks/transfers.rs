//! Transfers between what a delegation attends: those that do not fit, and drives whose length cannot be known.

use super::finding::{About, Detail, Finding, Lack, Rule, Severity};
use super::scene::{Happening, Outing, Scene};
use crate::circuit::{Source, drive};
use crate::plan::{DelegationId, EntryId, Key, SessionKind, Slot, VenueId};
use chrono::{NaiveDateTime, TimeDelta};
use std::collections::{BTreeMap, btree_map::Entry};

/// A drive that is an estimate may be this many minutes too long for the time there is and only be a warning: the
/// estimate itself is no finer.
const TOLERANCE: u16 = 5;

/// With more minutes than these between two sessions, a drive that is not known is not asked for.
const AMPLE: i64 = 120;

/// What is missing, with the first entry that it concerns and its time.
type Lacks = BTreeMap<Lack, (NaiveDateTime, Option<About>)>;

pub(super) fn find(scene: &Scene, findings: &mut Vec<Finding>) {
    let mut lacks = Lacks::new();
    for outing in &scene.outings {
        legs(scene, outing, &mut lacks);
    }
    for ((first, second), delegations) in pairs(scene) {
        between(scene, &scene.happenings[first], &scene.happenings[second], delegations, findings, &mut lacks);
    }
    for (lack, (at, entry)) in lacks {
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

/// Pairs of happenings at known places that follow each other for a delegation, with the delegations.
fn pairs(scene: &Scene) -> BTreeMap<(usize, usize), Vec<DelegationId>> {
    let mut pairs = BTreeMap::<_, Vec<_>>::new();
    for (delegation, _) in &scene.heads {
        let attends = |happening: &Happening| {
            let free = happening.session.is_some_and(|session| session.kind == SessionKind::FreeTime);
            happening.from.is_some() && !free && happening.audience.includes(*delegation)
        };
        let way: Vec<_> = scene.happenings.iter().enumerate().filter(|(_, happening)| attends(happening)).collect();
        for (place, (second, happening)) in way.iter().enumerate() {
            for first in predecessors(&way[..place], happening.slot) {
                pairs.entry((first, *second)).or_default().push(*delegation);
            }
        }
    }
    pairs
}

/// What a delegation comes from: the last thing that has ended by then, and what ran beside it.
fn predecessors(earlier: &[(usize, &Happening)], slot: Slot) -> Vec<usize> {
    let mut found = Vec::new();
    let mut last: Option<NaiveDateTime> = None;
    for (place, happening) in earlier.iter().rev().filter(|(_, earlier)| earlier.slot.end() <= slot.start()) {
        let start = *last.get_or_insert(happening.slot.start());
        if start - happening.slot.start() > TimeDelta::minutes(i64::from(Slot::LONGEST)) {
            break;
        }
        if happening.slot.end() > start {
            found.push(*place);
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
    let (ends, starts) = (first.slot.end(), second.slot.start());
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
            EntryId::LegTo(stop) => lack_at(stop),
            _ => visit.return_place.is_none().then_some(Lack::Return(visit.id)),
        };
        if leg.drive.source == Source::Unknown {
            let entry = Some(About::Entry(leg.id));
            for lack in [leaves, reaches].into_iter().flatten() {
                lacks.entry(lack).or_insert((leg.start, entry));
            }
            for venue in [leg.from, leg.to].into_iter().flatten() {
                coordinates(scene, venue, leg.start, entry, lacks);
            }
        }
        leaves = reaches;
    }
}

fn coordinates(scene: &Scene, venue: VenueId, at: NaiveDateTime, entry: Option<About>, lacks: &mut Lacks) {
    if scene.plan.venues.get(venue).is_some_and(|venue| venue.position.is_none())
        && let Entry::Vacant(vacant) = lacks.entry(Lack::Coordinates(venue))
    {
        vacant.insert((at, entry));
    }
}
