//! Who could go another way, and which stops they could leave out: what is proposed, and what there is to choose from.

use super::split::{Divided, belongs, chosen};
use super::{Broken, Carrier, Cause, Ripple, Split, WayOut, day::Day, ripple, way::Way};
use crate::agenda::{Audience, entries};
use crate::plan::{CoachId, EntryId, Group, GroupId, Member, Party, Plan, StopId};
use std::collections::BTreeSet;

/// What there is to choose from in a split.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choices {
    /// Who could go, with how many heads that is, and whether they do.
    pub members: Vec<(Member, usize, bool)>,
    /// The stops to come, and whether those who go leave them out.
    pub stops: Vec<(StopId, bool)>,
    /// The coaches that are free for those who go; none where nobody goes yet.
    pub coaches: Vec<CoachId>,
}

/// What there is to choose from in a split, beside the other ways out that are taken.
#[must_use]
pub fn choices(plan: &Plan, cause: &Cause, split: &Split) -> Choices {
    let bare = Cause { ways_out: Vec::new(), ..cause.clone() };
    let Some(day) = Day::after(plan, &bare) else { return Choices::default() };
    let Some(way) = day.way(split.way) else { return Choices::default() };
    let (draft, group) = whole(plan, way, split.rest);
    let gone = chosen(&draft, &group, &split.members);
    let hurt = ripple(plan, &bare).map(|ripple| hurt(&draft, &group, way, &ripple)).unwrap_or_default();
    let mut members = Vec::new();
    for id in &group.delegations {
        let member = Member::Delegation(*id);
        members.push((member, draft.heads_together(group.visit, *id), gone.contains(&member)));
        let alone = draft.delegates_of(*id).map(|person| Member::Delegate(person.id));
        let alone = alone.filter(|person| belongs(&draft, &group, *person) && !gone.contains(&member));
        let alone = alone.filter(|person| hurt.contains(person) || gone.contains(person));
        members.extend(alone.map(|person| (person, 1, gone.contains(&person))));
    }
    members.extend(group.delegates.iter().map(|id| {
        let member = Member::Delegate(*id);
        (member, 1, gone.contains(&member))
    }));
    let stops = way.coming().into_iter().map(|stop| (stop, split.skips.contains(&stop))).collect();
    let with = Cause { ways_out: vec![WayOut::Split(Split { carrier: Carrier::Other, ..split.clone() })], ..bare };
    let coaches = Divided::of(plan, &with).free_coaches(split.group);
    Choices { members, stops, coaches }
}

/// A group as it is before it splits up, in a plan in which it is there.
fn whole(plan: &Plan, way: &Way, rest: GroupId) -> (Plan, Group) {
    let group = way.group.map_or_else(|| super::split::everybody(plan, way.visit, rest, BTreeSet::new()), Group::clone);
    let mut draft = plan.clone();
    draft.groups.put(group.clone());
    (draft, group)
}

/// Those of a group for whom something breaks that does not break for all: a departure, or a session that they must
/// attend.
fn hurt(plan: &Plan, group: &Group, way: &Way, ripple: &Ripple) -> Vec<Member> {
    let mut hurt: Vec<Member> = Vec::new();
    for broken in &ripple.broken {
        match broken {
            Broken::Departure { delegate, entry, .. } if way.has(*entry) => hurt.push(Member::Delegate(*delegate)),
            Broken::Missed { session, .. } => {
                let Some(session) = plan.sessions.get(*session) else { continue };
                let meant = group.delegations.iter().filter(|id| session.audience.includes(**id));
                let meant: Vec<Member> = meant.map(|id| Member::Delegation(*id)).collect();
                if meant.len() < group.delegations.len() {
                    hurt.extend(meant);
                }
                let roles = session.chair.iter().chain(&session.speakers).chain(&session.rapporteur);
                hurt.extend(roles.filter_map(|party| match party {
                    Party::Delegate(id) => Some(Member::Delegate(*id)),
                    Party::Delegation(id) => Some(Member::Delegation(*id)),
                    Party::Named(_) => None,
                }));
            }
            _ => {}
        }
    }
    hurt.retain(|member| belongs(plan, group, *member));
    hurt
}

/// The split that is proposed for a way: those for whom something breaks go, if that is not everybody; they leave out as
/// little as mends most of it. Nothing where there is nobody to choose from, or no stop to come.
pub(super) fn proposed(plan: &Plan, cause: &Cause, way: &Way, goes: GroupId, rest: GroupId) -> Option<Split> {
    let coming = way.coming();
    let (draft, group) = whole(plan, way, rest);
    let before = ripple(plan, cause)?;
    let mut members = chosen(&draft, &group, &hurt(&draft, &group, way, &before));
    let units = group.delegations.len() + group.delegates.len();
    let without_delegation = |member: &Member| match member {
        Member::Delegate(id) => !group.delegates.contains(id),
        Member::Delegation(_) => false,
    };
    if members.iter().filter(|member| !without_delegation(member)).count() == units {
        members.clear();
    }
    if coming.is_empty() || units < 2 && members.is_empty() {
        return None;
    }
    let split = |skips: BTreeSet<StopId>| {
        let members = members.clone();
        Split { way: way.id(), group: goes, rest, members, skips, carrier: Carrier::Found }
    };
    let late = way.after.stays.iter().filter(|stay| stay.late > 0 && coming.contains(&stay.stop));
    let late: BTreeSet<StopId> = late.map(|stay| stay.stop).collect();
    let everything: BTreeSet<StopId> = coming.iter().copied().collect();
    if members.is_empty() {
        return Some(split(if late.is_empty() { everything } else { late }));
    }
    let mut best: Option<(usize, Split)> = None;
    let singles = coming.iter().map(|stop| BTreeSet::from([*stop])).filter(|_| coming.len() > 1);
    for skips in singles.chain([everything]) {
        let split = split(skips);
        let mut with = cause.clone();
        with.ways_out.push(WayOut::Split(split.clone()));
        let mends = ripple(plan, &with).map_or(0, |with| mended(&with, &before));
        if best.as_ref().is_none_or(|(most, _)| mends > *most) {
            best = Some((mends, split));
        }
    }
    best.map(|(_, split)| split)
}

/// How many of the things that break are whole for everybody: what breaks for one of two groups that were one still
/// breaks.
pub(super) fn mended(with: &Ripple, without: &Ripple) -> usize {
    let same = |one: &Broken, other: &Broken| match (one, other) {
        (Broken::Missed { session, .. }, Broken::Missed { session: other, .. }) => session == other,
        (Broken::Window { stop, .. }, Broken::Window { stop: other, .. }) => stop == other,
        (Broken::Return { visit, .. }, Broken::Return { visit: other, .. }) => visit == other,
        (Broken::Hosts { host, .. }, Broken::Hosts { host: other, .. })
        | (Broken::Heads { host, .. }, Broken::Heads { host: other, .. })
        | (Broken::Gap { host, .. }, Broken::Gap { host: other, .. }) => host == other,
        (Broken::Departure { delegate, .. }, Broken::Departure { delegate: other, .. }) => delegate == other,
        (one, other) => one == other,
    };
    without.broken.iter().filter(|one| !with.broken.iter().any(|other| same(one, other))).count()
}

/// By which identity an entry is known now: where all went together and have split up, it is that of the first group.
#[must_use]
pub fn known_as(plan: &Plan, entry: EntryId) -> EntryId {
    let known: Vec<EntryId> = entries(plan, Audience::Everyone).into_iter().map(|entry| entry.id).collect();
    let alike = |other: &&EntryId| other.of_group(None) == entry.of_group(None);
    if known.contains(&entry) { entry } else { known.iter().find(alike).copied().unwrap_or(entry) }
}
