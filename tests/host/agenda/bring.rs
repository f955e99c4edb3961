//! What hosts ask, and on which entries it is said.

use super::{add_outing, during, with_sessions};
use crate::plan::build::{date, host};
use itinera::agenda::{Audience, Bring, asked, bring, entries};
use itinera::plan::{Allowance, Host, Text};

fn strict() -> Host {
    Host {
        id_list_due: Some(date()),
        equipment: Text::same("Safety shoes"),
        nda: true,
        photos: Allowance::Forbidden,
        phones: Allowance::Forbidden,
        ..host(1, Some(1))
    }
}

#[test]
fn each_rule_asks_for_one_thing() {
    let shoes = || Bring::Equipment(Text::same("Safety shoes"));
    let all = vec![Bring::Identity, shoes(), Bring::Agreement, Bring::NoPhotos, Bring::NoPhones];
    for (what, host, expect) in [
        ("nothing", host(1, None), vec![]),
        ("everything", strict(), all),
        ("a list of names", Host { id_list_due: Some(date()), ..host(1, None) }, vec![Bring::Identity]),
        ("equipment", Host { equipment: Text::same("Safety shoes"), ..host(1, None) }, vec![shoes()]),
        ("an agreement", Host { nda: true, ..host(1, None) }, vec![Bring::Agreement]),
        ("photographs allowed", Host { photos: Allowance::Allowed, ..host(1, None) }, vec![]),
        ("photographs forbidden", Host { photos: Allowance::Forbidden, ..host(1, None) }, vec![Bring::NoPhotos]),
        ("telephones forbidden", Host { phones: Allowance::Forbidden, ..host(1, None) }, vec![Bring::NoPhones]),
    ] {
        assert_eq!(bring(&host), expect, "{what}");
    }
}

#[test]
fn what_a_host_asks_is_said_at_the_stop_and_already_on_the_way_to_it() {
    let mut plan = with_sessions([during(1, (9, 0), (10, 0))]);
    add_outing(&mut plan);
    plan.hosts.put(strict());
    let said: Vec<_> = entries(&plan, Audience::Everyone).iter().map(|entry| asked(&plan, entry).len()).collect();
    // The session, to host 1, host 1, to host 2, host 2, and back.
    assert_eq!(said, [0, 5, 5, 0, 0, 0]);
}
