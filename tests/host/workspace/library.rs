//! The kept plans: listed, opened, copied, renamed, handed out, deleted, restored.

use super::world::{Browser, edit, file, retitle, revise, small};
use crate::plan::build::version;
use itinera::example::manumix;
use itinera::{
    plan::{Edit, PlanId, Text},
    wire,
    workspace::{Condition, Kept, Msg, Notice, Saving, keeper::Pile},
};

const SMALL: PlanId = PlanId::from_number(7);

/// A browser with the example and a small plan, which is open.
fn two() -> Browser {
    let mut browser = Browser::new();
    browser.send(Msg::Start(Box::new(small(7, "Small"))));
    browser.send(Msg::List);
    browser
}

fn listed(browser: &Browser) -> Vec<(Pile, Condition, String)> {
    let row = |kept: &Kept| (kept.pile, kept.condition, kept.title.english.clone());
    browser.tab().workspace.kept.iter().map(row).collect()
}

fn on(browser: &Browser, pile: Pile) -> Vec<PlanId> {
    let kept = browser.tab().workspace.kept.iter();
    kept.filter(|kept| kept.pile == pile).map(|kept| kept.id).collect()
}

fn rename(plan: PlanId, title: &str) -> Msg {
    Msg::Rename { plan, title: title.into(), at: "2017-11-20T08:15:00Z".into() }
}

#[test]
fn every_kept_plan_is_listed_the_open_one_first() {
    let mut browser = two();
    browser.send(retitle(&browser, 0, "Changed"));
    browser.send(Msg::List);
    let kept = &browser.tab().workspace.kept;
    let [first, second] = &kept[..] else { panic!("{kept:?}") };
    assert_eq!((first.id, second.id), (SMALL, manumix().id()));
    assert_eq!(first.title, "Changed".into());
    assert_eq!(first.changed.as_deref(), Some("2017-11-20T08:15:00Z"));
    assert_eq!(second.changed, None);
    let days = manumix().days.iter().map(|day| day.id).collect::<Vec<_>>();
    assert_eq!(second.days, Some((days[0], days[1])));
    assert_eq!(second.bytes, browser.stored("plan", second.id).unwrap().len());
}

#[test]
fn behind_the_open_plan_the_last_changed_stands_first_and_then_the_newest() {
    let mut browser = two();
    for id in 8..12 {
        browser.send(Msg::Start(Box::new(small(id, "Other"))));
    }
    browser.send(rename(PlanId::from_number(9), "Changed"));
    browser.send(Msg::List);
    let order = [11, 9, manumix().id().uuid().as_u128(), 10, 8, 7].map(PlanId::from_number);
    assert_eq!(on(&browser, Pile::Kept), order);
}

#[test]
fn what_cannot_be_read_is_listed_as_such() {
    let mut browser = two();
    let newer = r#"{"format": "itinera-plan", "version": 2}"#.to_string();
    browser.tamper("plan", PlanId::from_number(8), &wire::seal(&newer));
    browser.tamper("plan", PlanId::from_number(9), "damage");
    browser.tamper("damaged", PlanId::from_number(9), "older damage");
    browser.write(&format!("itinera.damaged.{}+", PlanId::from_number(9)), "oldest damage");
    browser.write("itinera.plan.not-an-identity", "something else");
    browser.write("another.program", "something else");
    browser.send(Msg::List);
    let rows = listed(&browser);
    assert_eq!(rows.iter().filter(|row| row.1 == Condition::Sound).count(), 2);
    let texts: Vec<_> = browser.tab().workspace.kept.iter().filter_map(|kept| kept.text.clone()).collect();
    assert_eq!(texts, [newer, "damage".into(), "older damage".into(), "oldest damage".into()]);
    let unreadable: Vec<_> =
        rows.into_iter().filter(|row| row.1 != Condition::Sound).map(|row| (row.0, row.1)).collect();
    assert_eq!(
        unreadable,
        [
            (Pile::Kept, Condition::Newer),
            (Pile::Kept, Condition::Damaged),
            (Pile::Damaged, Condition::Damaged),
            (Pile::Damaged, Condition::Damaged)
        ]
    );
    // Handed out as it is, and out of the way when asked for.
    browser.send(Msg::Export(PlanId::from_number(9)));
    assert_eq!(browser.tabs[0].downloads.pop().unwrap().1, "damage");
    browser.send(Msg::Purge(Pile::Damaged, PlanId::from_number(9)));
    assert_eq!(on(&browser, Pile::Damaged), []);
    assert_eq!(browser.stored("plan", PlanId::from_number(9)), Some("damage".into()));
    browser.send(Msg::Purge(Pile::Kept, SMALL));
    assert!(browser.stored("plan", SMALL).is_some(), "what is kept is deleted first");
}

#[test]
fn a_plan_is_opened_with_its_own_steps() {
    let mut browser = two();
    browser.send(retitle(&browser, 0, "Changed"));
    browser.send(Msg::Open(manumix().id()));
    assert_eq!(*browser.plan(), manumix());
    assert!(browser.tab().workspace.history.to_undo().is_none());
    assert_eq!(browser.tab().agenda, 2);
    browser.send(Msg::Open(SMALL));
    browser.send(Msg::Undo);
    assert_eq!(browser.plan().meeting.title, "Small".into());
    // The plan that is open already is shown, and keeps its steps.
    browser.send(Msg::Redo);
    browser.send(Msg::Open(SMALL));
    assert_eq!(browser.plan().meeting.title, "Changed".into());
    assert!(browser.tab().workspace.history.to_undo().is_some());
    assert_eq!(browser.tab().agenda, 4);
}

#[test]
fn a_plan_that_is_gone_cannot_be_opened_and_the_open_one_stays() {
    let mut browser = two();
    for gone in [PlanId::from_number(99), PlanId::from_number(98)] {
        browser.send(Msg::Open(gone));
        assert_eq!(browser.plan().id(), SMALL);
        assert_eq!(browser.notices().last(), Some(&Notice::Missing));
    }
    let copy = browser.fresh();
    browser.send(Msg::Duplicate { plan: PlanId::from_number(99), copy, mark: "copy".into() });
    browser.send(rename(PlanId::from_number(99), "Renamed"));
    browser.send(Msg::Export(PlanId::from_number(99)));
    assert_eq!(browser.notices().len(), 5);
    assert_eq!(browser.tab().downloads, []);
    assert_eq!(browser.stored("plan", copy), None);
}

#[test]
fn an_address_of_another_plan_opens_that_or_says_that_it_is_not_kept() {
    let mut browser = two();
    let agenda = browser.tab().agenda;
    // What was changed before is kept.
    browser.send(retitle(&browser, 0, "Changed"));
    browser.follow(manumix().id());
    assert_eq!(browser.plan().id(), manumix().id());
    assert_eq!(browser.kept(SMALL).plan.meeting.title, "Changed".into());
    browser.follow(PlanId::from_number(99));
    browser.follow(PlanId::from_number(98));
    assert_eq!((browser.plan().id(), browser.notices()), (manumix().id(), &[Notice::OtherMeeting][..]));
    // Its own address is no other plan's, and says nothing.
    browser.follow(manumix().id());
    assert_eq!(browser.notices(), []);
    browser.follow(SMALL);
    assert_eq!((browser.plan().id(), browser.notices()), (SMALL, &[][..]));
    // The address shows what it says, and not the agenda.
    assert_eq!(browser.tab().agenda, agenda);
    browser.kill_and_reopen();
    assert_eq!(browser.plan().id(), SMALL);
    // What is in the bin is not kept.
    browser.send(Msg::Delete { plan: manumix().id(), fresh: PlanId::from_number(97) });
    browser.follow(manumix().id());
    assert!(browser.notices().contains(&Notice::OtherMeeting));
}

#[test]
fn when_the_plan_that_was_open_is_gone_the_example_is_shown_as_it_is_kept() {
    let mut browser = Browser::new();
    browser.send(revise(&browser, 0, 0, |session| session.title = "Changed".into()));
    browser.settle();
    browser.write("itinera.open", &PlanId::from_number(99).to_string());
    browser.kill_and_reopen();
    assert_eq!(browser.plan().sessions.iter().next().unwrap().title, "Changed".into());
    assert_eq!(browser.notices(), [Notice::Missing]);
}

#[test]
fn a_copy_goes_its_own_way() {
    for open in [true, false] {
        let mut browser = two();
        if !open {
            browser.send(Msg::Open(manumix().id()));
        }
        let copy = browser.fresh();
        browser.send(Msg::Duplicate { plan: SMALL, copy, mark: Text::new("copy", "copia") });
        assert_eq!(browser.kept(copy).plan.meeting.title, "Small (copy)".into());
        assert_eq!(browser.kept(copy).lineage, []);
        assert_eq!(browser.kept(copy).plan.sessions, small(7, "").sessions);
        assert_eq!(on(&browser, Pile::Kept).len(), 3);
        browser.send(Msg::Open(copy));
        browser.send(revise(&browser, 0, 0, |session| session.title = "Changed".into()));
        browser.settle();
        assert_eq!(browser.kept(SMALL).plan, small(7, "Small"));
    }
}

#[test]
fn of_a_copy_nothing_was_handed_out() {
    let mut browser = two();
    browser.send(edit(Edit::HandOut(version(1))));
    browser.settle();
    let copy = browser.fresh();
    browser.send(Msg::Duplicate { plan: SMALL, copy, mark: "copy".into() });
    assert_eq!([SMALL, copy].map(|plan| browser.kept(plan).plan.versions.len()), [1, 0]);
}

#[test]
fn a_copy_of_what_is_on_screen_has_the_changes_that_found_no_room() {
    let mut browser = two();
    browser.leave_room(Some(0));
    browser.send(retitle(&browser, 0, "A title that is longer than before"));
    browser.settle();
    let copy = browser.fresh();
    browser.send(Msg::Duplicate { plan: SMALL, copy, mark: "copy".into() });
    assert_eq!(browser.notices(), [Notice::NotPut]);
    browser.leave_room(None);
    browser.send(Msg::Duplicate { plan: SMALL, copy, mark: "copy".into() });
    assert_eq!(browser.kept(copy).plan.meeting.title, "A title that is longer than before (copy)".into());
}

#[test]
fn a_copy_that_finds_no_room_is_said_and_the_open_plan_is_still_saved() {
    let mut browser = two();
    browser.leave_room(Some(10));
    let copy = browser.fresh();
    browser.send(Msg::Duplicate { plan: manumix().id(), copy, mark: "copy".into() });
    assert_eq!(browser.notices(), [Notice::NotPut]);
    assert_eq!(browser.tab().workspace.saving, Saving::Saved);
    assert_eq!(on(&browser, Pile::Kept).len(), 2);
}

#[test]
fn the_open_plan_is_renamed_as_a_step_and_another_one_in_its_place() {
    let mut browser = two();
    browser.send(rename(SMALL, "Renamed"));
    assert_eq!(browser.kept(SMALL).plan.meeting.title, "Renamed".into());
    assert_eq!(browser.tab().workspace.kept[0].title, "Renamed".into());
    browser.send(Msg::Undo);
    assert_eq!(browser.plan().meeting.title, "Small".into());
    browser.send(rename(manumix().id(), "Turin"));
    assert_eq!(browser.kept(manumix().id()).plan.meeting.title, "Turin".into());
    assert_eq!(browser.kept(manumix().id()).saved.as_deref(), Some("2017-11-20T08:15:00Z"));
    browser.send(Msg::Open(manumix().id()));
    assert_eq!(browser.plan().meeting.title, "Turin".into());
    assert_eq!(browser.plan().sessions, manumix().sessions);
}

#[test]
fn a_plan_renamed_in_the_list_of_another_tab_is_renamed_in_its_own() {
    let mut browser = two();
    let other = browser.open_tab();
    browser.send_to(other, Msg::Open(manumix().id()));
    browser.send_to(0, revise(&browser, 0, 0, |session| session.title = "Changed".into()));
    browser.settle();
    browser.send_to(other, rename(SMALL, "Renamed"));
    browser.settle();
    assert_eq!(browser.tab().workspace.plan.meeting.title, "Renamed".into());
    assert_eq!(browser.tab().workspace.plan.sessions.iter().next().unwrap().title, "Changed".into());
    assert_eq!(browser.tab().workspace.clashes, []);
}

#[test]
fn a_deleted_plan_is_restored_as_it_was() {
    let mut browser = two();
    let before = browser.kept(manumix().id());
    let fresh = browser.fresh();
    browser.send(Msg::Delete { plan: manumix().id(), fresh });
    assert_eq!(on(&browser, Pile::Kept), [SMALL]);
    assert_eq!(on(&browser, Pile::Deleted), [manumix().id()]);
    assert_eq!(browser.notices(), [Notice::Deleted(manumix().id())]);
    assert_eq!(browser.plan().id(), SMALL);
    // Still there after the browser was closed.
    browser.kill_and_reopen();
    browser.send(Msg::List);
    assert_eq!(on(&browser, Pile::Deleted), [manumix().id()]);
    browser.send(Msg::Restore(manumix().id()));
    assert_eq!(on(&browser, Pile::Deleted), []);
    assert_eq!(browser.notices(), []);
    assert_eq!(browser.kept(manumix().id()), before);
}

#[test]
fn the_next_plan_takes_the_place_of_the_open_one_that_is_deleted_and_restoring_brings_it_back() {
    let mut browser = two();
    browser.send(retitle(&browser, 0, "Changed"));
    let fresh = browser.fresh();
    browser.send(Msg::Delete { plan: SMALL, fresh });
    assert_eq!(*browser.plan(), manumix());
    assert_eq!(on(&browser, Pile::Kept), [manumix().id()]);
    browser.settle();
    browser.send(Msg::Restore(SMALL));
    assert_eq!(browser.plan().meeting.title, "Changed".into());
    assert_eq!(on(&browser, Pile::Kept).len(), 2);
}

#[test]
fn without_another_plan_the_example_takes_its_place_until_the_deleted_one_is_back() {
    let mut browser = Browser::new();
    browser.send(revise(&browser, 0, 0, |session| session.title = "Changed".into()));
    browser.send(Msg::List);
    let fresh = browser.fresh();
    browser.send(Msg::Delete { plan: manumix().id(), fresh });
    assert_eq!(*browser.plan(), manumix().copied_as(fresh));
    assert_eq!(browser.kept(fresh).plan, *browser.plan());
    browser.settle();
    assert_eq!(browser.stored("plan", manumix().id()), None);
    browser.send(Msg::Restore(manumix().id()));
    assert_eq!(browser.plan().sessions.iter().next().unwrap().title, "Changed".into());
    assert_eq!(browser.plan().id(), manumix().id());
    // Nobody asked for that example.
    assert_eq!(on(&browser, Pile::Kept), [manumix().id()]);
    assert_eq!(on(&browser, Pile::Deleted), []);
}

#[test]
fn the_example_that_took_a_place_stays_once_it_was_changed() {
    let mut browser = Browser::new();
    browser.send(Msg::List);
    let fresh = browser.fresh();
    browser.send(Msg::Delete { plan: manumix().id(), fresh });
    browser.send(retitle(&browser, 0, "Wanted"));
    browser.send(Msg::Restore(manumix().id()));
    assert_eq!(browser.plan().id(), manumix().id());
    assert_eq!(browser.kept(fresh).plan.meeting.title, "Wanted".into());
}

#[test]
fn a_plan_chosen_after_a_deletion_is_not_left_for_the_restored_one() {
    let mut browser = two();
    let fresh = browser.fresh();
    browser.send(Msg::Delete { plan: SMALL, fresh });
    let other = small(8, "Other");
    browser.send(Msg::Start(Box::new(other.clone())));
    browser.send(Msg::Restore(SMALL));
    assert_eq!(*browser.plan(), other);
    assert_eq!(on(&browser, Pile::Kept).len(), 3);
}

#[test]
fn a_restored_plan_never_takes_the_place_of_a_newer_one() {
    let mut browser = two();
    let fresh = browser.fresh();
    browser.send(Msg::Delete { plan: manumix().id(), fresh });
    let mut newer = manumix();
    newer.meeting = itinera::plan::Meeting { title: "Newer".into(), ..(*newer.meeting).clone() }.into();
    browser.send(Msg::Import { name: "x.json".into(), bytes: file(&newer) });
    browser.send(Msg::Restore(manumix().id()));
    assert_eq!(browser.kept(manumix().id()).plan, newer);
    assert!(browser.stored("bin", manumix().id()).is_some());
}

#[test]
fn what_is_deleted_for_good_is_gone() {
    let mut browser = two();
    let fresh = browser.fresh();
    browser.send(Msg::Delete { plan: manumix().id(), fresh });
    browser.send(Msg::Purge(Pile::Deleted, manumix().id()));
    assert_eq!(browser.notices(), []);
    assert!(browser.everything().keys().all(|name| !name.contains(&manumix().id().to_string())));
}

#[test]
fn deleting_in_a_full_storage_loses_nothing() {
    let mut browser = two();
    browser.leave_room(Some(0));
    let fresh = browser.fresh();
    browser.send(Msg::Delete { plan: manumix().id(), fresh });
    assert_eq!(browser.stored("bin", manumix().id()).map(|text| super::world::decoded(&text).plan), Some(manumix()));
    browser.send(Msg::Restore(manumix().id()));
    assert_eq!(browser.kept(manumix().id()).plan, manumix());
}

#[test]
fn file_names_are_ones_that_every_system_takes() {
    for (title, name) in [
        ("MANUMIX: Innovation policy-mix", "manumix-innovation-policy-mix-2017-11-21.itinera.json"),
        ("  ../..\\ ?*", "plan-2017-11-21.itinera.json"),
        ("日本", "plan-2017-11-21.itinera.json"),
        ("Città d’arte 2", "citt-d-arte-2-2017-11-21.itinera.json"),
    ] {
        let mut browser = Browser::new();
        browser.send(Msg::Start(Box::new(small(7, title))));
        browser.send(Msg::Export(SMALL));
        assert_eq!(browser.tab().downloads[0].0, name);
        browser.send(Msg::Open(manumix().id()));
        browser.send(Msg::Export(SMALL));
        assert_eq!(browser.tab().downloads[0], browser.tab().downloads[1]);
    }
}
