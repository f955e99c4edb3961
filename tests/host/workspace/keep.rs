//! Nothing is lost: kills, a full storage, a refused one, a damaged one, a newer program.

use super::world::{Browser, decoded, edit, retitle, revise, small, title};
use itinera::example::manumix;
use itinera::{
    plan::{Edit, EditError, Text},
    wire,
    workspace::{Msg, Notice, Saving, keeper::Storage},
};

#[test]
fn the_first_visit_shows_the_example_and_keeps_it() {
    let browser = Browser::new();
    assert_eq!(*browser.plan(), manumix());
    assert_eq!(browser.kept(manumix().id()).plan, manumix());
    assert_eq!(browser.tab().workspace.saving, Saving::Saved);
    assert_eq!(browser.notices(), []);
}

#[test]
fn an_edit_survives_the_browser_and_so_does_its_undo() {
    let mut browser = Browser::new();
    browser.send(revise(&browser, 0, 0, |session| session.title = "Changed".into()));
    assert_eq!(browser.tab().workspace.saving, Saving::Pending);
    browser.settle();
    assert_eq!(browser.tab().workspace.saving, Saving::Saved);
    browser.kill_and_reopen();
    assert_eq!(title(&browser, 0, 0), "Changed");
    browser.send(Msg::Undo);
    assert_eq!(*browser.plan(), manumix());
    browser.settle();
    browser.kill_and_reopen();
    assert_eq!(*browser.plan(), manumix());
    browser.send(Msg::Redo);
    assert_eq!(title(&browser, 0, 0), "Changed");
}

#[test]
fn a_kill_loses_what_was_not_saved_yet_and_nothing_else() {
    let mut browser = Browser::new();
    browser.send(revise(&browser, 0, 0, |session| session.title = "First".into()));
    browser.settle();
    browser.send(revise(&browser, 0, 0, |session| session.title = "Second".into()));
    browser.kill_and_reopen();
    assert_eq!(title(&browser, 0, 0), "First");
    assert_eq!(browser.notices(), []);
}

/// Kills the browser between any two writings of a save.
#[test]
fn a_kill_in_the_middle_of_a_save_leaves_the_old_state_or_the_new_one() {
    let mut before = Browser::new();
    before.send(revise(&before, 0, 0, |session| session.title = "First".into()));
    before.settle();
    let old = before.everything();
    before.send(revise(&before, 0, 0, |session| session.title = "Second".into()));
    before.settle();
    let new = before.everything();
    let id = manumix().id();
    let names: Vec<String> = ["plan", "good", "undo"].map(|pile| format!("itinera.{pile}.{id}")).into();
    for written in 0..=names.len() {
        let mut browser = Browser::closed();
        for (name, text) in &old {
            browser.shelf.set(name, text).unwrap();
        }
        for name in &names[..written] {
            browser.shelf.set(name, &new[name]).unwrap();
        }
        browser.open_tab();
        assert_eq!(title(&browser, 0, 0), if written == 0 { "First" } else { "Second" });
        assert_eq!(browser.notices(), []);
        browser.send(Msg::Undo);
        browser.settle();
    }
}

#[test]
fn a_full_storage_is_said_until_there_is_room_and_editing_goes_on() {
    let mut browser = Browser::new();
    browser.leave_room(Some(0));
    browser.send(revise(&browser, 0, 0, |session| session.notes = Text::same("x".repeat(9_000))));
    browser.settle();
    assert_eq!(browser.tab().workspace.saving, Saving::Full);
    browser.send(revise(&browser, 0, 1, |session| session.title = "And another one, longer still".into()));
    assert_eq!(browser.tab().workspace.saving, Saving::Full);
    browser.settle();
    assert_eq!(browser.tab().workspace.saving, Saving::Full);
    // What is downloaded is what is on screen.
    browser.send(Msg::Export(manumix().id()));
    let (name, text) = browser.tab().downloads[0].clone();
    assert_eq!(wire::decode(text.as_bytes()).unwrap().plan, *browser.plan());
    assert!(name.ends_with("-2017-11-21.itinera.json"), "{name}");
    browser.leave_room(None);
    browser.send(Msg::SaveDue);
    assert_eq!(browser.tab().workspace.saving, Saving::Saved);
    assert_eq!(browser.kept(manumix().id()).plan, *browser.plan());
}

#[test]
fn the_plan_is_worth_more_than_its_undo_steps() {
    let mut browser = Browser::new();
    for number in 0..20 {
        browser.send(revise(&browser, 0, 0, |session| session.notes = Text::same("x".repeat(number + 1))));
    }
    browser.settle();
    browser.leave_room(Some(0));
    browser.send(revise(&browser, 0, 0, |session| session.notes = Text::same("y".repeat(400))));
    browser.settle();
    assert_eq!(browser.tab().workspace.saving, Saving::Saved);
    assert_eq!(browser.kept(manumix().id()).plan, *browser.plan());
    browser.kill_and_reopen();
    assert_eq!(browser.plan().sessions.iter().next().unwrap().notes, Text::same("y".repeat(400)));
}

#[test]
fn a_deletion_for_good_makes_room_and_saves() {
    let mut browser = Browser::new();
    browser.send(Msg::Start(Box::new(small(1, "Small"))));
    browser.send(Msg::List);
    browser.leave_room(Some(0));
    browser.send(retitle(&browser, 0, "A title that is longer than before"));
    browser.settle();
    assert_eq!(browser.tab().workspace.saving, Saving::Full);
    let fresh = browser.fresh();
    browser.send(Msg::Delete { plan: manumix().id(), fresh });
    browser.send(Msg::Purge(itinera::workspace::keeper::Pile::Deleted, manumix().id()));
    browser.settle();
    assert_eq!(browser.tab().workspace.saving, Saving::Saved);
}

#[test]
fn a_refused_storage_is_said_and_everything_works_in_the_tab() {
    let mut browser = Browser::refusing();
    assert_eq!(*browser.plan(), manumix());
    assert_eq!(browser.tab().workspace.saving, Saving::Refused);
    browser.send(revise(&browser, 0, 0, |session| session.title = "Changed".into()));
    browser.settle();
    assert_eq!(browser.tab().workspace.saving, Saving::Refused);
    browser.send(Msg::List);
    assert_eq!(browser.tab().workspace.kept.len(), 1);
    // Another plan takes its place, but its changes are handed out.
    browser.send(Msg::Start(Box::new(small(1, "Small"))));
    assert_eq!(browser.plan().meeting.title, "Small".into());
    assert_eq!(browser.tab().workspace.saving, Saving::Refused);
    let [Notice::NotKept { text, .. }] = browser.notices() else { panic!("{:?}", browser.notices()) };
    let lost = wire::decode(text.as_bytes()).unwrap().plan;
    assert_eq!(lost.sessions.iter().next().unwrap().title, "Changed".into());
    // Of that one nothing was changed, so there is nothing to hand out.
    browser.send(Msg::Start(Box::new(small(2, "Other"))));
    assert_eq!(browser.notices().len(), 1);
}

#[test]
fn changes_that_found_no_room_are_handed_out_when_another_plan_is_opened() {
    let mut browser = Browser::new();
    browser.send(Msg::Start(Box::new(small(1, "Small"))));
    browser.leave_room(Some(0));
    browser.send(retitle(&browser, 0, "A title that is longer than before"));
    browser.send(Msg::Open(manumix().id()));
    assert_eq!(*browser.plan(), manumix());
    assert_eq!(browser.tab().workspace.saving, Saving::Saved);
    let [Notice::NotKept { name, text }] = browser.notices() else { panic!("{:?}", browser.notices()) };
    assert_eq!(name, "a-title-that-is-longer-than-before-2017-11-21.itinera.json");
    assert!(wire::decode(text.as_bytes()).is_ok());
}

#[test]
fn a_damaged_working_copy_is_put_aside_and_the_good_copy_opened() {
    for damage in ["", "{}", "itinera1 0000000000000000\n{}", "garbage \u{0}"] {
        let mut browser = Browser::new();
        let id = manumix().id();
        browser.send(revise(&browser, 0, 0, |session| session.title = "First".into()));
        browser.settle();
        browser.send(revise(&browser, 0, 0, |session| session.title = "Second".into()));
        browser.settle();
        let mut damaged = browser.stored("plan", id).unwrap();
        damaged.replace_range(200..210, "damage!!!!");
        let damaged = if damage.is_empty() { damaged } else { damage.to_string() };
        browser.tamper("plan", id, &damaged);
        browser.kill_and_reopen();
        assert_eq!(title(&browser, 0, 0), "First");
        assert_eq!(browser.notices(), [Notice::Damaged { plan: id, text: damaged.clone(), good: true }]);
        browser.settle();
        assert_eq!(browser.stored("damaged", id), Some(damaged.clone()));
        assert_eq!(title(&browser, 0, 0), "First");
        // The good copy is still good, whatever happens next.
        assert_eq!(decoded(&browser.stored("good", id).unwrap()).plan, *browser.plan());
        browser.kill_and_reopen();
        assert_eq!(title(&browser, 0, 0), "First");
        assert_eq!(browser.notices(), []);
        // A second one is put aside too.
        browser.tamper("plan", id, "other damage");
        browser.kill_and_reopen();
        browser.settle();
        let aside: Vec<String> = browser
            .everything()
            .into_iter()
            .filter(|(name, _)| name.contains("damaged"))
            .map(|(_, text)| text)
            .collect();
        assert_eq!(aside, [damaged, "other damage".to_string()]);
    }
}

#[test]
fn without_a_good_copy_the_example_is_shown() {
    let mut browser = Browser::new();
    let id = manumix().id();
    browser.tamper("plan", id, "damage");
    browser.kill_and_reopen();
    assert_ne!(browser.plan().id(), id);
    assert_eq!(browser.plan().copied_as(id), manumix());
    assert_eq!(browser.notices(), [Notice::Damaged { plan: id, text: "damage".into(), good: false }]);
    browser.settle();
    assert_eq!(browser.stored("damaged", id), Some("damage".into()));
    let shown = browser.plan().id();
    browser.kill_and_reopen();
    assert_eq!(browser.plan().id(), shown);
    assert_eq!(browser.notices(), []);
}

#[test]
fn damage_in_a_full_storage_is_not_forgotten_before_the_reader_has_it() {
    let mut browser = Browser::new();
    let id = manumix().id();
    browser.tamper("plan", id, "damage");
    browser.leave_room(Some(0));
    browser.kill_and_reopen();
    let [Notice::Damaged { text, .. }] = browser.notices() else { panic!("{:?}", browser.notices()) };
    assert_eq!(text, "damage");
    browser.settle();
    assert_eq!(browser.stored("plan", id), Some("damage".into()));
}

#[test]
fn a_plan_under_the_name_of_another_is_damage() {
    let mut browser = Browser::new();
    browser.send(Msg::Start(Box::new(small(1, "Small"))));
    let small = browser.plan().id();
    browser.tamper("plan", small, &browser.stored("plan", manumix().id()).unwrap());
    browser.kill_and_reopen();
    assert!(matches!(browser.notices(), [Notice::Damaged { good: false, .. }]));
    browser.settle();
    assert_eq!(browser.kept(manumix().id()).plan, manumix());
}

#[test]
fn a_plan_from_a_newer_program_is_left_untouched() {
    let mut browser = Browser::new();
    let id = manumix().id();
    let newer = wire::seal(r#"{"format": "itinera-plan", "version": 2, "plan": {}}"#);
    browser.tamper("plan", id, &newer);
    browser.kill_and_reopen();
    assert_eq!(browser.notices(), [Notice::Newer { plan: id, text: newer.clone() }]);
    assert_eq!(browser.plan().copied_as(id), manumix());
    browser.send(revise(&browser, 0, 0, |session| session.title = "Changed".into()));
    browser.settle();
    assert_eq!(browser.stored("plan", id), Some(newer.clone()));
    assert_eq!(browser.kept(browser.plan().id()).plan, *browser.plan());
    // Nor does a file of it change that.
    browser.send(Msg::Import { name: "x.json".into(), bytes: super::world::file(&manumix()) });
    assert!(matches!(browser.notices(), [_, Notice::NotImported { .. }]), "{:?}", browser.notices());
    assert_eq!(browser.stored("plan", id), Some(newer));
    assert_ne!(browser.plan().id(), id);
}

#[test]
fn an_edit_that_cannot_be_made_changes_nothing_and_says_so() {
    let mut browser = Browser::new();
    let gone = itinera::plan::Key::Session(itinera::plan::SessionId::from_number(77));
    browser.send(edit(Edit::Remove(gone)));
    assert_eq!(*browser.plan(), manumix());
    assert!(matches!(browser.notices(), [Notice::Refused(_)]));
    // Each is said, and the newest stands there.
    browser.send(edit(Edit::Remove(gone)));
    assert_eq!((browser.notices().len(), browser.tab().said.len()), (1, 2));
    let other = itinera::plan::Key::Session(itinera::plan::SessionId::from_number(78));
    browser.send(edit(Edit::Remove(other)));
    let gone = EditError::Gone(other);
    assert_eq!(browser.notices(), [Notice::Refused(gone.into())]);
    browser.send(Msg::Dismiss(7));
    browser.send(Msg::Dismiss(0));
    assert_eq!(browser.notices(), []);
    for msg in [
        Msg::Undo,
        Msg::Redo,
        Msg::SaveDue,
        Msg::Settle { clash: 3, side: itinera::sync::Side::Ours, at: String::new() },
    ] {
        browser.send(msg);
        assert_eq!(*browser.plan(), manumix());
    }
}

/// Then it stands in its place until the plan is saved, and never becomes the good copy.
#[test]
fn damage_that_finds_no_room_does_not_take_the_place_of_the_good_copy() {
    let mut browser = Browser::new();
    let id = manumix().id();
    for title in ["First", "Second"] {
        browser.send(revise(&browser, 0, 0, |session| session.title = title.into()));
        browser.settle();
    }
    browser.tamper("plan", id, &"damage ".repeat(5_000));
    browser.leave_room(Some(0));
    browser.kill_and_reopen();
    browser.settle();
    assert_eq!(browser.tab().workspace.saving, Saving::Saved);
    assert_eq!(decoded(&browser.stored("plan", id).unwrap()).plan, *browser.plan());
    assert_eq!(decoded(&browser.stored("good", id).unwrap()).plan, *browser.plan());
}

/// A sound seal says who wrote a text, not that it can be read.
#[test]
fn what_is_sealed_and_cannot_be_read_does_not_take_the_place_of_the_good_copy_either() {
    let mut browser = Browser::new();
    let id = manumix().id();
    for title in ["First", "Second"] {
        browser.send(revise(&browser, 0, 0, |session| session.title = title.into()));
        browser.settle();
    }
    let good = browser.stored("good", id).unwrap();
    browser.tamper(
        "plan",
        id,
        &wire::seal(&browser.stored("plan", id).unwrap().replace("Second", &"è".repeat(20_001))),
    );
    browser.leave_room(Some(0));
    browser.kill_and_reopen();
    browser.settle();
    assert_eq!(browser.tab().workspace.saving, Saving::Saved);
    assert_eq!(*browser.plan(), decoded(&good).plan);
    assert_eq!(browser.stored("good", id), Some(good));
}
