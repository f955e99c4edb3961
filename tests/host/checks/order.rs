//! The order of findings, their names, and what the shipped plan shows.

use super::support::*;
use itinera::checks::{About, Rule, Severity, check};
use itinera::example::manumix;
use itinera::plan::{EntryId, Key, Place, Session, StopId};
use std::collections::BTreeSet;

#[test]
fn the_worst_comes_first_then_the_earliest() {
    let open = |id, title, hour| Session { place: Place::Open, ..session(id, title, slot((hour, 0), (hour + 1, 0))) };
    let mut plan = with(base(), [open(1, "Late", 16), open(2, "Early", 9)]);
    plan.topics.put(topic(1, "Clusters"));
    let plan = with(plan, [Session { to_confirm: true, ..session(3, "Sure", slot((7, 0), (8, 0))) }]);
    let one = session(4, "Talk", slot((11, 0), (12, 0)));
    expect(
        with(plan, [one.clone(), Session { id: session_id(5), fixed: true, ..one }]),
        "
        blocker room-clash
        “Talk” and “Talk” are both in Room 1 from 11:00 to 12:00.
        -> Start “Talk” at 12:00
        «Talk» e «Talk» occupano Room 1 nello stesso momento, dalle 11:00 alle 12:00.
        -> Fai iniziare «Talk» alle 12:00
        warning no-place
        “Early” has no place yet.
        «Early» non ha ancora un luogo.
        warning no-place
        “Late” has no place yet.
        «Late» non ha ancora un luogo.
        warning topic-uncovered
        No session or stop covers “Clusters”.
        Nessuna sessione o tappa tratta «Clusters».
        note to-confirm
        “Sure” is still to confirm.
        -> Confirm
        «Sure» è ancora da confermare.
        -> Conferma
    ",
    );
}

#[test]
fn names_are_unique_and_in_kebab_case() {
    let names: BTreeSet<_> = Rule::ALL.iter().map(|rule| rule.name()).collect();
    assert_eq!(names.len(), Rule::ALL.len());
    assert!(names.iter().all(|name| name.chars().all(|letter| letter.is_ascii_lowercase() || letter == '-')));
    assert_eq!(Severity::ALL.map(Severity::name), ["blocker", "warning", "note"]);
}

#[test]
fn a_finding_shows_on_its_entries_and_records() {
    let plan = with_stop(outing(), 1, |stop| stop.window = window((14, 0), (15, 30)));
    let [finding] = check(&plan, None).try_into().unwrap();
    let stop = StopId::from_number(1);
    assert_eq!(finding.about, [About::Entry(EntryId::Stop(stop, None))]);
    assert!(finding.is_on(EntryId::Stop(stop, None)) && !finding.is_on(EntryId::LegTo(stop, None)));
    assert!(finding.concerns(Key::Stop(stop)) && !finding.concerns(Key::Session(session_id(1))));
    let visit = plan.visits.iter().next().unwrap().id;
    assert_eq!(About::Entry(EntryId::LegBack(visit, None)).key(), Key::Visit(visit));
}

#[test]
fn the_shipped_plan_only_has_things_to_confirm_and_lists_to_send() {
    let findings = check(&manumix(), None);
    let others: Vec<_> = findings.iter().filter(|finding| finding.severity != Severity::Note).collect();
    assert_eq!(others, Vec::<&itinera::checks::Finding>::new());
    every_fix_mends(&manumix(), None, &findings);
}
