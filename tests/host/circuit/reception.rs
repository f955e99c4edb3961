//! What a host makes of groups that come at once, or one soon after the other.

use crate::plan::build;
use itinera::{
    circuit::reception::{Conflict, Guest, conflicts, is_one_party, together},
    plan::{GroupId, Host},
};

/// Groups by number, each from when to when, five heads each.
fn guests(stays: &[(u128, i64, i64)]) -> Vec<Guest> {
    let guest = |(group, received, leaves): &(u128, i64, i64)| Guest {
        group: Some(GroupId::from_number(*group)),
        party: Some(GroupId::from_number(*group)),
        received: *received,
        leaves: *leaves,
        heads: 5,
    };
    stays.iter().map(guest).collect()
}

/// What does not go when the last of them comes to a host with so many places, a gap and a capacity.
fn last(places: u16, gap: u16, capacity: Option<u16>, stays: &[(u128, i64, i64)]) -> Vec<Conflict> {
    let host = Host { groups_at_once: places, gap, capacity, ..build::host(1, None) };
    conflicts(&host, &guests(stays), stays.len() - 1)
}

#[test]
fn a_host_takes_so_many_groups_and_heads_at_once() {
    let two = [(1, 0, 60), (2, 30, 90)];
    assert_eq!(last(1, 0, None, &two), [Conflict::Crowd]);
    assert_eq!(last(0, 0, None, &two), [Conflict::Crowd]);
    assert_eq!(last(2, 0, None, &two), []);
    assert_eq!(last(2, 0, Some(9), &two), [Conflict::Heads(10)]);
    assert_eq!(last(2, 0, Some(4), &[(1, 0, 60)]), [Conflict::Heads(5)]);
    assert_eq!(together(&guests(&two), 1), [0, 1]);
    // Who goes as the other comes is not there any more.
    assert_eq!(last(1, 0, None, &[(1, 0, 60), (2, 60, 90)]), []);
}

#[test]
fn between_two_groups_a_host_has_its_gap_in_each_of_its_places() {
    let soon = [(1, 0, 60), (2, 65, 90)];
    assert_eq!(last(1, 10, None, &soon), [Conflict::Gap(0, 5)]);
    assert_eq!(last(1, 5, None, &soon), []);
    // The second place was free all the time.
    assert_eq!(last(2, 10, None, &soon), []);
    assert_eq!(last(2, 10, None, &[(1, 0, 60), (3, 0, 62), (2, 65, 90)]), [Conflict::Gap(1, 3)]);
    // A group does not wait for itself.
    assert_eq!(last(1, 10, None, &[(1, 0, 60), (1, 65, 90)]), []);
}

/// The same guests, of which 2 came off 1.
fn parted(stays: &[(u128, i64, i64)]) -> Vec<Guest> {
    let party = |guest: Guest| {
        let two = guest.group == Some(GroupId::from_number(2));
        Guest { party: if two { Some(GroupId::from_number(1)) } else { guest.party }, ..guest }
    };
    guests(stays).into_iter().map(party).collect()
}

#[test]
fn groups_that_split_up_are_one_party_as_long_as_they_come_and_go_together() {
    let last = |places, gap, capacity, stays: &[(u128, i64, i64)]| {
        let host = Host { groups_at_once: places, gap, capacity, ..build::host(1, None) };
        conflicts(&host, &parted(stays), stays.len() - 1)
    };
    let both = [(1, 0, 60), (2, 0, 60)];
    assert_eq!(last(1, 10, None, &both), []);
    assert_eq!(last(1, 0, Some(9), &both), [Conflict::Heads(10)], "they are as many as before");
    // Together they take one place, and leave one.
    assert_eq!(last(1, 0, None, &[(1, 0, 60), (2, 0, 60), (3, 30, 90)]), [Conflict::Crowd]);
    assert_eq!(last(2, 0, None, &[(1, 0, 60), (2, 0, 60), (3, 30, 90)]), []);
    assert_eq!(last(2, 10, None, &[(1, 0, 60), (2, 0, 60), (3, 65, 90)]), []);
    assert_eq!(last(1, 10, None, &[(1, 0, 60), (2, 0, 60), (3, 65, 90)]), [Conflict::Gap(1, 5)]);
    // Once they come by themselves they are two like any others.
    assert_eq!(last(1, 0, None, &[(1, 0, 60), (2, 30, 60)]), [Conflict::Crowd]);
    assert_eq!(last(1, 10, None, &[(1, 0, 60), (2, 65, 90)]), [Conflict::Gap(0, 5)]);
    let alone = Guest { group: None, party: None, received: 0, leaves: 60, heads: 5 };
    assert!(!is_one_party(&alone, &alone), "all together are nobody's part");
}
