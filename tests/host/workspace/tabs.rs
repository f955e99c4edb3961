//! Two tabs on one plan, and what another tab may have left.

use super::world::{Browser, edit, revise, small, title};
use itinera::example::manumix;
use itinera::{
    plan::{AnyRecord, Edit},
    wire,
    workspace::{Msg, Notice, Saving},
};

#[test]
fn two_tabs_that_change_different_fields_both_keep_their_changes() {
    for heard in [true, false] {
        let mut browser = Browser::new();
        browser.open_tab();
        browser.send_to(0, revise(&browser, 0, 0, |session| session.title = "From the first".into()));
        browser.send_to(1, revise(&browser, 1, 0, |session| session.notes = "From the second".into()));
        if heard {
            browser.settle();
        } else {
            browser.save(0);
            browser.save(1);
            browser.save(1);
            browser.settle();
        }
        for tab in &browser.tabs {
            let session = tab.workspace.plan.sessions.iter().next().unwrap().clone();
            assert_eq!(session.title, "From the first".into());
            assert_eq!(session.notes, "From the second".into());
            assert_eq!(tab.workspace.clashes, []);
            assert_eq!(tab.workspace.saving, Saving::Saved);
        }
    }
}

#[test]
fn two_tabs_that_change_one_field_show_both_values_to_choose_from() {
    use itinera::sync::Side;
    for (side, chosen) in [(Side::Ours, "Second"), (Side::Theirs, "First")] {
        let mut browser = Browser::new();
        browser.open_tab();
        browser.send_to(0, revise(&browser, 0, 0, |session| session.title = "First".into()));
        browser.save(0);
        browser.send_to(1, revise(&browser, 1, 0, |session| session.title = "Second".into()));
        browser.settle();
        let asking: Vec<usize> = (0..2).filter(|tab| !browser.tabs[*tab].workspace.clashes.is_empty()).collect();
        assert_eq!(asking, [1], "the tab that came later is asked");
        assert_eq!(title(&browser, 1, 0), "Second");
        browser.send_to(1, Msg::Settle { clash: 0, side });
        browser.settle();
        for tab in 0..2 {
            assert_eq!(title(&browser, tab, 0), chosen);
            assert_eq!(browser.tabs[tab].workspace.clashes, []);
        }
    }
}

#[test]
fn two_tabs_that_save_one_field_at_the_same_moment_show_both_values_too() {
    use itinera::sync::Side;
    for side in [Side::Ours, Side::Theirs] {
        let mut browser = Browser::with_processes();
        browser.open_tab();
        for (tab, value) in [(0, "First"), (1, "Second")] {
            browser.send_to(tab, revise(&browser, tab, 0, |session| session.title = value.into()));
        }
        browser.save(0);
        browser.save(1);
        browser.settle();
        let asking: Vec<usize> = (0..2).filter(|tab| !browser.tabs[*tab].workspace.clashes.is_empty()).collect();
        let [asked] = asking[..] else { panic!("one tab asks: {asking:?}") };
        let clash = browser.tabs[asked].workspace.clashes[0].clone();
        let title = |record: Option<AnyRecord>| record.unwrap().title().english;
        let (ours, theirs) = (title(clash.ours), title(clash.theirs));
        assert!([("First", "Second"), ("Second", "First")].contains(&(ours.as_str(), theirs.as_str())));
        browser.send_to(asked, Msg::Settle { clash: 0, side });
        browser.settle();
        for tab in 0..2 {
            assert_eq!(super::world::title(&browser, tab, 0), if side == Side::Ours { &*ours } else { &*theirs });
            assert_eq!(browser.tabs[tab].workspace.clashes, []);
        }
    }
}

#[test]
fn undo_in_one_tab_keeps_what_the_other_did() {
    let mut browser = Browser::new();
    browser.open_tab();
    browser.send_to(0, revise(&browser, 0, 0, |session| session.title = "First".into()));
    browser.settle();
    browser.send_to(1, revise(&browser, 1, 0, |session| session.notes = "Second".into()));
    browser.settle();
    browser.send_to(0, Msg::Undo);
    browser.settle();
    for tab in &browser.tabs {
        let session = tab.workspace.plan.sessions.iter().next().unwrap();
        assert_eq!(session.title, manumix().sessions.iter().next().unwrap().title);
        assert_eq!(session.notes, "Second".into());
    }
}

#[test]
fn what_another_tab_wrote_is_taken_in_before_a_plan_is_left() {
    let mut browser = Browser::new();
    browser.open_tab();
    browser.send_to(0, revise(&browser, 0, 0, |session| session.title = "First".into()));
    browser.save(0);
    browser.send_to(1, revise(&browser, 1, 1, |session| session.title = "Second".into()));
    // Without a pause: the other tab's writing is found when this one saves to leave.
    browser.send_to(1, Msg::Start(Box::new(small(1, "Small"))));
    assert_eq!(browser.tabs[1].workspace.plan.meeting.title, "Small".into());
    let kept = browser.kept(manumix().id()).plan;
    let titles: Vec<_> = kept.sessions.iter().take(2).map(|session| session.title.english.clone()).collect();
    assert_eq!(titles, ["First", "Second"]);
    browser.settle();
    assert_eq!(browser.tabs[0].workspace.plan.sessions, kept.sessions);
}

/// The undone state has the content of what the other tab wrote, and another past.
#[test]
fn a_state_that_an_undo_led_back_to_still_contains_what_was_merged_before() {
    let mut browser = Browser::new();
    browser.open_tab();
    let key = itinera::plan::Key::Session(browser.plan().sessions.iter().nth(5).unwrap().id);
    for notes in ["One", "Two"] {
        browser.send_to(1, revise(&browser, 1, 5, |session| session.notes = notes.into()));
        browser.save(1);
    }
    browser.send_to(1, edit(Edit::Remove(key)));
    browser.send_to(0, revise(&browser, 0, 0, |session| session.title = "First".into()));
    browser.save(0);
    browser.send_to(0, Msg::Undo);
    browser.save(0);
    browser.settle();
    for tab in &browser.tabs {
        assert_eq!(tab.workspace.clashes, []);
        assert_eq!(tab.workspace.plan.record(key), None);
    }
}

/// By then the plan may look again as it did when that was written.
#[test]
fn word_of_something_older_says_nothing_of_what_is_kept() {
    let mut browser = Browser::new();
    browser.open_tab();
    browser.send_to(0, revise(&browser, 0, 0, |session| session.title = "First".into()));
    browser.save(0);
    browser.send_to(1, revise(&browser, 1, 1, |session| session.title = "Second".into()));
    browser.save(1);
    browser.save(1);
    browser.send_to(1, Msg::Undo);
    browser.hear(1);
    browser.settle();
    let kept = browser.kept(manumix().id()).plan;
    for tab in &browser.tabs {
        assert_eq!(*tab.workspace.plan, kept);
    }
    assert_eq!(kept.sessions.iter().next().unwrap().title, "First".into());
    assert_eq!(kept.sessions.iter().nth(1), manumix().sessions.iter().nth(1));
}

#[test]
fn a_newer_program_in_another_tab_is_not_overwritten() {
    let mut browser = Browser::new();
    let id = manumix().id();
    let newer = wire::seal(r#"{"format": "itinera-plan", "version": 2, "plan": {}}"#);
    browser.tamper("plan", id, &newer);
    browser.send(revise(&browser, 0, 0, |session| session.title = "Changed".into()));
    browser.settle();
    assert_eq!(browser.stored("plan", id), Some(newer));
    assert_eq!(browser.tab().workspace.saving, Saving::Refused);
    assert_eq!(title(&browser, 0, 0), "Changed");
    // Other plans are kept as ever.
    browser.send(Msg::Start(Box::new(small(1, "Small"))));
    assert_eq!(browser.tab().workspace.saving, Saving::Saved);
    assert!(matches!(browser.notices(), [Notice::Newer { .. }, Notice::NotKept { .. }]));
}

#[test]
fn other_damage_that_another_tab_left_is_put_aside_and_work_goes_on() {
    let mut browser = Browser::new();
    let id = manumix().id();
    browser.tamper("plan", id, "damage");
    browser.send(revise(&browser, 0, 0, |session| session.title = "Changed".into()));
    browser.settle();
    assert_eq!(browser.stored("damaged", id), Some("damage".into()));
    assert_eq!(browser.kept(id).plan, *browser.plan());
    assert_eq!(title(&browser, 0, 0), "Changed");
}
