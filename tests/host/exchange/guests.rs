//! The list of guests for a host.

use crate::plan::build;
use itinera::{
    exchange::guest_list,
    i18n::{Language, Words},
    plan::{Attendance, DelegateId, DelegationId, Group, HostId, Plan, StopId, Text},
};

/// A visit of two delegations to two hosts: two people of three of the first are named, and nobody of the second.
fn plan() -> Plan {
    let mut plan = build::empty();
    for number in [1, 2] {
        plan.hosts.put(build::host(number, None));
    }
    plan.visits.put(build::visit(1));
    plan.stops.put(build::stop(1, 1, 1));
    plan.stops.put(build::stop(2, 1, 2));
    for (number, name, expected) in [(1, "Wales", 3), (2, "Lithuania", 1)] {
        let mut delegation = build::delegation(number);
        (delegation.name, delegation.expected) = (Text::same(name), Some(expected));
        plan.delegations.put(delegation);
    }
    for (number, name) in [(1, "First\tof all"), (2, "=Second")] {
        let mut delegate = build::delegate(number, 1);
        (delegate.name, delegate.organisation) = (name.into(), "Office".into());
        (delegate.phone, delegate.diet) = ("+44 1".into(), "vegan".into());
        plan.delegates.put(delegate);
    }
    plan.visits.change(plan.visits.iter().next().unwrap().id, |visit| visit.audience = Attendance::Everyone);
    plan
}

fn list(plan: &Plan, host: u128) -> Vec<String> {
    let text = guest_list(plan, HostId::from_number(host), Words::new(Language::English));
    text.lines().map(str::to_string).collect()
}

const HEAD: &str = "Name\tOrganisation\tDelegation";

#[test]
fn everybody_of_the_visit_is_on_it_and_nothing_else_about_them() {
    let expected = [
        HEAD,
        "First of all\tOffice\tWales",
        "'=Second\tOffice\tWales",
        "1 not named yet\t\tWales",
        "1 not named yet\t\tLithuania",
    ];
    assert_eq!(list(&plan(), 1), expected);
}

#[test]
fn of_a_visit_with_groups_only_those_whose_group_makes_the_stop() {
    let mut plan = plan();
    plan.groups.put(Group { delegations: [DelegationId::from_number(1)].into(), ..build::group(1, 1) });
    plan.groups.put(Group {
        delegates: [DelegateId::from_number(2)].into(),
        skips: [StopId::from_number(1)].into(),
        ..build::group(2, 1)
    });
    assert_eq!(list(&plan, 1), [HEAD, "First of all\tOffice\tWales", "1 not named yet\t\tWales"]);
    assert_eq!(list(&plan, 2)[2], "'=Second\tOffice\tWales");
}

#[test]
fn a_host_that_nobody_visits_gets_an_empty_list() {
    assert_eq!(list(&plan(), 7), [HEAD]);
}
