//! What a host makes of groups that come at once, or one soon after the other.

use crate::plan::build;
use itinera::{
    circuit::reception::{Conflict, Guest, conflicts, is_one_party, together},
    plan::{GroupId, Host},
};
use proptest::{collection::vec, option, prelude::*};

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
    // Nor is a place free before its gap is over because somebody is still in the other one.
    assert_eq!(last(2, 10, None, &[(1, 0, 60), (3, 0, 90), (2, 65, 90)]), [Conflict::Gap(0, 5)]);
    // The same of heads: ten of fifteen are there, and the other five not yet free.
    assert_eq!(last(9, 10, Some(14), &[(1, 0, 60), (3, 0, 90), (2, 65, 90)]), [Conflict::Gap(0, 5)]);
    assert_eq!(last(9, 10, Some(15), &[(1, 0, 60), (3, 0, 90), (2, 65, 90)]), []);
    // Who is too many alone is not too soon.
    assert_eq!(last(2, 10, Some(4), &[(1, 0, 60), (2, 65, 90)]), [Conflict::Heads(5)]);
    // A group does not wait for itself.
    assert_eq!(last(1, 10, None, &[(1, 0, 60), (1, 65, 90)]), []);
}

proptest! {
    #[test]
    fn nothing_is_wrong_just_where_at_every_minute_there_is_room(
        stays in vec((0..40_i64, 0..20_i64, 1..8_usize), 1..6),
        places in 1..3_u16,
        gap in 0..8_u16,
        capacity in option::of(7..20_u16),
    ) {
        let host = Host { groups_at_once: places, gap, capacity, ..build::host(1, None) };
        let mut stays = stays;
        stays.sort_unstable();
        let numbered = (1..).zip(&stays).map(|(group, (from, stay, _))| (group, *from, from + stay));
        let mut guests = guests(&numbered.collect::<Vec<_>>());
        for (guest, (_, _, heads)) in guests.iter_mut().zip(&stays) {
            guest.heads = *heads;
        }
        let wrong = (0..guests.len()).any(|place| !conflicts(&host, &guests, place).is_empty());
        let full = (0..80).any(|minute| {
            let takes = |guest: &&Guest| {
                let free = guest.leaves + i64::from(gap);
                guest.leaves > guest.received && guest.received <= minute && minute < free
            };
            let (parties, heads) = guests.iter().filter(takes).fold((0, 0), |sum, guest| (sum.0 + 1, sum.1 + guest.heads));
            parties > places || capacity.is_some_and(|takes| heads > usize::from(takes))
        });
        prop_assert_eq!(wrong, full);
    }
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
