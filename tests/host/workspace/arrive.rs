//! Files that are imported: into the open plan, beside it, or not at all.

use super::world::{Browser, file, retitle, revise, settle, small, title};
use itinera::example::manumix;
use itinera::{
    plan::{Text, Verb},
    wire::{self, PlanFile},
    workspace::{Msg, Notice, Saving},
};

fn import(name: &str, bytes: &[u8]) -> Msg {
    Msg::Import { name: name.into(), bytes: bytes.to_vec() }
}

/// What is wrong in a file, and what it is.
fn bad_files() -> Vec<(&'static str, Vec<u8>)> {
    let good = String::from_utf8(file(&manumix())).unwrap();
    let broken = |from: &str, to: &str| {
        assert!(good.contains(from), "{from}");
        good.replacen(from, to, 1).into_bytes()
    };
    let id = manumix().sessions.iter().next().unwrap().id.to_string();
    let second = manumix().sessions.iter().nth(1).unwrap().id.to_string();
    vec![
        ("empty", Vec::new()),
        ("blank", b" \n".to_vec()),
        ("binary", b"\x89PNG\r\n\x1a\n\0\0\0".to_vec()),
        ("cut short", good.as_bytes()[..good.len() / 2].to_vec()),
        ("not JSON", b"BEGIN:VCALENDAR".to_vec()),
        ("another JSON", b"{\"type\": \"FeatureCollection\"}".to_vec()),
        ("deep", "[".repeat(100_000).into_bytes()),
        ("50 MB", vec![b' '; 50 * 1024 * 1024]),
        ("newer", broken("\"version\": 1", "\"version\": 9")),
        ("a wrong type", broken("\"toConfirm\": true", "\"toConfirm\": \"yes\"")),
        ("an identity twice", broken(&second, &id)),
        ("a slot that ends before it starts", backwards(&good)),
    ]
}

fn backwards(good: &str) -> Vec<u8> {
    let mut value: serde_json::Value = serde_json::from_str(good).unwrap();
    let slot = &mut value["plan"]["sessions"][0]["slot"];
    let (start, end) = (slot["start"].clone(), slot["end"].clone());
    slot["start"] = end;
    slot["end"] = start;
    value.to_string().into_bytes()
}

#[test]
fn what_is_no_plan_changes_nothing() {
    for (what, bytes) in bad_files() {
        let mut browser = Browser::new();
        browser.send(revise(&browser, 0, 0, |session| session.title = "Changed".into()));
        let before = browser.tab().workspace.plan.clone();
        let kept = browser.everything();
        browser.send(import("file.json", &bytes));
        assert_eq!(browser.tab().workspace.plan, before, "{what}");
        assert_eq!(browser.everything(), kept, "{what}");
        assert!(
            matches!(browser.notices(), [Notice::NotImported { name, .. }] if name == "file.json"),
            "{what}: {:?}",
            browser.notices()
        );
        // Nor does it stand in the way of the next one.
        browser.send(import("small.json", &file(&small(7, "Small"))));
        assert_eq!(browser.plan().meeting.title, "Small".into(), "{what}");
    }
}

#[test]
fn another_plan_is_opened_beside_the_open_one() {
    let mut browser = Browser::new();
    browser.send(revise(&browser, 0, 0, |session| session.title = "Changed".into()));
    browser.send(import("small.json", &file(&small(7, "Small"))));
    assert_eq!(*browser.plan(), small(7, "Small"));
    assert_eq!(browser.tab().agenda, 1);
    assert_eq!(browser.notices(), []);
    assert_eq!(browser.kept(manumix().id()).plan.sessions.iter().next().unwrap().title, "Changed".into());
    assert_eq!(browser.kept(small(7, "").id()).plan, small(7, "Small"));
    browser.kill_and_reopen();
    assert_eq!(*browser.plan(), small(7, "Small"));
}

/// A plan with its export, and the same plan with a change made after that.
fn exported() -> (Browser, Vec<u8>) {
    let mut browser = Browser::new();
    browser.send(Msg::Start(Box::new(small(7, "Small"))));
    browser.send(Msg::Export(browser.plan().id()));
    let bytes = browser.tabs[0].downloads.pop().unwrap().1.into_bytes();
    (browser, bytes)
}

#[test]
fn a_copy_of_the_open_plan_is_merged_into_it_as_a_step() {
    let (mut here, bytes) = exported();
    let mut there = Browser::new();
    there.send(import("plan.json", &bytes));
    there.send(revise(&there, 0, 0, |session| session.notes = "There".into()));
    there.send(Msg::Export(there.plan().id()));
    let back = there.tabs[0].downloads.pop().unwrap().1;
    here.send(revise(&here, 0, 0, |session| session.title = "Here".into()));
    here.settle();
    let before = here.plan().clone();
    here.send(import("back.json", back.as_bytes()));
    let session = here.plan().sessions.iter().next().unwrap();
    assert_eq!((&session.title, &session.notes), (&"Here".into(), &"There".into()));
    assert_eq!(here.notices(), [Notice::Merged { name: "back.json".into(), clashes: 0 }]);
    assert_eq!(here.tab().workspace.history.to_undo().unwrap().label.verb, Verb::Merge);
    here.settle();
    here.send(Msg::Undo);
    assert_eq!(*here.plan(), before);
    here.settle();
    // The file's state is known now, and was not wanted.
    here.send(import("back.json", back.as_bytes()));
    assert_eq!(*here.plan(), before);
    assert_eq!(here.notices().last(), Some(&Notice::NothingNew { name: "back.json".into() }));
}

#[test]
fn a_copy_of_a_plan_that_is_kept_but_not_open_is_merged_into_that_one() {
    let (mut here, bytes) = exported();
    let mut there = Browser::new();
    there.send(import("plan.json", &bytes));
    there.send(revise(&there, 0, 0, |session| session.notes = "There".into()));
    there.send(Msg::Export(there.plan().id()));
    let back = there.tabs[0].downloads.pop().unwrap().1;
    here.send(revise(&here, 0, 0, |session| session.title = "Here".into()));
    here.send(Msg::Open(manumix().id()));
    assert_eq!(*here.plan(), manumix());
    here.send(import("back.json", back.as_bytes()));
    let session = here.plan().sessions.iter().next().unwrap();
    assert_eq!((&session.title, &session.notes), (&"Here".into(), &"There".into()));
    assert_eq!(here.notices(), [Notice::Merged { name: "back.json".into(), clashes: 0 }]);
    here.send(Msg::Undo);
    assert_eq!(here.plan().sessions.iter().next().unwrap().notes, Text::default());
    here.settle();
    assert_eq!(*here.plan(), here.kept(here.plan().id()).plan);
}

#[test]
fn a_copy_with_another_value_asks_and_the_open_plan_keeps_its_own_until_then() {
    let (mut here, bytes) = exported();
    let mut there = Browser::new();
    there.send(import("plan.json", &bytes));
    there.send(retitle(&there, 0, "There"));
    there.send(Msg::Export(there.plan().id()));
    let back = there.tabs[0].downloads.pop().unwrap().1;
    here.send(retitle(&here, 0, "Here"));
    here.send(import("back.json", back.as_bytes()));
    assert_eq!(here.plan().meeting.title, "Here".into());
    assert_eq!(here.notices(), [Notice::Merged { name: "back.json".into(), clashes: 1 }]);
    here.send(settle(itinera::sync::Side::Theirs));
    assert_eq!(here.plan().meeting.title, "There".into());
    here.send(Msg::Undo);
    assert_eq!(here.plan().meeting.title, "Here".into());
}

/// Also of the example, which is open with the same identity in every browser on the first visit, however much was
/// changed and saved meanwhile.
#[test]
fn an_export_that_is_imported_elsewhere_is_exported_there_as_it_came() {
    for (steps, example) in [(0, false), (1, false), (80, false), (0, true), (1, true), (80, true)] {
        let mut here = Browser::new();
        if !example {
            here.send(Msg::Start(Box::new(small(7, "Small"))));
        }
        for step in 0..steps {
            here.send(revise(&here, 0, step % 3, |session| session.title = format!("Step {step}").as_str().into()));
            here.settle();
        }
        if steps > 0 {
            let key = here.plan().sessions.iter().next().unwrap().id;
            here.send(super::world::edit(itinera::plan::Edit::Remove(itinera::plan::Key::Session(key))));
        }
        here.send(Msg::Export(here.plan().id()));
        let (name, text) = here.tabs[0].downloads.pop().unwrap();
        let mut there = Browser::new();
        there.send(import(&name, text.as_bytes()));
        assert_eq!(there.plan(), here.plan(), "{steps} {example}");
        assert_eq!(there.tab().workspace.clashes, []);
        for _ in 0..2 {
            there.send(Msg::Export(there.plan().id()));
            assert_eq!(there.tabs[0].downloads.pop().unwrap(), (name.clone(), text.clone()), "{steps} {example}");
            there.settle();
            there.kill_and_reopen();
        }
    }
}

#[test]
fn a_file_is_saved_like_any_change() {
    let mut browser = Browser::new();
    let mut changed = manumix();
    changed.sessions.change(manumix().sessions.iter().next().unwrap().id, |session| session.title = "File".into());
    let saved = Some("2017-11-20T08:15:00Z".to_string());
    let text = wire::encode(&PlanFile { plan: changed, saved: saved.clone(), lineage: Vec::new() });
    browser.send(import("file.json", text.as_bytes()));
    assert_eq!(title(&browser, 0, 0), "File");
    assert_eq!(browser.tab().workspace.changed, saved);
    browser.settle();
    assert_eq!(browser.tab().workspace.saving, Saving::Saved);
    browser.kill_and_reopen();
    assert_eq!(title(&browser, 0, 0), "File");
}

/// What was merged here and looks again as it came has another past: an export of it must name what it came from.
#[test]
fn a_copy_that_came_back_by_another_way_names_what_it_contains() {
    let export = |browser: &mut Browser| {
        browser.send(Msg::Export(browser.plan().id()));
        browser.tabs[0].downloads.pop().unwrap().1
    };
    let notes = |browser: &Browser, text: &str| revise(browser, 0, 0, |session| session.notes = text.into());
    let (mut here, bytes) = exported();
    let original = title(&here, 0, 0);
    here.send(revise(&here, 0, 0, |session| session.title = "Here".into()));
    here.settle();
    let mut there = Browser::new();
    there.send(import("plan.json", &bytes));
    for text in ["One", "Two"] {
        there.send(notes(&there, text));
        there.settle();
    }
    let file = export(&mut there);
    there.send(notes(&there, "Three"));
    there.settle();
    here.send(import("file.json", file.as_bytes()));
    here.send(revise(&here, 0, 0, |session| session.title = original.as_str().into()));
    let back = export(&mut here);
    there.send(import("back.json", back.as_bytes()));
    assert_eq!(there.tab().workspace.clashes, []);
    assert_eq!(there.plan().sessions.iter().next().unwrap().notes, "Three".into());
}
