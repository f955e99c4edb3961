//! Two tabs on one plan, and what another tab may have left.

use super::world::{Browser, edit, revise, settle, small, title};
use itinera::example::manumix;
use itinera::{
    plan::{AnyRecord, Edit},
    wire,
    workspace::{Msg, Notice, Saving, working},
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
    let sides = [(Side::Ours, "Second"), (Side::Theirs, "First")];
    for (choosing, (side, chosen)) in [0, 1].into_iter().flat_map(|tab| sides.map(|side| (tab, side))) {
        let mut browser = Browser::new();
        browser.open_tab();
        browser.send_to(0, revise(&browser, 0, 0, |session| session.title = "First".into()));
        browser.save(0);
        browser.send_to(1, revise(&browser, 1, 0, |session| session.title = "Second".into()));
        browser.settle();
        assert_eq!(asked(&browser, 0), [("Second".into(), "First".into())], "who hears of it is asked too");
        assert_eq!(asked(&browser, 1), asked(&browser, 0));
        assert_eq!([0, 1].map(|tab| title(&browser, tab, 0)), ["Second", "Second"], "the later value stands meanwhile");
        browser.send_to(choosing, settle(side));
        browser.settle();
        for tab in 0..2 {
            assert_eq!(title(&browser, tab, 0), chosen);
            assert_eq!(browser.tabs[tab].workspace.clashes, []);
        }
        assert_eq!(kept_choices(&browser), "");
    }
}

/// The two titles that a tab shows to choose from: the one that stands meanwhile, and the other.
fn asked(browser: &Browser, tab: usize) -> Vec<(String, String)> {
    let title = |record: &Option<AnyRecord>| record.as_ref().unwrap().title().english;
    let clashes = &browser.tabs[tab].workspace.clashes;
    clashes.iter().map(|clash| (title(&clash.ours), title(&clash.theirs))).collect()
}

/// Two tabs that changed one title; the one that came later merged and kept that.
fn disagreeing() -> Browser {
    let mut browser = Browser::new();
    browser.open_tab();
    browser.send_to(0, revise(&browser, 0, 0, |session| session.title = "Soup".into()));
    browser.save(0);
    browser.send_to(1, revise(&browser, 1, 0, |session| session.title = "Salad".into()));
    browser.settle();
    browser
}

#[test]
fn a_choice_stays_open_when_the_tab_that_found_it_is_closed_or_all_are() {
    use itinera::sync::Side;
    let open = [("Salad".to_string(), "Soup".to_string())];
    for (all, side, chosen) in [
        (false, Side::Ours, "Salad"),
        (false, Side::Theirs, "Soup"),
        (true, Side::Ours, "Salad"),
        (true, Side::Theirs, "Soup"),
    ] {
        let mut browser = disagreeing();
        if all {
            browser.kill_and_reopen();
        } else {
            browser.tabs.remove(1);
        }
        assert_eq!(asked(&browser, 0), open);
        // Another edit does not close it, nor does a tab that opens.
        browser.send(revise(&browser, 0, 1, |session| session.title = "Other".into()));
        browser.settle();
        browser.open_tab();
        assert_eq!([0, 1].map(|tab| asked(&browser, tab)), [&open, &open]);
        browser.send_to(1, settle(side));
        browser.settle();
        browser.kill_and_reopen();
        assert_eq!((asked(&browser, 0), title(&browser, 0, 0)), (Vec::new(), chosen.to_string()));
        assert_eq!(kept_choices(&browser), "");
    }
}

#[test]
fn a_choice_that_was_made_is_not_asked_again_when_word_of_before_comes_late() {
    use itinera::sync::Side;
    for side in [Side::Ours, Side::Theirs] {
        let mut browser = Browser::new();
        browser.open_tab();
        browser.send_to(0, revise(&browser, 0, 0, |session| session.title = "Soup".into()));
        browser.save(0);
        browser.send_to(1, revise(&browser, 1, 0, |session| session.title = "Salad".into()));
        // What the other tab wrote is found when saving, and kept with what is to be chosen.
        browser.save(1);
        browser.save(1);
        assert_ne!(kept_choices(&browser), "");
        browser.send_to(1, settle(side));
        browser.settle();
        assert_eq!([0, 1].map(|tab| asked(&browser, tab)), [[], []]);
        assert_eq!(kept_choices(&browser), "");
    }
}

#[test]
fn whether_something_removed_elsewhere_stays_is_asked_after_a_reload_too() {
    use itinera::sync::Side;
    for (side, there) in [(Side::Ours, true), (Side::Theirs, false)] {
        let mut browser = Browser::new();
        browser.open_tab();
        let key = itinera::plan::Key::Session(manumix().sessions.iter().next().unwrap().id);
        browser.send_to(0, edit(Edit::Remove(key)));
        browser.save(0);
        browser.send_to(1, revise(&browser, 1, 0, |session| session.title = "Changed".into()));
        browser.settle();
        browser.kill_and_reopen();
        browser.open_tab();
        browser.send(settle(side));
        browser.settle();
        for tab in &browser.tabs {
            assert_eq!(tab.workspace.plan.record(key).is_some(), there);
            assert_eq!(tab.workspace.clashes, []);
        }
    }
}

/// The choices that are open in the shipped plan as it is kept.
fn kept_choices(browser: &Browser) -> String {
    working::parts_of(&browser.stored("plan", manumix().id()).unwrap()).unwrap().1.to_string()
}

#[test]
fn what_is_handed_out_of_a_kept_text_is_the_plan_alone() {
    let browser = disagreeing();
    let text = browser.stored("plan", manumix().id()).unwrap();
    assert_ne!(kept_choices(&browser), "");
    let plan = working::importable(&text);
    assert_eq!(wire::decode(plan.as_bytes()).unwrap().plan, *browser.tabs[0].workspace.plan);
    assert_eq!(working::importable("damaged"), "damaged");
}

#[test]
fn choices_that_are_damaged_or_of_another_state_do_no_harm() {
    let id = manumix().id();
    let browser = disagreeing();
    let (kept, sound) = (browser.stored("plan", id).unwrap(), kept_choices(&browser));
    let good = browser.stored("good", id).unwrap();
    for (choices, text) in [
        ("damage", &kept),
        ("[[\"title\", null, null, []], 3, [null, {\"session\": {}}, null, []], [null, null]]", &kept),
        ("{", &kept),
        // Of another state: what stands in the plan is neither value.
        (&sound, &good),
    ] {
        let mut browser = disagreeing();
        let plan = working::parts_of(text).unwrap().0;
        browser.tamper("plan", id, &wire::seal(&format!("{plan}\n{choices}")));
        browser.kill_and_reopen();
        assert_eq!(asked(&browser, 0), []);
        assert_eq!(browser.notices(), []);
        assert_eq!(*browser.plan(), super::world::decoded(text).plan);
        browser.send(revise(&browser, 0, 1, |session| session.title = "Other".into()));
        browser.settle();
        assert_eq!(kept_choices(&browser), "");
    }
}

#[test]
fn a_deleted_plan_that_is_restored_still_asks() {
    let mut browser = disagreeing();
    browser.tabs.remove(1);
    let id = manumix().id();
    let fresh = browser.fresh();
    browser.send(Msg::Delete { plan: id, fresh });
    browser.send(Msg::Restore(id));
    assert_eq!(asked(&browser, 0), [("Salad".into(), "Soup".into())]);
    let fresh = browser.fresh();
    browser.send(Msg::Delete { plan: id, fresh });
    browser.send(Msg::Purge(itinera::workspace::keeper::Pile::Deleted, id));
    assert_eq!(browser.stored("bin", id), None);
}

#[test]
fn a_plan_is_not_kept_without_the_choices_that_are_open_in_it() {
    let mut browser = Browser::new();
    browser.open_tab();
    browser.send_to(0, revise(&browser, 0, 0, |session| session.title = "Soup".into()));
    browser.save(0);
    browser.send_to(
        1,
        revise(&browser, 1, 0, |session| {
            session.title = "Salad".into();
            session.notes = "x".repeat(5_000).as_str().into();
        }),
    );
    let before = browser.everything();
    // Enough for the plan, or for what is to be chosen in it.
    browser.leave_room(Some(6_000));
    for _ in 0..2 {
        browser.save(1);
    }
    assert_eq!(browser.tabs[1].workspace.saving, Saving::Full);
    assert_eq!(browser.everything(), before, "not even the steps of undo went");
    browser.leave_room(None);
    browser.send_to(1, Msg::SaveDue);
    browser.settle();
    assert_eq!([0, 1].map(|tab| asked(&browser, tab).len()), [1, 1]);
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
        assert_eq!(asking, [0, 1]);
        assert_eq!(browser.tabs[0].workspace.clashes, browser.tabs[1].workspace.clashes);
        let asked = usize::from(side == Side::Ours);
        let clash = browser.tabs[asked].workspace.clashes[0].clone();
        let title = |record: Option<AnyRecord>| record.unwrap().title().english;
        let (ours, theirs) = (title(clash.ours), title(clash.theirs));
        assert!([("First", "Second"), ("Second", "First")].contains(&(ours.as_str(), theirs.as_str())));
        browser.send_to(asked, settle(side));
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
