//! What a plan cannot hold never comes into it: it could not be opened again. That what is on screen can be read again is
//! swept after every message.

use super::world::{Browser, edit, file, retitle, revise, settle, small};
use crate::support::arbitrary::records;
use itinera::{
    example::manumix,
    plan::{AnyRecord, Edit, EditError, Key, Link, Plan, SessionId, Text},
    sync::Side,
    wire::{self, LONGEST_TEXT, MOST_RECORDS, PlanFile, Problem},
    workspace::{Msg, Notice, Refusal, Said, Saving, Workspace, update},
};
use proptest::prelude::*;

fn letters(count: usize) -> Text {
    Text::new("Words", "è".repeat(count))
}

/// What the reader was told in the only tab.
fn told(browser: &Browser) -> &Refusal {
    let [.., Notice::Refused(why)] = browser.notices() else { panic!("{:?}", browser.notices()) };
    assert_eq!(browser.tab().said.last(), Some(&Said::Refused(why.clone())));
    why
}

#[test]
fn a_text_that_could_not_be_read_again_is_refused_where_one_that_can_is_taken() {
    let mut browser = Browser::new();
    browser.send(revise(&browser, 0, 0, |session| session.notes = letters(LONGEST_TEXT)));
    browser.settle();
    let before = browser.plan().clone();
    assert_eq!(browser.kept(before.id()).plan, before);
    browser.send(revise(&browser, 0, 0, |session| session.notes = letters(LONGEST_TEXT + 1)));
    let session = before.sessions.iter().next().unwrap();
    let problem = Problem::LongText { characters: LONGEST_TEXT + 1, limit: LONGEST_TEXT };
    let (key, title) = (Key::Session(session.id), session.title.clone());
    assert_eq!(*told(&browser), Refusal::Unreadable { key, title, field: "notes".into(), problem: problem.into() });
    assert_eq!(*browser.plan(), before);
    browser.settle();
    browser.kill_and_reopen();
    assert_eq!(*browser.plan(), before);
}

#[test]
fn so_is_a_list_with_too_many_entries() {
    let mut browser = Browser::new();
    let link = Link { title: String::new(), url: "https://example.org/".into() };
    browser.send(revise(&browser, 0, 0, |session| session.links = vec![link.clone(); MOST_RECORDS + 1]));
    let problem = Problem::TooMany { count: MOST_RECORDS + 1, limit: MOST_RECORDS };
    assert!(
        matches!(told(&browser), Refusal::Unreadable { field, problem: other, .. } if field == "links" && **other == problem)
    );
    assert_eq!(*browser.plan(), manumix());
}

/// A plan with so many sessions that two bytes a character make its file larger than any that is read.
fn large() -> Plan {
    let mut plan = small(1, "Large");
    for number in 1..=200 {
        let text = Text::new("è".repeat(LONGEST_TEXT), "");
        plan.sessions.put(itinera::plan::Session { notes: text, ..crate::plan::build::session(number) });
    }
    plan
}

#[test]
fn a_plan_that_would_be_too_large_is_refused() {
    let mut browser = Browser::new();
    browser.send(Msg::Start(Box::new(large())));
    assert_eq!(browser.plan().meeting.title, "Large".into());
    let mut taken = 0;
    while browser.notices().is_empty() {
        taken += 1;
        browser.send(revise(&browser, 0, taken, |session| session.notes.italian = "è".repeat(LONGEST_TEXT)));
    }
    assert_eq!(*told(&browser), Refusal::TooLarge { limit: wire::LARGEST });
    assert!(taken > 1, "the first fit");
    assert_eq!(browser.plan().sessions.iter().nth(taken).unwrap().notes.italian, "");
}

#[test]
fn nor_does_a_plan_start_or_take_a_name_that_could_not_be_read_again() {
    let mut browser = Browser::new();
    let mut long = small(1, "Small");
    browser.send(Msg::Start(Box::new(long.clone())));
    browser.send(retitle(&browser, 0, &"x".repeat(LONGEST_TEXT)));
    browser.settle();
    let (before, stored) = (browser.plan().clone(), browser.everything());
    // The mark on a copy's title makes it longer.
    let (copy, mark) = (browser.fresh(), Text::same("copy"));
    browser.send(Msg::Duplicate { plan: before.id(), copy, mark });
    assert!(matches!(told(&browser), Refusal::Unreadable { field, .. } if field == "title"));
    browser.send(Msg::Open(manumix().id()));
    browser.send(Msg::Dismiss(0));
    let at = "2017-11-20T08:15:00Z".to_string();
    browser.send(Msg::Rename { plan: before.id(), title: letters(LONGEST_TEXT + 1), at });
    assert!(matches!(told(&browser), Refusal::Unreadable { field, .. } if field == "title"));
    browser.send(Msg::Dismiss(0));
    long.meeting = itinera::plan::Meeting { title: letters(LONGEST_TEXT + 1), ..(*long.meeting).clone() }.into();
    browser.send(Msg::Start(Box::new(long.copied_as(copy))));
    assert!(matches!(told(&browser), Refusal::Unreadable { field, .. } if field == "title"));
    assert_eq!(*browser.plan(), manumix());
    for (name, text) in stored.iter().filter(|(name, _)| name.ends_with(&before.id().to_string())) {
        assert_eq!(browser.everything().get(name), Some(text));
    }
}

/// A plan with as many sessions as there may be, but one.
fn nearly_full() -> Plan {
    let mut plan = small(1, "Small");
    for number in 1..MOST_RECORDS {
        plan.sessions.put(crate::plan::build::session(number as u128));
    }
    plan
}

#[test]
fn what_others_added_leaves_no_room_for_what_undo_would_bring_back() {
    let mut workspace = Workspace::showing(nearly_full());
    let sessions = |workspace: &Workspace| workspace.plan.sessions.len();
    update(&mut workspace, edit(Edit::Remove(Key::Session(SessionId::from_number(1)))));
    for number in [7_001, 7_002] {
        update(&mut workspace, edit(Edit::Add(crate::plan::build::session(number).into())));
    }
    assert_eq!(sessions(&workspace), MOST_RECORDS);
    // The additions are another tab's: only the removal can be undone here.
    let removal = Key::Session(SessionId::from_number(1));
    let (done, undone) = workspace.history.to_save();
    workspace.history = itinera::sync::History::from_steps(done[..1].to_vec(), undone.to_vec());
    update(&mut workspace, Msg::Undo);
    assert_eq!(workspace.notices, [Notice::Refused(EditError::TooMany.into())]);
    assert_eq!((workspace.plan.record(removal), sessions(&workspace)), (None, MOST_RECORDS));
    // It stays there to be undone once there is room.
    let mut room = (*workspace.plan).clone();
    room.remove(Key::Session(SessionId::from_number(7_001)));
    workspace.plan = room.into();
    update(&mut workspace, Msg::Undo);
    assert!(workspace.plan.record(removal).is_some());
}

#[test]
fn a_merge_that_could_not_be_read_again_is_refused() {
    let (mut ours, mut theirs) = (nearly_full(), nearly_full());
    ours.sessions.put(crate::plan::build::session(7_001));
    theirs.sessions.put(crate::plan::build::session(7_002));
    let mut workspace = Workspace::showing(ours.clone());
    workspace.changed = Some("2017-11-20T08:15:00Z".into());
    update(&mut workspace, Msg::Import { name: "theirs.json".into(), bytes: file(&theirs) });
    assert_eq!(workspace.notices, [Notice::Refused(EditError::TooMany.into())]);
    assert_eq!(*workspace.plan, ours);
    assert_eq!(workspace.history.to_undo(), None);
    // Of two tabs the one that would have to keep both keeps nothing more.
    let theirs = PlanFile { plan: theirs, saved: None, lineage: Vec::new() };
    update(&mut workspace, Msg::Arrived { plan: ours.id(), text: wire::seal(&wire::encode(&theirs)) });
    assert_eq!((&*workspace.plan, workspace.saving), (&ours, Saving::Refused));
}

#[test]
fn a_side_that_cannot_be_taken_leaves_the_choice_open() {
    let mut browser = Browser::new();
    let room = manumix().rooms.iter().next().unwrap().clone();
    browser.open_tab();
    browser.send_to(0, revise(&browser, 0, 0, |session| session.title = "First".into()));
    browser.save(0);
    browser.send_to(1, revise(&browser, 1, 0, |session| session.title = "Second".into()));
    browser.settle();
    let tab = (0..2).find(|tab| !browser.tabs[*tab].workspace.clashes.is_empty()).unwrap();
    if let Some(AnyRecord::Session(theirs)) = &mut browser.tabs[tab].workspace.clashes[0].theirs {
        std::sync::Arc::make_mut(theirs).title = letters(LONGEST_TEXT + 1);
    }
    let before = browser.tabs[tab].workspace.clone();
    browser.send_to(tab, settle(Side::Theirs));
    let now = &browser.tabs[tab].workspace;
    assert!(matches!(now.notices[..], [Notice::Refused(_)]));
    assert_eq!((&now.plan, &now.clashes), (&before.plan, &before.clashes));
    assert!(now.plan.rooms.has(room.id));
}

/// A record, perhaps with a text or a list at the limits.
fn any_size() -> impl Strategy<Value = AnyRecord> {
    let size = prop_oneof![3 => Just(0), 1 => LONGEST_TEXT - 1..LONGEST_TEXT + 2];
    let entries = prop_oneof![8 => Just(0), 1 => MOST_RECORDS - 1..MOST_RECORDS + 2];
    (records(), size, entries).prop_map(|(mut record, size, entries)| {
        let text = "à".repeat(size);
        match &mut record {
            AnyRecord::Session(session) => {
                let session = std::sync::Arc::make_mut(session);
                session.notes.italian.push_str(&text);
                session.links.resize(entries, Link { title: String::new(), url: String::new() });
            }
            AnyRecord::Delegate(delegate) => std::sync::Arc::make_mut(delegate).needs = text,
            AnyRecord::Delegation(delegation) => {
                let delegation = std::sync::Arc::make_mut(delegation);
                delegation.organisations = if entries > 0 { vec![String::new(); entries] } else { vec![text] };
            }
            AnyRecord::Version(version) => std::sync::Arc::make_mut(version).name.english = text,
            _ => {}
        }
        record
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_was_accepted_is_read_again_as_it_was(
        edits in proptest::collection::vec((any_size(), any::<bool>()), 1..12), steps in proptest::collection::vec(any::<bool>(), 0..6),
    ) {
        let mut workspace = Workspace::showing(manumix().copied_as(itinera::plan::PlanId::from_number(1)));
        let undoing = steps.into_iter().map(|undo| if undo { Msg::Undo } else { Msg::Redo });
        let editing = edits.into_iter().map(|(record, revise)| edit(match revise {
            true => Edit::revise(record.clone(), record),
            false => Edit::Add(record),
        }));
        for msg in editing.chain(undoing) {
            let (before, refusals) = (workspace.plan.clone(), workspace.notices.len());
            update(&mut workspace, msg);
            if workspace.notices.len() > refusals {
                prop_assert_eq!(&workspace.plan, &before);
            }
            let file = workspace.file();
            prop_assert_eq!(wire::decode_text(&wire::encode(&file)).unwrap(), file);
        }
    }
}
