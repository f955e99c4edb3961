//! Two things at once: in a room, for a person, for a delegation.
//!
//! A pair of sessions that share a room is one problem, also when the same delegations attend both: only the room is
//! reported. A session that starts between a visit's time of return and its arrival belongs to `super::hosts`.

use super::finding::{About, Detail, Finding, Item, Rule, Severity};
use super::scene::{Happening, Scene, roles, shared_time};
use crate::plan::{Delegate, DelegationId, Key, Party, Place, RoomId, Session, Slot, Visit};

pub(super) fn find(scene: &Scene, findings: &mut Vec<Finding>) {
    for (first, second) in &scene.overlaps {
        let (first, second) = (&scene.happenings[*first], &scene.happenings[*second]);
        // Who is in two groups of a visit is told once, not for every minute of it.
        if first.item.is_beside(second.item) {
            continue;
        }
        let shared = shared_time(first.slot, second.slot);
        let room = shared_room(scene, first, second);
        let delegations = delegations(scene, first, second);
        let mut people = vec![people(scene, first, second, &delegations)];
        if room.is_none() {
            people.push(elsewhere(scene, first, second, &delegations));
            people.push(elsewhere(scene, second, first, &delegations));
        }
        let delegations = delegations.filter(|_| room.is_none() && !comes_back_too_late(scene, first, second));
        let about = || [first, second].map(|happening| happening.entry_in(shared)).into_iter().flatten();
        let mut push = |rule, severity, about: Vec<About>, detail| {
            findings.push(Finding { rule, severity, at: Some(shared.start()), about, detail, fix: None });
        };
        if let Some((room, one, two)) = room {
            let detail = Detail::RoomClash { room, first: one.id, second: two.id, shared };
            push(Rule::RoomClash, Severity::Blocker, about().collect(), detail);
        }
        if let Some((severity, delegations)) = delegations {
            let detail = clash(delegations, first.item, second.item, shared);
            push(Rule::DelegationClash, severity, about().collect(), detail);
        }
        for Asked { severity, people, role } in people.into_iter().flatten() {
            let delegates = people.iter().filter_map(|party| match party {
                Party::Delegate(id) => Some(About::Record(Key::Delegate(*id))),
                _ => None,
            });
            let about = about().chain(delegates).collect();
            let detail = Detail::PersonClash { people, role, first: first.item, second: second.item, shared };
            push(Rule::PersonClash, severity, about, detail);
        }
    }
}

/// People who are asked for twice.
struct Asked {
    severity: Severity,
    people: Vec<Party>,
    /// Where they have a role while they are expected at the other; none where they have one in both.
    role: Option<Item>,
}

fn clash(delegations: Vec<DelegationId>, first: Item, second: Item, shared: Slot) -> Detail {
    Detail::DelegationClash { delegations, first, second, shared }
}

fn shared_room<'plan>(
    scene: &Scene,
    first: &Happening<'plan>,
    second: &Happening<'plan>,
) -> Option<(RoomId, &'plan Session, &'plan Session)> {
    let (first, second) = (first.session?, second.session?);
    match first.place {
        Place::Room(room) if first.place == second.place && scene.plan.rooms.has(room) => Some((room, first, second)),
        _ => None,
    }
}

/// The delegations that two happenings at once both ask for, as those that it is for or with a role in it, and how bad
/// that is. A role elsewhere does not keep from what one passes by.
fn delegations(scene: &Scene, first: &Happening, second: &Happening) -> Option<(Severity, Vec<DelegationId>)> {
    if !first.expects_presence() || !second.expects_presence() {
        return None;
    }
    let mut shared = scene.shared(first, second);
    if first.matters() && second.matters() {
        let has_role = |happening: &Happening, id| {
            happening.session.is_some_and(|session| roles(session).any(|party| *party == Party::Delegation(id)))
        };
        let asked = |happening: &Happening, id| happening.audience.includes(id) || has_role(happening, id);
        let more = scene.heads.iter().map(|(id, _)| *id).filter(|id| asked(first, *id) && asked(second, *id));
        shared = more.collect();
    }
    how_bad(scene, first, second, shared)
}

/// How bad it is that delegations are asked for twice, and for which: a delegation of several people can share parallel
/// workshops out, but nobody can be on a study visit and elsewhere.
fn how_bad(
    scene: &Scene,
    first: &Happening,
    second: &Happening,
    shared: Vec<DelegationId>,
) -> Option<(Severity, Vec<DelegationId>)> {
    if shared.is_empty() {
        return None;
    }
    if first.session.is_none() || second.session.is_none() {
        return Some((Severity::Blocker, shared));
    }
    let alone = |id: &DelegationId| scene.heads.iter().any(|(known, heads)| known == id && *heads == 1);
    let alone: Vec<_> = shared.iter().copied().filter(alone).collect();
    if !alone.is_empty() {
        return Some((Severity::Blocker, alone));
    }
    let can_split = first.can_be_shared_out() || second.can_be_shared_out();
    Some((if can_split { Severity::Warning } else { Severity::Blocker }, shared))
}

/// Whether the second only overlaps because a visit is back later than it may be.
fn comes_back_too_late(scene: &Scene, first: &Happening, second: &Happening) -> bool {
    let by = visit(scene, first).and_then(|visit| visit.return_by);
    second.session.is_some() && by.is_some_and(|by| second.slot.start() >= by)
}

fn visit<'scene>(scene: &'scene Scene, happening: &Happening) -> Option<&'scene Visit> {
    match happening.item {
        Item::Visit(id, _) => scene.plan.visits.get(id).map(|visit| &**visit),
        Item::Session(_) => None,
    }
}

/// The people with roles in both, or with a role in one while their delegation is on a visit; without those who can
/// be in neither because their whole delegation cannot.
fn people(
    scene: &Scene,
    first: &Happening,
    second: &Happening,
    delegations: &Option<(Severity, Vec<DelegationId>)>,
) -> Option<Asked> {
    let (found, role): (Vec<&Party>, _) = match (first.session, second.session) {
        (Some(one), Some(two)) => {
            let known = |party: &&Party| match party {
                Party::Delegate(id) => scene.plan.delegates.has(*id),
                Party::Delegation(_) => false,
                Party::Named(name) => !name.trim().is_empty(),
            };
            let both = roles(one).filter(known).filter(|party| roles(two).any(|other| other == *party));
            (both.collect(), None)
        }
        (Some(session), None) | (None, Some(session)) => {
            let visit = if first.session.is_none() { first } else { second };
            let away = |party: &&Party| delegate(scene, party).is_some_and(|one| visit.expects(scene.plan, one));
            (roles(session).filter(away).collect(), Some(Item::Session(session.id)))
        }
        (None, None) => return None,
    };
    let told = |party: &Party| match delegations {
        Some((Severity::Blocker, told)) => delegate(scene, party).is_some_and(|one| told.contains(&one.delegation)),
        _ => false,
    };
    asked(Severity::Blocker, found.into_iter().filter(|party| !told(party)), role)
}

/// The people with a role in a session that is not for their delegation, while another session is; without those whose
/// delegation is asked for twice anyway.
fn elsewhere(
    scene: &Scene,
    here: &Happening,
    there: &Happening,
    delegations: &Option<(Severity, Vec<DelegationId>)>,
) -> Option<Asked> {
    let (session, other) = (here.session?, there.session?);
    if !here.matters() || !there.matters() {
        return None;
    }
    let told = |id: DelegationId| delegations.as_ref().is_some_and(|(_, told)| told.contains(&id));
    let torn = |party: &&Party| {
        delegate(scene, party).is_some_and(|one| {
            let id = one.delegation;
            there.audience.includes(id) && !here.audience.includes(id) && !told(id)
        }) && roles(other).all(|role| role != *party)
    };
    let found: Vec<&Party> = roles(session).filter(torn).collect();
    let theirs = |party: &Party| delegate(scene, party).map(|one| one.delegation);
    let (severity, concerned) = how_bad(scene, here, there, found.iter().filter_map(|party| theirs(party)).collect())?;
    let found = found.into_iter().filter(|party| theirs(party).is_some_and(|id| concerned.contains(&id)));
    asked(severity, found, Some(here.item))
}

fn delegate<'plan>(scene: &Scene<'plan>, party: &Party) -> Option<&'plan Delegate> {
    match party {
        Party::Delegate(id) => scene.plan.delegates.get(*id).map(|delegate| &**delegate),
        _ => None,
    }
}

/// The people found, each once; none where there are none.
fn asked<'plan>(severity: Severity, found: impl Iterator<Item = &'plan Party>, role: Option<Item>) -> Option<Asked> {
    let mut people = Vec::new();
    for party in found {
        if !people.contains(party) {
            people.push(party.clone());
        }
    }
    (!people.is_empty()).then_some(Asked { severity, people, role })
}
