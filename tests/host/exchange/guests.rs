//! Who comes to a host, and the list of them.

use crate::plan::build;
use itinera::{
    exchange::{
        guests,
        tables::{Subject, Table, table},
    },
    i18n::{Language, Words},
    plan::{Attendance, DelegateId, DelegationId, Group, GuestField, Host, HostId, Plan, StopId, Text},
};

/// A visit of two delegations to two hosts that want lists: two people of three of the first are named, and nobody of the
/// second.
pub fn plan() -> Plan {
    let mut plan = build::empty();
    for number in [1, 2] {
        plan.hosts.put(Host { id_list_due: Some(build::day(0).id), ..build::host(number, None) });
    }
    plan.visits.put(build::visit(1));
    plan.stops.put(build::stop(1, 1, 1));
    plan.stops.put(build::stop(2, 1, 2));
    for (number, name, expected) in [(1, "Wales", 3), (2, "Lithuania", 1)] {
        let mut delegation = build::delegation(number);
        (delegation.name, delegation.expected) = (Text::same(name), Some(expected));
        delegation.country = "XX".into();
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

fn list(plan: &Plan, host: u128) -> Table {
    table(plan, &[], Subject::Guests(HostId::from_number(host)), Words::new(Language::English))
}

const HEAD: [&str; 3] = ["Name", "Organisation", "Delegation"];

#[test]
fn everybody_of_the_visit_is_on_it_and_nothing_else_about_them() {
    let list = list(&plan(), 1);
    assert_eq!(list.headers, HEAD);
    let expected = [
        ["First\tof all", "Office", "Wales"],
        ["=Second", "Office", "Wales"],
        ["1 not named yet", "", "Wales"],
        ["1 not named yet", "", "Lithuania"],
    ];
    assert_eq!(list.rows, expected);
}

#[test]
fn a_host_gets_the_fields_that_it_asked_for_and_no_others() {
    let mut plan = plan();
    let fields = [GuestField::Document, GuestField::Phone, GuestField::Country];
    plan.hosts.change(HostId::from_number(1), |host| host.guest_fields = Some(fields.into()));
    let list = list(&plan, 1);
    assert_eq!(list.headers, ["Country", "Telephone", "Identity document"]);
    let expected = [["XX", "+44 1", ""], ["XX", "+44 1", ""], ["1 not named yet", "", ""], ["1 not named yet", "", ""]];
    assert_eq!(list.rows, expected);
    for field in GuestField::ALL.into_iter().filter(|field| *field != GuestField::Delegation) {
        plan.hosts.change(HostId::from_number(1), |host| host.guest_fields = Some([field].into()));
        let list = self::list(&plan, 1);
        assert_eq!((list.headers.len(), list.rows[0].len()), (1, 1), "{field:?}");
    }
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
    assert_eq!(list(&plan, 1).rows, [["First\tof all", "Office", "Wales"], ["1 not named yet", "", "Wales"]]);
    assert_eq!(list(&plan, 2).rows[1][0], "=Second");
}

#[test]
fn nobody_is_on_the_list_twice() {
    let mut plan = plan();
    plan.stops.put(build::stop(3, 1, 1));
    assert_eq!(list(&plan, 1).rows.len(), 4);
    assert_eq!(guests(&plan, HostId::from_number(1)).iter().map(|crew| crew.heads()).sum::<usize>(), 4);
}

#[test]
fn a_host_that_nobody_visits_gets_an_empty_list() {
    let mut plan = plan();
    plan.hosts.put(Host { guest_fields: Some(GuestField::USUAL.into()), ..build::host(7, None) });
    assert_eq!(list(&plan, 7), Table { headers: HEAD.map(String::from).to_vec(), rows: Vec::new() });
    plan.hosts.remove(HostId::from_number(7));
    assert_eq!(list(&plan, 7).rows, Vec::<Vec<String>>::new());
}

#[test]
fn a_host_that_asked_for_nothing_gets_heads_and_no_name() {
    let mut plan = plan();
    let heads = [["Wales", "3"], ["Lithuania", "1"]];
    // It asked for nothing at all, for the delegation alone, or for no list.
    for fields in [Some([].into()), Some([GuestField::Delegation].into()), None] {
        plan.hosts.change(HostId::from_number(1), |host| {
            if fields.is_none() {
                host.id_list_due = None;
            }
            host.guest_fields = fields;
        });
        let list = list(&plan, 1);
        assert_eq!(list.headers, ["Delegation", "Heads"]);
        assert_eq!(list.rows, heads);
    }
}
