//! What a host makes of groups that come at once, or one soon after the other: the one rule for findings, the graph,
//! delays and the rotation search. A place and the heads in it are free again the host's gap after a group left. Groups
//! that split up on the way are one party as long as they are there together.

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
    /// There would be room, had not somebody left less than the host's gap ago: the last of them the guest of this
    /// number, so many minutes ago.
    Gap(usize, u16),
}

/// For how many minutes a guest who stays so long takes a place: for the stay and the host's gap after it. Who does not
/// stay takes none.
#[must_use]
pub const fn taken(stay: i64, gap: u16) -> i64 {
    if stay > 0 { stay + gap as i64 } else { 0 }
}

/// Whether a host with so many places, who takes so many heads, has room for so many parties with so many heads at once.
#[must_use]
pub fn has_room(places: usize, capacity: Option<u16>, parties: usize, heads: usize) -> bool {
    parties <= places && capacity.is_none_or(|takes| heads <= usize::from(takes))
}

/// Whether a host receives two as one: they were one group when their time was agreed, and come and go together still.
#[must_use]
pub fn is_one_party(one: &Guest, other: &Guest) -> bool {
    one.party.is_some() && (one.party, one.received, one.leaves) == (other.party, other.received, other.leaves)
}

/// How many parties these guests are.
fn parties_of(guests: &[Guest], those: &[usize]) -> usize {
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
    let parties = parties_of(guests, &there);
    if parties > places {
        return vec![Conflict::Crowd];
    }
    let heads: usize = there.iter().map(|other| guests[*other].heads).sum();
    let too_many = guest.leaves > guest.received && !has_room(places, host.capacity, parties, heads);
    let mut conflicts: Vec<Conflict> = too_many.then_some(Conflict::Heads(heads)).into_iter().collect();
    // Heads that are too many by themselves are not the gap's doing.
    conflicts.extend(gap(host, host.capacity.filter(|_| !too_many), guests, place));
    conflicts
}

/// Whether the guest comes too soon after others for the host to have room for it.
fn gap(host: &Host, capacity: Option<u16>, guests: &[Guest], place: usize) -> Option<Conflict> {
    let guest = &guests[place];
    if guest.leaves <= guest.received {
        return None;
    }
    let since = |other: usize| guest.received - guests[other].leaves;
    let holds = |other: &usize| {
        let before = &guests[*other];
        let ends = before.received + taken(before.leaves - before.received, host.gap);
        ends > guest.received && (since(*other) < 0 || before.group != guest.group)
    };
    let mut held: Vec<usize> = (0..place).filter(holds).collect();
    let last = held.iter().copied().filter(|other| since(*other) >= 0);
    let last = last.max_by_key(|other| (guests[*other].leaves, guests[*other].group))?;
    held.push(place);
    let heads = held.iter().map(|other| guests[*other].heads).sum();
    let places = usize::from(host.groups_at_once.max(1));
    let has = u16::try_from(since(last)).unwrap_or(u16::MAX);
    (!has_room(places, capacity, parties_of(guests, &held), heads)).then_some(Conflict::Gap(last, has))
}
