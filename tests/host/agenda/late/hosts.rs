//! What hosts cannot do after a delay: the preview says what the checks will find.

use super::split_laws::{any_outing, delay};
use super::{A, B, at_stop, day, edit, late};
use crate::plan::build::{at, time};
use itinera::agenda::late::{Broken, ripple};
use itinera::checks::{About, Detail, Finding, Limit, Rule, find};
use itinera::plan::{GroupId, Host, HostId, Plan, Turn, TurnId, apply};
use proptest::prelude::*;

const ONE: HostId = HostId::from_number(1);

/// The day with other hosts.
fn hosted(change: impl Fn(&mut Host)) -> Plan {
    let mut plan = day();
    plan.hosts.change_where(|_| true, change);
    plan
}

fn group(number: u128) -> GroupId {
    GroupId::from_number(number)
}

#[test]
fn a_gap_that_is_used_up_is_said() {
    // A leaves host 1 at 15:00, and B comes in there at 15:15.
    let plan = hosted(|host| host.gap = 15);
    assert_eq!(hosts(&plan).len(), 0);
    let sooner = Broken::Gap { host: HostId::from_number(2), group: group(1), other: group(2), needs: 15, has: 10 };
    assert_eq!(late(&plan, at_stop(1, A), -5, &[]).broken, [sooner], "A comes sooner to host 2");
    let ripple = late(&plan, at_stop(1, A), 10, &[]);
    let gap = Broken::Gap { host: ONE, group: group(2), other: group(1), needs: 15, has: 5 };
    assert_eq!(ripple.broken, [gap]);
    let after = edit::after(&plan, &ripple);
    assert_eq!(hosts(&after).iter().map(|found| found.rule).collect::<Vec<_>>(), [Rule::HostGap]);
    // What was too short already is said where it gets shorter.
    let later = late(&after, at_stop(1, A), 3, &[]);
    assert_eq!(later.broken, [Broken::Gap { host: ONE, group: group(2), other: group(1), needs: 15, has: 2 }]);
    assert_eq!(late(&after, at_stop(2, B), 5, &[]).broken.len(), 0, "the gap gets longer");
}

#[test]
fn more_heads_than_a_host_takes_are_said_where_it_takes_two_groups() {
    let mut plan = hosted(|host| (host.groups_at_once, host.capacity) = (2, Some(7)));
    plan.delegations.change_where(|_| true, |delegation| delegation.expected = Some(5));
    assert_eq!(hosts(&plan).len(), 0);
    let ripple = late(&plan, at_stop(1, A), 20, &[]);
    let heads = Broken::Heads { host: ONE, group: group(2), heads: 10, takes: 7, at: at(15, 15) };
    assert_eq!(ripple.broken, [heads]);
    // One group that is too many by itself was that before.
    plan.hosts.change_where(|_| true, |host| host.capacity = Some(4));
    let alone = late(&plan, at_stop(1, A), 10, &[]);
    assert_eq!(alone.broken, []);
}

fn stop(number: u128) -> itinera::plan::StopId {
    itinera::plan::StopId::from_number(number)
}

/// What the checks find of hosts that see more than one group.
fn hosts(plan: &Plan) -> Vec<Finding> {
    let is_about = |found: &Finding| match &found.detail {
        Detail::GroupsAtHost { .. } | Detail::HostGap { .. } => true,
        Detail::TooManyHeads { limit: Limit::Host(_), groups, .. } => groups.len() > 1,
        _ => false,
    };
    find(plan, None).into_iter().filter(is_about).collect()
}

/// Whether as much was found before: the same groups followed each other too soon, or these and maybe others met.
fn was_found(found: &Finding, before: &[Finding]) -> bool {
    let within = |old: &Finding| found.about.iter().all(|one: &About| old.about.contains(one));
    before.iter().any(|old| match found.rule {
        Rule::HostGap => old.rule == found.rule && old.about == found.about,
        _ => old.rule == found.rule && within(old),
    })
}

fn says(plan: &Plan, broken: &Broken, found: &Finding) -> bool {
    let host = |stop| plan.stops.get(stop).map(|stop| stop.host);
    match (broken, &found.detail) {
        (Broken::Hosts { host: at, group, .. }, Detail::GroupsAtHost { stop, groups, .. }) => {
            host(*stop) == Some(*at) && groups.last() == Some(group)
        }
        (Broken::Heads { host: at, group, heads, .. }, Detail::TooManyHeads { limit, groups, heads: are, .. }) => {
            let Limit::Host(stop) = limit else { return false };
            host(*stop) == Some(*at) && groups.last() == Some(group) && heads == are
        }
        (Broken::Gap { host: at, group, other, has, .. }, Detail::HostGap { stop, first, second, has: left, .. }) => {
            host(*stop) == Some(*at) && (group, other, has) == (second, first, left)
        }
        _ => false,
    }
}

/// Any outing to hosts with places, gaps and capacities, of groups that may start when they like.
fn any_hosts() -> impl Strategy<Value = Plan> {
    let host = (0u16..3, 0u16..40, proptest::option::of(2u16..24));
    (any_outing(), [host.clone(), host], proptest::option::of(13u32..17)).prop_map(|(mut plan, hosts, received)| {
        for (id, (groups_at_once, gap, capacity)) in (1u128..).zip(hosts) {
            plan.hosts.change(HostId::from_number(id), |host| {
                (host.groups_at_once, host.gap, host.capacity) = (groups_at_once, gap, capacity);
            });
        }
        if let Some(hour) = received.filter(|_| !plan.groups.is_empty()) {
            let id = TurnId { group: group(2), stop: stop(1) };
            plan.turns.put(Turn { received: Some(time(hour, 0)), ..Turn::free(id) });
        }
        plan
    })
}

proptest! {
    /// Whatever the checks find of a host after a delay, and did not find before, the preview said.
    #[test]
    fn what_hosts_cannot_do_any_more_is_said(
        plan in any_hosts(), entry in super::laws::any_entry(), minutes in -40i32..90, bits in any::<u32>(),
    ) {
        let cause = delay(&plan, entry, minutes, bits);
        let Some(ripple) = ripple(&plan, &cause) else { return Ok(()) };
        let (before, after) = (hosts(&ripple.plan), apply(&plan, &ripple.edit).unwrap());
        for found in hosts(&after).iter().filter(|found| !was_found(found, &before)) {
            prop_assert!(
                ripple.broken.iter().any(|broken| says(&plan, broken, found)),
                "{:?} {:?}", found.detail, ripple.broken
            );
        }
    }
}
