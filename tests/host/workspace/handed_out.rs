//! What was handed out is a fact: undo does not take it back, so no number is given twice.

use super::world::{Browser, edit, file, revise};
use itinera::{
    agenda::{Audience, changes, entries, sequence},
    example::manumix,
    plan::{Edit, EntryId, Plan, Slot, Version, VersionId},
    workspace::{Msg, Notice, Said},
};
use std::collections::BTreeMap;

/// Hands out a version where something changed, as a download of the calendar does; the SEQUENCE of every entry in it.
fn download(browser: &mut Browser, number: u128) -> BTreeMap<EntryId, u32> {
    let plan = browser.plan().clone();
    if plan.versions_by_time().last().is_none_or(|version| !changes(&plan, version).is_empty()) {
        let at = format!("2017-11-{number:02}T09:00:00Z").parse().unwrap();
        browser.send(edit(Edit::HandOut(Version::of(&plan, VersionId::from_number(number), "Version", at))));
    }
    let plan = browser.plan();
    entries(plan, Audience::Everyone).iter().map(|entry| (entry.id, sequence(plan, entry.id))).collect()
}

fn moved(browser: &Browser) -> (EntryId, Msg) {
    let session = browser.plan().sessions.iter().next().unwrap();
    let slot = Slot::lasting(session.slot.start() + chrono::TimeDelta::minutes(20), session.slot.minutes());
    (EntryId::Session(session.id), revise(browser, 0, 0, |session| session.slot = slot))
}

#[test]
fn the_sequence_of_what_goes_back_goes_on() {
    let mut browser = Browser::new();
    let first = download(&mut browser, 1);
    let (entry, there) = moved(&browser);
    browser.send(there);
    let second = download(&mut browser, 2);
    browser.send(Msg::Undo);
    assert_eq!(browser.plan().sessions, manumix().sessions);
    let third = download(&mut browser, 3);
    browser.send(Msg::Redo);
    let fourth = download(&mut browser, 4);
    assert_eq!([&first, &second, &third, &fourth].map(|all| all[&entry]), [0, 1, 2, 3]);
    for (other, last) in fourth {
        assert!(first[&other] <= second[&other] && second[&other] <= third[&other] && third[&other] <= last, "{other}");
    }
    browser.settle();
    browser.kill_and_reopen();
    assert_eq!(browser.plan().versions.len(), 4);
    browser.send(Msg::Undo);
    assert_eq!(browser.plan().versions.len(), 4);
}

#[test]
fn to_hand_out_is_no_step_and_ends_none() {
    let mut browser = Browser::new();
    let (_, there) = moved(&browser);
    browser.send(there);
    let done = browser.tab().workspace.history.clone();
    download(&mut browser, 1);
    assert_eq!(browser.tab().workspace.history, done);
    assert!(matches!(browser.tab().said.last(), Some(Said::Done(..))));
    browser.send(Msg::Undo);
    let undone = browser.tab().workspace.history.clone();
    download(&mut browser, 2);
    assert_eq!(browser.tab().workspace.history, undone);
    assert!(undone.to_redo().is_some());
    browser.settle();
    assert_eq!(browser.kept(manumix().id()).plan.versions.len(), 2);
}

#[test]
fn an_import_that_is_undone_leaves_what_was_handed_out_elsewhere() {
    let mut elsewhere: Plan = manumix();
    elsewhere.versions.put(crate::plan::build::version(1));
    let mut browser = Browser::new();
    browser.send(Msg::Import { name: "versions.json".into(), bytes: file(&elsewhere) });
    assert_eq!((browser.plan(), browser.tab().workspace.history.to_undo()), (&elsewhere, None));
    elsewhere.topics.put(crate::plan::build::topic(77));
    elsewhere.versions.put(crate::plan::build::version(2));
    browser.send(Msg::Import { name: "more.json".into(), bytes: file(&elsewhere) });
    browser.send(Msg::Undo);
    assert_eq!((browser.plan().versions.len(), browser.plan().topics.len()), (2, manumix().topics.len()));
}

/// Where nothing is kept, a version is handed to the reader with the plan.
#[test]
fn what_was_handed_out_is_not_lost_where_nothing_is_kept() {
    let mut browser = Browser::refusing();
    download(&mut browser, 1);
    browser.send(Msg::Start(Box::new(super::world::small(1, "Small"))));
    let [Notice::NotKept { text, .. }] = browser.notices() else { panic!("{:?}", browser.notices()) };
    assert_eq!(itinera::wire::decode_text(text).unwrap().plan.versions.len(), 1);
}
