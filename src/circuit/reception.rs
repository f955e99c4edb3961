//! What a host makes of groups that come at once, or one soon after the other: the one rule for findings, the graph and
//! delays. Groups that split up on the way are one party as long as they are there together.

use crate::plan::{GroupId, Host};

/// A group's time at a host. Moments are minutes from any one moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Guest {
    /// Who; none where all go together.
    pub group: Option<GroupId>,
    /// The group that it was a part of as the visit was planned ([`crate::plan::Plan::party_of`]).
    pub party: Option<GroupId>,
    /// When the gate opens for it.
    pub received: i64,
    /// When its count-back is over.
    pub leaves: i64,
    /// How many they are.
    pub heads: usize,
}

/// What does not go when a guest comes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Conflict {
    /// More groups are there than the host takes at once.
    Crowd,
    /// More heads are there than it takes.
    Heads(usize),
    /// The last of its places was left less than its gap ago: by the guest of this number, so many minutes ago.
    Gap(usize, u16),
}

/// Whether a host receives two as one: they were one group when their time was agreed, and come and go together still.
#[must_use]
pub fn is_one_party(one: &Guest, other: &Guest) -> bool {
    one.party.is_some() && (one.party, one.received, one.leaves) == (other.party, other.received, other.leaves)
}

/// How many parties these guests are.
fn parties(guests: &[Guest], those: &[usize]) -> usize {
    let first = |(place, guest): &(usize, &usize)| {
        let mut before = those[..*place].iter();
        !before.any(|other| is_one_party(&guests[*other], &guests[**guest]))
    };
    those.iter().enumerate().filter(first).count()
}

/// Those who are at the host when the guest of a number has come, itself last.
#[must_use]
pub fn together(guests: &[Guest], place: usize) -> Vec<usize> {
    let Some(guest) = guests.get(place) else { return Vec::new() };
    let stays = guest.leaves > guest.received;
    let mut there: Vec<usize> = (0..place).filter(|other| stays && guests[*other].leaves > guest.received).collect();
    there.push(place);
    there
}

/// What does not go when the guest of a number comes; `guests` are all of one host, in the order in which they come.
#[must_use]
pub fn conflicts(host: &Host, guests: &[Guest], place: usize) -> Vec<Conflict> {
    let Some(guest) = guests.get(place) else { return Vec::new() };
    let (places, there) = (usize::from(host.groups_at_once.max(1)), together(guests, place));
    let parties = parties(guests, &there);
    if parties > places {
        return vec![Conflict::Crowd];
    }
    let heads: usize = there.iter().map(|other| guests[*other].heads).sum();
    let too_many = guest.leaves > guest.received && host.capacity.is_some_and(|takes| heads > usize::from(takes));
    let mut conflicts: Vec<Conflict> = too_many.then_some(Conflict::Heads(heads)).into_iter().collect();
    if parties == 1 {
        conflicts.extend(gap(host, guests, place, places));
    }
    conflicts
}

/// Whether the guest comes too soon: a host with room for several has a place free as long as not all of them have just
/// been left.
fn gap(host: &Host, guests: &[Guest], place: usize, places: usize) -> Option<Conflict> {
    let since = |other: usize| guests[place].received - guests[other].leaves;
    let others = (0..place).filter(|other| guests[*other].group != guests[place].group && since(*other) >= 0);
    let gone: Vec<usize> = others.collect();
    let just: Vec<usize> = gone.iter().copied().filter(|other| since(*other) < i64::from(host.gap)).collect();
    let left = parties(guests, &just);
    let before = gone.into_iter().max_by_key(|other| (guests[*other].leaves, guests[*other].group))?;
    (left >= places).then(|| Conflict::Gap(before, u16::try_from(since(before)).unwrap_or(u16::MAX)))
}
